//! How what others wrote comes: in any order, late, twice, cut otherwise, in somebody's name.

use std::collections::BTreeSet;
use std::sync::atomic::Ordering;

use changelog::segment::{self, NoNames, Segment};
use changelog::{Change, Origin, SigningKey, Transaction, codec};
use domain::Value;
use uuid::Uuid;

use crate::laws::merge::{file, merge, sound, types};
use crate::laws::world::Bench;
use crate::query::conflicts::ConflictType;
use crate::{Brought, Outcome, Sealed, Start};

const DAY: i64 = 86_400_000;

/// A file with what one site wrote, and nothing that it needs.
fn alone(from: &mut Bench, site: Uuid) -> Brought {
    let mut file = file(from);
    file.segments.retain(|sealed| sealed.header.site == site);
    file
}

/// The site that a laptop writes as.
fn site(bench: &mut Bench) -> Uuid {
    bench.store.pack(crate::Lacking::Nothing).unwrap().site
}

#[test]
fn a_file_of_ones_own_brings_nothing() {
    let mut bench = Bench::new(1, Start::Published);
    bench.add("organisation", &["name=One"]);
    let (own, who) = (file(&mut bench), site(&mut bench));
    bench.add("organisation", &["name=Two"]);
    let before = bench.store.digest().unwrap();
    let merged = merge(&mut bench, own);
    assert_eq!(
        (merged.changes, merged.files[0].outcome, merged.renewed),
        (0, Outcome::Known, false)
    );
    bench.add("organisation", &["name=Three"]);
    assert_eq!(site(&mut bench), who, "it goes on as who it was");
    assert_eq!(
        bench.store.digest().unwrap().vector.len(),
        before.vector.len()
    );
    sound(&[bench]);
}

#[test]
fn five_files_come_in_every_order() {
    let mut five: Vec<Bench> = (10..15)
        .map(|seed| Bench::new(seed, Start::Empty))
        .collect();
    let id = five[0].add("organisation", &["name=First"]);
    // Each but one builds on the one before it; all but one contest a cell.
    for at in 1..5 {
        let before = file(&mut five[if at == 3 { 1 } else { at - 1 }]);
        merge(&mut five[at], before);
        five[at].set("organisation", id, &[&format!("name=Of {at}")]);
        five[at].add("organisation", &[&format!("name=By {at}")]);
    }
    let files: Vec<Brought> = five
        .iter_mut()
        .map(|bench| {
            let site = site(bench);
            alone(bench, site)
        })
        .collect();
    let mut digests = BTreeSet::new();
    let mut orders = 0;
    for order in orders_of(&[0, 1, 2, 3, 4]) {
        let mut reader = Bench::new(20, Start::Empty);
        for at in order {
            merge(&mut reader, files[at].clone());
        }
        assert_eq!(reader.store.waiting().unwrap().len(), 0);
        assert_eq!(types(&reader), [ConflictType::Field]);
        digests.insert(reader.digest());
        orders += 1;
    }
    assert_eq!((orders, digests.len()), (120, 1));
}

/// All orders of some numbers.
fn orders_of(numbers: &[usize]) -> Vec<Vec<usize>> {
    if numbers.is_empty() {
        return vec![Vec::new()];
    }
    let mut orders = Vec::new();
    for first in numbers {
        let rest: Vec<usize> = numbers.iter().copied().filter(|at| at != first).collect();
        for mut order in orders_of(&rest) {
            order.insert(0, *first);
            orders.push(order);
        }
    }
    orders
}

#[test]
fn what_segments_share_is_one_history_however_it_was_cut() {
    // A copy that does not know that it is one, and went on as the first did.
    let mut twins = [
        Bench::new(30, Start::Published),
        Bench::new(30, Start::Published),
    ];
    for bench in &mut twins {
        bench.add("organisation", &["name=One"]);
        bench.add("organisation", &["name=Two"]);
    }
    file(&mut twins[0]);
    let now = twins[0].now.load(Ordering::Relaxed);
    for bench in &mut twins {
        bench.now.store(now, Ordering::Relaxed);
        bench.add("organisation", &["name=Three"]);
    }
    let files = [file(&mut twins[0]), file(&mut twins[1])];
    assert_ne!(files[0].segments.len(), files[1].segments.len());
    for (first, second) in [(0, 1), (1, 0)] {
        let mut reader = Bench::new(31, Start::Published);
        let brought = merge(&mut reader, files[first].clone()).changes;
        assert!(brought > 0);
        assert_eq!(merge(&mut reader, files[second].clone()).changes, 0);
        assert_eq!(reader.digest(), twins[0].digest());
        sound(&[reader]);
    }
    let merged = merge(&mut twins[0], files[1].clone());
    assert!(!merged.renewed, "nobody else wrote in its name");
    sound(&twins);
}

#[test]
fn a_laptop_that_was_away_for_five_years_comes_back() {
    let mut two = [
        Bench::new(40, Start::Published),
        Bench::new(41, Start::Published),
    ];
    let id = two[0].add("organisation", &["name=Then"]);
    let then = file(&mut two[0]);
    merge(&mut two[1], then);
    two[1].set("organisation", id, &["name=Of the one away"]);
    let away = file(&mut two[1]);
    two[0].now.fetch_add(5 * 365 * DAY, Ordering::Relaxed);
    two[0].set("organisation", id, &["name=Now"]);
    for year in 0..5 {
        two[0].add("organisation", &[&format!("name=Of year {year}")]);
    }
    let merged = merge(&mut two[0], away);
    assert_eq!(merged.files[0].outcome, Outcome::Merged);
    assert_eq!(types(&two[0]), [ConflictType::Field]);
    let all = file(&mut two[0]);
    merge(&mut two[1], all);
    two[1].set("organisation", id, &["name=Agreed"]);
    let all = file(&mut two[1]);
    merge(&mut two[0], all);
    assert_eq!(types(&two[0]), []);
    sound(&two);
}

/// A file with a segment that somebody wrote by hand, with a key of their own.
fn by_hand(network: Uuid, site: Uuid, first: u64, previous: Option<[u8; 32]>) -> Brought {
    let change = Change {
        seq: first,
        hlc: 1_800_000_000_000 << 16,
        table: 3,
        record: Uuid::from_u128(77),
        column: 17,
        value: codec::value(&Value::Text("By hand".into())),
        reopens: None,
        unseen: Vec::new(),
        transaction: Some(Transaction {
            wall: 1_800_000_000_000,
            person: None,
            origin: Origin::Typed,
            reason: None,
            undoes: None,
        }),
    };
    let segment = Segment {
        network,
        site,
        first,
        previous,
        epoch: None,
        changes: vec![change],
    };
    let key = SigningKey::from_seed(&[9; 32]);
    Brought {
        name: "by hand".into(),
        sender: None,
        segments: vec![Sealed::read(segment::seal(&segment, &key, &NoNames).unwrap()).unwrap()],
        private: Vec::new(),
    }
}

#[test]
fn what_a_stranger_wrote_is_taken_and_told_by_its_site() {
    let mut bench = Bench::new(50, Start::Published);
    bench.add("organisation", &["name=One"]);
    let network = bench.store.network().unwrap().unwrap();
    let stranger = Uuid::from_u128(0xabc);
    let merged = merge(&mut bench, by_hand(network, stranger, 1, None));
    assert_eq!(merged.files[0].outcome, Outcome::Merged);
    let sites = bench.store.sites(&Default::default()).unwrap();
    let told = |site: &serde_json::Value| site["site"] == stranger.to_string();
    assert!(sites.iter().any(told), "{sites:?}");
    sound(&[bench]);
}

#[test]
fn who_finds_others_writing_in_its_name_goes_on_under_another() {
    let mut bench = Bench::new(60, Start::Published);
    let id = bench.add("organisation", &["name=One"]);
    let network = bench.store.network().unwrap().unwrap();
    let who = site(&mut bench);
    let end = file(&mut bench).segments.last().unwrap().header.clone();
    bench.set("organisation", id, &["name=Two"]);
    let forged = by_hand(network, who, end.last + 1, Some(end.end));
    let merged = merge(&mut bench, forged);
    assert!(merged.renewed);
    bench.set("organisation", id, &["name=Three"]);
    assert_ne!(site(&mut bench), who);
    let mut reader = Bench::new(61, Start::Published);
    let all = file(&mut bench);
    merge(&mut reader, all);
    sound(&[bench, reader]);
}
