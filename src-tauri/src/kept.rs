//! What is remembered of this laptop apart from any store: the language, and whether the practice network is open.

use std::fs;
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::{Deserialize, Serialize};

/// What is remembered.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Remembered {
    /// The code of the language that was chosen last.
    #[serde(default)]
    pub language: Option<String>,
    /// Whether the practice network was open last.
    #[serde(default)]
    pub practice: bool,
}

/// The file it is remembered in.
pub struct Kept {
    file: PathBuf,
    now: Mutex<Remembered>,
}

impl Kept {
    /// Reads the file. One that is not there or cannot be read remembers nothing.
    pub fn open(file: PathBuf) -> Kept {
        let now = fs::read(&file)
            .ok()
            .and_then(|bytes| serde_json::from_slice(&bytes).ok());
        Kept {
            file,
            now: Mutex::new(now.unwrap_or_default()),
        }
    }

    /// What is remembered now.
    pub fn get(&self) -> Remembered {
        self.now().clone()
    }

    /// Changes what is remembered. Where the file cannot be written it lasts until the program ends.
    pub fn set(&self, change: impl FnOnce(&mut Remembered)) {
        let mut now = self.now();
        let before = now.clone();
        change(&mut now);
        if *now == before {
            return;
        }
        let _ = serde_json::to_vec_pretty(&*now)
            .map_err(std::io::Error::from)
            .and_then(|bytes| {
                if let Some(folder) = self.file.parent() {
                    fs::create_dir_all(folder)?;
                }
                // Written beside and moved into place, so that a crash leaves the one or the other.
                let draft = self.file.with_extension("new");
                fs::write(&draft, bytes)?;
                fs::rename(&draft, &self.file)
            });
    }

    fn now(&self) -> MutexGuard<'_, Remembered> {
        self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remembers_over_a_restart_and_forgives_a_torn_file() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("deep/desk.json");
        Kept::open(file.clone()).set(|kept| kept.language = Some("fr".into()));
        assert_eq!(
            Kept::open(file.clone()).get().language.as_deref(),
            Some("fr")
        );
        fs::write(&file, b"{\"language\":").unwrap();
        assert_eq!(Kept::open(file).get(), Remembered::default());
    }
}
