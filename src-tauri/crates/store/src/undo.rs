//! Taking a transaction back: its cells get the values they had before it.

use std::collections::{BTreeMap, BTreeSet};

use changelog::{Origin, codec};
use domain::value::{Existence, LinkEnd, VectorEntry};
use domain::{Type, Value, kinds};
use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use crate::apply::{Effect, Head};
use crate::door::Door;
use crate::error::{Error, Result};
use crate::lineage::Place;
use crate::past;
use crate::query;

/// Why a cell was not taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// Somebody has changed it since.
    BuiltOn,
    /// It is contested: settle it first.
    InConflict,
    /// It belongs to what somebody has closed since.
    Closed,
    /// It is a personal value of somebody whose values are erased, or says that they are.
    Erased,
}

impl Kept {
    /// The code in answers.
    pub const fn code(self) -> &'static str {
        match self {
            Kept::BuiltOn => "built_on",
            Kept::InConflict => "in_conflict",
            Kept::Closed => "closed",
            Kept::Erased => "erased",
        }
    }
}

/// What became of one cell.
#[derive(Debug, Clone)]
pub struct Undone {
    /// The record's table.
    pub table: u16,
    /// The record.
    pub record: Uuid,
    /// The cell's column.
    pub column: u16,
    /// Why it was kept as it is; none where it was taken back.
    pub kept: Option<Kept>,
    /// The transactions that wrote what it was kept for.
    pub by: Vec<Uuid>,
}

/// A transaction of the log, as far as undoing needs it.
#[derive(Debug, Clone)]
pub(crate) struct Txn {
    chain: i64,
    first: i64,
    last: i64,
    pub(crate) id: Uuid,
    undoes: Option<Uuid>,
}

const TXN: &str = "SELECT chain, first, last, id, undoes FROM txn";

fn txn(row: &rusqlite::Row<'_>) -> rusqlite::Result<Txn> {
    Ok(Txn {
        chain: row.get("chain")?,
        first: row.get("first")?,
        last: row.get("last")?,
        id: Uuid::from_bytes(row.get("id")?),
        undoes: row
            .get::<_, Option<[u8; 16]>>("undoes")?
            .map(Uuid::from_bytes),
    })
}

/// Finds a transaction by its id.
pub(crate) fn find(connection: &Connection, id: Uuid) -> Result<Option<Txn>> {
    let mut select = connection.prepare_cached(&format!("{TXN} WHERE id = ?1"))?;
    Ok(select.query_row((id.as_bytes(),), txn).optional()?)
}

/// Finds the transaction of a change.
pub(crate) fn of(connection: &Connection, place: Place) -> Result<Txn> {
    let mut select = connection.prepare_cached(&format!(
        "{TXN} WHERE chain = ?1 AND first <= ?2 ORDER BY first DESC LIMIT 1"
    ))?;
    Ok(select.query_row((place.chain, place.seq), txn)?)
}

/// What could be undone and redone next by a person on this site.
#[derive(Debug, Default, Clone)]
pub(crate) struct Next {
    pub(crate) undo: Option<Txn>,
    pub(crate) redo: Option<Txn>,
}

/// Reads, from the log alone, what a person would undo and redo next.
///
/// Going back through the person's transactions of this site: one that a later, standing one takes back does not stand.
/// The next to undo is the latest standing one that did something or did it again; the next to redo is the latest
/// standing one that took something back, unless something new was done after it.
pub(crate) fn next(connection: &Connection, chain: i64, person: Option<Uuid>) -> Result<Next> {
    let mut select = connection.prepare_cached(&format!(
        "{TXN} WHERE chain = ?1 AND first > 1 AND person IS (SELECT rid FROM record WHERE id = ?2)
         ORDER BY first DESC"
    ))?;
    let mut rows = select.query((chain, person.map(Uuid::into_bytes)))?;
    let mut fallen: BTreeSet<Uuid> = BTreeSet::new();
    let mut next = Next::default();
    let mut redo_open = true;
    while let Some(row) = rows.next()? {
        let txn = txn(row)?;
        if fallen.contains(&txn.id) {
            continue;
        }
        if let Some(target) = txn.undoes {
            fallen.insert(target);
        }
        if takes_back(connection, &txn)? {
            if redo_open && next.redo.is_none() {
                next.redo = Some(txn);
            }
        } else {
            redo_open &= txn.undoes.is_some();
            if next.undo.is_none() {
                next.undo = Some(txn);
            }
        }
        // A redo to be found lies after the last new deed, and every undo before that is out of reach.
        if next.undo.is_some() && (next.redo.is_some() || !redo_open) {
            break;
        }
    }
    Ok(next)
}

/// Whether a transaction took something back, and not an undoing back.
fn takes_back(connection: &Connection, txn: &Txn) -> Result<bool> {
    let mut back = false;
    let mut target = txn.undoes;
    while let Some(id) = target {
        back = !back;
        target = find(connection, id)?.and_then(|txn| txn.undoes);
    }
    Ok(back)
}

/// The first change of a transaction, by which the one that takes it back names it.
pub(crate) fn name(connection: &Connection, txn: &Txn) -> Result<VectorEntry> {
    let site: [u8; 16] = connection
        .prepare_cached("SELECT site FROM chain WHERE chain = ?1")?
        .query_row((txn.chain,), |row| row.get(0))?;
    Ok(VectorEntry {
        site: Uuid::from_bytes(site),
        seq: txn.first as u64,
        hash: txn.id.into_bytes(),
    })
}

struct Cell {
    table: u16,
    record: Uuid,
    rid: i64,
    column: u16,
    place: Place,
}

/// The cells that a transaction wrote, each with its last change in it.
fn cells(connection: &Connection, txn: &Txn) -> Result<BTreeMap<(i64, u16), Cell>> {
    let mut select = connection.prepare_cached(
        "SELECT c.seq, c.rid, c.col, r.tbl, r.id FROM change c JOIN record r ON r.rid = c.rid
         WHERE c.chain = ?1 AND c.seq BETWEEN ?2 AND ?3 ORDER BY c.seq",
    )?;
    let rows = select
        .query_map((txn.chain, txn.first, txn.last), |row| {
            Ok(Cell {
                place: Place {
                    chain: txn.chain,
                    seq: row.get(0)?,
                },
                rid: row.get(1)?,
                column: row.get(2)?,
                table: row.get(3)?,
                record: Uuid::from_bytes(row.get(4)?),
            })
        })?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    // A cell written twice in one transaction has one former value, and its last change is what stands.
    let mut cells: BTreeMap<(i64, u16), Cell> = BTreeMap::new();
    for cell in rows {
        cells.insert((cell.rid, cell.column), cell);
    }
    Ok(cells)
}

/// Takes back every cell of a transaction whose only head is still the one it wrote.
pub(crate) fn take_back(door: &mut Door<'_>, txn: &Txn) -> Result<Vec<Undone>> {
    let connection = door.connection();
    let cells = cells(connection, txn)?;
    let created: BTreeSet<i64> = cells
        .values()
        .filter(|cell| cell.column == kinds::EXISTS)
        .map(|cell| {
            former(door.effect(), cell.rid, cell.column, cell.place, txn)
                .map(|former| former.heads.is_empty().then_some(cell.rid))
        })
        .collect::<Result<Vec<_>>>()?
        .into_iter()
        .flatten()
        .collect();
    let mut ordered: Vec<Cell> = cells.into_values().collect();
    ordered.sort_by_key(|cell| cell.place);
    let mut undone = Vec::new();
    for cell in ordered {
        if created.contains(&cell.rid) && cell.column != kinds::EXISTS {
            // Undoing a creation deletes the record; it does not empty its cells.
            continue;
        }
        let heads = door.effect().heads(cell.rid, cell.column)?;
        let only = match heads.as_slice() {
            [head] => {
                let stands_for = |place| stands_for(door.effect(), cell.rid, cell.column, place);
                stands_for(head.place)? == stands_for(cell.place)?
            }
            _ => false,
        };
        let mut kept = match heads.as_slice() {
            _ if only => None,
            [_] => Some(Kept::BuiltOn),
            _ => Some(Kept::InConflict),
        };
        let mut by = Vec::new();
        if only {
            let former = former(door.effect(), cell.rid, cell.column, cell.place, txn)?;
            let value = match door.effect().shown(&former.heads)? {
                Some(head) => codec::read_value(&head.value),
                None if cell.column == kinds::EXISTS => Value::Existence(Existence::Deleted),
                None => Value::Null,
            };
            let reopens = if former.contested() {
                Some(door.entry(cell.place)?)
            } else {
                None
            };
            let erased = door.erased_by(cell.table, cell.rid, cell.column, &value)?;
            match door.closed_by(cell.table, cell.rid, cell.column, &value)? {
                _ if erased.is_some() => kept = Some(Kept::Erased),
                Some((_, closing)) => {
                    kept = Some(Kept::Closed);
                    by.push(of(connection, closing)?.id);
                }
                None => door.take_back(cell.table, cell.record, cell.column, &value, reopens)?,
            }
        }
        if kept.is_some() {
            for head in heads.iter().filter(|head| head.place != cell.place) {
                by.push(of(connection, head.place)?.id);
            }
        }
        undone.push(Undone {
            table: cell.table,
            record: cell.record,
            column: cell.column,
            kept,
            by,
        });
    }
    Ok(undone)
}

struct Former {
    heads: Vec<Head>,
}

impl Former {
    fn contested(&self) -> bool {
        self.heads
            .iter()
            .any(|head| head.open || head.value != self.heads[0].value)
    }
}

/// The change that a change stands for: an undoing restores what stood before the transaction it took back, and so
/// stands for that one. Without this, a cell that was set twice could be undone once only.
pub(crate) fn stands_for(
    effect: &Effect<'_>,
    rid: i64,
    column: u16,
    place: Place,
) -> Result<Place> {
    let connection = effect.connection;
    let mut place = place;
    loop {
        let mut select = connection.prepare_cached(&format!(
            "{TXN} WHERE chain = ?1 AND first <= ?2 AND last >= ?2 ORDER BY first DESC LIMIT 1"
        ))?;
        let written = select.query_row((place.chain, place.seq), txn).optional()?;
        // A change of the transaction that is open is one of this very undoing.
        let Some(target) = written.and_then(|txn| txn.undoes) else {
            return Ok(place);
        };
        let Some(target) = find(connection, target)? else {
            return Ok(place);
        };
        let mut select = connection.prepare_cached(
            "SELECT max(seq) FROM change WHERE chain = ?1 AND seq BETWEEN ?2 AND ?3 AND rid = ?4 AND col = ?5",
        )?;
        let undone: Option<i64> = select.query_row(
            (target.chain, target.first, target.last, rid, column),
            |row| row.get(0),
        )?;
        let Some(seq) = undone else {
            return Ok(place);
        };
        let undone = Place {
            chain: target.chain,
            seq,
        };
        match former(effect, rid, column, undone, &target)?
            .heads
            .as_slice()
        {
            [only] => place = only.place,
            _ => return Ok(place),
        }
    }
}

/// The heads a cell had when a change of a transaction was written.
fn former(effect: &Effect<'_>, rid: i64, column: u16, place: Place, txn: &Txn) -> Result<Former> {
    let own =
        |place: Place| place.chain == txn.chain && (txn.first..=txn.last).contains(&place.seq);
    let heads = past::before(effect, rid, column, place, own)?;
    Ok(Former { heads })
}

/// Which of the two values of a change is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// The one that stood before the transaction.
    Before,
    /// The one that the transaction wrote.
    After,
}

/// Writes into a field of a record what stood there before or after a transaction, as an ordinary edit.
///
/// `field` is named as history tells it; of a field that holds several, one link or all that the transaction added or took
/// out. What a field refers to must still be there.
///
/// # Errors
/// Refuses where the transaction changed no such field, reference data, fields of a record that is deleted, closings, and a
/// value that refers to a deleted record.
pub(crate) fn restore(
    door: &mut Door<'_>,
    txn: &Txn,
    record: Uuid,
    (field, only): (&str, Option<Uuid>),
    side: When,
) -> Result<()> {
    let connection = door.connection();
    let mut found = false;
    for cell in cells(connection, txn)?.into_values() {
        let kind = match (
            kinds::by_table(cell.table),
            kinds::link_by_table(cell.table),
        ) {
            (Some(kind), _) => {
                let names = query::cell_names(kind, cell.column);
                if cell.record != record || !names.iter().any(|name| name == field) {
                    continue;
                }
                kind
            }
            (None, Some(link)) => {
                if link.field.name != field
                    || only.is_some_and(|only| cell.record != only)
                    || query::owner(connection, cell.record)? != Some(record)
                {
                    continue;
                }
                link.kind
            }
            (None, None) => continue,
        };
        found = true;
        let is_link = kinds::by_table(cell.table).is_none();
        let existence = !is_link && cell.column == kinds::EXISTS;
        door.writable(kind)?;
        // A closing follows from the state.
        if kind
            .field(field)
            .is_some_and(|field| matches!(field.ty, Type::Closing))
        {
            return Err(Error::ReadOnlyField {
                kind: kind.name.to_owned(),
                field: field.to_owned(),
            });
        }
        if !existence {
            door.living(record)?;
        }
        let heads = match side {
            When::Before => former(door.effect(), cell.rid, cell.column, cell.place, txn)?.heads,
            When::After => {
                let mut changes = door.effect().changes(cell.rid, cell.column)?;
                changes.retain(|change| change.place == cell.place);
                changes
            }
        };
        let value = match door.effect().shown(&heads)? {
            Some(head) => codec::read_value(&head.value),
            None if cell.column == kinds::EXISTS => Value::Existence(Existence::Deleted),
            None => Value::Null,
        };
        if let Value::Tree { parent, .. } = &value {
            door.not_below(kind, record, *parent)?;
        }
        if let Some(to) = points_to(&value) {
            door.living(to)?;
        }
        if !is_link {
            door.turn_to(kind, cell.record, cell.column, &value)?;
        }
        door.put(cell.table, cell.record, cell.column, &value)?;
    }
    if found {
        return Ok(());
    }
    Err(Error::NotChanged {
        field: field.to_owned(),
    })
}

/// The record that a value refers to, other than by what it depends on.
fn points_to(value: &Value) -> Option<Uuid> {
    match value {
        Value::Reference { id, .. }
        | Value::Existence(Existence::Live {
            end: Some(LinkEnd::Record { id, .. }),
            ..
        }) => Some(*id),
        Value::Tree { parent, .. } => *parent,
        _ => None,
    }
}

/// What an undo or a redo did.
#[derive(Debug, Clone)]
pub struct UndoAnswer {
    /// The transaction that was taken back.
    pub undone: Uuid,
    /// What became of each of its cells.
    pub rows: Vec<Undone>,
}

pub(crate) fn named(connection: &Connection, text: &str) -> Result<Txn> {
    let id = Uuid::parse_str(text).map_err(|_| Error::UnknownTransaction(text.to_owned()))?;
    find(connection, id)?.ok_or_else(|| Error::UnknownTransaction(text.to_owned()))
}

/// What a transaction that takes one back is recorded as.
pub(crate) const ORIGIN: Origin = Origin::Undo;
