//! The columns of the kinds' tables as a view may see them.

use domain::kind::{Field, Kind, LinkTarget, Personal, Type};
use domain::{Language, kinds};

use super::statement::quoted;
use super::{View, life};
use crate::schema;

/// The column of a field that holds one thing, null where the view may not see it.
pub(super) fn seen(kind: &Kind, field: &Field, alias: &str, view: View) -> String {
    hidden_unless_seen(
        kind,
        field,
        format!("{alias}.\"{}\"", field.name),
        alias,
        view,
    )
}

fn hidden_unless_seen(
    kind: &Kind,
    field: &Field,
    column: String,
    alias: &str,
    view: View,
) -> String {
    match field.personal {
        _ if view.private => column,
        Personal::No => column,
        Personal::Contact => "NULL".to_owned(),
        Personal::NoAttribution => match attribution(kind, alias) {
            Some(confidentiality) => {
                format!(
                    "CASE WHEN {confidentiality} = 'no_attribution' THEN NULL ELSE {column} END"
                )
            }
            None => column,
        },
    }
}

/// How confidential the meeting is that a record belongs to, found through what it depends on.
pub(super) fn attribution(kind: &Kind, alias: &str) -> Option<String> {
    if kind.name == "meeting" {
        return Some(format!("{alias}.\"confidentiality\""));
    }
    let owner = kind.field(kind.owner?)?;
    let [above] = owner.targets() else {
        return None;
    };
    let above = kinds::by_name(above)?;
    let inner = format!("{alias}_owner");
    let confidentiality = attribution(above, &inner)?;
    Some(format!(
        "(SELECT {confidentiality} FROM \"{}\" {inner} WHERE {inner}.rid = {alias}.\"{}\")",
        above.name, owner.name
    ))
}

/// What stands at the ends of a field that tells several things, as a table of `from`, `far` and `role`; none for a
/// field of one thing. What was deleted is not among them.
pub(super) fn several(kind: &Kind, field: &Field) -> Option<String> {
    match field.ty {
        Type::Links(links) => Some(format!(
            "(SELECT \"from\", \"{}\" AS far, role FROM {} WHERE life = {})",
            schema::far_column(&links.to),
            quoted(&schema::link_table(kind, field)),
            life::LIVE
        )),
        Type::Owned(names) => {
            let owned: Vec<String> = names
                .iter()
                .filter_map(|name| kinds::by_name(name))
                .filter_map(|kind| Some((kind, kind.owner?)))
                .map(|(kind, owner)| {
                    format!(
                        "SELECT \"{owner}\" AS \"from\", rid AS far, NULL AS role FROM \"{}\" WHERE life = {}",
                        kind.name,
                        life::LIVE
                    )
                })
                .collect();
            Some(format!("({})", owned.join(" UNION ALL ")))
        }
        _ => None,
    }
}

/// Whether a field tells records at several ends, in contrast to words or to one thing.
pub(super) fn tells_records(field: &Field) -> bool {
    match field.ty {
        Type::Links(links) => matches!(links.to, LinkTarget::Records(_)),
        Type::Owned(_) => true,
        _ => false,
    }
}

/// The column of a text in one language.
pub(super) fn text(field: &Field, language: Language, alias: &str) -> String {
    format!("{alias}.\"{}_{}\"", field.name, language.code())
}

/// The columns of a text in all languages.
pub(super) fn texts(field: &Field, alias: &str) -> Vec<String> {
    Language::ALL
        .into_iter()
        .map(|language| text(field, language, alias))
        .collect()
}

/// How many comments there are of a record, as SQL.
pub(super) fn comments(alias: &str) -> String {
    format!(
        "(SELECT count(*) FROM comment c WHERE c.\"of\" = {alias}.rid AND c.life = {})",
        super::life::LIVE
    )
}

/// A text as the view prints it: in its language, else in the first it is given in.
pub(super) fn printed(field: &Field, alias: &str, view: View) -> String {
    let columns: Vec<String> = view
        .lang
        .fallbacks()
        .map(|language| text(field, language, alias))
        .collect();
    format!("coalesce({})", columns.join(", "))
}

/// A column that belongs to a field and says more about it, such as `timeline_first`.
pub(super) fn beside(field: &Field, part: &str, alias: &str) -> String {
    format!("{alias}.\"{}_{part}\"", field.name)
}
