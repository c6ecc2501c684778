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

/// Works out the digest.
///
/// BLAKE3 over the heads in (table, record, column) order, those of one cell by (hybrid time, site as written, number):
/// each head's value and whether it is open. A cell that holds nothing counts as one never written, and a record that is
/// gone as one never made, so that undoing gives back the digest from before.
///
/// # Errors
/// Where the file cannot be read.
pub fn digest(connection: &Connection) -> Result<Digest> {
    let mut select = connection.prepare(
        "SELECT r.tbl, r.id, h.col, c.value, c.reopens IS NOT NULL
         FROM head h JOIN record r ON r.rid = h.rid
         JOIN change c ON c.chain = h.chain AND c.seq = h.seq
         JOIN chain s ON s.chain = h.chain
         WHERE r.gone = 0 ORDER BY r.tbl, r.id, h.col, c.hlc, s.site, c.seq",
    )?;
    let mut rows = select.query(())?;
    let mut hasher = blake3::Hasher::new();
    let null = codec::value(&Value::Null);
    let mut cell: Option<(u16, [u8; 16], u16)> = None;
    let mut heads: Vec<(Vec<u8>, bool)> = Vec::new();
    let mut add = |cell: &(u16, [u8; 16], u16), heads: &[(Vec<u8>, bool)]| {
        if heads.iter().all(|(value, open)| *value == null && !open) {
            return;
        }
        hasher.update(&cell.0.to_le_bytes());
        hasher.update(&cell.1);
        hasher.update(&cell.2.to_le_bytes());
        hasher.update(&(heads.len() as u32).to_le_bytes());
        for (value, open) in heads {
            hasher.update(&(value.len() as u64).to_le_bytes());
            hasher.update(value);
            hasher.update(&[u8::from(*open)]);
        }
    };
    while let Some(row) = rows.next()? {
        let next = (row.get(0)?, row.get(1)?, row.get(2)?);
        if let Some(done) = &cell
            && *done != next
        {
            add(done, &heads);
            heads.clear();
        }
        cell = Some(next);
        heads.push((row.get(3)?, row.get(4)?));
    }
    if let Some(done) = &cell {
        add(done, &heads);
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
