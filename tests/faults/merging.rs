//! Kill -9 in the middle of a merge or a pack: the store is as before or as after, and doing it again is enough.

use std::time::{Duration, Instant};

use super::dice::Dice;
use crate::support::Store;

/// Starts a verb and kills it after a while; whether it ended by itself before.
fn until(store: &Store, args: &[&str], patience: Duration) -> bool {
    let mut command = store.command();
    command.arg("--store").arg(store.file()).args(args);
    let began = Instant::now();
    let mut child = command.spawn().unwrap();
    loop {
        if let Some(status) = child.try_wait().unwrap() {
            assert!(status.success(), "{args:?}: only a kill stops it: {status}");
            return true;
        }
        if began.elapsed() >= patience {
            child.kill().unwrap();
            child.wait().unwrap();
            return false;
        }
        std::thread::sleep(Duration::from_micros(100));
    }
}

#[test]
fn a_merge_that_is_killed_leaves_what_was_or_what_is_to_be() {
    let (ana, ben) = (Store::published(), Store::published());
    for number in 0..40 {
        ana.add(
            "organisation",
            &[
                &format!("acronym=N{number}"),
                &format!("name=Number {number}"),
            ],
        );
    }
    let file = ana.folder().join("ana.workstreams").display().to_string();
    ana.json(&["pack", &file]);
    let before = ben.digest();
    let began = Instant::now();
    let whole = Store::published();
    whole.json(&["merge", &file]);
    let took = began.elapsed().as_micros().max(1) as u64;
    let after = whole.digest();
    let mut dice = Dice(1);
    let mut kills = 0;
    for _ in 0..25 {
        let ended = until(
            &ben,
            &["merge", &file],
            Duration::from_micros(dice.below(took)),
        );
        kills += u64::from(!ended);
        let digest = ben.digest();
        assert!(
            digest == before || digest == after,
            "half of a merge is none: {digest}"
        );
        ben.assert_sound();
    }
    assert!(kills > 0, "the moments were all too late");
    ben.json(&["merge", &file]);
    assert_eq!(ben.digest(), after);
}

#[test]
fn a_pack_that_is_killed_leaves_no_half_file() {
    let ana = Store::published();
    ana.add("organisation", &["name=One"]);
    let file = ana.folder().join("ana.workstreams");
    let name = file.display().to_string();
    let mut dice = Dice(2);
    for _ in 0..20 {
        until(
            &ana,
            &["pack", &name],
            Duration::from_micros(dice.below(60_000)),
        );
        if file.exists() {
            let reader = Store::published();
            assert_eq!(
                reader.json(&["merge", &name])["rows"][0]["result"],
                "merged",
                "a file that is there is whole"
            );
            std::fs::remove_file(&file).unwrap();
        }
    }
    ana.assert_sound();
}
