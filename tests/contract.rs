//! Asks the built `workstreams` what the command line contract promises, verb by verb.
//!
//! The tests know the contract and nothing of the program: they start it as a person would, on a
//! store in a folder of its own, and read what it prints. They need `workstreams` in the folder
//! of the build profile (`cargo build --workspace`), or `WORKSTREAMS_BIN`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test says what is wrong by panicking"
)]

#[path = "contract/support.rs"]
mod support;

mod contract {
    mod backups;
    mod compare;
    mod dates;
    mod envelope;
    mod exchange;
    mod fields;
    mod form;
    mod history;
    mod init;
    mod joining;
    mod keys;
    mod kinds;
    mod languages;
    mod lists;
    mod overview;
    mod personal;
    mod plan;
    mod proof;
    mod publication;
    mod records;
    mod sample;
    mod search;
    mod undo;
}

#[test]
fn no_file_is_forgotten() {
    support::assert_every_file_is_a_module("contract", include_str!("contract.rs"));
}
