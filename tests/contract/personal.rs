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

#[test]
fn a_person_is_erased_and_the_name_is_found_in_what_stays() {
    let store = Store::published();
    let ana = store.add(
        "person",
        &["name=Ana Pérez", "email=ana@example.org", "phone=+41 22 1"],
    );
    let activity = store.add(
        "activity",
        &["title=Study", "progress_note=Asked ANA PEREZ twice."],
    );
    store.add("activity", &["title=Ana and Pérez apart"]);
    store.json(&["backup"]);
    let before = store.digest();
    let told = store.json(&["erase", "Ana Pérez", "--dry-run"]);
    assert_eq!(told["txn"], Value::Null, "{told}");
    assert_eq!(store.digest(), before);
    let answer = store.json(&["erase", "Ana Pérez"]);
    assert!(answer["txn"].is_string(), "{answer}");
    assert_eq!(answer["record"]["id"], ana);
    assert_eq!(
        answer["record"]["name"], "Ana Pérez",
        "a name is no contact"
    );
    assert_eq!(answer["left"]["rows"], serde_json::json!([]));
    assert_eq!(
        answer["rows"],
        serde_json::json!([{"id": activity, "table": "activity", "label": "Study", "field": "progress_note.en"}])
    );
    assert_eq!(answer["rows"], told["rows"]);
    let shown = store.json(&["show", "person", "Ana Pérez", "--private"]);
    assert_eq!(shown["record"]["email"], Value::Null);
    assert_eq!(shown["record"]["erased"], true);
    let told = &shown["rows"][0]["changes"][0];
    assert_eq!(
        (&told["field"], &told["new"]),
        (&"erased".into(), &true.into()),
        "{shown}"
    );
    let again = store.json(&["erase", "Ana Pérez"]);
    assert_eq!(again["txn"], Value::Null, "once is enough");
    store.assert_sound();
}

#[test]
fn an_erasing_is_not_undone_and_no_contact_is_taken_again() {
    let store = Store::published();
    let ana = store.add("person", &["name=Ana", "email=ana@example.org"]);
    store.json(&["erase", &ana]);
    let digest = store.digest();
    let answer = store.answer(&["undo"], 1);
    assert_eq!(answer["rows"][0]["why"], "erased", "{answer}");
    assert_eq!(
        store
            .refused(&["set", "person", "Ana", "email=new@example.org"])
            .code(),
        "erased_person"
    );
    assert_eq!(
        store.refused(&["set", "person", "Ana", "erased="]).code(),
        "read_only_field"
    );
    assert_eq!(store.digest(), digest);
    store.json(&["delete", "person", "Ana"]);
    assert_eq!(store.json(&["erase", &ana])["txn"], Value::Null);
    assert_eq!(store.refused(&["erase", "Nobody"]).code(), "key_not_found");
    store.wrong_use(&["erase"]);
}

#[test]
fn what_is_erased_is_gone_where_it_was_given() {
    let (ana, ben) = (Store::published(), Store::published());
    let person = ana.add("person", &["name=Ana", "email=ana.gone@example.org"]);
    let file = |name: &str| ana.folder().join(name).display().to_string();
    let (with, news) = (file("with.workstreams"), file("news.workstreams"));
    ana.json(&["pack", &with, "--private"]);
    ben.json(&["merge", &with]);
    let held = |store: &Store| {
        store.json(&["show", "person", &person, "--private"])["record"]["email"].clone()
    };
    assert_eq!(held(&ben), "ana.gone@example.org");
    ana.json(&["erase", &person]);
    ana.json(&["pack", &news]);
    ben.json(&["merge", &news]);
    ben.json(&["merge", &with]);
    for store in [&ana, &ben] {
        assert_eq!(held(store), Value::Null);
        store.assert_sound();
    }
    assert_eq!(ana.digest(), ben.digest());
    assert_eq!(ben.json(&["conflicts"])["rows"], serde_json::json!([]));
}

#[test]
fn a_shared_folder_takes_no_contacts_along() {
    let (ana, ben) = (Store::published(), Store::published());
    let person = ana.add("person", &["name=Ana", "email=ana.here@example.org"]);
    let shared = ana.folder().join("shared");
    std::fs::create_dir(&shared).unwrap();
    let folder = shared.display().to_string();
    ana.json(&["sync", &folder]);
    ben.json(&["sync", &folder]);
    let shown = ben.json(&["show", "person", &person, "--private"]);
    assert_eq!(
        (&shown["record"]["name"], &shown["record"]["email"]),
        (&"Ana".into(), &Value::Null),
        "so nothing is to be erased in it"
    );
}
