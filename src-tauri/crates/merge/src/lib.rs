//! Files that laptops exchange: packs, the shared folder, and merging what they bring.
//!
//! What a merge means is the store's matter; here are the ways it travels: one file given to somebody, or a folder that a
//! file service keeps the same on several machines. Both carry the same sealed segments.

pub mod folder;
pub mod pack;

use std::path::{Path, PathBuf};

use serde_json::{Map, Value as Json, json};
use store::{Brought, Lacking, Merged, Mode, Outcome, Progress, Reason, Store};

pub use pack::{About, Pack, PackError};

/// The ending of the files this program writes; it only helps the desktop to find the program.
pub const ENDING: &str = "workstreams";

/// What became of one file.
#[derive(Debug)]
pub struct Taken {
    /// Its path, as it was given or found.
    pub file: PathBuf,
    /// Who packed it, where it says so.
    pub about: Option<About>,
    /// Why it was not read.
    pub error: Option<PackError>,
}

/// What became of all files.
#[derive(Debug)]
pub struct Report {
    /// Each file, in the order in which they were given.
    pub taken: Vec<Taken>,
    /// What the readable ones did, in the same order.
    pub merged: Merged,
    /// The file the store was kept in before, where it was.
    pub backup: Option<PathBuf>,
}

impl Report {
    /// The exit status of a program that did this: 3 if any file failed, 1 if any was refused.
    pub fn exit(&self) -> u8 {
        let failed = |taken: &Taken| matches!(taken.error, Some(PackError::Io { .. }));
        if self.taken.iter().any(failed) {
            3
        } else if self.taken.iter().any(|taken| taken.error.is_some())
            || self
                .merged
                .files
                .iter()
                .any(|told| matches!(told.outcome, Outcome::Refused(_)))
        {
            1
        } else {
            0
        }
    }

    /// The answer, as the command line and the window show it.
    pub fn json(&self) -> Json {
        let mut told = self.merged.files.iter();
        let mut rows = Vec::with_capacity(self.taken.len());
        for taken in &self.taken {
            let file = taken.file.display().to_string();
            let sender = taken.about.as_ref().map(|about| {
                json!({"site": about.site.to_string(), "label": about.label, "person": about.person, "made": store::query::moment(about.made)})
            });
            if let Some(error) = &taken.error {
                let failed = matches!(error, PackError::Io { .. });
                rows.push(json!({
                    "file": file, "result": if failed { "failed" } else { "refused" }, "code": error.code(),
                    "new_changes": 0, "waiting_for": [], "kinds": {}, "people": [], "sender": sender,
                }));
                continue;
            }
            let Some(told) = told.next() else {
                continue;
            };
            let code = match told.outcome {
                Outcome::Refused(code) => Some(code),
                _ => None,
            };
            let waiting: Vec<Json> = told
                .waiting_for
                .iter()
                .map(|missing| json!({"site": missing.site.to_string(), "person": missing.person, "after": missing.after}))
                .collect();
            let people = told.people.iter().map(|by| {
                // Told as it was within the merge: of a preview nothing is left to ask for.
                let person = by
                    .person
                    .map(|id| json!({"id": id.to_string(), "table": "person", "label": by.name}));
                json!({"person": person, "site": by.site.to_string(), "kinds": kinds(&by.kinds)})
            });
            let people: Vec<Json> = people.collect();
            rows.push(json!({
                "file": file, "result": told.outcome.code(), "code": code, "new_changes": told.changes,
                "waiting_for": waiting, "kinds": kinds(&told.kinds), "people": people, "sender": sender,
            }));
        }
        let digest: String = self
            .merged
            .digest
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        json!({
            "new_changes": self.merged.changes, "waiting": self.merged.waiting,
            "conflicts_new": self.merged.conflicts_new, "conflicts_open": self.merged.conflicts_open,
            "digest": digest, "backup": self.backup.as_ref().map(|file| file.display().to_string()),
            "renewed": self.merged.renewed, "rows": rows,
        })
    }
}

fn kinds(counts: &std::collections::BTreeMap<&'static str, store::Count>) -> Json {
    let counts = counts.iter().map(|(kind, count)| {
        let count =
            json!({"added": count.added, "changed": count.changed, "deleted": count.deleted});
        ((*kind).to_owned(), count)
    });
    Json::Object(counts.collect::<Map<_, _>>())
}

/// The files that are meant: those named, and for a folder those in it, in the order of their names.
///
/// # Errors
/// Where a folder cannot be read.
pub fn files(given: &[PathBuf]) -> Result<Vec<PathBuf>, PackError> {
    let mut files = Vec::new();
    for path in given {
        if path.is_dir() {
            folder::walk(path, &mut files)?;
        } else {
            files.push(path.clone());
        }
    }
    Ok(files)
}

/// Merges files. The good ones are taken; what is wrong with the others is in the report. A backup is made before,
/// where anything new comes.
///
/// # Errors
/// Where the store or the backup cannot be written, or the progress says to stop; then the store is as it was.
pub fn merge(
    store: &mut Store,
    files: &[PathBuf],
    passphrase: Option<&str>,
    mode: Mode,
    progress: Progress<'_>,
) -> store::Result<Report> {
    let mut taken = Vec::with_capacity(files.len());
    let mut brought = Vec::with_capacity(files.len());
    for file in files {
        let (about, error) = match pack::read(file, passphrase) {
            Ok(pack) => {
                let name = file
                    .file_name()
                    .map_or_else(String::new, |name| name.to_string_lossy().into_owned());
                brought.push(Brought {
                    name,
                    sender: pack.about.as_ref().map(sender),
                    segments: pack.segments,
                    private: pack.private,
                });
                (pack.about, None)
            }
            Err(error) => (None, Some(error)),
        };
        taken.push(Taken {
            file: file.clone(),
            about,
            error,
        });
    }
    // Kept as it was, unless there is nothing to come.
    let backup = if mode == Mode::Keep && store.lacks(&brought)? {
        Some(store.backup(Reason::Merge, &mut *progress)?.file)
    } else {
        None
    };
    let kept = backup.as_ref().map(|file| file.display().to_string());
    let merged = store.merge(&brought, mode, kept.as_deref(), progress)?;
    if mode == Mode::Keep {
        let outcomes = merged.files.iter().map(|told| told.outcome);
        let read = taken.iter().filter(|taken| taken.error.is_none());
        for (taken, outcome) in read.zip(outcomes) {
            // What a laptop of another network has says nothing here.
            if let (Some(about), false) = (&taken.about, matches!(outcome, Outcome::Refused(_))) {
                store.heard(about.site, &about.vector, about.made)?;
            }
        }
    }
    Ok(Report {
        taken,
        merged,
        backup,
    })
}

/// What people call who packed a file.
fn sender(about: &About) -> String {
    about.person.clone().unwrap_or_else(|| about.label.clone())
}

/// What was packed.
#[derive(Debug)]
pub struct Written {
    /// The file.
    pub file: PathBuf,
    /// Its length.
    pub bytes: u64,
    /// What it holds.
    pub json: Json,
}

/// Packs what is here, or what somebody lacks, into a file.
///
/// # Errors
/// Refuses a store without a network; fails where the file cannot be written. Then nothing counts as shared.
pub fn pack_to(
    store: &mut Store,
    file: &Path,
    lacking: Lacking,
    private: bool,
    passphrase: Option<&str>,
) -> Result<Written, Failure> {
    let packed = store.pack(lacking)?;
    let private = if private {
        store.private()?
    } else {
        Vec::new()
    };
    let bytes = pack::write(
        file,
        &about(&packed),
        &packed.segments,
        &private,
        &packed.key,
        passphrase,
    )?;
    store.mark_shared(&packed)?;
    let vector: Map<String, Json> = packed
        .vector
        .iter()
        .map(|entry| (entry.site.to_string(), entry.seq.into()))
        .collect();
    let rows: Vec<Json> = packed
        .ranges
        .iter()
        .map(
            |(site, (first, last))| json!({"site": site.to_string(), "first": first, "last": last}),
        )
        .collect();
    Ok(Written {
        file: file.to_owned(),
        bytes,
        json: json!({
            "file": file.display().to_string(), "network": packed.network.to_string(), "bytes": bytes,
            "segments": packed.segments.len(), "changes": packed.changes, "vector": vector, "rows": rows,
        }),
    })
}

fn about(packed: &store::Packed) -> About {
    About {
        network: packed.network,
        site: packed.site,
        label: packed.label.clone(),
        person: packed.person.clone(),
        made: packed.made,
        vector: packed.vector.clone(),
    }
}

/// Why something could not be exchanged: the store, or the file.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The store.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// The file or folder.
    #[error(transparent)]
    Pack(#[from] PackError),
}
