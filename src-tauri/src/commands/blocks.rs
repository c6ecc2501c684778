//! What is copied and pasted where it was changes nothing, whatever the type of the field.

use serde_json::{Value as Json, json};

use super::find;
use crate::clock::Clock;
use crate::desk::{Desk, Places};

fn ask(desk: &Desk, name: &str, arguments: Json) -> Json {
    find(name).unwrap().run(desk, arguments).unwrap()
}

/// How a reference is written: by its id, as in the window, or by its name, as it comes back from a spreadsheet.
#[derive(Debug, Clone, Copy, PartialEq)]
enum By {
    Id,
    Name,
}

/// Writes several as the pages do: apart by semicolons where one of them holds a comma.
fn joined(names: &[String]) -> String {
    if !names.iter().any(|name| name.contains(',')) {
        return names.join(",");
    }
    format!("{};", names.join(";"))
}

fn reference(of: &Json, by: By) -> String {
    let name = match by {
        By::Id => format!("id:{}", of["id"].as_str().unwrap()),
        By::Name => of["label"].as_str().unwrap().to_owned(),
    };
    match of["role"].as_str() {
        Some(role) => format!("{name}:{role}"),
        None => name,
    }
}

fn word(of: &Json) -> String {
    match (of.as_str(), of["role"].as_str()) {
        (Some(word), _) => word.to_owned(),
        (None, Some(role)) => format!("{}:{role}", of["text"].as_str().unwrap()),
        (None, None) => of["text"].as_str().unwrap().to_owned(),
    }
}

/// The cells that write back what a row shows of a field.
fn cells(row: &Json, field: &Json, by: By) -> Vec<Vec<String>> {
    let name = field["name"].as_str().unwrap();
    let value = &row[name];
    let plain = |text: &str| vec![vec![format!("{name}={text}")]];
    let list = || value.as_array().unwrap();
    match field["type"].as_str().unwrap() {
        _ if value.is_null() => plain(""),
        "text" => {
            let texts = value.as_object().unwrap().iter();
            texts
                .map(|(language, text)| {
                    vec![format!("{name}.{language}={}", text.as_str().unwrap())]
                })
                .collect()
        }
        "vague" => plain(value["text"].as_str().unwrap()),
        "integer" | "flag" => plain(&value.to_string()),
        "reference" => plain(&reference(value, by)),
        "references" => {
            let ends: Vec<String> = list().iter().map(|end| reference(end, by)).collect();
            plain(&joined(&ends))
        }
        "words" => plain(&joined(&list().iter().map(word).collect::<Vec<String>>())),
        "money" => vec![vec![
            format!("{name}={}", value.as_str().unwrap()),
            format!("currency={}", row["currency"].as_str().unwrap_or_default()),
        ]],
        _ => plain(value.as_str().unwrap()),
    }
}

/// The small network to practise with, and a record for each thing that is easily spoilt on the way.
fn practice(folder: &std::path::Path) -> Desk {
    let desk = Desk::new(Places::in_folder(folder, None), Clock::system());
    ask(&desk, "first_start", json!({"choice": "practise"}));
    let add = |kind: &str, set: &[&str]| {
        let created = ask(&desk, "create", json!({"kind": kind, "set": set}));
        created["record"]["id"].as_str().unwrap().to_owned()
    };
    let comma = add(
        "organisation",
        &[
            "name=Women, Youth and Migration Forum",
            "aliases=WYMF, the Forum;Foro",
            "name.ar=المنتدى",
        ],
    );
    let colon = add("organisation", &["name=Platform: Coast"]);
    let leads = format!("leads=id:{comma},id:{colon}");
    let organisations = format!("organisations=id:{comma}:lead,id:{colon}:implementing");
    add(
        "activity",
        &[
            "title=Two\nlines with \"quotes\", a\ttab = and more",
            "title.ar=خريطة\tالهجرة",
            "timeline=الربع الأول 2023",
            leads.as_str(),
        ],
    );
    add(
        "activity",
        &[
            "title=\"quoted\"",
            "timeline=as soon as possible, from 2024",
        ],
    );
    let action = add("joint_action", &["title=Coast", organisations.as_str()]);
    let of = format!("of=id:{action}");
    for amount in ["1250000.125", "0.000001", "-3", "999999999999999999"] {
        let amount = format!("amount={amount}");
        add("funding", &[of.as_str(), amount.as_str(), "currency=CHF"]);
    }
    desk
}

fn writes_back(by: By) {
    let folder = tempfile::tempdir().unwrap();
    let desk = practice(folder.path());
    let description = ask(&desk, "describe", json!({}));
    let mut tried = 0;
    for kind in description["kinds"].as_array().unwrap() {
        if kind["readOnly"] == true {
            continue;
        }
        let page = json!({"kind": kind["name"], "offset": 0, "limit": 500});
        let listed = ask(&desk, "list", page);
        let fields = kind["fields"].as_array().unwrap().iter();
        let written = |field: &&Json| {
            let of = field["type"].as_str().unwrap();
            field["computed"] != true
                && !["position", "provenance", "vector", "currency"].contains(&of)
                && (by == By::Id || of.starts_with("reference"))
        };
        let fields: Vec<&Json> = fields.filter(written).collect();
        let rows = listed["rows"].as_array().unwrap().iter();
        let block: Vec<Json> = rows
            .flat_map(|row| {
                let id = row["id"].clone();
                let sets = fields.iter().flat_map(move |field| cells(row, field, by));
                sets.map(move |set| json!({"id": id, "set": set}))
            })
            .collect();
        let answer = ask(
            &desk,
            "edit_block",
            json!({"kind": kind["name"], "cells": block}),
        );
        for (cell, told) in block.iter().zip(answer["rows"].as_array().unwrap()) {
            // A name that two bear is refused, and says so; it never becomes the wrong one.
            let doubtful = by == By::Name && told["code"] == "ambiguous_key";
            let joining = told["code"] == "read_only_field";
            assert!(
                told["result"] == "unchanged" || doubtful || joining,
                "{} {cell}: {told}",
                kind["name"]
            );
            tried += usize::from(told["result"] == "unchanged");
        }
        assert_eq!(answer["txn"], Json::Null, "{} was written", kind["name"]);
    }
    assert!(tried > 1000, "{tried}");
}

#[test]
fn every_value_that_is_written_back_changes_nothing() {
    writes_back(By::Id);
}

#[test]
fn every_reference_that_is_written_back_by_name_changes_nothing() {
    writes_back(By::Name);
}
