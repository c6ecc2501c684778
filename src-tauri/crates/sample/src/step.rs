//! What a plan says is to be done, in the words of the command line.

use std::fmt;

use domain::{ids, kinds};
use uuid::Uuid;

/// One action of one person: one transaction of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// When, in milliseconds since 1970, UTC; never earlier than the step before.
    pub wall: i64,
    /// Who; none for the person the store was made by.
    pub person: Option<Handle>,
    /// Why, in the person's words.
    pub reason: Option<String>,
    /// What is done.
    pub deeds: Vec<Deed>,
}

/// One thing that is done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Deed {
    /// A record is added; handles of a kind count up from 0.
    Add {
        /// What later steps call it.
        handle: Handle,
        /// Assignments, `FIELD=VALUE`; references in them are handles, `@activity-17`.
        set: Vec<String>,
    },
    /// Fields of a record are set.
    Set {
        /// The record.
        handle: Handle,
        /// Assignments.
        set: Vec<String>,
    },
    /// A record is deleted.
    Delete {
        /// The record.
        handle: Handle,
    },
    /// A row is put after another one, or first, below a parent or at the top.
    Place {
        /// The row.
        handle: Handle,
        /// What it stands below.
        parent: Option<Handle>,
        /// What it stands after.
        after: Option<Handle>,
    },
}

/// The name of a record within a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Handle {
    /// A record of the published network, by its kind and reference key.
    Published(&'static str, &'static str),
    /// A record the plan adds, by its kind and number.
    Planned(&'static str, u32),
}

impl Handle {
    /// The name of the record's kind.
    pub fn kind(self) -> &'static str {
        match self {
            Handle::Published(kind, _) | Handle::Planned(kind, _) => kind,
        }
    }

    /// Reads a handle in an assignment: `@activity-17`, `@place/M49:004`; none where it is of no known kind.
    pub fn read(text: &str) -> Option<Named> {
        let text = text.strip_prefix('@')?;
        if let Some((kind, key)) = text.split_once('/') {
            let kind = kinds::by_name(kind)?.name;
            return Some(Named::Published(ids::published(kind, key)));
        }
        let (kind, number) = text.rsplit_once('-')?;
        Some(Named::Planned(Handle::Planned(
            kinds::by_name(kind)?.name,
            number.parse().ok()?,
        )))
    }
}

/// What a handle in an assignment names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named {
    /// A record of the published network, by its id.
    Published(Uuid),
    /// A record the plan adds.
    Planned(Handle),
}

impl fmt::Display for Handle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Handle::Published(kind, key) => write!(f, "@{kind}/{key}"),
            Handle::Planned(kind, number) => write!(f, "@{kind}-{number}"),
        }
    }
}
