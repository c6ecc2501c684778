//! Who had seen what: chains, epochs, and the one question `saw`.

use std::collections::HashMap;
use std::rc::Rc;

use changelog::codec;
use domain::value::VectorEntry;
use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use crate::error::{Error, Result};

/// The place of a change: its chain and its number in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The chain's local number.
    pub chain: i64,
    /// The number within the chain, from 1.
    pub seq: i64,
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
    fn add(&mut self, lineage: &Lineage<'_>, place: Place) -> Result<()> {
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
    shown: Uuid,
    /// The first change of each epoch, ascending, with what its author worked from.
    epochs: Vec<(i64, Cover)>,
}

/// The chains and epochs of a store, read as they are asked for.
pub struct Lineage<'c> {
    connection: &'c Connection,
    chains: std::cell::RefCell<HashMap<i64, Rc<Chain>>>,
}

impl<'c> Lineage<'c> {
    /// Starts with nothing read.
    pub fn new(connection: &'c Connection) -> Lineage<'c> {
        Lineage {
            connection,
            chains: Default::default(),
        }
    }

    /// Forgets what was read, after a chain or an epoch was added.
    pub fn forget(&self) {
        self.chains.borrow_mut().clear();
    }

    fn chain(&self, number: i64) -> Result<Rc<Chain>> {
        if let Some(chain) = self.chains.borrow().get(&number) {
            return Ok(chain.clone());
        }
        let mut statement = self.connection.prepare_cached(
            "SELECT site, branch, parent, parent_seq FROM chain WHERE chain = ?1",
        )?;
        let (shown, parent) = statement
            .query_row((number,), |row| {
                let site: [u8; 16] = row.get("site")?;
                let branch: Option<[u8; 16]> = row.get("branch")?;
                let parent: Option<i64> = row.get("parent")?;
                let seq: Option<i64> = row.get("parent_seq")?;
                let parent = parent.zip(seq).map(|(chain, seq)| Place { chain, seq });
                Ok((Uuid::from_bytes(branch.unwrap_or(site)), parent))
            })
            .optional()?
            .ok_or_else(|| Error::Defect(format!("chain {number} is not there")))?;
        // Stands without its epochs first: an epoch never names its own chain's future, but may name its past.
        let bare = Rc::new(Chain {
            parent,
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
            epochs.push((first, self.cover(&read_vector(&vector)?)?));
        }
        let whole = Rc::new(Chain {
            parent,
            shown,
            epochs,
        });
        self.chains.borrow_mut().insert(number, whole.clone());
        Ok(whole)
    }

    /// The id a chain's site is shown under.
    pub fn shown(&self, chain: i64) -> Result<Uuid> {
        Ok(self.chain(chain)?.shown)
    }

    /// What a vector covers: exactly the chains that end in the changes it names.
    pub fn cover(&self, vector: &[VectorEntry]) -> Result<Cover> {
        let mut cover = Cover::default();
        for entry in vector {
            cover.add(self, self.find(entry)?)?;
        }
        Ok(cover)
    }

    /// Finds the change that a vector's entry names. Its hash decides; site and number help to find it.
    pub fn find(&self, entry: &VectorEntry) -> Result<Place> {
        let seq = i64::try_from(entry.seq).unwrap_or(i64::MAX);
        let mut chains = self.connection.prepare_cached(
            "SELECT c.chain FROM chain c JOIN segment s ON s.chain = c.chain AND s.last = ?2
             WHERE c.site = ?1 AND substr(s.\"end\", 1, 16) = ?3",
        )?;
        if let Some(chain) = chains
            .query_row((entry.site.as_bytes(), seq, &entry.hash), |row| row.get(0))
            .optional()?
        {
            return Ok(Place { chain, seq });
        }
        // Not a segment's end: a change of a chain that has one branch only, or the first of a transaction.
        let mut chains = self.connection.prepare_cached(
            "SELECT c.chain FROM chain c
             WHERE c.site = ?1 AND c.last >= ?2 AND coalesce(c.parent_seq, 0) < ?2 ORDER BY c.chain",
        )?;
        chains
            .query_row((entry.site.as_bytes(), seq), |row| row.get(0))
            .optional()?
            .map(|chain| Place { chain, seq })
            .ok_or_else(|| Error::Defect(format!("change {} of {} is not there", seq, entry.site)))
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
            Some(bytes) => read_vector(&bytes)?
                .iter()
                .map(|entry| self.find(entry))
                .collect(),
        }
    }
}

/// Decodes a vector kept in the store.
pub fn read_vector(bytes: &[u8]) -> Result<Vec<VectorEntry>> {
    codec::read_vector(bytes).map_err(|error| Error::Defect(format!("a kept vector: {error}")))
}
