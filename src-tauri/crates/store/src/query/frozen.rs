//! What was closed, as it stood when it was.

use std::collections::{BTreeMap, BTreeSet};

use changelog::codec;
use domain::kind::{Label, Type};
use domain::{Kind, Language, Value, kinds};
use rusqlite::Connection;
use serde_json::{Map, Value as Json, json};
use uuid::Uuid;

use super::cells::{Teller, cell_names};
use super::record::{Shape, moment};
use super::{View, life};
use crate::apply::Effect;
use crate::closing::{self, Part};
use crate::error::Result;
use crate::lineage::Place;
use crate::past::Past;

/// Something closed: when and by whom, and what it covers.
pub(super) struct Closed<'e, 'c> {
    effect: &'e Effect<'c>,
    place: Place,
    past: Past<'e, 'c>,
    parts: Vec<Part>,
}

impl<'e, 'c> Closed<'e, 'c> {
    /// Reads the closing of a record; none where it is open.
    pub(super) fn read(effect: &'e Effect<'c>, rid: i64) -> Result<Option<Closed<'e, 'c>>> {
        let Some(head) = closing::closing(effect, rid)? else {
            return Ok(None);
        };
        Ok(Some(Closed {
            effect,
            place: head.place,
            past: Past::new(effect, closing::cover(effect, &head)?),
            parts: closing::parts(effect.connection, rid)?,
        }))
    }

    /// The network as it was when it was closed.
    pub(super) fn past(&mut self) -> &mut Past<'e, 'c> {
        &mut self.past
    }

    /// When it was closed.
    pub(super) fn at(&self) -> Result<Json> {
        let wall: i64 = self
            .effect
            .connection
            .prepare_cached(
                "SELECT wall FROM txn WHERE chain = ?1 AND first <= ?2 ORDER BY first DESC LIMIT 1",
            )?
            .query_row((self.place.chain, self.place.seq), |row| row.get(0))?;
        Ok(moment(wall))
    }

    /// The records that were frozen with it, the record itself first, as they stood. References are called what they are
    /// called now.
    pub(super) fn records(&mut self, view: &View) -> Result<Vec<(i64, Json)>> {
        let connection = self.effect.connection;
        let teller = Teller::new(connection, *view);
        let parts: Vec<(Part, &'static Kind)> = self
            .parts
            .iter()
            .filter_map(|part| Some((*part, kinds::by_table(part.table)?)))
            .collect();
        // What nobody wrote to since reads as it does now, and is asked for together.
        let mut same: BTreeMap<u16, Vec<i64>> = BTreeMap::new();
        let mut told: BTreeMap<i64, Json> = BTreeMap::new();
        for (part, kind) in &parts {
            if !self.is_moved(part.rid)? {
                if part.life == life::LIVE {
                    same.entry(part.table).or_default().push(part.rid);
                }
            } else if self.past.life(part.rid)? == life::LIVE {
                told.insert(part.rid, self.record(&teller, part, kind, view)?);
            }
        }
        for (table, rids) in same {
            if let Some(kind) = kinds::by_table(table) {
                let rows = Shape::new(kind, None, *view)?.rows(connection, &rids)?;
                told.extend(rids.into_iter().zip(rows));
            }
        }
        Ok(parts
            .iter()
            .filter_map(|(part, _)| Some((part.rid, told.remove(&part.rid)?)))
            .collect())
    }

    /// Whether a record, or a link of it, was written to after it was closed.
    fn is_moved(&self, rid: i64) -> Result<bool> {
        let mut select = self.effect.connection.prepare_cached(
            "SELECT c.chain, c.seq FROM change c WHERE c.rid = ?1 UNION ALL
             SELECT c.chain, c.seq FROM record l JOIN change c ON c.rid = l.rid WHERE l.owner = ?1 AND l.tbl >= 64",
        )?;
        let mut rows = select.query((rid,))?;
        while let Some(row) = rows.next()? {
            if !self.past.cover().holds(Place::from_row(row)?) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn record(
        &mut self,
        teller: &Teller<'_>,
        part: &Part,
        kind: &'static Kind,
        view: &View,
    ) -> Result<Json> {
        let mut select = self
            .effect
            .connection
            .prepare_cached("SELECT DISTINCT col FROM change WHERE rid = ?1 AND col <> 0")?;
        let columns: BTreeSet<u16> = select
            .query_map((part.rid,), |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        let mut record = Map::new();
        record.insert("id".to_owned(), part.id.to_string().into());
        record.insert("table".to_owned(), kind.name.into());
        record.insert("life".to_owned(), "live".into());
        for field in kind.all_fields() {
            if field.links().is_none() {
                record.insert(field.name.to_owned(), Json::Null);
            }
        }
        let mut texts: BTreeMap<&str, Vec<(Language, String)>> = BTreeMap::new();
        for column in columns {
            let value = self.past.value(part.rid, column)?;
            let value = value.map_or(Value::Null, |bytes| codec::read_value(&bytes));
            let language = Language::from_number((column >> 8) as u8);
            let field = kind.fields.iter().chain(kinds::COMMON).find(|field| {
                matches!(field.ty, Type::Text) && u16::from(field.number) == column & 0xff
            });
            if let (Some(field), Some(language), Value::Text(text)) = (field, language, &value) {
                texts
                    .entry(field.name)
                    .or_default()
                    .push((language, text.clone()));
                continue;
            }
            let names = cell_names(kind, column);
            let values = teller.cell(kind, part.rid, column, &value)?;
            record.extend(
                names
                    .into_iter()
                    .zip(values)
                    .filter(|(name, _)| !name.contains('.')),
            );
        }
        for (name, texts) in texts {
            let shown = view
                .lang
                .fallbacks()
                .find_map(|wanted| texts.iter().find(|(language, _)| *language == wanted));
            record.insert(
                format!("{name}_text"),
                shown.map(|(_, text)| text.clone()).into(),
            );
            let all: Map<String, Json> = texts
                .into_iter()
                .map(|(language, text)| (language.code().to_owned(), text.into()))
                .collect();
            record.insert(name.to_owned(), Json::Object(all));
        }
        self.linked(teller, part, kind, &mut record)?;
        let label = label(kind, &record);
        record.insert("label".to_owned(), label.unwrap_or_default().into());
        // What was closed is one text: nothing of it waits to be settled.
        record.insert("contested".to_owned(), Json::Array(Vec::new()));
        Ok(Json::Object(record))
    }

    fn linked(
        &mut self,
        teller: &Teller<'_>,
        part: &Part,
        kind: &'static Kind,
        record: &mut Map<String, Json>,
    ) -> Result<()> {
        for field in kind.fields {
            let Some(links) = field.links() else {
                continue;
            };
            let mut select = self.effect.connection.prepare_cached(
                "SELECT rid FROM record WHERE owner = ?1 AND tbl = ?2 ORDER BY id",
            )?;
            let rids = select
                .query_map((part.rid, links.table), |row| row.get(0))?
                .collect::<rusqlite::Result<Vec<i64>>>()?;
            let mut ends = Vec::new();
            for rid in rids {
                if self.past.life(rid)? == life::LIVE
                    && let Some(value) = self.past.value(rid, kinds::EXISTS)?
                {
                    ends.push(teller.end(&codec::read_value(&value))?);
                }
            }
            record.insert(field.name.to_owned(), ends.into());
        }
        Ok(())
    }
}

/// What a record was called, by its own fields or by what it referred to.
fn label(kind: &Kind, record: &Map<String, Json>) -> Option<String> {
    let (Label::Fields(names) | Label::References(names)) = kind.label else {
        return None;
    };
    let said = |name: &&str| {
        let value = match record.get(&format!("{name}_text")) {
            Some(text) => text,
            None => record.get(*name)?,
        };
        let text = value.as_str().or_else(|| value["label"].as_str());
        text.map(str::to_owned)
    };
    names.iter().find_map(said)
}

/// What a record that is closed reads for ever: when it was closed, the record, and the records that it owns as `rows`; none
/// where it is open, or is of a kind that is not closed.
///
/// # Errors
/// Where the file cannot be read.
pub fn frozen(connection: &Connection, rid: i64, view: &View) -> Result<Option<Json>> {
    let (id, table): ([u8; 16], u16) = connection
        .prepare_cached("SELECT id, tbl FROM record WHERE rid = ?1")?
        .query_row((rid,), |row| Ok((row.get(0)?, row.get(1)?)))?;
    let freezes =
        kinds::by_table(table).is_some_and(|kind| closing::closed_with(kind) == Some(kind.name));
    if !freezes {
        return Ok(None);
    }
    let effect = Effect::new(connection);
    let Some(mut closed) = Closed::read(&effect, rid)? else {
        return Ok(None);
    };
    let at = closed.at()?;
    let mut records: Vec<Json> = closed
        .records(view)?
        .into_iter()
        .map(|(_, record)| record)
        .collect();
    let own = Uuid::from_bytes(id).to_string();
    let itself = records
        .iter()
        .position(|record| record["id"] == own.as_str());
    let itself = itself.map(|at| records.remove(at));
    Ok(Some(json!({"at": at, "record": itself, "rows": records})))
}
