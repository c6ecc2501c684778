//! Where the workplan works and where nobody does: objectives or principles by workstreams.

use std::collections::BTreeMap;

use domain::input::Condition;
use domain::kind::LinkTarget;
use rusqlite::Connection;
use serde_json::{Map, Value as Json, json};

use super::labels::Refs;
use super::list::{ListQuery, filter};
use super::matrix::{heads, workstreams};
use super::own_kind;
use super::path::unknown_field;
use super::statement::{Bound, column_of_numbers, quoted};
use super::{View, life};
use crate::error::{Error, Result};
use crate::schema;

/// Counts the activities of a list by what they serve and by workstream: every objective, or whatever `by` points at, as
/// a row, every workstream that has not ended as a column, with the totals of both.
///
/// An activity that serves several counts in the row of each, and once in the totals of columns. `elsewhere` counts those
/// of a row in no workstream that is shown; `without` those that name nothing of the kind.
///
/// # Errors
/// Refuses fields that do not point at records of one kind, and what [`super::list`] refuses.
pub fn coverage(
    connection: &Connection,
    conditions: &[Condition],
    by: &str,
    view: &View,
) -> Result<Json> {
    let activity = own_kind("activity")?;
    let group = own_kind("group")?;
    let field = activity
        .field(by)
        .ok_or_else(|| unknown_field(activity, by))?;
    let bad = || Error::BadComparison {
        field: by.to_owned(),
    };
    let links = field.links().ok_or_else(bad)?;
    let LinkTarget::Records([target]) = links.to else {
        return Err(bad());
    };
    let target = own_kind(target)?;
    let columns = workstreams(connection, group, *view)?;
    let rows = column_of_numbers(
        connection,
        &format!(
            "SELECT t.rid FROM {} t JOIN record r ON r.rid = t.rid WHERE t.life = {} ORDER BY r.sort, r.id",
            quoted(target.name),
            life::LIVE
        ),
        (),
    )?;
    let mut bound = Bound::default();
    let query = ListQuery {
        conditions: conditions.to_vec(),
        ..ListQuery::new(activity)
    };
    let filter = filter(connection, &query, *view, &mut bound)?;
    let links = format!(
        "{} l ON l.\"from\" = t.rid AND l.life = {}",
        quoted(&schema::link_table(activity, field)),
        life::LIVE
    );
    let mut select = connection.prepare_cached(&format!(
        "SELECT l.\"to\", t.\"group\", count(*) FROM activity t LEFT JOIN {links} WHERE {filter} GROUP BY 1, 2"
    ))?;
    let mut counts: BTreeMap<Option<i64>, BTreeMap<Option<i64>, i64>> = BTreeMap::new();
    let mut found = select.query(bound.values())?;
    while let Some(row) = found.next()? {
        counts
            .entry(row.get(0)?)
            .or_default()
            .insert(row.get(1)?, row.get(2)?);
    }
    let mut select = connection.prepare_cached(&format!(
        "SELECT t.\"group\", count(*) FROM activity t WHERE {filter} AND EXISTS (SELECT 1 FROM {}) GROUP BY 1",
        links.replacen(" ON ", " WHERE ", 1)
    ))?;
    let totals: BTreeMap<Option<i64>, i64> = select
        .query_map(bound.values(), |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;

    let refs = Refs::load(
        connection,
        columns.iter().chain(&rows).copied().collect(),
        *view,
    )?;
    let by_column = |of: &BTreeMap<Option<i64>, i64>| -> Map<String, Json> {
        columns
            .iter()
            .filter_map(|rid| Some((refs.id(*rid)?.to_string(), (*of.get(&Some(*rid))?).into())))
            .collect()
    };
    let none = BTreeMap::new();
    let listed: Vec<Json> = rows
        .iter()
        .map(|rid| {
            let cells = counts.get(&Some(*rid)).unwrap_or(&none);
            let total: i64 = cells.values().sum();
            let shown: i64 = columns.iter().filter_map(|rid| cells.get(&Some(*rid))).sum();
            json!({
                "of": refs.json(*rid), "cells": by_column(cells), "total": total, "elsewhere": total - shown,
            })
        })
        .collect();
    let without: i64 = counts.get(&None).unwrap_or(&none).values().sum();
    Ok(json!({
        "columns": heads(connection, &columns, &refs)?,
        "rows": listed,
        "totals": by_column(&totals),
        "total": totals.values().sum::<i64>(),
        "without": without,
    }))
}
