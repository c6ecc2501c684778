//! What waits to be settled, worked out from what is in effect: equal changes, equal list, on every laptop.

use std::collections::{BTreeMap, BTreeSet};

use changelog::codec;
use domain::kind::{LinkTarget, Type};
use domain::value::Existence;
use domain::{Kind, Value, kinds};
use rusqlite::Connection;
use serde_json::{Map, Value as Json, json};
use uuid::Uuid;

use super::cells::{EXISTS, Teller, cell_names};
use super::labels::{Refs, table_name};
use super::record::moment;
use super::{View, life};
use crate::apply::{Effect, Head, is_delete};
use crate::closing::{self, CLOSED, Late};
use crate::error::{Error, Result};
use crate::lineage::Place;
use crate::schema;

/// What kind of disagreement it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ConflictType {
    /// A cell stands for several values.
    Field,
    /// A record was deleted here and edited there.
    DeleteEdit,
    /// Something refers to a record that was deleted without knowing of it.
    Dangling,
    /// Two records were given one code or acronym apart.
    NaturalKey,
    /// Rows were put below each other apart.
    Cycle,
    /// Terms of one membership were noted apart and overlap.
    Overlap,
    /// A record was joined to several, or taken apart, by people who did not know of each other; or one that is joined was
    /// edited without knowing it.
    Join,
    /// Something was written to a record by people who did not know that it was closed.
    Late,
}

impl ConflictType {
    /// All types.
    pub const ALL: [ConflictType; 8] = [
        ConflictType::Field,
        ConflictType::DeleteEdit,
        ConflictType::Dangling,
        ConflictType::NaturalKey,
        ConflictType::Cycle,
        ConflictType::Overlap,
        ConflictType::Join,
        ConflictType::Late,
    ];

    /// The code in answers.
    pub const fn code(self) -> &'static str {
        match self {
            ConflictType::Field => "field",
            ConflictType::DeleteEdit => "delete_edit",
            ConflictType::Dangling => "dangling",
            ConflictType::NaturalKey => "natural_key",
            ConflictType::Cycle => "cycle",
            ConflictType::Overlap => "overlap",
            ConflictType::Join => "join",
            ConflictType::Late => "late",
        }
    }
}

/// One thing to settle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// Its id, the same on every store.
    pub id: Uuid,
    /// What kind of disagreement it is.
    pub ty: ConflictType,
    /// The local number of the record.
    pub rid: i64,
    /// The record's table.
    pub table: u16,
    /// The record.
    pub record: Uuid,
    /// The column of the cell concerned.
    pub column: u16,
    /// The other records concerned, by local number: what is referred to, the twin, the rows of a circle.
    pub others: Vec<i64>,
}

/// One of the values a contested cell stands for.
#[derive(Debug, Clone)]
pub(crate) struct Side {
    /// The change.
    pub head: Head,
    /// The cell it is a head of: the record's existence, or another cell that a delete had not seen.
    pub rid: i64,
    /// The column of that cell.
    pub column: u16,
    /// Of what came late, what the cell held when it was closed.
    pub frozen: Option<Vec<u8>>,
}

/// The column of the existence of a record in `contested`: its delete is listed.
const LISTED: u16 = kinds::EXISTS;
const SAME_AS: u16 = kinds::SAME_AS as u16;

/// Kinds whose records are known by a code that no other should have, with its field.
const NATURAL: [(&str, &str); 2] = [("group", "code"), ("organisation", "acronym")];

fn id_of(ty: ConflictType, column: u16, records: &[Uuid]) -> Uuid {
    let mut name = ty.code().as_bytes().to_vec();
    name.extend(column.to_be_bytes());
    for record in records {
        name.extend(record.as_bytes());
    }
    Uuid::new_v5(&domain::ids::PUBLICATION, &name)
}

/// Finds everything to settle, in the order type, kind, record, column.
///
/// # Errors
/// Where the file cannot be read.
pub fn conflicts(connection: &Connection) -> Result<Vec<Conflict>> {
    let mut found = Vec::new();
    contested(connection, &mut found)?;
    let effect = Effect::new(connection);
    dangling(&effect, &mut found)?;
    natural_keys(&effect, &mut found)?;
    cycles(connection, &mut found)?;
    overlaps(&effect, &mut found)?;
    joined(&effect, &mut found)?;
    late(&effect, &mut found)?;
    found.sort_by_key(|conflict| {
        (
            conflict.ty,
            conflict.table,
            conflict.record,
            conflict.column,
        )
    });
    Ok(found)
}

/// The ids of everything to settle.
pub(crate) fn ids(connection: &Connection) -> Result<BTreeSet<Uuid>> {
    Ok(conflicts(connection)?
        .into_iter()
        .map(|conflict| conflict.id)
        .collect())
}

/// Finds one conflict by its id.
///
/// # Errors
/// [`Error::UnknownConflict`] where nothing of that id waits to be settled.
pub fn conflict(connection: &Connection, id: &str) -> Result<Conflict> {
    let given = Uuid::parse_str(id).map_err(|_| Error::UnknownConflict(id.to_owned()))?;
    conflicts(connection)?
        .into_iter()
        .find(|conflict| conflict.id == given)
        .ok_or_else(|| Error::UnknownConflict(id.to_owned()))
}

fn contested(connection: &Connection, found: &mut Vec<Conflict>) -> Result<()> {
    let mut select = connection.prepare_cached(
        "SELECT x.rid, x.col, r.tbl, r.id FROM contested x JOIN record r ON r.rid = x.rid
         WHERE r.life = 1 OR (r.life = ?1 AND x.col = ?2)",
    )?;
    let mut rows = select.query((life::JOINED, kinds::SAME_AS))?;
    while let Some(row) = rows.next()? {
        let (rid, column, table) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let record = Uuid::from_bytes(row.get(3)?);
        let ty = match column {
            LISTED => ConflictType::DeleteEdit,
            SAME_AS => ConflictType::Join,
            _ => ConflictType::Field,
        };
        found.push(Conflict {
            id: id_of(ty, column, &[record]),
            ty,
            rid,
            table,
            record,
            column,
            others: Vec::new(),
        });
    }
    Ok(())
}

/// References to records whose delete had not seen them.
fn dangling(effect: &Effect<'_>, found: &mut Vec<Conflict>) -> Result<()> {
    let connection = effect.connection;
    let any = connection
        .prepare_cached("SELECT 1 FROM record WHERE gone = 1 LIMIT 1")?
        .exists(())?;
    if !any {
        return Ok(());
    }
    for kind in kinds::KINDS {
        for field in kind.fields {
            let (sql, column) = match field.ty {
                Type::Reference(_) if kind.owner != Some(field.name) => (
                    format!(
                        "SELECT t.rid, g.rid, r.tbl, r.id FROM record g CROSS JOIN \"{}\" t ON t.\"{}\" = g.rid
                         JOIN record r ON r.rid = t.rid WHERE g.gone = 1 AND r.life = 1",
                        kind.name, field.name
                    ),
                    u16::from(field.number),
                ),
                Type::Links(links) if matches!(links.to, LinkTarget::Records(_)) => (
                    format!(
                        "SELECT t.rid, g.rid, r.tbl, r.id FROM record g CROSS JOIN \"{}\" t ON t.\"to\" = g.rid
                         JOIN record r ON r.rid = t.rid WHERE g.gone = 1 AND r.life = 1",
                        schema::link_table(kind, field)
                    ),
                    kinds::EXISTS,
                ),
                _ => continue,
            };
            let mut select = connection.prepare_cached(&sql)?;
            let mut rows = select.query(())?;
            while let Some(row) = rows.next()? {
                let (rid, target, table) = (row.get(0)?, row.get(1)?, row.get(2)?);
                let record = Uuid::from_bytes(row.get(3)?);
                if unknown_to(effect, target, rid, column)? {
                    found.push(Conflict {
                        id: id_of(ConflictType::Dangling, column, &[record]),
                        ty: ConflictType::Dangling,
                        rid,
                        table,
                        record,
                        column,
                        others: vec![target],
                    });
                }
            }
        }
    }
    Ok(())
}

/// Whether no delete of a record had seen what a cell shows, and the cell's author had seen none of them.
fn unknown_to(effect: &Effect<'_>, target: i64, rid: i64, column: u16) -> Result<bool> {
    let heads = effect.heads(rid, column)?;
    let Some(shown) = effect.shown(&heads)? else {
        return Ok(false);
    };
    for delete in effect.heads(target, kinds::EXISTS)? {
        if effect.lineage.saw(delete.place, shown.place)?
            || effect.lineage.past_holds(shown.place, delete.place)?
        {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Whether neither of two cells' shown values was written by somebody who knew the other.
fn apart(effect: &Effect<'_>, a: (i64, u16), b: (i64, u16)) -> Result<bool> {
    let (one, other) = (effect.heads(a.0, a.1)?, effect.heads(b.0, b.1)?);
    let (Some(one), Some(other)) = (effect.shown(&one)?, effect.shown(&other)?) else {
        return Ok(false);
    };
    Ok(!effect.lineage.past_holds(one.place, other.place)?
        && !effect.lineage.past_holds(other.place, one.place)?)
}

fn natural_keys(effect: &Effect<'_>, found: &mut Vec<Conflict>) -> Result<()> {
    for (name, field) in NATURAL {
        let Some((kind, of)) =
            kinds::by_name(name).and_then(|kind| Some((kind, kind.field(field)?)))
        else {
            continue;
        };
        let mut select = effect.connection.prepare_cached(&format!(
            "SELECT fold(t.\"{field}\"), t.rid, r.id FROM \"{name}\" t JOIN record r ON r.rid = t.rid
             WHERE t.life = 1 AND t.\"{field}\" IS NOT NULL ORDER BY 1, r.id"
        ))?;
        let mut rows = select.query(())?;
        let mut same: Vec<(i64, Uuid)> = Vec::new();
        let mut key = String::new();
        let column = u16::from(of.number);
        while let Some(row) = rows.next()? {
            let next: String = row.get(0)?;
            if next != key {
                same.clear();
                key = next;
            }
            let (rid, id) = (row.get(1)?, Uuid::from_bytes(row.get(2)?));
            for (other, other_id) in &same {
                if apart(effect, (*other, column), (rid, column))? {
                    found.push(Conflict {
                        id: id_of(ConflictType::NaturalKey, column, &[*other_id, id]),
                        ty: ConflictType::NaturalKey,
                        rid,
                        table: kind.table,
                        record: id,
                        column,
                        others: vec![*other],
                    });
                }
            }
            same.push((rid, id));
        }
    }
    Ok(())
}

/// Rows of a tree that stand below themselves: each circle once, under its smallest id.
fn cycles(connection: &Connection, found: &mut Vec<Conflict>) -> Result<()> {
    for kind in kinds::KINDS {
        let Some(column) = parent_column(kind) else {
            continue;
        };
        let mut select = connection.prepare_cached(&format!(
            "SELECT t.rid, t.parent, r.id FROM \"{}\" t JOIN record r ON r.rid = t.rid
             WHERE t.parent IS NOT NULL AND t.life = 1",
            kind.name
        ))?;
        let mut above: BTreeMap<i64, (i64, Uuid)> = BTreeMap::new();
        let mut rows = select.query(())?;
        while let Some(row) = rows.next()? {
            above.insert(row.get(0)?, (row.get(1)?, Uuid::from_bytes(row.get(2)?)));
        }
        let mut done: BTreeSet<i64> = BTreeSet::new();
        for start in above.keys() {
            let mut path = Vec::new();
            let mut here = *start;
            while let Some((parent, _)) = above.get(&here) {
                if done.contains(&here) {
                    break;
                }
                if let Some(at) = path.iter().position(|row| *row == here) {
                    let mut circle: Vec<(Uuid, i64)> =
                        path[at..].iter().map(|row| (above[row].1, *row)).collect();
                    circle.sort();
                    let ids: Vec<Uuid> = circle.iter().map(|(id, _)| *id).collect();
                    found.push(Conflict {
                        id: id_of(ConflictType::Cycle, column, &ids),
                        ty: ConflictType::Cycle,
                        rid: circle[0].1,
                        table: kind.table,
                        record: ids[0],
                        column,
                        others: circle[1..].iter().map(|(_, row)| *row).collect(),
                    });
                    break;
                }
                path.push(here);
                here = *parent;
            }
            done.extend(path);
        }
    }
    Ok(())
}

/// The column of the cell that says what a row of a kind stands below.
fn parent_column(kind: &Kind) -> Option<u16> {
    let field = kind.field("parent")?;
    match field.ty {
        Type::Parent => Some(u16::from(kinds::POSITION)),
        Type::Reference(targets) if targets == [kind.name] => Some(u16::from(field.number)),
        _ => None,
    }
}

/// Terms of one group, party and role that were noted apart and overlap.
fn overlaps(effect: &Effect<'_>, found: &mut Vec<Conflict>) -> Result<()> {
    let Some(kind) = kinds::by_name("membership") else {
        return Ok(());
    };
    // By who sits there, whatever the planner thinks of groups: a group has many seats, a party few.
    let terms = |index: &str, party: &str| {
        format!(
            "SELECT b.rid, rb.id, a.rid, ra.id FROM membership a
             CROSS JOIN membership b INDEXED BY membership_{index} CROSS JOIN record ra CROSS JOIN record rb
             WHERE {party} AND b.\"group\" = a.\"group\" AND b.role IS a.role AND a.life = 1 AND b.life = 1
               AND ra.rid = a.rid AND rb.rid = b.rid AND ra.id < rb.id
               AND coalesce(b.from_first, '0000') <= coalesce(a.to_last, '9999')
               AND coalesce(a.from_first, '0000') <= coalesce(b.to_last, '9999')"
        )
    };
    let sql = [
        terms(
            "organisation",
            "b.organisation = a.organisation AND b.person IS a.person",
        ),
        terms(
            "person",
            "a.organisation IS NULL AND b.organisation IS NULL AND b.person = a.person",
        ),
        terms(
            "group",
            "coalesce(a.organisation, a.person, b.organisation, b.person) IS NULL",
        ),
    ]
    .join(" UNION ALL ");
    let mut select = effect.connection.prepare_cached(&sql)?;
    let mut rows = select.query(())?;
    while let Some(row) = rows.next()? {
        let (rid, other): (i64, i64) = (row.get(0)?, row.get(2)?);
        let record = Uuid::from_bytes(row.get(1)?);
        let twin = Uuid::from_bytes(row.get(3)?);
        if apart(effect, (rid, kinds::EXISTS), (other, kinds::EXISTS))? {
            found.push(Conflict {
                id: id_of(ConflictType::Overlap, kinds::EXISTS, &[twin, record]),
                ty: ConflictType::Overlap,
                rid,
                table: kind.table,
                record,
                column: kinds::EXISTS,
                others: vec![other],
            });
        }
    }
    Ok(())
}

/// Values of joined records that nobody knew who joined them, and that what is shown for them does not have.
fn joined(effect: &Effect<'_>, found: &mut Vec<Conflict>) -> Result<()> {
    let mut select = effect.connection.prepare_cached(
        // From the few that are joined, not from all heads, as grouping them would suggest.
        "SELECT h.rid, h.col, r.root, r.tbl, r.id FROM record r CROSS JOIN head h ON h.rid = r.rid
         WHERE r.root IS NOT NULL AND r.life = ?1 AND h.col NOT IN (?2, ?3) GROUP BY h.rid, h.col",
    )?;
    let mut rows = select.query((life::JOINED, kinds::EXISTS, SAME_AS))?;
    while let Some(row) = rows.next()? {
        let (rid, column, root, table) = (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
        let record = Uuid::from_bytes(row.get(4)?);
        let said = |of: i64| -> Result<Value> {
            let value = effect.held(effect.value(of, column)?)?;
            Ok(value.unwrap_or(Value::Null))
        };
        if unknown_to_joining(effect, rid, column)? && said(rid)? != said(root)? {
            found.push(Conflict {
                id: id_of(ConflictType::Join, column, &[record]),
                ty: ConflictType::Join,
                rid,
                table,
                record,
                column,
                others: vec![root],
            });
        }
    }
    Ok(())
}

/// Whether a cell of a joined record has a head that no change had seen by which it is joined.
fn unknown_to_joining(effect: &Effect<'_>, rid: i64, column: u16) -> Result<bool> {
    let joining = effect.joining(rid)?;
    'heads: for head in effect.heads(rid, column)? {
        for by in &joining {
            if left_out!(JoiningSawAll) || effect.lineage.saw(by.place, head.place)? {
                continue 'heads;
            }
        }
        return Ok(true);
    }
    Ok(false)
}

/// The id of what came late to a record that is closed.
pub(crate) fn late_id(closed: Uuid, record: Uuid) -> Uuid {
    id_of(ConflictType::Late, CLOSED, &[closed, record])
}

/// Records that came to something closed, or were changed in it, by people who did not know that it was closed.
fn late(effect: &Effect<'_>, found: &mut Vec<Conflict>) -> Result<()> {
    found.extend(
        closing::late(effect, None)?
            .into_iter()
            .map(|one| Conflict {
                id: late_id(one.id, one.part.id),
                ty: ConflictType::Late,
                rid: one.part.rid,
                table: one.part.table,
                record: one.part.id,
                column: kinds::EXISTS,
                others: vec![one.closed],
            }),
    );
    Ok(())
}

/// The late heads of a conflict of that type, with what each cell held when it was closed.
pub(crate) fn late_cells(effect: &Effect<'_>, conflict: &Conflict) -> Result<Vec<Late>> {
    let late = closing::late(effect, conflict.others.first().copied())?;
    let own = late.into_iter().find(|one| one.part.rid == conflict.rid);
    Ok(own.map(|one| one.late).unwrap_or_default())
}

/// What a conflict is between, in one order everywhere.
pub(crate) fn sides(effect: &Effect<'_>, conflict: &Conflict) -> Result<Vec<Side>> {
    if conflict.ty == ConflictType::Late {
        let late = late_cells(effect, conflict)?.into_iter();
        let mut sides: Vec<Side> = late
            .map(|late| Side {
                head: late.head,
                rid: conflict.rid,
                column: late.column,
                frozen: late.frozen,
            })
            .collect();
        order(effect, &mut sides)?;
        return Ok(sides);
    }
    let mut cells = vec![(conflict.rid, conflict.column)];
    let column = match conflict.ty {
        ConflictType::Dangling => kinds::EXISTS,
        _ => conflict.column,
    };
    cells.extend(conflict.others.iter().map(|rid| (*rid, column)));
    let mut sides = Vec::new();
    for (rid, column) in cells {
        for head in standing(effect, rid, column)? {
            sides.push(Side {
                head,
                rid,
                column,
                frozen: None,
            });
        }
    }
    if conflict.ty == ConflictType::DeleteEdit {
        sides.extend(unseen(effect, conflict.rid)?);
    }
    order(effect, &mut sides)?;
    Ok(sides)
}

fn order(effect: &Effect<'_>, sides: &mut Vec<Side>) -> Result<()> {
    let mut ranked = Vec::with_capacity(sides.len());
    for side in sides.drain(..) {
        let Place { chain, seq } = side.head.place;
        let site = effect.lineage.written(chain)?;
        // Branches of one site may agree on the first three, where a slow clock only counted on in both.
        let shown = effect.lineage.shown(chain)?;
        ranked.push(((side.head.hlc, site, seq, shown), side));
    }
    ranked.sort_by_key(|(rank, _)| *rank);
    ranked.dedup_by_key(|(_, side)| (side.head.place, side.rid, side.column));
    sides.extend(ranked.into_iter().map(|(_, side)| side));
    Ok(())
}

/// The changes a cell stands for: its heads, and for one that takes a settlement back those that the settlement had seen.
pub(crate) fn standing(effect: &Effect<'_>, rid: i64, column: u16) -> Result<Vec<Head>> {
    let mut all: Option<Vec<Head>> = None;
    let mut open = effect.heads(rid, column)?;
    let mut found: Vec<Head> = Vec::new();
    while let Some(head) = open.pop() {
        if found.iter().any(|known| known.place == head.place) {
            continue;
        }
        if head.open
            && let Some(settlement) = effect.reopened(head.place)?
        {
            if all.is_none() {
                all = Some(effect.changes(rid, column)?);
            }
            let mut past = Vec::new();
            for change in all.iter().flatten() {
                if effect.lineage.saw(settlement, change.place)? {
                    past.push(change.clone());
                }
            }
            'past: for change in &past {
                for other in &past {
                    if effect.lineage.saw(other.place, change.place)? {
                        continue 'past;
                    }
                }
                open.push(change.clone());
            }
        }
        found.push(head);
    }
    // Those of one value that a settlement's past and a head share are one side; the head is told.
    Ok(found)
}

/// Heads of a record's other cells, and of what depends on it, that none of its deletes had seen.
fn unseen(effect: &Effect<'_>, rid: i64) -> Result<Vec<Side>> {
    let deletes: Vec<Place> = effect
        .heads(rid, kinds::EXISTS)?
        .into_iter()
        .filter(is_delete)
        .map(|head| head.place)
        .collect();
    let mut select = effect.connection.prepare_cached(
        "SELECT h.rid, h.col FROM head h WHERE h.rid = ?1 AND h.col <> 0
         UNION SELECT h.rid, h.col FROM record d JOIN head h ON h.rid = d.rid WHERE d.owner = ?1 AND d.gone = 0",
    )?;
    let cells = select
        .query_map((rid,), |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<Vec<(i64, u16)>>>()?;
    let mut sides = Vec::new();
    for (rid, column) in cells {
        for head in effect.heads(rid, column)? {
            let mut known = is_delete(&head) && column == kinds::EXISTS;
            for delete in &deletes {
                known |= effect.lineage.saw(*delete, head.place)?;
            }
            if !known {
                sides.push(Side {
                    head,
                    rid,
                    column,
                    frozen: None,
                });
            }
        }
    }
    Ok(sides)
}

/// What the cell showed before the sides parted: the greatest of the changes that all of them had in their past.
fn base(effect: &Effect<'_>, conflict: &Conflict, sides: &[Side]) -> Result<Option<Vec<u8>>> {
    let mut common: Vec<Head> = Vec::new();
    'changes: for change in effect.changes(conflict.rid, conflict.column)? {
        for side in sides {
            if !effect.lineage.past_holds(side.head.place, change.place)? {
                continue 'changes;
            }
        }
        common.push(change);
    }
    let mut latest = Vec::new();
    'common: for change in &common {
        for other in &common {
            if effect.lineage.saw(other.place, change.place)? {
                continue 'common;
            }
        }
        latest.push(change.clone());
    }
    Ok(effect.shown(&latest)?.map(|head| head.value.clone()))
}

/// Tells everything to settle, or one type of it, as the command line and the window show it.
///
/// # Errors
/// Where the file cannot be read.
pub fn told(connection: &Connection, ty: Option<ConflictType>, view: &View) -> Result<Vec<Json>> {
    let effect = Effect::new(connection);
    conflicts(connection)?
        .iter()
        .filter(|conflict| ty.is_none_or(|ty| conflict.ty == ty))
        .map(|conflict| tell(&effect, conflict, view))
        .collect()
}

/// Tells one conflict.
///
/// # Errors
/// Where the file cannot be read.
pub fn tell_one(connection: &Connection, conflict: &Conflict, view: &View) -> Result<Json> {
    tell(&Effect::new(connection), conflict, view)
}

fn tell(effect: &Effect<'_>, conflict: &Conflict, view: &View) -> Result<Json> {
    let connection = effect.connection;
    let teller = Teller::new(connection, *view);
    let sides = sides(effect, conflict)?;
    let heads = effect.heads(conflict.rid, conflict.column)?;
    let shown = effect
        .shown(&heads)?
        .and_then(|shown| sides.iter().position(|side| side.head.place == shown.place))
        .map(|at| at + 1);
    let mut rows = Vec::with_capacity(sides.len());
    for (at, side) in sides.iter().enumerate() {
        let author = author(connection, side.head.place)?;
        let refs = Refs::load(connection, author.person.into_iter().collect(), *view)?;
        let mut row = json!({
            "n": at + 1,
            "value": value(&teller, conflict, side)?,
            "person": author.person.map_or(Json::Null, |person| refs.json(person)),
            "site": effect.lineage.shown(side.head.place.chain)?.to_string(),
            "time": moment(author.wall),
            "mine": author.own,
        });
        if conflict.ty == ConflictType::Late {
            // Beside what it would have said when it was closed.
            let past = side.frozen.as_deref();
            let past = past.map_or(Value::Null, codec::read_value);
            let told = side.column != kinds::EXISTS || !past.is_null();
            row["frozen"] = if told {
                cell(&teller, conflict.table, side.rid, side.column, &past)?
            } else {
                Json::Null
            };
        }
        if (side.rid, side.column) != (conflict.rid, conflict.column) {
            // Said of another cell than the one that is settled: an edit that a delete had not seen, the twin, a row above.
            row["record"] = Refs::load(connection, vec![side.rid], *view)?.json(side.rid);
            row["field"] = field_name(connection, side.rid, side.column)?.into();
            row["says"] = says(&teller, connection, side)?;
        }
        rows.push(row);
    }
    let base = match conflict.ty {
        ConflictType::Field => base(effect, conflict, &sides)?
            .map(|bytes| codec::read_value(&bytes))
            .map(|value| {
                cell(
                    &teller,
                    conflict.table,
                    conflict.rid,
                    conflict.column,
                    &value,
                )
            })
            .transpose()?
            .unwrap_or(Json::Null),
        _ => Json::Null,
    };
    let mut named = vec![conflict.rid];
    named.extend(&conflict.others);
    // A link is told as a field of what it belongs to.
    let near = match kinds::link_by_table(conflict.table) {
        Some(_) => connection
            .prepare_cached("SELECT coalesce(owner, rid) FROM record WHERE rid = ?1")?
            .query_row((conflict.rid,), |row| row.get(0))?,
        None => conflict.rid,
    };
    named.push(near);
    let refs = Refs::load(connection, named, *view)?;
    let others: Vec<Json> = conflict.others.iter().map(|rid| refs.json(*rid)).collect();
    Ok(json!({
        "id": conflict.id.to_string(),
        "type": conflict.ty.code(),
        "record": refs.json(near),
        "field": field_name(connection, conflict.rid, conflict.column)?,
        "base": base,
        "heads": rows,
        "shown": shown,
        "others": others,
    }))
}

/// What choosing a side would write: its value, or for a record's existence whether it is there.
fn value(teller: &Teller<'_>, conflict: &Conflict, side: &Side) -> Result<Json> {
    if conflict.ty == ConflictType::DeleteEdit {
        let deleted = side.column == kinds::EXISTS && is_delete(&side.head);
        return Ok(if deleted { "deleted" } else { "live" }.into());
    }
    cell(
        teller,
        conflict.table,
        side.rid,
        side.column,
        &codec::read_value(&side.head.value),
    )
}

fn says(teller: &Teller<'_>, connection: &Connection, side: &Side) -> Result<Json> {
    let table: u16 = connection
        .prepare_cached("SELECT tbl FROM record WHERE rid = ?1")?
        .query_row((side.rid,), |row| row.get(0))?;
    cell(
        teller,
        table,
        side.rid,
        side.column,
        &codec::read_value(&side.head.value),
    )
}

fn cell(teller: &Teller<'_>, table: u16, rid: i64, column: u16, value: &Value) -> Result<Json> {
    if column == kinds::EXISTS {
        if let Value::Existence(Existence::Live { end: Some(_), .. }) = value {
            return teller.end(value);
        }
        let deleted = matches!(value, Value::Existence(Existence::Deleted));
        return Ok(if deleted { "deleted" } else { "live" }.into());
    }
    let Some(kind) = kinds::by_table(table) else {
        return Ok(Json::Null);
    };
    let told = teller.cell(kind, rid, column, value)?;
    let names = cell_names(kind, column);
    Ok(match (names.as_slice(), told.as_slice()) {
        ([_], [one]) => one.clone(),
        _ => Json::Object(names.into_iter().zip(told).collect::<Map<_, _>>()),
    })
}

/// The field a cell is told as: a link as the field of its near end, a cell of two halves by the first.
fn field_name(connection: &Connection, rid: i64, column: u16) -> Result<String> {
    let table: u16 = connection
        .prepare_cached("SELECT tbl FROM record WHERE rid = ?1")?
        .query_row((rid,), |row| row.get(0))?;
    Ok(
        match (kinds::by_table(table), kinds::link_by_table(table)) {
            (Some(kind), _) => cell_names(kind, column).swap_remove(0),
            (None, Some(link)) => link.field.name.to_owned(),
            (None, None) if column == kinds::EXISTS => EXISTS.to_owned(),
            (None, None) => format!("{}.{column}", table_name(table)),
        },
    )
}

struct Author {
    person: Option<i64>,
    wall: i64,
    own: bool,
}

fn author(connection: &Connection, place: Place) -> Result<Author> {
    let mut select = connection.prepare_cached(
        "SELECT t.person, t.wall, coalesce(n.own, 0) FROM txn t JOIN chain n ON n.chain = t.chain
         WHERE t.chain = ?1 AND t.first <= ?2 ORDER BY t.first DESC LIMIT 1",
    )?;
    select
        .query_row((place.chain, place.seq), |row| {
            Ok(Author {
                person: row.get(0)?,
                wall: row.get(1)?,
                own: row.get(2)?,
            })
        })
        .map_err(Error::from)
}

/// Whether a change was written by this file.
pub(crate) fn is_own(connection: &Connection, place: Place) -> Result<bool> {
    Ok(connection
        .prepare_cached("SELECT coalesce(own, 0) FROM chain WHERE chain = ?1")?
        .query_row((place.chain,), |row| row.get(0))?)
}
