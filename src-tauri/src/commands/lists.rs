//! What is asked: lists, single records, words, history, the overview and the matrix.

use chrono::NaiveDate;
use domain::Kind;
use domain::input::{self, Condition};
use serde::Deserialize;
use serde_json::{Value as Json, json};
use store::Error;
use store::query::{self, HistoryQuery, ListQuery, MatrixQuery};
use store::search;
use ts_rs::TS;
use uuid::Uuid;

use super::Bare;
use crate::desk::Desk;
use crate::failure::Failure;

/// The transactions told beside a record.
const BESIDE: u64 = 20;

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ListArgs {
    kind: String,
    /// Conditions as on the command line, that all hold.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    r#where: Vec<String>,
    /// Fields to sort by, with `-` before those that descend; `order` is the planned order.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    sort: Vec<String>,
    /// The fields to give; all where none are named.
    columns: Option<Vec<String>>,
    offset: u64,
    limit: u64,
    /// Whether deleted records are listed instead.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    deleted: bool,
    /// The day on which the facts were to be true.
    on: Option<String>,
}

pub fn list(desk: &Desk, arguments: ListArgs) -> Result<Json, Failure> {
    let ListArgs {
        kind: name,
        r#where,
        sort,
        columns,
        offset,
        limit,
        deleted,
        on,
    } = arguments;
    let query = ListQuery {
        kind: query::kind(&name)?,
        conditions: conditions(&r#where)?,
        sort: sort
            .iter()
            .map(|field| match field.strip_prefix('-') {
                Some(field) => (field.to_owned(), true),
                None => (field.clone(), false),
            })
            .collect(),
        limit: Some(limit),
        offset,
        deleted,
        on: on.as_deref().map(day).transpose()?,
        columns,
    };
    desk.read(|store, view| {
        let page = query::list(store.connection(), &query, view)?;
        Ok(json!({"table": query.kind.name, "total": page.total, "rows": page.rows}))
    })
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct GroupsArgs {
    kind: String,
    /// The field whose values are counted.
    by: String,
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    r#where: Vec<String>,
}

pub fn groups(desk: &Desk, arguments: GroupsArgs) -> Result<Json, Failure> {
    let of = query::kind(&arguments.kind)?;
    let conditions = conditions(&arguments.r#where)?;
    desk.read(|store, view| {
        let rows = query::groups(store.connection(), of, &conditions, &arguments.by, view)?;
        Ok(json!({"rows": rows}))
    })
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ShowArgs {
    kind: String,
    id: String,
}

pub fn show(desk: &Desk, arguments: ShowArgs) -> Result<Json, Failure> {
    let of = query::kind(&arguments.kind)?;
    desk.read(|store, view| {
        let connection = store.connection();
        let (rid, id, _) = query::resolve(connection, &[of], &format!("id:{}", arguments.id))?;
        let history = HistoryQuery {
            record: Some(id),
            limit: BESIDE,
            ..HistoryQuery::default()
        };
        Ok(json!({
            "record": query::record(connection, id, view)?,
            "rows": query::history(connection, &history, view)?,
            "sources": query::sources(connection, rid)?,
            "links": query::incoming(connection, rid, view)?,
            "joined": query::joined(connection, rid, view)?,
        }))
    })
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct SearchArgs {
    text: String,
    /// The kinds to look among; all where none are named.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    kinds: Vec<String>,
    limit: Option<u32>,
}

pub fn search(desk: &Desk, arguments: SearchArgs) -> Result<Json, Failure> {
    let kinds: Vec<&str> = arguments
        .kinds
        .iter()
        .map(|name| query::kind(name).map(|kind: &Kind| kind.name))
        .collect::<Result<_, _>>()?;
    let limit = arguments.limit.unwrap_or(20) as usize;
    desk.read(|store, view| {
        let rows = search::search(store.connection(), &arguments.text, &kinds, limit, view)?;
        Ok(json!({"rows": rows}))
    })
}

pub fn overview(desk: &Desk, _: Bare) -> Result<Json, Failure> {
    let today = desk.today();
    desk.read(|store, view| Ok(query::overview(store.connection(), today, view)?))
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct MatrixArgs {
    /// The groups in the order of the columns; without them the workstreams that have not ended.
    groups: Option<Vec<String>>,
    /// Conditions on the organisations.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    r#where: Vec<String>,
    offset: u64,
    limit: u64,
    /// The day on which the memberships were to stand; today without one.
    on: Option<String>,
}

pub fn matrix(desk: &Desk, arguments: MatrixArgs) -> Result<Json, Failure> {
    let groups = arguments
        .groups
        .map(|ids| ids.iter().map(|text| id(text)).collect::<Result<_, _>>());
    let query = MatrixQuery {
        groups: groups.transpose()?,
        conditions: conditions(&arguments.r#where)?,
        limit: arguments.limit,
        offset: arguments.offset,
        on: match arguments.on {
            Some(text) => day(&text)?,
            None => desk.today(),
        },
    };
    desk.read(|store, view| Ok(query::matrix(store.connection(), &query, view)?))
}

/// Reads an id as the pages give it.
pub fn id(text: &str) -> Result<Uuid, Failure> {
    Uuid::parse_str(text).map_err(|_| Failure::refused("bad_id", &json!({"value": text})))
}

/// Reads conditions as the pages give them.
pub fn conditions(texts: &[String]) -> Result<Vec<Condition>, Failure> {
    texts
        .iter()
        .map(|text| Ok(input::condition(text).map_err(Error::from)?))
        .collect()
}

/// Reads a day as the pages give it.
pub fn day(text: &str) -> Result<NaiveDate, Failure> {
    NaiveDate::parse_from_str(text, "%Y-%m-%d")
        .map_err(|_| Failure::refused("bad_date", &json!({"value": text})))
}
