//! Setting the latest merge back: the state is that of the changes that were here before it.

use std::collections::BTreeSet;

use domain::kinds;
use rusqlite::{Connection, OptionalExtension, TransactionBehavior};
use uuid::Uuid;

use crate::Store;
use crate::apply::{Changed, Effect};
use crate::digest::Sum;
use crate::error::{Error, Result};
use crate::receive::Intake;
use crate::schema;
use crate::site::Site;

/// What setting a merge back did.
#[derive(Debug, Clone)]
pub struct SetBack {
    /// The files the merge had taken.
    pub source: String,
    /// How many changes no longer have effect.
    pub changes: u64,
    /// What may look other than before: everything.
    pub changed: Changed,
}

/// A merge of this laptop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastMerge {
    /// Its number.
    pub merge: i64,
    /// When, ms since 1970 by this laptop's clock.
    pub at: i64,
    /// The files it took.
    pub source: String,
    /// Whose laptops packed them.
    pub sender: Option<String>,
    /// The file the store was kept in before.
    pub backup: Option<String>,
    /// How many changes came to have effect.
    pub changes: u64,
    /// Whether it can be set back.
    pub can_be_set_back: bool,
}

impl Store {
    /// The merges of this laptop, latest first.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn merges(&self) -> Result<Vec<PastMerge>> {
        let read = || -> Result<Vec<PastMerge>> {
            let site = Site::read(&self.connection, String::new())?;
            let latest = latest(&self.connection, &site)?;
            let mut select = self.connection.prepare_cached(
                "SELECT merge, at, source, sender, backup, changes FROM merge ORDER BY merge DESC LIMIT 200",
            )?;
            let merges = select
                .query_map((), |row| {
                    let merge = row.get(0)?;
                    Ok(PastMerge {
                        merge,
                        at: row.get(1)?,
                        source: row.get(2)?,
                        sender: row.get(3)?,
                        backup: row.get(4)?,
                        changes: row.get::<_, i64>(5)? as u64,
                        can_be_set_back: Some(merge) == latest,
                    })
                })?
                .collect::<rusqlite::Result<_>>()?;
            Ok(merges)
        };
        read().map_err(|error| error.at(&self.file))
    }

    /// Sets the latest merge back, on this laptop only. What its files brought is kept aside, and taken again when a
    /// later merge contains or needs it; what it released waits again.
    ///
    /// # Errors
    /// Refuses where there is none, or where this laptop has written since.
    pub fn set_back(&mut self) -> Result<SetBack> {
        let file = self.file.clone();
        self.take_merge_back().map_err(|error| error.at(&file))
    }

    fn take_merge_back(&mut self) -> Result<SetBack> {
        let identity = self.identity()?;
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        let connection: &Connection = &transaction;
        let mut site = Site::read(connection, identity)?;
        let merge = latest(connection, &site)?.ok_or(Error::NothingToSetBack)?;
        site.seal(connection)?;
        let source = connection.query_row(
            "SELECT source FROM merge WHERE merge = ?1",
            (merge,),
            |row| row.get(0),
        )?;
        let count = |connection: &Connection| -> rusqlite::Result<i64> {
            connection.query_row("SELECT count(*) FROM change", (), |row| row.get(0))
        };
        let before = count(connection)?;
        connection.execute(
            "INSERT INTO waiting(\"end\", site, first, last, bytes, brought, aside)
             SELECT s.\"end\", c.site, s.first, s.last, s.bytes, s.brought, s.brought IS ?1
             FROM segment s JOIN chain c ON c.chain = s.chain WHERE s.effective = ?1",
            (merge,),
        )?;
        connection.execute("DELETE FROM segment WHERE effective = ?1", (merge,))?;
        connection.execute("UPDATE waiting SET aside = 1 WHERE brought = ?1", (merge,))?;
        connection.execute("DELETE FROM merge WHERE merge = ?1 AND NOT EXISTS (SELECT 1 FROM waiting WHERE brought = ?1)", (merge,))?;
        connection.execute(
            "UPDATE merge SET seq = -1, changes = 0 WHERE merge = ?1",
            (merge,),
        )?;
        replay(connection, self.world.now())?;
        site.reread(connection)?;
        site.again();
        site.keep(connection)?;
        let changes = (before - count(connection)?) as u64;
        let changed = all(connection)?;
        transaction.commit()?;
        Ok(SetBack {
            source,
            changes,
            changed,
        })
    }
}

/// The latest merge that received anything, if nothing was written here since.
fn latest(connection: &Connection, site: &Site) -> Result<Option<i64>> {
    let found: Option<(i64, Option<[u8; 16]>, i64)> = connection
        .prepare_cached("SELECT merge, site, seq FROM merge ORDER BY merge DESC LIMIT 1")?
        .query_row((), |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .optional()?;
    Ok(found
        .filter(|(_, id, seq)| id.map(Uuid::from_bytes) == Some(site.id) && *seq == site.seq)
        .map(|(merge, ..)| merge))
}

fn all(connection: &Connection) -> Result<Changed> {
    let mut select = connection.prepare_cached("SELECT tbl, id FROM record")?;
    let records = select
        .query_map((), |row| Ok((row.get(0)?, Uuid::from_bytes(row.get(1)?))))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(Changed { records })
}

/// Writes log and tables anew from the sealed segments, as if they were received now.
fn replay(connection: &Connection, now: i64) -> Result<()> {
    let own: Vec<([u8; 16], [u8; 32], i64)> = connection
        .prepare(
            "SELECT c.site, s.\"end\", coalesce(c.shared, 0) FROM segment s JOIN chain c ON c.chain = s.chain WHERE c.own = 1",
        )?
        .query_map((), |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
        .collect::<rusqlite::Result<_>>()?;
    connection.execute_batch("PRAGMA defer_foreign_keys = ON; DROP TABLE IF EXISTS temp.again;
        CREATE TEMP TABLE again AS SELECT rowid AS at, bytes, brought, effective FROM segment;
        DELETE FROM segment; DELETE FROM head; DELETE FROM contested; DELETE FROM same; DELETE FROM change; DELETE FROM txn; DELETE FROM epoch;
        DELETE FROM chain;
        INSERT INTO search_words(search_words) VALUES ('delete-all'); INSERT INTO search_grams(search_grams) VALUES ('delete-all');")?;
    let mut tables: BTreeSet<String> = kinds::KINDS
        .iter()
        .map(|kind| kind.name.to_owned())
        .collect();
    tables.extend(kinds::link_fields().map(|link| schema::link_table(link.kind, link.field)));
    for table in tables {
        connection.execute(&format!("DELETE FROM \"{table}\""), ())?;
    }
    connection.execute(
        "UPDATE record SET life = 0, gone = 0, owner = NULL, home = NULL, created_at = NULL, changed_at = NULL,
           label = NULL, sort = NULL, root = NULL",
        (),
    )?;
    Sum::default().keep(connection)?;
    let mut effect = Effect::new(connection);
    Intake::new(&mut effect, None, now).replay("again")?;
    effect.finish()?;
    connection.execute_batch("DROP TABLE temp.again")?;
    for (site, end, shared) in own {
        connection
            .prepare_cached(
                "UPDATE chain SET own = 1, shared = min(last, ?3) WHERE site = ?1
                   AND EXISTS (SELECT 1 FROM segment s WHERE s.chain = chain.chain AND s.\"end\" = ?2)",
            )?
            .execute((site, end, shared))?;
    }
    Ok(())
}
