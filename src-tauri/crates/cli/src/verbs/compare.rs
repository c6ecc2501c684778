//! Two points of the log side by side.

use std::collections::BTreeMap;

use serde_json::{Value as Json, json};
use store::Access;
use store::query::{self, Point};
use uuid::Uuid;

use super::{Command, Outcome, last_day};
use crate::answer::Answer;
use crate::failure::Failure;
use crate::print;

impl Command<'_> {
    /// Tells how the network differs between two days or vectors.
    pub(super) fn compare(&self) -> Outcome {
        let from = point(&self.arguments.words[0])?;
        let to = point(&self.arguments.words[1])?;
        let store = self.open(Access::Read)?;
        let mut progress = self.progress("progress-compare");
        let compared = query::compare(
            store.connection(),
            &from,
            &to,
            None,
            &self.view(),
            &mut progress,
        )
        .map_err(|error| error.at(store.file()))?;
        let [added, removed, changed] = compared.records;
        let text = if compared.rows.is_empty() {
            self.messages.plain("compare-none")
        } else {
            let counts = json!({"added": added, "removed": removed, "changed": changed});
            let network = self.messages.plain("compare-network");
            format!(
                "{}{}",
                print::differences(&self.messages, &network, &compared.rows),
                self.messages.text("compare-counts", &counts)
            )
        };
        Ok(Answer::new(
            json!({
                "from": json_of(&from),
                "to": json_of(&to),
                "records": compared.fates(),
                "rows": compared.rows,
            }),
            text,
        ))
    }
}

/// Reads a day, a month or a year, or a vector: `{"SITE":N,..}` as `digest` gives it, or SITE:N with commas between.
fn point(text: &str) -> Result<Point, Failure> {
    if let Some(day) = last_day(text) {
        return Ok(Point::Day(day));
    }
    vector(text)
        .map(Point::Vector)
        .ok_or_else(|| Failure::usage("bad_point", json!({"value": text})))
}

fn vector(text: &str) -> Option<BTreeMap<Uuid, i64>> {
    let text = text.trim();
    if text.starts_with('{') {
        let sites: BTreeMap<String, i64> = serde_json::from_str(text).ok()?;
        return sites
            .into_iter()
            .map(|(site, seq)| Some((Uuid::parse_str(&site).ok()?, seq)))
            .collect();
    }
    text.split(',')
        .map(|entry| {
            let (site, seq) = entry.trim().split_once(':')?;
            Some((Uuid::parse_str(site).ok()?, seq.parse().ok()?))
        })
        .collect()
}

fn json_of(point: &Point) -> Json {
    match point {
        Point::Day(day) => json!({"day": day.to_string()}),
        Point::Vector(vector) => {
            let sites: BTreeMap<String, i64> = vector
                .iter()
                .map(|(site, seq)| (site.to_string(), *seq))
                .collect();
            json!({"vector": sites})
        }
    }
}
