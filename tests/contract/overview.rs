//! OVERVIEW.

use serde_json::Value;

use crate::support::{Store, id_of, rows_of};

fn row_of(store: &Store, group: &str) -> Value {
    let answer = store.json(&["overview"]);
    rows_of(&answer)
        .iter()
        .find(|row| id_of(&row["group"]) == group)
        .unwrap_or_else(|| panic!("every workstream has a row: {answer}"))
        .clone()
}

fn count(row: &Value, status: &str) -> u64 {
    row["activities"][status].as_u64().unwrap_or(0)
}

#[test]
fn the_published_network_at_a_glance() {
    let store = Store::published();
    let answer = store.json(&["overview"]);
    assert_eq!(answer["to_settle"], 0, "nobody contradicted anybody yet");
    assert!(answer["unshared"].is_u64(), "{answer}");
    let workstreams = store.rows(&["list", "group", "--where", "kind=workstream"]);
    let mut activities = 0;
    for group in &workstreams {
        let id = id_of(group);
        let rows: Vec<&Value> = rows_of(&answer)
            .iter()
            .filter(|row| id_of(&row["group"]) == id)
            .collect();
        assert_eq!(rows.len(), 1, "each of the 14 has one row: {group}");
        let counted = rows[0]["activities"].as_object().unwrap();
        assert!(
            counted
                .iter()
                .all(|(status, n)| status == "unknown" || n == 0),
            "published statuses cannot be read back: {}",
            rows[0]
        );
        activities += count(rows[0], "unknown");
        for member in ["overdue", "due_30"] {
            assert!(rows[0][member].is_u64(), "{member} is a count: {}", rows[0]);
        }
    }
    assert_eq!(activities, 35, "every published activity is counted once");
}

#[test]
fn statuses_and_due_dates_are_counted() {
    let store = Store::published();
    let group = id_of(&store.record("group", "1"));
    let as_of = store.json(&["overview"])["as_of"].as_str().unwrap()[..10].to_owned();
    let before = row_of(&store, &group);

    let in_group = format!("group={group}");
    let late = store.add(
        "activity",
        &[
            "title=Late",
            &in_group,
            "status=in_progress",
            "timeline=Q1 2020",
        ],
    );
    let row = row_of(&store, &group);
    assert_eq!(count(&row, "in_progress"), 1, "{row}");
    assert_eq!(
        row["overdue"].as_u64(),
        before["overdue"].as_u64().map(|n| n + 1),
        "its time is over and it is not done: {row}"
    );
    store.set("activity", &late, &["status=completed"]);
    let row = row_of(&store, &group);
    assert_eq!(
        (count(&row, "in_progress"), count(&row, "completed")),
        (0, 1)
    );
    assert_eq!(
        row["overdue"], before["overdue"],
        "what is completed is not overdue: {row}"
    );

    store.add(
        "activity",
        &[
            "title=Due",
            &in_group,
            "status=yet_to_start",
            &format!("timeline={as_of}"),
        ],
    );
    let row = row_of(&store, &group);
    assert_eq!(
        row["due_30"].as_u64(),
        before["due_30"].as_u64().map(|n| n + 1),
        "what is due today is due within 30 days: {row}"
    );
    assert_eq!(row["overdue"], before["overdue"], "and not overdue: {row}");
}

#[test]
fn own_changes_are_not_shared_yet() {
    let store = Store::published();
    let unshared = || store.json(&["overview"])["unshared"].as_u64().unwrap();
    // A store that was copied, as for this test, goes on as a site of its own from its first change.
    store.add("organisation", &["name=Mine first"]);
    let before = unshared();
    store.add("organisation", &["name=Mine alone"]);
    assert!(unshared() > before, "nobody else has it yet");
}

#[test]
fn who_one_is_is_not_waiting_to_be_shared() {
    let store = Store::absent();
    store.json(&["init", "--person", "Ana Lima", "--organisation", "UNICEF"]);
    assert_eq!(store.json(&["overview"])["unshared"], 0);
    store.add("organisation", &["name=Mine"]);
    assert!(store.json(&["overview"])["unshared"].as_u64().unwrap() > 0);
}
