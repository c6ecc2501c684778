//! The words the description of the record kinds is written in.

use crate::vocabulary::Vocabulary;

/// A kind of record.
#[derive(Debug)]
pub struct Kind {
    /// The permanent table number, never reused.
    pub table: u16,
    /// The name on the command line, in the log's tables and in message ids: singular, snake_case.
    pub name: &'static str,
    /// The plural of the name, also taken on the command line.
    pub plural: &'static str,
    /// The kind's own fields; those of [`crate::kinds::COMMON`] come besides.
    pub fields: &'static [Field],
    /// Fields that tell what depends on the record. They have no cell: they change with what they tell.
    pub owned: &'static [Field],
    /// What a record is called.
    pub label: Label,
    /// What a record depends on: named in its create change, immutable, and gone together.
    pub owner: Option<&'static str>,
    /// The group at home in which a record is created.
    pub home: Home,
    /// The fields that bound the days on which the fact was true; without the second it stays true.
    pub period: Option<(&'static str, Option<&'static str>)>,
    /// Whether records are reference data, which no edit changes.
    pub read_only: bool,
}

/// A field of a kind.
#[derive(Debug)]
pub struct Field {
    /// The permanent column number within the kind, 1 to 255; the upper byte of a column is the language.
    pub number: u8,
    /// The name, snake_case.
    pub name: &'static str,
    /// What it holds.
    pub ty: Type,
    /// Whether its values are personal data.
    pub personal: Personal,
}

/// What a field holds.
#[derive(Debug, Clone, Copy)]
pub enum Type {
    /// Text, one cell a language.
    Text,
    /// Text of no language: names of people, codes, addresses.
    Plain,
    /// A whole number.
    Integer,
    /// Yes or no.
    Flag,
    /// A calendar day, month or year (ISO 8601), as exact as it is known.
    Date,
    /// A point in time (RFC 3339, kept in UTC) or a calendar day.
    Moment,
    /// Vague time, as printed.
    Vague,
    /// A code of a vocabulary.
    Code(&'static Vocabulary),
    /// One record of one of these kinds.
    Reference(&'static [&'static str]),
    /// Several records or words, each a record of its own in the log.
    Links(Links),
    /// The records of these kinds that depend on this one.
    Owned(&'static [&'static str]),
    /// An amount and its currency; the part names the other half's field.
    Amount,
    /// The currency half of the [`Type::Amount`] field of the given number.
    Currency(u8),
    /// The parent half of a tree's place; the cell is [`crate::kinds::POSITION`].
    Parent,
    /// The fractional index among siblings, or in the list a record stands in.
    Position,
    /// Address, day of retrieval and standing.
    Provenance,
    /// The record this one is the same as.
    SameAs,
    /// The vector at which the record was closed.
    Closing,
    /// Whether the person's personal values are erased.
    Erased,
}

/// A field that holds several things.
#[derive(Debug, Clone, Copy)]
pub struct Links {
    /// The permanent table number of the links.
    pub table: u16,
    /// What stands at the far end.
    pub to: LinkTarget,
    /// The roles a link can have.
    pub roles: Option<&'static Vocabulary>,
}

/// The far end of a link.
#[derive(Debug, Clone, Copy)]
pub enum LinkTarget {
    /// Records of these kinds.
    Records(&'static [&'static str]),
    /// Words.
    Words,
}

/// What a record is called in lists and references.
#[derive(Debug, Clone, Copy)]
pub enum Label {
    /// By one of its own fields, the first that is known.
    Fields(&'static [&'static str]),
    /// By a number and a title: "8. Save lives".
    Numbered(&'static str, &'static str),
    /// By the labels of the records it refers to, those that are known, with a dot between.
    References(&'static [&'static str]),
}

/// The group a record is at home in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Home {
    /// None: it belongs to the whole Network.
    Network,
    /// Itself; so it is with groups.
    Itself,
    /// The group in this field.
    Group(&'static str),
    /// That of the record it depends on.
    Owner,
}

/// Whether values of a field are personal data, which never stand in the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Personal {
    /// They are not.
    No,
    /// They are contacts of the person whose record it is.
    Contact,
    /// They name a person, personal where the meeting they belong to is held without attribution.
    NoAttribution,
}

impl Field {
    /// Whether its text is given by language.
    pub const fn is_multilingual(&self) -> bool {
        matches!(self.ty, Type::Text)
    }

    /// Its links, if it holds several.
    pub const fn links(&self) -> Option<&Links> {
        match &self.ty {
            Type::Links(links) => Some(links),
            _ => None,
        }
    }

    /// The vocabulary of its codes.
    pub const fn vocabulary(&self) -> Option<&'static Vocabulary> {
        match self.ty {
            Type::Code(vocabulary) => Some(vocabulary),
            _ => None,
        }
    }

    /// The kinds it can refer to, empty where it refers to none.
    pub const fn targets(&self) -> &'static [&'static str] {
        match self.ty {
            Type::Reference(kinds)
            | Type::Owned(kinds)
            | Type::Links(Links {
                to: LinkTarget::Records(kinds),
                ..
            }) => kinds,
            _ => &[],
        }
    }
}
