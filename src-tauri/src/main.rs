//! Workstream Desk in a window.

use std::process::ExitCode;

fn main() -> ExitCode {
    workstream_desk::run(std::env::args_os().skip(1).collect())
}
