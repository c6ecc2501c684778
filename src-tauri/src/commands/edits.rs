//! What is done: edits, undo, and the parts of organisations in groups.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use domain::input::{self, Assignment};
use serde::Deserialize;
use serde_json::{Value as Json, json};
use store::query::{self, Term, View};
use store::{Act, Door, Error, ErrorKind, Seen, Store, UndoAnswer, Written};
use ts_rs::TS;
use uuid::Uuid;

use super::Bare;
use super::lists::id;
use crate::clock::Clock;
use crate::desk::{Desk, Done};
use crate::failure::Failure;

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EditArgs {
    kind: String,
    id: String,
    /// Assignments as on the command line.
    set: Vec<String>,
    /// The texts that were shown of the fields when the person began to write; what was not shown stays beside the edit.
    #[serde(default)]
    #[ts(optional, as = "Option<BTreeMap<String, String>>")]
    seen: BTreeMap<String, String>,
}

pub fn edit(desk: &Desk, arguments: EditArgs) -> Result<Json, Failure> {
    let (of, id) = (query::kind(&arguments.kind)?, id(&arguments.id)?);
    let set = assignments(&arguments.set)?;
    desk.write(move |store, view| {
        let written = store.write(Act::typed(), |door| {
            let mut seen = Seen::new();
            for (field, text) in &arguments.seen {
                seen.extend(query::seen(door.connection(), of, id, field, text)?);
            }
            door.set(of, id, &set, &seen)
        })?;
        let record = query::record(store.connection(), id, view)?;
        done(written, |txn| json!({"txn": txn, "record": record}))
    })
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BlockCell {
    id: String,
    /// Assignments that are taken or left together.
    set: Vec<String>,
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AddedRow {
    /// What the record begins with.
    set: Vec<String>,
    /// Its cells, each with assignments that are taken or left together.
    cells: Vec<Vec<String>>,
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EditBlockArgs {
    kind: String,
    cells: Vec<BlockCell>,
    /// Records that are added with it.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<AddedRow>>")]
    added: Vec<AddedRow>,
}

/// A cell of a block once it was tried.
struct Tried {
    id: Option<Uuid>,
    field: String,
    refusal: Option<Failure>,
}

impl Tried {
    fn told(self, id: &str, changed: &BTreeSet<(Uuid, &str)>) -> Json {
        let result = match (&self.refusal, self.id) {
            (Some(_), _) => "refused",
            (None, Some(id)) if changed.contains(&(id, self.field.as_str())) => "changed",
            (None, _) => "unchanged",
        };
        json!({
            "id": id, "field": self.field, "result": result,
            "code": self.refusal.as_ref().map(|refusal| refusal.code),
            "params": self.refusal.map(|refusal| refusal.params).unwrap_or_default(),
        })
    }
}

pub fn edit_block(desk: &Desk, arguments: EditBlockArgs) -> Result<Json, Failure> {
    let of = query::kind(&arguments.kind)?;
    desk.write(move |store, _| {
        let mut cells: Vec<Tried> = Vec::new();
        let mut added: Vec<(Option<Uuid>, Vec<Tried>)> = Vec::new();
        let written = store.write(Act::typed(), |door| {
            for cell in &arguments.cells {
                let id = Uuid::parse_str(&cell.id).ok();
                let refusal = match id {
                    Some(id) => set_cell(door, of, id, &cell.set)?,
                    None => Some(Failure::refused("bad_id", &json!({"value": cell.id}))),
                };
                let field = field_of(&cell.set);
                cells.push(Tried { id, field, refusal });
            }
            for row in &arguments.added {
                added.push(add_row(door, of, row)?);
            }
            Ok(())
        })?;
        let changed = match written.txn {
            Some(txn) => query::written(store.connection(), txn)?,
            None => BTreeSet::new(),
        };
        let asked = arguments.cells.iter().zip(cells);
        let rows: Vec<Json> = asked
            .map(|(cell, tried)| tried.told(&cell.id, &changed))
            .collect();
        let added: Vec<Json> = added
            .into_iter()
            .map(|(id, cells)| {
                let name = id.map(|id| id.to_string());
                let told = |cell: Tried| cell.told(name.as_deref().unwrap_or_default(), &changed);
                let rows: Vec<Json> = cells.into_iter().map(told).collect();
                json!({"id": name, "rows": rows})
            })
            .collect();
        done(
            written,
            |txn| json!({"txn": txn, "rows": rows, "added": added}),
        )
    })
}

/// The field that a cell's assignments are about.
fn field_of(set: &[String]) -> String {
    let first = set.first().map(String::as_str).unwrap_or_default();
    let field = first.split(['=', '.', '+', '-']).next().unwrap_or_default();
    field.to_owned()
}

/// Tries to do something, and says why not where it is refused. The door checks all before it writes any of it.
fn tried<T>(done: store::Result<T>) -> store::Result<Result<T, Failure>> {
    match done {
        Ok(done) => Ok(Ok(done)),
        Err(error) if matches!(error.kind(), ErrorKind::Refused | ErrorKind::Usage) => {
            Ok(Err(error.into()))
        }
        Err(error) => Err(error),
    }
}

/// Sets the fields of one cell, and says why not where it is refused.
fn set_cell(
    door: &mut Door<'_>,
    of: &'static domain::Kind,
    id: Uuid,
    set: &[String],
) -> store::Result<Option<Failure>> {
    let set = set.iter().map(|set| input::assignment(set));
    let set: Result<Vec<Assignment>, _> = set.collect();
    let done = set
        .map_err(Error::from)
        .and_then(|set| door.set(of, id, &set, &Seen::new()));
    Ok(tried(done)?.err())
}

/// Adds a record with those of its cells that are taken; none where not one of them is.
fn add_row(
    door: &mut Door<'_>,
    of: &'static domain::Kind,
    row: &AddedRow,
) -> store::Result<(Option<Uuid>, Vec<Tried>)> {
    let mut id = None;
    let mut cells = Vec::new();
    for cell in &row.cells {
        let refusal = match id {
            Some(id) => set_cell(door, of, id, cell)?,
            None => {
                let set: Result<Vec<Assignment>, _> = row
                    .set
                    .iter()
                    .chain(cell)
                    .map(|set| input::assignment(set))
                    .collect();
                match tried(set.map_err(Error::from).and_then(|set| door.add(of, &set)))? {
                    Ok(new) => {
                        id = Some(new);
                        None
                    }
                    Err(refusal) => Some(refusal),
                }
            }
        };
        cells.push((field_of(cell), refusal));
    }
    let tried = cells
        .into_iter()
        .map(|(field, refusal)| Tried { id, field, refusal });
    Ok((id, tried.collect()))
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct CreateArgs {
    kind: String,
    set: Vec<String>,
    /// The record it stands below.
    parent: Option<String>,
    /// The record it stands after.
    after: Option<String>,
}

pub fn create(desk: &Desk, arguments: CreateArgs) -> Result<Json, Failure> {
    let of = query::kind(&arguments.kind)?;
    let set = assignments(&arguments.set)?;
    let parent = arguments.parent.as_deref().map(id).transpose()?;
    let after = arguments.after.as_deref().map(id).transpose()?;
    desk.write(move |store, view| {
        let written = store.write(Act::typed(), |door| {
            let id = door.add(of, &set)?;
            if after.is_some() {
                door.place(of, id, parent, after)?;
            } else if let Some(parent) = parent {
                let set = Assignment::set("parent", &format!("id:{parent}"));
                door.set(of, id, &[set], &Seen::new())?;
            }
            Ok(id)
        })?;
        let record = query::record(store.connection(), written.answer, view)?;
        done(written, |txn| json!({"txn": txn, "record": record}))
    })
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SeveralArgs {
    kind: String,
    ids: Vec<String>,
}

pub fn remove(desk: &Desk, arguments: SeveralArgs) -> Result<Json, Failure> {
    let (of, ids) = several(&arguments)?;
    desk.write(move |store, _| {
        let removed = ids.len();
        let written = store.write(Act::typed(), |door| {
            ids.iter().try_for_each(|id| door.delete(of, *id))
        })?;
        done(written, |txn| json!({"txn": txn, "removed": removed}))
    })
}

pub fn restore(desk: &Desk, arguments: SeveralArgs) -> Result<Json, Failure> {
    let (of, ids) = several(&arguments)?;
    desk.write(move |store, _| {
        let written = store.write(Act::typed(), |door| {
            ids.iter().try_for_each(|id| door.undelete(of, *id))
        })?;
        done(written, |txn| json!({"txn": txn}))
    })
}

fn several(arguments: &SeveralArgs) -> Result<(&'static domain::Kind, Vec<Uuid>), Failure> {
    let ids = arguments.ids.iter().map(|text| id(text));
    Ok((
        query::kind(&arguments.kind)?,
        ids.collect::<Result<_, _>>()?,
    ))
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MoveRowArgs {
    kind: String,
    id: String,
    parent: Option<String>,
    /// The row it stands after; first without one.
    after: Option<String>,
}

pub fn move_row(desk: &Desk, arguments: MoveRowArgs) -> Result<Json, Failure> {
    let (of, moved) = (query::kind(&arguments.kind)?, id(&arguments.id)?);
    let parent = arguments.parent.as_deref().map(id).transpose()?;
    let after = arguments.after.as_deref().map(id).transpose()?;
    desk.write(move |store, view| {
        let written = store.write(Act::typed(), |door| door.place(of, moved, parent, after))?;
        let record = query::record(store.connection(), moved, view)?;
        done(written, |txn| json!({"txn": txn, "record": record}))
    })
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct SetRoleArgs {
    organisation: String,
    group: String,
    /// The part; none to end it.
    #[ts(optional = false)]
    role: Option<String>,
    from: Option<String>,
    to: Option<String>,
}

pub fn set_role(desk: &Desk, arguments: SetRoleArgs) -> Result<Json, Failure> {
    let (organisation, group) = (id(&arguments.organisation)?, id(&arguments.group)?);
    let clock = desk.clock.clone();
    desk.write(move |store, view| {
        let written = store.write(Act::typed(), |door| {
            set_part(door, organisation, group, &arguments, &clock)
        })?;
        let record = match written.answer {
            Some(id) => query::record(store.connection(), id, view)?,
            None => Json::Null,
        };
        done(written, |txn| json!({"txn": txn, "record": record}))
    })
}

/// Gives an organisation a part in a group.
///
/// A part that was entered here today is corrected. One that was there before is a fact of its time: it ends today, and
/// another begins.
fn set_part(
    door: &mut Door<'_>,
    organisation: Uuid,
    group: Uuid,
    arguments: &SetRoleArgs,
    clock: &Clock,
) -> store::Result<Option<Uuid>> {
    let membership = query::kind("membership")?;
    let today = clock.today();
    let terms = query::terms(door.connection(), group, organisation)?;
    let standing = terms.iter().find(|term| stands(term, today));
    let fresh = standing.filter(|term| {
        let entered = term.created_at.and_then(|at| clock.day_of(at));
        !term.published && entered == Some(today)
    });
    let mut dates = Vec::new();
    for (name, date) in [("from", &arguments.from), ("to", &arguments.to)] {
        dates.extend(date.as_deref().map(|date| Assignment::set(name, date)));
    }
    let day = today.to_string();
    let Some(role) = arguments.role.as_deref() else {
        match (standing, fresh) {
            (Some(_), Some(term)) => door.delete(membership, term.id)?,
            (Some(term), None) => {
                let end = arguments.to.as_deref().unwrap_or(&day);
                let set = [Assignment::set("to", end), Assignment::set("state", "left")];
                door.set(membership, term.id, &set, &Seen::new())?;
            }
            (None, _) => {}
        }
        return Ok(None);
    };
    let same = standing.filter(|term| term.role.as_deref() == Some(role));
    if let Some(term) = same.or(fresh) {
        dates.push(Assignment::set("role", role));
        door.set(membership, term.id, &dates, &Seen::new())?;
        return Ok(Some(term.id));
    }
    if let Some(term) = standing {
        let set = [
            Assignment::set("to", &day),
            Assignment::set("state", "left"),
        ];
        door.set(membership, term.id, &set, &Seen::new())?;
        if arguments.from.is_none() {
            dates.push(Assignment::set("from", &day));
        }
    }
    dates.push(Assignment::set("group", &format!("id:{group}")));
    dates.push(Assignment::set(
        "organisation",
        &format!("id:{organisation}"),
    ));
    dates.push(Assignment::set("role", role));
    door.add(membership, &dates).map(Some)
}

fn stands(term: &Term, today: NaiveDate) -> bool {
    let today = today.to_string();
    let begun = term.first.as_ref().is_none_or(|first| *first <= today);
    let over = term.last.as_ref().is_some_and(|last| *last < today);
    let left = match term.state.as_deref() {
        Some("declined") => true,
        Some("left") => term.last.as_ref().is_none_or(|last| *last <= today),
        _ => false,
    };
    begun && !over && !left
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct UndoArgs {
    txn: Option<String>,
}

pub fn undo(desk: &Desk, arguments: UndoArgs) -> Result<Json, Failure> {
    desk.write(move |store, view| {
        let written = store.undo(arguments.txn.as_deref(), Act::typed())?;
        turned(store, view, written)
    })
}

pub fn redo(desk: &Desk, _: Bare) -> Result<Json, Failure> {
    desk.write(|store, view| {
        let written = store.redo(Act::typed())?;
        turned(store, view, written)
    })
}

fn turned(store: &Store, view: &View, written: Written<UndoAnswer>) -> Result<Done, Failure> {
    let connection = store.connection();
    let rows = query::undone(connection, &written.answer.rows, view)?;
    let undone = written.answer.undone;
    let label = query::deed(connection, undone, view)?.map(|deed| deed.label);
    done(
        written,
        |txn| json!({"txn": txn, "undone": undone.to_string(), "label": label, "rows": rows}),
    )
}

/// Answers what was written, with what may look other than before.
pub fn done<T>(
    written: Written<T>,
    answer: impl FnOnce(Option<String>) -> Json,
) -> Result<Done, Failure> {
    Ok(Done {
        answer: answer(written.txn.map(|txn| txn.to_string())),
        changed: written.changed,
    })
}

fn assignments(texts: &[String]) -> Result<Vec<Assignment>, Failure> {
    texts
        .iter()
        .map(|text| Ok(input::assignment(text).map_err(Error::from)?))
        .collect()
}
