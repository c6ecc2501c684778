//! Records that may be one: found, joined, told apart, taken apart again.

use domain::{Kind, input};
use serde::Deserialize;
use serde_json::{Value as Json, json};
use store::{Act, Pick, Seen, query};
use ts_rs::TS;
use uuid::Uuid;

use super::Bare;
use super::edits::done;
use super::lists::id;
use crate::desk::{Desk, Done};
use crate::failure::Failure;

pub fn duplicates(desk: &Desk, _: Bare) -> Result<Json, Failure> {
    desk.read(|store, view| {
        let kinds: Vec<&'static Kind> = store::joinable().collect();
        let rows = query::duplicates(store.connection(), &kinds, view)?;
        Ok(json!({"rows": rows}))
    })
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NotSameArgs {
    kind: String,
    a: String,
    b: String,
}

pub fn not_same(desk: &Desk, arguments: NotSameArgs) -> Result<Json, Failure> {
    let of = query::kind(&arguments.kind)?;
    let (a, b): (Uuid, Uuid) = (id(&arguments.a)?, id(&arguments.b)?);
    let apart = input::assignment(&format!("distinct_from+=id:{b}")).map_err(store::Error::from)?;
    desk.write(move |store, _| {
        let written = store.write(Act::typed(), |door| door.set(of, a, &[apart], &Seen::new()))?;
        done(written, |txn| json!({"txn": txn}))
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
