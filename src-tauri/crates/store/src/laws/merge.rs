//! Two laptops and more: what one wrote has effect on all, in whatever order it comes.

use std::sync::atomic::Ordering;

use changelog::Origin;
use domain::ids;
use uuid::Uuid;

use crate::laws::world::{Bench, Dice, assignments, deed, kind_of};
use crate::query::conflicts::{ConflictType, conflicts};
use crate::query::{HistoryQuery, View, history};
use crate::{Act, Brought, Choice, Lacking, Merged, Mode, Outcome, Sealed, Seen, Start};

pub fn file(from: &mut Bench) -> Brought {
    let packed = from.store.pack(Lacking::Nothing).unwrap();
    Brought {
        name: "file".into(),
        sender: packed.person.clone(),
        segments: packed
            .segments
            .into_iter()
            .map(|bytes| Sealed::read(bytes).unwrap())
            .collect(),
        private: from.store.private().unwrap(),
    }
}

pub fn merge(to: &mut Bench, file: Brought) -> Merged {
    to.store
        .merge(&[file], Mode::Keep, None, &mut |_, _| true)
        .unwrap()
}

pub fn exchange(benches: &mut [Bench]) {
    let files: Vec<Brought> = benches.iter_mut().map(file).collect();
    for bench in benches.iter_mut() {
        for file in &files {
            merge(bench, file.clone());
        }
    }
}

pub fn sound(benches: &[Bench]) {
    let first = benches[0].digest();
    for bench in benches {
        assert_eq!(bench.digest(), first, "equal changes, equal digest");
        assert_eq!(bench.store.verify().unwrap().faults, []);
        assert_eq!(
            conflicts(bench.store.connection())
                .unwrap()
                .iter()
                .map(|conflict| conflict.id)
                .collect::<Vec<_>>(),
            conflicts(benches[0].store.connection())
                .unwrap()
                .iter()
                .map(|conflict| conflict.id)
                .collect::<Vec<_>>(),
        );
    }
}

pub fn types(bench: &Bench) -> Vec<ConflictType> {
    conflicts(bench.store.connection())
        .unwrap()
        .iter()
        .map(|conflict| conflict.ty)
        .collect()
}

fn some_organisation() -> Uuid {
    ids::published("organisation", "iom")
}

#[test]
fn edits_of_two_come_together_whichever_is_first() {
    let mut two = [
        Bench::new(1, Start::Published),
        Bench::new(2, Start::Published),
    ];
    let one = two[0].add("organisation", &["name=One", "acronym=ONE"]);
    let other = two[1].add("organisation", &["name=Other", "acronym=OTH"]);
    exchange(&mut two);
    sound(&two);
    for bench in &two {
        for id in [one, other] {
            let life: i64 = bench
                .store
                .connection()
                .query_row(
                    "SELECT life FROM record WHERE id = ?1",
                    (id.as_bytes(),),
                    |row| row.get(0),
                )
                .unwrap();
            assert_eq!(life, 1);
        }
    }
    let again = file(&mut two[0]);
    let merged = merge(&mut two[1], again);
    assert_eq!(
        (merged.changes, merged.files[0].outcome),
        (0, Outcome::Known)
    );
}

#[test]
fn one_cell_set_by_two_is_listed_and_settled_once() {
    let mut two = [
        Bench::new(3, Start::Published),
        Bench::new(4, Start::Published),
    ];
    let id = two[0].add("organisation", &["name=One"]);
    exchange(&mut two);
    two[0].set("organisation", id, &["name=Here"]);
    two[1].set("organisation", id, &["name=There"]);
    exchange(&mut two);
    sound(&two);
    assert_eq!(types(&two[0]), [ConflictType::Field]);
    let conflict = conflicts(two[0].store.connection()).unwrap()[0]
        .id
        .to_string();
    two[1]
        .store
        .settle(&conflict, &Choice::Theirs, Act::typed())
        .unwrap();
    exchange(&mut two);
    sound(&two);
    assert_eq!(types(&two[0]), []);
    let name: String = two[1]
        .store
        .connection()
        .query_row(
            "SELECT name_en FROM organisation t JOIN record r ON r.rid = t.rid WHERE r.id = ?1",
            (id.as_bytes(),),
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(name, "Here");
    // Undoing the settlement opens it again, everywhere.
    two[1].store.undo(None, Act::typed()).unwrap();
    exchange(&mut two);
    sound(&two);
    assert_eq!(types(&two[0]), [ConflictType::Field]);
    let told = crate::query::conflicts::told(two[0].store.connection(), None, &Default::default())
        .unwrap();
    assert_eq!(told[0]["heads"].as_array().unwrap().len(), 3, "{told:?}");
}

#[test]
fn the_old_value_in_history_is_what_its_author_had_seen() {
    let mut two = [
        Bench::new(5, Start::Published),
        Bench::new(6, Start::Published),
    ];
    let id = two[0].add("organisation", &["name=One"]);
    exchange(&mut two);
    two[1].set("organisation", id, &["name=There"]);
    // By its clock, another laptop writes between the two edits of this one, which knows nothing of it.
    let then = two[1].now.load(Ordering::Relaxed);
    two[0].now.store(then + 60_000, Ordering::Relaxed);
    two[0].set("organisation", id, &["name=Here"]);
    two[1].now.store(then + 120_000, Ordering::Relaxed);
    two[1].set("organisation", id, &["name=Over there"]);
    exchange(&mut two);
    let query = HistoryQuery {
        record: Some(id),
        limit: 1,
        ..HistoryQuery::default()
    };
    for bench in &two {
        let told = history(bench.store.connection(), &query, &View::default()).unwrap();
        let change = &told[0]["changes"][0];
        assert_eq!(
            (&change["old"], &change["new"]),
            (&"There".into(), &"Over there".into())
        );
    }
}

#[test]
fn a_delete_against_an_edit_is_listed_and_stays_visible() {
    for keep in [true, false] {
        let mut two = [
            Bench::new(5, Start::Published),
            Bench::new(6, Start::Published),
        ];
        let id = two[0].add("organisation", &["name=One"]);
        exchange(&mut two);
        two[0].set("organisation", id, &["name=Edited"]);
        two[1]
            .store
            .write(Act::typed(), |door| {
                door.delete(kind_of("organisation"), id)
            })
            .unwrap();
        exchange(&mut two);
        sound(&two);
        assert_eq!(types(&two[1]), [ConflictType::DeleteEdit]);
        let conflict = conflicts(two[0].store.connection()).unwrap()[0]
            .id
            .to_string();
        let choice = if keep { Choice::Keep } else { Choice::Drop };
        two[0]
            .store
            .settle(&conflict, &choice, Act::typed())
            .unwrap();
        exchange(&mut two);
        sound(&two);
        assert_eq!(types(&two[1]), []);
        let life: i64 = two[1]
            .store
            .connection()
            .query_row(
                "SELECT life FROM record WHERE id = ?1",
                (id.as_bytes(),),
                |row| row.get(0),
            )
            .unwrap();
        assert_eq!(life, if keep { 1 } else { 2 });
    }
}

#[test]
fn what_its_past_lacks_waits_a_month_and_comes_of_itself() {
    let mut two = [
        Bench::new(7, Start::Published),
        Bench::new(8, Start::Published),
    ];
    let id = two[0].add("organisation", &["name=One"]);
    let first = file(&mut two[0]);
    two[0].set("organisation", id, &["name=Two"]);
    let mut second = file(&mut two[0]);
    second.segments = second.segments.split_off(second.segments.len() - 1);
    let merged = merge(&mut two[1], second);
    assert_eq!(merged.files[0].outcome, Outcome::Waiting);
    assert_eq!((merged.changes, merged.waiting), (0, 1));
    assert_eq!(two[1].store.waiting().unwrap().len(), 1);
    two[1].now.fetch_add(31 * 86_400_000, Ordering::Relaxed);
    two[1].add("organisation", &["name=Meanwhile"]);
    let merged = merge(&mut two[1], first);
    assert_eq!(merged.waiting, 0);
    exchange(&mut two);
    sound(&two);
}

#[test]
fn a_copied_store_that_slipped_through_is_a_fork_and_both_go_on() {
    let mut one = Bench::new(9, Start::Published);
    let id = one.add("organisation", &["name=One"]);
    one.store.set_flushing(true).unwrap();
    // The same identity: the copy does not know that it is one.
    let mut two = Bench::new(9, Start::Published);
    let id2 = two.add("organisation", &["name=One"]);
    assert_eq!(id, id2);
    let mut benches = [one, two];
    benches[0].set("organisation", id, &["name=Here"]);
    benches[1].set("organisation", id, &["acronym=THERE"]);
    benches[1].set("organisation", id, &["name=There"]);
    let files: Vec<Brought> = benches.iter_mut().map(file).collect();
    let mut third = Bench::new(11, Start::Published);
    merge(&mut third, files[1].clone());
    merge(&mut third, files[0].clone());
    let merged = merge(&mut benches[0], files[1].clone());
    assert!(merged.renewed);
    merge(&mut benches[1], files[0].clone());
    for bench in &benches {
        assert_eq!(bench.store.verify().unwrap().faults, []);
    }
    assert_eq!(
        benches[0].store.digest().unwrap(),
        third.store.digest().unwrap()
    );
    assert_eq!(types(&benches[0]), [ConflictType::Field]);
    benches[0].set("organisation", id, &["website=http://example.org"]);
    benches[1].set("organisation", id, &["notes=more"]);
    exchange(&mut benches);
    sound(&benches);
    assert_eq!(
        benches[0].store.digest().unwrap(),
        benches[1].store.digest().unwrap()
    );
}

#[test]
fn a_preview_changes_nothing() {
    let mut two = [
        Bench::new(12, Start::Published),
        Bench::new(13, Start::Published),
    ];
    two[0].add("organisation", &["name=One"]);
    let file = file(&mut two[0]);
    let before = two[1].store.digest().unwrap();
    let merged = two[1]
        .store
        .merge(&[file], Mode::Preview, None, &mut |_, _| true)
        .unwrap();
    assert!(merged.changes > 0);
    assert_eq!(merged.files[0].kinds["organisation"].added, 1);
    assert_eq!(two[1].store.digest().unwrap(), before);
}

#[test]
fn a_file_of_another_network_is_refused_and_the_rest_taken() {
    let mut two = [
        Bench::new(14, Start::Published),
        Bench::new(15, Start::Published),
    ];
    let mut other = Bench::new(16, Start::Empty);
    other.add("organisation", &["name=Elsewhere"]);
    two[0].add("organisation", &["name=One"]);
    let files = [file(&mut other), file(&mut two[0])];
    let merged = two[1]
        .store
        .merge(&files, Mode::Keep, None, &mut |_, _| true)
        .unwrap();
    assert_eq!(merged.files[0].outcome, Outcome::Refused("wrong_network"));
    assert_eq!(merged.files[1].outcome, Outcome::Merged);
    sound(&two);
}

#[test]
fn an_empty_store_takes_the_network_of_the_first_file() {
    let mut one = Bench::new(17, Start::Published);
    one.add("organisation", &["name=One"]);
    let mut empty = Bench::new(18, Start::Empty);
    let from = file(&mut one);
    merge(&mut empty, from);
    assert_eq!(empty.store.network().unwrap(), Some(ids::PUBLICATION));
    sound(&[one, empty]);
}

#[test]
fn contacts_travel_beside_the_log_only() {
    let mut two = [
        Bench::new(19, Start::Published),
        Bench::new(20, Start::Published),
    ];
    let person = two[0].add("person", &["name=Ana", "email=ana@example.org"]);
    let mut bare = file(&mut two[0]);
    let private = std::mem::take(&mut bare.private);
    merge(&mut two[1], bare.clone());
    let email = |bench: &Bench| -> Option<String> {
        bench
            .store
            .connection()
            .query_row(
                "SELECT email FROM person t JOIN record r ON r.rid = t.rid WHERE r.id = ?1",
                (person.as_bytes(),),
                |row| row.get(0),
            )
            .unwrap()
    };
    assert_eq!(email(&two[1]), None);
    sound(&two);
    bare.private = private;
    merge(&mut two[1], bare);
    assert_eq!(email(&two[1]).as_deref(), Some("ana@example.org"));
    sound(&two);
}

#[test]
fn many_laptops_write_at_random_and_agree() {
    for seed in 0..6 {
        let mut dice = Dice(seed + 400);
        let mut benches: Vec<Bench> = (0..3)
            .map(|at| Bench::new(seed * 10 + at + 300, Start::Published))
            .collect();
        let mut files = Vec::new();
        for _ in 0..120 {
            let at = dice.below(benches.len());
            match dice.below(10) {
                0 => files.push(file(&mut benches[at])),
                1 if !files.is_empty() => {
                    let file = dice.pick(&files).clone();
                    merge(&mut benches[at], file);
                }
                2 => {
                    let _ = benches[at].store.undo(None, Act::typed());
                }
                3 => {
                    let open = conflicts(benches[at].store.connection()).unwrap();
                    if !open.is_empty() {
                        let conflict = dice.pick(&open).id.to_string();
                        let _ = benches[at]
                            .store
                            .settle(&conflict, &Choice::Latest, Act::typed());
                    }
                }
                _ => {
                    deed(&mut benches[at].store, &mut dice).unwrap();
                }
            }
        }
        exchange(&mut benches);
        exchange(&mut benches);
        sound(&benches);
    }
}

#[test]
fn a_later_value_of_a_settlement_is_ordinary() {
    let mut bench = Bench::new(21, Start::Published);
    let set = assignments(&["website=http://example.org"]);
    let written = bench
        .store
        .write(
            Act {
                origin: Origin::Settle,
                ..Act::typed()
            },
            |door| {
                door.set(
                    kind_of("organisation"),
                    some_organisation(),
                    &set,
                    &Seen::new(),
                )
            },
        )
        .unwrap();
    assert!(written.txn.is_some());
}

#[test]
fn a_merge_that_is_set_back_leaves_what_was_before_and_can_come_again() {
    let mut two = [
        Bench::new(22, Start::Published),
        Bench::new(23, Start::Published),
    ];
    let id = two[0].add("organisation", &["name=One"]);
    exchange(&mut two);
    two[0].set("organisation", id, &["name=Here"]);
    two[1].set("organisation", id, &["name=There"]);
    let before = two[1].store.digest().unwrap();
    let file = file(&mut two[0]);
    merge(&mut two[1], file.clone());
    let after = two[1].store.digest().unwrap();
    assert_ne!(before, after);
    two[1].store.set_back().unwrap();
    assert_eq!(two[1].store.digest().unwrap(), before);
    assert_eq!(two[1].store.verify().unwrap().faults, []);
    assert!(two[1].store.set_back().is_err());
    merge(&mut two[1], file.clone());
    assert_eq!(two[1].store.digest().unwrap(), after);
    two[1].set("organisation", id, &["acronym=SET"]);
    assert!(
        two[1].store.set_back().is_err(),
        "something was written since"
    );
    exchange(&mut two);
    sound(&two);
}
