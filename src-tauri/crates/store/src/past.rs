//! What a cell held before a change, and at a point of the log: the heads among some of its changes.

use std::collections::BTreeMap;

use rusqlite::Connection;

use crate::apply::{AWAITED, DELETED, Effect, Head, Heads, LIVE, Standing, standing};
use crate::error::Result;
use crate::lineage::{Cover, Lineage, Place};

/// Of changes of one cell those that none of the others had seen.
pub(crate) fn latest(lineage: &Lineage<'_>, changes: Vec<Head>) -> Result<Vec<Head>> {
    if changes.len() < 2 {
        return Ok(changes);
    }
    let mut heads = Vec::new();
    'changes: for change in &changes {
        // Latest first: what superseded a change most often stands near the end.
        for other in changes.iter().rev() {
            if lineage.saw(other.place, change.place)? {
                continue 'changes;
            }
        }
        heads.push(change.clone());
    }
    Ok(heads)
}

/// The heads a cell had for whoever wrote a change of it; those that `passes_over` names are as if never written.
pub(crate) fn before(
    effect: &Effect<'_>,
    rid: i64,
    column: u16,
    place: Place,
    passes_over: impl Fn(Place) -> bool,
) -> Result<Vec<Head>> {
    let mut past = Vec::new();
    for change in effect.changes(rid, column)? {
        if !passes_over(change.place) && effect.lineage.saw(place, change.place)? {
            past.push(change);
        }
    }
    latest(&effect.lineage, past)
}

/// The network at a point of the log, a cell at a time as it is asked for.
pub(crate) struct Past<'e, 'c> {
    effect: &'e Effect<'c>,
    cover: Cover,
    standings: BTreeMap<i64, Standing>,
    lives: BTreeMap<i64, i64>,
}

impl<'e, 'c> Past<'e, 'c> {
    /// The network as a set of changes makes it.
    pub(crate) fn new(effect: &'e Effect<'c>, cover: Cover) -> Past<'e, 'c> {
        Past {
            effect,
            cover,
            standings: BTreeMap::new(),
            lives: BTreeMap::new(),
        }
    }

    /// The changes it is made of.
    pub(crate) fn cover(&self) -> &Cover {
        &self.cover
    }

    /// The value that a cell showed, in bytes.
    pub(crate) fn value(&self, rid: i64, column: u16) -> Result<Option<Vec<u8>>> {
        let heads = self.heads(rid, column)?;
        let shown = self.effect.shown(&heads)?;
        Ok(shown.map(|head| head.value.clone()))
    }

    /// Whether a record was named only, there, or deleted with or without what it depends on. Whether it was shown as
    /// another record does not count.
    pub(crate) fn life(&mut self, rid: i64) -> Result<i64> {
        if let Some(life) = self.lives.get(&rid) {
            return Ok(*life);
        }
        // Breaks a circle of owners that only a forged file could hold.
        self.lives.insert(rid, LIVE);
        let life = if self.heads(rid, domain::kinds::EXISTS)?.is_empty() {
            AWAITED
        } else if self.is_gone(rid)? {
            DELETED
        } else {
            let owner: Option<i64> = self
                .connection()
                .prepare_cached("SELECT owner FROM record WHERE rid = ?1")?
                .query_row((rid,), |row| row.get(0))?;
            match owner.filter(|owner| *owner != rid) {
                Some(owner) if self.life(owner)? == DELETED => DELETED,
                _ => LIVE,
            }
        };
        self.lives.insert(rid, life);
        Ok(life)
    }

    /// Whether a record's own delete held.
    pub(crate) fn is_gone(&mut self, rid: i64) -> Result<bool> {
        let mut known = std::mem::take(&mut self.standings);
        let standing = standing(self, rid, &mut known);
        self.standings = known;
        Ok(standing? == Standing::Gone)
    }
}

impl<'c> Heads<'c> for Past<'_, 'c> {
    fn connection(&self) -> &'c Connection {
        self.effect.connection
    }

    fn lineage(&self) -> &Lineage<'c> {
        &self.effect.lineage
    }

    fn heads(&self, rid: i64, column: u16) -> Result<Vec<Head>> {
        let mut changes = self.effect.changes(rid, column)?;
        changes.retain(|change| self.cover.holds(change.place));
        latest(&self.effect.lineage, changes)
    }

    fn other_heads(&self, rid: i64) -> Result<Vec<Place>> {
        let mut select = self.connection().prepare_cached(
            "SELECT DISTINCT col FROM change WHERE rid = ?1 AND col NOT IN (0, ?2)",
        )?;
        let columns = select
            .query_map((rid, domain::kinds::ERASED), |row| row.get(0))?
            .collect::<rusqlite::Result<Vec<u16>>>()?;
        let mut places = Vec::new();
        for column in columns {
            places.extend(self.heads(rid, column)?.iter().map(|head| head.place));
        }
        Ok(places)
    }
}
