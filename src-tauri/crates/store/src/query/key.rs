//! Keys: the ways in which people name a record.

use domain::kind::{Label, LinkTarget, Type};
use domain::nearest::nearest;
use domain::{Kind, Language, fold::fold, kinds};
use rusqlite::{Connection, OptionalExtension};
use serde_json::Value as Json;
use uuid::Uuid;

use super::labels::{self, Refs};
use super::statement::{column_of_numbers, numbers, quoted};
use super::{View, columns, life};
use crate::error::{Error, Result};
use crate::joined;
use crate::schema;

/// The fewest digits of an id that stand for it.
const SHORTEST: usize = 8;
/// The most records named in a refusal.
const CANDIDATES: i64 = 20;
/// The most names proposed in a refusal.
const NEAREST: usize = 5;
/// The fields whose value is a code that people know a record by.
const CODES: [&str; 4] = ["code", "iso2", "iso3", "acronym"];

type Found = (i64, Uuid, &'static Kind);

/// Finds a kind that this program names itself.
///
/// # Errors
/// A defect where there is none.
pub(crate) fn own_kind(name: &str) -> Result<&'static Kind> {
    kinds::by_name(name).ok_or_else(|| Error::Defect(format!("there is no kind {name}")))
}

/// Finds a kind by its name, as people write it.
///
/// # Errors
/// [`Error::UnknownKind`] with the nearest names.
pub fn kind(name: &str) -> Result<&'static Kind> {
    kinds::by_name(name).ok_or_else(|| Error::UnknownKind {
        given: name.to_owned(),
        nearest: nearest(name, kinds::KINDS.iter().map(|kind| kind.name)),
    })
}

/// Finds the record of these kinds that a key names.
///
/// Tried in this order, without case and accents: id or a beginning of at least eight digits; code or acronym; number;
/// exact name or alias. The first of these that finds anything wins. "id:" before the key allows an id only. Deleted records
/// are found by id.
///
/// # Errors
/// [`Error::KeyNotFound`] with near names; [`Error::AmbiguousKey`] with the records that one way found.
pub fn resolve(connection: &Connection, kinds: &[&'static Kind], key: &str) -> Result<Found> {
    let trimmed = key.trim();
    if let Some(found) = one(connection, kinds, key, hits(connection, kinds, trimmed)?)? {
        return Ok(found);
    }
    let nearest = match trimmed.strip_prefix("id:") {
        Some(_) => Vec::new(),
        None => near(connection, kinds, trimmed)?,
    };
    Err(not_found(kinds, key, nearest))
}

/// Finds the record that a key names and that is shown as another one it was joined to: itself, or the only one that the
/// record named stands for.
///
/// # Errors
/// Those of [`resolve`]; [`Error::NotJoined`] where the record stands for itself only, [`Error::AmbiguousKey`] with what it
/// stands for where that is several.
pub fn part(connection: &Connection, kinds: &[&'static Kind], key: &str) -> Result<Uuid> {
    let named = hits(connection, kinds, key.trim())?;
    let mut select =
        connection.prepare_cached("SELECT id FROM record WHERE rid = ?1 AND life = ?2")?;
    let mut parts: Vec<Uuid> = Vec::new();
    for rid in named {
        let id: Option<[u8; 16]> = select
            .query_row((rid, life::JOINED), |row| row.get(0))
            .optional()?;
        parts.extend(id.map(Uuid::from_bytes));
    }
    if let [part] = parts.as_slice() {
        return Ok(*part);
    }
    let (rid, ..) = resolve(connection, kinds, key)?;
    let parts = joined::parts(connection, rid)?;
    match parts.as_slice() {
        [] => Err(Error::NotJoined {
            record: labels::reference(connection, rid, &View::default())?,
        }),
        [(_, part)] => Ok(*part),
        several => Err(several_found(
            connection,
            kinds,
            key,
            several.iter().map(|(rid, _)| *rid).collect(),
        )?),
    }
}

/// What the first way that finds anything finds, in any life that way may find.
fn hits(connection: &Connection, kinds: &[&'static Kind], key: &str) -> Result<Vec<i64>> {
    if let Some(id) = key.strip_prefix("id:") {
        return with_id(connection, kinds, id);
    }
    let folded = fold(key);
    if folded.is_empty() {
        return Ok(Vec::new());
    }
    let ways: [&dyn Fn() -> Result<Vec<i64>>; 4] = [
        &|| with_id(connection, kinds, key),
        &|| with_code(connection, kinds, &folded),
        &|| with_number(connection, kinds, key),
        &|| with_name(connection, kinds, &folded),
    ];
    for way in ways {
        let found = way()?;
        if !found.is_empty() {
            return Ok(found);
        }
    }
    Ok(Vec::new())
}

/// Finds a record by its id or the beginning of one, and by nothing else.
pub(super) fn by_id(connection: &Connection, kinds: &[&'static Kind], key: &str) -> Result<i64> {
    let id = key.trim();
    let id = id.strip_prefix("id:").unwrap_or(id);
    match one(connection, kinds, key, with_id(connection, kinds, id)?)? {
        Some((rid, ..)) => Ok(rid),
        None => Err(not_found(kinds, key, Vec::new())),
    }
}

/// Finds the record that a condition names, which may be one that is only referred to so far.
pub(super) fn in_any_life(
    connection: &Connection,
    kinds: &[&'static Kind],
    key: &str,
) -> Result<i64> {
    let id = key.trim();
    if let Ok(id) = Uuid::try_parse(id.strip_prefix("id:").unwrap_or(id)) {
        let mut select = connection.prepare_cached("SELECT rid, tbl FROM record WHERE id = ?1")?;
        let found: Option<(i64, u16)> = select
            .query_row((id.as_bytes(),), |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        if let Some((rid, _)) =
            found.filter(|(_, table)| kinds.iter().any(|kind| kind.table == *table))
        {
            return joined::root(connection, rid);
        }
    }
    resolve(connection, kinds, key).map(|(rid, ..)| rid)
}

/// The only record of several that were found, if any were.
fn one(
    connection: &Connection,
    kinds: &[&'static Kind],
    key: &str,
    mut rids: Vec<i64>,
) -> Result<Option<Found>> {
    // What is joined is found as what it is shown as.
    for rid in &mut rids {
        *rid = joined::shown(connection, *rid)?;
    }
    rids.sort_unstable();
    rids.dedup();
    match rids.as_slice() {
        [] => Ok(None),
        [rid] => {
            let mut select =
                connection.prepare_cached("SELECT id, tbl FROM record WHERE rid = ?1")?;
            let (id, table): ([u8; 16], u16) =
                select.query_row((rid,), |row| Ok((row.get(0)?, row.get(1)?)))?;
            let kind = kinds.iter().find(|kind| kind.table == table);
            Ok(kind.map(|kind| (*rid, Uuid::from_bytes(id), *kind)))
        }
        _ => Err(several_found(connection, kinds, key, rids)?),
    }
}

fn several_found(
    connection: &Connection,
    kinds: &[&'static Kind],
    key: &str,
    mut rids: Vec<i64>,
) -> Result<Error> {
    rids.truncate(CANDIDATES as usize);
    let refs = Refs::load(connection, rids.clone(), View::default())?;
    rids.sort_by(|a, b| refs.order(*a).cmp(&refs.order(*b)));
    let candidates: Vec<Json> = rids.iter().map(|rid| refs.json(*rid)).collect();
    Ok(Error::AmbiguousKey {
        kind: names(kinds),
        key: key.to_owned(),
        field: None,
        candidates,
    })
}

fn names(kinds: &[&'static Kind]) -> String {
    let names: Vec<&str> = kinds.iter().map(|kind| kind.name).collect();
    names.join(", ")
}

fn not_found(kinds: &[&'static Kind], key: &str, nearest: Vec<String>) -> Error {
    Error::KeyNotFound {
        kind: names(kinds),
        key: key.to_owned(),
        field: None,
        nearest,
    }
}

fn tables(kinds: &[&'static Kind]) -> String {
    let tables: Vec<i64> = kinds.iter().map(|kind| i64::from(kind.table)).collect();
    numbers(&tables)
}

/// The ids that begin with these digits, as the smallest and the greatest of them.
fn range(text: &str) -> Option<([u8; 16], [u8; 16])> {
    let digits: Vec<u8> = text
        .bytes()
        .filter(|byte| *byte != b'-')
        .map(|byte| {
            char::from(byte)
                .to_digit(16)
                .and_then(|digit| u8::try_from(digit).ok())
        })
        .collect::<Option<_>>()?;
    if !(SHORTEST..=32).contains(&digits.len()) {
        return None;
    }
    let fill = |rest: u8| {
        let mut id = [0; 16];
        for (place, byte) in id.iter_mut().enumerate() {
            let digit = |place: usize| digits.get(place).copied().unwrap_or(rest);
            *byte = digit(place * 2) << 4 | digit(place * 2 + 1);
        }
        id
    };
    Some((fill(0), fill(0xf)))
}

fn with_id(connection: &Connection, kinds: &[&'static Kind], text: &str) -> Result<Vec<i64>> {
    let Some((first, last)) = range(text.trim()) else {
        return Ok(Vec::new());
    };
    column_of_numbers(
        connection,
        "SELECT rid FROM record WHERE id BETWEEN ?1 AND ?2 AND life <> 0 \
         AND tbl IN (SELECT value FROM json_each(?3)) ORDER BY id LIMIT ?4",
        (first, last, tables(kinds), CANDIDATES + 1),
    )
}

/// Rows of a kind that are here, joined or not, or proposed, and of which one of the conditions holds.
fn rows(
    connection: &Connection,
    kind: &Kind,
    any: &[String],
    key: impl rusqlite::ToSql,
) -> Result<Vec<i64>> {
    if any.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "SELECT t.rid FROM \"{}\" t JOIN record r ON r.rid = t.rid WHERE t.life IN ({}, {}, {}) AND ({})",
        kind.name,
        life::LIVE,
        life::PROPOSED,
        life::JOINED,
        any.join(" OR ")
    );
    column_of_numbers(connection, &sql, (key,))
}

fn with_code(connection: &Connection, kinds: &[&'static Kind], folded: &str) -> Result<Vec<i64>> {
    let mut found = Vec::new();
    for kind in kinds {
        let any: Vec<String> = CODES
            .iter()
            .filter(|name| {
                kind.field(name)
                    .is_some_and(|field| matches!(field.ty, Type::Plain))
            })
            .map(|name| format!("fold(t.\"{name}\") = ?1"))
            .collect();
        found.extend(rows(connection, kind, &any, folded)?);
    }
    Ok(found)
}

fn with_number(connection: &Connection, kinds: &[&'static Kind], text: &str) -> Result<Vec<i64>> {
    let Ok(number) = text.parse::<i64>() else {
        return Ok(Vec::new());
    };
    let mut found = Vec::new();
    for kind in kinds {
        if kind
            .field("number")
            .is_some_and(|field| matches!(field.ty, Type::Integer))
        {
            found.extend(rows(
                connection,
                kind,
                &["t.\"number\" = ?1".to_owned()],
                number,
            )?);
        }
    }
    Ok(found)
}

fn with_name(connection: &Connection, kinds: &[&'static Kind], folded: &str) -> Result<Vec<i64>> {
    let mut found = Vec::new();
    for kind in kinds {
        let view = View::default();
        let (named, label): (&[&str], Option<String>) = match &kind.label {
            Label::Fields(names) => (names, None),
            Label::Numbered(_, title) => (
                std::slice::from_ref(title),
                Some(labels::searched(kind, "t", "r", view)),
            ),
            Label::References(_) => (&[], Some(labels::searched(kind, "t", "r", view))),
        };
        let mut any: Vec<String> = label
            .map(|label| format!("{label} = ?1"))
            .into_iter()
            .collect();
        for field in named.iter().filter_map(|name| kind.field(name)) {
            match field.ty {
                Type::Text => any.extend(
                    columns::texts(field, "t")
                        .iter()
                        .map(|text| format!("({text} IS NOT NULL AND fold({text}) = ?1)")),
                ),
                _ => any.push(format!(
                    "fold({}) = ?1",
                    columns::seen(kind, field, "t", view)
                )),
            }
        }
        if let Some(aliases) = kind.field("aliases")
            && aliases
                .links()
                .is_some_and(|links| matches!(links.to, LinkTarget::Words))
        {
            any.push(format!(
                "t.rid IN (SELECT \"from\" FROM {} WHERE life = 1 AND fold(word) = ?1)",
                quoted(&schema::link_table(kind, aliases))
            ));
        }
        found.extend(rows(connection, kind, &any, folded)?);
    }
    Ok(found)
}

/// Codes, names and labels that resemble a key nothing answers to.
fn near(connection: &Connection, kinds: &[&'static Kind], key: &str) -> Result<Vec<String>> {
    let mut known: Vec<String> = Vec::new();
    for kind in kinds {
        let mut texts = vec![labels::label(kind, "t", "r", View::default())];
        texts.extend(kind.all_fields().filter_map(|field| match field.ty {
            Type::Plain if CODES.contains(&field.name) => Some(format!("t.\"{}\"", field.name)),
            Type::Text if matches!(field.name, "name" | "title") => Some(columns::printed(
                field,
                "t",
                View {
                    lang: Language::En,
                    private: false,
                },
            )),
            _ => None,
        }));
        let sql = format!(
            "SELECT {} FROM \"{}\" t JOIN record r ON r.rid = t.rid WHERE t.life = {} ORDER BY r.sort, r.id",
            texts.join(", "),
            kind.name,
            life::LIVE
        );
        let mut select = connection.prepare_cached(&sql)?;
        let mut rows = select.query(())?;
        while let Some(row) = rows.next()? {
            for place in 0..texts.len() {
                known.extend(row.get::<_, Option<String>>(place)?);
            }
        }
    }
    let mut proposed = nearest(key, known.iter().map(String::as_str));
    // Where none is near all are given back: too many to read.
    if proposed.len() == known.len() && known.len() > NEAREST {
        proposed.clear();
    }
    let mut seen = Vec::with_capacity(NEAREST);
    for name in proposed {
        if seen.len() < NEAREST && !seen.contains(&name) {
            seen.push(name);
        }
    }
    Ok(seen)
}

#[cfg(test)]
mod tests {
    use super::range;

    #[test]
    fn beginnings_of_ids_are_ranges() {
        let (first, last) = range("0190A7f2-3").unwrap();
        assert_eq!(first[..5], [0x01, 0x90, 0xa7, 0xf2, 0x30]);
        assert_eq!(last[..5], [0x01, 0x90, 0xa7, 0xf2, 0x3f]);
        assert_eq!((first[15], last[15]), (0, 0xff));
        for wrong in [
            "0190a7f",
            "0190a7fg",
            "",
            "iom",
            "0190a7f20190a7f20190a7f20190a7f20",
        ] {
            assert_eq!(range(wrong), None, "{wrong}");
        }
    }
}
