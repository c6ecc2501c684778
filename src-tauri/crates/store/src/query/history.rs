//! History: who changed what, when, on which laptop, and why.

use std::collections::{BTreeSet, HashMap};

use changelog::{Origin, codec};
use domain::input::{Condition, InputError};
use domain::nearest::nearest;
use domain::{Kind, Value, kinds};
use rusqlite::{Connection, OptionalExtension, Row};
use serde_json::{Value as Json, json};
use uuid::Uuid;

use super::View;
use super::cells::{EXISTS, Teller, cell_names};
use super::labels::Refs;
use super::list::{self, ListQuery};
use super::record::moment;
use super::statement::{Bound, numbers};
use crate::apply::Effect;
use crate::error::{Error, Result};
use crate::joined;
use crate::lineage::Place;
use crate::past;
use crate::site;

/// The most changes told of one transaction.
const CHANGES: i64 = 200;

/// A transaction of the log.
struct Txn {
    chain: i64,
    first: i64,
    last: i64,
    id: Uuid,
    wall: i64,
    person: Option<i64>,
    origin: u8,
    reason: Option<String>,
    site: Uuid,
}

impl Txn {
    fn of(connection: &Connection, id: Uuid) -> Result<Txn> {
        let mut select = connection.prepare_cached(
            "SELECT t.*, coalesce(n.branch, n.site) AS shown FROM txn t JOIN chain n ON n.chain = t.chain WHERE t.id = ?1",
        )?;
        select
            .query_row((id.as_bytes(),), Txn::from_row)
            .optional()?
            .ok_or_else(|| Error::UnknownTransaction(id.to_string()))
    }

    fn from_row(row: &Row<'_>) -> rusqlite::Result<Txn> {
        Ok(Txn {
            chain: row.get("chain")?,
            first: row.get("first")?,
            last: row.get("last")?,
            id: Uuid::from_bytes(row.get("id")?),
            wall: row.get("wall")?,
            person: row.get("person")?,
            origin: row.get("origin")?,
            reason: row.get("reason")?,
            site: Uuid::from_bytes(row.get("shown")?),
        })
    }
}

/// A change with the value its cell showed before it.
pub(super) struct Told {
    pub(super) rid: i64,
    pub(super) table: u16,
    pub(super) owner: Option<i64>,
    pub(super) column: u16,
    /// None where nothing stood in the cell.
    pub(super) old: Option<Vec<u8>>,
    pub(super) new: Option<Vec<u8>>,
}

/// The record that a change is told of: a link counts for its near end.
pub(super) fn near(change: &Told) -> i64 {
    match kinds::link_by_table(change.table) {
        Some(_) => change.owner.unwrap_or(change.rid),
        None => change.rid,
    }
}

/// Which transactions are asked for: those for which all holds that is given.
#[derive(Debug, Clone, Default)]
pub struct HistoryQuery {
    /// That changed this record or a link of it.
    pub record: Option<Uuid>,
    /// That this person made.
    pub person: Option<Uuid>,
    /// That changed records of this kind or links of them.
    pub kind: Option<&'static Kind>,
    /// That changed records of that kind, or links of them, for which all of this holds now.
    pub conditions: Vec<Condition>,
    /// That changed this workstream or what belongs to it.
    pub group: Option<Uuid>,
    /// That came about like this.
    pub origin: Option<Origin>,
    /// That claim this time or a later one, in milliseconds since 1970 UTC.
    pub from: Option<i64>,
    /// That claim an earlier time than this, in milliseconds since 1970 UTC.
    pub to: Option<i64>,
    /// The most transactions told.
    pub limit: u64,
    /// The last transaction of the page before.
    pub before: Option<Uuid>,
}

/// Finds what brings transactions about by its code.
///
/// # Errors
/// [`InputError::UnknownCode`] for any other word.
pub fn origin(code: &str) -> Result<Origin> {
    let unknown = || InputError::UnknownCode {
        field: "origin".to_owned(),
        value: code.to_owned(),
        nearest: nearest(code, Origin::ALL.iter().map(|origin| origin.code())),
    };
    Origin::ALL
        .into_iter()
        .find(|origin| origin.code() == code)
        .ok_or_else(|| unknown().into())
}

/// Tells transactions, newest first.
///
/// Of a large transaction the first 200 changes are told and `total` says how many there are. A change of a link is told
/// as one of the field of its near end. Where a record is asked for, its own changes alone are told.
///
/// # Errors
/// [`Error::KeyNotFound`] for an unknown record, [`Error::UnknownTransaction`] for an unknown transaction; refuses conditions
/// as lists do.
pub fn history(connection: &Connection, query: &HistoryQuery, view: &View) -> Result<Vec<Json>> {
    let record = query.record.map(|id| subject(connection, id)).transpose()?;
    let txns = transactions(connection, query, record, *view)?;
    told(connection, &txns, record, view)
}

/// Tells the transactions of this laptop that nobody else was given yet, newest first, and how many there are.
///
/// # Errors
/// Where the file cannot be read.
pub fn unshared(connection: &Connection, limit: u64, view: &View) -> Result<(i64, Vec<Json>)> {
    let from = format!(
        "FROM txn t JOIN chain n ON n.chain = t.chain WHERE {}",
        site::unshared_steps()
    );
    let all = connection
        .prepare_cached(&format!("SELECT count(*) {from}"))?
        .query_row((), |row| row.get(0))?;
    let mut select = connection.prepare_cached(&format!(
        "SELECT t.*, coalesce(n.branch, n.site) AS shown {from} ORDER BY t.hlc DESC, n.site, t.first LIMIT ?1"
    ))?;
    let txns = select
        .query_map((i64::try_from(limit).unwrap_or(i64::MAX),), Txn::from_row)?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    Ok((all, told(connection, &txns, None, view)?))
}

fn told(
    connection: &Connection,
    txns: &[Txn],
    record: Option<Subject>,
    view: &View,
) -> Result<Vec<Json>> {
    let undone = undone(connection)?;
    let teller = Teller::new(connection, *view);
    let effect = Effect::new(connection);
    let told: Vec<(i64, Vec<Told>)> = txns
        .iter()
        .map(|txn| changes(&effect, txn, record))
        .collect::<Result<_>>()?;
    let mut named: Vec<i64> = txns.iter().filter_map(|txn| txn.person).collect();
    named.extend(
        told.iter()
            .flat_map(|(_, changes)| changes.iter().map(near)),
    );
    let refs = Refs::load(connection, named, *view)?;
    let mut link = connection.prepare_cached("SELECT id FROM record WHERE rid = ?1")?;
    let mut rows = Vec::with_capacity(txns.len());
    for (txn, (total, changes)) in txns.iter().zip(&told) {
        let mut listed = Vec::with_capacity(changes.len());
        for change in changes {
            tell(&teller, change, &refs.json(near(change)), &mut listed)?;
            // By which one of several is brought back.
            if let (Some(_), Some(row)) = (kinds::link_by_table(change.table), listed.last_mut()) {
                let id: [u8; 16] = link.query_row((change.rid,), |row| row.get(0))?;
                row["link"] = Uuid::from_bytes(id).to_string().into();
            }
        }
        rows.push(json!({
            "txn": txn.id.to_string(),
            "site": txn.site.to_string(),
            "person": txn.person.map_or(Json::Null, |person| refs.json(person)),
            "time": moment(txn.wall),
            "origin": Origin::from_number(txn.origin).map_or(Json::Null, |origin| origin.code().into()),
            "reason": txn.reason,
            "undone": is_undone(&undone, txn.id),
            "changes": listed,
            "total": total,
        }));
    }
    Ok(rows)
}

/// Tells what a transaction changed, or what it changed of one record and its links: field, old and new.
///
/// # Errors
/// [`Error::KeyNotFound`] for an unknown record, [`Error::UnknownTransaction`] for an unknown transaction.
pub fn changes_of(
    connection: &Connection,
    txn: Uuid,
    record: Option<Uuid>,
    view: &View,
) -> Result<Vec<Json>> {
    let record = record.map(|id| subject(connection, id)).transpose()?;
    let txn = Txn::of(connection, txn)?;
    let teller = Teller::new(connection, *view);
    let mut listed = Vec::new();
    for change in changes(&Effect::new(connection), &txn, record)?.1 {
        tell(&teller, &change, &Json::Null, &mut listed)?;
    }
    let rows = listed
        .into_iter()
        .map(|row| json!({"field": row["field"], "old": row["old"], "new": row["new"]}));
    Ok(rows
        .filter(|row| row["field"] != EXISTS || record.is_none())
        .collect())
}

/// The records and fields that a transaction changed, in one reading however many they are.
///
/// # Errors
/// Refuses a transaction that is not known here.
pub fn written(connection: &Connection, txn: Uuid) -> Result<BTreeSet<(Uuid, &'static str)>> {
    let txn = Txn::of(connection, txn)?;
    let mut select = connection.prepare_cached(
        "SELECT DISTINCT r.id, o.id, r.tbl, c.col FROM change c JOIN record r ON r.rid = c.rid
           LEFT JOIN record o ON o.rid = r.owner WHERE c.chain = ?1 AND c.seq BETWEEN ?2 AND ?3",
    )?;
    let mut rows = select.query((txn.chain, txn.first, txn.last))?;
    let mut written = BTreeSet::new();
    while let Some(row) = rows.next()? {
        let (table, column): (u16, u16) = (row.get(2)?, row.get(3)?);
        let owner: Option<[u8; 16]> = row.get(1)?;
        // A link is a record of its own; what it tells is a field of the record it begins at.
        if let Some(link) = kinds::link_by_table(table) {
            written.extend(owner.map(|id| (Uuid::from_bytes(id), link.field.name)));
            continue;
        }
        let field = kinds::by_table(table).and_then(|kind| {
            kind.all_fields()
                .find(|field| u16::from(field.number) == column & 0xff)
        });
        let id = Uuid::from_bytes(row.get(0)?);
        written.extend(field.map(|field| (id, field.name)));
    }
    Ok(written)
}

/// The record whose history is asked for.
#[derive(Clone, Copy)]
struct Subject {
    rid: i64,
    kind: &'static Kind,
}

impl Subject {
    /// A select of its local number, those of the records it stands for, and those of their links.
    fn condition(self, bound: &mut Bound) -> String {
        let rid = bound.put(self.rid);
        let one = format!("SELECT {rid} UNION ALL SELECT rid FROM record WHERE root = {rid}");
        with_links(&one, self.kind, bound)
    }
}

/// A select of the local numbers of records of a kind, and of their links.
fn with_links(records: &str, kind: &Kind, bound: &mut Bound) -> String {
    let links = kind.fields.iter().filter_map(|field| field.links());
    let tables: Vec<i64> = links.map(|links| i64::from(links.table)).collect();
    let tables = bound.put(numbers(&tables));
    format!(
        "{records} UNION ALL SELECT rid FROM record WHERE owner IN ({records}) \
         AND tbl IN (SELECT value FROM json_each({tables}))"
    )
}

fn subject(connection: &Connection, id: Uuid) -> Result<Subject> {
    let mut select = connection.prepare_cached("SELECT rid, tbl FROM record WHERE id = ?1")?;
    let found: Option<(i64, u16)> = select
        .query_row((id.as_bytes(),), |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let found = match found {
        Some((rid, table)) => Some((joined::shown(connection, rid)?, table)),
        None => None,
    };
    let subject = found.and_then(|(rid, table)| {
        Some(Subject {
            rid,
            kind: kinds::by_table(table)?,
        })
    });
    subject.ok_or_else(|| Error::KeyNotFound {
        kind: "record".to_owned(),
        key: id.to_string(),
        field: None,
        nearest: Vec::new(),
    })
}

fn transactions(
    connection: &Connection,
    query: &HistoryQuery,
    record: Option<Subject>,
    view: View,
) -> Result<Vec<Txn>> {
    let mut bound = Bound::default();
    let mut sql = String::from(
        "SELECT t.*, coalesce(n.branch, n.site) AS shown FROM txn t JOIN chain n ON n.chain = t.chain",
    );
    // A record or a workstream has few changes beside the whole log: from these to their transactions.
    let mut few: Vec<String> = Vec::new();
    few.extend(record.map(|subject| subject.condition(&mut bound)));
    if let Some(group) = query.group {
        let group = bound.put(subject(connection, group)?.rid);
        few.push(format!(
            "SELECT {group} UNION ALL SELECT rid FROM record WHERE home = {group}"
        ));
    }
    if let Some(kind) = query.kind.filter(|_| !query.conditions.is_empty()) {
        let list = ListQuery {
            conditions: query.conditions.clone(),
            ..ListQuery::new(kind)
        };
        let met = list::filter(connection, &list, view, &mut bound)?;
        let one = format!("SELECT t.rid FROM \"{}\" t WHERE {met}", kind.name);
        few.push(with_links(&one, kind, &mut bound));
    }
    for rids in few {
        let of = bound.alias();
        sql.push_str(&format!(
            " JOIN (SELECT DISTINCT c.chain, (SELECT max(x.first) FROM txn x WHERE x.chain = c.chain \
             AND x.first <= c.seq) AS first FROM change c WHERE c.rid IN ({rids})) {of} \
             ON {of}.chain = t.chain AND {of}.first = t.first"
        ));
    }
    sql.push_str(" WHERE 1");
    if let Some(kind) = query.kind {
        let links = kind.fields.iter().filter_map(|field| field.links());
        let mut tables: Vec<i64> = links.map(|links| i64::from(links.table)).collect();
        tables.push(i64::from(kind.table));
        let tables = bound.put(numbers(&tables));
        sql.push_str(&format!(
            " AND EXISTS (SELECT 1 FROM change c JOIN record r ON r.rid = c.rid WHERE c.chain = t.chain \
             AND c.seq BETWEEN t.first AND t.last AND r.tbl IN (SELECT value FROM json_each({tables})))"
        ));
    }
    if let Some(person) = query.person {
        let person = bound.put(subject(connection, person)?.rid);
        sql.push_str(&format!(
            " AND t.person IN (SELECT {person} UNION ALL SELECT rid FROM record WHERE root = {person})"
        ));
    }
    if let Some(origin) = query.origin {
        let origin = bound.put(i64::from(origin.number()));
        sql.push_str(&format!(" AND t.origin = {origin}"));
    }
    for (compare, time) in [(">=", query.from), ("<", query.to)] {
        if let Some(time) = time {
            let time = bound.put(time);
            sql.push_str(&format!(" AND t.wall {compare} {time}"));
        }
    }
    if let Some(id) = query.before {
        let (hlc, site, first) = after_which(connection, id)?;
        let hlc = bound.put(hlc);
        let (site, first) = (bound.put(site.to_vec()), bound.put(first));
        sql.push_str(&format!(
            " AND t.hlc <= {hlc} AND (t.hlc < {hlc} OR (n.site, t.first) > ({site}, {first}))"
        ));
    }
    let limit = bound.put(i64::try_from(query.limit).unwrap_or(i64::MAX));
    sql.push_str(&format!(
        " ORDER BY t.hlc DESC, n.site, t.first LIMIT {limit}"
    ));
    let mut select = connection.prepare_cached(&sql)?;
    let txns = select
        .query_map(bound.values(), Txn::from_row)?
        .collect::<rusqlite::Result<_>>()?;
    Ok(txns)
}

/// Where the page before ended.
fn after_which(connection: &Connection, id: Uuid) -> Result<(i64, [u8; 16], i64)> {
    let mut select = connection.prepare_cached(
        "SELECT t.hlc, n.site, t.first FROM txn t JOIN chain n ON n.chain = t.chain WHERE t.id = ?1",
    )?;
    select
        .query_row((id.as_bytes(),), |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?))
        })
        .optional()?
        .ok_or_else(|| Error::UnknownTransaction(id.to_string()))
}

/// The changes of a transaction, those of one record where one is asked for, and how many there are.
fn changes(effect: &Effect<'_>, txn: &Txn, record: Option<Subject>) -> Result<(i64, Vec<Told>)> {
    let mut bound = Bound::default();
    let (chain, first, last) = (
        bound.put(txn.chain),
        bound.put(txn.first),
        bound.put(txn.last),
    );
    let mut from = format!(
        "FROM change c JOIN record r ON r.rid = c.rid WHERE c.chain = {chain} AND c.seq BETWEEN {first} AND {last}"
    );
    let connection = effect.connection;
    let mut total = txn.last - txn.first + 1;
    if let Some(subject) = record {
        from.push_str(&format!(
            " AND c.rid IN ({})",
            subject.condition(&mut bound)
        ));
        total = connection
            .prepare_cached(&format!("SELECT count(*) {from}"))?
            .query_row(bound.values(), |row| row.get(0))?;
    }
    let sql = format!(
        "SELECT c.seq, c.rid, r.tbl, r.owner, c.col, c.value {from} ORDER BY c.seq LIMIT {CHANGES}"
    );
    let mut select = connection.prepare_cached(&sql)?;
    let mut rows = select.query(bound.values())?;
    let mut told = Vec::new();
    while let Some(row) = rows.next()? {
        let place = Place {
            chain: txn.chain,
            seq: row.get(0)?,
        };
        let (rid, column) = (row.get(1)?, row.get(4)?);
        // What the cell showed to whoever wrote the change, whatever the clocks of those they knew nothing of.
        let heads = past::before(effect, rid, column, place, |_| false)?;
        told.push(Told {
            rid,
            table: row.get(2)?,
            owner: row.get(3)?,
            column,
            old: effect.shown(&heads)?.map(|head| head.value.clone()),
            new: Some(row.get(5)?),
        });
    }
    Ok((total, told))
}

/// Tells one change: a row for each field of its cell that it changed, or for the first where it changed none.
pub(super) fn tell(
    teller: &Teller<'_>,
    change: &Told,
    record: &Json,
    listed: &mut Vec<Json>,
) -> Result<()> {
    let [old, new] = [&change.old, &change.new]
        .map(|value| value.as_deref().map_or(Value::Null, codec::read_value));
    let row = |field: &str, old: &Json, new: &Json| json!({"record": record, "field": field, "old": old, "new": new});
    if let Some(link) = kinds::link_by_table(change.table) {
        // A link that is deleted shows by what it was.
        listed.push(row(link.field.name, &teller.end(&old)?, &teller.end(&new)?));
        return Ok(());
    }
    let Some(kind) = kinds::by_table(change.table) else {
        listed.push(row(&change.column.to_string(), &Json::Null, &Json::Null));
        return Ok(());
    };
    let names = cell_names(kind, change.column);
    let before = teller.cell(kind, change.rid, change.column, &old)?;
    let after = teller.cell(kind, change.rid, change.column, &new)?;
    let personal = teller.is_personal(kind, change.rid, change.column)?;
    let told = names.iter().zip(before.iter().zip(&after));
    let mut rows: Vec<Json> = told
        .clone()
        .filter(|(_, (old, new))| old != new)
        .chain(told.take(1))
        .map(|(name, (old, new))| row(name, old, new))
        .collect();
    if rows.len() > 1 {
        rows.pop();
    }
    if personal {
        for row in &mut rows {
            row["personal"] = true.into();
        }
    }
    listed.append(&mut rows);
    Ok(())
}

/// Which transaction was taken back by which.
fn undone(connection: &Connection) -> Result<HashMap<Uuid, Vec<Uuid>>> {
    let mut select =
        connection.prepare_cached("SELECT undoes, id FROM txn WHERE undoes IS NOT NULL")?;
    let mut rows = select.query(())?;
    let mut undone: HashMap<Uuid, Vec<Uuid>> = HashMap::new();
    while let Some(row) = rows.next()? {
        let (target, by) = (row.get(0)?, row.get(1)?);
        undone
            .entry(Uuid::from_bytes(target))
            .or_default()
            .push(Uuid::from_bytes(by));
    }
    Ok(undone)
}

/// Whether a transaction is taken back by one that is not taken back itself.
fn is_undone(undone: &HashMap<Uuid, Vec<Uuid>>, id: Uuid) -> bool {
    // From the transaction outwards; what was met before decides nothing anew, so forged circles end.
    let mut known: HashMap<Uuid, bool> = HashMap::new();
    let mut open = vec![id];
    while let Some(id) = open.last().copied() {
        let by = undone.get(&id).map_or(&[][..], Vec::as_slice);
        match by
            .iter()
            .find(|by| !known.contains_key(by) && !open.contains(by))
        {
            Some(next) => open.push(*next),
            None => {
                let taken_back = by.iter().any(|by| known.get(by) == Some(&false));
                known.insert(id, taken_back);
                open.pop();
            }
        }
    }
    known.get(&id).copied().unwrap_or(false)
}
