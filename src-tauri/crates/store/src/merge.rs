//! A merge: what others wrote comes to have effect, as one transaction of the file. It writes no change.

use std::collections::{BTreeMap, BTreeSet};

use changelog::crypto;
use domain::kinds;
use domain::value::VectorEntry;
use rusqlite::{Connection, OptionalExtension, TransactionBehavior};
use uuid::Uuid;

use crate::apply::{Changed, DELETED, Effect, JOINED, LIVE};
use crate::backup::Progress;
use crate::error::{Error, Result};
use crate::query::conflicts;
use crate::receive::{Fate, Intake, Sealed, Touch};
use crate::site::Site;
use crate::{Store, kill, world};

/// The personal values of one person that a file carries beside its segments, with the key they are committed under.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Private {
    /// The person's record.
    pub person: Uuid,
    /// The random key of that record.
    pub key: [u8; 32],
    /// Table, column and the value's bytes.
    pub values: Vec<(u16, u16, Vec<u8>)>,
}

/// A file of others, read and checked as far as it can be alone.
#[derive(Debug, Clone)]
pub struct Brought {
    /// Its name, for people.
    pub name: String,
    /// Whose laptop packed it.
    pub sender: Option<String>,
    /// Its segments.
    pub segments: Vec<Sealed>,
    /// The personal values it carries.
    pub private: Vec<Private>,
}

/// Changes that something waits for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Missing {
    /// The site that wrote them.
    pub site: Uuid,
    /// Its person's name, where it is known.
    pub person: Option<String>,
    /// The number of the last change of it that is here.
    pub after: i64,
}

/// What became of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It brought something that has effect now.
    Merged,
    /// All of it was here already.
    Known,
    /// All that is new in it waits for changes that are not here.
    Waiting,
    /// Nothing of it was taken: the code.
    Refused(&'static str),
}

impl Outcome {
    /// The code in answers.
    pub const fn code(self) -> &'static str {
        match self {
            Outcome::Merged => "merged",
            Outcome::Known => "known",
            Outcome::Waiting => "waiting",
            Outcome::Refused(_) => "refused",
        }
    }
}

/// How many records came, changed or went.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    /// Records that were not here.
    pub added: u64,
    /// Records that were here and look other than before.
    pub changed: u64,
    /// Records that are deleted now.
    pub deleted: u64,
}

/// What one person's changes did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ByPerson {
    /// The record of the person; none where the changes do not say.
    pub person: Option<Uuid>,
    /// What the person is called.
    pub name: Option<String>,
    /// The site they were written on, as shown.
    pub site: Uuid,
    /// What they did, by kind.
    pub kinds: BTreeMap<&'static str, Count>,
}

/// What a file did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// Its name.
    pub name: String,
    /// What became of it.
    pub outcome: Outcome,
    /// How many changes it brought.
    pub changes: u64,
    /// What it waits for.
    pub waiting_for: Vec<Missing>,
    /// What it did, by kind.
    pub kinds: BTreeMap<&'static str, Count>,
    /// What it did, by person and site.
    pub people: Vec<ByPerson>,
}

/// What a merge did, or would do.
#[derive(Debug, Clone)]
pub struct Merged {
    /// How many changes came to have effect, of these files and of those that had waited for them.
    pub changes: u64,
    /// How many segments wait.
    pub waiting: u64,
    /// Conflicts that were not there before.
    pub conflicts_new: u64,
    /// Conflicts that are there now.
    pub conflicts_open: u64,
    /// The digest of what is in effect.
    pub digest: [u8; 32],
    /// Each file in the order given.
    pub files: Vec<Told>,
    /// Whether this installation goes on as another site, because its series is written elsewhere too.
    pub renewed: bool,
    /// What may look other than before.
    pub changed: Changed,
}

/// Whether a merge is to stay.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// It has effect.
    Keep,
    /// It is only told; the file stays as it is.
    Preview,
}

impl Store {
    /// Merges files: the union of what is here and what they bring, in whatever order they come, as one transaction.
    ///
    /// A file of which anything is refused is refused whole; the others are taken. `backup` names the file the store was
    /// kept in before, for the list of merges. The progress is told how many of how many segments are done.
    ///
    /// # Errors
    /// Where the file cannot be written; [`Error::Cancelled`] where the progress says so. Then it is as it was.
    pub fn merge(
        &mut self,
        files: &[Brought],
        mode: Mode,
        backup: Option<&str>,
        progress: Progress<'_>,
    ) -> Result<Merged> {
        let mut refused: BTreeMap<usize, &'static str> = BTreeMap::new();
        let file = self.file.clone();
        loop {
            match self
                .attempt(files, mode, backup, &refused, &mut *progress)
                .map_err(|error| error.at(&file))?
            {
                Attempt::Done(merged) => return Ok(*merged),
                // Nothing of a refused file is to stay, so everything is done again without it.
                Attempt::Refused(at, code) => {
                    refused.insert(at, code);
                }
            }
        }
    }

    /// Whether files bring segments that are not here.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn lacks(&self, files: &[Brought]) -> Result<bool> {
        let ask = || -> rusqlite::Result<bool> {
            let mut known = self.connection.prepare_cached(
                "SELECT 1 FROM segment WHERE \"end\" = ?1 UNION ALL SELECT 1 FROM waiting WHERE \"end\" = ?1 AND aside = 0",
            )?;
            for sealed in files.iter().flat_map(|file| &file.segments) {
                if !known.exists((sealed.header.end,))? {
                    return Ok(true);
                }
            }
            Ok(false)
        };
        ask().map_err(|error| Error::from(error).at(&self.file))
    }

    fn attempt(
        &mut self,
        files: &[Brought],
        mode: Mode,
        backup: Option<&str>,
        refused: &BTreeMap<usize, &'static str>,
        progress: Progress<'_>,
    ) -> Result<Attempt> {
        let identity = self.identity()?;
        let now = self.world.now();
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        let connection: &Connection = &transaction;
        let mut site = Site::read(connection, identity)?;
        site.seal(connection)?;
        let before: BTreeSet<Uuid> = conflicts::ids(connection)?;
        let merge = begin(connection, now, files, backup, &site)?;
        let mut network = site.network();
        let mut given = Vec::new();
        for (at, file) in files.iter().enumerate() {
            if refused.contains_key(&at) {
                continue;
            }
            let of = file.segments.iter().map(|sealed| sealed.header.network);
            for other in of {
                if *network.get_or_insert(other) != other {
                    return Ok(Attempt::Refused(at, "wrong_network"));
                }
            }
            given.extend(file.segments.iter().map(|sealed| (at, sealed.clone())));
        }
        let owners: Vec<usize> = given.iter().map(|(at, _)| *at).collect();
        let mut effect = Effect::new(connection);
        effect.watch();
        let mut intake = Intake::new(&mut effect, Some(merge), now).watched(progress);
        let fates = intake.take(given)?;
        let (changes, sites) = (intake.changes, std::mem::take(&mut intake.sites));
        let (clock, touches) = (intake.clock, std::mem::take(&mut intake.touches));
        for (at, fate) in owners.iter().zip(&fates) {
            if let Fate::Refused(code) = fate {
                return Ok(Attempt::Refused(*at, code));
            }
        }
        let mut held = 0;
        for (at, file) in files.iter().enumerate() {
            if refused.contains_key(&at) {
                continue;
            }
            for private in &file.private {
                held += hold(&mut effect, private)?;
            }
        }
        let changed = effect.finish()?;
        let renewed = sites.contains(&site.id) && !left_out!(NoRenewal);
        if renewed {
            // The series is also written elsewhere: this installation never returns to that id.
            site.leave(self.world.as_mut());
        }
        if changes > 0 {
            site.received(network.unwrap_or_default());
        }
        site.clock.observe(clock.0, now);
        site.keep(connection)?;
        finish(connection, merge, changes, &site)?;
        let after = conflicts::ids(connection)?;
        let mut told: Vec<Told> = files
            .iter()
            .enumerate()
            .map(|(at, file)| Told {
                name: file.name.clone(),
                outcome: refused
                    .get(&at)
                    .map_or(Outcome::Known, |code| Outcome::Refused(code)),
                changes: 0,
                waiting_for: Vec::new(),
                kinds: BTreeMap::new(),
                people: Vec::new(),
            })
            .collect();
        let mut news = changes > 0 || held > 0;
        for (at, fate) in owners.iter().zip(&fates) {
            let told = &mut told[*at];
            match fate {
                Fate::Effective(count) => {
                    told.changes += count;
                    news = true;
                    if *count > 0 {
                        told.outcome = Outcome::Merged;
                    }
                }
                Fate::Waiting(entries) => {
                    news = true;
                    if told.outcome == Outcome::Known {
                        told.outcome = Outcome::Waiting;
                    }
                    for entry in entries {
                        told.waiting_for.push(missing(connection, entry)?);
                    }
                }
                Fate::Known | Fate::Refused(_) => {}
            }
        }
        for told in &mut told {
            told.waiting_for.sort();
            told.waiting_for.dedup();
        }
        count(&effect, &touches, &mut told)?;
        let merged = Merged {
            changes,
            waiting: connection.query_row(
                "SELECT count(*) FROM waiting WHERE aside = 0",
                (),
                |row| row.get::<_, i64>(0),
            )? as u64,
            conflicts_new: after.difference(&before).count() as u64,
            conflicts_open: after.len() as u64,
            digest: crate::digest::digest(connection)?.hash,
            files: told,
            renewed,
            changed,
        };
        drop(effect);
        if mode == Mode::Keep && news {
            kill::point("merge-written");
            transaction.commit()?;
            kill::point("merge-stored");
            let _ = self.erase_copies();
        }
        Ok(Attempt::Done(Box::new(merged)))
    }

    pub(crate) fn identity(&mut self) -> Result<String> {
        let identity = world::file_identity(&self.file).map_err(|source| Error::Io {
            file: self.file.clone(),
            source,
        })?;
        Ok(format!("{}/{identity}", self.world.machine()))
    }
}

enum Attempt {
    Done(Box<Merged>),
    Refused(usize, &'static str),
}

fn begin(
    connection: &Connection,
    now: i64,
    files: &[Brought],
    backup: Option<&str>,
    site: &Site,
) -> Result<i64> {
    let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
    let senders: BTreeSet<&str> = files
        .iter()
        .filter_map(|file| file.sender.as_deref())
        .collect();
    let senders: Vec<&str> = senders.into_iter().collect();
    let mut insert = connection.prepare_cached(
        "INSERT INTO merge(at, source, sender, backup, changes, site, seq) VALUES (?1, ?2, ?3, ?4, 0, ?5, ?6)",
    )?;
    Ok(insert.insert((
        now,
        names.join(", "),
        (!senders.is_empty()).then(|| senders.join(", ")),
        backup,
        site.id.as_bytes(),
        site.seq,
    ))?)
}

fn finish(connection: &Connection, merge: i64, changes: u64, site: &Site) -> Result<()> {
    connection
        .prepare_cached("UPDATE merge SET changes = ?2, site = ?3, seq = ?4 WHERE merge = ?1")?
        .execute((merge, changes as i64, site.id.as_bytes(), site.seq))?;
    Ok(())
}

/// Takes personal values in, those whose commitments go with their key; how many were not held yet.
fn hold(effect: &mut Effect<'_>, private: &Private) -> Result<u64> {
    let connection = effect.connection;
    let Some(rid) = effect.known_rid(private.person)? else {
        return Ok(0);
    };
    if effect.is_erased(rid)? {
        return Ok(0);
    }
    let mut new = 0;
    for (table, column, value) in &private.values {
        let typed = changelog::codec::read_value(value);
        let commitment = crypto::commitment(&private.key, *table, *column, &typed);
        let mut insert = connection.prepare_cached(
            "INSERT INTO personal(commitment, rid, value, tbl, col, key) VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO NOTHING",
        )?;
        if insert.execute((commitment, rid, value, table, column, private.key))? == 0 {
            continue;
        }
        new += 1;
        effect.touch_committed(*table, *column, commitment)?;
    }
    connection
        .prepare_cached("INSERT INTO secret(rid, key) VALUES (?1, ?2) ON CONFLICT DO NOTHING")?
        .execute((rid, private.key))?;
    Ok(new)
}

/// Says whose changes an entry waits for, and from where on.
pub(crate) fn missing(connection: &Connection, entry: &VectorEntry) -> Result<Missing> {
    let after: i64 = connection
        .prepare_cached("SELECT coalesce(max(last), 0) FROM chain WHERE site = ?1")?
        .query_row((entry.site.as_bytes(),), |row| row.get(0))?;
    let person = connection
        .prepare_cached(
            "SELECT p.label FROM record r JOIN \"site\" s ON s.rid = r.rid JOIN record p ON p.rid = s.person WHERE r.id = ?1",
        )?
        .query_row((entry.site.as_bytes(),), |row| row.get(0))
        .optional()?
        .flatten();
    Ok(Missing {
        site: entry.site,
        person,
        after: after.min(entry.seq as i64),
    })
}

/// Counts what each file did to records: a link counts as a change of what it belongs to.
fn count(
    effect: &Effect<'_>,
    touches: &BTreeMap<(usize, i64), Touch>,
    told: &mut [Told],
) -> Result<()> {
    let connection = effect.connection;
    let mut select =
        connection.prepare_cached("SELECT tbl, life, owner FROM record WHERE rid = ?1")?;
    let mut seen: BTreeMap<(usize, i64), Touch> = BTreeMap::new();
    for ((file, rid), touch) in touches {
        let (table, owner): (u16, Option<i64>) =
            select.query_row((rid,), |row| Ok((row.get(0)?, row.get(2)?)))?;
        let rid = match (kinds::link_by_table(table), owner) {
            (Some(_), Some(owner)) => owner,
            _ => *rid,
        };
        seen.entry((*file, rid)).or_insert(*touch);
    }
    let mut people: BTreeMap<(usize, Option<i64>, i64), BTreeMap<&'static str, Count>> =
        BTreeMap::new();
    for ((file, rid), touch) in seen {
        let (table, life): (u16, i64) =
            select.query_row((rid,), |row| Ok((row.get(0)?, row.get(1)?)))?;
        let Some(kind) = kinds::by_table(table).filter(|_| table != kinds::SITE_TABLE) else {
            continue;
        };
        let Some(file_told) = told.get_mut(file) else {
            // It had waited since an earlier merge.
            continue;
        };
        let by = people.entry((file, touch.person, touch.chain)).or_default();
        for count in [
            file_told.kinds.entry(kind.name).or_default(),
            by.entry(kind.name).or_default(),
        ] {
            match (effect.life_before(rid), life) {
                (LIVE, DELETED) => count.deleted += 1,
                (LIVE | DELETED | JOINED, _) => count.changed += 1,
                _ => count.added += 1,
            }
        }
    }
    let mut called = connection.prepare_cached("SELECT id, label FROM record WHERE rid = ?1")?;
    for ((file, person, chain), kinds) in people {
        let found = person
            .map(|rid| {
                called.query_row((rid,), |row| {
                    Ok((Uuid::from_bytes(row.get(0)?), row.get(1)?))
                })
            })
            .transpose()?;
        let (person, name) = found.map_or((None, None), |(id, name)| (Some(id), name));
        told[file].people.push(ByPerson {
            person,
            name,
            site: effect.lineage.shown(chain)?,
            kinds,
        });
    }
    Ok(())
}
