//! What a cell can hold.

use uuid::Uuid;

/// The value of one cell, the smallest thing one person decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Nothing is known, or what was known was cleared.
    Null,
    /// Yes or no.
    Flag(bool),
    /// A whole number.
    Integer(i64),
    /// Text in one language, plain text, a code, an ISO 8601 day, or an RFC 3339 moment in UTC.
    Text(String),
    /// Vague time: the printed text to the letter, and EDTF only if a person corrected the reading.
    Vague {
        /// The text as printed.
        text: String,
        /// The corrected reading (ISO 8601-2), if any.
        edtf: Option<String>,
    },
    /// Another record.
    Reference {
        /// The table number of that record's kind.
        table: u16,
        /// Its id.
        id: Uuid,
    },
    /// The place of a row in a tree; parent and position are one decision, so one cell.
    Tree {
        /// The row above, if any.
        parent: Option<Uuid>,
        /// The fractional index among its siblings.
        position: String,
    },
    /// An amount of money.
    Money {
        /// A decimal number, canonical: no sign +, no leading zero, no exponent.
        amount: Option<String>,
        /// ISO 4217 code.
        currency: Option<String>,
    },
    /// Where a fact comes from.
    Provenance {
        /// An address that can be opened.
        address: Option<String>,
        /// The day it was read, ISO 8601.
        retrieved: Option<String>,
        /// A code of [`crate::vocabulary::STANDING`].
        standing: String,
    },
    /// Whether the record is there; the value of column 0.
    Existence(Existence),
    /// What one had received when the change was made; the value of a closing.
    Vector(Vec<VectorEntry>),
    /// Stands for a personal value that is kept apart from the log.
    Commitment([u8; 32]),
    /// A value of a form this build does not know, kept as it came.
    Other(Vec<u8>),
}

/// The life of a record as one change states it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Existence {
    /// The record is there. All members are fixed when it is created and written again to the letter on undelete.
    Live {
        /// What the record depends on: table number and id.
        owner: Option<(u16, Uuid)>,
        /// The group whose people may decide about it; none for what belongs to the whole Network.
        home: Option<Uuid>,
        /// The other end, for a link or a word of a list.
        end: Option<LinkEnd>,
    },
    /// The record was deleted.
    Deleted,
}

/// The far end of a link. The near end is the owner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkEnd {
    /// A record.
    Record {
        /// Its table number.
        table: u16,
        /// Its id.
        id: Uuid,
        /// A code of the link's vocabulary of roles.
        role: Option<String>,
    },
    /// A word of a list, such as an alias.
    Word {
        /// The word.
        text: String,
        /// A code of the list's vocabulary of roles.
        role: Option<String>,
    },
}

/// One chain that a vector covers, named by its last change.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct VectorEntry {
    /// The site as written in that change.
    pub site: Uuid,
    /// The change's number within its chain.
    pub seq: u64,
    /// The first half of its chain hash, which alone decides.
    pub hash: [u8; 16],
}

impl Value {
    /// Whether this is [`Value::Null`].
    pub fn is_null(&self) -> bool {
        matches!(self, Value::Null)
    }

    /// The text of a [`Value::Text`].
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }
}
