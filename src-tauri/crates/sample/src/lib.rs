//! Practice networks: plausible, clearly made-up records and edits, the same for the same size and seed on every machine.
//!
//! [`plan`] says what people would have done in ten years, as a stream of steps in the words of the command line;
//! [`create`] plays it into a new store. The plan is drawn from whole numbers only and knows no store.

mod calendar;
mod draw;
mod plan;
mod size;
mod step;
mod vague;
mod words;
mod world;
mod write;

#[cfg(test)]
mod tests;

pub use plan::{Plan, plan};
pub use size::Size;
pub use step::{Deed, Handle, Named, Step};
pub use world::{SampleClock, SampleWorld};
pub use write::{create, practise, write};
