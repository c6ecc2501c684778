//! COMPARE: two days, or two vectors, side by side.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::support::{Store, change_of, id_of, rows_of};

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
    for (at, a) in days.into_iter().enumerate() {
        assert!(store.rows(&["compare", a, a]).is_empty(), "{a}");
        for b in &days[..at] {
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

/// That nothing else differs, of any kind and field, is a law of the store.
#[test]
fn the_differences_are_those_of_the_lists_of_then() {
    let store = sample();
    let now = vector(&store);
    let whole = store.rows(&["compare", "1999", &now]);
    assert!(!whole.is_empty(), "a day against a vector");
    let days = ["2022-06-30", "2023-12-31", "2026"];
    let lists = days.map(|day| -> BTreeMap<String, Value> {
        let rows = store.rows(&["list", "activity", "--known", day]);
        rows.into_iter().map(|row| (id_of(&row), row)).collect()
    });
    let mut told = 0;
    for (a, b) in [(0, 1), (1, 2), (2, 0)] {
        let rows = store.rows(&["compare", days[a], days[b]]);
        let (before, after) = (&lists[a], &lists[b]);
        for id in before.keys().chain(after.keys()) {
            let of = of(&rows, id);
            let row = |field: &str| of.iter().find(|row| row["field"] == field);
            let (was, is) = (before.get(id), after.get(id));
            let exists = row("exists").map(|row| row["change"].as_str().unwrap());
            let fate = match (was, is) {
                (None, _) => Some("added"),
                (_, None) => Some("removed"),
                _ => None,
            };
            assert_eq!(exists, fate, "{a} {b} {id}: {of:?}");
            told += of.len();
            if let (Some(was), Some(is)) = (was, is) {
                let status = row("status").map(|row| (&row["old"], &row["new"]));
                let changed = was["status"] != is["status"];
                let wanted = changed.then_some((&was["status"], &is["status"]));
                assert_eq!(status, wanted, "{a} {b} {id}");
            }
        }
    }
    assert!(
        told > 0,
        "the sample must have been changed between these days"
    );
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

#[test]
fn personal_values_are_told_only_where_they_are_asked_for() {
    let store = Store::published();
    let ana = store.add("person", &["name=Ana", "email=old@private.example"]);
    let before = vector(&store);
    store.set(
        "person",
        &ana,
        &["email=new@private.example", "function=Chair"],
    );
    let after = vector(&store);
    let email = |args: &[&str]| {
        let mut all = vec!["compare", &before, &after];
        all.extend(args);
        change_of(&store.rows(&all), "email").clone()
    };
    let hidden = email(&[]);
    assert_eq!(
        (&hidden["old"], &hidden["new"]),
        (&Value::Null, &Value::Null)
    );
    assert_eq!(
        hidden["personal"], true,
        "that it changed is told: {hidden}"
    );
    let shown = email(&["--private"]);
    assert_eq!(
        (&shown["old"], &shown["new"]),
        (&json!("old@private.example"), &json!("new@private.example"))
    );
    for args in [
        vec!["compare", &before, &after],
        vec!["compare", &after, &before],
    ] {
        for json in [true, false] {
            let mut all = args.clone();
            all.extend(json.then_some("--json"));
            let output = store.run(&all);
            assert!(!output.stdout.contains("private.example"), "{output:?}");
        }
    }
    store.json(&["erase", &ana]);
    let gone = email(&["--private"]);
    assert_eq!((&gone["old"], &gone["new"]), (&Value::Null, &Value::Null));
}
