//! What a text says of time, taken apart.

use chrono::{Days, NaiveDate};

use super::{Period, Precision, Unit};

/// A stretch at the start, in the middle or at the end of a period, as loosely as people say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stretch {
    /// "Early", "beginning of".
    Early,
    /// "Mid-", "middle of".
    Mid,
    /// "Late", "end of".
    Late,
}

impl Stretch {
    /// Which third of a year it is, from 1.
    pub(super) const fn third(self) -> u8 {
        match self {
            Stretch::Early => 1,
            Stretch::Mid => 2,
            Stretch::Late => 3,
        }
    }
}

/// One period as one point of a text gives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Point {
    /// The period.
    ///
    /// "Early 2023" is the first third of 2023, approximately, since ISO 8601-2 has a code for that.
    pub period: Period,
    /// "Early May 2023": said of a period for whose stretches there is no code. The days stay those of the period.
    pub stretch: Option<Stretch>,
    /// "About": `~` in EDTF.
    pub approximate: bool,
    /// "Perhaps", "to be confirmed": `?` in EDTF.
    pub uncertain: bool,
}

impl Point {
    /// The period as such, with nothing said about how sure it is.
    pub const fn plain(period: Period) -> Point {
        Point {
            period,
            stretch: None,
            approximate: false,
            uncertain: false,
        }
    }

    pub(super) fn with(self, period: Period) -> Point {
        Point { period, ..self }
    }

    /// The stretch of a year it is, where it is one said as "early", "mid-" or "late".
    pub(super) fn third(self) -> Option<Stretch> {
        match self.period {
            Period::Part {
                unit: Unit::Third,
                number,
                ..
            } if self.approximate => match number {
                1 => Some(Stretch::Early),
                2 => Some(Stretch::Mid),
                _ => Some(Stretch::Late),
            },
            _ => None,
        }
    }
}

/// Why one side has no day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Beyond {
    /// There is no end on that side (`..` in EDTF).
    Open,
    /// There is one, and it is not known (nothing in EDTF).
    Unknown,
}

/// One stretch of time without gaps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Span {
    /// Within one period.
    Single(Point),
    /// From the first day of one period to the last day of another.
    Range(Point, Point),
    /// Up to the last day of a period.
    Until(Point, Beyond),
    /// From the first day of a period on.
    From(Point, Beyond),
    /// Up to the day before a period.
    Before(Point),
    /// From the day after a period on.
    After(Point),
}

impl Span {
    /// The points it is told with.
    pub fn points(&self) -> impl Iterator<Item = Point> {
        let (first, second) = match *self {
            Span::Single(point)
            | Span::Until(point, _)
            | Span::From(point, _)
            | Span::Before(point)
            | Span::After(point) => (point, None),
            Span::Range(first, last) => (first, Some(last)),
        };
        std::iter::once(first).chain(second)
    }

    /// The first day, unless it is open or unknown.
    pub fn first(&self) -> Option<NaiveDate> {
        match self {
            Span::Single(point) | Span::Range(point, _) | Span::From(point, _) => {
                Some(point.period.first())
            }
            Span::After(point) => point.period.last().succ_opt(),
            Span::Until(..) | Span::Before(_) => None,
        }
    }

    /// The last day, inclusive, unless it is open or unknown.
    pub fn last(&self) -> Option<NaiveDate> {
        match self {
            Span::Single(point) | Span::Range(_, point) | Span::Until(point, _) => {
                Some(point.period.last())
            }
            Span::Before(point) => point.period.first().checked_sub_days(Days::new(1)),
            Span::From(..) | Span::After(_) => None,
        }
    }

    /// The coarsest precision of its ends, or open.
    pub fn precision(&self) -> Precision {
        match self {
            Span::Single(point) => point.period.precision(),
            Span::Range(first, last) => first.period.precision().max(last.period.precision()),
            Span::Until(..) | Span::From(..) | Span::Before(_) | Span::After(_) => Precision::Open,
        }
    }

    /// The same days without "before" and "after", which EDTF does not have.
    ///
    /// None where the neighbouring period lies beyond the years that can be named.
    pub(super) fn inclusive(self) -> Option<Span> {
        Some(match self {
            Span::Before(point) => Span::Until(point.with(point.period.previous()?), Beyond::Open),
            Span::After(point) => Span::From(point.with(point.period.next()?), Beyond::Open),
            span => span,
        })
    }
}

/// What is said instead of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Undated {
    /// "Ongoing", "continuous".
    Ongoing,
    /// "Every year", "regularly".
    Recurring,
    /// "On request", "as needed".
    OnRequest,
    /// "To be confirmed", "TBD".
    ToBeConfirmed,
    /// "N/A", "no date", "unknown".
    NoDate,
}

impl Undated {
    /// Open where time passes without an end being meant, unknown where nothing is said of when.
    pub const fn precision(self) -> Precision {
        match self {
            Undated::Ongoing | Undated::Recurring => Precision::Open,
            Undated::OnRequest | Undated::ToBeConfirmed | Undated::NoDate => Precision::Unknown,
        }
    }
}

/// What a text says of time.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Structure {
    /// The text was not understood.
    NotUnderstood,
    /// The text was understood, and gives no date.
    Undated(Undated),
    /// One stretch of time.
    Span(Span),
    /// Several, with or without gaps.
    List {
        /// The stretches in the order of the text, at least two.
        spans: Vec<Span>,
        /// All of them ("and"), or else one of them ("or").
        every: bool,
    },
}

impl Structure {
    /// The stretches of time, in the order of the text.
    pub fn spans(&self) -> &[Span] {
        match self {
            Structure::NotUnderstood | Structure::Undated(_) => &[],
            Structure::Span(span) => std::slice::from_ref(span),
            Structure::List { spans, .. } => spans,
        }
    }

    /// The first day of all, unless it is open or unknown.
    pub fn first(&self) -> Option<NaiveDate> {
        let firsts: Option<Vec<_>> = self.spans().iter().map(Span::first).collect();
        firsts?.into_iter().min()
    }

    /// The last day of all, inclusive, unless it is open or unknown.
    pub fn last(&self) -> Option<NaiveDate> {
        let lasts: Option<Vec<_>> = self.spans().iter().map(Span::last).collect();
        lasts?.into_iter().max()
    }

    /// How exact it is: the coarsest of its ends.
    pub fn precision(&self) -> Precision {
        match self {
            Structure::NotUnderstood => Precision::Unknown,
            Structure::Undated(undated) => undated.precision(),
            Structure::Span(_) | Structure::List { .. } => self
                .spans()
                .iter()
                .map(Span::precision)
                .max()
                .unwrap_or(Precision::Unknown),
        }
    }

    /// The same with every stretch in the form EDTF has for it.
    pub(super) fn inclusive(&self) -> Option<Structure> {
        Some(match self {
            Structure::NotUnderstood | Structure::Undated(_) => self.clone(),
            Structure::Span(span) => Structure::Span(span.inclusive()?),
            Structure::List { spans, every } => Structure::List {
                spans: spans
                    .iter()
                    .map(|span| span.inclusive())
                    .collect::<Option<_>>()?,
                every: *every,
            },
        })
    }
}

/// How a text words what it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Qualifier {
    /// "About", "circa".
    Approximate,
    /// "Perhaps", "to be confirmed".
    Uncertain,
    /// "Early", "beginning of".
    Early,
    /// "Mid-".
    Mid,
    /// "Late", "end of".
    Late,
    /// "By", "no later than".
    By,
    /// "By the end of".
    ByEndOf,
    /// "Until".
    Until,
    /// "Before".
    Before,
    /// "From ... on", "onwards".
    From,
    /// "Since".
    Since,
    /// "After".
    After,
}
