//! What stands around every page: what would be undone, what waits to be settled, and what a change touched.

use std::collections::BTreeSet;

use domain::{Kind, kinds};
use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use super::cells::{EXISTS, cell_names};
use super::conflicts;
use super::done::reference_of;
use super::{View, life};
use crate::error::Result;

/// The most changes of a transaction that are looked at to name it.
const LOOKED_AT: i64 = 500;

/// Counts what waits to be settled.
///
/// # Errors
/// Where the file cannot be read.
pub fn to_settle(connection: &Connection) -> Result<i64> {
    Ok(conflicts::conflicts(connection)?.len() as i64)
}

/// What a transaction was about, in short.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deed {
    /// The label of the first record it changed.
    pub label: String,
    /// The kind of that record and the field, where it changed one field of one record and nothing else.
    pub field: Option<(&'static str, String)>,
    /// How many records it changed, a link counted as its near end.
    pub records: usize,
}

/// Says what a transaction was about; none where there is no such transaction.
///
/// # Errors
/// Where the file cannot be read.
pub fn deed(connection: &Connection, txn: Uuid, view: &View) -> Result<Option<Deed>> {
    let mut select = connection.prepare_cached(
        "SELECT r.tbl, r.id, o.id, c.col FROM txn t
         JOIN change c ON c.chain = t.chain AND c.seq BETWEEN t.first AND t.last
         JOIN record r ON r.rid = c.rid LEFT JOIN record o ON o.rid = r.owner
         WHERE t.id = ?1 ORDER BY c.seq LIMIT ?2",
    )?;
    let mut rows = select.query((txn.as_bytes(), LOOKED_AT))?;
    let mut first: Option<(Uuid, &'static Kind)> = None;
    let mut records: BTreeSet<Uuid> = BTreeSet::new();
    let mut fields: BTreeSet<String> = BTreeSet::new();
    while let Some(row) = rows.next()? {
        let (table, column): (u16, u16) = (row.get(0)?, row.get(3)?);
        let id = Uuid::from_bytes(row.get(1)?);
        let owner = row.get::<_, Option<[u8; 16]>>(2)?.map(Uuid::from_bytes);
        let (id, kind, field) = match (kinds::by_table(table), kinds::link_by_table(table)) {
            (Some(kind), _) => (id, kind, cell_names(kind, column).swap_remove(0)),
            (None, Some(link)) => (owner.unwrap_or(id), link.kind, link.field.name.to_owned()),
            (None, None) => continue,
        };
        first.get_or_insert((id, kind));
        records.insert(id);
        fields.insert(field);
    }
    let Some((id, kind)) = first else {
        return Ok(None);
    };
    let label = reference_of(connection, id, view)?["label"]
        .as_str()
        .unwrap_or_default()
        .to_owned();
    let only = if records.len() == 1 && fields.len() == 1 {
        fields.pop_first()
    } else {
        None
    };
    let field = only
        .filter(|name| name != EXISTS)
        .map(|name| (kind.name, name));
    Ok(Some(Deed {
        label,
        field,
        records: records.len(),
    }))
}

/// The records that look other after a transaction, as lists show them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Touched {
    /// The names of their kinds, and of the kinds that went or came with them.
    pub kinds: BTreeSet<&'static str>,
    /// Their ids.
    pub ids: BTreeSet<Uuid>,
}

/// Tells which records a transaction touched: a link as its near end, a record that is joined also as what it is shown as, and what depends on them by its kind.
///
/// # Errors
/// Where the file cannot be read.
pub fn touched(connection: &Connection, records: &[(u16, Uuid)]) -> Result<Touched> {
    let mut touched = Touched::default();
    let mut near = connection.prepare_cached(
        "SELECT o.id FROM record r JOIN record p ON p.rid = r.owner JOIN record o ON o.rid = coalesce(p.root, p.rid)
         WHERE r.id = ?1",
    )?;
    let mut root = connection.prepare_cached(
        "SELECT o.id FROM record r JOIN record o ON o.rid = r.root WHERE r.id = ?1",
    )?;
    let mut below = connection.prepare_cached(
        "SELECT DISTINCT r.tbl FROM record r JOIN record o ON o.rid = r.owner WHERE o.id = ?1 AND r.life <> ?2",
    )?;
    for (table, id) in records {
        if let Some(link) = kinds::link_by_table(*table) {
            let owner: Option<[u8; 16]> = near
                .query_row((id.as_bytes(),), |row| row.get(0))
                .optional()?;
            touched.kinds.insert(link.kind.name);
            touched.ids.extend(owner.map(Uuid::from_bytes));
        } else if let Some(kind) = kinds::by_table(*table) {
            touched.kinds.insert(kind.name);
            touched.ids.insert(*id);
            let shown: Option<[u8; 16]> = root
                .query_row((id.as_bytes(),), |row| row.get(0))
                .optional()?;
            touched.ids.extend(shown.map(Uuid::from_bytes));
            let mut tables = below.query((id.as_bytes(), life::AWAITED))?;
            while let Some(row) = tables.next()? {
                touched
                    .kinds
                    .extend(kinds::by_table(row.get(0)?).map(|kind| kind.name));
            }
        }
    }
    Ok(touched)
}
