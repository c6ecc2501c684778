//! Erasing a person's personal values, wherever this laptop keeps them.
//!
//! That somebody is erased is a change like others. When it comes to have effect, the values and their key are gone with it
//! from the tables, in the same transaction; what the file and its copies still hold of them goes right after, and is tried
//! again whenever the store is opened until nothing is left. The log holds commitments only and stays as it is.

use std::path::PathBuf;

use changelog::codec;
use domain::kind::Personal;
use domain::{Field, Value, kinds};
use rusqlite::{Connection, OptionalExtension, TransactionBehavior};
use uuid::Uuid;

use crate::apply::Effect;
use crate::door::{Act, Door, PERSON, Written};
use crate::error::{Error, Result};
use crate::site::{set, setting};
use crate::{Store, backup, joined};

const ERASED: u16 = kinds::ERASED as u16;

/// The setting that says that the file and its copies may still hold what was erased.
const LEFT: &str = "erasing";

/// What erasing somebody left to be done.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Erased {
    /// Copies of the store that could not be read or written, and may still hold the values.
    pub left: Vec<PathBuf>,
}

impl Store {
    /// Erases a person's personal values here, and on every laptop that hears of it. It cannot be undone.
    ///
    /// What cannot be taken out of a copy of the store now is tried again when the store is opened.
    ///
    /// # Errors
    /// [`Error::KeyNotFound`] where there is no such person; fails where the file cannot be written.
    pub fn erase(&mut self, person: Uuid, act: Act) -> Result<Written<Erased>> {
        let written = self.write(act, |door| door.erase(person))?;
        let left = self.erase_copies()?;
        Ok(Written {
            txn: written.txn,
            changed: written.changed,
            answer: Erased { left },
        })
    }

    /// Takes what was erased out of this file's free space and of its copies, where that is still to be done; the copies
    /// of which it could not.
    pub(crate) fn erase_copies(&mut self) -> Result<Vec<PathBuf>> {
        let file = self.file.clone();
        self.finish_erasing().map_err(|error| error.at(&file))
    }

    fn finish_erasing(&mut self) -> Result<Vec<PathBuf>> {
        if setting::<bool>(&self.connection, LEFT)? != Some(true) {
            return Ok(Vec::new());
        }
        let people = erased(&self.connection)?;
        let left = backup::erase_all(&self.file, &people, self.world.as_mut())?;
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        scrub(&transaction)?;
        transaction.commit()?;
        // Readers of an older moment keep the log beside the file from being emptied.
        let busy: bool =
            self.connection
                .query_row("PRAGMA wal_checkpoint(TRUNCATE)", (), |row| row.get(0))?;
        if left.is_empty() && !busy {
            set(&self.connection, LEFT, false)?;
        }
        Ok(left)
    }
}

impl Door<'_> {
    /// Erases a person's personal values, and those of all records that one stands for.
    ///
    /// # Errors
    /// [`Error::KeyNotFound`] where there is no such person.
    pub fn erase(&mut self, person: Uuid) -> Result<()> {
        let missing = || Error::KeyNotFound {
            kind: "person".into(),
            key: person.to_string(),
            field: None,
            nearest: Vec::new(),
        };
        let rid = self.effect().known_rid(person)?.ok_or_else(missing)?;
        let rid = joined::root(self.connection(), rid)?;
        let mut select = self
            .connection()
            .prepare_cached("SELECT id FROM record WHERE rid = ?1 AND tbl = ?2")?;
        let shown: [u8; 16] = select
            .query_row((rid, PERSON), |row| row.get(0))
            .optional()?
            .ok_or_else(missing)?;
        self.each_part(Uuid::from_bytes(shown), |door, id| {
            door.put(PERSON, id, ERASED, &Value::Flag(true))
        })
    }
}

impl Effect<'_> {
    /// Whether a change says that the personal values of a person are erased. Nothing takes that back.
    pub(crate) fn is_erased(&self, rid: i64) -> Result<bool> {
        Ok(self
            .connection
            .prepare_cached("SELECT 1 FROM change WHERE rid = ?1 AND col = ?2 AND value = ?3")?
            .exists((rid, ERASED, codec::value(&Value::Flag(true))))?)
    }

    /// Erases the people of whom a change that is touched says so.
    pub(crate) fn erase_touched(&mut self) -> Result<()> {
        let mut people = Vec::new();
        for rid in self.touched_in(ERASED) {
            let is_person = self
                .connection
                .prepare_cached("SELECT 1 FROM record WHERE rid = ?1 AND tbl = ?2")?
                .exists((rid, PERSON))?;
            if is_person && self.is_erased(rid)? {
                people.push(rid);
            }
        }
        people.into_iter().try_for_each(|rid| self.erase(rid))
    }

    /// Takes the personal values of a person and their keys out of the file.
    pub(crate) fn erase(&mut self, person: i64) -> Result<()> {
        set(self.connection, LEFT, true)?;
        let mut select = self.connection.prepare_cached(
            "SELECT tbl, col, commitment FROM personal WHERE rid = ?1 AND tbl IS NOT NULL",
        )?;
        let values = select
            .query_map((person,), |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
            .collect::<rusqlite::Result<Vec<_>>>()?;
        for table in ["personal", "secret"] {
            self.connection
                .execute(&format!("DELETE FROM {table} WHERE rid = ?1"), (person,))?;
        }
        for field in contacts() {
            self.connection
                .prepare_cached(
                    "DELETE FROM draft WHERE id = (SELECT id FROM record WHERE rid = ?1) AND field = ?2",
                )?
                .execute((person, field.name))?;
        }
        for (table, column, commitment) in values {
            self.touch_committed(table, column, commitment)?;
        }
        Ok(())
    }

    /// Touches the cells in which a commitment stands.
    pub(crate) fn touch_committed(
        &mut self,
        table: u16,
        column: u16,
        commitment: [u8; 32],
    ) -> Result<()> {
        let stands = codec::value(&Value::Commitment(commitment));
        let mut select = self.connection.prepare_cached(
            "SELECT h.rid FROM head h JOIN record r ON r.rid = h.rid JOIN change c ON c.chain = h.chain AND c.seq = h.seq
             WHERE h.col = ?1 AND r.tbl = ?2 AND c.value = ?3",
        )?;
        let cells = select
            .query_map((column, table, stands), |row| row.get(0))?
            .collect::<rusqlite::Result<Vec<i64>>>()?;
        for cell in cells {
            self.touch(cell, column, i64::MIN);
        }
        Ok(())
    }
}

/// The fields of a person that hold contacts.
fn contacts() -> impl Iterator<Item = &'static Field> {
    kinds::by_table(PERSON)
        .into_iter()
        .flat_map(|kind| kind.fields)
        .filter(|field| field.personal == Personal::Contact)
}

/// The people of whom the log says that their personal values are erased.
pub(crate) fn erased(connection: &Connection) -> Result<Vec<Uuid>> {
    let mut select = connection.prepare(
        "SELECT DISTINCT r.id FROM record r JOIN change c ON c.rid = r.rid WHERE r.tbl = ?1 AND c.col = ?2 AND c.value = ?3",
    )?;
    let people = select
        .query_map((PERSON, ERASED, codec::value(&Value::Flag(true))), |row| {
            row.get(0)
        })?
        .collect::<rusqlite::Result<Vec<[u8; 16]>>>()?;
    Ok(people.into_iter().map(Uuid::from_bytes).collect())
}

/// Whether a store holds anything of people that erasing takes out.
pub(crate) fn holds_any(connection: &Connection, people: &[Uuid]) -> Result<bool> {
    let mut select = connection.prepare(
        "SELECT 1 FROM record r WHERE r.id = ?1 AND (EXISTS (SELECT 1 FROM personal p WHERE p.rid = r.rid)
           OR EXISTS (SELECT 1 FROM secret s WHERE s.rid = r.rid) OR EXISTS (SELECT 1 FROM draft d WHERE d.id = r.id))",
    )?;
    for person in people {
        if select.exists((person.as_bytes(),))? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Writes the tables that hold personal values anew. Their pages are wiped when they are given back; what SQLite moved from
/// one page to another would else stay behind in the free space of the first.
pub(crate) fn scrub(connection: &Connection) -> Result<()> {
    for table in ["personal", "secret", "draft", "person"] {
        connection.execute_batch(&format!(
            "CREATE TEMP TABLE kept AS SELECT * FROM main.\"{table}\";
             DELETE FROM main.\"{table}\";
             INSERT INTO main.\"{table}\" SELECT * FROM temp.kept;
             DROP TABLE temp.kept;"
        ))?;
    }
    Ok(())
}
