//! Columns into changes.

use std::collections::HashMap;

use domain::value::VectorEntry;
use uuid::Uuid;

use super::{BACK, EPOCH, FULL, NEW, OWN, SAME, Sparse, Time, by_field, within};
use crate::change::{Change, Origin, Transaction};
use crate::codec;
use crate::segment::columns::Columns;
use crate::segment::varint::Input;
use crate::segment::{FORMAT, Header, Names, RowName, SegmentError, compression};

/// Reads the changes of an uncompressed body.
///
/// Every count is held against the bytes that are left before anything is reserved for it.
pub fn read(raw: &[u8], header: &Header, names: &impl Names) -> Result<Vec<Change>, SegmentError> {
    let mut columns = Columns::from_order(compression::cut(raw, header.format > FORMAT)?);
    let count = header.count();
    // A change takes at least a byte of each of these.
    let least = [
        columns.rows,
        columns.times,
        columns.counters,
        columns.fields,
        columns.lengths,
    ];
    if least.iter().any(|column| (column.0.len() as u64) < count) {
        return Err(SegmentError::Damaged("more changes stated than are there"));
    }
    let rows = rows(&mut columns, header, names)?;
    let mut changes = Vec::with_capacity(count as usize);
    let mut time = Time::default();
    let mut row = RowPlace::default();
    for seq in header.first..=header.last {
        let &(table, record) = row.next(&mut columns.rows, &rows)?;
        let hlc = time.advance_by(columns.times.signed()?, columns.counters.signed()?)?;
        let column = columns.fields.below(1 << 16)? as u16;
        let (value, reopens, unseen, transaction) = (Vec::new(), None, Vec::new(), None);
        changes.push(Change {
            seq,
            hlc,
            table,
            record,
            column,
            value,
            reopens,
            unseen,
            transaction,
        });
    }
    if row.seen != rows.len() {
        return Err(SegmentError::Damaged("a row without a change"));
    }
    for index in by_field(&changes) {
        let length = columns.lengths.number()?;
        changes[index].value = columns.values.bytes(length)?.to_vec();
    }
    sparse(&mut columns, &mut changes)?;
    transactions(&mut columns, &mut changes)?;
    if columns.into_order().iter().all(Input::is_empty) {
        Ok(changes)
    } else {
        Err(SegmentError::Damaged("a column is longer than its changes"))
    }
}

fn rows(
    columns: &mut Columns<Input<'_>>,
    header: &Header,
    names: &impl Names,
) -> Result<Vec<(u16, Uuid)>, SegmentError> {
    let forms = columns.forms.bytes(columns.forms.0.len() as u64)?;
    if forms.len() as u64 > header.count() {
        return Err(SegmentError::Damaged("more rows than changes"));
    }
    let mut rows = Vec::with_capacity(forms.len());
    for form in forms {
        let table = columns.tables.below(1 << 16)? as u16;
        let name = match *form {
            FULL => {
                rows.push((table, Uuid::from_bytes(columns.ids.fixed()?)));
                continue;
            }
            EPOCH => RowName::Epoch {
                entry: columns.entries.below(codec::MAX_VECTOR)? as u32,
                seq: columns.seqs.number()?,
            },
            OWN => RowName::Own {
                seq: columns.seqs.number()?,
            },
            _ => return Err(SegmentError::Damaged("a name of an unknown form")),
        };
        if !within(&name, header.first, header.epoch.as_deref()) {
            return Err(SegmentError::Damaged(
                "a short name beyond what it can name",
            ));
        }
        rows.push((
            table,
            names.record(&name).ok_or(SegmentError::Waiting(name))?,
        ));
    }
    Ok(rows)
}

#[derive(Default)]
struct RowPlace {
    current: usize,
    seen: usize,
}

impl RowPlace {
    fn next<'a>(
        &mut self,
        codes: &mut Input<'_>,
        rows: &'a [(u16, Uuid)],
    ) -> Result<&'a (u16, Uuid), SegmentError> {
        self.current = match codes.below(BACK + self.seen as u64)? {
            SAME => self.current,
            NEW => {
                self.seen += 1;
                self.seen - 1
            }
            back => self.seen - 1 - (back - BACK) as usize,
        };
        // The first change has no row before it.
        let named = self.seen > 0;
        rows.get(self.current)
            .filter(|_| named)
            .ok_or(SegmentError::Damaged("a change without a row"))
    }
}

fn sparse(columns: &mut Columns<Input<'_>>, changes: &mut [Change]) -> Result<(), SegmentError> {
    let mut place = Sparse::default();
    let reopens = &mut columns.reopens;
    while !reopens.is_empty() {
        let index = place.index(reopens.number()?, changes.len())?;
        changes[index].reopens = Some(entry(reopens)?);
    }
    let mut place = Sparse::default();
    let unseen = &mut columns.unseen;
    while !unseen.is_empty() {
        let index = place.index(unseen.number()?, changes.len())?;
        let count = unseen.below(codec::MAX_VECTOR + 1)?;
        changes[index].unseen = (0..count)
            .map(|_| entry(unseen))
            .collect::<Result<_, _>>()?;
    }
    Ok(())
}

fn transactions(
    columns: &mut Columns<Input<'_>>,
    changes: &mut [Change],
) -> Result<(), SegmentError> {
    let people = columns.people.bytes(columns.people.0.len() as u64)?;
    let origins = columns.origins.bytes(columns.origins.0.len() as u64)?;
    let (people, rest) = people.as_chunks::<16>();
    if !rest.is_empty() {
        return Err(SegmentError::Damaged("half a person"));
    }
    let mut places = Sparse::default();
    let mut undone = undone(&mut columns.undoes, origins.len())?;
    for (number, &origin) in origins.iter().enumerate() {
        let index = places.index(columns.firsts.number()?, changes.len())?;
        let change = &mut changes[index];
        let wall = columns
            .walls
            .signed()?
            .wrapping_add((change.hlc >> 16).cast_signed());
        let person = match columns.persons.below(people.len() as u64 + 1)? {
            0 => None,
            person => Some(Uuid::from_bytes(people[person as usize - 1])),
        };
        let origin =
            Origin::from_number(origin).ok_or(SegmentError::Damaged("an unknown origin"))?;
        let reason = match columns.reasons.number()? {
            0 => None,
            length => Some(text(columns.reasons.bytes(length - 1)?)?),
        };
        change.transaction = Some(Transaction {
            wall,
            person,
            origin,
            reason,
            undoes: undone.remove(&number),
        });
    }
    Ok(())
}

fn undone(
    column: &mut Input<'_>,
    transactions: usize,
) -> Result<HashMap<usize, VectorEntry>, SegmentError> {
    let mut place = Sparse::default();
    let mut undone = HashMap::new();
    while !column.is_empty() {
        undone.insert(place.index(column.number()?, transactions)?, entry(column)?);
    }
    Ok(undone)
}

fn text(bytes: &[u8]) -> Result<String, SegmentError> {
    let text =
        str::from_utf8(bytes).map_err(|_| SegmentError::Damaged("a reason that is no text"))?;
    Ok(text.to_owned())
}

fn entry(input: &mut Input<'_>) -> Result<VectorEntry, SegmentError> {
    Ok(VectorEntry {
        site: Uuid::from_bytes(input.fixed()?),
        seq: input.number()?,
        hash: input.fixed()?,
    })
}
