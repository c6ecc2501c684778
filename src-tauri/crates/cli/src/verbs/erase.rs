//! Erasing a person's contact details.

use serde_json::{Value as Json, json};
use store::{Access, query, search};

use super::{Command, Outcome};
use crate::answer::Answer;

impl Command<'_> {
    /// Erases a person's personal values, and lists where the name still stands.
    pub(super) fn erase(&self) -> Outcome {
        let kind = self.kind("person")?;
        let only_told = self.arguments.has("dry-run");
        let access = if only_told {
            Access::Read
        } else {
            Access::Write
        };
        let mut store = self.open(access)?;
        let id = self.key(&store, kind, &self.arguments.words[0])?;
        let mut txn = None;
        let mut left: Vec<String> = Vec::new();
        if !only_told {
            let act = self.act(&store)?;
            let written = store.erase(id, act)?;
            txn = written.txn;
            let files = written.answer.left.iter();
            left.extend(files.map(|file| file.display().to_string()));
        }
        let view = self.view();
        let asked = || -> store::Result<(Json, Vec<Json>)> {
            let record = query::record(store.connection(), id, &view)?;
            Ok((record, search::mentions(store.connection(), id, &view)?))
        };
        let (record, rows) = asked().map_err(|error| error.at(store.file()))?;
        let done = match txn {
            Some(_) => "done-erase",
            None if only_told => "done-erase-preview",
            None => "done-unchanged",
        };
        let label = json!({"label": record["label"]});
        let text = format!(
            "{}\n{}",
            self.messages.text(done, &label),
            self.mentions(&rows)
        );
        let mut answer = Answer::new(
            json!({"txn": txn.map(|id| id.to_string()), "record": record, "left": {"rows": left}, "rows": rows}),
            text,
        );
        if !left.is_empty() {
            let files = json!({"files": left.join(", ")});
            answer
                .remarks
                .push(self.messages.text("erase-left", &files));
        }
        Ok(answer)
    }

    /// Where the name still stands, as a table.
    fn mentions(&self, rows: &[Json]) -> String {
        let count = self
            .messages
            .text("erase-mentions", &json!({"count": rows.len()}));
        if rows.is_empty() {
            return count;
        }
        let found = self.found(rows, "head-field", |row| {
            let text = |name: &str| row[name].as_str().unwrap_or_default();
            self.messages.field(text("table"), text("field"))
        });
        format!("{count}\n{found}")
    }
}
