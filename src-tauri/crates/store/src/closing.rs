//! Closings: a round or a meeting stays as it stood at a vector; a plan keeps the vector at which it was adopted.
//!
//! What was written without knowing of a closing, and is not in its vector, is late: it has effect on the live records and
//! is listed, but what was closed reads the same for ever.

use std::collections::{BTreeSet, HashMap};

use changelog::codec;
use domain::value::Existence;
use domain::{Kind, Value, kinds};
use rusqlite::Connection;
use uuid::Uuid;

use crate::apply::{DELETED, Effect, Head, is_delete};
use crate::error::Result;
use crate::lineage::{Cover, Place};
use crate::past::Past;
use crate::undo;

/// The column of closings, as the log numbers it.
pub(crate) const CLOSED: u16 = kinds::CLOSED as u16;

/// Kinds whose closing freezes them and what they own.
pub(crate) const CLOSING: [&str; 2] = ["status_round", "meeting"];

/// The kind whose closing freezes records of a kind.
pub(crate) fn closed_with(kind: &Kind) -> Option<&'static str> {
    match kind.name {
        "status_round" | "answer" => Some("status_round"),
        "meeting" | "agenda_item" | "note" | "decision" | "action_point" | "attendance" => {
            Some("meeting")
        }
        _ => None,
    }
}

/// The kind that a table of records or links belongs to.
fn kind_of(table: u16) -> Option<&'static Kind> {
    kinds::by_table(table).or_else(|| kinds::link_by_table(table).map(|link| link.kind))
}

/// The kind whose closing freezes a cell. What was agreed to be done goes on after the meeting, so the status of an action
/// point is not frozen; nor are the closing itself and the state that tells of it.
pub(crate) fn freezes(table: u16, column: u16) -> Option<&'static str> {
    let kind = kind_of(table)?;
    let by = closed_with(kind)?;
    let is = |name: &str| {
        kind.table == table
            && kind
                .field(name)
                .is_some_and(|field| u16::from(field.number) == column)
    };
    let goes_on = match kind.name {
        "action_point" => is("status"),
        name if name == by => is("state") || is("closed_at"),
        _ => false,
    };
    (!goes_on).then_some(by)
}

/// What setting the state of a record does to its closing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Turn {
    /// It is closed, unless it is already.
    Closes,
    /// It is open again, if it was closed.
    Opens,
    /// Its closing stays as it is.
    Stays,
}

/// What a state of a record of a kind means for its closing.
pub(crate) fn turn(kind: &Kind, state: Option<&str>) -> Turn {
    match (kind.name, state) {
        ("status_round" | "meeting", Some("closed")) | ("workplan", Some("adopted")) => {
            Turn::Closes
        }
        ("workplan", Some("closed")) => Turn::Stays,
        ("status_round" | "meeting" | "workplan", _) => Turn::Opens,
        _ => Turn::Stays,
    }
}

/// The closing of a record that is shown, if it is closed.
pub(crate) fn closing(effect: &Effect<'_>, rid: i64) -> Result<Option<Head>> {
    let heads = effect.heads(rid, CLOSED)?;
    let shown = effect.shown(&heads)?;
    Ok(shown
        .filter(|head| matches!(codec::read_value(&head.value), Value::Vector(_)))
        .cloned())
}

/// What a closing covers. A change it names that is not here covers nothing.
pub(crate) fn cover(effect: &Effect<'_>, closing: &Head) -> Result<Cover> {
    let mut cover = Cover::default();
    if let Value::Vector(entries) = codec::read_value(&closing.value) {
        for entry in &entries {
            if let Some(place) = effect.lineage.find(entry)? {
                cover.add(&effect.lineage, place)?;
            }
        }
    }
    Ok(cover)
}

/// One head that came to something closed without knowing it.
#[derive(Debug, Clone)]
pub(crate) struct Late {
    pub(crate) head: Head,
    pub(crate) column: u16,
    /// What the cell held when it was closed.
    pub(crate) frozen: Option<Vec<u8>>,
}

/// The late heads of a record's cells, given a closing of what it belongs to.
pub(crate) fn late_of(
    effect: &Effect<'_>,
    past: &Past<'_, '_>,
    closing: Place,
    rid: i64,
    table: u16,
) -> Result<Vec<Late>> {
    let mut select = effect
        .connection
        .prepare_cached("SELECT col, chain, seq FROM head WHERE rid = ?1 ORDER BY col")?;
    let places = select
        .query_map((rid,), |row| {
            let place = Place {
                chain: row.get(1)?,
                seq: row.get(2)?,
            };
            Ok((row.get(0)?, place))
        })?
        .collect::<rusqlite::Result<Vec<(u16, Place)>>>()?;
    let mut late = Vec::new();
    for (column, place) in places {
        if freezes(table, column).is_none() {
            continue;
        }
        // Whoever takes a settlement back knows of the closing, but brings back what came late.
        let written = undo::stands_for(effect, rid, column, place)?;
        let lineage = &effect.lineage;
        // What whoever closed it wrote in the same breath is known to them, though no vector can hold it.
        if past.cover().holds(written)
            || lineage.saw(written, closing)?
            || lineage.past_holds(closing, written)?
        {
            continue;
        }
        let frozen = past.value(rid, column)?;
        let heads = effect.heads(rid, column)?;
        late.extend(
            heads
                .into_iter()
                .filter(|head| head.place == place && frozen.as_ref() != Some(&head.value))
                .map(|head| Late {
                    head,
                    column,
                    frozen: frozen.clone(),
                }),
        );
    }
    Ok(late)
}

/// A record that a closing freezes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Part {
    pub(crate) rid: i64,
    pub(crate) table: u16,
    pub(crate) id: Uuid,
    pub(crate) life: i64,
}

/// Reads a row of number, table, id and life.
fn part(row: &rusqlite::Row<'_>) -> rusqlite::Result<Part> {
    Ok(Part {
        rid: row.get(0)?,
        table: row.get(1)?,
        id: Uuid::from_bytes(row.get(2)?),
        life: row.get(3)?,
    })
}

/// How deep records depend on each other, and one more.
pub(crate) const DEEPEST: usize = 4;

/// What a closing freezes: the record itself, then what it owns, each after what it depends on.
pub(crate) fn parts(connection: &Connection, rid: i64) -> Result<Vec<Part>> {
    let mut first =
        connection.prepare_cached("SELECT rid, tbl, id, life FROM record WHERE rid = ?1")?;
    let mut below = connection
        .prepare_cached("SELECT rid, tbl, id, life FROM record WHERE owner = ?1 ORDER BY id")?;
    let mut parts = vec![first.query_row((rid,), part)?];
    let by = kind_of(parts[0].table).and_then(closed_with);
    let mut at = 0;
    while at < parts.len() {
        let owned = below
            .query_map((parts[at].rid,), part)?
            .collect::<rusqlite::Result<Vec<_>>>()?;
        parts.extend(
            owned
                .into_iter()
                .filter(|part| by.is_some() && kind_of(part.table).and_then(closed_with) == by),
        );
        at += 1;
    }
    Ok(parts)
}

/// Something that came late to what is closed.
#[derive(Debug, Clone)]
pub(crate) struct Lateness {
    /// What is closed.
    pub(crate) closed: i64,
    /// Its id.
    pub(crate) id: Uuid,
    /// The record that was written to.
    pub(crate) part: Part,
    /// The heads that nobody knew who closed it.
    pub(crate) late: Vec<Late>,
}

/// What is closed, and what its closing covers.
struct Closed {
    rid: i64,
    id: Uuid,
    closing: Head,
    cover: Cover,
}

/// What is late: of each record that a closing freezes the heads nobody knew who closed it; of all that is closed, or of one.
///
/// Only what was written between a closing's vector and the first change that knew of the closing can be late, so no more
/// than that is read of each chain. Of what is hidden with something deleted nothing is late: it would come back with that.
pub(crate) fn late(effect: &Effect<'_>, only: Option<i64>) -> Result<Vec<Lateness>> {
    let connection = effect.connection;
    let mut closed = Vec::new();
    for name in CLOSING {
        let mut select = connection.prepare_cached(&format!(
            "SELECT t.rid, r.id FROM \"{name}\" t JOIN record r ON r.rid = t.rid
             WHERE t.closed_at IS NOT NULL AND t.life = 1 AND (?1 IS NULL OR t.rid = ?1)"
        ))?;
        let mut rows = select.query((only,))?;
        while let Some(row) = rows.next()? {
            let (rid, id) = (row.get(0)?, Uuid::from_bytes(row.get(1)?));
            if let Some(closing) = closing(effect, rid)? {
                let cover = cover(effect, &closing)?;
                closed.push(Closed {
                    rid,
                    id,
                    closing,
                    cover,
                });
            }
        }
    }
    if closed.is_empty() {
        return Ok(Vec::new());
    }
    let mut found = Vec::new();
    for part in written_apart(effect, &closed)? {
        let Some((above, is_hidden)) = closed_above(connection, part)? else {
            continue;
        };
        let Some(of) = closed.iter().find(|closed| closed.rid == above) else {
            continue;
        };
        if is_hidden {
            continue;
        }
        let past = Past::new(effect, of.cover.clone());
        let mut late = late_of(effect, &past, of.closing.place, part.rid, part.table)?;
        if part.life == DELETED {
            late.retain(|late| late.column == kinds::EXISTS && is_delete(&late.head));
        }
        if !late.is_empty() {
            found.push(Lateness {
                closed: of.rid,
                id: of.id,
                part,
                late,
            });
        }
    }
    Ok(found)
}

/// Records that may be frozen, with changes that no closing of these covers, and whose authors did not know of it.
fn written_apart(effect: &Effect<'_>, closed: &[Closed]) -> Result<Vec<Part>> {
    let connection = effect.connection;
    let mut chains = connection.prepare_cached("SELECT chain, last FROM chain ORDER BY chain")?;
    let mut epochs = connection
        .prepare_cached("SELECT first FROM epoch WHERE chain = ?1 AND first > ?2 ORDER BY first")?;
    let mut changes = connection.prepare_cached(
        "SELECT DISTINCT r.rid, r.tbl, r.id, r.life FROM change c JOIN record r ON r.rid = c.rid
         WHERE c.chain = ?1 AND c.seq > ?2 AND c.seq <= ?3",
    )?;
    let chains: Vec<(i64, i64)> = chains
        .query_map((), |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    let mut parts: HashMap<i64, Part> = HashMap::new();
    for (chain, last) in chains {
        let mut spans: Vec<(i64, i64)> = Vec::new();
        for one in closed {
            let low = one.cover.upto(chain);
            let knows = |seq: i64| {
                effect
                    .lineage
                    .past_holds(Place { chain, seq }, one.closing.place)
            };
            if low >= last || one.closing.place.chain == chain || knows(low + 1)? {
                continue;
            }
            let mut high = last;
            if knows(last)? {
                let mut rows = epochs.query((chain, low))?;
                while let Some(row) = rows.next()? {
                    let first: i64 = row.get(0)?;
                    if knows(first)? {
                        high = first - 1;
                        break;
                    }
                }
            }
            spans.push((low, high));
        }
        spans.sort_unstable();
        let mut read = 0;
        for (low, high) in spans {
            let mut rows = changes.query((chain, low.max(read), high))?;
            while let Some(row) = rows.next()? {
                let part = part(row)?;
                if kind_of(part.table).and_then(closed_with).is_some() {
                    parts.insert(part.rid, part);
                }
            }
            read = read.max(high);
        }
    }
    let mut parts: Vec<Part> = parts.into_values().collect();
    parts.sort_unstable_by_key(|part| part.id);
    Ok(parts)
}

/// The record whose closing freezes a record, and whether something between them is deleted.
fn closed_above(connection: &Connection, of: Part) -> Result<Option<(i64, bool)>> {
    let Some(by) = kind_of(of.table).and_then(closed_with) else {
        return Ok(None);
    };
    let mut select = connection.prepare_cached(
        "SELECT o.rid, o.tbl, o.id, o.life FROM record r JOIN record o ON o.rid = r.owner WHERE r.rid = ?1",
    )?;
    let (mut here, mut is_hidden) = (of, false);
    // A circle of owners, which only a forged file could hold, ends here.
    for _ in 0..DEEPEST {
        if kinds::by_table(here.table).is_some_and(|kind| kind.name == by) {
            return Ok(Some((here.rid, is_hidden)));
        }
        let mut rows = select.query((here.rid,))?;
        let Some(row) = rows.next()? else {
            return Ok(None);
        };
        here = part(row)?;
        is_hidden |= here.life == DELETED;
    }
    Ok(None)
}

/// The value that leaves a cell as it was closed.
pub(crate) fn as_closed(late: &Late) -> Value {
    match (&late.frozen, late.column) {
        (Some(value), _) => codec::read_value(value),
        (None, kinds::EXISTS) => Value::Existence(Existence::Deleted),
        (None, _) => Value::Null,
    }
}

/// The activities that were written to since their workplan was adopted, themselves or a link of theirs.
pub(crate) fn since_adopted(connection: &Connection) -> Result<Vec<i64>> {
    let effect = Effect::new(connection);
    let mut plans = connection
        .prepare_cached("SELECT rid FROM workplan WHERE adopted_at IS NOT NULL AND life = 1")?;
    let plans = plans
        .query_map((), |row| row.get(0))?
        .collect::<rusqlite::Result<Vec<i64>>>()?;
    let mut chains = connection.prepare_cached("SELECT chain, last FROM chain")?;
    let chains: Vec<(i64, i64)> = chains
        .query_map((), |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    let mut changes = connection.prepare_cached(
        "SELECT DISTINCT a.rid FROM change c JOIN record r ON r.rid = c.rid
         JOIN activity a ON a.rid = CASE WHEN r.tbl >= 64 THEN r.owner ELSE r.rid END
         WHERE c.chain = ?1 AND c.seq > ?2 AND a.workplan = ?3",
    )?;
    let mut written = BTreeSet::new();
    for plan in plans {
        let Some(adopted) = closing(&effect, plan)? else {
            continue;
        };
        let cover = cover(&effect, &adopted)?;
        for (chain, last) in &chains {
            if cover.upto(*chain) < *last {
                let mut rows = changes.query((chain, cover.upto(*chain), plan))?;
                while let Some(row) = rows.next()? {
                    written.insert(row.get(0)?);
                }
            }
        }
    }
    Ok(written.into_iter().collect())
}
