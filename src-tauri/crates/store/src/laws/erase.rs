//! Erasing a person: nothing that was personal stays anywhere, and nothing else is other than before.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use uuid::Uuid;

use crate::backup::{backups, recover};
use crate::laws::merge::{file, merge};
use crate::laws::world::{Bench, Dice, TestWorld, assignments, kind_of};
use crate::merge::Brought;
use crate::query::{self, View, conflicts};
use crate::{Access, Act, Error, Kept, Private, Reason, Seen, Start, Store, When};

const MAIL: &str = "ana.erased@example.org";
const PHONE: &str = "+41 22 555 01 99";
const FORMER: &str = "ana.former@example.org";
const TYPED: &str = "ana.typed@example.org";

fn go_on() -> impl FnMut(u64, u64) -> bool {
    |_, _| true
}

/// All that a laptop gives away, with the personal values only where they are asked for.
fn given(bench: &mut Bench, private: bool) -> Brought {
    let mut all = file(bench);
    if !private {
        all.private.clear();
    }
    all
}

fn take(bench: &mut Bench, file: &Brought) {
    merge(bench, file.clone());
}

fn erase(bench: &mut Bench, person: Uuid) {
    let erased = bench.store.erase(person, Act::typed()).unwrap();
    assert_eq!(erased.answer.left, Vec::<std::path::PathBuf>::new());
}

/// Two laptops of one network, both with everything there is to know of one person; another person is beside her.
fn two(seed: u64) -> (Bench, Bench, Uuid) {
    let mut ana = Bench::new(seed, Start::Empty);
    let mut ben = Bench::new(seed + 1_000, Start::Empty);
    for bench in [&mut ana, &mut ben] {
        bench.store.set_flushing(true).unwrap();
    }
    let person = ana.add(
        "person",
        &[
            "name=Ana Erased",
            &format!("email={FORMER}"),
            &format!("phone={PHONE}"),
        ],
    );
    ana.add("person", &["name=Ben Kept", "email=ben.kept@example.org"]);
    ana.set("person", person, &[&format!("email={MAIL}")]);
    let meeting = ana.add(
        "meeting",
        &["title=Quiet", "confidentiality=no_attribution"],
    );
    let seat = [
        format!("meeting=id:{meeting}"),
        format!("person=id:{person}"),
    ];
    ana.add("attendance", &seat.each_ref().map(String::as_str));
    let file = given(&mut ana, true);
    take(&mut ben, &file);
    (ana, ben, person)
}

/// Whether any file of a folder holds one of the person's values.
fn holds(folder: &Path) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(holds(&path));
            continue;
        }
        let bytes = fs::read(&path).unwrap();
        for value in [MAIL, PHONE, FORMER, TYPED] {
            let there = bytes
                .windows(value.len())
                .any(|window| window == value.as_bytes());
            if there {
                found.insert(format!("{value} in {}", path.display()));
            }
        }
    }
    found
}

fn folder(bench: &Bench) -> &Path {
    bench.file.parent().unwrap()
}

/// What the tables still hold of a person that is personal.
fn rows_of(store: &Store, person: Uuid) -> i64 {
    let count = "SELECT (SELECT count(*) FROM personal p WHERE p.rid = r.rid) + (SELECT count(*) FROM secret s WHERE s.rid = r.rid)
       + (SELECT count(*) FROM draft d WHERE d.id = r.id AND d.field IN ('email', 'phone'))
       + (SELECT count(*) FROM person p WHERE p.rid = r.rid AND (p.email IS NOT NULL OR p.phone IS NOT NULL))
       + (SELECT count(*) FROM attendance a WHERE a.person = r.rid) FROM record r WHERE r.id = ?1";
    store
        .connection()
        .query_row(count, (person.as_bytes(),), |row| row.get(0))
        .unwrap()
}

fn waits(store: &Store) -> BTreeSet<Uuid> {
    conflicts::ids(store.connection()).unwrap()
}

#[test]
fn nothing_personal_stays_on_any_laptop_that_hears_of_it() {
    let (mut ana, mut ben, person) = two(1);
    for bench in [&mut ana, &mut ben] {
        let kind = kind_of("person");
        bench.store.put_draft(kind, person, "phone", TYPED).unwrap();
        bench
            .store
            .put_draft(kind, person, "notes", "kept")
            .unwrap();
        bench.store.backup(Reason::Asked, &mut go_on()).unwrap();
        assert!(rows_of(&bench.store, person) >= 7);
        assert!(!holds(folder(bench)).is_empty());
    }
    let held = ana.store.private().unwrap();
    let before = waits(&ana.store);
    erase(&mut ana, person);
    let file = given(&mut ana, true);
    take(&mut ben, &file);
    for bench in [&ana, &ben] {
        assert_eq!(rows_of(&bench.store, person), 0);
        assert_eq!(holds(folder(bench)), BTreeSet::new());
        assert_eq!(bench.store.verify().unwrap().faults, []);
        assert_eq!(waits(&bench.store), before);
        assert_eq!(bench.store.drafts().unwrap().len(), 1, "free text stays");
        let shown = query::record(
            bench.store.connection(),
            person,
            &View {
                private: true,
                ..View::default()
            },
        )
        .unwrap();
        assert_eq!(shown["erased"], true);
        assert_eq!(shown["name"], "Ana Erased");
        let kept = bench.store.private().unwrap();
        assert_eq!(kept.len(), held.len() - 1, "others keep theirs");
    }
    assert_eq!(ana.digest(), ben.digest());
}

#[test]
fn what_moved_from_page_to_page_is_wiped_too() {
    let mut bench = Bench::new(2, Start::Empty);
    // With this seed some are left where the tables are not written anew.
    let mut dice = Dice(30);
    let mut people = Vec::new();
    let mail = |at: usize| format!("{at:04}.wiped@example.org");
    // Rows of many lengths, written and rewritten, so that pages are split and their rows moved.
    for at in 0..1_200 {
        let name = format!("name=P{at} {}", "x".repeat(dice.below(300)));
        people.push(bench.add("person", &[&name, &format!("email={}", mail(at))]));
        let other = *dice.pick(&people);
        let function = format!("function={}", "y".repeat(dice.below(600)));
        bench.set("person", other, &[&function]);
    }
    let erased = bench.store.write(Act::typed(), |door| {
        let mut half = people.iter().step_by(2);
        half.try_for_each(|person| door.erase(*person))
    });
    assert!(erased.unwrap().txn.is_some());
    let bytes = fs::read(&bench.file).unwrap();
    let text = String::from_utf8_lossy(&bytes);
    let found: BTreeSet<usize> = text
        .match_indices(".wiped@")
        .filter_map(|(end, _)| text.get(end.checked_sub(4)?..end)?.parse().ok())
        .collect();
    let kept: BTreeSet<usize> = (1..people.len()).step_by(2).collect();
    assert_eq!(found, kept);
}

#[test]
fn a_file_that_still_carries_them_is_stripped_at_the_door() {
    let (mut ana, mut ben, person) = two(3);
    let old = given(&mut ben, true);
    erase(&mut ana, person);
    ana.add("organisation", &["acronym=NEW"]);
    take(&mut ana, &old);
    assert_eq!(rows_of(&ana.store, person), 0, "known segments, old values");
    let mut cleo = Bench::new(2_003, Start::Empty);
    let news = given(&mut ana, false);
    take(&mut cleo, &news);
    take(&mut cleo, &old);
    assert_eq!(rows_of(&cleo.store, person), 0, "the erasing came first");
    // Somebody who has not heard of it writes another one.
    ben.set("person", person, &[&format!("email={TYPED}")]);
    let late = given(&mut ben, true);
    assert!(
        late.private
            .iter()
            .any(|part: &Private| part.person == person)
    );
    take(&mut ana, &late);
    take(&mut cleo, &late);
    take(&mut ben, &news);
    for bench in [&ana, &ben, &cleo] {
        assert_eq!(rows_of(&bench.store, person), 0);
        assert_eq!(holds(folder(bench)), BTreeSet::new());
    }
    assert_eq!(ana.digest(), ben.digest());
    assert_eq!(ana.digest(), cleo.digest());
}

#[test]
fn digest_and_lists_are_the_same_in_every_order() {
    let mut all = Vec::new();
    let (mut ana, mut ben, person) = two(4);
    let start = given(&mut ana, true);
    // Apart: one erases, one edits the person and the contacts, one deletes the person.
    let mut cleo = Bench::new(2_004, Start::Empty);
    take(&mut cleo, &start);
    erase(&mut ana, person);
    ben.set(
        "person",
        person,
        &["name=Ana E.", &format!("email={TYPED}")],
    );
    cleo.store
        .write(Act::typed(), |door| door.delete(kind_of("person"), person))
        .unwrap();
    let files = [
        given(&mut ana, true),
        given(&mut ben, true),
        given(&mut cleo, true),
    ];
    for order in [
        [0, 1, 2],
        [0, 2, 1],
        [1, 0, 2],
        [1, 2, 0],
        [2, 0, 1],
        [2, 1, 0],
    ] {
        let mut reader = Bench::new(3_000 + order[0] as u64 * 10 + order[1] as u64, Start::Empty);
        for at in order {
            take(&mut reader, &files[at]);
        }
        assert_eq!(reader.store.verify().unwrap().faults, []);
        assert_eq!(holds(folder(&reader)), BTreeSet::new());
        let view = View {
            private: true,
            ..View::default()
        };
        let told = conflicts::told(reader.store.connection(), None, &view).unwrap();
        let told: Vec<String> = told.iter().map(ToString::to_string).collect();
        all.push((
            told,
            reader.digest(),
            waits(&reader.store),
            rows_of(&reader.store, person),
        ));
    }
    assert_eq!(all[0].3, 0);
    assert!(all.iter().all(|one| *one == all[0]), "{all:#?}");
}

#[test]
fn an_erasing_keeps_nobody_who_is_deleted() {
    let (mut ana, mut ben, person) = two(5);
    ben.store
        .write(Act::typed(), |door| door.delete(kind_of("person"), person))
        .unwrap();
    erase(&mut ben, person);
    let life = |bench: &Bench| -> i64 {
        bench
            .store
            .connection()
            .query_row(
                "SELECT life FROM record WHERE id = ?1",
                (person.as_bytes(),),
                |row| row.get(0),
            )
            .unwrap()
    };
    assert_eq!(
        life(&ben),
        2,
        "also who is deleted can be erased, and stays deleted"
    );
    erase(&mut ana, person);
    let file = given(&mut ben, false);
    take(&mut ana, &file);
    assert_eq!(life(&ana), 2);
    assert_eq!(waits(&ana.store), BTreeSet::new());
    assert_eq!(rows_of(&ana.store, person), 0);
}

#[test]
fn it_is_not_undone_and_no_contact_is_kept_again() {
    let (mut ana, _, person) = two(6);
    let edited = ana.store.write(Act::typed(), |door| {
        let set = assignments(&["email=ana.last@example.org", "function=Chair"]);
        door.set(kind_of("person"), person, &set, &Seen::new())
    });
    let edited = edited.unwrap().txn.unwrap().to_string();
    erase(&mut ana, person);
    assert_eq!(
        ana.store.erase(person, Act::typed()).unwrap().txn,
        None,
        "once is enough"
    );
    let before = ana.digest();
    let undone = ana.store.undo(None, Act::typed()).unwrap();
    assert_eq!(undone.txn, None);
    assert_eq!(undone.answer.rows[0].kept, Some(Kept::Erased));
    let restored = |field, ana: &mut Bench| {
        ana.store
            .restore_field(&edited, person, (field, None), When::Before, Act::typed())
    };
    assert!(matches!(
        restored("email", &mut ana),
        Err(Error::Erased { .. })
    ));
    let set = assignments(&["function=Other", "email=again@example.org"]);
    let refused = ana.store.write(Act::typed(), |door| {
        // Somebody who goes on after a refusal finds nothing half done.
        let refused = door.set(kind_of("person"), person, &set, &Seen::new());
        assert!(matches!(refused, Err(Error::Erased { .. })));
        Ok(())
    });
    assert_eq!(refused.unwrap().txn, None);
    let meeting = ana.add(
        "meeting",
        &["title=Later", "confidentiality=no_attribution"],
    );
    let seat = [
        format!("meeting=id:{meeting}"),
        format!("person=id:{person}"),
    ];
    let seat = assignments(&seat.each_ref().map(String::as_str));
    let refused = ana
        .store
        .write(Act::typed(), |door| door.add(kind_of("attendance"), &seat));
    assert!(matches!(refused, Err(Error::Erased { .. })));
    ana.store.undo(None, Act::typed()).unwrap();
    assert_eq!(ana.digest(), before);
    let rows = ana
        .store
        .undo(Some(&edited), Act::typed())
        .unwrap()
        .answer
        .rows;
    let kept: Vec<Option<Kept>> = rows.iter().map(|row| row.kept).collect();
    assert_eq!(
        kept,
        [Some(Kept::Erased), None],
        "the rest of an edit is still taken back"
    );
    ana.set("person", person, &["email="]);
}

#[test]
fn joined_records_are_erased_together_and_can_be_joined_after() {
    let (mut ana, _, person) = two(7);
    let twin = ana.add("person", &["name=Ana Twin", &format!("phone={TYPED}")]);
    ana.store
        .join(kind_of("person"), (person, twin), &[], Act::typed())
        .unwrap();
    erase(&mut ana, twin);
    assert_eq!(rows_of(&ana.store, person) + rows_of(&ana.store, twin), 0);
    assert_eq!(holds(folder(&ana)), BTreeSet::new());
    let third = ana.add("person", &["name=Ana Third", "phone=3"]);
    ana.store
        .join(kind_of("person"), (person, third), &[], Act::typed())
        .unwrap();
    assert_eq!(ana.store.verify().unwrap().faults, []);
}

#[test]
fn a_backup_gone_back_to_says_it_again() {
    let (mut ana, mut ben, person) = two(8);
    let away = folder(&ana).join("away.store");
    ana.store.backup_to(&away, &mut go_on()).unwrap();
    let old = given(&mut ben, true);
    erase(&mut ana, person);
    let file = ana.file.clone();
    drop(std::mem::replace(
        &mut ana.store,
        Bench::new(9, Start::Empty).store,
    ));
    recover(&file, &away, TestWorld::new(10).0.as_mut(), &mut go_on()).unwrap();
    ana.store = Store::open(&file, Access::Write, TestWorld::new(11).0).unwrap();
    fs::remove_file(&away).unwrap();
    assert_eq!(rows_of(&ana.store, person), 0);
    assert_eq!(ana.store.verify().unwrap().faults, []);
    take(&mut ana, &old);
    assert_eq!(rows_of(&ana.store, person), 0, "it is still known");
    // What had not been given to anybody is not lost with the file that was given up.
    let news = given(&mut ana, false);
    take(&mut ben, &news);
    assert_eq!(rows_of(&ben.store, person), 0);
    assert_eq!(ana.digest(), ben.digest());
    for bench in [&ana, &ben] {
        assert_eq!(holds(folder(bench)), BTreeSet::new());
    }
}

#[test]
fn every_copy_beside_the_store_is_emptied_and_what_cannot_be_is_said() {
    let (mut ana, _, person) = two(12);
    let made = ana.store.backup(Reason::Asked, &mut go_on()).unwrap();
    let file = ana.file.clone();
    drop(std::mem::replace(
        &mut ana.store,
        Bench::new(13, Start::Empty).store,
    ));
    let kept = recover(
        &file,
        &made.file,
        TestWorld::new(14).0.as_mut(),
        &mut go_on(),
    );
    assert!(kept.unwrap().kept.is_some());
    ana.store = Store::open(&file, Access::Write, TestWorld::new(15).0).unwrap();
    let damaged = ana.store.backup(Reason::Daily, &mut go_on()).unwrap().file;
    let whole = fs::read(&damaged).unwrap();
    fs::write(&damaged, &whole[..2_000]).unwrap();
    let erased = ana.store.erase(person, Act::typed()).unwrap();
    assert_eq!(erased.answer.left, std::slice::from_ref(&damaged));
    let left = holds(folder(&ana));
    assert!(
        left.iter()
            .all(|found| found.contains(damaged.to_str().unwrap())),
        "{left:?}"
    );
    for backup in backups(&file).unwrap() {
        if backup.file != damaged {
            let store = Store::open(&backup.file, Access::Read, TestWorld::new(16).0).unwrap();
            assert_eq!(store.verify().unwrap().faults, []);
            assert_eq!(backup.holds.unwrap().digest, store.digest().unwrap().hash);
        }
    }
    // It is tried again once it can be read.
    fs::write(&damaged, &whole).unwrap();
    drop(std::mem::replace(
        &mut ana.store,
        Bench::new(17, Start::Empty).store,
    ));
    ana.store = Store::open(&file, Access::Write, TestWorld::new(18).0).unwrap();
    assert_eq!(holds(folder(&ana)), BTreeSet::new());
}
