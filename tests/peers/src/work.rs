//! The work that every engine is given, and the answer that is worked out from it alone.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// How many copies are edited apart.
pub const REPLICAS: usize = 8;
/// The fields of a record: those of a review that hold one value, by how they are named when set.
pub const FIELDS: [&str; 12] = [
    "title", "notes", "format", "venue", "start", "end", "round", "title.fr", "kind", "title.es",
    "notes.fr", "notes.es",
];
/// The fields that several people work on at once, in the records that they do that with.
const HOT_FIELDS: [usize; 4] = [0, 2, 5, 10];

/// The name of a record: what it is called in every engine but ours, which makes names of its own.
pub type Id = [u8; 16];

/// A value of a field.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Value {
    /// A whole number.
    Number(i64),
    /// A text, a code or a day.
    Text(String),
}

/// What somebody does, as one transaction.
#[derive(Debug, Clone)]
pub enum Edit {
    /// Sets a field of a record of the base.
    Set {
        /// The record's place in the base.
        record: usize,
        /// The field.
        field: usize,
        /// The new value, never the one that stands there.
        value: Value,
    },
    /// Adds a record.
    Insert {
        /// Its name.
        id: Id,
        /// All its fields.
        values: Vec<Value>,
    },
    /// Deletes a record of the base.
    Delete {
        /// The record's place in the base.
        record: usize,
    },
}

/// How much there is to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// Records in the base.
    pub records: usize,
    /// Fields that each replica sets.
    pub edits: usize,
    /// Records that each replica adds.
    pub inserts: usize,
    /// Records that each replica deletes.
    pub deletes: usize,
    /// Records of the base that several people work on at once.
    pub hot: usize,
}

impl Size {
    /// The full work on a base of so many records.
    pub fn full(records: usize) -> Size {
        Size {
            records,
            edits: 2_000,
            inserts: 200,
            deletes: 50,
            hot: 300,
        }
    }

    /// Enough to see that everything runs and agrees.
    pub fn small() -> Size {
        Size {
            records: 1_000,
            edits: 200,
            inserts: 20,
            deletes: 10,
            hot: 30,
        }
    }
}

const WORDS: [&str; 38] = [
    "regional",
    "review",
    "compact",
    "migration",
    "return",
    "data",
    "capacity",
    "border",
    "labour",
    "protection",
    "joint",
    "statement",
    "network",
    "workstream",
    "country",
    "team",
    "report",
    "annual",
    "draft",
    "governance",
    "pathways",
    "health",
    "climate",
    "displacement",
    "secretariat",
    "briefing",
    "consultation",
    "pledge",
    "fund",
    "evaluation",
    "coordination",
    "meeting",
    "stakeholder",
    "guidance",
    "pilot",
    "training",
    "partners",
    "survey",
];

struct Dice(ChaCha8Rng);

impl Dice {
    fn new(stream: u64) -> Dice {
        let mut dice = ChaCha8Rng::from_seed([42; 32]);
        dice.set_stream(stream);
        Dice(dice)
    }

    fn below(&mut self, end: usize) -> usize {
        ((u64::from(self.0.next_u32()) * end as u64) >> 32) as usize
    }

    fn id(&mut self) -> Id {
        let mut id = [0; 16];
        self.0.fill_bytes(&mut id);
        id
    }

    fn one(&mut self, of: &[&str]) -> Value {
        Value::Text(of[self.below(of.len())].to_owned())
    }

    fn words(&mut self, count: usize) -> String {
        let words: Vec<&str> = (0..count).map(|_| WORDS[self.below(WORDS.len())]).collect();
        words.join(" ")
    }

    fn value(&mut self, field: usize) -> Value {
        let text = match field {
            0 | 7 | 9 => format!("{} {}", self.words(4), self.below(1000)),
            1 => self.words(20),
            2 => return self.one(&["online", "hybrid", "in_person"]),
            3 => format!("hall {}", self.below(400)),
            4 | 5 => format!(
                "20{}-{:02}-{:02}",
                24 + self.below(6),
                1 + self.below(12),
                1 + self.below(28)
            ),
            6 => return Value::Number(self.below(500) as i64),
            8 => return self.one(&["regional_review", "forum"]),
            10 => self.words(8),
            _ => self.words(5),
        };
        Value::Text(text)
    }

    fn values(&mut self) -> Vec<Value> {
        (0..FIELDS.len()).map(|field| self.value(field)).collect()
    }
}

/// The records that everybody begins with.
pub fn base(size: Size) -> Vec<(Id, Vec<Value>)> {
    let mut dice = Dice::new(0);
    (0..size.records)
        .map(|_| (dice.id(), dice.values()))
        .collect()
}

/// What one replica does.
pub fn edits(size: Size, base: &[(Id, Vec<Value>)], replica: usize) -> Vec<Edit> {
    let mut dice = Dice::new(1 + replica as u64);
    let mut deleted = BTreeSet::new();
    while deleted.len() < size.deletes {
        let of = if dice.below(100) < 20 {
            size.hot
        } else {
            size.records
        };
        deleted.insert(dice.below(of));
    }
    let mut to_delete: Vec<usize> = deleted.iter().copied().collect();
    let mut now: HashMap<(usize, usize), Value> = HashMap::new();
    let mut edits = Vec::new();
    for number in 0..size.edits {
        let (record, field) = loop {
            let cell = if dice.below(100) < 15 {
                (dice.below(size.hot), HOT_FIELDS[dice.below(4)])
            } else {
                (dice.below(size.records), dice.below(FIELDS.len()))
            };
            if !deleted.contains(&cell.0) {
                break cell;
            }
        };
        // Writing what stands there is no edit, and some engines drop it.
        let stands = now
            .get(&(record, field))
            .unwrap_or(&base[record].1[field])
            .clone();
        let value = loop {
            let value = dice.value(field);
            if value != stands {
                break value;
            }
        };
        now.insert((record, field), value.clone());
        edits.push(Edit::Set {
            record,
            field,
            value,
        });
        if number % (size.edits / size.inserts) == 0 {
            edits.push(Edit::Insert {
                id: dice.id(),
                values: dice.values(),
            });
        }
        if number % (size.edits / size.deletes) == 0
            && let Some(record) = to_delete.pop()
        {
            edits.push(Edit::Delete { record });
        }
    }
    edits
}

/// In which order a replica takes the files of the others: another one for each.
pub fn order(replica: usize) -> Vec<usize> {
    let mut order: Vec<usize> = (0..REPLICAS).collect();
    order.rotate_left((replica * 3 + 1) % REPLICAS);
    if replica % 2 == 1 {
        order.reverse();
    }
    order.retain(|other| *other != replica);
    order
}

/// What there is to settle once all have met.
#[derive(Debug, Default)]
pub struct Truth {
    /// Cells for which people ended with different values: record and field.
    pub cells: BTreeSet<(usize, usize)>,
    /// Records that one deleted and another one edited.
    pub delete_edit: BTreeSet<usize>,
    /// Records that are left: all but those that were deleted and nobody edited.
    pub left: usize,
}

/// Works out what there is to settle.
pub fn truth(size: Size) -> Truth {
    let base = base(size);
    let mut cells: BTreeMap<(usize, usize), BTreeMap<usize, Value>> = BTreeMap::new();
    let mut deletes: BTreeMap<usize, HashSet<usize>> = BTreeMap::new();
    let mut touched: HashMap<usize, HashSet<usize>> = HashMap::new();
    let mut inserted = 0;
    for replica in 0..REPLICAS {
        for edit in edits(size, &base, replica) {
            match edit {
                Edit::Set {
                    record,
                    field,
                    value,
                } => {
                    cells
                        .entry((record, field))
                        .or_default()
                        .insert(replica, value);
                    touched.entry(record).or_default().insert(replica);
                }
                Edit::Delete { record } => {
                    deletes.entry(record).or_default().insert(replica);
                }
                Edit::Insert { .. } => inserted += 1,
            }
        }
    }
    let differ = |values: &BTreeMap<usize, Value>| {
        let mut values = values.values();
        let first = values.next();
        values.any(|value| Some(value) != first)
    };
    let edited_elsewhere = |record: &usize, by: &HashSet<usize>| {
        touched
            .get(record)
            .is_some_and(|touched| touched.iter().any(|replica| !by.contains(replica)))
    };
    let delete_edit: BTreeSet<usize> = deletes
        .iter()
        .filter(|(record, by)| edited_elsewhere(record, by))
        .map(|(record, _)| *record)
        .collect();
    Truth {
        cells: cells
            .iter()
            .filter(|(_, values)| differ(values))
            .map(|(cell, _)| *cell)
            .collect(),
        left: size.records + inserted - (deletes.len() - delete_edit.len()),
        delete_edit,
    }
}
