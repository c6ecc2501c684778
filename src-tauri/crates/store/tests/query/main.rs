//! What lists, records, keys and histories answer, on small networks made by hand.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

mod checks;
mod conditions;
mod coverage;
mod duplicates;
mod groups;
mod history;
mod incoming;
mod key;
mod network;
mod order;
mod overview;
mod record;
mod timeline;
