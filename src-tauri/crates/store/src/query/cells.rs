//! Cells of the log as people read them: which fields they show, and what a value says.

use std::cell::RefCell;
use std::collections::HashMap;

use changelog::codec;
use domain::input;
use domain::kind::{Field, Personal, Type};
use domain::value::{Existence, LinkEnd, VectorEntry};
use domain::{Kind, Language, Value, kinds};
use rusqlite::types::Value as Sql;
use rusqlite::{Connection, OptionalExtension};
use serde_json::{Map, Value as Json, json};
use uuid::Uuid;

use super::labels::{Refs, table_name};
use super::record::field_number;
use super::{View, columns};
use crate::error::Result;

/// The name under which a record's existence is told.
pub(super) const EXISTS: &str = "exists";

/// Names the fields that a column shows, as the command line takes them.
///
/// A text names its language (`title.fr`); a tree's place and an amount of money are two fields each. A column that this
/// build does not know is named by its number.
pub fn cell_names(kind: &Kind, column: u16) -> Vec<String> {
    if column == kinds::EXISTS {
        return vec![EXISTS.to_owned()];
    }
    let language = Language::from_number((column >> 8) as u8);
    let names: Vec<String> = fields(kind, column)
        .map(|field| match language {
            Some(language) => format!("{}.{}", field.name, language.code()),
            None => field.name.to_owned(),
        })
        .collect();
    if names.is_empty() {
        vec![format!("{}", field_number(column))]
    } else {
        names
    }
}

fn fields(kind: &Kind, column: u16) -> impl Iterator<Item = &'static Field> {
    let cell = field_number(column);
    kind.all_fields()
        .filter(move |field| kind.cell_number(field) == cell)
}

/// Tells what a value of a record's cell says, as JSON for each of the names of [`cell_names`].
///
/// A personal value is null unless the view is private and this laptop holds it.
///
/// # Errors
/// Where the file cannot be read.
pub fn cell_value(
    connection: &Connection,
    kind: &'static Kind,
    rid: i64,
    column: u16,
    value: &Value,
    view: &View,
) -> Result<Vec<(String, Json)>> {
    let told = Teller::new(connection, *view).cell(kind, rid, column, value)?;
    Ok(cell_names(kind, column).into_iter().zip(told).collect())
}

/// Tells values, and remembers what records are called.
pub(super) struct Teller<'c> {
    connection: &'c Connection,
    view: View,
    called: RefCell<HashMap<Uuid, Json>>,
}

impl<'c> Teller<'c> {
    pub(super) fn new(connection: &'c Connection, view: View) -> Teller<'c> {
        Teller {
            connection,
            view,
            called: RefCell::default(),
        }
    }

    /// What a value of a cell says, for each of the cell's fields.
    pub(super) fn cell(
        &self,
        kind: &'static Kind,
        rid: i64,
        column: u16,
        value: &Value,
    ) -> Result<Vec<Json>> {
        let parts = cell_names(kind, column).len();
        if !self.view.private && self.is_personal(kind, rid, column)? {
            return Ok(vec![Json::Null; parts]);
        }
        Ok(match value {
            Value::Tree { parent, position } if parts == 2 => fields(kind, column)
                .map(|field| match field.ty {
                    Type::Parent => {
                        parent.map_or(Ok(Json::Null), |id| self.reference(kind.table, id))
                    }
                    _ => Ok(position.as_str().into()),
                })
                .collect::<Result<_>>()?,
            Value::Money { amount, currency } if parts == 2 => fields(kind, column)
                .map(|field| {
                    let half = if matches!(field.ty, Type::Amount) {
                        amount
                    } else {
                        currency
                    };
                    half.as_deref().map_or(Json::Null, Json::from)
                })
                .collect(),
            value => {
                let mut told = vec![self.value(value)?];
                told.resize(parts.max(1), Json::Null);
                told
            }
        })
    }

    /// Whether a cell's values are personal data, whatever their form.
    pub(super) fn is_personal(&self, kind: &'static Kind, rid: i64, column: u16) -> Result<bool> {
        let personal = fields(kind, column)
            .map(|field| field.personal)
            .find(|kind| *kind != Personal::No);
        match personal {
            None | Some(Personal::No) => Ok(false),
            Some(Personal::Contact) => Ok(true),
            Some(Personal::NoAttribution) => {
                let Some(confidentiality) = columns::attribution(kind, "t") else {
                    return Ok(false);
                };
                let mut select = self.connection.prepare_cached(&format!(
                    "SELECT {confidentiality} = 'no_attribution' FROM \"{}\" t WHERE t.rid = ?1",
                    kind.name
                ))?;
                let hidden: Option<Option<bool>> =
                    select.query_row((rid,), |row| row.get(0)).optional()?;
                Ok(hidden.flatten().unwrap_or(false))
            }
        }
    }

    fn value(&self, value: &Value) -> Result<Json> {
        Ok(match value {
            Value::Null => Json::Null,
            Value::Flag(flag) => (*flag).into(),
            Value::Integer(number) => (*number).into(),
            Value::Text(text) => text.as_str().into(),
            Value::Vague { text, edtf } => vague(text, edtf.as_deref()),
            Value::Reference { table, id } => self.reference(*table, *id)?,
            Value::Tree { parent, position } => json!({
                "parent": parent.map(|id| id.to_string()), "position": position,
            }),
            Value::Money { amount, currency } => json!({"amount": amount, "currency": currency}),
            Value::Provenance {
                address,
                retrieved,
                standing,
            } => {
                json!({"address": address, "retrieved": retrieved, "standing": standing})
            }
            Value::Existence(Existence::Live { .. }) => "live".into(),
            Value::Existence(Existence::Deleted) => "deleted".into(),
            Value::Vector(entries) => entries_by_site(entries),
            Value::Commitment(commitment) => {
                let mut select = self
                    .connection
                    .prepare_cached("SELECT value FROM personal WHERE commitment = ?1")?;
                let held: Option<Vec<u8>> = select
                    .query_row((commitment,), |row| row.get(0))
                    .optional()?;
                match held.map(|bytes| codec::read_value(&bytes)) {
                    // A commitment to a commitment is no value.
                    None | Some(Value::Commitment(_)) => Json::Null,
                    Some(held) => self.value(&held)?,
                }
            }
            Value::Other(bytes) => codec::diagnostic(bytes).into(),
        })
    }

    /// What stands at the far end of a link, with its role; null where the link was deleted.
    pub(super) fn end(&self, value: &Value) -> Result<Json> {
        let Value::Existence(Existence::Live { end: Some(end), .. }) = value else {
            return Ok(Json::Null);
        };
        let (text, role) = match end {
            LinkEnd::Record { table, id, role } => {
                let reference = self.reference(*table, *id)?;
                let label = reference["label"].as_str().map(str::to_owned);
                (label.unwrap_or_else(|| id.to_string()), role)
            }
            LinkEnd::Word { text, role } => (text.clone(), role),
        };
        Ok(match role {
            Some(role) => format!("{text}:{role}").into(),
            None => text.into(),
        })
    }

    /// A reference to a record by its id, which may not have come yet.
    fn reference(&self, table: u16, id: Uuid) -> Result<Json> {
        if let Some(known) = self.called.borrow().get(&id) {
            return Ok(known.clone());
        }
        let mut select = self
            .connection
            .prepare_cached("SELECT rid FROM record WHERE id = ?1")?;
        let rid: Option<i64> = select
            .query_row((id.as_bytes(),), |row| row.get(0))
            .optional()?;
        let reference = match rid {
            Some(rid) => Refs::load(self.connection, vec![rid], self.view)?.json(rid),
            None => json!({"id": id.to_string(), "table": table_name(table), "label": null}),
        };
        self.called.borrow_mut().insert(id, reference.clone());
        Ok(reference)
    }
}

/// What a closing saw: of each site the last change, by number.
pub(super) fn vector(value: Sql) -> Json {
    match value {
        Sql::Blob(bytes) => match codec::read_vector(&bytes) {
            Ok(entries) => entries_by_site(&entries),
            Err(_) => Json::Null,
        },
        _ => Json::Null,
    }
}

fn entries_by_site(entries: &[VectorEntry]) -> Json {
    let mut sites: Map<String, Json> = Map::new();
    for entry in entries {
        let last = sites.entry(entry.site.to_string()).or_insert(0.into());
        // A site that was forked has several entries.
        if last.as_u64().is_none_or(|last| last < entry.seq) {
            *last = entry.seq.into();
        }
    }
    Json::Object(sites)
}

/// A vague time as answers tell it: the text to the letter and how it is read, with EDTF where it was imported with one.
pub fn vague(text: &str, edtf: Option<&str>) -> Json {
    let reading = input::reading(text, edtf);
    json!({
        "text": text,
        "edtf": reading.edtf,
        "first": reading.first.map(|day| day.to_string()),
        "last": reading.last.map(|day| day.to_string()),
        "precision": reading.precision.code(),
    })
}
