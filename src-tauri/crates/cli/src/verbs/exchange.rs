//! The commands by which laptops exchange what they wrote, and by which what they disagree on is settled.

use std::path::{Path, PathBuf};

use merge::{PackError, Report};
use serde_json::{Value as Json, json};
use store::query::conflicts::{self, ConflictType};
use store::{Access, Choice, Lacking, Mode};
use uuid::Uuid;

use super::{Command, Outcome, read_text};
use crate::answer::Answer;
use crate::failure::Failure;
use crate::print;

impl Command<'_> {
    /// The passphrase in the file that is named: its first line.
    fn passphrase(&self) -> Result<Option<String>, Failure> {
        let Some(file) = self.arguments.option("passphrase-file") else {
            return Ok(None);
        };
        let text = read_text(Path::new(file), "--passphrase-file")?;
        let line = text.lines().next().unwrap_or_default().to_owned();
        Ok(Some(line))
    }

    pub(super) fn pack(&self) -> Outcome {
        let file = PathBuf::from(&self.arguments.words[0]);
        let lacking = match self.arguments.option("for") {
            Some(_) if self.arguments.has("all") => {
                return Err(Failure::usage(
                    "excluded_options",
                    json!({"one": "--all", "other": "--for"}),
                ));
            }
            Some(site) => Lacking::Site(self.site(site)?),
            None => Lacking::Nothing,
        };
        let passphrase = self.passphrase()?;
        let mut store = self.open(Access::Write)?;
        let written = merge::pack_to(
            &mut store,
            &file,
            lacking,
            self.arguments.has("private"),
            passphrase.as_deref(),
        )?;
        let text = self.messages.text(
            "done-pack",
            &json!({"file": file.display().to_string(), "changes": written.json["changes"]}),
        );
        Ok(Answer::new(written.json, text))
    }

    /// A site by its id.
    fn site(&self, given: &str) -> Result<Uuid, Failure> {
        Uuid::parse_str(given).map_err(|_| Failure::usage("bad_site", json!({"value": given})))
    }

    pub(super) fn merge(&self) -> Outcome {
        let given: Vec<PathBuf> = self.arguments.words.iter().map(PathBuf::from).collect();
        let files = merge::files(&given)?;
        let passphrase = self.passphrase()?;
        let mode = if self.arguments.has("dry-run") {
            Mode::Preview
        } else {
            Mode::Keep
        };
        let mut store = self.open(Access::Write)?;
        let mut progress = self.progress("progress-backup");
        let report = merge::merge(
            &mut store,
            &files,
            passphrase.as_deref(),
            mode,
            &mut progress,
        )?;
        let json = report.json();
        let id = match mode {
            Mode::Keep => "done-merge",
            Mode::Preview => "done-merge-preview",
        };
        let text = format!("{}\n{}", self.messages.text(id, &json), self.merged(&json));
        Ok(Answer {
            exit: report.exit(),
            remarks: self.refusals(&report),
            ..Answer::new(json, text)
        })
    }

    pub(super) fn sync(&self) -> Outcome {
        let folder = PathBuf::from(&self.arguments.words[0]);
        let passphrase = self.passphrase()?;
        let mut store = self.open(Access::Write)?;
        let synced = merge::folder::sync(
            &mut store,
            &folder,
            passphrase.as_deref(),
            &mut self.progress("progress-backup"),
        )?;
        let mut json = synced.report.json();
        json["left"] = synced.left.into();
        let text = format!(
            "{}\n{}",
            self.messages.text("done-sync", &json),
            self.merged(&json)
        );
        Ok(Answer {
            exit: synced.report.exit(),
            remarks: self.refusals(&synced.report),
            ..Answer::new(json, text)
        })
    }

    /// What is wrong with the files that were not taken, one line each.
    fn refusals(&self, report: &Report) -> Vec<String> {
        let mut told = report.merged.files.iter();
        let mut lines = Vec::new();
        for taken in &report.taken {
            let file = taken.file.display().to_string();
            let failure = match &taken.error {
                Some(error) => Some(of_pack(error, &file)),
                None => match told.next().map(|told| told.outcome) {
                    Some(store::Outcome::Refused(code)) => {
                        Some(Failure::refused(code, json!({"file": file, "detail": ""})))
                    }
                    _ => None,
                },
            };
            lines.extend(
                failure.map(|failure| failure.print(&self.messages, self.arguments.has("json"))),
            );
        }
        lines
    }

    /// The files of a merge as a table.
    fn merged(&self, json: &Json) -> String {
        let heads = ["head-file", "head-result", "head-changes", "head-waits-for"]
            .map(|id| self.messages.plain(id));
        let rows: Vec<Vec<String>> = json["rows"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|row| {
                let result = row["result"].as_str().unwrap_or_default();
                let waits: Vec<String> = row["waiting_for"]
                    .as_array()
                    .into_iter()
                    .flatten()
                    .map(|missing| {
                        let site = missing["site"].as_str().unwrap_or_default();
                        missing["person"].as_str().unwrap_or(site).to_owned()
                    })
                    .collect();
                vec![
                    row["file"].as_str().unwrap_or_default().to_owned(),
                    self.messages.plain(&format!("result-{result}")),
                    row["new_changes"].to_string(),
                    waits.join(", "),
                ]
            })
            .collect();
        if rows.is_empty() {
            String::new()
        } else {
            print::table(&heads, &rows)
        }
    }

    pub(super) fn conflicts(&self) -> Outcome {
        let ty = self.conflict_type()?;
        let store = self.open(Access::Read)?;
        let rows = conflicts::told(store.connection(), ty, &self.view())
            .map_err(|error| error.at(store.file()))?;
        let text = if rows.is_empty() {
            self.messages.plain("conflicts-none")
        } else {
            let mut lines = Vec::new();
            for row in &rows {
                let text = |json: &Json| match json {
                    Json::String(text) => text.clone(),
                    Json::Null => self.messages.plain("value-unknown"),
                    Json::Object(object) if object.contains_key("label") => {
                        object["label"].as_str().unwrap_or_default().to_owned()
                    }
                    other => other.to_string(),
                };
                let ty = row["type"].as_str().unwrap_or_default();
                lines.push(format!(
                    "{}  {}: {} {}",
                    text(&row["id"]),
                    self.messages
                        .plain(&format!("conflict-{}", ty.replace('_', "-"))),
                    text(&row["record"]["label"]),
                    text(&row["field"]),
                ));
                for head in row["heads"].as_array().into_iter().flatten() {
                    let mark = if head["n"] == row["shown"] { "*" } else { " " };
                    lines.push(format!(
                        "  {mark}{} {}  ({}, {})",
                        head["n"],
                        text(&head["value"]),
                        text(&head["person"]["label"]),
                        text(&head["time"]),
                    ));
                }
            }
            lines.join("\n")
        };
        Ok(Answer::new(json!({"rows": rows}), text))
    }

    fn conflict_type(&self) -> Result<Option<ConflictType>, Failure> {
        let Some(given) = self.arguments.option("type") else {
            return Ok(None);
        };
        let code = given.replace('-', "_").to_lowercase();
        ConflictType::ALL
            .into_iter()
            .find(|ty| ty.code() == code)
            .map(Some)
            .ok_or_else(|| {
                let codes = ConflictType::ALL.map(|ty| ty.code().to_owned());
                Failure::usage("unknown_conflict_type", json!({"value": given}))
                    .with_candidates(codes.to_vec())
            })
    }

    pub(super) fn settle(&self) -> Outcome {
        let words = &self.arguments.words;
        let all = self.arguments.has("all");
        let missing = |name: &str| {
            let usage = self.messages.plain("verb-settle-usage");
            Failure::usage(
                "missing_argument",
                json!({"verb": "settle", "name": name, "usage": usage}),
            )
        };
        let (id, choice) = match (all, words.as_slice()) {
            (true, [choice]) => (None, choice),
            (false, [id, choice]) => (Some(id), choice),
            (true, _) => return Err(missing("mine|theirs|latest")),
            (false, []) => return Err(missing("ID")),
            (false, _) => return Err(missing("CHOICE")),
        };
        let read = Choice::read(choice)
            .filter(|choice| {
                id.is_some() || matches!(choice, Choice::Mine | Choice::Theirs | Choice::Latest)
            })
            .ok_or_else(|| Failure::usage("unknown_choice", json!({"value": choice})))?;
        let ty = self.conflict_type()?;
        let mut store = self.open(Access::Write)?;
        let act = self.act(&store)?;
        let view = self.view();
        let Some(id) = id else {
            let written = store.settle_all(&read, ty, act)?;
            let rows: Vec<Json> = written
                .answer
                .iter()
                .map(|settled| {
                    json!({"id": settled.conflict.id.to_string(), "type": settled.conflict.ty.code(),
                        "record": settled.conflict.record.to_string(), "settled": settled.why.is_none(), "why": settled.why})
                })
                .collect();
            let done = rows.iter().filter(|row| row["settled"] == true).count();
            let text = self.messages.text(
                "done-settle-all",
                &json!({"count": done, "left": rows.len() - done}),
            );
            return Ok(Answer::new(
                json!({"txn": written.txn.map(|id| id.to_string()), "settled": done, "left": rows.len() - done, "rows": rows}),
                text,
            ));
        };
        let written = store.settle(id, &read, act)?;
        let asked = || -> store::Result<(Json, Vec<Json>)> {
            let record =
                store::query::reference_of(store.connection(), written.answer.record, &view)?;
            let rows = match written.txn {
                Some(txn) => store::query::changes_of(store.connection(), txn, None, &view)?,
                None => Vec::new(),
            };
            Ok((record, rows))
        };
        let (record, rows) = asked().map_err(|error| error.at(store.file()))?;
        let text = self
            .messages
            .text("done-settle", &json!({"label": record["label"]}));
        Ok(Answer::new(
            json!({"txn": written.txn.map(|id| id.to_string()), "record": record, "rows": rows}),
            text,
        ))
    }

    pub(super) fn sites(&self) -> Outcome {
        let store = self.open(Access::Read)?;
        let rows = store.sites(&self.view())?;
        let heads = [
            "head-site",
            "head-person",
            "head-label",
            "head-changes",
            "head-time",
        ]
        .map(|id| self.messages.plain(id));
        let cells: Vec<Vec<String>> = rows
            .iter()
            .map(|row| {
                let text = |json: &Json| json.as_str().unwrap_or_default().to_owned();
                vec![
                    text(&row["site"]).chars().take(8).collect(),
                    text(&row["person"]["label"]),
                    text(&row["label"]),
                    row["last"].to_string(),
                    text(&row["last_time"]),
                ]
            })
            .collect();
        let text = print::table(&heads, &cells);
        Ok(Answer::new(json!({"rows": rows}), text))
    }

    pub(super) fn waiting(&self) -> Outcome {
        let store = self.open(Access::Read)?;
        let waits = store.waiting()?;
        let rows: Vec<Json> = waits
            .iter()
            .map(|waiting| {
                json!({"site": waiting.missing.site.to_string(), "person": waiting.missing.person,
                    "after": waiting.missing.after, "segments": waiting.segments, "dismissed": waiting.dismissed})
            })
            .collect();
        let text = if rows.is_empty() {
            self.messages.plain("waiting-none")
        } else {
            let lines: Vec<String> = waits
                .iter()
                .map(|waiting| {
                    let site = waiting.missing.site.to_string();
                    let person = waiting.missing.person.as_deref().unwrap_or("none");
                    self.messages.text(
                        "waiting-for",
                        &json!({"site": site, "person": person, "count": waiting.segments}),
                    )
                })
                .collect();
            lines.join("\n")
        };
        Ok(Answer::new(json!({"rows": rows}), text))
    }

    pub(super) fn dismiss(&self) -> Outcome {
        let site = self.site(&self.arguments.words[0])?;
        let mut store = self.open(Access::Write)?;
        store.dismiss(site)?;
        let text = self
            .messages
            .text("done-dismiss", &json!({"site": site.to_string()}));
        Ok(Answer::new(
            json!({"site": site.to_string(), "rows": []}),
            text,
        ))
    }

    pub(super) fn set_back(&self) -> Outcome {
        let mut store = self.open(Access::Write)?;
        let done = store.set_back()?;
        let text = self.messages.text(
            "done-set-back",
            &json!({"source": done.source, "changes": done.changes}),
        );
        Ok(Answer::new(
            json!({"source": done.source, "changes": done.changes, "rows": []}),
            text,
        ))
    }
}

fn of_pack(error: &PackError, file: &str) -> Failure {
    let params = json!({"file": file, "detail": error.to_string()});
    match error {
        PackError::Io { .. } => Failure::failed(error.code(), params),
        _ => Failure::refused(error.code(), params),
    }
}

impl From<PackError> for Failure {
    fn from(error: PackError) -> Failure {
        let file = match &error {
            PackError::Io { file, .. } => file.display().to_string(),
            _ => String::new(),
        };
        match &error {
            // What cannot be written is told as a store that cannot is.
            PackError::Io { source, .. } if source.kind() == std::io::ErrorKind::StorageFull => {
                Failure::failed("disk_full", json!({"file": file}))
            }
            other => of_pack(other, &file),
        }
    }
}

impl From<merge::Failure> for Failure {
    fn from(failure: merge::Failure) -> Failure {
        match failure {
            merge::Failure::Store(error) => error.into(),
            merge::Failure::Pack(error) => error.into(),
        }
    }
}
