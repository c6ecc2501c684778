//! A text to remind those who have not answered in a round, for a mail.

use std::collections::BTreeMap;

use serde_json::{Value as Json, json};

use crate::Messages;

/// Writes whom a round still waits for, and for which activities; none where everybody has answered.
///
/// `round` is what the store tells of it. Organisations are named, and a person only where no organisation is known that
/// they work for; no contact is.
pub fn reminder(messages: &Messages, round: &Json) -> Option<String> {
    let mut asked: BTreeMap<(bool, &str), Vec<&str>> = BTreeMap::new();
    for row in round["rows"].as_array().into_iter().flatten() {
        let is_empty = |name: &str| row[name].as_array().is_none_or(Vec::is_empty);
        if !is_empty("answers") {
            continue;
        }
        let title = row["activity"]["label"].as_str().unwrap_or_default();
        let by = row["asked"].as_array().into_iter().flatten();
        let mut by: Vec<(bool, &str)> = by
            .filter_map(|one| Some((false, one["label"].as_str()?)))
            .collect();
        if by.is_empty() {
            by.push((true, ""));
        }
        for one in by {
            asked.entry(one).or_default().push(title);
        }
    }
    if asked.is_empty() {
        return None;
    }
    let about = &round["round"];
    let params = json!({
        "round": about["label"],
        "workplan": about["workplan"]["label"],
        "closes": about["closes"].as_str().unwrap_or("none"),
    });
    let mut lines = vec![messages.text("reminder-opening", &params)];
    for ((nobody, name), titles) in asked {
        lines.push(String::new());
        lines.push(if nobody {
            messages.plain("reminder-nobody")
        } else {
            name.to_owned()
        });
        lines.extend(titles.iter().map(|title| format!("- {title}")));
    }
    lines.push(String::new());
    lines.push(messages.plain("reminder-end"));
    Some(lines.join("\n"))
}
