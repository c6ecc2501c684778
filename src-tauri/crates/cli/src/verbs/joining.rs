//! Duplicates: found, joined, taken apart.

use domain::Kind;
use serde_json::{Value as Json, json};
use store::query;
use store::{Access, Pick};

use super::{Command, Outcome};
use crate::answer::Answer;
use crate::failure::Failure;
use crate::print;

/// How many signs of an id tell records apart that were added one soon after the other.
const SIGNS: usize = 13;

impl Command<'_> {
    /// Lists records that may be one.
    pub(super) fn duplicates(&self) -> Outcome {
        let kinds: Vec<&'static Kind> = match self.arguments.words.first() {
            Some(word) => {
                let kind = self.kind(word)?;
                let known = store::joinable().any(|known| known.table == kind.table);
                if !known {
                    let names = store::joinable().map(|kind| kind.name.to_owned()).collect();
                    let refusal = Failure::usage("not_joinable", json!({"kind": kind.name}));
                    return Err(refusal.with_candidates(names));
                }
                vec![kind]
            }
            None => store::joinable().collect(),
        };
        let store = self.open(Access::Read)?;
        let rows = query::duplicates(store.connection(), &kinds, &self.view())
            .map_err(|error| error.at(store.file()))?;
        let text = if rows.is_empty() {
            self.messages.plain("duplicates-none")
        } else {
            self.duplicates_table(&rows)
        };
        Ok(Answer::new(json!({"rows": rows}), text))
    }

    fn duplicates_table(&self, rows: &[Json]) -> String {
        let heads = [
            "head-score",
            "head-id",
            "head-label",
            "head-id",
            "head-label",
            "head-reasons",
        ]
        .map(|id| self.messages.plain(id));
        let lines: Vec<Vec<String>> = rows
            .iter()
            .map(|row| {
                let score = row["score"].as_f64().unwrap_or_default();
                let mut line = vec![format!("{score:.2}")];
                for side in ["a", "b"] {
                    let text = |name: &str| row[side][name].as_str().unwrap_or_default();
                    line.push(text("id").chars().take(SIGNS).collect());
                    line.push(text("label").to_owned());
                }
                let reasons: Vec<String> = row["reasons"]
                    .as_array()
                    .into_iter()
                    .flatten()
                    .filter_map(Json::as_str)
                    .map(|code| self.messages.code("duplicate", code))
                    .collect();
                line.push(reasons.join(", "));
                line
            })
            .collect();
        print::table(&heads, &lines)
    }

    /// Joins two records; words after them say what fields are to hold.
    pub(super) fn join(&self) -> Outcome {
        let words = &self.arguments.words;
        let picks = words[2..]
            .iter()
            .map(|word| Pick::read(word).map_err(|error| Failure::of(error.into())))
            .collect::<Result<Vec<_>, _>>()?;
        let mut store = self.open(Access::Write)?;
        let kinds: Vec<&'static Kind> = store::joinable().collect();
        let found = |store: &store::Store, kinds: &[&'static Kind], key: &str| {
            query::resolve(store.connection(), kinds, key).map_err(|error| error.at(store.file()))
        };
        let (_, a, kind) = found(&store, &kinds, &words[0])?;
        let (_, b, _) = found(&store, &[kind], &words[1])?;
        let act = self.act(&store)?;
        let written = store.join(kind, (a, b), &picks, act)?;
        let id = written.answer;
        self.written(&store, kind, id, &written, |label, _| {
            self.messages.text("done-join", &json!({"label": label}))
        })
    }

    /// Takes a record apart from those it was joined with.
    pub(super) fn unjoin(&self) -> Outcome {
        let mut store = self.open(Access::Write)?;
        let kinds: Vec<&'static Kind> = store::joinable().collect();
        let part = query::part(store.connection(), &kinds, &self.arguments.words[0])
            .map_err(|error| error.at(store.file()))?;
        let act = self.act(&store)?;
        let written = store.unjoin(part, act)?;
        let mut answer = self.undone(&store, &written, false)?;
        let record = query::reference_of(store.connection(), part, &self.view())
            .map_err(|error| error.at(store.file()))?;
        let apart = self
            .messages
            .text("done-unjoin", &json!({"label": record["label"]}));
        answer.text = format!("{apart}\n{}", answer.text);
        Ok(answer)
    }

    /// Says which records one stands for, and whether it was asked for by another one.
    pub(super) fn joined_text(&self, key: &str, record: &Json, joined: &[Json]) -> String {
        if joined.is_empty() {
            return String::new();
        }
        let label = |json: &Json| json["label"].as_str().unwrap_or_default().to_owned();
        let labels: Vec<String> = joined.iter().map(label).collect();
        let mut text = self
            .messages
            .text("value-joined", &json!({"labels": labels.join(", ")}));
        let asked = key.trim().trim_start_matches("id:").to_lowercase();
        if let Some(one) = joined.iter().find(|one| {
            one["id"]
                .as_str()
                .is_some_and(|id| asked.len() >= 8 && id.starts_with(&asked))
        }) {
            text = format!(
                "{}\n{text}",
                self.messages.text(
                    "value-asked",
                    &json!({"asked": label(one), "label": label(record)})
                )
            );
        }
        format!("{text}\n")
    }
}
