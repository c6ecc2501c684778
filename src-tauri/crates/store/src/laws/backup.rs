//! Backups, and going back to one.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;

use rusqlite::Connection;
use uuid::Uuid;

use crate::backup::{backups, recover};
use crate::laws::world::{Bench, Dice, TestWorld, deed};
use crate::schema::NEWEST;
use crate::{Access, Act, Error, Reason, Start, Store};

const DAY: i64 = 86_400_000;

/// A store with a history, flushed as in use.
fn worked_on(seed: u64) -> Bench {
    let mut bench = Bench::new(seed, Start::Published);
    bench.store.set_flushing(true).unwrap();
    let mut dice = Dice(seed);
    for _ in 0..30 {
        deed(&mut bench.store, &mut dice).unwrap();
    }
    bench
}

fn go_on() -> impl FnMut(u64, u64) -> bool {
    |_, _| true
}

/// Closes the store and gives its file.
fn closed(bench: &mut Bench) -> PathBuf {
    drop(std::mem::replace(
        &mut bench.store,
        Bench::new(1, Start::Empty).store,
    ));
    bench.file.clone()
}

fn names(folder: &Path) -> BTreeSet<PathBuf> {
    fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect()
}

fn folder(bench: &Bench) -> PathBuf {
    bench.file.with_file_name("network.store.backups")
}

fn flip(file: &Path, from: usize, length: usize) {
    let mut bytes = fs::read(file).unwrap();
    for byte in &mut bytes[from..from + length] {
        *byte ^= 0xff;
    }
    fs::write(file, bytes).unwrap();
}

fn reopened(file: &Path) -> Store {
    Store::open(file, Access::Write, TestWorld::new(999).0).unwrap()
}

/// Adds an organisation and gives the sites that have written so far.
fn sites_after_an_edit(store: &mut Store) -> BTreeSet<Uuid> {
    let set = crate::laws::world::assignments(&["acronym=LATER"]);
    let kind = crate::laws::world::kind_of("organisation");
    store
        .write(Act::typed(), |door| door.add(kind, &set))
        .unwrap();
    store.digest().unwrap().vector.into_keys().collect()
}

#[test]
fn a_backup_is_the_store_at_one_moment_in_one_file() {
    let mut bench = worked_on(1);
    let before = bench.store.digest().unwrap();
    let made = bench.store.backup(Reason::Asked, &mut go_on()).unwrap();
    assert_eq!(bench.store.digest().unwrap(), before);
    assert_eq!(names(&folder(&bench)), [made.file.clone()].into());
    assert_eq!(backups(&bench.file).unwrap(), std::slice::from_ref(&made));
    assert_eq!(made.holds.unwrap().digest, before.hash);
    let copy = Store::open(&made.file, Access::Read, TestWorld::new(2).0).unwrap();
    assert_eq!(copy.digest().unwrap(), before);
    assert_eq!(copy.verify().unwrap().faults, []);
    let unsealed: i64 = copy
        .connection()
        .query_row(
            "SELECT count(*) FROM change c WHERE NOT EXISTS (SELECT 1 FROM segment s
             WHERE s.chain = c.chain AND c.seq BETWEEN s.first AND s.last)",
            (),
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(unsealed, 0, "what was written is sealed before");
}

#[test]
fn a_backup_holds_one_moment_while_another_program_writes() {
    let mut bench = worked_on(2);
    let mut other = reopened(&bench.file);
    let before = bench.digest();
    let mut dice = Dice(3);
    let mut written = 0;
    let made = bench
        .store
        .backup(Reason::Asked, &mut |_, _| {
            let done = deed(&mut other, &mut dice).unwrap();
            written += usize::from(done.is_some());
            true
        })
        .unwrap();
    assert!(written > 0, "others go on writing meanwhile");
    assert_eq!(made.holds.unwrap().digest, before);
    assert_ne!(bench.digest(), before);
}

#[test]
fn a_backup_that_is_given_up_or_fails_leaves_nothing() {
    let mut bench = worked_on(3);
    let given_up = bench.store.backup(Reason::Asked, &mut |done, total| {
        assert!(done <= total);
        false
    });
    assert!(matches!(given_up, Err(Error::Cancelled)));
    assert_eq!(names(&folder(&bench)), BTreeSet::new());

    let made = bench.file.with_extension("mine");
    let whole = bench.store.backup_to(&made, &mut go_on()).unwrap();
    assert_eq!(whole.file, made);
    assert!(matches!(
        bench.store.backup_to(&made, &mut go_on()),
        Err(Error::Exists(_))
    ));

    let length = fs::metadata(&bench.file).unwrap().len() as usize;
    flip(&bench.file, length / 2, 16_384);
    let mut store = reopened(&bench.file);
    assert!(matches!(
        store.backup(Reason::Asked, &mut go_on()),
        Err(Error::Damaged { .. })
    ));
    assert_eq!(
        names(&folder(&bench)),
        BTreeSet::new(),
        "a copy of damage is no backup"
    );
}

#[test]
fn a_recovered_store_goes_on_as_a_new_site() {
    let mut bench = worked_on(4);
    let then = bench.store.digest().unwrap();
    let made = bench.store.backup(Reason::Asked, &mut go_on()).unwrap();
    let old = bench.store.site().unwrap();
    bench.add("organisation", &["acronym=LOST"]);
    let now = bench.store.digest().unwrap();
    let (world, file) = (TestWorld::new(5), bench.file.clone());
    let mut world = world.0;
    let whole = fs::read(&made.file).unwrap();

    let busy = recover(&file, &made.file, world.as_mut(), &mut go_on());
    assert!(
        matches!(busy, Err(Error::Busy(_))),
        "nobody's open store is taken away: {busy:?}"
    );
    assert_eq!(bench.store.digest().unwrap(), now);
    closed(&mut bench);

    let recovered = recover(&file, &made.file, world.as_mut(), &mut go_on()).unwrap();
    let kept = recovered.kept.unwrap();
    assert_eq!(
        kept.file_name().unwrap(),
        "network.before-recovery-2027-01-15T080000Z.store"
    );
    assert!(fs::read(&made.file).unwrap() == whole, "the backup stays");
    assert_eq!(reopened(&kept).digest().unwrap(), now);
    let mut store = reopened(&file);
    assert_eq!(store.digest().unwrap(), then);
    assert_eq!(store.verify().unwrap().faults, []);
    assert!(
        matches!(
            store.undo(None, Act::typed()),
            Ok(_) | Err(Error::NothingToUndo)
        ),
        "undo starts anew at the next edit"
    );
    let sites = sites_after_an_edit(&mut store);
    assert_ne!(store.site().unwrap(), old);
    assert!(sites.contains(&old) && sites.contains(&store.site().unwrap()));
    assert_eq!(store.verify().unwrap().faults, []);
    store.undo(None, Act::typed()).unwrap();
    assert!(
        matches!(store.undo(None, Act::typed()), Err(Error::NothingToUndo)),
        "what the former site did is not undone here"
    );
    assert!(
        Connection::open(&made.file)
            .unwrap()
            .query_row(
                "SELECT value FROM meta WHERE key = 'backup.digest'",
                (),
                |_| Ok(())
            )
            .is_ok(),
        "a backup says what it is"
    );
    assert_eq!(
        store
            .connection()
            .query_row(
                "SELECT count(*) FROM meta WHERE key GLOB 'backup.*'",
                (),
                |row| row.get::<_, i64>(0)
            )
            .unwrap(),
        0,
        "a store does not"
    );
}

#[test]
fn a_backup_put_back_by_hand_goes_on_as_a_new_site() {
    let mut bench = worked_on(6);
    let made = bench.store.backup(Reason::Asked, &mut go_on()).unwrap();
    let old = bench.store.site().unwrap();
    bench.add("organisation", &["acronym=LOST"]);
    let file = bench.file.clone();
    closed(&mut bench);
    let inode = crate::world::file_identity(&file).unwrap();
    fs::copy(&made.file, &file).unwrap();
    assert_eq!(
        crate::world::file_identity(&file).unwrap(),
        inode,
        "written over, a file is the same to the system"
    );
    let mut store = reopened(&file);
    let sites = sites_after_an_edit(&mut store);
    assert!(sites.contains(&old) && store.site().unwrap() != old);
}

#[test]
fn a_damaged_store_is_recovered_and_kept() {
    let mut bench = worked_on(7);
    let then = bench.digest();
    let made = bench.store.backup(Reason::Daily, &mut go_on()).unwrap();
    let file = bench.file.clone();
    let mut world = TestWorld::new(8).0;
    closed(&mut bench);
    for (round, damage) in [
        b"no store any more".to_vec(),
        Vec::new(),
        fs::read(&file).unwrap()[..40_000].to_vec(),
    ]
    .into_iter()
    .enumerate()
    {
        fs::write(&file, &damage).unwrap();
        fs::write(bench.file.with_file_name("network.store-journal"), b"left").unwrap();
        let recovered = recover(&file, &made.file, world.as_mut(), &mut go_on()).unwrap();
        let kept = recovered.kept.unwrap();
        assert!(
            fs::read(&kept).unwrap() == damage,
            "round {round}: somebody may still save it"
        );
        for after in crate::files::BESIDE {
            let left = crate::files::beside(&file, after);
            assert!(
                !left.exists(),
                "round {round}: it would be taken for the new one's log"
            );
        }
        let store = reopened(&file);
        assert_eq!(store.digest().unwrap().hash, then, "round {round}");
        assert_eq!(store.verify().unwrap().faults, [], "round {round}");
    }
    fs::remove_file(&file).unwrap();
    let recovered = recover(&file, &made.file, world.as_mut(), &mut go_on()).unwrap();
    assert_eq!(recovered.kept, None, "there was nothing to keep");
    assert_eq!(reopened(&file).digest().unwrap().hash, then);
}

#[test]
fn what_is_no_sound_backup_is_refused_and_the_store_is_as_it_was() {
    let mut bench = worked_on(9);
    let made = bench.store.backup(Reason::Asked, &mut go_on()).unwrap();
    let (file, mut world) = (bench.file.clone(), TestWorld::new(10).0);
    closed(&mut bench);
    let (before, beside) = (fs::read(&file).unwrap(), names(file.parent().unwrap()));
    let whole = fs::read(&made.file).unwrap();
    let mut refused = |what: &str, backup: &Path| {
        let refusal = recover(&file, backup, world.as_mut(), &mut go_on()).unwrap_err();
        assert!(fs::read(&file).unwrap() == before, "{what}: {refusal}");
        assert_eq!(
            names(file.parent().unwrap()),
            beside,
            "{what} leaves nothing: {refusal}"
        );
        refusal
    };
    assert!(matches!(
        refused("nothing", Path::new("/nowhere.store")),
        Error::Missing(_)
    ));
    assert!(matches!(refused("itself", &file), Error::SameFile(_)));
    let mut change = Dice(11);
    for _ in 0..12 {
        let page = 4096 * (1 + change.below(whole.len() / 4096 - 1));
        flip(&made.file, page, 4096);
        assert!(matches!(
            refused("a damaged page", &made.file),
            Error::Damaged { .. }
        ));
        fs::write(&made.file, &whole).unwrap();
    }
    fs::write(&made.file, &whole[..whole.len() / 2]).unwrap();
    assert!(matches!(
        refused("half a backup", &made.file),
        Error::Damaged { .. }
    ));
    fs::write(&made.file, "Minutes of the meeting").unwrap();
    assert!(matches!(refused("a text", &made.file), Error::NotAStore(_)));
    let mut newer = whole.clone();
    newer[60..64].copy_from_slice(&1_000_000_u32.to_be_bytes());
    fs::write(&made.file, newer).unwrap();
    assert!(matches!(
        refused("a newer build's", &made.file),
        Error::TooNew { .. }
    ));
    fs::write(&made.file, &whole).unwrap();
    let given_up = recover(&file, &made.file, world.as_mut(), &mut |_, _| false);
    assert!(matches!(given_up, Err(Error::Cancelled)));
    assert!(fs::read(&file).unwrap() == before);
    assert_eq!(names(file.parent().unwrap()), beside);
}

#[test]
fn a_backup_whose_content_was_changed_is_held_against_its_log() {
    let mut bench = worked_on(12);
    let id = bench.add("organisation", &["acronym=REAL"]);
    let made = bench.store.backup(Reason::Asked, &mut go_on()).unwrap();
    let (file, mut world) = (bench.file.clone(), TestWorld::new(13).0);
    closed(&mut bench);
    sites_after_an_edit(&mut reopened(&made.file));
    recover(&file, &made.file, world.as_mut(), &mut go_on()).unwrap();
    let forged = Connection::open(&made.file).unwrap();
    forged
        .execute(
            "UPDATE organisation SET acronym = 'FORGED' WHERE rid = (SELECT rid FROM record WHERE id = ?1)",
            (id.as_bytes(),),
        )
        .unwrap();
    drop(forged);
    assert!(matches!(
        recover(&file, &made.file, world.as_mut(), &mut go_on()),
        Err(Error::Damaged { .. })
    ));
}

#[test]
fn a_day_without_changes_needs_no_backup() {
    let mut bench = worked_on(16);
    let first = bench.store.daily_backup(&mut go_on()).unwrap().unwrap();
    assert_eq!(first.reason, Reason::Daily);
    bench.add("organisation", &["acronym=SOON"]);
    assert_eq!(bench.store.daily_backup(&mut go_on()).unwrap(), None);
    bench.now.fetch_add(DAY, Ordering::Relaxed);
    assert!(bench.store.daily_backup(&mut go_on()).unwrap().is_some());
    bench.now.fetch_add(DAY, Ordering::Relaxed);
    assert_eq!(
        bench.store.daily_backup(&mut go_on()).unwrap(),
        None,
        "nothing has changed"
    );
    bench.add("organisation", &["acronym=GONE"]);
    bench.store.undo(None, Act::typed()).unwrap();
    assert!(
        bench.store.daily_backup(&mut go_on()).unwrap().is_some(),
        "what was done and undone is in the log"
    );
    bench.now.fetch_sub(365 * DAY, Ordering::Relaxed);
    bench.add("organisation", &["acronym=BACK"]);
    assert!(
        bench.store.daily_backup(&mut go_on()).unwrap().is_some(),
        "a clock set back does not stop backups for a year"
    );
    let times: Vec<i64> = backups(&bench.file)
        .unwrap()
        .iter()
        .map(|backup| backup.time)
        .collect();
    assert_eq!(times.len(), 4);
    assert!(times.is_sorted_by(|a, b| a > b), "newest first");
}

#[test]
fn old_backups_are_thinned_and_other_files_left_alone() {
    let mut bench = Bench::new(17, Start::Empty);
    for day in 0..40 {
        bench.add("organisation", &[&format!("acronym=D{day}")]);
        bench.store.backup(Reason::Daily, &mut go_on()).unwrap();
        if day == 0 {
            fs::write(folder(&bench).join("mine.txt"), "kept").unwrap();
            fs::copy(
                &backups(&bench.file).unwrap()[0].file,
                folder(&bench).join("2020-01-01 before the retreat.store"),
            )
            .unwrap();
        }
        bench.now.fetch_add(DAY, Ordering::Relaxed);
    }
    let left = backups(&bench.file).unwrap();
    assert!((15..22).contains(&left.len()), "{}", left.len());
    assert_eq!(
        names(&folder(&bench)).len(),
        left.len() + 2,
        "what this program did not make it does not remove"
    );
}

/// The schema that [`made_older`] takes a store back to.
const OLDER: i64 = 2;

fn version(file: &Path) -> i64 {
    Connection::open(file)
        .unwrap()
        .pragma_query_value(None, "user_version", |row| row.get(0))
        .unwrap()
}

/// Takes a store back to an older schema.
fn made_older(file: &Path) {
    let connection = Connection::open(file).unwrap();
    connection
        .execute_batch(
            "DROP INDEX txn_person; DROP INDEX txn_origin; DROP INDEX txn_wall; DROP INDEX record_home;
             DROP INDEX record_root; ALTER TABLE record DROP COLUMN root; DROP TABLE same;
             DROP INDEX activity_carried_from; ALTER TABLE activity DROP COLUMN carried_from;
             ALTER TABLE person DROP COLUMN erased;
             DROP TABLE organisation_distinct_from; DROP TABLE person_distinct_from; PRAGMA user_version = 2;
             PRAGMA wal_checkpoint(TRUNCATE);",
        )
        .unwrap();
}

#[test]
fn a_store_of_an_older_build_is_kept_before_it_is_brought_up_to_this_one() {
    let mut bench = worked_on(18);
    let then = bench.store.digest().unwrap();
    let file = closed(&mut bench);
    made_older(&file);
    let older = fs::read(&file).unwrap();
    let read = Store::open(&file, Access::Read, TestWorld::new(19).0).unwrap();
    assert_eq!(read.digest().unwrap(), then);
    drop(read);
    assert_eq!(backups(&file).unwrap(), [], "reading brings nothing up");

    fs::write(folder(&bench), "in the way").unwrap();
    assert!(Store::open(&file, Access::Write, TestWorld::new(20).0).is_err());
    assert!(
        fs::read(&file).unwrap() == older,
        "without a backup nothing is touched"
    );
    fs::remove_file(folder(&bench)).unwrap();

    let store = reopened(&file);
    assert_eq!(store.digest().unwrap(), then);
    assert_eq!(store.verify().unwrap().faults, []);
    drop(store);
    let [made] = <[_; 1]>::try_from(backups(&file).unwrap()).unwrap();
    assert_eq!(made.reason, Reason::Migration);
    assert_eq!(
        version(&made.file),
        OLDER,
        "it is as the older build left it"
    );
    drop(reopened(&file));
    assert_eq!(backups(&file).unwrap().len(), 1, "once");

    let mut world = TestWorld::new(21).0;
    recover(&file, &made.file, world.as_mut(), &mut go_on()).unwrap();
    assert_eq!(
        backups(&file).unwrap().len(),
        1,
        "what is gone back to is brought up before it is put in place"
    );
    assert_eq!(reopened(&file).digest().unwrap(), then);
}

#[test]
fn a_store_that_is_killed_while_it_is_brought_up_is_the_older_one_or_this_one() {
    // A process of its own, which ends at the point that the environment names.
    if let Some(file) = std::env::var_os("BRING_UP") {
        drop(Store::open(Path::new(&file), Access::Write, TestWorld::new(23).0).unwrap());
        return;
    }
    let whole = |bench: &Bench| -> usize {
        let kept = backups(&bench.file).unwrap();
        assert!(kept.iter().all(|kept| version(&kept.file) == OLDER));
        kept.len()
    };
    for (point, kept, done) in [
        ("backup-copied", 0, false),
        ("backup-named", 1, false),
        ("migration-written", 1, false),
        ("migration-stored", 1, true),
    ] {
        let mut bench = worked_on(22);
        let then = bench.store.digest().unwrap();
        let file = closed(&mut bench);
        made_older(&file);
        let name = "laws::backup::a_store_that_is_killed_while_it_is_brought_up_is_the_older_one_or_this_one";
        let ended = std::process::Command::new(std::env::current_exe().unwrap())
            .args(["--exact", name])
            .env("BRING_UP", &file)
            .env("WORKSTREAMS_END_AT", point)
            .output()
            .unwrap();
        assert_eq!(
            ended.status.code(),
            None,
            "{point}: it comes to it: {ended:?}"
        );
        assert_eq!(whole(&bench), kept, "{point}");
        assert_eq!(version(&file), if done { NEWEST } else { OLDER }, "{point}");
        let store = reopened(&file);
        assert_eq!(store.digest().unwrap(), then, "{point}");
        assert_eq!(store.verify().unwrap().faults, [], "{point}");
        drop(store);
        assert_eq!(version(&file), NEWEST, "{point}");
        assert_eq!(whole(&bench), kept + usize::from(!done), "{point}");
    }
}
