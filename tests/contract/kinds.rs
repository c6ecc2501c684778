//! KIND and FIELDS: every kind of the contract can be listed and added, and shows all its fields.

use serde_json::Value;

use crate::support::{KINDS, Store, id_of, text_of};

/// Kinds whose plural follows from the rules of English without a doubt.
const PLURALS: &[(&str, &str)] = &[
    ("workplan", "workplans"),
    ("group", "groups"),
    ("organisation", "organisations"),
    ("membership", "memberships"),
    ("activity", "activities"),
    ("joint_action", "joint_actions"),
    ("joint_action", "joint-actions"),
    ("joint_action", "joint-action"),
    ("milestone", "milestones"),
    ("place", "places"),
    ("pledge", "pledges"),
    ("meeting", "meetings"),
    ("agenda_item", "agenda-items"),
    ("agenda_item", "agenda_items"),
    ("note", "notes"),
    ("decision", "decisions"),
    ("action_point", "action-points"),
    ("document", "documents"),
    ("objective", "objectives"),
    ("principle", "principles"),
    ("mandate", "mandates"),
    ("country_facts", "country-facts"),
];

#[test]
fn every_kind_has_one_name_in_many_forms() {
    let store = Store::published();
    for (kind, _) in KINDS {
        let answer = store.json(&["list", kind, "--limit", "2"]);
        assert_eq!(
            answer["table"], *kind,
            "list names the kind as the contract does"
        );
    }
    for (kind, form) in PLURALS {
        let answer = store.json(&["list", form, "--limit", "2"]);
        assert_eq!(
            answer["table"], *kind,
            "{form} is the same kind: plural and hyphen are accepted"
        );
    }
}

#[test]
fn a_mistyped_kind_gets_the_nearest() {
    let store = Store::empty();
    for (typed, meant) in [
        ("activty", "activity"),
        ("organization", "organisation"),
        ("membershp", "membership"),
        ("country_fact", "country_facts"),
    ] {
        let args = ["list", typed];
        if typed == "country_fact" {
            // The singular of a name that is plural already may also be taken as that name.
            if store.run(&args).code == 0 {
                continue;
            }
        }
        let failure = store.rejected(&args);
        assert_eq!(
            failure.candidates().first().map(String::as_str),
            Some(meant),
            "nearest names are proposed, the nearest first: {failure:?}"
        );
    }
}

/// Members that a record of this kind must have, from the line of the contract.
fn members(kind: &str) -> Vec<(String, char)> {
    let (_, line) = KINDS.iter().find(|(name, _)| *name == kind).unwrap();
    let mut members = vec![
        ("notes".to_owned(), 's'),
        ("created_at".to_owned(), 's'),
        ("changed_at".to_owned(), 's'),
    ];
    for word in line.split_whitespace() {
        let (name, shape) = if let Some(name) = word.strip_suffix("[]") {
            (name, 'n')
        } else if let Some(name) = word.strip_suffix(":t") {
            (name, 't')
        } else if let Some(name) = word.strip_suffix(":d") {
            (name, 'd')
        } else if let Some(name) = word.strip_suffix('*') {
            (name, 'p')
        } else {
            (word, 's')
        };
        members.push((name.to_owned(), shape));
    }
    members
}

fn assert_members(record: &Value, kind: &str) {
    assert_eq!(record["table"], kind, "a record names its kind: {record}");
    for (name, shape) in members(kind) {
        let value = record
            .get(&name)
            .unwrap_or_else(|| panic!("{kind} has {name}, null if unknown: {record}"));
        match shape {
            't' => {
                assert!(
                    value.is_object() || value.is_null(),
                    "{kind}.{name} is text by language: {value}"
                );
                let printed = record
                    .get(format!("{name}_text"))
                    .unwrap_or_else(|| panic!("{kind}.{name} has a print form: {record}"));
                assert!(
                    printed.is_string() || printed.is_null(),
                    "a print form is text: {printed}"
                );
            }
            'd' => assert!(
                value.is_null() || value["text"].is_string(),
                "{kind}.{name} is a vague time: {value}"
            ),
            'n' => assert!(
                value.is_array(),
                "{kind}.{name} is several, so an array, empty if none: {value}"
            ),
            'p' => assert!(
                value.is_null(),
                "{kind}.{name} is personal: null unless --private: {value}"
            ),
            _ => {}
        }
    }
}

#[test]
fn published_records_show_all_their_fields() {
    let store = Store::published();
    for kind in [
        "workplan",
        "group",
        "organisation",
        "membership",
        "activity",
        "place",
        "objective",
        "principle",
        "mandate",
    ] {
        let rows = store.rows(&["list", kind, "--limit", "2"]);
        assert!(!rows.is_empty(), "the published network has some {kind}");
        for record in &rows {
            assert_members(record, kind);
        }
    }
}

/// Adds one record of each kind with what the contract says it takes, each in one command.
#[test]
fn every_kind_takes_its_fields() {
    let store = Store::published();
    let add = |kind: &str, fields: &[&str]| -> (String, Value) {
        let mut args = vec!["add", kind];
        args.extend(fields);
        let answer = store.json(&args);
        let record = answer["record"].clone();
        assert_members(&record, kind);
        assert_eq!(record["life"], "live", "what was added is there: {record}");
        for field in fields {
            let (name, typed) = field.split_once('=').unwrap();
            let name = name.trim_end_matches('+');
            let stored = &record[name];
            if stored.is_string() {
                assert_eq!(stored, typed, "{kind}.{name} is kept as typed");
            } else if stored.get("text").is_some() || stored.get("en").is_some() {
                assert_eq!(text_of(stored), typed, "{kind}.{name} is kept as typed");
            } else {
                assert!(
                    !stored.is_null() || ["email", "phone"].contains(&name),
                    "{kind}.{name}={typed} was accepted, so it must be there: {record}"
                );
            }
        }
        (id_of(&record), record)
    };

    let (plan, _) = add(
        "workplan",
        &[
            "title=Workplan 2025-2026",
            "first=2025-01-01",
            "last=2026-12-31",
            "state=draft",
            "notes=Made for this test",
        ],
    );
    let workplan = format!("workplan={plan}");
    let (group, record) = add(
        "group",
        &[
            "kind=working_group",
            "code=TG-9",
            "number=77",
            "name=Group on tests",
            "purpose=To be tested",
            &workplan,
            "state=active",
            "created=Q2 2025",
            "place=404",
        ],
    );
    assert_eq!(record["number"], 77, "a number is a number: {record}");
    assert_eq!(
        record["place"]["table"], "place",
        "a reference names its kind: {record}"
    );
    let (org, _) = add(
        "organisation",
        &[
            "acronym=TSTORG",
            "name=Test organisation",
            "category=academia",
            "parent=IOM",
            "country=404",
            "website=https://example.org/?a=b",
        ],
    );
    let (person, _) = add(
        "person",
        &[
            "name=Ana Pérez",
            "function=Adviser",
            "organisation=TSTORG",
            "email=ana@example.org",
            "phone=+41 22 000 00 00",
        ],
    );
    add(
        "membership",
        &[
            &format!("group={group}"),
            &format!("organisation={org}"),
            "role=member",
            "from=2024",
            "to=2025-06-30",
            "state=accepted",
        ],
    );
    let (activity, _) = add(
        "activity",
        &[
            &format!("group={group}"),
            &workplan,
            "order_label=2.1",
            "title=Test everything",
            "description=All of it",
            "timeline=Q1-Q2 2025",
            "status=in_progress",
            "progress_note=Half done",
            "next_step=The other half",
            "leads=IOM",
            "contributors=UNICEF,WHO",
            "objectives=1,23",
            "principles=10",
        ],
    );
    let (action, record) = add(
        "joint_action",
        &[
            "title=Regional training",
            "level=regional",
            "description=For all",
            "timeline=2025",
            "status=yet_to_start",
            &format!("groups={group}"),
            "organisations+=IOM:lead",
            "places=404",
            "objectives=8",
            "principles=1",
            &format!("activities={activity}"),
        ],
    );
    assert_eq!(
        record["organisations"][0]["role"], "lead",
        "a link with a role shows it: {record}"
    );
    add(
        "milestone",
        &[&format!("of={activity}"), "title=Half-way", "due=Q1 2025"],
    );
    add(
        "funding",
        &[
            &format!("of={action}"),
            "source=Migration MPTF",
            "amount=1500000",
            "currency=USD",
            "state=sought",
        ],
    );
    add(
        "place",
        &["code=999", "name=Region for tests", "type=region"],
    );
    add("country_facts", &["place=352", "network_since=2024"]);
    add(
        "pledge",
        &[
            &format!("maker={org}"),
            "kind=individual",
            "type=policy",
            "title=We pledge",
            "description=To test",
            "made_on=2022-05-17",
            "period=2022-2026",
            "objectives=5",
        ],
    );
    let (meeting, _) = add(
        "meeting",
        &[
            &format!("group={group}"),
            "title=First meeting",
            "format=hybrid",
            "venue=Geneva",
            "confidentiality=open",
            "state=draft",
        ],
    );
    let (item, _) = add(
        "agenda_item",
        &[
            &format!("meeting={meeting}"),
            "title=Opening",
            "minutes=15",
            &format!("about={activity}"),
        ],
    );
    let item = format!("item={item}");
    add("note", &[&item, "text=The chair opened the meeting"]);
    add("decision", &[&item, "text=Agreed"]);
    add(
        "action_point",
        &[&item, "text=Write it down", "due=May 2025", "status=open"],
    );
    add(
        "attendance",
        &[
            &format!("meeting={meeting}"),
            &format!("person={person}"),
            &format!("organisation={org}"),
            "presence=online",
        ],
    );
    add(
        "document",
        &[
            "title=Terms of reference",
            "version=2",
            "state=draft",
            "address=https://example.org/tor",
        ],
    );
    store.assert_sound();
}

#[test]
fn reference_data_is_read_only() {
    let store = Store::published();
    let digest = store.digest();
    for kind in ["objective", "principle", "mandate"] {
        store.rejected(&["add", kind, "number=99", "title=Another one"]);
    }
    store.rejected(&["set", "objective", "1", "title=Changed"]);
    store.rejected(&["delete", "objective", "1"]);
    assert_eq!(
        store.digest(),
        digest,
        "objectives, principles and mandates are not ours to change"
    );
}

#[test]
fn a_value_outside_the_vocabulary_is_rejected() {
    let store = Store::published();
    for (kind, field, typed, meant) in [
        ("activity", "status", "complete", "completed"),
        ("activity", "status", "onhold", "on_hold"),
        ("organisation", "category", "academic", "academia"),
        ("group", "kind", "workstreams", "workstream"),
        ("meeting", "format", "hybird", "hybrid"),
        ("workplan", "state", "adopt", "adopted"),
    ] {
        let total = store.json(&["list", kind])["total"].clone();
        let assignment = format!("{field}={typed}");
        let failure = store.rejected(&["add", kind, &assignment]);
        assert!(
            failure.candidates().iter().any(|c| c == meant),
            "{assignment}: the valid values are listed: {failure:?}"
        );
        assert_eq!(failure.error["field"], field, "the field is named");
        assert_eq!(
            store.json(&["list", kind])["total"],
            total,
            "what is rejected adds nothing"
        );
    }
}
