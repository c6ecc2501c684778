//! Gives the built `workstreams` what goes wrong on real laptops: damaged files, full disks,
//! locked folders, a second program on the same store, and kill -9 at any moment.
//!
//! `WORKSTREAMS_KILLS` sets how often the program is killed (100 if absent), `WORKSTREAMS_SEED`
//! the moments (1 if absent).
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test says what is wrong by panicking"
)]

#[path = "contract/support.rs"]
#[allow(dead_code, reason = "the tests of the contract use the rest")]
mod support;

mod faults {
    mod damaged;
    mod dice;
    mod folder;
    #[cfg(unix)]
    mod full_disk;
    #[cfg(target_os = "linux")]
    mod hostile;
    mod killed;
    #[cfg(unix)]
    mod limits;
    mod merging;
    mod named;
    mod points;
    mod recovery;
    mod together;
    #[cfg(unix)]
    mod unwritable;
}

#[test]
fn no_file_is_forgotten() {
    support::assert_every_file_is_a_module("faults", include_str!("faults.rs"));
}
