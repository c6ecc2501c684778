//! Erasing a person's contact details.

use serde::Deserialize;
use serde_json::{Value as Json, json};
use store::{Act, search};
use ts_rs::TS;
use uuid::Uuid;

use super::edits::done;
use super::lists::id;
use crate::desk::Desk;
use crate::failure::Failure;

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PersonArgs {
    id: String,
}

pub fn mentions(desk: &Desk, arguments: PersonArgs) -> Result<Json, Failure> {
    let person: Uuid = id(&arguments.id)?;
    desk.read(|store, view| {
        let rows = search::mentions(store.connection(), person, view)?;
        Ok(json!({"rows": rows}))
    })
}

pub fn erase(desk: &Desk, arguments: PersonArgs) -> Result<Json, Failure> {
    let person: Uuid = id(&arguments.id)?;
    desk.write(move |store, _| {
        let written = store.erase(person, Act::typed())?;
        let left = written
            .answer
            .left
            .iter()
            .filter_map(|file| file.file_name());
        let left: Vec<String> = left
            .map(|name| name.to_string_lossy().into_owned())
            .collect();
        done(written, |txn| json!({"txn": txn, "left": left}))
    })
}
