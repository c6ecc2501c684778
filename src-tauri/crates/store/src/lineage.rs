//! Who had seen what: chains, epochs, and the one question `saw`.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use changelog::{codec, crypto};
use domain::value::VectorEntry;
use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use crate::error::{Error, Result};
use crate::site;

/// The place of a change: its chain and its number in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The chain's local number.
    pub chain: i64,
    /// The number within the chain, from 1.
    pub seq: i64,
}

impl Place {
    /// Reads a row that begins with the chain and the number in it.
    pub(crate) fn from_row(row: &rusqlite::Row<'_>) -> rusqlite::Result<Place> {
        Ok(Place {
            chain: row.get(0)?,
            seq: row.get(1)?,
        })
    }
}

/// A set of changes closed under "stands before": of each chain all up to a number.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cover(HashMap<i64, i64>);

impl Cover {
    /// Whether a change is in it.
    pub fn holds(&self, place: Place) -> bool {
        self.0
            .get(&place.chain)
            .is_some_and(|upto| place.seq <= *upto)
    }

    /// The last change it holds of a chain.
    pub fn upto(&self, chain: i64) -> i64 {
        self.0.get(&chain).copied().unwrap_or(0)
    }

    /// Sets the last change it holds of a chain.
    pub fn set(&mut self, chain: i64, upto: i64) {
        self.0.insert(chain, upto);
    }

    /// Adds a chain up to a change, and what that chain branched off from.
    pub(crate) fn add(&mut self, lineage: &Lineage<'_>, place: Place) -> Result<()> {
        let mut place = Some(place);
        while let Some(Place { chain, seq }) = place {
            let upto = self.0.entry(chain).or_insert(0);
            *upto = seq.max(*upto);
            place = lineage.chain(chain)?.parent.map(|parent| Place {
                seq: parent.seq.min(seq),
                ..parent
            });
        }
        Ok(())
    }
}

#[derive(Debug)]
struct Chain {
    parent: Option<Place>,
    written: Uuid,
    shown: Uuid,
    /// The first change of each epoch, ascending, with what its author worked from.
    epochs: Vec<(i64, Rc<Cover>)>,
}

/// The chains and epochs of a store, read as they are asked for.
pub struct Lineage<'c> {
    connection: &'c Connection,
    chains: RefCell<HashMap<i64, Rc<Chain>>>,
    /// Changes that were found inside a segment, by what vectors call them.
    inside: RefCell<HashMap<VectorEntry, Place>>,
}

impl<'c> Lineage<'c> {
    /// Starts with nothing read.
    pub fn new(connection: &'c Connection) -> Lineage<'c> {
        Lineage {
            connection,
            chains: Default::default(),
            inside: Default::default(),
        }
    }

    /// Forgets what was read, after a chain was cut in two.
    pub fn forget(&self) {
        self.chains.borrow_mut().clear();
        self.inside.borrow_mut().clear();
    }

    /// Learns of an epoch that was added at the end of a chain.
    pub fn opened(&self, chain: i64, first: i64, vector: &[VectorEntry]) -> Result<()> {
        let cover = Rc::new(self.cover(vector)?);
        if let Some(known) = self.chains.borrow_mut().get_mut(&chain) {
            let mut epochs = known.epochs.clone();
            epochs.push((first, cover));
            *known = Rc::new(Chain { epochs, ..**known });
        }
        Ok(())
    }

    /// The file.
    pub(crate) fn connection(&self) -> &'c Connection {
        self.connection
    }

    /// The last change a chain shares with what it branched off from.
    pub fn parent(&self, chain: i64) -> Result<Option<Place>> {
        Ok(self.chain(chain)?.parent)
    }

    fn chain(&self, number: i64) -> Result<Rc<Chain>> {
        if let Some(chain) = self.chains.borrow().get(&number) {
            return Ok(chain.clone());
        }
        let mut statement = self.connection.prepare_cached(
            "SELECT site, branch, parent, parent_seq FROM chain WHERE chain = ?1",
        )?;
        let (written, shown, parent) = statement
            .query_row((number,), |row| {
                let site: [u8; 16] = row.get("site")?;
                let branch: Option<[u8; 16]> = row.get("branch")?;
                let parent: Option<i64> = row.get("parent")?;
                let seq: Option<i64> = row.get("parent_seq")?;
                let parent = parent.zip(seq).map(|(chain, seq)| Place { chain, seq });
                let shown = Uuid::from_bytes(branch.unwrap_or(site));
                Ok((Uuid::from_bytes(site), shown, parent))
            })
            .optional()?
            .ok_or_else(|| Error::Defect(format!("chain {number} is not there")))?;
        // Stands without its epochs first: an epoch never names its own chain's future, but may name its past.
        let bare = Rc::new(Chain {
            parent,
            written,
            shown,
            epochs: Vec::new(),
        });
        self.chains.borrow_mut().insert(number, bare);
        let mut statement = self
            .connection
            .prepare_cached("SELECT first, vector FROM epoch WHERE chain = ?1 ORDER BY first")?;
        let rows = statement
            .query_map((number,), |row| {
                Ok((row.get::<_, i64>(0)?, row.get::<_, Vec<u8>>(1)?))
            })?
            .collect::<rusqlite::Result<Vec<_>>>()?;
        let mut epochs = Vec::with_capacity(rows.len());
        for (first, vector) in rows {
            epochs.push((first, Rc::new(self.cover(&read_vector(&vector)?)?)));
        }
        let whole = Rc::new(Chain {
            parent,
            written,
            shown,
            epochs,
        });
        self.chains.borrow_mut().insert(number, whole.clone());
        Ok(whole)
    }

    /// The site that a chain's changes were written as.
    pub fn written(&self, chain: i64) -> Result<Uuid> {
        Ok(self.chain(chain)?.written)
    }

    /// The id a chain's site is shown under.
    pub fn shown(&self, chain: i64) -> Result<Uuid> {
        Ok(self.chain(chain)?.shown)
    }

    /// What a vector covers: exactly the chains that end in the changes it names.
    ///
    /// # Errors
    /// Where one of them is not here.
    pub fn cover(&self, vector: &[VectorEntry]) -> Result<Cover> {
        let mut cover = Cover::default();
        for entry in vector {
            if left_out!(NoHoldBack) && self.find(entry)?.is_none() {
                continue;
            }
            let place = self.find(entry)?.ok_or_else(|| {
                Error::Defect(format!(
                    "change {} of {} is not there",
                    entry.seq, entry.site
                ))
            })?;
            cover.add(self, place)?;
        }
        Ok(cover)
    }

    /// The place of a change of a chain, which stands in the chain it branched off from where it came before that.
    pub fn at(&self, mut place: Place) -> Result<Place> {
        while let Some(parent) = self.chain(place.chain)?.parent
            && place.seq <= parent.seq
        {
            place.chain = parent.chain;
        }
        Ok(place)
    }

    /// Finds the change that a vector's entry names, if it is here. Its hash decides; site and number help to find it.
    pub fn find(&self, entry: &VectorEntry) -> Result<Option<Place>> {
        if let Some(place) = self.named(entry)? {
            return Ok(Some(place));
        }
        let (site, seq, last) = match self.ending(&entry.hash)? {
            Some((site, place)) => (site, place.seq, Some(place)),
            None => (
                entry.site,
                i64::try_from(entry.seq).unwrap_or(i64::MAX),
                None,
            ),
        };
        if site != entry.site || seq.cast_unsigned() != entry.seq {
            return Ok(None);
        }
        if last.is_some() {
            return Ok(last);
        }
        if let Some(place) = self.inside.borrow().get(entry) {
            return Ok(Some(*place));
        }
        // Not the end of a segment: a change inside of one, or one that is not sealed yet.
        let mut select = self.connection.prepare_cached(
            "SELECT chain FROM chain WHERE site = ?1 AND coalesce(parent_seq, 0) < ?2 AND last >= ?2 ORDER BY chain",
        )?;
        let chains = select
            .query_map((entry.site.as_bytes(), seq), |row| row.get(0))?
            .collect::<rusqlite::Result<Vec<i64>>>()?;
        for chain in chains {
            let place = Place { chain, seq };
            if crypto::short(&site::hash_at(self.connection, place)?) == entry.hash {
                self.inside.borrow_mut().insert(entry.clone(), place);
                return Ok(Some(place));
            }
        }
        Ok(None)
    }

    /// The end of a segment where an entry's site and number say that it is, which is the way to most.
    fn named(&self, entry: &VectorEntry) -> Result<Option<Place>> {
        let Ok(seq) = i64::try_from(entry.seq) else {
            return Ok(None);
        };
        let mut select = self.connection.prepare_cached(
            "SELECT s.chain FROM chain c CROSS JOIN segment s INDEXED BY segment_chain ON s.chain = c.chain AND s.last = ?2
             WHERE c.site = ?1 AND substr(s.\"end\", 1, 16) = ?3",
        )?;
        let chain = select
            .query_row((entry.site.as_bytes(), seq, entry.hash), |row| row.get(0))
            .optional()?;
        Ok(chain.map(|chain| Place { chain, seq }))
    }

    /// The segment that ends in a change of this hash: its site, and where its last change stands.
    pub fn ending(&self, hash: &[u8; 16]) -> Result<Option<(Uuid, Place)>> {
        let (mut low, mut high) = ([0; 32], [0xff; 32]);
        low[..16].copy_from_slice(hash);
        high[..16].copy_from_slice(hash);
        let mut select = self.connection.prepare_cached(
            "SELECT c.site, s.chain, s.last FROM segment s JOIN chain c ON c.chain = s.chain
             WHERE s.\"end\" BETWEEN ?1 AND ?2",
        )?;
        Ok(select
            .query_row((low, high), |row| {
                Ok((
                    Uuid::from_bytes(row.get(0)?),
                    Place {
                        chain: row.get(1)?,
                        seq: row.get(2)?,
                    },
                ))
            })
            .optional()?)
    }

    /// Whether the change `p` had seen the change `q`.
    ///
    /// It had if `q` stands before it in its chain, or in a chain that ends in an entry of the epoch in force at `p`,
    /// unless `p` lists `q` as unseen.
    pub fn saw(&self, p: Place, q: Place) -> Result<bool> {
        Ok(self.past_holds(p, q)? && !self.unseen(p)?.contains(&q))
    }

    /// Whether `q` was in the store when `p` was written, shown or not.
    pub fn past_holds(&self, p: Place, q: Place) -> Result<bool> {
        if p == q {
            return Ok(false);
        }
        let mut here = p;
        loop {
            if here.chain == q.chain && q.seq <= here.seq {
                return Ok(true);
            }
            let chain = self.chain(here.chain)?;
            let after = chain
                .epochs
                .partition_point(|(first, _)| *first <= here.seq);
            if after > 0 {
                // The epoch in force holds all that earlier ones held; what stands before a branch is in the chain itself.
                if chain.epochs[after - 1].1.holds(q) {
                    return Ok(true);
                }
                let mut up = chain.parent;
                while let Some(parent) = up {
                    if parent.chain == q.chain && q.seq <= parent.seq {
                        return Ok(true);
                    }
                    up = self.chain(parent.chain)?.parent;
                }
                return Ok(false);
            }
            match chain.parent {
                Some(parent) => here = parent,
                None => return Ok(false),
            }
        }
    }

    fn unseen(&self, p: Place) -> Result<Vec<Place>> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT unseen FROM change WHERE chain = ?1 AND seq = ?2")?;
        let listed: Option<Vec<u8>> = statement
            .query_row((p.chain, p.seq), |row| row.get(0))
            .optional()?
            .flatten();
        match listed {
            None => Ok(Vec::new()),
            // What is named and not here was never seen by anybody who is.
            Some(bytes) => read_vector(&bytes)?
                .iter()
                .filter_map(|entry| self.find(entry).transpose())
                .collect(),
        }
    }
}

/// Decodes a vector kept in the store.
pub fn read_vector(bytes: &[u8]) -> Result<Vec<VectorEntry>> {
    codec::read_vector(bytes).map_err(|error| Error::Defect(format!("a kept vector: {error}")))
}
