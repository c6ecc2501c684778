//! Holds what the commands really answer against the types that the pages are given.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde_json::{Value as Json, json};

use super::{COMMANDS, Way, find};
use crate::chooser::Chooser;
use crate::clock::Clock;
use crate::desk::{Desk, Places};

/// A desk, and the names of the commands asked of it.
struct Asked {
    desk: Desk,
    names: BTreeSet<&'static str>,
}

impl Asked {
    fn ask(&mut self, name: &str, arguments: Json) -> Json {
        let command = find(name).unwrap();
        self.names.insert(command.name);
        let answer = command.run(&self.desk, arguments).unwrap();
        if let Err(why) = (command.shape.fits)(answer.clone()) {
            panic!("{name} answers otherwise than its type: {why}\n{answer:#}");
        }
        answer
    }
}

fn text(value: &Json) -> String {
    value.as_str().unwrap().to_owned()
}

#[test]
fn every_command_answers_what_its_type_says() {
    let folder = tempfile::tempdir().unwrap();
    let mut asked = Asked {
        desk: Desk::new(Places::in_folder(folder.path(), None), Clock::system()),
        names: BTreeSet::new(),
    };
    assert_eq!(asked.ask("app_state", json!({}))["store"], "none");
    let state = asked.ask("first_start", json!({"choice": "published"}));
    assert_eq!(
        (&state["store"], &state["person"]),
        (&json!("open"), &Json::Null)
    );
    assert_eq!(state["asked"], false);
    let state = asked.ask("put_off_person", json!({}));
    assert_eq!(state["asked"], true);
    let page = json!({"kind": "organisation", "sort": ["label"], "offset": 0, "limit": 5});
    let organisations = asked.ask("list", page);
    let organisation = text(&organisations["rows"][0]["id"]);
    let overview = asked.ask("overview", json!({}));
    let group = text(&overview["rows"][0]["group"]["id"]);
    let state = asked.ask(
        "set_person",
        json!({"name": "Ana Lima", "organisation": format!("id:{organisation}"), "role": "co_lead",
               "coLeadOf": [format!("id:{group}")]}),
    );
    assert_eq!(state["person"]["label"], "Ana Lima");
    assert_eq!(state["organisation"]["id"], organisation);
    asked.ask("set_language", json!({"language": "fr"}));
    asked.ask("set_language", json!({"language": "en"}));
    asked.ask("describe", json!({}));
    let page = json!({"kind": "activity", "sort": ["order"], "offset": 0, "limit": 500});
    let activities = asked.ask("list", page);
    let activity = text(&activities["rows"][0]["id"]);
    asked.ask("groups", json!({"kind": "activity", "by": "group"}));
    asked.ask("show", json!({"kind": "activity", "id": activity}));
    asked.ask("search", json!({"text": "climate"}));
    let matrix = asked.ask("matrix", json!({"offset": 0, "limit": 500}));
    let led = matrix["rows"].as_array().unwrap().iter();
    let mut led = led.filter(|row| row["organisation"]["id"] == organisation);
    assert_eq!(led.next().unwrap()["cells"][&group]["role"], "co_lead");

    let set = ["title=Another title", "timeline=Q1-Q2 2027"];
    let edited = asked.ask(
        "edit",
        json!({"kind": "activity", "id": activity, "set": set}),
    );
    assert_eq!(edited["rows"].as_array().unwrap().len(), 2);
    let again = asked.ask(
        "edit",
        json!({"kind": "activity", "id": activity, "set": set}),
    );
    assert_eq!(again["txn"], Json::Null);
    let block = asked.ask(
        "edit_block",
        json!({"kind": "activity", "cells": [
            {"id": activity, "set": "status=in_progress"},
            {"id": activity, "set": "status=nonsense"},
            {"id": activity, "set": "title=Another title"},
        ]}),
    );
    let results: Vec<&Json> = block["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| &row["result"])
        .collect();
    assert_eq!(results, ["changed", "refused", "unchanged"]);
    let set = [format!("group=id:{group}"), "title=A new one".into()];
    let created = asked.ask(
        "create",
        json!({"kind": "activity", "set": set, "after": activity}),
    );
    let id = text(&created["record"]["id"]);
    asked.ask(
        "move_row",
        json!({"kind": "activity", "id": id, "parent": activity}),
    );
    asked.ask("remove", json!({"kind": "activity", "ids": [id]}));
    asked.ask("restore", json!({"kind": "activity", "ids": [id]}));
    let undone = asked.ask("undo", json!({}));
    assert_eq!(undone["label"], "A new one");
    asked.ask("redo", json!({}));
    let history = asked.ask("history", json!({"limit": 50}));
    let last = text(&history["rows"][1]["txn"]);
    asked.ask(
        "history",
        json!({"limit": 5, "before": last, "id": activity}),
    );

    history_and_known(&mut asked, &activity);

    let part = |role: Json| json!({"organisation": organisation, "group": group, "role": role});
    asked.ask("set_role", part(json!("member")));
    let ended = asked.ask("set_role", part(Json::Null));
    assert_eq!(ended["record"], Json::Null);

    let vague = asked.ask("read_vague", json!({"text": "Q1-Q2 2023"}));
    assert_eq!(vague["last"], "2023-06-30");
    let typing = json!({"kind": "activity", "id": activity, "field": "title", "text": "Hal"});
    asked.ask("draft_put", typing);
    assert_eq!(asked.ask("drafts", json!({}))["rows"][0]["text"], "Hal");
    asked.ask("draft_clear", json!({"id": activity, "field": "title"}));
    assert_eq!(asked.ask("drafts", json!({}))["rows"], json!([]));
    exchange_and_settle(&mut asked, &folder.path().join("desk"), &organisation);
    let state = asked.ask("leave_practice", json!({}));
    assert_eq!(state["practice"], false);

    let all: BTreeSet<&str> = COMMANDS.iter().map(|command| command.name).collect();
    assert_eq!(asked.names, all, "every command is tried here");
}

/// What was changed is looked through, brought back, compared, and seen as it was known on a day.
fn history_and_known(asked: &mut Asked, activity: &str) {
    let of_kind =
        json!({"limit": 5, "kind": "activity", "origin": "typed", "from": "2020-01-01T00:00:00Z"});
    let typed = asked.ask("history", of_kind);
    let rows = typed["rows"].as_array().unwrap();
    assert!(!rows.is_empty());
    assert!(rows.iter().all(|row| row["origin"] == "typed"));
    let person = asked.ask("app_state", json!({}))["person"]["id"].clone();
    let own = asked.ask(
        "history",
        json!({"limit": 5, "person": person, "id": activity}),
    );
    let titled = own["rows"].as_array().unwrap().iter().find(|row| {
        let mut changes = row["changes"].as_array().unwrap().iter();
        changes.any(|change| change["field"] == "title.en")
    });
    let txn = titled.unwrap()["txn"].clone();
    let restored =
        |side: &str| json!({"txn": txn, "id": activity, "field": "title.en", "side": side});
    let same = asked.ask("restore_field", restored("after"));
    assert_eq!(same["txn"], Json::Null, "it is so already");
    let back = asked.ask("restore_field", restored("before"));
    assert!(back["txn"].is_string());
    let undone = asked.ask("undo", json!({"txn": txn}));
    let kept = undone["rows"].as_array().unwrap();
    let title = kept.iter().find(|row| row["field"] == "title.en").unwrap();
    assert_eq!(
        (&title["why"], &title["by"][0]["txn"]),
        (&json!("built_on"), &back["txn"])
    );
    let compared = asked.ask("compare", json!({"from": "2000-01-01", "to": "2200-01-01"}));
    assert!(compared["records"]["added"].as_u64().unwrap() > 100);

    let state = asked.ask("as_known", json!({"day": "2000-01-01"}));
    assert_eq!(state["known"], "2000-01-01");
    let page = json!({"kind": "activity", "offset": 0, "limit": 5});
    assert_eq!(asked.ask("list", page.clone())["total"], 0);
    let found = asked.ask("search", json!({"text": "climate"}));
    assert_eq!(found["rows"], json!([]));
    for command in COMMANDS.iter().filter(|command| command.way == Way::Writes) {
        let refused = command.run(&asked.desk, json!({})).unwrap_err();
        assert_eq!(refused.code, "as_known", "{}", command.name);
    }
    let state = asked.ask("as_known", json!({"day": null}));
    assert_eq!(state["known"], Json::Null);
    assert!(asked.ask("list", page)["total"].as_u64().unwrap() > 0);
}

/// Files lie where a test puts them; nobody is asked.
struct Tray(PathBuf);

impl Chooser for Tray {
    fn files(&self) -> Option<Vec<PathBuf>> {
        let found = std::fs::read_dir(&self.0).unwrap();
        Some(found.map(|entry| entry.unwrap().path()).collect())
    }
    fn folder(&self) -> Option<PathBuf> {
        Some(self.0.with_file_name("shared"))
    }
    fn save(&self, _: &str) -> Option<PathBuf> {
        Some(self.0.with_file_name("given.workstreams"))
    }
}

/// Another laptop's file comes in, one thing is settled, all the ways round.
fn exchange_and_settle(asked: &mut Asked, folder: &Path, organisation: &str) {
    let tray = folder.join("tray");
    std::fs::create_dir_all(&tray).unwrap();
    std::fs::create_dir_all(folder.join("shared")).unwrap();
    asked.desk.ask(Tray(tray.clone()));
    let given = asked.ask("give", json!({"private": true}));
    assert!(given["file"].is_string() && given["changes"].as_u64().unwrap() > 0);
    assert_eq!(asked.ask("exchange", json!({}))["unshared"], 0);
    let set = |value: &str| json!({"kind": "organisation", "id": organisation, "set": [format!("website={value}")]});
    asked.ask("edit", set("https://here.example.org"));
    let other = Desk::new(
        Places::in_folder(&folder.join("other"), None),
        Clock::system(),
    );
    let elsewhere = |name: &str, arguments| find(name).unwrap().run(&other, arguments).unwrap();
    elsewhere("first_start", json!({"choice": "published"}));
    elsewhere("edit", set("https://there.example.org"));
    other.ask(Tray(tray.join("none")));
    elsewhere("give", json!({"private": false}));
    std::fs::write(tray.join("letter.txt"), b"Dear colleagues").unwrap();

    std::fs::rename(
        tray.join("given.workstreams"),
        tray.join("theirs.workstreams"),
    )
    .unwrap();
    let token = asked.ask("choose_files", json!({}))["token"].clone();
    let state = asked.ask("exchange", json!({}));
    assert_eq!(state["own"].as_array().unwrap().len(), 1);
    let told = asked.ask("preview", json!({"token": token}));
    assert!(told["new_changes"].as_u64().unwrap() > 0);
    assert_eq!(asked.ask("conflicts", json!({}))["rows"], json!([]));
    let done = asked.ask("take_in", json!({"token": token}));
    assert_eq!(done["digest"], told["digest"]);
    let codes: Vec<&Json> = done["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| &row["code"])
        .collect();
    assert!(codes.contains(&&json!("not_a_pack")), "{done}");
    let again = find("take_in")
        .unwrap()
        .run(&asked.desk, json!({"token": token}));
    assert_eq!(
        again.unwrap_err().code,
        "no_such_files",
        "a word serves once"
    );

    let again = asked.ask("choose_files", json!({}))["token"].clone();
    asked.ask("leave_files", json!({"token": again}));
    let gone = find("preview")
        .unwrap()
        .run(&asked.desk, json!({"token": again}));
    assert_eq!(gone.unwrap_err().code, "no_such_files");
    asked.ask("set_back", json!({}));
    asked.desk.offer(vec![tray.join("theirs.workstreams")]);
    let offered = asked.ask("exchange", json!({}))["offered"].clone();
    assert_eq!(offered["files"], json!(["theirs.workstreams"]));
    asked.ask("take_in", json!({"token": offered["token"]}));
    assert_eq!(asked.ask("exchange", json!({}))["offered"], Json::Null);

    let open = asked.ask("conflicts", json!({}));
    let conflict = &open["rows"][0];
    assert_eq!(
        (&conflict["type"], &conflict["field"]),
        (&json!("field"), &json!("website"))
    );
    let heads = conflict["heads"].as_array().unwrap();
    assert!(
        heads.iter().all(|head| head["machine"].is_string()),
        "{conflict}"
    );
    asked.ask("settle", json!({"id": conflict["id"], "choice": "theirs"}));
    assert_eq!(asked.ask("app_state", json!({}))["toSettle"], 0);
    let all = asked.ask("settle_all", json!({"choice": "latest"}));
    assert_eq!(all["settled"], 0);
    let state = asked.ask("choose_folder", json!({}));
    assert_eq!(state["folder"]["name"], "shared");
    let synced = asked.ask("exchange_now", json!({}));
    assert!(synced["left"].as_u64().unwrap() > 0);
    asked.ask("leave_folder", json!({}));
    asked.ask("cancel", json!({}));
    // Nothing waits here, so dismissing is refused, which is an answer of no shape.
    let refused = find("dismiss")
        .unwrap()
        .run(&asked.desk, json!({"site": organisation}));
    assert_eq!(refused.unwrap_err().code, "not_waited_for");
    asked.names.insert("dismiss");
}

#[test]
fn the_practice_network_is_apart_from_the_real_one() {
    let folder = tempfile::tempdir().unwrap();
    let desk = Desk::new(Places::in_folder(folder.path(), None), Clock::system());
    let ask = |name: &str, arguments| find(name).unwrap().run(&desk, arguments).unwrap();
    let state = ask("first_start", json!({"choice": "practise"}));
    assert_eq!(state["practice"], true);
    assert!(!folder.path().join("network.store").exists());
    let state = ask("leave_practice", json!({}));
    assert_eq!(state["store"], "none");
    let state = ask("first_start", json!({"choice": "empty"}));
    assert_eq!(
        (&state["practice"], &state["store"]),
        (&json!(false), &json!("open"))
    );
}

#[test]
fn what_was_not_shown_stays_beside_an_edit() {
    let folder = tempfile::tempdir().unwrap();
    let desk = Desk::new(Places::in_folder(folder.path(), None), Clock::system());
    let ask = |name: &str, arguments| find(name).unwrap().run(&desk, arguments).unwrap();
    ask("first_start", json!({"choice": "empty"}));
    let created = ask(
        "create",
        json!({"kind": "organisation", "set": ["name=One"]}),
    );
    let id = text(&created["record"]["id"]);
    let set = |value: &str| json!({"kind": "organisation", "id": id, "set": [format!("name={value}")], "seen": {"name": "One"}});
    ask("edit", set("Two"));
    let edited = ask("edit", set("Three"));
    assert_eq!(edited["record"]["contested"], json!(["name"]));
    assert_eq!(ask("app_state", json!({}))["toSettle"], 1);
}
