//! What points at a record, and where its facts come from.

use domain::kind::{Field, LinkTarget, Type};
use domain::{Kind, kinds};
use rusqlite::{Connection, OptionalExtension};
use serde_json::{Value as Json, json};

use super::labels::Refs;
use super::statement::quoted;
use super::{View, columns, labels, life};
use crate::error::{Error, Result};
use crate::schema;

/// The most records told of one field.
const MOST: usize = 50;
/// The kind that says where facts come from; told by [`sources`].
const SOURCE: &str = "source";

/// Tells which records that are here point at a record: rows of kind, field, total, and the first of them by label.
///
/// # Errors
/// A defect where there is no such record, or where the file cannot be read.
pub fn incoming(connection: &Connection, rid: i64, view: &View) -> Result<Vec<Json>> {
    let mut select = connection.prepare_cached("SELECT tbl FROM record WHERE rid = ?1")?;
    let table: Option<u16> = select.query_row((rid,), |row| row.get(0)).optional()?;
    let Some(pointed_at) = table.and_then(kinds::by_table) else {
        return Err(Error::Defect(format!(
            "no record has the local number {rid}"
        )));
    };
    let mut told = Vec::new();
    for kind in kinds::KINDS.iter().filter(|kind| kind.name != SOURCE) {
        for field in kind.fields {
            let Some(from) = pointing(kind, field, pointed_at, *view) else {
                continue;
            };
            let total: i64 = connection
                .prepare_cached(&format!("SELECT count(*) {from}"))?
                .query_row((rid,), |row| row.get(0))?;
            if total > 0 {
                told.push(row(connection, kind, field, &from, rid, total, *view)?);
            }
        }
    }
    Ok(told)
}

/// The rows of a kind whose field points at the record `?1`, as the rest of a select.
fn pointing(kind: &'static Kind, field: &Field, at: &'static Kind, view: View) -> Option<String> {
    let points = match field.ty {
        Type::Parent | Type::SameAs => kind.table == at.table,
        _ => field.targets().contains(&at.name),
    };
    if !points {
        return None;
    }
    let name = quoted(kind.name);
    let live = life::LIVE;
    Some(match field.links() {
        Some(links) if matches!(links.to, LinkTarget::Records(_)) => format!(
            "FROM {} l JOIN {name} t ON t.rid = l.\"from\" JOIN record r ON r.rid = t.rid \
             WHERE l.\"to\" = ?1 AND l.life = {live} AND t.life = {live}",
            quoted(&schema::link_table(kind, field))
        ),
        _ => {
            let column = format!("t.\"{}\"", field.name);
            let seen = columns::seen(kind, field, "t", view);
            // Beside what may be seen the bare column, which has an index.
            let seen = if seen == column {
                String::new()
            } else {
                format!(" AND {seen} = ?1")
            };
            format!(
                "FROM {name} t JOIN record r ON r.rid = t.rid WHERE {column} = ?1{seen} AND t.life = {live}"
            )
        }
    })
}

fn row(
    connection: &Connection,
    kind: &'static Kind,
    field: &Field,
    from: &str,
    rid: i64,
    total: i64,
    view: View,
) -> Result<Json> {
    let role = if field.links().is_some() {
        "l.role"
    } else {
        "NULL"
    };
    let mut select = connection.prepare_cached(&format!(
        "SELECT t.rid, {role} {from} ORDER BY {} ASC NULLS LAST, r.id LIMIT {MOST}",
        labels::folded(kind, "t", "r", view)
    ))?;
    let found: Vec<(i64, Option<String>)> = select
        .query_map((rid,), |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    let refs = Refs::load(
        connection,
        found.iter().map(|(rid, _)| *rid).collect(),
        view,
    )?;
    let rows: Vec<Json> = found
        .iter()
        .map(|(rid, role)| refs.with_role(*rid, role.as_deref()))
        .collect();
    Ok(json!({"kind": kind.name, "field": field.name, "total": total, "rows": rows}))
}

/// Tells where the facts of a record come from: rows of field, address, retrieved, standing and note.
///
/// # Errors
/// Where the file cannot be read.
pub fn sources(connection: &Connection, rid: i64) -> Result<Vec<Json>> {
    let mut select = connection.prepare_cached(&format!(
        "SELECT s.field, s.address, s.retrieved, s.standing, s.note FROM source s JOIN record r ON r.rid = s.rid \
         WHERE s.\"of\" = ?1 AND s.life = {} ORDER BY s.field NULLS FIRST, s.address, r.id",
        life::LIVE
    ))?;
    let mut rows = select.query((rid,))?;
    let mut told = Vec::new();
    while let Some(row) = rows.next()? {
        let text = |place: usize| row.get::<_, Option<String>>(place);
        told.push(json!({
            "field": text(0)?, "address": text(1)?, "retrieved": text(2)?, "standing": text(3)?, "note": text(4)?,
        }));
    }
    Ok(told)
}

/// Gives references to the records that one stands for, by label.
///
/// # Errors
/// Where the file cannot be read.
pub fn joined(connection: &Connection, rid: i64, view: &View) -> Result<Vec<Json>> {
    let mut rids: Vec<i64> = crate::joined::parts(connection, rid)?
        .into_iter()
        .map(|(rid, _)| rid)
        .collect();
    let refs = Refs::load(connection, rids.clone(), *view)?;
    rids.sort_by(|a, b| refs.order(*a).cmp(&refs.order(*b)));
    Ok(rids.iter().map(|rid| refs.json(*rid)).collect())
}
