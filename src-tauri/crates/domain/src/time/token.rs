//! A text taken apart into numbers, words and marks.
//!
//! Each token knows where it stands in the text, so that a changed reading can be printed with everything else kept to
//! the letter.

use unicode_normalization::UnicodeNormalization;

use super::atom::Order;
use super::words::{self, LANGUAGES, Lexeme, Word};
use crate::{Language, fold::fold};

/// No text that tells a time has more tokens; a longer one is not read further.
const MOST_TOKENS: usize = 300;
/// No word of the lexicon has more characters.
const LONGEST_WORD: usize = 24;

/// What follows a number without a space.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Suffix {
    /// Nothing.
    None,
    /// "st", "er", "º".
    Ordinal,
    /// The "s" of "2020s".
    Decade,
}

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A number of at most four digits.
    Number {
        /// Its value.
        value: u16,
        /// How many digits it was written with.
        digits: u8,
        /// What stands on its heels.
        suffix: Suffix,
    },
    /// A word or a phrase of the lexicon.
    Word(Lexeme),
    /// One of `- / . , + ~ ? % '` or `…`, each in one form.
    Mark(char),
}

/// A token and where it stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token {
    pub(super) kind: Kind,
    /// The byte it starts at.
    pub(super) start: usize,
    /// The byte after it.
    pub(super) end: usize,
    /// Whether something is between it and the token before.
    pub(super) spaced: bool,
    /// Whether it starts a line.
    pub(super) line: bool,
}

/// A text's tokens, and how many of its words belong to each language.
#[derive(Debug, Default)]
pub(super) struct Tokens {
    pub(super) list: Vec<Token>,
    pub(super) votes: [u32; LANGUAGES.len()],
}

impl Tokens {
    /// The language most words belong to; the first of those that are equal; none where no word tells.
    pub(super) fn language(&self) -> Option<Language> {
        let most = self.votes.iter().copied().max().filter(|most| *most > 0)?;
        LANGUAGES
            .into_iter()
            .zip(self.votes)
            .find(|(_, votes)| *votes == most)
            .map(|(language, _)| language)
    }

    /// How "03/05/2023" is to be read: as the text's own dates show, or else day first in French and Spanish.
    ///
    /// English is written both ways; there only a number above 12 tells.
    pub(super) fn order(&self) -> Option<Order> {
        let (mut day_first, mut month_first) = (false, false);
        for window in self.list.windows(5) {
            if let [
                Token {
                    kind:
                        Kind::Number {
                            value: first,
                            digits: 1..=2,
                            ..
                        },
                    ..
                },
                Token {
                    kind: Kind::Mark(mark @ ('/' | '-')),
                    ..
                },
                Token {
                    kind:
                        Kind::Number {
                            value: second,
                            digits: 1..=2,
                            ..
                        },
                    ..
                },
                Token {
                    kind: Kind::Mark(again),
                    ..
                },
                Token {
                    kind: Kind::Number { digits: 4, .. },
                    ..
                },
            ] = window
                && mark == again
            {
                day_first |= *first > 12;
                month_first |= *second > 12;
            }
        }
        match (day_first, month_first) {
            (true, true) => None,
            (true, false) => Some(Order::DayFirst),
            (false, true) => Some(Order::MonthFirst),
            (false, false) => match self.language() {
                Some(Language::Fr | Language::Es) => Some(Order::DayFirst),
                _ => None,
            },
        }
    }
}

enum Raw {
    Number {
        value: u16,
        digits: u8,
        suffix: Suffix,
    },
    Word(String),
    Mark(char),
}

struct Piece {
    raw: Raw,
    start: usize,
    end: usize,
    spaced: bool,
    line: bool,
}

/// Takes a text apart; none where a word or a sign is no part of the grammar, or where there is too much of it.
pub(super) fn tokenise(text: &str) -> Option<Tokens> {
    let pieces = Scanner {
        text,
        at: 0,
        pieces: Vec::new(),
        spaced: false,
        line: false,
    }
    .scan()?;
    let mut tokens = Tokens::default();
    let mut at = 0;
    while let Some(piece) = pieces.get(at) {
        let (kind, taken) = match &piece.raw {
            Raw::Number {
                value,
                digits,
                suffix,
            } => (
                Kind::Number {
                    value: *value,
                    digits: *digits,
                    suffix: *suffix,
                },
                1,
            ),
            Raw::Word(_) => {
                let (lexeme, taken) = phrase(pieces.get(at..)?)?;
                let written = text.get(piece.start..pieces.get(at + taken - 1)?.end)?;
                // Only in Spanish is the number said before the letter: 1T 2023.
                let behind_number = lexeme.word.is_letter()
                    && !piece.spaced
                    && matches!(
                        tokens.list.last().map(|token| token.kind),
                        Some(Kind::Number { .. })
                    );
                for (votes, language) in tokens.votes.iter_mut().zip(LANGUAGES) {
                    let also = language == Language::Es && behind_number;
                    let known = lexeme.is_in(language);
                    *votes += u32::from(known)
                        + u32::from(known && (also || is_spelt_in(written, language)));
                }
                (Kind::Word(lexeme), taken)
            }
            Raw::Mark('&') => (Kind::Word(Lexeme::of_any_language(Word::And)), 1),
            Raw::Mark(mark) => (Kind::Mark(*mark), 1),
        };
        let end = pieces.get(at + taken - 1)?.end;
        tokens.list.push(Token {
            kind,
            start: piece.start,
            end,
            spaced: piece.spaced,
            line: piece.line,
        });
        at += taken;
    }
    Some(tokens)
}

/// The longest phrase of the lexicon that the pieces start with, and how many pieces it takes.
fn phrase(pieces: &[Piece]) -> Option<(Lexeme, usize)> {
    let mut joined = String::new();
    let mut found = None;
    for (index, piece) in pieces.iter().take(words::LONGEST_PHRASE).enumerate() {
        if index > 0 {
            joined.push(' ');
        }
        match &piece.raw {
            Raw::Word(word) => joined.push_str(word),
            Raw::Mark(mark) => joined.push(*mark),
            Raw::Number { .. } => break,
        }
        if let Some(lexeme) = words::look_up(&joined) {
            found = Some((lexeme, index + 1));
        }
    }
    found
}

struct Scanner<'t> {
    text: &'t str,
    at: usize,
    pieces: Vec<Piece>,
    /// Whether something was passed over since the last piece.
    spaced: bool,
    /// Whether that was the end of a line.
    line: bool,
}

impl Scanner<'_> {
    fn scan(mut self) -> Option<Vec<Piece>> {
        while let Some(c) = self.peek() {
            let start = self.at;
            if is_invisible(c) {
                self.at += c.len_utf8();
                continue;
            }
            if c.is_whitespace() || c == '\0' || matches!(c, '(' | ')' | ':') {
                self.at += c.len_utf8();
                self.spaced = true;
                self.line |= c == '\n';
                continue;
            }
            if self.pieces.len() == MOST_TOKENS {
                return None;
            }
            let raw = if digit(c).is_some() {
                self.number()?
            } else if c.is_alphabetic() {
                Raw::Word(self.word()?)
            } else {
                match self.mark(c)? {
                    Some(mark) => Raw::Mark(mark),
                    None => continue,
                }
            };
            let piece = Piece {
                raw,
                start,
                end: self.at,
                spaced: self.spaced,
                line: self.line,
            };
            self.pieces.push(piece);
            (self.spaced, self.line) = (false, false);
        }
        Some(self.pieces)
    }

    fn peek(&self) -> Option<char> {
        self.text.get(self.at..)?.chars().next()
    }

    /// Takes the characters that go with a run, and passes over what cannot be seen.
    fn run(&mut self, most: usize, belongs: impl Fn(char) -> bool) -> Option<&str> {
        let start = self.at;
        let mut taken = 0;
        while let Some(c) = self.peek().filter(|c| belongs(*c) || is_invisible(*c)) {
            taken += usize::from(!is_invisible(c));
            if taken > most {
                return None;
            }
            self.at += c.len_utf8();
        }
        self.text.get(start..self.at)
    }

    fn number(&mut self) -> Option<Raw> {
        let mut value = 0;
        let mut digits = 0;
        for found in self
            .run(4, |c| digit(c).is_some())?
            .chars()
            .filter_map(digit)
        {
            value = value * 10 + found;
            digits += 1;
        }
        // "1.º", "2°": the dot and the degree sign go with an ordinal.
        let before = self.at;
        if self.peek() == Some('.') {
            self.at += 1;
        }
        if self.peek().is_some_and(|c| matches!(c, 'º' | 'ª' | '°')) {
            self.at += '°'.len_utf8();
            return Some(Raw::Number {
                value,
                digits,
                suffix: Suffix::Ordinal,
            });
        }
        self.at = before;
        let letters = fold(self.run(LONGEST_WORD, char::is_alphabetic)?);
        let number_follows = self.peek().is_some_and(|c| digit(c).is_some());
        let suffix = match letters.as_str() {
            _ if number_follows => Suffix::None,
            "s" if digits == 4 => Suffix::Decade,
            "st" | "nd" | "rd" | "th" | "er" | "ere" | "re" | "e" | "eme" | "ieme" | "nde"
            | "o" | "a" | "ro" | "do" | "to" | "ra" | "da" | "ta" => Suffix::Ordinal,
            _ => Suffix::None,
        };
        if suffix == Suffix::None {
            self.at = before;
        }
        Some(Raw::Number {
            value,
            digits,
            suffix,
        })
    }

    fn word(&mut self) -> Option<String> {
        let belongs =
            |c: char| c.is_alphabetic() || unicode_normalization::char::is_combining_mark(c);
        let mut word = fold(self.run(LONGEST_WORD, belongs)?);
        // The apostrophe of an elision goes with the word before it: d'avril, jusqu'en.
        let mut rest = self.text.get(self.at..)?.chars();
        if let (Some('\'' | '\u{2019}' | '\u{02bc}'), Some(next)) = (rest.next(), rest.next())
            && next.is_alphabetic()
        {
            self.at += self.peek().map_or(0, char::len_utf8);
            word.push('\'');
        }
        Some(word)
    }

    /// Takes a mark: none of none where it is no part of the grammar, a mark of none where it says nothing.
    fn mark(&mut self, c: char) -> Option<Option<char>> {
        let previous = self.text.get(..self.at)?.chars().next_back();
        self.at += c.len_utf8();
        let next = self.peek();
        let is_digit = |c: Option<char>| c.and_then(digit).is_some();
        let mark = match std::iter::once(c).nfkd().next().unwrap_or(c) {
            '.' if next == Some('.') || c == '…' => {
                self.run(MOST_TOKENS, |c| c == '.')?;
                '…'
            }
            '.' if is_digit(previous) && is_digit(next) => '.',
            // The dot of an abbreviation, or at the end.
            '.' => {
                self.spaced = true;
                return Some(None);
            }
            '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' => {
                // "--" and "->" are dashes too.
                self.run(MOST_TOKENS, |c| matches!(c, '-' | '>'))?;
                '-'
            }
            '→' => '-',
            ';' | ',' => ',',
            '\u{2044}' | '/' => '/',
            '\'' | '\u{2019}' | '\u{2018}' | '\u{02bc}' if is_digit(next) => '\'',
            mark @ ('&' | '+' | '~' | '?' | '%') => mark,
            _ => return None,
        };
        Some(Some(mark))
    }
}

/// Whether the spelling is of one of two languages that share the word: à is French, a Spanish.
fn is_spelt_in(written: &str, language: Language) -> bool {
    let french = |c: char| matches!(c, 'à' | 'â' | 'ç' | 'è' | 'ê' | 'î' | 'ô' | 'ù' | 'û');
    match language {
        Language::Fr => written.chars().flat_map(char::to_lowercase).any(french),
        Language::Es => {
            written.split_whitespace().any(|word| word == "a")
                || written
                    .chars()
                    .any(|c| matches!(c, 'á' | 'í' | 'ñ' | 'ó' | 'ú'))
        }
        _ => false,
    }
}

/// The value of a digit, of full width too.
fn digit(c: char) -> Option<u16> {
    let value = match c {
        '0'..='9' => u32::from(c) - u32::from('0'),
        '\u{ff10}'..='\u{ff19}' => u32::from(c) - 0xff10,
        _ => return None,
    };
    u16::try_from(value).ok()
}

/// Marks of direction, joiners and soft hyphens, which nobody sees.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{00ad}' | '\u{061c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'
        | '\u{2066}'..='\u{2069}' | '\u{feff}')
}
