//! The SQLite file: schema, migrations, the one write door, the change log, queries, search, history, undo.
//!
//! Nothing else changes a table: every edit is a change in the log, and the tables are what the log adds up to. The rules
//! are in `ARCHITECTURE.md`.

/// Whether a test leaves a rule out, to see that the laws would notice.
#[cfg(test)]
macro_rules! left_out {
    ($mutant:ident) => {
        crate::laws::mutants::left_out(crate::laws::mutants::Mutant::$mutant)
    };
}
#[cfg(not(test))]
macro_rules! left_out {
    ($mutant:ident) => {
        false
    };
}

mod apply;
mod backup;
mod carry;
mod closing;
mod connect;
mod digest;
mod door;
mod draft;
mod erase;
mod error;
mod exchange;
mod files;
mod joined;
pub mod kill;
#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic)]
mod laws;
mod lineage;
mod merge;
mod past;
mod publication;
pub mod query;
mod rebuild;
mod receive;
pub mod schema;
pub mod search;
mod set_back;
mod settings;
mod settle;
mod site;
mod undo;
mod world;

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use domain::input::Assignment;
use rusqlite::TransactionBehavior;
use uuid::Uuid;

pub use apply::Changed;
pub use backup::{Backup, Holds, Progress, Reason, Recovered, backups, recover};
pub use carry::Carried;
pub use digest::Digest;
pub use door::{Act, Door, Seen, Written};
pub use draft::Draft;
pub use erase::Erased;
pub use error::{Error, ErrorKind, Result};
pub use exchange::{Lacking, Packed, Waiting};
pub use joined::{Pick, Side, kinds as joinable};
pub use lineage::Place;
pub use merge::{Brought, ByPerson, Count, Merged, Missing, Mode, Outcome, Private, Told};
pub use publication::{Publication, build as build_publication};
pub use rebuild::{Fault, Report};
pub use receive::Sealed;
pub use rusqlite::Connection;
pub use set_back::{PastMerge, SetBack};
pub use settle::{Choice, Settled};
pub use undo::{Kept, UndoAnswer, Undone, When};
pub use world::{SystemWorld, World, user_folder};

use files::NewFile;
use site::{Site, set, setting};

/// What a new store starts with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Start {
    /// The published network.
    Published,
    /// Nothing; it has no network until its first own change or first merge.
    Empty,
}

/// Whether a store is opened to be read or to be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// To be read; nothing of the file changes.
    Read,
    /// To be written.
    Write,
}

/// An open store.
pub struct Store {
    file: PathBuf,
    connection: Connection,
    world: Box<dyn World + Send>,
    too_new: bool,
}

impl Store {
    /// Makes a new store. The file appears whole or not at all.
    ///
    /// # Errors
    /// Refuses a file that is there; fails where none can be written.
    pub fn create(file: &Path, start: Start, mut world: Box<dyn World + Send>) -> Result<Store> {
        if file.symlink_metadata().is_ok() {
            return Err(Error::Exists(file.to_owned()));
        }
        let made = NewFile::of(file, world.as_mut()).and_then(|new| {
            Store::draft(new.path(), start, world.as_mut())?;
            new.appear()
        });
        made.map_err(|error| error.at(file))?;
        Store::open(file, Access::Write, world)
    }

    fn draft(draft: &Path, start: Start, world: &mut dyn World) -> Result<()> {
        let identity =
            world::file_identity(draft).map_err(|source| files::failure(draft, source))?;
        let identity = format!("{}/{identity}", world.machine());
        let connection = Connection::open(draft)?;
        connect::prepare(&connection)?;
        // Nobody sees the draft, so it needs no journal; one flush at the end makes it durable.
        connection.execute_batch(
            "PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = ON; BEGIN;",
        )?;
        schema::migrate(&connection, 0)?;
        Site::found(&connection, world, &identity)?;
        if start == Start::Published {
            publication::load(&connection)?;
        }
        connection.execute_batch("COMMIT; PRAGMA optimize; PRAGMA journal_mode = WAL;")?;
        Ok(())
    }

    /// Opens a store.
    ///
    /// # Errors
    /// Names what is wrong with the file. A store of a newer build can be opened to be read.
    pub fn open(file: &Path, access: Access, mut world: Box<dyn World + Send>) -> Result<Store> {
        let (connection, too_new) = connect::open(file, access == Access::Write, |older| {
            backup::before_migration(older, file, world.as_mut())
        })?;
        let mut store = Store {
            file: file.to_owned(),
            connection,
            world,
            too_new,
        };
        if access == Access::Write {
            let _ = store.erase_copies();
        }
        Ok(store)
    }

    /// The file.
    pub fn file(&self) -> &Path {
        &self.file
    }

    /// The connection, for the queries of [`query`] and [`search`].
    pub fn connection(&self) -> &Connection {
        &self.connection
    }

    /// Whether a newer build wrote the file, so that it is only read.
    pub fn is_too_new(&self) -> bool {
        self.too_new
    }

    /// Refuses a file of a newer build, whose tables may mean other things than this one reads in them.
    ///
    /// # Errors
    /// [`Error::TooNew`] for such a file.
    pub fn refuse_too_new(&self) -> Result<()> {
        if !self.too_new {
            return Ok(());
        }
        let found = self
            .connection
            .pragma_query_value(None, "user_version", |row| row.get(0))?;
        Err(Error::TooNew {
            file: self.file.clone(),
            found,
            known: schema::NEWEST,
        })
    }

    /// The network the store belongs to; none for an empty one before its first change.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn network(&self) -> Result<Option<Uuid>> {
        Ok(setting::<[u8; 16]>(&self.connection, "network")?.map(Uuid::from_bytes))
    }

    /// The record of the person this laptop belongs to, once there is one.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn person(&self) -> Result<Option<Uuid>> {
        Ok(setting::<[u8; 16]>(&self.connection, "person")?.map(Uuid::from_bytes))
    }

    /// Does something as one transaction: all of it or nothing.
    ///
    /// # Errors
    /// Those of what is done, and where the file cannot be written. Then the file is as it was.
    pub fn write<T>(
        &mut self,
        act: Act,
        deed: impl FnOnce(&mut Door<'_>) -> Result<T>,
    ) -> Result<Written<T>> {
        let file = self.file.clone();
        self.write_unnamed(act, deed)
            .map_err(|error| error.at(&file))
    }

    fn write_unnamed<T>(
        &mut self,
        act: Act,
        deed: impl FnOnce(&mut Door<'_>) -> Result<T>,
    ) -> Result<Written<T>> {
        let identity = self.identity()?;
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        // Read within the transaction: another program may have written since.
        let site = Site::read(&transaction, identity)?;
        let mut door = Door::begin(&transaction, self.world.as_mut(), site, act);
        let answer = deed(&mut door)?;
        let (txn, changed) = door.finish()?;
        if txn.is_some() {
            kill::point("edit-written");
            transaction.commit()?;
            kill::point("edit-stored");
            // What was done is done; what this cannot reach now is tried again.
            let _ = self.erase_copies();
        }
        Ok(Written {
            txn,
            changed,
            answer,
        })
    }

    /// Writes whose laptop this is, see [`Door::introduce`].
    ///
    /// # Errors
    /// Refuses what a person's record cannot hold; fails where the file cannot be written.
    pub fn introduce(&mut self, set: &[Assignment]) -> Result<Written<Uuid>> {
        self.write(Act::typed(), |door| door.introduce(set))
    }

    /// Stops flushing each transaction to the disk, or starts again and flushes all there is. For making a store that
    /// nobody has seen yet: a power cut in between can damage it.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn set_flushing(&mut self, each: bool) -> Result<()> {
        let set = || -> rusqlite::Result<()> {
            if each {
                self.connection
                    .execute_batch("PRAGMA synchronous = FULL; PRAGMA cache_size = -16384; PRAGMA wal_autocheckpoint = 1000; \
                     PRAGMA wal_checkpoint(TRUNCATE);")
            } else {
                self.connection.execute_batch(
                    // What nobody has seen is made by one program: it may hold most of the file and clear the log rarely.
                    "PRAGMA synchronous = OFF; PRAGMA cache_size = -262144; PRAGMA wal_autocheckpoint = 16384;",
                )
            }
        };
        set().map_err(|error| Error::from(error).at(&self.file))
    }

    /// Says whose laptop this is from now on.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn set_person(&mut self, person: Uuid) -> Result<()> {
        set(&self.connection, "person", person.as_bytes())
            .map_err(|error| Error::from(error).at(&self.file))
    }

    /// Takes back a transaction: the one named, or the last one of the person on this site that still stands.
    ///
    /// # Errors
    /// Refuses where there is none. Cells that others built on are kept and told in the answer.
    pub fn undo(&mut self, txn: Option<&str>, act: Act) -> Result<Written<UndoAnswer>> {
        let target = match txn {
            Some(text) => {
                undo::named(&self.connection, text).map_err(|error| error.at(&self.file))?
            }
            None => self.next(&act)?.undo.ok_or(Error::NothingToUndo)?,
        };
        self.take_back(&target, act)
    }

    /// Writes into a field of a record what stood there before or after a transaction, as an ordinary edit; of a field that
    /// holds several, into one of its links where one is named.
    ///
    /// # Errors
    /// Refuses a field that the transaction did not change, reference data, fields of a deleted record, and what would point
    /// to one.
    pub fn restore_field(
        &mut self,
        txn: &str,
        record: Uuid,
        (field, link): (&str, Option<Uuid>),
        side: When,
        act: Act,
    ) -> Result<Written<()>> {
        let target = undo::named(&self.connection, txn).map_err(|error| error.at(&self.file))?;
        self.write(act, |door| {
            undo::restore(door, &target, record, (field, link), side)
        })
    }

    /// Does again what was undone last.
    ///
    /// # Errors
    /// Refuses where nothing was undone since the last edit.
    pub fn redo(&mut self, act: Act) -> Result<Written<UndoAnswer>> {
        let target = self.next(&act)?.redo.ok_or(Error::NothingToRedo)?;
        self.take_back(&target, act)
    }

    /// The transactions that undoing and redoing would take back next, if any.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn undoable(&self, person: Option<Uuid>) -> Result<(Option<Uuid>, Option<Uuid>)> {
        let next = self.next(&Act {
            person,
            ..Act::typed()
        })?;
        Ok((next.undo.map(|txn| txn.id), next.redo.map(|txn| txn.id)))
    }

    fn next(&self, act: &Act) -> Result<undo::Next> {
        let own = || -> Result<undo::Next> {
            let site = Site::read(&self.connection, String::new())?;
            undo::next(&self.connection, site.chain, act.person.or(site.person))
        };
        own().map_err(|error| error.at(&self.file))
    }

    fn take_back(&mut self, target: &undo::Txn, act: Act) -> Result<Written<UndoAnswer>> {
        let undoes = undo::name(&self.connection, target).map_err(|error| error.at(&self.file))?;
        let act = Act {
            origin: undo::ORIGIN,
            undoes: Some(undoes),
            ..act
        };
        let undone = target.id;
        self.write(act, |door| {
            Ok(UndoAnswer {
                undone,
                rows: undo::take_back(door, target)?,
            })
        })
    }

    /// The digest of what is in effect, with what was received.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn digest(&self) -> Result<Digest> {
        digest::digest(&self.connection).map_err(|error| error.at(&self.file))
    }

    /// Checks the whole store against its log.
    ///
    /// # Errors
    /// Where the file cannot be read at all.
    pub fn verify(&self) -> Result<Report> {
        rebuild::verify(&self.connection).map_err(|error| error.at(&self.file))
    }

    /// The network as the log knew it at the end of a day, in memory, for the queries of [`query`].
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn known(&self, day: NaiveDate) -> Result<Connection> {
        rebuild::known(&self.connection, day)
            .and_then(|cut| rebuild::rebuild(&self.connection, Some(&cut)))
            .map_err(|error| error.at(&self.file))
    }

    /// The network as the log knew it at the end of a day, as a store in memory that is only read.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn as_known(&self, day: NaiveDate) -> Result<Store> {
        Ok(Store {
            file: self.file.clone(),
            connection: self.known(day)?,
            world: Box::new(SystemWorld),
            too_new: self.too_new,
        })
    }

    /// How many own changes no other laptop was given yet.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn unshared(&self) -> Result<i64> {
        site::unshared(&self.connection).map_err(|error| error.at(&self.file))
    }
}

impl Error {
    /// Says which file a failure of SQLite is about, and what it means.
    #[must_use]
    pub fn at(self, file: &Path) -> Error {
        match self {
            Error::Sqlite(error) => error::of_file(file, error),
            Error::Unwritable(_) => Error::Unwritable(file.to_owned()),
            Error::DiskFull(_) => Error::DiskFull(file.to_owned()),
            other => other,
        }
    }
}
