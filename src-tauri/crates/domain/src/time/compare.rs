//! How readings stand to each other: in order, within, before, after.
//!
//! Only first and last day count, so that a query on the two says the same. How far off "about" is, nobody said: it
//! widens nothing.

use chrono::NaiveDate;

use super::Reading;

/// An answer where time may be vague.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Answer {
    /// It is so, whichever days are meant.
    Surely,
    /// It may be so.
    Possibly,
    /// It cannot be so.
    No,
}

impl Reading {
    /// A text that sorts readings by first day, last day and precision, in the order of its bytes.
    ///
    /// An open start sorts before all days, an open end after them. What has no day on either side starts with `~` and
    /// so comes last; a caller that sorts downwards can keep it last by that sign.
    pub fn sort_key(&self) -> String {
        let precision = self.precision as u8;
        if self.first.is_none() && self.last.is_none() {
            return format!("~{precision}");
        }
        let day = |day: Option<NaiveDate>, otherwise: &str| {
            day.map_or_else(
                || otherwise.to_owned(),
                |day| day.format("%Y-%m-%d").to_string(),
            )
        };
        format!(
            "{} {} {precision}",
            day(self.first, "0000-00-00"),
            day(self.last, "9999-99-99")
        )
    }

    /// Whether all of it lies within a period: surely, if no day of it is outside; not, if no day of it is inside.
    ///
    /// An open end of the period takes in everything on that side; an open end of this reading reaches beyond any day.
    pub fn within(&self, period: &Reading) -> Answer {
        if self.has_no_day() || period.has_no_day() {
            return Answer::Possibly;
        }
        let starts_too_late =
            matches!((self.first, period.last), (Some(first), Some(last)) if first > last);
        let ends_too_early =
            matches!((self.last, period.first), (Some(last), Some(first)) if last < first);
        if starts_too_late || ends_too_early {
            return Answer::No;
        }
        let starts_inside = period
            .first
            .is_none_or(|limit| self.first.is_some_and(|first| first >= limit));
        let ends_inside = period
            .last
            .is_none_or(|limit| self.last.is_some_and(|last| last <= limit));
        if starts_inside && ends_inside {
            Answer::Surely
        } else {
            Answer::Possibly
        }
    }

    /// Whether it lies before another: surely, if its last day is before the other's first.
    pub fn before(&self, other: &Reading) -> Answer {
        if matches!((self.last, other.first), (Some(last), Some(first)) if last < first) {
            return Answer::Surely;
        }
        match (self.first, other.last) {
            (Some(first), Some(last)) if first >= last => Answer::No,
            _ => Answer::Possibly,
        }
    }

    /// Whether it lies after another: surely, if its first day is after the other's last.
    pub fn after(&self, other: &Reading) -> Answer {
        other.before(self)
    }

    fn has_no_day(&self) -> bool {
        self.first.is_none() && self.last.is_none()
    }
}
