//! What people type to set and to ask: `FIELD=VALUE`, `FIELD+=KEY:role`, `group.kind=workstream`.
//!
//! The command line and the window send the same words, so that there is one grammar and one list of refusals.

use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use thiserror::Error;

use crate::kind::{Field, Type};
use crate::language::Language;
use crate::nearest::nearest;
use crate::time;
use crate::value::Value;

/// Why an input was refused.
#[derive(Debug, Error, Clone, PartialEq, Eq)]
pub enum InputError {
    /// Not of the form `FIELD=VALUE`, `FIELD+=KEY` or `FIELD-=KEY`.
    #[error("{0:?} is not FIELD=VALUE")]
    NotAnAssignment(String),
    /// Not of the form `FIELD OPERATOR VALUE`.
    #[error("{0:?} is not a condition")]
    NotACondition(String),
    /// The value is not one the field can hold.
    #[error("{value:?} is not a value of {field}, which takes {expects}")]
    BadValue {
        /// The field's name.
        field: String,
        /// What was given.
        value: String,
        /// The type's name, for the message `expects-<type>`.
        expects: &'static str,
    },
    /// The code is not in the field's vocabulary.
    #[error("{value:?} is not a code of {field}")]
    UnknownCode {
        /// The field's name.
        field: String,
        /// What was given.
        value: String,
        /// The vocabulary's codes, nearest first.
        nearest: Vec<String>,
    },
    /// The language is not one texts are kept in.
    #[error("{value:?} is not a language of {field}")]
    UnknownLanguage {
        /// The field's name.
        field: String,
        /// What was given.
        value: String,
    },
}

/// What an assignment does to a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// Sets it, or clears it where the value is empty.
    Set,
    /// Adds one to several.
    Add,
    /// Takes one out of several.
    Remove,
}

/// One assignment, read but not yet checked against a kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assignment {
    /// The field's name as typed.
    pub field: String,
    /// The part after a dot: a language, or a part of a provenance.
    pub part: Option<String>,
    /// What it does.
    pub change: Change,
    /// The text after the sign.
    pub value: String,
}

impl Assignment {
    /// One that sets a whole field; an empty value clears it.
    pub fn set(field: &str, value: &str) -> Assignment {
        Assignment {
            field: field.to_owned(),
            part: None,
            change: Change::Set,
            value: value.to_owned(),
        }
    }
}

/// Reads `FIELD=VALUE`, `FIELD.fr=VALUE`, `FIELD+=KEY`, `FIELD-=KEY`.
///
/// # Errors
/// [`InputError::NotAnAssignment`] where there is no sign or no field name before it.
pub fn assignment(text: &str) -> Result<Assignment, InputError> {
    let refuse = || InputError::NotAnAssignment(text.to_owned());
    let (before, value) = text.split_once('=').ok_or_else(refuse)?;
    let (before, change) = match before.as_bytes().last() {
        Some(b'+') => (&before[..before.len() - 1], Change::Add),
        Some(b'-') => (&before[..before.len() - 1], Change::Remove),
        _ => (before, Change::Set),
    };
    let (field, part) = match before.split_once('.') {
        Some((field, part)) => (field, Some(part)),
        None => (before, None),
    };
    if !is_name(field) || part.is_some_and(|part| !is_name(part)) {
        return Err(refuse());
    }
    Ok(Assignment {
        field: field.to_owned(),
        part: part.map(str::to_owned),
        change,
        value: value.to_owned(),
    })
}

/// How a condition compares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparison {
    /// `=`: equals one of the values; contains it, where there are several; is empty, where none is given.
    Equal,
    /// `!=`: the contrary of [`Comparison::Equal`].
    NotEqual,
    /// `~`: contains the text, without case and accents.
    Contains,
    /// `<`: smaller; for vague time, surely before.
    Less,
    /// `<=`: not greater.
    LessOrEqual,
    /// `>`: greater; for vague time, surely after.
    Greater,
    /// `>=`: not smaller.
    GreaterOrEqual,
    /// `@`: for vague time, surely within the period given.
    SurelyWithin,
    /// `@?`: for vague time, possibly within the period given.
    PossiblyWithin,
}

/// One condition, read but not yet checked against a kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    /// The field, or a path of references that ends in one, or in one and a language.
    pub path: Vec<String>,
    /// How it compares.
    pub comparison: Comparison,
    /// The values, of which any will do; empty for "is empty".
    pub values: Vec<String>,
}

/// Reads `FIELD=V`, `FIELD!=V`, `FIELD~V`, `FIELD<V`, `timeline@2023`, `group.kind=workstream`, `status=a|b`.
///
/// # Errors
/// [`InputError::NotACondition`] where there is no operator or no field name before it.
pub fn condition(text: &str) -> Result<Condition, InputError> {
    let refuse = || InputError::NotACondition(text.to_owned());
    let at = text
        .find(['=', '!', '~', '<', '>', '@'])
        .ok_or_else(refuse)?;
    let (path, rest) = text.split_at(at);
    const OPERATORS: &[(&str, Comparison)] = &[
        ("!=", Comparison::NotEqual),
        ("<=", Comparison::LessOrEqual),
        (">=", Comparison::GreaterOrEqual),
        ("@?", Comparison::PossiblyWithin),
        ("=", Comparison::Equal),
        ("~", Comparison::Contains),
        ("<", Comparison::Less),
        (">", Comparison::Greater),
        ("@", Comparison::SurelyWithin),
    ];
    let (sign, comparison) = OPERATORS
        .iter()
        .find(|(sign, _)| rest.starts_with(sign))
        .ok_or_else(refuse)?;
    let path: Vec<String> = path.split('.').map(str::to_owned).collect();
    if path.iter().any(|name| !is_name(name)) {
        return Err(refuse());
    }
    let rest = &rest[sign.len()..];
    let values = if rest.is_empty() {
        Vec::new()
    } else {
        rest.split('|').map(str::to_owned).collect()
    };
    if values.is_empty() && !matches!(comparison, Comparison::Equal | Comparison::NotEqual) {
        return Err(refuse());
    }
    Ok(Condition {
        path,
        comparison: *comparison,
        values,
    })
}

fn is_name(name: &str) -> bool {
    !name.is_empty()
        && name
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-')
}

/// Reads the value of a field that refers to nothing; an empty text clears.
///
/// # Errors
/// [`InputError::BadValue`] or [`InputError::UnknownCode`] where the field cannot hold it.
///
/// References, links, tree places and amounts are not read here, because they need other records or the cell's other
/// half; they are refused as bad values.
pub fn value(field: &Field, text: &str) -> Result<Value, InputError> {
    if text.is_empty() {
        return Ok(Value::Null);
    }
    let bad = |expects| InputError::BadValue {
        field: field.name.to_owned(),
        value: text.to_owned(),
        expects,
    };
    let trimmed = text.trim();
    match &field.ty {
        Type::Text | Type::Plain | Type::Position => {
            if text.contains('\0') {
                return Err(bad("text"));
            }
            Ok(Value::Text(text.to_owned()))
        }
        Type::Integer => trimmed
            .parse()
            .map(Value::Integer)
            .map_err(|_| bad("integer")),
        Type::Flag | Type::Erased => match trimmed.to_ascii_lowercase().as_str() {
            "true" | "yes" | "1" => Ok(Value::Flag(true)),
            "false" | "no" | "0" => Ok(Value::Flag(false)),
            _ => Err(bad("flag")),
        },
        Type::Date => date(trimmed).map(Value::Text).ok_or_else(|| bad("date")),
        Type::Moment => moment(trimmed)
            .map(Value::Text)
            .ok_or_else(|| bad("moment")),
        Type::Vague => {
            if text.contains('\0') {
                return Err(bad("vague"));
            }
            Ok(Value::Vague {
                text: text.to_owned(),
                edtf: None,
            })
        }
        Type::Code(vocabulary) => {
            let code = trimmed.replace(['-', ' '], "_").to_lowercase();
            if vocabulary.codes.contains(&code.as_str()) || (vocabulary.open && is_name(&code)) {
                Ok(Value::Text(code))
            } else {
                Err(InputError::UnknownCode {
                    field: field.name.to_owned(),
                    value: text.to_owned(),
                    nearest: nearest(trimmed, vocabulary.codes.iter().copied()),
                })
            }
        }
        Type::Amount => amount(trimmed)
            .map(|amount| Value::Money {
                amount: Some(amount),
                currency: None,
            })
            .ok_or_else(|| bad("amount")),
        Type::Currency(_) => {
            let code = trimmed.to_ascii_uppercase();
            (code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase()))
                .then_some(Value::Money {
                    amount: None,
                    currency: Some(code),
                })
                .ok_or_else(|| bad("currency"))
        }
        Type::Reference(_) | Type::SameAs | Type::Parent | Type::Links(_) => Err(bad("reference")),
        Type::Provenance => Err(bad("provenance")),
        Type::Closing => Err(bad("closing")),
        Type::Owned(_) => Err(bad("owned")),
    }
}

/// Reads a language code given after a field's name.
///
/// # Errors
/// [`InputError::UnknownLanguage`] where texts are not kept in it.
pub fn language(field: &Field, code: &str) -> Result<Language, InputError> {
    Language::from_code(code).ok_or_else(|| InputError::UnknownLanguage {
        field: field.name.to_owned(),
        value: code.to_owned(),
    })
}

/// Reads an ISO 8601 day, month or year and gives it in canonical form.
pub fn date(text: &str) -> Option<String> {
    let exact = match text.len() {
        4 => format!("{text}-01-01"),
        7 => format!("{text}-01"),
        10 => text.to_owned(),
        _ => return None,
    };
    NaiveDate::parse_from_str(&exact, "%Y-%m-%d").ok()?;
    // chrono takes signs and blanks that ISO 8601 does not.
    text.bytes()
        .all(|b| b.is_ascii_digit() || b == b'-')
        .then(|| text.to_owned())
}

/// Reads an RFC 3339 time, given back in UTC to the second, or an ISO 8601 day.
pub fn moment(text: &str) -> Option<String> {
    if text.len() == 10 {
        return date(text);
    }
    // "2023-05-08T14:00Z" leaves out the seconds, which RFC 3339 wants and people do not write.
    let with_seconds = match text.get(13..14).zip(text.get(16..17)) {
        Some((":", next)) if next != ":" => format!("{}:00{}", &text[..16], &text[16..]),
        _ => text.to_owned(),
    };
    let time = DateTime::parse_from_rfc3339(&with_seconds).ok()?;
    Some(
        time.with_timezone(&Utc)
            .to_rfc3339_opts(SecondsFormat::Secs, true),
    )
}

/// Reads a decimal amount and gives it in canonical form; grouping blanks and commas are taken out.
pub fn amount(text: &str) -> Option<String> {
    let digits: String = text
        .chars()
        .filter(|c| !matches!(c, ' ' | '\u{a0}' | '\u{202f}' | ','))
        .collect();
    let (sign, digits) = match digits.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", digits.as_str()),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let is_number = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty()
        || whole.len() > 18
        || fraction.len() > 6
        || !is_number(whole)
        || !is_number(fraction)
    {
        return None;
    }
    let whole = whole.trim_start_matches('0');
    let fraction = fraction.trim_end_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    let zero = whole == "0" && fraction.is_empty();
    let point = if fraction.is_empty() { "" } else { "." };
    Some(format!(
        "{}{whole}{point}{fraction}",
        if zero { "" } else { sign }
    ))
}

/// The reading of a vague value: the person's correction where there is one, else that of the printed text.
pub fn reading(text: &str, edtf: Option<&str>) -> time::Reading {
    // A correction is checked at the edit door; one that came from elsewhere and cannot be read is passed over.
    time::read_with(text, edtf).unwrap_or_else(|_| time::read(text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kinds;

    #[test]
    fn assignments() {
        let read = |text| assignment(text).map(|a| (a.field, a.part, a.change, a.value));
        assert_eq!(
            read("title=a=b"),
            Ok(("title".into(), None, Change::Set, "a=b".into()))
        );
        assert_eq!(
            read("title.fr=x"),
            Ok(("title".into(), Some("fr".into()), Change::Set, "x".into()))
        );
        assert_eq!(
            read("leads+=IOM:lead"),
            Ok(("leads".into(), None, Change::Add, "IOM:lead".into()))
        );
        assert_eq!(
            read("leads-=IOM"),
            Ok(("leads".into(), None, Change::Remove, "IOM".into()))
        );
        assert_eq!(
            read("order-label="),
            Ok(("order-label".into(), None, Change::Set, String::new()))
        );
        for wrong in ["title", "=x", "ti tle=x", ".fr=x", "a.=x", ""] {
            assert_eq!(
                assignment(wrong),
                Err(InputError::NotAnAssignment(wrong.into())),
                "{wrong}"
            );
        }
    }

    #[test]
    fn conditions() {
        let read =
            |text| condition(text).map(|c| (c.path.join("."), c.comparison, c.values.join("|")));
        assert_eq!(
            read("status=a|b"),
            Ok(("status".into(), Comparison::Equal, "a|b".into()))
        );
        assert_eq!(
            read("group.kind!=x"),
            Ok(("group.kind".into(), Comparison::NotEqual, "x".into()))
        );
        assert_eq!(
            read("number>=3"),
            Ok(("number".into(), Comparison::GreaterOrEqual, "3".into()))
        );
        assert_eq!(
            read("timeline@?2023"),
            Ok(("timeline".into(), Comparison::PossiblyWithin, "2023".into()))
        );
        assert_eq!(
            read("status="),
            Ok(("status".into(), Comparison::Equal, String::new()))
        );
        assert_eq!(
            read("title~a=b"),
            Ok(("title".into(), Comparison::Contains, "a=b".into()))
        );
        for wrong in ["status", "=x", "a..b=x", "title~", "n!3"] {
            assert_eq!(
                condition(wrong),
                Err(InputError::NotACondition(wrong.into())),
                "{wrong}"
            );
        }
    }

    #[test]
    fn values_are_checked_by_type() {
        let activity = kinds::by_name("activity").unwrap();
        let status = activity.field("status").unwrap();
        assert_eq!(
            value(status, "In progress"),
            Ok(Value::Text("in_progress".into()))
        );
        let Err(InputError::UnknownCode { nearest, .. }) = value(status, "progres") else {
            panic!("a code that is none must be refused")
        };
        assert_eq!(nearest[0], "in_progress");
        assert_eq!(value(status, ""), Ok(Value::Null));
        let kind = activity.field("kind").unwrap();
        assert_eq!(
            value(kind, "side event"),
            Ok(Value::Text("side_event".into())),
            "an open list takes others"
        );
    }

    #[test]
    fn dates_moments_and_amounts_have_one_form() {
        assert_eq!(date("2023-02-29"), None);
        assert_eq!(date("2024-02"), Some("2024-02".into()));
        assert_eq!(date("+023"), None);
        assert_eq!(
            moment("2023-05-08T14:00+02:00"),
            Some("2023-05-08T12:00:00Z".into())
        );
        assert_eq!(
            moment("2023-05-08T14:00:30Z"),
            Some("2023-05-08T14:00:30Z".into())
        );
        assert_eq!(
            moment("2023-05-08T14:00"),
            None,
            "a local time without its zone says no point in time"
        );
        assert_eq!(amount("1,250,000.50"), Some("1250000.5".into()));
        assert_eq!(amount("-0.00"), Some("0".into()));
        assert_eq!(amount("12e3"), None);
    }
}
