//! ENVELOPE and VALUES for every verb. The checks themselves stand in `support::checked` and run
//! on every answer of every test; here each verb is asked once, with the members it must have.

use crate::support::{Store, id_of, is_uuid, rows_of};

#[test]
fn every_verb_answers_in_the_envelope() {
    let store = Store::absent();
    store.json(&["init"]);
    let list = store.json(&["list", "activity", "--limit", "2", "--offset", "1"]);
    for member in ["table", "total", "rows"] {
        assert!(list.get(member).is_some(), "list has {member}: {list}");
    }
    let shown = store.json(&["show", "objective", "8"]);
    assert!(
        shown["record"].is_object(),
        "show has the record beside its history: {shown}"
    );

    let added = store.json(&["add", "organisation", "acronym=ENV", "name=Envelope"]);
    let id = id_of(&added["record"]);
    for answer in [
        added,
        store.set("organisation", &id, &["name=Envelopes"]),
        store.json(&["delete", "organisation", &id]),
        store.json(&["undelete", "organisation", &id]),
    ] {
        assert!(answer["txn"].is_string(), "an edit has a txn: {answer}");
        assert!(answer["record"].is_object(), "and the record: {answer}");
        for row in rows_of(&answer) {
            for member in ["field", "old", "new"] {
                assert!(row.get(member).is_some(), "a change has {member}: {row}");
            }
        }
    }

    for row in store.rows(&["search", "Envelopes"]) {
        for member in ["id", "table", "label", "field", "snippet", "rank"] {
            assert!(row.get(member).is_some(), "a hit has {member}: {row}");
        }
        assert!(is_uuid(row["id"].as_str().unwrap()), "a hit has an id");
    }
    for row in store.rows(&["history", "organisation", &id]) {
        for member in [
            "txn", "site", "person", "time", "origin", "reason", "changes",
        ] {
            assert!(row.get(member).is_some(), "history has {member}: {row}");
        }
        for change in row["changes"].as_array().unwrap() {
            for member in ["record", "field", "old", "new"] {
                assert!(
                    change.get(member).is_some(),
                    "a change has {member}: {change}"
                );
            }
        }
    }
    for verb in ["undo", "redo"] {
        let answer = store.json(&[verb]);
        for member in ["txn", "undone"] {
            assert!(
                answer.get(member).is_some(),
                "{verb} has {member}: {answer}"
            );
        }
        for row in rows_of(&answer) {
            for member in ["record", "field", "done", "why"] {
                assert!(row.get(member).is_some(), "{verb} has {member}: {row}");
            }
            assert!(row["done"].is_boolean(), "done is yes or no: {row}");
        }
    }
    let verified = store.json(&["verify"]);
    for member in ["ok", "changes", "records"] {
        assert!(verified.get(member).is_some(), "verify has {member}");
    }
    let digest = store.json(&["digest"]);
    assert!(
        digest["vector"].is_object(),
        "vector is {{SITE:N}}: {digest}"
    );
    let overview = store.json(&["overview"]);
    for member in ["network", "as_of", "unshared", "to_settle"] {
        assert!(overview.get(member).is_some(), "overview has {member}");
    }
}

#[test]
fn references_are_sorted_by_role_label_and_id() {
    let store = Store::published();
    let id = store.add(
        "joint_action",
        &[
            "title=Sorted",
            "organisations+=WHO:lead",
            "organisations+=IOM:lead",
            "organisations+=WFP:contributing",
            "organisations+=ILO:implementing",
            "organisations+=FAO:contributing",
        ],
    );
    let record = store.record("joint_action", &id);
    let keys: Vec<(String, String, String)> = record["organisations"]
        .as_array()
        .unwrap()
        .iter()
        .map(|link| {
            let part = |name: &str| link[name].as_str().unwrap().to_owned();
            (part("role"), part("label"), part("id"))
        })
        .collect();
    let mut sorted = keys.clone();
    sorted.sort();
    assert_eq!(keys.len(), 5, "all five links are there: {record}");
    assert_eq!(keys, sorted, "links come by role, label, id: {record}");
    for link in record["organisations"].as_array().unwrap() {
        assert_eq!(
            link["table"], "organisation",
            "a reference names its kind in table: {link}"
        );
    }
}
