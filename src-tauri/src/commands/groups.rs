//! Every group of a list holds what it is said to hold, whatever field the list is grouped by.

use serde_json::{Value as Json, json};

use super::find;
use crate::clock::Clock;
use crate::desk::{Desk, Places};

/// The types of fields that the pages offer to group by.
const GROUPED: &[&str] = &[
    "text",
    "plain",
    "integer",
    "flag",
    "date",
    "moment",
    "vague",
    "code",
    "reference",
    "references",
    "words",
    "provenance",
];

/// The condition that the pages ask for the rows of a group with.
fn condition(field: &Json, key: &Json) -> String {
    let name = field["name"].as_str().unwrap();
    let points = !field["targets"].as_array().unwrap().is_empty();
    match key.as_str() {
        None => format!("{name}="),
        Some(key) if points => format!("{name}=id:{key}"),
        Some(key) => format!("{name}={key}"),
    }
}

#[test]
fn every_group_holds_what_it_counts() {
    let folder = tempfile::tempdir().unwrap();
    let desk = Desk::new(Places::in_folder(folder.path(), None), Clock::system());
    let ask = |name: &str, arguments: Json| find(name).unwrap().run(&desk, arguments).unwrap();
    ask("first_start", json!({"choice": "practise"}));
    let description = ask("describe", json!({}));
    let mut tried = 0;
    for kind in [
        "activity",
        "joint_action",
        "organisation",
        "person",
        "meeting",
        "pledge",
        "group",
        "place",
    ] {
        let kinds = description["kinds"].as_array().unwrap();
        let described = kinds.iter().find(|one| one["name"] == kind).unwrap();
        for field in described["fields"].as_array().unwrap() {
            let of = field["type"].as_str().unwrap();
            if !GROUPED.contains(&of) || field["name"] == "same_as" {
                continue;
            }
            let counted = ask("groups", json!({"kind": kind, "by": field["name"]}));
            for group in counted["rows"].as_array().unwrap().iter().take(40) {
                let only = condition(field, &group["key"]);
                let page = json!({"kind": kind, "where": [only], "offset": 0, "limit": 1});
                let total = ask("list", page)["total"].clone();
                assert_eq!(
                    total, group["count"],
                    "{kind} by {}: {group}",
                    field["name"]
                );
                tried += 1;
            }
        }
    }
    assert!(tried > 300, "{tried}");
}
