//! Vague time: what texts say, and the laws that hold whatever they say.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test says what is wrong by panicking"
)]

mod laws;
mod readings;
mod texts;
