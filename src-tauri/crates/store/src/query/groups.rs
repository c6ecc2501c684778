//! Lists counted by the value of a field.

use domain::input::Condition;
use domain::kind::{Field, Kind, LinkTarget, Type};
use rusqlite::Connection;
use rusqlite::types::Value as Sql;
use serde_json::{Map, Value as Json, json};

use super::labels::Refs;
use super::list::{ListQuery, filter};
use super::order::in_order_of;
use super::path::{Part, Way, follow};
use super::statement::{Bound, quoted};
use super::{View, columns, life};
use crate::error::{Error, Result};
use crate::schema;

/// The status that counts where none is given.
pub(super) const UNKNOWN: &str = "unknown";

/// The SQL of a value to count by.
pub(super) struct Value {
    /// What records are counted together by.
    pub(super) key: String,
    /// How it is printed.
    text: String,
    /// How the groups are sorted; references are sorted by label afterwards.
    order: String,
    pub(super) what: What,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    References,
    Flags,
    Plain,
}

/// The records that share a value.
struct Group {
    key: Sql,
    text: Sql,
    count: i64,
    by_status: Vec<(String, i64)>,
}

/// Counts the records of a list by the value of a field: rows of key, label, count, and counts by status where the kind has
/// one.
///
/// The key goes back as a condition: `FIELD=id:KEY` for references, `FIELD=KEY` for others, `FIELD=` for null. A record
/// with several values counts under each.
///
/// # Errors
/// Refuses unknown fields, codes and keys, comparisons that do not fit, and fields that nothing is counted by.
pub fn groups(
    connection: &Connection,
    kind: &'static Kind,
    conditions: &[Condition],
    by: &str,
    view: &View,
) -> Result<Vec<Json>> {
    let query = ListQuery {
        conditions: conditions.to_vec(),
        ..ListQuery::new(kind)
    };
    let mut bound = Bound::default();
    let filter = filter(connection, &query, *view, &mut bound)?;
    let (value, join) = counted(kind, by, *view, &mut bound)?;
    let status = kind
        .field("status")
        .filter(|field| field.vocabulary().is_some());
    let by_status = status.map_or("NULL".to_owned(), |field| {
        columns::seen(kind, field, "t", *view)
    });
    let Value {
        key,
        text,
        order,
        what,
    } = value;
    let sql = format!(
        "SELECT {key}, min({text}), min({order}), {by_status}, count(*) FROM \"{}\" t{join} WHERE {filter} \
         GROUP BY 1, 4 ORDER BY 3 NULLS LAST, 1",
        kind.name,
    );
    let mut select = connection.prepare_cached(&sql)?;
    let mut rows = select.query(bound.values())?;
    let mut groups: Vec<Group> = Vec::new();
    while let Some(row) = rows.next()? {
        let key: Sql = row.get(0)?;
        let count: i64 = row.get(4)?;
        let place = groups
            .iter()
            .rposition(|group| group.key == key)
            .unwrap_or(groups.len());
        if place == groups.len() {
            groups.push(Group {
                key,
                text: row.get(1)?,
                count: 0,
                by_status: Vec::new(),
            });
        }
        let group = &mut groups[place];
        group.count += count;
        if status.is_some() {
            let code = row
                .get::<_, Option<String>>(3)?
                .unwrap_or_else(|| UNKNOWN.to_owned());
            match group.by_status.iter_mut().find(|(known, _)| *known == code) {
                Some((_, known)) => *known += count,
                None => group.by_status.push((code, count)),
            }
        }
    }
    let codes = status
        .and_then(Field::vocabulary)
        .map_or(&[][..], |vocabulary| vocabulary.codes);
    printed(connection, groups, what, codes, *view)
}

/// What the records of a kind, as `t`, are counted by, and what is joined to them for it.
pub(super) fn counted(
    kind: &'static Kind,
    by: &str,
    view: View,
    bound: &mut Bound,
) -> Result<(Value, String)> {
    let path: Vec<String> = by.split('.').map(str::to_owned).collect();
    Ok(match follow(kind, &path)? {
        Way::Field(field, None) if field.links().is_some() => several(kind, field)?,
        _ => (single(kind, "t", &path, view, bound)?, String::new()),
    })
}

impl What {
    /// A key as it goes back as a condition.
    pub(super) fn key(self, key: &Sql, refs: &Refs) -> Json {
        match (self, key) {
            (What::References, Sql::Integer(rid)) => {
                refs.id(*rid).map_or(Json::Null, |id| id.to_string().into())
            }
            (What::Flags, Sql::Integer(flag)) => (*flag != 0).to_string().into(),
            (_, Sql::Text(text)) => text.clone().into(),
            (_, Sql::Integer(number)) => number.to_string().into(),
            _ => Json::Null,
        }
    }
}

/// A field that holds several: each record is counted once for each.
fn several(kind: &'static Kind, field: &'static Field) -> Result<(Value, String)> {
    let Some(links) = field.links() else {
        return Err(Error::BadComparison {
            field: field.name.to_owned(),
        });
    };
    let join = format!(
        " LEFT JOIN {} l ON l.\"from\" = t.rid AND l.life = {}",
        quoted(&schema::link_table(kind, field)),
        life::LIVE
    );
    let value = match links.to {
        LinkTarget::Records(_) => Value {
            key: "l.\"to\"".to_owned(),
            text: "NULL".to_owned(),
            order: "NULL".to_owned(),
            what: What::References,
        },
        LinkTarget::Words => folded("l.word"),
    };
    Ok((value, join))
}

fn folded(text: &str) -> Value {
    Value {
        key: format!("fold({text})"),
        text: text.to_owned(),
        order: format!("fold({text})"),
        what: What::Plain,
    }
}

fn single(
    kind: &'static Kind,
    alias: &str,
    path: &[String],
    view: View,
    bound: &mut Bound,
) -> Result<Value> {
    let bad = || Error::BadComparison {
        field: path.join("."),
    };
    let (field, part) = match follow(kind, path)? {
        Way::Common(_) => return Err(bad()),
        Way::Through(field, able) => {
            let [target] = able.as_slice() else {
                return Err(bad());
            };
            let rid = columns::seen(kind, field, alias, view);
            let inner = bound.alias();
            let value = single(target, &inner, &path[1..], view, bound)?;
            let within = |text: &str| {
                format!(
                    "(SELECT {text} FROM \"{}\" {inner} WHERE {inner}.rid = {rid})",
                    target.name
                )
            };
            return Ok(Value {
                key: within(&value.key),
                text: within(&value.text),
                order: within(&value.order),
                what: value.what,
            });
        }
        Way::Field(field, part) => (field, part),
    };
    let column = columns::seen(kind, field, alias, view);
    let plain = |order: String| Value {
        key: column.clone(),
        text: column.clone(),
        order,
        what: What::Plain,
    };
    Ok(match field.ty {
        Type::Text => match part {
            Some(Part::Language(language)) => folded(&columns::text(field, language, alias)),
            _ => folded(&columns::printed(field, alias, view)),
        },
        Type::Plain => folded(&column),
        Type::Code(vocabulary) => plain(in_order_of(&column, vocabulary.codes)),
        Type::Integer | Type::Date | Type::Moment | Type::Currency(_) => plain(column.clone()),
        Type::Amount => plain(format!("CAST({column} AS REAL)")),
        Type::Flag | Type::Erased => Value {
            what: What::Flags,
            ..plain(column.clone())
        },
        // Times that are written otherwise and mean the same are one group, as for a condition.
        Type::Vague => Value {
            key: format!(
                "coalesce({}, {column})",
                columns::beside(field, "edtf", alias)
            ),
            ..plain(columns::beside(field, "sort", alias))
        },
        Type::Reference(_) | Type::SameAs | Type::Parent => Value {
            order: "NULL".to_owned(),
            what: What::References,
            ..plain(column.clone())
        },
        Type::Provenance => {
            let part = match part {
                Some(Part::Address) => "address",
                Some(Part::Retrieved) => "retrieved",
                _ => "standing",
            };
            let column = columns::beside(field, part, alias);
            Value {
                key: column.clone(),
                text: column.clone(),
                order: column,
                what: What::Plain,
            }
        }
        Type::Links(_) | Type::Owned(_) | Type::Position | Type::Closing => return Err(bad()),
    })
}

fn printed(
    connection: &Connection,
    mut groups: Vec<Group>,
    what: What,
    codes: &[&str],
    view: View,
) -> Result<Vec<Json>> {
    let rid = |group: &Group| match group.key {
        Sql::Integer(rid) => Some(rid),
        _ => None,
    };
    let refs = match what {
        What::References => Refs::load(connection, groups.iter().filter_map(rid).collect(), view)?,
        What::Flags | What::Plain => Refs::default(),
    };
    if what == What::References {
        groups.sort_by(|a, b| {
            let order = |group: &Group| rid(group).map(|rid| refs.order(rid));
            // No reference comes last, as everywhere.
            order(a)
                .is_none()
                .cmp(&order(b).is_none())
                .then_with(|| order(a).cmp(&order(b)))
        });
    }
    let rows = groups.into_iter().map(|mut group| {
        let (key, label) = match (what, &group.key, &group.text) {
            (What::References, Sql::Integer(rid), _) => (
                what.key(&group.key, &refs),
                refs.label(*rid).unwrap_or_default().to_owned(),
            ),
            (What::Flags, Sql::Integer(flag), _) => {
                let flag = (*flag != 0).to_string();
                (flag.clone().into(), flag)
            }
            // Where texts differ in case or accents only, the one that is printed is the key.
            (_, _, text) => match what.key(text, &refs) {
                Json::String(text) => (text.clone().into(), text),
                _ => (Json::Null, String::new()),
            },
        };
        let place = |code: &str| {
            codes
                .iter()
                .position(|known| *known == code)
                .unwrap_or(codes.len())
        };
        group.by_status.sort_by_key(|(code, _)| place(code));
        let counts: Map<String, Json> = group
            .by_status
            .into_iter()
            .map(|(code, count)| (code, count.into()))
            .collect();
        json!({"key": key, "label": label, "count": group.count, "counts": counts})
    });
    Ok(rows.collect())
}
