//! The format of the change log: values, changes, chain hashes, clocks and sealed segments.
//!
//! Everything here is a pure function of its arguments. The rules it serves are in `ARCHITECTURE.md`, "The change log".

mod change;
mod clock;
pub mod codec;
pub mod crypto;
pub mod segment;

pub use change::{Change, Origin, Transaction, transaction_id};
pub use clock::Clock;
pub use crypto::{ChainHash, SigningKey};
