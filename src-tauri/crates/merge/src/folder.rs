//! A folder that a file service keeps the same on several machines.
//!
//! `changes/<site>/<file>`: each site writes only its own directory, and each file once: under another name outside of
//! `changes`, flushed, then renamed without replacing anything. There is no lock, no index and no database in it, so
//! whatever the service does to it (late, twice, under another name, half) can be lived with: what cannot be read now is
//! read next time.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use changelog::crypto;
use store::{Lacking, Mode, Progress, Store};

use crate::pack::{self, PackError};
use crate::{ENDING, Failure, Report, about, merge};

/// The most files of a folder that are looked at.
const MAX_FILES: usize = 100_000;

/// How deep files may lie below a folder.
const DEPTH: usize = 3;

/// What exchanging with a folder did.
#[derive(Debug)]
pub struct Synced {
    /// What was taken.
    pub report: Report,
    /// How many segments were left for others.
    pub left: u64,
}

/// Finds the files below a folder, in the order of their names. Hidden files and drafts of a file service are passed over.
///
/// # Errors
/// Where the folder cannot be read.
pub fn walk(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), PackError> {
    descend(folder, DEPTH, files)
}

fn descend(folder: &Path, depth: usize, files: &mut Vec<PathBuf>) -> Result<(), PackError> {
    let io = |source: io::Error| PackError::Io {
        file: folder.to_owned(),
        source,
    };
    let mut entries: Vec<PathBuf> = fs::read_dir(folder)
        .map_err(io)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<io::Result<_>>()
        .map_err(io)?;
    entries.sort();
    for path in entries {
        let hidden = path
            .file_name()
            .is_none_or(|name| name.to_string_lossy().starts_with(['.', '~']));
        // Not followed: a link may lead out of the folder, or round.
        let Ok(metadata) = path.symlink_metadata() else {
            continue;
        };
        if hidden || metadata.is_symlink() {
            continue;
        }
        if metadata.is_dir() && depth > 0 {
            descend(&path, depth - 1, files)?;
        } else if metadata.is_file() {
            if files.len() >= MAX_FILES {
                return Err(PackError::TooLarge("the number of files in the folder"));
            }
            files.push(path);
        }
    }
    Ok(())
}

/// Takes what the folder has and this store lacks, and leaves there what the folder lacks.
///
/// # Errors
/// Where the folder or the store cannot be read or written. What is wrong with single files is in the report.
pub fn sync(
    store: &mut Store,
    folder: &Path,
    passphrase: Option<&str>,
    progress: Progress<'_>,
) -> Result<Synced, Failure> {
    let changes = folder.join("changes");
    let io = |source: io::Error| PackError::Io {
        file: folder.to_owned(),
        source,
    };
    if !folder.is_dir() {
        return Err(io(io::Error::from(io::ErrorKind::NotFound)).into());
    }
    fs::create_dir_all(&changes).map_err(io)?;
    let key = fs::canonicalize(folder).map_err(io)?.display().to_string();
    let mut found = Vec::new();
    walk(&changes, &mut found)?;
    let name = |path: &Path| -> String {
        path.strip_prefix(&changes)
            .unwrap_or(path)
            .display()
            .to_string()
    };
    let shelf = store.shelf(&key)?;
    let known: BTreeSet<String> = shelf.iter().map(|(name, _)| name.clone()).collect();
    let there: BTreeMap<String, PathBuf> =
        found.into_iter().map(|path| (name(&path), path)).collect();
    // What somebody removed is no longer there for others.
    for gone in known.iter().filter(|name| !there.contains_key(*name)) {
        store.unshelve(&key, gone)?;
    }
    let new: Vec<(String, PathBuf)> = there
        .into_iter()
        .filter(|(name, _)| !known.contains(name))
        .collect();
    let files: Vec<PathBuf> = new.iter().map(|(_, path)| path.clone()).collect();
    let report = merge(store, &files, passphrase, Mode::Keep, progress)?;
    for ((name, path), taken) in new.iter().zip(&report.taken) {
        if taken.error.is_some() {
            continue;
        }
        let ends: Vec<[u8; 32]> = match pack::read(path, passphrase) {
            Ok(pack) => pack
                .segments
                .iter()
                .map(|sealed| sealed.header.end)
                .collect(),
            Err(_) => continue,
        };
        store.shelve(&key, name, &ends)?;
    }
    let left = leave(store, folder, &key, passphrase)?;
    Ok(Synced { report, left })
}

/// Leaves a file with the segments that no file of the folder holds.
fn leave(
    store: &mut Store,
    folder: &Path,
    key: &str,
    passphrase: Option<&str>,
) -> Result<u64, Failure> {
    let mut packed = match store.pack(Lacking::Nothing) {
        // An empty store has nothing to leave.
        Err(store::Error::NoNetwork) => return Ok(0),
        packed => packed?,
    };
    let there: BTreeSet<Vec<u8>> = store.shelf(key)?.into_iter().map(|(_, end)| end).collect();
    let mut ends = Vec::new();
    packed.segments.retain(|bytes| {
        let Ok((header, _)) = changelog::segment::read_header(bytes) else {
            return false;
        };
        let lacks = !there.contains(&header.end[..]);
        if lacks {
            ends.push(header.end);
        }
        lacks
    });
    if ends.is_empty() {
        store.mark_shared(&packed)?;
        return Ok(0);
    }
    let own = folder.join("changes").join(packed.site.to_string());
    let io = |source: io::Error| PackError::Io {
        file: own.clone(),
        source,
    };
    fs::create_dir_all(&own).map_err(io)?;
    let number = packed
        .vector
        .iter()
        .filter(|entry| entry.site == packed.site)
        .map(|entry| entry.seq)
        .max()
        .unwrap_or(0);
    let hash = crypto::hash(&ends.concat());
    let name = format!(
        "{number:010}-{:02x}{:02x}{:02x}{:02x}.{ENDING}",
        hash[0], hash[1], hash[2], hash[3]
    );
    let draft = folder.join(format!(".{}-{name}", packed.site));
    pack::write(
        &draft,
        &about(&packed),
        &packed.segments,
        &[],
        &packed.key,
        passphrase,
    )?;
    store::kill::point("folder-drafted");
    let file = own.join(&name);
    let placed = if file.exists() {
        // Left before, and the note of it lost: it is the same file.
        Ok(())
    } else {
        fs::rename(&draft, &file)
    };
    let _ = fs::remove_file(&draft);
    placed.map_err(io)?;
    // The rename itself is to survive a power cut.
    if let Ok(opened) = fs::File::open(&own) {
        let _ = opened.sync_all();
    }
    store::kill::point("folder-placed");
    let left = ends.len() as u64;
    store.shelve(key, &format!("{}/{name}", packed.site), &ends)?;
    store.mark_shared(&packed)?;
    Ok(left)
}
