//! The program ends as by a kill at each named point of an edit, a pack, a merge, an exchange, a backup, a recovery and an erasing:
//! what was not done yet is as before, what was done stays, and doing it again is enough.

use std::fs;
use std::path::Path;

use crate::support::Store;

/// Runs a verb that is to end at a point, and looks at what is left.
#[track_caller]
fn end_at(store: &Store, point: &str, args: &[&str]) {
    let mut command = store.command();
    command.env("WORKSTREAMS_END_AT", point);
    let output = command
        .arg("--store")
        .arg(store.file())
        .args(args)
        .output()
        .unwrap();
    assert_eq!(
        output.status.code(),
        None,
        "{point}: the work comes to it: {output:?}"
    );
    store.assert_sound();
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

#[test]
fn of_an_edit() {
    for (point, done) in [("edit-written", 0), ("edit-stored", 1)] {
        let store = Store::published();
        let args = ["add", "organisation", "acronym=ENDED"];
        end_at(&store, point, &args);
        let ended = || store.rows(&["list", "organisation", "--where", "acronym=ENDED"]);
        assert_eq!(ended().len(), done, "{point}");
        store.json(&args);
        assert_eq!(ended().len(), done + 1, "{point}");
    }
}

#[test]
fn of_a_pack() {
    for (point, done) in [
        ("seal-written", false),
        ("seal-stored", false),
        ("pack-written", false),
        ("pack-named", true),
    ] {
        let store = Store::published();
        store.add("organisation", &["acronym=MINE"]);
        let file = store.folder().join("mine.workstreams");
        end_at(&store, point, &["pack", &shown(&file)]);
        assert_eq!(file.exists(), done, "{point}");
        if !done {
            store.json(&["pack", &shown(&file)]);
        }
        let reader = Store::published();
        reader.json(&["merge", &shown(&file)]);
        assert_eq!(reader.digest(), store.digest(), "{point}");
    }
}

#[test]
fn of_a_merge() {
    let ana = Store::published();
    ana.add("organisation", &["acronym=MINE"]);
    let file = shown(&ana.folder().join("mine.workstreams"));
    ana.json(&["pack", &file]);
    for (point, done) in [
        ("backup-copied", false),
        ("backup-named", false),
        ("merge-written", false),
        ("merge-stored", true),
    ] {
        let ben = Store::published();
        let before = ben.digest();
        end_at(&ben, point, &["merge", &file]);
        let after = ana.digest();
        assert_eq!(
            ben.digest(),
            if done { &after } else { &before }.clone(),
            "{point}"
        );
        ben.json(&["merge", &file]);
        assert_eq!(ben.digest(), after, "{point}");
    }
}

#[test]
fn of_a_shared_folder() {
    for (point, files) in [("folder-drafted", 0), ("folder-placed", 1)] {
        let (ana, ben) = (Store::published(), Store::published());
        ana.add("organisation", &["acronym=MINE"]);
        let folder = ana.folder().join("shared");
        fs::create_dir(&folder).unwrap();
        end_at(&ana, point, &["sync", &shown(&folder)]);
        let own = fs::read_dir(folder.join("changes"))
            .unwrap()
            .flat_map(|site| fs::read_dir(site.unwrap().path()).unwrap());
        assert_eq!(own.count(), files, "{point}");
        ana.json(&["sync", &shown(&folder)]);
        assert_eq!(ana.json(&["sync", &shown(&folder)])["left"], 0, "{point}");
        ben.json(&["sync", &shown(&folder)]);
        assert_eq!(ben.digest(), ana.digest(), "{point}");
    }
}

#[test]
fn of_a_backup() {
    for (point, done) in [
        ("backup-copied", 0),
        ("backup-checked", 0),
        ("backup-named", 1),
    ] {
        let store = Store::published();
        let before = store.digest();
        end_at(&store, point, &["backup"]);
        assert_eq!(store.rows(&["backups"]).len(), done, "{point}");
        store.json(&["backup"]);
        let kept = store.rows(&["backups"]);
        assert_eq!(kept.len(), done + 1, "{point}");
        for backup in kept {
            let copy = Store::standing_at(Path::new(backup["file"].as_str().unwrap()));
            assert_eq!(copy.digest(), before, "{point}");
        }
    }
}

#[test]
fn of_a_recovery() {
    for (point, done) in [
        ("recovery-ready", false),
        ("recovery-aside", false),
        ("recovery-placed", true),
    ] {
        let store = Store::published();
        let then = store.digest();
        let backup = store.json(&["backup"])["file"].as_str().unwrap().to_owned();
        store.add("organisation", &["acronym=NOW"]);
        let now = store.digest();
        end_at(&store, point, &["recover", &backup]);
        assert_eq!(
            store.digest(),
            if done { &then } else { &now }.clone(),
            "{point}"
        );
        store.json(&["recover", &backup]);
        assert_eq!(store.digest(), then, "{point}");
        store.assert_sound();
    }
}

#[test]
fn of_an_erasing() {
    const MAIL: &str = "ana.gone@example.org";
    for (point, done) in [
        ("edit-written", false),
        ("edit-stored", true),
        ("erase-copied", true),
        ("erase-replaced", true),
    ] {
        let store = Store::published();
        let mail = format!("email={MAIL}");
        let ana = store.add("person", &["name=Ana", &mail]);
        for _ in 0..2 {
            store.json(&["backup"]);
        }
        end_at(&store, point, &["erase", &ana]);
        assert_eq!(
            store.record("person", &ana)["erased"] == true,
            done,
            "{point}"
        );
        // Whatever is written next goes on with it; where nothing was done, it is asked for again.
        if done {
            store.add("organisation", &["acronym=NEXT"]);
        } else {
            store.json(&["erase", &ana]);
        }
        let backups = store.rows(&["backups"]);
        assert_eq!(backups.len(), 2, "{point}");
        let files = backups
            .iter()
            .map(|backup| backup["file"].as_str().unwrap().to_owned());
        for file in files.chain([shown(store.file())]) {
            let bytes = fs::read(&file).unwrap();
            let holds = bytes
                .windows(MAIL.len())
                .any(|window| window == MAIL.as_bytes());
            assert!(!holds, "{point}: {file}");
            Store::standing_at(Path::new(&file)).assert_sound();
        }
    }
}
