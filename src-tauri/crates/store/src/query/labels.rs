//! What records are called, and references to them.

use std::collections::{BTreeMap, HashMap};

use domain::kind::{Field, Kind, Label};
use domain::{Language, kinds};
use rusqlite::Connection;
use serde_json::{Map, Value as Json, json};
use uuid::Uuid;

use super::statement::numbers;
use super::{View, columns, path};
use crate::error::{Error, Result};

/// What stands between the labels of the records that a record is called by.
const BETWEEN: &str = " · ";
/// The most characters of a label; what is called by a long text is called by its beginning.
const LONGEST: usize = 200;

/// The first line of a text, cut where it is too long to call something by.
fn shortened(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default().trim();
    match line.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", line[..at].trim_end()),
        None => line.to_owned(),
    }
}

/// Whether `record.label` is the label in the view's language.
///
/// It is kept in English where there is English, so that lists in other languages work labels out as they go.
pub(super) fn is_stored(kind: &Kind, view: View) -> bool {
    let names: &[&str] = match &kind.label {
        Label::References(_) => return false,
        Label::Fields(names) => names,
        Label::Numbered(_, title) => std::slice::from_ref(title),
    };
    view.lang == Language::En
        || !names
            .iter()
            .any(|name| kind.field(name).is_some_and(Field::is_multilingual))
}

/// The label of a row of a kind's table, as SQL; `record` is the alias of its row in `record`.
pub(super) fn label(kind: &'static Kind, alias: &str, record: &str, view: View) -> String {
    if is_stored(kind, view) {
        return format!("{record}.label");
    }
    match kind.label {
        Label::Fields(names) => first_known(kind, names, alias, view),
        Label::Numbered(number, title) => {
            numbered(kind, number, title, alias, view, |number, title| {
                format!("{number} || '. ' || {title}")
            })
        }
        Label::References(names) => joined(kind, names, alias, view, false),
    }
}

/// The label as it is compared and sorted by, as SQL.
pub(super) fn folded(kind: &'static Kind, alias: &str, record: &str, view: View) -> String {
    if is_stored(kind, view) {
        return format!("{record}.sort");
    }
    match kind.label {
        Label::Fields(names) => format!("fold({})", first_known(kind, names, alias, view)),
        // As `record.sort` is written: padded, so that 10 comes after 9.
        Label::Numbered(number, title) => {
            numbered(kind, number, title, alias, view, |number, title| {
                format!("printf('%06d ', {number}) || fold({title})")
            })
        }
        Label::References(names) => joined(kind, names, alias, view, true),
    }
}

/// The folded text of the label, without what only serves its order.
pub(super) fn searched(kind: &'static Kind, alias: &str, record: &str, view: View) -> String {
    match kind.label {
        Label::Numbered(..) => format!("fold({})", label(kind, alias, record, view)),
        Label::Fields(_) | Label::References(_) => folded(kind, alias, record, view),
    }
}

fn first_known(kind: &Kind, names: &[&str], alias: &str, view: View) -> String {
    let columns: Vec<String> = names
        .iter()
        .filter_map(|name| kind.field(name))
        .map(|field| {
            if field.is_multilingual() {
                columns::printed(field, alias, view)
            } else {
                columns::seen(kind, field, alias, view)
            }
        })
        .collect();
    match columns.as_slice() {
        [only] => only.clone(),
        _ => format!("coalesce({})", columns.join(", ")),
    }
}

fn numbered(
    kind: &Kind,
    number: &str,
    title: &str,
    alias: &str,
    view: View,
    with: impl Fn(&str, &str) -> String,
) -> String {
    let number = first_known(kind, &[number], alias, view);
    let title = format!("coalesce({}, '')", first_known(kind, &[title], alias, view));
    format!(
        "CASE WHEN {number} IS NULL THEN {title} ELSE {} END",
        with(&number, &title)
    )
}

fn joined(kind: &'static Kind, names: &[&str], alias: &str, view: View, fold: bool) -> String {
    let parts: Vec<String> = names
        .iter()
        .filter_map(|name| kind.field(name))
        .map(|field| {
            let rid = columns::seen(kind, field, alias, view);
            of_reference(&path::targets(kind, field), &rid, alias, view, fold)
        })
        .collect();
    format!("nullif(concat_ws('{BETWEEN}', {}), '')", parts.join(", "))
}

/// The label of the record whose local number an expression gives, as SQL; folded where it is to be compared.
pub(super) fn of_reference(
    targets: &[&'static Kind],
    rid: &str,
    outer: &str,
    view: View,
    fold: bool,
) -> String {
    let alias = format!("{outer}_far");
    if targets.iter().all(|kind| is_stored(kind, view)) {
        let column = if fold { "sort" } else { "label" };
        return format!("(SELECT {alias}.{column} FROM record {alias} WHERE {alias}.rid = {rid})");
    }
    let labels: Vec<String> = targets
        .iter()
        .map(|kind| {
            let record = format!("{alias}_record");
            let text = if fold {
                folded(kind, &alias, &record, view)
            } else {
                label(kind, &alias, &record, view)
            };
            format!(
                "(SELECT {text} FROM \"{}\" {alias} JOIN record {record} ON {record}.rid = {alias}.rid \
                 WHERE {alias}.rid = {rid})",
                kind.name
            )
        })
        .collect();
    match labels.as_slice() {
        [only] => only.clone(),
        _ => format!("coalesce({})", labels.join(", ")),
    }
}

/// A record as others refer to it.
#[derive(Debug)]
struct Known {
    id: Uuid,
    table: u16,
    label: Option<String>,
    order: Option<String>,
}

/// References to the records of an answer, fetched together.
#[derive(Debug, Default)]
pub(super) struct Refs(HashMap<i64, Known>);

impl Refs {
    /// Fetches what the records are called.
    pub(super) fn load(connection: &Connection, mut rids: Vec<i64>, view: View) -> Result<Refs> {
        rids.sort_unstable();
        rids.dedup();
        let mut known = HashMap::with_capacity(rids.len());
        if rids.is_empty() {
            return Ok(Refs(known));
        }
        let mut other: BTreeMap<u16, Vec<i64>> = BTreeMap::new();
        let mut select = connection.prepare_cached(
            "SELECT rid, id, tbl, label, sort FROM record WHERE rid IN (SELECT value FROM json_each(?1))",
        )?;
        let mut rows = select.query((numbers(&rids),))?;
        while let Some(row) = rows.next()? {
            let rid = row.get(0)?;
            let table = row.get(2)?;
            if kinds::by_table(table).is_some_and(|kind| !is_stored(kind, view)) {
                other.entry(table).or_default().push(rid);
            }
            let (label, order) = (row.get(3)?, row.get(4)?);
            known.insert(
                rid,
                Known {
                    id: Uuid::from_bytes(row.get(1)?),
                    table,
                    label,
                    order,
                },
            );
        }
        for (table, rids) in other {
            let Some(kind) = kinds::by_table(table) else {
                continue;
            };
            let mut select = connection.prepare_cached(&format!(
                "SELECT t.rid, {}, {} FROM \"{}\" t JOIN record r ON r.rid = t.rid \
                 WHERE t.rid IN (SELECT value FROM json_each(?1))",
                label(kind, "t", "r", view),
                folded(kind, "t", "r", view),
                kind.name
            ))?;
            let mut rows = select.query((numbers(&rids),))?;
            while let Some(row) = rows.next()? {
                if let Some(one) = known.get_mut(&row.get(0)?) {
                    one.label = row
                        .get::<_, Option<String>>(1)?
                        .map(|label| shortened(&label));
                    one.order = row.get(2)?;
                }
            }
        }
        Ok(Refs(known))
    }

    /// The reference as answers give it; null for no record.
    pub(super) fn json(&self, rid: i64) -> Json {
        self.0
            .get(&rid)
            .map_or(Json::Null, |known| Json::Object(known.object()))
    }

    /// The reference as a member of a list, with its role.
    pub(super) fn with_role(&self, rid: i64, role: Option<&str>) -> Json {
        let Some(known) = self.0.get(&rid) else {
            return Json::Null;
        };
        let mut object = known.object();
        if let Some(role) = role {
            object.insert("role".to_owned(), role.into());
        }
        Json::Object(object)
    }

    /// What the record is called.
    pub(super) fn label(&self, rid: i64) -> Option<&str> {
        self.0.get(&rid)?.label.as_deref()
    }

    /// The record's id.
    pub(super) fn id(&self, rid: i64) -> Option<Uuid> {
        Some(self.0.get(&rid)?.id)
    }

    /// What to sort by: label, those without one last, then id.
    pub(super) fn order(&self, rid: i64) -> (bool, &str, Option<Uuid>) {
        let known = self.0.get(&rid);
        let order = known.and_then(|known| known.order.as_deref());
        (
            order.is_none(),
            order.unwrap_or_default(),
            known.map(|known| known.id),
        )
    }
}

impl Known {
    fn object(&self) -> Map<String, Json> {
        let mut object = Map::with_capacity(4);
        object.insert("id".to_owned(), self.id.to_string().into());
        object.insert("table".to_owned(), table_name(self.table).into());
        object.insert(
            "label".to_owned(),
            self.label.as_deref().map_or(Json::Null, Json::from),
        );
        object
    }
}

/// The name of a table in answers; of one that this build does not know, its number.
pub(super) fn table_name(table: u16) -> String {
    match (kinds::by_table(table), kinds::link_by_table(table)) {
        (Some(kind), _) => kind.name.to_owned(),
        (None, Some(link)) => format!("{}.{}", link.kind.name, link.field.name),
        (None, None) => table.to_string(),
    }
}

/// The label that `record.label` or a folded column gives, as it is printed.
pub(super) fn printed(label: Option<String>) -> Json {
    label.map_or(Json::Null, |label| json!(shortened(&label)))
}

/// A reference to a record by its local number: id, table and label.
///
/// # Errors
/// A defect where there is no such record, or where the file cannot be read.
pub fn reference(connection: &Connection, rid: i64, view: &View) -> Result<Json> {
    match Refs::load(connection, vec![rid], *view)?.json(rid) {
        Json::Null => Err(Error::Defect(format!(
            "no record has the local number {rid}"
        ))),
        reference => Ok(reference),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_one_line_of_bounded_length() {
        assert_eq!(shortened("  Save lives \nand more"), "Save lives");
        let long = shortened(&"é".repeat(300));
        assert_eq!(
            long.chars().count(),
            LONGEST + 1,
            "the sign of the cut comes after what is kept"
        );
        assert!(long.ends_with('…'));
    }

    #[test]
    fn what_a_record_is_called_by_has_a_label_of_its_own() {
        // One step only: SQL of labels would otherwise grow with every record between.
        for kind in kinds::KINDS {
            let Label::References(names) = kind.label else {
                continue;
            };
            for name in names {
                let field = kind
                    .field(name)
                    .unwrap_or_else(|| panic!("{} has no {name}", kind.name));
                for target in path::targets(kind, field) {
                    assert!(
                        !matches!(target.label, Label::References(_)),
                        "{} by {}",
                        kind.name,
                        target.name
                    );
                }
            }
        }
    }
}
