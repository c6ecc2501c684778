//! The state once more, from the log alone: to check what is kept, and to show what was known on a day.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::kinds;
use rusqlite::Connection;
use rusqlite::types::ToSqlOutput;
use uuid::Uuid;

use crate::apply::Effect;
use crate::connect;
use crate::digest::Sum;
use crate::error::{Error, Result};
use crate::lineage::{Cover, Lineage, Place};
use crate::schema;

/// One thing that does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Which check found it: `integrity`, `foreign_key`, `state`, `heads`, `chain`, `digest`.
    pub check: &'static str,
    /// The record concerned, where there is one.
    pub record: Option<Uuid>,
    /// What was found.
    pub detail: String,
}

/// What a check of a whole store found.
#[derive(Debug, Clone)]
pub struct Report {
    /// How many changes the log holds.
    pub changes: i64,
    /// How many records there are, in any state.
    pub records: i64,
    /// What does not hold; empty for a sound store.
    pub faults: Vec<Fault>,
}

/// The most faults reported of one table.
const SHOWN: i64 = 20;

/// Rebuilds the state of a file in memory.
///
/// # Errors
/// Where the file cannot be read.
pub(crate) fn rebuild(connection: &Connection, cut: Option<&Cover>) -> Result<Connection> {
    let memory = Connection::open_in_memory()?;
    connect::prepare(&memory)?;
    memory.execute_batch(
        "PRAGMA foreign_keys = OFF; PRAGMA journal_mode = OFF; PRAGMA cache_size = -65536;",
    )?;
    schema::migrate(&memory, 0)?;
    memory.execute_batch("BEGIN")?;
    copy_log(connection, &memory, cut)?;
    heads(&memory)?;
    let mut effect = Effect::new(&memory);
    {
        let mut select = memory.prepare(
            "SELECT h.rid, h.col, t.wall FROM head h JOIN change c ON c.chain = h.chain AND c.seq = h.seq
             JOIN txn t ON t.chain = c.chain AND t.first = (SELECT max(first) FROM txn
               WHERE chain = c.chain AND first <= c.seq)",
        )?;
        let mut rows = select.query(())?;
        while let Some(row) = rows.next()? {
            effect.touch(row.get(0)?, row.get(1)?, row.get(2)?);
        }
        // Superseded changes count for the time a record was last changed.
        let mut select = memory.prepare(
            "SELECT c.rid, c.col, max(t.wall) FROM change c JOIN txn t ON t.chain = c.chain AND t.first =
               (SELECT max(first) FROM txn WHERE chain = c.chain AND first <= c.seq) GROUP BY c.rid, c.col
             HAVING count(*) > 1",
        )?;
        let mut rows = select.query(())?;
        while let Some(row) = rows.next()? {
            effect.touch(row.get(0)?, row.get(1)?, row.get(2)?);
        }
    }
    effect.finish()?;
    Sum::of(&memory)?.keep(&memory)?;
    memory.execute_batch("COMMIT")?;
    Ok(memory)
}

fn copy_log(from: &Connection, to: &Connection, cut: Option<&Cover>) -> Result<()> {
    let inside = |chain: i64, seq: i64| cut.is_none_or(|cut| cut.holds(Place { chain, seq }));
    copy(
        from,
        to,
        "SELECT chain, site, parent, parent_seq, kind, key, last, branch, tip, own, shared FROM chain",
        "chain",
        |_| true,
    )?;
    if let Some(cut) = cut {
        let chains: Vec<i64> = from
            .prepare("SELECT chain FROM chain")?
            .query_map((), |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        for chain in chains {
            to.execute(
                "UPDATE chain SET last = ?2, tip = NULL WHERE chain = ?1",
                (chain, cut.upto(chain)),
            )?;
        }
    }
    copy(
        from,
        to,
        "SELECT rid, id, tbl, 0 AS life, 0 AS gone FROM record",
        "record",
        |_| true,
    )?;
    copy(
        from,
        to,
        "SELECT chain, seq, hlc, rid, col, value, reopens, unseen FROM change",
        "change",
        |row| inside(row.get_unwrap(0), row.get_unwrap(1)),
    )?;
    copy(
        from,
        to,
        "SELECT chain, first, last, id, hlc, wall, person, origin, reason, undoes FROM txn",
        "txn",
        |row| inside(row.get_unwrap(0), row.get_unwrap(1)),
    )?;
    copy(
        from,
        to,
        "SELECT chain, first, vector FROM epoch",
        "epoch",
        |row| inside(row.get_unwrap(0), row.get_unwrap(1)),
    )?;
    copy(
        from,
        to,
        "SELECT chain, first, last, \"end\", x'' AS bytes FROM segment",
        "segment",
        |_| true,
    )?;
    copy(
        from,
        to,
        "SELECT commitment, rid, value, tbl, col, key FROM personal",
        "personal",
        |_| true,
    )?;
    copy(from, to, "SELECT key, value FROM meta", "meta", |_| true)?;
    if cut.is_some() {
        to.execute_batch(
            "DELETE FROM record WHERE NOT EXISTS (SELECT 1 FROM change c WHERE c.rid = record.rid)
               AND NOT EXISTS (SELECT 1 FROM txn t WHERE t.person = record.rid)
               AND tbl NOT IN (SELECT 0)",
        )?;
    }
    Ok(())
}

fn copy(
    from: &Connection,
    to: &Connection,
    select: &str,
    table: &str,
    keep: impl Fn(&rusqlite::Row<'_>) -> bool,
) -> Result<()> {
    let mut select = from.prepare(select)?;
    let names: Vec<String> = select
        .column_names()
        .map(|name| format!("\"{name}\""))
        .collect();
    let places: Vec<String> = (1..=names.len()).map(|n| format!("?{n}")).collect();
    let mut insert = to.prepare(&format!(
        "INSERT INTO {table}({}) VALUES ({})",
        names.join(", "),
        places.join(", ")
    ))?;
    let mut rows = select.query(())?;
    while let Some(row) = rows.next()? {
        if keep(row) {
            for at in 0..names.len() {
                insert.raw_bind_parameter(at + 1, ToSqlOutput::Borrowed(row.get_ref(at)?))?;
            }
            insert.raw_execute()?;
        }
    }
    Ok(())
}

/// Works the heads of every cell out anew: the changes that no other change of the cell saw.
fn heads(memory: &Connection) -> Result<()> {
    memory.execute_batch(
        "INSERT INTO head(rid, col, chain, seq)
         SELECT rid, col, min(chain), min(seq) FROM change GROUP BY rid, col HAVING count(*) = 1",
    )?;
    let lineage = Lineage::new(memory);
    let mut cells: HashMap<(i64, i64), Vec<Place>> = HashMap::new();
    {
        let mut select = memory.prepare(
            "SELECT rid, col, chain, seq FROM change WHERE (rid, col) IN
               (SELECT rid, col FROM change GROUP BY rid, col HAVING count(*) > 1)",
        )?;
        let mut rows = select.query(())?;
        while let Some(row) = rows.next()? {
            cells
                .entry((row.get(0)?, row.get(1)?))
                .or_default()
                .push(Place {
                    chain: row.get(2)?,
                    seq: row.get(3)?,
                });
        }
    }
    let mut insert =
        memory.prepare("INSERT INTO head(rid, col, chain, seq) VALUES (?1, ?2, ?3, ?4)")?;
    for ((rid, column), places) in cells {
        'changes: for place in &places {
            // Latest first: what superseded a change most often stands near the end.
            for other in places.iter().rev() {
                if lineage.saw(*other, *place)? {
                    continue 'changes;
                }
            }
            insert.execute((rid, column, place.chain, place.seq))?;
        }
    }
    Ok(())
}

/// What was known at the end of a day: of each chain the longest beginning whose changes all claim a time up to then,
/// lowered until it holds everything its changes had in their past.
///
/// # Errors
/// Where the file cannot be read.
pub(crate) fn known(connection: &Connection, day: NaiveDate) -> Result<Cover> {
    let end = day
        .succ_opt()
        .and_then(|next| next.and_hms_opt(0, 0, 0))
        .map_or(i64::MAX, |midnight| midnight.and_utc().timestamp_millis());
    let mut cover = Cover::default();
    let mut select = connection.prepare(
        "SELECT chain, last, parent, parent_seq,
           (SELECT min(first) FROM txn t WHERE t.chain = chain.chain AND t.wall >= ?1) FROM chain",
    )?;
    let mut chains = Vec::new();
    let mut rows = select.query((end,))?;
    while let Some(row) = rows.next()? {
        let (chain, last): (i64, i64) = (row.get(0)?, row.get(1)?);
        let late: Option<i64> = row.get(4)?;
        cover.set(chain, late.map_or(last, |first| first - 1));
        chains.push((
            chain,
            row.get::<_, Option<i64>>(2)?,
            row.get::<_, Option<i64>>(3)?,
        ));
    }
    let lineage = Lineage::new(connection);
    let mut epochs =
        connection.prepare("SELECT first, vector FROM epoch WHERE chain = ?1 ORDER BY first")?;
    loop {
        let mut lowered = false;
        for (chain, parent, parent_seq) in &chains {
            if let (Some(parent), Some(seq)) = (parent, parent_seq)
                && cover.upto(*parent) < *seq
                && cover.upto(*chain) > *seq
            {
                cover.set(*chain, *seq);
                lowered = true;
            }
            let mut rows = epochs.query((chain,))?;
            while let Some(row) = rows.next()? {
                let first: i64 = row.get(0)?;
                if first > cover.upto(*chain) {
                    break;
                }
                let past =
                    lineage.cover(&crate::lineage::read_vector(&row.get::<_, Vec<u8>>(1)?)?)?;
                if chains
                    .iter()
                    .any(|(other, ..)| past.upto(*other) > cover.upto(*other))
                {
                    cover.set(*chain, first - 1);
                    lowered = true;
                    break;
                }
            }
        }
        if !lowered {
            return Ok(cover);
        }
    }
}

/// SQLite's own checks of a file.
///
/// # Errors
/// Where the file cannot be read at all.
pub(crate) fn structure(connection: &Connection) -> Result<Vec<Fault>> {
    let mut faults = Vec::new();
    let mut fault = |check, detail| {
        faults.push(Fault {
            check,
            record: None,
            detail,
        });
    };
    let mut integrity = connection.prepare("PRAGMA integrity_check(20)")?;
    let found: Vec<String> = integrity
        .query_map((), |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    for detail in found.into_iter().filter(|line| line != "ok") {
        fault("integrity", detail);
    }
    let mut keys = connection.prepare("PRAGMA foreign_key_check")?;
    let broken: Vec<String> = keys
        .query_map((), |row| {
            let table: String = row.get(0)?;
            let rid: Option<i64> = row.get(1)?;
            let to: String = row.get(2)?;
            Ok(format!("{table} {}: {to}", rid.unwrap_or(0)))
        })?
        .collect::<rusqlite::Result<_>>()?;
    for detail in broken {
        fault("foreign_key", detail);
    }
    Ok(faults)
}

/// Checks a whole store: SQLite's own checks, and every table against one rebuilt from the log.
///
/// # Errors
/// Where the file cannot be read at all.
pub(crate) fn verify(connection: &Connection) -> Result<Report> {
    let mut faults = structure(connection)?;
    let mut fault = |check, record, detail| {
        faults.push(Fault {
            check,
            record,
            detail,
        })
    };
    let mut gaps = connection.prepare(
        "SELECT c.chain, c.last, coalesce(c.parent_seq, 0), count(o.seq), coalesce(max(o.seq), 0)
         FROM chain c LEFT JOIN change o ON o.chain = c.chain GROUP BY c.chain",
    )?;
    let mut rows = gaps.query(())?;
    while let Some(row) = rows.next()? {
        let (chain, last, from, count, max): (i64, i64, i64, i64, i64) = (
            row.get(0)?,
            row.get(1)?,
            row.get(2)?,
            row.get(3)?,
            row.get(4)?,
        );
        if count != last - from || (count > 0 && max != last) {
            fault(
                "chain",
                None,
                format!("chain {chain} has {count} changes up to {max}, not {last}"),
            );
        }
    }
    drop(rows);
    match against_log(connection, &mut fault) {
        // What the log names and the file does not have is damage, whatever was looked for when it showed.
        Err(error) if is_unsound(&error) => fault("chain", None, error.to_string()),
        told => told?,
    }
    let count = |table: &str| -> Result<i64> {
        Ok(
            connection.query_row(&format!("SELECT count(*) FROM {table}"), (), |row| {
                row.get(0)
            })?,
        )
    };
    let (changes, records) = (count("change")?, count("record")?);
    Ok(Report {
        changes,
        records,
        faults,
    })
}

/// Whether an error tells of rows that are missing or of values of another type, and not of a file that cannot be read.
fn is_unsound(error: &Error) -> bool {
    match error {
        Error::Defect(_) => true,
        Error::Sqlite(error) => error.sqlite_error_code().is_none(),
        _ => false,
    }
}

/// Compares every table with one rebuilt from the log.
fn against_log(
    connection: &Connection,
    fault: &mut impl FnMut(&'static str, Option<Uuid>, String),
) -> Result<()> {
    let memory = rebuild(connection, None)?;
    if Sum::kept(connection)? != Sum::kept(&memory)? {
        fault(
            "digest",
            None,
            "the digest kept is not that of the heads".to_owned(),
        );
    }
    let mut tables: Vec<(String, &'static str)> = vec![
        ("head".into(), "heads"),
        ("contested".into(), "heads"),
        ("same".into(), "heads"),
        ("record".into(), "state"),
    ];
    tables.extend(
        kinds::KINDS
            .iter()
            .map(|kind| (kind.name.to_owned(), "state")),
    );
    tables.extend(
        kinds::link_fields().map(|link| (schema::link_table(link.kind, link.field), "state")),
    );
    for (table, check) in tables {
        for (record, detail) in differences(connection, &memory, &table)? {
            fault(check, record, detail);
        }
    }
    Ok(())
}

/// Writes a value of a table for people; what cannot be printed is replaced.
fn shown(value: &rusqlite::types::Value) -> String {
    use rusqlite::types::Value as Sql;
    match value {
        Sql::Null => "null".to_owned(),
        Sql::Integer(number) => number.to_string(),
        Sql::Real(number) => number.to_string(),
        Sql::Text(text) => {
            let plain: String = text
                .chars()
                .map(|c| {
                    if c.is_control() {
                        char::REPLACEMENT_CHARACTER
                    } else {
                        c
                    }
                })
                .collect();
            format!("“{plain}”")
        }
        Sql::Blob(bytes) => format!("{} bytes", bytes.len()),
    }
}

/// Walks two tables of one form side by side and tells where they differ.
fn differences(
    kept: &Connection,
    rebuilt: &Connection,
    table: &str,
) -> Result<Vec<(Option<Uuid>, String)>> {
    use rusqlite::types::Value as Sql;
    let key = match table {
        "head" => "rid, col, chain, seq",
        "contested" => "rid, col",
        "same" => "rid, other",
        _ => "rid",
    };
    let sql = format!("SELECT * FROM \"{table}\" ORDER BY {key}");
    let (mut a, mut b) = (kept.prepare(&sql)?, rebuilt.prepare(&sql)?);
    let names: Vec<String> = a.column_names().map(str::to_owned).collect();
    let width = key.split(',').count();
    let read = |row: Option<&rusqlite::Row<'_>>| -> rusqlite::Result<Option<Vec<Sql>>> {
        row.map(|row| (0..names.len()).map(|at| row.get(at)).collect())
            .transpose()
    };
    let (mut rows_a, mut rows_b) = (a.query(())?, b.query(())?);
    let (mut left, mut right) = (read(rows_a.next()?)?, read(rows_b.next()?)?);
    let mut found = Vec::new();
    let id = |row: &[Sql]| -> Result<Option<Uuid>> {
        let Some(Sql::Integer(rid)) = row.first() else {
            return Ok(None);
        };
        let id: Option<[u8; 16]> = rusqlite::OptionalExtension::optional(kept.query_row(
            "SELECT id FROM record WHERE rid = ?1",
            (rid,),
            |row| row.get(0),
        ))?;
        Ok(id.map(uuid::Uuid::from_bytes))
    };
    let order = |a: &[Sql], b: &[Sql]| -> std::cmp::Ordering {
        a.iter()
            .zip(b)
            .take(width)
            .map(|(a, b)| match (a, b) {
                (Sql::Integer(a), Sql::Integer(b)) => a.cmp(b),
                _ => std::cmp::Ordering::Equal,
            })
            .find(|order| order.is_ne())
            .unwrap_or(std::cmp::Ordering::Equal)
    };
    while (found.len() as i64) < SHOWN {
        match (&left, &right) {
            (None, None) => break,
            (Some(kept), other)
                if other
                    .as_ref()
                    .is_none_or(|other| order(kept, other).is_lt()) =>
            {
                found.push((
                    id(kept)?,
                    format!("{table}: a row the log does not explain"),
                ));
                left = read(rows_a.next()?)?;
            }
            (other, Some(rebuilt))
                if other
                    .as_ref()
                    .is_none_or(|other| order(other, rebuilt).is_gt()) =>
            {
                found.push((id(rebuilt)?, format!("{table}: a row is missing")));
                right = read(rows_b.next()?)?;
            }
            (Some(kept), Some(rebuilt)) => {
                for (at, name) in names.iter().enumerate() {
                    if kept[at] != rebuilt[at] {
                        found.push((
                            id(kept)?,
                            format!(
                                "{table}.{name}: {}, the log says {}",
                                shown(&kept[at]),
                                shown(&rebuilt[at])
                            ),
                        ));
                    }
                }
                left = read(rows_a.next()?)?;
                right = read(rows_b.next()?)?;
            }
            _ => break,
        }
    }
    Ok(found)
}
