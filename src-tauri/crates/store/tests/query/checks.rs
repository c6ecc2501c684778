//! The plan that checks itself: each rule where it fires, and where it does not.

use chrono::NaiveDate;
use serde_json::Value as Json;
use store::query::{View, checks};

use crate::network::Network;

fn found(network: &Network) -> Vec<Json> {
    let today = NaiveDate::from_ymd_opt(2023, 11, 15).unwrap();
    checks(network.store.connection(), None, today, &View::default()).unwrap()
}

/// What a rule finds: the record and how sure it is.
fn by(network: &Network, rule: &str) -> Vec<(String, String)> {
    found(network)
        .iter()
        .filter(|row| row["rule"] == rule)
        .map(|row| {
            let text = |value: &Json| value.as_str().unwrap().to_owned();
            (text(&row["record"]["label"]), text(&row["severity"]))
        })
        .collect()
}

fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    let owned = |(label, severity): &(&str, &str)| ((*label).to_owned(), (*severity).to_owned());
    expected.iter().map(owned).collect()
}

fn network() -> Network {
    let mut network = Network::new();
    network.add("iom", "organisation", &["acronym=IOM"]);
    network.add("ilo", "organisation", &["acronym=ILO"]);
    network.add("one", "group", &["name=One", "kind=workstream"]);
    network.add("two", "group", &["name=Two", "kind=workstream"]);
    network
}

#[test]
fn who_leads_is_named_and_sits_in_the_group() {
    let mut network = network();
    network.add("ann", "person", &["name=Ann", "organisation=<iom>"]);
    network.add("bare", "activity", &["title=Bare", "group=<one>"]);
    network.add(
        "led",
        "activity",
        &["title=Led", "group=<one>", "leads=<iom>"],
    );
    network.add("off", "activity", &["title=Dropped", "status=cancelled"]);
    assert_eq!(by(&network, "no_lead"), pairs(&[("Bare", "warning")]));
    assert!(
        by(&network, "lead_not_member").is_empty(),
        "of a group without known members nobody knows who is none"
    );
    network.add(
        "seat",
        "membership",
        &["group=<one>", "organisation=<ilo>", "role=member"],
    );
    assert_eq!(
        by(&network, "lead_not_member"),
        pairs(&[("Led", "warning")])
    );
    network.add(
        "left",
        "membership",
        &[
            "group=<one>",
            "organisation=<iom>",
            "role=member",
            "state=left",
        ],
    );
    assert_eq!(
        by(&network, "lead_not_member"),
        pairs(&[("Led", "note")]),
        "who has left may have led it before"
    );
    network.add(
        "sits",
        "membership",
        &["group=<one>", "organisation=<iom>", "role=co_lead"],
    );
    network.add(
        "by",
        "activity",
        &["title=By Ann", "group=<one>", "leads=<ann>"],
    );
    assert!(
        by(&network, "lead_not_member").is_empty(),
        "a person sits there by the organisation they work for"
    );
}

#[test]
fn time_is_held_against_status_only_where_it_is_sure() {
    let mut network = network();
    for (title, timeline, status) in [
        ("Over", "2022", "in_progress"),
        ("Going on", "2023", "in_progress"),
        ("Over and said so", "2022", "completed"),
        ("To have begun", "Q1-Q3 2023", "yet_to_start"),
        ("Perhaps to have begun", "Q4 2023", "yet_to_start"),
        ("Ahead", "2024", "yet_to_start"),
        ("On request", "on request", "yet_to_start"),
    ] {
        let set = [
            format!("title={title}"),
            format!("timeline={timeline}"),
            format!("status={status}"),
        ];
        let set: Vec<&str> = set.iter().map(String::as_str).collect();
        network.add(title, "activity", &set);
    }
    assert_eq!(
        by(&network, "in_progress_after_end"),
        pairs(&[("Over", "warning")])
    );
    assert_eq!(
        by(&network, "yet_to_start_after_start"),
        pairs(&[
            ("To have begun", "warning"),
            ("Perhaps to have begun", "note")
        ])
    );
    assert_eq!(
        by(&network, "completed_without_product"),
        pairs(&[("Over and said so", "warning")])
    );
    network.add("paper", "document", &["title=Paper"]);
    network.set("Over and said so", &["products+=Paper"]);
    assert!(by(&network, "completed_without_product").is_empty());
}

#[test]
fn what_ends_before_it_begins_is_found() {
    let mut network = network();
    network.add(
        "turned",
        "workplan",
        &["title=Turned", "first=2024-01-01", "last=2023-12-31"],
    );
    network.add(
        "year",
        "workplan",
        &["title=A year", "first=2024-02-01", "last=2024"],
    );
    network.add(
        "round",
        "status_round",
        &["title=Round", "opens=2024-05-02", "closes=2024-05-01"],
    );
    network.add(
        "seat",
        "membership",
        &[
            "group=<one>",
            "organisation=<ilo>",
            "role=member",
            "from=2023",
            "to=2021",
        ],
    );
    let labels = by(&network, "end_before_start");
    assert_eq!(
        labels,
        pairs(&[
            ("Turned", "warning"),
            ("ILO · One", "warning"),
            ("Round", "warning")
        ]),
        "in the order of their kinds"
    );
}

#[test]
fn what_belongs_together_is_held_against_each_other() {
    let mut network = network();
    network.add("whole", "activity", &["title=Whole", "timeline=2023"]);
    network.add(
        "beyond",
        "activity",
        &["title=Beyond", "timeline=Q1 2024", "parent=<whole>"],
    );
    network.add(
        "within",
        "activity",
        &["title=Within", "timeline=Q4 2023", "parent=<whole>"],
    );
    network.add("half", "activity", &["title=Half", "timeline=Q1-Q2 2023"]);
    network.add(
        "perhaps",
        "activity",
        &["title=Perhaps", "timeline=2023", "parent=<half>"],
    );
    assert_eq!(
        by(&network, "parent_ends_before_child"),
        pairs(&[("Beyond", "warning"), ("Perhaps", "note")])
    );
    network.add(
        "waits",
        "activity",
        &["title=Waits", "timeline=Q2 2023", "depends_on=<beyond>"],
    );
    network.add(
        "may",
        "activity",
        &["title=May wait", "timeline=Q2 2023", "depends_on=<whole>"],
    );
    network.add(
        "fine",
        "activity",
        &["title=Fine", "timeline=Q3 2024", "depends_on=<beyond>"],
    );
    assert_eq!(
        by(&network, "depends_on_later"),
        pairs(&[("Waits", "warning"), ("May wait", "note")])
    );
}

#[test]
fn titles_and_groups_that_ended_are_found() {
    let mut network = network();
    network.add("plan", "workplan", &["title=Plan"]);
    network.add("a", "activity", &["title=Study on Árbol", "group=<one>"]);
    network.add("b", "activity", &["title=study on arbol", "group=<two>"]);
    network.add("c", "activity", &["title=Same group", "group=<one>"]);
    network.add("d", "activity", &["title=Same group", "group=<one>"]);
    network.add(
        "e",
        "activity",
        &["title=Study on Árbol", "group=<two>", "workplan=<plan>"],
    );
    assert_eq!(
        by(&network, "same_title"),
        pairs(&[("Study on Árbol", "warning"), ("study on arbol", "warning")]),
        "in one workplan and two groups"
    );
    assert!(by(&network, "closed_group").is_empty());
    network.set("two", &["state=closed"]);
    network.set("b", &["status=in_progress"]);
    network.set("e", &["status=completed"]);
    assert_eq!(
        by(&network, "closed_group"),
        pairs(&[("study on arbol", "warning")])
    );
    network.set("plan", &["state=closed"]);
    assert!(
        found(&network)
            .iter()
            .all(|row| row["record"]["id"] != network.id("e").to_string()),
        "a closed workplan is no longer checked"
    );
}

#[test]
fn what_is_dismissed_is_told_with_the_reason_until_it_is_taken_back() {
    let mut network = network();
    network.add("bare", "activity", &["title=Bare"]);
    network.add(
        "said",
        "dismissed_check",
        &["of=<bare>", "rule=no_lead", "reason=Led by all"],
    );
    let told = found(&network);
    assert_eq!(told.len(), 1);
    assert_eq!(told[0]["dismissed"]["reason"], "Led by all");
    assert_eq!(
        told[0]["dismissed"]["person"]["label"], "ama",
        "who adds it says it"
    );
    network.delete("said");
    assert_eq!(found(&network)[0]["dismissed"], Json::Null);
}
