//! This installation's own series of changes: its name, key, clock and end.

use std::cell::RefCell;
use std::collections::HashMap;

use changelog::segment::{self, Names, RowName, Segment, SegmentError};
use changelog::{ChainHash, Change, Clock, Origin, SigningKey, Transaction, crypto};
use domain::kinds;
use domain::value::VectorEntry;
use fractional_index::FractionalIndex;
use rusqlite::types::FromSql;
use rusqlite::{Connection, OptionalExtension, ToSql};
use uuid::Uuid;

use crate::error::{Error, Result};
use crate::lineage::{Lineage, Place, read_vector};
use crate::world::World;

/// How many changes are sealed together at most: read whole, so many take some tens of megabytes.
pub(crate) const PIECE: i64 = 1 << 16;

/// Reads a setting that belongs to this file.
pub(crate) fn setting<T: FromSql>(
    connection: &Connection,
    key: &str,
) -> rusqlite::Result<Option<T>> {
    let mut select = connection.prepare_cached("SELECT value FROM meta WHERE key = ?1")?;
    Ok(select
        .query_row((key,), |row| row.get(0))
        .optional()?
        .flatten())
}

/// Writes a setting that belongs to this file.
pub(crate) fn set(connection: &Connection, key: &str, value: impl ToSql) -> rusqlite::Result<()> {
    connection
        .prepare_cached("INSERT INTO meta(key, value) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET value = excluded.value")?
        .execute((key, value))?;
    Ok(())
}

/// The series this installation writes, as it stands in one transaction of the file.
pub struct Site {
    /// Its id.
    pub id: Uuid,
    /// The local number of its chain.
    pub chain: i64,
    /// The number of its last change.
    pub seq: i64,
    /// The hash of its last change.
    pub tip: Option<ChainHash>,
    /// Its clock.
    pub clock: Clock,
    /// Its key.
    pub key: SigningKey,
    /// The record of the person it belongs to.
    pub person: Option<Uuid>,
    /// The vector the next change opens an epoch with.
    pub epoch: Option<Vec<VectorEntry>>,
    /// The last place given out in this transaction, by kind and what the rows stand below.
    pub last_place: HashMap<(u16, Option<i64>), FractionalIndex>,
    seed: [u8; 32],
    network: Option<Uuid>,
    identity: String,
    kept_identity: Option<String>,
    dirty: bool,
}

impl Site {
    /// Reads it, with what tells the file from a copy of it.
    pub(crate) fn read(connection: &Connection, identity: String) -> Result<Site> {
        let id = setting::<[u8; 16]>(connection, "site")?.map(Uuid::from_bytes);
        let seed = setting::<[u8; 32]>(connection, "key")?;
        let (Some(id), Some(seed)) = (id, seed) else {
            return Err(Error::Defect("the store has no site".into()));
        };
        let mut select = connection.prepare_cached(
            "SELECT chain, last, tip FROM chain WHERE site = ?1 ORDER BY chain LIMIT 1",
        )?;
        let (chain, seq, tip) = select
            .query_row((id.as_bytes(),), |row| {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?))
            })
            .optional()?
            .unwrap_or((0, 0, None));
        Ok(Site {
            id,
            chain,
            seq,
            tip,
            clock: Clock(setting::<i64>(connection, "clock")?.unwrap_or(0) as u64),
            key: SigningKey::from_seed(&seed),
            person: setting::<[u8; 16]>(connection, "person")?.map(Uuid::from_bytes),
            epoch: None,
            last_place: HashMap::new(),
            seed,
            network: setting::<[u8; 16]>(connection, "network")?.map(Uuid::from_bytes),
            identity,
            kept_identity: setting(connection, "identity")?,
            dirty: setting::<bool>(connection, "dirty")?.unwrap_or(false),
        })
    }

    /// Gives a new store its site: a random name and key.
    pub(crate) fn found(
        connection: &Connection,
        world: &mut dyn World,
        identity: &str,
    ) -> Result<()> {
        let (id, seed) = (random_id(world), world.random());
        set(connection, "site", id.as_bytes())?;
        set(connection, "key", seed)?;
        set(connection, "identity", identity)?;
        set(connection, "dirty", false)?;
        Ok(())
    }

    /// Makes ready for the first change of a transaction: the site is still this installation's own, stands in the
    /// table of chains, and knows the epoch it opens.
    pub(crate) fn enter(&mut self, connection: &Connection, world: &mut dyn World) -> Result<()> {
        if self.kept_identity.as_deref() != Some(&self.identity) {
            // The file was copied or restored. Nobody is asked: this copy goes on under a name of its own.
            self.renew(connection, world)?;
            self.kept_identity = Some(self.identity.clone());
        }
        if self.network.is_none() {
            self.network = Some(random_id(world));
        }
        if self.chain == 0 {
            let mut insert = connection.prepare_cached(
                "INSERT INTO chain(site, kind, key, last, own) VALUES (?1, 'laptop', ?2, 0, 1)",
            )?;
            self.chain = insert.insert((self.id.as_bytes(), self.key.public()))?;
        }
        if self.dirty {
            self.seal(connection)?;
            let tips = self.tips(connection)?;
            self.epoch = (!tips.is_empty()).then_some(tips);
            self.dirty = false;
        }
        Ok(())
    }

    /// Goes on as another site: seals what was written and never writes under that name again.
    pub(crate) fn renew(&mut self, connection: &Connection, world: &mut dyn World) -> Result<()> {
        self.seal(connection)?;
        self.leave(world);
        Ok(())
    }

    /// Goes on as another site; what was written is sealed.
    pub(crate) fn leave(&mut self, world: &mut dyn World) {
        self.id = random_id(world);
        self.seed = world.random();
        self.key = SigningKey::from_seed(&self.seed);
        (self.chain, self.seq, self.tip) = (0, 0, None);
        self.dirty = true;
    }

    /// Finds its chain again, after the tables were written anew.
    pub(crate) fn reread(&mut self, connection: &Connection) -> Result<()> {
        let chain: Option<i64> = connection
            .prepare_cached("SELECT chain FROM chain WHERE site = ?1 ORDER BY chain LIMIT 1")?
            .query_row((self.id.as_bytes(),), |row| row.get(0))
            .optional()?;
        self.chain = chain.unwrap_or(0);
        Ok(())
    }

    /// Notes that changes of others no longer have effect: the next own change opens an epoch.
    pub(crate) fn again(&mut self) {
        self.dirty = true;
    }

    /// The network it belongs to; none before its first change.
    pub(crate) fn network(&self) -> Option<Uuid> {
        self.network
    }

    /// Notes that changes of others came to have effect: the next own change opens an epoch. An empty store takes their
    /// network.
    pub(crate) fn received(&mut self, network: Uuid) {
        self.network.get_or_insert(network);
        self.dirty |= !left_out!(NoNewEpoch);
    }

    /// The ends of all other chains, as a vector.
    fn tips(&self, connection: &Connection) -> Result<Vec<VectorEntry>> {
        let mut select = connection.prepare_cached(
            // What a chain branched off from is covered by its branches.
            "SELECT site, last, tip FROM chain c WHERE chain <> ?1 AND tip IS NOT NULL
               AND NOT EXISTS (SELECT 1 FROM chain b WHERE b.parent = c.chain)",
        )?;
        let mut tips = select
            .query_map((self.chain,), |row| {
                let tip: ChainHash = row.get(2)?;
                Ok(VectorEntry {
                    site: Uuid::from_bytes(row.get(0)?),
                    seq: row.get::<_, i64>(1)? as u64,
                    hash: crypto::short(&tip),
                })
            })?
            .collect::<rusqlite::Result<Vec<_>>>()?;
        tips.sort();
        Ok(tips)
    }

    /// Writes down where the series stands now.
    pub(crate) fn keep(&self, connection: &Connection) -> Result<()> {
        connection
            .prepare_cached("UPDATE chain SET last = ?2, tip = ?3 WHERE chain = ?1")?
            .execute((self.chain, self.seq, self.tip))?;
        set(connection, "site", self.id.as_bytes())?;
        set(connection, "key", self.seed)?;
        set(connection, "identity", &self.identity)?;
        set(connection, "clock", self.clock.0 as i64)?;
        set(connection, "dirty", self.dirty)?;
        if let Some(network) = self.network {
            set(connection, "network", network.as_bytes())?;
        }
        if let Some(person) = self.person {
            set(connection, "person", person.as_bytes())?;
        }
        Ok(())
    }

    /// Seals the changes that no segment holds yet.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn seal(&self, connection: &Connection) -> Result<()> {
        self.seal_up_to(connection, self.seq, PIECE)
    }

    /// Seals what is not sealed up to a change, in segments of at most so many changes, each to the end of a transaction where
    /// one ends in it.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub(crate) fn seal_up_to(&self, connection: &Connection, upto: i64, most: i64) -> Result<()> {
        let mut sealed: i64 = connection
            .prepare_cached("SELECT coalesce(max(last), 0) FROM segment WHERE chain = ?1")?
            .query_row((self.chain,), |row| row.get(0))?;
        let Some(network) = self.network else {
            return Ok(());
        };
        while sealed < upto {
            sealed = self.seal_next(connection, network, (sealed, upto), most)?;
        }
        Ok(())
    }

    /// Seals a segment of what follows a change, up to another one at most; answers its last change.
    fn seal_next(
        &self,
        connection: &Connection,
        network: Uuid,
        (sealed, upto): (i64, i64),
        mut most: i64,
    ) -> Result<i64> {
        loop {
            let mut last = upto.min(sealed + most);
            if last < upto {
                let whole: Option<i64> = connection
                    .prepare_cached(
                        "SELECT max(first) - 1 FROM txn WHERE chain = ?1 AND first BETWEEN ?2 AND ?3",
                    )?
                    .query_row((self.chain, sealed + 2, last + 1), |row| row.get(0))?;
                last = whole.unwrap_or(last);
            }
            let segment = load(connection, network, self.chain, sealed + 1, last)?;
            let lineage = Lineage::new(connection);
            let before = (sealed > 0).then_some(Place {
                chain: self.chain,
                seq: sealed,
            });
            let names = StoreNames::new(connection, &lineage, before, segment.epoch.as_deref())?;
            let bytes = match segment::seal(&segment, &self.key, &names) {
                Ok(bytes) => bytes,
                // Long texts fill a segment before its changes are many.
                Err(SegmentError::TooLarge(_)) if last > sealed + 1 => {
                    most = (last - sealed) / 2;
                    continue;
                }
                Err(error) => return Err(Error::Defect(format!("sealing: {error}"))),
            };
            let end = segment
                .end_hash()
                .ok_or_else(|| Error::Defect("a segment without a hash".into()))?;
            connection
                .prepare_cached("INSERT INTO segment(chain, first, last, \"end\", bytes) VALUES (?1, ?2, ?3, ?4, ?5)")?
                .execute((self.chain, sealed + 1, last, end, bytes))?;
            return Ok(last);
        }
    }

    /// Names a change as vectors do: by the site as written, its number, and half of its hash.
    pub(crate) fn entry(&self, connection: &Connection, place: Place) -> Result<VectorEntry> {
        let site: [u8; 16] = connection
            .prepare_cached("SELECT site FROM chain WHERE chain = ?1")?
            .query_row((place.chain,), |row| row.get(0))?;
        let own = place.chain == self.chain && place.seq == self.seq;
        let hash = match &self.tip {
            Some(tip) if own => *tip,
            _ => hash_at(connection, place)?,
        };
        Ok(VectorEntry {
            site: Uuid::from_bytes(site),
            seq: place.seq as u64,
            hash: crypto::short(&hash),
        })
    }
}

/// The chain hash of a change.
///
/// Hashes are kept for the ends of chains and segments only; any other is worked out from the end before it.
///
/// # Errors
/// Where the file cannot be read, or holds no such change.
pub(crate) fn hash_at(connection: &Connection, place: Place) -> Result<ChainHash> {
    let (site, last, tip, parent): ([u8; 16], i64, Option<ChainHash>, Option<Place>) = connection
        .prepare_cached("SELECT site, last, tip, parent, parent_seq FROM chain WHERE chain = ?1")?
        .query_row((place.chain,), |row| {
            let parent: Option<i64> = row.get(3)?;
            let seq: Option<i64> = row.get(4)?;
            let parent = parent.zip(seq).map(|(chain, seq)| Place { chain, seq });
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, parent))
        })?;
    if place.seq == last
        && let Some(tip) = tip
    {
        return Ok(tip);
    }
    if let Some(parent) = parent
        && place.seq <= parent.seq
    {
        return hash_at(
            connection,
            Place {
                chain: parent.chain,
                ..place
            },
        );
    }
    let before: Option<(i64, ChainHash)> = connection
        .prepare_cached(
            "SELECT last, \"end\" FROM segment WHERE chain = ?1 AND last <= ?2 ORDER BY last DESC LIMIT 1",
        )?
        .query_row((place.chain, place.seq), |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let (from, hash) = match (before, parent) {
        (Some((last, end)), _) => (last, Some(end)),
        (None, Some(parent)) => (parent.seq, Some(hash_at(connection, parent)?)),
        (None, None) => (0, None),
    };
    if from == place.seq
        && let Some(hash) = hash
    {
        return Ok(hash);
    }
    let mut segment = load(connection, Uuid::nil(), place.chain, from + 1, place.seq)?;
    segment.site = Uuid::from_bytes(site);
    segment.previous = hash;
    segment
        .end_hash()
        .ok_or_else(|| Error::Defect("a change without a hash".into()))
}

fn random_id(world: &mut dyn World) -> Uuid {
    let random = world.random();
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&random[..16]);
    uuid::Builder::from_random_bytes(bytes).into_uuid()
}

/// Reads changes of a chain back from the tables, as they were when they were written.
///
/// # Errors
/// Where the file cannot be read, or an epoch opens within the range.
pub(crate) fn load(
    connection: &Connection,
    network: Uuid,
    chain: i64,
    first: i64,
    last: i64,
) -> Result<Segment> {
    let site: [u8; 16] = connection
        .prepare_cached("SELECT site FROM chain WHERE chain = ?1")?
        .query_row((chain,), |row| row.get(0))?;
    let previous: Option<ChainHash> = connection
        .prepare_cached("SELECT \"end\" FROM segment WHERE chain = ?1 AND last = ?2")?
        .query_row((chain, first - 1), |row| row.get(0))
        .optional()?;
    let epoch: Option<Vec<u8>> = connection
        .prepare_cached("SELECT vector FROM epoch WHERE chain = ?1 AND first = ?2")?
        .query_row((chain, first), |row| row.get(0))
        .optional()?;
    let mut transactions: HashMap<i64, Transaction> = HashMap::new();
    let mut select = connection.prepare_cached(
        "SELECT t.first, t.wall, p.id, t.origin, t.reason, t.undoes, u.first, uc.site
         FROM txn t LEFT JOIN record p ON p.rid = t.person
         LEFT JOIN txn u ON u.id = t.undoes LEFT JOIN chain uc ON uc.chain = u.chain
         WHERE t.chain = ?1 AND t.first BETWEEN ?2 AND ?3",
    )?;
    let mut rows = select.query((chain, first, last))?;
    while let Some(row) = rows.next()? {
        let origin: u8 = row.get(3)?;
        let undoes: Option<[u8; 16]> = row.get(5)?;
        let undoes = match undoes {
            Some(hash) => Some(VectorEntry {
                site: Uuid::from_bytes(row.get(7)?),
                seq: row.get::<_, i64>(6)? as u64,
                hash,
            }),
            None => None,
        };
        transactions.insert(
            row.get(0)?,
            Transaction {
                wall: row.get(1)?,
                person: row.get::<_, Option<[u8; 16]>>(2)?.map(Uuid::from_bytes),
                origin: Origin::from_number(origin)
                    .ok_or_else(|| Error::Defect(format!("origin {origin} is none")))?,
                reason: row.get(4)?,
                undoes,
            },
        );
    }
    let mut select = connection.prepare_cached(
        "SELECT c.seq, c.hlc, r.tbl, r.id, c.col, c.value, c.reopens, c.unseen FROM change c
         JOIN record r ON r.rid = c.rid WHERE c.chain = ?1 AND c.seq BETWEEN ?2 AND ?3 ORDER BY c.seq",
    )?;
    let mut rows = select.query((chain, first, last))?;
    let mut changes = Vec::new();
    while let Some(row) = rows.next()? {
        let seq: i64 = row.get(0)?;
        let vector = |bytes: Option<Vec<u8>>| match bytes {
            Some(bytes) => read_vector(&bytes),
            None => Ok(Vec::new()),
        };
        changes.push(Change {
            seq: seq as u64,
            hlc: row.get::<_, i64>(1)? as u64,
            table: row.get(2)?,
            record: Uuid::from_bytes(row.get(3)?),
            column: row.get(4)?,
            value: row.get(5)?,
            reopens: vector(row.get(6)?)?.pop(),
            unseen: vector(row.get(7)?)?,
            transaction: transactions.remove(&seq),
        });
    }
    Ok(Segment {
        network,
        site: Uuid::from_bytes(site),
        first: first as u64,
        previous,
        epoch: epoch.as_deref().map(read_vector).transpose()?,
        changes,
    })
}

/// Names records in segments by where they were created, which takes fewer bytes than their ids.
pub(crate) struct StoreNames<'c, 'l> {
    lineage: &'l Lineage<'c>,
    /// The change before the segment.
    before: Option<Place>,
    /// Where the entries of the epoch in force stand.
    epoch: Vec<Place>,
    /// The local numbers of records that were found.
    found: RefCell<HashMap<Uuid, i64>>,
}

impl<'c, 'l> StoreNames<'c, 'l> {
    /// Stands before a segment: after this change of its chain, where it opens this epoch or goes on in the one before.
    pub(crate) fn new(
        connection: &'c Connection,
        lineage: &'l Lineage<'c>,
        before: Option<Place>,
        opens: Option<&[VectorEntry]>,
    ) -> Result<StoreNames<'c, 'l>> {
        let vector = match opens {
            Some(vector) => vector.to_vec(),
            None => epoch_at(connection, lineage, before)?,
        };
        let epoch = vector
            .iter()
            .filter(|entry| !left_out!(NoHoldBack) || matches!(lineage.find(entry), Ok(Some(_))))
            .map(|entry| {
                lineage
                    .find(entry)?
                    .ok_or_else(|| Error::Defect("an epoch names what is not here".into()))
            })
            .collect::<Result<_>>()?;
        Ok(StoreNames {
            lineage,
            before,
            epoch,
            found: Default::default(),
        })
    }

    /// The local numbers of the records whose short names were read.
    pub(crate) fn found(self) -> HashMap<Uuid, i64> {
        self.found.into_inner()
    }

    fn find_short(&self, record: Uuid) -> Result<Option<RowName>> {
        let mut select = self.lineage.connection().prepare_cached(
            "SELECT c.chain, c.seq FROM change c JOIN record r ON r.rid = c.rid
             WHERE r.id = ?1 AND c.col = 0 ORDER BY c.hlc, c.seq LIMIT 1",
        )?;
        let created = select
            .query_row((record.as_bytes(),), Place::from_row)
            .optional()?;
        let Some(created) = created else {
            return Ok(None);
        };
        let reaches = |end: Place| -> Result<bool> {
            Ok(self.lineage.at(Place {
                seq: created.seq,
                ..end
            })? == created
                && created.seq <= end.seq)
        };
        if let Some(before) = self.before
            && reaches(before)?
        {
            return Ok(Some(RowName::Own {
                seq: created.seq as u64,
            }));
        }
        for (entry, end) in self.epoch.iter().enumerate() {
            if reaches(*end)? {
                return Ok(Some(RowName::Epoch {
                    entry: entry as u32,
                    seq: created.seq as u64,
                }));
            }
        }
        Ok(None)
    }

    fn find_record(&self, name: &RowName) -> Result<Option<Uuid>> {
        let (end, seq) = match name {
            RowName::Own { seq } => (self.before, *seq),
            RowName::Epoch { entry, seq } => (self.epoch.get(*entry as usize).copied(), *seq),
        };
        let Some(end) = end else {
            return Ok(None);
        };
        let place = self.lineage.at(Place {
            seq: seq as i64,
            ..end
        })?;
        let mut select = self.lineage.connection().prepare_cached(
            "SELECT r.id, r.rid FROM change c JOIN record r ON r.rid = c.rid WHERE c.chain = ?1 AND c.seq = ?2",
        )?;
        let found = select
            .query_row((place.chain, place.seq), |row| {
                Ok((Uuid::from_bytes(row.get(0)?), row.get(1)?))
            })
            .optional()?;
        Ok(found.map(|(id, rid)| {
            self.found.borrow_mut().insert(id, rid);
            id
        }))
    }
}

/// The epoch in force after a change.
fn epoch_at(
    connection: &Connection,
    lineage: &Lineage<'_>,
    place: Option<Place>,
) -> Result<Vec<VectorEntry>> {
    let mut place = place;
    while let Some(Place { chain, seq }) = place {
        let vector: Option<Vec<u8>> = connection
            .prepare_cached(
                "SELECT vector FROM epoch WHERE chain = ?1 AND first <= ?2 ORDER BY first DESC LIMIT 1",
            )?
            .query_row((chain, seq), |row| row.get(0))
            .optional()?;
        if let Some(vector) = vector {
            return read_vector(&vector);
        }
        place = lineage.parent(chain)?;
    }
    Ok(Vec::new())
}

impl Names for StoreNames<'_, '_> {
    fn short(&self, record: Uuid) -> Option<RowName> {
        // A name that cannot be looked up is written in full.
        self.find_short(record).ok().flatten()
    }

    fn record(&self, name: &RowName) -> Option<Uuid> {
        self.find_record(name).ok().flatten()
    }
}

/// How many own changes no other laptop was given yet; none in a store that is nobody's, such as one rebuilt in memory.
///
/// What a site's first transaction says of who somebody is does not count: nobody needs it before there is more of theirs.
///
/// # Errors
/// Where the file cannot be read.
pub fn unshared(connection: &Connection) -> Result<i64> {
    if setting::<[u8; 16]>(connection, "site")?.is_none() {
        return Ok(0);
    }
    let all = "SELECT coalesce(sum(max(last - max(coalesce(shared, 0), coalesce(parent_seq, 0)), 0)), 0) FROM chain WHERE own = 1";
    let all: i64 = connection.query_row(all, (), |row| row.get(0))?;
    let cards = format!(
        "SELECT count(*) FROM chain n JOIN txn t ON t.chain = n.chain AND {IS_FIRST} JOIN change c ON {IS_OF_TXN}
         JOIN record r ON r.rid = c.rid WHERE n.own = 1 AND t.last > coalesce(n.shared, 0) AND {}",
        tells_who()
    );
    let cards: i64 = connection.query_row(&cards, (), |row| row.get(0))?;
    Ok(all - cards)
}

/// Whether a transaction `t` is the first one of its chain `n`.
const IS_FIRST: &str = "t.first = coalesce(n.parent_seq, 0) + 1";
/// Whether a change `c` is of a transaction `t`.
const IS_OF_TXN: &str = "c.chain = t.chain AND c.seq BETWEEN t.first AND t.last";

/// Whether a record `r` tells whose laptop it is: the card of a site, or who wrote the transaction `t`.
fn tells_who() -> String {
    format!("(r.tbl = {} OR r.rid = t.person)", kinds::SITE_TABLE)
}

/// The condition on transactions `t` of chains `n` that no other laptop was given yet and that say more than who somebody is.
pub(crate) fn unshared_steps() -> String {
    format!(
        "n.own = 1 AND t.last > coalesce(n.shared, 0) AND NOT ({IS_FIRST} AND NOT EXISTS (
           SELECT 1 FROM change c JOIN record r ON r.rid = c.rid WHERE {IS_OF_TXN} AND NOT {}))",
        tells_who()
    )
}
