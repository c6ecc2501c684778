//! The plan: held against its rules, asked about in rounds, carried forward.

use chrono::Utc;
use domain::input::{self, Assignment};
use messages::reminder;
use serde_json::{Value as Json, json};
use store::query;
use store::{Access, Act, Seen, Store};
use uuid::Uuid;

use super::{Command, Outcome};
use crate::answer::Answer;
use crate::failure::Failure;
use crate::print;

impl Command<'_> {
    /// Holds the plan against its rules.
    pub(super) fn check(&self) -> Outcome {
        let only = self
            .arguments
            .option("kind")
            .map(|word| self.kind(word))
            .transpose()?;
        let store = self.open(Access::Read)?;
        let today = Utc::now().date_naive();
        let mut rows = query::checks(store.connection(), only, today, &self.view())
            .map_err(|error| error.at(store.file()))?;
        for row in &mut rows {
            let code = row["rule"].as_str().unwrap_or_default().replace('_', "-");
            let message = self
                .messages
                .text(&format!("check-{code}"), &query::check_params(row));
            row["message"] = message.into();
        }
        let text = if rows.is_empty() {
            self.messages.plain("checks-none")
        } else {
            let heads = [
                "head-severity",
                "head-record",
                "head-found",
                "head-dismissed",
            ]
            .map(|id| self.messages.plain(id));
            let lines: Vec<Vec<String>> = rows
                .iter()
                .map(|row| {
                    let text = |json: &Json| json.as_str().unwrap_or_default().to_owned();
                    vec![
                        self.messages
                            .plain(&format!("severity-{}", text(&row["severity"]))),
                        text(&row["record"]["label"]),
                        text(&row["message"]),
                        text(&row["dismissed"]["reason"]),
                    ]
                })
                .collect();
            print::table(&heads, &lines)
        };
        Ok(Answer::new(json!({"rows": rows}), text))
    }

    /// Opens or closes a round, or tells where one stands.
    pub(super) fn round(&self) -> Outcome {
        let words = &self.arguments.words;
        let needed = |name: &str| {
            let usage = self.messages.plain("verb-round-usage");
            Failure::usage(
                "missing_argument",
                json!({"verb": "round", "name": name, "usage": usage}),
            )
        };
        match (words[0].as_str(), words.get(1)) {
            ("open", Some(workplan)) => self.open_round(workplan, &words[2..]),
            ("open", None) => Err(needed("WORKPLAN")),
            ("close", Some(round)) if words.len() == 2 => self.close_round(round),
            ("close", None) => Err(needed("ROUND")),
            ("status", round) if words.len() < 3 => self.round_status(round.map(String::as_str)),
            ("close" | "status", _) => {
                let usage = self.messages.plain("verb-round-usage");
                let params = json!({"verb": "round", "value": words[2], "usage": usage});
                Err(Failure::usage("extra_argument", params))
            }
            (word, _) => {
                let refusal = Failure::usage("unknown_verb", json!({"value": word}));
                let names = ["open", "close", "status"].map(str::to_owned);
                Err(refusal.with_candidates(names.into()))
            }
        }
    }

    fn open_round(&self, workplan: &str, words: &[String]) -> Outcome {
        let kind = self.kind("status_round")?;
        let mut set = self.assignments(words)?;
        let mut store = self.open(Access::Write)?;
        let plan = self.key(&store, self.kind("workplan")?, workplan)?;
        let about = query::record(store.connection(), plan, &self.view())
            .map_err(|error| error.at(store.file()))?;
        if about["state"] == "closed" {
            let params = json!({"record": about["label"]});
            return Err(Failure::refused("closed_workplan", params));
        }
        let given = |name: &str| set.iter().find(|one| one.field == name).cloned();
        let today = Utc::now().date_naive().to_string();
        let opens = given("opens").map_or(today, |one| one.value);
        if let Some(closes) = given("closes")
            && let (Some(first), Some(last)) = (input::date(&opens), input::date(&closes.value))
            && last < first
        {
            let params = json!({"value": closes.value, "field": "closes", "date": first});
            return Err(Failure::refused("round_turned", params));
        }
        let title = self.messages.text(
            "round-title",
            &json!({"workplan": about["label"], "date": opens}),
        );
        let lang = self.arguments.locale.code().to_owned();
        let own = [
            (
                "title",
                Assignment {
                    part: Some(lang),
                    ..Assignment::set("title", &title)
                },
            ),
            ("opens", Assignment::set("opens", &opens)),
            ("state", Assignment::set("state", "open")),
        ];
        let own: Vec<Assignment> = own
            .into_iter()
            .filter(|(name, _)| given(name).is_none())
            .map(|(_, one)| one)
            .collect();
        set.extend(own);
        set.push(Assignment::set("workplan", &format!("id:{plan}")));
        let act = self.act(&store)?;
        let written = store.write(act, |door| door.add(kind, &set))?;
        let id = written.answer;
        self.written(&store, kind, id, &written, |label, _| {
            self.messages
                .text("done-round-open", &json!({"label": label}))
        })
    }

    fn close_round(&self, key: &str) -> Outcome {
        let kind = self.kind("status_round")?;
        let mut store = self.open(Access::Write)?;
        let id = self.key(&store, kind, key)?;
        let act = self.act(&store)?;
        let set = [Assignment::set("state", "closed")];
        let written = store.write(act, |door| door.set(kind, id, &set, &Seen::new()))?;
        self.written(&store, kind, id, &written, |label, _| {
            self.messages
                .text("done-round-close", &json!({"label": label}))
        })
    }

    fn round_status(&self, key: Option<&str>) -> Outcome {
        let store = self.open(Access::Read)?;
        let view = self.view();
        let id = match key {
            Some(key) => self.key(&store, self.kind("status_round")?, key)?,
            None => query::open_round(store.connection(), &view)
                .map_err(|error| error.at(store.file()))?,
        };
        let mut round =
            query::round(store.connection(), id, &view).map_err(|error| error.at(store.file()))?;
        let reminder = reminder(&self.messages, &round);
        round["reminder"] = reminder.clone().map_or(Json::Null, Json::from);
        let mut text = vec![self.messages.text(
            if round["frozen_at"].is_null() {
                "round-stands"
            } else {
                "round-stood"
            },
            &json!({
                "label": round["round"]["label"], "answered": round["answered"], "due": round["due"],
                "date": round["frozen_at"],
            }),
        )];
        let heads = ["head-activity", "head-asked", "head-answer", "head-late"]
            .map(|id| self.messages.plain(id));
        let rows = round["rows"].as_array().cloned().unwrap_or_default();
        let lines: Vec<Vec<String>> = rows.iter().map(|row| self.round_line(row)).collect();
        if !lines.is_empty() {
            text.push(print::table(&heads, &lines));
        }
        text.extend(reminder);
        Ok(Answer::new(round, text.join("\n")))
    }

    fn round_line(&self, row: &Json) -> Vec<String> {
        let labels = |json: &Json| {
            let labels = json.as_array().into_iter().flatten();
            let labels: Vec<&str> = labels.filter_map(|one| one["label"].as_str()).collect();
            labels.join(", ")
        };
        let said = |json: &Json| {
            let answers = json.as_array().into_iter().flatten();
            let parts: Vec<String> = answers
                .map(|answer| {
                    let status = answer["status"].as_str();
                    let status = status.map(|code| self.messages.code("status", code));
                    let note = answer["progress_note_text"].as_str().map(str::to_owned);
                    let parts: Vec<String> = status.into_iter().chain(note).collect();
                    parts.join(": ")
                })
                .collect();
            parts.join("; ")
        };
        vec![
            row["activity"]["label"]
                .as_str()
                .unwrap_or_default()
                .to_owned(),
            labels(&row["asked"]),
            said(&row["answers"]),
            said(&row["late"]),
        ]
    }

    /// Says what a closed record reads for ever.
    pub(super) fn frozen_text(&self, frozen: Option<&Json>) -> String {
        let Some(frozen) = frozen else {
            return String::new();
        };
        let parts = frozen["rows"].as_array().into_iter().flatten();
        let lines: Vec<String> = parts
            .map(|part| {
                let kind = self
                    .messages
                    .kind(part["table"].as_str().unwrap_or_default());
                format!("    {kind}: {}", part["label"].as_str().unwrap_or("–"))
            })
            .collect();
        let head = self
            .messages
            .text("section-frozen", &json!({"date": frozen["at"]}));
        format!("\n{head}\n{}\n", lines.join("\n"))
    }

    /// Carries activities forward into the next workplan.
    pub(super) fn carry_forward(&self) -> Outcome {
        let words = &self.arguments.words;
        let workplan = self.kind("workplan")?;
        let mut store = self.open(Access::Write)?;
        let (from, to) = (
            self.key(&store, workplan, &words[0])?,
            self.key(&store, workplan, &words[1])?,
        );
        let activity = self.kind("activity")?;
        let chosen: Vec<Uuid> = words[2..]
            .iter()
            .map(|key| self.key(&store, activity, key))
            .collect::<Result<_, _>>()?;
        let chosen = (!chosen.is_empty()).then_some(chosen);
        let act: Act = self.act(&store)?;
        let written = store.carry_forward(from, to, chosen.as_deref(), act)?;
        let rows = carried(&store, &written.answer, &self.view())
            .map_err(|error| error.at(store.file()))?;
        let count = |known: bool| rows.iter().filter(|row| row["known"] == known).count();
        let mut text = vec![self.messages.text(
            "done-carry-forward",
            &json!({"count": count(false), "known": count(true)}),
        )];
        let lines: Vec<Vec<String>> = rows
            .iter()
            .filter(|row| {
                row["left_out"]
                    .as_array()
                    .is_some_and(|left| !left.is_empty())
            })
            .map(|row| {
                let left = row["left_out"].as_array().into_iter().flatten();
                let names: Vec<String> = left
                    .filter_map(Json::as_str)
                    .map(|name| self.messages.field("activity", name))
                    .collect();
                let label = row["from"]["label"].as_str().unwrap_or_default();
                vec![label.to_owned(), names.join(", ")]
            })
            .collect();
        if !lines.is_empty() {
            let heads = ["head-activity", "head-left-out"].map(|id| self.messages.plain(id));
            text.push(print::table(&heads, &lines));
        }
        let txn = written.txn.map(|txn| txn.to_string());
        Ok(Answer::new(
            json!({"txn": txn, "rows": rows}),
            text.join("\n"),
        ))
    }
}

/// What was carried forward, as answers tell it.
fn carried(
    store: &Store,
    carried: &[store::Carried],
    view: &query::View,
) -> store::Result<Vec<Json>> {
    carried
        .iter()
        .map(|one| {
            Ok(json!({
                "from": query::reference_of(store.connection(), one.from, view)?,
                "to": query::reference_of(store.connection(), one.to, view)?,
                "known": one.known,
                "left_out": one.left_out,
            }))
        })
        .collect()
}
