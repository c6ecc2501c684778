//! Laws of the store, tried on random histories.

mod history;
mod log;
mod merge;
mod schema;
mod undo;
mod world;
