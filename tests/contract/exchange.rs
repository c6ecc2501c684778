//! PACK, MERGE, SYNC, CONFLICT, SETTLE and SITES: stores that were edited apart come together.

use std::fs;
use std::path::PathBuf;

use serde_json::Value;

use crate::support::{Store, change_of, id_of, rows_of, text_of};

fn path(store: &Store, name: &str) -> PathBuf {
    store.folder().join(name)
}

/// Packs everything into a file of this name in the store's folder.
fn pack(store: &Store, name: &str) -> String {
    let file = path(store, name).display().to_string();
    store.json(&["pack", &file]);
    file
}

fn somebody(name: &str) -> Store {
    let store = Store::absent();
    store.json(&["init", "--person", name, "--organisation", "IOM"]);
    store
}

fn conflicts(store: &Store) -> Vec<Value> {
    store.rows(&["conflicts"])
}

fn types(store: &Store) -> Vec<String> {
    let mut types: Vec<String> = conflicts(store)
        .iter()
        .map(|row| row["type"].as_str().unwrap().to_owned())
        .collect();
    types.sort();
    types
}

/// The lists of two stores, but for which side is whose.
fn comparable(store: &Store) -> Vec<Value> {
    let mut rows = conflicts(store);
    for row in &mut rows {
        for head in row["heads"].as_array_mut().unwrap() {
            head["mine"] = Value::Null;
        }
    }
    rows
}

fn exchange(stores: &[&Store]) {
    let files: Vec<String> = stores
        .iter()
        .enumerate()
        .map(|(at, store)| pack(store, &format!("all-{at}.workstreams")))
        .collect();
    for store in stores {
        for file in files.iter().rev() {
            store.json(&["merge", file]);
        }
    }
}

fn agree(stores: &[&Store]) {
    for store in stores {
        assert_eq!(
            store.digest(),
            stores[0].digest(),
            "the same set of received changes has the same digest"
        );
        assert_eq!(
            comparable(store),
            comparable(stores[0]),
            "and the same list"
        );
        store.assert_sound();
    }
}

#[test]
fn stores_edited_apart_come_together_in_any_order() {
    let (ana, ben) = (somebody("Ana"), somebody("Ben"));
    let activity = ana.add("activity", &["title=Shared", "group=1"]);
    let doomed = ana.add("activity", &["title=Doomed", "group=1"]);
    let person = ana.add("person", &["name=Chris"]);
    exchange(&[&ana, &ben]);
    // The third begins empty and takes the network with its first file; the fourth is a copy of the first.
    let cleo = Store::absent();
    cleo.json(&["init", "--empty"]);
    let whole = pack(&ana, "for-cleo.workstreams");
    let answer = cleo.json(&["merge", &whole]);
    assert_eq!(answer["rows"][0]["result"], "merged");
    assert_eq!(cleo.digest(), ana.digest());
    let dan = Store::absent();
    for (name, bytes) in ana.files() {
        fs::write(dan.folder().join(name), bytes).unwrap();
    }

    ana.set("activity", &activity, &["title=From Ana"]);
    ben.set("activity", &activity, &["title=From Ben"]);
    cleo.json(&["delete", "activity", &doomed]);
    dan.set("activity", &doomed, &["progress_note=Still going"]);
    ana.add("organisation", &["acronym=TWICE", "name=Twice Founded"]);
    ben.add("organisation", &["acronym=Twice", "name=Twice founded"]);
    ana.set("activity", &activity, &["leads+=UNHCR"]);
    ben.set("activity", &activity, &["leads+=UNHCR"]);
    ben.set("activity", &activity, &["leads-=UNHCR"]);
    cleo.set("person", &person, &["function=Adviser"]);
    dan.set("person", &person, &["function=Adviser"]);

    let all = [&ana, &ben, &cleo, &dan];
    exchange(&all);
    exchange(&all);
    agree(&all);
    assert_eq!(
        types(&ben),
        ["delete_edit", "field", "natural_key"],
        "equal values by two are no conflict"
    );
    let record = ben.record("activity", &activity);
    assert_eq!(record["contested"], serde_json::json!(["title"]));
    assert_eq!(
        record["leads"].as_array().unwrap().len(),
        1,
        "a link that one added and another removed stays, silently"
    );
    assert_eq!(
        ben.record("activity", &doomed)["life"],
        "live",
        "what was edited on the other side stays until somebody decides"
    );

    for row in conflicts(&cleo) {
        let id = row["id"].as_str().unwrap();
        let choice = match row["type"].as_str().unwrap() {
            "field" => "value=From both",
            "delete_edit" => "drop",
            _ => "keep",
        };
        let answer = cleo.json(&["settle", id, choice]);
        assert!(answer["txn"].is_string());
    }
    assert!(conflicts(&cleo).is_empty());
    exchange(&all);
    agree(&all);
    for store in all {
        assert!(
            conflicts(store).is_empty(),
            "settled once, settled everywhere"
        );
        assert_eq!(
            text_of(&store.record("activity", &activity)["title"]),
            "From both"
        );
        assert_eq!(store.record("activity", &doomed)["life"], "deleted");
    }
}

#[test]
fn a_conflict_names_its_sides() {
    let (ana, ben) = (somebody("Ana"), somebody("Ben"));
    let id = ana.add("organisation", &["name=Before"]);
    exchange(&[&ana, &ben]);
    ana.set("organisation", &id, &["name=Ana's"]);
    ben.set("organisation", &id, &["name=Ben's"]);
    exchange(&[&ana, &ben]);
    let row = &conflicts(&ana)[0];
    assert_eq!(
        (&row["type"], &row["field"], &row["base"]),
        (&"field".into(), &"name.en".into(), &"Before".into())
    );
    let heads = row["heads"].as_array().unwrap();
    assert_eq!(heads.len(), 2);
    for head in heads {
        let mine = head["person"]["label"] == "Ana";
        assert_eq!(head["mine"], mine);
        assert_eq!(head["value"], if mine { "Ana's" } else { "Ben's" });
        assert!(head["site"].is_string() && head["time"].is_string());
    }
    let shown = row["shown"].as_u64().unwrap();
    let value = heads
        .iter()
        .find(|head| head["n"] == shown)
        .map(|head| head["value"].as_str().unwrap().to_owned())
        .unwrap();
    assert_eq!(text_of(&ana.record("organisation", &id)["name"]), value);

    let conflict = row["id"].as_str().unwrap();
    let answer = ana.json(&["settle", conflict, "theirs"]);
    assert_eq!(change_of(rows_of(&answer), "name")["new"], "Ben's");
    ana.json(&["undo"]);
    assert_eq!(types(&ana), ["field"], "taking it back opens it again");
    assert_eq!(
        ana.refused(&["settle", conflict, "mine"]).code(),
        "not_two_sided",
        "now two of its three heads are this laptop's"
    );
    let all = ana.json(&["settle", "--all", "latest"]);
    assert_eq!((&all["settled"], &all["left"]), (&1.into(), &0.into()));
    assert_eq!(
        ana.refused(&["settle", conflict, "mine"]).code(),
        "unknown_conflict"
    );
}

#[test]
fn mine_and_theirs_need_exactly_one_of_each() {
    let (ana, ben, cleo) = (somebody("Ana"), somebody("Ben"), somebody("Cleo"));
    let id = ana.add("organisation", &["name=Before"]);
    exchange(&[&ana, &ben, &cleo]);
    for (store, name) in [(&ana, "A"), (&ben, "B"), (&cleo, "C")] {
        store.set("organisation", &id, &[&format!("name={name}")]);
    }
    exchange(&[&ana, &ben, &cleo]);
    let conflict = id_of(&conflicts(&ana)[0]);
    assert_eq!(conflicts(&ana)[0]["heads"].as_array().unwrap().len(), 3);
    assert_eq!(
        ana.refused(&["settle", &conflict, "theirs"]).code(),
        "not_two_sided"
    );
    ana.json(&["settle", &conflict, "mine"]);
    assert_eq!(text_of(&ana.record("organisation", &id)["name"]), "A");
}

#[test]
fn a_dry_run_tells_the_same_and_changes_nothing() {
    let (ana, ben) = (somebody("Ana"), somebody("Ben"));
    ana.add("organisation", &["name=New"]);
    let file = pack(&ana, "ana.workstreams");
    let (digest, history) = (ben.digest(), ben.json(&["history"]));
    let told = ben.json(&["merge", &file, "--dry-run"]);
    assert_eq!(ben.digest(), digest);
    assert_eq!(ben.json(&["history"]), history);
    let done = ben.json(&["merge", &file]);
    for member in ["new_changes", "conflicts_new", "conflicts_open", "digest"] {
        assert_eq!(told[member], done[member], "{member}");
    }
    assert_eq!(told["rows"][0]["kinds"], done["rows"][0]["kinds"]);
    assert_eq!(done["rows"][0]["kinds"]["organisation"]["added"], 1);
    assert_eq!(done["digest"], ben.digest());
    let again = ben.json(&["merge", &file, &file]);
    assert_eq!(again["new_changes"], 0);
    assert!(
        rows_of(&again).iter().all(|row| row["result"] == "known"),
        "{again}"
    );
}

#[test]
fn what_is_missing_is_waited_for_by_name() {
    let (ana, ben) = (somebody("Ana"), somebody("Ben"));
    let first = pack(&ana, "first.workstreams");
    ben.json(&["merge", &first]);
    let theirs = pack(&ben, "ben.workstreams");
    ana.json(&["merge", &theirs]);
    ana.add("organisation", &["name=Second"]);
    pack(&ana, "second.workstreams");
    ana.add("organisation", &["name=Third"]);
    // What Ben has, by his own file: the rest is only what came since.
    let site = rows_of(&ben.json(&["sites"]))[0]["site"]
        .as_str()
        .unwrap()
        .to_owned();
    let file = path(&ana, "for-ben.workstreams").display().to_string();
    let answer = ana.json(&["pack", &file, "--for", &site]);
    assert!(answer["changes"].as_u64().unwrap() < 20, "{answer}");
    let cleo = somebody("Cleo");
    let answer = cleo.json(&["merge", &file]);
    assert_eq!(answer["rows"][0]["result"], "waiting", "{answer}");
    assert_eq!(answer["new_changes"], 0);
    assert!(answer["waiting"].as_u64().unwrap() > 0);
    let waits = cleo.rows(&["waiting"]);
    assert!(!waits.is_empty());
    for row in &waits {
        let site = row["site"].as_str().unwrap();
        cleo.json(&["dismiss", site]);
    }
    assert!(
        cleo.rows(&["waiting"])
            .iter()
            .all(|row| row["dismissed"] == true)
    );
    cleo.json(&["merge", &first]);
    cleo.json(&["merge", &theirs]);
    assert!(
        cleo.rows(&["waiting"]).is_empty(),
        "it is taken all the same if it ever comes"
    );
    ben.json(&["merge", &file]);
    assert_eq!(ben.digest(), ana.digest());
    let answer = cleo.json(&["merge", &file]);
    assert_eq!(answer["rows"][0]["result"], "known");
    for name in ["Second", "Third"] {
        assert_eq!(
            cleo.rows(&["list", "organisation", "--where", &format!("name={name}")])
                .len(),
            1
        );
    }
}

#[test]
fn a_folder_keeps_many_the_same() {
    let (ana, ben) = (somebody("Ana"), somebody("Ben"));
    let folder = ana.folder().join("shared");
    fs::create_dir(&folder).unwrap();
    let shared = folder.display().to_string();
    ana.add("organisation", &["name=Ana's"]);
    ben.add("organisation", &["name=Ben's"]);
    assert!(ana.json(&["sync", &shared])["left"].as_u64().unwrap() > 0);
    let answer = ben.json(&["sync", &shared]);
    assert!(answer["new_changes"].as_u64().unwrap() > 0 && answer["left"].as_u64().unwrap() > 0);
    ana.json(&["sync", &shared]);
    agree(&[&ana, &ben]);
    for store in [&ana, &ben] {
        let again = store.json(&["sync", &shared]);
        assert_eq!(
            (&again["new_changes"], &again["left"]),
            (&0.into(), &0.into())
        );
    }
    // What a file service does to a folder: half a file, an empty one, a copy under another name, and something else.
    let changes = folder.join("changes");
    let one = walk(&changes).remove(0);
    let bytes = fs::read(&one).unwrap();
    fs::write(one.with_file_name("conflicted copy.workstreams"), &bytes).unwrap();
    fs::write(changes.join("half.workstreams"), &bytes[..bytes.len() / 2]).unwrap();
    fs::write(changes.join("empty.workstreams"), b"").unwrap();
    fs::write(changes.join("letter.docx"), b"Dear colleagues").unwrap();
    let cleo = somebody("Cleo");
    let answer = cleo.answer(&["sync", &shared], 1);
    let mut codes: Vec<&str> = rows_of(&answer)
        .iter()
        .filter_map(|row| row["code"].as_str())
        .collect();
    codes.sort_unstable();
    assert_eq!(codes, ["not_a_pack", "truncated", "truncated"]);
    fs::remove_file(changes.join("letter.docx")).unwrap();
    fs::remove_file(changes.join("empty.workstreams")).unwrap();
    fs::write(changes.join("half.workstreams"), &bytes).unwrap();
    cleo.json(&["sync", &shared]);
    ana.json(&["sync", &shared]);
    ben.json(&["sync", &shared]);
    agree(&[&ana, &ben, &cleo]);
    // Somebody tidied the folder up: what is missing is left again.
    for file in walk(&changes) {
        fs::remove_file(file).unwrap();
    }
    assert!(ana.json(&["sync", &shared])["left"].as_u64().unwrap() > 0);
}

fn walk(folder: &std::path::Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(walk(&path));
        } else {
            files.push(path);
        }
    }
    files
}

#[test]
fn bad_files_are_refused_by_name_and_the_rest_is_taken() {
    let (ana, ben) = (somebody("Ana"), somebody("Ben"));
    ana.add("organisation", &["name=New"]);
    let good = pack(&ana, "good.workstreams");
    let bytes = fs::read(&good).unwrap();
    let bad = ben.folder().join("bad");
    fs::create_dir(&bad).unwrap();
    let other = Store::empty();
    other.add("organisation", &["name=Elsewhere"]);
    let foreign = pack(&other, "foreign.workstreams");
    fs::copy(&foreign, bad.join("a-foreign.workstreams")).unwrap();
    fs::write(bad.join("b-cut.workstreams"), &bytes[..bytes.len() - 7]).unwrap();
    let mut flipped = bytes.clone();
    let middle = flipped.len() / 2;
    flipped[middle] ^= 4;
    fs::write(bad.join("c-flipped.workstreams"), flipped).unwrap();
    let mut newer = bytes.clone();
    newer[9] = 9;
    newer[11] = 9;
    fs::write(bad.join("d-newer.workstreams"), newer).unwrap();
    fs::write(bad.join("e-letter.workstreams"), "Dear colleagues").unwrap();
    let secret = ana.folder().join("secret");
    fs::write(&secret, "open sesame\n").unwrap();
    let locked = bad.join("f-locked.workstreams").display().to_string();
    let secret = secret.display().to_string();
    ana.json(&["pack", &locked, "--passphrase-file", &secret]);
    let digest = ben.digest();
    let answer = ben.answer(&["merge", &bad.display().to_string()], 1);
    let codes: Vec<&str> = rows_of(&answer)
        .iter()
        .map(|row| row["code"].as_str().unwrap())
        .collect();
    assert_eq!(
        codes,
        [
            "wrong_network",
            "truncated",
            "damaged",
            "too_new",
            "not_a_pack",
            "wrong_passphrase"
        ]
    );
    assert_eq!(ben.digest(), digest, "nothing of them was taken");
    let missing = ben.folder().join("nowhere").display().to_string();
    let answer = ben.answer(&["merge", &missing, &good], 3);
    assert_eq!(answer["rows"][0]["result"], "failed");
    assert_eq!(answer["rows"][1]["result"], "merged");
    assert_eq!(
        ben.rows(&["list", "organisation", "--where", "name=New"])
            .len(),
        1
    );
    let cleo = somebody("Cleo");
    cleo.json(&["merge", &locked, "--passphrase-file", &secret]);
    assert_eq!(
        cleo.rows(&["list", "organisation", "--where", "name=New"])
            .len(),
        1
    );
}

#[test]
fn contacts_travel_only_when_asked() {
    let (ana, ben) = (somebody("Ana"), somebody("Ben"));
    let id = ana.add("person", &["name=Chris", "email=chris@example.org"]);
    let bare = pack(&ana, "bare.workstreams");
    assert!(
        !contains(&fs::read(&bare).unwrap(), b"chris@example.org"),
        "a personal value stands in no file without --private"
    );
    ben.json(&["merge", &bare]);
    let email = |store: &Store| {
        store.rows(&["list", "person", "--private", "--where", "name=Chris"])[0]["email"].clone()
    };
    assert_eq!(email(&ben), Value::Null);
    let digest = ben.digest();
    let private = path(&ana, "private.workstreams").display().to_string();
    ana.json(&["pack", &private, "--private"]);
    ben.json(&["merge", &private]);
    assert_eq!(email(&ben), "chris@example.org");
    assert_eq!(ben.digest(), digest, "which changes no digest");
    assert!(ben.record("person", &id)["email"].is_null());
    ben.assert_sound();
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[test]
fn the_latest_merge_can_be_set_back() {
    let (ana, ben) = (somebody("Ana"), somebody("Ben"));
    ana.add("organisation", &["name=New"]);
    let file = pack(&ana, "ana.workstreams");
    let before = ben.digest();
    assert_eq!(ben.refused(&["set-back"]).code(), "nothing_to_set_back");
    ben.json(&["merge", &file]);
    assert!(ben.json(&["set-back"])["changes"].as_u64().unwrap() > 0);
    assert_eq!(ben.digest(), before);
    ben.assert_sound();
    assert_eq!(ben.json(&["merge", &file])["rows"][0]["result"], "merged");
    ben.add("organisation", &["name=Mine"]);
    assert_eq!(ben.refused(&["set-back"]).code(), "nothing_to_set_back");
}

#[test]
fn the_sites_are_told() {
    let (ana, ben) = (somebody("Ana"), somebody("Ben"));
    exchange(&[&ana, &ben]);
    let rows = ana.rows(&["sites"]);
    assert_eq!(rows.len(), 3);
    assert_eq!(rows[0]["standing"], "self");
    assert_eq!(rows[0]["person"]["label"], "Ana");
    let kinds: Vec<&str> = rows
        .iter()
        .map(|row| row["kind"].as_str().unwrap())
        .collect();
    assert_eq!(kinds, ["laptop", "laptop", "publication"]);
    assert!(rows[1]["last_time"].is_string() && rows[1]["last"].is_u64());
}

#[test]
fn wrong_words_are_told() {
    let ana = somebody("Ana");
    assert_eq!(
        ana.wrong_use(&["conflicts", "--type", "quarrel"]).code(),
        "unknown_conflict_type"
    );
    assert_eq!(ana.wrong_use(&["settle"]).code(), "missing_argument");
    assert_eq!(
        ana.wrong_use(&["settle", "x", "perhaps"]).code(),
        "unknown_choice"
    );
    assert_eq!(
        ana.refused(&["settle", "x", "mine"]).code(),
        "unknown_conflict"
    );
    assert_eq!(
        ana.wrong_use(&["pack", "f", "--for", "me"]).code(),
        "bad_site"
    );
    let empty = Store::empty();
    assert_eq!(empty.refused(&["pack", "f"]).code(), "no_network");
}

/// The records that a saved view shows, in its order: what it says is in the words of the command line.
fn shown(store: &Store, view: &str) -> Vec<String> {
    let record = store.record("saved_view", view);
    let definition: Value = serde_json::from_str(&text_of(&record["definition"])).unwrap();
    let words = |name: &str| definition[name].as_array().unwrap().clone();
    let mut args = vec!["list".to_owned(), "activity".to_owned()];
    for (option, values) in [("--where", words("where")), ("--sort", words("sort"))] {
        for value in values {
            args.extend([option.to_owned(), value.as_str().unwrap().to_owned()]);
        }
    }
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    store.rows(&args).iter().map(id_of).collect()
}

#[test]
fn a_saved_view_means_the_same_after_a_merge() {
    let (ana, ben) = (somebody("Ana"), somebody("Ben"));
    let group = id_of(&ana.list("group")[0]);
    for title in ["One", "Two", "Three"] {
        let set = [format!("title={title}"), format!("group=id:{group}")];
        ana.add("activity", &[&set[0], &set[1], "status=delayed"]);
    }
    let definition = format!(
        r#"{{"zoom":{{"by":"month"}},"view":"table","where":["group=id:{group}","status=delayed|on_hold"],"sort":["-title"],"group":"status","columns":[{{"field":"title","width":196,"frozen":true}}]}}"#
    );
    let view = ana.add(
        "saved_view",
        &[
            "name=Late",
            "name.fr=En retard",
            "place_name=workplan",
            &format!("definition={definition}"),
        ],
    );
    let before = shown(&ana, &view);
    assert_eq!(before.len(), 3);
    ben.add("activity", &["title=Elsewhere", "status=delayed"]);
    exchange(&[&ana, &ben]);
    assert_eq!(shown(&ana, &view), before);
    assert_eq!(shown(&ben, &view), before);
    assert_eq!(
        text_of(&ben.record("saved_view", &view)["definition"]),
        definition
    );

    // Changed by both without knowing of each other, it waits to be settled like any other field.
    let narrower = definition.replace("delayed|on_hold", "on_hold");
    let wider = definition.replace("delayed|on_hold", "delayed|on_hold|unknown");
    ana.set("saved_view", &view, &[&format!("definition={narrower}")]);
    ben.set("saved_view", &view, &[&format!("definition={wider}")]);
    exchange(&[&ana, &ben]);
    agree(&[&ana, &ben]);
    assert_eq!(types(&ana), ["field"]);
    assert_eq!(shown(&ana, &view), shown(&ben, &view));
}
