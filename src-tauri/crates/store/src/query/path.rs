//! Paths: what `title.fr`, `group.kind` and `provenance.standing` name.

use domain::kind::{Field, Type};
use domain::nearest::nearest;
use domain::{Kind, Language, input, kinds};

use crate::error::{Error, Result};

/// What every record has besides the fields of its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Common {
    Id,
    Life,
    Label,
    CreatedAt,
    ChangedAt,
    /// Whether an activity was written to since its workplan was adopted.
    SinceAdopted,
    /// How many comments there are of it.
    Comments,
}

impl Common {
    pub(super) const ALL: [(&'static str, Common); 7] = [
        ("id", Common::Id),
        ("life", Common::Life),
        ("label", Common::Label),
        ("created_at", Common::CreatedAt),
        ("changed_at", Common::ChangedAt),
        ("since_adopted", Common::SinceAdopted),
        ("comments", Common::Comments),
    ];

    /// Whether records of a kind have it.
    pub(super) fn is_of(self, kind: &Kind) -> bool {
        self != Common::SinceAdopted || kind.name == "activity"
    }

    pub(super) fn name(self) -> &'static str {
        Common::ALL
            .iter()
            .find(|(_, common)| *common == self)
            .map_or("", |(name, _)| name)
    }
}

/// A part of a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Language(Language),
    Address,
    Retrieved,
    Standing,
}

/// Where the first name of a path leads.
#[derive(Debug)]
pub(super) enum Way {
    /// The path ends at what every record has.
    Common(Common),
    /// The path ends at a field or a part of one.
    Field(&'static Field, Option<Part>),
    /// The path goes on in the records a field refers to; only those kinds are named in which it can.
    Through(&'static Field, Vec<&'static Kind>),
}

/// Follows the first name of a path.
///
/// # Errors
/// [`Error::UnknownField`] with the nearest names, or an unknown language.
pub(super) fn follow(kind: &'static Kind, path: &[String]) -> Result<Way> {
    let Some((name, rest)) = path.split_first() else {
        return Err(unknown(&[kind], ""));
    };
    let Some(field) = kind.field(name) else {
        let lower = name.replace('-', "_").to_lowercase();
        let common = Common::ALL.iter().find(|(name, _)| *name == lower);
        return match common {
            Some((_, common)) if rest.is_empty() && common.is_of(kind) => Ok(Way::Common(*common)),
            _ => Err(unknown(&[kind], name)),
        };
    };
    let Some(next) = rest.first() else {
        return Ok(Way::Field(field, None));
    };
    let whole = || path.join(".");
    match field.ty {
        Type::Text if rest.len() == 1 => Ok(Way::Field(
            field,
            Some(Part::Language(input::language(field, next)?)),
        )),
        Type::Provenance if rest.len() == 1 => {
            let part = match next.as_str() {
                "address" => Part::Address,
                "retrieved" => Part::Retrieved,
                "standing" => Part::Standing,
                _ => {
                    return Err(Error::UnknownField {
                        kind: kind.name.into(),
                        given: whole(),
                        nearest: nearest(next, ["address", "retrieved", "standing"]),
                    });
                }
            };
            Ok(Way::Field(field, Some(part)))
        }
        Type::Reference(_) | Type::SameAs | Type::Parent => {
            let targets = targets(kind, field);
            let able: Vec<&'static Kind> = targets
                .iter()
                .copied()
                .filter(|target| follow(target, rest).is_ok())
                .collect();
            match (able.is_empty(), targets.as_slice()) {
                (false, _) => Ok(Way::Through(field, able)),
                // With one kind its own refusal says more: an unknown language, a name further down the path.
                (true, [only]) => follow(only, rest).and(Err(unknown(&[only], next))),
                (true, _) => Err(unknown(&targets, next)),
            }
        }
        _ => Err(Error::UnknownField {
            kind: kind.name.into(),
            given: whole(),
            nearest: Vec::new(),
        }),
    }
}

/// The kinds of record a field refers to.
pub(super) fn targets(kind: &'static Kind, field: &Field) -> Vec<&'static Kind> {
    match field.ty {
        Type::Parent | Type::SameAs => vec![kind],
        _ => field
            .targets()
            .iter()
            .filter_map(|name| kinds::by_name(name))
            .collect(),
    }
}

/// Says that a kind has no such field, and which names are near.
pub(crate) fn unknown_field(kind: &'static Kind, given: &str) -> Error {
    unknown(&[kind], given)
}

/// Says that none of the kinds has such a field, and which names are near.
pub(super) fn unknown(kinds: &[&'static Kind], given: &str) -> Error {
    let mut names: Vec<&str> = Vec::new();
    for kind in kinds {
        for name in kind.told_fields().map(|field| field.name) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
    }
    let common = Common::ALL.iter();
    names.extend(
        common
            .filter(|(_, common)| kinds.iter().any(|kind| common.is_of(kind)))
            .map(|(name, _)| *name),
    );
    let kinds: Vec<&str> = kinds.iter().map(|kind| kind.name).collect();
    Error::UnknownField {
        kind: kinds.join(", "),
        given: given.to_owned(),
        nearest: nearest(given, names),
    }
}
