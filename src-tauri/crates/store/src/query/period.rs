//! Comparing times that are only as exact as what was said.
//!
//! A time lies between its first and its last possible day. A comparison with a period holds *surely* if it holds wherever
//! in that span the time lies, and *possibly* if it holds for some of it.

use chrono::NaiveDate;
use domain::input::{self, Comparison};

use super::statement::Bound;

/// A span of days that a time is compared with; an end that is missing is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Period {
    pub(super) first: Option<String>,
    pub(super) last: Option<String>,
}

impl Period {
    /// Reads a period as people write it; none where no day of it is known.
    pub(super) fn read(text: &str) -> Option<Period> {
        let reading = input::reading(text, None);
        let day = |day: Option<NaiveDate>| day.map(|day| day.format("%Y-%m-%d").to_string());
        let period = Period {
            first: day(reading.first),
            last: day(reading.last),
        };
        (period.first.is_some() || period.last.is_some()).then_some(period)
    }
}

/// The SQL of a time: its first and last possible day, null where not known, and what tells that it is given at all.
pub(super) struct Span {
    pub(super) first: String,
    pub(super) last: String,
    pub(super) given: String,
}

/// The span of a column that holds a day, a month, a year or a moment.
pub(super) fn span_of_date(column: &str) -> Span {
    Span {
        first: format!(
            "CASE length({column}) WHEN 4 THEN {column} || '-01-01' WHEN 7 THEN {column} || '-01' \
             ELSE substr({column}, 1, 10) END"
        ),
        last: format!(
            "CASE length({column}) WHEN 4 THEN {column} || '-12-31' \
             WHEN 7 THEN date({column} || '-01', '+1 month', '-1 day') ELSE substr({column}, 1, 10) END"
        ),
        given: format!("{column} IS NOT NULL"),
    }
}

/// The condition that a time compares like this with a period, as SQL that is true, false or null.
///
/// Equality has no place here: it is of what was written, not of days.
pub(super) fn compare(
    span: &Span,
    comparison: Comparison,
    period: &Period,
    bound: &mut Bound,
) -> Option<String> {
    let Span { first, last, given } = span;
    let mut edge = |day: &Option<String>| day.as_ref().map(|day| bound.put(day.clone()));
    Some(match comparison {
        Comparison::Less => match edge(&period.first) {
            Some(day) => format!("{last} < {day}"),
            None => "0".to_owned(),
        },
        Comparison::Greater => match edge(&period.last) {
            Some(day) => format!("{first} > {day}"),
            None => "0".to_owned(),
        },
        Comparison::LessOrEqual => match edge(&period.last) {
            Some(day) => format!("{last} <= {day}"),
            None => given.clone(),
        },
        Comparison::GreaterOrEqual => match edge(&period.first) {
            Some(day) => format!("{first} >= {day}"),
            None => given.clone(),
        },
        Comparison::SurelyWithin => {
            let after = edge(&period.first).map(|day| format!("{first} >= {day}"));
            let before = edge(&period.last).map(|day| format!("{last} <= {day}"));
            both(after, before)
        }
        Comparison::PossiblyWithin => {
            let not_before = edge(&period.first).map(|day| format!("ifnull({last} >= {day}, 1)"));
            let not_after = edge(&period.last).map(|day| format!("ifnull({first} <= {day}, 1)"));
            format!("{given} AND {}", both(not_before, not_after))
        }
        Comparison::Equal | Comparison::NotEqual | Comparison::Contains => return None,
    })
}

fn both(one: Option<String>, other: Option<String>) -> String {
    match (one, other) {
        (Some(one), Some(other)) => format!("({one} AND {other})"),
        (Some(one), None) | (None, Some(one)) => one,
        (None, None) => "1".to_owned(),
    }
}
