//! What Automerge, Loro and yrs do alike: records kept in documents, with files of their own beside the table that people
//! look at.
//!
//! Storing the documents after each edit is left out of the time of edits.

use std::marker::PhantomData;
use std::path::Path;

use crate::projection::Projection;
use crate::work::{Edit, Id, Value, order};
use crate::{Engine, Job, Outcome, busy, ms, places, size, unkey};

/// The key under which a record says that it is deleted.
pub const DELETED: &str = "deleted";
/// The map of all records.
pub const RECORDS: &str = "records";

/// Who makes the base, and who brings everything together; replicas stand between.
const BASE: u8 = 1;
const HUB: u8 = 99;

/// Records kept in documents.
pub trait Documents: Sized {
    /// A point of their history.
    type Version;

    /// Documents for so many records, none of which is there yet, written by one who is called by a number.
    fn new(records: usize, actor: u8) -> Outcome<Self>;
    /// Reads what [`Documents::save`] wrote, to be written on by another.
    fn open(file: &Path, actor: u8) -> Outcome<Self>;
    /// Writes them to a file.
    fn save(&mut self, file: &Path) -> Outcome<()>;
    /// Adds the records of the base and shows them.
    fn fill(&mut self, base: &[(Id, Vec<Value>)], projection: &Projection) -> Outcome<()>;
    /// Sets a field of a record.
    fn set(&mut self, id: &Id, field: usize, value: &Value) -> Outcome<()>;
    /// Adds a record.
    fn insert(&mut self, id: &Id, values: &[Value]) -> Outcome<()>;
    /// Says of a record that it is deleted.
    fn delete(&mut self, id: &Id) -> Outcome<()>;
    /// Makes what was done to a record a change of its own, at a time in seconds since 1970.
    fn commit(&mut self, id: &Id, when: i64);
    /// Where their history stands.
    fn version(&mut self) -> Self::Version;
    /// The file of all changes since then.
    fn since(&mut self, before: &Self::Version) -> Outcome<Vec<u8>>;
    /// Takes the files of replicas in and shows what they changed.
    fn take(&mut self, projection: &Projection, job: &Job, from: &[usize]) -> Outcome<()>;
    /// The cells that stand for several values since then, by the key of the record; none where that is not kept.
    fn contested(&self, since: &Self::Version) -> Outcome<Option<Vec<(String, usize)>>>;
}

/// An engine that keeps documents.
pub struct Kept<D>(PhantomData<D>);

impl<D> Kept<D> {
    /// The engine.
    pub const ENGINE: Kept<D> = Kept(PhantomData);
}

impl<D: Documents> Engine for Kept<D> {
    fn load(&self, job: &Job) -> Outcome<()> {
        let base = job.base();
        let projection = Projection::create(&job.file("base.db"))?;
        let (time, ()) = ms(|| {
            let mut documents = D::new(base.len(), BASE)?;
            projection.transaction(|| documents.fill(&base, &projection))?;
            documents.save(&job.file("base.doc"))
        })?;
        job.tell("load_ms", time);
        Ok(())
    }

    fn edit(&self, job: &Job, replica: usize) -> Outcome<()> {
        let (base, edits) = (job.base(), job.edits(replica));
        let projection = Projection::copy(job, "base.db", &format!("r{replica}.db"))?;
        let mut documents = D::open(&job.file("base.doc"), BASE + 1 + replica as u8)?;
        let before = documents.version();
        let (time, ()) = ms(|| {
            for (number, edit) in edits.iter().enumerate() {
                let id = match edit {
                    Edit::Insert { id, .. } => id,
                    Edit::Set { record, .. } | Edit::Delete { record } => &base[*record].0,
                };
                projection.transaction(|| match edit {
                    Edit::Set { field, value, .. } => {
                        documents.set(id, *field, value)?;
                        projection.set(id, *field, value)
                    }
                    Edit::Insert { values, .. } => {
                        documents.insert(id, values)?;
                        projection.insert(id, values)
                    }
                    Edit::Delete { .. } => {
                        documents.delete(id)?;
                        projection.hide(id)
                    }
                })?;
                documents.commit(id, 1_790_000_000 + 30 * number as i64);
            }
            Ok(())
        })?;
        job.tell("edit_ms", time);
        let (time, changes) = ms(|| documents.since(&before))?;
        job.tell("export_ms", time);
        documents.save(&job.file(&format!("r{replica}.doc")))?;
        job.pack(replica, &changes)
    }

    fn hub(&self, job: &Job) -> Outcome<()> {
        let (file, whole) = (job.file("hub.db"), job.file("hub.doc"));
        let projection = Projection::copy(job, "base.db", "hub.db")?;
        let (time, mut documents) = ms(|| D::open(&job.file("base.doc"), HUB))?;
        job.tell("open_ms", time);
        let since = documents.version();
        let before = busy();
        let (time, saving) = ms(|| {
            documents.take(&projection, job, &job.all())?;
            Ok(ms(|| documents.save(&whole))?.0)
        })?;
        job.tell("merge_ms", time);
        job.tell("busy_ms", busy() - before);
        job.tell("saving_ms", saving);
        job.tell_peak();
        if let (time, Some(cells)) = ms(|| documents.contested(&since))? {
            job.tell("list_ms", time);
            let places = places(job);
            let cells = cells
                .iter()
                .filter_map(|(name, field)| Some((*places.get(&unkey(name)?)?, *field)));
            job.tell_cells(cells.collect())?;
        }
        let (time, ()) = ms(|| documents.take(&projection, job, &job.all()))?;
        job.tell("replay_ms", time);
        job.tell_shown(&projection)?;
        drop(projection);
        job.tell("store_bytes", size(&file)? + size(&whole)?);
        Ok(())
    }

    fn replica(&self, job: &Job, replica: usize) -> Outcome<()> {
        let projection =
            Projection::copy(job, &format!("r{replica}.db"), &format!("m{replica}.db"))?;
        let mut documents = D::open(&job.file(&format!("r{replica}.doc")), HUB)?;
        let (time, ()) = ms(|| {
            documents.take(&projection, job, &order(replica))?;
            documents.save(&job.file(&format!("m{replica}.doc")))
        })?;
        job.tell("merge_ms", time);
        job.tell_shown(&projection)
    }
}
