//! The form of a text: what is kept to the letter, and where its periods are told, so that other periods can be told
//! in the same way.

use chrono::Datelike;

use super::{
    Period, Point, Span, Structure, Unit,
    atom::{Atom, Role},
    share::{Complete, Omission},
    wording::{self, Script},
    words::Word,
};
use crate::{Language, fold::fold};

/// A text with places for its periods.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Form {
    language: Language,
    pieces: Vec<Piece>,
    places: Vec<Place>,
    /// For each span the places that tell it.
    spans: Vec<Vec<usize>>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Text(String),
    Place(usize),
}

/// How one period is told.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Place {
    parts: Vec<Part>,
    /// The point told there when the text was read.
    point: Point,
    omission: Omission,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Text(String),
    Field {
        role: Role,
        text: String,
        script: FieldScript,
    },
}

/// How a field's value is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum FieldScript {
    /// In digits, at least so many.
    Digits(usize),
    /// A year, in four digits or two.
    Year(usize),
    /// A decade as "2020s".
    Decade,
    /// A month's name, in full or short.
    Month(Language, bool),
    /// In words, in Roman numerals, or in digits with an ending.
    Numeral(Language, Script),
    /// A season's name.
    Season(Language),
    /// A stretch: only ever as it is.
    Fixed,
}

impl Form {
    /// Notes the form of a text that was read.
    pub(super) fn of(
        text: &str,
        atoms: &[Atom],
        complete: &Complete,
        language: Language,
    ) -> Option<Form> {
        let mut pieces = Vec::new();
        let mut places = Vec::new();
        let mut done = 0;
        let short = months_are_short(text, atoms, language);
        for (atom, (point, omission)) in atoms.iter().zip(&complete.points) {
            let start = atom.told.first().map_or(atom.end, |told| told.start);
            let end = atom.told.last().map_or(atom.end, |told| told.end);
            pieces.push(Piece::Text(text.get(done..start)?.to_owned()));
            pieces.push(Piece::Place(places.len()));
            let mut parts = Vec::new();
            let mut at = start;
            for told in &atom.told {
                parts.push(Part::Text(text.get(at..told.start)?.to_owned()));
                let written = text.get(told.start..told.end)?.to_owned();
                let spoken = told.lexeme.map_or(language, |lexeme| {
                    let known = [language, Language::En, Language::Fr, Language::Es];
                    known
                        .into_iter()
                        .find(|language| lexeme.is_in(*language))
                        .unwrap_or(language)
                });
                let word = told.lexeme.map(|lexeme| lexeme.word);
                let script = FieldScript::of(told.role, word, &written, spoken, short);
                parts.push(match script {
                    Some(script) => Part::Field {
                        role: told.role,
                        text: written,
                        script,
                    },
                    None => Part::Text(written),
                });
                at = told.end;
            }
            parts.push(Part::Text(text.get(at..end)?.to_owned()));
            places.push(Place {
                parts,
                point: *point,
                omission: *omission,
            });
            done = end;
        }
        pieces.push(Piece::Text(text.get(done..)?.to_owned()));
        Some(Form {
            language,
            pieces,
            places,
            spans: complete.spans.clone(),
        })
    }

    /// Tells another structure in this form; none where the form has no places for it.
    pub(super) fn tell(&self, structure: &Structure) -> Option<String> {
        let spans = structure.spans();
        if spans.len() != self.spans.len() {
            return None;
        }
        let mut shown: Vec<Option<(Point, Option<Point>)>> = vec![None; self.places.len()];
        for (span, places) in spans.iter().zip(&self.spans) {
            match (*span, places.as_slice()) {
                (Span::Range(first, last), [one, other]) => {
                    *shown.get_mut(*one)? = Some((first, None));
                    *shown.get_mut(*other)? = Some((last, None));
                }
                (Span::Range(first, last), [only]) => {
                    *shown.get_mut(*only)? = Some((first, Some(last)))
                }
                (span, [only]) => *shown.get_mut(*only)? = Some((span.points().next()?, None)),
                _ => return None,
            }
        }
        let mut text = String::new();
        for piece in &self.pieces {
            match piece {
                Piece::Text(kept) => text.push_str(kept),
                Piece::Place(index) => text.push_str(&match (*shown.get(*index)?)? {
                    (point, None) => self.point(*index, point, &shown)?,
                    (first, Some(last)) => self.range(*index, first, last)?,
                }),
            }
        }
        Some(text)
    }

    fn point(
        &self,
        index: usize,
        point: Point,
        shown: &[Option<(Point, Option<Point>)>],
    ) -> Option<String> {
        let place = self.places.get(index)?;
        let (own, giver) = match place.omission {
            Omission::Nothing => (true, None),
            Omission::Year(giver) | Omission::Unit(giver) => {
                let given = (*shown.get(giver)?)?;
                {
                    let as_read = |place: &Place| place.point == given.0;
                    let giver = self.places.get(giver);
                    // "Nov-Feb 2024" as it was read, though the years differ.
                    let unchanged = place.point == point && giver.is_some_and(as_read);
                    (
                        given.1.is_none() && (unchanged || place.can_omit(point, given.0)),
                        giver,
                    )
                }
            }
        };
        if own && place.fits(point) {
            return Some(place.tell(point));
        }
        // What can be left out no longer is told as the neighbour tells it.
        match giver.filter(|giver| giver.omission == Omission::Nothing && giver.fits(point)) {
            Some(giver) if !own => Some(giver.tell(point)),
            _ => Some(wording::point(
                place.without_doubt_told_outside(point),
                self.language,
            )),
        }
    }

    /// Two ends where the text had one period.
    fn range(&self, index: usize, first: Point, last: Point) -> Option<String> {
        let place = self.places.get(index)?;
        if place.omission != Omission::Nothing || !place.fits(first) || !place.fits(last) {
            let (first, last) = (
                place.without_doubt_told_outside(first),
                place.without_doubt_told_outside(last),
            );
            return Some(wording::range(first, last, self.language));
        }
        let same_year = first.period.named_year() == last.period.named_year();
        Some(match place.tell_without_year(first).filter(|_| same_year) {
            Some(first) => format!("{first}-{}", place.tell(last)),
            None if first.period.unit() == Some(Unit::Year) => {
                format!("{}-{}", place.tell(first), place.tell(last))
            }
            None => format!("{} - {}", place.tell(first), place.tell(last)),
        })
    }
}

impl Place {
    /// Whether this place has the words for a point.
    fn fits(&self, point: Point) -> bool {
        let same_number = || number(self.point.period) == number(point.period);
        self.point.period.unit() == point.period.unit()
            && self.point.stretch == point.stretch
            && (self.point.approximate, self.point.uncertain) == (point.approximate, point.uncertain)
            // "Early" is not the word for another third.
            && (!self.tells_stretch() || self.point.third().is_none() || same_number())
    }

    fn tells_stretch(&self) -> bool {
        self.parts.iter().any(|part| {
            matches!(
                part,
                Part::Field {
                    role: Role::Stretch,
                    ..
                }
            )
        })
    }

    fn tells_year(&self) -> bool {
        self.parts.iter().any(|part| {
            matches!(
                part,
                Part::Field {
                    role: Role::Year | Role::Decade,
                    ..
                }
            )
        })
    }

    /// Whether what this place leaves out still is what the neighbour gives.
    fn can_omit(&self, point: Point, given: Point) -> bool {
        let same_year = self.tells_year() || point.period.named_year() == given.period.named_year();
        match self.omission {
            Omission::Nothing => true,
            Omission::Year(_) => same_year,
            Omission::Unit(_) => {
                same_year
                    && point.period.unit() == given.period.unit()
                    && (point.period.unit().is_some()
                        || point.period.first().month() == given.period.first().month())
            }
        }
    }

    /// Doubt that is told by words or signs around this place, not by the place itself.
    fn without_doubt_told_outside(&self, point: Point) -> Point {
        let told_here = self.tells_stretch() && self.point.third().is_some();
        Point {
            approximate: point.approximate && (told_here || !self.point.approximate),
            uncertain: point.uncertain && !self.point.uncertain,
            ..point
        }
    }

    fn tell(&self, point: Point) -> String {
        self.parts
            .iter()
            .map(|part| self.part(part, point.period))
            .collect()
    }

    /// The same without the year, where the year stands last and a space or a word before it.
    fn tell_without_year(&self, point: Point) -> Option<String> {
        let mut parts = self.parts.as_slice();
        while let [rest @ .., Part::Text(text)] = parts
            && text.is_empty()
        {
            parts = rest;
        }
        match parts {
            [
                rest @ ..,
                Part::Text(link),
                Part::Field {
                    role: Role::Year, ..
                },
            ] if link.starts_with(char::is_whitespace)
                && rest.iter().any(|part| matches!(part, Part::Field { .. })) =>
            {
                Some(
                    rest.iter()
                        .map(|part| self.part(part, point.period))
                        .collect(),
                )
            }
            _ => None,
        }
    }

    fn part(&self, part: &Part, period: Period) -> String {
        match part {
            Part::Text(text) => text.clone(),
            Part::Field { role, text, script } => {
                let value = value(*role, period);
                if value == self::value(*role, self.point.period) {
                    text.clone()
                } else {
                    script.write(value, text)
                }
            }
        }
    }
}

impl FieldScript {
    /// How a field is written; none where it is no field, since it stays the same.
    fn of(
        role: Role,
        word: Option<Word>,
        text: &str,
        spoken: Language,
        short: bool,
    ) -> Option<FieldScript> {
        let digits = text.chars().filter(char::is_ascii_digit).count();
        let all_digits = text.chars().all(|c| c.is_ascii_digit());
        Some(match role {
            Role::Noun => return None,
            Role::Stretch => FieldScript::Fixed,
            Role::Season => FieldScript::Season(spoken),
            Role::Month => FieldScript::Month(spoken, short),
            Role::Decade => FieldScript::Decade,
            Role::Year | Role::NextYear => FieldScript::Year(digits),
            Role::MonthNumber => FieldScript::Digits(digits),
            Role::Day | Role::Number if all_digits => FieldScript::Digits(digits),
            Role::Day | Role::Number => FieldScript::Numeral(spoken, Script::Digits),
            Role::Ordinal => FieldScript::Numeral(
                spoken,
                match word {
                    Some(Word::Ordinal(_)) if fold(text).starts_with('i') => Script::Roman,
                    _ => Script::Words {
                        feminine: is_feminine(text),
                    },
                },
            ),
        })
    }

    fn write(self, value: i32, text: &str) -> String {
        let small = u8::try_from(value).unwrap_or_default();
        match self {
            FieldScript::Digits(digits) => format!("{value:0digits$}"),
            FieldScript::Year(2) => format!("{:02}", value.rem_euclid(100)),
            FieldScript::Year(_) => value.to_string(),
            FieldScript::Decade => format!("{value}s"),
            // Only the first of the month is an ordinal in French.
            FieldScript::Numeral(Language::Fr, Script::Digits) if value > 4 => value.to_string(),
            FieldScript::Numeral(language, script) => {
                in_case_of(text, &wording::ordinal(language, small, script))
            }
            FieldScript::Month(language, short) => {
                in_case_of(text, wording::month(language, small, short))
            }
            FieldScript::Season(language) => in_case_of(text, wording::season(language, small)),
            FieldScript::Fixed => text.to_owned(),
        }
    }
}

/// What a field tells of a period.
fn value(role: Role, period: Period) -> i32 {
    let day = match period {
        Period::Day(day) => Some(day),
        Period::Part { .. } => None,
    };
    let number = i32::from(number(period));
    match role {
        Role::Year | Role::Decade => period.named_year(),
        Role::NextYear => period.named_year() + 1,
        Role::Month | Role::MonthNumber => day.map_or(number, |day| day.month().cast_signed()),
        Role::Day | Role::Number | Role::Ordinal => {
            day.map_or(number, |day| day.day().cast_signed())
        }
        Role::Season => number,
        Role::Stretch | Role::Noun => 0,
    }
}

fn number(period: Period) -> u8 {
    match period {
        Period::Day(_) => 0,
        Period::Part { number, .. } => number,
    }
}

/// Whether the text abbreviates its months. A month whose name is short anyway does not tell.
fn months_are_short(text: &str, atoms: &[Atom], language: Language) -> bool {
    let mut names = atoms.iter().flat_map(|atom| &atom.told).filter_map(|told| {
        let Some(Word::Month(month)) = told.lexeme.map(|lexeme| lexeme.word) else {
            return None;
        };
        let full = fold(wording::month(language, month, false));
        (full != fold(wording::month(language, month, true)))
            .then(|| fold(text.get(told.start..told.end).unwrap_or_default()) != full)
    });
    names.next().unwrap_or(false)
}

fn is_feminine(text: &str) -> bool {
    matches!(
        fold(text).as_str(),
        "premiere"
            | "seconde"
            | "derniere"
            | "primera"
            | "segunda"
            | "tercera"
            | "cuarta"
            | "ultima"
    )
}

/// A word in capitals where the other was, or with the other's first letter.
fn in_case_of(pattern: &str, word: &str) -> String {
    let letters = || pattern.chars().filter(|c| c.is_alphabetic());
    if letters().count() > 1 && letters().all(char::is_uppercase) {
        return word.to_uppercase();
    }
    let mut rest = word.chars();
    match rest.next() {
        Some(first) if letters().next().is_some_and(char::is_uppercase) => {
            first.to_uppercase().chain(rest).collect()
        }
        Some(_) if letters().next().is_some() => word.to_lowercase(),
        _ => word.to_owned(),
    }
}
