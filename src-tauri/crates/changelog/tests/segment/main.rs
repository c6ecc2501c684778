//! Sealed segments, seen from outside.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test stops at the first surprise"
)]

mod figures;
mod fixture;
mod forged;
mod hostile;
mod pinned;
mod round_trip;
