//! The one writer: a thread that owns the store and does what it is given, in order.

use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use store::Store;

use crate::failure::{Failure, guarded};

/// How often a writer that has nothing to do looks whether another program wrote.
const LOOK: Duration = Duration::from_millis(500);

type Job = Box<dyn FnOnce(&mut Store) + Send>;

/// The door to the writing thread; the thread ends with it.
pub struct Writer {
    jobs: Option<Sender<Job>>,
    thread: Option<JoinHandle<()>>,
}

impl Writer {
    /// Starts the thread. `elsewhere` is called after another program or laptop tool changed the file.
    ///
    /// # Errors
    /// Where the system gives no thread.
    pub fn start(store: Store, elsewhere: impl Fn() + Send + 'static) -> Result<Writer, Failure> {
        let (jobs, given) = mpsc::channel();
        let thread = thread::Builder::new()
            .name("writer".into())
            .spawn(move || work(store, &given, &elsewhere))
            .map_err(|error| Failure::defect(&error.to_string()))?;
        Ok(Writer {
            jobs: Some(jobs),
            thread: Some(thread),
        })
    }

    /// Does something with the store and waits for it.
    ///
    /// # Errors
    /// Those of what is done, and a defect where it panicked.
    pub fn call<T: Send + 'static>(
        &self,
        deed: impl FnOnce(&mut Store) -> Result<T, Failure> + Send + 'static,
    ) -> Result<T, Failure> {
        let (answer, answered) = mpsc::sync_channel(1);
        self.later(move |store| {
            // Nobody waits any more where the program is ending.
            let _ = answer.send(guarded(|| deed(store)));
        })?;
        answered.recv().map_err(|_| gone())?
    }

    /// Does something with the store when it is its turn, and waits for nothing.
    ///
    /// # Errors
    /// A defect where the thread has ended.
    pub fn later(&self, deed: impl FnOnce(&mut Store) + Send + 'static) -> Result<(), Failure> {
        self.jobs
            .as_ref()
            .ok_or_else(gone)?
            .send(Box::new(deed))
            .map_err(|_| gone())
    }
}

fn gone() -> Failure {
    Failure::defect("the writer has ended")
}

impl Drop for Writer {
    fn drop(&mut self) {
        drop(self.jobs.take());
        // What was begun is finished before the store counts as closed.
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn work(mut store: Store, given: &Receiver<Job>, elsewhere: &dyn Fn()) {
    let mut version = version_of(&store);
    loop {
        match given.recv_timeout(LOOK) {
            Ok(job) => job(&mut store),
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return,
        }
        // SQLite leaves this number alone for what the connection writes itself, so only others move it.
        let now = version_of(&store);
        if now != version {
            version = now;
            elsewhere();
        }
    }
}

/// A number that moves with each transaction of other connections; none where it cannot be read just now.
fn version_of(store: &Store) -> Option<i64> {
    store
        .connection()
        .pragma_query_value(None, "data_version", |row| row.get(0))
        .ok()
}
