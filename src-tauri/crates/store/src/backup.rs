//! Copies of a whole store beside it, and going back to one.
//!
//! A backup is a store of its own: copied page by page while others write, checked, and only then given its name. It
//! says of which installation it is no longer: whoever goes on with it, in whichever way it was put back, goes on as a
//! new site, because changes that were written after it may be with others already.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::{DateTime, Datelike, NaiveDateTime, Utc};
use domain::{Value, kinds};
use rusqlite::backup::StepResult;
use rusqlite::{Connection, ErrorCode, OpenFlags, TransactionBehavior};
use uuid::Uuid;

use crate::apply::Effect;
use crate::digest::Sum;
use crate::door::{Act, Door, PERSON};
use crate::error::{Error, Result};
use crate::files::{self, NewFile, beside, failure, folder_of};
use crate::site::{Site, set, setting};
use crate::world::{self, World};
use crate::{Store, connect, erase, kill, rebuild};

/// What comes after a store's name in that of the folder of its backups.
const FOLDER: &str = ".backups";
/// The time in a backup's name: it sorts, and every file system takes it.
const TIME: &str = "%Y-%m-%dT%H%M%SZ";
const ENDING: &str = ".store";
/// What stands between the stem and the time in the name of a store that was given up for a backup.
const ASIDE: &str = ".before-recovery-";
/// How many pages are copied between two looks at who waits: 1 MiB.
const PAGES: i32 = 256;
const DAY: i64 = 86_400_000;
/// How long a backup is spared that was made before a merge.
const SPARED: i64 = 30 * DAY;

/// What a backup says of itself.
mod key {
    pub const DIGEST: &str = "backup.digest";
    pub const CHANGES: &str = "backup.changes";
    pub const ALL: &str = "backup.*";
}

/// Is told how much of how much is done; answers whether to go on.
pub type Progress<'p> = &'p mut dyn FnMut(u64, u64) -> bool;

/// Why a backup was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// Somebody asked for it.
    Asked,
    /// A day had gone by.
    Daily,
    /// Changes of others were about to come in.
    Merge,
    /// A file was about to be imported.
    Import,
    /// The schema was about to be brought up to a newer build.
    Migration,
}

impl Reason {
    /// All of them.
    pub const ALL: [Reason; 5] = [
        Reason::Asked,
        Reason::Daily,
        Reason::Merge,
        Reason::Import,
        Reason::Migration,
    ];

    /// The code in names and answers.
    pub const fn code(self) -> &'static str {
        match self {
            Reason::Asked => "asked",
            Reason::Daily => "daily",
            Reason::Merge => "merge",
            Reason::Import => "import",
            Reason::Migration => "migration",
        }
    }
}

/// A backup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// The file.
    pub file: PathBuf,
    /// When it was made, in milliseconds since 1970, UTC.
    pub time: i64,
    /// Why.
    pub reason: Reason,
    /// How long the file is.
    pub bytes: u64,
    /// What it holds; none where the file can no longer be read.
    pub holds: Option<Holds>,
}

/// What a backup holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holds {
    /// The digest.
    pub digest: [u8; 32],
    /// How many changes there are in the log.
    pub changes: i64,
}

impl Holds {
    fn of(connection: &Connection) -> Result<Holds> {
        Ok(Holds {
            // Worked out: what is kept says nothing of what became of the file.
            digest: Sum::of(connection)?.hash(),
            changes: connection.query_row("SELECT count(*) FROM change", (), |row| row.get(0))?,
        })
    }

    fn note(&self, connection: &Connection) -> Result<()> {
        set(connection, key::DIGEST, self.digest)?;
        Ok(set(connection, key::CHANGES, self.changes)?)
    }

    /// What a backup noted when it was made; none in a store that is no backup.
    fn noted(connection: &Connection) -> Result<Option<Holds>> {
        let digest = setting(connection, key::DIGEST)?;
        let changes = setting(connection, key::CHANGES)?;
        Ok(digest
            .zip(changes)
            .map(|(digest, changes)| Holds { digest, changes }))
    }
}

/// What became of the store that was there before a recovery.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recovered {
    /// Where the former file is now; none where there was none.
    pub kept: Option<PathBuf>,
    /// How long the store is.
    pub bytes: u64,
    /// What it holds.
    pub holds: Holds,
}

/// The folder of a store's backups.
fn folder(file: &Path) -> PathBuf {
    beside(file, FOLDER)
}

/// Lists the backups of a store, newest first. The store itself need not be there.
///
/// # Errors
/// Where the folder cannot be read.
pub fn backups(file: &Path) -> Result<Vec<Backup>> {
    let folder = folder(file);
    let entries = match fs::read_dir(&folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(failure(&folder, error)),
    };
    let mut found = Vec::new();
    for entry in entries {
        let entry = entry.map_err(|error| failure(&folder, error))?;
        let name = entry.file_name();
        let Some((time, reason, again)) = read_name(&name.to_string_lossy()) else {
            continue;
        };
        let file = entry.path();
        let holds = connect::read(&file).and_then(|(connection, _)| Holds::noted(&connection));
        let backup = Backup {
            time,
            reason,
            bytes: entry.metadata().map_or(0, |metadata| metadata.len()),
            holds: holds.ok().flatten(),
            file,
        };
        found.push((again, backup));
    }
    found.sort_by(|(again, a), (than, b)| (b.time, than).cmp(&(a.time, again)));
    Ok(found.into_iter().map(|(_, backup)| backup).collect())
}

fn name(time: DateTime<Utc>, reason: Reason, again: u32) -> String {
    let (time, again) = (time.format(TIME), numbered(again));
    format!("{time}-{}{again}{ENDING}", reason.code())
}

/// What tells two names of one second apart.
fn numbered(again: u32) -> String {
    match again {
        0 => String::new(),
        again => format!("-{again}"),
    }
}

/// The time and reason in a name, and which of one second it is.
fn read_name(name: &str) -> Option<(i64, Reason, u32)> {
    let name = name.strip_suffix(ENDING)?;
    let (time, rest) = name.split_at_checked("2000-01-01T000000Z".len())?;
    let time = NaiveDateTime::parse_from_str(time, TIME).ok()?.and_utc();
    let rest = rest.strip_prefix('-')?;
    let (code, again) = match rest.split_once('-') {
        Some((code, again)) => (code, again.parse().ok()?),
        None => (rest, 0),
    };
    let reason = Reason::ALL.into_iter().find(|one| one.code() == code)?;
    Some((time.timestamp_millis(), reason, again))
}

/// Which backups are no longer needed, of those given by time and reason, newest first.
///
/// Kept are all of a day that is not over, the last of each day for two weeks, of each week for a quarter, and of each
/// month after; besides the newest, and for a month those made before a merge.
fn surplus(made: &[(i64, Reason)], now: i64) -> Vec<usize> {
    let mut taken = BTreeSet::new();
    let mut surplus = Vec::new();
    for (at, (time, reason)) in made.iter().enumerate() {
        let date = DateTime::from_timestamp_millis(*time)
            .unwrap_or_default()
            .date_naive();
        let days = now.div_euclid(DAY) - time.div_euclid(DAY);
        // Tells days, weeks and months apart from each other, too.
        let span = match days {
            ..=0 => continue,
            1..=14 => (0, date.year(), date.ordinal()),
            15..=92 => (1, date.iso_week().year(), date.iso_week().week()),
            _ => (2, date.year(), date.month()),
        };
        let is_last = taken.insert(span);
        let is_spared = at == 0 || (*reason == Reason::Merge && now - time < SPARED);
        if !is_last && !is_spared {
            surplus.push(at);
        }
    }
    surplus
}

fn thin(file: &Path, now: i64) -> Result<()> {
    let backups = backups(file)?;
    let made: Vec<(i64, Reason)> = backups
        .iter()
        .map(|backup| (backup.time, backup.reason))
        .collect();
    for at in surplus(&made, now) {
        // One that cannot be removed is tried again next time; the new one is there all the same.
        let _ = fs::remove_file(&backups[at].file);
    }
    Ok(())
}

impl Store {
    /// Makes a backup in the store's folder of backups, and thins those that are older.
    ///
    /// # Errors
    /// Where the copy cannot be written or is not what the store is; [`Error::Cancelled`] where the progress says so.
    /// Then there is no new file.
    pub fn backup(&mut self, reason: Reason, progress: Progress<'_>) -> Result<Backup> {
        let now = self.world.now();
        self.seal()?;
        let world = self.world.as_mut();
        let made = keep(&self.connection, &self.file, reason, world, progress)?;
        thin(&self.file, now)?;
        Ok(made)
    }

    /// Makes a backup under a name of one's own, which must be free. Nothing thins it.
    ///
    /// # Errors
    /// Those of [`Store::backup`], and [`Error::Exists`].
    pub fn backup_to(&mut self, to: &Path, progress: Progress<'_>) -> Result<Backup> {
        if to.symlink_metadata().is_ok() {
            return Err(Error::Exists(to.to_owned()));
        }
        let time = second(self.world.now());
        self.seal()?;
        let world = self.world.as_mut();
        let (new, holds) = whole(&self.connection, &self.file, to, world, progress)?;
        new.appear()?;
        made(to.to_owned(), time, Reason::Asked, holds)
    }

    /// Makes a backup if the last one is older than a day and something has changed since.
    ///
    /// # Errors
    /// Those of [`Store::backup`].
    pub fn daily_backup(&mut self, progress: Progress<'_>) -> Result<Option<Backup>> {
        let now = self.world.now();
        let backups = backups(&self.file)?;
        let sound = |backup: &Backup| Some((backup.time, backup.holds.clone()?));
        if let Some((time, holds)) = backups.iter().find_map(sound) {
            // A clock that was wrong for a while must not stop backups for as long.
            let is_recent = (now - time).abs() < DAY;
            let same = || Holds::of(&self.connection).map(|now| now == holds);
            if is_recent || same().map_err(|error| error.at(&self.file))? {
                return Ok(None);
            }
        }
        self.backup(Reason::Daily, progress).map(Some)
    }

    /// Seals what this installation wrote and no segment holds yet.
    fn seal(&mut self) -> Result<()> {
        let mut seal = || -> Result<()> {
            let transaction = self
                .connection
                .transaction_with_behavior(TransactionBehavior::Immediate)?;
            Site::read(&transaction, String::new())?.seal(&transaction)?;
            Ok(transaction.commit()?)
        };
        seal().map_err(|error| error.at(&self.file))
    }
}

/// Keeps a store of an older build as it is before this one changes its schema.
///
/// # Errors
/// Where no backup can be made; the store is not brought up to this build then.
pub(crate) fn before_migration(
    older: &Connection,
    file: &Path,
    world: &mut dyn World,
) -> Result<()> {
    keep(older, file, Reason::Migration, world, &mut |_, _| true).map(drop)
}

/// Makes a backup in the store's folder of backups.
fn keep(
    connection: &Connection,
    file: &Path,
    reason: Reason,
    world: &mut dyn World,
    progress: Progress<'_>,
) -> Result<Backup> {
    let folder = folder(file);
    match fs::create_dir(&folder) {
        Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => {
            return Err(failure(&folder, error));
        }
        _ => files::sweep(&folder, None),
    }
    let time = second(world.now());
    let free = (0..)
        .map(|again| folder.join(name(time, reason, again)))
        .find(|file| file.symlink_metadata().is_err())
        .unwrap_or_default();
    let (new, holds) = whole(connection, file, &free, world, progress)?;
    kill::point("backup-checked");
    new.appear()?;
    kill::point("backup-named");
    made(free, time, reason, holds)
}

/// A time as exact as names tell it.
fn second(time: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(time.div_euclid(1_000), 0).unwrap_or_default()
}

fn made(file: PathBuf, time: DateTime<Utc>, reason: Reason, holds: Holds) -> Result<Backup> {
    let bytes = fs::metadata(&file)
        .map_err(|error| failure(&file, error))?
        .len();
    Ok(Backup {
        file,
        time: time.timestamp_millis(),
        reason,
        bytes,
        holds: Some(holds),
    })
}

/// Copies a store as it is at one moment, checks the copy, and lets it say what it is.
fn whole(
    connection: &Connection,
    file: &Path,
    to: &Path,
    world: &mut dyn World,
    progress: Progress<'_>,
) -> Result<(NewFile, Holds)> {
    let from = |error: rusqlite::Error| Error::from(error).at(file);
    // Held throughout, so that what is compared is what was copied, whatever others write meanwhile.
    let moment = connection.unchecked_transaction().map_err(from)?;
    let holds = Holds::of(&moment).map_err(|error| error.at(file))?;
    let new = NewFile::of(to, world)?;
    copy(&moment, file, &new, to, progress)?;
    kill::point("backup-copied");
    moment.finish().map_err(from)?;
    let write = || -> Result<Holds> {
        let copy = open_copy(&new)?;
        refuse_unsound(&copy, file)?;
        holds.note(&copy)?;
        disown(&copy)?;
        Holds::of(&copy)
    };
    if write().map_err(|error| error.at(to))? != holds {
        return Err(Error::Damaged {
            file: file.to_owned(),
            detail: "its copy is not what it is".into(),
        });
    }
    Ok((new, holds))
}

/// Copies a store into an empty file by SQLite's own means, a piece at a time.
fn copy(
    from: &Connection,
    file: &Path,
    new: &NewFile,
    to: &Path,
    progress: Progress<'_>,
) -> Result<()> {
    let failed = |error: rusqlite::Error| match error.sqlite_error_code() {
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Error::from(error).at(file),
        _ => Error::from(error).at(to),
    };
    let mut copy = Connection::open(new.path()).map_err(failed)?;
    // Nobody sees it yet, so it needs no journal; it is flushed once when it is whole.
    copy.execute_batch("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
        .map_err(failed)?;
    let backup = rusqlite::backup::Backup::new(from, &mut copy).map_err(failed)?;
    loop {
        let step = backup.step(PAGES).map_err(failed)?;
        let pages = backup.progress();
        let count = |pages: i32| u64::try_from(pages).unwrap_or(0);
        if !progress(
            count(pages.pagecount - pages.remaining),
            count(pages.pagecount),
        ) {
            return Err(Error::Cancelled);
        }
        match step {
            StepResult::Done => return Ok(()),
            StepResult::More => {}
            _ => return Err(Error::Busy(file.to_owned())),
        }
    }
}

/// Opens a copy that has no name yet; it is one file, without a log beside it.
fn open_copy(new: &NewFile) -> Result<Connection> {
    let copy = Connection::open(new.path())?;
    connect::prepare(&copy)?;
    copy.execute_batch(
        "PRAGMA journal_mode = DELETE; PRAGMA synchronous = OFF; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;",
    )?;
    Ok(copy)
}

/// Refuses a file in which SQLite finds fault.
fn refuse_unsound(copy: &Connection, file: &Path) -> Result<()> {
    match rebuild::structure(copy)?.into_iter().next() {
        Some(fault) => Err(Error::Damaged {
            file: file.to_owned(),
            detail: fault.detail,
        }),
        None => Ok(()),
    }
}

/// Makes it nobody's: whoever writes to it next goes on under a new name.
fn disown(copy: &Connection) -> Result<()> {
    Ok(set(copy, "identity", "")?)
}

/// Puts a backup in the place of a store, which is kept under another name, also where it is damaged.
///
/// The store goes on as a new site. What the former file knows to be erased is erased.
///
/// # Errors
/// Where the backup is missing, damaged, or of a newer build, another program has the store open, or the disk takes no
/// copy; [`Error::Cancelled`] where the progress says so. Then the store is as it was.
pub fn recover(
    file: &Path,
    backup: &Path,
    world: &mut dyn World,
    progress: Progress<'_>,
) -> Result<Recovered> {
    // A name that only points elsewhere goes on pointing there.
    let file = &fs::canonicalize(file).unwrap_or_else(|_| file.to_owned());
    if fs::canonicalize(backup).is_ok_and(|backup| backup == *file) {
        return Err(Error::SameFile(file.clone()));
    }
    let (source, too_new) = connect::read(backup)?;
    if too_new {
        return Err(newer(&source, backup)?);
    }
    files::sweep(folder_of(file), Some(file));
    let new = NewFile::of(file, world)?;
    copy(&source, backup, &new, file, progress)?;
    drop(source);
    let holds = ready(&new, backup, file, world)?;
    kill::point("recovery-ready");
    let kept = match file.symlink_metadata() {
        Ok(former) if !former.is_file() => return Err(Error::NotAStore(file.clone())),
        Ok(_) => {
            close_log(file)?;
            let kept = name_aside(file, world.now());
            keep_aside(file, &kept)
                .and_then(|()| {
                    kill::point("recovery-aside");
                    new.replace()
                })
                .inspect_err(|_| give_back(file, &kept))?;
            kill::point("recovery-placed");
            Some(kept)
        }
        Err(_) => {
            new.appear()?;
            None
        }
    };
    Ok(Recovered {
        kept,
        bytes: fs::metadata(file)
            .map_err(|error| failure(file, error))?
            .len(),
        holds,
    })
}

fn newer(source: &Connection, backup: &Path) -> Result<Error> {
    let found = source.pragma_query_value(None, "user_version", |row| row.get(0))?;
    Ok(Error::TooNew {
        file: backup.to_owned(),
        found,
        known: crate::schema::NEWEST,
    })
}

/// Checks the copy of a backup and makes it a store of this build.
fn ready(new: &NewFile, backup: &Path, file: &Path, world: &mut dyn World) -> Result<Holds> {
    let copy = open_copy(new).map_err(|error| error.at(backup))?;
    let noted = (|| {
        refuse_unsound(&copy, backup)?;
        Holds::noted(&copy)
    })()
    .map_err(|error: Error| error.at(backup))?;
    let write = || -> Result<Holds> {
        connect::migrate(&copy)?;
        let holds = Holds::of(&copy)?;
        if noted.is_none_or(|noted| noted != holds) {
            // No backup of ours, or one that was written to since: the log decides.
            if let Some(fault) = rebuild::verify(&copy)?.faults.into_iter().next() {
                return Err(Error::Damaged {
                    file: backup.to_owned(),
                    detail: fault.detail,
                });
            }
        }
        let transaction = copy.unchecked_transaction()?;
        transaction.execute("DELETE FROM meta WHERE key GLOB ?1", (key::ALL,))?;
        disown(&transaction)?;
        // None where the former file can no longer say so.
        let erased = connect::read(file).and_then(|(former, _)| erased_in(&former, &transaction));
        say_erased(&transaction, new, &erased.unwrap_or_default(), world)?;
        erase::scrub(&transaction)?;
        let holds = Holds::of(&transaction)?;
        transaction.commit()?;
        copy.execute_batch("PRAGMA journal_mode = WAL;")?;
        Ok(holds)
    };
    write().map_err(|error| error.at(file))
}

/// The people whom a store knows to be erased, where a copy is of the same network.
fn erased_in(former: &Connection, copy: &Connection) -> Result<Vec<Uuid>> {
    let network = setting::<[u8; 16]>(copy, "network")?;
    if network.is_none() || setting(former, "network")? != network {
        return Ok(Vec::new());
    }
    erase::erased(former)
}

/// Says again of people that their personal values are erased, where a copy that is to be a store does not know it yet.
fn say_erased(
    copy: &Connection,
    new: &NewFile,
    people: &[Uuid],
    world: &mut dyn World,
) -> Result<()> {
    let known = erase::erased(copy)?;
    let unsaid: Vec<&Uuid> = people.iter().filter(|id| !known.contains(id)).collect();
    if unsaid.is_empty() {
        return Ok(());
    }
    let identity = world::file_identity(new.path()).map_err(|error| failure(new.path(), error))?;
    let site = Site::read(copy, format!("{}/{identity}", world.machine()))?;
    let mut door = Door::begin(copy, world, site, Act::typed());
    for id in unsaid {
        door.put(PERSON, *id, u16::from(kinds::ERASED), &Value::Flag(true))?;
    }
    door.finish().map(drop)
}

/// Takes people's personal values out of the copies of a store that lie beside it: its backups, and what was kept before
/// a recovery. Answers those of which it could not.
///
/// # Errors
/// Where the folders cannot be read.
pub(crate) fn erase_all(
    file: &Path,
    people: &[Uuid],
    world: &mut dyn World,
) -> Result<Vec<PathBuf>> {
    let backups = backups(file)?.into_iter().map(|backup| backup.file);
    let mut left = Vec::new();
    for copy in backups.chain(kept_aside(file)?) {
        if erase_in(&copy, people, world).is_err() {
            left.push(copy);
        }
    }
    Ok(left)
}

fn erase_in(file: &Path, people: &[Uuid], world: &mut dyn World) -> Result<()> {
    let (source, too_new) = connect::read(file)?;
    if too_new {
        return Err(newer(&source, file)?);
    }
    if !erase::holds_any(&source, people)? {
        return Ok(());
    }
    let new = NewFile::of(file, world)?;
    copy(&source, file, &new, file, &mut |_, _| true)?;
    drop(source);
    let copy = open_copy(&new)?;
    connect::migrate(&copy)?;
    let transaction = copy.unchecked_transaction()?;
    let mut effect = Effect::new(&transaction);
    for person in people {
        if let Some(rid) = effect.known_rid(*person)? {
            effect.erase(rid)?;
        }
    }
    effect.finish()?;
    drop(effect);
    erase::scrub(&transaction)?;
    if Holds::noted(&transaction)?.is_some() {
        // Brought up to this build it may be told by another digest.
        Holds::of(&transaction)?.note(&transaction)?;
    }
    transaction.commit()?;
    drop(copy);
    kill::point("erase-copied");
    new.replace()?;
    kill::point("erase-replaced");
    Ok(())
}

/// Brings what stands in the log beside a store into it, and makes sure that nobody else has it open.
fn close_log(file: &Path) -> Result<()> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let alone = || -> rusqlite::Result<()> {
        let connection = Connection::open_with_flags(file, flags)?;
        connection.busy_timeout(Duration::from_secs(2))?;
        connection.execute_batch("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; ROLLBACK;")
    };
    match alone().map_err(|error| error.sqlite_error_code()) {
        Err(Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked)) => {
            Err(Error::Busy(file.to_owned()))
        }
        // What is too damaged to be opened has nobody who works with it, and is kept with what stands beside it.
        _ => Ok(()),
    }
}

/// The name under which a store is kept that is given up, which says so.
fn name_aside(file: &Path, now: i64) -> PathBuf {
    let time = second(now);
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    let ending = file
        .extension()
        .map_or_else(String::new, |ending| format!(".{}", ending.display()));
    (0..)
        .map(|again| {
            let again = numbered(again);
            let name = format!("{stem}{ASIDE}{}{again}{ending}", time.format(TIME));
            file.with_file_name(name)
        })
        .find(|name| name.symlink_metadata().is_err())
        .unwrap_or_default()
}

/// The files that [`name_aside`] has named.
fn kept_aside(file: &Path) -> Result<Vec<PathBuf>> {
    let folder = folder_of(file);
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    let ending = file
        .extension()
        .map_or_else(String::new, |ending| format!(".{}", ending.display()));
    let prefix = format!("{stem}{ASIDE}");
    let mut kept = Vec::new();
    for entry in fs::read_dir(folder).map_err(|error| failure(folder, error))? {
        let name = entry.map_err(|error| failure(folder, error))?.file_name();
        let name = name.to_string_lossy();
        let time = name
            .strip_prefix(&prefix)
            .and_then(|rest| rest.strip_suffix(&ending))
            .and_then(|rest| NaiveDateTime::parse_and_remainder(rest, TIME).ok());
        let is_number = |again: &str| again.parse::<u32>().is_ok();
        if time.is_some_and(|(_, again)| {
            again.is_empty() || again.strip_prefix('-').is_some_and(is_number)
        }) {
            kept.push(file.with_file_name(&*name));
        }
    }
    Ok(kept)
}

/// Gives a store a second name, and only that one to what SQLite left beside it.
fn keep_aside(file: &Path, kept: &Path) -> Result<()> {
    fs::hard_link(file, kept)
        // File systems without links.
        .or_else(|_| fs::rename(file, kept))
        .map_err(|error| failure(kept, error))?;
    for after in files::BESIDE {
        let left = beside(file, after);
        if left.symlink_metadata().is_ok() {
            // Left where it is, SQLite would take it for the log of the store that comes in its place.
            fs::rename(&left, beside(kept, after)).map_err(|error| failure(&left, error))?;
        }
    }
    Ok(())
}

/// Takes [`keep_aside`] back as far as it came.
fn give_back(file: &Path, kept: &Path) {
    for after in files::BESIDE {
        let _ = fs::rename(beside(kept, after), beside(file, after));
    }
    // Where it could not be linked it was moved.
    let _ = match file.symlink_metadata() {
        Ok(_) => fs::remove_file(kept),
        Err(_) => fs::rename(kept, file),
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Leaves out what is surplus.
    fn thinned(made: &[(i64, Reason)], now: i64) -> Vec<(i64, Reason)> {
        let surplus = surplus(made, now);
        let left = made.iter().enumerate();
        left.filter(|(at, _)| !surplus.contains(at))
            .map(|(_, one)| *one)
            .collect()
    }

    #[test]
    fn names_tell_when_and_why() {
        let time = second(1_700_000_123_456);
        for reason in Reason::ALL {
            for again in [0, 1, 12] {
                let name = name(time, reason, again);
                let read = Some((1_700_000_123_000, reason, again));
                assert_eq!(read_name(&name), read, "{name}");
            }
        }
        for other in [
            "network.store",
            "2023-11-14T221523Z-daily.store.new-01234567",
            "2023-11-14T221523Z-weekly.store",
            "2023-11-14T221523Z.store",
            "2023-13-14T221523Z-daily.store",
            "ééééééééééééééé-daily.store",
        ] {
            assert_eq!(read_name(other), None, "{other}");
        }
    }

    #[test]
    fn backups_are_thinned_with_age() {
        const HOUR: i64 = DAY / 24;
        let mut made: Vec<(i64, Reason)> = Vec::new();
        // A thousand days with three backups each, thinned after each as in use.
        for day in 0..1_000 {
            for hour in [8, 12, 18] {
                let now = 1_700_000_000_000 / DAY * DAY + day * DAY + hour * HOUR;
                let reason = if day % 7 == 3 && hour == 12 {
                    Reason::Merge
                } else {
                    Reason::Daily
                };
                made.insert(0, (now, reason));
                let before = made.clone();
                made = thinned(&before, now);
                assert_eq!(thinned(&made, now), made, "thinned once is thinned");
                assert_eq!(made[0], before[0], "the newest stays");
                for one in &before {
                    let age = now - one.0;
                    let is_today = one.0 / DAY == now / DAY;
                    if is_today || (one.1 == Reason::Merge && age < SPARED) {
                        assert!(made.contains(one), "day {day}: {one:?}");
                    }
                }
                // The gaps between what is left grow with age, but never beyond a month and a bit.
                let times = made
                    .windows(2)
                    .map(|pair| (now - pair[1].0, pair[0].0 - pair[1].0));
                for (age, gap) in times {
                    let most = match age / DAY {
                        ..=14 => 2,
                        15..=92 => 8,
                        _ => 62,
                    };
                    assert!(gap <= most * DAY, "day {day}: {gap} at {age}");
                }
            }
        }
        assert!(made.len() < 3 + 14 + 13 + 5 + 36, "{}", made.len());
        assert_eq!(thinned(&[], 0), []);
    }
}
