//! What somebody was shown of a cell when they began to write in it.

use changelog::codec;
use domain::kind::Type;
use domain::{Kind, Value, input};
use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use crate::error::Result;
use crate::lineage::Place;

/// Finds the heads of a field that say what somebody was shown, for [`crate::Seen`]; none where that cannot be told.
///
/// `field` may name a language (`title.fr`). Blanks around the text do not count. A head that says something else was
/// not seen, and what is written now stands beside it.
///
/// # Errors
/// Refuses a language that texts are not kept in; fails where the file cannot be read.
pub fn seen(
    connection: &Connection,
    kind: &Kind,
    id: Uuid,
    field: &str,
    text: &str,
) -> Result<Option<(u16, Vec<Place>)>> {
    let (name, part) = field
        .split_once('.')
        .map_or((field, None), |(name, part)| (name, Some(part)));
    let Some(of) = kind.field(name) else {
        return Ok(None);
    };
    let mut column = u16::from(kind.cell_number(of));
    match of.ty {
        Type::Text => {
            let language =
                part.map_or(Ok(domain::Language::En), |code| input::language(of, code))?;
            column |= u16::from(language.number()) << 8;
        }
        Type::Plain | Type::Vague | Type::Code(_) | Type::Date | Type::Moment | Type::Integer => {}
        _ => return Ok(None),
    }
    let mut select = connection.prepare_cached(
        "SELECT h.chain, h.seq, c.value FROM record r JOIN head h ON h.rid = r.rid AND h.col = ?2
         JOIN change c ON c.chain = h.chain AND c.seq = h.seq WHERE r.id = ?1",
    )?;
    let mut rows = select.query((id.as_bytes(), column))?;
    let mut places = Vec::new();
    while let Some(row) = rows.next()? {
        let Some(said) = said(connection, &codec::read_value(&row.get::<_, Vec<u8>>(2)?))? else {
            return Ok(None);
        };
        if said.trim() == text.trim() {
            places.push(Place::from_row(row)?);
        }
    }
    Ok(Some((column, places)))
}

/// A value as it is typed; none where it is no text or is not held here.
fn said(connection: &Connection, value: &Value) -> Result<Option<String>> {
    Ok(match value {
        Value::Null => Some(String::new()),
        Value::Text(text) | Value::Vague { text, .. } => Some(text.clone()),
        Value::Integer(number) => Some(number.to_string()),
        Value::Commitment(commitment) => {
            let mut select =
                connection.prepare_cached("SELECT value FROM personal WHERE commitment = ?1")?;
            let held: Option<Vec<u8>> = select
                .query_row((commitment,), |row| row.get(0))
                .optional()?;
            match held.map(|bytes| codec::read_value(&bytes)) {
                Some(Value::Text(text)) => Some(text),
                _ => None,
            }
        }
        _ => None,
    })
}
