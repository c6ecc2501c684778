//! OTHERS: backup, backups, recover.

use std::fs;

use serde_json::Value;

use crate::support::{Store, is_utc_time, rows_of};

const LANGUAGES: [&str; 3] = ["en", "fr", "es"];

fn file_of(answer: &Value) -> String {
    answer["file"]
        .as_str()
        .expect("a file has a name")
        .to_owned()
}

#[test]
fn a_backup_is_made_listed_and_gone_back_to() {
    let store = Store::published();
    assert_eq!(store.rows(&["backups"]), Vec::<Value>::new());
    store.add("organisation", &["acronym=KEPT", "name=Kept"]);
    let then = store.digest();
    let made = store.json(&["backup"]);
    assert_eq!(made["digest"], then, "a backup says what it holds: {made}");
    assert_eq!(made["reason"], "asked");
    assert!(is_utc_time(made["time"].as_str().unwrap()), "{made}");
    assert_eq!(
        made["bytes"].as_u64().unwrap(),
        fs::metadata(file_of(&made)).unwrap().len()
    );
    assert_eq!(store.digest(), then, "a backup changes nothing");
    store.add("organisation", &["acronym=LOST", "name=Lost"]);
    let again = store.json(&["backup"]);
    let rows = store.rows(&["backups"]);
    assert_eq!(rows.len(), 2);
    for (row, made) in rows.iter().zip([&again, &made]) {
        for member in ["file", "time", "reason", "bytes", "digest", "changes"] {
            assert_eq!(row[member], made[member], "newest first: {rows:?}");
        }
    }
    let now = store.digest();

    let answer = store.json(&["recover", &file_of(&made)]);
    assert_eq!(answer["file"], store.file().to_str().unwrap());
    assert_eq!(answer["digest"], then);
    assert_eq!(answer["changes"], made["changes"]);
    assert_eq!(store.digest(), then);
    store.assert_sound();
    let kept = answer["kept"].as_str().expect("the former file is kept");
    assert!(
        kept.contains("before-recovery"),
        "under a name that says so: {kept}"
    );
    let former = Store::standing_at(kept.as_ref());
    assert_eq!(former.digest(), now);
    assert_eq!(
        store.rows(&["backups"]).len(),
        2,
        "the backups stay those of the store"
    );

    let back = store.json(&["recover", kept]);
    assert_eq!(back["digest"], now, "and so a recovery can be taken back");
    assert_eq!(store.record("organisation", "LOST")["life"], "live");
    store.assert_sound();
}

#[test]
fn a_recovered_store_writes_as_a_new_site() {
    let store = Store::published();
    store.add("organisation", &["acronym=ONE"]);
    let made = store.json(&["backup"]);
    let sites = |store: &Store| -> Vec<String> {
        let answer = store.json(&["digest"]);
        let vector = answer["vector"].as_object().unwrap();
        vector.keys().cloned().collect()
    };
    let before = sites(&store);
    store.json(&["recover", &file_of(&made)]);
    assert_eq!(sites(&store), before, "recovering writes no change");
    store.add("organisation", &["acronym=TWO"]);
    let after = sites(&store);
    assert_eq!(after.len(), before.len() + 1);
    assert!(before.iter().all(|site| after.contains(site)));
    store.json(&["undo"]);
    let failure = store.refused(&["undo"]);
    assert_eq!(
        failure.code(),
        "nothing_to_undo",
        "undo starts anew there: {failure:?}"
    );
    store.assert_sound();
}

#[test]
fn a_backup_can_have_a_name_of_ones_own() {
    let store = Store::published();
    let file = store.folder().join("for the archive");
    let name = file.to_str().unwrap();
    let made = store.json(&["backup", name]);
    assert_eq!(made["file"], name);
    assert_eq!(Store::standing_at(&file).digest(), store.digest());
    let before = fs::read(&file).unwrap();
    assert_eq!(store.refused(&["backup", name]).code(), "store_exists");
    assert!(fs::read(&file).unwrap() == before);
    assert_eq!(
        store.rows(&["backups"]).len(),
        0,
        "what has its own name is its owner's to keep"
    );
}

#[test]
fn what_is_not_a_sound_backup_is_not_gone_back_to() {
    let store = Store::published();
    let (bytes, digest) = (store.bytes(), store.digest());
    let text = store.folder().join("minutes.txt");
    fs::write(&text, "Minutes of the meeting of 3 May").unwrap();
    let half = store.folder().join("half.store");
    fs::write(&half, &bytes[..bytes.len() / 2]).unwrap();
    let own = store.file().to_str().unwrap();
    for (file, code, exit) in [
        ("nowhere.store", "store_missing", 1),
        (text.to_str().unwrap(), "not_a_store", 3),
        (half.to_str().unwrap(), "store_damaged", 3),
        (own, "same_file", 1),
    ] {
        let failure = store.failure(&["recover", file]);
        assert_eq!((failure.code(), failure.exit), (code, exit), "{failure:?}");
        assert!(
            failure.error["hint"]
                .as_str()
                .is_some_and(|hint| !hint.is_empty()),
            "{failure:?}"
        );
        assert_eq!(store.digest(), digest, "{file}: the store is as it was");
    }
    store.wrong_use(&["recover"]);
    store.assert_sound();
}

#[test]
fn a_store_that_is_gone_is_recovered() {
    let store = Store::published();
    let digest = store.digest();
    let made = store.json(&["backup"]);
    fs::remove_file(store.file()).unwrap();
    assert_eq!(
        store.rows(&["backups"])[0]["file"],
        made["file"],
        "who has lost the file finds its backups all the same"
    );
    let answer = store.json(&["recover", &file_of(&made)]);
    assert_eq!(answer["kept"], Value::Null, "there was nothing to keep");
    assert_eq!(rows_of(&answer).len(), 0);
    assert_eq!(store.digest(), digest);
    let nowhere = Store::absent();
    assert_eq!(nowhere.refused(&["backups"]).code(), "store_missing");
    assert_eq!(nowhere.refused(&["backup"]).code(), "store_missing");
}

#[test]
fn backups_are_told_for_people_in_three_languages() {
    let store = Store::published();
    let none = LANGUAGES.map(|language| store.run(&["--lang", language, "backups"]).stdout);
    let made = LANGUAGES.map(|language| store.run(&["--lang", language, "backup"]).stdout);
    let list = LANGUAGES.map(|language| store.run(&["--lang", language, "backups"]).stdout);
    let file = file_of(&store.rows(&["backups"])[0]);
    let back = LANGUAGES.map(|language| store.run(&["--lang", language, "recover", &file]).stdout);
    for told in [&none, &made, &list, &back] {
        assert!(
            told[0] != told[1] && told[1] != told[2] && told[0] != told[2],
            "each language has its own words: {told:?}"
        );
    }
    for (told, word) in list.iter().zip(["Asked for", "Demandée", "A petición"]) {
        assert!(told.contains(word), "the reason is told in words: {told}");
    }
}
