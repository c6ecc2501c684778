//! The languages a text can be given in.

/// A language of multilingual text, with its permanent number.
///
/// The number is the upper byte of a cell's column number, so that a text in one language is a cell of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Language {
    /// English, the language other texts fall back to.
    En = 1,
    /// French.
    Fr = 2,
    /// Spanish.
    Es = 3,
    /// Arabic.
    Ar = 4,
    /// Russian.
    Ru = 5,
    /// Chinese.
    Zh = 6,
}

impl Language {
    /// The six official languages of the United Nations, in the order a missing text falls back through.
    pub const ALL: [Language; 6] = [
        Language::En,
        Language::Fr,
        Language::Es,
        Language::Ar,
        Language::Ru,
        Language::Zh,
    ];

    /// The BCP 47 code.
    pub const fn code(self) -> &'static str {
        match self {
            Language::En => "en",
            Language::Fr => "fr",
            Language::Es => "es",
            Language::Ar => "ar",
            Language::Ru => "ru",
            Language::Zh => "zh",
        }
    }

    /// The permanent number, 1 to 255.
    pub const fn number(self) -> u8 {
        self as u8
    }

    /// Finds a language by its BCP 47 code, without case.
    pub fn from_code(code: &str) -> Option<Language> {
        Language::ALL
            .into_iter()
            .find(|language| language.code().eq_ignore_ascii_case(code))
    }

    /// Finds a language by its permanent number.
    pub fn from_number(number: u8) -> Option<Language> {
        Language::ALL
            .into_iter()
            .find(|language| language.number() == number)
    }

    /// The languages to look a text up in: this one, then the others in their fixed order.
    pub fn fallbacks(self) -> impl Iterator<Item = Language> {
        std::iter::once(self).chain(
            Language::ALL
                .into_iter()
                .filter(move |other| *other != self),
        )
    }
}
