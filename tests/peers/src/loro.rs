//! Loro: one document, a map of records. It shows one winner a field; what else a field stands for is found by a scan of
//! its history that is ours.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;

use loro::event::Diff;
use loro::{
    ExportMode, ID, Index, JsonMapOp, JsonOpContent, LoroDoc, LoroMap, LoroValue, ValueOrContainer,
    VersionVector,
};

use crate::documents::{DELETED, Documents, RECORDS};
use crate::projection::Projection;
use crate::work::{FIELDS, Id, Value};
use crate::{Job, Outcome, key, unkey, unpack};

/// Loro's document.
pub struct Loro(LoroDoc);

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

impl Loro {
    fn record(&self, id: &Id) -> Outcome<LoroMap> {
        let found = self.0.get_map(RECORDS).get(&key(id));
        found
            .and_then(|found| found.into_container().ok())
            .and_then(|container| container.into_map().ok())
            .ok_or_else(|| "a record that is not there".into())
    }
}

impl Documents for Loro {
    type Version = VersionVector;

    fn new(_: usize, actor: u8) -> Outcome<Loro> {
        let document = LoroDoc::new();
        document.set_peer_id(actor.into())?;
        document.set_record_timestamp(true);
        // Each edit stays a change of its own.
        document.set_change_merge_interval(0);
        Ok(Loro(document))
    }

    fn open(file: &Path, actor: u8) -> Outcome<Loro> {
        let opened = Loro::new(0, actor)?;
        opened.0.import(&std::fs::read(file)?)?;
        Ok(opened)
    }

    fn save(&mut self, file: &Path) -> Outcome<()> {
        Ok(std::fs::write(file, self.0.export(ExportMode::Snapshot)?)?)
    }

    fn fill(&mut self, base: &[(Id, Vec<Value>)], projection: &Projection) -> Outcome<()> {
        for (id, values) in base {
            self.insert(id, values)?;
            projection.insert(id, values)?;
        }
        self.0.commit();
        Ok(())
    }

    fn set(&mut self, id: &Id, field: usize, value: &Value) -> Outcome<()> {
        Ok(self.record(id)?.insert(&field.to_string(), scalar(value))?)
    }

    fn insert(&mut self, id: &Id, values: &[Value]) -> Outcome<()> {
        let records = self.0.get_map(RECORDS);
        let record = records.insert_container(&key(id), LoroMap::new())?;
        for (field, value) in values.iter().enumerate() {
            record.insert(&field.to_string(), scalar(value))?;
        }
        Ok(())
    }

    fn delete(&mut self, id: &Id) -> Outcome<()> {
        Ok(self.record(id)?.insert(DELETED, true)?)
    }

    fn commit(&mut self, _: &Id, when: i64) {
        self.0.set_next_commit_timestamp(when);
        self.0.commit();
    }

    fn version(&mut self) -> VersionVector {
        self.0.oplog_vv()
    }

    fn since(&mut self, before: &VersionVector) -> Outcome<Vec<u8>> {
        Ok(self.0.export(ExportMode::updates(before))?)
    }

    fn take(&mut self, projection: &Projection, job: &Job, from: &[usize]) -> Outcome<()> {
        let before = self.0.oplog_frontiers();
        let files: Vec<Vec<u8>> = from
            .iter()
            .map(|replica| unpack(&job.changes(*replica)))
            .collect::<Outcome<_>>()?;
        self.0.import_batch(&files)?;
        let changed = self.0.diff(&before, &self.0.oplog_frontiers())?;
        let records = loro::ContainerTrait::id(&self.0.get_map(RECORDS));
        projection.transaction(|| {
            let mut fresh = BTreeSet::new();
            for (container, diff) in changed.iter() {
                let Diff::Map(cells) = diff else { continue };
                if *container == records {
                    let new = cells.updated.iter().filter(|(_, value)| value.is_some());
                    fresh.extend(new.map(|(name, _)| name.to_string()));
                    continue;
                }
                let path = self.0.get_path_to_container(container);
                let Some(Index::Key(name)) = path.and_then(|path| Some(path.last()?.1.clone()))
                else {
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
                    let values: Vec<Value> =
                        values.collect::<Option<_>>().ok_or("half a record")?;
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

    fn contested(&self, since: &VersionVector) -> Outcome<Option<Vec<(String, usize)>>> {
        contested(&self.0, since).map(Some)
    }
}
