//! What is kept is what the log adds up to, after any history.

use crate::laws::world::{Bench, Dice, deed, unjoin};
use crate::{Error, Start};

#[test]
fn the_state_kept_is_the_state_rebuilt_after_thousands_of_deeds() {
    for (seed, start) in [(1, Start::Published), (2, Start::Empty), (3, Start::Empty)] {
        let mut bench = Bench::new(seed, start);
        let mut dice = Dice(seed);
        let mut written = 0;
        for step in 0..1_500 {
            match dice.below(13) {
                0 => match bench.store.undo(None, crate::Act::typed()) {
                    Ok(_) | Err(Error::NothingToUndo) => {}
                    Err(error) => panic!("seed {seed} step {step}: undo: {error}"),
                },
                1 => match bench.store.redo(crate::Act::typed()) {
                    Ok(_) | Err(Error::NothingToRedo) => {}
                    Err(error) => panic!("seed {seed} step {step}: redo: {error}"),
                },
                2 => unjoin(&mut bench.store, &mut dice)
                    .unwrap_or_else(|error| panic!("seed {seed} step {step}: {error}")),
                _ => {
                    let done = deed(&mut bench.store, &mut dice);
                    written += usize::from(
                        done.unwrap_or_else(|error| panic!("seed {seed} step {step}: {error}"))
                            .is_some(),
                    );
                }
            }
            if step % 500 == 499 {
                let report = bench.store.verify().unwrap();
                assert_eq!(
                    report.faults,
                    [],
                    "seed {seed}, step {step}: the tables must be what the log adds up to"
                );
            }
        }
        assert!(written > 700, "the history must be one: {written} deeds");
    }
}

#[test]
fn a_refused_deed_leaves_nothing_behind() {
    let mut bench = Bench::new(9, Start::Published);
    let before = bench.store.digest().unwrap();
    let set = crate::laws::world::assignments(&["title=Kept?", "status=nonsense"]);
    let kind = crate::laws::world::kind_of("activity");
    let refused = bench
        .store
        .write(crate::Act::typed(), |door| door.add(kind, &set));
    assert!(refused.is_err());
    assert_eq!(
        bench.store.digest().unwrap(),
        before,
        "all fields or none, and no site card either"
    );
    let all = bench.store.write(crate::Act::typed(), |door| {
        door.add(kind, &crate::laws::world::assignments(&["title=First"]))?;
        door.add(kind, &crate::laws::world::assignments(&["nofield=x"]))
    });
    assert!(all.is_err());
    assert_eq!(
        bench.store.digest().unwrap(),
        before,
        "one transaction is all or nothing"
    );
}

#[test]
fn what_was_known_on_a_day_is_what_was_there_that_day() {
    use std::sync::atomic::Ordering;
    const DAY: i64 = 86_400_000;
    let mut bench = Bench::new(5, Start::Empty);
    let mut dice = Dice(5);
    let mut days = Vec::new();
    for day in 0..6_i64 {
        bench.now.store(
            1_800_000_000_000 / DAY * DAY + day * DAY + 1_000,
            Ordering::Relaxed,
        );
        for _ in 0..60 {
            deed(&mut bench.store, &mut dice).unwrap();
        }
        days.push((day, bench.digest()));
    }
    for (day, digest) in days {
        let date =
            chrono::DateTime::from_timestamp_millis(1_800_000_000_000 / DAY * DAY + day * DAY)
                .unwrap();
        let known = bench.store.known(date.date_naive()).unwrap();
        assert_eq!(
            crate::digest::digest(&known).unwrap().hash,
            digest,
            "day {day}"
        );
    }
}

/// Damage that SQLite itself does not see: whatever was looked for when it shows, it is a fault of the file.
#[test]
fn what_the_log_names_and_the_file_lacks_is_found() {
    for lost in [
        "DELETE FROM record WHERE rid = (SELECT min(rid) FROM record)",
        "DELETE FROM record WHERE rid = (SELECT max(rid) FROM record)",
        "DELETE FROM chain WHERE chain = (SELECT min(chain) FROM chain)",
        "DELETE FROM change WHERE seq = 7",
        "DELETE FROM txn",
        "UPDATE change SET value = x'ff' WHERE seq = 7",
        "UPDATE record SET tbl = 9999 WHERE rid = (SELECT max(rid) FROM record)",
        "UPDATE meta SET value = zeroblob(32) WHERE key = 'digest'",
    ] {
        let bench = Bench::new(1, Start::Published);
        let connection = bench.store.connection();
        connection
            .execute_batch("PRAGMA foreign_keys = OFF")
            .unwrap();
        connection.execute_batch(lost).unwrap();
        let report = bench.store.verify();
        assert!(
            report
                .as_ref()
                .is_ok_and(|report| !report.faults.is_empty()),
            "{lost}: {report:?}"
        );
    }
}
