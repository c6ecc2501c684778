//! What the program on this laptop remembers beside the network: kept in the file, never part of the log.

use rusqlite::OptionalExtension;
use uuid::Uuid;

use crate::error::{Error, Result};
use crate::{Store, site};

/// Keeps the program's names apart from the store's own.
const PREFIX: &str = "app.";

impl Store {
    /// Reads a setting by its name; none where it was never set.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn setting(&self, name: &str) -> Result<Option<String>> {
        let read = || -> rusqlite::Result<Option<String>> {
            let mut select = self
                .connection
                .prepare_cached("SELECT value FROM meta WHERE key = ?1")?;
            select
                .query_row((format!("{PREFIX}{name}"),), |row| row.get(0))
                .optional()
        };
        read().map_err(|error| Error::from(error).at(&self.file))
    }

    /// Sets a setting, or takes it away.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn set_setting(&mut self, name: &str, value: Option<&str>) -> Result<()> {
        let key = format!("{PREFIX}{name}");
        let write = || match value {
            Some(value) => site::set(&self.connection, &key, value),
            None => self
                .connection
                .execute("DELETE FROM meta WHERE key = ?1", (&key,))
                .map(drop),
        };
        write().map_err(|error| Error::from(error).at(&self.file))
    }

    /// The name under which this installation writes its changes.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn site(&self) -> Result<Uuid> {
        site::setting::<[u8; 16]>(&self.connection, "site")
            .map_err(|error| Error::from(error).at(&self.file))?
            .map(Uuid::from_bytes)
            .ok_or_else(|| Error::Defect("the store has no site".into()))
    }
}
