//! Answers as text: tables and records for people.

use domain::kind::{Label, Type};
use domain::{Field, Kind, kinds};
use messages::Messages;
use serde_json::{Value as Json, json};
use unicode_width::UnicodeWidthStr;

/// The widest a cell of a table is printed.
const CELL: usize = 60;
/// How many fields a list shows beside the label.
const FIELDS: usize = 4;

/// Prints rows under heads, each column as wide as it needs.
pub fn table(heads: &[String], rows: &[Vec<String>]) -> String {
    let rows: Vec<Vec<String>> = rows
        .iter()
        .map(|row| row.iter().map(|cell| shortened(cell)).collect())
        .collect();
    let widths: Vec<usize> = heads
        .iter()
        .enumerate()
        .map(|(at, head)| {
            rows.iter()
                .filter_map(|row| row.get(at))
                .map(|cell| cell.width())
                .chain([head.width()])
                .max()
                .unwrap_or(0)
        })
        .collect();
    let mut out = String::new();
    for row in std::iter::once(heads).chain(rows.iter().map(Vec::as_slice)) {
        let mut line = String::new();
        for (cell, width) in row.iter().zip(&widths) {
            line.push_str(cell);
            line.push_str(&" ".repeat(width.saturating_sub(cell.width()) + 2));
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}

fn shortened(cell: &str) -> String {
    let line = cell.replace(['\n', '\t'], " ");
    if line.width() <= CELL {
        return line;
    }
    let mut short = String::new();
    for c in line.chars() {
        if short.width() >= CELL - 1 {
            break;
        }
        short.push(c);
    }
    short.push('…');
    short
}

/// Writes one value of a record for people.
pub fn value(messages: &Messages, field: Option<&Field>, record: &Json, name: &str) -> String {
    let text_of = format!("{name}_text");
    let json = if record[&text_of].is_string() {
        &record[&text_of]
    } else {
        &record[name]
    };
    match json {
        Json::Null => String::new(),
        Json::Bool(true) => messages.plain("value-yes"),
        Json::Bool(false) => messages.plain("value-no"),
        Json::Number(number) => number.to_string(),
        Json::String(text) => match field.and_then(Field::vocabulary) {
            Some(vocabulary) => messages.code(vocabulary.name, text),
            None => text.clone(),
        },
        Json::Array(several) => {
            let parts: Vec<String> = several
                .iter()
                .map(|one| part(messages, field, one))
                .collect();
            parts.join(", ")
        }
        one => part(messages, field, one),
    }
}

fn part(messages: &Messages, field: Option<&Field>, json: &Json) -> String {
    if let Json::String(text) = json {
        return text.clone();
    }
    if let Some(address) = json.get("standing") {
        let standing = messages.code("standing", address.as_str().unwrap_or_default());
        let params =
            json!({"standing": standing, "address": json["address"], "date": json["retrieved"]});
        let id = if json["address"].is_null() {
            "value-source-no-address"
        } else {
            "value-source"
        };
        return messages.text(id, &params);
    }
    let label = json["label"]
        .as_str()
        .or_else(|| json["text"].as_str())
        .unwrap_or_default();
    match json["role"].as_str() {
        Some(role) => {
            let roles = field.and_then(Field::links).and_then(|links| links.roles);
            let role =
                roles.map_or_else(|| role.to_owned(), |roles| messages.code(roles.name, role));
            messages.text("value-role", &json!({"label": label, "role": role}))
        }
        None => label.to_owned(),
    }
}

/// Prints a list of records.
pub fn list(messages: &Messages, kind: &Kind, rows: &[Json], total: u64, offset: u64) -> String {
    if rows.is_empty() {
        return messages.plain("rows-none");
    }
    let in_label: &[&str] = match kind.label {
        Label::Fields(names) | Label::References(names) => names,
        Label::Numbered(..) => &["number", "title"],
    };
    let shown: Vec<&Field> = kind
        .fields
        .iter()
        .filter(|field| {
            !in_label.contains(&field.name)
                && !matches!(
                    field.ty,
                    Type::Links(_) | Type::SameAs | Type::Closing | Type::Erased
                )
        })
        .filter(|field| rows.iter().any(|row| !row[field.name].is_null()))
        .take(FIELDS)
        .collect();
    let mut heads = vec![messages.plain("head-id"), messages.plain("head-label")];
    heads.extend(
        shown
            .iter()
            .map(|field| messages.field(kind.name, field.name)),
    );
    let lines: Vec<Vec<String>> = rows
        .iter()
        .map(|row| {
            let mut line = vec![
                row["id"]
                    .as_str()
                    .unwrap_or_default()
                    .chars()
                    .take(8)
                    .collect(),
                row["label"].as_str().unwrap_or_default().to_owned(),
            ];
            line.extend(
                shown
                    .iter()
                    .map(|field| value(messages, Some(field), row, field.name)),
            );
            line
        })
        .collect();
    let count = rows.len() as u64;
    let foot = if count == total {
        messages.text("rows-count", &json!({"count": total}))
    } else {
        messages.text(
            "rows-of-total",
            &json!({"first": offset + 1, "last": offset + count, "total": total}),
        )
    };
    format!("{}{foot}", table(&heads, &lines))
}

/// Prints a record, a field a line.
pub fn record(messages: &Messages, kind: &Kind, record: &Json) -> String {
    let mut lines: Vec<Vec<String>> = vec![
        vec![
            messages.kind(kind.name),
            record["label"].as_str().unwrap_or_default().to_owned(),
        ],
        vec![
            messages.plain("head-id"),
            record["id"].as_str().unwrap_or_default().to_owned(),
        ],
    ];
    for field in kind.told_fields() {
        let text = value(messages, Some(field), record, field.name);
        if !text.is_empty() {
            let contested = record["contested"].as_array().is_some_and(|cells| {
                cells.iter().any(|cell| {
                    cell.as_str()
                        .is_some_and(|cell| cell.split('.').next() == Some(field.name))
                })
            });
            let text = if contested {
                messages.text("value-contested", &json!({"value": text}))
            } else {
                text
            };
            lines.push(vec![messages.field(kind.name, field.name), text]);
        }
    }
    let width = lines.iter().map(|line| line[0].width()).max().unwrap_or(0);
    let mut out = String::new();
    for line in lines {
        let pad = " ".repeat(width - line[0].width() + 2);
        let text = line[1].replace('\n', &format!("\n{}", " ".repeat(width + 2)));
        out.push_str(&format!("{}{pad}{text}\n", line[0]));
    }
    out
}

/// Prints transactions with their changes, newest first.
pub fn history(messages: &Messages, rows: &[Json]) -> String {
    if rows.is_empty() {
        return messages.plain("history-none");
    }
    let mut out = String::new();
    for row in rows {
        let text = |name: &str| row[name].as_str().unwrap_or_default().to_owned();
        let person = row["person"]["label"].as_str().unwrap_or_default();
        let origin = messages.code("origin", &text("origin"));
        out.push_str(&format!(
            "{}  {person}  {origin}  {}",
            text("time"),
            text("txn")
        ));
        if let Some(reason) = row["reason"].as_str() {
            out.push_str(&format!("  {reason}"));
        }
        out.push('\n');
        for change in row["changes"].as_array().into_iter().flatten() {
            out.push_str(&format!("    {}\n", difference(messages, change)));
        }
    }
    out
}

/// Prints differences between two points of the log under the workstreams they belong to.
pub fn differences(messages: &Messages, network: &str, rows: &[Json]) -> String {
    let mut out = String::new();
    let mut group: Option<&Json> = None;
    for row in rows {
        if group != Some(&row["group"]) {
            group = Some(&row["group"]);
            let label = row["group"]["label"].as_str().unwrap_or(network);
            out.push_str(&format!("{label}\n"));
        }
        out.push_str(&format!("    {}\n", difference(messages, row)));
    }
    out
}

/// One line: the record, the field, what stood there and what stands there.
fn difference(messages: &Messages, change: &Json) -> String {
    let table = change["record"]["table"].as_str().unwrap_or_default();
    let label = change["record"]["label"].as_str().unwrap_or_default();
    let name = change["field"].as_str().unwrap_or_default();
    let field = messages.field(table, name);
    let show = |json: &Json| shortened(&plain(messages, table, name, json));
    format!(
        "{}  {field}: {} → {}",
        shortened(label),
        show(&change["old"]),
        show(&change["new"])
    )
}

/// Writes a value of a change of a field for people.
pub fn plain(messages: &Messages, kind: &str, field: &str, json: &Json) -> String {
    match json {
        Json::Null => "–".to_owned(),
        Json::Bool(true) => messages.plain("value-yes"),
        Json::Bool(false) => messages.plain("value-no"),
        Json::String(text) if field == "exists" => messages.code("life", text),
        Json::String(text) => match described(kind, field).and_then(Field::vocabulary) {
            Some(vocabulary) => messages.code(vocabulary.name, text),
            None => text.clone(),
        },
        Json::Object(_) => part(messages, described(kind, field), json),
        other => other.to_string(),
    }
}

/// The field that a change names, whichever the language of its text.
fn described(kind: &str, field: &str) -> Option<&'static Field> {
    let name = field.split_once('.').map_or(field, |(name, _)| name);
    kinds::by_name(kind)?.field(name)
}

/// Prints the changes of one record that a command made.
pub fn changes(messages: &Messages, kind: &Kind, rows: &[Json]) -> String {
    let heads = ["head-field", "head-old", "head-new"].map(|id| messages.plain(id));
    let lines: Vec<Vec<String>> = rows
        .iter()
        .map(|row| {
            let name = row["field"].as_str().unwrap_or_default();
            vec![
                messages.field(kind.name, name),
                plain(messages, kind.name, name, &row["old"]),
                plain(messages, kind.name, name, &row["new"]),
            ]
        })
        .collect();
    table(&heads, &lines)
}

/// Prints lines in two columns without heads, uncut.
pub fn columns(lines: &[Vec<String>]) -> String {
    let width = lines.iter().map(|line| line[0].width()).max().unwrap_or(0);
    lines
        .iter()
        .map(|line| {
            format!(
                "{}{}{}\n",
                line[0],
                " ".repeat(width - line[0].width() + 2),
                line[1]
            )
        })
        .collect()
}
