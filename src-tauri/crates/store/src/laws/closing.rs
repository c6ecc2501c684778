//! What was closed reads the same for ever, and what comes late is listed everywhere alike.

use std::collections::BTreeMap;

use uuid::Uuid;

use crate::apply::{Effect, LIVE};
use crate::closing::{closing, cover, parts};
use crate::laws::merge::{exchange, file, merge};
use crate::laws::world::{Bench, Dice, assignments, deed, kind_of};
use crate::past::Past;
use crate::query::conflicts::{Conflict, ConflictType, conflicts};
use crate::{Act, Choice, Error, Kept, Seen, Start, When};

/// What a closed record reads: every cell of it and of what it owns, as they were closed.
fn frozen(bench: &Bench, id: Uuid) -> BTreeMap<(Uuid, u16), Vec<u8>> {
    let effect = Effect::new(bench.store.connection());
    let rid = effect.known_rid(id).unwrap().unwrap();
    let closing = closing(&effect, rid).unwrap().unwrap();
    let mut past = Past::new(&effect, cover(&effect, &closing).unwrap());
    let mut cells = BTreeMap::new();
    for part in parts(effect.connection, rid).unwrap() {
        if past.life(part.rid).unwrap() != LIVE {
            continue;
        }
        let columns: Vec<u16> = effect
            .connection
            .prepare("SELECT DISTINCT col FROM change WHERE rid = ?1")
            .unwrap()
            .query_map((part.rid,), |row| row.get(0))
            .unwrap()
            .collect::<rusqlite::Result<_>>()
            .unwrap();
        for column in columns {
            if let Some(value) = past.value(part.rid, column).unwrap() {
                cells.insert((part.id, column), value);
            }
        }
    }
    cells
}

fn late(bench: &Bench) -> Vec<Conflict> {
    let mut found = conflicts(bench.store.connection()).unwrap();
    found.retain(|conflict| conflict.ty == ConflictType::Late);
    found
}

fn all(bench: &Bench) -> Vec<Uuid> {
    let found = conflicts(bench.store.connection()).unwrap();
    found.into_iter().map(|conflict| conflict.id).collect()
}

fn is_refused(bench: &mut Bench, kind: &str, id: Uuid, set: &[&str]) -> bool {
    let set = assignments(set);
    let done = bench.store.write(Act::typed(), |door| {
        door.set(kind_of(kind), id, &set, &Seen::new())
    });
    match done {
        Ok(_) => false,
        Err(Error::Closed { .. }) => true,
        Err(error) => panic!("{error}"),
    }
}

/// A round with an answer, known to two laptops.
fn two(seed: u64) -> ([Bench; 2], Uuid, Uuid, Uuid) {
    let mut two = [
        Bench::new(seed, Start::Published),
        Bench::new(seed + 1, Start::Published),
    ];
    let activity = two[0].add("activity", &["title=Study"]);
    let round = two[0].add("status_round", &["title=Spring", "state=open"]);
    let answer = two[0].add(
        "answer",
        &[
            &format!("round=id:{round}"),
            &format!("activity=id:{activity}"),
            "status=in_progress",
        ],
    );
    exchange(&mut two);
    (two, activity, round, answer)
}

#[test]
fn what_is_closed_is_edited_only_after_it_is_open_again() {
    let ([mut bench, _], activity, round, answer) = two(1);
    bench.set("status_round", round, &["state=closed"]);
    let before = frozen(&bench, round);
    assert!(is_refused(
        &mut bench,
        "answer",
        answer,
        &["status=completed"]
    ));
    assert!(is_refused(
        &mut bench,
        "status_round",
        round,
        &["title=Other"]
    ));
    let more = assignments(&[
        &format!("round=id:{round}"),
        &format!("activity=id:{activity}"),
    ]);
    let added = bench
        .store
        .write(Act::typed(), |door| door.add(kind_of("answer"), &more));
    assert!(matches!(added, Err(Error::Closed { .. })));
    let gone = bench
        .store
        .write(Act::typed(), |door| door.delete(kind_of("answer"), answer));
    assert!(matches!(gone, Err(Error::Closed { .. })));
    // The activity is not of the round.
    bench.set("activity", activity, &["status=completed"]);
    assert!(late(&bench).is_empty());
    bench.set("status_round", round, &["state=open"]);
    bench.set("answer", answer, &["status=delayed"]);
    bench.set("status_round", round, &["state=closed"]);
    assert_ne!(
        frozen(&bench, round),
        before,
        "closed anew, it reads what it says now"
    );
    assert_eq!(bench.store.verify().unwrap().faults, []);
}

#[test]
fn closing_is_one_deed_that_is_undone_and_done_again() {
    let ([mut bench, _], _, round, answer) = two(5);
    let open = bench.digest();
    bench.set("status_round", round, &["state=closed"]);
    let closed = bench.digest();
    bench.store.undo(None, Act::typed()).unwrap();
    assert_eq!(bench.digest(), open);
    bench.store.redo(Act::typed()).unwrap();
    assert_eq!(bench.digest(), closed);
    assert!(is_refused(
        &mut bench,
        "answer",
        answer,
        &["status=delayed"]
    ));
    assert!(late(&bench).is_empty());
}

#[test]
fn a_late_answer_acts_on_the_live_record_and_is_adopted_or_left() {
    for adopt in [true, false] {
        let (mut two, activity, round, answer) = two(10);
        two[0].set("status_round", round, &["state=closed"]);
        let before = frozen(&two[0], round);
        two[1].set("answer", answer, &["status=completed"]);
        let new = two[1].add(
            "answer",
            &[
                &format!("round=id:{round}"),
                &format!("activity=id:{activity}"),
                "progress_note=From afar",
            ],
        );
        exchange(&mut two);
        let mut records: Vec<Uuid> = late(&two[0]).iter().map(|one| one.record).collect();
        records.sort();
        let mut expected = vec![answer, new];
        expected.sort();
        assert_eq!(records, expected);
        for bench in &two {
            assert_eq!(frozen(bench, round), before, "the closed round");
            assert_eq!(all(bench), all(&two[0]));
        }
        let choice = if adopt { Choice::Keep } else { Choice::Drop };
        for conflict in late(&two[1]) {
            let id = conflict.id.to_string();
            two[1].store.settle(&id, &choice, Act::typed()).unwrap();
        }
        exchange(&mut two);
        for bench in &two {
            assert!(late(bench).is_empty(), "{:?}", late(bench));
            assert_eq!(frozen(bench, round), before);
            assert_eq!(bench.digest(), two[0].digest());
            assert_eq!(bench.store.verify().unwrap().faults, []);
            let shown = |id: Uuid| {
                crate::query::record(bench.store.connection(), id, &Default::default()).unwrap()
            };
            let status = if adopt { "completed" } else { "in_progress" };
            assert_eq!(shown(answer)["status"], status);
            let life = if adopt { "live" } else { "deleted" };
            assert_eq!(shown(new)["life"], life);
        }
    }
}

#[test]
fn what_was_settled_of_a_late_answer_is_listed_again_when_that_is_taken_back() {
    for choice in [Choice::Keep, Choice::Drop] {
        let (mut two, _, round, answer) = two(15);
        two[0].set("status_round", round, &["state=closed"]);
        two[1].set("answer", answer, &["status=completed"]);
        exchange(&mut two);
        let before = all(&two[1]);
        let [conflict] = &late(&two[1])[..] else {
            panic!("one answer is late");
        };
        let id = conflict.id.to_string();
        two[1].store.settle(&id, &choice, Act::typed()).unwrap();
        assert!(late(&two[1]).is_empty());
        two[1].store.undo(None, Act::typed()).unwrap();
        assert_eq!(all(&two[1]), before, "{choice:?}");
        exchange(&mut two);
        assert_eq!(all(&two[0]), before, "{choice:?}, elsewhere too");
        two[1].store.redo(Act::typed()).unwrap();
        exchange(&mut two);
        for bench in &two {
            assert!(late(bench).is_empty(), "{choice:?}, done again");
            assert_eq!(bench.store.verify().unwrap().faults, []);
        }
    }
}

#[test]
fn a_state_that_is_restored_closes_and_opens_as_one_that_is_set() {
    let (mut bench, round) = {
        let ([bench, _], _, round, _) = two(16);
        (bench, round)
    };
    bench.set("status_round", round, &["state=closed"]);
    let closed = bench.store.undoable(None).unwrap().0.unwrap().to_string();
    let closing = |bench: &Bench| {
        let record = crate::query::record(bench.store.connection(), round, &Default::default());
        record.unwrap()["closed_at"].clone()
    };
    let restored = |bench: &mut Bench, field: &str, side: When| {
        let act = Act::typed();
        bench
            .store
            .restore_field(&closed, round, (field, None), side, act)
    };
    restored(&mut bench, "state", When::Before).unwrap();
    assert!(closing(&bench).is_null(), "it is open again");
    restored(&mut bench, "state", When::After).unwrap();
    assert!(closing(&bench).is_object(), "it is closed at what is here");
    let refused = restored(&mut bench, "closed_at", When::Before).unwrap_err();
    assert_eq!(refused.code(), "read_only_field");
    assert_eq!(bench.store.verify().unwrap().faults, []);
}

#[test]
fn what_both_said_alike_is_not_late() {
    let (mut two, _, round, answer) = two(20);
    two[0].set("answer", answer, &["status=completed"]);
    two[0].set("status_round", round, &["state=closed"]);
    two[1].set("answer", answer, &["status=completed"]);
    exchange(&mut two);
    assert!(late(&two[0]).is_empty());
}

#[test]
fn two_closings_apart_are_contested_and_the_one_shown_counts() {
    let (mut two, _, round, answer) = two(30);
    two[0].set("answer", answer, &["status=delayed"]);
    two[0].set("status_round", round, &["state=closed"]);
    two[1].set("answer", answer, &["progress_note=Going on"]);
    two[1].set("status_round", round, &["state=closed"]);
    exchange(&mut two);
    let types: Vec<ConflictType> = conflicts(two[0].store.connection())
        .unwrap()
        .iter()
        .map(|conflict| conflict.ty)
        .collect();
    assert_eq!(types, [ConflictType::Field, ConflictType::Late]);
    assert_eq!(frozen(&two[0], round), frozen(&two[1], round));
    assert_eq!(all(&two[0]), all(&two[1]));
}

#[test]
fn an_edit_from_before_a_closing_that_came_since_is_not_undone() {
    let (mut two, _, round, answer) = two(40);
    two[1].set("answer", answer, &["status=completed"]);
    let from = file(&mut two[1]);
    merge(&mut two[0], from);
    two[0].set("status_round", round, &["state=closed"]);
    let from = file(&mut two[0]);
    merge(&mut two[1], from);
    let undone = two[1].store.undo(None, Act::typed()).unwrap();
    assert_eq!(undone.answer.rows[0].kept, Some(Kept::Closed));
    assert!(late(&two[1]).is_empty());
}

#[test]
fn a_meeting_is_closed_with_what_it_owns_and_what_was_agreed_goes_on() {
    let mut bench = Bench::new(50, Start::Published);
    let meeting = bench.add("meeting", &["title=First", "languages=en"]);
    let item = bench.add(
        "agenda_item",
        &[&format!("meeting=id:{meeting}"), "title=Opening"],
    );
    let note = bench.add("note", &[&format!("item=id:{item}"), "text=Said"]);
    let point = bench.add("action_point", &[&format!("item=id:{item}"), "text=Write"]);
    bench.set("meeting", meeting, &["state=closed", "venue=Room 1"]);
    for (kind, id, set) in [
        ("note", note, "text=Not said"),
        ("action_point", point, "text=Read"),
        ("meeting", meeting, "languages+=fr"),
        ("agenda_item", item, "title=Closing"),
    ] {
        assert!(is_refused(&mut bench, kind, id, &[set]), "{kind} {set}");
    }
    bench.set("action_point", point, &["status=done"]);
    bench.add("comment", &[&format!("of=id:{meeting}"), "text=Well done"]);
    assert!(
        late(&bench).is_empty(),
        "what is set with the closing is known to it"
    );
}

#[test]
fn a_closed_record_never_changes_whatever_is_merged_later() {
    for seed in 0..4 {
        let mut dice = Dice(seed + 900);
        let mut benches: Vec<Bench> = (0..3)
            .map(|at| Bench::new(seed * 10 + at + 600, Start::Published))
            .collect();
        let mut known: BTreeMap<(Uuid, Vec<u8>), Frozen> = BTreeMap::new();
        let mut files = Vec::new();
        let mut rounds: Vec<Uuid> = Vec::new();
        for step in 0..150 {
            let at = dice.below(benches.len());
            let bench = &mut benches[at];
            match dice.below(14) {
                0 => files.push(file(bench)),
                1 | 2 if !files.is_empty() => {
                    let file = dice.pick(&files).clone();
                    merge(bench, file);
                }
                3 => drop(bench.store.undo(None, Act::typed())),
                4 => drop(bench.store.redo(Act::typed())),
                5 => {
                    let open = conflicts(bench.store.connection()).unwrap();
                    if !open.is_empty() {
                        let id = dice.pick(&open).id.to_string();
                        let choice = dice.pick(&[Choice::Keep, Choice::Drop, Choice::Latest]);
                        let _ = bench.store.settle(&id, choice, Act::typed());
                    }
                }
                6 => rounds.push(bench.add("status_round", &["title=Round", "state=open"])),
                7..=9 if !rounds.is_empty() => {
                    let round = *dice.pick(&rounds);
                    let state = *dice.pick(&["closed", "closed", "open"]);
                    let set = assignments(&[&format!("state={state}")]);
                    let _ = bench.store.write(Act::typed(), |door| {
                        door.set(kind_of("status_round"), round, &set, &Seen::new())
                    });
                }
                10 | 11 if !rounds.is_empty() => {
                    let round = *dice.pick(&rounds);
                    let answer = assignments(&[&format!("round=id:{round}"), "status=delayed"]);
                    let _ = bench
                        .store
                        .write(Act::typed(), |door| door.add(kind_of("answer"), &answer));
                }
                _ => drop(deed(&mut bench.store, &mut dice).unwrap()),
            }
            if step % 30 == 29 {
                for bench in &benches {
                    hold(bench, &mut known, seed);
                }
            }
        }
        exchange(&mut benches);
        exchange(&mut benches);
        for bench in &benches {
            hold(bench, &mut known, seed);
            assert_eq!(all(bench), all(&benches[0]), "seed {seed}");
            assert_eq!(bench.digest(), benches[0].digest(), "seed {seed}");
            assert_eq!(bench.store.verify().unwrap().faults, [], "seed {seed}");
        }
        assert!(!known.is_empty(), "seed {seed}: something must be closed");
    }
}

type Frozen = BTreeMap<(Uuid, u16), Vec<u8>>;

/// What is closed at a vector reads as it did wherever and whenever it was read.
fn hold(bench: &Bench, known: &mut BTreeMap<(Uuid, Vec<u8>), Frozen>, seed: u64) {
    let effect = Effect::new(bench.store.connection());
    let rows: Vec<(i64, [u8; 16])> = effect
        .connection
        .prepare(
            "SELECT rid, id FROM record WHERE tbl IN (13, 26) AND life = 1 AND rid IN
               (SELECT rid FROM head WHERE col = 5)",
        )
        .unwrap()
        .query_map((), |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap()
        .collect::<rusqlite::Result<_>>()
        .unwrap();
    for (rid, id) in rows {
        if let Some(head) = closing(&effect, rid).unwrap() {
            let id = Uuid::from_bytes(id);
            let now = frozen(bench, id);
            let before = known.entry((id, head.value)).or_insert_with(|| now.clone());
            assert_eq!(now, *before, "seed {seed}: a closed record has changed");
        }
    }
}
