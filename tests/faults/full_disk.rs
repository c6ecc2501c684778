//! Disks that are full, and writes that fail.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::limits::under;
use crate::support::{Store, read_failure};

/// A small file system of its own, taken down at the end.
struct SmallDisk {
    path: PathBuf,
}

impl SmallDisk {
    /// Gives none, and says why, where mounting is not permitted.
    fn new(at: &Path, kilobytes: u64) -> Option<SmallDisk> {
        let path = at.join("disk");
        fs::create_dir(&path).unwrap();
        let made = Command::new("mount")
            .args(["-t", "tmpfs", "-o", &format!("size={kilobytes}k"), "tmpfs"])
            .arg(&path)
            .output();
        match made {
            Ok(output) if output.status.success() => Some(SmallDisk { path }),
            other => {
                println!("skipped: a small disk may not be mounted here: {other:?}");
                None
            }
        }
    }

    /// Fills what is left; gives the file to remove to have room again.
    fn fill(&self) -> PathBuf {
        let path = self.path.join("filler");
        let mut file = File::create(&path).unwrap();
        for size in [65_536, 4096, 1] {
            let block = vec![b'.'; size];
            while file.write_all(&block).is_ok() {}
        }
        path
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(&self.path).status();
    }
}

/// A value of a megabyte in a file, as an assignment: as long as one may be.
fn large_note(folder: &Path) -> String {
    let path = folder.join("large.txt");
    let text: String = (0..50_000)
        .map(|n| format!("line number {n:06} \n"))
        .collect();
    fs::write(&path, text).unwrap();
    format!("notes=@{}", path.display())
}

#[test]
fn a_full_disk_loses_nothing() {
    let home = Store::published();
    let size = home.bytes().len() as u64 / 1024;
    let Some(disk) = SmallDisk::new(home.folder(), size + 1024) else {
        return;
    };
    let file = disk.path.join("network.workstreams");
    fs::copy(home.file(), &file).unwrap();
    let store = Store::standing_at(&file);
    let id = store.add(
        "organisation",
        &["acronym=ROOM", "name=While there was room"],
    );
    let digest = store.digest();
    let note = large_note(home.folder());

    let filler = disk.fill();
    for args in [
        vec!["--json", "set", "organisation", &id, &note],
        vec!["--json", "add", "organisation", "name=Too much", &note],
    ] {
        let failure = read_failure(&store.run(&args), &args);
        assert_eq!(failure.exit, 3, "a full disk is a failure: {failure:?}");
        assert!(
            failure.error["hint"]
                .as_str()
                .is_some_and(|h| !h.is_empty()),
            "who has no room is told so: {failure:?}"
        );
    }
    let reading = ["--json", "list", "organisation"];
    let output = store.run(&reading);
    if output.code != 0 {
        read_failure(&output, &reading);
    }

    let new = Store::standing_at(&disk.path.join("new.workstreams"));
    let args = ["--json", "init"];
    let failure = read_failure(&new.run(&args), &args);
    assert_eq!(failure.exit, 3, "{failure:?}");
    assert!(!new.file().exists(), "no half store is left");

    fs::remove_file(filler).unwrap();
    assert_eq!(
        store.digest(),
        digest,
        "with room again, all that was answered is there and nothing else"
    );
    store.assert_sound();
    assert_eq!(store.record("organisation", "ROOM")["life"], "live");
    store.set("organisation", &id, &["notes=There is room again"]);
    store.assert_sound();
}

/// Runs the program so that no file may grow beyond `blocks` of 512 bytes.
fn limited(store: &Store, blocks: u64, args: &[&str]) -> crate::support::Output {
    under(store, &format!("trap '' XFSZ; ulimit -f {blocks}"), args)
}

#[test]
fn a_write_that_fails_loses_nothing() {
    let store = Store::empty();
    let id = store.add(
        "organisation",
        &["acronym=ROOM", "name=While there was room"],
    );
    let digest = store.digest();
    let note = large_note(store.folder());
    let blocks = store.bytes().len() as u64 / 512 + 256;
    for args in [
        vec!["--json", "set", "organisation", &id, &note],
        vec!["--json", "add", "organisation", "name=Too much", &note],
    ] {
        let output = limited(&store, blocks, &args);
        let failure = read_failure(&output, &args);
        assert_eq!(
            failure.exit, 3,
            "a write that fails is a failure: {failure:?}"
        );
        assert_eq!(store.digest(), digest, "the store is as before");
        store.assert_sound();
    }
    let new = Store::absent();
    let args = ["--json", "init"];
    let failure = read_failure(&limited(&new, 16, &args), &args);
    assert_eq!(failure.exit, 3, "{failure:?}");
    assert!(!new.file().exists(), "no half store is left");
    new.json(&["init"]);
    new.assert_sound();
}

#[test]
fn a_backup_that_finds_no_room_leaves_nothing() {
    let store = Store::published();
    let made = store.json(&["backup"])["file"].as_str().unwrap().to_owned();
    store.add("organisation", &["acronym=ROOM"]);
    let digest = store.digest();
    let beside = || -> Vec<_> {
        let folders = [
            store.folder().to_owned(),
            store.folder().join("network.workstreams.backups"),
        ];
        let entries = folders
            .iter()
            .flat_map(|folder| fs::read_dir(folder).unwrap());
        let mut names: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
        names.sort();
        names
    };
    let before = beside();
    let half = store.bytes().len() as u64 / 1024;
    for args in [
        vec!["--json", "backup"],
        vec!["--json", "backup", "elsewhere.store"],
        vec!["--json", "recover", &made],
    ] {
        for blocks in [0, 8, half] {
            let failure = read_failure(&limited(&store, blocks, &args), &args);
            assert_eq!(failure.exit, 3, "{args:?}: {failure:?}");
            assert_eq!(store.digest(), digest, "the store is as before");
            assert_eq!(beside(), before, "{args:?}: no half file is left");
        }
    }
    store.assert_sound();
    store.json(&["backup"]);
}

#[test]
fn a_merge_or_a_pack_that_finds_no_room_leaves_what_was() {
    let (ana, ben) = (Store::published(), Store::published());
    let note = large_note(ana.folder());
    for name in ["name=One", "name=Two"] {
        ana.add("organisation", &[name, &note]);
    }
    let file = ana.folder().join("ana.workstreams");
    let name = file.display().to_string();
    let pack = ["--json", "pack", &name];
    let digest = ana.digest();
    for blocks in [0, 8] {
        let failure = read_failure(&limited(&ana, blocks, &pack), &pack);
        assert_eq!(failure.exit, 3, "{failure:?}");
        assert!(!file.exists(), "no half file is left");
        assert_eq!(ana.digest(), digest);
    }
    ana.json(&pack[1..]);
    let before = ben.digest();
    let merge = ["--json", "merge", &name];
    // Too little for the backup before it, and enough for that but not for what the merge writes.
    let size = ben.bytes().len() as u64 / 512;
    for blocks in [0, 8, size / 2, size + 256] {
        let failure = read_failure(&limited(&ben, blocks, &merge), &merge);
        assert_eq!(failure.exit, 3, "{blocks}: {failure:?}");
        assert_eq!(ben.digest(), before, "{blocks}: the store is as before");
        ben.assert_sound();
    }
    ben.json(&merge[1..]);
    assert_eq!(
        ben.digest(),
        digest,
        "with room again, doing it again is enough"
    );
    ben.assert_sound();
}
