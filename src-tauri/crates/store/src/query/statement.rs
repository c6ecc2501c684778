//! The pieces statements are put together from.

use rusqlite::types::Value as Sql;
use rusqlite::{Connection, params_from_iter};

use crate::error::Result;

/// The values of a statement and the names its parts give to tables.
#[derive(Debug, Default)]
pub(super) struct Bound {
    values: Vec<Sql>,
    aliases: usize,
}

impl Bound {
    /// Takes a value and gives the place that stands for it in the statement's text.
    pub(super) fn put(&mut self, value: impl Into<Sql>) -> String {
        self.values.push(value.into());
        format!("?{}", self.values.len())
    }

    /// Takes several values and gives their places, with commas between.
    pub(super) fn put_all<V: Into<Sql>>(&mut self, values: impl IntoIterator<Item = V>) -> String {
        let places: Vec<String> = values.into_iter().map(|value| self.put(value)).collect();
        places.join(", ")
    }

    /// A name for a table that no other part of the statement has.
    pub(super) fn alias(&mut self) -> String {
        self.aliases += 1;
        format!("a{}", self.aliases)
    }

    /// The values, in the order of their places.
    pub(super) fn values(&self) -> impl rusqlite::Params + '_ {
        params_from_iter(self.values.iter())
    }
}

/// A name as SQL takes it, whatever words SQLite reserves.
pub(super) fn quoted(name: &str) -> String {
    format!("\"{name}\"")
}

/// Local numbers as the JSON array that statements read them from.
///
/// One parameter whatever their number, so that a page of any length is one prepared statement.
pub(crate) fn numbers(rids: &[i64]) -> String {
    let mut text = String::with_capacity(rids.len() * 7 + 2);
    text.push('[');
    for (place, rid) in rids.iter().enumerate() {
        if place > 0 {
            text.push(',');
        }
        text.push_str(&rid.to_string());
    }
    text.push(']');
    text
}

/// Numbers out of a statement of one column.
pub(super) fn column_of_numbers(
    connection: &Connection,
    sql: &str,
    parameters: impl rusqlite::Params,
) -> Result<Vec<i64>> {
    let mut select = connection.prepare_cached(sql)?;
    let numbers = select
        .query_map(parameters, |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(numbers)
}
