//! The columns of the kinds' tables as a view may see them.

use domain::kind::{Field, Kind, Personal};
use domain::{Language, kinds};

use super::View;

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
