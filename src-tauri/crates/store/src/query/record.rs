//! Records as answers give them, a page at a time.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::{DateTime, SecondsFormat};
use domain::kind::{Field, Type};
use domain::{Kind, Language, fold::fold, kinds};
use rusqlite::types::Value as Sql;
use rusqlite::{Connection, OptionalExtension};
use serde_json::{Map, Value as Json, json};
use uuid::Uuid;

use super::labels::{self, Refs, printed};
use super::path::{Common, unknown};
use super::statement::numbers;
use super::{View, cells, columns, life};
use crate::closing;
use crate::error::{Error, Result};
use crate::joined;

/// The most records built at once; longer lists are built in pieces of this size.
const PIECE: usize = 500;
/// Columns every row begins with: rid, id, life, label, created_at, changed_at.
const HEAD: usize = 6;

/// Gives a record with all its fields; of one that is joined the record that is shown for it.
///
/// # Errors
/// [`Error::KeyNotFound`] where no record was created under this id.
pub fn record(connection: &Connection, id: Uuid, view: &View) -> Result<Json> {
    let missing = || Error::KeyNotFound {
        kind: "record".to_owned(),
        key: id.to_string(),
        field: None,
        nearest: Vec::new(),
    };
    let mut select =
        connection.prepare_cached("SELECT rid, tbl FROM record WHERE id = ?1 AND life <> 0")?;
    let (rid, table): (i64, u16) = select
        .query_row((id.as_bytes(),), |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?
        .ok_or_else(missing)?;
    let rid = joined::shown(connection, rid)?;
    let kind = kinds::by_table(table).ok_or_else(missing)?;
    Shape::new(kind, None, *view)?
        .rows(connection, &[rid])?
        .pop()
        .ok_or_else(missing)
}

/// Which members the records of an answer have.
pub(super) struct Shape {
    kind: &'static Kind,
    view: View,
    fields: Vec<&'static Field>,
    provenance: bool,
    created_at: bool,
    changed_at: bool,
    /// Told only where it is asked for by name: it is worked out from the log.
    since_adopted: bool,
    /// Told only where it is asked for by name, too.
    comments: bool,
}

/// What stands at the near end of a link.
struct Link {
    to: Sql,
    role: Option<String>,
}

/// What is known of the records of a page besides their own rows.
#[derive(Default)]
struct Page {
    refs: Refs,
    links: Vec<HashMap<i64, Vec<Link>>>,
    contested: BTreeMap<i64, BTreeSet<u8>>,
    published: BTreeSet<i64>,
    own: BTreeMap<i64, BTreeSet<u8>>,
    parents: BTreeSet<i64>,
    /// Of activities of adopted workplans whether they were written to since.
    since_adopted: HashMap<i64, bool>,
    comments: HashMap<i64, i64>,
}

impl Shape {
    /// All members, or those named besides id, table, life, label and what is contested or changed.
    ///
    /// # Errors
    /// [`Error::UnknownField`].
    pub(super) fn new(kind: &'static Kind, names: Option<&[String]>, view: View) -> Result<Shape> {
        let mut shape = Shape {
            kind,
            view,
            fields: kind.told_fields().collect(),
            provenance: true,
            created_at: true,
            changed_at: true,
            since_adopted: false,
            comments: false,
        };
        if let Some(names) = names {
            let mut wanted: BTreeSet<&str> = BTreeSet::new();
            for name in names {
                let lower = name.replace('-', "_").to_lowercase();
                let known = kind.field(&lower).map(|field| field.name).or_else(|| {
                    Common::ALL
                        .iter()
                        .filter(|(_, common)| common.is_of(kind))
                        .map(|(name, _)| *name)
                        .find(|name| *name == lower)
                });
                wanted.insert(known.ok_or_else(|| unknown(&[kind], name))?);
            }
            shape.fields.retain(|field| wanted.contains(field.name));
            shape.provenance = wanted.contains("provenance");
            shape.created_at = wanted.contains(Common::CreatedAt.name());
            shape.changed_at = wanted.contains(Common::ChangedAt.name());
            shape.comments = wanted.contains(Common::Comments.name());
            shape.since_adopted = wanted.contains(Common::SinceAdopted.name());
        }
        shape
            .fields
            .retain(|field| !matches!(field.ty, Type::Provenance));
        Ok(shape)
    }

    /// Builds the records of these local numbers, in this order.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub(super) fn rows(&self, connection: &Connection, rids: &[i64]) -> Result<Vec<Json>> {
        let mut built = Vec::with_capacity(rids.len());
        for piece in rids.chunks(PIECE) {
            self.piece(connection, piece, &mut built)?;
        }
        Ok(built)
    }

    fn piece(&self, connection: &Connection, rids: &[i64], built: &mut Vec<Json>) -> Result<()> {
        let list = numbers(rids);
        let mut select = connection.prepare_cached(&self.select())?;
        let width = select.column_count();
        let mut read: Vec<Vec<Sql>> = Vec::with_capacity(rids.len());
        let mut rows = select.query((&list,))?;
        while let Some(row) = rows.next()? {
            read.push(
                (0..width)
                    .map(|place| row.get(place))
                    .collect::<rusqlite::Result<_>>()?,
            );
        }
        let mut page = Page::default();
        let mut referred = Vec::new();
        self.links(connection, &list, &mut page, &mut referred)?;
        for row in &read {
            let mut at = HEAD;
            for field in &self.fields {
                if let (true, Some(Sql::Integer(rid))) = (is_reference(field), row.get(at)) {
                    referred.push(*rid);
                }
                at += width_of(field);
            }
        }
        page.refs = Refs::load(connection, referred, self.view)?;
        contested(connection, &list, &mut page.contested)?;
        published(connection, &list, &mut page.published)?;
        if !page.published.is_empty() {
            let published: Vec<i64> = page.published.iter().copied().collect();
            own(connection, &numbers(&published), &mut page.own)?;
        }
        if self.kind.is_tree() {
            let mut select = connection.prepare_cached(&format!(
                "SELECT DISTINCT parent FROM \"{}\" \
                 WHERE parent IN (SELECT value FROM json_each(?1)) AND life = {}",
                self.kind.name,
                life::LIVE
            ))?;
            page.parents = select
                .query_map((&list,), |row| row.get(0))?
                .collect::<rusqlite::Result<_>>()?;
        }
        if self.comments {
            page.comments = comments(connection, &list)?;
        }
        if self.since_adopted {
            page.since_adopted = since_adopted(connection, &list)?;
        }
        built.extend(read.into_iter().map(|row| self.build(row, &page)));
        Ok(())
    }

    fn select(&self) -> String {
        let kind = self.kind;
        let mut sql = format!(
            "SELECT t.rid, r.id, t.life, {}, r.created_at, r.changed_at",
            labels::label(kind, "t", "r", self.view)
        );
        let mut add = |column: &str| {
            sql.push_str(", ");
            sql.push_str(column);
        };
        for field in &self.fields {
            match field.ty {
                Type::Text => columns::texts(field, "t")
                    .iter()
                    .for_each(|column| add(column)),
                Type::Vague => {
                    add(&columns::seen(kind, field, "t", self.view));
                    for part in VAGUE {
                        add(&columns::beside(field, part, "t"));
                    }
                }
                Type::Links(_) | Type::Owned(_) => {}
                _ => add(&columns::seen(kind, field, "t", self.view)),
            }
        }
        for part in ["address", "retrieved", "standing"]
            .iter()
            .filter(|_| self.provenance)
        {
            add(&format!("t.\"provenance_{part}\""));
        }
        if kind.is_tree() {
            add("t.\"tree\"");
        }
        // Joined in the order written, so that rows come in the order of the page.
        sql.push_str(&format!(
            " FROM json_each(?1) j CROSS JOIN \"{}\" t ON t.rid = j.value CROSS JOIN record r ON r.rid = j.value",
            kind.name
        ));
        sql
    }

    fn links(
        &self,
        connection: &Connection,
        list: &str,
        page: &mut Page,
        referred: &mut Vec<i64>,
    ) -> Result<()> {
        for field in &self.fields {
            let Some(several) = columns::several(self.kind, field) else {
                continue;
            };
            let mut select = connection.prepare_cached(&format!(
                "SELECT l.\"from\", l.far, l.role FROM json_each(?1) j \
                 CROSS JOIN {several} l ON l.\"from\" = j.value"
            ))?;
            let mut near: HashMap<i64, Vec<Link>> = HashMap::new();
            let mut rows = select.query((list,))?;
            while let Some(row) = rows.next()? {
                let to: Sql = row.get(1)?;
                if let Sql::Integer(rid) = to {
                    referred.push(rid);
                }
                near.entry(row.get(0)?).or_default().push(Link {
                    to,
                    role: row.get(2)?,
                });
            }
            page.links.push(near);
        }
        Ok(())
    }

    fn build(&self, row: Vec<Sql>, page: &Page) -> Json {
        let mut values = row.into_iter();
        let mut next = || values.next().unwrap_or(Sql::Null);
        let mut record = Map::with_capacity(self.fields.len() * 2 + 16);
        let mut put = |name: &str, value: Json| {
            record.insert(name.to_owned(), value);
        };
        let rid = integer(&next()).unwrap_or_default();
        put("id", blob_id(next()));
        put("table", self.kind.name.into());
        put(
            "life",
            life::name(integer(&next()).unwrap_or_default()).into(),
        );
        put("label", printed(text(next())));
        let (created_at, changed_at) = (next(), next());
        let mut links = page.links.iter();
        for field in &self.fields {
            match &field.ty {
                Type::Text => {
                    let texts: Vec<(Language, String)> = Language::ALL
                        .into_iter()
                        .filter_map(|language| Some((language, text(next())?)))
                        .collect();
                    let shown = self
                        .view
                        .lang
                        .fallbacks()
                        .find_map(|wanted| texts.iter().find(|(language, _)| *language == wanted))
                        .map(|(_, text)| text.clone());
                    let all: Map<String, Json> = texts
                        .into_iter()
                        .map(|(language, text)| (language.code().to_owned(), text.into()))
                        .collect();
                    put(
                        field.name,
                        if all.is_empty() {
                            Json::Null
                        } else {
                            Json::Object(all)
                        },
                    );
                    put(
                        &format!("{}_text", field.name),
                        shown.map_or(Json::Null, Json::from),
                    );
                }
                Type::Vague => {
                    let printed = next();
                    let parts = VAGUE.map(|part| (part, plain(next())));
                    put(
                        field.name,
                        match text(printed) {
                            Some(text) => {
                                let mut object = Map::with_capacity(1 + parts.len());
                                object.insert("text".to_owned(), text.into());
                                object.extend(parts.map(|(part, value)| (part.to_owned(), value)));
                                Json::Object(object)
                            }
                            None => Json::Null,
                        },
                    );
                }
                Type::Reference(_) | Type::SameAs | Type::Parent => {
                    put(
                        field.name,
                        integer(&next()).map_or(Json::Null, |rid| page.refs.json(rid)),
                    );
                }
                Type::Flag | Type::Erased => {
                    put(
                        field.name,
                        integer(&next()).map_or(Json::Null, |flag| Json::Bool(flag != 0)),
                    );
                }
                Type::Links(_) | Type::Owned(_) => {
                    let near = links
                        .next()
                        .and_then(|near| near.get(&rid))
                        .map_or(&[][..], Vec::as_slice);
                    put(
                        field.name,
                        if columns::tells_records(field) {
                            references(near, &page.refs)
                        } else {
                            words(
                                near,
                                field.links().is_some_and(|links| links.roles.is_some()),
                            )
                        },
                    );
                }
                Type::Closing => put(field.name, cells::vector(next())),
                Type::Plain
                | Type::Date
                | Type::Moment
                | Type::Code(_)
                | Type::Integer
                | Type::Amount
                | Type::Currency(_)
                | Type::Position
                | Type::Provenance => put(field.name, plain(next())),
            }
        }
        if self.created_at {
            put(
                "created_at",
                integer(&created_at).map_or(Json::Null, moment),
            );
        }
        if self.changed_at {
            put(
                "changed_at",
                integer(&changed_at).map_or(Json::Null, moment),
            );
        }
        if self.provenance {
            let (address, retrieved, standing) = (next(), next(), next());
            put(
                "provenance",
                match text(standing) {
                    Some(standing) => json!({
                        "address": plain(address), "retrieved": plain(retrieved), "standing": standing,
                    }),
                    None if page.published.contains(&rid) => Json::Null,
                    // Nobody named a source for what was entered here: it is the enterer's own.
                    None => json!({"address": null, "retrieved": null, "standing": "own"}),
                },
            );
        }
        if self.comments {
            let count = page.comments.get(&rid).copied().unwrap_or(0);
            put(Common::Comments.name(), count.into());
        }
        if self.since_adopted {
            let written = page.since_adopted.get(&rid).copied();
            put(
                Common::SinceAdopted.name(),
                written.map_or(Json::Null, Json::Bool),
            );
        }
        put("contested", self.names(page.contested.get(&rid)));
        put("own", self.names(page.own.get(&rid)));
        if self.kind.is_tree() {
            let steps = text(next()).map_or(0, |tree| tree.matches('/').count());
            put("depth", steps.saturating_sub(1).into());
            put("hasChildren", page.parents.contains(&rid).into());
        }
        Json::Object(record)
    }

    /// The fields that show one of these cells, in the order of the description.
    fn names(&self, cells: Option<&BTreeSet<u8>>) -> Json {
        let Some(cells) = cells else {
            return Json::Array(Vec::new());
        };
        self.kind
            .all_fields()
            .filter(|field| cells.contains(&self.kind.cell_number(field)))
            .map(|field| Json::from(field.name))
            .collect()
    }
}

/// How many comments there are of records; of those that have none nothing.
fn comments(connection: &Connection, list: &str) -> Result<HashMap<i64, i64>> {
    let mut select = connection.prepare_cached(
        "SELECT \"of\", count(*) FROM comment WHERE life = 1 AND \"of\" IN (SELECT value FROM json_each(?1)) GROUP BY 1",
    )?;
    Ok(select
        .query_map((list,), |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?)
}

/// Whether activities were written to since their workplan was adopted; those of a workplan that was not are left out.
fn since_adopted(connection: &Connection, list: &str) -> Result<HashMap<i64, bool>> {
    let written: BTreeSet<i64> = closing::since_adopted(connection)?.into_iter().collect();
    let mut select = connection.prepare_cached(
        "SELECT a.rid FROM json_each(?1) j JOIN activity a ON a.rid = j.value
         JOIN workplan w ON w.rid = a.workplan WHERE w.adopted_at IS NOT NULL AND w.life = 1",
    )?;
    let rids = select
        .query_map((list,), |row| row.get(0))?
        .collect::<rusqlite::Result<Vec<i64>>>()?;
    Ok(rids
        .into_iter()
        .map(|rid| (rid, written.contains(&rid)))
        .collect())
}

/// The parts of a reading, beside the printed text.
const VAGUE: [&str; 4] = ["edtf", "first", "last", "precision"];

fn is_reference(field: &Field) -> bool {
    matches!(field.ty, Type::Reference(_) | Type::SameAs | Type::Parent)
}

/// How many columns of the select a field has.
fn width_of(field: &Field) -> usize {
    match field.ty {
        Type::Text => Language::ALL.len(),
        Type::Vague => 1 + VAGUE.len(),
        Type::Links(_) | Type::Owned(_) => 0,
        _ => 1,
    }
}

/// Several references, by role, label and id.
fn references(near: &[Link], refs: &Refs) -> Json {
    let mut ends: Vec<(Option<&str>, i64)> = near
        .iter()
        .filter_map(|link| Some((link.role.as_deref(), integer(&link.to)?)))
        .collect();
    ends.sort_by(|a, b| {
        a.0.cmp(&b.0)
            .then_with(|| refs.order(a.1).cmp(&refs.order(b.1)))
    });
    ends.into_iter()
        .map(|(role, rid)| refs.with_role(rid, role))
        .collect()
}

/// Several words, by role and then as labels are sorted.
fn words(near: &[Link], with_roles: bool) -> Json {
    let mut words: Vec<(Option<&str>, String, &str)> = near
        .iter()
        .filter_map(|link| match &link.to {
            Sql::Text(word) => Some((link.role.as_deref(), fold(word), word.as_str())),
            _ => None,
        })
        .collect();
    words.sort();
    words
        .into_iter()
        .map(|(role, _, word)| {
            if with_roles {
                json!({"text": word, "role": role})
            } else {
                word.into()
            }
        })
        .collect()
}

fn contested(
    connection: &Connection,
    list: &str,
    cells: &mut BTreeMap<i64, BTreeSet<u8>>,
) -> Result<()> {
    let mut select = connection.prepare_cached(
        "SELECT rid, col FROM contested WHERE rid IN (SELECT value FROM json_each(?1))",
    )?;
    let mut rows = select.query((list,))?;
    while let Some(row) = rows.next()? {
        cells
            .entry(row.get(0)?)
            .or_default()
            .insert(field_number(row.get(1)?));
    }
    Ok(())
}

/// The records that a publication created.
fn published(connection: &Connection, list: &str, records: &mut BTreeSet<i64>) -> Result<()> {
    let mut select = connection.prepare_cached(
        "SELECT DISTINCT c.rid FROM json_each(?1) j CROSS JOIN change c ON c.rid = j.value AND c.col = 0 \
         WHERE c.chain IN (SELECT chain FROM chain WHERE kind = 'publication')",
    )?;
    let mut rows = select.query((list,))?;
    while let Some(row) = rows.next()? {
        records.insert(row.get(0)?);
    }
    Ok(())
}

/// The cells of published records whose shown value is not the publication's.
fn own(connection: &Connection, list: &str, cells: &mut BTreeMap<i64, BTreeSet<u8>>) -> Result<()> {
    // The shown head is the greatest by hybrid time, site as shown, number; with one head there is nothing to compare.
    let mut select = connection.prepare_cached(
        "SELECT h.rid, h.col FROM json_each(?1) j CROSS JOIN head h ON h.rid = j.value AND h.col <> 0 \
         JOIN chain n ON n.chain = h.chain WHERE n.kind <> 'publication' AND NOT EXISTS ( \
           SELECT 1 FROM head o JOIN chain m ON m.chain = o.chain \
           JOIN change c ON c.chain = h.chain AND c.seq = h.seq \
           JOIN change d ON d.chain = o.chain AND d.seq = o.seq \
           WHERE o.rid = h.rid AND o.col = h.col AND m.kind = 'publication' \
             AND (d.hlc, coalesce(m.branch, m.site), d.seq) > (c.hlc, coalesce(n.branch, n.site), c.seq))",
    )?;
    let mut rows = select.query((list,))?;
    while let Some(row) = rows.next()? {
        cells
            .entry(row.get(0)?)
            .or_default()
            .insert(field_number(row.get(1)?));
    }
    // Links are records of their own, which depend on their near end.
    let mut select = connection.prepare_cached(
        "SELECT DISTINCT r.owner, r.tbl FROM json_each(?1) j CROSS JOIN record r ON r.owner = j.value \
         JOIN head h ON h.rid = r.rid AND h.col = 0 JOIN chain n ON n.chain = h.chain \
         WHERE n.kind <> 'publication'",
    )?;
    let mut rows = select.query((list,))?;
    while let Some(row) = rows.next()? {
        if let Some(link) = kinds::link_by_table(row.get(1)?) {
            cells
                .entry(row.get(0)?)
                .or_default()
                .insert(link.field.number);
        }
    }
    Ok(())
}

/// The number of the field that a column belongs to; the upper byte of a column is the language.
pub(super) fn field_number(column: u16) -> u8 {
    (column & 0xff) as u8
}

/// A time in milliseconds as answers give it.
pub fn moment(milliseconds: i64) -> Json {
    DateTime::from_timestamp_millis(milliseconds).map_or(Json::Null, |time| {
        time.to_rfc3339_opts(SecondsFormat::Secs, true).into()
    })
}

fn integer(value: &Sql) -> Option<i64> {
    match value {
        Sql::Integer(number) => Some(*number),
        _ => None,
    }
}

fn text(value: Sql) -> Option<String> {
    match value {
        Sql::Text(text) => Some(text),
        _ => None,
    }
}

fn plain(value: Sql) -> Json {
    match value {
        Sql::Text(text) => text.into(),
        Sql::Integer(number) => number.into(),
        Sql::Null | Sql::Real(_) | Sql::Blob(_) => Json::Null,
    }
}

fn blob_id(value: Sql) -> Json {
    match value {
        Sql::Blob(bytes) => Uuid::from_slice(&bytes).map_or(Json::Null, |id| id.to_string().into()),
        _ => Json::Null,
    }
}
