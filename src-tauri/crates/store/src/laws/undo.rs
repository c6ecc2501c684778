//! Undoing and redoing.

use crate::laws::world::{Bench, Dice, deed};
use crate::{Act, Error, Kept, Start};

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
    let set = crate::laws::world::assignments(&["name=Second", "website=https://example.org"]);
    let kind = crate::laws::world::kind_of("organisation");
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
    let kind = crate::laws::world::kind_of("organisation");
    let as_ana = || Act {
        person: Some(ana),
        ..Act::typed()
    };
    let set = crate::laws::world::assignments(&["website=https://ana.example"]);
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
