//! Our log and its merge, through the doors that the window and the command line use.

use std::path::Path;

use domain::input::{Assignment, Change};
use domain::{Kind, kinds};
use merge::pack;
use store::query::conflicts::{ConflictType, conflicts};
use store::{Access, Act, Brought, Lacking, Mode, Seen, Start, Store, SystemWorld};
use uuid::Uuid;

use crate::work::{Edit, FIELDS, Value};
use crate::{Engine, Job, Outcome, busy, copy, hex, ms, size};

/// A segment holds up to a million changes: this many records and some.
const AT_ONCE: usize = 50_000;

/// Our log.
pub struct Ours;

fn kind() -> Outcome<&'static Kind> {
    kinds::by_name("review").ok_or_else(|| "there are no reviews".into())
}

fn open(file: &Path) -> Outcome<Store> {
    Ok(Store::open(file, Access::Write, Box::new(SystemWorld))?)
}

fn assignment(field: usize, value: &Value) -> Assignment {
    let (name, part) = match FIELDS[field].split_once('.') {
        Some((name, part)) => (name, Some(part.to_owned())),
        None => (FIELDS[field], None),
    };
    Assignment {
        field: name.to_owned(),
        part,
        change: Change::Set,
        value: match value {
            Value::Number(number) => number.to_string(),
            Value::Text(text) => text.clone(),
        },
    }
}

fn assignments(values: &[Value]) -> Vec<Assignment> {
    let numbered = values.iter().enumerate();
    numbered
        .map(|(field, value)| assignment(field, value))
        .collect()
}

fn ids(job: &Job) -> Outcome<Vec<Uuid>> {
    let bytes = std::fs::read(job.file("ids"))?;
    let (ids, _) = bytes.as_chunks::<16>();
    Ok(ids.iter().map(|id| Uuid::from_bytes(*id)).collect())
}

/// Reads files and merges them, without the backup that is made before.
fn take(store: &mut Store, job: &Job, from: &[usize]) -> Outcome<store::Merged> {
    let mut brought = Vec::new();
    for replica in from {
        let pack = pack::read(&job.changes(*replica), None)?;
        brought.push(Brought {
            name: format!("{replica}"),
            sender: None,
            segments: pack.segments,
            private: pack.private,
        });
    }
    Ok(store.merge(&brought, Mode::Keep, None, &mut |_, _| true)?)
}

impl Engine for Ours {
    fn load(&self, job: &Job) -> Outcome<()> {
        let base = job.base();
        let kind = kind()?;
        let mut store = Store::create(&job.file("base.db"), Start::Empty, Box::new(SystemWorld))?;
        let mut ids = Vec::with_capacity(base.len() * 16);
        let load = ms(|| {
            for part in base.chunks(AT_ONCE) {
                store.write(Act::typed(), |door| {
                    for (_, values) in part {
                        ids.extend(door.add(kind, &assignments(values))?.into_bytes());
                    }
                    Ok(())
                })?;
                // Seals it, as the first file that is given away does.
                store.pack(Lacking::Nothing)?;
            }
            Ok(())
        })?;
        job.tell("load_ms", load.0);
        std::fs::write(job.file("ids"), ids)?;
        Ok(())
    }

    fn edit(&self, job: &Job, replica: usize) -> Outcome<()> {
        let (ids, edits) = (ids(job)?, job.edits(replica));
        let kind = kind()?;
        let file = job.file(&format!("r{replica}.db"));
        copy(&job.file("base.db"), &file)?;
        let mut store = open(&file)?;
        // Everybody has the base: what is packed is the rest.
        let base = store.pack(Lacking::Nothing)?;
        store.heard(base.site, &base.vector, base.made)?;
        let edit = ms(|| {
            for edit in &edits {
                store.write(Act::typed(), |door| match edit {
                    Edit::Set {
                        record,
                        field,
                        value,
                    } => door.set(
                        kind,
                        ids[*record],
                        &[assignment(*field, value)],
                        &Seen::new(),
                    ),
                    Edit::Insert { values, .. } => door.add(kind, &assignments(values)).map(drop),
                    Edit::Delete { record } => door.delete(kind, ids[*record]),
                })?;
            }
            Ok(())
        })?;
        job.tell("edit_ms", edit.0);
        let (export, written) = ms(|| {
            let lacking = Lacking::Site(base.site);
            Ok(merge::pack_to(
                &mut store,
                &job.changes(replica),
                lacking,
                false,
                None,
            )?)
        })?;
        job.tell("export_ms", export);
        job.tell("change_bytes", written.bytes as f64);
        Ok(())
    }

    fn hub(&self, job: &Job) -> Outcome<()> {
        let file = job.file("hub.db");
        copy(&job.file("base.db"), &file)?;
        let mut store = open(&file)?;
        let before = busy();
        let (time, merged) = ms(|| take(&mut store, job, &job.all()))?;
        job.tell("merge_ms", time);
        job.tell("busy_ms", busy() - before);
        job.tell_peak();
        job.tell("brought", merged.changes as f64);
        let (time, found) = ms(|| Ok(conflicts(store.connection())?))?;
        job.tell("list_ms", time);
        let ids = ids(job)?;
        let kind = kind()?;
        let place = |record: &Uuid| ids.iter().position(|id| id == record);
        let of = |ty: ConflictType| found.iter().filter(move |conflict| conflict.ty == ty);
        let mut cells = Vec::new();
        for conflict in of(ConflictType::Field) {
            let field =
                (0..FIELDS.len()).find(|field| column(kind, *field) == Some(conflict.column));
            let (Some(record), Some(field)) = (place(&conflict.record), field) else {
                return Err("a conflict that nobody brought about".into());
            };
            cells.push((record, field));
        }
        job.tell_cells(cells)?;
        job.tell("delete_edit", of(ConflictType::DeleteEdit).count() as f64);
        let (time, merged) = ms(|| take(&mut store, job, &job.all()))?;
        job.tell("replay_ms", time);
        job.tell("replay_new", merged.changes as f64);
        tell_digest(&store, job)?;
        drop(store);
        job.tell("store_bytes", size(&file)?);
        Ok(())
    }

    fn replica(&self, job: &Job, replica: usize) -> Outcome<()> {
        let file = job.file(&format!("m{replica}.db"));
        copy(&job.file(&format!("r{replica}.db")), &file)?;
        let mut store = open(&file)?;
        let (time, _) = ms(|| take(&mut store, job, &crate::work::order(replica)))?;
        job.tell("merge_ms", time);
        tell_digest(&store, job)
    }
}

/// The whole door, with the backup before and what was heard of the others noted after.
pub fn door(job: &Job) -> Outcome<()> {
    let file = job.file("door.db");
    copy(&job.file("base.db"), &file)?;
    let mut store = open(&file)?;
    let files: Vec<_> = job
        .all()
        .iter()
        .map(|replica| job.changes(*replica))
        .collect();
    for name in ["door_ms", "door_replay_ms"] {
        let (time, _) = ms(|| {
            Ok(merge::merge(
                &mut store,
                &files,
                None,
                Mode::Keep,
                &mut |_, _| true,
            )?)
        })?;
        job.tell(name, time);
    }
    Ok(())
}

/// The column of a field in the log.
fn column(kind: &Kind, field: usize) -> Option<u16> {
    let (name, part) = match FIELDS[field].split_once('.') {
        Some((name, part)) => (name, part),
        None => (FIELDS[field], "en"),
    };
    let field = kind.field(name)?;
    let language = if field.is_multilingual() {
        domain::Language::ALL
            .into_iter()
            .find(|language| language.code() == part)?
            .number()
    } else {
        0
    };
    Some(u16::from(language) << 8 | u16::from(field.number))
}

fn tell_digest(store: &Store, job: &Job) -> Outcome<()> {
    job.tell_digest(&hex(&store.digest()?.hash));
    let count = "SELECT count(*) FROM review WHERE life = 1";
    let left: i64 = store.connection().query_row(count, (), |row| row.get(0))?;
    job.tell("left", left as f64);
    Ok(())
}
