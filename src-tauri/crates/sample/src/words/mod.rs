//! The words practice networks are made of, in the six languages texts are kept in.
//!
//! Every phrase is written so that the parts fit whichever are drawn: a topic always follows the same preposition in its
//! language (`on`, `sur`, `sobre`, `بشأن`, `по вопросам` with the genitive, `关于`), and numbers stand where they govern
//! no other word, so that no agreement can go wrong.

pub mod names;
pub mod organisations;
pub mod places;
pub mod prose;
pub mod titles;

use domain::Language;

/// A phrase in English, French, Spanish, Arabic, Russian and Chinese: the order of [`Language::ALL`].
pub type Six = [&'static str; 6];

/// The phrase in a language.
pub fn of(six: &Six, language: Language) -> &'static str {
    match language {
        Language::En => six[0],
        Language::Fr => six[1],
        Language::Es => six[2],
        Language::Ar => six[3],
        Language::Ru => six[4],
        Language::Zh => six[5],
    }
}

/// Puts a value in place of its mark, `{t}` or the like.
pub fn fill(phrase: &str, mark: &str, value: &str) -> String {
    phrase.replace(mark, value)
}
