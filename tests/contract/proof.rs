//! VERIFY and DIGEST.

use crate::support::Store;

#[test]
fn verify_counts_what_it_proved() {
    let store = Store::published();
    let before = store.json(&["verify"]);
    assert_eq!(before["ok"], true, "a new store is sound: {before}");
    assert!(before["changes"].as_u64().unwrap() > 1000, "{before}");
    assert!(
        before["records"].as_u64().unwrap() >= 14 + 23 + 10 + 248,
        "all published records are proved: {before}"
    );
    store.add("organisation", &["name=One more"]);
    let after = store.json(&["verify"]);
    assert!(
        after["changes"].as_u64() > before["changes"].as_u64()
            && after["records"].as_u64() > before["records"].as_u64(),
        "what was added is proved too: {before} {after}"
    );
}

#[test]
fn digest_is_64_digits_and_the_same_in_json() {
    let store = Store::published();
    let output = store.run(&["digest"]);
    assert_eq!(output.code, 0, "{output:?}");
    let line = output.stdout.strip_suffix('\n').unwrap_or_default();
    assert!(
        line.len() == 64
            && line
                .bytes()
                .all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b)),
        "64 hex digits and a newline, nothing else: {output:?}"
    );
    let answer = store.json(&["digest"]);
    assert_eq!(answer["digest"], line, "one digest: {answer}");
    let vector = answer["vector"].as_object().unwrap();
    assert!(
        !vector.is_empty() && vector.values().all(|n| n.as_u64().is_some_and(|n| n > 0)),
        "the publication was received: {answer}"
    );
}

#[test]
fn reading_leaves_the_digest() {
    let store = Store::published();
    store.add("organisation", &["acronym=READ", "name=Read me"]);
    let before = store.json(&["digest"]);
    for args in [
        vec!["list", "group"],
        vec!["list", "membership", "--on", "2023-06-15"],
        vec!["list", "group", "--known", "2024-01-01"],
        vec!["show", "organisation", "READ"],
        vec!["search", "read"],
        vec!["history"],
        vec!["verify"],
        vec!["overview"],
        vec!["digest"],
        vec!["--lang", "es", "list", "place"],
    ] {
        store.json(&args);
        assert_eq!(
            store.json(&["digest"]),
            before,
            "{args:?} reads, so digest and vector stay"
        );
    }
}

#[test]
fn every_edit_is_counted_in_the_vector() {
    let store = Store::published();
    let id = store.add("organisation", &["name=Counted"]);
    let total = || {
        let answer = store.json(&["digest"]);
        let vector = answer["vector"].as_object().unwrap();
        vector.values().map(|n| n.as_u64().unwrap()).sum::<u64>()
    };
    let before = total();
    store.set("organisation", &id, &["website=https://example.org"]);
    assert_eq!(total(), before + 1, "one cell set is one change");
    store.set("organisation", &id, &["website=https://example.org"]);
    assert_eq!(total(), before + 1, "an equal value is none");
    store.set("organisation", &id, &["acronym=CNT", "category=academia"]);
    assert_eq!(total(), before + 3, "two cells are two");
    store.json(&["undo"]);
    assert_eq!(total(), before + 5, "and two to take them back");
}

#[test]
fn different_values_have_different_digests() {
    let store = Store::published();
    let id = store.add("activity", &["title=Distinct"]);
    let mut seen = vec![store.digest()];
    for field in [
        "title=a",
        "title=b",
        "title.fr=b",
        "status=delayed",
        "status=on_hold",
    ] {
        store.set("activity", &id, &[field]);
        let digest = store.digest();
        assert!(!seen.contains(&digest), "{field} makes another state");
        seen.push(digest);
    }
}
