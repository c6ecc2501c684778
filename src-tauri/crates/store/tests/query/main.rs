//! What lists, records, keys and histories answer, on small networks made by hand.

mod conditions;
mod groups;
mod history;
mod incoming;
mod key;
mod network;
mod order;
mod overview;
mod record;
