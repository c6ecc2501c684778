//! What a plan must be, whatever is drawn; and what it adds up to.

use std::collections::{BTreeMap, BTreeSet};

use domain::input::{self, Change};
use domain::kinds;

use crate::step::{Deed, Step};
use crate::{Size, plan};

/// What a plan adds up to.
#[derive(Debug, Default)]
struct Tally {
    steps: u64,
    /// Changes, one a cell; those that an edit would not change are counted, too.
    changes: u64,
    /// Records of kinds and links that are added.
    records: u64,
    links: u64,
    live: BTreeMap<&'static str, i64>,
    by: BTreeMap<String, (u64, u64)>,
}

/// Kinds the store gives a place of their own in a list.
const PLACED: [&str; 6] = [
    "activity",
    "agenda_item",
    "note",
    "decision",
    "action_point",
    "milestone",
];

impl Tally {
    fn of(steps: impl Iterator<Item = Step>) -> Tally {
        let mut tally = Tally::default();
        for step in steps {
            tally.steps += 1;
            for deed in &step.deeds {
                let before = tally.changes;
                let what = match deed {
                    Deed::Add { handle, .. } => format!("add {}", handle.kind()),
                    Deed::Set { handle, set } => format!(
                        "set {} {}",
                        handle.kind(),
                        set[0].split('=').next().unwrap()
                    ),
                    Deed::Delete { .. } => "delete".into(),
                    Deed::Place { .. } => "place".into(),
                };
                match deed {
                    Deed::Add { handle, set } => {
                        tally.records += 1;
                        *tally.live.entry(handle.kind()).or_default() += 1;
                        tally.changes += 1;
                        let parent = set.iter().any(|set| set.starts_with("parent="));
                        if PLACED.contains(&handle.kind())
                            && !(parent && handle.kind() == "activity")
                        {
                            tally.changes += 1;
                        }
                        tally.cells(handle.kind(), set);
                    }
                    Deed::Set { handle, set } => tally.cells(handle.kind(), set),
                    Deed::Delete { handle } => {
                        *tally.live.entry(handle.kind()).or_default() -= 1;
                        tally.changes += 1;
                    }
                    Deed::Place { .. } => tally.changes += 1,
                }
                let by = tally.by.entry(what).or_default();
                by.0 += 1;
                by.1 += tally.changes - before;
            }
        }
        tally
    }

    fn cells(&mut self, kind: &str, set: &[String]) {
        let kind = kinds::by_name(kind).unwrap();
        let mut columns = BTreeSet::new();
        for text in set {
            let given = input::assignment(text).unwrap();
            let field = kind.field(&given.field).unwrap();
            if field.links().is_some() {
                let ends = if given.change == Change::Set {
                    given.value.split(',').count() as u64
                } else {
                    1
                };
                self.changes += ends;
                if given.change != Change::Remove {
                    self.records += ends;
                    self.links += ends;
                }
            } else {
                columns.insert((kind.cell_number(field), given.part));
            }
        }
        self.changes += columns.len() as u64;
    }
}

#[test]
fn totals_of_m() {
    let tally = Tally::of(plan(Size::M, 7));
    println!("{tally:#?}");
}

#[test]
fn totals_of_l() {
    let tally = Tally::of(plan(Size::L, 7));
    println!("{tally:#?}");
}
