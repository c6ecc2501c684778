//! Automerge: one document for every hundred records, because a single one of them all takes gigabytes.
//!
//! A change holds no more than what it does; the table behind is brought up to date by what a document says has changed.
//! Storing a document after each edit is left out of the time of edits.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use automerge::transaction::{CommitOptions, Transactable};
use automerge::{
    ActorId, AutoCommit, ChangeHash, ObjId, ObjType, PatchAction, Prop, ROOT, ReadDoc, ScalarValue,
};

use crate::projection::Projection;
use crate::work::{Edit, FIELDS, Id, Value};
use crate::{Engine, Job, Outcome, busy, copy, key, ms, places, size, unkey, unpack};

/// Automerge.
pub struct Documents;

/// The key under which a record says that it is deleted.
const DELETED: &str = "deleted";
/// The map of all records of a document.
const RECORDS: &str = "records";

fn which(id: &Id, of: usize) -> usize {
    usize::from(u16::from_le_bytes([id[0], id[1]])) % of
}

fn scalar(value: &Value) -> ScalarValue {
    match value {
        Value::Number(number) => ScalarValue::Int(*number),
        Value::Text(text) => ScalarValue::Str(text.as_str().into()),
    }
}

fn read(value: &automerge::Value<'_>) -> Option<Value> {
    match value.as_scalar()? {
        ScalarValue::Int(number) => Some(Value::Number(*number)),
        ScalarValue::Str(text) => Some(Value::Text(text.to_string())),
        _ => None,
    }
}

fn records(document: &AutoCommit) -> Outcome<ObjId> {
    Ok(document
        .get(ROOT, RECORDS)?
        .ok_or("a document without records")?
        .1)
}

fn record(document: &AutoCommit, id: &Id) -> Outcome<ObjId> {
    let found = document.get(records(document)?, key(id))?;
    Ok(found.ok_or("a record that is not there")?.1)
}

fn put(document: &mut AutoCommit, id: &Id, values: &[Value]) -> Outcome<()> {
    let records = records(document)?;
    let record = document.put_object(&records, key(id), ObjType::Map)?;
    for (field, value) in values.iter().enumerate() {
        document.put(&record, field.to_string(), scalar(value))?;
    }
    Ok(())
}

/// Parts of a file, each after its number and length.
fn join(parts: &[(usize, Vec<u8>)]) -> Vec<u8> {
    let mut joined = Vec::new();
    for (number, part) in parts {
        joined.extend((*number as u32).to_le_bytes());
        joined.extend((part.len() as u32).to_le_bytes());
        joined.extend(part);
    }
    joined
}

fn split(mut joined: &[u8]) -> Outcome<Vec<(usize, &[u8])>> {
    let mut parts = Vec::new();
    while let Some((number, rest)) = joined.split_first_chunk() {
        let (length, rest) = rest.split_first_chunk().ok_or("a part without a length")?;
        let length = u32::from_le_bytes(*length) as usize;
        let (part, rest) = rest
            .split_at_checked(length)
            .ok_or("a part that ends too early")?;
        parts.push((u32::from_le_bytes(*number) as usize, part));
        joined = rest;
    }
    Ok(parts)
}

fn open(file: &Path, actor: u8) -> Outcome<Vec<AutoCommit>> {
    let bytes = std::fs::read(file)?;
    let actor = ActorId::from(vec![actor]);
    split(&bytes)?
        .into_iter()
        .map(|(_, part)| Ok(AutoCommit::load(part)?.with_actor(actor.clone())))
        .collect()
}

fn save(file: &Path, documents: &mut [AutoCommit]) -> Outcome<()> {
    let parts: Vec<_> = documents
        .iter_mut()
        .map(AutoCommit::save)
        .enumerate()
        .collect();
    Ok(std::fs::write(file, join(&parts))?)
}

fn heads(documents: &mut [AutoCommit]) -> Vec<Vec<ChangeHash>> {
    documents.iter_mut().map(AutoCommit::get_heads).collect()
}

/// Takes files in and shows what they changed.
fn take(
    documents: &mut [AutoCommit],
    projection: &Projection,
    job: &Job,
    from: &[usize],
) -> Outcome<()> {
    let before = heads(documents);
    for replica in from {
        for (number, part) in split(&unpack(&job.changes(*replica))?)? {
            documents
                .get_mut(number)
                .ok_or("no such document")?
                .load_incremental(part)?;
        }
    }
    projection.transaction(|| {
        for (document, before) in documents.iter_mut().zip(&before) {
            let after = document.get_heads();
            let records = records(document)?;
            let mut changed: BTreeMap<String, BTreeMap<String, Option<Value>>> = BTreeMap::new();
            let mut fresh = BTreeSet::new();
            for patch in document.diff(before, &after) {
                let PatchAction::PutMap { key, value, .. } = &patch.action else {
                    continue;
                };
                if patch.obj == records {
                    fresh.insert(key.clone());
                } else if let Some((_, Prop::Map(record))) = patch.path.last() {
                    changed
                        .entry(record.clone())
                        .or_default()
                        .insert(key.clone(), read(&value.0));
                }
            }
            for (name, cells) in &changed {
                let id = unkey(name).ok_or("a key that names no record")?;
                show(projection, &id, cells, fresh.contains(name))?;
            }
        }
        Ok(())
    })
}

/// Shows what changed of a record.
fn show(
    projection: &Projection,
    id: &Id,
    cells: &BTreeMap<String, Option<Value>>,
    fresh: bool,
) -> Outcome<()> {
    if fresh {
        let values =
            (0..FIELDS.len()).map(|field| cells.get(&field.to_string()).cloned().flatten());
        let values: Vec<Value> = values.collect::<Option<_>>().ok_or("half a record")?;
        return projection.insert(id, &values);
    }
    for (name, value) in cells {
        match value {
            _ if name == DELETED => projection.hide(id)?,
            Some(value) => projection.set(id, name.parse()?, value)?,
            None => return Err("a cell of an unknown form".into()),
        }
    }
    Ok(())
}

/// The cells that stand for several values.
fn contested(documents: &[AutoCommit]) -> Outcome<Vec<(String, usize)>> {
    let mut contested = Vec::new();
    for document in documents {
        let records = records(document)?;
        for name in document.keys(&records) {
            let record = document
                .get(&records, &name)?
                .ok_or("a record that is not there")?
                .1;
            for field in 0..FIELDS.len() {
                let all = document.get_all(&record, field.to_string())?;
                let first = all.first().and_then(|(value, _)| read(value));
                if all.iter().any(|(value, _)| read(value) != first) {
                    contested.push((name.clone(), field));
                }
            }
        }
    }
    Ok(contested)
}

impl Engine for Documents {
    fn load(&self, job: &Job) -> Outcome<()> {
        let base = job.base();
        let projection = Projection::create(&job.file("base.db"))?;
        let (time, ()) = ms(|| {
            let mut documents = Vec::new();
            for _ in 0..base.len().div_ceil(100) {
                let mut document = AutoCommit::new().with_actor(ActorId::from(vec![0_u8]));
                document.put_object(ROOT, RECORDS, ObjType::Map)?;
                documents.push(document);
            }
            let of = documents.len();
            projection.transaction(|| {
                for (id, values) in &base {
                    put(&mut documents[which(id, of)], id, values)?;
                    projection.insert(id, values)?;
                }
                Ok(())
            })?;
            for document in &mut documents {
                document.commit();
            }
            save(&job.file("base.doc"), &mut documents)
        })?;
        job.tell("load_ms", time);
        Ok(())
    }

    fn edit(&self, job: &Job, replica: usize) -> Outcome<()> {
        let (base, edits) = (job.base(), job.edits(replica));
        let file = job.file(&format!("r{replica}.db"));
        copy(&job.file("base.db"), &file)?;
        let projection = Projection::open(&file)?;
        let mut documents = open(&job.file("base.doc"), replica as u8 + 1)?;
        let before = heads(&mut documents);
        let of = documents.len();
        let (time, ()) = ms(|| {
            for (number, edit) in edits.iter().enumerate() {
                let id = match edit {
                    Edit::Insert { id, .. } => id,
                    Edit::Set { record, .. } | Edit::Delete { record } => &base[*record].0,
                };
                let document = &mut documents[which(id, of)];
                projection.transaction(|| match edit {
                    Edit::Set { field, value, .. } => {
                        let record = record(document, id)?;
                        document.put(&record, field.to_string(), scalar(value))?;
                        projection.set(id, *field, value)
                    }
                    Edit::Insert { values, .. } => {
                        put(document, id, values)?;
                        projection.insert(id, values)
                    }
                    Edit::Delete { .. } => {
                        let record = record(document, id)?;
                        document.put(&record, DELETED, true)?;
                        projection.hide(id)
                    }
                })?;
                let when = 1_790_000_000 + 30 * number as i64;
                document.commit_with(CommitOptions::default().with_time(when));
            }
            Ok(())
        })?;
        job.tell("edit_ms", time);
        let (time, parts) = ms(|| {
            let after = documents.iter_mut().zip(&before);
            let parts = after
                .map(|(document, before)| document.save_after(before))
                .enumerate();
            Ok(parts
                .filter(|(_, part)| !part.is_empty())
                .collect::<Vec<_>>())
        })?;
        job.tell("export_ms", time);
        save(&job.file(&format!("r{replica}.doc")), &mut documents)?;
        job.pack(replica, &join(&parts))
    }

    fn hub(&self, job: &Job) -> Outcome<()> {
        let (file, whole) = (job.file("hub.db"), job.file("hub.doc"));
        copy(&job.file("base.db"), &file)?;
        let projection = Projection::open(&file)?;
        let (time, mut documents) = ms(|| open(&job.file("base.doc"), 99))?;
        job.tell("open_ms", time);
        let before = busy();
        let (time, saving) = ms(|| {
            take(&mut documents, &projection, job, &job.all())?;
            Ok(ms(|| save(&whole, &mut documents))?.0)
        })?;
        job.tell("merge_ms", time);
        job.tell("busy_ms", busy() - before);
        job.tell("saving_ms", saving);
        job.tell_peak();
        let (time, cells) = ms(|| contested(&documents))?;
        job.tell("list_ms", time);
        let places = places(job);
        let cells = cells
            .iter()
            .filter_map(|(name, field)| Some((*places.get(&unkey(name)?)?, *field)));
        job.tell_cells(cells.collect())?;
        let (time, ()) = ms(|| take(&mut documents, &projection, job, &job.all()))?;
        job.tell("replay_ms", time);
        let (digest, left) = projection.digest()?;
        job.tell_digest(&digest);
        job.tell("left", left as f64);
        drop(projection);
        job.tell("store_bytes", size(&file)? + size(&whole)?);
        Ok(())
    }

    fn replica(&self, job: &Job, replica: usize) -> Outcome<()> {
        let file = job.file(&format!("m{replica}.db"));
        copy(&job.file(&format!("r{replica}.db")), &file)?;
        let projection = Projection::open(&file)?;
        let mut documents = open(&job.file(&format!("r{replica}.doc")), 99)?;
        let (time, ()) = ms(|| {
            take(
                &mut documents,
                &projection,
                job,
                &crate::work::order(replica),
            )?;
            save(&job.file(&format!("m{replica}.doc")), &mut documents)
        })?;
        job.tell("merge_ms", time);
        let (digest, left) = projection.digest()?;
        job.tell_digest(&digest);
        job.tell("left", left as f64);
        Ok(())
    }
}
