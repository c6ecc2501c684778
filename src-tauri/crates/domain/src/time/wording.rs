//! How periods and spans are worded where the text gives no wording to keep.

use super::{Beyond, Period, Point, Span, Structure, Unit};
use crate::Language;

const MONTHS: [[&str; 12]; 3] = [
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
    [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ],
];

const SHORT_MONTHS: [[&str; 12]; 3] = [
    [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ],
    [
        "janv", "févr", "mars", "avr", "mai", "juin", "juil", "août", "sept", "oct", "nov", "déc",
    ],
    [
        "ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sept", "oct", "nov", "dic",
    ],
];

const SEASONS: [[&str; 4]; 3] = [
    ["spring", "summer", "autumn", "winter"],
    ["printemps", "été", "automne", "hiver"],
    ["primavera", "verano", "otoño", "invierno"],
];

const STRETCHES: [[&str; 3]; 3] = [
    ["early ", "mid-", "late "],
    ["début ", "mi-", "fin "],
    ["principios de ", "mediados de ", "finales de "],
];

const ORDINALS: [[&str; 4]; 3] = [
    ["first", "second", "third", "fourth"],
    ["premier", "deuxième", "troisième", "quatrième"],
    ["primer", "segundo", "tercer", "cuarto"],
];

const FEMININE_ORDINALS: [[&str; 4]; 3] = [
    ["first", "second", "third", "fourth"],
    ["première", "deuxième", "troisième", "quatrième"],
    ["primera", "segunda", "tercera", "cuarta"],
];

const ROMAN: [&str; 4] = ["I", "II", "III", "IV"];

/// How an ordinal is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Script {
    /// In words.
    Words { feminine: bool },
    /// In Roman numerals.
    Roman,
    /// In digits with an ending.
    Digits,
}

fn row<const N: usize>(
    table: &[[&'static str; N]; 3],
    language: Language,
    number: u8,
) -> &'static str {
    let language = match language {
        Language::Fr => 1,
        Language::Es => 2,
        Language::En | Language::Ar | Language::Ru | Language::Zh => 0,
    };
    let column = usize::from(number).wrapping_sub(1);
    table
        .get(language)
        .and_then(|row| row.get(column))
        .copied()
        .unwrap_or_default()
}

/// A month's name.
pub(super) fn month(language: Language, number: u8, short: bool) -> &'static str {
    row(
        if short { &SHORT_MONTHS } else { &MONTHS },
        language,
        number,
    )
}

/// A season's name.
pub(super) fn season(language: Language, number: u8) -> &'static str {
    row(&SEASONS, language, number)
}

/// A number from 1 to 4 in words or Roman numerals, any number in digits with its ending.
pub(super) fn ordinal(language: Language, number: u8, script: Script) -> String {
    match script {
        Script::Words { feminine: true } => row(&FEMININE_ORDINALS, language, number).to_owned(),
        Script::Words { feminine: false } => row(&ORDINALS, language, number).to_owned(),
        Script::Roman => ROMAN
            .get(usize::from(number).wrapping_sub(1))
            .copied()
            .unwrap_or_default()
            .to_owned(),
        Script::Digits => {
            let ending = match (language, number) {
                (Language::Fr, 1) => "er",
                (Language::Fr, _) => "e",
                (Language::Es, 1 | 3) => "er",
                (Language::Es, _) => "º",
                (_, 11..=13) => "th",
                (_, number) => match number % 10 {
                    1 => "st",
                    2 => "nd",
                    3 => "rd",
                    _ => "th",
                },
            };
            format!("{number}{ending}")
        }
    }
}

/// One period in words, with its year or without.
pub(super) fn period(period: Period, language: Language, with_year: bool) -> String {
    let link = if language == Language::Es {
        " de "
    } else {
        " "
    };
    let (part, link, year) = match period {
        Period::Day(day) => {
            use chrono::Datelike;
            let number = u8::try_from(day.month()).unwrap_or_default();
            let name = month(language, number, false);
            let date = match (language, day.day()) {
                (Language::Fr, 1) => "1er".to_owned(),
                (_, day) => day.to_string(),
            };
            (format!("{date}{link}{name}"), link, day.year())
        }
        Period::Part { unit, year, number } => {
            let part = match unit {
                Unit::Month => month(language, number, false).to_owned(),
                Unit::Season => season(language, number).to_owned(),
                Unit::Quarter => format!(
                    "{}{number}",
                    if language == Language::En { 'Q' } else { 'T' }
                ),
                Unit::Half => format!(
                    "{}{number}",
                    if language == Language::En { 'H' } else { 'S' }
                ),
                Unit::Third => {
                    let noun = match language {
                        Language::Fr => "quadrimestre",
                        Language::Es => "cuatrimestre",
                        _ => "quadrimester",
                    };
                    format!("{} {noun}", ordinal(language, number, Script::Digits))
                }
                Unit::Year => return year.to_string(),
                Unit::Decade => {
                    return match language {
                        Language::Fr => format!("années {year}"),
                        Language::Es => format!("años {year}"),
                        _ => format!("{year}s"),
                    };
                }
            };
            let by_letter = matches!(unit, Unit::Quarter | Unit::Half);
            (part, if by_letter { " " } else { link }, year)
        }
    };
    if with_year {
        format!("{part}{link}{year}")
    } else {
        part
    }
}

/// A point in words; doubt is told by signs, which belong to one point only.
pub(super) fn point(point: Point, language: Language) -> String {
    let third = point.third();
    let approximate = if point.approximate && third.is_none() {
        "~"
    } else {
        ""
    };
    let uncertain = if point.uncertain { "?" } else { "" };
    let stretch = third
        .or(point.stretch)
        .map_or("", |stretch| row(&STRETCHES, language, stretch.third()));
    let words = match third {
        Some(_) => point.period.named_year().to_string(),
        None => period(point.period, language, true),
    };
    format!("{stretch}{approximate}{words}{uncertain}")
}

/// The two ends of a range in words; what both have in common once.
pub(super) fn range(first: Point, last: Point, language: Language) -> String {
    let plain = |point: Point| point == Point::plain(point.period);
    if plain(first) && plain(last) && first.period.unit() == last.period.unit() {
        match first.period.unit() {
            Some(Unit::Year) => {
                return format!("{}-{}", first.period.named_year(), last.period.named_year());
            }
            Some(Unit::Month | Unit::Quarter | Unit::Half)
                if first.period.named_year() == last.period.named_year() =>
            {
                let (first, last) = (
                    period(first.period, language, false),
                    period(last.period, language, true),
                );
                return format!("{first}-{last}");
            }
            _ => {}
        }
    }
    format!("{} - {}", point(first, language), point(last, language))
}

fn span(span: &Span, language: Language) -> String {
    let say = |point| self::point(point, language);
    let words = |english: &str, french: &str, spanish: &str| match language {
        Language::Fr => french.to_owned(),
        Language::Es => spanish.to_owned(),
        _ => english.to_owned(),
    };
    match *span {
        Span::Single(point) => say(point),
        Span::Range(first, last) => range(first, last, language),
        Span::Until(last, Beyond::Open) => words("until ", "jusqu'à ", "hasta ") + &say(last),
        Span::Until(last, Beyond::Unknown) => format!("? - {}", say(last)),
        Span::From(first, Beyond::Open) => {
            words("from ", "à partir de ", "a partir de ")
                + &say(first)
                + &words(" onwards", "", "")
        }
        Span::From(first, Beyond::Unknown) => format!("{} - ?", say(first)),
        Span::Before(end) => words("before ", "avant ", "antes de ") + &say(end),
        Span::After(end) => words("after ", "après ", "después de ") + &say(end),
    }
}

/// A whole structure in words; none where it gives no date.
pub(super) fn structure(structure: &Structure, language: Language) -> Option<String> {
    let spans = structure.spans();
    let (last, others) = spans.split_last()?;
    let mut text: String = others
        .iter()
        .map(|other| span(other, language))
        .collect::<Vec<_>>()
        .join(", ");
    if !others.is_empty() {
        let every = !matches!(structure, Structure::List { every: false, .. });
        text.push_str(match (language, every) {
            (Language::Fr, true) => " et ",
            (Language::Fr, false) => " ou ",
            (Language::Es, true) => " y ",
            (Language::Es, false) => " o ",
            (_, true) => " and ",
            (_, false) => " or ",
        });
    }
    text.push_str(&span(last, language));
    Some(text)
}
