//! The program with less of something than it might like.

use crate::support::{Output, Store, binary, finish};

/// Runs the program under a limit that the shell sets.
pub fn under(store: &Store, limit: &str, args: &[&str]) -> Output {
    let mut command = store.command_of("sh");
    command
        .arg("-c")
        .arg(format!("{limit}; exec \"$@\""))
        .arg("sh")
        .arg(binary())
        .arg("--store")
        .arg(store.file())
        .args(args);
    finish(command, args)
}
