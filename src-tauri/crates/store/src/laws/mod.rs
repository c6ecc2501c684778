//! Laws of the store, tried on random histories.

mod history;
mod log;
mod schema;
mod undo;
mod world;
