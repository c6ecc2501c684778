//! COMPARE: two days, or two vectors, side by side.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::support::{KINDS, Store, change_of, id_of, rows_of};

/// What was received, as a word of the command line.
fn vector(store: &Store) -> String {
    store.json(&["digest"])["vector"].to_string()
}

/// The rows told of one record.
fn of<'a>(rows: &'a [Value], id: &str) -> Vec<&'a Value> {
    rows.iter()
        .filter(|row| row["record"]["id"] == *id)
        .collect()
}

fn sample() -> Store {
    let store = Store::absent();
    let file = store.file().display().to_string();
    store.json(&["sample", "--size", "S", "--seed", "3", &file]);
    store
}

#[test]
fn what_was_changed_is_told_from_and_to() {
    let store = Store::published();
    let group = store.add("group", &["kind=workstream", "number=71", "name=Compared"]);
    let of_group = format!("group={group}");
    let kept = store.add(
        "activity",
        &["title=Kept", "status=yet_to_start", &of_group],
    );
    let gone = store.add("activity", &["title=Gone", &of_group]);
    let before = vector(&store);
    store.set("activity", &kept, &["status=in_progress", "leads+=IOM"]);
    store.set("activity", &kept, &["status=completed"]);
    store.json(&["delete", "activity", &gone]);
    let new = store.add("activity", &["title=New", &of_group]);
    let answer = store.json(&["compare", &before, &vector(&store)]);
    let rows = rows_of(&answer);
    let changed = of(rows, &kept);
    assert_eq!(
        changed.len(),
        2,
        "each cell once, however often it was set: {changed:?}"
    );
    let status = changed.iter().find(|row| row["field"] == "status").unwrap();
    assert_eq!(
        (&status["old"], &status["new"], &status["change"]),
        (
            &json!("yet_to_start"),
            &json!("completed"),
            &json!("changed")
        )
    );
    let lead = changed.iter().find(|row| row["field"] == "leads").unwrap();
    assert_eq!(lead["old"], Value::Null, "a link that was added: {lead}");
    let removed = of(rows, &gone);
    assert_eq!(removed.len(), 1, "{removed:?}");
    assert_eq!(
        (&removed[0]["field"], &removed[0]["old"], &removed[0]["new"]),
        (&json!("exists"), &json!("live"), &json!("deleted"))
    );
    let added: Vec<Value> = of(rows, &new).into_iter().cloned().collect();
    assert_eq!(change_of(&added, "exists")["old"], Value::Null);
    assert_eq!(change_of(&added, "title.en")["new"], "New");
    for row in rows {
        assert_eq!(id_of(&row["group"]), group, "grouped by workstream: {row}");
    }
    assert_eq!(
        answer["records"],
        json!({"added": 1, "removed": 1, "changed": 1})
    );
}

#[test]
fn set_and_set_back_is_no_change() {
    let store = Store::published();
    let id = store.add("activity", &["title=Same", "status=yet_to_start"]);
    let before = vector(&store);
    store.set("activity", &id, &["status=completed", "objectives=1"]);
    store.set("activity", &id, &["status=yet_to_start", "objectives="]);
    let made = store.add("activity", &["title=Come and gone"]);
    store.json(&["delete", "activity", &made]);
    let rows = store.rows(&["compare", &before, &vector(&store)]);
    assert!(rows.is_empty(), "{rows:?}");
}

#[test]
fn a_point_is_as_itself_and_as_a_mirror_of_the_other() {
    let store = sample();
    let days = ["2022-06-30", "2023-12-31", "2024-05-03", "2026"];
    for a in days {
        assert!(store.rows(&["compare", a, a]).is_empty(), "{a}");
        for b in days {
            let mut there = store.rows(&["compare", a, b]);
            for row in &mut there {
                let old = row["old"].take();
                row["old"] = row["new"].take();
                row["new"] = old;
                row["change"] = match row["change"].as_str().unwrap() {
                    "added" => "removed".into(),
                    "removed" => "added".into(),
                    other => other.into(),
                };
            }
            assert_eq!(there, store.rows(&["compare", b, a]), "{a} {b}");
        }
    }
}

#[test]
fn the_differences_are_those_of_the_lists_of_then() {
    let store = sample();
    let now = vector(&store);
    let whole = store.rows(&["compare", "1999", &now]);
    assert!(!whole.is_empty(), "a day against a vector");
    let mut told = 0;
    for (a, b) in [
        ("2022-06-30", "2023-12-31"),
        ("2023-12-31", "2026"),
        ("2026", "1999"),
    ] {
        let rows = store.rows(&["compare", a, b]);
        for (kind, _) in KINDS {
            let list = |day: &str| -> BTreeMap<String, Value> {
                let rows = store.rows(&["list", kind, "--known", day]);
                rows.into_iter().map(|row| (id_of(&row), row)).collect()
            };
            let (before, after) = (list(a), list(b));
            let mut existence: BTreeMap<String, (bool, bool)> = BTreeMap::new();
            for id in before.keys().chain(after.keys()) {
                existence.insert(
                    id.clone(),
                    (before.contains_key(id), after.contains_key(id)),
                );
            }
            for (id, (was, is)) in existence {
                let of = of(&rows, &id);
                let exists = of.iter().find(|row| row["field"] == "exists");
                assert_eq!(exists.is_some(), was != is, "{a} {b} {kind} {id}: {of:?}");
                if was && is {
                    for name in differing(&before[&id], &after[&id]) {
                        told += 1;
                        assert!(
                            of.iter().any(|row| field(row) == name),
                            "{a} {b} {kind} {id} {name}: {of:?}"
                        );
                    }
                    for row in &of {
                        let name = field(row);
                        assert_ne!(
                            before[&id][&name], after[&id][&name],
                            "{a} {b} {kind} {id}: {row}"
                        );
                    }
                }
                if let Some(row) = exists {
                    told += 1;
                    assert_eq!(row["change"], if is { "added" } else { "removed" });
                }
            }
        }
    }
    assert!(
        told > 0,
        "the sample must have been changed between these days"
    );
}

/// The field a row is about, whatever the language of its text.
fn field(row: &Value) -> String {
    let name = row["field"].as_str().unwrap();
    name.split('.').next().unwrap().to_owned()
}

/// The fields in which two states of a record differ, but for what follows from others.
fn differing(a: &Value, b: &Value) -> Vec<String> {
    let follows = [
        "label",
        "changed_at",
        "created_at",
        "contested",
        "provenance",
        "own",
        "depth",
        "hasChildren",
    ];
    a.as_object()
        .unwrap()
        .keys()
        .filter(|name| !follows.contains(&name.as_str()) && !name.ends_with("_text"))
        .filter(|name| plain(&a[name.as_str()]) != plain(&b[name.as_str()]))
        .cloned()
        .collect()
}

/// A value without what the records it names were called.
fn plain(value: &Value) -> Value {
    match value {
        Value::Object(object) => object
            .iter()
            .filter(|(name, _)| *name != "label")
            .map(|(name, value)| (name.clone(), plain(value)))
            .collect::<serde_json::Map<_, _>>()
            .into(),
        Value::Array(rows) => {
            let mut rows: Vec<Value> = rows.iter().map(plain).collect();
            rows.sort_by_key(ToString::to_string);
            rows.into()
        }
        other => other.clone(),
    }
}

#[test]
fn what_is_no_point_is_refused() {
    let store = Store::published();
    let failure = store.wrong_use(&["compare", "yesterday", "2024"]);
    assert_eq!(failure.code(), "bad_point");
    let site = "00000000-0000-4000-8000-000000000001:5";
    let failure = store.refused(&["compare", site, "2024"]);
    assert_eq!(failure.code(), "not_received");
    assert_eq!(
        store.wrong_use(&["compare", "2024"]).code(),
        "missing_argument"
    );
}
