//! Automerge: one document for every hundred records, because a single one of them all takes gigabytes.
//!
//! A change holds no more than what it does; the table behind is brought up to date by what a document says has changed.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use automerge::transaction::{CommitOptions, Transactable};
use automerge::{
    ActorId, AutoCommit, ChangeHash, ObjId, ObjType, PatchAction, Prop, ROOT, ReadDoc, ScalarValue,
};

use crate::documents::{DELETED, Documents, RECORDS};
use crate::projection::Projection;
use crate::work::{FIELDS, Id, Value};
use crate::{Job, Outcome, key, unkey, unpack};

/// Automerge's documents.
pub struct Automerge(Vec<AutoCommit>);

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

impl Automerge {
    /// The document that a record stands in.
    fn of(&mut self, id: &Id) -> &mut AutoCommit {
        let which = usize::from(u16::from_le_bytes([id[0], id[1]])) % self.0.len();
        &mut self.0[which]
    }
}

impl Documents for Automerge {
    type Version = Vec<Vec<ChangeHash>>;

    fn new(records: usize, actor: u8) -> Outcome<Automerge> {
        let mut documents = Vec::new();
        for _ in 0..records.div_ceil(100) {
            let mut document = AutoCommit::new().with_actor(ActorId::from(vec![actor]));
            document.put_object(ROOT, RECORDS, ObjType::Map)?;
            documents.push(document);
        }
        Ok(Automerge(documents))
    }

    fn open(file: &Path, actor: u8) -> Outcome<Automerge> {
        let bytes = std::fs::read(file)?;
        let actor = ActorId::from(vec![actor]);
        let documents = split(&bytes)?
            .into_iter()
            .map(|(_, part)| Ok(AutoCommit::load(part)?.with_actor(actor.clone())))
            .collect::<Outcome<_>>()?;
        Ok(Automerge(documents))
    }

    fn save(&mut self, file: &Path) -> Outcome<()> {
        let parts: Vec<_> = self
            .0
            .iter_mut()
            .map(AutoCommit::save)
            .enumerate()
            .collect();
        Ok(std::fs::write(file, join(&parts))?)
    }

    fn fill(&mut self, base: &[(Id, Vec<Value>)], projection: &Projection) -> Outcome<()> {
        for (id, values) in base {
            self.insert(id, values)?;
            projection.insert(id, values)?;
        }
        for document in &mut self.0 {
            document.commit();
        }
        Ok(())
    }

    fn set(&mut self, id: &Id, field: usize, value: &Value) -> Outcome<()> {
        let document = self.of(id);
        let record = record(document, id)?;
        Ok(document.put(&record, field.to_string(), scalar(value))?)
    }

    fn insert(&mut self, id: &Id, values: &[Value]) -> Outcome<()> {
        let document = self.of(id);
        let records = records(document)?;
        let record = document.put_object(&records, key(id), ObjType::Map)?;
        for (field, value) in values.iter().enumerate() {
            document.put(&record, field.to_string(), scalar(value))?;
        }
        Ok(())
    }

    fn delete(&mut self, id: &Id) -> Outcome<()> {
        let document = self.of(id);
        let record = record(document, id)?;
        Ok(document.put(&record, DELETED, true)?)
    }

    fn commit(&mut self, id: &Id, when: i64) {
        self.of(id)
            .commit_with(CommitOptions::default().with_time(when));
    }

    fn version(&mut self) -> Vec<Vec<ChangeHash>> {
        self.0.iter_mut().map(AutoCommit::get_heads).collect()
    }

    fn since(&mut self, before: &Vec<Vec<ChangeHash>>) -> Outcome<Vec<u8>> {
        let after = self.0.iter_mut().zip(before);
        let parts = after
            .map(|(document, before)| document.save_after(before))
            .enumerate();
        let parts: Vec<_> = parts.filter(|(_, part)| !part.is_empty()).collect();
        Ok(join(&parts))
    }

    fn take(&mut self, projection: &Projection, job: &Job, from: &[usize]) -> Outcome<()> {
        let before = self.version();
        for replica in from {
            for (number, part) in split(&unpack(&job.changes(*replica))?)? {
                self.0
                    .get_mut(number)
                    .ok_or("no such document")?
                    .load_incremental(part)?;
            }
        }
        projection.transaction(|| {
            for (document, before) in self.0.iter_mut().zip(&before) {
                let after = document.get_heads();
                let records = records(document)?;
                let mut changed: BTreeMap<String, BTreeMap<String, Option<Value>>> =
                    BTreeMap::new();
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

    fn contested(&self, _: &Vec<Vec<ChangeHash>>) -> Outcome<Option<Vec<(String, usize)>>> {
        let mut contested = Vec::new();
        for document in &self.0 {
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
        Ok(Some(contested))
    }
}
