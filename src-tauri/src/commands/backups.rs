//! Backups of the store, and going back to one.

use serde::Deserialize;
use serde_json::{Value as Json, json};
use store::{Backup, query};
use ts_rs::TS;

use super::Bare;
use crate::desk::Desk;
use crate::failure::Failure;

/// What a backup is called: its file's name, without where it lies.
fn name(backup: &Backup) -> String {
    let name = backup.file.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

pub fn backups(desk: &Desk, _: Bare) -> Result<Json, Failure> {
    let rows: Vec<Json> = desk
        .backups()?
        .iter()
        .map(|backup| {
            json!({
                "name": name(backup), "time": query::moment(backup.time), "reason": backup.reason.code(),
                "bytes": backup.bytes, "changes": backup.holds.as_ref().map(|holds| holds.changes),
            })
        })
        .collect();
    Ok(json!({"rows": rows}))
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RecoverArgs {
    /// What the backup is called in the list of them.
    name: String,
}

pub fn recover(desk: &Desk, arguments: RecoverArgs) -> Result<Json, Failure> {
    let backups = desk.backups()?;
    let backup = backups
        .iter()
        .find(|backup| name(backup) == arguments.name)
        .ok_or_else(|| Failure::refused("no_such_backup", &json!({})))?;
    let recovered = desk.recover(&backup.file)?;
    let kept = recovered
        .kept
        .as_deref()
        .and_then(std::path::Path::file_name);
    Ok(json!({
        "changes": recovered.holds.changes,
        "kept": kept.map(|kept| kept.to_string_lossy()),
    }))
}
