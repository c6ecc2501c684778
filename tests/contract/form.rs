//! FORM, STREAMS, EXIT and ERROR.

use std::fs;
use std::process::Stdio;

use serde_json::Value;

use crate::support::{Store, finish, finish_child, read_failure};

#[test]
fn options_stand_anywhere() {
    let store = Store::published();
    let file = store.file().to_str().unwrap();
    let orders: [&[&str]; 4] = [
        &[
            "--store",
            file,
            "--json",
            "list",
            "objective",
            "--limit",
            "3",
        ],
        &[
            "list",
            "objective",
            "--limit",
            "3",
            "--json",
            "--store",
            file,
        ],
        &[
            "list",
            "--limit",
            "3",
            "--store",
            file,
            "objective",
            "--json",
        ],
        &[
            "--limit",
            "3",
            "--json",
            "list",
            "--store",
            file,
            "objective",
        ],
    ];
    let answers: Vec<String> = orders
        .iter()
        .map(|args| {
            let mut command = store.command();
            command.args(*args);
            let output = finish(command, args);
            assert_eq!(
                output.code, 0,
                "options stand anywhere: {args:?}: {output:?}"
            );
            output.stdout
        })
        .collect();
    for answer in &answers {
        assert_eq!(
            answer, &answers[0],
            "where an option stands changes nothing"
        );
    }
}

#[test]
fn two_dashes_end_the_options() {
    let store = Store::empty();
    let plain = store.run(&["search", "--", "--json"]);
    assert_eq!(plain.code, 0, "after -- a word is text: {plain:?}");
    assert!(
        !plain.stdout.starts_with('{'),
        "--json after -- is what is searched for, not an option: {plain:?}"
    );
    let answer = store.json(&["search", "--", "--limit"]);
    assert_eq!(answer["rows"], Value::Array(vec![]), "nothing is named so");
}

#[test]
fn an_open_input_is_never_read() {
    let store = Store::empty();
    let id = store.add("organisation", &["name=Kept open"]);
    for args in [
        vec!["init"],
        vec!["delete", "organisation", &id],
        vec!["undo"],
        vec!["verify"],
        vec![],
    ] {
        let mut command = store.command();
        command
            .arg("--store")
            .arg(store.file())
            .args(&args)
            .stdin(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let held_open = child.stdin.take();
        finish_child(child, &args);
        drop(held_open);
    }
}

#[test]
fn the_default_store_is_inside_the_home() {
    let store = Store::absent();
    let run = |args: &[&str]| {
        let mut command = store.command();
        command.args(args);
        let output = finish(command, args);
        assert_eq!(
            output.code, 0,
            "--store may be left out, for {args:?}: {output:?}"
        );
        output.stdout
    };
    run(&["init", "--empty"]);
    run(&["add", "organisation", "name=In the default store"]);
    assert!(
        run(&["list", "organisation"]).contains("In the default store"),
        "each verb takes the same default"
    );
    let beside: Vec<_> = fs::read_dir(store.folder())
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .filter(|name| name != "home")
        .collect();
    assert!(
        beside.is_empty(),
        "without --store nothing is written to where the program is started: {beside:?}"
    );
}

#[test]
fn plain_answers_go_to_stdout_and_plain_errors_to_stderr() {
    let store = Store::published();
    for (args, expected) in [
        (
            vec!["list", "group"],
            "Alternatives to Immigration Detention",
        ),
        (vec!["show", "place", "404"], "Kenya"),
        (vec!["search", "UNHCR"], "UNHCR"),
        (vec!["overview"], "Alternatives to Immigration Detention"),
    ] {
        let output = store.run(&args);
        assert_eq!(output.code, 0, "{args:?}: {output:?}");
        assert!(
            output.stdout.contains(expected),
            "{args:?}: the answer stands on stdout: {output:?}"
        );
    }
    let output = store.run(&["show", "organisation", "no such organisation"]);
    assert_eq!(output.code, 1, "a KEY without a hit is refused: {output:?}");
    assert_eq!(output.stdout, "", "there is no answer to print");
    assert!(
        !output.stderr.trim().is_empty(),
        "who is refused is told so: {output:?}"
    );
}

#[test]
fn json_is_utf8_and_not_escaped() {
    let store = Store::published();
    let output = store.run(&["--json", "show", "place", "156"]);
    for name in ["中国", "الصين", "Китай"] {
        assert!(
            output.stdout.contains(name),
            "{name} must stand in the bytes as it is, for grep and for people: {}",
            output.stdout
        );
    }
}

#[test]
fn wrong_use_ends_with_two() {
    let store = Store::empty();
    for args in [
        vec![],
        vec!["frobnicate"],
        vec!["list"],
        vec!["list", "group", "--no-such-option"],
        vec!["list", "group", "--limit"],
        vec!["list", "group", "--limit", "many"],
        vec!["show", "group"],
        vec!["show"],
        vec!["add"],
        vec!["set", "group"],
        vec!["--lang", "tlh", "list", "group"],
        vec!["sample", "--size", "XXL", "--seed", "1", "x.workstreams"],
    ] {
        store.wrong_use(&args);
        let plain = store.run(&args);
        assert_eq!(
            plain.code, 2,
            "--json does not change what is wrong use: {args:?}: {plain:?}"
        );
        assert_eq!(plain.stdout, "", "wrong use has no answer: {args:?}");
    }
}

#[test]
fn a_mistyped_verb_gets_the_nearest() {
    let store = Store::empty();
    let failure = store.wrong_use(&["overveiw"]);
    assert!(
        failure.candidates().iter().any(|c| c == "overview"),
        "who mistypes a verb is shown the one meant: {failure:?}"
    );
}

#[test]
fn other_verbs_refuse_a_missing_file() {
    let store = Store::absent();
    for args in [
        vec!["list", "group"],
        vec!["show", "group", "1"],
        vec!["add", "organisation", "name=Nowhere"],
        vec!["search", "x"],
        vec!["history"],
        vec!["undo"],
        vec!["redo"],
        vec!["verify"],
        vec!["digest"],
        vec!["overview"],
    ] {
        let failure = store.refused(&args);
        assert!(
            failure.error["hint"]
                .as_str()
                .is_some_and(|h| !h.is_empty()),
            "{args:?}: who has no store is told how to get one: {failure:?}"
        );
        assert!(
            !store.file().exists(),
            "{args:?}: a mistyped file name must not become a store"
        );
    }
}

#[test]
fn mistakes_leave_the_store_as_it_was() {
    let store = Store::absent();
    store.json(&["init"]);
    let (before, digest) = (store.bytes(), store.digest());
    for args in [
        vec!["list", "activty"],
        vec!["show", "group", "no such group"],
        vec!["add", "activity", "titel=x"],
        vec!["add", "activity", "title=x", "status=nonsense"],
        vec!["set", "group", "1", "state=nonsense"],
        vec!["set", "group", "1", "nonsense=1"],
        vec!["delete", "group", "no such group"],
    ] {
        store.rejected(&args);
    }
    assert_eq!(store.digest(), digest, "refused means unchanged");
    assert!(
        store.bytes() == before,
        "nothing was accepted, so no byte of the file may differ"
    );
}

#[test]
fn the_envelope_of_an_error_names_the_field() {
    let store = Store::published();
    let args = ["--json", "add", "activity", "title=x", "status=complete"];
    let failure = read_failure(&store.run(&args), &args);
    assert_eq!(
        failure.error["field"], "status",
        "of two fields the wrong one is named: {failure:?}"
    );
    assert_eq!(
        failure.candidates().first().map(String::as_str),
        Some("completed"),
        "valid values are listed, nearest first: {failure:?}"
    );
}
