//! What people look at behind every peer: the typed table of reviews, the list they stand in and the search index, with
//! the columns, indexes and settings that our store has.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::Path;

use domain::fold::fold;
use rusqlite::types::{ToSql, ToSqlOutput, ValueRef};
use rusqlite::{Connection, OptionalExtension, params_from_iter};

use crate::work::{FIELDS, Id, Value};
use crate::{Job, Outcome, copy};

/// The columns that show the fields.
pub const COLUMNS: [&str; FIELDS.len()] = [
    "title_en", "notes_en", "format", "venue", "start", "end", "round", "title_fr", "kind",
    "title_es", "notes_fr", "notes_es",
];
/// The fields whose text is searched.
const SEARCHED: [usize; 7] = [0, 1, 3, 7, 9, 10, 11];
/// Documents of names stand before all others.
const TEXTS: i64 = 1 << 62;

const SCHEMA: &str = r#"
CREATE TABLE review(
  id BLOB PRIMARY KEY NOT NULL, life INTEGER,
  title_en TEXT, title_fr TEXT, title_es TEXT, title_ar TEXT, title_ru TEXT, title_zh TEXT,
  kind TEXT, round INTEGER, place INTEGER, venue TEXT, "start" TEXT, "end" TEXT, format TEXT,
  notes_en TEXT, notes_fr TEXT, notes_es TEXT, notes_ar TEXT, notes_ru TEXT, notes_zh TEXT,
  provenance_address TEXT, provenance_retrieved TEXT, provenance_standing TEXT, position TEXT
) STRICT;
CREATE INDEX review_place ON review(place) WHERE place IS NOT NULL;
CREATE TABLE listed(row INTEGER PRIMARY KEY, life INTEGER NOT NULL, label TEXT, sort TEXT) STRICT;
CREATE INDEX listed_order ON listed(life, sort);
CREATE VIRTUAL TABLE search_words USING fts5(
  body, content='', contentless_delete=1, prefix='1 2 3', tokenize='unicode61 remove_diacritics 0'
);
CREATE VIRTUAL TABLE search_grams USING fts5(
  body, content='', contentless_delete=1, tokenize='trigram case_sensitive 1'
);
"#;

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        match self {
            Value::Number(number) => number.to_sql(),
            Value::Text(text) => text.to_sql(),
        }
    }
}

/// The file that people look at.
pub struct Projection {
    /// The file itself.
    pub connection: Connection,
    /// Documents on their way into the index: their text, and whether there is nothing to take out.
    documents: RefCell<BTreeMap<i64, (Option<String>, bool)>>,
}

impl Projection {
    /// Makes a new file.
    pub fn create(file: &Path) -> Outcome<Projection> {
        let made = Projection::open(file)?;
        made.connection.execute_batch(SCHEMA)?;
        Ok(made)
    }

    /// Opens a file with the settings of our store.
    pub fn open(file: &Path) -> Outcome<Projection> {
        let connection = Connection::open(file)?;
        connection.execute_batch(
            "PRAGMA journal_mode = WAL; PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL;
             PRAGMA cache_size = -16384; PRAGMA secure_delete = ON;",
        )?;
        connection.set_prepared_statement_cache_capacity(256);
        Ok(Projection {
            connection,
            documents: RefCell::default(),
        })
    }

    /// Opens a copy of a file of the same engine.
    pub fn copy(job: &Job, from: &str, to: &str) -> Outcome<Projection> {
        let to = job.file(to);
        copy(&job.file(from), &to)?;
        Projection::open(&to)
    }

    /// Does something as one transaction.
    pub fn transaction<T>(&self, deed: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
        let transaction = self.connection.unchecked_transaction()?;
        let done = deed()?;
        self.write_documents()?;
        transaction.commit()?;
        Ok(done)
    }

    /// Adds a record.
    pub fn insert(&self, id: &Id, values: &[Value]) -> Outcome<()> {
        let names: String = COLUMNS.map(|name| format!(", \"{name}\"")).concat();
        let places = ", ?".repeat(COLUMNS.len());
        let sql = format!("INSERT INTO review(id, life{names}) VALUES (?, 1{places})");
        let key = id.to_vec();
        let given =
            std::iter::once(&key as &dyn ToSql).chain(values.iter().map(|v| v as &dyn ToSql));
        let row = self
            .connection
            .prepare_cached(&sql)?
            .insert(params_from_iter(given))?;
        for field in SEARCHED {
            if let Some(Value::Text(text)) = values.get(field) {
                self.index(row, field, Some(text), true)?;
            }
        }
        self.list(row, 1, values.first())
    }

    /// Sets a field of a record.
    pub fn set(&self, id: &Id, field: usize, value: &Value) -> Outcome<()> {
        let sql = format!(
            "UPDATE review SET \"{}\" = ?2 WHERE id = ?1",
            COLUMNS[field]
        );
        self.connection
            .prepare_cached(&sql)?
            .execute((&id[..], value))?;
        if let Some(row) = self.row(id)? {
            self.show(row, field, Some(value))?;
        }
        Ok(())
    }

    /// Brings search and list up to date with what a cell shows now.
    pub fn show(&self, row: i64, field: usize, value: Option<&Value>) -> Outcome<()> {
        if SEARCHED.contains(&field) {
            let text = match value {
                Some(Value::Text(text)) => Some(text.as_str()),
                _ => None,
            };
            self.index(row, field, text, false)?;
        }
        if field == 0 {
            self.list(row, 1, value)?;
        }
        Ok(())
    }

    /// Hides a record.
    pub fn hide(&self, id: &Id) -> Outcome<()> {
        self.connection
            .prepare_cached("UPDATE review SET life = 2 WHERE id = ?1")?
            .execute((&id[..],))?;
        if let Some(row) = self.row(id)? {
            self.connection
                .prepare_cached("UPDATE listed SET life = 2 WHERE row = ?1")?
                .execute((row,))?;
        }
        Ok(())
    }

    /// Takes a record that is no longer there out of search and list.
    pub fn forget(&self, row: i64) -> Outcome<()> {
        for field in SEARCHED {
            self.index(row, field, None, false)?;
        }
        self.connection
            .prepare_cached("DELETE FROM listed WHERE row = ?1")?
            .execute((row,))?;
        Ok(())
    }

    /// Where a record stands.
    pub fn row(&self, id: &Id) -> Outcome<Option<i64>> {
        Ok(self
            .connection
            .prepare_cached("SELECT rowid FROM review WHERE id = ?1")?
            .query_row((&id[..],), |row| row.get(0))
            .optional()?)
    }

    /// What a record shows, if it is there.
    pub fn values(&self, row: i64) -> Outcome<Vec<Value>> {
        let names = COLUMNS.map(|name| format!("\"{name}\"")).join(", ");
        let sql = format!("SELECT {names} FROM review WHERE rowid = ?1");
        Ok(self
            .connection
            .prepare_cached(&sql)?
            .query_row((row,), |row| {
                (0..COLUMNS.len())
                    .map(|at| value(row.get_ref(at)?))
                    .collect()
            })?)
    }

    fn list(&self, row: i64, life: i64, title: Option<&Value>) -> Outcome<()> {
        let label = match title {
            Some(Value::Text(text)) => Some(text),
            _ => None,
        };
        self.connection
            .prepare_cached(
                "INSERT INTO listed(row, life, label, sort) VALUES (?1, ?2, ?3, ?4)
                 ON CONFLICT DO UPDATE SET label = excluded.label, sort = excluded.sort",
            )?
            .execute((row, life, label, label.map(|label| fold(label))))?;
        Ok(())
    }

    fn index(&self, row: i64, field: usize, text: Option<&str>, fresh: bool) -> Outcome<()> {
        let name = COLUMNS[field].starts_with("title");
        // Spread, as ours are, so that the index finds what was taken out of it.
        let spread = row.cast_unsigned().wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 48;
        let document = (row << 16 | field as i64 ^ spread as i64) + if name { 0 } else { TEXTS };
        let mut waiting = self.documents.borrow_mut();
        let fresh = waiting.get(&document).map_or(fresh, |before| before.1);
        waiting.insert(document, (text.map(fold), fresh));
        Ok(())
    }

    /// Writes the documents that wait, in the order of their numbers: so do we, because the index asks for it.
    fn write_documents(&self) -> Outcome<()> {
        let waiting = self.documents.take();
        for table in ["search_words", "search_grams"] {
            let mut delete = self
                .connection
                .prepare_cached(&format!("DELETE FROM {table} WHERE rowid = ?1"))?;
            for (document, _) in waiting.iter().filter(|(_, (_, fresh))| !fresh) {
                delete.execute((document,))?;
            }
            let mut insert = self
                .connection
                .prepare_cached(&format!("INSERT INTO {table}(rowid, body) VALUES (?1, ?2)"))?;
            for (document, (text, _)) in &waiting {
                if let Some(text) = text {
                    insert.execute((document, text))?;
                }
            }
        }
        Ok(())
    }

    /// A hash of all that is shown, and how many records are.
    pub fn digest(&self) -> Outcome<(String, usize)> {
        let names = COLUMNS.map(|name| format!("\"{name}\"")).join(", ");
        let mut select = self.connection.prepare(&format!(
            "SELECT id, {names} FROM review WHERE life = 1 ORDER BY id"
        ))?;
        let mut rows = select.query(())?;
        let mut hasher = blake3::Hasher::new();
        let mut count = 0;
        while let Some(row) = rows.next()? {
            hasher.update(row.get_ref(0)?.as_blob()?);
            for at in 1..=COLUMNS.len() {
                hasher.update(format!("{:?}|", value(row.get_ref(at)?)?).as_bytes());
            }
            count += 1;
        }
        Ok((hasher.finalize().to_hex()[..16].to_owned(), count))
    }
}

/// A value as it stands in a table.
pub fn value(given: ValueRef<'_>) -> rusqlite::Result<Value> {
    Ok(match given {
        ValueRef::Integer(number) => Value::Number(number),
        ValueRef::Text(text) => Value::Text(String::from_utf8_lossy(text).into_owned()),
        _ => Value::Text(String::new()),
    })
}
