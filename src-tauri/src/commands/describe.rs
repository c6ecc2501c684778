//! The description of the kinds, for forms and grids.

use std::collections::BTreeMap;

use domain::kind::{Field, LinkTarget, Personal, Type};
use domain::{Kind, Vocabulary, kinds};
use serde_json::{Value as Json, json};

use super::Bare;
use crate::desk::Desk;
use crate::failure::Failure;

pub fn describe(_: &Desk, _: Bare) -> Result<Json, Failure> {
    let mut vocabularies: BTreeMap<&str, Json> = BTreeMap::new();
    let kinds: Vec<Json> = kinds::KINDS
        .iter()
        .map(|kind| {
            let fields: Vec<Json> = kind
                .all_fields()
                .map(|field| {
                    let roles = field.links().and_then(|links| links.roles);
                    for vocabulary in [field.vocabulary(), roles].into_iter().flatten() {
                        vocabularies.insert(vocabulary.name, codes(vocabulary));
                    }
                    told(kind, field, roles)
                })
                .collect();
            json!({
                "name": kind.name, "table": kind.name, "plural": kind.plural, "readOnly": kind.read_only,
                "tree": kind.is_tree(), "fields": fields,
            })
        })
        .collect();
    Ok(json!({"kinds": kinds, "vocabularies": vocabularies}))
}

fn codes(vocabulary: &Vocabulary) -> Json {
    json!({"codes": vocabulary.codes, "open": vocabulary.open})
}

fn told(kind: &Kind, field: &Field, roles: Option<&Vocabulary>) -> Json {
    // A parent and what it is the same as are records of the kind itself.
    let targets = match field.ty {
        Type::Parent | Type::SameAs => &[kind.name][..],
        _ => field.targets(),
    };
    json!({
        "name": field.name,
        "type": holds(field.ty),
        "vocabulary": field.vocabulary().map(|vocabulary| vocabulary.name),
        "roles": roles.map(|vocabulary| vocabulary.name),
        "targets": targets,
        "personal": field.personal != Personal::No,
        "computed": matches!(field.ty, Type::Closing | Type::Erased),
    })
}

const fn holds(ty: Type) -> &'static str {
    match ty {
        Type::Text => "text",
        Type::Plain => "plain",
        Type::Integer => "integer",
        Type::Flag | Type::Erased => "flag",
        Type::Date => "date",
        Type::Moment => "moment",
        Type::Vague => "vague",
        Type::Code(_) => "code",
        Type::Reference(_) | Type::Parent | Type::SameAs => "reference",
        Type::Links(links) => match links.to {
            LinkTarget::Records(_) => "references",
            LinkTarget::Words => "words",
        },
        Type::Amount => "money",
        Type::Currency(_) => "currency",
        Type::Position => "position",
        Type::Provenance => "provenance",
        Type::Closing => "vector",
        Type::Owned(_) => "owned",
    }
}
