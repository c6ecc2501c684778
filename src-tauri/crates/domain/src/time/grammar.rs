//! The grammar: how periods are put together.
//!
//! ```text
//! text     = undated | span { separator span }
//! span     = "between" end "and" end | from end to end | end to end      range
//!          | until end | before end                                      open start
//!          | from end [onwards] | since end | after end | end onwards    open end
//!          | end                                                         single
//! end      = [about] [stretch] period [sign]
//! period   = day | month | quarter | third | half | season | year | decade, as far as it is not left to its neighbours
//! ```
//! Fillers (articles, "in", "planned for") may stand before any end. What periods leave out is filled in afterwards
//! ([`super::share`]).

use super::{
    Beyond, Qualifier, Stretch, Undated,
    atom::{Atom, Core, Reader, Role, Told},
    token::{Kind, Token, Tokens},
    words::Word,
};

/// A span whose periods are atoms by their number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Draft {
    Single(usize),
    /// The two ends, and whether they are joined by a slash, which can also mean "and".
    Range(usize, usize, bool),
    Until(usize, Beyond),
    From(usize, Beyond),
    Before(usize),
    After(usize),
}

/// What the grammar makes of a text.
#[derive(Debug)]
pub(super) enum Outcome {
    /// It gives no date.
    Undated(Undated),
    /// It gives these.
    Dated(Sentence),
}

/// The spans of a text, before their periods are completed.
#[derive(Debug)]
pub(super) struct Sentence {
    pub(super) atoms: Vec<Atom>,
    pub(super) drafts: Vec<Draft>,
    /// "And", or else "or".
    pub(super) every: bool,
    pub(super) qualifiers: Vec<Qualifier>,
}

/// Reads a text; none where it is not of the grammar.
pub(super) fn parse(tokens: &Tokens) -> Option<Outcome> {
    if let Some(undated) = undated(&tokens.list) {
        return Some(Outcome::Undated(undated));
    }
    let mut parser = Parser {
        reader: Reader::new(&tokens.list, tokens.order()),
        atoms: Vec::new(),
        qualifiers: Vec::new(),
        doubt: Doubt::default(),
    };
    let mut drafts = vec![parser.span()?];
    let (mut and, mut or) = (false, false);
    while parser.reader.token(0).is_some() {
        let (some_and, some_or) = parser.separator()?;
        and |= some_and;
        or |= some_or;
        drafts.push(parser.span()?);
    }
    // "One of these and another" has no one meaning.
    if and && or {
        return None;
    }
    let Parser {
        atoms,
        mut qualifiers,
        ..
    } = parser;
    for atom in &atoms {
        qualifiers.extend(atom.approximate.then_some(Qualifier::Approximate));
        qualifiers.extend(atom.uncertain.then_some(Qualifier::Uncertain));
        qualifiers.extend(atom.stretch.map(|(stretch, _)| match stretch {
            Stretch::Early => Qualifier::Early,
            Stretch::Mid => Qualifier::Mid,
            Stretch::Late => Qualifier::Late,
        }));
    }
    qualifiers.sort_unstable();
    qualifiers.dedup();
    Some(Outcome::Dated(Sentence {
        atoms,
        drafts,
        every: !or,
        qualifiers,
    }))
}

/// What a text says instead of a date, if that is all it says.
fn undated(tokens: &[Token]) -> Option<Undated> {
    let marks: Vec<char> = tokens
        .iter()
        .filter_map(|token| mark_of(token.kind))
        .collect();
    let mut said = None;
    for token in tokens {
        match token.kind {
            Kind::Word(lexeme) => match lexeme.word {
                Word::Undated(undated) => said = said.or(Some(undated)),
                Word::Of | Word::In | Word::And | Word::Or | Word::Perhaps => {}
                _ => return None,
            },
            Kind::Mark(',' | '/' | '-' | '?' | '…') => {}
            Kind::Mark(_) | Kind::Number { .. } => return None,
        }
    }
    match (said, marks.as_slice()) {
        (Some(said), _) => Some(said),
        (None, _) if marks.len() < tokens.len() => None,
        // A dash in a cell stands for nothing; a question mark for what is still to come; two open ends for always.
        (None, ['-']) => Some(Undated::NoDate),
        (None, ['?']) => Some(Undated::ToBeConfirmed),
        (None, ['…', '/', '…']) => Some(Undated::Ongoing),
        (None, _) => None,
    }
}

fn mark_of(kind: Kind) -> Option<char> {
    match kind {
        Kind::Mark(mark) => Some(mark),
        Kind::Word(_) | Kind::Number { .. } => None,
    }
}

/// "About" and "perhaps", said of a whole span.
#[derive(Debug, Clone, Copy, Default)]
struct Doubt {
    approximate: bool,
    uncertain: bool,
}

/// What stands at the far end of a range.
enum Far {
    Atom(usize),
    Beyond(Beyond),
}

struct Parser<'t> {
    reader: Reader<'t>,
    atoms: Vec<Atom>,
    qualifiers: Vec<Qualifier>,
    /// The doubt of the span being read.
    doubt: Doubt,
}

impl Parser<'_> {
    fn word(&self) -> Option<Word> {
        self.reader.word(0)
    }

    fn pass(&mut self, tokens: usize) {
        self.reader.at += tokens;
    }

    /// What stands between two spans: whether it has an "and", and an "or".
    fn separator(&mut self) -> Option<(bool, bool)> {
        let start = self.reader.at;
        let (mut and, mut or) = (false, false);
        let line = self.reader.token(0)?.line;
        loop {
            match self.reader.token(0)?.kind {
                Kind::Mark(',' | '+') => {}
                Kind::Word(lexeme) if lexeme.word == Word::And => and = true,
                Kind::Word(lexeme) if lexeme.word == Word::Or => or = true,
                _ => break,
            }
            self.pass(1);
        }
        // A new line separates too, as in a cell of a workbook.
        (line || self.reader.at > start).then_some((and, or))
    }

    fn span(&mut self) -> Option<Draft> {
        self.doubt = Doubt::default();
        let first_atom = self.atoms.len();
        self.leading();
        let draft = self.bounded()?;
        self.trailing();
        for atom in self.atoms.get_mut(first_atom..)? {
            atom.approximate |= self.doubt.approximate;
            atom.uncertain |= self.doubt.uncertain;
        }
        Some(draft)
    }

    /// What may stand before a span: fillers, doubt, "ongoing", "to be confirmed".
    fn leading(&mut self) {
        loop {
            match self.word() {
                Some(Word::In | Word::Of | Word::On) => {}
                Some(Word::At) if self.starts_point() => {}
                Some(Word::About) => self.doubt.approximate = true,
                Some(Word::Perhaps | Word::Undated(Undated::ToBeConfirmed)) => {
                    self.doubt.uncertain = true
                }
                Some(Word::Undated(Undated::Ongoing | Undated::Recurring)) => {
                    self.pass(usize::from(self.reader.mark(1, ',')));
                }
                _ => return,
            }
            self.pass(1);
        }
    }

    /// Whether "au" or "a" is followed by what one is at, not by what one goes to.
    fn starts_point(&self) -> bool {
        let mut ahead = 1;
        while matches!(self.reader.word(ahead), Some(Word::Of | Word::De)) {
            ahead += 1;
        }
        match self.reader.token(ahead).map(|token| token.kind) {
            Some(Kind::Word(lexeme)) => matches!(
                lexeme.word,
                Word::Stretch(..)
                    | Word::HalfOrMiddle
                    | Word::Season(_)
                    | Word::Ordinal(_)
                    | Word::Last
                    | Word::Unit(..)
            ),
            Some(Kind::Number { digits: 1..=2, .. }) => {
                let mut ahead = ahead + 1;
                while matches!(self.reader.word(ahead), Some(Word::Of | Word::De)) {
                    ahead += 1;
                }
                matches!(
                    self.reader.word(ahead),
                    Some(Word::Unit(..) | Word::HalfOrMiddle)
                )
            }
            _ => false,
        }
    }

    /// What may stand behind a span: doubt, "annually". After a comma only at the end, else it is said of the next.
    fn trailing(&mut self) {
        loop {
            let comma = usize::from(self.reader.mark(0, ','));
            if comma == 1 && self.reader.token(2).is_some() {
                return;
            }
            match self.reader.token(comma).map(|token| token.kind) {
                Some(Kind::Word(lexeme)) => match lexeme.word {
                    Word::About => self.doubt.approximate = true,
                    Word::Perhaps | Word::Undated(Undated::ToBeConfirmed) => {
                        self.doubt.uncertain = true
                    }
                    Word::Undated(Undated::Ongoing | Undated::Recurring) => {}
                    _ => return,
                },
                Some(Kind::Mark('?')) => self.doubt.uncertain = true,
                _ => return,
            }
            self.pass(1 + comma);
        }
    }

    fn bounded(&mut self) -> Option<Draft> {
        match self.word() {
            Some(Word::Between) => {
                self.pass(1);
                let first = self.end()?;
                if !(self.word() == Some(Word::And) || self.joins()) {
                    return None;
                }
                self.pass(1);
                let second = self.end()?;
                Some(self.range(first, second, false))
            }
            Some(Word::Until(qualifier)) => {
                self.pass(1);
                self.until(qualifier)
            }
            Some(Word::To) => {
                self.pass(1);
                self.until(Qualifier::Until)
            }
            Some(Word::Before) => {
                self.pass(1);
                self.pass_dash();
                let end = self.end()?;
                self.qualifiers.push(Qualifier::Before);
                Some(match self.edge(end) {
                    // Before its end is within it at the latest.
                    Some(Stretch::Late) => {
                        self.forget_stretch(end);
                        Draft::Until(end, Beyond::Open)
                    }
                    Some(Stretch::Early) => {
                        self.forget_stretch(end);
                        Draft::Before(end)
                    }
                    _ => Draft::Before(end),
                })
            }
            Some(Word::After) => {
                self.pass(1);
                self.pass_dash();
                let end = self.end()?;
                self.qualifiers.push(Qualifier::After);
                if self.edge(end) == Some(Stretch::Late) {
                    self.forget_stretch(end);
                }
                Some(Draft::After(end))
            }
            Some(Word::From(qualifier)) => {
                self.pass(1);
                self.from(qualifier)
            }
            Some(Word::Des) => {
                self.pass(1);
                self.from(Qualifier::From)
            }
            Some(Word::De) => {
                self.pass(1);
                let first = self.end()?;
                if self.joins() {
                    self.joined(first)
                } else {
                    Some(Draft::Single(first))
                }
            }
            _ => self.unbounded(),
        }
    }

    fn unbounded(&mut self) -> Option<Draft> {
        // "../2024", "? - 2024", "/2024": an open or unknown start.
        let beyond = match self.reader.token(0)?.kind {
            Kind::Mark('…') => Some((Beyond::Open, 1)),
            Kind::Mark('?') => Some((Beyond::Unknown, 1)),
            Kind::Mark('/') => Some((Beyond::Unknown, 0)),
            Kind::Word(lexeme) if matches!(lexeme.word, Word::Undated(Undated::NoDate)) => {
                Some((Beyond::Unknown, 1))
            }
            _ => None,
        };
        if let Some((beyond, tokens)) = beyond {
            self.pass(tokens);
            if tokens == 1 && !self.joins() {
                return None;
            }
            self.pass(1);
            let end = self.end()?;
            return Some(Draft::Until(end, beyond));
        }
        let first = self.end()?;
        if let Some(second) = self.second_of_pair(first) {
            self.atoms.push(second);
            return Some(Draft::Range(first, self.atoms.len() - 1, false));
        }
        if self.onwards() {
            self.qualifiers.push(Qualifier::From);
            return Some(Draft::From(first, Beyond::Open));
        }
        if self.joins() {
            self.joined(first)
        } else {
            Some(Draft::Single(first))
        }
    }

    /// Whether what follows joins the ends of a range.
    fn joins(&self) -> bool {
        match self.reader.token(0).map(|token| token.kind) {
            Some(Kind::Mark('-' | '/' | '…')) => true,
            Some(Kind::Word(lexeme)) => {
                matches!(
                    lexeme.word,
                    Word::To | Word::At | Word::Until(Qualifier::Until)
                )
            }
            _ => false,
        }
    }

    fn onwards(&mut self) -> bool {
        let tokens = match self.reader.token(0).map(|token| token.kind) {
            Some(Kind::Word(lexeme)) => match lexeme.word {
                Word::Onwards | Word::Present | Word::Undated(Undated::Ongoing) => 1,
                Word::On if self.reader.token(1).is_none() => 1,
                _ => 0,
            },
            Some(Kind::Mark('+' | '…')) if self.reader.token(1).is_none() => 1,
            Some(Kind::Mark(','))
                if self.reader.word(1) == Some(Word::Undated(Undated::Ongoing))
                    && self.reader.token(2).is_none() =>
            {
                2
            }
            _ => 0,
        };
        self.pass(tokens);
        tokens > 0
    }

    /// Behind a joining word or mark, which is not passed yet: the other end of the range.
    fn joined(&mut self, first: usize) -> Option<Draft> {
        let slash = self.reader.mark(0, '/');
        self.pass(1);
        match self.far(slash)? {
            Far::Beyond(beyond) => {
                self.open_end(first);
                Some(Draft::From(first, beyond))
            }
            Far::Atom(second) => Some(self.range(first, second, slash)),
        }
    }

    fn range(&mut self, first: usize, second: usize, slash: bool) -> Draft {
        self.open_end(first);
        if self.edge(second) == Some(Stretch::Late) {
            self.forget_stretch(second);
        }
        Draft::Range(first, second, slash)
    }

    /// From the start of a period is from the period.
    fn open_end(&mut self, first: usize) {
        if self.edge(first) == Some(Stretch::Early) {
            self.forget_stretch(first);
        }
    }

    fn far(&mut self, slash: bool) -> Option<Far> {
        let beyond = match self.reader.token(0).map(|token| token.kind) {
            // Nothing behind a dash is an open end, nothing behind a slash an unknown one (EDTF, level 1).
            None => Some((if slash { Beyond::Unknown } else { Beyond::Open }, 0)),
            Some(Kind::Mark('…')) => Some((Beyond::Open, 1)),
            Some(Kind::Mark('?')) => Some((Beyond::Unknown, 1)),
            Some(Kind::Word(lexeme)) => match lexeme.word {
                Word::Present | Word::Undated(Undated::Ongoing) => Some((Beyond::Open, 1)),
                Word::Undated(Undated::ToBeConfirmed | Undated::NoDate) => {
                    Some((Beyond::Unknown, 1))
                }
                _ => None,
            },
            Some(_) => None,
        };
        match beyond {
            Some((beyond, tokens)) => {
                self.pass(tokens);
                Some(Far::Beyond(beyond))
            }
            None => self.end().map(Far::Atom),
        }
    }

    fn until(&mut self, qualifier: Qualifier) -> Option<Draft> {
        let end = self.end()?;
        let at_its_end = self.edge(end) == Some(Stretch::Late);
        if at_its_end {
            self.forget_stretch(end);
        }
        self.qualifiers.push(match qualifier {
            Qualifier::By if at_its_end => Qualifier::ByEndOf,
            qualifier => qualifier,
        });
        Some(Draft::Until(end, Beyond::Open))
    }

    fn from(&mut self, qualifier: Qualifier) -> Option<Draft> {
        let first = self.end()?;
        if self.joins() {
            return self.joined(first);
        }
        self.open_end(first);
        self.onwards();
        self.qualifiers.push(qualifier);
        Some(Draft::From(first, Beyond::Open))
    }

    /// One end: fillers, then an atom. Doubt before the second end of a range is said of that end only.
    fn end(&mut self) -> Option<usize> {
        let mut doubt = Doubt::default();
        loop {
            match self.word() {
                Some(Word::In | Word::Of | Word::De | Word::Des | Word::On) => {}
                Some(Word::At) if self.starts_point() => {}
                Some(Word::About) => doubt.approximate = true,
                Some(Word::Perhaps) => doubt.uncertain = true,
                _ => break,
            }
            self.pass(1);
        }
        let mut atom = self.reader.atom()?;
        atom.approximate |= doubt.approximate;
        atom.uncertain |= doubt.uncertain;
        self.atoms.push(atom);
        Some(self.atoms.len() - 1)
    }

    /// "2023-24", "2023/24": the second year, of which two digits are given.
    fn second_of_pair(&mut self, first: usize) -> Option<Atom> {
        let year = self
            .atoms
            .get(first)
            .filter(|atom| atom.core == Core::Year)?
            .year?;
        let joined = (self.reader.mark(0, '-') || self.reader.mark(0, '/')) && self.reader.glued(0);
        let next = self
            .reader
            .token(1)
            .filter(|_| joined && self.reader.glued(1))?;
        let Kind::Number {
            value, digits: 2, ..
        } = next.kind
        else {
            return None;
        };
        if value <= year % 100 {
            return None;
        }
        self.pass(2);
        let mut atom = self.atoms.get(first)?.clone();
        atom.year = Some(year - year % 100 + value);
        atom.told = vec![Told {
            role: Role::Year,
            lexeme: None,
            start: next.start,
            end: next.end,
        }];
        atom.end = next.end;
        Some(atom)
    }

    /// The stretch of an atom, where it is told by a word for an edge: "the end of 2023".
    fn edge(&self, atom: usize) -> Option<Stretch> {
        self.atoms
            .get(atom)?
            .stretch
            .filter(|(_, edge)| *edge)
            .map(|(stretch, _)| stretch)
    }

    /// Takes a period whole: its edge has done its work.
    fn forget_stretch(&mut self, atom: usize) {
        if let Some(atom) = self.atoms.get_mut(atom) {
            atom.stretch = None;
            atom.told.retain(|told| told.role != Role::Stretch);
        }
    }

    /// "Pre-2024", "post-2023".
    fn pass_dash(&mut self) {
        if self.reader.mark(0, '-') && self.reader.glued(0) {
            self.pass(1);
        }
    }
}
