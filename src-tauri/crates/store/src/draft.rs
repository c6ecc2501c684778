//! Text that is being typed: durable at once, local, and no change until it rests.

use domain::{Kind, kinds};
use uuid::Uuid;

use crate::Store;
use crate::error::{Error, Result};

/// A text that was typed into a field and is not an edit yet.
#[derive(Debug, Clone)]
pub struct Draft {
    /// The kind of the record.
    pub kind: &'static Kind,
    /// The record.
    pub id: Uuid,
    /// The field, with its language where it is not the first one: `title.fr`.
    pub field: String,
    /// The text so far.
    pub text: String,
    /// When it was typed last, in milliseconds since 1970, UTC.
    pub at: i64,
}

impl Store {
    /// Keeps the text of a field, in place of what was kept of it.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn put_draft(&mut self, kind: &Kind, id: Uuid, field: &str, text: &str) -> Result<()> {
        let at = self.world.now();
        let put = || -> rusqlite::Result<()> {
            self.connection
                .prepare_cached("INSERT OR REPLACE INTO draft(id, field, tbl, text, at) VALUES (?1, ?2, ?3, ?4, ?5)")?
                .execute((id.as_bytes(), field, kind.table, text, at))?;
            Ok(())
        };
        put().map_err(|error| Error::from(error).at(&self.file))
    }

    /// Forgets the text of a field.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn clear_draft(&mut self, id: Uuid, field: &str) -> Result<()> {
        let clear = || -> rusqlite::Result<()> {
            self.connection
                .prepare_cached("DELETE FROM draft WHERE id = ?1 AND field = ?2")?
                .execute((id.as_bytes(), field))?;
            Ok(())
        };
        clear().map_err(|error| Error::from(error).at(&self.file))
    }

    /// Tells every text that is kept, the latest first.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn drafts(&self) -> Result<Vec<Draft>> {
        let read = || -> rusqlite::Result<Vec<Draft>> {
            let mut select = self.connection.prepare_cached(
                "SELECT tbl, id, field, text, at FROM draft ORDER BY at DESC, id, field",
            )?;
            let mut rows = select.query(())?;
            let mut drafts = Vec::new();
            while let Some(row) = rows.next()? {
                // A kind that this build does not know waits for one that does.
                let Some(kind) = kinds::by_table(row.get(0)?) else {
                    continue;
                };
                let id = Uuid::from_bytes(row.get(1)?);
                drafts.push(Draft {
                    kind,
                    id,
                    field: row.get(2)?,
                    text: row.get(3)?,
                    at: row.get(4)?,
                });
            }
            Ok(drafts)
        };
        read().map_err(|error| Error::from(error).at(&self.file))
    }
}
