//! Organisations by groups: who has which part where.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::input::Condition;
use domain::kind::Kind;
use domain::vocabulary;
use rusqlite::{Connection, OptionalExtension};
use serde_json::{Map, Value as Json, json};
use uuid::Uuid;

use super::labels::{self, Refs};
use super::list::{ListQuery, page};
use super::own_kind;
use super::record::Shape;
use super::statement::{column_of_numbers, numbers};
use super::{View, life};
use crate::error::Result;

/// What is asked of the matrix.
#[derive(Debug, Clone)]
pub struct MatrixQuery {
    /// The groups, in the order of the columns; none for the workstreams that have not ended.
    pub groups: Option<Vec<Uuid>>,
    /// Conditions on the organisations that all hold.
    pub conditions: Vec<Condition>,
    /// The most organisations to give.
    pub limit: u64,
    /// How many organisations to pass over first.
    pub offset: u64,
    /// The day on which the memberships were to stand.
    pub on: NaiveDate,
}

/// Tells the part of each organisation in each group on a day: columns, a page of rows, and how many members each group has
/// among all organisations.
///
/// An organisation with several parts in a group is shown with the first in the order of the vocabulary. What was ended on
/// a day does not stand on it any more.
///
/// # Errors
/// Refuses what [`super::list`] refuses.
pub fn matrix(connection: &Connection, query: &MatrixQuery, view: &View) -> Result<Json> {
    let (group, organisation, membership) = (
        own_kind("group")?,
        own_kind("organisation")?,
        own_kind("membership")?,
    );
    let columns = match &query.groups {
        Some(ids) => named(connection, ids)?,
        None => workstreams(connection, group, *view)?,
    };
    let refs = Refs::load(connection, columns.clone(), *view)?;
    let list = ListQuery {
        conditions: query.conditions.clone(),
        sort: vec![("category".to_owned(), false)],
        limit: Some(query.limit),
        offset: query.offset,
        ..ListQuery::new(organisation)
    };
    let (total, rids) = page(connection, &list, *view)?;
    let names = ["name", "category"].map(str::to_owned);
    let organisations = Shape::new(organisation, Some(&names), *view)?.rows(connection, &rids)?;
    let day = query.on.format("%Y-%m-%d").to_string();
    let mut cells = cells(connection, membership, &columns, &rids, &day, *view)?;

    let rows: Vec<Json> = organisations
        .into_iter()
        .map(|record| {
            let id = record["id"].as_str().unwrap_or_default();
            let cells = cells.remove(id).unwrap_or_default();
            let total = cells.len();
            json!({
                "organisation": {
                    "id": id, "table": organisation.name, "label": record["label"],
                    "name": record["name_text"], "category": record["category"],
                },
                "cells": cells.into_iter().map(|(group, (_, cell))| (group, cell)).collect::<Map<_, _>>(),
                "total": total,
            })
        })
        .collect();
    Ok(json!({
        "total": total,
        "columns": heads(connection, &columns, &refs)?,
        "rows": rows,
        "totals": totals(connection, &columns, &refs, &day)?,
    }))
}

fn named(connection: &Connection, ids: &[Uuid]) -> Result<Vec<i64>> {
    let mut select = connection.prepare_cached(
        "SELECT g.rid FROM record r JOIN \"group\" g ON g.rid = r.rid WHERE r.id = ?1 AND g.life = ?2",
    )?;
    let mut rids = Vec::with_capacity(ids.len());
    for id in ids {
        rids.extend(
            select
                .query_row((id.as_bytes(), life::LIVE), |row| row.get::<_, i64>(0))
                .optional()?,
        );
    }
    Ok(rids)
}

pub(super) fn workstreams(
    connection: &Connection,
    group: &'static Kind,
    view: View,
) -> Result<Vec<i64>> {
    let sql = format!(
        "SELECT g.rid FROM \"group\" g JOIN record r ON r.rid = g.rid WHERE g.life = {} AND g.kind = 'workstream' \
         AND ifnull(g.state, '') NOT IN ('closed', 'succeeded') ORDER BY g.number NULLS LAST, {} NULLS LAST, r.id",
        life::LIVE,
        labels::folded(group, "g", "r", view)
    );
    column_of_numbers(connection, &sql, ())
}

pub(super) fn heads(connection: &Connection, columns: &[i64], refs: &Refs) -> Result<Vec<Json>> {
    let mut select =
        connection.prepare_cached("SELECT number, kind FROM \"group\" WHERE rid = ?1")?;
    columns
        .iter()
        .map(|rid| {
            let (number, kind): (Option<i64>, Option<String>) =
                select.query_row((rid,), |row| Ok((row.get(0)?, row.get(1)?)))?;
            let mut head = refs.json(*rid);
            head["number"] = number.into();
            head["kind"] = kind.into();
            Ok(head)
        })
        .collect()
}

/// Whether a membership stands on the day `?1`.
const STANDS: &str = "m.life = 1 AND ifnull(m.from_first <= ?1, 1) AND ifnull(m.to_last >= ?1, 1) \
     AND ifnull(m.state, '') <> 'declined' AND NOT (ifnull(m.state, '') = 'left' AND ifnull(m.to_last <= ?1, 1))";

type Cells = BTreeMap<String, BTreeMap<String, (usize, Json)>>;

/// The cells by organisation and group, each with the place of its role in the vocabulary.
fn cells(
    connection: &Connection,
    membership: &'static Kind,
    columns: &[i64],
    organisations: &[i64],
    day: &str,
    view: View,
) -> Result<Cells> {
    let rids = column_of_numbers(
        connection,
        &format!(
            "SELECT m.rid FROM json_each(?2) j CROSS JOIN membership m ON m.organisation = j.value \
             WHERE m.\"group\" IN (SELECT value FROM json_each(?3)) AND {STANDS} ORDER BY m.rid"
        ),
        (day, numbers(organisations), numbers(columns)),
    )?;
    let names = [
        "group",
        "organisation",
        "role",
        "from",
        "to",
        "state",
        "provenance",
    ]
    .map(str::to_owned);
    let mut cells = Cells::new();
    for record in Shape::new(membership, Some(&names), view)?.rows(connection, &rids)? {
        let id = |name: &str| record[name]["id"].as_str().unwrap_or_default().to_owned();
        let role = record["role"].as_str();
        let codes = vocabulary::ROLE.codes;
        let place = role
            .and_then(|role| codes.iter().position(|code| *code == role))
            .unwrap_or(codes.len());
        let standing = match &record["provenance"] {
            Json::Null => json!("published"),
            provenance => provenance["standing"].clone(),
        };
        let cell = json!({
            "id": record["id"], "role": record["role"], "from": record["from"], "to": record["to"],
            "state": record["state"], "standing": standing,
        });
        let row = cells.entry(id("organisation")).or_default();
        if row
            .get(&id("group"))
            .is_none_or(|(known, _)| place < *known)
        {
            row.insert(id("group"), (place, cell));
        }
    }
    Ok(cells)
}

fn totals(
    connection: &Connection,
    columns: &[i64],
    refs: &Refs,
    day: &str,
) -> Result<Map<String, Json>> {
    let mut select = connection.prepare_cached(&format!(
        "SELECT m.\"group\", count(DISTINCT m.organisation) FROM membership m \
         JOIN organisation o ON o.rid = m.organisation AND o.life = 1 \
         WHERE m.\"group\" IN (SELECT value FROM json_each(?2)) AND {STANDS} \
         AND ifnull(m.state, '') <> 'interested' GROUP BY 1"
    ))?;
    let counted: BTreeMap<i64, i64> = select
        .query_map((day, numbers(columns)), |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?
        .collect::<rusqlite::Result<_>>()?;
    let total = |rid: &i64| counted.get(rid).copied().unwrap_or(0);
    Ok(columns
        .iter()
        .filter_map(|rid| Some((refs.id(*rid)?.to_string(), total(rid).into())))
        .collect())
}

/// A membership of an organisation in a group, as far as changing its part needs it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// Its id.
    pub id: Uuid,
    /// The part.
    pub role: Option<String>,
    /// Where it stands.
    pub state: Option<String>,
    /// Its first day, as far as that is known.
    pub first: Option<String>,
    /// Its last day, as far as that is known.
    pub last: Option<String>,
    /// When it was written down, in milliseconds since 1970, UTC.
    pub created_at: Option<i64>,
    /// Whether the publication has it.
    pub published: bool,
}

/// Lists the memberships of an organisation in a group that are here, whenever they stood.
///
/// # Errors
/// Where the file cannot be read.
pub fn terms(connection: &Connection, group: Uuid, organisation: Uuid) -> Result<Vec<Term>> {
    let mut select = connection.prepare_cached(
        "SELECT r.id, m.role, m.state, m.from_first, m.to_last, r.created_at, EXISTS (
           SELECT 1 FROM change c JOIN chain n ON n.chain = c.chain
           WHERE c.rid = m.rid AND c.col = 0 AND n.kind = 'publication')
         FROM membership m JOIN record r ON r.rid = m.rid
         WHERE m.life = ?3 AND m.\"group\" = (SELECT rid FROM record WHERE id = ?1)
           AND m.organisation = (SELECT rid FROM record WHERE id = ?2) ORDER BY r.id",
    )?;
    let terms = select
        .query_map(
            (group.as_bytes(), organisation.as_bytes(), life::LIVE),
            |row| {
                Ok(Term {
                    id: Uuid::from_bytes(row.get(0)?),
                    role: row.get(1)?,
                    state: row.get(2)?,
                    first: row.get(3)?,
                    last: row.get(4)?,
                    created_at: row.get(5)?,
                    published: row.get(6)?,
                })
            },
        )?
        .collect::<rusqlite::Result<_>>()?;
    Ok(terms)
}
