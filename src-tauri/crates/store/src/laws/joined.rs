//! Duplicates that were joined: one record for all who look, and as before where they are taken apart.

use std::collections::{BTreeMap, BTreeSet};

use changelog::codec;
use domain::{Value, kinds};
use serde_json::{Value as Json, json};
use uuid::Uuid;

use crate::laws::merge::exchange;
use crate::laws::oracle::unite;
use crate::laws::world::{Bench, Dice, assignments, deed, kind_of, unjoin};
use crate::query::conflicts::{ConflictType, conflicts};
use crate::query::{self, ListQuery, View};
use crate::{Act, Choice, Error, Pick, Start, joined};

fn join(bench: &mut Bench, a: Uuid, b: Uuid, picks: &[&str]) -> Uuid {
    let picks: Vec<Pick> = picks.iter().map(|pick| Pick::read(pick).unwrap()).collect();
    bench
        .store
        .join(kind_of("organisation"), (a, b), &picks, Act::typed())
        .unwrap()
        .answer
}

fn record(bench: &Bench, id: Uuid) -> Json {
    query::record(bench.store.connection(), id, &View::default()).unwrap()
}

fn labels(bench: &Bench, kind: &str) -> Vec<String> {
    let list = ListQuery::new(kind_of(kind));
    let page = query::list(bench.store.connection(), &list, &View::default()).unwrap();
    assert_eq!(page.total as usize, page.rows.len());
    page.rows
        .iter()
        .map(|row| row["label"].as_str().unwrap_or_default().to_owned())
        .collect()
}

fn found(bench: &Bench, key: &str) -> Uuid {
    let kinds: Vec<_> = joined::kinds().collect();
    query::resolve(bench.store.connection(), &kinds, key)
        .unwrap()
        .1
}

fn sound(bench: &Bench) {
    assert_eq!(bench.store.verify().unwrap().faults, []);
    let kept: BTreeMap<Uuid, Uuid> = bench
        .store
        .connection()
        .prepare("SELECT r.id, o.id FROM record r JOIN record o ON o.rid = r.root")
        .unwrap()
        .query_map((), |row| {
            Ok((Uuid::from_bytes(row.get(0)?), Uuid::from_bytes(row.get(1)?)))
        })
        .unwrap()
        .collect::<rusqlite::Result<_>>()
        .unwrap();
    assert_eq!(kept, roots(bench), "each is shown as the smallest");
}

/// Which record stands for which, worked out in the plainest way from the heads alone.
fn roots(bench: &Bench) -> BTreeMap<Uuid, Uuid> {
    let mut heads = bench
        .store
        .connection()
        .prepare(
            "SELECT r.id, r.tbl, c.value FROM head h JOIN record r ON r.rid = h.rid
             JOIN change c ON c.chain = h.chain AND c.seq = h.seq WHERE h.col = ?1 AND r.tbl IN (3, 4)",
        )
        .unwrap();
    let mut groups: Vec<BTreeSet<Uuid>> = Vec::new();
    let mut rows = heads.query((kinds::SAME_AS,)).unwrap();
    while let Some(row) = rows.next().unwrap() {
        let (id, of): ([u8; 16], u16) = (row.get(0).unwrap(), row.get(1).unwrap());
        let value = codec::read_value(&row.get::<_, Vec<u8>>(2).unwrap());
        let Value::Reference { table, id: other } = value else {
            continue;
        };
        assert_eq!(table, of);
        unite(&mut groups, [Uuid::from_bytes(id), other]);
    }
    let rank = |id: &Uuid| -> (bool, bool, Uuid) {
        let (gone, published) = bench
            .store
            .connection()
            .query_row(
                "SELECT gone, EXISTS (SELECT 1 FROM change c JOIN chain n ON n.chain = c.chain
                   WHERE c.rid = r.rid AND c.col = 0 AND n.kind = 'publication') FROM record r WHERE id = ?1",
                (id.as_bytes(),),
                |row| Ok((row.get(0)?, row.get::<_, bool>(1)?)),
            )
            .unwrap();
        (gone, !published, *id)
    };
    let mut roots = BTreeMap::new();
    for group in groups {
        let root = group.iter().copied().min_by_key(rank).unwrap();
        roots.extend(group.iter().filter(|id| **id != root).map(|id| (*id, root)));
    }
    roots
}

#[test]
fn joined_records_are_one_to_all_who_look() {
    let mut bench = Bench::new(1, Start::Published);
    let iom = found(&bench, "IOM");
    let group = bench.add("group", &["name=Data", "kind=working_group"]);
    let twin = bench.add(
        "organisation",
        &[
            "acronym=OIM",
            "name=International Organisation for Migrations",
            "name.es=Organización Internacional para las Migraciones",
            "aliases=Migration Agency",
            "website=https://twin.example",
            "notes=Met in Dakar",
        ],
    );
    let child = bench.add("organisation", &["name=Field office", "parent=OIM"]);
    let person = bench.add("person", &["name=Ana", "organisation=OIM"]);
    for key in ["OIM", "IOM"] {
        bench.add(
            "membership",
            &["group=Data", &format!("organisation={key}"), "role=member"],
        );
    }
    let activity = bench.add("activity", &["title=Study", "leads=IOM,OIM"]);
    let before = labels(&bench, "organisation");
    let digest = bench.digest();
    let name = record(&bench, iom)["name_text"].clone();

    let root = join(&mut bench, twin, iom, &[]);
    assert_eq!(root, iom, "the publication's stands before all others");
    sound(&bench);
    let after = labels(&bench, "organisation");
    assert_eq!(after.len(), before.len() - 1);
    assert!(!after.contains(&"OIM".to_owned()));
    for key in [
        "OIM",
        "International Organisation for Migrations",
        "Migration Agency",
        &twin.to_string(),
    ] {
        assert_eq!(found(&bench, key), iom, "{key} names the one that is shown");
    }
    let one = record(&bench, iom);
    assert_eq!(record(&bench, twin), one, "shown by either id");
    assert_eq!(one["name_text"], name, "it keeps what it knew");
    assert_eq!(
        one["website"], "https://twin.example",
        "and takes what it did not"
    );
    let aliases: Vec<&str> = one["aliases"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(Json::as_str)
        .collect();
    for alias in [
        "OIM",
        "International Organisation for Migrations",
        "Migration Agency",
    ] {
        assert!(aliases.contains(&alias), "{alias} of {aliases:?}");
    }
    assert_eq!(record(&bench, child)["parent"]["id"], iom.to_string());
    assert_eq!(
        record(&bench, person)["organisation"]["id"],
        iom.to_string()
    );
    let leads = record(&bench, activity)["leads"].clone();
    assert_eq!(
        leads.as_array().unwrap().len(),
        1,
        "equal links show once: {leads}"
    );
    let connection = bench.store.connection();
    let matrix = query::matrix(
        connection,
        &query::MatrixQuery {
            groups: Some(vec![group]),
            conditions: vec![domain::input::condition("acronym=IOM").unwrap()],
            limit: 10,
            offset: 0,
            on: chrono::NaiveDate::from_ymd_opt(2027, 1, 1).unwrap(),
        },
        &View::default(),
    )
    .unwrap();
    assert_eq!(matrix["totals"][group.to_string()], 1, "{matrix}");
    let rows = crate::search::search(connection, "Dakar", &[], 10, &View::default()).unwrap();
    let ids: Vec<&Json> = rows.iter().map(|row| &row["id"]).collect();
    assert_eq!(ids, [&json!(iom.to_string())]);
    let history = query::history(
        connection,
        &query::HistoryQuery {
            record: Some(iom),
            limit: 100,
            ..Default::default()
        },
        &View::default(),
    )
    .unwrap();
    assert!(
        history.iter().any(|txn| txn["changes"]
            .as_array()
            .unwrap()
            .iter()
            .any(|change| { change["field"] == "acronym" && change["new"] == "OIM" })),
        "both histories are its history"
    );
    assert_eq!(
        query::joined(connection, found_rid(&bench, iom), &View::default()).unwrap()[0]["id"],
        twin.to_string()
    );

    // What refers to either is asked for by either.
    let mut list = ListQuery::new(kind_of("membership"));
    list.conditions = vec![domain::input::condition(&format!("organisation=id:{twin}")).unwrap()];
    let page = query::list(connection, &list, &View::default()).unwrap();
    assert!(page.total >= 2, "terms count for the one: {}", page.total);

    bench.store.unjoin(twin, Act::typed()).unwrap();
    assert_eq!(bench.digest(), digest, "taken apart is as before");
    sound(&bench);
    assert_eq!(labels(&bench, "organisation"), before);
    assert_eq!(found(&bench, "OIM"), twin);
    assert_eq!(record(&bench, child)["parent"]["id"], twin.to_string());
    assert_eq!(
        record(&bench, activity)["leads"].as_array().unwrap().len(),
        2
    );
    assert!(matches!(
        bench.store.unjoin(twin, Act::typed()),
        Err(Error::NotJoined { .. })
    ));
}

fn found_rid(bench: &Bench, id: Uuid) -> i64 {
    bench
        .store
        .connection()
        .query_row(
            "SELECT rid FROM record WHERE id = ?1",
            (id.as_bytes(),),
            |row| row.get(0),
        )
        .unwrap()
}

#[test]
fn values_are_picked_of_either_or_typed() {
    let mut bench = Bench::new(2, Start::Empty);
    let a = bench.add(
        "organisation",
        &[
            "acronym=AAA",
            "name=Of a",
            "name.fr=De a",
            "aliases=one,two",
            "category=academia",
        ],
    );
    let b = bench.add(
        "organisation",
        &[
            "acronym=BBB",
            "name=Of b",
            "website=https://b.example",
            "aliases=two,three",
            "category=youth",
        ],
    );
    let digest = bench.digest();
    let root = join(
        &mut bench,
        b,
        a,
        &[
            "name=a",
            "acronym=ABC",
            "website=B",
            "aliases=a",
            "category=b",
        ],
    );
    assert_eq!(
        root, a,
        "the smaller stands for both, in whichever order they are named"
    );
    let one = record(&bench, a);
    // a is the one named first, which is b here.
    assert_eq!(one["name_text"], "Of b");
    assert_eq!(one["name"]["fr"], "De a", "a language that b lacks stays");
    assert_eq!(one["acronym"], "ABC");
    assert_eq!(one["website"], Json::Null, "a knew none");
    assert_eq!(one["category"], "academia");
    let aliases: BTreeSet<&str> = one["aliases"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(Json::as_str)
        .collect();
    assert_eq!(aliases, ["AAA", "BBB", "Of a", "two", "three"].into());
    sound(&bench);
    bench.store.undo(None, Act::typed()).unwrap();
    assert_eq!(bench.digest(), digest, "undoing takes apart");
    sound(&bench);
    bench.store.redo(Act::typed()).unwrap();
    assert_eq!(record(&bench, b)["acronym"], "ABC", "redoing joins again");
    sound(&bench);
    for (pick, refused) in [
        ("nonsense=a", "unknown_field"),
        ("same_as=b", "read_only_field"),
    ] {
        let error = bench
            .store
            .join(
                kind_of("organisation"),
                (a, b),
                &[Pick::read(pick).unwrap()],
                Act::typed(),
            )
            .unwrap_err();
        assert_eq!(error.code(), refused);
    }
    let again = bench
        .store
        .join(kind_of("organisation"), (a, b), &[], Act::typed())
        .unwrap();
    assert_eq!((again.txn, again.answer), (None, a), "one already");
}

#[test]
fn what_was_edited_since_is_kept_when_taken_apart() {
    let mut bench = Bench::new(3, Start::Empty);
    let a = bench.add("organisation", &["acronym=AAA"]);
    let b = bench.add(
        "organisation",
        &["acronym=BBB", "website=https://b.example", "notes=b"],
    );
    join(&mut bench, a, b, &[]);
    bench.set("organisation", a, &["notes=Written since"]);
    let rows = bench.store.unjoin(b, Act::typed()).unwrap().answer.rows;
    assert_eq!(rows.iter().filter(|row| row.kept.is_some()).count(), 1);
    sound(&bench);
    assert_eq!(record(&bench, a)["notes_text"], "Written since");
    assert_eq!(record(&bench, a)["website"], Json::Null);
    assert_eq!(record(&bench, b)["website"], "https://b.example");
}

#[test]
fn many_are_one_and_leave_one_by_one() {
    let mut bench = Bench::new(4, Start::Empty);
    let all: Vec<Uuid> = (0..4)
        .map(|n| bench.add("organisation", &[&format!("name=Name {n}")]))
        .collect();
    let person = bench.add(
        "person",
        &["name=Ana", &format!("organisation=id:{}", all[3])],
    );
    join(&mut bench, all[2], all[3], &[]);
    assert_eq!(join(&mut bench, all[3], all[1], &[]), all[1]);
    assert_eq!(join(&mut bench, all[0], all[2], &[]), all[0]);
    sound(&bench);
    assert_eq!(labels(&bench, "organisation").len(), 1);
    assert_eq!(
        record(&bench, person)["organisation"]["id"],
        all[0].to_string()
    );
    let part = |key: &str| query::part(bench.store.connection(), &[kind_of("organisation")], key);
    assert!(matches!(
        part("Name 0"),
        Err(Error::AmbiguousKey { candidates, .. }) if candidates.len() == 3
    ));
    assert_eq!(part(&all[3].to_string()).unwrap(), all[3]);
    bench.store.unjoin(all[1], Act::typed()).unwrap();
    sound(&bench);
    assert_eq!(
        labels(&bench, "organisation").len(),
        2,
        "whom it brought goes with it"
    );
    assert_eq!(
        record(&bench, person)["organisation"]["id"],
        all[1].to_string()
    );
    bench
        .store
        .write(Act::typed(), |door| {
            door.delete(kind_of("organisation"), all[1])
        })
        .unwrap();
    sound(&bench);
    assert_eq!(
        labels(&bench, "organisation"),
        ["Name 0"],
        "deleted is what is shown, whatever it is made of"
    );
    bench.store.undo(None, Act::typed()).unwrap();
    assert_eq!(labels(&bench, "organisation").len(), 2);
    sound(&bench);
}

#[test]
fn what_was_deleted_apart_leaves_the_other_standing() {
    let mut two = [
        Bench::new(5, Start::Published),
        Bench::new(6, Start::Published),
    ];
    let a = two[0].add("organisation", &["acronym=AAA"]);
    let b = two[0].add(
        "organisation",
        &["acronym=aaa", "website=https://b.example"],
    );
    let person = two[0].add("person", &["name=Ana", &format!("organisation=id:{a}")]);
    exchange(&mut two);
    join(&mut two[0], a, b, &["website=a"]);
    two[1]
        .store
        .write(Act::typed(), |door| door.delete(kind_of("organisation"), a))
        .unwrap();
    exchange(&mut two);
    for bench in &two {
        sound(bench);
        assert_eq!(found(bench, "AAA"), b, "nobody deleted it");
        assert_eq!(record(bench, b)["life"], "live");
        assert_eq!(
            record(bench, person)["organisation"]["id"],
            b.to_string(),
            "and it stands for both"
        );
    }
    assert_eq!(two[0].digest(), two[1].digest());
    two[1]
        .store
        .write(Act::typed(), |door| {
            door.undelete(kind_of("organisation"), a)
        })
        .unwrap();
    exchange(&mut two);
    for bench in &two {
        sound(bench);
        assert_eq!(found(bench, "AAA"), a, "the smallest again");
    }
}

#[test]
fn joined_by_two_and_taken_apart_by_one_who_knows() {
    let mut two = [
        Bench::new(7, Start::Published),
        Bench::new(8, Start::Published),
    ];
    let a = two[0].add("organisation", &["acronym=AAA"]);
    let b = two[0].add("organisation", &["acronym=BBB"]);
    let c = two[0].add("organisation", &["acronym=CCC"]);
    exchange(&mut two);
    let before = two[0].digest();
    join(&mut two[0], a, c, &[]);
    join(&mut two[1], b, c, &[]);
    exchange(&mut two);
    for bench in &two {
        sound(bench);
        assert_eq!(found(bench, "BBB"), a, "all heads count: three are one");
        assert_eq!(found(bench, "CCC"), a);
    }
    two[1].store.unjoin(c, Act::typed()).unwrap();
    exchange(&mut two);
    for bench in &two {
        sound(bench);
        for (key, id) in [("AAA", a), ("BBB", b), ("CCC", c)] {
            assert_eq!(record(bench, id)["acronym"], key, "apart");
        }
    }
    assert_ne!(two[0].digest(), before, "the log says what was done");
    // Taken apart without knowing of another join: it stays joined.
    join(&mut two[0], a, b, &[]);
    exchange(&mut two);
    two[0].store.unjoin(b, Act::typed()).unwrap();
    two[1].store.undo(None, Act::typed()).ok();
    exchange(&mut two);
    for bench in &two {
        sound(bench);
    }
}

fn listed(bench: &Bench) -> Vec<(Uuid, ConflictType)> {
    conflicts(bench.store.connection())
        .unwrap()
        .iter()
        .map(|conflict| (conflict.id, conflict.ty))
        .collect()
}

fn settle(bench: &mut Bench, choice: &str) {
    let (id, ty) = listed(bench)[0];
    assert_eq!(ty, ConflictType::Join);
    let choice = Choice::read(choice).unwrap();
    bench
        .store
        .settle(&id.to_string(), &choice, Act::typed())
        .unwrap();
}

#[test]
fn what_was_joined_or_edited_apart_is_listed_and_settled_once() {
    // Joined to two by two; taken apart against joined; edited by somebody who did not know.
    for (case, choice) in [
        ("two", "keep"),
        ("two", "drop"),
        ("two", "1"),
        ("apart", "keep"),
        ("apart", "drop"),
        ("edited", "keep"),
        ("edited", "drop"),
        ("edited", "latest"),
        ("edited", "value=https://own.example"),
    ] {
        let mut two = [
            Bench::new(9, Start::Published),
            Bench::new(10, Start::Published),
        ];
        let a = two[0].add("organisation", &["acronym=AAA"]);
        let b = two[0].add("organisation", &["acronym=BBB"]);
        let c = two[0].add("organisation", &["acronym=CCC"]);
        exchange(&mut two);
        join(&mut two[0], a, c, &[]);
        match case {
            "two" => drop(join(&mut two[1], b, c, &[])),
            "apart" => {
                exchange(&mut two);
                two[1].store.unjoin(c, Act::typed()).unwrap();
                two[0]
                    .store
                    .write(Act::typed(), |door| {
                        // Joined again to another, without knowing.
                        let same = Value::Reference { table: 3, id: b };
                        door.put(3, c, u16::from(kinds::SAME_AS), &same)
                    })
                    .unwrap();
            }
            _ => two[1].set("organisation", c, &["website=https://apart.example"]),
        }
        assert_eq!(listed(&two[0]), [], "{case}: nobody knows yet");
        exchange(&mut two);
        for bench in &two {
            assert_eq!(listed(bench), listed(&two[0]), "{case}");
            assert_eq!(listed(bench).len(), 1, "{case}");
            assert!(
                roots(bench).contains_key(&c),
                "{case}: it is joined meanwhile"
            );
            let told = query::conflicts::told(
                bench.store.connection(),
                Some(ConflictType::Join),
                &View::default(),
            )
            .unwrap();
            assert_eq!(told[0]["record"]["id"], c.to_string(), "{case}: {told:?}");
        }
        settle(&mut two[1], choice);
        exchange(&mut two);
        for bench in &two {
            assert_eq!(listed(bench), [], "{case} {choice}: settled everywhere");
            sound(bench);
            let joined = roots(bench).contains_key(&c);
            assert_eq!(joined, choice != "drop", "{case} {choice}");
        }
        let website = record(&two[0], c)["website"].clone();
        let expected = match (case, choice) {
            ("edited", "drop" | "latest") => json!("https://apart.example"),
            ("edited", "value=https://own.example") => json!("https://own.example"),
            _ => Json::Null,
        };
        assert_eq!(website, expected, "{case} {choice}");
    }
}

#[test]
fn joins_made_apart_come_together() {
    let mut met = 0;
    for seed in 0..3 {
        let mut three: Vec<Bench> = (0..3)
            .map(|at| Bench::new(100 * seed + at, Start::Published))
            .collect();
        let mut dice = Dice(seed);
        for round in 0..4 {
            for bench in &mut three {
                for _ in 0..25 {
                    match dice.below(8) {
                        0 => unjoin(&mut bench.store, &mut dice).unwrap(),
                        1 => drop(bench.store.undo(None, Act::typed())),
                        2 | 3 => {
                            let set = assignments(&[&format!("name=N{}", dice.below(9))]);
                            bench
                                .store
                                .write(Act::typed(), |door| door.add(kind_of("organisation"), &set))
                                .unwrap();
                        }
                        _ => drop(deed(&mut bench.store, &mut dice).unwrap()),
                    }
                    if dice.below(4) == 0 {
                        crate::laws::world::join(&mut bench.store, &mut dice).unwrap();
                    }
                }
            }
            exchange(&mut three);
            exchange(&mut three);
            let digest = three[0].digest();
            let all = roots(&three[0]);
            for bench in &three {
                assert_eq!(bench.digest(), digest, "seed {seed} round {round}");
                assert_eq!(roots(bench), all, "seed {seed} round {round}");
                assert_eq!(
                    listed(bench),
                    listed(&three[0]),
                    "seed {seed} round {round}"
                );
                if round == 3 {
                    sound(bench);
                }
            }
            met += all.len();
        }
    }
    assert!(met > 10, "something is joined: {met}");
}
