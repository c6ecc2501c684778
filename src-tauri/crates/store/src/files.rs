//! Files that appear whole or not at all.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::error::{Error, Result};
use crate::world::World;

/// What stands in the name of a file that is not whole yet.
const NEW: &str = ".new-";
/// What SQLite keeps beside a file that is open or was left open.
pub(crate) const BESIDE: [&str; 3] = ["-wal", "-shm", "-journal"];
/// How long after its last byte a file that is not whole is taken for one left behind.
const LEFT: Duration = Duration::from_secs(3_600);

/// A name with something after it.
pub(crate) fn beside(file: &Path, after: &str) -> PathBuf {
    let mut name = OsString::from(file);
    name.push(after);
    PathBuf::from(name)
}

/// The folder a file stands in.
pub(crate) fn folder_of(file: &Path) -> &Path {
    match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// Says what a failure of the system means for this file.
pub(crate) fn failure(file: &Path, source: io::Error) -> Error {
    let file = file.to_owned();
    match source.kind() {
        io::ErrorKind::AlreadyExists => Error::Exists(file),
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            Error::Unwritable(file)
        }
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Error::DiskFull(file),
        _ => Error::Io { file, source },
    }
}

/// A file under a passing name beside the one it is to become. It goes away with this, unless it was put in place.
pub(crate) struct NewFile {
    path: PathBuf,
    opened: File,
    wanted: PathBuf,
}

impl NewFile {
    /// Begins an empty file, readable by its owner only.
    pub(crate) fn of(wanted: &Path, world: &mut dyn World) -> Result<NewFile> {
        let [a, b, c, d, ..] = world.random();
        let path = beside(wanted, &format!("{NEW}{a:02x}{b:02x}{c:02x}{d:02x}"));
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        {
            use std::os::unix::fs::OpenOptionsExt;
            // It holds the site's key and people's contacts.
            options.mode(0o600);
        }
        let opened = options
            .open(&path)
            .map_err(|source| failure(wanted, source))?;
        Ok(NewFile {
            path,
            opened,
            wanted: wanted.to_owned(),
        })
    }

    /// Its name so far.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Gives it its name, unless a file of that name appeared meanwhile.
    pub(crate) fn appear(self) -> Result<()> {
        self.durably(|| {
            // A link, unlike a rename, does not replace.
            fs::hard_link(&self.path, &self.wanted).or_else(|error| match error.kind() {
                io::ErrorKind::AlreadyExists => Err(error),
                // File systems without links.
                _ => fs::rename(&self.path, &self.wanted),
            })
        })
    }

    /// Gives it its name, in place of the file that has it.
    pub(crate) fn replace(self) -> Result<()> {
        self.durably(|| fs::rename(&self.path, &self.wanted))
    }

    fn durably(&self, name: impl FnOnce() -> io::Result<()>) -> Result<()> {
        self.opened
            .sync_all()
            .and_then(|()| name())
            .and_then(|()| sync_folder(folder_of(&self.wanted)))
            .map_err(|source| failure(&self.wanted, source))
    }
}

impl Drop for NewFile {
    fn drop(&mut self) {
        // Left over only where it was linked or failed; a leftover that cannot be removed does no harm.
        let _ = fs::remove_file(&self.path);
        for after in BESIDE {
            let _ = fs::remove_file(beside(&self.path, after));
        }
    }
}

/// Makes names in a folder durable.
pub(crate) fn sync_folder(folder: &Path) -> io::Result<()> {
    #[cfg(unix)]
    {
        File::open(folder)?.sync_all()
    }
    #[cfg(not(unix))]
    {
        // Elsewhere a name is durable with the file, and folders cannot be opened.
        let _ = folder;
        Ok(())
    }
}

/// Removes what programs that were killed left of files they were making in a folder: of one name, or of any.
pub(crate) fn sweep(folder: &Path, wanted: Option<&Path>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let is_old = || -> Option<bool> {
            let changed = entry.metadata().ok()?.modified().ok()?;
            Some(changed.elapsed().ok()? > LEFT)
        };
        if made_for(&name.to_string_lossy()).is_some_and(|made_for| {
            wanted.is_none_or(|wanted| wanted.file_name().is_some_and(|name| name == made_for))
        }) && is_old() == Some(true)
        {
            // Somebody else's to remove, then.
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// The name a file was to get that has a passing one.
fn made_for(name: &str) -> Option<&str> {
    let name = BESIDE
        .iter()
        .find_map(|after| name.strip_suffix(after))
        .unwrap_or(name);
    let (wanted, random) = name.rsplit_once(NEW)?;
    (random.len() == 8 && random.bytes().all(|byte| byte.is_ascii_hexdigit())).then_some(wanted)
}

#[cfg(test)]
mod tests {
    use super::made_for;

    #[test]
    fn only_passing_names_are_taken_for_such() {
        assert_eq!(made_for("a.store.new-0123abcd"), Some("a.store"));
        assert_eq!(made_for("a.store.new-0123abcd-wal"), Some("a.store"));
        for kept in [
            "a.store",
            "a.store.new-plan.store",
            "a.store.new-0123abcd.store",
            "a.store.new-0123abc",
        ] {
            assert_eq!(made_for(kept), None, "{kept}");
        }
    }
}
