//! Readings moved and stretched by months, as bars are dragged.

use super::{Period, Point, Reading, Span, Structure, period::Moved};

/// What of a time is moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// All of it.
    Both,
    /// Where it begins.
    First,
    /// Where it ends.
    Last,
}

/// Why a time stays where it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fixed {
    /// The text was not understood.
    NotUnderstood,
    /// The text gives no date: "on request".
    Undated,
    /// There is no day on that side: "from 2024" has no end.
    OpenEnd,
    /// The end would pass the other one.
    Shortest,
    /// It would leave the years that can be named.
    YearOutside,
}

impl Fixed {
    /// The stable code, for messages.
    pub const fn code(self) -> &'static str {
        match self {
            Fixed::NotUnderstood => "time_not_understood",
            Fixed::Undated => "time_undated",
            Fixed::OpenEnd => "time_open",
            Fixed::Shortest => "time_shortest",
            Fixed::YearOutside => "time_outside",
        }
    }
}

/// What a reading was moved from, so that moving it back gives it back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Origin {
    reading: Reading,
    months: i64,
}

impl Reading {
    /// Moves it or one of its ends by months, earlier where negative, as [`Reading::moved`] and [`Reading::stretched`] do.
    ///
    /// # Errors
    /// Says why it stays where it is.
    pub fn shifted(&self, end: End, months: i32) -> Result<Reading, Fixed> {
        let months = i64::from(months);
        let open = match (&self.structure, end) {
            (Structure::NotUnderstood, _) => return Err(Fixed::NotUnderstood),
            (Structure::Undated(_), _) => return Err(Fixed::Undated),
            (_, End::Both) => false,
            (_, End::First) => self.first.is_none(),
            (_, End::Last) => self.last.is_none(),
        };
        if open {
            return Err(Fixed::OpenEnd);
        }
        let structure = match end {
            End::Both => self.structure.moved(months),
            End::First => self.structure.stretched(true, months),
            End::Last => self.structure.stretched(false, months),
        };
        let structure = structure.ok_or(Fixed::YearOutside)?;
        if months != 0 && structure == self.structure {
            return Err(Fixed::Shortest);
        }
        Ok(self.changed(structure))
    }

    /// Moves all of it by months, earlier where negative; printed in the form of the text it came from.
    ///
    /// A period that no longer fits its kind is told in finer ones: "2023" three months later is "Q2 2023 - Q1 2024". A
    /// day the month does not have becomes its last. Moving back by as many months gives back what was moved. What has no
    /// date, or would leave the years that can be named, stays as it is.
    pub fn moved(&self, months: i32) -> Reading {
        let (start, before) = match &self.origin {
            Some(origin) => (&origin.reading, origin.months),
            None => (self, 0),
        };
        let months = before.saturating_add(i64::from(months));
        if months == 0 {
            return start.clone();
        }
        let origin = Some(Box::new(Origin {
            reading: start.clone(),
            months,
        }));
        match start.structure.moved(months) {
            Some(structure) => Reading {
                origin,
                ..start.changed(structure)
            },
            // Beyond the years: stays, but remembers, so that moving back still comes back.
            None => Reading {
                origin,
                ..start.clone()
            },
        }
    }

    /// Moves its first day, or else its last, by months; printed in the form of the text it came from.
    ///
    /// An end that would pass the other stops there. An open end, what has no date, and what would leave the years that
    /// can be named, stay as they are.
    pub fn stretched(&self, first_end: bool, months: i32) -> Reading {
        match self.structure.stretched(first_end, months.into()) {
            Some(structure) if structure != self.structure => self.changed(structure),
            _ => self.clone(),
        }
    }

    /// This reading's text telling another structure.
    fn changed(&self, structure: Structure) -> Reading {
        let mut changed = Reading {
            language: self.language,
            qualifiers: self.qualifiers.clone(),
            form: self.form.clone(),
            ..Reading::new(&self.text, structure)
        };
        changed.text = changed.print();
        changed
    }
}

impl Structure {
    fn moved(&self, months: i64) -> Option<Structure> {
        match self {
            Structure::NotUnderstood | Structure::Undated(_) => None,
            Structure::Span(span) => span.moved(months).map(Structure::Span),
            Structure::List { spans, every } => {
                let spans = spans
                    .iter()
                    .map(|span| span.moved(months))
                    .collect::<Option<_>>()?;
                Some(Structure::List {
                    spans,
                    every: *every,
                })
            }
        }
    }

    fn stretched(&self, first_end: bool, months: i64) -> Option<Structure> {
        match self {
            Structure::NotUnderstood | Structure::Undated(_) => None,
            Structure::Span(span) => span.stretched(first_end, months).map(Structure::Span),
            Structure::List { spans, every } => {
                let mut spans = spans.clone();
                let end = if first_end {
                    spans.iter_mut().min_by_key(|span| span.first())
                } else {
                    spans
                        .iter_mut()
                        .rev()
                        .max_by_key(|span| (span.last().is_none(), span.last()))
                };
                let end = end?;
                *end = end.stretched(first_end, months)?;
                Some(Structure::List {
                    spans,
                    every: *every,
                })
            }
        }
    }
}

impl Span {
    fn moved(self, months: i64) -> Option<Span> {
        let first = |point: Point| {
            point
                .period
                .moved(months)
                .map(|moved| point.told_as(moved.first()))
        };
        let last = |point: Point| {
            point
                .period
                .moved(months)
                .map(|moved| point.told_as(moved.last()))
        };
        Some(match self {
            Span::Single(point) => match point.period.moved(months)? {
                Moved::Whole(period) => Span::Single(point.told_as(period)),
                Moved::Split(first, last) => Span::Range(point.told_as(first), point.told_as(last)),
            },
            Span::Range(a, b) => Span::Range(first(a)?, last(b)?),
            Span::Until(point, beyond) => Span::Until(last(point)?, beyond),
            Span::From(point, beyond) => Span::From(first(point)?, beyond),
            Span::Before(point) => {
                let point = first(point)?;
                point.period.previous()?;
                Span::Before(point)
            }
            Span::After(point) => {
                let point = last(point)?;
                point.period.next()?;
                Span::After(point)
            }
        })
    }

    fn stretched(self, first_end: bool, months: i64) -> Option<Span> {
        match (self, first_end) {
            (Span::Single(point), _) => stretched(point, point, first_end, months),
            (Span::Range(first, last), _) => stretched(first, last, first_end, months),
            (Span::Until(..) | Span::Before(_), false)
            | (Span::From(..) | Span::After(_), true) => self.moved(months),
            (Span::Until(..) | Span::Before(_), true)
            | (Span::From(..) | Span::After(_), false) => None,
        }
    }
}

impl Point {
    /// The same said of another period. A stretch goes with its own kind of period only.
    fn told_as(self, period: Period) -> Point {
        let stretch = self.stretch.filter(|_| period.unit() == self.period.unit());
        Point {
            stretch,
            ..self.with(period)
        }
    }
}

/// A range of which one end is moved.
fn stretched(first: Point, last: Point, first_end: bool, months: i64) -> Option<Span> {
    let (moved, other) = if first_end {
        (first, last)
    } else {
        (last, first)
    };
    let target = match (moved.period.moved(months)?, first_end) {
        (found, true) => moved.told_as(found.first()),
        (found, false) => moved.told_as(found.last()),
    };
    let (a, b) = if first_end {
        (target, other)
    } else {
        (other, target)
    };
    let (start, end) = (a.period.first(), b.period.last());
    if start > end {
        // It stops at the other end, which is all that is left.
        return Some(Span::Single(other));
    }
    let apart = a.period.last() < b.period.first();
    if apart {
        return Some(Span::Range(a, b));
    }
    if a.period == b.period {
        return Some(Span::Single(a));
    }
    // The end that stayed reaches into the other: both are told as finely as it takes.
    let found = if a.period.unit().is_some() && b.period.unit().is_some() {
        let from = a.period.start();
        Period::covering(from, b.period.next()?.start() - from)?
    } else {
        Moved::Split(Period::Day(start), Period::Day(end))
    };
    Some(match found {
        Moved::Whole(period) => Span::Single(a.told_as(period)),
        Moved::Split(first, last) => Span::Range(a.told_as(first), b.told_as(last)),
    })
}
