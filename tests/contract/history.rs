//! HISTORY: every change, who made it and when.

use serde_json::Value;

use crate::support::{Store, change_of, id_of, words};

#[test]
fn every_edit_is_told_newest_first() {
    let store = Store::published();
    let id = store.add("activity", &["title=Told", "status=yet_to_start"]);
    let one = store.set("activity", &id, &["status=in_progress", "timeline=2024"]);
    let two = store.set("activity", &id, &["status=completed"]);
    let rows = store.rows(&["history", "activity", &id]);
    assert_eq!(rows.len(), 3, "three commands, three rows: {rows:?}");
    assert_eq!(
        (&rows[0]["txn"], &rows[1]["txn"]),
        (&two["txn"], &one["txn"]),
        "newest first, and txn is what the command answered"
    );
    let changes = rows[0]["changes"].as_array().unwrap();
    assert_eq!(changes.len(), 1, "only the status changed: {changes:?}");
    let change = change_of(changes, "status");
    assert_eq!(
        (id_of(&change["record"]), &change["old"], &change["new"]),
        (id.clone(), &"in_progress".into(), &"completed".into()),
        "which record, from what, to what"
    );
    let changes = rows[1]["changes"].as_array().unwrap();
    assert_eq!(changes.len(), 2, "status and timeline: {changes:?}");
    let timeline = change_of(changes, "timeline");
    assert_eq!(timeline["old"], Value::Null, "it had none: {timeline}");
    assert!(words(&timeline["new"]).contains("2024"), "{timeline}");
    for row in &rows {
        assert_eq!(row["origin"], "typed", "typed here: {row}");
        assert!(row["time"].is_string(), "when: {row}");
        assert!(!row["site"].is_null(), "on which device: {row}");
        assert!(!row["person"].is_null(), "by whom: {row}");
    }
}

#[test]
fn the_whole_history_is_one_list() {
    let store = Store::published();
    let ids =
        ["One", "Two", "Three"].map(|title| store.add("activity", &[&format!("title={title}")]));
    let rows = store.rows(&["history", "--limit", "3"]);
    assert_eq!(rows.len(), 3, "--limit bounds the rows");
    for (row, id) in rows.iter().zip(ids.iter().rev()) {
        let changes = row["changes"].as_array().unwrap();
        assert!(
            changes.iter().all(|change| &id_of(&change["record"]) == id),
            "newest first over all records: {row}"
        );
    }
    let rows = store.rows(&["history", "--limit", "50"]);
    assert!(rows.len() <= 50);
    let times: Vec<&str> = rows
        .iter()
        .map(|row| row["time"].as_str().unwrap())
        .collect();
    assert!(times.is_sorted_by(|a, b| a >= b), "newest first: {times:?}");
}

#[test]
fn seeded_facts_have_a_history_too() {
    let store = Store::published();
    let rows = store.rows(&["history", "group", "1"]);
    assert!(!rows.is_empty(), "every fact is explained by the log");
    assert!(
        rows.iter().all(|row| row["origin"] == "publication"),
        "they came with the publication: {rows:?}"
    );
    store.set("group", "1", &["state=closed"]);
    let rows = store.rows(&["history", "group", "1"]);
    assert_eq!(rows[0]["origin"], "typed", "{rows:?}");
    assert_eq!(rows.last().unwrap()["origin"], "publication", "{rows:?}");
}

#[test]
fn undo_and_redo_are_told() {
    let store = Store::published();
    let id = store.add("activity", &["title=Told back"]);
    store.set("activity", &id, &["status=delayed"]);
    let undone = store.json(&["undo"]);
    let rows = store.rows(&["history", "activity", &id]);
    assert_eq!(rows.len(), 3, "an undo is an action like others: {rows:?}");
    assert_eq!(rows[0]["origin"], "undo", "and says so: {rows:?}");
    assert_eq!(rows[0]["txn"], undone["txn"], "{rows:?}");
}

#[test]
fn history_of_a_link_shows_at_its_record() {
    let store = Store::published();
    let id = store.add("activity", &["title=Linked"]);
    store.set("activity", &id, &["leads+=IOM"]);
    let rows = store.rows(&["history", "activity", &id]);
    let change = change_of(rows[0]["changes"].as_array().unwrap(), "leads");
    let iom = id_of(&store.record("organisation", "IOM"));
    let new = words(&change["new"]);
    assert!(
        new.contains(&iom) || new.contains("IOM"),
        "who leads is a field of the activity, so its history tells: {change}"
    );
}
