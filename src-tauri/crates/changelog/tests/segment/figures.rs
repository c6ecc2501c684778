//! How large sealed segments are.

use changelog::segment::{self, NoNames, RowName, Segment};
use changelog::{Change, Clock, Origin, Transaction, codec};
use domain::value::VectorEntry;
use domain::{Existence, Value};
use uuid::Uuid;

use crate::fixture::{Chance, Listed, key};

const ROWS: u64 = 20_000;
const FIELDS: u64 = 12;

const WORDS: [&str; 32] = [
    "labour",
    "pathways",
    "network",
    "country",
    "dialogue",
    "return",
    "data",
    "children",
    "climate",
    "health",
    "border",
    "skills",
    "remittances",
    "review",
    "forum",
    "toolkit",
    "guidance",
    "regional",
    "training",
    "pledge",
    "champion",
    "inclusion",
    "detention",
    "visas",
    "rights",
    "saving",
    "lives",
    "policy",
    "survey",
    "report",
    "plan",
    "fund",
];

fn words(chance: &mut Chance, count: u64) -> String {
    (0..count)
        .map(|_| *chance.pick(&WORDS))
        .collect::<Vec<_>>()
        .join(" ")
}

/// A value as such a field holds: texts of several lengths, codes, names, days, numbers.
fn value(chance: &mut Chance, field: u64) -> Value {
    Value::Text(match field {
        0 => format!("{} {}", words(chance, 4), chance.below(1_000)),
        1 => words(chance, 20),
        2 => (*chance.pick(&[
            "in_progress",
            "completed",
            "delayed",
            "on_hold",
            "cancelled",
        ]))
        .to_owned(),
        3 => format!("person {}", chance.below(400)),
        4 | 5 => {
            format!(
                "20{}-{:02}-{:02}",
                24 + chance.below(6),
                1 + chance.below(12),
                1 + chance.below(28)
            )
        }
        6 => return Value::Integer(chance.below(101) as i64),
        7 => return Value::Integer(chance.below(5_000_000) as i64),
        8 => (*chance.pick(&["KEN", "COL", "BGD", "NER", "TUR", "MEX", "PHL", "UKR"])).to_owned(),
        9 => return Value::Integer(chance.below(500) as i64),
        10 => words(chance, 8),
        _ => return Value::Integer(1 + chance.below(5) as i64),
    })
}

/// A store's work as it is written, change by change.
struct Work {
    chance: Chance,
    clock: Clock,
    wall: i64,
    person: Uuid,
    records: Vec<Uuid>,
    changes: Vec<Change>,
}

impl Work {
    /// Before anything was done, on records that another site created, each with a change for every field.
    fn new() -> Work {
        let mut chance = Chance(1);
        Work {
            clock: Clock::default(),
            wall: 1_760_000_000_000,
            person: chance.id(),
            records: (0..ROWS).map(|_| chance.id()).collect(),
            changes: Vec::new(),
            chance,
        }
    }

    fn action(&mut self, record: Uuid, values: Vec<(u16, Value)>) {
        self.wall += 2_000 + self.chance.below(60_000) as i64;
        for (index, (column, value)) in values.into_iter().enumerate() {
            self.changes.push(Change {
                seq: self.changes.len() as u64 + 1,
                hlc: self.clock.tick(self.wall),
                table: 6,
                record,
                column,
                value: codec::value(&value),
                reopens: None,
                unseen: Vec::new(),
                transaction: (index == 0).then_some(Transaction {
                    wall: self.wall,
                    person: Some(self.person),
                    origin: Origin::Typed,
                    reason: None,
                    undoes: None,
                }),
            });
        }
    }

    /// Changes one field of one record; a seventh of these edits is of a few records that everybody works on.
    fn edit(&mut self) {
        let (record, field) = match self.chance.below(7) {
            0 => (self.chance.below(300), *self.chance.pick(&[0, 2, 5, 10])),
            _ => (self.chance.below(ROWS), self.chance.below(FIELDS)),
        };
        let value = value(&mut self.chance, field);
        self.action(
            self.records[record as usize],
            vec![(1 + field as u16, value)],
        );
    }

    fn create(&mut self) {
        let live = Value::Existence(Existence::Live {
            owner: None,
            home: None,
            end: None,
        });
        let fields = (0..FIELDS).map(|field| (1 + field as u16, value(&mut self.chance, field)));
        let values = std::iter::once((0, live)).chain(fields).collect();
        let record = self.chance.id();
        self.action(record, values);
    }

    fn delete(&mut self) {
        let record = self.chance.below(ROWS);
        self.action(
            self.records[record as usize],
            vec![(0, Value::Existence(Existence::Deleted))],
        );
    }

    fn done(mut self) -> (Segment, Listed) {
        let created = (1..)
            .step_by(FIELDS as usize + 1)
            .map(|seq| RowName::Epoch { entry: 0, seq });
        let names = Listed::new(created.zip(self.records.iter().copied()));
        let base = VectorEntry {
            site: self.chance.id(),
            seq: ROWS * (FIELDS + 1),
            hash: [3; 16],
        };
        let segment = Segment {
            network: self.chance.id(),
            site: self.chance.id(),
            first: 1,
            previous: None,
            epoch: Some(vec![base]),
            changes: self.changes,
        };
        (segment, names)
    }
}

fn sizes(what: &str, segment: &Segment, names: &Listed) -> (usize, usize) {
    let short = segment::seal(segment, &key(), names).unwrap();
    let full = segment::seal(segment, &key(), &NoNames).unwrap();
    assert_eq!(&segment::open(&short, names).unwrap(), segment);
    let values: usize = segment
        .changes
        .iter()
        .map(|change| change.value.len())
        .sum();
    println!(
        "{what} on {ROWS} rows: {} changes, {values} bytes of values; sealed {} bytes with short names, {} with full ids",
        segment.changes.len(),
        short.len(),
        full.len()
    );
    (short.len(), full.len())
}

#[test]
fn single_edits_are_small() {
    let mut work = Work::new();
    for _ in 0..2_250 {
        work.edit();
    }
    let (segment, names) = work.done();
    let (short, full) = sizes("2,250 edits", &segment, &names);
    assert!(
        short <= 50_000,
        "a change file must not outgrow those of the engines it was weighed against"
    );
    assert!(
        full - short >= 12 * 1_900,
        "a short name saves most of an id's 16 bytes"
    );
}

#[test]
fn edits_with_new_records_are_small() {
    let mut work = Work::new();
    for number in 0..2_000 {
        work.edit();
        if number % 10 == 0 {
            work.create();
        }
        if number % 40 == 0 {
            work.delete();
        }
    }
    let (segment, names) = work.done();
    let (short, _) = sizes(
        "2,000 edits, 200 records created, 50 deleted",
        &segment,
        &names,
    );
    assert!(
        short <= 50_000,
        "a change file must not outgrow those of the engines it was weighed against"
    );
}
