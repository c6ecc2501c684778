//! LIST and WHERE.

use serde_json::Value;

use crate::support::{Store, text_of};

/// Four activities in two groups, and what they hang on.
fn sample() -> Store {
    let store = Store::empty();
    store.add(
        "organisation",
        &["acronym=ALFA", "name=Alfa Institute", "category=academia"],
    );
    store.add(
        "organisation",
        &["acronym=BRAVO", "name=Bravo Union", "category=trade_union"],
    );
    store.add(
        "organisation",
        &["acronym=CARL", "name=Carl Aid", "parent=ALFA"],
    );
    store.add(
        "group",
        &["kind=workstream", "number=2", "name=First stream"],
    );
    store.add(
        "group",
        &["kind=working_group", "number=10", "name=Second circle"],
    );
    store.add(
        "workplan",
        &[
            "title=Plan of four years",
            "first=2022-01-01",
            "last=2025-12-31",
        ],
    );
    for fields in [
        [
            "title=Map practices",
            "group=2",
            "timeline=Q1-Q2 2023",
            "status=in_progress",
            "leads=ALFA",
        ],
        [
            "title=Hold dialogue",
            "group=2",
            "timeline=2023-2024",
            "status=completed",
            "leads=ALFA,BRAVO",
        ],
        [
            "title=Write guide",
            "group=10",
            "timeline=2024",
            "status=delayed",
            "contributors=CARL",
        ],
        [
            "title=Study alone",
            "group=10",
            "timeline=",
            "status=on_hold",
            "leads=",
        ],
    ] {
        store.add("activity", &fields);
    }
    store
}

/// The first letters of the titles or names that a list gives, in its order.
fn initials(store: &Store, args: &[&str]) -> String {
    store
        .rows(args)
        .iter()
        .map(|row| {
            let title = text_of(&row["title"]) + &text_of(&row["name"]);
            title.chars().next().unwrap_or('?')
        })
        .collect()
}

#[test]
fn where_filters() {
    let store = sample();
    // M = Map practices, H = Hold dialogue, W = Write guide, S = Study alone.
    for (wheres, expected, why) in [
        (vec!["status=completed"], "H", "equals"),
        (vec!["status=completed|delayed"], "HW", "any of two"),
        (vec!["status!=completed"], "MSW", "not equal"),
        (vec!["title~dialogue"], "H", "contains text"),
        (vec!["title=Write guide"], "W", "equals, with a space"),
        (vec!["title=Write"], "", "equals is not contains"),
        (vec!["timeline="], "S", "empty"),
        (vec!["timeline!="], "HMW", "not empty"),
        (vec!["leads="], "SW", "several: empty"),
        (vec!["leads=ALFA"], "HM", "several: contains"),
        (vec!["leads=BRAVO"], "H", "several: contains the other"),
        (vec!["leads=BRAVO|ALFA"], "HM", "several: contains any of"),
        (vec!["contributors=CARL"], "W", "several: the other field"),
        (vec!["group=2"], "HM", "a reference by KEY"),
        (vec!["group=first stream"], "HM", "a reference by name"),
        (vec!["group.kind=workstream"], "HM", "dotted path"),
        (vec!["group.name~circle"], "SW", "dotted path to text"),
        (vec!["group.number>2"], "SW", "dotted path to a number"),
        (
            vec!["group.kind=workstream", "status!=completed"],
            "M",
            "several --where are and",
        ),
        (vec!["leads=ALFA", "leads=BRAVO"], "H", "and on one field"),
        (
            vec!["status=completed", "status=delayed"],
            "",
            "and is not or",
        ),
    ] {
        let mut args = vec!["list", "activity", "--sort", "title"];
        for condition in &wheres {
            args.extend(["--where", condition]);
        }
        assert_eq!(initials(&store, &args), expected, "{wheres:?}: {why}");
        assert_eq!(
            store.json(&args)["total"].as_u64(),
            Some(expected.len() as u64),
            "{wheres:?}: total counts what matches"
        );
    }
}

#[test]
fn where_compares_numbers_and_dates() {
    let store = sample();
    for (kind, condition, expected) in [
        ("group", "number<10", "F"),
        ("group", "number<=10", "FS"),
        ("group", "number>2", "S"),
        ("group", "number>=2", "FS"),
        ("group", "number>10", ""),
        ("group", "number!=2", "S"),
        ("workplan", "first>=2022-01-01", "P"),
        ("workplan", "first>2022-01-01", ""),
        ("workplan", "last<2026-01-01", "P"),
        ("workplan", "last<=2025-12-30", ""),
        ("organisation", "parent=ALFA", "C"),
        ("organisation", "parent.acronym=ALFA", "C"),
        ("organisation", "parent=", "AB"),
        ("organisation", "category=academia|trade_union", "AB"),
        ("organisation", "category=", "C"),
    ] {
        let field = if kind == "workplan" { "title" } else { "name" };
        let args = ["list", kind, "--sort", field, "--where", condition];
        assert_eq!(
            initials(&store, &args),
            expected,
            "{kind} where {condition}: numbers compare as numbers, dates as dates"
        );
    }
}

#[test]
fn where_asks_a_vague_time_surely_or_possibly() {
    let store = sample();
    let found = |condition: &str| {
        initials(
            &store,
            &["list", "activity", "--sort", "title", "--where", condition],
        )
    };
    assert_eq!(
        found("timeline@2023"),
        "M",
        "only this one is surely in 2023"
    );
    assert_eq!(
        found("timeline@2024"),
        "W",
        "only this one is surely in 2024"
    );
    assert_eq!(
        found("timeline@2022-2024"),
        "HMW",
        "a longer span surely holds all that have a time"
    );
    assert_eq!(found("timeline@2021"), "", "nothing is in 2021");
    let possibly = found("timeline@?2023");
    assert!(
        possibly.contains('H') && !possibly.contains('W'),
        "2023-2024 may be in 2023, 2024 is not: {possibly}"
    );
    let earlier = found("timeline@?2021");
    assert!(
        !earlier.contains(['H', 'M', 'W']),
        "what has a later time is not possibly in 2021: {earlier}"
    );
}

#[test]
fn sort_limit_and_offset() {
    let store = sample();
    let sorted = |options: &[&str]| {
        let mut args = vec!["list", "activity"];
        args.extend(options);
        initials(&store, &args)
    };
    assert_eq!(sorted(&["--sort", "title"]), "HMSW");
    assert_eq!(sorted(&["--sort", "-title"]), "WSMH");
    assert_eq!(
        sorted(&["--sort", "timeline"]),
        "MHWS",
        "by first day, then last; unknown last"
    );
    assert_eq!(
        sorted(&["--sort", "-timeline"]),
        "WHMS",
        "unknown last in both directions"
    );
    assert_eq!(sorted(&["--sort", "title", "--limit", "2"]), "HM");
    assert_eq!(
        sorted(&["--sort", "title", "--limit", "2", "--offset", "1"]),
        "MS"
    );
    assert_eq!(sorted(&["--sort", "title", "--offset", "3"]), "W");
    assert_eq!(sorted(&["--sort", "title", "--offset", "9"]), "");
    let answer = store.json(&["list", "activity", "--limit", "1", "--offset", "1"]);
    assert_eq!(
        answer["total"], 4,
        "total counts all that match, not the page: {answer}"
    );
    assert_eq!(
        initials(&store, &["list", "group", "--sort", "number"]),
        "FS",
        "2 comes before 10: numbers sort as numbers"
    );
}

#[test]
fn the_default_is_all_live_by_label_then_id() {
    let store = Store::empty();
    for title in [
        "Gamma plan",
        "Alpha plan",
        "Delta plan",
        "Beta plan",
        "Alpha plan",
    ] {
        store.add("workplan", &[&format!("title={title}")]);
    }
    store.add("workplan", &["title=Aardvark plan"]);
    let id = store.rows(&["list", "workplan", "--where", "title=Aardvark plan"])[0]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    store.json(&["delete", "workplan", &id]);

    let rows = store.list("workplan");
    let keys: Vec<(&Value, &Value)> = rows.iter().map(|r| (&r["label"], &r["id"])).collect();
    let keys: Vec<(&str, &str)> = keys
        .iter()
        .map(|(label, id)| (label.as_str().unwrap(), id.as_str().unwrap()))
        .collect();
    let mut sorted = keys.clone();
    sorted.sort_unstable();
    assert_eq!(keys, sorted, "order is label, id");
    assert_eq!(rows.len(), 5, "all five that live, and not the sixth");
    assert!(
        rows.iter().all(|row| row["life"] == "live"),
        "the default shows what lives"
    );
}

#[test]
fn a_wrong_condition_is_rejected() {
    let store = sample();
    for condition in [
        "title",
        "=x",
        "group.kind.more=x",
        "status=nonsense",
        "group=no such group",
        "number@2023",
    ] {
        store.rejected(&["list", "activity", "--where", condition]);
    }
}

#[test]
fn funding_is_told_with_what_it_funds() {
    let store = Store::empty();
    let funded = store.add("joint_action", &["title=Funded"]);
    store.add("joint_action", &["title=Not funded"]);
    let of = format!("of={funded}");
    store.add("funding", &[&of, "source=Trust fund", "amount=10"]);
    let line = store.add("funding", &[&of, "source=Donor"]);
    let titles = |conditions: &[&str], sort: &str| -> Vec<String> {
        let mut args = vec!["list", "joint_action", "--sort", sort];
        for condition in conditions {
            args.extend(["--where", condition]);
        }
        let rows = store.rows(&args);
        rows.iter().map(|row| text_of(&row["title"])).collect()
    };
    let told = |record: &Value| -> Vec<String> {
        let lines = record["funding"].as_array().unwrap();
        lines
            .iter()
            .map(|line| {
                assert_eq!(line["table"], "funding");
                line["label"].as_str().unwrap().to_owned()
            })
            .collect()
    };
    let shown = store.record("joint_action", &funded);
    assert_eq!(told(&shown), ["Donor", "Trust fund"], "by label");
    assert_eq!(titles(&["funding="], "label"), ["Not funded"]);
    assert_eq!(titles(&["funding!="], "label"), ["Funded"]);
    assert_eq!(titles(&["funding=Donor"], "label"), ["Funded"]);
    assert_eq!(titles(&["funding!=Donor"], "label"), ["Not funded"]);
    assert_eq!(titles(&["funding~trust"], "label"), ["Funded"]);
    assert_eq!(titles(&[], "-funding"), ["Funded", "Not funded"]);
    let failure = store.rejected(&["set", "joint_action", &funded, "funding+=Donor"]);
    assert_eq!(failure.code(), "read_only_field");
    store.json(&["delete", "funding", &line]);
    let shown = store.record("joint_action", &funded);
    assert_eq!(told(&shown), ["Trust fund"], "what is deleted is not told");
}
