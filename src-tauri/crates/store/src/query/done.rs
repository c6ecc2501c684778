//! What is told after something was done.

use domain::kinds;
use rusqlite::{Connection, OptionalExtension};
use serde_json::{Value as Json, json};
use uuid::Uuid;

use super::View;
use super::cells::cell_names;
use super::labels::reference;
use super::record::moment;
use crate::error::Result;
use crate::undo::Undone;

/// Counts the records of the kinds that are there; links are none.
///
/// # Errors
/// Where the file cannot be read.
pub fn count(connection: &Connection) -> Result<i64> {
    // Links and words have tables from 64 on.
    Ok(connection.query_row(
        "SELECT count(*) FROM record WHERE life = 1 AND tbl < 64",
        (),
        |row| row.get(0),
    )?)
}

/// A reference to a record by its id, in any state; null where it is not known here.
///
/// # Errors
/// Where the file cannot be read.
pub fn reference_of(connection: &Connection, id: Uuid, view: &View) -> Result<Json> {
    let mut select = connection.prepare_cached("SELECT rid FROM record WHERE id = ?1")?;
    match select
        .query_row((id.as_bytes(),), |row| row.get(0))
        .optional()?
    {
        Some(rid) => reference(connection, rid, view),
        None => Ok(Json::Null),
    }
}

/// Tells what became of each cell of a transaction that was taken back.
///
/// # Errors
/// Where the file cannot be read.
pub fn undone(connection: &Connection, cells: &[Undone], view: &View) -> Result<Vec<Json>> {
    let mut rows = Vec::with_capacity(cells.len());
    for cell in cells {
        let (record, field) = match (
            kinds::by_table(cell.table),
            kinds::link_by_table(cell.table),
        ) {
            (Some(kind), _) => (cell.record, cell_names(kind, cell.column).swap_remove(0)),
            (None, Some(link)) => (
                owner(connection, cell.record)?.unwrap_or(cell.record),
                link.field.name.to_owned(),
            ),
            (None, None) => (cell.record, cell.column.to_string()),
        };
        rows.push(json!({
            "record": reference_of(connection, record, view)?,
            "field": field,
            "done": cell.kept.is_none(),
            "why": cell.kept.map(|why| why.code()),
            "by": authors(connection, &cell.by, view)?,
        }));
    }
    Ok(rows)
}

/// Who wrote transactions, and when.
fn authors(connection: &Connection, txns: &[Uuid], view: &View) -> Result<Vec<Json>> {
    let mut select = connection.prepare_cached(
        "SELECT t.person, t.wall, coalesce(n.branch, n.site) FROM txn t JOIN chain n ON n.chain = t.chain WHERE t.id = ?1",
    )?;
    let mut authors = Vec::with_capacity(txns.len());
    for txn in txns {
        let (person, wall, site): (Option<i64>, i64, [u8; 16]) = select
            .query_row((txn.as_bytes(),), |row| {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?))
            })?;
        authors.push(json!({
            "txn": txn.to_string(),
            "site": Uuid::from_bytes(site).to_string(),
            "person": person.map_or(Ok(Json::Null), |rid| reference(connection, rid, view))?,
            "time": moment(wall),
        }));
    }
    Ok(authors)
}

/// The record that a record depends on, or that a link belongs to.
pub(crate) fn owner(connection: &Connection, id: Uuid) -> Result<Option<Uuid>> {
    let mut select = connection.prepare_cached(
        "SELECT o.id FROM record r JOIN record o ON o.rid = r.owner WHERE r.id = ?1",
    )?;
    Ok(select
        .query_row((id.as_bytes(),), |row| row.get(0))
        .optional()?
        .map(Uuid::from_bytes))
}
