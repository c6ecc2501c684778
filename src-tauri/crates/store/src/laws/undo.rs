//! Undoing and redoing.

use std::collections::BTreeSet;

use uuid::Uuid;

use crate::laws::world::{Bench, Dice, assignments, deed, kind_of};
use crate::query::{self, HistoryQuery, View};
use crate::{Act, Error, Kept, Seen, Start, When};

#[test]
fn undoing_restores_the_digest_and_redoing_is_nothing() {
    for seed in 0..4 {
        let mut bench = Bench::new(seed, Start::Empty);
        let mut dice = Dice(100 + seed);
        deed_until_written(&mut bench, &mut dice);
        let mut tried = 0;
        for _ in 0..700 {
            let before = bench.digest();
            if deed(&mut bench.store, &mut dice).unwrap().is_none() {
                continue;
            }
            let after = bench.digest();
            let undone = bench.store.undo(None, Act::typed()).unwrap();
            assert!(
                undone.answer.rows.iter().all(|cell| cell.kept.is_none()),
                "seed {seed}: nobody has built on it"
            );
            assert_eq!(
                bench.digest(),
                before,
                "seed {seed}: undo must restore what was before"
            );
            bench.store.redo(Act::typed()).unwrap();
            assert_eq!(
                bench.digest(),
                after,
                "seed {seed}: undo then redo is nothing"
            );
            tried += 1;
        }
        assert!(tried > 100);
    }
}

fn deed_until_written(bench: &mut Bench, dice: &mut Dice) {
    // The first deed writes the site's card, too, which no undo takes back.
    while deed(&mut bench.store, dice).unwrap().is_none() {}
}

#[test]
fn a_whole_session_can_be_undone_and_redone() {
    let mut bench = Bench::new(7, Start::Published);
    let mut dice = Dice(7);
    deed_until_written(&mut bench, &mut dice);
    let mut states = vec![bench.digest()];
    while states.len() < 60 {
        if deed(&mut bench.store, &mut dice).unwrap().is_some() {
            states.push(bench.digest());
        }
    }
    for state in states.iter().rev().skip(1) {
        bench.store.undo(None, Act::typed()).unwrap();
        assert_eq!(bench.digest(), *state);
    }
    for state in states.iter().skip(1) {
        bench.store.redo(Act::typed()).unwrap();
        assert_eq!(bench.digest(), *state);
    }
    assert!(matches!(
        bench.store.redo(Act::typed()),
        Err(Error::NothingToRedo)
    ));
    for _ in 0..30 {
        bench.store.undo(None, Act::typed()).unwrap();
    }
    while deed(&mut bench.store, &mut dice).unwrap().is_none() {}
    assert!(
        matches!(bench.store.redo(Act::typed()), Err(Error::NothingToRedo)),
        "a new deed drops what could be redone"
    );
    assert_eq!(bench.store.verify().unwrap().faults, []);
}

#[test]
fn any_transaction_can_be_named_and_a_cell_others_built_on_is_kept() {
    let mut bench = Bench::new(8, Start::Published);
    let id = bench.add("organisation", &["acronym=AAA", "name=First"]);
    let set = assignments(&["name=Second", "website=https://example.org"]);
    let kind = kind_of("organisation");
    let txn = bench
        .store
        .write(Act::typed(), |door| {
            door.set(kind, id, &set, &Default::default())
        })
        .unwrap()
        .txn
        .unwrap();
    bench.set("organisation", id, &["name=Third"]);
    let undone = bench
        .store
        .undo(Some(&txn.to_string()), Act::typed())
        .unwrap()
        .answer;
    let kept: Vec<_> = undone.rows.iter().map(|cell| cell.kept).collect();
    assert_eq!(
        kept,
        [Some(Kept::BuiltOn), None],
        "the name was built on, the website was not"
    );
    assert!(matches!(
        bench.store.undo(Some("no-id"), Act::typed()),
        Err(Error::UnknownTransaction(_))
    ));
}

#[test]
fn people_of_one_laptop_undo_their_own() {
    let mut bench = Bench::new(11, Start::Published);
    let ana = bench.add("person", &["name=Ana"]);
    let id = bench.add("organisation", &["acronym=BBB"]);
    let kind = kind_of("organisation");
    let as_ana = || Act {
        person: Some(ana),
        ..Act::typed()
    };
    let set = assignments(&["website=https://ana.example"]);
    bench
        .store
        .write(as_ana(), |door| {
            door.set(kind, id, &set, &Default::default())
        })
        .unwrap();
    bench.set("organisation", id, &["category=academia"]);
    let undone = bench.store.undo(None, as_ana()).unwrap().answer;
    assert_eq!(
        undone.rows[0].column, 22,
        "Ana takes back her own, not the last of the laptop"
    );
    assert!(matches!(
        bench.store.undo(None, as_ana()),
        Err(Error::NothingToUndo)
    ));
}

/// What history tells of the last transaction: field, link.
fn told(bench: &Bench) -> Vec<(String, Option<Uuid>)> {
    let query = HistoryQuery {
        limit: 1,
        ..HistoryQuery::default()
    };
    let rows = query::history(bench.store.connection(), &query, &View::default()).unwrap();
    let changes = rows[0]["changes"].as_array().unwrap().iter();
    let link = |row: &serde_json::Value| row["link"].as_str().map(|id| id.parse().unwrap());
    changes
        .map(|row| (row["field"].as_str().unwrap().to_owned(), link(row)))
        .collect()
}

#[test]
fn links_are_restored_from_history_one_by_one() {
    let mut bench = Bench::new(12, Start::Empty);
    let [a, b, c] =
        ["A", "B", "C"].map(|name| bench.add("organisation", &[&format!("acronym={name}")]));
    let study = bench.add("activity", &["title=Study", "leads=C"]);
    let kind = kind_of("activity");
    let set = assignments(&["leads=A,B"]);
    let txn = bench.store.write(Act::typed(), |door| {
        door.set(kind, study, &set, &Seen::new())
    });
    let txn = txn.unwrap().txn.unwrap().to_string();
    let leads = |bench: &Bench| -> Vec<String> {
        let record = query::record(bench.store.connection(), study, &View::default()).unwrap();
        let leads = record["leads"].as_array().unwrap().iter();
        leads
            .map(|lead| lead["label"].as_str().unwrap().to_owned())
            .collect()
    };
    let links: Vec<Uuid> = told(&bench)
        .into_iter()
        .filter_map(|(_, link)| link)
        .collect();
    let link = |to: Uuid| domain::ids::link(71, study, to, None);
    assert_eq!(
        BTreeSet::from_iter(links),
        BTreeSet::from([link(a), link(b), link(c)])
    );
    let restore = |bench: &mut Bench, field, link, side| {
        let done = bench
            .store
            .restore_field(&txn, study, (field, link), side, Act::typed());
        done.map(|written| written.txn.is_some())
    };
    assert!(restore(&mut bench, "leads", Some(link(c)), When::Before).unwrap());
    assert_eq!(leads(&bench), ["A", "B", "C"]);
    assert!(restore(&mut bench, "leads", Some(link(a)), When::Before).unwrap());
    assert_eq!(
        leads(&bench),
        ["B", "C"],
        "the other one that came with it stays"
    );
    assert!(restore(&mut bench, "leads", None, When::After).unwrap());
    assert_eq!(leads(&bench), ["A", "B"], "without one all of them");
    assert!(
        !restore(&mut bench, "leads", None, When::After).unwrap(),
        "it is so already"
    );
    bench
        .store
        .write(Act::typed(), |door| door.delete(kind_of("organisation"), c))
        .unwrap();
    assert!(matches!(
        restore(&mut bench, "leads", Some(link(c)), When::Before),
        Err(Error::DeletedRecord { .. })
    ));
    assert!(matches!(
        restore(&mut bench, "contributors", Some(link(a)), When::Before),
        Err(Error::NotChanged { .. })
    ));
    assert_eq!(bench.store.verify().unwrap().faults, []);
}

#[test]
fn places_in_a_tree_are_restored_from_history_where_they_can_be() {
    let mut bench = Bench::new(13, Start::Empty);
    let [a, b, c] =
        ["A", "B", "C"].map(|title| bench.add("activity", &[&format!("title={title}")]));
    let kind = kind_of("activity");
    let under = |bench: &mut Bench, row: Uuid, parent: Option<Uuid>| -> String {
        let moved = bench
            .store
            .write(Act::typed(), |door| door.place(kind, row, parent, None));
        moved.unwrap().txn.unwrap().to_string()
    };
    let place = |bench: &Bench, row: Uuid| -> (Option<String>, Option<String>) {
        let record = query::record(bench.store.connection(), row, &View::default()).unwrap();
        let text = |value: &serde_json::Value| value.as_str().map(str::to_owned);
        (text(&record["parent"]["label"]), text(&record["position"]))
    };
    let first = place(&bench, b);
    let txn = under(&mut bench, b, Some(a));
    let then = place(&bench, b);
    under(&mut bench, b, Some(c));
    let restore = |bench: &mut Bench, txn: &str, field, side| {
        bench
            .store
            .restore_field(txn, b, (field, None), side, Act::typed())
    };
    restore(&mut bench, &txn, "parent", When::After).unwrap();
    assert_eq!(place(&bench, b), then, "parent and position are one cell");
    restore(&mut bench, &txn, "position", When::Before).unwrap();
    assert_eq!(place(&bench, b), first);
    let set = assignments(&[&format!("parent=id:{b}")]);
    bench
        .store
        .write(Act::typed(), |door| door.set(kind, a, &set, &Seen::new()))
        .unwrap();
    assert!(
        matches!(
            restore(&mut bench, &txn, "parent", When::After),
            Err(Error::Cycle { .. })
        ),
        "what it stood below stands below it now"
    );
    under(&mut bench, a, None);
    bench
        .store
        .write(Act::typed(), |door| door.delete(kind, a))
        .unwrap();
    assert!(matches!(
        restore(&mut bench, &txn, "parent", When::After),
        Err(Error::DeletedRecord { .. })
    ));
    assert_eq!(place(&bench, b), first);
    assert_eq!(bench.store.verify().unwrap().faults, []);
}
