//! Changesets of SQLite's session extension: no history, no author, no time.
//!
//! Copies end alike only where everybody plays all files in one fixed order, so each replica first takes back its own.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex};

use rusqlite::fallible_streaming_iterator::FallibleStreamingIterator;
use rusqlite::hooks::Action;
use rusqlite::session::{
    ChangesetItem, ChangesetIter, ConflictAction, ConflictType, Session, invert_strm,
};
use rusqlite::types::ValueRef;

use crate::projection::{COLUMNS, Projection};
use crate::work::{Edit, Id};
use crate::{Engine, Job, Outcome, busy, ms, places, size, unpack};

/// Session changesets.
pub struct Changesets;

/// What was in the way of a changeset: the record, and the field unless it was deleted.
type Met = Arc<Mutex<BTreeSet<(Id, Option<usize>)>>>;

/// Where a field stands in a row of the table, after the name and the life.
fn at(projection: &Projection) -> Outcome<[usize; COLUMNS.len()]> {
    let select = projection.connection.prepare("SELECT * FROM review")?;
    let names: Vec<&str> = select.column_names().collect();
    let mut places = [0; COLUMNS.len()];
    for (place, name) in places.iter_mut().zip(COLUMNS) {
        *place = names
            .iter()
            .position(|one| *one == name)
            .ok_or("a column that is not there")?;
    }
    Ok(places)
}

fn id(item: &ChangesetItem) -> Option<Id> {
    let of = |value: ValueRef<'_>| value.as_blob().ok()?.try_into().ok();
    item.old_value(0)
        .ok()
        .and_then(of)
        .or_else(|| item.new_value(0).ok().and_then(of))
}

/// Plays a changeset, and brings search and list up to date with what it changed.
fn play(projection: &Projection, changes: &[u8], met: &Met) -> Outcome<()> {
    let columns = at(projection)?;
    let mut touched: BTreeMap<Id, BTreeSet<usize>> = BTreeMap::new();
    let mut gone: Vec<(Id, i64)> = Vec::new();
    let mut input: &mut dyn std::io::Read = &mut &changes[..];
    let input = &mut input;
    let mut items = ChangesetIter::start_strm(input)?;
    while let Some(item) = items.next()? {
        let Some(id) = id(item) else { continue };
        if item.op()?.code() == Action::SQLITE_DELETE {
            if let Some(row) = projection.row(&id)? {
                gone.push((id, row));
            }
        } else {
            let set = (0..COLUMNS.len()).filter(|field| item.new_value(columns[*field]).is_ok());
            touched.entry(id).or_default().extend(set);
        }
    }
    drop(items);
    let noted = met.clone();
    projection.connection.apply_strm(
        &mut &changes[..],
        None::<fn(&str) -> bool>,
        move |ty, item| {
            let deletes = item.op().is_ok_and(|op| op.code() == Action::SQLITE_DELETE);
            let note = |field| {
                if let (Some(id), Ok(mut met)) = (id(item), noted.lock()) {
                    met.insert((id, field));
                }
            };
            match ty {
                ConflictType::SQLITE_CHANGESET_DATA if deletes => {
                    note(None);
                    ConflictAction::SQLITE_CHANGESET_OMIT
                }
                ConflictType::SQLITE_CHANGESET_DATA => {
                    for (field, column) in columns.iter().enumerate() {
                        if let (Ok(old), Ok(here), Ok(new)) = (
                            item.old_value(*column),
                            item.conflict(*column),
                            item.new_value(*column),
                        ) && new != here
                            && old != here
                        {
                            note(Some(field));
                        }
                    }
                    ConflictAction::SQLITE_CHANGESET_REPLACE
                }
                ConflictType::SQLITE_CHANGESET_NOTFOUND if !deletes => {
                    note(None);
                    ConflictAction::SQLITE_CHANGESET_OMIT
                }
                _ => ConflictAction::SQLITE_CHANGESET_OMIT,
            }
        },
    )?;
    for (id, row) in gone {
        if projection.row(&id)?.is_none() {
            projection.forget(row)?;
        }
    }
    for (id, fields) in touched {
        let Some(row) = projection.row(&id)? else {
            continue;
        };
        let values = projection.values(row)?;
        for field in fields {
            projection.show(row, field, values.get(field))?;
        }
    }
    Ok(())
}

fn play_all(projection: &Projection, job: &Job, met: &Met) -> Outcome<()> {
    projection.transaction(|| {
        for replica in job.all() {
            play(projection, &unpack(&job.changes(replica))?, met)?;
        }
        Ok(())
    })
}

impl Engine for Changesets {
    fn load(&self, job: &Job) -> Outcome<()> {
        let base = job.base();
        let projection = Projection::create(&job.file("base.db"))?;
        let (time, ()) = ms(|| {
            projection.transaction(|| {
                base.iter()
                    .try_for_each(|(id, values)| projection.insert(id, values))
            })
        })?;
        job.tell("load_ms", time);
        Ok(())
    }

    fn edit(&self, job: &Job, replica: usize) -> Outcome<()> {
        let (base, edits) = (job.base(), job.edits(replica));
        let projection = Projection::copy(job, "base.db", &format!("r{replica}.db"))?;
        let session = RefCell::new(Session::new(&projection.connection)?);
        session.borrow_mut().attach(Some("review"))?;
        let (time, ()) = ms(|| {
            edits.iter().try_for_each(|edit| {
                projection.transaction(|| match edit {
                    Edit::Set {
                        record,
                        field,
                        value,
                    } => projection.set(&base[*record].0, *field, value),
                    Edit::Insert { id, values } => projection.insert(id, values),
                    Edit::Delete { record } => {
                        let id = &base[*record].0;
                        let row = projection.row(id)?;
                        projection
                            .connection
                            .prepare_cached("DELETE FROM review WHERE id = ?1")?
                            .execute((&id[..],))?;
                        row.map_or(Ok(()), |row| projection.forget(row))
                    }
                })
            })
        })?;
        job.tell("edit_ms", time);
        let (time, changes) = ms(|| {
            let mut changes = Vec::new();
            session.borrow_mut().changeset_strm(&mut changes)?;
            Ok(changes)
        })?;
        job.tell("export_ms", time);
        job.pack(replica, &changes)
    }

    fn hub(&self, job: &Job) -> Outcome<()> {
        let file = job.file("hub.db");
        let projection = Projection::copy(job, "base.db", "hub.db")?;
        let met = Met::default();
        let before = busy();
        let (time, ()) = ms(|| play_all(&projection, job, &met))?;
        job.tell("merge_ms", time);
        job.tell("busy_ms", busy() - before);
        job.tell_peak();
        job.tell_shown(&projection)?;
        let places = places(job);
        // Only while it merges: nothing of it is kept.
        let met = met
            .lock()
            .map_err(|_| "a conflict that could not be noted")?;
        let cells = met
            .iter()
            .filter_map(|(id, field)| Some((*places.get(id)?, (*field)?)));
        job.tell_cells(cells.collect())?;
        job.tell(
            "delete_edit",
            met.iter().filter(|(_, field)| field.is_none()).count() as f64,
        );
        drop(projection);
        job.tell("store_bytes", size(&file)?);
        Ok(())
    }

    fn replica(&self, job: &Job, replica: usize) -> Outcome<()> {
        let projection =
            Projection::copy(job, &format!("r{replica}.db"), &format!("m{replica}.db"))?;
        let met = Met::default();
        let (time, ()) = ms(|| {
            projection.transaction(|| {
                let mut back = Vec::new();
                invert_strm(&mut &unpack(&job.changes(replica))?[..], &mut back)?;
                play(&projection, &back, &met)?;
                for other in job.all() {
                    play(&projection, &unpack(&job.changes(other))?, &met)?;
                }
                Ok(())
            })
        })?;
        job.tell("merge_ms", time);
        job.tell_shown(&projection)
    }
}
