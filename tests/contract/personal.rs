//! Personal fields: null unless `--private`.

use serde_json::Value;

use crate::support::Store;

const EMAIL: &str = "ana.perez@private.example";
const PHONE: &str = "+41 22 555 01 23";

fn with_ana() -> (Store, String) {
    let store = Store::published();
    let id = store.add(
        "person",
        &[
            "name=Ana Pérez",
            "organisation=IOM",
            &format!("email={EMAIL}"),
            &format!("phone={PHONE}"),
        ],
    );
    (store, id)
}

#[test]
fn contacts_are_shown_only_with_private() {
    let (store, id) = with_ana();
    let record = store.record("person", &id);
    assert_eq!(record["name"], "Ana Pérez", "the name is not personal");
    assert_eq!(
        (&record["email"], &record["phone"]),
        (&Value::Null, &Value::Null),
        "contacts are not for everybody: {record}"
    );
    let answer = store.json(&["show", "person", &id, "--private"]);
    assert_eq!(
        (&answer["record"]["email"], &answer["record"]["phone"]),
        (&EMAIL.into(), &PHONE.into()),
        "who asks for them gets them: {answer}"
    );
    let rows = store.rows(&["--private", "list", "person", "--where", "name=Ana Pérez"]);
    assert_eq!(rows[0]["email"], EMAIL, "in lists too: {rows:?}");
}

#[test]
fn contacts_are_in_no_other_answer() {
    let (store, id) = with_ana();
    store.set("person", &id, &["email=ana.new@private.example"]);
    for args in [
        vec!["list", "person"],
        vec!["show", "person", &id],
        vec!["history"],
        vec!["history", "person", &id],
        vec!["search", "private.example"],
        vec!["search", "Ana"],
        vec!["search", "555 01 23"],
        vec!["list", "person", "--sort", "email"],
        vec!["overview"],
        vec!["verify"],
    ] {
        for json in [true, false] {
            let mut all = args.clone();
            if json {
                all.push("--json");
            }
            let output = store.run(&all);
            for secret in ["private.example", "555 01 23"] {
                let asked = args.contains(&secret);
                assert!(
                    asked || !output.stdout.contains(secret),
                    "{all:?} must not show contacts: {output:?}"
                );
            }
            assert!(
                !output.stdout.contains(EMAIL) && !output.stdout.contains(PHONE),
                "{all:?} must not show contacts: {output:?}"
            );
        }
    }
    store.assert_sound();
}

#[test]
fn contacts_can_be_changed_cleared_and_undone() {
    let (store, id) = with_ana();
    let email = || {
        let answer = store.json(&["show", "person", &id, "--private"]);
        answer["record"]["email"].clone()
    };
    let digest = store.digest();
    let same = store.set("person", &id, &[&format!("email={EMAIL}")]);
    assert_eq!(same["txn"], Value::Null, "an equal value is no change");
    store.set("person", &id, &["email=other@private.example"]);
    assert_eq!(email(), "other@private.example");
    assert_ne!(store.digest(), digest, "a commitment stands for the value");
    store.json(&["undo"]);
    assert_eq!(email(), EMAIL, "undo knows the former value");
    assert_eq!(store.digest(), digest, "equal values stay equal");
    store.set("person", &id, &["email="]);
    assert_eq!(email(), Value::Null, "cleared");
    store.assert_sound();
}
