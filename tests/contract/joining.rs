//! OTHERS: duplicates, join, unjoin.

use serde_json::Value;

use crate::support::{Store, change_of, id_of, rows_of, text_of};

const LANGUAGES: [&str; 3] = ["en", "fr", "es"];

/// A store with an organisation that the publication has already, and what refers to it.
fn entered_twice() -> (Store, String, String) {
    let store = Store::published();
    let iom = id_of(&store.record("organisation", "IOM"));
    let twin = store.add(
        "organisation",
        &[
            "acronym=IOM-X",
            "name=International Organisation for Migration",
            "website=https://twin.example",
        ],
    );
    store.add("person", &["name=Ana", "organisation=IOM-X"]);
    store.add("activity", &["title=Study", "leads=IOM,IOM-X"]);
    (store, iom, twin)
}

#[test]
fn duplicates_are_listed_with_reasons() {
    let (store, iom, twin) = entered_twice();
    let rows = store.rows(&["duplicates"]);
    assert_eq!(rows.len(), 1, "{rows:?}");
    let row = &rows[0];
    assert_eq!((id_of(&row["a"]), id_of(&row["b"])), (iom, twin));
    let score = row["score"].as_f64().unwrap();
    assert!((0.5..=1.0).contains(&score), "{row}");
    assert_eq!(row["reasons"], serde_json::json!(["same_name", "initials"]));
    assert_eq!(store.rows(&["duplicates", "organisations"]), rows);
    assert_eq!(store.rows(&["duplicates", "person"]).len(), 0);
    let failure = store.wrong_use(&["duplicates", "activity"]);
    assert_eq!(failure.code(), "not_joinable");
    assert!(failure.candidates().contains(&"person".to_owned()));
    store.wrong_use(&["duplicates", "activty"]);
    assert_eq!(
        Store::published().rows(&["duplicates"]).len(),
        0,
        "the publication has none"
    );
}

#[test]
fn joined_records_are_shown_as_one_and_taken_apart() {
    let (store, iom, twin) = entered_twice();
    let (digest, total) = (store.digest(), store.list("organisation").len());
    let answer = store.json(&["join", "IOM-X", "IOM"]);
    assert!(answer["txn"].is_string(), "{answer}");
    assert_eq!(
        answer["record"]["id"], iom,
        "the publication's stands for both: {answer}"
    );
    assert_eq!(answer["record"]["website"], "https://twin.example");
    assert_eq!(change_of(rows_of(&answer), "website")["old"], Value::Null);
    assert_eq!(store.list("organisation").len(), total - 1);
    for key in [twin.as_str(), "IOM-X", "iom-x"] {
        let shown = store.json(&["show", "organisation", key]);
        assert_eq!(shown["record"]["id"], iom, "{key} names the one");
        assert_eq!(
            id_of(&shown["joined"]["rows"][0]),
            twin,
            "and the answer says of what it is made: {shown}"
        );
    }
    assert_eq!(store.record("person", "Ana")["organisation"]["id"], iom);
    let leads = store.record("activity", "Study")["leads"].clone();
    assert_eq!(leads.as_array().unwrap().len(), 1, "shown once: {leads}");
    assert_eq!(
        store
            .rows(&["list", "person", "--where", "organisation=IOM-X"])
            .len(),
        1
    );
    assert_eq!(store.rows(&["duplicates"]).len(), 0);
    store.assert_sound();
    let origin = &store.rows(&["history", "--limit", "1"])[0]["origin"];
    assert_eq!(origin, "join");
    let again = store.json(&["join", &twin, &iom]);
    assert_eq!(again["txn"], Value::Null, "they are one already: {again}");

    let apart = store.json(&["unjoin", "IOM"]);
    assert!(
        rows_of(&apart).iter().all(|row| row["done"] == true),
        "{apart}"
    );
    assert_eq!(store.digest(), digest, "taking apart undoes all of it");
    assert_eq!(store.record("person", "Ana")["organisation"]["id"], twin);
    store.assert_sound();
    let failure = store.refused(&["unjoin", &twin]);
    assert_eq!(failure.code(), "not_joined");
    store.json(&["redo"]);
    assert_eq!(store.record("organisation", &twin)["id"], iom);
    store.json(&["undo"]);
    assert_eq!(store.record("organisation", &twin)["id"], twin);
}

#[test]
fn values_are_chosen_field_by_field() {
    let store = Store::empty();
    let a = store.add(
        "organisation",
        &[
            "acronym=AAA",
            "name=Of a",
            "name.fr=De a",
            "category=academia",
        ],
    );
    let b = store.add(
        "organisation",
        &[
            "acronym=BBB",
            "name=Of b",
            "category=youth",
            "website=https://b.example",
        ],
    );
    let answer = store.json(&[
        "join",
        &a,
        &b,
        "name=b",
        "acronym=ABC",
        "category=a",
        "website=a",
    ]);
    let record = &answer["record"];
    assert_eq!(record["id"], a, "the older stands for both");
    assert_eq!(text_of(&record["name"]), "Of b");
    assert_eq!(record["name"]["fr"], "De a");
    assert_eq!(record["acronym"], "ABC");
    assert_eq!(record["category"], "academia");
    assert_eq!(record["website"], Value::Null);
    for spelling in ["AAA", "BBB", "Of a"] {
        let found = store.record("organisation", spelling);
        assert_eq!(found["id"], a, "{spelling} still finds it");
    }
    store.assert_sound();
    for (args, code) in [
        (vec!["join", &a, &b, "nonsense=a"], "unknown_field"),
        (vec!["join", &a, "no such organisation"], "key_not_found"),
        (vec!["join", &a, &b, "category"], "bad_assignment"),
    ] {
        assert_eq!(store.rejected(&args).code(), code, "{args:?}");
    }
    store.wrong_use(&["join", &a]);
    store.wrong_use(&["unjoin"]);
}

#[test]
fn joining_is_told_for_people_in_three_languages() {
    let (store, _, twin) = entered_twice();
    for args in [
        vec!["duplicates"],
        vec!["join", "IOM-X", "IOM"],
        vec!["show", "organisation", &twin],
        vec!["unjoin", "IOM"],
    ] {
        let told = LANGUAGES.map(|language| {
            let mut all = vec!["--lang", language];
            all.extend(&args);
            let output = store.run(&all);
            assert_eq!(output.code, 0, "{output:?}");
            if args[0] == "unjoin" || args[0] == "join" {
                store.run(&[if args[0] == "join" { "undo" } else { "redo" }]);
            }
            output.stdout
        });
        assert!(
            told[0] != told[1] && told[1] != told[2] && told[0] != told[2],
            "{args:?}: each language has its own words: {told:?}"
        );
        if args[0] == "join" {
            store.json(&["join", "IOM-X", "IOM"]);
        }
    }
}

#[test]
fn of_fields_that_hold_several_one_side_or_both_are_chosen() {
    for (pick, identifiers) in [
        ("identifiers=a", vec!["ror:1", "shared"]),
        ("identifiers=b", vec!["ror:2", "shared"]),
        ("identifiers=both", vec!["ror:1", "ror:2", "shared"]),
    ] {
        for swapped in [false, true] {
            let store = Store::empty();
            let a = store.add("organisation", &["acronym=AAA", "identifiers=ror:1,shared"]);
            let b = store.add("organisation", &["acronym=BBB", "identifiers=ror:2,shared"]);
            let digest = store.digest();
            let (first, second, pick) = match (swapped, pick) {
                (false, pick) => (&a, &b, pick),
                (true, "identifiers=a") => (&b, &a, "identifiers=b"),
                (true, "identifiers=b") => (&b, &a, "identifiers=a"),
                (true, pick) => (&b, &a, pick),
            };
            let answer = store.json(&["join", first, second, pick]);
            let mut held: Vec<&str> = answer["record"]["identifiers"]
                .as_array()
                .unwrap()
                .iter()
                .map(|word| word.as_str().unwrap())
                .collect();
            held.sort_unstable();
            assert_eq!(held, identifiers, "{pick}");
            store.assert_sound();
            store.json(&["unjoin", &b]);
            assert_eq!(store.digest(), digest, "taking apart undoes all of it");
        }
    }
}

#[test]
fn that_two_are_two_is_said_everywhere() {
    let (ana, ben) = (Store::published(), Store::published());
    let [a, b] = ["acronym=SIPA", "acronym=SIPB"]
        .map(|acronym| ana.add("organisation", &["name=Institute for Pathways", acronym]));
    let file = ana.folder().join("apart.workstreams").display().to_string();
    let exchange = || {
        ana.json(&["pack", &file]);
        ben.json(&["merge", &file]);
        std::fs::remove_file(&file).unwrap();
    };
    exchange();
    assert_eq!(ben.rows(&["duplicates"]).len(), 1);
    ana.set("organisation", &b, &[&format!("distinct_from+=id:{a}")]);
    exchange();
    for store in [&ana, &ben] {
        assert_eq!(
            store.rows(&["duplicates"]),
            Vec::<Value>::new(),
            "whichever names the other"
        );
    }
    ana.json(&["undo"]);
    exchange();
    assert_eq!(
        ben.rows(&["duplicates"]).len(),
        1,
        "and it is taken back everywhere"
    );
    ana.set("organisation", &a, &[&format!("distinct_from+=id:{b}")]);
    let joined = ana.json(&["join", &a, &b]);
    assert_eq!(
        joined["record"]["distinct_from"],
        serde_json::json!([]),
        "nothing is another one than itself: {joined}"
    );
    ana.assert_sound();
}
