//! Backups of the store, and going back to one.

use std::path::Path;
use std::time::{Duration, Instant};

use chrono::{DateTime, SecondsFormat};
use serde_json::{Value as Json, json};
use store::{Access, Backup, Error, Holds, Reason, SystemWorld};

use super::{Command, Outcome};
use crate::answer::Answer;
use crate::print;

impl Command<'_> {
    /// Makes a backup: in the folder beside the store, or under the name given.
    pub(super) fn backup(&self) -> Outcome {
        let mut store = self.open(Access::Write)?;
        let mut progress = self.progress("progress-backup");
        let made = match self.arguments.words.first() {
            Some(file) => store.backup_to(Path::new(file), &mut progress)?,
            None => store.backup(Reason::Asked, &mut progress)?,
        };
        let changes = made.holds.as_ref().map(|holds| holds.changes);
        let text = self.messages.text(
            "done-backup",
            &json!({"file": made.file.display().to_string(), "changes": changes}),
        );
        let mut json = row(&made);
        json["rows"] = json!([]);
        Ok(Answer::new(json, text))
    }

    /// Lists the backups, also of a store that is not there any more.
    pub(super) fn backups(&self) -> Outcome {
        let file = &self.arguments.store;
        let backups = store::backups(file)?;
        if backups.is_empty() && !file.exists() {
            return Err(Error::Missing(file.clone()).into());
        }
        let rows: Vec<Json> = backups.iter().map(row).collect();
        let text = match backups.first().and_then(|backup| backup.file.parent()) {
            Some(folder) => format!(
                "{}\n{}",
                self.messages.text(
                    "backups-folder",
                    &json!({"folder": folder.display().to_string()})
                ),
                self.backups_table(&backups)
            ),
            None => self
                .messages
                .text("backups-none", &json!({"file": file.display().to_string()})),
        };
        Ok(Answer::new(json!({"rows": rows}), text))
    }

    fn backups_table(&self, backups: &[Backup]) -> String {
        let heads = [
            "head-time",
            "head-reason",
            "head-size",
            "head-changes",
            "head-file",
        ]
        .map(|id| self.messages.plain(id));
        let lines: Vec<Vec<String>> = backups
            .iter()
            .map(|backup| {
                let name = backup.file.file_name().unwrap_or_default();
                vec![
                    time(backup),
                    self.messages.code("backup_reason", backup.reason.code()),
                    self.messages.text(
                        "value-kilobytes",
                        &json!({"count": backup.bytes.div_ceil(1_000)}),
                    ),
                    match &backup.holds {
                        Some(holds) => holds.changes.to_string(),
                        None => self.messages.plain("backups-unreadable"),
                    },
                    name.display().to_string(),
                ]
            })
            .collect();
        print::table(&heads, &lines)
    }

    /// Puts a backup in the place of the store.
    pub(super) fn recover(&self) -> Outcome {
        let (file, from) = (&self.arguments.store, &self.arguments.words[0]);
        let mut progress = self.progress("progress-recover");
        let recovered = store::recover(file, Path::new(from), &mut SystemWorld, &mut progress)?;
        let kept = recovered.kept.map(|kept| kept.display().to_string());
        let shown = file.display().to_string();
        let mut lines = vec![self.messages.text(
            "done-recover",
            &json!({"file": shown, "from": from, "changes": recovered.holds.changes}),
        )];
        if let Some(kept) = &kept {
            lines.push(
                self.messages
                    .text("done-recover-kept", &json!({"kept": kept})),
            );
        }
        Ok(Answer::new(
            json!({
                "file": shown,
                "from": from,
                "kept": kept,
                "bytes": recovered.bytes,
                "digest": digest(&recovered.holds),
                "changes": recovered.holds.changes,
                "rows": [],
            }),
            lines.join("\n"),
        ))
    }

    /// Says once a second how far it is. Whoever does not want it any more ends the program.
    pub(super) fn progress(&self, message: &'static str) -> impl FnMut(u64, u64) -> bool {
        let mut last = Instant::now();
        move |done, total| {
            if last.elapsed() >= Duration::from_secs(1) {
                last = Instant::now();
                let params = json!({"done": done, "total": total});
                eprintln!("{}", self.messages.text(message, &params));
            }
            true
        }
    }
}

fn row(backup: &Backup) -> Json {
    json!({
        "file": backup.file.display().to_string(),
        "time": time(backup),
        "reason": backup.reason.code(),
        "bytes": backup.bytes,
        "digest": backup.holds.as_ref().map(digest),
        "changes": backup.holds.as_ref().map(|holds| holds.changes),
    })
}

fn time(backup: &Backup) -> String {
    DateTime::from_timestamp_millis(backup.time)
        .unwrap_or_default()
        .to_rfc3339_opts(SecondsFormat::Secs, true)
}

fn digest(holds: &Holds) -> String {
    holds
        .digest
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}
