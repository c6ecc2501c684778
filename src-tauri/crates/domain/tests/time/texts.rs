//! Texts as people print times, put together from parts.

use proptest::prelude::*;

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

/// One period with its year, in a language.
fn period(tongue: usize) -> impl Strategy<Value = String> {
    let of = ["", "", "de "][tongue];
    prop_oneof![
        (1990..2060_i32).prop_map(|year| year.to_string()),
        (1..=4, 1990..2060)
            .prop_map(move |(n, year)| format!("{}{n} {year}", ["Q", "T", "T"][tongue])),
        (1..=2, 1990..2060)
            .prop_map(move |(n, year)| format!("{}{n} {year}", ["H", "S", "S"][tongue])),
        (0..12_usize, 1990..2060)
            .prop_map(move |(month, year)| format!("{} {of}{year}", MONTHS[tongue][month])),
        (1..=28, 0..12_usize, 1990..2060).prop_map(move |(day, month, year)| format!(
            "{day} {of}{} {of}{year}",
            MONTHS[tongue][month]
        )),
        (1990..2060, 1..=12, 1..=28)
            .prop_map(|(year, month, day)| format!("{year}-{month:02}-{day:02}")),
    ]
}

/// A text that is understood and gives a date.
pub fn dated() -> impl Strategy<Value = String> {
    (0..3_usize).prop_flat_map(|tongue| {
        let and: &str = [" and ", " et ", " y "][tongue];
        let or: &str = [" or ", " ou ", " o "][tongue];
        let qualifiers: &'static [&'static str] = [
            &["from ", "until ", "before ", "after ", "by ", "about ", "since ", "early ", "mid-", "late ", "by end of "][..],
            &["à partir de ", "jusqu'à ", "avant ", "après ", "d'ici ", "vers ", "depuis ", "début ", "mi-", "fin "][..],
            &["desde ", "hasta ", "antes de ", "después de ", "hacia ", "a partir de ", "principios de ", "finales de "][..],
        ][tongue];
        prop_oneof![
            4 => period(tongue),
            2 => (period(tongue), period(tongue)).prop_map(|(one, other)| format!("{one} - {other}")),
            2 => (period(tongue), period(tongue)).prop_map(move |(one, other)| format!("{one}{and}{other}")),
            1 => (period(tongue), period(tongue)).prop_map(move |(one, other)| format!("{one}{or}{other}")),
            3 => (prop::sample::select(qualifiers), period(tongue)).prop_map(|(qualifier, period)| format!("{qualifier}{period}")),
            1 => (1990..2058, 1..3_i32).prop_map(|(year, more)| format!("{year}-{}", year + more)),
            1 => (1..3, 3..5, 1990..2060).prop_map(|(one, other, year)| format!("Q{one}-Q{other} {year}")),
        ]
    })
}

/// Any text: of dates, of their pieces in any order, of anything.
pub fn any() -> impl Strategy<Value = String> {
    const PIECES: &[&str] = &[
        "2023",
        "2024",
        "Q1",
        "T2",
        "H1",
        "May",
        "mai",
        "12",
        "31",
        "-",
        "–",
        "/",
        ",",
        "and",
        "et",
        "y",
        "or",
        "to",
        "from",
        "until",
        "by",
        "end of",
        "early",
        "mid-",
        "fin",
        "d'ici",
        "~",
        "?",
        "{",
        "}",
        "[",
        "]",
        "..",
        "X",
        "on request",
        "tbc",
        "(",
        ")",
        "th",
    ];
    prop_oneof![
        dated(),
        prop::collection::vec(prop::sample::select(PIECES), 0..7)
            .prop_map(|pieces| pieces.join(" ")),
        "\\PC{0,40}",
    ]
}
