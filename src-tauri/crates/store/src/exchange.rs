//! What is given to others, what they said they have, and who they are.

use std::collections::{BTreeMap, BTreeSet};

use changelog::{SigningKey, codec, crypto};
use domain::value::VectorEntry;
use rusqlite::{Connection, OptionalExtension, TransactionBehavior};
use serde_json::{Value as Json, json};
use uuid::Uuid;

use crate::error::{Error, Result};
use crate::lineage::{Cover, Lineage, Place, read_vector};
use crate::merge::{Missing, Private, missing};
use crate::query::{View, moment, reference};
use crate::receive::Sealed;
use crate::site::{Site, setting};
use crate::{Store, kill};

/// Which of the changes that are here go into a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lacking {
    /// All.
    Nothing,
    /// What a site lacks, by the latest file of it.
    Site(Uuid),
}

/// What goes into a file.
pub struct Packed {
    /// The network.
    pub network: Uuid,
    /// The site that packs.
    pub site: Uuid,
    /// What people call its machine.
    pub label: String,
    /// Whose laptop it is.
    pub person: Option<String>,
    /// When, ms since 1970 by this laptop's clock.
    pub made: i64,
    /// All that is here, so that the file is a receipt, too.
    pub vector: Vec<VectorEntry>,
    /// Sealed segments, each after what it builds on.
    pub segments: Vec<Vec<u8>>,
    /// How many changes they hold.
    pub changes: u64,
    /// The first and last change of each site, as written.
    pub ranges: BTreeMap<Uuid, (i64, i64)>,
    /// The key to sign the file with.
    pub key: SigningKey,
    /// The ends of this file's own chains, for [`Store::mark_shared`].
    shared: Vec<(i64, i64)>,
}

/// One laptop or series that changes came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// Whose changes are missing.
    pub missing: Missing,
    /// How many segments wait for them.
    pub segments: u64,
    /// Whether nobody waits for them any more.
    pub dismissed: bool,
}

impl Store {
    /// Seals what is not sealed yet and gathers what goes into a file for others.
    ///
    /// # Errors
    /// Refuses a store that has no network yet; fails where the file cannot be written.
    pub fn pack(&mut self, lacking: Lacking) -> Result<Packed> {
        let file = self.file.clone();
        self.gather(lacking).map_err(|error| error.at(&file))
    }

    fn gather(&mut self, lacking: Lacking) -> Result<Packed> {
        let identity = self.identity()?;
        let (made, label) = (self.world.now(), self.world.label());
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        let site = Site::read(&transaction, identity)?;
        site.seal(&transaction)?;
        kill::point("seal-written");
        transaction.commit()?;
        kill::point("seal-stored");
        let connection = &self.connection;
        let network = site.network().ok_or(Error::NoNetwork)?;
        let lineage = Lineage::new(connection);
        let theirs = match lacking {
            Lacking::Nothing => Cover::default(),
            Lacking::Site(site) => theirs(connection, &lineage, site)?,
        };
        let mut packed = Packed {
            network,
            site: site.id,
            label,
            person: None,
            made,
            vector: vector(connection)?,
            segments: Vec::new(),
            changes: 0,
            ranges: BTreeMap::new(),
            key: site.key.clone(),
            shared: Vec::new(),
        };
        if let Some(person) = site.person {
            packed.person = connection
                .prepare_cached("SELECT label FROM record WHERE id = ?1")?
                .query_row((person.as_bytes(),), |row| row.get(0))
                .optional()?
                .flatten();
        }
        let mut note = |site: [u8; 16], first: i64, last: i64, bytes: Vec<u8>| {
            let range = packed
                .ranges
                .entry(Uuid::from_bytes(site))
                .or_insert((first, last));
            *range = (range.0.min(first), range.1.max(last));
            packed.changes += (last - first + 1) as u64;
            packed.segments.push(bytes);
        };
        let mut select = connection.prepare_cached(
            "SELECT c.site, s.chain, s.first, s.last, s.bytes FROM segment s JOIN chain c ON c.chain = s.chain
             ORDER BY s.rowid",
        )?;
        let mut rows = select.query(())?;
        while let Some(row) = rows.next()? {
            let place = Place {
                chain: row.get(1)?,
                seq: row.get(3)?,
            };
            if !theirs.holds(place) {
                note(row.get(0)?, row.get(2)?, place.seq, row.get(4)?);
            }
        }
        // What waits here may be what somebody else waits for.
        let mut select = connection.prepare_cached(
            "SELECT site, first, last, bytes FROM waiting WHERE aside = 0 ORDER BY site, first",
        )?;
        let mut rows = select.query(())?;
        while let Some(row) = rows.next()? {
            note(row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
        }
        let mut select =
            connection.prepare_cached("SELECT chain, last FROM chain WHERE own = 1")?;
        packed.shared = select
            .query_map((), |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<rusqlite::Result<_>>()?;
        Ok(packed)
    }

    /// Remembers that what was packed is with somebody else now.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn mark_shared(&mut self, packed: &Packed) -> Result<()> {
        let mark = || -> rusqlite::Result<()> {
            let transaction = self.connection.unchecked_transaction()?;
            for (chain, last) in &packed.shared {
                transaction.execute(
                    "UPDATE chain SET shared = max(coalesce(shared, 0), ?2) WHERE chain = ?1",
                    (chain, last),
                )?;
            }
            transaction.commit()
        };
        mark().map_err(|error| Error::from(error).at(&self.file))
    }

    /// The personal values that are held here, with the keys they are committed under.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn private(&self) -> Result<Vec<Private>> {
        let read = || -> Result<Vec<Private>> {
            let mut select = self.connection.prepare_cached(
                "SELECT r.id, p.key, p.tbl, p.col, p.value FROM personal p JOIN record r ON r.rid = p.rid
                 WHERE p.key IS NOT NULL AND p.tbl IS NOT NULL ORDER BY r.id, p.key, p.commitment",
            )?;
            let mut rows = select.query(())?;
            let mut parts: Vec<Private> = Vec::new();
            while let Some(row) = rows.next()? {
                let (person, key) = (Uuid::from_bytes(row.get(0)?), row.get(1)?);
                let value = (row.get(2)?, row.get(3)?, row.get(4)?);
                match parts.last_mut() {
                    Some(part) if part.person == person && part.key == key => {
                        part.values.push(value);
                    }
                    _ => parts.push(Private {
                        person,
                        key,
                        values: vec![value],
                    }),
                }
            }
            Ok(parts)
        };
        read().map_err(|error| error.at(&self.file))
    }

    /// All that is here, as a vector.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn vector(&self) -> Result<Vec<VectorEntry>> {
        vector(&self.connection).map_err(|error| error.at(&self.file))
    }

    /// Notes what a site said it had, in a file it made.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn heard(&mut self, site: Uuid, has: &[VectorEntry], made: i64) -> Result<()> {
        let at = self.world.now();
        self.connection
            .prepare_cached(
                "INSERT INTO heard(site, vector, made, at) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO UPDATE
                 SET vector = excluded.vector, made = excluded.made, at = excluded.at WHERE excluded.made >= made",
            )
            .and_then(|mut insert| {
                insert.execute((site.as_bytes(), codec::vector_bytes(has), made, at))
            })
            .map(|_| ())
            .map_err(|error| Error::from(error).at(&self.file))
    }

    /// Whose changes are waited for.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn waiting(&self) -> Result<Vec<Waiting>> {
        waiting(&self.connection).map_err(|error| error.at(&self.file))
    }

    /// No longer waits for a site's changes, on this laptop only. They are taken all the same if they ever come.
    ///
    /// # Errors
    /// Refuses a site that nothing waits for.
    pub fn dismiss(&mut self, site: Uuid) -> Result<()> {
        let waits = self.waiting()?;
        if !waits.iter().any(|waiting| waiting.missing.site == site) {
            return Err(Error::NotWaitedFor(site));
        }
        self.connection
            .execute(
                "INSERT INTO dismissed(site) VALUES (?1) ON CONFLICT DO NOTHING",
                (site.as_bytes(),),
            )
            .map(|_| ())
            .map_err(|error| Error::from(error).at(&self.file))
    }

    /// Everybody changes came from, this installation first, then the latest heard of.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn sites(&self, view: &View) -> Result<Vec<Json>> {
        sites(&self.connection, view).map_err(|error| error.at(&self.file))
    }

    /// What a shared folder holds, as far as it is known here: the name of each file and the ends of its segments.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn shelf(&self, folder: &str) -> Result<Vec<(String, Vec<u8>)>> {
        let read = || -> rusqlite::Result<Vec<(String, Vec<u8>)>> {
            self.connection
                .prepare_cached("SELECT name, \"end\" FROM shelf WHERE folder = ?1")?
                .query_map((folder,), |row| Ok((row.get(0)?, row.get(1)?)))?
                .collect()
        };
        read().map_err(|error| Error::from(error).at(&self.file))
    }

    /// Notes that a file of a shared folder holds these segments.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn shelve(&mut self, folder: &str, name: &str, ends: &[[u8; 32]]) -> Result<()> {
        let note = || -> rusqlite::Result<()> {
            let transaction = self.connection.unchecked_transaction()?;
            // A file without segments is known by a row of its own.
            let ends = ends.iter().map(|end| &end[..]);
            for end in ends.chain([&[][..]]) {
                transaction.execute(
                    "INSERT INTO shelf(folder, name, \"end\") VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
                    (folder, name, end),
                )?;
            }
            transaction.commit()
        };
        note().map_err(|error| Error::from(error).at(&self.file))
    }

    /// Notes that a file is no longer in a shared folder.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn unshelve(&mut self, folder: &str, name: &str) -> Result<()> {
        self.connection
            .execute(
                "DELETE FROM shelf WHERE folder = ?1 AND name = ?2",
                (folder, name),
            )
            .map(|_| ())
            .map_err(|error| Error::from(error).at(&self.file))
    }
}

/// The ends of all chains, as a vector.
pub(crate) fn vector(connection: &Connection) -> Result<Vec<VectorEntry>> {
    let mut select = connection.prepare_cached(
        "SELECT site, last, tip FROM chain c WHERE tip IS NOT NULL
           AND NOT EXISTS (SELECT 1 FROM chain b WHERE b.parent = c.chain)",
    )?;
    let mut vector = select
        .query_map((), |row| {
            let tip: [u8; 32] = row.get(2)?;
            Ok(VectorEntry {
                site: Uuid::from_bytes(row.get(0)?),
                seq: row.get::<_, i64>(1)? as u64,
                hash: crypto::short(&tip),
            })
        })?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    vector.sort();
    Ok(vector)
}

/// What a site has, by its latest file; nothing of a site that was never heard of.
fn theirs(connection: &Connection, lineage: &Lineage<'_>, site: Uuid) -> Result<Cover> {
    let vector: Option<Vec<u8>> = connection
        .prepare_cached("SELECT vector FROM heard WHERE site = ?1")?
        .query_row((site.as_bytes(),), |row| row.get(0))
        .optional()?;
    let mut cover = Cover::default();
    for entry in vector.as_deref().map_or(Ok(Vec::new()), read_vector)? {
        // What they have and is not here cannot be packed anyway.
        if let Some(place) = lineage.find(&entry)? {
            cover.add(lineage, place)?;
        }
    }
    Ok(cover)
}

fn waiting(connection: &Connection) -> Result<Vec<Waiting>> {
    let lineage = Lineage::new(connection);
    let mut select = connection
        .prepare_cached("SELECT bytes FROM waiting WHERE aside = 0 ORDER BY site, first")?;
    let mut rows = select.query(())?;
    let mut here: BTreeSet<[u8; 16]> = BTreeSet::new();
    let mut wanted: Vec<Vec<VectorEntry>> = Vec::new();
    while let Some(row) = rows.next()? {
        let sealed = Sealed::read(row.get(0)?)
            .map_err(|error| Error::Defect(format!("a waiting segment: {error}")))?;
        let header = sealed.header;
        here.insert(crypto::short(&header.end));
        let previous = header.previous.map(|hash| VectorEntry {
            site: header.site,
            seq: header.first - 1,
            hash: crypto::short(&hash),
        });
        wanted.push(header.epoch.into_iter().flatten().chain(previous).collect());
    }
    let mut waits: BTreeMap<Missing, u64> = BTreeMap::new();
    for entries in wanted {
        let mut of: BTreeSet<Missing> = BTreeSet::new();
        for entry in entries {
            // What waits itself is not what is missing: it waits for that.
            if !here.contains(&entry.hash) && lineage.find(&entry)?.is_none() {
                of.insert(missing(connection, &entry)?);
            }
        }
        for missing in of {
            *waits.entry(missing).or_default() += 1;
        }
    }
    let mut dismissed = connection.prepare_cached("SELECT 1 FROM dismissed WHERE site = ?1")?;
    waits
        .into_iter()
        .map(|(missing, segments)| {
            Ok(Waiting {
                dismissed: dismissed.exists((missing.site.as_bytes(),))?,
                missing,
                segments,
            })
        })
        .collect()
}

fn sites(connection: &Connection, view: &View) -> Result<Vec<Json>> {
    let own: Option<[u8; 16]> = setting(connection, "site")?;
    let mut select = connection.prepare_cached(
        "SELECT coalesce(c.branch, c.site), c.kind, c.last, s.person, s.label,
           (SELECT max(t.wall) FROM txn t WHERE t.chain = c.chain),
           (SELECT t.wall FROM txn t WHERE t.chain = c.chain ORDER BY t.first DESC LIMIT 1),
           (SELECT m.at FROM segment g JOIN merge m ON m.merge = g.brought WHERE g.chain = c.chain ORDER BY g.last DESC LIMIT 1),
           coalesce(c.own, 0), c.site, h.at, h.made, c.branch IS NOT NULL
         FROM chain c LEFT JOIN record r ON r.id = c.site LEFT JOIN \"site\" s ON s.rid = r.rid
           LEFT JOIN heard h ON h.site = c.site
         WHERE c.last > 0 ORDER BY c.site = ?1 DESC, 6 DESC, 1",
    )?;
    let mut rows = select.query((own,))?;
    let mut sites = Vec::new();
    while let Some(row) = rows.next()? {
        let person: Option<i64> = row.get(3)?;
        let (last_wall, received): (Option<i64>, Option<i64>) = (row.get(6)?, row.get(7)?);
        let written: [u8; 16] = row.get(9)?;
        let standing = if Some(written) == own { "self" } else { "open" };
        // A change cannot be received before it is written: what claims a later time has a clock ahead of this one.
        let ahead = last_wall
            .zip(received)
            .map(|(wall, at)| (wall - at) / 1_000)
            .filter(|seconds| *seconds > 60);
        sites.push(json!({
            "site": Uuid::from_bytes(row.get(0)?).to_string(),
            "kind": row.get::<_, String>(1)?,
            "person": person.map(|person| reference(connection, person, view)).transpose()?,
            "label": row.get::<_, Option<String>>(4)?,
            "last": row.get::<_, i64>(2)?,
            "last_time": row.get::<_, Option<i64>>(5)?.map(moment),
            "standing": standing,
            "clock_off_s": ahead,
            "heard": row.get::<_, Option<i64>>(10)?.map(moment),
            "own": row.get::<_, bool>(8)?,
            "branch": row.get::<_, bool>(12)?,
        }));
    }
    Ok(sites)
}
