//! Taking in a sealed segment whose whole past is here.

use changelog::codec;
use changelog::segment;
use changelog::transaction_id;
use rusqlite::OptionalExtension;

use crate::apply::Effect;
use crate::error::{Error, Result};
use crate::lineage::Place;
use crate::site::StoreNames;

/// Takes a segment into the log and gives its changes their effect, within the transaction that is open.
///
/// Answers how many changes it brought; none where the segment is here already.
///
/// # Errors
/// Where the bytes are no sound segment, or do not go on where its chain ends.
pub(crate) fn receive(effect: &mut Effect<'_>, kind: &str, bytes: &[u8]) -> Result<u64> {
    let connection = effect.connection;
    let unsound = |error: segment::SegmentError| Error::Defect(format!("segment: {error}"));
    let (header, _) = segment::read_header(bytes).map_err(unsound)?;
    let known: Option<(i64, i64, Option<[u8; 32]>)> = connection
        .prepare_cached(
            "SELECT chain, last, tip FROM chain WHERE site = ?1 ORDER BY chain LIMIT 1",
        )?
        .query_row((header.site.as_bytes(),), |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?))
        })
        .optional()?;
    let (chain, last, tip) = match known {
        Some(known) => known,
        None => {
            let mut insert = connection.prepare_cached(
                "INSERT INTO chain(site, kind, key, last) VALUES (?1, ?2, ?3, 0)",
            )?;
            (
                insert.insert((header.site.as_bytes(), kind, header.key))?,
                0,
                None,
            )
        }
    };
    let first = header.first as i64;
    if (header.last as i64) <= last {
        return Ok(0);
    }
    if first != last + 1 || header.previous != tip {
        return Err(Error::Defect(format!(
            "segment {first} of {} does not go on at {last}",
            header.site
        )));
    }
    if let Some(epoch) = &header.epoch {
        connection
            .prepare_cached("INSERT INTO epoch(chain, first, vector) VALUES (?1, ?2, ?3)")?
            .execute((chain, first, codec::vector_bytes(epoch)))?;
        effect.lineage.forget();
    }
    let names = StoreNames {
        connection,
        chain,
        first,
    };
    let segment = segment::open(bytes, &names).map_err(unsound)?;
    let mut hash = segment.previous;
    let mut wall = 0;
    let mut open: Option<(i64, i64)> = None;
    for (at, change) in segment.changes.iter().enumerate() {
        let epoch = if at == 0 {
            segment.epoch.as_deref()
        } else {
            None
        };
        let tip = change.hash(segment.site, hash.as_ref(), epoch);
        hash = Some(tip);
        let place = Place {
            chain,
            seq: change.seq as i64,
        };
        if let Some(transaction) = &change.transaction {
            wall = transaction.wall;
            close(effect, open.take(), place.seq - 1)?;
            let person = transaction
                .person
                .map(|id| effect.rid(PERSON, id))
                .transpose()?;
            connection
                .prepare_cached(
                    "INSERT INTO txn(chain, first, last, id, hlc, wall, person, origin, reason, undoes)
                     VALUES (?1, ?2, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
                )?
                .execute(rusqlite::params![
                    chain,
                    place.seq,
                    transaction_id(&tip).as_bytes(),
                    change.hlc as i64,
                    wall,
                    person,
                    transaction.origin.number(),
                    transaction.reason,
                    transaction.undoes.as_ref().map(|entry| entry.hash),
                ])?;
            open = Some((chain, place.seq));
        }
        let rid = effect.rid(change.table, change.record)?;
        connection
            .prepare_cached(
                "INSERT INTO change(chain, seq, hlc, rid, col, value, reopens, unseen)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            )?
            .execute((
                chain,
                place.seq,
                change.hlc as i64,
                rid,
                change.column,
                &change.value,
                change
                    .reopens
                    .as_ref()
                    .map(|entry| codec::vector_bytes(std::slice::from_ref(entry))),
                (!change.unseen.is_empty()).then(|| codec::vector_bytes(&change.unseen)),
            ))?;
        let mut seen = Vec::new();
        for head in effect.heads(rid, change.column)? {
            if effect.lineage.saw(place, head.place)? {
                seen.push(head.place);
            }
        }
        effect.advance(rid, change.column, place, wall, &seen)?;
    }
    close(effect, open, header.last as i64)?;
    connection
        .prepare_cached(
            "INSERT INTO segment(chain, first, last, \"end\", bytes) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute((chain, first, header.last as i64, header.end, bytes))?;
    connection
        .prepare_cached("UPDATE chain SET last = ?2, tip = ?3 WHERE chain = ?1")?
        .execute((chain, header.last as i64, header.end))?;
    Ok(segment.changes.len() as u64)
}

const PERSON: u16 = 4;

fn close(effect: &Effect<'_>, open: Option<(i64, i64)>, last: i64) -> Result<()> {
    if let Some((chain, first)) = open {
        effect
            .connection
            .prepare_cached("UPDATE txn SET last = ?3 WHERE chain = ?1 AND first = ?2")?
            .execute((chain, first, last))?;
    }
    Ok(())
}
