//! The log that a report of a fault is made from: codes and places in the program, never what people wrote.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use crate::clock::Clock;

/// The most bytes of the log before it is begun anew; the one before is kept.
const MOST: u64 = 1 << 20;

/// A file that lines are added to.
pub struct Log {
    file: PathBuf,
    clock: Clock,
    writing: Mutex<()>,
}

impl Log {
    /// A log in this file, which is made when there is something to say.
    pub fn new(file: PathBuf, clock: Clock) -> Log {
        Log {
            file,
            clock,
            writing: Mutex::new(()),
        }
    }

    /// Adds a line. A log that cannot be written is no reason to stop.
    pub fn write(&self, line: &str) {
        let _writing = self.writing.lock().unwrap_or_else(PoisonError::into_inner);
        if fs::metadata(&self.file).is_ok_and(|found| found.len() > MOST) {
            let _ = fs::rename(&self.file, self.file.with_extension("old.log"));
        }
        if let Some(folder) = self.file.parent() {
            let _ = fs::create_dir_all(folder);
        }
        let opened = OpenOptions::new()
            .create(true)
            .append(true)
            .open(&self.file);
        if let Ok(mut file) = opened {
            let time = self.clock.now().to_rfc3339();
            let _ = writeln!(file, "{time} {}", line.replace('\n', " | "));
        }
    }
}
