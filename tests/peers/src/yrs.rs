//! yrs: one document, a map of records. One winner a field; no author, no time, nothing of what a field also stands for.
//!
//! It does not say cheaply what a file changed in a map of maps, so the table behind is compared with the document.

use std::collections::HashMap;
use std::path::Path;

use yrs::block::ClientID;
use yrs::updates::decoder::Decode;
use yrs::{Any, Doc, Map, MapPrelim, MapRef, Options, Out, ReadTxn, StateVector, Transact, Update};

use crate::documents::{DELETED, Documents, RECORDS};
use crate::projection::{COLUMNS, Projection, value};
use crate::work::{FIELDS, Id, Value};
use crate::{Job, Outcome, key, unkey, unpack};

/// The document of yrs.
pub struct Yrs {
    document: Doc,
    records: MapRef,
}

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

impl Documents for Yrs {
    type Version = StateVector;

    fn new(_: usize, actor: u8) -> Outcome<Yrs> {
        let document = Doc::with_options(Options {
            client_id: ClientID::new(actor.into()),
            skip_gc: true,
            ..Options::default()
        });
        let records = document.get_or_insert_map(RECORDS);
        Ok(Yrs { document, records })
    }

    fn open(file: &Path, actor: u8) -> Outcome<Yrs> {
        let opened = Yrs::new(0, actor)?;
        opened
            .document
            .transact_mut()
            .apply_update(Update::decode_v2(&std::fs::read(file)?)?)?;
        Ok(opened)
    }

    fn save(&mut self, file: &Path) -> Outcome<()> {
        let whole = self
            .document
            .transact()
            .encode_state_as_update_v2(&StateVector::default());
        Ok(std::fs::write(file, whole)?)
    }

    fn fill(&mut self, base: &[(Id, Vec<Value>)], projection: &Projection) -> Outcome<()> {
        let mut writing = self.document.transact_mut();
        for (id, values) in base {
            self.records.insert(&mut writing, key(id), whole(values));
            projection.insert(id, values)?;
        }
        Ok(())
    }

    fn set(&mut self, id: &Id, field: usize, value: &Value) -> Outcome<()> {
        let mut writing = self.document.transact_mut();
        let record = record(&self.records, &writing, id)?;
        record.insert(&mut writing, field.to_string(), scalar(value));
        Ok(())
    }

    fn insert(&mut self, id: &Id, values: &[Value]) -> Outcome<()> {
        let mut writing = self.document.transact_mut();
        self.records.insert(&mut writing, key(id), whole(values));
        Ok(())
    }

    fn delete(&mut self, id: &Id) -> Outcome<()> {
        let mut writing = self.document.transact_mut();
        let record = record(&self.records, &writing, id)?;
        record.insert(&mut writing, DELETED, true);
        Ok(())
    }

    /// Each edit is a change of its own already, and has no time.
    fn commit(&mut self, _: &Id, _: i64) {}

    fn version(&mut self) -> StateVector {
        self.document.transact().state_vector()
    }

    fn since(&mut self, before: &StateVector) -> Outcome<Vec<u8>> {
        Ok(self.document.transact().encode_state_as_update_v2(before))
    }

    fn take(&mut self, projection: &Projection, job: &Job, from: &[usize]) -> Outcome<()> {
        for replica in from {
            let update = Update::decode_v2(&unpack(&job.changes(*replica))?)?;
            self.document.transact_mut().apply_update(update)?;
        }
        let shown = shown(projection)?;
        let reading = self.document.transact();
        projection.transaction(|| {
            for (name, found) in self.records.iter(&reading) {
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

    /// One value a field is all that it keeps.
    fn contested(&self, _: &StateVector) -> Outcome<Option<Vec<(String, usize)>>> {
        Ok(None)
    }
}
