//! EDTF, the standard form: read and written.
//!
//! EDTF is a profile of ISO 8601-2 in three levels. Level 0 has dates, times of day and intervals; level 1 seasons,
//! qualification (`?` uncertain, `~` approximate, `%` both), unspecified digits and open or unknown ends of intervals;
//! level 2 groups of months (33 to 41), sets, and qualification of single components.

use chrono::NaiveTime;

use super::{Beyond, Period, Point, Span, Structure, TimeError, Undated, Unit};

/// No sensible reading is longer; a set of a hundred days fits.
const LONGEST: usize = 2_000;

/// Reads EDTF.
pub(super) fn parse(text: &str) -> Result<Structure, TimeError> {
    let text = text.trim();
    if text.is_empty() || text.len() > LONGEST || !text.is_ascii() {
        return Err(TimeError::NotEdtf);
    }
    // Level 2, set representation: braces for all members, brackets for one of them.
    for (open, close, every) in [('{', '}', true), ('[', ']', false)] {
        if let Some(rest) = text.strip_prefix(open) {
            let members = rest.strip_suffix(close).ok_or(TimeError::NotEdtf)?;
            let spans = members
                .split(',')
                .map(|member| member_of_set(member.trim()));
            let spans = spans.collect::<Result<Vec<_>, _>>()?;
            return Ok(match spans.as_slice() {
                [only] => Structure::Span(*only),
                _ => Structure::List { spans, every },
            });
        }
    }
    match text.split_once('/') {
        None => Ok(Structure::Span(Span::Single(point(text)?))),
        // Open on both sides: no date is given, and none is missing.
        Some(("..", "..")) => Ok(Structure::Undated(Undated::Ongoing)),
        Some((first, last)) => interval(first, last).map(Structure::Span),
    }
}

/// Levels 0 and 1, time interval: two dots for an open end, nothing for an unknown one.
fn interval(first: &str, last: &str) -> Result<Span, TimeError> {
    let side = |text: &str| match text {
        ".." => Ok(Err(Beyond::Open)),
        "" => Ok(Err(Beyond::Unknown)),
        text => point(text).map(Ok),
    };
    match (side(first)?, side(last)?) {
        (Ok(first), Ok(last)) => range(first, last),
        (Ok(first), Err(beyond)) => Ok(Span::From(first, beyond)),
        (Err(beyond), Ok(last)) => Ok(Span::Until(last, beyond)),
        (Err(_), Err(_)) => Err(TimeError::NotEdtf),
    }
}

fn member_of_set(text: &str) -> Result<Span, TimeError> {
    match text.split_once("..") {
        None => point(text).map(Span::Single),
        Some(("", last)) => point(last).map(|last| Span::Until(last, Beyond::Open)),
        Some((first, "")) => point(first).map(|first| Span::From(first, Beyond::Open)),
        Some((first, last)) => range(point(first)?, point(last)?),
    }
}

fn range(first: Point, last: Point) -> Result<Span, TimeError> {
    let ordered =
        first.period.first() <= last.period.first() && first.period.last() <= last.period.last();
    if ordered {
        Ok(Span::Range(first, last))
    } else {
        Err(TimeError::EndBeforeStart)
    }
}

/// One date with its qualifiers.
///
/// Level 2 allows a qualifier on each component; a date is as doubtful here as its most doubtful component.
fn point(text: &str) -> Result<Point, TimeError> {
    let text = match text.split_once('T') {
        Some((day, time)) if day.len() == "2023-05-03".len() && is_time(time) => day,
        Some(_) => return Err(TimeError::NotEdtf),
        None => text,
    };
    if text.starts_with(['-', '+', 'Y']) {
        return Err(TimeError::YearOutside);
    }
    let (mut approximate, mut uncertain) = (false, false);
    let mut components = Vec::new();
    for component in text.split('-') {
        let mut digits = component;
        for end in [true, false] {
            let (rest, sign) = if end {
                last_sign(digits)
            } else {
                first_sign(digits)
            };
            digits = rest;
            approximate |= matches!(sign, Some('~' | '%'));
            uncertain |= matches!(sign, Some('?' | '%'));
        }
        components.push(digits);
    }
    Ok(Point {
        period: period(&components)?,
        stretch: None,
        approximate,
        uncertain,
    })
}

fn last_sign(text: &str) -> (&str, Option<char>) {
    text.strip_suffix(['~', '?', '%'])
        .map_or((text, None), |rest| (rest, text.chars().next_back()))
}

fn first_sign(text: &str) -> (&str, Option<char>) {
    text.strip_prefix(['~', '?', '%'])
        .map_or((text, None), |rest| (rest, text.chars().next()))
}

/// Level 0, time of day in extended form with seconds, with or without a shift from UTC. Which day is meant stays.
fn is_time(text: &str) -> bool {
    let clock = |text: &str, form: &str| NaiveTime::parse_from_str(text, form).is_ok();
    let (time, shift) = text.split_at(text.find(['Z', '+', '-']).unwrap_or(text.len()));
    let shift_is_one = match shift.strip_prefix(['+', '-']) {
        None => shift.is_empty() || shift == "Z",
        Some(shift) if shift.len() == 2 => clock(&format!("{shift}:00"), "%H:%M"),
        Some(shift) => shift.len() == 5 && clock(shift, "%H:%M"),
    };
    time.len() == 8 && clock(time, "%H:%M:%S") && shift_is_one
}

fn period(components: &[&str]) -> Result<Period, TimeError> {
    let [year, rest @ ..] = components else {
        return Err(TimeError::NotEdtf);
    };
    if year.len() != 4 {
        return Err(TimeError::NotEdtf);
    }
    // Level 1, unspecified digits: the last digit of a year leaves its decade; other years are too vague to be of use.
    if let Some(decade) = year.strip_suffix('X') {
        let tens: i32 = number(decade).ok_or(TimeError::Unsupported)?;
        return match rest {
            [] => Period::part(Unit::Decade, tens * 10, 1).ok_or(TimeError::YearOutside),
            _ => Err(TimeError::Unsupported),
        };
    }
    let year: i32 = number(year).ok_or(TimeError::NotEdtf)?;
    let whole = Period::year(year).ok_or(TimeError::YearOutside)?;
    if rest.iter().any(|digits| digits.len() != 2) {
        return Err(TimeError::NotEdtf);
    }
    let part = |unit, number| Period::part(unit, year, number).ok_or(TimeError::NotEdtf);
    match rest {
        // An unspecified month or day says no more than the year or the month does.
        [] | ["XX"] | ["XX", "XX"] => Ok(whole),
        [month, "XX"] => match number(month) {
            Some(month @ 1..=12) => part(Unit::Month, month),
            _ => Err(TimeError::NotEdtf),
        },
        [group] => match number::<u8>(group).ok_or(TimeError::NotEdtf)? {
            month @ 1..=12 => part(Unit::Month, month),
            // Level 1, seasons; level 2, sub-year groupings.
            season @ 21..=24 => part(Unit::Season, season - 20),
            quarter @ 33..=36 => part(Unit::Quarter, quarter - 32),
            third @ 37..=39 => part(Unit::Third, third - 36),
            half @ 40..=41 => part(Unit::Half, half - 39),
            // Seasons of a named hemisphere.
            25..=32 => Err(TimeError::Unsupported),
            _ => Err(TimeError::NotEdtf),
        },
        ["XX", _] => Err(TimeError::Unsupported),
        [month, day] => match (number(month), number(day)) {
            (Some(month), Some(day)) => Period::day(year, month, day).ok_or(TimeError::NoSuchDay),
            _ => Err(TimeError::NotEdtf),
        },
        _ => Err(TimeError::NotEdtf),
    }
}

fn number<N: std::str::FromStr>(digits: &str) -> Option<N> {
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    digits.parse().ok()
}

/// Writes EDTF; none where no date is given, or where it lies beyond the years that can be named.
///
/// What EDTF has no form for ("early May") is left out; the days are the same.
pub(super) fn write(structure: &Structure) -> Option<String> {
    match structure.inclusive()? {
        Structure::NotUnderstood | Structure::Undated(_) => None,
        Structure::Span(span) => Some(match span {
            Span::Range(first, last) => format!("{}/{}", sign(first), sign(last)),
            Span::Until(last, Beyond::Open) => format!("../{}", sign(last)),
            Span::Until(last, Beyond::Unknown) => format!("/{}", sign(last)),
            Span::From(first, Beyond::Open) => format!("{}/..", sign(first)),
            Span::From(first, Beyond::Unknown) => format!("{}/", sign(first)),
            Span::Single(point) | Span::Before(point) | Span::After(point) => sign(point),
        }),
        Structure::List { spans, every } => {
            // A set knows open ends only: it would say of an unknown one that there is none.
            let member = |span: &Span| match *span {
                Span::Range(first, last) => Some(format!("{}..{}", sign(first), sign(last))),
                Span::Until(last, Beyond::Open) => Some(format!("..{}", sign(last))),
                Span::From(first, Beyond::Open) => Some(format!("{}..", sign(first))),
                Span::Until(_, Beyond::Unknown) | Span::From(_, Beyond::Unknown) => None,
                Span::Single(point) | Span::Before(point) | Span::After(point) => Some(sign(point)),
            };
            let members: Vec<String> = spans.iter().map(member).collect::<Option<_>>()?;
            let (open, close) = if every { ('{', '}') } else { ('[', ']') };
            Some(format!("{open}{}{close}", members.join(",")))
        }
    }
}

/// One date with its qualifier.
fn sign(point: Point) -> String {
    let date = match point.period {
        Period::Day(day) => day.format("%Y-%m-%d").to_string(),
        Period::Part { unit, year, number } => match unit {
            Unit::Month => format!("{year:04}-{number:02}"),
            Unit::Season => format!("{year:04}-{}", 20 + number),
            Unit::Quarter => format!("{year:04}-{}", 32 + number),
            Unit::Third => format!("{year:04}-{}", 36 + number),
            Unit::Half => format!("{year:04}-{}", 39 + number),
            Unit::Year => format!("{year:04}"),
            Unit::Decade => format!("{:03}X", year / 10),
        },
    };
    let qualifier = match (point.approximate, point.uncertain) {
        (true, true) => "%",
        (true, false) => "~",
        (false, true) => "?",
        (false, false) => "",
    };
    date + qualifier
}
