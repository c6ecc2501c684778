//! Vague time: what a text says of when, as exactly as it says it.
//!
//! A timeline is text that people print: "Q1-Q2 2023", "2023 and 2024", "d'ici fin 2024", "a petición". [`read`] keeps
//! that text to the letter and gives its reading: first and last day, precision, structure, and the standard form EDTF
//! (ISO 8601-2). It is a grammar of periods, ranges, lists, open ends and qualifiers in English, French and Spanish, not
//! a list of known forms; what is no part of it stays as text and says so ([`Reading::understood`]). A reading can be
//! moved and stretched, and is then printed in the form of the text it came from.

mod atom;
mod compare;
mod edtf;
mod form;
mod grammar;
mod period;
mod share;
mod shift;
mod structure;
mod token;
mod wording;
mod words;

use chrono::NaiveDate;
use thiserror::Error;

pub use compare::Answer;
pub use period::{FIRST_YEAR, LAST_YEAR, Period, Unit};
pub use shift::{End, Fixed};
pub use structure::{Beyond, Point, Qualifier, Span, Stretch, Structure, Undated};

use crate::Language;
use form::Form;
use shift::Origin;

/// How exact a reading is, from the finest to the coarsest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// To the day.
    Day,
    /// To the month.
    Month,
    /// To the quarter, or the season.
    Quarter,
    /// To the half, or the third, of a year.
    Half,
    /// To the year, or the decade.
    Year,
    /// Without a start, without an end, or without both.
    Open,
    /// Nothing is known.
    Unknown,
}

impl Precision {
    /// The code, as stored and in JSON.
    pub const fn code(self) -> &'static str {
        match self {
            Precision::Day => "day",
            Precision::Month => "month",
            Precision::Quarter => "quarter",
            Precision::Half => "half",
            Precision::Year => "year",
            Precision::Open => "open",
            Precision::Unknown => "unknown",
        }
    }
}

/// Why a text is not taken as EDTF.
#[derive(Debug, Error, Clone, Copy, PartialEq, Eq)]
pub enum TimeError {
    /// It is not of the form.
    #[error("not a date, interval or set in EDTF")]
    NotEdtf,
    /// It is EDTF, of a kind that names no days this reading could use: a century, a season of one hemisphere.
    #[error("too vague, or a kind of EDTF that is not used here")]
    Unsupported,
    /// The year cannot be named.
    #[error("the year is not one from {FIRST_YEAR} to {LAST_YEAR}")]
    YearOutside,
    /// The month does not have that day.
    #[error("there is no such day")]
    NoSuchDay,
    /// The end lies before the start.
    #[error("the end is before the start")]
    EndBeforeStart,
}

impl TimeError {
    /// The stable code, for messages.
    pub const fn code(self) -> &'static str {
        match self {
            TimeError::NotEdtf => "not_edtf",
            TimeError::Unsupported => "edtf_unsupported",
            TimeError::YearOutside => "year_outside",
            TimeError::NoSuchDay => "no_such_day",
            TimeError::EndBeforeStart => "end_before_start",
        }
    }
}

/// A text and what it says of time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The text to the letter.
    pub text: String,
    /// The standard form (ISO 8601-2); none where the text gives no date.
    pub edtf: Option<String>,
    /// The first day; none where it is open or unknown.
    pub first: Option<NaiveDate>,
    /// The last day, inclusive; none where it is open or unknown.
    pub last: Option<NaiveDate>,
    /// How exact it is.
    pub precision: Precision,
    /// What the text says, taken apart.
    pub structure: Structure,
    /// The language most of its words are of; none where it has no words.
    pub language: Option<Language>,
    /// How it words what it says, in a fixed order, each once.
    pub qualifiers: Vec<Qualifier>,
    /// How to print another reading in the same way.
    form: Option<Box<Form>>,
    /// What this reading was moved from.
    origin: Option<Box<Origin>>,
}

/// Reads a text. Never fails: what is not understood is kept, with nothing known of it.
pub fn read(text: &str) -> Reading {
    understand(text).unwrap_or_else(|| Reading::new(text, Structure::NotUnderstood))
}

/// Reads a text whose reading a person may have corrected: then the correction holds, and the text is kept.
///
/// # Errors
/// Where the correction is not EDTF, or names no days that can be used.
pub fn read_with(text: &str, edtf: Option<&str>) -> Result<Reading, TimeError> {
    let own = read(text);
    let Some(edtf) = edtf else { return Ok(own) };
    let corrected = parse_edtf(edtf)?;
    // A correction that says what the text says anyway leaves the text's own way of saying it.
    if own.same_meaning(&corrected) {
        return Ok(Reading {
            edtf: corrected.edtf,
            ..own
        });
    }
    Ok(Reading {
        text: own.text,
        language: own.language,
        ..corrected
    })
}

/// Reads EDTF (ISO 8601-2, levels 0 to 2). The text, and the standard form, are as given, without space around.
///
/// # Errors
/// Where the text is not EDTF, or names no days that can be used.
pub fn parse_edtf(text: &str) -> Result<Reading, TimeError> {
    let text = text.trim();
    let structure = edtf::parse(text)?;
    Ok(Reading {
        edtf: Some(text.to_owned()),
        ..Reading::new(text, structure)
    })
}

fn understand(text: &str) -> Option<Reading> {
    let Some(tokens) = token::tokenise(text) else {
        return only_edtf(text);
    };
    let language = tokens.language();
    let sentence = match grammar::parse(&tokens) {
        Some(grammar::Outcome::Dated(sentence)) => sentence,
        Some(grammar::Outcome::Undated(undated)) => {
            return Some(Reading {
                language,
                ..Reading::new(text, Structure::Undated(undated))
            });
        }
        None => return only_edtf(text),
    };
    let complete = share::complete(&sentence)?;
    let form = Form::of(
        text,
        &sentence.atoms,
        &complete,
        language.unwrap_or(Language::En),
    );
    Some(Reading {
        language,
        qualifiers: sentence.qualifiers,
        form: form.map(Box::new),
        ..Reading::new(text, complete.structure)
    })
}

/// A set or a time of day typed in standard form, which the grammar of words does not know.
fn only_edtf(text: &str) -> Option<Reading> {
    let structure = edtf::parse(text)
        .ok()
        .filter(|_| text.contains(['{', '[', 'X', 'T']))?;
    Some(Reading::new(text, structure))
}

impl Reading {
    fn new(text: &str, structure: Structure) -> Reading {
        Reading {
            text: text.to_owned(),
            edtf: edtf::write(&structure),
            first: structure.first(),
            last: structure.last(),
            precision: structure.precision(),
            structure,
            language: None,
            qualifiers: Vec::new(),
            form: None,
            origin: None,
        }
    }

    /// Whether the text was understood, with a date or without.
    pub fn understood(&self) -> bool {
        self.structure != Structure::NotUnderstood
    }

    /// Whether two readings say the same of time, whatever their words: "before 2024" is "until 2023".
    pub fn same_meaning(&self, other: &Reading) -> bool {
        self.structure == other.structure
            || self.structure.inclusive() == other.structure.inclusive()
    }

    /// Prints the reading in the form of the text it came from.
    ///
    /// What was read from the printed text says the same. Where the form has no place for what the reading says now, it
    /// is worded anew, in the language of the text, or in English where that has no words for it.
    pub fn print(&self) -> String {
        if self.structure.spans().is_empty() {
            return self.text.clone();
        }
        let language = self.language.unwrap_or(Language::En);
        // A text in standard form stays in standard form.
        let in_edtf = || {
            edtf::parse(&self.text)
                .ok()
                .and_then(|_| edtf::write(&self.structure))
        };
        let in_form = || match &self.form {
            Some(form) => form.tell(&self.structure),
            None => in_edtf(),
        };
        let in_words = || wording::structure(&self.structure, language);
        let in_english = || wording::structure(&self.structure, Language::En);
        let said = |text: &String| read(text).same_meaning(self);
        in_form()
            .filter(said)
            .or_else(|| in_words().filter(said))
            .or_else(|| in_english().filter(said))
            .or_else(|| self.edtf.clone())
            .unwrap_or_else(|| self.text.clone())
    }
}
