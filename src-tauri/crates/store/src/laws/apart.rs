//! What people do to one thing without knowing of each other: nothing is lost, what differs is listed for all alike, and
//! settled once.

use std::sync::atomic::Ordering;

use uuid::Uuid;

use crate::laws::merge::{exchange, file, merge, sound, types};
use crate::laws::world::{Bench, assignments, kind_of};
use crate::query::conflicts::{ConflictType, conflicts, told};
use crate::query::{self, View};
use crate::{Act, Choice, Error, Kept, Start};

/// Some laptops of one small network.
fn laptops<const N: usize>(seed: u64) -> [Bench; N] {
    let mut all: [Bench; N] = std::array::from_fn(|at| Bench::new(seed + at as u64, Start::Empty));
    all[0].add("organisation", &["name=First"]);
    let first = file(&mut all[0]);
    for bench in &mut all[1..] {
        merge(bench, first.clone());
    }
    all
}

/// Gives everybody everything; then all are sound and the same waits everywhere.
#[track_caller]
fn meet(all: &mut [Bench], waits: &[ConflictType]) {
    exchange(all);
    sound(all);
    assert_eq!(types(&all[0]), waits);
}

fn delete(bench: &mut Bench, kind: &str, id: Uuid) {
    let kind = kind_of(kind);
    let delete = bench
        .store
        .write(Act::typed(), |door| door.delete(kind, id));
    delete.unwrap();
}

fn undelete(bench: &mut Bench, kind: &str, id: Uuid) {
    let kind = kind_of(kind);
    let undelete = bench
        .store
        .write(Act::typed(), |door| door.undelete(kind, id));
    undelete.unwrap();
}

/// Settles the one thing that waits.
fn settle(bench: &mut Bench, choice: Choice) {
    let open = conflicts(bench.store.connection()).unwrap();
    assert_eq!(open.len(), 1, "{open:?}");
    let id = open[0].id.to_string();
    bench.store.settle(&id, &choice, Act::typed()).unwrap();
}

/// The values of the one thing that waits, in order.
fn values(bench: &Bench) -> Vec<String> {
    let told = told(bench.store.connection(), None, &View::default()).unwrap();
    let heads = told[0]["heads"].as_array().unwrap();
    let mut values: Vec<String> = heads
        .iter()
        .map(|head| head["value"].as_str().unwrap().to_owned())
        .collect();
    values.sort();
    values
}

fn field(bench: &Bench, id: Uuid, name: &str) -> serde_json::Value {
    query::record(bench.store.connection(), id, &View::default()).unwrap()[name].clone()
}

#[test]
fn one_cell_set_by_eight_is_one_thing_to_settle() {
    let mut eight = laptops::<8>(100);
    let id = eight[3].add("organisation", &["name=Before"]);
    meet(&mut eight, &[]);
    for (at, bench) in eight.iter_mut().enumerate() {
        bench.set("organisation", id, &[&format!("name=Of {at}")]);
    }
    meet(&mut eight, &[ConflictType::Field]);
    let all: Vec<String> = (0..8).map(|at| format!("Of {at}")).collect();
    assert_eq!(values(&eight[7]), all, "nobody's is lost");
    settle(&mut eight[5], Choice::Nth(3));
    meet(&mut eight, &[]);
}

#[test]
fn what_two_said_alike_is_not_contested() {
    let mut two = laptops::<2>(110);
    let id = two[0].add("organisation", &["name=Before"]);
    meet(&mut two, &[]);
    for bench in &mut two {
        bench.set("organisation", id, &["name=After"]);
    }
    meet(&mut two, &[]);
    two[0].set("organisation", id, &["name=Later"]);
    meet(&mut two, &[]);
    assert_eq!(field(&two[1], id, "name_text"), "Later");
}

#[test]
fn what_was_set_and_set_back_is_said_once_more() {
    let mut two = laptops::<2>(120);
    let id = two[0].add("organisation", &["name=Before"]);
    meet(&mut two, &[]);
    for name in ["name=Tried", "name=Before"] {
        two[0].set("organisation", id, &[name]);
    }
    meet(&mut two, &[]);
    assert_eq!(field(&two[1], id, "name_text"), "Before");
    for name in ["name=Tried", "name=Before"] {
        two[0].set("organisation", id, &[name]);
    }
    two[1].set("organisation", id, &["name=Other"]);
    meet(&mut two, &[ConflictType::Field]);
    assert_eq!(values(&two[0]), ["Before", "Other"]);
}

#[test]
fn what_two_settled_differently_is_contested_again() {
    let mut two = laptops::<2>(130);
    let id = two[0].add("organisation", &["name=Before"]);
    meet(&mut two, &[]);
    two[0].set("organisation", id, &["name=Here"]);
    two[1].set("organisation", id, &["name=There"]);
    meet(&mut two, &[ConflictType::Field]);
    for bench in &mut two {
        settle(bench, Choice::Mine);
    }
    meet(&mut two, &[ConflictType::Field]);
    assert_eq!(values(&two[0]), ["Here", "There"]);
    for bench in &mut two {
        settle(bench, Choice::Latest);
    }
    meet(&mut two, &[]);
}

#[test]
fn a_third_edit_on_its_way_is_not_settled_with_the_two() {
    let mut three = laptops::<3>(140);
    let id = three[0].add("organisation", &["name=Before"]);
    meet(&mut three, &[]);
    for (at, bench) in three.iter_mut().enumerate() {
        bench.set("organisation", id, &[&format!("name=Of {at}")]);
    }
    exchange(&mut three[..2]);
    settle(&mut three[0], Choice::Value("Of both".into()));
    meet(&mut three, &[ConflictType::Field]);
    assert_eq!(values(&three[2]), ["Of 2", "Of both"]);
}

#[test]
fn what_two_deleted_is_gone_for_both() {
    let mut two = laptops::<2>(150);
    let id = two[0].add("organisation", &["name=Doomed"]);
    meet(&mut two, &[]);
    for bench in &mut two {
        delete(bench, "organisation", id);
    }
    meet(&mut two, &[]);
    assert_eq!(field(&two[0], id, "life"), "deleted");
    undelete(&mut two[1], "organisation", id);
    meet(&mut two, &[]);
    assert_eq!(field(&two[0], id, "life"), "live");
}

#[test]
fn what_one_brought_back_and_another_deleted_again_is_there_and_listed() {
    for (choice, life) in [(Choice::Keep, "live"), (Choice::Drop, "deleted")] {
        let mut two = laptops::<2>(160);
        let id = two[0].add("organisation", &["name=Doomed"]);
        delete(&mut two[0], "organisation", id);
        meet(&mut two, &[]);
        undelete(&mut two[0], "organisation", id);
        undelete(&mut two[1], "organisation", id);
        delete(&mut two[1], "organisation", id);
        meet(&mut two, &[ConflictType::DeleteEdit]);
        assert_eq!(field(&two[1], id, "life"), "live");
        settle(&mut two[1], choice);
        meet(&mut two, &[]);
        assert_eq!(field(&two[0], id, "life"), life);
    }
}

#[test]
fn a_reference_to_what_another_deleted_is_listed() {
    for (choice, life) in [(Choice::Keep, "live"), (Choice::Drop, "deleted")] {
        // A link, and a reference in a cell.
        for (kind, name, says) in [
            ("activity", "title=Led", "leads"),
            ("person", "name=Ana", "organisation"),
        ] {
            let mut two = laptops::<2>(170);
            let id = two[0].add("organisation", &["name=Doomed"]);
            let of = two[0].add(kind, &[name]);
            meet(&mut two, &[]);
            two[0].set(kind, of, &[&format!("{says}=id:{id}")]);
            delete(&mut two[1], "organisation", id);
            meet(&mut two, &[ConflictType::Dangling]);
            assert_eq!(
                field(&two[0], id, "life"),
                "deleted",
                "until somebody decides"
            );
            settle(&mut two[1], choice.clone());
            meet(&mut two, &[]);
            assert_eq!(field(&two[0], id, "life"), life);
            let said = field(&two[0], of, says).to_string();
            assert_eq!(said.contains(&id.to_string()), life == "live", "{said}");
        }
    }
}

#[test]
fn rows_put_below_each_other_are_listed_as_a_circle() {
    for kind in ["organisation", "activity"] {
        for many in [2, 3] {
            let mut all = laptops::<3>(180);
            let word = if kind == "activity" { "title" } else { "name" };
            let rows: Vec<Uuid> = (0..many)
                .map(|at| all[0].add(kind, &[&format!("{word}=Row {at}")]))
                .collect();
            meet(&mut all, &[]);
            for at in 0..many {
                let parent = format!("parent=id:{}", rows[(at + 1) % many]);
                all[at].set(kind, rows[at], &[&parent]);
            }
            meet(&mut all, &[ConflictType::Cycle]);
            settle(&mut all[1], Choice::Drop);
            meet(&mut all, &[]);
            let above = |id: &&Uuid| !field(&all[2], **id, "parent").is_null();
            assert_eq!(rows.iter().filter(above).count(), many - 1, "{kind} {many}");
        }
    }
}

#[test]
fn what_another_built_on_is_not_undone() {
    let mut two = laptops::<2>(190);
    let id = two[0].add("organisation", &["name=Before"]);
    meet(&mut two, &[]);
    two[0].set(
        "organisation",
        id,
        &["name=Mine", "website=https://mine.example"],
    );
    meet(&mut two, &[]);
    two[1].set("organisation", id, &["name=Built on it"]);
    meet(&mut two, &[]);
    let rows = two[0].store.undo(None, Act::typed()).unwrap().answer.rows;
    let kept: Vec<Option<Kept>> = rows.iter().map(|cell| cell.kept).collect();
    assert_eq!(kept, [Some(Kept::BuiltOn), None]);
    meet(&mut two, &[]);
    assert_eq!(field(&two[1], id, "name_text"), "Built on it");
    assert!(field(&two[1], id, "website").is_null());
}

#[test]
fn a_clock_set_back_or_far_ahead_loses_nothing() {
    const YEAR: i64 = 365 * 86_400_000;
    let mut two = laptops::<2>(200);
    let id = two[0].add("organisation", &["name=Before"]);
    meet(&mut two, &[]);
    two[0].now.fetch_add(3 * YEAR, Ordering::Relaxed);
    two[0].set("organisation", id, &["name=Of the future"]);
    two[0].now.fetch_sub(5 * YEAR, Ordering::Relaxed);
    two[0].set("organisation", id, &["name=Of the past"]);
    meet(&mut two, &[]);
    assert_eq!(
        field(&two[1], id, "name_text"),
        "Of the past",
        "who had seen what is known by no clock"
    );
    two[1].set("organisation", id, &["name=Of today"]);
    meet(&mut two, &[]);
    assert_eq!(field(&two[0], id, "name_text"), "Of today");
}

#[test]
fn fifty_thousand_changes_are_one_deed() {
    const ROWS: usize = 10_000;
    let mut two = laptops::<2>(210);
    let before = two[0].digest();
    let set = assignments(&[
        "name=Row",
        "category=academia",
        "website=https://r.example",
        "notes=r",
    ]);
    let rows = |bench: &mut Bench, fails: bool| {
        bench.store.write(Act::typed(), |door| {
            for _ in 0..ROWS {
                door.add(kind_of("organisation"), &set)?;
            }
            if fails { Err(Error::NoNetwork) } else { Ok(()) }
        })
    };
    assert!(rows(&mut two[0], true).is_err());
    assert_eq!(two[0].digest(), before, "all of it or nothing");
    let txn = rows(&mut two[0], false).unwrap().txn.unwrap();
    let brought = file(&mut two[0]);
    let last = brought.segments.last().unwrap();
    let changes = last.header.last - last.header.first + 1;
    assert!(changes >= 5 * ROWS as u64, "one segment: {changes}");
    merge(&mut two[1], brought);
    sound(&two);
    let told = query::history(
        two[1].store.connection(),
        &query::HistoryQuery {
            limit: 1,
            ..Default::default()
        },
        &View::default(),
    )
    .unwrap();
    assert_eq!(told[0]["txn"], txn.to_string());
    two[0].store.undo(None, Act::typed()).unwrap();
    assert_eq!(two[0].digest(), before);
}
