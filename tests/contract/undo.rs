//! UNDO and REDO, each command a process of its own, so all of it survives a restart.

use serde_json::Value;

use crate::support::{Store, id_of, rows_of, text_of};

fn title(store: &Store, id: &str) -> String {
    text_of(&store.record("activity", id)["title"])
}

#[test]
fn undo_and_redo_walk_back_and_forth() {
    let store = Store::published();
    let id = store.add("activity", &["title=v0"]);
    let mut digests = vec![store.digest()];
    for n in 1..=3 {
        store.set("activity", &id, &[&format!("title=v{n}")]);
        digests.push(store.digest());
    }
    for n in (0..3).rev() {
        let answer = store.json(&["undo"]);
        assert!(answer["txn"].is_string(), "an undo is a txn: {answer}");
        assert!(
            rows_of(&answer).iter().all(|row| row["done"] == true),
            "nobody built on it: {answer}"
        );
        assert_eq!(title(&store, &id), format!("v{n}"));
        assert_eq!(
            store.digest(),
            digests[n],
            "undo restores the former digest where nobody built on it"
        );
    }
    for (n, digest) in digests.iter().enumerate().skip(1) {
        store.json(&["redo"]);
        assert_eq!(title(&store, &id), format!("v{n}"));
        assert_eq!(&store.digest(), digest, "undo then redo is nothing");
    }
    store.json(&["undo"]);
    assert_eq!(title(&store, &id), "v2", "what was redone can be undone");
    store.assert_sound();
}

#[test]
fn undo_restores_every_sort_of_field() {
    let store = Store::published();
    let id = store.add(
        "activity",
        &[
            "title=All sorts",
            "timeline=2023",
            "status=delayed",
            "group=1",
            "leads=IOM",
        ],
    );
    let (record, digest) = (store.record("activity", &id), store.digest());
    for fields in [
        vec!["title=Other"],
        vec!["title.fr=Autre"],
        vec!["timeline=Q1 2024"],
        vec!["timeline="],
        vec!["status=completed"],
        vec!["group=2"],
        vec!["group="],
        vec!["next_step=Was empty before"],
        vec!["leads="],
        vec!["title=Many", "status=on_hold", "group=3", "progress_note=x"],
    ] {
        store.set("activity", &id, &fields);
        assert_ne!(store.digest(), digest, "{fields:?} is a change");
        store.json(&["undo"]);
        let mut after = store.record("activity", &id);
        after["changed_at"] = record["changed_at"].clone();
        assert_eq!(
            after, record,
            "{fields:?}: undo of an edit restores the record"
        );
        assert_eq!(
            store.digest(),
            digest,
            "{fields:?}: and the digest, as nobody built on it"
        );
    }
    for fields in [["leads+=WHO"], ["objectives=8,9"], ["leads=ILO,WHO"]] {
        store.set("activity", &id, &fields);
        store.json(&["undo"]);
        let mut after = store.record("activity", &id);
        after["changed_at"] = record["changed_at"].clone();
        assert_eq!(
            after, record,
            "{fields:?}: undo of an edit restores the record"
        );
    }
    store.assert_sound();
}

#[test]
fn undo_of_an_add_deletes_and_redo_brings_back() {
    let store = Store::published();
    let id = store.add("activity", &["title=Added", "group=1", "leads=IOM"]);
    let (record, digest) = (store.record("activity", &id), store.digest());
    store.json(&["undo"]);
    assert_eq!(store.record("activity", &id)["life"], "deleted");
    assert!(
        !store.list("activity").iter().any(|row| id_of(row) == id),
        "what was not added is not listed"
    );
    store.json(&["redo"]);
    let mut after = store.record("activity", &id);
    after["changed_at"] = record["changed_at"].clone();
    assert_eq!(after, record, "redo brings all of it back");
    assert_eq!(store.digest(), digest, "undo then redo is nothing");
}

#[test]
fn undo_of_a_delete_restores_the_digest() {
    let store = Store::published();
    // The first own change of a copied store also writes the card of its new site, which no undo takes back.
    store.json(&["set", "group", "3", "code=WS-3"]);
    let digest = store.digest();
    store.json(&["delete", "group", "1"]);
    assert_ne!(store.digest(), digest, "a delete is a change");
    store.json(&["undo"]);
    assert_eq!(store.digest(), digest, "delete, then undo, is nothing");
    assert_eq!(store.record("group", "1")["life"], "live");
    store.json(&["redo"]);
    store.refused(&["show", "group", "1"]);
}

#[test]
fn a_new_edit_drops_the_redo() {
    let store = Store::published();
    let id = store.add("activity", &["title=v0"]);
    store.set("activity", &id, &["title=v1"]);
    store.json(&["undo"]);
    store.set("activity", &id, &["title=v2"]);
    let digest = store.digest();
    let output = store.run(&["redo"]);
    assert!(
        output.code == 0 || output.code == 1,
        "there is nothing to redo: {output:?}"
    );
    assert_eq!(title(&store, &id), "v2", "the newer edit stays");
    assert_eq!(store.digest(), digest);
}

#[test]
fn a_named_transaction_is_undone_alone() {
    let store = Store::published();
    let id = store.add("activity", &["title=v0", "status=yet_to_start"]);
    let first = store.set("activity", &id, &["title=v1"]);
    store.set("activity", &id, &["status=completed"]);
    let answer = store.json(&["undo", first["txn"].as_str().unwrap()]);
    assert_eq!(answer["undone"], first["txn"], "it says what: {answer}");
    let record = store.record("activity", &id);
    assert_eq!(text_of(&record["title"]), "v0", "the named one is undone");
    assert_eq!(record["status"], "completed", "the later one is not");
    store.rejected(&["undo", "00000000-0000-4000-8000-000000000000"]);
}

#[test]
fn what_was_built_on_is_refused() {
    let store = Store::published();
    let id = store.add("activity", &["title=v0", "status=yet_to_start"]);
    let first = store.set("activity", &id, &["title=v1"]);
    store.set("activity", &id, &["title=v2"]);
    let digest = store.digest();
    let answer = store.answer(&["undo", first["txn"].as_str().unwrap()], 1);
    let rows = rows_of(&answer);
    assert_eq!(rows.len(), 1, "one cell was asked for: {answer}");
    assert_eq!(rows[0]["done"], false, "v2 was built on v1: {answer}");
    assert!(
        rows[0]["why"].as_str().is_some_and(|why| !why.is_empty()),
        "and the reason is given: {answer}"
    );
    assert_eq!(title(&store, &id), "v2", "nobody's later edit is lost");
    assert_eq!(store.digest(), digest, "all refused is unchanged");
}

#[test]
fn cells_are_undone_one_by_one() {
    let store = Store::published();
    let id = store.add("activity", &["title=v0", "status=yet_to_start"]);
    let both = store.set("activity", &id, &["title=v1", "status=delayed"]);
    store.set("activity", &id, &["title=v2"]);
    let answer = store.json(&["undo", both["txn"].as_str().unwrap()]);
    let done = |field: &str| {
        rows_of(&answer)
            .iter()
            .find(|row| row["field"].as_str().unwrap().starts_with(field))
            .map(|row| row["done"].clone())
    };
    assert_eq!(done("title"), Some(Value::Bool(false)), "{answer}");
    assert_eq!(done("status"), Some(Value::Bool(true)), "{answer}");
    let record = store.record("activity", &id);
    assert_eq!(text_of(&record["title"]), "v2", "refused for the title");
    assert_eq!(
        record["status"], "yet_to_start",
        "taken back for the status"
    );
}

#[test]
fn undo_never_takes_back_the_publication() {
    let store = Store::absent();
    store.json(&["init"]);
    let groups = store.list("group");
    for _ in 0..2 {
        let output = store.run(&["--json", "undo"]);
        assert!(
            output.code == 0 || output.code == 1,
            "there is nothing of this site to undo: {output:?}"
        );
    }
    assert_eq!(
        store.list("group"),
        groups,
        "undo is for what this site did, and it did nothing"
    );
}
