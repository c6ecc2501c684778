//! Conditions (`status=in_progress|delayed`, `group.kind=workstream`, `timeline@2023`) as SQL.

use chrono::{DateTime, Days, NaiveDate, NaiveTime};
use domain::input::{self, Comparison, Condition, InputError};
use domain::kind::{Field, Type};
use domain::{Kind, Value, fold::fold, vocabulary};
use rusqlite::Connection;
use rusqlite::types::Value as Sql;

use super::path::{Common, Part, Way, follow, targets};
use super::period::{self, Period};
use super::statement::{Bound, numbers};
use super::{View, columns, key, labels, life};
use crate::closing;
use crate::error::{Error, Result};

/// Makes conditions into SQL.
pub(super) struct Filter<'a> {
    pub(super) connection: &'a Connection,
    pub(super) view: View,
    pub(super) bound: &'a mut Bound,
}

/// Whether an activity belongs to a workplan that was adopted, as SQL.
fn is_adopted(alias: &str) -> String {
    format!(
        "{alias}.workplan IN (SELECT rid FROM workplan WHERE adopted_at IS NOT NULL AND life = {})",
        life::LIVE
    )
}

/// Whether a condition asks for the life of the listed records themselves.
pub(super) fn asks_for_life(kind: &Kind, conditions: &[Condition]) -> bool {
    conditions.iter().any(|condition| {
        matches!(condition.path.as_slice(), [only] if only.eq_ignore_ascii_case("life"))
            && kind.field("life").is_none()
    })
}

impl Filter<'_> {
    /// All conditions together, each with an `AND` before it.
    ///
    /// # Errors
    /// Refuses unknown fields and codes, keys nothing answers to, and comparisons that do not fit the field.
    pub(super) fn all(
        &mut self,
        kind: &'static Kind,
        alias: &str,
        conditions: &[Condition],
    ) -> Result<String> {
        let mut sql = String::new();
        for condition in conditions {
            sql.push_str(" AND ");
            sql.push_str(&self.one(kind, alias, condition)?);
        }
        Ok(sql)
    }

    fn one(&mut self, kind: &'static Kind, alias: &str, condition: &Condition) -> Result<String> {
        let Condition {
            path,
            comparison,
            values,
        } = condition;
        let given: Vec<&str> = values
            .iter()
            .map(String::as_str)
            .filter(|value| !value.is_empty())
            .collect();
        let or_empty = given.len() < values.len() || values.is_empty();
        let negated = *comparison == Comparison::NotEqual;
        let comparison = if negated {
            Comparison::Equal
        } else {
            *comparison
        };
        if or_empty && comparison != Comparison::Equal {
            return Err(Error::BadComparison {
                field: path.join("."),
            });
        }
        let mut any = Vec::with_capacity(2);
        if or_empty {
            let filled = self.filled(kind, alias, path)?;
            any.push(if negated && given.is_empty() {
                return Ok(format!("({filled})"));
            } else {
                empty(&filled)
            });
        }
        if !given.is_empty() {
            any.push(self.holds(kind, alias, path, comparison, &given)?);
        }
        let any = any.join(" OR ");
        // Without a value no comparison holds, and so its contrary does.
        Ok(if negated {
            format!("NOT ifnull({any}, 0)")
        } else {
            format!("({any})")
        })
    }

    /// The condition that something is given.
    fn filled(&mut self, kind: &'static Kind, alias: &str, path: &[String]) -> Result<String> {
        Ok(match follow(kind, path)? {
            Way::Through(field, able) => {
                let rid = columns::seen(kind, field, alias, self.view);
                self.through(&able, &rid, |filter, target, inner| {
                    filter.filled(target, inner, &path[1..])
                })?
            }
            Way::Common(Common::Label) => format!("{} IS NOT NULL", self.label(kind, alias)),
            Way::Common(Common::SinceAdopted) => is_adopted(alias),
            Way::Common(Common::Comments) => format!("{} > 0", columns::comments(alias)),
            Way::Common(_) => "1 IS NOT NULL".to_owned(),
            Way::Field(field, part) => match (&field.ty, part) {
                (Type::Text, Some(Part::Language(language))) => {
                    format!("{} IS NOT NULL", columns::text(field, language, alias))
                }
                (Type::Text, _) => {
                    format!("{} IS NOT NULL", columns::printed(field, alias, self.view))
                }
                (Type::Links(_) | Type::Owned(_), _) => {
                    let several = columns::several(kind, field).unwrap_or_default();
                    format!("{alias}.rid IN (SELECT \"from\" FROM {several})")
                }
                (Type::Provenance, part) => {
                    format!(
                        "{} IS NOT NULL",
                        columns::beside(field, provenance_part(part), alias)
                    )
                }
                _ => format!(
                    "{} IS NOT NULL",
                    columns::seen(kind, field, alias, self.view)
                ),
            },
        })
    }

    /// The condition that a comparison holds with any of the values; null counts as not.
    fn holds(
        &mut self,
        kind: &'static Kind,
        alias: &str,
        path: &[String],
        comparison: Comparison,
        values: &[&str],
    ) -> Result<String> {
        match follow(kind, path)? {
            Way::Through(field, able) => {
                let rid = columns::seen(kind, field, alias, self.view);
                let able = self.able(able, &path[1..], comparison, values)?;
                self.through(&able, &rid, |filter, target, inner| {
                    filter.holds(target, inner, &path[1..], comparison, values)
                })
            }
            Way::Common(common) => self.common(kind, alias, common, comparison, values),
            Way::Field(field, part) => self.field(kind, alias, field, part, comparison, values),
        }
    }

    /// The kinds in which a comparison makes sense.
    ///
    /// A field of one name can differ from kind to kind; a value that only some of them can have asks those.
    fn able(
        &self,
        kinds: Vec<&'static Kind>,
        path: &[String],
        comparison: Comparison,
        values: &[&str],
    ) -> Result<Vec<&'static Kind>> {
        let mut able = Vec::with_capacity(kinds.len());
        let mut refusal = None;
        for kind in kinds {
            let mut aside = Bound::default();
            let mut filter = Filter {
                connection: self.connection,
                view: self.view,
                bound: &mut aside,
            };
            match filter.holds(kind, "x", path, comparison, values) {
                Ok(_) => able.push(kind),
                Err(error) => refusal = Some(error),
            }
        }
        match refusal {
            Some(error) if able.is_empty() => Err(error),
            _ => Ok(able),
        }
    }

    /// The condition that the record of a local number is one of these kinds and fulfils a condition.
    fn through(
        &mut self,
        able: &[&'static Kind],
        rid: &str,
        mut condition: impl FnMut(&mut Self, &'static Kind, &str) -> Result<String>,
    ) -> Result<String> {
        let mut any = Vec::with_capacity(able.len());
        for target in able {
            let inner = self.bound.alias();
            let condition = condition(self, target, &inner)?;
            any.push(format!(
                "{rid} IN (SELECT {inner}.rid FROM \"{}\" {inner} WHERE {condition})",
                target.name
            ));
        }
        Ok(match any.as_slice() {
            [only] => only.clone(),
            _ => format!("({})", any.join(" OR ")),
        })
    }

    fn label(&mut self, kind: &'static Kind, alias: &str) -> String {
        let record = format!("{alias}_record");
        let text = labels::searched(kind, alias, &record, self.view);
        format!("(SELECT {text} FROM record {record} WHERE {record}.rid = {alias}.rid)")
    }

    fn common(
        &mut self,
        kind: &'static Kind,
        alias: &str,
        common: Common,
        comparison: Comparison,
        values: &[&str],
    ) -> Result<String> {
        let bad = || Error::BadComparison {
            field: common.name().to_owned(),
        };
        match common {
            Common::Id => {
                if comparison != Comparison::Equal {
                    return Err(bad());
                }
                let rids = values
                    .iter()
                    .map(|value| {
                        key::by_id(self.connection, &[kind], value)
                            .map_err(|error| error.about("id"))
                    })
                    .collect::<Result<Vec<i64>>>()?;
                Ok(format!("{alias}.rid IN ({})", self.bound.put_all(rids)))
            }
            Common::Life => {
                if comparison != Comparison::Equal {
                    return Err(bad());
                }
                let lives = values
                    .iter()
                    .map(|value| life_number(value))
                    .collect::<Result<Vec<i64>>>()?;
                Ok(format!("{alias}.life IN ({})", self.bound.put_all(lives)))
            }
            Common::Label => {
                let label = self.label(kind, alias);
                self.compared_text(&label, comparison, values)
                    .ok_or_else(bad)
            }
            Common::Comments => {
                let count = columns::comments(alias);
                let sign = match comparison {
                    Comparison::Equal => "=",
                    other => sign(other).ok_or_else(bad)?,
                };
                self.any(values, |filter, value| {
                    let number: i64 = value
                        .parse()
                        .map_err(|_| bad_value(common.name(), value, "integer"))?;
                    Ok(format!("{count} {sign} {}", filter.bound.put(number)))
                })
            }
            Common::SinceAdopted => {
                if comparison != Comparison::Equal {
                    return Err(bad());
                }
                let written = numbers(&closing::since_adopted(self.connection)?);
                self.any(values, |filter, value| {
                    let list = filter.bound.put(written.clone());
                    let not = match value {
                        "true" => "",
                        "false" => "NOT ",
                        _ => return Err(bad_value(common.name(), value, "flag")),
                    };
                    Ok(format!(
                        "({} AND {alias}.rid {not}IN (SELECT value FROM json_each({list})))",
                        is_adopted(alias)
                    ))
                })
            }
            Common::CreatedAt | Common::ChangedAt => {
                let name = common.name();
                let column = format!("(SELECT {name} FROM record WHERE rid = {alias}.rid)");
                self.any(values, |filter, value| {
                    let span =
                        milliseconds(value).ok_or_else(|| bad_value(name, value, "moment"))?;
                    filter.instant(&column, comparison, span).ok_or_else(bad)
                })
            }
        }
    }

    fn instant(
        &mut self,
        column: &str,
        comparison: Comparison,
        (first, last): (i64, i64),
    ) -> Option<String> {
        let mut edge = |edge: i64| self.bound.put(edge);
        Some(match comparison {
            Comparison::Less => format!("{column} < {}", edge(first)),
            Comparison::Greater => format!("{column} > {}", edge(last)),
            Comparison::LessOrEqual => format!("{column} <= {}", edge(last)),
            Comparison::GreaterOrEqual => format!("{column} >= {}", edge(first)),
            Comparison::Equal | Comparison::SurelyWithin | Comparison::PossiblyWithin => {
                format!("{column} BETWEEN {} AND {}", edge(first), edge(last))
            }
            Comparison::NotEqual | Comparison::Contains => return None,
        })
    }

    fn field(
        &mut self,
        kind: &'static Kind,
        alias: &str,
        field: &'static Field,
        part: Option<Part>,
        comparison: Comparison,
        values: &[&str],
    ) -> Result<String> {
        let bad = || Error::BadComparison {
            field: field.name.to_owned(),
        };
        let column = columns::seen(kind, field, alias, self.view);
        match &field.ty {
            Type::Text => {
                let all = match part {
                    Some(Part::Language(language)) => vec![columns::text(field, language, alias)],
                    _ if matches!(comparison, Comparison::Equal | Comparison::Contains) => {
                        columns::texts(field, alias)
                    }
                    _ => vec![columns::printed(field, alias, self.view)],
                };
                let any: Vec<String> = all
                    .iter()
                    .map(|column| {
                        self.compared_text(&format!("fold({column})"), comparison, values)
                            // Most texts are given in few languages: the test is cheaper than folding nothing.
                            .map(|holds| format!("({column} IS NOT NULL AND {holds})"))
                    })
                    .collect::<Option<_>>()
                    .ok_or_else(bad)?;
                Ok(format!("({})", any.join(" OR ")))
            }
            Type::Plain => self
                .compared_text(&format!("fold({column})"), comparison, values)
                .ok_or_else(bad),
            Type::Position => self.plainly(field, &column, comparison, values, |value| {
                Ok(Sql::Text(value.to_owned()))
            }),
            Type::Integer => {
                self.plainly(
                    field,
                    &column,
                    comparison,
                    values,
                    |value| match input::value(field, value)? {
                        Value::Integer(number) => Ok(Sql::Integer(number)),
                        _ => Err(bad_value(field.name, value, "integer")),
                    },
                )
            }
            Type::Flag | Type::Erased => {
                if comparison != Comparison::Equal {
                    return Err(bad());
                }
                self.plainly(
                    field,
                    &column,
                    comparison,
                    values,
                    |value| match input::value(field, value)? {
                        Value::Flag(flag) => Ok(Sql::Integer(i64::from(flag))),
                        _ => Err(bad_value(field.name, value, "flag")),
                    },
                )
            }
            Type::Code(_) | Type::Currency(_) => self.code(field, &column, comparison, values),
            Type::Date | Type::Moment => self.date(field, &column, comparison, values),
            Type::Vague => self.vague(field, alias, comparison, values),
            Type::Reference(_) | Type::SameAs | Type::Parent => {
                self.reference(field, &targets(kind, field), &column, comparison, values)
            }
            Type::Links(_) | Type::Owned(_) => self.several(kind, field, alias, comparison, values),
            Type::Amount => self.amount(field, &column, comparison, values),
            Type::Provenance => {
                let column = columns::beside(field, provenance_part(part), alias);
                match part {
                    Some(Part::Address) => self
                        .compared_text(&format!("fold({column})"), comparison, values)
                        .ok_or_else(bad),
                    Some(Part::Retrieved) => self.date(field, &column, comparison, values),
                    _ => {
                        if !matches!(comparison, Comparison::Equal) {
                            return Err(bad());
                        }
                        let codes = values
                            .iter()
                            .map(|value| standing(field, value))
                            .collect::<Result<Vec<_>>>()?;
                        Ok(format!("{column} IN ({})", self.bound.put_all(codes)))
                    }
                }
            }
            Type::Closing => Err(bad()),
        }
    }

    /// Any of several values.
    fn any(
        &mut self,
        values: &[&str],
        mut one: impl FnMut(&mut Self, &str) -> Result<String>,
    ) -> Result<String> {
        let any = values
            .iter()
            .map(|value| one(self, value))
            .collect::<Result<Vec<_>>>()?;
        Ok(match any.as_slice() {
            [only] => only.clone(),
            _ => format!("({})", any.join(" OR ")),
        })
    }

    /// A folded text compared with texts; none where texts are not compared like that.
    fn compared_text(
        &mut self,
        folded: &str,
        comparison: Comparison,
        values: &[&str],
    ) -> Option<String> {
        let sign = match comparison {
            Comparison::Equal => {
                let values: Vec<String> = values.iter().map(|value| fold(value)).collect();
                return Some(format!("{folded} IN ({})", self.bound.put_all(values)));
            }
            Comparison::Contains => {
                let any: Vec<String> = values
                    .iter()
                    .map(|value| format!("instr({folded}, {}) > 0", self.bound.put(fold(value))))
                    .collect();
                return Some(match any.as_slice() {
                    [only] => only.clone(),
                    _ => format!("({})", any.join(" OR ")),
                });
            }
            other => sign(other)?,
        };
        let any: Vec<String> = values
            .iter()
            .map(|value| format!("{folded} {sign} {}", self.bound.put(fold(value))))
            .collect();
        Some(format!("({})", any.join(" OR ")))
    }

    /// A column compared as SQLite compares.
    fn plainly(
        &mut self,
        field: &Field,
        column: &str,
        comparison: Comparison,
        values: &[&str],
        read: impl Fn(&str) -> Result<Sql>,
    ) -> Result<String> {
        let read = values
            .iter()
            .map(|value| read(value))
            .collect::<Result<Vec<Sql>>>()?;
        match (comparison, sign(comparison)) {
            (Comparison::Equal, _) => Ok(self.equal(column, read)),
            (_, Some(sign)) => {
                let any: Vec<String> = read
                    .into_iter()
                    .map(|value| format!("{column} {sign} {}", self.bound.put(value)))
                    .collect();
                Ok(format!("({})", any.join(" OR ")))
            }
            (_, None) => Err(Error::BadComparison {
                field: field.name.to_owned(),
            }),
        }
    }

    fn equal<V: Into<Sql>>(&mut self, column: &str, values: Vec<V>) -> String {
        let several = values.len() > 1;
        let places = self.bound.put_all(values);
        if several {
            format!("{column} IN ({places})")
        } else {
            format!("{column} = {places}")
        }
    }

    fn code(
        &mut self,
        field: &Field,
        column: &str,
        comparison: Comparison,
        values: &[&str],
    ) -> Result<String> {
        match comparison {
            Comparison::Equal => {
                let mut codes = Vec::with_capacity(values.len());
                for value in values {
                    codes.push(match input::value(field, value)? {
                        Value::Text(code)
                        | Value::Money {
                            currency: Some(code),
                            ..
                        } => code,
                        _ => return Err(bad_value(field.name, value, "code")),
                    });
                }
                Ok(self.equal(column, codes))
            }
            Comparison::Contains => self
                .compared_text(&format!("fold({column})"), comparison, values)
                .ok_or_else(|| Error::BadComparison {
                    field: field.name.to_owned(),
                }),
            _ => Err(Error::BadComparison {
                field: field.name.to_owned(),
            }),
        }
    }

    fn date(
        &mut self,
        field: &Field,
        column: &str,
        comparison: Comparison,
        values: &[&str],
    ) -> Result<String> {
        let bad = || Error::BadComparison {
            field: field.name.to_owned(),
        };
        let is_moment = matches!(field.ty, Type::Moment);
        let expects = if is_moment { "moment" } else { "date" };
        if comparison == Comparison::Contains {
            return self
                .compared_text(column, comparison, values)
                .ok_or_else(bad);
        }
        self.any(values, |filter, value| {
            let exact = is_moment
                .then(|| input::moment(value.trim()))
                .flatten()
                .filter(|text| text.len() > 10);
            if let Some(exact) = exact {
                // A moment is compared with a moment as text; one known to the day only is its midnight.
                let sign = if comparison == Comparison::Equal {
                    "="
                } else {
                    sign(comparison).ok_or_else(bad)?
                };
                return Ok(format!("{column} {sign} {}", filter.bound.put(exact)));
            }
            if comparison == Comparison::Equal {
                let day = input::date(value.trim())
                    .ok_or_else(|| bad_value(field.name, value, expects))?;
                let whole = if is_moment && day.len() == 10 {
                    format!("substr({column}, 1, 10)")
                } else {
                    column.to_owned()
                };
                return Ok(format!("{whole} = {}", filter.bound.put(day)));
            }
            let period =
                Period::read(value).ok_or_else(|| bad_value(field.name, value, expects))?;
            period::compare(
                &period::span_of_date(column),
                comparison,
                &period,
                filter.bound,
            )
            .ok_or_else(bad)
        })
    }

    fn vague(
        &mut self,
        field: &Field,
        alias: &str,
        comparison: Comparison,
        values: &[&str],
    ) -> Result<String> {
        let bad = || Error::BadComparison {
            field: field.name.to_owned(),
        };
        let text = format!("{alias}.\"{}\"", field.name);
        match comparison {
            Comparison::Contains => self
                .compared_text(&format!("fold({text})"), comparison, values)
                .ok_or_else(bad),
            Comparison::Equal => {
                let edtf: Vec<String> = values
                    .iter()
                    .filter_map(|value| input::reading(value, None).edtf)
                    .collect();
                let texts: Vec<String> = values.iter().map(|value| (*value).to_owned()).collect();
                let printed = self.equal(&text, texts);
                if edtf.is_empty() {
                    return Ok(printed);
                }
                let read = self.equal(&columns::beside(field, "edtf", alias), edtf);
                Ok(format!("({printed} OR {read})"))
            }
            _ => {
                let span = period::Span {
                    first: columns::beside(field, "first", alias),
                    last: columns::beside(field, "last", alias),
                    given: format!("{text} IS NOT NULL"),
                };
                self.any(values, |filter, value| {
                    let period =
                        Period::read(value).ok_or_else(|| bad_value(field.name, value, "vague"))?;
                    period::compare(&span, comparison, &period, filter.bound).ok_or_else(bad)
                })
            }
        }
    }

    fn reference(
        &mut self,
        field: &Field,
        targets: &[&'static Kind],
        column: &str,
        comparison: Comparison,
        values: &[&str],
    ) -> Result<String> {
        match comparison {
            Comparison::Equal => {
                let rids = values
                    .iter()
                    .map(|value| self.key(field, targets, value))
                    .collect::<Result<Vec<i64>>>()?;
                Ok(self.equal(column, rids))
            }
            Comparison::Contains => {
                let called = self.called(targets, values);
                Ok(format!("{column} IN ({called})"))
            }
            _ => Err(Error::BadComparison {
                field: field.name.to_owned(),
            }),
        }
    }

    /// The condition that one of the several things a field tells is any of the values.
    fn several(
        &mut self,
        kind: &'static Kind,
        field: &'static Field,
        alias: &str,
        comparison: Comparison,
        values: &[&str],
    ) -> Result<String> {
        let targets = targets(kind, field);
        let condition = match (columns::tells_records(field), comparison) {
            (false, Comparison::Equal | Comparison::Contains) => self
                .compared_text("fold(far)", comparison, values)
                .unwrap_or_default(),
            (true, Comparison::Equal) => {
                let mut any = Vec::new();
                for value in values {
                    let (rid, role) = self.key_and_role(field, &targets, value)?;
                    let far = self.bound.put(rid);
                    any.push(match role {
                        Some(role) => format!("(far = {far} AND role = {})", self.bound.put(role)),
                        None => format!("far = {far}"),
                    });
                }
                any.join(" OR ")
            }
            (true, Comparison::Contains) => format!("far IN ({})", self.called(&targets, values)),
            _ => {
                return Err(Error::BadComparison {
                    field: field.name.to_owned(),
                });
            }
        };
        let several = columns::several(kind, field).unwrap_or_default();
        Ok(format!(
            "{alias}.rid IN (SELECT \"from\" FROM {several} WHERE {condition})"
        ))
    }

    /// A select of the local numbers of records whose label contains one of the texts.
    fn called(&mut self, targets: &[&'static Kind], values: &[&str]) -> String {
        let selects: Vec<String> = targets
            .iter()
            .map(|target| {
                let alias = self.bound.alias();
                let record = format!("{alias}_record");
                let label = labels::searched(target, &alias, &record, self.view);
                let holds = self.compared_text(&label, Comparison::Contains, values).unwrap_or_default();
                format!(
                    "SELECT {alias}.rid FROM \"{}\" {alias} JOIN record {record} ON {record}.rid = {alias}.rid \
                     WHERE {holds}",
                    target.name
                )
            })
            .collect();
        selects.join(" UNION ALL ")
    }

    fn key(&self, field: &Field, targets: &[&'static Kind], value: &str) -> Result<i64> {
        key::in_any_life(self.connection, targets, value).map_err(|error| error.about(field.name))
    }

    /// A key, or a key and a role after a colon where the links have roles.
    fn key_and_role(
        &self,
        field: &Field,
        targets: &[&'static Kind],
        value: &str,
    ) -> Result<(i64, Option<String>)> {
        let role = field
            .links()
            .and_then(|links| links.roles)
            .zip(value.rsplit_once(':'))
            .filter(|(roles, (_, role))| roles.codes.contains(role));
        match (self.key(field, targets, value), role) {
            (Err(Error::KeyNotFound { .. }), Some((_, (value, role)))) => {
                Ok((self.key(field, targets, value)?, Some(role.to_owned())))
            }
            (found, _) => Ok((found?, None)),
        }
    }

    fn amount(
        &mut self,
        field: &Field,
        column: &str,
        comparison: Comparison,
        values: &[&str],
    ) -> Result<String> {
        let mut amounts = Vec::with_capacity(values.len());
        for value in values {
            amounts.push(
                input::amount(value.trim())
                    .ok_or_else(|| bad_value(field.name, value, "amount"))?,
            );
        }
        if comparison == Comparison::Equal {
            return Ok(self.equal(column, amounts));
        }
        let sign = sign(comparison).ok_or_else(|| Error::BadComparison {
            field: field.name.to_owned(),
        })?;
        let any: Vec<String> = amounts
            .into_iter()
            .map(|amount| {
                format!(
                    "CAST({column} AS REAL) {sign} CAST({} AS REAL)",
                    self.bound.put(amount)
                )
            })
            .collect();
        Ok(format!("({})", any.join(" OR ")))
    }
}

/// The sign of a comparison of order.
fn sign(comparison: Comparison) -> Option<&'static str> {
    Some(match comparison {
        Comparison::Less => "<",
        Comparison::LessOrEqual => "<=",
        Comparison::Greater => ">",
        Comparison::GreaterOrEqual => ">=",
        Comparison::Equal
        | Comparison::NotEqual
        | Comparison::Contains
        | Comparison::SurelyWithin
        | Comparison::PossiblyWithin => return None,
    })
}

/// The contrary of "something is given", in a form that an index can answer where there is one.
fn empty(filled: &str) -> String {
    match filled.strip_suffix(" IS NOT NULL") {
        Some(column) => format!("{column} IS NULL"),
        None => format!("NOT ifnull({filled}, 0)"),
    }
}

fn provenance_part(part: Option<Part>) -> &'static str {
    match part {
        Some(Part::Address) => "address",
        Some(Part::Retrieved) => "retrieved",
        _ => "standing",
    }
}

fn standing(field: &Field, value: &str) -> Result<String> {
    let code = value.trim().replace(['-', ' '], "_").to_lowercase();
    let codes = vocabulary::STANDING.codes;
    if codes.contains(&code.as_str()) {
        return Ok(code);
    }
    Err(InputError::UnknownCode {
        field: field.name.to_owned(),
        value: value.to_owned(),
        nearest: domain::nearest::nearest(value, codes.iter().copied()),
    }
    .into())
}

fn life_number(value: &str) -> Result<i64> {
    let code = value.trim().to_lowercase();
    life::NAMES
        .iter()
        .find(|(name, _)| *name == code)
        .map(|(_, number)| *number)
        .ok_or_else(|| {
            InputError::UnknownCode {
                field: "life".to_owned(),
                value: value.to_owned(),
                nearest: domain::nearest::nearest(value, life::NAMES.iter().map(|(name, _)| *name)),
            }
            .into()
        })
}

fn bad_value(field: &str, value: &str, expects: &'static str) -> Error {
    InputError::BadValue {
        field: field.to_owned(),
        value: value.to_owned(),
        expects,
    }
    .into()
}

/// The first and last millisecond of what a text names: a second, or a period of whole days in UTC.
fn milliseconds(value: &str) -> Option<(i64, i64)> {
    let value = value.trim();
    if let Some(exact) = input::moment(value).filter(|text| text.len() > 10) {
        let first = DateTime::parse_from_rfc3339(&exact)
            .ok()?
            .timestamp_millis();
        return Some((first, first + 999));
    }
    let period = Period::read(value)?;
    let start =
        |day: &str| -> Option<NaiveDate> { NaiveDate::parse_from_str(day, "%Y-%m-%d").ok() };
    let midnight = |day: NaiveDate| day.and_time(NaiveTime::MIN).and_utc().timestamp_millis();
    let first = match &period.first {
        Some(day) => midnight(start(day)?),
        None => i64::MIN,
    };
    let last = match &period.last {
        Some(day) => midnight(start(day)?.checked_add_days(Days::new(1))?) - 1,
        None => i64::MAX,
    };
    Some((first, last))
}
