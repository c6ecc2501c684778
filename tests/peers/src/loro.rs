//! Loro: one document, a map of records. It shows one winner a field; what else a field stands for is found by a scan of
//! its history that is ours.
//!
//! Storing the document after each edit is left out of the time of edits.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;

use loro::event::Diff;
use loro::{
    ExportMode, ID, Index, JsonMapOp, JsonOpContent, LoroDoc, LoroMap, LoroValue, ValueOrContainer,
    VersionVector,
};

use crate::projection::Projection;
use crate::work::{Edit, FIELDS, Id, Value};
use crate::{Engine, Job, Outcome, busy, copy, key, ms, places, size, unkey, unpack};

/// Loro.
pub struct Document;

/// The key under which a record says that it is deleted.
const DELETED: &str = "deleted";
/// The map of all records.
const RECORDS: &str = "records";

fn scalar(value: &Value) -> LoroValue {
    match value {
        Value::Number(number) => LoroValue::I64(*number),
        Value::Text(text) => LoroValue::from(text.as_str()),
    }
}

fn read(value: &LoroValue) -> Option<Value> {
    match value {
        LoroValue::I64(number) => Some(Value::Number(*number)),
        LoroValue::String(text) => Some(Value::Text(text.to_string())),
        _ => None,
    }
}

fn new(peer: u64) -> Outcome<LoroDoc> {
    let document = LoroDoc::new();
    document.set_peer_id(peer)?;
    document.set_record_timestamp(true);
    // Each edit stays a change of its own.
    document.set_change_merge_interval(0);
    Ok(document)
}

fn open(file: &Path, peer: u64) -> Outcome<LoroDoc> {
    let document = new(peer)?;
    document.import(&std::fs::read(file)?)?;
    Ok(document)
}

fn save(file: &Path, document: &LoroDoc) -> Outcome<()> {
    Ok(std::fs::write(
        file,
        document.export(ExportMode::Snapshot)?,
    )?)
}

fn put(records: &LoroMap, id: &Id, values: &[Value]) -> Outcome<()> {
    let record = records.insert_container(&key(id), LoroMap::new())?;
    for (field, value) in values.iter().enumerate() {
        record.insert(&field.to_string(), scalar(value))?;
    }
    Ok(())
}

fn record(records: &LoroMap, id: &Id) -> Outcome<LoroMap> {
    let found = records
        .get(&key(id))
        .and_then(|found| found.into_container().ok());
    found
        .and_then(|container| container.into_map().ok())
        .ok_or_else(|| "a record that is not there".into())
}

/// Takes files in and shows what they changed.
fn take(document: &LoroDoc, projection: &Projection, job: &Job, from: &[usize]) -> Outcome<()> {
    let before = document.oplog_frontiers();
    let files: Vec<Vec<u8>> = from
        .iter()
        .map(|replica| unpack(&job.changes(*replica)))
        .collect::<Outcome<_>>()?;
    document.import_batch(&files)?;
    let changed = document.diff(&before, &document.oplog_frontiers())?;
    let records = loro::ContainerTrait::id(&document.get_map(RECORDS));
    projection.transaction(|| {
        let mut fresh = BTreeSet::new();
        for (container, diff) in changed.iter() {
            let Diff::Map(cells) = diff else { continue };
            if *container == records {
                let new = cells.updated.iter().filter(|(_, value)| value.is_some());
                fresh.extend(new.map(|(name, _)| name.to_string()));
                continue;
            }
            let path = document.get_path_to_container(container);
            let Some(Index::Key(name)) = path.and_then(|path| Some(path.last()?.1.clone())) else {
                continue;
            };
            let id = unkey(&name).ok_or("a key that names no record")?;
            let scalar = |value: &Option<ValueOrContainer>| match value {
                Some(ValueOrContainer::Value(value)) => read(value),
                _ => None,
            };
            if fresh.contains(name.as_str()) {
                let values = (0..FIELDS.len()).map(|field| {
                    cells
                        .updated
                        .get(field.to_string().as_str())
                        .and_then(scalar)
                });
                let values: Vec<Value> = values.collect::<Option<_>>().ok_or("half a record")?;
                projection.insert(&id, &values)?;
                continue;
            }
            for (field, value) in &cells.updated {
                if field == DELETED {
                    projection.hide(&id)?;
                } else {
                    let value = scalar(value).ok_or("a cell of an unknown form")?;
                    projection.set(&id, field.parse()?, &value)?;
                }
            }
        }
        Ok(())
    })
}

/// One change of a cell that no other one found so far had seen.
struct Unseen {
    peer: u64,
    counter: i32,
    /// The change it stands in.
    within: ID,
    value: LoroValue,
}

/// The cells that stand for several values since a version, by replaying what came after it.
fn contested(document: &LoroDoc, since: &VersionVector) -> Outcome<Vec<(String, usize)>> {
    let history =
        document.export_json_updates_without_peer_compression(since, &document.oplog_vv());
    let mut seen: HashMap<ID, VersionVector> = HashMap::new();
    let mut cells: BTreeMap<(String, String), Vec<Unseen>> = BTreeMap::new();
    for change in &history?.changes {
        let past: Vec<ID> = change.deps.clone();
        let past = document.frontiers_to_vv(&past.into()).unwrap_or_default();
        seen.insert(change.id, past);
        for op in &change.ops {
            let JsonOpContent::Map(JsonMapOp::Insert { key, value }) = &op.content else {
                continue;
            };
            let (peer, counter) = (change.id.peer, op.counter);
            let saw = |by: &ID, peer: u64, counter: i32| {
                seen.get(by)
                    .and_then(|seen| seen.get(&peer))
                    .is_some_and(|upto| *upto > counter)
            };
            let heads = cells
                .entry((op.container.to_string(), key.clone()))
                .or_default();
            if heads.iter().any(|head| saw(&head.within, peer, counter)) {
                continue;
            }
            heads.retain(|head| {
                let before = head.peer == peer && head.counter < counter;
                !before && !saw(&change.id, head.peer, head.counter)
            });
            heads.push(Unseen {
                peer,
                counter,
                within: change.id,
                value: value.clone(),
            });
        }
    }
    let mut contested = Vec::new();
    for ((container, field), heads) in cells {
        let first = heads.first().map(|head| &head.value);
        if field == DELETED || heads.iter().all(|head| Some(&head.value) == first) {
            continue;
        }
        let container = container
            .as_str()
            .try_into()
            .map_err(|_| "no such container")?;
        if let Some(path) = document.get_path_to_container(&container)
            && let Some((_, Index::Key(name))) = path.last()
        {
            contested.push((name.to_string(), field.parse()?));
        }
    }
    Ok(contested)
}

impl Engine for Document {
    fn load(&self, job: &Job) -> Outcome<()> {
        let base = job.base();
        let projection = Projection::create(&job.file("base.db"))?;
        let (time, ()) = ms(|| {
            let document = new(1)?;
            let records = document.get_map(RECORDS);
            projection.transaction(|| {
                for (id, values) in &base {
                    put(&records, id, values)?;
                    projection.insert(id, values)?;
                }
                Ok(())
            })?;
            document.commit();
            save(&job.file("base.doc"), &document)
        })?;
        job.tell("load_ms", time);
        Ok(())
    }

    fn edit(&self, job: &Job, replica: usize) -> Outcome<()> {
        let (base, edits) = (job.base(), job.edits(replica));
        let file = job.file(&format!("r{replica}.db"));
        copy(&job.file("base.db"), &file)?;
        let projection = Projection::open(&file)?;
        let document = open(&job.file("base.doc"), replica as u64 + 2)?;
        let before = document.oplog_vv();
        let records = document.get_map(RECORDS);
        let (time, ()) = ms(|| {
            for (number, edit) in edits.iter().enumerate() {
                projection.transaction(|| match edit {
                    Edit::Set {
                        record: at,
                        field,
                        value,
                    } => {
                        let id = &base[*at].0;
                        record(&records, id)?.insert(&field.to_string(), scalar(value))?;
                        projection.set(id, *field, value)
                    }
                    Edit::Insert { id, values } => {
                        put(&records, id, values)?;
                        projection.insert(id, values)
                    }
                    Edit::Delete { record: at } => {
                        let id = &base[*at].0;
                        record(&records, id)?.insert(DELETED, true)?;
                        projection.hide(id)
                    }
                })?;
                document.set_next_commit_timestamp(1_790_000_000 + 30 * number as i64);
                document.commit();
            }
            Ok(())
        })?;
        job.tell("edit_ms", time);
        let (time, changes) = ms(|| Ok(document.export(ExportMode::updates(&before))?))?;
        job.tell("export_ms", time);
        save(&job.file(&format!("r{replica}.doc")), &document)?;
        job.pack(replica, &changes)
    }

    fn hub(&self, job: &Job) -> Outcome<()> {
        let (file, whole) = (job.file("hub.db"), job.file("hub.doc"));
        copy(&job.file("base.db"), &file)?;
        let projection = Projection::open(&file)?;
        let (time, document) = ms(|| open(&job.file("base.doc"), 99))?;
        job.tell("open_ms", time);
        let since = document.oplog_vv();
        let before = busy();
        let (time, saving) = ms(|| {
            take(&document, &projection, job, &job.all())?;
            Ok(ms(|| save(&whole, &document))?.0)
        })?;
        job.tell("merge_ms", time);
        job.tell("busy_ms", busy() - before);
        job.tell("saving_ms", saving);
        job.tell_peak();
        let (time, cells) = ms(|| contested(&document, &since))?;
        job.tell("list_ms", time);
        let places = places(job);
        let cells = cells
            .iter()
            .filter_map(|(name, field)| Some((*places.get(&unkey(name)?)?, *field)));
        job.tell_cells(cells.collect())?;
        let (time, ()) = ms(|| take(&document, &projection, job, &job.all()))?;
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
        let document = open(&job.file(&format!("r{replica}.doc")), 99)?;
        let (time, ()) = ms(|| {
            take(&document, &projection, job, &crate::work::order(replica))?;
            save(&job.file(&format!("m{replica}.doc")), &document)
        })?;
        job.tell("merge_ms", time);
        let (digest, left) = projection.digest()?;
        job.tell_digest(&digest);
        job.tell("left", left as f64);
        Ok(())
    }
}
