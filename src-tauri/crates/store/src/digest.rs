//! One hash of what is in effect, by which two stores are compared.

use std::collections::BTreeMap;

use changelog::codec;
use domain::Value;
use rusqlite::Connection;
use uuid::Uuid;

use crate::error::Result;
use crate::lineage::Lineage;

/// The digest of a store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Digest {
    /// BLAKE3 over the effective heads.
    pub hash: [u8; 32],
    /// What was received: the last change of each site, as shown.
    pub vector: BTreeMap<Uuid, i64>,
}

/// A head of a record, as the digest counts it.
struct Head {
    column: u16,
    /// Hybrid time, site as written, number.
    order: (i64, [u8; 16], i64),
    value: Vec<u8>,
    open: bool,
}

/// Works out the digest.
///
/// BLAKE3 over the heads in (table, record, column) order, those of one cell by (hybrid time, site as written, number):
/// each head's value and whether it is open. A cell that holds nothing counts as one never written, and a record that is
/// gone as one never made, so that undoing gives back the digest from before.
///
/// # Errors
/// Where the file cannot be read.
pub fn digest(connection: &Connection) -> Result<Digest> {
    // Records are few beside their heads, so only they are sorted; the heads of each stand together.
    let mut records = connection
        .prepare("SELECT tbl, id, rid FROM record WHERE gone = 0")?
        .query_map((), |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
        .collect::<rusqlite::Result<Vec<(u16, [u8; 16], i64)>>>()?;
    records.sort_unstable();
    let mut sites: BTreeMap<i64, [u8; 16]> = BTreeMap::new();
    let mut select = connection.prepare("SELECT chain, site FROM chain")?;
    let mut rows = select.query(())?;
    while let Some(row) = rows.next()? {
        sites.insert(row.get(0)?, row.get(1)?);
    }
    let mut select = connection.prepare(
        "SELECT h.col, c.hlc, h.chain, h.seq, c.value, c.reopens IS NOT NULL FROM head h
         JOIN change c ON c.chain = h.chain AND c.seq = h.seq WHERE h.rid = ?1 ORDER BY h.col",
    )?;
    let mut hasher = blake3::Hasher::new();
    let null = codec::value(&Value::Null);
    let mut heads: Vec<Head> = Vec::new();
    for (table, id, rid) in records {
        heads.clear();
        let mut rows = select.query((rid,))?;
        while let Some(row) = rows.next()? {
            let chain: i64 = row.get(2)?;
            let site = sites.get(&chain).copied().unwrap_or_default();
            heads.push(Head {
                column: row.get(0)?,
                order: (row.get(1)?, site, row.get(3)?),
                value: row.get(4)?,
                open: row.get(5)?,
            });
        }
        heads.sort_by_key(|head| (head.column, head.order));
        for cell in heads.chunk_by(|one, other| one.column == other.column) {
            if cell.iter().all(|head| head.value == null && !head.open) {
                continue;
            }
            hasher.update(&table.to_le_bytes());
            hasher.update(&id);
            hasher.update(&cell[0].column.to_le_bytes());
            hasher.update(&(cell.len() as u32).to_le_bytes());
            for head in cell {
                hasher.update(&(head.value.len() as u64).to_le_bytes());
                hasher.update(&head.value);
                hasher.update(&[u8::from(head.open)]);
            }
        }
    }
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
        hash: *hasher.finalize().as_bytes(),
        vector,
    })
}
