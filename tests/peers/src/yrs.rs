//! yrs: one document, a map of records. One winner a field; no author, no time, nothing of what a field also stands for.
//!
//! It does not say cheaply what a file changed in a map of maps, so the table behind is compared with the document. Storing
//! the document after each edit is left out of the time of edits.

use std::collections::HashMap;
use std::path::Path;

use yrs::block::ClientID;
use yrs::updates::decoder::Decode;
use yrs::{Any, Doc, Map, MapPrelim, MapRef, Options, Out, ReadTxn, StateVector, Transact, Update};

use crate::projection::{COLUMNS, Projection, value};
use crate::work::{Edit, FIELDS, Id, Value};
use crate::{Engine, Job, Outcome, busy, copy, key, ms, size, unkey, unpack};

/// yrs.
pub struct Document;

/// The key under which a record says that it is deleted.
const DELETED: &str = "deleted";
/// The map of all records.
const RECORDS: &str = "records";

fn scalar(value: &Value) -> Any {
    match value {
        Value::Number(number) => Any::Number((*number).into()),
        Value::Text(text) => Any::from(text.as_str()),
    }
}

fn read(out: &Out) -> Option<Value> {
    match out {
        Out::Any(Any::Number(yrs::any::Number::Int(number))) => Some(Value::Number(*number)),
        Out::Any(Any::Number(yrs::any::Number::Float(number))) => {
            Some(Value::Number(*number as i64))
        }
        Out::Any(Any::String(text)) => Some(Value::Text(text.to_string())),
        _ => None,
    }
}

fn new(client: u64) -> Doc {
    Doc::with_options(Options {
        client_id: ClientID::new(client),
        skip_gc: true,
        ..Options::default()
    })
}

fn open(file: &Path, client: u64) -> Outcome<Doc> {
    let document = new(client);
    document
        .transact_mut()
        .apply_update(Update::decode_v2(&std::fs::read(file)?)?)?;
    Ok(document)
}

fn save(file: &Path, document: &Doc) -> Outcome<()> {
    let whole = document
        .transact()
        .encode_state_as_update_v2(&StateVector::default());
    Ok(std::fs::write(file, whole)?)
}

fn whole(values: &[Value]) -> MapPrelim {
    let numbered = values.iter().enumerate();
    numbered
        .map(|(field, value)| (field.to_string(), scalar(value)))
        .collect()
}

fn record(records: &MapRef, read: &impl ReadTxn, id: &Id) -> Outcome<MapRef> {
    let found = records
        .get(read, &key(id))
        .and_then(|found| found.cast().ok());
    found.ok_or_else(|| "a record that is not there".into())
}

/// What the table shows of each record.
fn shown(projection: &Projection) -> Outcome<HashMap<Id, Vec<Value>>> {
    let names = COLUMNS.map(|name| format!("\"{name}\"")).join(", ");
    let mut select = projection
        .connection
        .prepare(&format!("SELECT id, {names} FROM review"))?;
    let mut rows = select.query(())?;
    let mut shown = HashMap::new();
    while let Some(row) = rows.next()? {
        let values = (1..=COLUMNS.len()).map(|at| value(row.get_ref(at)?));
        shown.insert(row.get(0)?, values.collect::<rusqlite::Result<_>>()?);
    }
    Ok(shown)
}

/// Takes files in and shows what they changed.
fn take(document: &Doc, projection: &Projection, job: &Job, from: &[usize]) -> Outcome<()> {
    for replica in from {
        let update = Update::decode_v2(&unpack(&job.changes(*replica))?)?;
        document.transact_mut().apply_update(update)?;
    }
    let shown = shown(projection)?;
    let records = document.get_or_insert_map(RECORDS);
    let reading = document.transact();
    projection.transaction(|| {
        for (name, found) in records.iter(&reading) {
            let id = unkey(name).ok_or("a key that names no record")?;
            let record: MapRef = found.cast().map_err(|_| "a record of an unknown form")?;
            let values = (0..FIELDS.len()).map(|field| {
                record
                    .get(&reading, &field.to_string())
                    .as_ref()
                    .and_then(read)
            });
            let values: Vec<Value> = values.collect::<Option<_>>().ok_or("half a record")?;
            match shown.get(&id) {
                None => projection.insert(&id, &values)?,
                Some(before) => {
                    for (field, value) in values.iter().enumerate() {
                        if before.get(field) != Some(value) {
                            projection.set(&id, field, value)?;
                        }
                    }
                }
            }
            if record.contains_key(&reading, DELETED) {
                projection.hide(&id)?;
            }
        }
        Ok(())
    })
}

impl Engine for Document {
    fn load(&self, job: &Job) -> Outcome<()> {
        let base = job.base();
        let projection = Projection::create(&job.file("base.db"))?;
        let (time, ()) = ms(|| {
            let document = new(1);
            let records = document.get_or_insert_map(RECORDS);
            projection.transaction(|| {
                let mut writing = document.transact_mut();
                for (id, values) in &base {
                    records.insert(&mut writing, key(id), whole(values));
                    projection.insert(id, values)?;
                }
                Ok(())
            })?;
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
        let records = document.get_or_insert_map(RECORDS);
        let before = document.transact().state_vector();
        let (time, ()) = ms(|| {
            edits.iter().try_for_each(|edit| {
                projection.transaction(|| {
                    let mut writing = document.transact_mut();
                    match edit {
                        Edit::Set {
                            record: at,
                            field,
                            value,
                        } => {
                            let id = &base[*at].0;
                            let record = record(&records, &writing, id)?;
                            record.insert(&mut writing, field.to_string(), scalar(value));
                            projection.set(id, *field, value)
                        }
                        Edit::Insert { id, values } => {
                            records.insert(&mut writing, key(id), whole(values));
                            projection.insert(id, values)
                        }
                        Edit::Delete { record: at } => {
                            let id = &base[*at].0;
                            let record = record(&records, &writing, id)?;
                            record.insert(&mut writing, DELETED, true);
                            projection.hide(id)
                        }
                    }
                })
            })
        })?;
        job.tell("edit_ms", time);
        let (time, changes) = ms(|| Ok(document.transact().encode_state_as_update_v2(&before)))?;
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
        let before = busy();
        let (time, saving) = ms(|| {
            take(&document, &projection, job, &job.all())?;
            Ok(ms(|| save(&whole, &document))?.0)
        })?;
        job.tell("merge_ms", time);
        job.tell("busy_ms", busy() - before);
        job.tell("saving_ms", saving);
        job.tell_peak();
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
