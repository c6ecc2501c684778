//! Backups of damaged stores, and kills while a backup is made or gone back to.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use super::dice::Dice;
use crate::support::{Store, read_failure};

const PAGE: usize = 4096;

/// Bends pages of a store that is closed.
fn damage(store: &Store, dice: &mut Dice) {
    let mut bytes = store.bytes();
    let pages = (bytes.len() / PAGE) as u64;
    for _ in 0..8 {
        let at = PAGE * dice.below(pages) as usize;
        for byte in &mut bytes[at..at + PAGE] {
            *byte ^= 0xff;
        }
    }
    fs::write(store.file(), bytes).unwrap();
}

#[test]
fn a_damaged_store_is_recovered() {
    let store = Store::published();
    store.add("organisation", &["acronym=KEPT"]);
    let digest = store.digest();
    let made = store.json(&["backup"])["file"].as_str().unwrap().to_owned();
    let mut dice = Dice(4);
    for round in 0..6 {
        if round == 5 {
            fs::write(store.file(), "").unwrap();
        } else {
            damage(&store, &mut dice);
        }
        let damaged = store.bytes();
        let args = ["--json", "backup"];
        let output = store.run(&args);
        if output.code == 0 {
            panic!("round {round}: a copy of damage is no backup: {output:?}");
        }
        read_failure(&output, &args);
        assert_eq!(store.rows(&["backups"]).len(), 1, "round {round}");
        let answer = store.json(&["recover", &made]);
        assert_eq!(store.digest(), digest, "round {round}");
        store.assert_sound();
        let kept = answer["kept"].as_str().expect("the damaged file is kept");
        assert!(
            fs::read(kept).unwrap() == damaged,
            "round {round}: as it was, for somebody may still save it"
        );
    }
}

/// What stands in the store's folder, without what SQLite keeps beside a file and without what was not finished.
fn whole_files(store: &Store) -> Vec<PathBuf> {
    let folders = [
        store.folder().to_owned(),
        store.folder().join("network.workstreams.backups"),
    ];
    let entries = folders
        .iter()
        .flat_map(|folder| fs::read_dir(folder).unwrap());
    entries
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file() && path != store.file())
        .filter(|path| {
            let name = path.to_string_lossy();
            !name.contains(".new-") && !name.ends_with("-wal") && !name.ends_with("-shm")
        })
        .collect()
}

#[test]
fn a_kill_leaves_the_store_and_whole_backups() {
    let store = Store::published();
    store.add("organisation", &["acronym=THEN"]);
    let then = store.digest();
    let began = Instant::now();
    let made = store.json(&["backup"])["file"].as_str().unwrap().to_owned();
    let usual = began.elapsed();
    store.add("organisation", &["acronym=NOW"]);
    let mut now = store.digest();
    let mut dice = Dice(5);
    let (mut killed, mut round, mut seen) = (0, 0, BTreeSet::new());
    while killed < 12 {
        round += 1;
        assert!(round < 200, "the kills must fall into the work: {killed}");
        let recover = round % 2 == 1;
        let args = if recover {
            vec!["--json", "recover", &made]
        } else {
            vec!["--json", "backup"]
        };
        let mut command = store.command();
        command.arg("--store").arg(store.file()).args(&args);
        let began = Instant::now();
        let mut child = command.spawn().unwrap();
        let patience = usual.mul_f64(dice.below(1_000) as f64 / 1_000.0);
        while began.elapsed() < patience && child.try_wait().unwrap().is_none() {
            std::thread::sleep(Duration::from_micros(200));
        }
        killed += usize::from(child.try_wait().unwrap().is_none());
        let _ = child.kill();
        child.wait().unwrap();
        let digest = store.digest();
        assert!(
            digest == now || (recover && digest == then),
            "round {round}: the store is as before, or the backup"
        );
        store.assert_sound();
        if digest == then {
            store.add("organisation", &[&format!("acronym=NOW{round}")]);
            now = store.digest();
        }
        for file in whole_files(&store) {
            if seen.insert(file.clone()) {
                Store::standing_at(&file).assert_sound();
            }
        }
    }
}
