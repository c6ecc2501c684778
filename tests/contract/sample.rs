//! SAMPLE: made-up networks of a known size.

use std::fs;

use crate::support::{Store, text_of};

/// Makes a sample and gives a store standing at it.
fn sample(size: &str, seed: &str) -> Store {
    let store = Store::absent();
    let file = store.file().to_str().unwrap().to_owned();
    let args = ["--json", "sample", "--size", size, "--seed", seed, &file];
    let mut command = store.command();
    command.args(args);
    let output = crate::support::finish(command, &args);
    assert_eq!(output.code, 0, "{args:?}: {output:?}");
    crate::support::checked(&output.stdout, &args);
    store
}

#[test]
fn the_same_arguments_give_the_same_digest() {
    let (one, two) = (sample("S", "7"), sample("S", "7"));
    assert_eq!(
        one.digest(),
        two.digest(),
        "same size, same seed, same network: people compare what they measured"
    );
    one.assert_sound();
    assert_eq!(
        one.json(&["list", "group", "--where", "kind=workstream"])["total"],
        14,
        "S is the published network"
    );
}

#[test]
fn a_sample_is_a_store_like_others() {
    let store = sample("S", "1");
    let id = store.add("organisation", &["name=Added to a sample"]);
    assert_eq!(store.record("organisation", &id)["life"], "live");
    store.json(&["undo"]);
    store.assert_sound();
}

#[test]
fn a_sample_never_overwrites() {
    let store = Store::absent();
    fs::write(store.file(), b"mine").unwrap();
    let file = store.file().to_str().unwrap().to_owned();
    let args = ["--json", "sample", "--size", "S", "--seed", "1", &file];
    let mut command = store.command();
    command.args(args);
    let output = crate::support::finish(command, &args);
    let failure = crate::support::read_failure(&output, &args);
    assert_eq!(failure.exit, 1, "as init: refused if FILE exists");
    assert_eq!(store.bytes(), b"mine", "a practice network costs nothing");
}

#[test]
#[ignore = "takes minutes without optimisation: cargo test --test contract -- --ignored"]
fn m_is_ten_years_of_a_busy_network() {
    let store = sample("M", "7");
    for (kind, at_least) in [
        ("activity", 5_000),
        ("organisation", 800),
        ("person", 2_500),
        ("membership", 6_000),
        ("joint_action", 600),
        ("meeting", 400),
        ("agenda_item", 6_000),
        ("pledge", 1_500),
    ] {
        let total = store.json(&["list", kind, "--limit", "1"])["total"]
            .as_u64()
            .unwrap();
        assert!(
            (at_least..at_least + at_least / 10 + 200).contains(&total),
            "M has {at_least} of {kind}, not {total}"
        );
    }
    let verified = store.json(&["verify"]);
    assert_eq!(verified["ok"], true, "{verified}");
    assert!(
        verified["changes"].as_u64().unwrap() >= 60_000,
        "M has 60,000 changes: {verified}"
    );
    let titles: String = store
        .list("activity")
        .iter()
        .map(|row| row["title"].to_string() + &text_of(&row["title"]))
        .collect();
    for (script, range) in [
        ("Arabic", '\u{0600}'..='\u{06ff}'),
        ("Russian", '\u{0400}'..='\u{04ff}'),
        ("Chinese", '\u{4e00}'..='\u{9fff}'),
    ] {
        assert!(
            titles.chars().any(|c| range.contains(&c)),
            "titles stand in all six languages, {script} included"
        );
    }
    assert_eq!(
        store.digest(),
        sample("M", "7").digest(),
        "same size, same seed, same network"
    );
    assert_ne!(
        store.digest(),
        sample("M", "8").digest(),
        "another seed is another network"
    );
}
