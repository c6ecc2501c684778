//! Settling: one choice, an ordinary change that saw all sides, and settled everywhere.

use std::collections::BTreeSet;

use changelog::{Origin, codec};
use domain::input::{Assignment, Change};
use domain::value::Existence;
use domain::{Kind, Value, kinds};
use uuid::Uuid;

use crate::door::{Act, Door, Seen, Written};
use crate::error::{Error, Result};
use crate::query::conflicts::{self, Conflict, ConflictType, Side};
use crate::{Store, closing, joined, query};

/// How a conflict is settled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choice {
    /// The one side this laptop wrote.
    Mine,
    /// The one side others wrote.
    Theirs,
    /// The side that is shown, which is the latest.
    Latest,
    /// The side of this number, from 1.
    Nth(usize),
    /// What was deleted stays; two that clash both stay; what came late is adopted.
    Keep,
    /// What was deleted goes; a reference to it goes, too; what came late is left out.
    Drop,
    /// A value of one's own, as it is typed.
    Value(String),
}

impl Choice {
    /// Reads a choice as the command line takes it: `mine`, `theirs`, `latest`, a number, `keep`, `drop`, `value=TEXT`.
    pub fn read(text: &str) -> Option<Choice> {
        Some(match text {
            "mine" => Choice::Mine,
            "theirs" => Choice::Theirs,
            "latest" => Choice::Latest,
            "keep" => Choice::Keep,
            "drop" => Choice::Drop,
            other => match other.strip_prefix("value=") {
                Some(value) => Choice::Value(value.to_owned()),
                None => Choice::Nth(other.parse().ok().filter(|number| *number > 0)?),
            },
        })
    }
}

/// What became of one conflict of many.
#[derive(Debug, Clone)]
pub struct Settled {
    /// The conflict.
    pub conflict: Conflict,
    /// The code of why it was left; none where it was settled.
    pub why: Option<&'static str>,
}

impl Store {
    /// Settles one conflict.
    ///
    /// # Errors
    /// Refuses an id that nothing open has, and a choice that does not go with the conflict.
    pub fn settle(&mut self, id: &str, choice: &Choice, act: Act) -> Result<Written<Conflict>> {
        let act = Act {
            origin: Origin::Settle,
            ..act
        };
        self.write(act, |door| {
            let conflict = conflicts::conflict(door.connection(), id)?;
            settle(door, &conflict, choice)?;
            Ok(conflict)
        })
    }

    /// Settles all that can be settled one way, or all of one type, as one transaction. What cannot is told and left.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn settle_all(
        &mut self,
        choice: &Choice,
        ty: Option<ConflictType>,
        act: Act,
    ) -> Result<Written<Vec<Settled>>> {
        let act = Act {
            origin: Origin::Settle,
            ..act
        };
        self.write(act, |door| {
            let mut rows = Vec::new();
            for conflict in conflicts::conflicts(door.connection())? {
                if ty.is_some_and(|ty| ty != conflict.ty) {
                    continue;
                }
                let why = match settle(door, &conflict, choice) {
                    Ok(()) => None,
                    Err(error @ (Error::NotTwoSided | Error::BadChoice { .. })) => {
                        Some(error.code())
                    }
                    Err(error) => return Err(error),
                };
                rows.push(Settled { conflict, why });
            }
            Ok(rows)
        })
    }
}

fn settle(door: &mut Door<'_>, conflict: &Conflict, choice: &Choice) -> Result<()> {
    let sides = conflicts::sides(door.effect(), conflict)?;
    let refused = || Error::BadChoice {
        ty: conflict.ty.code(),
    };
    let side = match choice {
        Choice::Mine | Choice::Theirs => {
            let mut fitting = Vec::new();
            for side in &sides {
                let own = conflicts::is_own(door.connection(), side.head.place)?;
                if own == (*choice == Choice::Mine) {
                    fitting.push(side);
                }
            }
            match fitting.as_slice() {
                [side] => Some(*side),
                _ => return Err(Error::NotTwoSided),
            }
        }
        Choice::Nth(number) => Some(sides.get(number - 1).ok_or_else(refused)?),
        // Ordered by time: what is latest of them all is what is shown, where they are of one cell.
        Choice::Latest => Some(sides.last().ok_or_else(refused)?),
        _ => None,
    };
    match conflict.ty {
        ConflictType::Field => field(door, conflict, side, choice),
        ConflictType::DeleteEdit => {
            let keep = match (side, choice) {
                (Some(side), _) => {
                    side.column != kinds::EXISTS || !crate::apply::is_delete(&side.head)
                }
                (None, Choice::Keep) => true,
                (None, Choice::Drop) => false,
                _ => return Err(refused()),
            };
            existence(door, conflict.table, conflict.record, keep)
        }
        ConflictType::Dangling => dangling(door, conflict, side, choice),
        ConflictType::NaturalKey => match (side, choice) {
            (None, Choice::Keep) => again(door, conflict),
            (None, Choice::Drop) => door.insist(
                conflict.table,
                conflict.record,
                conflict.column,
                &Value::Null,
            ),
            (None, Choice::Value(text)) => typed(door, conflict, text),
            _ => Err(refused()),
        },
        ConflictType::Cycle => {
            // The row that is chosen goes to the top; the others stay below it.
            let row = match (side, choice) {
                (Some(side), _) => side.rid,
                (None, Choice::Drop) => conflict.rid,
                (None, Choice::Value(text)) => return typed(door, conflict, text),
                _ => return Err(refused()),
            };
            top(door, conflict, row)
        }
        ConflictType::Overlap => match (side, choice) {
            (None, Choice::Keep) => again(door, conflict),
            (None, Choice::Drop) => existence(door, conflict.table, conflict.record, false),
            _ => Err(refused()),
        },
        ConflictType::Join => match conflict.others.first() {
            Some(root) => edited(door, conflict, *root, side, choice),
            None => same(door, conflict, &sides, side, choice),
        },
        ConflictType::Late => match choice {
            Choice::Keep | Choice::Latest => late(door, conflict, true),
            Choice::Drop => late(door, conflict, false),
            _ => Err(refused()),
        },
    }
}

/// Adopts what came late to something closed, or leaves the record as it was closed. Either is written by somebody who knows
/// of the closing, whose own text stays as it is.
fn late(door: &mut Door<'_>, conflict: &Conflict, adopt: bool) -> Result<()> {
    let late = conflicts::late_cells(door.effect(), conflict)?;
    let was_there = !late
        .iter()
        .any(|late| late.column == kinds::EXISTS && late.frozen.is_none());
    if !adopt && !was_there {
        return existence(door, conflict.table, conflict.record, false);
    }
    let mut done = BTreeSet::new();
    for late in late {
        if !done.insert(late.column) {
            continue;
        }
        let value = if adopt {
            let value = door.effect().value(conflict.rid, late.column)?;
            value.unwrap_or(Value::Null)
        } else {
            closing::as_closed(&late)
        };
        door.insist(conflict.table, conflict.record, late.column, &value)?;
    }
    Ok(())
}

/// Settles to what a record is joined: what was chosen, the latest that joins it, or nothing.
fn same(
    door: &mut Door<'_>,
    conflict: &Conflict,
    sides: &[Side],
    side: Option<&Side>,
    choice: &Choice,
) -> Result<()> {
    let said = |side: &Side| codec::read_value(&side.head.value);
    let value = match (side, choice) {
        (Some(side), _) => said(side),
        (None, Choice::Keep) => sides
            .iter()
            .rev()
            .map(said)
            .find(|value| !value.is_null())
            .unwrap_or(Value::Null),
        (None, Choice::Drop) => Value::Null,
        _ => {
            return Err(Error::BadChoice {
                ty: conflict.ty.code(),
            });
        }
    };
    door.insist(conflict.table, conflict.record, conflict.column, &value)
}

/// Settles what was said of a joined record without knowing it: what is shown holds what was chosen, and the record is
/// joined again by somebody who knows; or it is taken apart.
fn edited(
    door: &mut Door<'_>,
    conflict: &Conflict,
    root: i64,
    side: Option<&Side>,
    choice: &Choice,
) -> Result<()> {
    let (table, shown) = named(door, root)?;
    match (side, choice) {
        (Some(side), _) => {
            let value = codec::read_value(&side.head.value);
            match door.effect().held(Some(value))? {
                Some(Value::Commitment(_)) => {
                    return Err(Error::NotHeld {
                        field: query::cell_names(kind(conflict)?, conflict.column).swap_remove(0),
                    });
                }
                value => door.put(table, shown, conflict.column, &value.unwrap_or(Value::Null))?,
            }
        }
        (None, Choice::Keep | Choice::Drop) => {}
        (None, Choice::Value(text)) => {
            let of_shown = Conflict {
                record: shown,
                ..conflict.clone()
            };
            typed(door, &of_shown, text)?;
        }
        _ => {
            return Err(Error::BadChoice {
                ty: conflict.ty.code(),
            });
        }
    }
    let (table, on, _) = joined::joining(door.connection(), conflict.record)?;
    let same = u16::from(kinds::SAME_AS);
    let value = match (choice, door.effect().known_rid(on)?) {
        (Choice::Drop, _) | (_, None) => Value::Null,
        (_, Some(rid)) => door.effect().value(rid, same)?.unwrap_or(Value::Null),
    };
    door.insist(table, on, same, &value)
}

fn field(
    door: &mut Door<'_>,
    conflict: &Conflict,
    side: Option<&Side>,
    choice: &Choice,
) -> Result<()> {
    match (side, choice) {
        (Some(side), _) => {
            let value = codec::read_value(&side.head.value);
            door.insist(conflict.table, conflict.record, conflict.column, &value)
        }
        (None, Choice::Value(text)) => typed(door, conflict, text),
        _ => Err(Error::BadChoice {
            ty: conflict.ty.code(),
        }),
    }
}

/// Settles with a value as it is typed into the field.
fn typed(door: &mut Door<'_>, conflict: &Conflict, text: &str) -> Result<()> {
    let kind = kind(conflict)?;
    let name = query::cell_names(kind, conflict.column).swap_remove(0);
    let (field, part) = match name.split_once('.') {
        Some((field, part)) => (field.to_owned(), Some(part.to_owned())),
        None => (name, None),
    };
    let set = Assignment {
        field,
        part,
        change: Change::Set,
        value: text.to_owned(),
    };
    door.set(kind, conflict.record, &[set], &Seen::new())
}

fn dangling(
    door: &mut Door<'_>,
    conflict: &Conflict,
    side: Option<&Side>,
    choice: &Choice,
) -> Result<()> {
    // Of its two sides, the delete drops the reference and the reference keeps what it refers to.
    let keep = match (side, choice) {
        (Some(side), _) => side.rid == conflict.rid,
        (None, Choice::Keep) => true,
        (None, Choice::Drop) => false,
        (None, Choice::Value(text)) if conflict.column != kinds::EXISTS => {
            return typed(door, conflict, text);
        }
        _ => {
            return Err(Error::BadChoice {
                ty: conflict.ty.code(),
            });
        }
    };
    if !keep {
        let nothing = if conflict.column == kinds::EXISTS {
            Value::Existence(Existence::Deleted)
        } else {
            Value::Null
        };
        return door.insist(conflict.table, conflict.record, conflict.column, &nothing);
    }
    for target in &conflict.others {
        let (table, id) = named(door, *target)?;
        existence(door, table, id, true)?;
    }
    Ok(())
}

/// Writes once more what a cell shows: who does so has seen the other record, and both stay.
fn again(door: &mut Door<'_>, conflict: &Conflict) -> Result<()> {
    let value = door
        .effect()
        .value(conflict.rid, conflict.column)?
        .unwrap_or(Value::Null);
    door.insist(conflict.table, conflict.record, conflict.column, &value)
}

fn top(door: &mut Door<'_>, conflict: &Conflict, row: i64) -> Result<()> {
    let (table, id) = named(door, row)?;
    let value = match door.effect().value(row, conflict.column)? {
        Some(Value::Tree { position, .. }) => Value::Tree {
            parent: None,
            position,
        },
        _ => Value::Null,
    };
    door.insist(table, id, conflict.column, &value)
}

fn existence(door: &mut Door<'_>, table: u16, id: Uuid, live: bool) -> Result<()> {
    let value = if live {
        door.creation(id)?
    } else {
        Value::Existence(Existence::Deleted)
    };
    door.insist(table, id, kinds::EXISTS, &value)
}

fn named(door: &Door<'_>, rid: i64) -> Result<(u16, Uuid)> {
    Ok(door
        .connection()
        .prepare_cached("SELECT tbl, id FROM record WHERE rid = ?1")?
        .query_row((rid,), |row| {
            Ok((row.get(0)?, Uuid::from_bytes(row.get(1)?)))
        })?)
}

fn kind(conflict: &Conflict) -> Result<&'static Kind> {
    kinds::by_table(conflict.table).ok_or(Error::BadChoice {
        ty: conflict.ty.code(),
    })
}
