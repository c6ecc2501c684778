//! What the Network's records are.
//!
//! One description of every kind of record ([`kinds::KINDS`]) from which follow the tables, the change log's checks, the
//! command line's words and the window's forms. This crate does no I/O, knows no SQL and reads no clock.

pub mod alike;
pub mod fold;
pub mod ids;
pub mod input;
pub mod kind;
pub mod kinds;
pub mod language;
pub mod nearest;
pub mod time;
pub mod value;
pub mod vocabulary;

pub use kind::{Field, Home, Kind, Label, LinkTarget, Links, Personal, Type};
pub use language::Language;
pub use value::{Existence, LinkEnd, Value};
pub use vocabulary::Vocabulary;
