//! SHOW, ADD, SET, delete and undelete.

use serde_json::Value;

use crate::support::{Store, change_of, id_of, rows_of, text_of, words};

#[test]
fn add_answers_with_the_record_and_its_changes() {
    let store = Store::published();
    let answer = store.json(&[
        "add",
        "activity",
        "title=Answered",
        "status=in_progress",
        "group=2",
    ]);
    let record = &answer["record"];
    assert_eq!(record["life"], "live");
    assert_eq!(record["status"], "in_progress");
    assert_eq!(record["group"]["table"], "group");
    for (field, new) in [("title", "Answered"), ("status", "in_progress")] {
        let row = change_of(rows_of(&answer), field);
        assert_eq!(row["old"], Value::Null, "there was nothing before: {row}");
        assert!(words(&row["new"]).contains(new), "{field}: {row}");
    }
    let id = id_of(record);
    assert_eq!(
        &store.record("activity", &id),
        record,
        "what add answers is what show shows"
    );
    let listed = store
        .list("activity")
        .into_iter()
        .find(|row| id_of(row) == id);
    assert_eq!(
        listed.as_ref(),
        Some(record),
        "and what list lists: one record has one form"
    );
    let standing = &record["provenance"];
    assert!(
        standing.is_null() || standing["standing"] == "own",
        "what is typed here is nobody's publication: {standing}"
    );
}

#[test]
fn set_lists_exactly_what_changed() {
    let store = Store::published();
    let id = store.add("activity", &["title=Before", "status=yet_to_start"]);
    let answer = store.set(
        "activity",
        &id,
        &["title=After", "status=yet_to_start", "timeline=Q3 2023"],
    );
    let mut fields: Vec<&str> = rows_of(&answer)
        .iter()
        .map(|row| row["field"].as_str().unwrap().split('.').next().unwrap())
        .collect();
    fields.sort_unstable();
    assert_eq!(
        fields,
        ["timeline", "title"],
        "the status was the same, so it did not change: {answer}"
    );
    let title = change_of(rows_of(&answer), "title");
    assert!(
        words(&title["old"]).contains("Before"),
        "old value: {title}"
    );
    assert!(words(&title["new"]).contains("After"), "new value: {title}");
    let record = &answer["record"];
    assert!(
        record["changed_at"].as_str() >= record["created_at"].as_str(),
        "nothing is changed before it is made: {record}"
    );
}

#[test]
fn an_equal_value_changes_nothing() {
    let store = Store::published();
    let id = store.add(
        "activity",
        &[
            "title=Same",
            "timeline=Q1-Q2 2023",
            "group=1",
            "objectives=8",
        ],
    );
    let digest = store.digest();
    let history = store.json(&["history"])["rows"].clone();
    let record = store.record("activity", &id);
    for same in [
        "title=Same",
        "timeline=Q1-Q2 2023",
        "group=1",
        "objectives=8",
        "objectives+=8",
        "progress_note=",
    ] {
        let answer = store.set("activity", &id, &[same]);
        assert_eq!(answer["txn"], Value::Null, "{same} is no change: {answer}");
        assert!(
            rows_of(&answer).is_empty(),
            "so nothing is listed: {answer}"
        );
    }
    assert_eq!(store.digest(), digest, "no change was written");
    assert_eq!(store.json(&["history"])["rows"], history, "nor told");
    assert_eq!(store.record("activity", &id), record, "nor dated");
}

#[test]
fn one_command_is_all_or_nothing() {
    let store = Store::published();
    let id = store.add("activity", &["title=Whole", "status=in_progress"]);
    let digest = store.digest();
    for bad in [
        "status=nonsense",
        "group=no such group",
        "leads=IOM,no such organisation",
        "objectives=99",
        "nonsense=1",
        "title.english language=x",
    ] {
        store.rejected(&["set", "activity", &id, "title=Half", "next_step=Half", bad]);
        store.rejected(&["add", "activity", "title=Half of one", bad]);
        assert_eq!(
            store.digest(),
            digest,
            "{bad}: the good fields of a bad command are not taken either"
        );
    }
    assert!(
        store.rows(&["search", "Half of one"]).is_empty(),
        "no half record is left to be found"
    );
}

#[test]
fn delete_and_undelete() {
    let store = Store::published();
    let id = store.add(
        "activity",
        &[
            "title=There and back",
            "group=3",
            "leads=IOM,ILO",
            "timeline=2024",
        ],
    );
    let before = store.record("activity", &id);
    let total = store.json(&["list", "activity"])["total"].as_u64().unwrap();
    let listed = |args: &[&str]| store.rows(args).iter().any(|row| id_of(row) == id);

    let gone = store.json(&["delete", "activity", &id]);
    assert_eq!(gone["record"]["life"], "deleted", "{gone}");
    assert!(!listed(&["list", "activity"]), "the list shows all live");
    assert!(
        listed(&["list", "activity", "--deleted"]),
        "--deleted shows what is gone"
    );
    assert_eq!(
        store.json(&["list", "activity"])["total"].as_u64(),
        Some(total - 1)
    );
    assert!(
        store.rows(&["search", "There and back"]).is_empty(),
        "search finds what lives"
    );
    let again = store.json(&["delete", "activity", &id]);
    assert_eq!(again["txn"], Value::Null, "it is gone already: {again}");

    let back = store.json(&["undelete", "activity", &id]);
    assert_eq!(back["record"]["life"], "live", "{back}");
    assert!(listed(&["list", "activity"]), "and listed again");
    let after = store.record("activity", &id);
    for member in ["title", "group", "leads", "timeline", "label"] {
        assert_eq!(
            after[member], before[member],
            "{member} comes back as it was: nothing was removed"
        );
    }
    let again = store.json(&["undelete", "activity", &id]);
    assert_eq!(again["txn"], Value::Null, "it lives already: {again}");
    store.assert_sound();
}

#[test]
fn show_brings_the_twenty_newest_changes() {
    let store = Store::empty();
    let id = store.add("organisation", &["name=Often changed"]);
    for n in 0..22 {
        store.set("organisation", &id, &[&format!("notes=version {n}")]);
    }
    let answer = store.json(&["show", "organisation", &id]);
    let rows = rows_of(&answer);
    assert_eq!(rows.len(), 20, "twenty, and history has the rest");
    for (row, n) in rows.iter().zip((2..22).rev()) {
        let change = change_of(row["changes"].as_array().unwrap(), "notes");
        assert!(
            words(&change["new"]).contains(&format!("version {n}")),
            "newest first: row of version {n} is {row}"
        );
    }
    assert_eq!(text_of(&answer["record"]["notes"]), "version 21");
    assert_eq!(
        store
            .rows(&["history", "organisation", &id, "--limit", "100"])
            .len(),
        23,
        "one row for each command"
    );
}

#[test]
fn edits_name_the_person_they_are_made_as() {
    let store = Store::empty();
    let person = store.add("person", &["name=Amina Yusuf", "function=Co-lead"]);
    let answer = store.json(&["--as", &person, "add", "organisation", "name=Made by Amina"]);
    let id = id_of(&answer["record"]);
    let rows = store.rows(&["history", "organisation", &id]);
    assert!(
        words(&rows[0]["person"]).contains("Amina Yusuf")
            || words(&rows[0]["person"]).contains(&person),
        "--as says who acts: {}",
        rows[0]
    );
}
