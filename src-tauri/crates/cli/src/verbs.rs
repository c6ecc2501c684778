//! What each command does: read its words, ask the core once, write the answer down.

mod backup;
mod compare;
mod erase;
mod exchange;
mod history;
mod joining;
mod plan;

use std::path::Path;

use chrono::{Days, NaiveDate, Utc};
use domain::input::{self, Assignment, Condition};
use domain::language::Language;
use domain::nearest::nearest;
use domain::{Kind, kinds};
use messages::{Locale, Messages};
use serde_json::{Value as Json, json};
use store::query::{self, HistoryQuery, ListQuery, View};
use store::{Access, Act, Door, Error, Seen, Start, Store, SystemWorld, UndoAnswer, Written};
use uuid::Uuid;

use crate::answer::Answer;
use crate::arguments::{Arguments, COMMON, VERBS};
use crate::failure::Failure;
use crate::print;

type Outcome = Result<Answer, Failure>;

/// Runs a command.
///
/// # Errors
/// What the contract prints on standard error.
pub fn run(arguments: &Arguments) -> Outcome {
    let command = Command {
        arguments,
        messages: Messages::new(arguments.locale),
    };
    match arguments.verb.name {
        "init" => command.init(),
        "list" => command.list(),
        "show" => command.show(),
        "add" => command.add(),
        "set" => command.set(),
        "delete" => command.life(|door, kind, id| door.delete(kind, id), "done-delete"),
        "undelete" => command.life(|door, kind, id| door.undelete(kind, id), "done-undelete"),
        "erase" => command.erase(),
        "search" => command.search(),
        "history" => command.history(),
        "compare" => command.compare(),
        "undo" => command.undo(false),
        "redo" => command.undo(true),
        "verify" => command.verify(),
        "digest" => command.digest(),
        "overview" => command.overview(),
        "duplicates" => command.duplicates(),
        "join" => command.join(),
        "unjoin" => command.unjoin(),
        "check" => command.check(),
        "round" => command.round(),
        "carry-forward" => command.carry_forward(),
        "backup" => command.backup(),
        "backups" => command.backups(),
        "recover" => command.recover(),
        "sample" => command.sample(),
        "pack" => command.pack(),
        "merge" => command.merge(),
        "sync" => command.sync(),
        "conflicts" => command.conflicts(),
        "settle" => command.settle(),
        "sites" => command.sites(),
        "waiting" => command.waiting(),
        "dismiss" => command.dismiss(),
        "set-back" => command.set_back(),
        "help" => command.help(),
        name => Err(Failure::of(Error::Defect(format!(
            "command {name} has no deed"
        )))),
    }
}

struct Command<'a> {
    arguments: &'a Arguments,
    messages: Messages,
}

/// The day that a date stands for: the end of a month or a year, so that what was so by then counts.
fn last_day(text: &str) -> Option<NaiveDate> {
    let date = input::date(text)?;
    let last = match date.len() {
        4 => format!("{date}-12-31"),
        7 => {
            let first = NaiveDate::parse_from_str(&format!("{date}-01"), "%Y-%m-%d").ok()?;
            let next = first.checked_add_months(chrono::Months::new(1))?;
            return next.checked_sub_days(Days::new(1));
        }
        _ => date,
    };
    NaiveDate::parse_from_str(&last, "%Y-%m-%d").ok()
}

/// The rows of a list where no limit is given and it is printed for people.
const HISTORY: u64 = 20;

impl Command<'_> {
    fn view(&self) -> View {
        let lang = match self.arguments.locale {
            Locale::En => Language::En,
            Locale::Fr => Language::Fr,
            Locale::Es => Language::Es,
        };
        View {
            lang,
            private: self.arguments.has("private"),
        }
    }

    fn open(&self, access: Access) -> Result<Store, Failure> {
        let store = Store::open(&self.arguments.store, access, Box::new(SystemWorld))?;
        // The window opens such a file to be read and says so all the time; an answer printed here could not.
        store.refuse_too_new()?;
        Ok(store)
    }

    fn kind(&self, word: &str) -> Result<&'static Kind, Failure> {
        Ok(query::kind(word)?)
    }

    fn act(&self, store: &Store) -> Result<Act, Failure> {
        let person = match &self.arguments.person {
            Some(key) => Some(self.key(store, self.kind("person")?, key)?),
            None => None,
        };
        Ok(Act {
            person,
            reason: self.arguments.option("reason").map(str::to_owned),
            ..Act::typed()
        })
    }

    fn key(&self, store: &Store, kind: &'static Kind, key: &str) -> Result<Uuid, Failure> {
        let found = query::resolve(store.connection(), &[kind], key);
        Ok(found
            .map(|(_, id, _)| id)
            .map_err(|error| error.at(store.file()))?)
    }

    fn init(&self) -> Outcome {
        let name = self.arguments.option("person");
        let empty = self.arguments.has("empty");
        let file = &self.arguments.store;
        if let Some(folder) = file
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty())
        {
            std::fs::create_dir_all(folder).map_err(|error| {
                Failure::failed(
                    "store_unwritable",
                    json!({"file": file.display().to_string(), "detail": error.to_string()}),
                )
            })?;
        }
        if name.is_none() && self.arguments.has("organisation") {
            let usage = self.messages.plain("verb-init-usage");
            let params = json!({"verb": "init", "name": "--person", "usage": usage});
            return Err(Failure::usage("missing_argument", params));
        }
        let start = if empty {
            Start::Empty
        } else {
            Start::Published
        };
        let mut store = Store::create(file, start, Box::new(SystemWorld))?;
        let introduced = self.introduce(&mut store, name, empty);
        if let Err(failure) = introduced {
            drop(store);
            // Nobody has seen the file yet: a refused init leaves none behind.
            for left in ["", "-wal", "-shm"] {
                let mut path = file.as_os_str().to_owned();
                path.push(left);
                let _ = std::fs::remove_file(path);
            }
            return Err(failure);
        }
        let report: i64 = self.count(&store)?;
        let shown = file.display().to_string();
        let id = if empty {
            "done-init-empty"
        } else {
            "done-init"
        };
        let text = self
            .messages
            .text(id, &json!({"file": shown, "records": report}));
        let network = store.network().map_err(|error| error.at(file))?;
        let person = self.person(&store)?;
        let mut answer = Answer::new(
            json!({"file": shown, "network": network.map(|id| id.to_string()), "person": person, "rows": []}),
            text,
        );
        if name.is_none() && !person.is_null() {
            answer.remarks.push(
                self.messages
                    .text("done-unnamed", &json!({"person": person["label"]})),
            );
        }
        Ok(answer)
    }

    /// Writes who this laptop belongs to. In a store with a network that is its first own transaction; an empty one has
    /// none until something of its own is entered.
    fn introduce(&self, store: &mut Store, name: Option<&str>, empty: bool) -> Result<(), Failure> {
        match name {
            Some(name) => {
                let mut set = vec![Assignment::set("name", name)];
                if let Some(organisation) = self.arguments.option("organisation") {
                    set.push(Assignment::set("organisation", organisation));
                }
                store.introduce(&set)?;
            }
            None if !empty => {
                store.introduce(&[])?;
            }
            None => {}
        }
        Ok(())
    }

    fn count(&self, store: &Store) -> Result<i64, Failure> {
        Ok(query::count(store.connection()).map_err(|error| error.at(store.file()))?)
    }

    fn person(&self, store: &Store) -> Result<Json, Failure> {
        let asked = || -> store::Result<Json> {
            match store.person()? {
                Some(id) => query::reference_of(store.connection(), id, &self.view()),
                None => Ok(Json::Null),
            }
        };
        Ok(asked().map_err(|error| error.at(store.file()))?)
    }

    fn day(&self, option: &str) -> Result<Option<NaiveDate>, Failure> {
        let Some(text) = self.arguments.option(option) else {
            return Ok(None);
        };
        let bad = || {
            Failure::usage(
                "bad_date",
                json!({"value": text, "field": format!("--{option}")}),
            )
        };
        last_day(text).map(Some).ok_or_else(bad)
    }

    /// Asks the store, or the network as it was known on a day.
    fn ask<T>(
        &self,
        store: &Store,
        question: impl Fn(&store::Connection) -> store::Result<T>,
    ) -> Result<T, Failure> {
        let answer = match self.day("known")? {
            Some(day) => store.known(day).and_then(|known| question(&known)),
            None => question(store.connection()),
        };
        Ok(answer.map_err(|error| error.at(store.file()))?)
    }

    fn conditions(&self) -> Result<Vec<Condition>, Failure> {
        let texts = self.arguments.every("where").iter();
        texts
            .map(|text| input::condition(text).map_err(|error| Failure::of(error.into())))
            .collect()
    }

    fn list(&self) -> Outcome {
        let kind = self.kind(&self.arguments.words[0])?;
        let conditions = self.conditions()?;
        let sort = self
            .arguments
            .every("sort")
            .iter()
            .flat_map(|fields| fields.split(','))
            .map(|field| match field.strip_prefix('-') {
                Some(field) => (field.to_owned(), true),
                None => (field.to_owned(), false),
            })
            .collect();
        let query = ListQuery {
            kind,
            conditions,
            sort,
            limit: self.arguments.number("limit")?,
            offset: self.arguments.number("offset")?.unwrap_or(0),
            deleted: self.arguments.has("deleted"),
            on: self.day("on")?,
            columns: None,
        };
        let store = self.open(Access::Read)?;
        let page = self.ask(&store, |connection| {
            query::list(connection, &query, &self.view())
        })?;
        let text = print::list(&self.messages, kind, &page.rows, page.total, query.offset);
        Ok(Answer::new(
            json!({"table": kind.name, "total": page.total, "rows": page.rows}),
            text,
        ))
    }

    fn show(&self) -> Outcome {
        let kind = self.kind(&self.arguments.words[0])?;
        let key = &self.arguments.words[1];
        let store = self.open(Access::Read)?;
        let view = self.view();
        let (record, joined, sources, frozen, rows) = self.ask(&store, |connection| {
            let (rid, id, _) = query::resolve(connection, &[kind], key)?;
            Ok((
                query::record(connection, id, &view)?,
                query::joined(connection, rid, &view)?,
                query::sources(connection, rid)?,
                query::frozen(connection, rid, &view)?,
                query::history(
                    connection,
                    &HistoryQuery {
                        record: Some(id),
                        limit: HISTORY,
                        ..HistoryQuery::default()
                    },
                    &view,
                )?,
            ))
        })?;
        let text = format!(
            "{}{}{}\n{}\n{}",
            print::record(&self.messages, kind, &record),
            self.joined_text(key, &record, &joined),
            self.frozen_text(frozen.as_ref()),
            self.messages.plain("section-history"),
            print::history(&self.messages, &rows)
        );
        Ok(Answer::new(
            json!({"record": record, "joined": {"rows": joined}, "sources": {"rows": sources}, "frozen": frozen, "rows": rows}),
            text,
        ))
    }

    fn assignments(&self, words: &[String]) -> Result<Vec<Assignment>, Failure> {
        words
            .iter()
            .map(|word| {
                let mut assignment =
                    input::assignment(word).map_err(|error| Failure::of(error.into()))?;
                if let Some(file) = assignment.value.strip_prefix('@') {
                    assignment.value = read_text(Path::new(file), &assignment.field)?;
                }
                Ok(assignment)
            })
            .collect()
    }

    fn add(&self) -> Outcome {
        let kind = self.kind(&self.arguments.words[0])?;
        let set = self.assignments(&self.arguments.words[1..])?;
        let mut store = self.open(Access::Write)?;
        let act = self.act(&store)?;
        let written = store.write(act, |door| door.add(kind, &set))?;
        let id = written.answer;
        self.written(&store, kind, id, &written, |label, _| {
            self.messages.text("done-add", &json!({"label": label}))
        })
    }

    fn set(&self) -> Outcome {
        let kind = self.kind(&self.arguments.words[0])?;
        let set = self.assignments(&self.arguments.words[2..])?;
        let mut store = self.open(Access::Write)?;
        let id = self.key(&store, kind, &self.arguments.words[1])?;
        let act = self.act(&store)?;
        let written = store.write(act, |door| door.set(kind, id, &set, &Seen::new()))?;
        self.written(&store, kind, id, &written, |label, rows| {
            self.messages
                .text("done-set", &json!({"label": label, "count": rows.len()}))
        })
    }

    fn life(
        &self,
        deed: impl FnOnce(&mut Door<'_>, &'static Kind, Uuid) -> store::Result<()>,
        done: &str,
    ) -> Outcome {
        let kind = self.kind(&self.arguments.words[0])?;
        let mut store = self.open(Access::Write)?;
        let id = self.key(&store, kind, &self.arguments.words[1])?;
        let act = self.act(&store)?;
        let written = store.write(act, |door| deed(door, kind, id))?;
        self.written(&store, kind, id, &written, |label, _| {
            self.messages.text(done, &json!({"label": label}))
        })
    }

    /// The answer of every command that writes one record.
    fn written<T>(
        &self,
        store: &Store,
        kind: &'static Kind,
        id: Uuid,
        written: &Written<T>,
        done: impl FnOnce(&str, &[Json]) -> String,
    ) -> Outcome {
        let view = self.view();
        let asked = || -> store::Result<(Json, Vec<Json>)> {
            let record = query::record(store.connection(), id, &view)?;
            let rows = match written.txn {
                Some(txn) => query::changes_of(store.connection(), txn, Some(id), &view)?,
                None => Vec::new(),
            };
            Ok((record, rows))
        };
        let (record, rows) = asked().map_err(|error| error.at(store.file()))?;
        let label = record["label"].as_str().unwrap_or_default().to_owned();
        let text = match written.txn {
            Some(_) if rows.is_empty() => done(&label, &rows),
            Some(_) => format!(
                "{}\n{}",
                done(&label, &rows),
                print::changes(&self.messages, kind, &rows)
            ),
            None => self
                .messages
                .text("done-unchanged", &json!({"label": label})),
        };
        Ok(Answer::new(
            json!({"txn": written.txn.map(|id| id.to_string()), "record": record, "rows": rows}),
            text,
        ))
    }

    fn search(&self) -> Outcome {
        let text = self.arguments.words.join(" ");
        let kinds: Vec<&str> = match self.arguments.option("kind") {
            Some(word) => vec![self.kind(word)?.name],
            None => Vec::new(),
        };
        let limit = self.arguments.number("limit")?.unwrap_or(HISTORY) as usize;
        let store = self.open(Access::Read)?;
        let rows = store::search::search(store.connection(), &text, &kinds, limit, &self.view())
            .map_err(|error| error.at(store.file()))?;
        let printed = if rows.is_empty() {
            self.messages.text("search-none", &json!({"text": text}))
        } else {
            self.found(&rows, "head-snippet", |row| {
                let text = row["snippet"].as_str().unwrap_or_default();
                text.replace("[[", "").replace("]]", "")
            })
        };
        Ok(Answer::new(json!({"rows": rows}), printed))
    }

    /// Records that were found as a table, with a last column of why.
    fn found(&self, rows: &[Json], head: &str, why: impl Fn(&Json) -> String) -> String {
        let heads = ["head-id", "head-kind", "head-label", head].map(|id| self.messages.plain(id));
        let lines: Vec<Vec<String>> = rows
            .iter()
            .map(|row| {
                let text = |name: &str| row[name].as_str().unwrap_or_default();
                vec![
                    text("id").chars().take(8).collect(),
                    self.messages.kind(text("table")),
                    text("label").to_owned(),
                    why(row),
                ]
            })
            .collect();
        print::table(&heads, &lines)
    }

    fn undo(&self, again: bool) -> Outcome {
        let mut store = self.open(Access::Write)?;
        let act = self.act(&store)?;
        let written = if again {
            store.redo(act)?
        } else {
            store.undo(self.arguments.words.first().map(String::as_str), act)?
        };
        self.undone(&store, &written, again)
    }

    /// The answer of every command that takes a transaction back.
    fn undone(&self, store: &Store, written: &Written<UndoAnswer>, again: bool) -> Outcome {
        let view = self.view();
        let rows = query::undone(store.connection(), &written.answer.rows, &view)
            .map_err(|error| error.at(store.file()))?;
        let (done, kept): (Vec<_>, Vec<_>) = rows.iter().partition(|row| row["done"] == true);
        let refused = done.is_empty() && !kept.is_empty();
        let id = if again { "done-redo" } else { "done-undo" };
        let mut lines = vec![self.messages.text(id, &json!({"count": done.len()}))];
        if !kept.is_empty() {
            lines.push(
                self.messages
                    .text("done-refused", &json!({"count": kept.len()})),
            );
        }
        let heads = ["head-record", "head-field", "head-outcome"].map(|id| self.messages.plain(id));
        let cells: Vec<Vec<String>> = rows
            .iter()
            .map(|row| {
                let table = row["record"]["table"].as_str().unwrap_or_default();
                let done = row["done"] == true;
                vec![
                    row["record"]["label"]
                        .as_str()
                        .unwrap_or_default()
                        .to_owned(),
                    self.messages
                        .field(table, row["field"].as_str().unwrap_or_default()),
                    self.messages.plain(match (done, again) {
                        (true, false) => "outcome-done",
                        (true, true) => "outcome-again",
                        (false, _) => "outcome-left",
                    }),
                ]
            })
            .collect();
        lines.push(print::table(&heads, &cells));
        let json = json!({
            "txn": written.txn.map(|id| id.to_string()),
            "undone": written.answer.undone.to_string(),
            "rows": rows,
        });
        let mut answer = Answer::new(json, lines.join("\n"));
        if refused {
            answer.exit = 1;
            let refusal = Failure::refused("undo_refused", json!({"count": rows.len()}));
            answer
                .remarks
                .push(refusal.print(&self.messages, self.arguments.has("json")));
        }
        Ok(answer)
    }

    fn verify(&self) -> Outcome {
        let store = self.open(Access::Read)?;
        let report = store.verify()?;
        let view = self.view();
        let mut rows = Vec::new();
        for fault in &report.faults {
            let record = match fault.record {
                // A damaged record may not be shown at all; then its id says which it is.
                Some(id) => query::reference_of(store.connection(), id, &view).unwrap_or_else(
                    |_| json!({"id": id.to_string(), "table": null, "label": null}),
                ),
                None => Json::Null,
            };
            rows.push(json!({"check": fault.check, "record": record, "detail": fault.detail}));
        }
        let ok = rows.is_empty();
        let text = if ok {
            self.messages.text(
                "done-verify",
                &json!({"changes": report.changes, "records": report.records}),
            )
        } else {
            let heads =
                ["head-check", "head-record", "head-detail"].map(|id| self.messages.plain(id));
            let cells: Vec<Vec<String>> = rows
                .iter()
                .map(|row| {
                    ["check", "detail"]
                        .map(|name| row[name].as_str().unwrap_or_default().to_owned())
                        .into_iter()
                        .collect::<Vec<_>>()
                })
                .zip(&rows)
                .map(|(cells, row)| {
                    let label = row["record"]["label"]
                        .as_str()
                        .unwrap_or_default()
                        .to_owned();
                    vec![cells[0].clone(), label, cells[1].clone()]
                })
                .collect();
            let count = self
                .messages
                .text("done-verify-failed", &json!({"count": rows.len()}));
            format!("{count}\n{}", print::table(&heads, &cells))
        };
        let json =
            json!({"ok": ok, "changes": report.changes, "records": report.records, "rows": rows});
        Ok(Answer {
            exit: if ok { 0 } else { 3 },
            ..Answer::new(json, text)
        })
    }

    fn digest(&self) -> Outcome {
        let store = self.open(Access::Read)?;
        let digest = store.digest()?;
        let hash: String = digest
            .hash
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        let vector: serde_json::Map<String, Json> = digest
            .vector
            .iter()
            .map(|(site, last)| (site.to_string(), json!(last)))
            .collect();
        Ok(Answer::new(
            json!({"digest": hash, "vector": vector, "rows": []}),
            hash,
        ))
    }

    fn overview(&self) -> Outcome {
        let store = self.open(Access::Read)?;
        let today = Utc::now().date_naive();
        let view = self.view();
        let mut json = query::overview(store.connection(), today, &view)
            .map_err(|error| error.at(store.file()))?;
        json["unshared"] = json!(store.unshared()?);
        if let Some(answer) = json.as_object_mut() {
            // The window asks for these besides; here `list` gives them.
            answer.retain(|name, value| name == "rows" || !value.is_array());
        }
        let text = self.overview_text(&json);
        Ok(Answer::new(json, text))
    }

    fn overview_text(&self, json: &Json) -> String {
        let rows = json["rows"].as_array().cloned().unwrap_or_default();
        let statuses: Vec<&str> = domain::vocabulary::STATUS
            .codes
            .iter()
            .copied()
            .filter(|code| {
                rows.iter()
                    .any(|row| row["activities"][code].as_i64().unwrap_or(0) > 0)
            })
            .collect();
        let mut heads = vec![
            self.messages.plain("head-number"),
            self.messages.plain("head-group"),
            self.messages.plain("head-activities"),
        ];
        heads.extend(
            statuses
                .iter()
                .map(|code| self.messages.code("status", code)),
        );
        heads.extend(["head-overdue", "head-due-30"].map(|id| self.messages.plain(id)));
        let cells: Vec<Vec<String>> = rows
            .iter()
            .map(|row| {
                let count = |json: &Json| json.as_i64().unwrap_or(0);
                let shown = |number: i64| {
                    if number == 0 {
                        "–".to_owned()
                    } else {
                        number.to_string()
                    }
                };
                let all: i64 = row["activities"]
                    .as_object()
                    .into_iter()
                    .flatten()
                    .map(|(_, n)| count(n))
                    .sum();
                let mut cells = vec![
                    row["group"]["number"]
                        .as_i64()
                        .map_or_else(|| "–".to_owned(), |number| number.to_string()),
                    row["group"]["label"]
                        .as_str()
                        .unwrap_or_default()
                        .to_owned(),
                    shown(all),
                ];
                cells.extend(
                    statuses
                        .iter()
                        .map(|code| shown(count(&row["activities"][code]))),
                );
                cells.extend([shown(count(&row["overdue"])), shown(count(&row["due_30"]))]);
                cells
            })
            .collect();
        let unshared = json["unshared"].as_i64().unwrap_or(0);
        let mut lines = vec![
            self.messages
                .text("overview-as-of", &json!({"date": json["as_of"]})),
        ];
        lines.push(if unshared == 0 {
            self.messages.plain("overview-all-shared")
        } else {
            self.messages
                .text("overview-unshared", &json!({"count": unshared}))
        });
        let to_settle = json["to_settle"].as_i64().unwrap_or(0);
        if to_settle > 0 {
            lines.push(
                self.messages
                    .text("overview-to-settle", &json!({"count": to_settle})),
            );
        }
        lines.push(print::table(&heads, &cells));
        for (id, name) in [
            ("overview-no-co-lead", "no_co_lead"),
            ("overview-no-status", "no_status"),
        ] {
            let count = json["unknown"][name].as_i64().unwrap_or(0);
            if count > 0 {
                lines.push(self.messages.text(id, &json!({"count": count})));
            }
        }
        lines.join("\n")
    }

    fn sample(&self) -> Outcome {
        let file = Path::new(&self.arguments.words[0]);
        let missing = |name: &str| {
            let usage = self.messages.plain("verb-sample-usage");
            Failure::usage(
                "missing_argument",
                json!({"verb": "sample", "name": name, "usage": usage}),
            )
        };
        let word = self
            .arguments
            .option("size")
            .ok_or_else(|| missing("--size"))?;
        let size = sample::Size::from_code(word).ok_or_else(|| {
            Failure::usage(
                "bad_value",
                json!({"value": word, "field": "--size", "expects": "code"}),
            )
            .with_candidates(vec!["S".into(), "M".into(), "L".into()])
        })?;
        let seed = self
            .arguments
            .number("seed")?
            .ok_or_else(|| missing("--seed"))?;
        let mut last = std::time::Instant::now();
        let mut progress = |done: u64, total: u64| {
            if last.elapsed().as_millis() >= 1000 {
                last = std::time::Instant::now();
                eprintln!(
                    "{}",
                    self.messages
                        .text("progress-sample", &json!({"done": done, "total": total}))
                );
            }
        };
        let store = sample::create(file, size, seed, &mut progress)?;
        let records = self.count(&store)?;
        let digest = store.digest()?;
        let changes: i64 = digest.vector.values().sum();
        let shown = file.display().to_string();
        let text = self.messages.text(
            "done-sample",
            &json!({"file": shown, "records": records, "changes": changes}),
        );
        Ok(Answer::new(
            json!({"file": shown, "records": records, "changes": changes, "rows": []}),
            text,
        ))
    }

    fn help(&self) -> Outcome {
        let word = self.arguments.words.first().map(String::as_str);
        if word == Some("--version") {
            let text = self.messages.text(
                "version-line",
                &json!({"version": env!("CARGO_PKG_VERSION")}),
            );
            return Ok(Answer::new(
                json!({"version": env!("CARGO_PKG_VERSION"), "rows": []}),
                text,
            ));
        }
        let shown: Vec<_> = match word {
            Some(name) => {
                let found = VERBS.iter().find(|verb| verb.name == name).ok_or_else(|| {
                    Failure::usage("unknown_verb", json!({"value": name}))
                        .with_candidates(nearest(name, VERBS.iter().map(|verb| verb.name)))
                })?;
                vec![found]
            }
            None => VERBS.iter().collect(),
        };
        let say = |id: &str| self.messages.plain(id);
        let rows: Vec<Json> = shown
            .iter()
            .map(|verb| {
                json!({
                    "verb": verb.name,
                    "usage": say(&format!("verb-{}-usage", verb.name)),
                    "help": say(&format!("verb-{}", verb.name)),
                })
            })
            .collect();
        let option = |name: &&str| vec![format!("  --{name}"), say(&format!("option-{name}"))];
        let mut text = String::new();
        if let ([verb], Some(_)) = (shown.as_slice(), word) {
            text.push_str(&format!("{}\n\n", say(&format!("verb-{}", verb.name))));
            text.push_str(&format!(
                "{}\n  {}\n",
                say("help-heading-usage"),
                say(&format!("verb-{}-usage", verb.name))
            ));
            let more = format!("verb-{}-more", verb.name);
            if self.messages.has(&more) {
                text.push_str(&format!("\n{}\n", say(&more)));
            }
            if !verb.options.is_empty() {
                let lines: Vec<_> = verb.options.iter().map(option).collect();
                text.push_str(&format!(
                    "\n{}\n{}",
                    say("help-heading-own-options"),
                    print::columns(&lines)
                ));
            }
            if matches!(verb.name, "add" | "set") {
                text.push_str(&self.signs("help-heading-fields", SET_SIGNS));
            }
            if verb.name == "list" {
                text.push_str(&self.signs("help-heading-conditions", WHERE_SIGNS));
            }
            if verb.needs.contains(&"KIND") {
                let lines: Vec<_> = kinds::KINDS
                    .iter()
                    .map(|kind| vec![format!("  {}", kind.name), self.messages.kind(kind.name)])
                    .collect();
                text.push_str(&format!(
                    "\n{}\n{}",
                    say("help-heading-kinds"),
                    print::columns(&lines)
                ));
            }
        } else {
            text.push_str(&format!(
                "{}\n\n{}\n  {}\n\n{}\n",
                say("help-title"),
                say("help-heading-usage"),
                say("help-form"),
                say("help-heading-verbs")
            ));
            let lines: Vec<_> = VERBS
                .iter()
                .map(|verb| {
                    vec![
                        format!("  {}", verb.name),
                        say(&format!("verb-{}", verb.name)),
                    ]
                })
                .collect();
            text.push_str(&print::columns(&lines));
            let lines: Vec<_> = COMMON.iter().map(option).collect();
            text.push_str(&format!(
                "\n{}\n{}",
                say("help-heading-options"),
                print::columns(&lines)
            ));
            text.push_str(&format!(
                "\n{}\n{}\n\n{}\n",
                say("help-heading-exit"),
                say("help-exit"),
                say("help-more")
            ));
        }
        Ok(Answer::new(json!({"rows": rows}), text))
    }

    fn signs(&self, heading: &str, signs: &[(&str, &str)]) -> String {
        let lines: Vec<_> = signs
            .iter()
            .map(|(sign, id)| vec![format!("  {sign}"), self.messages.plain(id)])
            .collect();
        format!(
            "\n{}\n{}",
            self.messages.plain(heading),
            print::columns(&lines)
        )
    }
}

const SET_SIGNS: &[(&str, &str)] = &[
    ("FIELD=VALUE", "set-value"),
    ("FIELD=", "set-clear"),
    ("FIELD.fr=VALUE", "set-language"),
    ("FIELD+=KEY[:ROLE]", "set-plus"),
    ("FIELD-=KEY[:ROLE]", "set-minus"),
    ("FIELD=@FILE", "set-file"),
];

const WHERE_SIGNS: &[(&str, &str)] = &[
    ("=", "where-equal"),
    ("!=", "where-not-equal"),
    ("~", "where-contains"),
    ("< <= > >=", "where-compare"),
    ("FIELD=", "where-empty"),
    ("@", "where-within"),
    ("@?", "where-possibly"),
    (".", "where-path"),
];

/// The most text taken from a file for one field.
const TEXT: u64 = 1 << 20;

fn read_text(file: &Path, field: &str) -> Result<String, Failure> {
    let params = |detail: String| json!({"file": file.display().to_string(), "detail": detail, "field": field, "limit": "1 MiB"});
    let unreadable =
        |error: std::io::Error| Failure::failed("file_unreadable", params(error.to_string()));
    if std::fs::metadata(file).map_err(unreadable)?.len() > TEXT {
        return Err(Failure::refused("too_large", params(String::new())));
    }
    let bytes = std::fs::read(file).map_err(unreadable)?;
    String::from_utf8(bytes).map_err(|_| Failure::refused("not_utf8", params(String::new())))
}
