//! What is asked of a store: lists, single records, keys, history and what follows from them.
//!
//! Nothing here writes. Statements are made from the description of the kinds, so that a new field is asked for, sorted and
//! shown without a line of its own; answers are JSON in the form the command line and the window promise.

mod cells;
mod checks;
mod columns;
mod compare;
mod conditions;
pub mod conflicts;
mod coverage;
mod done;
pub mod duplicates;
mod frame;
mod frozen;
mod groups;
mod history;
mod incoming;
mod key;
mod labels;
mod list;
mod matrix;
mod order;
mod overview;
mod path;
mod period;
mod record;
mod rounds;
mod seen;
mod statement;
mod timeline;
mod work;

use domain::Language;

pub use cells::{cell_names, cell_value, vague};
pub use checks::{Rule, check_params, checks};
pub use compare::{Comparison, Point, compare};
pub use coverage::coverage;
pub(crate) use done::owner;
pub use done::{count, reference_of, undone};
pub use duplicates::duplicates;
pub use frame::{Deed, Touched, deed, to_settle, touched};
pub use frozen::frozen;
pub use groups::groups;
pub use history::{HistoryQuery, changes_of, history, origin, unshared, written};
pub use incoming::{incoming, joined, sources};
pub(crate) use key::own_kind;
pub use key::{kind, part, resolve};
pub use labels::reference;
pub use list::{ListQuery, Page, list};
pub use matrix::{MatrixQuery, Term, matrix, terms};
pub use overview::overview;
pub(crate) use path::unknown_field;
pub use record::moment;
pub use record::record;
pub use rounds::{open_round, round};
pub use seen::seen;
pub(crate) use statement::numbers;
pub use timeline::{
    CalendarQuery, Plan, adopted, calendar, milestones, milestones_within, planned, timeline,
};
pub use work::work;

/// How answers are shown: in which language, and whether with personal values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct View {
    /// The language that texts and labels are printed in where they are given in it.
    pub lang: Language,
    /// Whether personal values are shown; else they are null.
    pub private: bool,
}

impl Default for View {
    fn default() -> View {
        View {
            lang: Language::En,
            private: false,
        }
    }
}

/// What `record.life` and the `life` of the kinds' tables say.
pub(crate) mod life {
    /// Named by a reference, not created here yet.
    pub const AWAITED: i64 = 0;
    /// Here.
    pub const LIVE: i64 = 1;
    /// Deleted, or what it depends on is.
    pub const DELETED: i64 = 2;
    /// Proposed by somebody who may not decide.
    pub const PROPOSED: i64 = 3;
    /// Here, and shown as another record it is one with.
    pub const JOINED: i64 = crate::apply::JOINED;

    /// The names in answers and conditions.
    pub const NAMES: [(&str, i64); 3] =
        [("live", LIVE), ("deleted", DELETED), ("proposed", PROPOSED)];

    /// The name of a life in answers.
    pub fn name(life: i64) -> &'static str {
        NAMES
            .iter()
            .find(|(_, number)| *number == life)
            .map_or("awaited", |(name, _)| name)
    }
}
