//! The shell: a window on the core. It adapts and decides nothing; what a command does is in [`commands`].

mod chooser;
mod clock;
mod commands;
mod desk;
mod failure;
mod kept;
mod log;
mod readers;
mod window;
mod writer;

pub use chooser::Chooser;
pub use clock::Clock;
pub use commands::{COMMANDS, Command, Way, find};
pub use desk::{ChangedEvent, Desk, Places};
pub use failure::Failure;
pub use window::run;
