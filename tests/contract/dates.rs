//! Vague time, `--on` and `--known`.

use serde_json::{Value, json};

use crate::support::{Store, id_of};

#[test]
fn a_timeline_keeps_its_text_and_is_read() {
    let store = Store::empty();
    let id = store.add("activity", &["title=Timed"]);
    for (text, first, last, precision) in [
        ("Q1-Q2 2023", "2023-01-01", "2023-06-30", "quarter"),
        ("Q2 2023", "2023-04-01", "2023-06-30", "quarter"),
        ("Q4 2022 - Q1 2023", "2022-10-01", "2023-03-31", "quarter"),
        ("2023", "2023-01-01", "2023-12-31", "year"),
        ("2022-2024", "2022-01-01", "2024-12-31", "year"),
        ("2023 and 2024", "2023-01-01", "2024-12-31", "year"),
        ("2023 et 2024", "2023-01-01", "2024-12-31", "year"),
        ("2023 y 2024", "2023-01-01", "2024-12-31", "year"),
        ("February 2024", "2024-02-01", "2024-02-29", "month"),
        ("février 2024", "2024-02-01", "2024-02-29", "month"),
        ("febrero de 2024", "2024-02-01", "2024-02-29", "month"),
        ("2023-05-16", "2023-05-16", "2023-05-16", "day"),
        ("16 May 2023", "2023-05-16", "2023-05-16", "day"),
    ] {
        store.set("activity", &id, &[&format!("timeline={text}")]);
        let timeline = &store.record("activity", &id)["timeline"];
        assert_eq!(timeline["text"], text, "kept to the letter");
        assert_eq!(
            (
                &timeline["first"],
                &timeline["last"],
                &timeline["precision"]
            ),
            (&json!(first), &json!(last), &json!(precision)),
            "{text} is read from a grammar: {timeline}"
        );
        assert!(
            timeline["edtf"].is_string(),
            "what is understood has its standard form: {timeline}"
        );
    }
}

#[test]
fn open_ends_have_one_end() {
    let store = Store::empty();
    let id = store.add("activity", &["title=Open", "timeline=from 2023"]);
    let timeline = &store.record("activity", &id)["timeline"];
    assert_eq!(timeline["text"], "from 2023");
    assert_eq!(timeline["first"], "2023-01-01", "{timeline}");
    assert_eq!(
        timeline["last"],
        Value::Null,
        "no end is made up: {timeline}"
    );
    store.set("activity", &id, &["timeline=until 2024"]);
    let timeline = &store.record("activity", &id)["timeline"];
    assert_eq!(
        timeline["first"],
        Value::Null,
        "no start is made up: {timeline}"
    );
    assert_eq!(timeline["last"], "2024-12-31", "{timeline}");
}

#[test]
fn what_is_not_understood_stays_as_text() {
    let store = Store::empty();
    let id = store.add("activity", &["title=Strange"]);
    for text in [
        "when the funds arrive",
        "Q7 2023",
        "2023-02-31",
        "  two  spaces ",
        "بعد المؤتمر",
    ] {
        store.set("activity", &id, &[&format!("timeline={text}")]);
        let timeline = &store.record("activity", &id)["timeline"];
        assert_eq!(timeline["text"], text, "any text is accepted, exactly kept");
        assert_eq!(
            (
                &timeline["first"],
                &timeline["last"],
                &timeline["precision"]
            ),
            (&Value::Null, &Value::Null, &json!("unknown")),
            "{text}: what is not understood is never turned into a date: {timeline}"
        );
    }
}

#[test]
fn on_asks_the_dates_of_the_facts() {
    let store = Store::empty();
    store.add("organisation", &["acronym=ONE", "name=One"]);
    let group = store.add("group", &["kind=workstream", "number=1", "name=Group"]);
    let term = |from: &str, to: &str| {
        store.add(
            "membership",
            &[
                &format!("group={group}"),
                "organisation=ONE",
                "role=member",
                "state=accepted",
                &format!("from={from}"),
                &format!("to={to}"),
            ],
        )
    };
    let past = term("2022-01-01", "2022-12-31");
    let present = term("2024-03-01", "");
    let on = |date: &str| {
        let rows = store.rows(&["list", "membership", "--on", date]);
        rows.iter().map(id_of).collect::<Vec<_>>()
    };
    assert_eq!(on("2022-06-15"), [past], "the first term, and it alone");
    assert!(on("2021-06-15").is_empty(), "nobody was a member yet");
    assert!(on("2023-06-15").is_empty(), "between the terms nobody was");
    assert_eq!(on("2025-06-15"), [present], "a term without end goes on");
    let both = |known: &str| {
        let args = ["list", "membership", "--on", "2022-06-15", "--known", known];
        store.json(&args)["total"].clone()
    };
    assert_eq!(
        (both("2999-12-31"), both("2000-01-01")),
        (json!(1), json!(0)),
        "--on and --known combine: true that day, as the log told by then"
    );
    assert_eq!(
        store.list("membership").len(),
        2,
        "without --on both are listed"
    );
    store.rejected(&["list", "membership", "--on", "someday"]);
}

#[test]
fn on_leaves_out_what_was_not_yet() {
    let store = Store::empty();
    let old = store.add("group", &["name=Old", "created=2019"]);
    let new = store.add("group", &["name=New", "created=May 2022"]);
    let undated = store.add("group", &["name=Undated"]);
    let on = |kind: &str, date: &str| {
        let rows = store.rows(&["list", kind, "--on", date]);
        rows.iter().map(id_of).collect::<Vec<_>>()
    };
    assert_eq!(on("group", "2021-06-01"), [old.clone(), undated.clone()]);
    assert_eq!(on("group", "2022-05-10"), [new, old, undated]);
    let pledge = store.add("pledge", &["title=Pledged", "made_on=2022-05-17"]);
    assert!(on("pledge", "2022-05-16").is_empty(), "not made yet");
    assert_eq!(on("pledge", "2022-05-17"), [pledge]);
}

#[test]
fn known_asks_the_log() {
    let store = Store::published();
    let id = store.add("organisation", &["acronym=LATE", "name=Known lately"]);
    let listed = |date: &str| store.rows(&["list", "organisation", "--known", date]);
    assert!(
        listed("2000-01-01").is_empty(),
        "the log held nothing at all in 2000"
    );
    assert_eq!(
        listed("2999-12-31"),
        store.list("organisation"),
        "by a day to come the log holds what it holds now"
    );

    let made = store.rows(&["history", "organisation", &id])[0]["time"]
        .as_str()
        .unwrap()
        .to_owned();
    let today = &made[..10];
    assert!(
        listed(today).iter().any(|row| id_of(row) == id),
        "a day is over when it ends: what was written on it is known by then"
    );
    store.rejected(&["list", "organisation", "--known", "someday"]);
}

#[test]
fn known_shows_former_values() {
    let store = Store::published();
    let before = store.record("group", "1");
    let id = id_of(&before);
    store.set("group", &id, &["state=proposed", "name=Renamed today"]);
    let made = store.rows(&["history", "group", &id])[0]["time"]
        .as_str()
        .unwrap()[..10]
        .to_owned();
    let day_before = day_before(&made);
    let rows = store.rows(&["list", "group", "--known", &day_before]);
    if let Some(row) = rows.iter().find(|row| id_of(row) == id) {
        assert_eq!(
            row["name"], before["name"],
            "the day before it still had its published name"
        );
    }
}

/// The calendar day before an ISO 8601 date.
fn day_before(date: &str) -> String {
    let part = |range: std::ops::Range<usize>| date[range].parse::<u32>().unwrap();
    let (year, month, day) = (part(0..4), part(5..7), part(8..10));
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let length = |month: u32| match month {
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 31,
    };
    let (year, month, day) = match (month, day) {
        (1, 1) => (year - 1, 12, 31),
        (_, 1) => (year, month - 1, length(month - 1)),
        _ => (year, month, day - 1),
    };
    format!("{year:04}-{month:02}-{day:02}")
}
