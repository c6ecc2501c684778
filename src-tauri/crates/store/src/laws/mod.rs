//! Laws of the store, tried on random histories.

mod apart;
mod arrival;
mod backup;
mod closing;
mod compare;
mod erase;
mod history;
mod joined;
mod later;
mod log;
mod merge;
pub mod mutants;
mod oracle;
mod schema;
mod search;
mod simulated;
mod undo;
mod world;
