//! Periods: a day, or a part of the calendar that has a name.

use chrono::{Datelike, Months, NaiveDate};

use super::Precision;

/// The first year a text can name. Earlier numbers of four digits are no years here.
pub const FIRST_YEAR: i32 = 1900;
/// The last year a text can name.
pub const LAST_YEAR: i32 = 2200;

/// A part of the calendar that is longer than a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// A calendar month.
    Month,
    /// Three months from January, April, July or October.
    Quarter,
    /// Three months from March (spring), June, September or December (winter, which ends in the next year).
    ///
    /// The Network's papers speak of northern seasons; ISO 8601-2 leaves the hemisphere of 21 to 24 unsaid.
    Season,
    /// Four months from January, May or September.
    Third,
    /// Six months from January or July.
    Half,
    /// A calendar year.
    Year,
    /// Ten years from one that ends in 0.
    Decade,
}

impl Unit {
    /// How many months it lasts.
    pub const fn months(self) -> i64 {
        match self {
            Unit::Month => 1,
            Unit::Quarter | Unit::Season => 3,
            Unit::Third => 4,
            Unit::Half => 6,
            Unit::Year => 12,
            Unit::Decade => 120,
        }
    }

    /// How many of them a year has; 1 for a year and for a decade.
    pub const fn count(self) -> u8 {
        match self {
            Unit::Month => 12,
            Unit::Quarter | Unit::Season => 4,
            Unit::Third => 3,
            Unit::Half => 2,
            Unit::Year | Unit::Decade => 1,
        }
    }

    /// Months from January of the year that names it to the start of the first.
    const fn offset(self) -> i64 {
        match self {
            Unit::Season => 2,
            _ => 0,
        }
    }
}

/// A day, or one of the calendar's parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Period {
    /// One day.
    Day(NaiveDate),
    /// A month, quarter, season, third, half, year or decade.
    Part {
        /// Which part of the calendar.
        unit: Unit,
        /// The year that names it; the first of a decade.
        year: i32,
        /// Which of the year's, from 1; always 1 for a year and a decade.
        number: u8,
    },
}

/// What becomes of a period that is moved by months.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Moved {
    /// It is one period again.
    Whole(Period),
    /// It no longer fits the calendar's parts: the first and the last of the finer ones that make it up.
    Split(Period, Period),
}

impl Moved {
    pub(super) fn first(self) -> Period {
        match self {
            Moved::Whole(period) | Moved::Split(period, _) => period,
        }
    }

    pub(super) fn last(self) -> Period {
        match self {
            Moved::Whole(period) | Moved::Split(_, period) => period,
        }
    }
}

impl Period {
    /// The calendar year, where it is one that can be named.
    pub fn year(year: i32) -> Option<Period> {
        Period::part(Unit::Year, year, 1)
    }

    /// The `number`th `unit` of a year, where there is one and the year can be named.
    pub fn part(unit: Unit, year: i32, number: u8) -> Option<Period> {
        let named =
            (FIRST_YEAR..=LAST_YEAR).contains(&year) && (1..=unit.count()).contains(&number);
        let decade = unit != Unit::Decade || year % 10 == 0;
        (named && decade).then_some(Period::Part { unit, year, number })
    }

    /// The day, where there is one and the year can be named.
    pub fn day(year: i32, month: u8, day: u8) -> Option<Period> {
        Period::of_day(NaiveDate::from_ymd_opt(year, month.into(), day.into())?)
    }

    fn of_day(day: NaiveDate) -> Option<Period> {
        (FIRST_YEAR..=LAST_YEAR)
            .contains(&day.year())
            .then_some(Period::Day(day))
    }

    /// The part of the calendar; none for a day.
    pub fn unit(self) -> Option<Unit> {
        match self {
            Period::Day(_) => None,
            Period::Part { unit, .. } => Some(unit),
        }
    }

    /// The year that names it.
    pub fn named_year(self) -> i32 {
        match self {
            Period::Day(day) => day.year(),
            Period::Part { year, .. } => year,
        }
    }

    /// Its first day.
    pub fn first(self) -> NaiveDate {
        match self {
            Period::Day(day) => day,
            Period::Part { .. } => month_start(self.start()),
        }
    }

    /// Its last day, inclusive.
    pub fn last(self) -> NaiveDate {
        match self {
            Period::Day(day) => day,
            Period::Part { unit, .. } => {
                let next = month_start(self.start() + unit.months());
                next.pred_opt().unwrap_or(next)
            }
        }
    }

    /// How exact it is.
    pub fn precision(self) -> Precision {
        match self.unit() {
            None => Precision::Day,
            Some(Unit::Month) => Precision::Month,
            Some(Unit::Quarter | Unit::Season) => Precision::Quarter,
            Some(Unit::Third | Unit::Half) => Precision::Half,
            Some(Unit::Year | Unit::Decade) => Precision::Year,
        }
    }

    /// The period of the same kind that follows, where its year can be named.
    pub fn next(self) -> Option<Period> {
        self.neighbour(1)
    }

    /// The period of the same kind that goes before, where its year can be named.
    pub fn previous(self) -> Option<Period> {
        self.neighbour(-1)
    }

    fn neighbour(self, by: i64) -> Option<Period> {
        match self {
            Period::Day(day) if by > 0 => Period::of_day(day.succ_opt()?),
            Period::Day(day) => Period::of_day(day.pred_opt()?),
            Period::Part { unit, .. } => Period::starting(unit, self.start() + by * unit.months()),
        }
    }

    /// Moves it by months; none where it would leave the years that can be named.
    ///
    /// A day that the month does not have becomes the month's last. What no longer fits its own kind is told in the
    /// coarsest kind that fits.
    pub(super) fn moved(self, months: i64) -> Option<Moved> {
        match self {
            Period::Day(day) => {
                let by = Months::new(u32::try_from(months.unsigned_abs()).ok()?);
                let day = if months < 0 {
                    day.checked_sub_months(by)
                } else {
                    day.checked_add_months(by)
                };
                Period::of_day(day?).map(Moved::Whole)
            }
            Period::Part { unit, .. } => {
                let start = self.start().checked_add(months)?;
                match Period::starting(unit, start) {
                    Some(period) => Some(Moved::Whole(period)),
                    None => Period::covering(start, unit.months()),
                }
            }
        }
    }

    /// The period, or the two ends of a row of periods, that lasts `months` from the month numbered `start`.
    pub(super) fn covering(start: i64, months: i64) -> Option<Moved> {
        let unit = [Unit::Year, Unit::Half, Unit::Quarter, Unit::Month]
            .into_iter()
            .find(|unit| start % unit.months() == 0 && months % unit.months() == 0)?;
        let first = Period::starting(unit, start)?;
        let last = Period::starting(unit, start + months - unit.months())?;
        Some(if first == last {
            Moved::Whole(first)
        } else {
            Moved::Split(first, last)
        })
    }

    /// The number of its first month, counted from January of the year 0.
    pub(super) fn start(self) -> i64 {
        match self {
            Period::Day(day) => i64::from(day.year()) * 12 + i64::from(day.month0()),
            Period::Part { unit, year, number } => {
                i64::from(year) * 12 + unit.offset() + (i64::from(number) - 1) * unit.months()
            }
        }
    }

    /// The period of this kind that starts with the month numbered `start`, if one does.
    fn starting(unit: Unit, start: i64) -> Option<Period> {
        let within = start - unit.offset();
        if within.rem_euclid(unit.months()) != 0 {
            return None;
        }
        let year = i32::try_from(within.div_euclid(12)).ok()?;
        let number = within.rem_euclid(12) / unit.months() + 1;
        Period::part(unit, year, u8::try_from(number).ok()?)
    }
}

/// The first day of the month with this number. The numbers of named years, and one decade more, all have one.
fn month_start(number: i64) -> NaiveDate {
    let year = i32::try_from(number.div_euclid(12)).unwrap_or(LAST_YEAR);
    let month = u32::try_from(number.rem_euclid(12)).unwrap_or(0) + 1;
    NaiveDate::from_ymd_opt(year, month, 1).unwrap_or(NaiveDate::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(period: Option<Period>) -> Option<(String, String)> {
        period.map(|period| (period.first().to_string(), period.last().to_string()))
    }

    #[test]
    fn parts_have_their_days() {
        for (unit, number, first, last) in [
            (Unit::Month, 2, "2024-02-01", "2024-02-29"),
            (Unit::Quarter, 1, "2024-01-01", "2024-03-31"),
            (Unit::Quarter, 4, "2024-10-01", "2024-12-31"),
            (Unit::Season, 1, "2024-03-01", "2024-05-31"),
            (Unit::Season, 4, "2024-12-01", "2025-02-28"),
            (Unit::Third, 2, "2024-05-01", "2024-08-31"),
            (Unit::Half, 2, "2024-07-01", "2024-12-31"),
            (Unit::Year, 1, "2024-01-01", "2024-12-31"),
        ] {
            let expected = Some((first.to_owned(), last.to_owned()));
            assert_eq!(
                days(Period::part(unit, 2024, number)),
                expected,
                "{unit:?} {number}"
            );
        }
        assert_eq!(
            days(Period::part(Unit::Decade, 2200, 1)),
            Some(("2200-01-01".to_owned(), "2209-12-31".to_owned()))
        );
        assert_eq!(Period::part(Unit::Decade, 2024, 1), None);
        assert_eq!(Period::part(Unit::Quarter, 2024, 5), None);
        assert_eq!(Period::year(1899), None);
        assert_eq!(Period::day(2023, 2, 29), None);
    }

    #[test]
    fn what_no_longer_fits_is_told_more_finely() {
        let part = |unit, year, number| Period::Part { unit, year, number };
        let year = part(Unit::Year, 2023, 1);
        for (months, expected) in [
            (12, Moved::Whole(part(Unit::Year, 2024, 1))),
            (
                6,
                Moved::Split(part(Unit::Half, 2023, 2), part(Unit::Half, 2024, 1)),
            ),
            (
                -3,
                Moved::Split(part(Unit::Quarter, 2022, 4), part(Unit::Quarter, 2023, 3)),
            ),
            (
                1,
                Moved::Split(part(Unit::Month, 2023, 2), part(Unit::Month, 2024, 1)),
            ),
        ] {
            assert_eq!(year.moved(months), Some(expected), "{months}");
        }
        assert_eq!(year.moved(12 * 178), None);
        assert_eq!(year.moved(i64::MAX), None);
        let winter = part(Unit::Season, 2023, 4);
        assert_eq!(
            winter.moved(3),
            Some(Moved::Whole(part(Unit::Season, 2024, 1)))
        );
    }
}
