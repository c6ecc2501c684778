//! History: what was changed, how it looked on a day, and what is brought back from it.

use chrono::{DateTime, NaiveDate};
use serde::Deserialize;
use serde_json::{Value as Json, json};
use store::query::{self, HistoryQuery, Point};
use store::{Act, Error};
use ts_rs::TS;
use uuid::Uuid;

use super::Bare;
use super::edits::done;
use super::lists::{day, id};
use super::state::app_state;
use crate::desk::Desk;
use crate::failure::Failure;

/// The most differences that are told.
const TOLD: usize = 5_000;

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct HistoryArgs {
    /// The record; the whole network without one.
    id: Option<String>,
    /// The person who made the changes.
    person: Option<String>,
    /// The kind of the records changed.
    kind: Option<String>,
    /// The workstream they belong to.
    group: Option<String>,
    /// What brought the changes about: `typed`, `import` and the like.
    origin: Option<String>,
    /// The earliest time, RFC 3339.
    from: Option<String>,
    /// The time before which they were made, RFC 3339.
    to: Option<String>,
    limit: u32,
    /// The last transaction of the page before.
    before: Option<String>,
}

pub fn history(desk: &Desk, arguments: HistoryArgs) -> Result<Json, Failure> {
    let record = |text: &Option<String>| text.as_deref().map(id).transpose();
    let query = HistoryQuery {
        record: record(&arguments.id)?,
        person: record(&arguments.person)?,
        group: record(&arguments.group)?,
        kind: arguments.kind.as_deref().map(query::kind).transpose()?,
        origin: arguments.origin.as_deref().map(query::origin).transpose()?,
        from: arguments.from.as_deref().map(moment).transpose()?,
        to: arguments.to.as_deref().map(moment).transpose()?,
        limit: u64::from(arguments.limit),
        before: arguments
            .before
            .as_deref()
            .map(|text| {
                Uuid::parse_str(text).map_err(|_| Error::UnknownTransaction(text.to_owned()))
            })
            .transpose()?,
        ..HistoryQuery::default()
    };
    desk.read(|store, view| {
        let rows = query::history(store.connection(), &query, view)?;
        Ok(json!({"rows": rows}))
    })
}

/// Milliseconds since 1970, UTC.
fn moment(text: &str) -> Result<i64, Failure> {
    DateTime::parse_from_rfc3339(text)
        .map(|moment| moment.timestamp_millis())
        .map_err(|_| Failure::refused("bad_time", &json!({"value": text})))
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CompareArgs {
    /// The day whose knowledge is the first.
    from: String,
    /// The day whose knowledge is the second.
    to: String,
}

pub fn compare(desk: &Desk, arguments: CompareArgs) -> Result<Json, Failure> {
    let (from, to) = (day(&arguments.from)?, day(&arguments.to)?);
    let [from, to] = [Point::Day(from), Point::Day(to)];
    let mut progress = desk.progress("compare");
    desk.read_now(move |store, view| {
        let connection = store.connection();
        let compared = query::compare(connection, &from, &to, Some(TOLD), view, &mut progress)?;
        Ok(json!({
            "total": compared.total,
            "records": compared.fates(),
            "rows": compared.rows,
        }))
    })
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AsKnownArgs {
    /// The day; none for now.
    day: Option<String>,
}

pub fn as_known(desk: &Desk, arguments: AsKnownArgs) -> Result<Json, Failure> {
    let day: Option<NaiveDate> = arguments.day.as_deref().map(day).transpose()?;
    desk.show_known(day)?;
    app_state(desk, Bare {})
}

/// Which value of a change is meant.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// The one before the transaction.
    Before,
    /// The one that the transaction wrote.
    After,
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RestoreFieldArgs {
    txn: String,
    id: String,
    /// The field, as the history names it.
    field: String,
    /// Of a field that holds several, the one that is meant; all that the transaction added or took out without it.
    #[serde(default)]
    #[ts(optional = nullable)]
    link: Option<String>,
    side: Side,
}

pub fn restore_field(desk: &Desk, arguments: RestoreFieldArgs) -> Result<Json, Failure> {
    let record = id(&arguments.id)?;
    let link = arguments.link.as_deref().map(id).transpose()?;
    let side = match arguments.side {
        Side::Before => store::When::Before,
        Side::After => store::When::After,
    };
    desk.write(move |store, _| {
        let RestoreFieldArgs { txn, field, .. } = &arguments;
        let written = store.restore_field(txn, record, (field, link), side, Act::typed())?;
        done(written, |txn| json!({"txn": txn}))
    })
}
