//! The log: sealed once, received once, the same everywhere.

use changelog::segment;
use domain::ids;
use rusqlite::Connection;

use crate::apply::Effect;
use crate::laws::world::{Bench, Dice, TestWorld, copy, deed};
use crate::lineage::Lineage;
use crate::receive::{Fate, Intake, Sealed};
use crate::site::Site;
use crate::{Access, Act, Start, Store, connect, digest, publication, rebuild, schema};

#[test]
fn the_publication_is_what_its_reference_data_make() {
    let folder =
        std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets/publication");
    let built = publication::build(&folder).unwrap();
    let committed = std::fs::read(folder.join("network.segment")).unwrap();
    let (header, _) = segment::read_header(&committed).unwrap();
    assert_eq!(
        built.end, header.end,
        "run `cargo run -p store --example publish` after a change of the reference data"
    );
    assert_eq!(
        built.bytes, committed,
        "the same facts must be the same bytes on every machine"
    );
    assert_eq!(header.site, ids::PUBLICATION);
}

#[test]
fn taking_the_publication_in_twice_changes_nothing() {
    let bench = Bench::new(1, Start::Published);
    let before = bench.store.digest().unwrap();
    publication::load(bench.store.connection()).unwrap();
    assert_eq!(bench.store.digest().unwrap(), before);
    assert_eq!(bench.store.verify().unwrap().faults, []);
}

#[test]
fn a_chain_received_elsewhere_gives_the_same_state() {
    // In one segment, and in many that end within transactions, too.
    for (seed, most) in [(21, i64::from(u16::MAX)), (22, 7)] {
        let mut bench = Bench::new(seed, Start::Published);
        let mut dice = Dice(seed);
        for _ in 0..400 {
            deed(&mut bench.store, &mut dice).unwrap();
        }
        let connection = bench.store.connection();
        let site = Site::read(connection, String::new()).unwrap();
        site.seal_up_to(connection, site.seq, most).unwrap();
        let segments: Vec<Vec<u8>> = connection
            .prepare("SELECT bytes FROM segment ORDER BY chain, first")
            .unwrap()
            .query_map((), |row| row.get(0))
            .unwrap()
            .collect::<rusqlite::Result<_>>()
            .unwrap();
        let other = Connection::open_in_memory().unwrap();
        connect::prepare(&other).unwrap();
        schema::migrate(&other, 0).unwrap();
        let take = || {
            let mut effect = Effect::new(&other);
            let given = segments
                .iter()
                .map(|bytes| (0, Sealed::read(bytes.clone()).unwrap()))
                .collect();
            let fates = Intake::new(&mut effect, None, 0).take(given).unwrap();
            effect.finish().unwrap();
            fates
        };
        assert!(
            take()
                .iter()
                .all(|fate| matches!(fate, Fate::Effective(1..)))
        );
        let (here, there) = (
            digest::digest(connection).unwrap(),
            digest::digest(&other).unwrap(),
        );
        assert_eq!(here, there, "seed {seed}: equal vectors, equal digest");
        assert_eq!(rebuild::verify(&other).unwrap().faults, [], "seed {seed}");
        assert!(
            take().iter().all(|fate| *fate == Fate::Known),
            "a known segment adds nothing"
        );
    }
}

#[test]
fn two_stores_that_do_the_same_are_the_same() {
    let histories: Vec<_> = (0..2)
        .map(|_| {
            let mut bench = Bench::new(33, Start::Published);
            let mut dice = Dice(33);
            for _ in 0..200 {
                deed(&mut bench.store, &mut dice).unwrap();
            }
            bench.store.digest().unwrap()
        })
        .collect();
    assert_eq!(histories[0], histories[1]);
    let (a, b) = (
        Bench::new(1, Start::Published),
        Bench::new(2, Start::Published),
    );
    assert_eq!(
        a.digest(),
        b.digest(),
        "two people who chose the published network hold the same changes"
    );
    assert_eq!(a.store.network().unwrap(), Some(ids::PUBLICATION));
    assert_eq!(
        Bench::new(1, Start::Empty).store.network().unwrap(),
        None,
        "an empty store has no network yet"
    );
}

#[test]
fn a_copied_store_goes_on_under_a_name_of_its_own() {
    let mut bench = Bench::new(44, Start::Published);
    let id = bench.add("organisation", &["acronym=CCC"]);
    bench.store.set_flushing(true).unwrap();
    let copied = bench.file.with_extension("copy");
    copy(&bench.file, &copied);
    let original = bench.store.digest().unwrap();
    let mut other = Store::open(&copied, Access::Write, TestWorld::new(45).0).unwrap();
    assert_eq!(
        other.digest().unwrap(),
        original,
        "reading a copy changes nothing"
    );
    let set = crate::laws::world::assignments(&["name=Elsewhere"]);
    let kind = crate::laws::world::kind_of("organisation");
    other
        .write(Act::typed(), |door| {
            door.set(kind, id, &set, &Default::default())
        })
        .unwrap();
    let vector = other.digest().unwrap().vector;
    for (site, last) in &original.vector {
        assert_eq!(vector.get(site), Some(last), "the old series is as it was");
    }
    assert_eq!(
        vector.len(),
        original.vector.len() + 1,
        "the copy writes a series of its own"
    );
    assert_eq!(other.verify().unwrap().faults, []);
    let sealed: i64 = other
        .connection()
        .query_row("SELECT max(s.last) FROM segment s JOIN chain c ON c.chain = s.chain WHERE c.kind = 'laptop'", (), |row| row.get(0))
        .unwrap();
    let own = original
        .vector
        .iter()
        .find(|(site, _)| **site != ids::PUBLICATION)
        .unwrap()
        .1;
    assert_eq!(
        sealed, *own,
        "what the original had written is sealed before the copy's epoch names it"
    );
}

#[test]
fn personal_values_stand_beside_the_log_never_in_it() {
    let mut bench = Bench::new(55, Start::Published);
    let secret = "ana.secret@example.org";
    let person = bench.add("person", &["name=Ana", &format!("email={secret}")]);
    let connection = bench.store.connection();
    Site::read(connection, String::new())
        .unwrap()
        .seal(connection)
        .unwrap();
    let bytes: Vec<u8> = connection
        .query_row(
            "SELECT bytes FROM segment ORDER BY chain DESC LIMIT 1",
            (),
            |row| row.get(0),
        )
        .unwrap();
    let epoch = segment::read_header(&bytes).unwrap().0.epoch;
    let opened = segment::open(
        &bytes,
        &crate::site::StoreNames::new(
            connection,
            &Lineage::new(connection),
            None,
            epoch.as_deref(),
        )
        .unwrap(),
    )
    .unwrap();
    let log: Vec<u8> = opened
        .changes
        .iter()
        .flat_map(|change| change.value.clone())
        .collect();
    assert!(
        !String::from_utf8_lossy(&log).contains(secret),
        "the log holds a commitment only"
    );
    let held: String = connection
        .query_row(
            "SELECT email FROM person t JOIN record r ON r.rid = t.rid WHERE r.id = ?1",
            (person.as_bytes(),),
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(held, secret, "this laptop shows what it holds");
    let before = bench.digest();
    bench.set("person", person, &[&format!("email={secret}")]);
    assert_eq!(
        bench.digest(),
        before,
        "the same value again is no change, though only commitments are compared"
    );
    bench.set("person", person, &["email=other@example.org"]);
    bench.store.undo(None, Act::typed()).unwrap();
    assert_eq!(bench.digest(), before);
    let meeting = bench.add(
        "meeting",
        &["title=Quiet", "confidentiality=no_attribution"],
    );
    let seat = bench.add(
        "attendance",
        &[
            &format!("meeting=id:{meeting}"),
            &format!("person=id:{person}"),
        ],
    );
    let value: Vec<u8> = bench
        .store
        .connection()
        .query_row(
            "SELECT value FROM change c JOIN record r ON r.rid = c.rid WHERE r.id = ?1 AND c.col = 17",
            (seat.as_bytes(),),
            |row| row.get(0),
        )
        .unwrap();
    assert!(matches!(
        changelog::codec::read_value(&value),
        domain::Value::Commitment(_)
    ));
    assert_eq!(bench.store.verify().unwrap().faults, []);
}
