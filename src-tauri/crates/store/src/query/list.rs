//! Lists: filtered, sorted, a page at a time, and counted by value.

use chrono::NaiveDate;
use domain::Kind;
use domain::input::Condition;
use domain::kind::Type;
use rusqlite::Connection;
use serde_json::Value as Json;

use super::conditions::{Filter, asks_for_life};
use super::order::Order;
use super::period::span_of_date;
use super::record::Shape;
use super::statement::{Bound, column_of_numbers};
use super::{View, columns, life};
use crate::error::Result;

/// What is asked of a list.
#[derive(Debug, Clone)]
pub struct ListQuery {
    /// The kind of record.
    pub kind: &'static Kind,
    /// Conditions that all hold.
    pub conditions: Vec<Condition>,
    /// Fields to sort by, each with whether it descends; "order" is the planned order. Label and id decide ties.
    pub sort: Vec<(String, bool)>,
    /// The most rows to give; none for all.
    pub limit: Option<u64>,
    /// How many rows to pass over first.
    pub offset: u64,
    /// Whether to list deleted records instead of those that are here. A condition on `life` goes before it.
    pub deleted: bool,
    /// The day on which the facts were to be true, or may have been.
    pub on: Option<NaiveDate>,
    /// The fields to give besides id, table, life and label; none for all.
    pub columns: Option<Vec<String>>,
}

impl ListQuery {
    /// All records of a kind that are here, by label.
    pub fn new(kind: &'static Kind) -> ListQuery {
        ListQuery {
            kind,
            conditions: Vec::new(),
            sort: Vec::new(),
            limit: None,
            offset: 0,
            deleted: false,
            on: None,
            columns: None,
        }
    }
}

/// A page of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// How many records there are in the whole list.
    pub total: u64,
    /// The records of this page.
    pub rows: Vec<Json>,
}

/// Lists records of a kind.
///
/// # Errors
/// Refuses unknown fields, codes and keys, and comparisons that do not fit a field.
pub fn list(connection: &Connection, query: &ListQuery, view: &View) -> Result<Page> {
    let shape = Shape::new(query.kind, query.columns.as_deref(), *view)?;
    let (total, rids) = page(connection, query, *view)?;
    Ok(Page {
        total,
        rows: shape.rows(connection, &rids)?,
    })
}

/// The local numbers of a page, and how many the whole list has.
pub(super) fn page(
    connection: &Connection,
    query: &ListQuery,
    view: View,
) -> Result<(u64, Vec<i64>)> {
    let mut bound = Bound::default();
    let filter = filter(connection, query, view, &mut bound)?;
    let from = format!("\"{}\" t", query.kind.name);
    let total: i64 = connection
        .prepare_cached(&format!("SELECT count(*) FROM {from} WHERE {filter}"))?
        .query_row(bound.values(), |row| row.get(0))?;
    let total = u64::try_from(total).unwrap_or(0);
    let order = Order {
        view,
        bound: &mut bound,
    }
    .terms(query.kind, "t", "r", &query.sort)?;
    let limit = bound.put(
        query
            .limit
            .map_or(-1, |limit| i64::try_from(limit).unwrap_or(i64::MAX)),
    );
    let offset = bound.put(i64::try_from(query.offset).unwrap_or(i64::MAX));
    let rids = column_of_numbers(
        connection,
        &format!(
            "SELECT t.rid FROM {from} JOIN record r ON r.rid = t.rid WHERE {filter} ORDER BY {order} \
             LIMIT {limit} OFFSET {offset}"
        ),
        bound.values(),
    )?;
    Ok((total, rids))
}

/// The condition for a record to be listed.
pub(super) fn filter(
    connection: &Connection,
    query: &ListQuery,
    view: View,
    bound: &mut Bound,
) -> Result<String> {
    let mut sql = if asks_for_life(query.kind, &query.conditions) {
        format!("t.life NOT IN ({}, {})", life::AWAITED, life::JOINED)
    } else {
        format!(
            "t.life = {}",
            if query.deleted {
                life::DELETED
            } else {
                life::LIVE
            }
        )
    };
    if let Some(day) = query.on {
        sql.push_str(&on(query.kind, day, bound));
    }
    let mut filter = Filter {
        connection,
        view,
        bound,
    };
    sql.push_str(&filter.all(query.kind, "t", &query.conditions)?);
    Ok(sql)
}

/// Leaves out what was surely not yet, or surely no longer, true on a day.
fn on(kind: &Kind, day: NaiveDate, bound: &mut Bound) -> String {
    let Some((from, to)) = kind.period else {
        return String::new();
    };
    let day = bound.put(day.format("%Y-%m-%d").to_string());
    let edge = |name: &str, part: &str| -> Option<String> {
        let field = kind.field(name)?;
        match field.ty {
            Type::Vague => Some(columns::beside(field, part, "t")),
            _ => {
                let span = span_of_date(&format!("t.\"{name}\""));
                Some(if part == "first" {
                    span.first
                } else {
                    span.last
                })
            }
        }
    };
    let not_after = edge(from, "first").map(|first| format!(" AND ifnull({first} <= {day}, 1)"));
    let not_before = to
        .and_then(|to| edge(to, "last"))
        .map(|last| format!(" AND ifnull({last} >= {day}, 1)"));
    not_after.unwrap_or_default() + &not_before.unwrap_or_default()
}
