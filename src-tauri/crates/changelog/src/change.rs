//! One change of one cell, and the transaction it belongs to.

use domain::value::VectorEntry;
use uuid::Uuid;

use crate::codec;
use crate::crypto::{self, ChainHash};

/// What brought a transaction about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Origin {
    /// A person typed it.
    Typed = 1,
    /// A file of others was imported.
    Import = 2,
    /// A returned workbook was read.
    Workbook = 3,
    /// A contested cell was settled.
    Settle = 4,
    /// A transaction was undone, or an undoing undone.
    Undo = 5,
    /// Duplicates were joined.
    Join = 6,
    /// It was published.
    Publication = 7,
}

impl Origin {
    /// All origins.
    pub const ALL: [Origin; 7] = [
        Origin::Typed,
        Origin::Import,
        Origin::Workbook,
        Origin::Settle,
        Origin::Undo,
        Origin::Join,
        Origin::Publication,
    ];

    /// The permanent number.
    pub const fn number(self) -> u8 {
        self as u8
    }

    /// Finds an origin by its number.
    pub fn from_number(number: u8) -> Option<Origin> {
        Origin::ALL
            .into_iter()
            .find(|origin| origin.number() == number)
    }

    /// The code in answers and message ids.
    pub const fn code(self) -> &'static str {
        match self {
            Origin::Typed => "typed",
            Origin::Import => "import",
            Origin::Workbook => "workbook",
            Origin::Settle => "settle",
            Origin::Undo => "undo",
            Origin::Join => "join",
            Origin::Publication => "publication",
        }
    }
}

/// One action of one person; its first change carries it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Transaction {
    /// The author's claim of when, in milliseconds since 1970, UTC.
    pub wall: i64,
    /// The record of the person who acted.
    pub person: Option<Uuid>,
    /// What brought it about.
    pub origin: Origin,
    /// Why, in the person's words.
    pub reason: Option<String>,
    /// The first change of the transaction that this one takes back.
    pub undoes: Option<VectorEntry>,
}

/// One change of one cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The number within its site's chain, from 1, without gaps.
    pub seq: u64,
    /// The hybrid time, see [`crate::Clock`].
    pub hlc: u64,
    /// The table number of the record's kind.
    pub table: u16,
    /// The record.
    pub record: Uuid,
    /// The column: field number, with the language in the upper byte.
    pub column: u16,
    /// The value in the encoding of [`codec`], kept to the byte.
    pub value: Vec<u8>,
    /// The settlement that this change takes back; such a head is flagged open.
    pub reopens: Option<VectorEntry>,
    /// Heads of the cell that its author had not been shown.
    pub unseen: Vec<VectorEntry>,
    /// The transaction, carried by its first change.
    pub transaction: Option<Transaction>,
}

impl Change {
    /// The chain hash, which is the change's identity.
    ///
    /// It covers the hash of the change before it in its site's chain, all its own bytes, and the epoch it opens.
    pub fn hash(
        &self,
        site: Uuid,
        previous: Option<&ChainHash>,
        epoch: Option<&[VectorEntry]>,
    ) -> ChainHash {
        crypto::chain_hash(previous, &codec::change(site, self, epoch))
    }
}

/// The id of the transaction that a change of this hash begins: the half of the hash that vectors name it by.
pub fn transaction_id(first: &ChainHash) -> Uuid {
    Uuid::from_bytes(crypto::short(first))
}
