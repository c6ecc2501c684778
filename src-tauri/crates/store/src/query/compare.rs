//! Two points of the log side by side: what is there, gone or other at the second.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use domain::{Value, kinds};
use rusqlite::Connection;
use serde_json::{Value as Json, json};
use uuid::Uuid;

use super::View;
use super::cells::Teller;
use super::history::{Told, near, tell};
use super::labels::Refs;
use crate::apply::{AWAITED, Effect, LIVE, is_delete};
use crate::backup::Progress;
use crate::error::{Error, Result};
use crate::lineage::{Cover, Lineage, Place};
use crate::past::Past;
use crate::rebuild;

/// A point of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Point {
    /// What was known at the end of a day.
    Day(NaiveDate),
    /// The changes of each site, as it is shown, up to a number.
    Vector(BTreeMap<Uuid, i64>),
}

/// How the network differs between two points.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// How many differences there are.
    pub total: usize,
    /// How many records were added, removed and changed otherwise.
    pub records: [usize; 3],
    /// The differences, by workstream, kind and record; those of the whole network last.
    pub rows: Vec<Json>,
}

/// The codes of what became of a record, in the order they are counted in.
const FATES: [&str; 3] = ["added", "removed", "changed"];

/// Compares the network as it was at two points: `record`, `field`, `old` and `new` as history tells them, with the
/// workstream as `group` and what became of the record as `change`.
///
/// Only cells with changes between both points are read, and each is told net: set and set back is no difference. Of a
/// record that was there at neither point nothing is told. Records and groups are called what they are called now.
/// At most `limit` differences are told. The progress is told how many of how many records were looked at, each twice.
///
/// # Errors
/// [`Error::NotReceived`] for changes that are not here; [`Error::Cancelled`] where the progress says so; fails where the
/// file cannot be read.
pub fn compare(
    connection: &Connection,
    from: &Point,
    to: &Point,
    limit: Option<usize>,
    view: &View,
    progress: Progress<'_>,
) -> Result<Comparison> {
    let effect = Effect::new(connection);
    let mut from = Past::new(&effect, cover(connection, &effect.lineage, from)?);
    let mut to = Past::new(&effect, cover(connection, &effect.lineage, to)?);
    let cells = between(connection, from.cover(), to.cover())?;
    let lives = lives(connection, &mut from, &mut to, &cells, progress)?;
    let mut differences = Vec::new();
    for (at, (rid, [before, after])) in lives.iter().enumerate() {
        go_on(progress, lives.len() + at, lives.len())?;
        let record = record(connection, *rid)?;
        // The card of a laptop is nothing of the network.
        if record.table == kinds::SITE_TABLE {
            continue;
        }
        let told = |column, old, new| Told {
            rid: *rid,
            table: record.table,
            owner: record.owner,
            column,
            old,
            new,
        };
        if let Some(link) = kinds::link_by_table(record.table) {
            let shown = |life: i64| {
                if life == LIVE {
                    end(&effect, *rid)
                } else {
                    Ok(None)
                }
            };
            // A link counts for its near end: where that is not there, it is hidden with it.
            let near = record.owner.unwrap_or(*rid);
            let old = shown(standing(&mut from, *rid)?)?;
            let new = shown(standing(&mut to, *rid)?)?;
            if old != new && is_there(&mut from, &mut to, near)? {
                let told = told(kinds::EXISTS, old, new);
                differences.push((near, (1, link.field.number.into(), told)));
            }
            continue;
        }
        if *before != LIVE && *after != LIVE {
            continue;
        }
        let columns = cells.get(rid).into_iter().flatten();
        for column in columns.filter(|column| **column != kinds::EXISTS) {
            let [old, new] = [from.value(*rid, *column)?, to.value(*rid, *column)?].map(written);
            if old != new {
                differences.push((*rid, (0, *column, told(*column, old, new))));
            }
        }
        if before != after {
            let told = told(kinds::EXISTS, existence(*before), existence(*after));
            differences.push((*rid, (0, kinds::EXISTS, told)));
        }
    }
    let mut fates: BTreeMap<i64, usize> = BTreeMap::new();
    for (near, _) in &differences {
        if !fates.contains_key(near) {
            let fate = match (from.life(*near)? == LIVE, to.life(*near)? == LIVE) {
                (false, true) => 0,
                (true, false) => 1,
                _ => 2,
            };
            fates.insert(*near, fate);
        }
    }
    ordered(connection, differences, &fates, limit, view)
}

/// Tells how many records were looked at, of so many that are looked at twice.
fn go_on(progress: Progress<'_>, done: usize, records: usize) -> Result<()> {
    if progress(done as u64, 2 * records as u64) {
        Ok(())
    } else {
        Err(Error::Cancelled)
    }
}

/// What a point covers.
fn cover(connection: &Connection, lineage: &Lineage<'_>, point: &Point) -> Result<Cover> {
    let vector = match point {
        Point::Day(day) => return rebuild::known(connection, *day),
        Point::Vector(vector) => vector,
    };
    let mut cover = Cover::default();
    for (site, seq) in vector {
        let chain = named(connection, *site, *seq)?;
        cover.add(lineage, Place { chain, seq: *seq })?;
    }
    Ok(cover)
}

/// The chain in which a site's change of this number stands.
///
/// The site is named as it is shown. A vector that was written before its series was found to have forked names it as it was
/// then: that is this installation's own branch, or else the only one that goes so far.
fn named(connection: &Connection, site: Uuid, seq: i64) -> Result<i64> {
    let mut select = connection.prepare_cached(
        "SELECT chain, coalesce(branch, site) = ?1, coalesce(own, 0), coalesce(branch, site) FROM chain
         WHERE (coalesce(branch, site) = ?1 OR site = ?1) AND ?2 BETWEEN 0 AND last
           AND (coalesce(branch, site) = ?1 OR ?2 > coalesce(parent_seq, 0))
         ORDER BY 2 DESC, 3 DESC, last DESC",
    )?;
    let found = select
        .query_map((site.as_bytes(), seq), |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
        })?
        .collect::<rusqlite::Result<Vec<(i64, bool, bool, [u8; 16])>>>()?;
    match found.as_slice() {
        [(chain, ..)] | [(chain, true, ..), ..] => Ok(*chain),
        [(chain, _, true, _), (_, _, false, _), ..] => Ok(*chain),
        [] => Err(Error::NotReceived { site, seq }),
        branches => Err(Error::Forked {
            site,
            seq,
            branches: branches
                .iter()
                .map(|(.., id)| Uuid::from_bytes(*id))
                .collect(),
        }),
    }
}

/// The cells that have a change in one of two covers and not in the other, by record.
fn between(connection: &Connection, a: &Cover, b: &Cover) -> Result<BTreeMap<i64, BTreeSet<u16>>> {
    let chains = connection
        .prepare_cached("SELECT chain FROM chain")?
        .query_map((), |row| row.get(0))?
        .collect::<rusqlite::Result<Vec<i64>>>()?;
    let mut select = connection.prepare_cached(
        "SELECT rid, col FROM change WHERE chain = ?1 AND seq > ?2 AND seq <= ?3",
    )?;
    let mut cells: BTreeMap<i64, BTreeSet<u16>> = BTreeMap::new();
    for chain in chains {
        let (low, high) = (
            a.upto(chain).min(b.upto(chain)),
            a.upto(chain).max(b.upto(chain)),
        );
        let mut rows = select.query((chain, low, high))?;
        while let Some(row) = rows.next()? {
            cells.entry(row.get(0)?).or_default().insert(row.get(1)?);
        }
    }
    Ok(cells)
}

/// The lives at both points of all records that have changes between them, or whose life may hang on one that has.
fn lives(
    connection: &Connection,
    from: &mut Past<'_, '_>,
    to: &mut Past<'_, '_>,
    cells: &BTreeMap<i64, BTreeSet<u16>>,
    progress: Progress<'_>,
) -> Result<BTreeMap<i64, [i64; 2]>> {
    let mut owner = connection.prepare_cached("SELECT owner FROM record WHERE rid = ?1")?;
    let mut below = connection.prepare_cached("SELECT rid FROM record WHERE owner = ?1")?;
    let mut lives: BTreeMap<i64, [i64; 2]> = BTreeMap::new();
    let mut open: Vec<i64> = cells.keys().copied().collect();
    // What was said of a record keeps what it depends on.
    let mut above = open.clone();
    let mut met: BTreeSet<i64> = cells.keys().copied().collect();
    while let Some(rid) = above.pop() {
        let owner: Option<i64> = owner.query_row((rid,), |row| row.get(0))?;
        if let Some(owner) = owner.filter(|owner| met.insert(*owner)) {
            above.push(owner);
            open.push(owner);
        }
    }
    while let Some(rid) = open.pop() {
        if lives.contains_key(&rid) {
            continue;
        }
        go_on(progress, lives.len(), lives.len() + open.len() + 1)?;
        let both = [from.life(rid)?, to.life(rid)?];
        lives.insert(rid, both);
        if both[0] != both[1] {
            let dependants = below
                .query_map((rid,), |row| row.get(0))?
                .collect::<rusqlite::Result<Vec<i64>>>()?;
            open.extend(dependants);
        }
    }
    Ok(lives)
}

/// Whether a record was there at one point or the other.
fn is_there(from: &mut Past<'_, '_>, to: &mut Past<'_, '_>, rid: i64) -> Result<bool> {
    Ok(from.life(rid)? == LIVE || to.life(rid)? == LIVE)
}

/// The life of a link by itself, whatever its near end's.
fn standing(past: &mut Past<'_, '_>, rid: i64) -> Result<i64> {
    match past.life(rid)? {
        AWAITED => Ok(AWAITED),
        life => Ok(if past.is_gone(rid)? { life } else { LIVE }),
    }
}

/// The value that says what a link leads to.
fn end(effect: &Effect<'_>, rid: i64) -> Result<Option<Vec<u8>>> {
    let changes = effect.changes(rid, kinds::EXISTS)?;
    let lives = changes.into_iter().filter(|change| !is_delete(change));
    Ok(lives
        .min_by_key(|change| (change.hlc, change.place.seq))
        .map(|change| change.value))
}

/// A value that is there; one that was emptied is as one never written.
fn written(value: Option<Vec<u8>>) -> Option<Vec<u8>> {
    let null = changelog::codec::value(&Value::Null);
    value.filter(|value| *value != null)
}

/// A life as the log writes it; none for a record that was not created.
fn existence(life: i64) -> Option<Vec<u8>> {
    use domain::value::Existence;
    let existence = match life {
        AWAITED => return None,
        LIVE => Existence::Live {
            owner: None,
            home: None,
            end: None,
        },
        _ => Existence::Deleted,
    };
    Some(changelog::codec::value(&Value::Existence(existence)))
}

/// What is fixed of a record.
struct Fixed {
    table: u16,
    owner: Option<i64>,
}

fn record(connection: &Connection, rid: i64) -> Result<Fixed> {
    let mut select = connection.prepare_cached("SELECT tbl, owner FROM record WHERE rid = ?1")?;
    Ok(select.query_row((rid,), |row| {
        Ok(Fixed {
            table: row.get(0)?,
            owner: row.get(1)?,
        })
    })?)
}

/// Puts differences in order and tells them.
fn ordered(
    connection: &Connection,
    differences: Vec<(i64, (u8, u16, Told))>,
    fates: &BTreeMap<i64, usize>,
    limit: Option<usize>,
    view: &View,
) -> Result<Comparison> {
    let mut records = [0; 3];
    for fate in fates.values() {
        records[*fate] += 1;
    }
    let mut home = connection.prepare_cached("SELECT home FROM record WHERE rid = ?1")?;
    let mut homes: BTreeMap<i64, Option<i64>> = BTreeMap::new();
    for rid in fates.keys() {
        homes.insert(*rid, home.query_row((rid,), |row| row.get(0))?);
    }
    let mut named: Vec<i64> = fates.keys().copied().collect();
    named.extend(homes.values().flatten());
    let refs = Refs::load(connection, named, *view)?;
    let group = |near: &i64| homes.get(near).copied().flatten();
    let mut differences = differences;
    differences.sort_by_cached_key(|(near, (part, number, change))| {
        let group = group(near);
        let of = |rid: i64| {
            let (unnamed, label, id) = refs.order(rid);
            (unnamed, label.to_owned(), id)
        };
        (
            group.is_none(),
            group.map(of),
            // The group itself comes before what belongs to it.
            group != Some(*near),
            table_of(change),
            of(*near),
            (*part, *number, change.rid),
        )
    });
    let teller = Teller::new(connection, *view);
    let mut rows = Vec::new();
    for (near_rid, (_, _, change)) in &differences {
        let mut listed = Vec::new();
        let mut record = refs.json(near(change));
        if record["label"].is_null() {
            record["label"] = "".into();
        }
        tell(&teller, change, &record, &mut listed)?;
        for mut row in listed {
            row["group"] = group(near_rid).map_or(Json::Null, |group| refs.json(group));
            row["change"] = FATES[fates.get(near_rid).copied().unwrap_or(2)].into();
            rows.push(row);
        }
        if limit.is_some_and(|limit| rows.len() >= limit) {
            break;
        }
    }
    if let Some(limit) = limit {
        rows.truncate(limit);
    }
    Ok(Comparison {
        total: differences.len().max(rows.len()),
        records,
        rows,
    })
}

/// The table of the record that a change is told of.
fn table_of(change: &Told) -> u16 {
    kinds::link_by_table(change.table).map_or(change.table, |link| link.kind.table)
}

impl Comparison {
    /// How many records had which fate.
    pub fn fates(&self) -> Json {
        FATES
            .iter()
            .zip(self.records)
            .map(|(fate, count)| ((*fate).to_owned(), json!(count)))
            .collect::<serde_json::Map<String, Json>>()
            .into()
    }
}
