//! Taking in sealed segments, whoever wrote them, in whatever order they come.
//!
//! A segment waits until the change before it and everything its epoch names are here; only then it is counted. What two
//! segments share, change by change, is one history, however each was cut. Where two different changes follow the same
//! change of one site, that site's series forks: each branch becomes a chain of its own, shown under an id of its own.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use changelog::segment::{self, Header, Segment, SegmentError};
use changelog::{ChainHash, Change, Clock, codec, crypto, transaction_id};
use domain::ids;
use domain::value::VectorEntry;
use rusqlite::OptionalExtension;
use uuid::Uuid;

use crate::apply::Effect;
use crate::backup::Progress;
use crate::error::{Error, Result};
use crate::lineage::Place;
use crate::site::{self, StoreNames};

/// A sealed segment whose frame, hash and signature were checked.
#[derive(Debug, Clone)]
pub struct Sealed {
    /// What it says of itself.
    pub header: Header,
    /// Its bytes, kept and passed on unchanged.
    pub bytes: Vec<u8>,
}

impl Sealed {
    /// Checks the frame of a segment.
    ///
    /// # Errors
    /// Those of [`segment::read_header`].
    pub fn read(bytes: Vec<u8>) -> std::result::Result<Sealed, SegmentError> {
        let (header, _) = segment::read_header(&bytes)?;
        Ok(Sealed { header, bytes })
    }
}

/// What became of a segment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// It has effect, and brought that many changes that were not here.
    Effective(u64),
    /// It was here already.
    Known,
    /// It waits for these changes.
    Waiting(Vec<VectorEntry>),
    /// It cannot be what it says: the code.
    Refused(&'static str),
}

/// What one file's changes did to a record.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Touch {
    /// Who wrote the last of them: the record of the person.
    pub person: Option<i64>,
    /// The chain it stands in.
    pub chain: i64,
}

/// Receives segments within one transaction of the file.
pub(crate) struct Intake<'e, 'c> {
    effect: &'e mut Effect<'c>,
    /// The number of the merge, kept with what it brings.
    merge: Option<i64>,
    /// This laptop's time, ms since 1970.
    now: i64,
    /// Is told how many of how many segments are done; answers whether to go on.
    progress: Option<Progress<'e>>,
    /// How many changes came to have effect.
    pub(crate) changes: u64,
    /// Whether a series was found to have forked.
    forked: bool,
    /// The latest time claimed that is not more than a day ahead.
    pub(crate) clock: Clock,
    /// Sites of changes that came.
    pub(crate) sites: BTreeSet<Uuid>,
    /// What each file did, by file and record.
    pub(crate) touches: BTreeMap<(usize, i64), Touch>,
}

/// A segment on its way in.
struct Candidate {
    sealed: Sealed,
    /// The file it came with; past all numbers for one that had waited.
    file: usize,
    /// The merge it came with.
    brought: Option<i64>,
    /// The merge it comes to have effect with.
    effective: Option<i64>,
    /// Where it stands among those given, each time it was.
    given: Vec<usize>,
}

impl<'e, 'c> Intake<'e, 'c> {
    pub(crate) fn new(effect: &'e mut Effect<'c>, merge: Option<i64>, now: i64) -> Intake<'e, 'c> {
        Intake {
            effect,
            merge,
            now,
            progress: None,
            changes: 0,
            forked: false,
            clock: Clock::default(),
            sites: BTreeSet::new(),
            touches: BTreeMap::new(),
        }
    }

    /// Tells of its progress from now on.
    pub(crate) fn watched(mut self, progress: Progress<'e>) -> Intake<'e, 'c> {
        self.progress = Some(progress);
        self
    }

    fn go_on(&mut self, done: usize, total: usize) -> Result<()> {
        let on = self
            .progress
            .as_mut()
            .is_none_or(|progress| progress(done as u64, total as u64));
        if on { Ok(()) } else { Err(Error::Cancelled) }
    }

    /// Takes segments in, with those that had waited for them; what became of each that was given, in their order.
    ///
    /// # Errors
    /// Where the file cannot be read or written. What a segment itself gets wrong is its fate, not an error.
    pub(crate) fn take(&mut self, given: Vec<(usize, Sealed)>) -> Result<Vec<Fate>> {
        let mut fates = vec![Fate::Known; given.len()];
        let mut open = self.kept(false)?;
        let mut ends: BTreeMap<ChainHash, usize> = open
            .iter()
            .enumerate()
            .map(|(at, candidate)| (candidate.sealed.header.end, at))
            .collect();
        for (at, (file, sealed)) in given.into_iter().enumerate() {
            let end = sealed.header.end;
            if self.is_here(&end)? {
                continue;
            }
            let number = *ends.entry(end).or_insert_with(|| {
                open.push(Candidate {
                    sealed,
                    file,
                    brought: self.merge,
                    effective: self.merge,
                    given: Vec::new(),
                });
                open.len() - 1
            });
            if let Some(candidate) = open.get_mut(number) {
                candidate.given.push(at);
            }
        }
        let total = open.len();
        let mut done = 0;
        let mut aside = self.kept(true)?;
        aside.retain(|candidate| !ends.contains_key(&candidate.sealed.header.end));
        loop {
            let mut moved = false;
            let mut left = Vec::new();
            let mut needed: Vec<VectorEntry> = Vec::new();
            for candidate in open {
                let fate = self.one(&candidate)?;
                for at in &candidate.given {
                    if let Some(slot) = fates.get_mut(*at) {
                        *slot = fate.clone();
                    }
                }
                match fate {
                    Fate::Waiting(missing) => {
                        needed.extend(missing);
                        left.push(candidate);
                    }
                    _ => {
                        moved = true;
                        done += 1;
                        self.go_on(done, total.max(done))?;
                        self.forget(&candidate.sealed.header.end)?;
                    }
                }
            }
            open = left;
            // What was set back returns where something that came needs it.
            let (wanted, rest): (Vec<_>, Vec<_>) = aside.into_iter().partition(|candidate| {
                let header = &candidate.sealed.header;
                needed.iter().any(|entry| {
                    entry.site == header.site && (header.first..=header.last).contains(&entry.seq)
                })
            });
            aside = rest;
            moved |= !wanted.is_empty();
            open.extend(wanted);
            if !moved || open.is_empty() {
                break;
            }
        }
        for candidate in &open {
            self.keep(candidate)?;
        }
        if self.forked {
            self.rerank()?;
        }
        Ok(fates)
    }

    /// Takes in once more, from a table of their bytes, the segments that had effect before.
    pub(crate) fn replay(&mut self, table: &str) -> Result<()> {
        let connection = self.effect.connection;
        let mut select = connection.prepare(&format!(
            "SELECT bytes, brought, effective FROM temp.\"{table}\" ORDER BY at"
        ))?;
        let mut rows = select.query(())?;
        let mut open = Vec::new();
        while let Some(row) = rows.next()? {
            let candidate = Candidate {
                sealed: Sealed::read(row.get(0)?)
                    .map_err(|error| Error::Defect(format!("a kept segment: {error}")))?,
                file: usize::MAX,
                brought: row.get(1)?,
                effective: row.get(2)?,
                given: Vec::new(),
            };
            // They stand in the order in which they came to have effect, so each finds its past.
            if matches!(self.one(&candidate)?, Fate::Waiting(_)) {
                open.push(candidate);
            }
        }
        if open.is_empty() {
            Ok(())
        } else {
            Err(Error::Defect("a kept segment lacks its past".into()))
        }
    }

    /// Keeps a segment that waits.
    fn keep(&self, candidate: &Candidate) -> Result<()> {
        let header = &candidate.sealed.header;
        self.effect
            .connection
            .prepare_cached(
                "INSERT INTO waiting(\"end\", site, first, last, bytes, brought, aside) VALUES (?1, ?2, ?3, ?4, ?5, ?6, 0)
                 ON CONFLICT DO UPDATE SET aside = 0, brought = CASE aside WHEN 1 THEN excluded.brought ELSE brought END",
            )?
            .execute((
                header.end,
                header.site.as_bytes(),
                header.first as i64,
                header.last as i64,
                &candidate.sealed.bytes,
                candidate.brought,
            ))?;
        Ok(())
    }

    fn forget(&self, end: &ChainHash) -> Result<()> {
        self.effect
            .connection
            .prepare_cached("DELETE FROM waiting WHERE \"end\" = ?1")?
            .execute((end,))?;
        Ok(())
    }

    fn is_here(&self, end: &ChainHash) -> Result<bool> {
        Ok(self
            .effect
            .connection
            .prepare_cached("SELECT 1 FROM segment WHERE \"end\" = ?1")?
            .exists((end,))?)
    }

    /// The segments that wait, or those that were set back.
    fn kept(&self, aside: bool) -> Result<Vec<Candidate>> {
        let mut select = self.effect.connection.prepare_cached(
            "SELECT bytes, brought FROM waiting WHERE aside = ?1 ORDER BY site, first",
        )?;
        let mut rows = select.query((aside,))?;
        let mut waiting = Vec::new();
        while let Some(row) = rows.next()? {
            let sealed = Sealed::read(row.get(0)?)
                .map_err(|error| Error::Defect(format!("a waiting segment: {error}")))?;
            waiting.push(Candidate {
                sealed,
                file: usize::MAX,
                // What was set back comes with the merge that needs it.
                brought: if aside { self.merge } else { row.get(1)? },
                effective: self.merge,
                given: Vec::new(),
            });
        }
        Ok(waiting)
    }

    /// Gives one segment its effect, if its past is here.
    fn one(&mut self, candidate: &Candidate) -> Result<Fate> {
        let header = &candidate.sealed.header;
        let mut missing = Vec::new();
        let before = match &header.previous {
            None => None,
            Some(previous) => {
                let entry = VectorEntry {
                    site: header.site,
                    seq: header.first - 1,
                    hash: crypto::short(previous),
                };
                let found = self.effect.lineage.find(&entry)?;
                if found.is_none() {
                    if self.is_misnamed(&entry)? {
                        return Ok(Fate::Refused("damaged"));
                    }
                    missing.push(entry);
                }
                found
            }
        };
        for entry in header.epoch.iter().flatten() {
            if left_out!(NoHoldBack) {
                continue;
            }
            if self.effect.lineage.find(entry)?.is_none() {
                if self.is_misnamed(entry)? {
                    return Ok(Fate::Refused("damaged"));
                }
                missing.push(entry.clone());
            }
        }
        if !missing.is_empty() {
            return Ok(Fate::Waiting(missing));
        }
        let names = StoreNames::new(
            self.effect.connection,
            &self.effect.lineage,
            before,
            header.epoch.as_deref(),
        )?;
        let segment = match segment::open(&candidate.sealed.bytes, &names) {
            Ok(segment) => segment,
            // Its past is here, so nothing that it may name is still to come.
            Err(SegmentError::Waiting(_)) => return Ok(Fate::Refused("damaged")),
            Err(error) => return Ok(Fate::Refused(error.code())),
        };
        let rids = names.found();
        let hashes: Vec<ChainHash> = segment.hashes().collect();
        let (at, known) = self.shared(&header.site, before, &hashes)?;
        let end = if known == hashes.len() {
            at.ok_or_else(|| Error::Defect("a segment of no change".into()))?
        } else {
            let chain = self.grow(header, at, &hashes[known])?;
            self.append(candidate.file, chain, (&segment, rids), &hashes, known)?;
            Place {
                chain,
                seq: header.last as i64,
            }
        };
        self.effect
            .connection
            .prepare_cached(
                "INSERT INTO segment(\"end\", chain, first, last, bytes, brought, effective) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            )?
            .execute((
                header.end,
                end.chain,
                header.first as i64,
                header.last as i64,
                &candidate.sealed.bytes,
                candidate.brought,
                candidate.effective,
            ))?;
        self.changes += (hashes.len() - known) as u64;
        Ok(Fate::Effective((hashes.len() - known) as u64))
    }

    /// Whether the change of an entry is here under another site or number.
    fn is_misnamed(&self, entry: &VectorEntry) -> Result<bool> {
        Ok(self.effect.lineage.ending(&entry.hash)?.is_some())
    }

    /// How many of a segment's changes are here already, and where the last of them stands.
    fn shared(
        &self,
        site: &Uuid,
        before: Option<Place>,
        hashes: &[ChainHash],
    ) -> Result<(Option<Place>, usize)> {
        let mut at = before;
        for (known, hash) in hashes.iter().enumerate() {
            let mut next = None;
            for place in self.following(site, at)? {
                if site::hash_at(self.effect.connection, place)? == *hash {
                    next = Some(place);
                    break;
                }
            }
            match next {
                Some(place) => at = Some(place),
                None => return Ok((at, known)),
            }
        }
        Ok((at, hashes.len()))
    }

    /// The changes of a site that follow a change, or that are the first of a series.
    fn following(&self, site: &Uuid, at: Option<Place>) -> Result<Vec<Place>> {
        let connection = self.effect.connection;
        let Some(at) = at else {
            let mut select = connection.prepare_cached(
                "SELECT chain FROM chain WHERE site = ?1 AND parent IS NULL AND last > 0 ORDER BY chain",
            )?;
            let firsts = select
                .query_map((site.as_bytes(),), |row| {
                    Ok(Place {
                        chain: row.get(0)?,
                        seq: 1,
                    })
                })?
                .collect::<rusqlite::Result<_>>()?;
            return Ok(firsts);
        };
        let last: i64 = connection
            .prepare_cached("SELECT last FROM chain WHERE chain = ?1")?
            .query_row((at.chain,), |row| row.get(0))?;
        if at.seq < last {
            return Ok(vec![Place {
                seq: at.seq + 1,
                ..at
            }]);
        }
        let mut select = connection
            .prepare_cached("SELECT chain FROM chain WHERE parent = ?1 ORDER BY chain")?;
        let branches = select
            .query_map((at.chain,), |row| {
                Ok(Place {
                    chain: row.get(0)?,
                    seq: at.seq + 1,
                })
            })?
            .collect::<rusqlite::Result<_>>()?;
        Ok(branches)
    }

    /// The chain that goes on after a change with one of this hash: the same one at its end, else a new branch.
    fn grow(&mut self, header: &Header, at: Option<Place>, first: &ChainHash) -> Result<i64> {
        let others = self.following(&header.site, at)?;
        let chain = match (at, others.as_slice()) {
            (Some(at), []) => at.chain,
            (None, []) => self.found(header, None, None)?,
            (at, others) => {
                // Two different changes follow the same change: from here each branch is a chain of its own.
                self.forked = true;
                for other in others {
                    self.cut(*other)?;
                }
                self.found(header, at, Some(branch(header.site, first)))?
            }
        };
        Ok(chain)
    }

    fn found(&self, header: &Header, parent: Option<Place>, branch: Option<Uuid>) -> Result<i64> {
        let kind = if header.site == ids::PUBLICATION {
            "publication"
        } else {
            "laptop"
        };
        let mut insert = self.effect.connection.prepare_cached(
            "INSERT INTO chain(site, parent, parent_seq, branch, kind, key, last) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?;
        Ok(insert.insert((
            header.site.as_bytes(),
            parent.map(|place| place.chain),
            parent.map(|place| place.seq),
            branch.map(Uuid::into_bytes),
            kind,
            header.key,
            parent.map_or(0, |place| place.seq),
        ))?)
    }

    /// Makes a branch of what stands in a chain from a change on.
    fn cut(&mut self, from: Place) -> Result<()> {
        let connection = self.effect.connection;
        let hash = site::hash_at(connection, from)?;
        let (site, parent_seq, branched): ([u8; 16], Option<i64>, Option<[u8; 16]>) = connection
            .prepare_cached("SELECT site, parent_seq, branch FROM chain WHERE chain = ?1")?
            .query_row((from.chain,), |row| {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?))
            })?;
        let id = branch(Uuid::from_bytes(site), &hash);
        if from.seq == parent_seq.unwrap_or(0) + 1 {
            // The whole chain is the branch.
            if branched.is_none() {
                connection.execute(
                    "UPDATE chain SET branch = ?2 WHERE chain = ?1",
                    (from.chain, id.as_bytes()),
                )?;
                self.effect.lineage.forget();
            }
            return Ok(());
        }
        let before = Place {
            seq: from.seq - 1,
            ..from
        };
        let end = site::hash_at(connection, before)?;
        connection.execute(
            "INSERT INTO chain(site, parent, parent_seq, branch, kind, key, last, tip, own, shared)
             SELECT site, chain, ?2, ?3, kind, key, last, tip, own, shared FROM chain WHERE chain = ?1",
            (from.chain, before.seq, id.as_bytes()),
        )?;
        let tail = connection.last_insert_rowid();
        connection.execute(
            "UPDATE chain SET parent = ?2 WHERE parent = ?1 AND chain <> ?2",
            (from.chain, tail),
        )?;
        // A transaction that the cut goes through, which no program of ours writes, is told on both sides.
        connection.execute(
            "INSERT INTO txn(chain, first, last, id, hlc, wall, person, origin, reason, undoes)
             SELECT ?2, ?3, last, id, hlc, wall, person, origin, reason, undoes FROM txn
             WHERE chain = ?1 AND first < ?3 AND last >= ?3",
            (from.chain, tail, from.seq),
        )?;
        connection.execute(
            "UPDATE txn SET last = ?2 WHERE chain = ?1 AND first <= ?2 AND last > ?2",
            (from.chain, before.seq),
        )?;
        for (table, seq) in [
            ("change", "seq"),
            ("head", "seq"),
            ("txn", "first"),
            ("epoch", "first"),
            ("segment", "last"),
        ] {
            connection.execute(
                &format!("UPDATE {table} SET chain = ?2 WHERE chain = ?1 AND {seq} >= ?3"),
                (from.chain, tail, from.seq),
            )?;
        }
        connection.execute(
            "UPDATE chain SET last = ?2, tip = ?3, shared = min(coalesce(shared, 0), ?2) WHERE chain = ?1",
            (from.chain, before.seq, end),
        )?;
        self.effect.lineage.forget();
        Ok(())
    }

    /// Ranks the heads anew of cells where a branch now has another name: it decides ties.
    fn rerank(&mut self) -> Result<()> {
        let mut select = self.effect.connection.prepare_cached(
            "SELECT h.rid, h.col FROM head h GROUP BY h.rid, h.col HAVING count(*) > 1",
        )?;
        let cells = select
            .query_map((), |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<rusqlite::Result<Vec<(i64, u16)>>>()?;
        for (rid, column) in cells {
            self.effect.touch(rid, column, i64::MIN);
        }
        Ok(())
    }

    /// Writes the changes of a segment from the first that is not here, and gives them their effect. Local numbers of the
    /// records it names that are known already need not be asked for.
    fn append(
        &mut self,
        file: usize,
        chain: i64,
        (segment, mut rids): (&Segment, HashMap<Uuid, i64>),
        hashes: &[ChainHash],
        known: usize,
    ) -> Result<()> {
        let connection = self.effect.connection;
        self.sites.insert(segment.site);
        if known == 0
            && let Some(epoch) = &segment.epoch
        {
            connection
                .prepare_cached("INSERT INTO epoch(chain, first, vector) VALUES (?1, ?2, ?3)")?
                .execute((chain, segment.first as i64, codec::vector_bytes(epoch)))?;
            self.effect
                .lineage
                .opened(chain, segment.first as i64, epoch)?;
        }
        let last = segment.first as i64 + hashes.len() as i64 - 1;
        // Known from the start, because a change may name one before it in the same segment.
        connection
            .prepare_cached("UPDATE chain SET last = ?2, tip = NULL WHERE chain = ?1")?
            .execute((chain, last))?;
        let mut open: Option<Open> = match segment.changes.get(known) {
            // It begins within a transaction whose first change is here.
            Some(change) if change.transaction.is_none() => self.begun(chain, change)?,
            _ => None,
        };
        for (change, hash) in segment.changes.iter().zip(hashes).skip(known) {
            let place = Place {
                chain,
                seq: change.seq as i64,
            };
            if let Some(transaction) = &change.transaction {
                if let Some(open) = open.take() {
                    self.close(chain, &open, place.seq - 1)?;
                }
                let person = transaction
                    .person
                    .map(|id| self.rid(&mut rids, PERSON, id))
                    .transpose()?;
                connection
                    .prepare_cached(
                        "INSERT INTO txn(chain, first, last, id, hlc, wall, person, origin, reason, undoes)
                         VALUES (?1, ?2, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
                    )?
                    .execute(rusqlite::params![
                        chain,
                        place.seq,
                        transaction_id(hash).as_bytes(),
                        change.hlc as i64,
                        transaction.wall,
                        person,
                        transaction.origin.number(),
                        transaction.reason,
                        transaction.undoes.as_ref().map(|entry| entry.hash),
                    ])?;
                open = Some(Open {
                    first: place.seq,
                    last: place.seq,
                    wall: transaction.wall,
                    person,
                });
            }
            let (wall, person) = open
                .as_ref()
                .map_or((0, None), |open| (open.wall, open.person));
            let rid = self.rid(&mut rids, change.table, change.record)?;
            connection
                .prepare_cached(
                    "INSERT INTO change(chain, seq, hlc, rid, col, value, reopens, unseen)
                     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                )?
                .execute((
                    chain,
                    place.seq,
                    change.hlc as i64,
                    rid,
                    change.column,
                    &change.value,
                    change
                        .reopens
                        .as_ref()
                        .map(|entry| codec::vector_bytes(std::slice::from_ref(entry))),
                    (!change.unseen.is_empty()).then(|| codec::vector_bytes(&change.unseen)),
                ))?;
            let heads = self.effect.heads(rid, change.column)?;
            let mut seen = Vec::with_capacity(heads.len());
            for head in &heads {
                // Only a change that lists some has to be asked for those that its author was not shown.
                let saw = if change.unseen.is_empty() {
                    self.effect.lineage.past_holds(place, head.place)?
                } else {
                    self.effect.lineage.saw(place, head.place)?
                };
                if saw {
                    seen.push(head.place);
                }
            }
            self.effect
                .advance(rid, change.column, place, wall, &heads, &seen)?;
            self.clock.observe(change.hlc, self.now);
            self.touches.insert((file, rid), Touch { person, chain });
        }
        if let Some(open) = &open {
            self.close(chain, open, last)?;
        }
        connection
            .prepare_cached("UPDATE chain SET tip = ?2 WHERE chain = ?1")?
            .execute((chain, hashes.last()))?;
        Ok(())
    }

    /// The transaction that a change goes on in, whose first change stands in what its chain branched off from.
    fn begun(&self, chain: i64, change: &Change) -> Result<Option<Open>> {
        let before = self.effect.lineage.at(Place {
            chain,
            seq: change.seq as i64 - 1,
        })?;
        let connection = self.effect.connection;
        let found = connection
            .prepare_cached(
                "SELECT first, last, wall, person FROM txn WHERE chain = ?1 AND first <= ?2 ORDER BY first DESC LIMIT 1",
            )?
            .query_row((before.chain, before.seq), |row| {
                Ok(Open {
                    first: row.get(0)?,
                    last: row.get(1)?,
                    wall: row.get(2)?,
                    person: row.get(3)?,
                })
            })
            .optional()?;
        if let Some(open) = &found
            && before.chain != chain
        {
            connection
                .prepare_cached(
                    "INSERT INTO txn(chain, first, last, id, hlc, wall, person, origin, reason, undoes)
                     SELECT ?2, ?3, ?3, id, hlc, wall, person, origin, reason, undoes FROM txn
                     WHERE chain = ?1 AND first = ?4",
                )?
                .execute((before.chain, chain, change.seq as i64, open.first))?;
            return Ok(Some(Open {
                first: change.seq as i64,
                last: change.seq as i64,
                ..*open
            }));
        }
        Ok(found)
    }

    /// The local number of a record, of those that were asked for before or of the file.
    fn rid(&self, rids: &mut HashMap<Uuid, i64>, table: u16, id: Uuid) -> Result<i64> {
        if let Some(rid) = rids.get(&id) {
            return Ok(*rid);
        }
        let rid = self.effect.rid(table, id)?;
        rids.insert(id, rid);
        Ok(rid)
    }

    fn close(&self, chain: i64, open: &Open, last: i64) -> Result<()> {
        if open.last == last {
            return Ok(());
        }
        self.effect
            .connection
            .prepare_cached("UPDATE txn SET last = ?3 WHERE chain = ?1 AND first = ?2")?
            .execute((chain, open.first, last))?;
        Ok(())
    }
}

/// The transaction whose changes are being written.
struct Open {
    first: i64,
    /// The last change that is noted as its own.
    last: i64,
    wall: i64,
    person: Option<i64>,
}

const PERSON: u16 = 4;

/// The id under which a branch of a site's series is shown. Whichever branch is discovered first, it is the same.
fn branch(site: Uuid, first: &ChainHash) -> Uuid {
    if left_out!(ForkByArrival) {
        return site;
    }
    Uuid::new_v5(&site, first)
}
