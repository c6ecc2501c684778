//! Atoms: one period as one place of a text gives it, with what it leaves out still left out.

use super::{
    Stretch, Unit,
    token::{Kind, Suffix, Token},
    words::{Lexeme, Noun, Word},
};

/// What an atom says beside its year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Core {
    /// Nothing but perhaps a stretch: "early" in "early to mid 2023".
    Nothing,
    /// A number whose unit a neighbour tells: "3" in "3-5 May 2023".
    Bare(u8),
    /// A day of a month.
    Day { month: u8, day: u8 },
    /// A numbered part of a year.
    Part(Unit, u8),
    /// The year itself.
    Year,
    /// The decade that starts with the year.
    Decade,
}

/// What one token of an atom tells, so that it can be printed anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// The year, in four digits or two.
    Year,
    /// The year in which a winter ends.
    NextYear,
    /// A decade as "2020s".
    Decade,
    /// A month by name.
    Month,
    /// A month by number.
    MonthNumber,
    /// The day of the month.
    Day,
    /// The number of a part of the year, or a bare number.
    Number,
    /// The same in words or Roman numerals.
    Ordinal,
    /// A season by name.
    Season,
    /// A stretch.
    Stretch,
    /// The name of a unit, which stays.
    Noun,
}

/// One token that tells something.
#[derive(Debug, Clone, Copy)]
pub(super) struct Told {
    pub(super) role: Role,
    /// The word it was told with, if it was one.
    pub(super) lexeme: Option<Lexeme>,
    /// Where it stands.
    pub(super) start: usize,
    pub(super) end: usize,
}

/// One period of a text.
#[derive(Debug, Clone)]
pub(super) struct Atom {
    pub(super) core: Core,
    pub(super) year: Option<u16>,
    /// The stretch, and whether it was told by a word for an edge.
    pub(super) stretch: Option<(Stretch, bool)>,
    /// Whether the text has a stretch here, even one that only says which end of the period is meant.
    pub(super) stretched: bool,
    pub(super) approximate: bool,
    pub(super) uncertain: bool,
    /// Whether the year stands before the rest.
    pub(super) year_first: bool,
    /// Whether the number stands before its unit.
    pub(super) number_first: bool,
    /// What tells it, in the order of the text.
    pub(super) told: Vec<Told>,
    /// Where its last token ends.
    pub(super) end: usize,
}

/// Which of two numbers is the day in "03/05/2023".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    /// The day stands first.
    DayFirst,
    /// The month stands first.
    MonthFirst,
}

/// Reads tokens from left to right.
pub(super) struct Reader<'t> {
    tokens: &'t [Token],
    pub(super) at: usize,
    /// How numeric dates are to be read; none where nothing tells, and days and months could be taken for each other.
    order: Option<Order>,
}

/// Which separators may stand between a period and its year.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Between {
    /// Words only.
    Words,
    /// A comma, a dash or a slash too.
    Marks,
    /// The same, behind a day and a month joined by a dash: two digits are a year then.
    Dashed,
}

impl<'t> Reader<'t> {
    pub(super) fn new(tokens: &'t [Token], order: Option<Order>) -> Reader<'t> {
        Reader {
            tokens,
            at: 0,
            order,
        }
    }

    /// The token this many places ahead.
    pub(super) fn token(&self, ahead: usize) -> Option<&'t Token> {
        self.tokens.get(self.at + ahead)
    }

    /// The word this many places ahead.
    pub(super) fn word(&self, ahead: usize) -> Option<Word> {
        match self.token(ahead)?.kind {
            Kind::Word(lexeme) => Some(lexeme.word),
            _ => None,
        }
    }

    /// Whether this mark is that many places ahead.
    pub(super) fn mark(&self, ahead: usize, mark: char) -> bool {
        self.token(ahead)
            .is_some_and(|token| token.kind == Kind::Mark(mark))
    }

    /// Whether the token that many places ahead touches the one before it.
    pub(super) fn glued(&self, ahead: usize) -> bool {
        self.token(ahead).is_some_and(|token| !token.spaced)
    }

    /// A number and how many digits it has.
    fn number(&self, ahead: usize) -> Option<(u16, u8, Suffix)> {
        match self.token(ahead)?.kind {
            Kind::Number {
                value,
                digits,
                suffix,
            } => Some((value, digits, suffix)),
            _ => None,
        }
    }

    /// A plain number of at most two digits.
    pub(super) fn small(&self, ahead: usize) -> Option<u8> {
        let (value, digits, suffix) = self.number(ahead)?;
        let plain = digits <= 2 && suffix == Suffix::None;
        u8::try_from(value).ok().filter(|_| plain)
    }

    /// A year in four digits.
    pub(super) fn year(&self, ahead: usize) -> Option<u16> {
        let (value, digits, suffix) = self.number(ahead)?;
        (digits == 4 && suffix == Suffix::None).then_some(value)
    }

    /// Takes the next token into the atom.
    fn take(&mut self, atom: &mut Atom, role: Role) {
        let Some(token) = self.token(0) else { return };
        let lexeme = match token.kind {
            Kind::Word(lexeme) => Some(lexeme),
            Kind::Number { .. } | Kind::Mark(_) => None,
        };
        atom.told.push(Told {
            role,
            lexeme,
            start: token.start,
            end: token.end,
        });
        atom.end = token.end;
        self.at += 1;
    }

    /// Passes over articles and the like.
    pub(super) fn pass_articles(&mut self) {
        while matches!(self.word(0), Some(Word::Of | Word::De | Word::Des)) {
            self.at += 1;
        }
    }

    /// Reads one period; none, with nothing taken, where there is none.
    pub(super) fn atom(&mut self) -> Option<Atom> {
        let start = self.at;
        let mut atom = Atom {
            core: Core::Nothing,
            year: None,
            stretch: None,
            stretched: false,
            approximate: false,
            uncertain: false,
            year_first: false,
            number_first: false,
            told: Vec::new(),
            end: self.token(0)?.start,
        };
        if self.mark(0, '~') && self.glued(1) {
            atom.approximate = true;
            self.at += 1;
        }
        while self.word(0) == Some(Word::Weekday) {
            self.at += 1 + usize::from(self.mark(1, ','));
        }
        self.stretch(&mut atom);
        if !self.core(&mut atom) {
            atom.core = Core::Nothing;
            if atom.stretch.is_none() {
                self.at = start;
                return None;
            }
        }
        while self.glued(0) {
            match self.token(0)?.kind {
                Kind::Mark('~') => atom.approximate = true,
                Kind::Mark('?') => atom.uncertain = true,
                Kind::Mark('%') => (atom.approximate, atom.uncertain) = (true, true),
                _ => break,
            }
            self.at += 1;
        }
        Some(atom)
    }

    fn stretch(&mut self, atom: &mut Atom) {
        atom.stretch = match self.word(0) {
            Some(Word::Stretch(stretch, edge)) => Some((stretch, edge)),
            Some(Word::HalfOrMiddle) => Some((Stretch::Mid, false)),
            _ => return,
        };
        atom.stretched = true;
        self.take(atom, Role::Stretch);
        let dash = self.mark(0, '-') && self.glued(0) && self.glued(1);
        let alone = dash && matches!(self.word(1), Some(Word::Stretch(..)));
        if dash && !alone {
            self.at += 1;
        }
        // "The start" can stand for itself: what follows then is no article of its own period.
        let before = self.at;
        self.pass_articles();
        if !self.starts_core() {
            self.at = before;
        }
    }

    fn starts_core(&self) -> bool {
        match self.token(0).map(|token| token.kind) {
            Some(Kind::Number { .. }) => true,
            Some(Kind::Word(lexeme)) => matches!(
                lexeme.word,
                Word::Month(_)
                    | Word::Season(_)
                    | Word::Unit(..)
                    | Word::Decades
                    | Word::Ordinal(_)
                    | Word::Last
            ),
            _ => false,
        }
    }

    fn core(&mut self, atom: &mut Atom) -> bool {
        match self.token(0).map(|token| token.kind) {
            Some(Kind::Number {
                value,
                suffix: Suffix::Decade,
                ..
            }) => {
                self.take(atom, Role::Decade);
                (atom.core, atom.year) = (Core::Decade, Some(value));
                true
            }
            Some(Kind::Number {
                digits: 4,
                suffix: Suffix::None,
                ..
            }) => self.led_by_year(atom),
            Some(Kind::Number { digits: 1..=2, .. }) => self.led_by_number(atom),
            Some(Kind::Word(lexeme)) => match lexeme.word {
                Word::Ordinal(number) => self.led_by_ordinal(atom, Some(number)),
                Word::Last => self.led_by_ordinal(atom, None),
                Word::Unit(..) => self.led_by_unit(atom) && self.then_year(atom, Between::Marks),
                Word::Month(_) => self.led_by_month(atom) && self.then_year(atom, Between::Marks),
                Word::Season(number) => self.led_by_season(atom, number),
                Word::Decades => self.led_by_decades(atom),
                _ => false,
            },
            _ => false,
        }
    }

    /// After a period: its year, if it follows. Always true, since the year can be left out.
    fn then_year(&mut self, atom: &mut Atom, between: Between) -> bool {
        let start = self.at;
        let mut marks = 0;
        while marks < 2 {
            match self.token(0).map(|token| token.kind) {
                Some(Kind::Word(Lexeme {
                    word: Word::Of | Word::De | Word::In,
                    ..
                })) => self.at += 1,
                Some(Kind::Mark(',' | '-' | '/' | '.'))
                    if between != Between::Words && marks == 0 =>
                {
                    marks += 1;
                    self.at += 1;
                }
                _ => break,
            }
        }
        let part = matches!(atom.core, Core::Part(..));
        let touching = self.at == start + 1 && self.mark_before(&['-', '/', '.']) && self.glued(0);
        let touching = touching && (part || between == Between::Dashed);
        if let Some(year) = self.year(0) {
            atom.year = Some(year);
            self.take(atom, Role::Year);
        } else if self.mark(0, '\'') && self.small(1).is_some() && self.glued(1) {
            self.at += 1;
            atom.year = self.small(0).map(|year| 2000 + u16::from(year));
            self.take(atom, Role::Year);
        } else if let Some(year @ 20..) = self.small(0)
            && matches!(self.number(0), Some((_, 2, _)))
            && (touching
                || (self.at == start && part && !matches!(atom.core, Core::Part(Unit::Month, _))))
        {
            // "Mar-23", as spreadsheets write a month; "Q1 23".
            atom.year = Some(2000 + u16::from(year));
            self.take(atom, Role::Year);
        } else {
            self.at = start;
        }
        true
    }

    /// Whether the token before is one of these marks.
    fn mark_before(&self, marks: &[char]) -> bool {
        let before = self.at.checked_sub(1).and_then(|at| self.tokens.get(at));
        matches!(before.map(|token| token.kind), Some(Kind::Mark(mark)) if marks.contains(&mark))
    }

    /// A year, a date that starts with its year, or a part of the year behind it.
    fn led_by_year(&mut self, atom: &mut Atom) -> bool {
        let Some(year) = self.year(0) else {
            return false;
        };
        atom.year = Some(year);
        self.take(atom, Role::Year);
        for mark in ['-', '/', '.'] {
            if !(self.mark(0, mark) && self.glued(0) && self.glued(1)) {
                continue;
            }
            let Some((month @ 1..=12, 2, Suffix::None)) = self.number(1) else {
                continue;
            };
            let month = u8::try_from(month).unwrap_or_default();
            if self.mark(2, mark)
                && self.glued(2)
                && self.glued(3)
                && let Some(day) = self.small(3)
            {
                self.at += 1;
                self.take(atom, Role::MonthNumber);
                self.at += 1;
                self.take(atom, Role::Day);
                atom.core = Core::Day { month, day };
                atom.year_first = true;
                return true;
            }
            // "2011/12" is two years, "2011-12" a month (ISO 8601).
            if mark == '/' && u16::from(month) == (year + 1) % 100 {
                continue;
            }
            self.at += 1;
            self.take(atom, Role::MonthNumber);
            atom.core = Core::Part(Unit::Month, month);
            atom.year_first = true;
            return true;
        }
        self.behind_year(atom);
        true
    }

    /// "2023 Q1", "2023, first half", "2023 May 3": unless what follows has a year of its own.
    fn behind_year(&mut self, atom: &mut Atom) {
        let start = self.at;
        let mut fine = atom.clone();
        if matches!(
            self.token(0).map(|token| token.kind),
            Some(Kind::Mark(',' | '-' | '/'))
        ) {
            self.at += 1;
        }
        self.pass_articles();
        let found = match self.word(0) {
            Some(Word::Unit(..)) => self.led_by_unit(&mut fine),
            Some(Word::Month(_)) => self.led_by_month(&mut fine),
            Some(Word::Ordinal(number)) => self.numbered_unit(&mut fine, Some(number)),
            Some(Word::Last) => self.numbered_unit(&mut fine, None),
            _ => self
                .small_ordinal(0)
                .is_some_and(|number| self.numbered_unit(&mut fine, Some(number))),
        };
        if found {
            let mut own = fine.clone();
            own.year = None;
            let end = self.at;
            self.then_year(&mut own, Between::Words);
            self.at = end;
            if own.year.is_none() {
                *atom = fine;
                atom.year_first = true;
                return;
            }
        }
        self.at = start;
        atom.core = Core::Year;
    }

    /// A number of one or two digits, with or without an ordinal ending.
    fn small_ordinal(&self, ahead: usize) -> Option<u8> {
        match self.number(ahead)? {
            (value, 1..=2, _) => u8::try_from(value).ok(),
            _ => None,
        }
    }

    /// A date in numbers, a day and its month, a number and its unit, or a bare number.
    fn led_by_number(&mut self, atom: &mut Atom) -> bool {
        let Some(number) = self.small_ordinal(0) else {
            return false;
        };
        for mark in ['/', '-', '.'] {
            if self.mark(1, mark) && self.glued(1) && self.glued(2) && self.small(0).is_some() {
                if self.year(2).is_some() && !(self.mark(3, mark) && self.glued(3)) {
                    return self.month_in_numbers(atom, number);
                }
                if self.mark(3, mark) && self.glued(3) && self.glued(4) && self.year(4).is_some() {
                    return self.day_in_numbers(atom, number, mark);
                }
            }
        }
        if self.day_of_month(atom, number) {
            return true;
        }
        if self.numbered_unit(atom, Some(number)) {
            return self.then_year(atom, Between::Marks);
        }
        self.take(atom, Role::Number);
        atom.core = Core::Bare(number);
        // "Q1-2 2023", "May 3-5, 2023".
        self.then_year(atom, Between::Marks)
    }

    fn month_in_numbers(&mut self, atom: &mut Atom, month: u8) -> bool {
        self.take(atom, Role::MonthNumber);
        self.at += 1;
        atom.year = self.year(0);
        self.take(atom, Role::Year);
        atom.core = Core::Part(Unit::Month, month);
        true
    }

    fn day_in_numbers(&mut self, atom: &mut Atom, first: u8, mark: char) -> bool {
        let Some(second) = self.small(2) else {
            return false;
        };
        // With dots the day always stands first.
        let order = if mark == '.' {
            Some(Order::DayFirst)
        } else {
            self.order
        };
        let (month, day, roles) = match order {
            Some(Order::MonthFirst) => (first, second, [Role::MonthNumber, Role::Day]),
            Some(Order::DayFirst) => (second, first, [Role::Day, Role::MonthNumber]),
            None if first == second => (second, first, [Role::Day, Role::MonthNumber]),
            None => return false,
        };
        for role in roles {
            self.take(atom, role);
            self.at += 1;
        }
        atom.year = self.year(0);
        self.take(atom, Role::Year);
        atom.core = Core::Day { month, day };
        true
    }

    /// "3 May", "3 de mayo", "3-May-2023".
    fn day_of_month(&mut self, atom: &mut Atom, day: u8) -> bool {
        let start = self.at;
        self.at += 1;
        let dashed = (self.mark(0, '-') || self.mark(0, '/')) && self.glued(0) && self.glued(1);
        self.at += usize::from(dashed);
        self.pass_articles();
        let Some(Word::Month(month)) = self.word(0) else {
            self.at = start;
            return false;
        };
        let end = self.at;
        self.at = start;
        self.take(atom, Role::Day);
        self.at = end;
        self.take(atom, Role::Month);
        atom.core = Core::Day { month, day };
        atom.number_first = true;
        self.then_year(
            atom,
            if dashed {
                Between::Dashed
            } else {
                Between::Marks
            },
        )
    }

    /// "1T", "1st quarter", "first half": without its year. None stands for the last.
    fn numbered_unit(&mut self, atom: &mut Atom, number: Option<u8>) -> bool {
        let start = self.at;
        let plain = self.small(0).is_some();
        self.at += 1;
        self.pass_articles();
        let (unit, noun) = match self.word(0) {
            Some(Word::Unit(unit, noun)) => (unit, noun),
            Some(Word::HalfOrMiddle) => (Unit::Half, Noun::Singular),
            _ => {
                self.at = start;
                return false;
            }
        };
        let number = number.unwrap_or(unit.count());
        if !(1..=unit.count()).contains(&number) || (plain && noun == Noun::Plural) {
            self.at = start;
            return false;
        }
        let end = self.at;
        self.at = start;
        let role = if self.word(0).is_some() {
            Role::Ordinal
        } else {
            Role::Number
        };
        self.take(atom, role);
        self.at = end;
        self.take(atom, Role::Noun);
        atom.core = Core::Part(unit, number);
        atom.number_first = true;
        true
    }

    /// "First quarter", "first of May", or "first" whose unit a neighbour tells.
    fn led_by_ordinal(&mut self, atom: &mut Atom, number: Option<u8>) -> bool {
        if self.numbered_unit(atom, number) {
            return self.then_year(atom, Between::Marks);
        }
        let Some(number) = number else { return false };
        if self.day_of_month(atom, number) {
            for told in atom.told.iter_mut().filter(|told| told.role == Role::Day) {
                told.role = Role::Ordinal;
            }
            return true;
        }
        self.take(atom, Role::Ordinal);
        atom.core = Core::Bare(number);
        true
    }

    /// "Q1", "quarter 1", "trimestre IV": without its year.
    fn led_by_unit(&mut self, atom: &mut Atom) -> bool {
        let Some(Word::Unit(unit, _)) = self.word(0) else {
            return false;
        };
        let (number, role) = match self.word(1) {
            Some(Word::Ordinal(number)) => (number, Role::Ordinal),
            _ => match self.number(1) {
                Some((value, 1, Suffix::None)) => {
                    (u8::try_from(value).unwrap_or_default(), Role::Number)
                }
                _ => return false,
            },
        };
        if !(1..=unit.count()).contains(&number) {
            return false;
        }
        self.take(atom, Role::Noun);
        self.take(atom, role);
        atom.core = Core::Part(unit, number);
        true
    }

    /// A month by name, perhaps with its day behind it: without its year.
    fn led_by_month(&mut self, atom: &mut Atom) -> bool {
        let Some(Word::Month(month)) = self.word(0) else {
            return false;
        };
        self.take(atom, Role::Month);
        atom.core = Core::Part(Unit::Month, month);
        if let Some(day @ 1..=31) = self.small_ordinal(0) {
            self.take(atom, Role::Day);
            atom.core = Core::Day { month, day };
        }
        true
    }

    /// A season and its year; a winter can be given both years it touches.
    fn led_by_season(&mut self, atom: &mut Atom, number: u8) -> bool {
        self.take(atom, Role::Season);
        atom.core = Core::Part(Unit::Season, number);
        self.then_year(atom, Between::Marks);
        if let Some(year) = atom.year
            && number == Unit::Season.count()
            && (self.mark(0, '/') || self.mark(0, '-'))
            && self.glued(0)
            && matches!(self.number(1), Some((next, 2 | 4, Suffix::None)) if next == year + 1 || next == (year + 1) % 100)
        {
            self.at += 1;
            self.take(atom, Role::NextYear);
        }
        true
    }

    /// "Années 2020".
    fn led_by_decades(&mut self, atom: &mut Atom) -> bool {
        let Some((year, 4, Suffix::None)) = self.number(1) else {
            return false;
        };
        self.take(atom, Role::Noun);
        self.take(atom, Role::Year);
        (atom.core, atom.year) = (Core::Decade, Some(year));
        true
    }
}
