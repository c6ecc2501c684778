//! One hash of what is in effect, by which two stores are compared.
//!
//! Each cell has a digest of its own, and the store keeps their sum: a cell that changes is taken out and put in again, so
//! that what a merge or an edit costs does not grow with what else there is.

use std::collections::BTreeMap;

use changelog::codec;
use domain::Value;
use rusqlite::Connection;
use uuid::Uuid;

use crate::apply::{Effect, Head};
use crate::error::Result;
use crate::lineage::Lineage;
use crate::site::{set, setting};

/// The digest of a store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Digest {
    /// BLAKE3 over the sum of the digests of all cells.
    pub hash: [u8; 32],
    /// What was received: the last change of each site, as shown.
    pub vector: BTreeMap<Uuid, i64>,
}

/// Digests of cells added up, modulo 2^256: in whatever order they come, the sum is one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Sum([u64; 4]);

/// The setting it is kept under.
const KEPT: &str = "digest";
/// The schema from which on it is kept.
const SINCE: i64 = 7;

impl Sum {
    /// The sum that a store keeps; that of nothing where nothing has had effect yet.
    ///
    /// # Errors
    /// Where the file cannot be read, or holds another thing in its place.
    pub(crate) fn kept(connection: &Connection) -> Result<Sum> {
        let kept: Option<[u8; 32]> = setting(connection, KEPT)?;
        Ok(kept.map(Sum::read).unwrap_or_default())
    }

    /// Keeps it in the store.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub(crate) fn keep(self, connection: &Connection) -> Result<()> {
        Ok(set(connection, KEPT, self.bytes())?)
    }

    /// Works it out from all heads.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub(crate) fn of(connection: &Connection) -> Result<Sum> {
        let effect = Effect::new(connection);
        let mut sum = Sum::default();
        let mut select = connection.prepare("SELECT rid, tbl, id FROM record WHERE gone = 0")?;
        let mut rows = select.query(())?;
        while let Some(row) = rows.next()? {
            let (rid, table) = (row.get(0)?, row.get(1)?);
            sum.add(Sum::of_record(&effect, rid, table, &row.get(2)?)?);
        }
        Ok(sum)
    }

    /// The sum of a record's cells.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub(crate) fn of_record(
        effect: &Effect<'_>,
        rid: i64,
        table: u16,
        id: &[u8; 16],
    ) -> Result<Sum> {
        let mut sum = Sum::default();
        for (column, heads) in effect.cells(rid, &Default::default(), true)? {
            sum.add(Sum::of_cell(&effect.lineage, (table, id, column), &heads)?);
        }
        Ok(sum)
    }

    /// The digest of a cell of a record: BLAKE3 over its table, record and column, and of each head its value and whether
    /// it is open, in the order of hybrid time, site as written, number and value. One that holds nothing counts as one never
    /// written, so that undoing gives back the digest from before.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub(crate) fn of_cell(
        lineage: &Lineage<'_>,
        (table, id, column): (u16, &[u8; 16], u16),
        heads: &[Head],
    ) -> Result<Sum> {
        let null = codec::value(&Value::Null);
        if heads.iter().all(|head| head.value == null && !head.open) {
            return Ok(Sum::default());
        }
        let mut ordered = Vec::with_capacity(heads.len());
        for head in heads {
            let site = lineage.written(head.place.chain)?;
            ordered.push(((head.hlc, site, head.place.seq), head));
        }
        // Branches of one site may agree on all three, where a slow clock only counted on in both.
        ordered.sort_unstable_by(|(a, one), (b, other)| {
            (a, &one.value, one.open).cmp(&(b, &other.value, other.open))
        });
        let mut hasher = blake3::Hasher::new();
        hasher.update(&table.to_le_bytes());
        hasher.update(id);
        hasher.update(&column.to_le_bytes());
        for (_, head) in ordered {
            hasher.update(&(head.value.len() as u64).to_le_bytes());
            hasher.update(&head.value);
            hasher.update(&[u8::from(head.open)]);
        }
        Ok(Sum::read(*hasher.finalize().as_bytes()))
    }

    /// Puts something in.
    pub(crate) fn add(&mut self, other: Sum) {
        let mut carry = false;
        for (one, other) in self.0.iter_mut().zip(other.0) {
            let (sum, over) = one.overflowing_add(other);
            let (sum, more) = sum.overflowing_add(u64::from(carry));
            (*one, carry) = (sum, over | more);
        }
    }

    /// Takes something out that was put in.
    pub(crate) fn take(&mut self, other: Sum) {
        // What is added to a number's complement is taken from the number.
        self.0 = self.0.map(|part| !part);
        self.add(other);
        self.0 = self.0.map(|part| !part);
    }

    fn read(bytes: [u8; 32]) -> Sum {
        let (parts, _) = bytes.as_chunks();
        let mut sum = Sum::default();
        for (one, part) in sum.0.iter_mut().zip(parts) {
            *one = u64::from_le_bytes(*part);
        }
        sum
    }

    fn bytes(self) -> [u8; 32] {
        let mut bytes = [0; 32];
        let (parts, _) = bytes.as_chunks_mut();
        for (part, one) in parts.iter_mut().zip(self.0) {
            *part = one.to_le_bytes();
        }
        bytes
    }

    /// What it is told as.
    pub(crate) fn hash(self) -> [u8; 32] {
        *blake3::hash(&self.bytes()).as_bytes()
    }
}

/// Works the sum out in a store of an older build, which does not keep it.
pub(crate) fn after_migration(connection: &Connection, from: i64) -> Result<()> {
    if from >= SINCE {
        return Ok(());
    }
    Sum::of(connection)?.keep(connection)
}

/// Tells the digest.
///
/// # Errors
/// Where the file cannot be read.
pub fn digest(connection: &Connection) -> Result<Digest> {
    let version: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let sum = if version < SINCE {
        Sum::of(connection)?
    } else {
        Sum::kept(connection)?
    };
    let lineage = Lineage::new(connection);
    let mut vector = BTreeMap::new();
    let mut select = connection.prepare("SELECT chain, last FROM chain WHERE last > 0")?;
    let chains = select
        .query_map((), |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<Vec<(i64, i64)>>>()?;
    for (chain, last) in chains {
        vector.insert(lineage.shown(chain)?, last);
    }
    Ok(Digest {
        hash: sum.hash(),
        vector,
    })
}

#[cfg(test)]
mod tests {
    use super::Sum;

    #[test]
    fn what_was_put_in_is_taken_out_in_any_order() {
        let digests: Vec<Sum> = (0_u8..9)
            .map(|n| Sum([u64::MAX - u64::from(n); 4]))
            .collect();
        let mut sum = Sum::default();
        for digest in &digests {
            sum.add(*digest);
        }
        let mut other = Sum::default();
        for digest in digests.iter().rev() {
            other.add(*digest);
        }
        assert_eq!(sum, other);
        assert_ne!(sum, Sum::default());
        assert_eq!(Sum::read(sum.bytes()), sum);
        for digest in &digests[1..] {
            sum.take(*digest);
        }
        assert_eq!(sum, digests[0]);
    }
}
