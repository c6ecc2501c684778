//! Disks that are full, and writes that fail.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::support::{Store, finish, read_failure};

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

/// A value of two megabytes in a file, as an assignment.
fn large_note(folder: &Path) -> String {
    let path = folder.join("large.txt");
    let text: String = (0..100_000)
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
        assert!(
            failure.exit == 3 || failure.exit == 1,
            "a full disk is a failure: {failure:?}"
        );
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
    assert!(failure.exit == 3 || failure.exit == 1, "{failure:?}");
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
    let mut command = store.command_of("sh");
    command
        .arg("-c")
        .arg(format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$@\""))
        .arg("sh")
        .arg(crate::support::binary())
        .arg("--store")
        .arg(store.file())
        .args(args);
    finish(command, args)
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
        assert!(
            failure.exit == 3 || failure.exit == 1,
            "a write that fails is a failure: {failure:?}"
        );
        assert_eq!(store.digest(), digest, "the store is as before");
        store.assert_sound();
    }
    let new = Store::absent();
    let args = ["--json", "init"];
    let failure = read_failure(&limited(&new, 16, &args), &args);
    assert!(failure.exit == 3 || failure.exit == 1, "{failure:?}");
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
