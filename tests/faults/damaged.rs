//! Store files that are something else, cut off, bent, or from a newer build.

use std::fs;

use serde_json::Value;

use super::dice::Dice;
use crate::support::{Output, Store, checked, read_failure, rows_of};

const PAGE: usize = 4096;

/// One verb of each sort: reads of all, reads of one, edits, proofs.
fn verbs() -> Vec<Vec<&'static str>> {
    vec![
        vec!["list", "activity"],
        vec!["show", "group", "1"],
        vec!["search", "migration"],
        vec!["add", "organisation", "name=Never"],
        vec!["set", "group", "1", "state=closed"],
        vec!["undo"],
        vec!["history"],
        vec!["verify"],
        vec!["digest"],
        vec!["overview"],
    ]
}

fn with_json(args: &[&'static str]) -> Vec<&'static str> {
    [&["--json"], args].concat()
}

/// Asserts a refusal or failure with code and hint that leaves the file byte-identical.
fn assert_untouched(store: &Store, what: &str) {
    let before = store.bytes();
    for args in verbs() {
        let args = with_json(&args);
        let failure = read_failure(&store.run(&args), &args);
        assert!(
            failure.exit == 1 || failure.exit == 3,
            "{what}: {args:?} is refused or fails: {failure:?}"
        );
        assert!(
            failure.error["hint"]
                .as_str()
                .is_some_and(|h| !h.is_empty()),
            "{what}: {args:?} says what to do next: {failure:?}"
        );
        assert!(
            store.bytes() == before,
            "{what}: {args:?} must leave the file as it is, someone may still save it"
        );
    }
}

#[test]
fn a_file_that_is_no_store_is_left_alone() {
    for (what, bytes) in [
        ("a text", b"Minutes of the meeting of 3 May\n".to_vec()),
        ("an empty file", Vec::new()),
        ("zeros", vec![0; 3 * PAGE]),
        ("a workbook", b"PK\x03\x04 not a store either".repeat(400)),
    ] {
        let store = Store::absent();
        fs::write(store.file(), bytes).unwrap();
        assert_untouched(&store, what);
    }

    let store = Store::absent();
    fs::create_dir(store.file()).unwrap();
    for args in verbs() {
        let args = with_json(&args);
        let failure = read_failure(&store.run(&args), &args);
        assert!(
            failure.exit == 1 || failure.exit == 3,
            "a folder is no store: {failure:?}"
        );
    }
}

#[test]
fn a_cut_off_store_is_left_alone() {
    let store = Store::published();
    let whole = store.bytes();
    for (what, length) in [
        ("half a store", whole.len() / 2),
        ("half a store, cut within a page", whole.len() / 2 + 1234),
        ("a store without its last page", whole.len() - PAGE),
        ("the first page of a store", PAGE),
        ("the head of a store", 100),
        ("less than the head of a store", 17),
    ] {
        fs::write(store.file(), &whole[..length]).unwrap();
        assert_untouched(&store, what);
    }
    fs::write(store.file(), &whole).unwrap();
    store.assert_sound();
}

#[test]
fn a_bent_head_is_left_alone() {
    let store = Store::published();
    let mut bent = store.bytes();
    bent[..16].reverse();
    fs::write(store.file(), &bent).unwrap();
    assert_untouched(&store, "a store whose first bytes are wrong");
}

/// Verifies a damaged store: either the damage is named, or nothing that was asked changed.
fn verified(store: &Store) -> Option<Value> {
    let output: Output = store.run(&["--json", "verify"]);
    match output.code {
        0 => None,
        3 if output.stdout.is_empty() => Some(read_failure(&output, &["--json", "verify"]).error),
        3 => {
            let answer = checked(&output.stdout, &["verify"]);
            assert_eq!(answer["ok"], false, "exit 3 is not ok: {answer}");
            assert!(!rows_of(&answer).is_empty(), "and says why: {answer}");
            Some(answer)
        }
        code => panic!("a damaged store is found or not, never {code}: {output:?}"),
    }
}

#[test]
fn damaged_pages_are_found() {
    let store = Store::published();
    let mut bytes = store.bytes();
    let middle = bytes.len() / PAGE / 2 * PAGE;
    for byte in &mut bytes[middle - 4 * PAGE..middle + 4 * PAGE] {
        *byte ^= 0xff;
    }
    fs::write(store.file(), &bytes).unwrap();
    assert!(
        verified(&store).is_some(),
        "eight pages in the middle are not what was written"
    );
    for args in verbs() {
        let args = with_json(&args);
        let edits = ["add", "set", "undo"].contains(&args[1]);
        let before = store.bytes();
        let output = store.run(&args);
        if !["verify", "undo"].contains(&args[1]) && output.code != 0 {
            let failure = read_failure(&output, &args);
            assert!(
                failure.exit == 1 || failure.exit == 3,
                "damage is a failure, not a defect: {failure:?}"
            );
        }
        assert!(
            edits && output.code == 0 || store.bytes() == before,
            "{args:?}: only an edit that was done may write"
        );
    }
}

#[test]
fn flipped_bytes_are_found_or_change_nothing() {
    let store = Store::published();
    let whole = store.bytes();
    let asked: [&[&str]; 3] = [
        &["digest"],
        &["--json", "list", "activity"],
        &["--json", "list", "organisation"],
    ];
    let answers = asked.map(|args| store.run(args).stdout);
    let mut dice = Dice(20_230_512);
    for round in 0..8 {
        let mut bytes = whole.clone();
        let at = PAGE + dice.below((bytes.len() - 2 * PAGE) as u64) as usize;
        for byte in &mut bytes[at..at + 16] {
            *byte ^= 0x5a;
        }
        fs::write(store.file(), &bytes).unwrap();
        if verified(&store).is_none() {
            for (args, answer) in asked.iter().zip(&answers) {
                assert_eq!(
                    &store.run(args).stdout,
                    answer,
                    "round {round}, byte {at}: verify found nothing, so nothing may differ"
                );
            }
        }
    }
}

#[test]
fn a_store_from_a_newer_build_is_left_alone() {
    // The head of an SQLite file holds the schema version of the application (user_version) as
    // four bytes at offset 60, the highest byte first.
    const USER_VERSION: std::ops::Range<usize> = 60..64;
    let store = Store::published();
    let sound = store.bytes();
    assert_ne!(
        sound[USER_VERSION], [0; 4],
        "a store says in its head of which schema it is, else no older build could tell"
    );
    let mut newer = sound.clone();
    newer[USER_VERSION].copy_from_slice(&1_000_000_u32.to_be_bytes());
    fs::write(store.file(), &newer).unwrap();
    assert_untouched(&store, "a store from a newer build");
    let args = ["--json", "list", "group"];
    let of_newer = read_failure(&store.run(&args), &args);
    fs::write(store.file(), b"some text").unwrap();
    let of_text = read_failure(&store.run(&args), &args);
    assert_ne!(
        of_newer.code(),
        of_text.code(),
        "get the newer build, or the right file: these are two different errors"
    );
    fs::write(store.file(), &sound).unwrap();
    store.assert_sound();
}
