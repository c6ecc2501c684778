//! `--lang`: answers for people and errors in English, French and Spanish.

use serde_json::Value;

use crate::support::Store;

const LANGUAGES: [&str; 3] = ["en", "fr", "es"];

#[test]
fn errors_are_told_in_three_languages_with_one_code() {
    let store = Store::published();
    for args in [
        vec!["show", "organisation", "no such organisation"],
        vec!["list", "activty"],
        vec!["add", "activity", "title=x", "status=nonsense"],
        vec!["frobnicate"],
        vec!["init"],
    ] {
        let failures = LANGUAGES.map(|language| {
            let mut all = vec!["--lang", language];
            all.extend(&args);
            store.failure(&all)
        });
        for failure in &failures {
            assert_eq!(
                (failure.code(), failure.exit),
                (failures[0].code(), failures[0].exit),
                "{args:?}: a code is never translated"
            );
        }
        let told: Vec<&str> = failures.iter().map(|f| f.message()).collect();
        assert!(
            told[0] != told[1] && told[1] != told[2] && told[0] != told[2],
            "{args:?}: each language has its own words: {told:?}"
        );
        let plain = LANGUAGES.map(|language| {
            let mut all = vec!["--lang", language];
            all.extend(&args);
            store.run(&all).stderr
        });
        assert!(
            plain[0] != plain[1] && plain[1] != plain[2] && plain[0] != plain[2],
            "{args:?}: without --json as well: {plain:?}"
        );
    }
}

#[test]
fn print_forms_follow_the_language() {
    let store = Store::published();
    for (language, name) in [("en", "Algeria"), ("fr", "Algérie"), ("es", "Argelia")] {
        let answer = store.json(&["--lang", language, "show", "place", "012"]);
        assert_eq!(
            answer["record"]["name_text"], name,
            "name_text is the name in {language}"
        );
        assert_eq!(
            answer["record"]["name"]["fr"], "Algérie",
            "the text by language is the same whoever asks"
        );
        let plain = store.run(&["--lang", language, "show", "place", "012"]);
        assert!(
            plain.stdout.contains(name),
            "{language}: people read it so: {plain:?}"
        );
    }
}

#[test]
fn what_is_not_translated_falls_back() {
    let store = Store::empty();
    let id = store.add("activity", &["title=Only in English"]);
    let answer = store.json(&["--lang", "fr", "show", "activity", &id]);
    assert!(
        answer["record"]["title_text"]
            .as_str()
            .is_some_and(|text| text.contains("Only in English")),
        "a text without translation is shown in what there is: {answer}"
    );
    assert_eq!(
        answer["record"]["title"]
            .get("fr")
            .cloned()
            .unwrap_or(Value::Null),
        Value::Null,
        "but no translation is made up: {answer}"
    );
}

#[test]
fn answers_for_people_are_translated() {
    let store = Store::published();
    for args in [vec!["overview"], vec!["verify"]] {
        let told = LANGUAGES.map(|language| {
            let mut all = vec!["--lang", language];
            all.extend(&args);
            let output = store.run(&all);
            assert_eq!(output.code, 0, "{output:?}");
            output.stdout
        });
        assert!(
            told[0] != told[1] && told[1] != told[2] && told[0] != told[2],
            "{args:?} speaks the language asked for: {told:?}"
        );
    }
}

#[test]
fn codes_are_never_translated() {
    let store = Store::published();
    let id = store.add("activity", &["title=Coded", "status=in_progress"]);
    for language in LANGUAGES {
        let answer = store.json(&["--lang", language, "show", "activity", &id]);
        assert_eq!(answer["record"]["status"], "in_progress", "{language}");
        let answer = store.json(&[
            "--lang",
            language,
            "list",
            "activity",
            "--where",
            "status=in_progress",
        ]);
        assert_eq!(
            answer["total"], 1,
            "{language}: codes are asked for as codes"
        );
    }
}

#[test]
fn histories_are_told_in_words() {
    let store = Store::published();
    let id = store.add("activity", &["title=Told", "status=in_progress"]);
    store.run(&["delete", "activity", &id]);
    for (language, status, gone, again) in [
        ("en", "In progress", "Live → Deleted", "Set again"),
        ("fr", "En cours", "Actuelle → Supprimée", "Rétabli"),
        ("es", "En curso", "Vigente → Eliminada", "Restablecido"),
    ] {
        let told = |args: &[&str]| {
            let mut all = vec!["--lang", language];
            all.extend(args);
            let output = store.run(&all);
            assert_eq!(output.code, 0, "{output:?}");
            assert!(
                !output.stdout.contains("field-"),
                "a message is missing: {}",
                output.stdout
            );
            output.stdout
        };
        let history = told(&["history", "activity", &id]);
        assert!(history.contains(status), "{language}: {history}");
        assert!(history.contains(gone), "{language}: {history}");
        told(&["undo"]);
        let redone = told(&["redo"]);
        assert!(redone.contains(again), "{language}: {redone}");
    }
}

#[test]
fn nothing_changed_in_fields_prints_no_table() {
    let store = Store::empty();
    let id = store.add("activity", &["title=Gone"]);
    let output = store.run(&["delete", "activity", &id]);
    assert_eq!(
        output.stdout.trim_end().lines().count(),
        1,
        "one sentence, no heads without rows: {output:?}"
    );
}
