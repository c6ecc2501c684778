//! Asks a person for files and folders. No path goes through the page: it gets a word that stands for what was chosen.

use std::path::PathBuf;

/// Whoever can ask: the desktop's dialogs, or what a test decides.
pub trait Chooser: Send + Sync {
    /// Asks for files to read; none where nothing was chosen.
    fn files(&self) -> Option<Vec<PathBuf>>;
    /// Asks for a folder; none where nothing was chosen.
    fn folder(&self) -> Option<PathBuf>;
    /// Asks where to save a file, with a name to begin with; none where nothing was chosen.
    fn save(&self, name: &str) -> Option<PathBuf>;
}
