//! Records that may be one: found, joined, told apart, taken apart again.

use std::collections::BTreeSet;

use domain::Kind;
use serde::Deserialize;
use serde_json::{Value as Json, json};
use store::{Act, Pick, Store, query};
use ts_rs::TS;
use uuid::Uuid;

use super::Bare;
use super::lists::id;
use crate::desk::{Desk, Done};
use crate::failure::Failure;

/// The setting that holds the pairs of which somebody said here that they are two: a pair a line.
const APART: &str = "apart";

/// The pairs of which somebody said that they are two, each with the smaller id first.
fn apart(store: &Store) -> store::Result<BTreeSet<String>> {
    let text = store.setting(APART)?.unwrap_or_default();
    Ok(text.lines().map(str::to_owned).collect())
}

fn pair(a: &str, b: &str) -> String {
    let (first, second) = if a < b { (a, b) } else { (b, a) };
    format!("{first} {second}")
}

pub fn duplicates(desk: &Desk, _: Bare) -> Result<Json, Failure> {
    desk.read(|store, view| {
        let kinds: Vec<&'static Kind> = store::joinable().collect();
        let apart = apart(store)?;
        let mut rows = query::duplicates(store.connection(), &kinds, view)?;
        let told = |row: &Json, side: &str| row[side]["id"].as_str().unwrap_or_default().to_owned();
        rows.retain(|row| !apart.contains(&pair(&told(row, "a"), &told(row, "b"))));
        Ok(json!({"rows": rows}))
    })
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NotSameArgs {
    a: String,
    b: String,
}

pub fn not_same(desk: &Desk, arguments: NotSameArgs) -> Result<Json, Failure> {
    let pair = pair(
        &id(&arguments.a)?.to_string(),
        &id(&arguments.b)?.to_string(),
    );
    desk.write(move |store, _| {
        let mut known = apart(store)?;
        known.insert(pair);
        let lines: Vec<String> = known.into_iter().collect();
        store.set_setting(APART, Some(&lines.join("\n")))?;
        Ok(Done {
            answer: json!({}),
            changed: Default::default(),
        })
    })
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct JoinArgs {
    kind: String,
    a: String,
    b: String,
    /// What fields are to hold, as on the command line: `FIELD=a`, `FIELD=b`.
    picks: Vec<String>,
}

pub fn join(desk: &Desk, arguments: JoinArgs) -> Result<Json, Failure> {
    let of = query::kind(&arguments.kind)?;
    let two: (Uuid, Uuid) = (id(&arguments.a)?, id(&arguments.b)?);
    let picks = arguments
        .picks
        .iter()
        .map(|text| Pick::read(text).map_err(|error| Failure::from(store::Error::from(error))))
        .collect::<Result<Vec<_>, _>>()?;
    desk.write(move |store, view| {
        let written = store.join(of, two, &picks, Act::typed())?;
        let record = query::reference_of(store.connection(), written.answer, view)?;
        Ok(Done {
            answer: json!({"txn": written.txn.map(|txn| txn.to_string()), "record": record}),
            changed: written.changed,
        })
    })
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct UnjoinArgs {
    /// The one of the joined records that is taken out.
    id: String,
}

pub fn unjoin(desk: &Desk, arguments: UnjoinArgs) -> Result<Json, Failure> {
    let part: Uuid = id(&arguments.id)?;
    desk.write(move |store, view| {
        let written = store.unjoin(part, Act::typed())?;
        let record = query::reference_of(store.connection(), part, view)?;
        Ok(Done {
            answer: json!({"txn": written.txn.map(|txn| txn.to_string()), "record": record}),
            changed: written.changed,
        })
    })
}
