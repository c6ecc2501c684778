//! FIELD: setting, clearing, languages, several, files.

use std::fs;

use serde_json::Value;

use crate::support::{Store, change_of, id_of, ids_of, rows_of, text_of};

fn organisation(store: &Store, key: &str) -> String {
    id_of(&store.record("organisation", key))
}

#[test]
fn values_are_kept_to_the_letter() {
    let store = Store::empty();
    let id = store.add("organisation", &["name=Letters"]);
    for text in [
        "a=b&c==d",
        "\"quoted\" and 'single' \\ back",
        "two\nlines",
        "right to left: شبكة الأمم المتحدة",
        "汉字 and emoji 🌍",
        "=SUM(A1:A2)",
        "+1 -2",
        "id of something",
        "100 %",
    ] {
        store.set("organisation", &id, &[&format!("notes={text}")]);
        let record = store.record("organisation", &id);
        assert_eq!(
            text_of(&record["notes"]),
            text,
            "everything after the first = is the value, unchanged"
        );
    }
}

#[test]
fn an_empty_value_clears() {
    let store = Store::published();
    let id = store.add(
        "activity",
        &[
            "title=To be cleared",
            "timeline=2023",
            "status=delayed",
            "next_step=Soon",
            "group=1",
            "leads=IOM",
        ],
    );
    let answer = store.set(
        "activity",
        &id,
        &["timeline=", "next_step=", "group=", "leads="],
    );
    let record = store.record("activity", &id);
    for name in ["timeline", "next_step", "next_step_text", "group"] {
        assert_eq!(record[name], Value::Null, "{name} was cleared: {record}");
    }
    assert_eq!(record["leads"], Value::Array(vec![]), "no lead is left");
    assert_eq!(
        change_of(rows_of(&answer), "group")["new"],
        Value::Null,
        "a cleared value is null"
    );
    assert_eq!(
        store.set("activity", &id, &["timeline="])["txn"],
        Value::Null,
        "clearing what is empty changes nothing"
    );
}

#[test]
fn each_language_is_set_and_cleared_by_itself() {
    let store = Store::empty();
    let id = store.add("activity", &["title=Three sessions"]);
    store.set(
        "activity",
        &id,
        &[
            "title.fr=Trois séances",
            "title.ar=ثلاث جلسات",
            "title.zh=三次会议",
        ],
    );
    let record = store.record("activity", &id);
    for (language, text) in [
        ("en", "Three sessions"),
        ("fr", "Trois séances"),
        ("ar", "ثلاث جلسات"),
        ("zh", "三次会议"),
    ] {
        assert_eq!(record["title"][language], text, "{language}: {record}");
    }
    assert_eq!(
        record["title_text"], "Three sessions",
        "print form: {record}"
    );

    store.set("activity", &id, &["title.fr="]);
    let record = store.record("activity", &id);
    assert!(
        record["title"].get("fr").is_none_or(Value::is_null),
        "French is cleared: {record}"
    );
    assert_eq!(record["title"]["en"], "Three sessions", "English is not");

    store.set("activity", &id, &["title.en=Four sessions"]);
    assert_eq!(
        store.record("activity", &id)["title"]["en"],
        "Four sessions",
        "the default language may be named"
    );
}

#[test]
fn several_are_added_taken_away_and_replaced() {
    let store = Store::published();
    let [iom, ilo, who] = ["IOM", "ILO", "WHO"].map(|key| organisation(&store, key));
    let id = store.add("activity", &["title=Several"]);
    let leads = || {
        let record = store.record("activity", &id);
        ids_of(record["leads"].as_array().unwrap())
    };
    let sorted = |mut ids: Vec<&String>| {
        ids.sort();
        ids.into_iter().cloned().collect::<Vec<_>>()
    };

    store.set("activity", &id, &["leads+=IOM", "leads+=ILO"]);
    assert_eq!(leads(), sorted(vec![&iom, &ilo]), "+= adds");
    let again = store.set("activity", &id, &["leads+=IOM"]);
    assert_eq!(again["txn"], Value::Null, "who leads already is not added");
    assert_eq!(leads(), sorted(vec![&iom, &ilo]), "and nobody stands twice");
    store.set("activity", &id, &["leads-=IOM"]);
    assert_eq!(leads(), sorted(vec![&ilo]), "-= takes away");
    let again = store.set("activity", &id, &["leads-=IOM"]);
    assert_eq!(
        again["txn"],
        Value::Null,
        "who does not lead is not taken away"
    );
    store.set("activity", &id, &["leads=IOM,WHO"]);
    assert_eq!(leads(), sorted(vec![&iom, &who]), "= replaces the set");
    let again = store.set("activity", &id, &["leads=WHO,IOM"]);
    assert_eq!(again["txn"], Value::Null, "a set has no order");
    store.set("activity", &id, &["leads+=ILO", "leads-=WHO"]);
    assert_eq!(leads(), sorted(vec![&iom, &ilo]), "both in one command");

    store.set("activity", &id, &["objectives=1,2,5"]);
    store.set("activity", &id, &["objectives=2,23"]);
    let record = store.record("activity", &id);
    let expected: Vec<String> = ["2", "23"]
        .iter()
        .map(|number| id_of(&store.record("objective", number)))
        .collect();
    assert_eq!(
        ids_of(record["objectives"].as_array().unwrap()),
        sorted(expected.iter().collect()),
        "numbers are keys of objectives: {record}"
    );
}

#[test]
fn a_role_belongs_to_the_link() {
    let store = Store::published();
    let id = store.add(
        "joint_action",
        &[
            "title=Roles",
            "organisations+=IOM:lead",
            "organisations+=IOM:contributing",
            "organisations+=ILO:implementing",
        ],
    );
    let iom = organisation(&store, "IOM");
    let roles = || {
        let record = store.record("joint_action", &id);
        let mut roles: Vec<String> = record["organisations"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|link| id_of(link) == iom)
            .map(|link| link["role"].as_str().unwrap().to_owned())
            .collect();
        roles.sort();
        roles
    };
    assert_eq!(roles(), ["contributing", "lead"], "one may hold two roles");
    store.set("joint_action", &id, &["organisations-=IOM:lead"]);
    assert_eq!(roles(), ["contributing"], "only the named role goes");
    let failure = store.rejected(&["set", "joint_action", &id, "organisations+=IOM:implementin"]);
    assert!(
        failure.candidates().iter().any(|c| c == "implementing"),
        "valid roles are listed: {failure:?}"
    );
    assert_eq!(roles(), ["contributing"]);
}

#[test]
fn aliases_are_several_texts() {
    let store = Store::empty();
    let id = store.add("organisation", &["name=Known by many names"]);
    store.set(
        "organisation",
        &id,
        &["aliases+=Old name", "aliases+=Older name"],
    );
    let shown = |record: &Value| record["aliases"].to_string();
    let record = store.record("organisation", &id);
    assert!(
        shown(&record).contains("Old name") && shown(&record).contains("Older name"),
        "both are kept: {record}"
    );
    store.set("organisation", &id, &["aliases-=Old name"]);
    let record = store.record("organisation", &id);
    assert!(
        !shown(&record).contains("Old name"),
        "one is gone: {record}"
    );
    assert!(shown(&record).contains("Older name"), "one stays: {record}");
}

#[test]
fn a_value_may_come_from_a_file() {
    let store = Store::empty();
    let text = "First line: \"quoted\", é, 数据\n\nThird line = last line";
    let path = store.folder().join("note.txt");
    fs::write(&path, text).unwrap();
    let assignment = format!("notes=@{}", path.display());
    let id = store.add("organisation", &["name=From a file", &assignment]);
    assert_eq!(
        text_of(&store.record("organisation", &id)["notes"]),
        text,
        "the text of the file is the value"
    );

    let digest = store.digest();
    let missing = store.failure(&["set", "organisation", &id, "notes=@/no/such/file"]);
    assert!(
        missing.exit == 1 || missing.exit == 2 || missing.exit == 3,
        "a missing file cannot be read: {missing:?}"
    );
    fs::write(&path, [0xff, 0xfe, 0x00, 0x80]).unwrap();
    store.failure(&["set", "organisation", &id, &assignment]);
    assert_eq!(store.digest(), digest, "neither changed anything");
}

#[test]
fn a_mistyped_field_gets_the_nearest() {
    let store = Store::published();
    let id = store.add("activity", &["title=Typed"]);
    let wrong = |args: &[&str], meant: &str| {
        let failure = store.rejected(args);
        assert_eq!(
            failure.candidates().first().map(String::as_str),
            Some(meant),
            "{args:?}: valid fields are listed, nearest first: {failure:?}"
        );
    };
    wrong(&["set", "activity", &id, "titel=x"], "title");
    wrong(&["add", "activity", "staus=completed"], "status");
    wrong(&["list", "activity", "--where", "tilte~x"], "title");
    wrong(&["list", "activity", "--sort", "timelin"], "timeline");
    wrong(&["list", "activity", "--where", "group.nmae=x"], "name");
    store.rejected(&["set", "activity", &id, "title"]);
    store.rejected(&["set", "activity", &id, "title+=IOM"]);
    store.rejected(&["set", "activity", &id, "status.fr=x"]);
}

#[test]
fn what_is_computed_cannot_be_set() {
    let store = Store::published();
    let id = store.add("activity", &["title=Computed", "timeline=2023"]);
    let digest = store.digest();
    for field in [
        "id=00000000-0000-0000-0000-000000000000",
        "created_at=2020-01-01T00:00:00Z",
        "changed_at=2020-01-01T00:00:00Z",
    ] {
        store.rejected(&["set", "activity", &id, field]);
    }
    assert_eq!(store.digest(), digest, "the log alone says when and who");
}
