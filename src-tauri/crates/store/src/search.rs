//! Finding a record by what is written in it.
//!
//! Every text cell is one document in two indexes: whole words and their beginnings, and groups of three letters for what
//! stands inside words. Text is folded before it is indexed, so that both find it whatever its accents; scripts written
//! without spaces are indexed letter by letter, so that two characters of Chinese are found as well as twenty.

use std::collections::{BTreeMap, BTreeSet};

use domain::fold::{fold, is_unspaced};
use domain::kind::{LinkTarget, Type};
use domain::{Field, Kind, kinds};
use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use crate::door::PERSON_NAME;
use crate::error::Result;
use crate::{joined, schema};

/// Documents of names stand before all others, so that the first ones found are the likeliest meant.
const TEXTS: i64 = 1 << 62;
/// How much text waits at most to be indexed together, in bytes.
const MOST: usize = 4 << 20;
/// How many documents are weighed at most; a broader search shows its first ones.
const WEIGHED: i64 = 400;

/// The kinds that are not looked for by their own text.
const SILENT: &[&str] = &["source", "site", "saved_view", "dismissed_check"];

/// A document that was found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Found {
    /// The record whose cell it is; for a word of a list, the word's own record.
    pub rid: i64,
    /// The cell's column.
    pub column: u16,
    /// The smaller, the likelier meant.
    pub rank: f64,
}

/// The number of a document: that of the record, and in its lowest bits the column, spread by the record.
///
/// What is taken out of an index is kept there in tables of hashes, which are the lowest bits of these numbers. Columns alone
/// are so few that such a table was searched from one end to the other.
fn document(rid: i64, column: u16, name: bool) -> i64 {
    (rid << 16 | i64::from(column ^ spread(rid))) + if name { 0 } else { TEXTS }
}

/// The record and column of a document.
fn cell(document: i64) -> (i64, u16) {
    let cell = document & (TEXTS - 1);
    let rid = cell >> 16;
    (rid, (cell & 0xffff) as u16 ^ spread(rid))
}

fn spread(rid: i64) -> u16 {
    (rid.cast_unsigned().wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 48) as u16
}

fn is_name(field: &Field) -> bool {
    matches!(
        field.name,
        "name" | "title" | "acronym" | "code" | "iso2" | "iso3"
    )
}

/// Documents on their way into the indexes.
///
/// They are written together and in the order of their numbers: given a smaller number than the last one, or anything else
/// to write in between, an index puts down what it has as a piece of its own and has to unite such pieces afterwards.
#[derive(Debug, Default)]
pub(crate) struct Documents {
    waiting: BTreeMap<i64, Document>,
    /// The length of their texts.
    bytes: usize,
}

#[derive(Debug)]
struct Document {
    /// Folded; none where it is only taken out.
    text: Option<String>,
    /// Whether there is nothing of it to take out.
    fresh: bool,
}

impl Documents {
    /// Indexes the text of a field's cell, or takes it out where it is cleared; a fresh cell has nothing to take out.
    pub(crate) fn field(
        &mut self,
        kind: &Kind,
        field: &Field,
        (rid, column): (i64, u16),
        text: Option<&str>,
        fresh: bool,
    ) {
        if !SILENT.contains(&kind.name) && field.personal == domain::Personal::No {
            self.note(document(rid, column, is_name(field)), text, fresh);
        }
    }

    /// Indexes a word of a list.
    pub(crate) fn word(&mut self, rid: i64, word: &str, fresh: bool) {
        self.note(document(rid, kinds::EXISTS, true), Some(word), fresh);
    }

    fn note(&mut self, number: i64, text: Option<&str>, fresh: bool) {
        let text = text.map(fold).filter(|folded| !folded.is_empty());
        self.bytes += text.as_ref().map_or(0, String::len);
        let fresh = match self.waiting.get(&number) {
            Some(before) => before.fresh,
            None => fresh,
        };
        if text.is_some() || !fresh {
            self.waiting.insert(number, Document { text, fresh });
        } else {
            self.waiting.remove(&number);
        }
    }

    /// Writes what waits, where that is much.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub(crate) fn write_many(&mut self, connection: &Connection) -> Result<()> {
        if self.bytes > MOST {
            self.write(connection)?;
        }
        Ok(())
    }

    /// Writes all that waits.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub(crate) fn write(&mut self, connection: &Connection) -> Result<()> {
        let waiting = std::mem::take(&mut self.waiting);
        self.bytes = 0;
        for table in ["search_words", "search_grams"] {
            let mut delete =
                connection.prepare_cached(&format!("DELETE FROM {table} WHERE rowid = ?1"))?;
            for (number, _) in waiting.iter().filter(|(_, document)| !document.fresh) {
                delete.execute((number,))?;
            }
            let mut insert = connection
                .prepare_cached(&format!("INSERT INTO {table}(rowid, body) VALUES (?1, ?2)"))?;
            for (number, document) in &waiting {
                match &document.text {
                    Some(text) if table == "search_words" => {
                        insert.execute((number, spaced(text)))?;
                    }
                    Some(text) => {
                        insert.execute((number, text))?;
                    }
                    None => {}
                }
            }
        }
        Ok(())
    }
}

/// The schema from which on documents have the numbers that they have.
const SINCE: i64 = 5;

/// Indexes all that is to be found in a store of an older build, whose index was emptied.
pub(crate) fn after_migration(connection: &Connection, from: i64) -> Result<()> {
    if from >= SINCE {
        return Ok(());
    }
    let mut documents = Documents::default();
    for kind in kinds::KINDS {
        for field in kind.all_fields() {
            if !matches!(field.ty, Type::Text | Type::Plain) {
                continue;
            }
            for column in schema::columns(kind, field) {
                let (name, number) = (column.name, column.cell.unwrap_or(kinds::EXISTS));
                let mut select = connection.prepare(&format!(
                    "SELECT rid, \"{name}\" FROM \"{}\" WHERE \"{name}\" IS NOT NULL",
                    kind.name
                ))?;
                let mut rows = select.query(())?;
                while let Some(row) = rows.next()? {
                    let text: String = row.get(1)?;
                    documents.field(kind, field, (row.get(0)?, number), Some(&text), true);
                    documents.write_many(connection)?;
                }
            }
        }
    }
    for link in kinds::link_fields().filter(|link| matches!(link.links.to, LinkTarget::Words)) {
        let table = schema::link_table(link.kind, link.field);
        let mut select = connection.prepare(&format!("SELECT rid, word FROM \"{table}\""))?;
        let mut rows = select.query(())?;
        while let Some(row) = rows.next()? {
            let word: String = row.get(1)?;
            documents.word(row.get(0)?, &word, true);
            documents.write_many(connection)?;
        }
    }
    documents.write(connection)
}

/// Puts a space on both sides of every character of a script written without.
fn spaced(folded: &str) -> String {
    let mut out = String::with_capacity(folded.len());
    for c in folded.chars() {
        if is_unspaced(c) {
            out.push(' ');
            out.push(c);
            out.push(' ');
        } else {
            out.push(c);
        }
    }
    out
}

/// Finds documents that hold all words of a text, each as a word's beginning or inside one; likeliest first. Where kinds are
/// named, only their records are weighed, and texts that begin with the words come first.
///
/// # Errors
/// Where the file cannot be read.
pub fn find(connection: &Connection, text: &str, kinds: &[&str]) -> Result<Vec<Found>> {
    let folded = fold(text);
    let terms: Vec<&str> = folded
        .split(' ')
        .filter(|term| term.chars().any(char::is_alphanumeric))
        .collect();
    if terms.is_empty() {
        return Ok(Vec::new());
    }
    let words: Vec<String> = terms.iter().filter_map(|term| words_query(term)).collect();
    let of = tables(kinds);
    let mut documents = Vec::new();
    if words.len() == terms.len() {
        if !kinds.is_empty() {
            let begins = format!("^{}", words.join(" AND "));
            documents = matching(connection, "search_words", &begins, &of)?;
        }
        let known: BTreeSet<i64> = documents.iter().map(|(id, _)| *id).collect();
        let anywhere = matching(connection, "search_words", &words.join(" AND "), &of)?;
        documents.extend(anywhere.into_iter().filter(|(id, _)| !known.contains(id)));
    }
    if (documents.len() as i64) < WEIGHED && terms.iter().all(|term| term.chars().count() >= 3) {
        let grams: Vec<String> = terms.iter().map(|term| quoted(term)).collect();
        let inside = matching(connection, "search_grams", &grams.join(" AND "), &of)?;
        let known: BTreeSet<i64> = documents.iter().map(|(id, _)| *id).collect();
        documents.extend(
            inside
                .into_iter()
                .map(|(id, _)| (id, true))
                .filter(|(id, _)| !known.contains(id)),
        );
    }
    let mut found = Vec::with_capacity(documents.len());
    for (order, (id, inside)) in documents.into_iter().enumerate() {
        let name = id < TEXTS;
        let (rid, column) = cell(id);
        let class = match (name, inside) {
            (true, false) => 0.0,
            (true, true) => 1.0,
            (false, false) => 2.0,
            (false, true) => 3.0,
        };
        found.push(Found {
            rid,
            column,
            rank: class + order as f64 / 1_000_000.0,
        });
    }
    Ok(found)
}

/// The words of a term as a phrase whose last word may go on; none where the term has no letter of a word.
fn words_query(term: &str) -> Option<String> {
    let words = words(term);
    let last = words.last()?;
    // A character of an unspaced script is a whole word: its beginning would be itself.
    let open = if last.chars().all(is_unspaced) {
        ""
    } else {
        "*"
    };
    Some(format!("{}{open}", quoted(&words.join(" "))))
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

/// The tables of the records of some kinds and of their words; none for all.
fn tables(kinds: &[&str]) -> Vec<u16> {
    let own = kinds
        .iter()
        .filter_map(|name| kinds::by_name(name))
        .map(|kind| kind.table);
    let words = kinds::link_fields()
        .filter(|link| {
            kinds.contains(&link.kind.name) && matches!(link.links.to, LinkTarget::Words)
        })
        .map(|link| link.links.table);
    own.chain(words).collect()
}

fn matching(
    connection: &Connection,
    table: &str,
    query: &str,
    of: &[u16],
) -> Result<Vec<(i64, bool)>> {
    let numbers: Vec<String> = of.iter().map(u16::to_string).collect();
    let only = match of {
        [] => String::new(),
        _ => format!(
            " AND (SELECT tbl FROM record WHERE rid = ({table}.rowid & {}) >> 16) IN ({})",
            TEXTS - 1,
            numbers.join(", ")
        ),
    };
    let mut select = connection.prepare_cached(&format!(
        "SELECT rowid FROM {table} WHERE {table} MATCH ?1{only} ORDER BY rowid LIMIT ?2"
    ))?;
    let found = select
        .query_map((query, WEIGHED), |row| Ok((row.get(0)?, false)))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(found)
}

/// The text of a document's cell, read from the row that shows it, with the field's name on the command line.
///
/// # Errors
/// Where the file cannot be read.
pub fn text(connection: &Connection, found: &Found) -> Result<Option<(i64, String, String)>> {
    let mut select = connection.prepare_cached("SELECT tbl, owner FROM record WHERE rid = ?1")?;
    let Some((table, owner)): Option<(u16, Option<i64>)> = select
        .query_row((found.rid,), |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?
    else {
        return Ok(None);
    };
    if let Some(link) = kinds::link_by_table(table) {
        let sql = format!(
            "SELECT word FROM \"{}\" WHERE rid = ?1 AND life = 1",
            schema::link_table(link.kind, link.field)
        );
        let word: Option<String> = connection
            .prepare_cached(&sql)?
            .query_row((found.rid,), |row| row.get(0))
            .optional()?;
        return Ok(owner
            .zip(word)
            .map(|(owner, word)| (owner, link.field.name.to_owned(), word)));
    }
    let Some(kind) = kinds::by_table(table) else {
        return Ok(None);
    };
    let Some(field) = kind
        .all_fields()
        .find(|field| u16::from(field.number) == found.column & 0xff)
    else {
        return Ok(None);
    };
    let (column, name) = match domain::Language::from_number((found.column >> 8) as u8) {
        Some(language) => (
            format!("{}_{}", field.name, language.code()),
            format!("{}.{}", field.name, language.code()),
        ),
        None => (field.name.to_owned(), field.name.to_owned()),
    };
    let sql = format!("SELECT \"{column}\" FROM \"{}\" WHERE rid = ?1", kind.name);
    let text: Option<String> = connection
        .prepare_cached(&sql)?
        .query_row((found.rid,), |row| row.get(0))
        .optional()?
        .flatten();
    Ok(text.map(|text| (found.rid, name, text)))
}

/// How many of the documents found are read to be put in a better order.
const READ: usize = 64;

/// Answers a search: one row a record, likeliest meant first, with the cell that was found.
///
/// A name that is the text comes before one that begins with it, then names with it in any word, then other text.
///
/// # Errors
/// Where the file cannot be read.
pub fn search(
    connection: &Connection,
    text: &str,
    kinds: &[&str],
    limit: usize,
    view: &crate::query::View,
) -> Result<Vec<serde_json::Value>> {
    let folded = fold(text);
    let mut hits: Vec<(f64, i64, String, String)> = Vec::new();
    let mut seen = BTreeSet::new();
    // Among the names of a few kinds the one that is meant may stand anywhere: all that is weighed is read.
    let read = if kinds.is_empty() {
        READ
    } else {
        WEIGHED as usize
    };
    for (order, found) in find(connection, text, kinds)?.into_iter().enumerate() {
        if order >= read && hits.len() >= limit {
            break;
        }
        let Some((rid, field, cell)) = self::text(connection, &found)? else {
            continue;
        };
        let plain = fold(&cell);
        let near = match () {
            () if found.rank < 2.0 && plain == folded => -3.0,
            () if found.rank < 2.0 && plain.starts_with(&folded) => -2.0,
            () => 0.0,
        };
        hits.push((found.rank + near, rid, field, cell));
    }
    hits.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut rows = Vec::new();
    for (rank, rid, field, cell) in hits {
        let rid = joined::shown(connection, rid)?;
        let live = "SELECT 1 FROM record WHERE rid = ?1 AND life = 1";
        let is_live = connection
            .prepare_cached(live)?
            .query_row((rid,), |_| Ok(()))
            .optional()?
            .is_some();
        if !is_live || !seen.insert(rid) {
            continue;
        }
        let reference = crate::query::reference(connection, rid, view)?;
        if !kinds.is_empty() && !kinds.iter().any(|kind| reference["table"] == *kind) {
            continue;
        }
        rows.push(serde_json::json!({
            "id": reference["id"],
            "table": reference["table"],
            "label": reference["label"],
            "field": field,
            "snippet": snippet(&cell, &folded),
            "rank": rank,
        }));
        if rows.len() == limit {
            break;
        }
    }
    Ok(rows)
}

/// Lists the texts in which a person's name stands, or that of a record the person is one with, in whatever state they are:
/// one row for each record and field. The names themselves are none of them.
///
/// # Errors
/// Where the file cannot be read.
pub fn mentions(
    connection: &Connection,
    person: Uuid,
    view: &crate::query::View,
) -> Result<Vec<serde_json::Value>> {
    let rid = connection
        .prepare_cached("SELECT rid FROM record WHERE id = ?1")?
        .query_row((person.as_bytes(),), |row| row.get(0))
        .optional()?;
    let Some(rid) = rid else {
        return Ok(Vec::new());
    };
    let mut people = vec![joined::root(connection, rid)?];
    people.extend(
        joined::parts(connection, people[0])?
            .iter()
            .map(|(rid, _)| rid),
    );
    let name_of = |rid: i64| Found {
        rid,
        column: PERSON_NAME,
        rank: 0.0,
    };
    let mut names = BTreeSet::new();
    for rid in &people {
        let name = text(connection, &name_of(*rid))?;
        names.extend(name.map(|(_, _, name)| words(&name)));
    }
    let mut cells: BTreeSet<(i64, u16)> = BTreeSet::new();
    for name in names.iter().filter(|name| !name.is_empty()) {
        let mut select = connection
            .prepare_cached("SELECT rowid FROM search_words WHERE search_words MATCH ?1")?;
        let mut rows = select.query((quoted(&name.join(" ")),))?;
        while let Some(row) = rows.next()? {
            cells.insert(cell(row.get(0)?));
        }
        silent(connection, name, &mut cells)?;
    }
    let mut told: BTreeSet<(i64, String)> = BTreeSet::new();
    for (rid, column) in cells {
        if column == PERSON_NAME && people.contains(&rid) {
            continue;
        }
        let found = Found {
            column,
            ..name_of(rid)
        };
        if let Some((rid, field, _)) = text(connection, &found)? {
            told.insert((joined::shown(connection, rid)?, field));
        }
    }
    told.into_iter()
        .map(|(rid, field)| {
            let mut row = crate::query::reference(connection, rid, view)?;
            row["field"] = field.into();
            Ok(row)
        })
        .collect()
}

/// Finds a name in the texts that the indexes do not hold.
fn silent(
    connection: &Connection,
    name: &[String],
    cells: &mut BTreeSet<(i64, u16)>,
) -> Result<()> {
    for kind in SILENT.iter().filter_map(|name| kinds::by_name(name)) {
        let fields = kind.fields.iter();
        let texts = fields.filter(|field| matches!(field.ty, Type::Text | Type::Plain));
        for column in texts.flat_map(|field| schema::columns(kind, field)) {
            let mut select = connection.prepare(&format!(
                "SELECT rid, \"{0}\" FROM \"{1}\" WHERE \"{0}\" IS NOT NULL",
                column.name, kind.name
            ))?;
            let mut rows = select.query(())?;
            while let Some(row) = rows.next()? {
                let text = words(&row.get::<_, String>(1)?);
                if text.windows(name.len()).any(|part| part == name) {
                    cells.insert((row.get(0)?, column.cell.unwrap_or(kinds::EXISTS)));
                }
            }
        }
    }
    Ok(())
}

/// The words of a text as the index holds them.
fn words(text: &str) -> Vec<String> {
    spaced(&fold(text))
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The part of a text around what was found, which stands in double brackets.
fn snippet(text: &str, folded: &str) -> String {
    const AROUND: usize = 60;
    let mut letters: Vec<(usize, char)> = Vec::new();
    for (at, c) in text.char_indices() {
        let mut buffer = [0; 4];
        let plain = fold(c.encode_utf8(&mut buffer));
        letters.extend(plain.chars().map(|letter| (at, letter)));
        if c.is_whitespace() {
            letters.push((at, ' '));
        }
    }
    let mut spans: Vec<(usize, usize)> = Vec::new();
    for term in folded.split(' ').filter(|term| !term.is_empty()) {
        let term: Vec<char> = term.chars().collect();
        let starts_word = |at: usize| {
            at == 0 || !letters[at - 1].1.is_alphanumeric() || is_unspaced(letters[at].1)
        };
        let matches = |at: usize| {
            letters[at..].len() >= term.len()
                && letters[at..]
                    .iter()
                    .zip(&term)
                    .all(|((_, letter), wanted)| letter == wanted)
        };
        let place = (0..letters.len())
            .find(|at| starts_word(*at) && matches(*at))
            .or_else(|| (0..letters.len()).find(|at| matches(*at)));
        if let Some(at) = place {
            let end = letters
                .get(at + term.len())
                .map_or(text.len(), |(end, _)| *end);
            spans.push((letters[at].0, end));
        }
    }
    spans.sort_unstable();
    let first = spans.first().map_or(0, |(start, _)| *start);
    let from = text[..first]
        .char_indices()
        .rev()
        .nth(AROUND / 2)
        .map_or(0, |(at, _)| at);
    let to = text[first..]
        .char_indices()
        .nth(AROUND * 2)
        .map_or(text.len(), |(at, _)| first + at);
    let mut out = String::new();
    if from > 0 {
        out.push('…');
    }
    let mut at = from;
    for (start, end) in spans {
        if start >= at && end <= to && start < end {
            out.push_str(&text[at..start]);
            out.push_str("[[");
            out.push_str(&text[start..end]);
            out.push_str("]]");
            at = end;
        }
    }
    out.push_str(&text[at..to]);
    if to < text.len() {
        out.push('…');
    }
    out.replace('\n', " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_found_part_is_marked_in_the_text_as_written() {
        assert_eq!(
            snippet("Réseau des Nations Unies", "reseau unies"),
            "[[Réseau]] des Nations [[Unies]]"
        );
        assert_eq!(
            snippet("النازحون والمهاجرون", "المهاجر"),
            "النازحون و[[المهاجر]]ون"
        );
        assert_eq!(snippet("阿富汗", "富汗"), "阿[[富汗]]");
        assert_eq!(snippet("UN-Women", "un-wom"), "[[UN-Wom]]en");
    }

    #[test]
    fn a_term_becomes_a_phrase_whose_end_is_open() {
        assert_eq!(words_query("un-wom").as_deref(), Some("\"un wom\"*"));
        assert_eq!(words_query("阿富").as_deref(), Some("\"阿 富\""));
        assert_eq!(words_query("--"), None);
    }
}
