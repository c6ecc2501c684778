//! INIT and NETWORK.

use std::fs;

use serde_json::Value;

use crate::support::{Store, id_of, rows_of};

#[test]
fn init_holds_the_published_network_by_default() {
    let store = Store::absent();
    store.json(&["init"]);
    assert!(store.file().is_file(), "init makes the file");
    assert_eq!(
        store.json(&["list", "objective"])["total"],
        23,
        "the published network is there without asking"
    );
    store.assert_sound();
}

#[test]
fn init_refuses_a_file_that_exists() {
    let store = Store::empty();
    store.add("organisation", &["name=Precious"]);
    let before = store.bytes();
    for args in [vec!["init"], vec!["init", "--empty"]] {
        store.refused(&args);
        assert!(
            store.bytes() == before,
            "{args:?}: a store in use is never overwritten"
        );
    }

    let other = Store::absent();
    fs::write(other.file(), b"notes of mine\n").unwrap();
    other.refused(&["init"]);
    assert_eq!(
        other.bytes(),
        b"notes of mine\n",
        "nor any other file that stands in the way"
    );
}

#[test]
fn an_empty_store_is_empty() {
    let store = Store::empty();
    for kind in [
        "group",
        "organisation",
        "activity",
        "membership",
        "joint_action",
        "pledge",
        "meeting",
    ] {
        assert_eq!(
            store.json(&["list", kind])["total"],
            0,
            "--empty holds no {kind}"
        );
    }
    store.assert_sound();
}

#[test]
fn an_empty_store_has_no_network_until_its_first_change() {
    let store = Store::empty();
    assert_eq!(
        store.json(&["overview"])["network"],
        Value::Null,
        "an empty store may still join any network"
    );
    store.add("organisation", &["name=First"]);
    let network = store.json(&["overview"])["network"].clone();
    assert!(!network.is_null(), "its first own change makes it one");
    store.add("organisation", &["name=Second"]);
    assert_eq!(
        store.json(&["overview"])["network"],
        network,
        "and it stays that network"
    );
}

#[test]
fn two_published_stores_are_one_network() {
    let (one, two) = (Store::absent(), Store::absent());
    for store in [&one, &two] {
        store.json(&["init"]);
    }
    let network = one.json(&["overview"])["network"].clone();
    assert!(!network.is_null(), "the publication is a network");
    assert_eq!(
        two.json(&["overview"])["network"],
        network,
        "two who each chose the published network can merge"
    );
    for kind in [
        "workplan",
        "group",
        "organisation",
        "membership",
        "activity",
        "joint_action",
        "milestone",
        "place",
        "country_facts",
        "pledge",
        "document",
        "objective",
        "principle",
        "mandate",
    ] {
        let lists = [&one, &two].map(|store| store.run(&["--json", "list", kind]).stdout);
        assert!(
            lists[0] == lists[1],
            "{kind}: every store that starts from the publication holds the same"
        );
    }

    let empty = Store::empty();
    empty.add("organisation", &["name=Apart"]);
    assert_ne!(
        empty.json(&["overview"])["network"],
        network,
        "an empty store with a change of its own is another network"
    );
}

#[test]
fn init_knows_who_works_here() {
    let store = Store::absent();
    store.json(&["init", "--person", "Ana Pérez", "--organisation", "IOM"]);
    let people = store.rows(&["list", "person", "--where", "name=Ana Pérez"]);
    assert_eq!(people.len(), 1, "the person is a record: {people:?}");
    let iom = id_of(&store.record("organisation", "IOM"));
    assert_eq!(
        id_of(&people[0]["organisation"]),
        iom,
        "of the organisation named: {people:?}"
    );
    let id = store.add("organisation", &["name=Made by Ana"]);
    let answer = store.json(&["history", "organisation", &id]);
    let by = &rows_of(&answer)[0]["person"];
    assert!(
        by.to_string().contains("Ana Pérez") || by.to_string().contains(&id_of(&people[0])),
        "edits carry who made them: {by}"
    );

    let wrong = Store::absent();
    wrong.rejected(&["init", "--person", "Ana", "--organisation", "no such"]);
    assert!(
        !wrong.file().exists(),
        "an init that was refused leaves no half store"
    );
}

#[test]
fn a_store_may_stand_anywhere_and_have_any_name() {
    let home = Store::absent();
    let folder = home.folder().join("Réunion de mars 2023");
    fs::create_dir(&folder).unwrap();
    for name in [
        "شبكة.workstreams",
        "网络 (copie en conflit).workstreams",
        "no ending",
    ] {
        let store = Store::standing_at(&folder.join(name));
        store.json(&["init", "--empty"]);
        store.add("organisation", &["name=Here"]);
        assert_eq!(
            store.json(&["list", "organisation"])["total"],
            1,
            "{name}: content decides, a name is only a hint"
        );
    }
}
