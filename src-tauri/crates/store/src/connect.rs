//! Opening the file: pragmas with their reasons, and the functions that SQL may call.

use std::path::Path;
use std::time::Duration;

use domain::fold::fold;
use rusqlite::config::DbConfig;
use rusqlite::functions::FunctionFlags;
use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior};

use crate::error::{Error, Result, of_file};
use crate::query::duplicates;
use crate::{digest, joined, kill, schema, search};

/// Makes a connection ready: SQL functions, caches, limits. Says nothing about the file.
pub(crate) fn prepare(connection: &Connection) -> rusqlite::Result<()> {
    connection.set_prepared_statement_cache_capacity(256);
    // Plans do not depend on the values given: else each statement would be compiled anew for each of them.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.create_scalar_function(
        "fold",
        1,
        FunctionFlags::SQLITE_UTF8
            | FunctionFlags::SQLITE_DETERMINISTIC
            | FunctionFlags::SQLITE_INNOCUOUS,
        |context| {
            let text: Option<String> = context.get(0)?;
            Ok(text.as_deref().map(fold))
        },
    )?;
    connection.create_scalar_function(
        "keys",
        2,
        FunctionFlags::SQLITE_UTF8
            | FunctionFlags::SQLITE_DETERMINISTIC
            | FunctionFlags::SQLITE_INNOCUOUS,
        |context| {
            let (what, text): (String, String) = (context.get(0)?, context.get(1)?);
            Ok(duplicates::keys(&what, &text))
        },
    )
}

/// Opens a file that must be a store. One of an older build that is to be written is brought up to this one; what is to
/// be done before is done first.
///
/// # Errors
/// Names what is wrong with the file: missing, not a store, damaged, newer than this build, unwritable.
pub(crate) fn open(
    file: &Path,
    write: bool,
    before_migration: impl FnOnce(&Connection) -> Result<()>,
) -> Result<(Connection, bool)> {
    let mut head = [0_u8; 16];
    let io = |source: std::io::Error| match source.kind() {
        std::io::ErrorKind::NotFound => Error::Missing(file.to_owned()),
        std::io::ErrorKind::UnexpectedEof => Error::NotAStore(file.to_owned()),
        _ => Error::Io {
            file: file.to_owned(),
            source,
        },
    };
    {
        use std::io::Read;
        let metadata = std::fs::metadata(file).map_err(io)?;
        if !metadata.is_file() {
            return Err(Error::NotAStore(file.to_owned()));
        }
        std::fs::File::open(file)
            .and_then(|mut opened| opened.read_exact(&mut head))
            .map_err(io)?;
    }
    if &head != b"SQLite format 3\0" {
        return Err(Error::NotAStore(file.to_owned()));
    }
    // Asked before SQLite does: it would leave a shared-memory file with the rights of today beside it.
    let writable = std::fs::OpenOptions::new().write(true).open(file).is_ok();
    if write && !writable {
        return Err(Error::Unwritable(file.to_owned()));
    }
    if !writable && leftover(file).is_none() {
        // The file alone is whole. Read otherwise, SQLite would leave files beside it that cannot be written either, also
        // once the file can.
        return immutable(file);
    }
    connection(file, write, writable, before_migration).map_err(|error| match error {
        Error::Sqlite(error) => of_file(file, error),
        other => other,
    })
}

/// Opens a store to be read as it lies there.
///
/// # Errors
/// Names what is wrong with the file.
pub(crate) fn read(file: &Path) -> Result<(Connection, bool)> {
    open(file, false, |_| Ok(()))
}

fn connection(
    file: &Path,
    write: bool,
    writable: bool,
    before_migration: impl FnOnce(&Connection) -> Result<()>,
) -> Result<(Connection, bool)> {
    // Also to be read, a file is opened as one that can be written, and then held to reading: only so does the last
    // program that closes it clear away the log beside it, and one file is the whole network again.
    let access = if writable {
        OpenFlags::SQLITE_OPEN_READ_WRITE
    } else {
        OpenFlags::SQLITE_OPEN_READ_ONLY
    };
    let flags = access | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_EXRESCODE;
    let connection = Connection::open_with_flags(file, flags)?;
    let application: i32 =
        match connection.pragma_query_value(None, "application_id", |row| row.get(0)) {
            Ok(application) => application,
            // The log beside the file cannot be opened in a folder that takes no new files. Where none is left behind, the
            // file alone is whole.
            Err(error) if !write && leftover(file).is_none() && cannot_open(&error) => {
                return immutable(file);
            }
            Err(error) => return Err(error.into()),
        };
    let found: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if application != schema::APPLICATION_ID {
        return Err(Error::NotAStore(file.to_owned()));
    }
    if found > schema::NEWEST && write {
        return Err(Error::TooNew {
            file: file.to_owned(),
            found,
            known: schema::NEWEST,
        });
    }
    connection.busy_timeout(Duration::from_secs(20))?;
    // FULL: an edit that was answered is on the disk, also through a power cut. Foreign keys guard the tables against
    // this program, not against others' changes, which may name what has not come yet (those rows are made first).
    connection.execute_batch("PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL;")?;
    // Those that read are several, and what they read again the system has at hand.
    connection.pragma_update(None, "cache_size", if write { -16384 } else { -2048 })?;
    if write {
        // What is erased is to be gone from the file as well.
        connection.execute_batch("PRAGMA secure_delete = ON;")?;
        let mode: String = connection.pragma_query_value(None, "journal_mode", |row| row.get(0))?;
        if mode != "wal" {
            connection.pragma_update(None, "journal_mode", "WAL")?;
        }
        if found < schema::NEWEST {
            prepare(&connection)?;
            before_migration(&connection)?;
            migrate(&connection)?;
        }
    }
    if !write {
        connection.execute_batch("PRAGMA query_only = ON;")?;
    }
    prepare(&connection)?;
    Ok((connection, found > schema::NEWEST))
}

/// Brings an older store up to this build.
pub(crate) fn migrate(connection: &Connection) -> Result<()> {
    let transaction = Transaction::new_unchecked(connection, TransactionBehavior::Immediate)?;
    // Asked once more: another program may have done it meanwhile.
    let found: i64 = transaction.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if found < schema::NEWEST {
        schema::migrate(&transaction, found)?;
        search::after_migration(&transaction, found)?;
        joined::after_migration(&transaction, found)?;
        digest::after_migration(&transaction, found)?;
        kill::point("migration-written");
    }
    transaction.commit()?;
    kill::point("migration-stored");
    Ok(())
}

fn immutable(file: &Path) -> Result<(Connection, bool)> {
    let name = file
        .to_string_lossy()
        .replace('%', "%25")
        .replace('?', "%3f")
        .replace('#', "%23");
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY
        | OpenFlags::SQLITE_OPEN_URI
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(format!("file:{name}?immutable=1"), flags)?;
    let application: i32 =
        connection.pragma_query_value(None, "application_id", |row| row.get(0))?;
    if application != schema::APPLICATION_ID {
        return Err(Error::NotAStore(file.to_owned()));
    }
    let found: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    prepare(&connection)?;
    Ok((connection, found > schema::NEWEST))
}

fn cannot_open(error: &rusqlite::Error) -> bool {
    matches!(
        error.sqlite_error_code(),
        Some(
            rusqlite::ErrorCode::CannotOpen
                | rusqlite::ErrorCode::ReadOnly
                | rusqlite::ErrorCode::PermissionDenied
        )
    )
}

/// The log beside the file, if one with content was left there.
fn leftover(file: &Path) -> Option<u64> {
    let mut name = file.as_os_str().to_owned();
    name.push("-wal");
    std::fs::metadata(name)
        .ok()
        .map(|log| log.len())
        .filter(|length| *length > 0)
}
