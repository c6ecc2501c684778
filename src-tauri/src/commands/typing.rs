//! What is being typed: read back at once, and kept until it is an edit.

use chrono::{DateTime, SecondsFormat};
use serde::Deserialize;
use serde_json::{Value as Json, json};
use store::{Changed, query};
use ts_rs::TS;

use super::Bare;
use super::lists::id;
use crate::desk::{Desk, Done};
use crate::failure::Failure;

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct VagueArgs {
    text: String,
}

pub fn read_vague(_: &Desk, arguments: VagueArgs) -> Result<Json, Failure> {
    Ok(query::vague(&arguments.text, None))
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DraftArgs {
    kind: String,
    id: String,
    /// The field, with its language where it is not the first one: `title.fr`.
    field: String,
    text: String,
}

pub fn draft_put(desk: &Desk, arguments: DraftArgs) -> Result<Json, Failure> {
    let (of, id) = (query::kind(&arguments.kind)?, id(&arguments.id)?);
    desk.write(move |store, _| {
        store.put_draft(of, id, &arguments.field, &arguments.text)?;
        Ok(unchanged())
    })
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DraftClearArgs {
    id: String,
    field: String,
}

pub fn draft_clear(desk: &Desk, arguments: DraftClearArgs) -> Result<Json, Failure> {
    let id = id(&arguments.id)?;
    desk.write(move |store, _| {
        store.clear_draft(id, &arguments.field)?;
        Ok(unchanged())
    })
}

fn unchanged() -> Done {
    Done {
        answer: json!({}),
        changed: Changed::default(),
    }
}

pub fn drafts(desk: &Desk, _: Bare) -> Result<Json, Failure> {
    desk.read(|store, _| {
        let rows = store.drafts()?;
        let rows: Vec<Json> = rows
            .iter()
            .map(|draft| {
                let at = DateTime::from_timestamp_millis(draft.at).unwrap_or_default();
                json!({
                    "kind": draft.kind.name, "id": draft.id.to_string(), "field": draft.field, "text": draft.text,
                    "at": at.to_rfc3339_opts(SecondsFormat::Secs, true),
                })
            })
            .collect();
        Ok(json!({"rows": rows}))
    })
}
