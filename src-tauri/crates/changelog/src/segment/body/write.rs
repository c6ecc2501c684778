//! Changes into columns.

use std::collections::HashMap;

use domain::value::VectorEntry;
use uuid::Uuid;

use super::{BACK, EPOCH, FULL, NEW, OWN, SAME, Sparse, Time, by_field, within};
use crate::change::{Change, Transaction};
use crate::segment::columns::Columns;
use crate::segment::varint::{put, put_signed};
use crate::segment::{Names, RowName, Segment};

/// Writes the columns of a segment.
pub fn write(segment: &Segment, names: &impl Names) -> Columns<Vec<u8>> {
    let mut writer = Writer::default();
    for (index, change) in segment.changes.iter().enumerate() {
        writer.row(change, segment, names);
        writer.change(index as u64, change);
    }
    for index in by_field(&segment.changes) {
        let value = &segment.changes[index].value;
        put(&mut writer.columns.lengths, value.len() as u64);
        writer.columns.values.extend_from_slice(value);
    }
    writer.columns
}

#[derive(Default)]
struct Writer {
    columns: Columns<Vec<u8>>,
    known: HashMap<(u16, Uuid), u64>,
    row: u64,
    people: HashMap<Uuid, u64>,
    time: Time,
    transactions: u64,
    firsts: Sparse,
    undoes: Sparse,
    reopens: Sparse,
    unseen: Sparse,
}

impl Writer {
    fn row(&mut self, change: &Change, segment: &Segment, names: &impl Names) {
        let rows = self.known.len() as u64;
        let row = *self
            .known
            .entry((change.table, change.record))
            .or_insert(rows);
        let code = if row == rows {
            self.name(change, segment, names);
            NEW
        } else if row == self.row {
            SAME
        } else {
            BACK + (rows - 1 - row)
        };
        put(&mut self.columns.rows, code);
        self.row = row;
    }

    fn name(&mut self, change: &Change, segment: &Segment, names: &impl Names) {
        put(&mut self.columns.tables, u64::from(change.table));
        let short = names.short(change.record).filter(|name| {
            within(name, segment.first, segment.epoch.as_deref())
                && names.record(name) == Some(change.record)
        });
        match short {
            None => {
                self.columns.forms.push(FULL);
                self.columns.ids.extend_from_slice(change.record.as_bytes());
            }
            Some(RowName::Epoch { entry, seq }) => {
                self.columns.forms.push(EPOCH);
                put(&mut self.columns.entries, u64::from(entry));
                put(&mut self.columns.seqs, seq);
            }
            Some(RowName::Own { seq }) => {
                self.columns.forms.push(OWN);
                put(&mut self.columns.seqs, seq);
            }
        }
    }

    fn change(&mut self, index: u64, change: &Change) {
        let columns = &mut self.columns;
        let (milliseconds, counter) = self.time.advance_to(change.hlc);
        put_signed(&mut columns.times, milliseconds);
        put_signed(&mut columns.counters, counter);
        put(&mut columns.fields, u64::from(change.column));
        if let Some(entry) = &change.reopens {
            put(&mut columns.reopens, self.reopens.gap(index));
            put_entry(&mut columns.reopens, entry);
        }
        if !change.unseen.is_empty() {
            put(&mut columns.unseen, self.unseen.gap(index));
            put(&mut columns.unseen, change.unseen.len() as u64);
            for entry in &change.unseen {
                put_entry(&mut columns.unseen, entry);
            }
        }
        if let Some(transaction) = &change.transaction {
            put(&mut columns.firsts, self.firsts.gap(index));
            self.transaction(transaction, change.hlc);
        }
    }

    fn transaction(&mut self, transaction: &Transaction, hlc: u64) {
        let columns = &mut self.columns;
        // The clock follows the wall, so this is nought unless one of them was wrong.
        put_signed(
            &mut columns.walls,
            transaction.wall.wrapping_sub((hlc >> 16).cast_signed()),
        );
        let person = transaction.person.map_or(0, |person| {
            let next = self.people.len() as u64 + 1;
            *self.people.entry(person).or_insert_with(|| {
                columns.people.extend_from_slice(person.as_bytes());
                next
            })
        });
        put(&mut columns.persons, person);
        columns.origins.push(transaction.origin.number());
        match &transaction.reason {
            Some(reason) => {
                put(&mut columns.reasons, reason.len() as u64 + 1);
                columns.reasons.extend_from_slice(reason.as_bytes());
            }
            None => put(&mut columns.reasons, 0),
        }
        if let Some(entry) = &transaction.undoes {
            put(&mut columns.undoes, self.undoes.gap(self.transactions));
            put_entry(&mut columns.undoes, entry);
        }
        self.transactions += 1;
    }
}

/// Entries stand in full: what names them elsewhere need not be here when the segment is opened.
fn put_entry(out: &mut Vec<u8>, entry: &VectorEntry) {
    out.extend_from_slice(entry.site.as_bytes());
    put(out, entry.seq);
    out.extend_from_slice(&entry.hash);
}
