//! `workstreams`: the Network's records on the command line. See `workstreams help`.

#![forbid(unsafe_code)]

mod answer;
mod arguments;
mod failure;
mod print;
mod verbs;

use std::io::Write;
use std::process::ExitCode;

use messages::Messages;

use crate::arguments::{Arguments, wants_json};
use crate::failure::Failure;

fn main() -> ExitCode {
    let given: Vec<std::ffi::OsString> = std::env::args_os().skip(1).collect();
    let json = wants_json(&given);
    // A panic is a defect of ours: it is told as one, not as a trace.
    std::panic::set_hook(Box::new(|_| {}));
    let outcome = std::panic::catch_unwind(|| run(given));
    let (locale, outcome) = outcome.unwrap_or_else(|panic| {
        let detail = panic
            .downcast_ref::<String>()
            .cloned()
            .or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned()))
            .unwrap_or_default();
        (
            messages::Locale::of_system(),
            Err(Failure::of(store::Error::Defect(detail))),
        )
    });
    let messages = Messages::new(locale);
    match outcome {
        Ok(answer) => {
            let mut out = std::io::stdout().lock();
            let written = out
                .write_all(answer.print(json).as_bytes())
                .and_then(|()| out.flush());
            for line in &answer.remarks {
                eprintln!("{line}");
            }
            // Whoever closed the pipe has read enough.
            if written.is_err() {
                ExitCode::SUCCESS
            } else {
                ExitCode::from(answer.exit)
            }
        }
        Err(failure) => {
            eprintln!("{}", failure.print(&messages, json));
            ExitCode::from(failure.exit())
        }
    }
}

fn run(given: Vec<std::ffi::OsString>) -> (messages::Locale, Result<answer::Answer, Failure>) {
    match Arguments::read(given) {
        Ok(arguments) => {
            let locale = arguments.locale;
            (locale, verbs::run(&arguments))
        }
        Err((locale, failure)) => (locale, Err(failure)),
    }
}
