//! What was changed, by whom and when.

use chrono::{DateTime, NaiveDate, NaiveTime};
use domain::input;
use serde_json::json;
use store::query::{self, HistoryQuery};
use store::{Access, Error, Store};
use uuid::Uuid;

use super::{Command, HISTORY, Outcome, last_day};
use crate::answer::Answer;
use crate::failure::Failure;
use crate::print;

const DAY: i64 = 86_400_000;

impl Command<'_> {
    /// Tells transactions, those for which all that is given holds.
    pub(super) fn history(&self) -> Outcome {
        let missing = |name: &str| {
            let usage = self.messages.plain("verb-history-usage");
            Failure::usage(
                "missing_argument",
                json!({"verb": "history", "name": name, "usage": usage}),
            )
        };
        let conditions = self.conditions()?;
        let kind = self.arguments.option("kind");
        let kind = kind.map(|word| self.kind(word)).transpose()?;
        if kind.is_none() && !conditions.is_empty() {
            return Err(missing("--kind"));
        }
        let (from, to) = self.times()?;
        let origin = self.arguments.option("origin").map(query::origin);
        let before = self.arguments.option("before").map(|text| {
            Uuid::parse_str(text).map_err(|_| Error::UnknownTransaction(text.to_owned()))
        });
        let (origin, before) = (origin.transpose()?, before.transpose()?);
        let limit = self.arguments.number("limit")?.unwrap_or(HISTORY);
        let store = self.open(Access::Read)?;
        let record = match self.arguments.words.as_slice() {
            [] => None,
            [kind, key] => Some(self.key(&store, self.kind(kind)?, key)?),
            [kind, ..] => {
                self.kind(kind)?;
                return Err(missing("KEY"));
            }
        };
        let query = HistoryQuery {
            record,
            person: self.named(&store, "by", "person")?,
            kind,
            conditions,
            group: self.named(&store, "group", "group")?,
            origin,
            from,
            to,
            limit,
            before,
        };
        let rows = query::history(store.connection(), &query, &self.view())
            .map_err(|error| error.at(store.file()))?;
        let text = print::history(&self.messages, &rows);
        Ok(Answer::new(json!({"rows": rows}), text))
    }

    /// The record of a kind that an option names.
    fn named(&self, store: &Store, option: &str, kind: &str) -> Result<Option<Uuid>, Failure> {
        let key = self.arguments.option(option);
        key.map(|key| self.key(store, self.kind(kind)?, key))
            .transpose()
    }

    /// The time from which on, and the one before which. Days, months and years are whole ones, of UTC.
    fn times(&self) -> Result<(Option<i64>, Option<i64>), Failure> {
        let time = |option: &str, whole: fn(&str) -> Option<i64>| {
            let text = self.arguments.option(option);
            text.map(|text| {
                let exact = DateTime::parse_from_rfc3339(text).ok();
                exact
                    .map(|exact| exact.timestamp_millis())
                    .or_else(|| whole(text))
                    .ok_or_else(|| {
                        let field = format!("--{option}");
                        Failure::usage("bad_date", json!({"value": text, "field": field}))
                    })
            })
            .transpose()
        };
        Ok((
            time("from", |text| first_day(text).map(midnight))?,
            time("to", |text| last_day(text).map(|day| midnight(day) + DAY))?,
        ))
    }
}

/// The day on which what a date stands for begins.
fn first_day(text: &str) -> Option<NaiveDate> {
    let date = input::date(text)?;
    let rest = "0000-01-01".get(date.len()..)?;
    NaiveDate::parse_from_str(&format!("{date}{rest}"), "%Y-%m-%d").ok()
}

fn midnight(day: NaiveDate) -> i64 {
    day.and_time(NaiveTime::MIN).and_utc().timestamp_millis()
}
