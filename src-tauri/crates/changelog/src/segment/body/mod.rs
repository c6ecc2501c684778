//! Changes as columns, and back: what writing and reading must agree on.

mod read;
mod write;

use domain::value::VectorEntry;

use super::{MAX_SEQ, RowName, SegmentError};
use crate::change::Change;
use crate::codec;

pub use read::read;
pub use write::write;

/// The record's name is its id.
const FULL: u8 = 0;
/// The record's name is an entry of the epoch in force and a number.
const EPOCH: u8 = 1;
/// The record's name is a number of the own chain before the segment.
const OWN: u8 = 2;

// How a change names its row.
const SAME: u64 = 0;
const NEW: u64 = 1;
const BACK: u64 = 2;

/// The changes in the order of their values, which stand field by field: those of one field are alike and compress well.
fn by_field(changes: &[Change]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..changes.len()).collect();
    order.sort_by_key(|&index| (changes[index].table, changes[index].column));
    order
}

/// Whether a short name keeps within what it can name from here.
fn within(name: &RowName, first: u64, epoch: Option<&[VectorEntry]>) -> bool {
    match *name {
        RowName::Own { seq } => (1..first).contains(&seq),
        RowName::Epoch { entry, seq } => {
            // How long an epoch opened earlier is, only the names know.
            let entries = epoch.map_or(codec::MAX_VECTOR, |epoch| epoch.len() as u64);
            u64::from(entry) < entries && (1..MAX_SEQ).contains(&seq)
        }
    }
}

/// Where the last change stood in time.
#[derive(Default)]
struct Time {
    milliseconds: i64,
    counter: i64,
}

impl Time {
    /// The counter that a clock gives that many milliseconds later.
    fn expected(&self, milliseconds: i64) -> i64 {
        if milliseconds == 0 {
            self.counter + 1
        } else {
            0
        }
    }

    fn advance_to(&mut self, hlc: u64) -> (i64, i64) {
        let next = Time {
            milliseconds: (hlc >> 16).cast_signed(),
            counter: (hlc & 0xffff).cast_signed(),
        };
        let milliseconds = next.milliseconds - self.milliseconds;
        let counter = next.counter - self.expected(milliseconds);
        *self = next;
        (milliseconds, counter)
    }

    fn advance_by(&mut self, milliseconds: i64, counter: i64) -> Result<u64, SegmentError> {
        let out_of_range = SegmentError::Damaged("a time out of its range");
        let counter = self.expected(milliseconds).checked_add(counter);
        let milliseconds = self.milliseconds.checked_add(milliseconds);
        match (milliseconds, counter) {
            (Some(milliseconds @ 0..=0xffff_ffff_ffff), Some(counter @ 0..=0xffff)) => {
                *self = Time {
                    milliseconds,
                    counter,
                };
                Ok((milliseconds << 16 | counter).cast_unsigned())
            }
            _ => Err(out_of_range),
        }
    }
}

/// The place in a sparse list: the first index that no item has passed.
#[derive(Default)]
struct Sparse(u64);

impl Sparse {
    fn gap(&mut self, index: u64) -> u64 {
        let gap = index - self.0;
        self.0 = index + 1;
        gap
    }

    fn index(&mut self, gap: u64, count: usize) -> Result<usize, SegmentError> {
        let outside = SegmentError::Damaged("an item beyond the last change");
        let index = self
            .0
            .checked_add(gap)
            .filter(|&index| index < count as u64)
            .ok_or(outside)?;
        self.0 = index + 1;
        Ok(index as usize)
    }
}
