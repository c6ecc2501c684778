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

#[test]
fn only_what_all_options_hold_for_is_told() {
    let store = Store::published();
    let ana = store.add("person", &["name=Ana"]);
    let group = id_of(&store.record("group", "1"));
    let one = store.add("activity", &["title=One", "group=1", "status=completed"]);
    store.add("activity", &["title=Two", "group=2", "leads=IOM"]);
    store.json(&["--as", "Ana", "set", "activity", "Two", "status=delayed"]);
    store.json(&["delete", "activity", "One"]);
    store.json(&["undo"]);
    let told = |args: &[&str]| -> Vec<Value> {
        let mut all = vec!["history", "--limit", "500"];
        all.extend(args);
        store.rows(&all)
    };
    // What came with the publication is there, too.
    let own = |args: &[&str]| {
        let rows = told(args);
        rows.iter()
            .filter(|row| row["origin"] != "publication")
            .count()
    };
    let by_ana = store.rows(&["history", "--by", "Ana"]);
    assert_eq!(by_ana.len(), 1, "{by_ana:?}");
    assert_eq!(id_of(&by_ana[0]["person"]), ana);
    assert_eq!(own(&["--kind", "activity"]), 5);
    assert_eq!(
        own(&["--kind", "activity", "--where", "status=completed"]),
        3,
        "what became of One, as it is now"
    );
    assert_eq!(
        own(&[
            "--kind",
            "activity",
            "--where",
            "leads=IOM",
            "--where",
            "status=delayed"
        ]),
        2
    );
    assert_eq!(own(&["--group", &group]), 3);
    assert_eq!(told(&["--origin", "undo"]).len(), 1);
    assert_eq!(told(&["activity", &one, "--origin", "undo"]).len(), 1);
    assert_eq!(told(&["--to", "1999"]).len(), 0);
    assert_eq!(told(&["--from", "2199-01"]).len(), 0);
    let all = told(&[]);
    let rows = store.rows(&["history", "--limit", "2"]);
    let second = rows[1]["txn"].as_str().unwrap();
    assert_eq!(told(&["--before", second]), all[2..]);
    let exact = rows[1]["time"].as_str().unwrap();
    let (before, after) = (told(&["--to", exact]), told(&["--from", exact]));
    let time = |row: &Value| row["time"].as_str().unwrap().to_owned();
    assert!(before.iter().all(|row| time(row).as_str() < exact));
    assert!(after.iter().all(|row| time(row).as_str() >= exact));
    assert_eq!(before.len() + after.len(), all.len());
}

#[test]
fn options_of_history_that_mean_nothing_are_refused() {
    let store = Store::published();
    for (args, code) in [
        (&["--where", "status=completed"][..], "missing_argument"),
        (&["--from", "soon"], "bad_date"),
        (&["--kind", "activty"], "unknown_kind"),
        (&["--origin", "typd"], "unknown_code"),
        (&["--by", "Nobody"], "key_not_found"),
        (&["--before", "then"], "unknown_transaction"),
        (
            &["--kind", "activity", "--where", "colour=red"],
            "unknown_field",
        ),
    ] {
        let mut all = vec!["history"];
        all.extend(args);
        assert_eq!(store.rejected(&all).code(), code, "{args:?}");
    }
}
