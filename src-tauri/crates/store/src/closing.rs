//! Closings: a round or a meeting stays as it stood at a vector; a plan keeps the vector at which it was adopted.
//!
//! What was written without knowing of a closing, and is not in its vector, is late: it has effect on the live records and
//! is listed, but what was closed reads the same for ever.

use std::collections::HashMap;

use changelog::codec;
use domain::value::Existence;
use domain::{Kind, Value, kinds};
use rusqlite::Connection;
use uuid::Uuid;

use crate::apply::{DELETED, Effect, Head, is_delete};
use crate::error::Result;
use crate::lineage::{Cover, Place};
use crate::past::Past;

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
        let lineage = &effect.lineage;
        // What whoever closed it wrote in the same breath is known to them, though no vector can hold it.
        if freezes(table, column).is_none()
            || past.cover().holds(place)
            || lineage.saw(place, closing)?
            || lineage.past_holds(closing, place)?
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

/// What a closing freezes: the record itself, then what it owns, each after what it depends on.
pub(crate) fn parts(connection: &Connection, rid: i64) -> Result<Vec<Part>> {
    let part = |row: &rusqlite::Row<'_>| {
        Ok(Part {
            rid: row.get(0)?,
            table: row.get(1)?,
            id: Uuid::from_bytes(row.get(2)?),
            life: row.get(3)?,
        })
    };
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

/// What is late of a record that is closed: of each record that the closing freezes, the heads nobody knew who closed it.
///
/// Of what is hidden with something deleted nothing is late: it would come back with that.
pub(crate) fn late(
    effect: &Effect<'_>,
    rid: i64,
    closing: &Head,
) -> Result<Vec<(Part, Vec<Late>)>> {
    let past = Past::new(effect, cover(effect, closing)?);
    let mut hidden: HashMap<i64, bool> = HashMap::new();
    let mut found = Vec::new();
    let mut owner = effect
        .connection
        .prepare_cached("SELECT owner FROM record WHERE rid = ?1")?;
    for part in parts(effect.connection, rid)? {
        let above: Option<i64> = owner.query_row((part.rid,), |row| row.get(0))?;
        let is_hidden = above.is_some_and(|above| hidden.get(&above) == Some(&true));
        hidden.insert(part.rid, is_hidden || part.life == DELETED);
        if is_hidden {
            continue;
        }
        let mut late = late_of(effect, &past, closing.place, part.rid, part.table)?;
        if part.life == DELETED {
            late.retain(|late| late.column == kinds::EXISTS && is_delete(&late.head));
        }
        if !late.is_empty() {
            found.push((part, late));
        }
    }
    Ok(found)
}

/// The value that leaves a cell as it was closed.
pub(crate) fn as_closed(late: &Late) -> Value {
    match (&late.frozen, late.column) {
        (Some(value), _) => codec::read_value(value),
        (None, kinds::EXISTS) => Value::Existence(Existence::Deleted),
        (None, _) => Value::Null,
    }
}
