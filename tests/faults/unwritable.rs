//! Stores and folders that may be read but not written.
//!
//! Permissions do not bind root. Where the tests run as root they run the program as another
//! user; where that is not permitted either, they say so and stop.

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};

use crate::support::{Failure, Output, Store, checked, finish, read_failure};

/// The user `nobody` of most systems; any number but 0 would do.
const NOBODY: u32 = 65_534;

/// A published store in a folder of its own, and the user whom its permissions bind.
struct Bound {
    home: Store,
    folder: PathBuf,
    file: PathBuf,
    user: Option<u32>,
}

impl Bound {
    /// Gives none, and says why, where no permission binds.
    fn new() -> Option<Bound> {
        let home = Store::published();
        let folder = home.folder().join("folder");
        fs::create_dir(&folder).unwrap();
        let file = folder.join("network.workstreams");
        fs::copy(home.file(), &file).unwrap();
        let root = fs::metadata(&file).unwrap().uid() == 0;
        if root {
            give_away(home.folder());
        }
        let bound = Bound {
            home,
            folder,
            file,
            user: root.then_some(NOBODY),
        };
        let mut probe = bound.command(&["digest"]);
        match probe.output() {
            Ok(output) if output.status.success() => Some(bound),
            other => {
                println!("skipped: root, and not permitted to run as another user: {other:?}");
                None
            }
        }
    }

    fn command(&self, args: &[&str]) -> std::process::Command {
        let mut command = self.home.command();
        if let Some(user) = self.user {
            command.uid(user).gid(user);
        }
        command.arg("--store").arg(&self.file).args(args);
        command
    }

    fn run(&self, args: &[&str]) -> Output {
        finish(self.command(args), args)
    }

    fn fails(&self, args: &[&str]) -> Failure {
        let failure = read_failure(&self.run(args), args);
        assert!(
            failure.exit == 1 || failure.exit == 3,
            "{args:?} cannot write: {failure:?}"
        );
        assert!(
            failure.error["hint"]
                .as_str()
                .is_some_and(|h| !h.is_empty()),
            "{args:?}: who cannot write is told what to do: {failure:?}"
        );
        failure
    }

    fn permit(&self, path: &Path, mode: u32) {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    }

    /// Asserts that reading gives the right answer or fails, but never a wrong one.
    fn assert_reads(&self, args: &[&str], right: &str) {
        let output = self.run(args);
        if output.code == 0 {
            assert_eq!(output.stdout, right, "{args:?}: what is read is right");
        } else {
            read_failure(&output, args);
        }
    }
}

/// Gives a folder and all in it to [`NOBODY`].
fn give_away(path: &Path) {
    chown(path, Some(NOBODY), Some(NOBODY)).unwrap();
    if path.is_dir() {
        for entry in fs::read_dir(path).unwrap() {
            give_away(&entry.unwrap().path());
        }
    }
}

const EDITS: [&[&str]; 4] = [
    &["--json", "set", "group", "1", "state=closed"],
    &["--json", "add", "organisation", "name=Never"],
    &["--json", "delete", "group", "2"],
    &["--json", "set", "group", "1", "name=Never"],
];

#[test]
fn a_read_only_file_is_not_written() {
    let Some(bound) = Bound::new() else { return };
    let reading = ["--json", "list", "group"];
    let right = bound.run(&reading).stdout;
    let before = fs::read(&bound.file).unwrap();
    bound.permit(&bound.file, 0o444);
    for edit in EDITS {
        bound.fails(edit);
        assert!(
            fs::read(&bound.file).unwrap() == before,
            "{edit:?}: not a byte is written"
        );
    }
    bound.assert_reads(&reading, &right);
    bound.permit(&bound.file, 0o644);
    let args = EDITS[0];
    let output = bound.run(args);
    assert_eq!(output.code, 0, "once permitted it works: {output:?}");
    checked(&output.stdout, args);
}

#[test]
fn a_read_only_folder_is_not_written() {
    let Some(bound) = Bound::new() else { return };
    let reading = ["--json", "list", "group"];
    let right = bound.run(&reading).stdout;
    let digest = bound.run(&["digest"]).stdout;
    let before = fs::read(&bound.file).unwrap();
    bound.permit(&bound.folder, 0o555);
    for edit in EDITS {
        bound.fails(edit);
        assert!(
            fs::read(&bound.file).unwrap() == before,
            "{edit:?}: not a byte is written"
        );
    }
    bound.assert_reads(&reading, &right);

    let new = bound.folder.join("new.workstreams");
    let mut command = bound.home.command();
    if let Some(user) = bound.user {
        command.uid(user).gid(user);
    }
    command.arg("--store").arg(&new).args(["--json", "init"]);
    let failure = read_failure(&finish(command, &["init"]), &["init"]);
    assert!(failure.exit == 1 || failure.exit == 3, "{failure:?}");
    assert!(!new.exists(), "no half store is left");

    bound.permit(&bound.folder, 0o755);
    assert_eq!(
        bound.run(&["digest"]).stdout,
        digest,
        "the store is as it was"
    );
    let output = bound.run(&["--json", "verify"]);
    assert_eq!(output.code, 0, "and sound: {output:?}");
}

#[test]
fn a_backup_is_not_made_where_nothing_may_be_written() {
    let Some(bound) = Bound::new() else { return };
    let backup = ["--json", "backup"];
    let made = bound.run(&backup);
    let made = checked(&made.stdout, &backup)["file"]
        .as_str()
        .unwrap()
        .to_owned();
    let digest = bound.run(&["digest"]).stdout;
    let backups = bound.folder.join("network.workstreams.backups");
    bound.permit(&backups, 0o555);
    bound.fails(&backup);
    bound.permit(&backups, 0o755);
    bound.permit(&bound.folder, 0o555);
    bound.fails(&["--json", "recover", &made]);
    bound.permit(&bound.folder, 0o755);
    assert_eq!(
        bound.run(&["digest"]).stdout,
        digest,
        "the store is as it was"
    );
    assert_eq!(fs::read_dir(&backups).unwrap().count(), 1);
    let output = bound.run(&["--json", "recover", &made]);
    assert_eq!(output.code, 0, "once permitted it works: {output:?}");
}

#[test]
fn an_unreadable_file_is_told() {
    let Some(bound) = Bound::new() else { return };
    bound.permit(&bound.file, 0o000);
    bound.fails(&["--json", "list", "group"]);
    bound.fails(EDITS[0]);
    bound.permit(&bound.file, 0o644);
    let output = bound.run(&["--json", "verify"]);
    assert_eq!(output.code, 0, "nothing happened to it: {output:?}");
}
