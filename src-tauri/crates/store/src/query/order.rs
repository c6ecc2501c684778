//! The orders a list can be sorted in, as SQL.

use domain::kind::{Field, Home, Label, Type};
use domain::{Kind, vocabulary};

use super::path::{Common, Part, Way, follow, targets};
use super::statement::Bound;
use super::{View, columns, labels};
use crate::error::{Error, Result};

/// The planned order: of a tree by group and place in the tree, of others by position.
pub(super) const PLANNED: &str = "order";

/// Makes orders into SQL.
pub(super) struct Order<'a> {
    pub(super) view: View,
    pub(super) bound: &'a mut Bound,
}

impl Order<'_> {
    /// The terms of an `ORDER BY`; those without a value come last in both directions, and label and id decide ties.
    ///
    /// # Errors
    /// Refuses unknown fields.
    pub(super) fn terms(
        &mut self,
        kind: &'static Kind,
        alias: &str,
        record: &str,
        sort: &[(String, bool)],
    ) -> Result<String> {
        let mut terms = Vec::new();
        let label = labels::folded(kind, alias, record, self.view);
        for (name, descending) in sort {
            let direction = if *descending { "DESC" } else { "ASC" };
            let keys = if name.eq_ignore_ascii_case(PLANNED) && kind.field(PLANNED).is_none() {
                self.planned(kind, alias)
            } else {
                let path: Vec<String> = name.split('.').map(str::to_owned).collect();
                vec![self.key(kind, alias, record, &path)?]
            };
            terms.extend(
                keys.into_iter()
                    .map(|key| format!("{key} {direction} NULLS LAST")),
            );
        }
        if !terms
            .iter()
            .any(|term| *term == format!("{label} ASC NULLS LAST"))
        {
            terms.push(format!("{label} ASC NULLS LAST"));
        }
        terms.push(format!("{record}.id"));
        Ok(terms.join(", "))
    }

    fn planned(&self, kind: &'static Kind, alias: &str) -> Vec<String> {
        if !kind.is_tree() {
            return vec![format!("{alias}.\"position\"")];
        }
        let mut keys = Vec::new();
        if let Home::Group(name) = kind.home
            && let Some(group) = kind.field(name)
        {
            let rid = columns::seen(kind, group, alias, self.view);
            keys.push(labels::of_reference(
                &targets(kind, group),
                &rid,
                alias,
                self.view,
                true,
            ));
            // Two groups of one name are not mixed.
            keys.push(rid);
        }
        keys.push(format!("{alias}.\"tree\""));
        keys
    }

    fn key(
        &mut self,
        kind: &'static Kind,
        alias: &str,
        record: &str,
        path: &[String],
    ) -> Result<String> {
        Ok(match follow(kind, path)? {
            Way::Through(field, able) => {
                let rid = columns::seen(kind, field, alias, self.view);
                let keys = able
                    .iter()
                    .map(|target| {
                        let inner = self.bound.alias();
                        let inner_record = format!("{inner}_record");
                        let key = self.key(target, &inner, &inner_record, &path[1..])?;
                        Ok(format!(
                            "(SELECT {key} FROM \"{}\" {inner} JOIN record {inner_record} \
                             ON {inner_record}.rid = {inner}.rid WHERE {inner}.rid = {rid})",
                            target.name
                        ))
                    })
                    .collect::<Result<Vec<String>>>()?;
                match keys.as_slice() {
                    [only] => only.clone(),
                    _ => format!("coalesce({})", keys.join(", ")),
                }
            }
            Way::Common(common) => match common {
                Common::Label => labels::folded(kind, alias, record, self.view),
                Common::Id => format!("{record}.id"),
                Common::Life => format!("{alias}.life"),
                Common::CreatedAt => format!("{record}.created_at"),
                Common::ChangedAt => format!("{record}.changed_at"),
                Common::Comments => format!("nullif({}, 0)", columns::comments(alias)),
                Common::SinceAdopted => {
                    return Err(Error::BadComparison {
                        field: common.name().to_owned(),
                    });
                }
            },
            Way::Field(field, part) => self.field(kind, alias, record, field, part),
        })
    }

    fn field(
        &self,
        kind: &'static Kind,
        alias: &str,
        record: &str,
        field: &'static Field,
        part: Option<Part>,
    ) -> String {
        let column = columns::seen(kind, field, alias, self.view);
        match field.ty {
            Type::Text => match part {
                Some(Part::Language(language)) => {
                    format!("fold({})", columns::text(field, language, alias))
                }
                // What the record is called by is kept folded.
                _ if is_only_label(kind, field) && labels::is_stored(kind, self.view) => {
                    format!("{record}.sort")
                }
                _ => format!("fold({})", columns::printed(field, alias, self.view)),
            },
            Type::Plain => format!("fold({column})"),
            Type::Code(vocabulary) => in_order_of(&column, vocabulary.codes),
            Type::Vague => {
                // What has no day sorts after all that has one, whichever way they go.
                let key = columns::beside(field, "sort", alias);
                format!("CASE WHEN {key} < '~' THEN {key} END")
            }
            Type::Reference(_) | Type::SameAs | Type::Parent => {
                labels::of_reference(&targets(kind, field), &column, alias, self.view, true)
            }
            Type::Links(_) | Type::Owned(_) => {
                let several = columns::several(kind, field).unwrap_or_default();
                let inner = format!("{alias}_link");
                let far = format!("{inner}.far");
                let first = if columns::tells_records(field) {
                    labels::of_reference(&targets(kind, field), &far, &inner, self.view, true)
                } else {
                    format!("fold({far})")
                };
                format!(
                    "(SELECT min({first}) FROM {several} {inner} WHERE {inner}.\"from\" = {alias}.rid)"
                )
            }
            Type::Amount => format!("CAST({column} AS REAL)"),
            Type::Provenance => match part {
                Some(Part::Address) => {
                    format!("fold({})", columns::beside(field, "address", alias))
                }
                Some(Part::Retrieved) => columns::beside(field, "retrieved", alias),
                _ => in_order_of(
                    &columns::beside(field, "standing", alias),
                    vocabulary::STANDING.codes,
                ),
            },
            Type::Integer
            | Type::Flag
            | Type::Date
            | Type::Moment
            | Type::Currency(_)
            | Type::Position
            | Type::Closing
            | Type::Erased => column,
        }
    }
}

fn is_only_label(kind: &Kind, field: &Field) -> bool {
    matches!(kind.label, Label::Fields([only]) if *only == field.name)
}

/// The place of a code in its vocabulary; others after all of them, and none for no code.
pub(super) fn in_order_of(column: &str, codes: &[&str]) -> String {
    let mut sql = format!("CASE WHEN {column} IS NULL THEN NULL");
    for (place, code) in codes.iter().enumerate() {
        sql.push_str(&format!(" WHEN {column} = '{code}' THEN {place}"));
    }
    sql.push_str(&format!(" ELSE {} END", codes.len()));
    sql
}
