//! The plan: held against its rules, asked about in rounds, what is mine of it, carried forward.

use messages::{Locale, Messages};
use serde::Deserialize;
use serde_json::{Value as Json, json};
use store::query;
use store::{Act, Error};
use ts_rs::TS;
use uuid::Uuid;

use super::Bare;
use super::edits::done;
use super::lists::id;
use crate::desk::Desk;
use crate::failure::Failure;

pub fn checks(desk: &Desk, _: Bare) -> Result<Json, Failure> {
    let today = desk.today();
    desk.read(|store, view| {
        let rows = query::checks(store.connection(), None, today, view)?;
        Ok(json!({"rows": rows}))
    })
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RoundArgs {
    id: String,
}

pub fn round(desk: &Desk, arguments: RoundArgs) -> Result<Json, Failure> {
    let round = id(&arguments.id)?;
    desk.read(|store, view| Ok(query::round(store.connection(), round, view)?))
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RoundReminderArgs {
    id: String,
    /// The language to write in.
    language: String,
}

pub fn round_reminder(desk: &Desk, arguments: RoundReminderArgs) -> Result<Json, Failure> {
    let round = id(&arguments.id)?;
    let locale = Locale::from_code(&arguments.language)
        .ok_or_else(|| Failure::refused("bad_language", &json!({"value": arguments.language})))?;
    desk.read(|store, view| {
        let view = query::View {
            lang: domain::Language::from_code(locale.code()).unwrap_or(view.lang),
            private: false,
        };
        let round = query::round(store.connection(), round, &view)?;
        Ok(json!({"text": messages::reminder(&Messages::new(locale), &round)}))
    })
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FrozenArgs {
    id: String,
}

pub fn frozen(desk: &Desk, arguments: FrozenArgs) -> Result<Json, Failure> {
    let key = format!("id:{}", arguments.id);
    desk.read(|store, view| {
        let connection = store.connection();
        let kinds = domain::kinds::KINDS.iter().collect::<Vec<_>>();
        let (rid, ..) = query::resolve(connection, &kinds, &key)?;
        Ok(json!({"frozen": query::frozen(connection, rid, view)?}))
    })
}

pub fn my_work(desk: &Desk, _: Bare) -> Result<Json, Failure> {
    let today = desk.today();
    desk.read(|store, view| {
        let person = store.person()?.unwrap_or(Uuid::nil());
        Ok(query::work(store.connection(), person, today, view)?)
    })
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct CarryForwardArgs {
    from: String,
    to: String,
    /// The activities to carry; all that are neither completed nor cancelled where none are named.
    activities: Option<Vec<String>>,
}

pub fn carry_forward(desk: &Desk, arguments: CarryForwardArgs) -> Result<Json, Failure> {
    let (from, to) = (id(&arguments.from)?, id(&arguments.to)?);
    let chosen = arguments
        .activities
        .map(|ids| {
            ids.iter()
                .map(|text| id(text))
                .collect::<Result<Vec<_>, _>>()
        })
        .transpose()?;
    desk.write(move |store, view| {
        let written = store.carry_forward(from, to, chosen.as_deref(), Act::typed())?;
        let connection = store.connection();
        let rows = written
            .answer
            .iter()
            .map(|one| {
                Ok(json!({
                    "from": query::reference_of(connection, one.from, view)?,
                    "to": query::reference_of(connection, one.to, view)?,
                    "known": one.known,
                    "left_out": one.left_out,
                }))
            })
            .collect::<Result<Vec<_>, Error>>()?;
        done(written, |txn| json!({"txn": txn, "rows": rows}))
    })
}
