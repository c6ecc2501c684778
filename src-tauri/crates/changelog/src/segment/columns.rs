//! The columns of a segment's body, in the order in which they are written.

/// Declares the columns once: their order here is their order in the body.
macro_rules! columns {
    ($($(#[$meaning:meta])+ $column:ident,)+) => {
        /// How many columns there are.
        pub const COUNT: usize = [$(stringify!($column)),+].len();

        /// One item for each column: what is being written, or what is left to read.
        ///
        /// A row is a table and a record; rows stand in the order of their first appearance. Lists that few changes need
        /// are sparse: how many changes (or transactions) were passed over since the last, then the item.
        #[derive(Debug, Default)]
        pub struct Columns<T> {
            $($(#[$meaning])+ pub $column: T,)+
        }

        impl<T> Columns<T> {
            /// All columns in order.
            pub fn into_order(self) -> [T; COUNT] {
                [$(self.$column),+]
            }

            /// The columns that stand in this order.
            pub fn from_order([$($column),+]: [T; COUNT]) -> Self {
                Columns { $($column),+ }
            }
        }
    };
}

columns! {
    /// Rows: the table's number.
    tables,
    /// Rows: the form of the record's name, one byte.
    forms,
    /// Rows named by the epoch: the entry.
    entries,
    /// Rows named by the epoch or the own chain: the number of the create change.
    seqs,
    /// Rows named in full: 16 bytes.
    ids,
    /// Changes: milliseconds of the hybrid time since the change before.
    times,
    /// Changes: the hybrid time's counter against the expected one.
    counters,
    /// Changes: 0 the row of the change before, 1 the next new row, else 2 + rows back from the newest.
    rows,
    /// Changes: the column number.
    fields,
    /// Changes, by table and column number: the length of the value.
    lengths,
    /// Changes, in the same order: the value.
    values,
    /// Transactions, sparse: only the changes passed over.
    firsts,
    /// Transactions: the wall time against that of the hybrid time.
    walls,
    /// Transactions: 0 nobody, else 1 + index of the person.
    persons,
    /// Persons in the order of their first appearance, 16 bytes.
    people,
    /// Transactions: the origin, one byte.
    origins,
    /// Transactions: 0 no reason, else 1 + its length and then the text.
    reasons,
    /// Transactions, sparse: what it undoes.
    undoes,
    /// Changes, sparse: the settlement it takes back.
    reopens,
    /// Changes, sparse: how many heads were unseen, then they.
    unseen,
}
