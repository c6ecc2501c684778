//! The readers: a few connections that only read, lent to whoever asks and never to the window's own thread.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

use serde_json::json;
use store::{Access, Store, SystemWorld};

use crate::failure::{Failure, guarded};

/// The most connections at once. Each keeps its prepared statements, so few serve better than many.
const MOST: usize = 4;

/// Connections to one file.
pub struct Readers {
    file: PathBuf,
    most: usize,
    state: Mutex<State>,
    freed: Condvar,
}

#[derive(Default)]
struct State {
    idle: Vec<Store>,
    lent: usize,
    reads: BTreeMap<u64, Read>,
    next: u64,
}

/// A read that is running.
struct Read {
    interrupt: Box<dyn Fn() + Send>,
    interrupted: Arc<AtomicBool>,
}

impl Readers {
    /// Readers of a file; connections are opened as they are needed.
    pub fn of(file: PathBuf) -> Readers {
        Readers {
            file,
            most: MOST,
            state: Mutex::default(),
            freed: Condvar::new(),
        }
    }

    /// Readers of a store that is in memory: it has one connection, lent to one after another.
    pub fn of_store(store: Store) -> Readers {
        let state = State {
            idle: vec![store],
            ..State::default()
        };
        Readers {
            file: PathBuf::new(),
            most: 0,
            state: Mutex::new(state),
            freed: Condvar::new(),
        }
    }

    /// Asks the store something and waits for the answer.
    ///
    /// # Errors
    /// Those of the question, a refusal `interrupted` where nobody wanted the answer any more, and a defect where it
    /// panicked.
    pub fn read<T>(
        &self,
        question: impl FnOnce(&Store) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let store = self.lend()?;
        let handle = store.connection().get_interrupt_handle();
        let interrupted = Arc::new(AtomicBool::new(false));
        let ticket = {
            let mut state = self.state();
            state.next += 1;
            let ticket = state.next;
            let read = Read {
                interrupt: Box::new(move || handle.interrupt()),
                interrupted: Arc::clone(&interrupted),
            };
            state.reads.insert(ticket, read);
            ticket
        };
        let answer = guarded(|| question(&store));
        let mut state = self.state();
        // Taken off the list before the connection is lent again, so that no interrupt meets another's read.
        state.reads.remove(&ticket);
        state.lent -= 1;
        state.idle.push(store);
        drop(state);
        self.freed.notify_one();
        match answer {
            Err(_) if interrupted.load(Ordering::Acquire) => {
                Err(Failure::refused("interrupted", &json!({})))
            }
            answer => answer,
        }
    }

    /// Stops every read that is running: whoever asked has gone.
    pub fn interrupt(&self) {
        for read in self.state().reads.values() {
            read.interrupted.store(true, Ordering::Release);
            (read.interrupt)();
        }
    }

    fn lend(&self) -> Result<Store, Failure> {
        let mut state = self.state();
        loop {
            if let Some(store) = state.idle.pop() {
                state.lent += 1;
                return Ok(store);
            }
            if state.lent < self.most {
                state.lent += 1;
                break;
            }
            state = self
                .freed
                .wait(state)
                .unwrap_or_else(PoisonError::into_inner);
        }
        drop(state);
        Store::open(&self.file, Access::Read, Box::new(SystemWorld)).map_err(|error| {
            self.state().lent -= 1;
            self.freed.notify_one();
            error.into()
        })
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use std::thread;

    use store::Start;

    use super::*;

    fn store() -> (tempfile::TempDir, Readers) {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("network.store");
        Store::create(&file, Start::Empty, Box::new(SystemWorld)).unwrap();
        (folder, Readers::of(file))
    }

    const ENDLESS: &str =
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n";

    #[test]
    fn a_long_read_is_interrupted_and_its_connection_goes_on() {
        let (_folder, readers) = store();
        let endless = |store: &Store| {
            let counted: Result<i64, _> =
                store.connection().query_row(ENDLESS, (), |row| row.get(0));
            counted.map_err(|error| Failure::from(store::Error::from(error)))
        };
        let failure = thread::scope(|scope| {
            let read = scope.spawn(|| readers.read(endless));
            while !read.is_finished() {
                readers.interrupt();
                thread::yield_now();
            }
            read.join().unwrap().unwrap_err()
        });
        assert_eq!((failure.kind, failure.code), ("refused", "interrupted"));
        assert!(readers.read(|store| Ok(store.site()?)).is_ok());
    }

    #[test]
    fn no_more_connections_than_there_may_be_are_open() {
        let (_folder, readers) = store();
        thread::scope(|scope| {
            for _ in 0..MOST * 4 {
                scope.spawn(|| readers.read(|store| Ok(store.site()?)).unwrap());
            }
        });
        let state = readers.state();
        assert_eq!(state.lent, 0);
        assert!((1..=MOST).contains(&state.idle.len()));
    }

    #[test]
    fn a_panic_gives_the_connection_back() {
        let (_folder, readers) = store();
        for _ in 0..MOST + 1 {
            let failure = readers.read::<()>(|_| panic!("of a question")).unwrap_err();
            assert_eq!(failure.kind, "defect");
        }
        assert!(readers.read(|_| Ok(())).is_ok());
    }
}
