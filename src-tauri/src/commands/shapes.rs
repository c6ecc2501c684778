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
    assert_eq!(edited["record"]["timeline"]["first"], "2027-01-01");
    let again = asked.ask(
        "edit",
        json!({"kind": "activity", "id": activity, "set": set}),
    );
    assert_eq!(again["txn"], Json::Null);
    let block = asked.ask(
        "edit_block",
        json!({"kind": "activity", "cells": [
            {"id": activity, "set": ["status=in_progress"]},
            {"id": activity, "set": ["status=nonsense"]},
            {"id": activity, "set": ["title=Another title"]},
            {"id": activity, "set": [format!("contributors=id:{organisation}")]},
        ], "added": [
            {"set": [format!("group=id:{group}")], "cells": [["status=nonsense"], ["title=From a sheet"]]},
            {"set": ["group=no such group"], "cells": [["title=Nowhere"]]},
        ]}),
    );
    let results: Vec<&Json> = block["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| &row["result"])
        .collect();
    assert_eq!(results, ["changed", "refused", "unchanged", "changed"]);
    let added = &block["added"];
    assert_eq!(added[0]["rows"][0]["result"], "refused");
    assert_eq!(added[0]["rows"][1]["result"], "changed");
    assert_eq!(added[0]["rows"][1]["id"], added[0]["id"]);
    assert_eq!(
        added[1]["id"],
        Json::Null,
        "nothing of it was taken: no empty record stays"
    );
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

    other_views(&mut asked, &activity);
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
    duplicates(&mut asked);
    erasing(&mut asked, &activity);
    plan(&mut asked, &activity, &organisation);
    backups(&mut asked);
    let state = asked.ask("leave_practice", json!({}));
    assert_eq!(state["practice"], false);

    let all: BTreeSet<&str> = COMMANDS.iter().map(|command| command.name).collect();
    assert_eq!(asked.names, all, "every command is tried here");
}

/// The workplan is looked at in time, against an earlier plan, by month and by objective.
fn other_views(asked: &mut Asked, activity: &str) {
    let timeline = asked.ask("timeline", json!({"by": "group"}));
    assert_eq!(timeline["last"], "2027-06-30");
    assert!(!timeline["spans"].as_array().unwrap().is_empty());
    let due = [
        format!("of=id:{activity}"),
        "title=First draft".into(),
        "due=Q1 2027".into(),
    ];
    asked.ask("create", json!({"kind": "milestone", "set": due}));
    let milestones = asked.ask("milestones", json!({"of": [activity]}));
    assert_eq!(milestones["rows"][0]["due"]["last"], "2027-03-31");
    let within = asked.ask(
        "milestones",
        json!({"where": [format!("id=id:{activity}")]}),
    );
    assert_eq!(within, milestones);
    let planned = asked.ask("planned", json!({"day": "2000-01-01"}));
    assert_eq!(
        (&planned["kept"], &planned["later"]),
        (&json!(0), &json!(0))
    );
    let moved = json!({"text": "Q1-Q2 2027", "end": "both", "months": 3});
    assert_eq!(asked.ask("moved_time", moved)["text"], "Q2-Q3 2027");
    let fixed = json!({"text": "on request", "end": "last", "months": 3});
    let refused = find("moved_time")
        .unwrap()
        .run(&asked.desk, fixed)
        .unwrap_err();
    assert_eq!(refused.code, "time_undated");
    let calendar = asked.ask(
        "calendar",
        json!({"from": "2027-06-01", "to": "2027-06-30"}),
    );
    assert_eq!(calendar["activities"][0]["id"], activity);
    assert_eq!(calendar["milestones"], json!([]));
    let coverage = asked.ask("coverage", json!({"by": "objectives"}));
    assert_eq!(coverage["rows"].as_array().unwrap().len(), 23);
    let list = json!({"kind": "workplan", "offset": 0, "limit": 1, "columns": []});
    let workplan = asked.ask("list", list)["rows"][0]["id"].clone();
    let adoption = json!({"workplan": workplan});
    let refused = find("planned")
        .unwrap()
        .run(&asked.desk, adoption)
        .unwrap_err();
    assert_eq!(refused.code, "not_adopted");
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

/// Somebody's contact details are erased, and the name is found in what stays.
fn erasing(asked: &mut Asked, activity: &str) {
    let set = ["name=Ana Gone", "email=ana.gone@example.org"];
    let ana = asked.ask("create", json!({"kind": "person", "set": set}))["record"]["id"].clone();
    let set = ["progress_note=Ana Gone was asked."];
    asked.ask(
        "edit",
        json!({"kind": "activity", "id": activity, "set": set}),
    );
    let rows = asked.ask("mentions", json!({"id": ana}))["rows"].clone();
    assert_eq!(
        (&rows[0]["id"], &rows[0]["field"]),
        (&json!(activity), &json!("progress_note.en"))
    );
    let erased = asked.ask("erase", json!({"id": ana}));
    assert!(erased["txn"].is_string());
    assert_eq!(erased["left"], json!([]));
    let shown = asked.ask("show", json!({"kind": "person", "id": ana}));
    assert_eq!(
        (&shown["record"]["erased"], &shown["record"]["email"]),
        (&json!(true), &Json::Null)
    );
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
    let secret = json!({"passphrase": "open sesame"});
    asked.ask("choose_folder", secret.clone());
    asked.ask("exchange_now", json!({}));
    let shut = asked.ask("unlock_folder", json!({}));
    assert_eq!(
        (&shut["folder"]["encrypted"], &shut["folder"]["locked"]),
        (&json!(true), &json!(true))
    );
    let openly = find("exchange_now").unwrap().run(&asked.desk, json!({}));
    assert_eq!(openly.unwrap_err().code, "no_passphrase");
    let open = asked.ask("unlock_folder", secret);
    assert_eq!(open["folder"]["locked"], false);
    asked.ask("exchange_now", json!({}));
    asked.ask("leave_folder", json!({}));
    asked.ask("cancel", json!({}));
    // Nothing waits here, so dismissing is refused, which is an answer of no shape.
    let refused = find("dismiss")
        .unwrap()
        .run(&asked.desk, json!({"site": organisation}));
    assert_eq!(refused.unwrap_err().code, "not_waited_for");
    asked.names.insert("dismiss");
}

/// The plan is checked, asked about in a round, and carried forward.
fn plan(asked: &mut Asked, activity: &str, organisation: &str) {
    let mut add = |kind: &str, set: &[String]| {
        let created = asked.ask("create", json!({"kind": kind, "set": set}));
        text(&created["record"]["id"])
    };
    let now = add("workplan", &["title=Now".to_owned()]);
    let next = add("workplan", &["title=Next".to_owned()]);
    let round = add(
        "status_round",
        &["title=Spring".to_owned(), format!("workplan=id:{now}")],
    );
    let said = add(
        "dismissed_check",
        &[
            format!("of=id:{activity}"),
            "rule=no_lead".to_owned(),
            "reason=Later".to_owned(),
        ],
    );
    let checks = asked.ask("checks", json!({}));
    let mut checks = checks["rows"].as_array().unwrap().iter();
    let about = checks.find(|row| row["record"]["id"] == *activity && row["rule"] == "no_lead");
    assert_eq!(about.unwrap()["dismissed"]["id"], said);

    let set = [
        format!("workplan=id:{now}"),
        format!("leads=id:{organisation}"),
    ];
    asked.ask(
        "edit",
        json!({"kind": "activity", "id": activity, "set": set}),
    );
    let open = asked.ask("my_work", json!({}));
    assert_eq!(open["rows"][0]["rounds"][0]["id"], round);
    let reminder = asked.ask("round_reminder", json!({"id": round, "language": "fr"}));
    assert!(text(&reminder["text"]).contains("tour d’actualisation"));
    let answer = [
        format!("round=id:{round}"),
        format!("activity=id:{activity}"),
        format!("organisation=id:{organisation}"),
        "status=delayed".to_owned(),
    ];
    asked.ask("create", json!({"kind": "answer", "set": answer}));
    let stands = asked.ask("round", json!({"id": round}));
    assert_eq!(
        (
            &stands["due"],
            &stands["answered"],
            &stands["rows"][0]["status"]
        ),
        (&json!(1), &json!(1), &json!("delayed")),
        "what is answered is what the activity says"
    );
    let reminder = asked.ask("round_reminder", json!({"id": round, "language": "es"}));
    assert_eq!(reminder["text"], Json::Null);
    let set = ["state=closed"];
    asked.ask(
        "edit",
        json!({"kind": "status_round", "id": round, "set": set}),
    );
    let stood = asked.ask("round", json!({"id": round}));
    assert_eq!(stood["rows"][0]["answers"][0]["status"], "delayed");
    assert!(stood["frozen_at"].is_string());
    let frozen = asked.ask("frozen", json!({"id": round}));
    assert_eq!(frozen["frozen"]["rows"][0]["status"], "delayed");
    let open = asked.ask("frozen", json!({"id": activity}));
    assert_eq!(open["frozen"], Json::Null);

    let carried = asked.ask("carry_forward", json!({"from": now, "to": next}));
    assert_eq!(carried["rows"][0]["from"]["id"], *activity);
    asked.ask("undo", json!({}));
}

/// Two organisations of one name are told apart, joined, and taken apart.
fn duplicates(asked: &mut Asked) {
    let mut add = |acronym: &str| {
        let set = [
            "name=Sample Institute for Pathways".to_owned(),
            format!("acronym={acronym}"),
        ];
        let created = asked.ask("create", json!({"kind": "organisation", "set": set}));
        text(&created["record"]["id"])
    };
    let (first, second, third) = (add("SIPA"), add("SIPB"), add("SIPC"));
    let pairs = |found: &Json| found["rows"].as_array().unwrap().len();
    let before = pairs(&asked.ask("duplicates", json!({})));
    asked.ask(
        "not_same",
        json!({"kind": "organisation", "a": third, "b": first}),
    );
    asked.ask(
        "not_same",
        json!({"kind": "organisation", "a": second, "b": third}),
    );
    let found = asked.ask("duplicates", json!({}));
    assert_eq!(pairs(&found), before - 2);
    let joined = asked.ask(
        "join",
        json!({"kind": "organisation", "a": first, "b": second, "picks": ["acronym=b"]}),
    );
    let stands = text(&joined["record"]["id"]);
    let other = if stands == first { &second } else { &first };
    let shown = asked.ask("show", json!({"kind": "organisation", "id": stands}));
    assert_eq!(shown["joined"][0]["id"], *other);
    assert_eq!(shown["record"]["acronym"], "SIPB");
    asked.ask("unjoin", json!({"id": other}));
    let shown = asked.ask("show", json!({"kind": "organisation", "id": stands}));
    assert_eq!(shown["joined"], json!([]));
}

/// The store goes back to the backup of its first day, and on as a new site.
fn backups(asked: &mut Asked) {
    let site = asked.ask("app_state", json!({}))["site"].clone();
    let made = asked.ask("backups", json!({}));
    let first = made["rows"].as_array().unwrap().last().unwrap().clone();
    assert_eq!(first["reason"], "daily", "{made}");
    let recovered = asked.ask("recover", json!({"name": first["name"]}));
    assert!(recovered["kept"].is_string());
    let state = asked.ask("app_state", json!({}));
    assert_eq!(
        (&state["store"], &state["noBackup"]),
        (&json!("open"), &Json::Null)
    );
    let set = ["name=After the recovery"];
    asked.ask("create", json!({"kind": "organisation", "set": set}));
    assert_ne!(asked.ask("app_state", json!({}))["site"], site);
    let nowhere = find("recover")
        .unwrap()
        .run(&asked.desk, json!({"name": "../network.store"}));
    assert_eq!(nowhere.unwrap_err().code, "no_such_backup");
}

#[test]
fn who_one_is_is_not_waiting_to_be_shared() {
    let folder = tempfile::tempdir().unwrap();
    let desk = Desk::new(Places::in_folder(folder.path(), None), Clock::system());
    let ask = |name: &str, arguments| find(name).unwrap().run(&desk, arguments).unwrap();
    ask("first_start", json!({"choice": "published"}));
    let state = ask("set_person", json!({"name": "Ana Lima"}));
    assert_eq!(state["unshared"], 0);
    assert_eq!(ask("exchange", json!({}))["own"], json!([]));
    let set = ["name=One"];
    ask("create", json!({"kind": "organisation", "set": set}));
    let state = ask("exchange", json!({}));
    assert_eq!(state["own"].as_array().unwrap().len(), 1);
    assert!(state["unshared"].as_i64().unwrap() > 0);
}

#[test]
fn a_practice_network_that_is_given_up_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let desk = std::sync::Arc::new(Desk::new(
        Places::in_folder(folder.path(), None),
        Clock::system(),
    ));
    let stop = std::sync::Arc::downgrade(&desk);
    desk.tell(move |event, _| {
        if event == "progress"
            && let Some(desk) = stop.upgrade()
        {
            find("cancel").unwrap().run(&desk, json!({})).unwrap();
        }
    });
    let given_up = find("first_start")
        .unwrap()
        .run(&desk, json!({"choice": "practise"}));
    assert_eq!(given_up.unwrap_err().code, "cancelled");
    assert!(!folder.path().join("practice.store").exists());
    let state = find("app_state").unwrap().run(&desk, json!({})).unwrap();
    assert_eq!(state["store"], "none");
}

#[test]
fn a_backup_that_cannot_be_made_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let places = || Places::in_folder(folder.path(), None);
    // A file stands where the folder of backups would be.
    std::fs::write(folder.path().join("network.store.backups"), b"").unwrap();
    let desk = Desk::new(places(), Clock::system());
    let ask = |name: &str, arguments| find(name).unwrap().run(&desk, arguments).unwrap();
    ask("first_start", json!({"choice": "empty"}));
    // What is written waits for the backup.
    let state = ask("put_off_person", json!({}));
    assert!(state["noBackup"]["code"].is_string(), "{state}");
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
