//! What waits to be settled, and settling it.

use std::collections::HashMap;

use serde::Deserialize;
use serde_json::{Value as Json, json};
use store::query::conflicts::{self, ConflictType};
use store::{Act, Choice};
use ts_rs::TS;

use super::Bare;
use super::edits::done;
use crate::desk::Desk;
use crate::failure::Failure;

pub fn conflicts(desk: &Desk, _: Bare) -> Result<Json, Failure> {
    desk.read(|store, view| {
        let mut rows = conflicts::told(store.connection(), None, view)?;
        let sites = store.sites(view)?;
        let machines: HashMap<&str, &Json> = sites
            .iter()
            .filter_map(|site| Some((site["site"].as_str()?, site)))
            .collect();
        let heads = rows
            .iter_mut()
            .filter_map(|row| row["heads"].as_array_mut())
            .flatten();
        for head in heads {
            let machine = head["site"].as_str().and_then(|site| machines.get(site));
            for (name, of) in [("machine", "label"), ("clock_off_s", "clock_off_s")] {
                head[name] = machine.map_or(Json::Null, |site| site[of].clone());
            }
        }
        Ok(json!({"rows": rows}))
    })
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SettleArgs {
    id: String,
    /// As on the command line: `mine`, `theirs`, `latest`, a number, `keep`, `drop`, `value=TEXT`.
    choice: String,
}

pub fn settle(desk: &Desk, arguments: SettleArgs) -> Result<Json, Failure> {
    let choice = choice(&arguments.choice)?;
    desk.write(move |store, _| {
        let written = store.settle(&arguments.id, &choice, Act::typed())?;
        done(written, |txn| json!({"txn": txn, "settled": 1, "left": 0}))
    })
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct SettleAllArgs {
    choice: String,
    #[serde(rename = "type")]
    ty: Option<String>,
}

pub fn settle_all(desk: &Desk, arguments: SettleAllArgs) -> Result<Json, Failure> {
    let choice = choice(&arguments.choice)?;
    let ty = match arguments.ty {
        None => None,
        Some(code) => Some(
            ConflictType::ALL
                .into_iter()
                .find(|ty| ty.code() == code)
                .ok_or_else(|| Failure::arguments(&code))?,
        ),
    };
    desk.write(move |store, _| {
        let written = store.settle_all(&choice, ty, Act::typed())?;
        let rows = &written.answer;
        let settled = rows.iter().filter(|row| row.why.is_none()).count();
        let left = rows.len() - settled;
        done(
            written,
            |txn| json!({"txn": txn, "settled": settled, "left": left}),
        )
    })
}

fn choice(text: &str) -> Result<Choice, Failure> {
    Choice::read(text).ok_or_else(|| Failure::arguments(text))
}
