//! Two programs on one store at the same time.

use std::collections::BTreeSet;
use std::thread;

use serde_json::Value;

use crate::support::{Store, change_of, text_of, words};

const EACH: usize = 250;

fn received(store: &Store) -> u64 {
    let answer = store.json(&["digest"]);
    let vector = answer["vector"].as_object().unwrap();
    vector.values().map(|n| n.as_u64().unwrap()).sum()
}

#[test]
fn two_processes_edit_one_store_in_turn() {
    let store = Store::empty();
    let ids = ["left", "right"].map(|name| store.add("organisation", &[&format!("name={name}")]));
    let before = received(&store);
    thread::scope(|scope| {
        for id in &ids {
            let store = &store;
            scope.spawn(move || {
                for n in 0..EACH {
                    let answer = store.set("organisation", id, &[&format!("notes=edit {n}")]);
                    assert!(
                        answer["txn"].is_string(),
                        "the other program is waited for, never an error: {answer}"
                    );
                }
            });
        }
    });

    assert_eq!(
        received(&store),
        before + 2 * EACH as u64,
        "one cell is one change: the sequence has no gap and no double"
    );
    let mut transactions = BTreeSet::new();
    let mut sites = BTreeSet::new();
    for id in &ids {
        let rows = store.rows(&["history", "organisation", id, "--limit", "1000"]);
        assert_eq!(rows.len(), EACH + 1, "one row for each command and the add");
        for (row, n) in rows.iter().zip((0..EACH).rev()) {
            let change = change_of(row["changes"].as_array().unwrap(), "notes");
            assert!(
                is_edit(&change["new"], n),
                "every edit is there, in the order they were made, edit {n} too: {row}"
            );
            if n == 0 {
                assert_eq!(change["old"], Value::Null, "the first had none before");
            } else {
                assert!(
                    is_edit(&change["old"], n - 1),
                    "each edit knows the one before it: {row}"
                );
            }
            transactions.insert(words(&row["txn"]));
            sites.insert(words(&row["site"]));
        }
        assert_eq!(
            text_of(&store.record("organisation", id)["notes"]),
            format!("edit {}", EACH - 1),
            "the last edit stands"
        );
    }
    assert_eq!(transactions.len(), 2 * EACH, "each command is its own txn");
    assert_eq!(sites.len(), 1, "one store is one site, whoever writes it");
    store.assert_sound();
}

fn is_edit(value: &Value, n: usize) -> bool {
    text_of(value) == format!("edit {n}")
}

#[test]
fn reading_goes_on_while_another_writes() {
    let store = Store::published();
    let id = store.add(
        "organisation",
        &["acronym=BUSY", "name=Busy", "notes=edit 0"],
    );
    thread::scope(|scope| {
        let writer = scope.spawn(|| {
            for n in 1..40 {
                store.set("organisation", &id, &[&format!("notes=edit {n}")]);
            }
        });
        let mut last = 0;
        while !writer.is_finished() {
            let note = text_of(&store.record("organisation", "BUSY")["notes"]);
            let n: u32 = note.trim_start_matches("edit ").parse().unwrap();
            assert!(
                n >= last,
                "what was seen once is never unseen: {n} after {last}"
            );
            last = n;
        }
        writer.join().unwrap();
    });
    assert_eq!(
        text_of(&store.record("organisation", "BUSY")["notes"]),
        "edit 39"
    );
    store.assert_sound();
}
