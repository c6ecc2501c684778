//! The simulated ten years: working days from October 2016 to September 2026.

use chrono::{DateTime, Datelike, NaiveDate};

/// Milliseconds of a day.
pub(crate) const DAY: i64 = 86_400_000;
/// Monday, 3 October 2016, midnight UTC, in milliseconds since 1970.
pub(crate) const START: i64 = 1_475_452_800_000;
/// How many days are simulated; the last is 30 September 2026.
pub(crate) const DAYS: i64 = 3_650;
/// The end of the last day.
pub(crate) const END: i64 = START + DAYS * DAY;

/// A month, counted from January 2016.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Month(pub i32);

impl Month {
    /// The month a time falls into.
    pub fn of(wall: i64) -> Month {
        let day = date(wall);
        Month((day.year() - 2016) * 12 + day.month0() as i32)
    }

    /// The year.
    pub fn year(self) -> i32 {
        2016 + self.0.div_euclid(12)
    }

    /// The month of the year, from 0.
    pub fn of_year(self) -> usize {
        self.0.rem_euclid(12) as usize
    }

    /// The quarter of the year, from 1.
    pub fn quarter(self) -> i32 {
        self.0.rem_euclid(12) / 3 + 1
    }

    /// A time in the middle of the month.
    pub fn middle(self) -> i64 {
        NaiveDate::from_ymd_opt(self.year(), self.of_year() as u32 + 1, 14).map_or(START, |day| {
            day.and_time(chrono::NaiveTime::MIN)
                .and_utc()
                .timestamp_millis()
        })
    }
}

/// The day a time falls on.
pub(crate) fn date(wall: i64) -> NaiveDate {
    DateTime::from_timestamp_millis(wall).map_or(NaiveDate::MIN, |time| time.date_naive())
}

/// The number of a time's day, from the first simulated one.
pub(crate) fn day(wall: i64) -> i64 {
    (wall - START).div_euclid(DAY)
}

/// A time on a day, or on the Monday after it where it is a Saturday or a Sunday.
pub(crate) fn at_work(day: i64, minute: u32) -> i64 {
    let day = match day.rem_euclid(7) {
        5 => day + 2,
        6 => day + 1,
        _ => day,
    };
    START + day * DAY + i64::from(minute) * 60_000
}

/// The share of all records of a kind that each year brings, in thousandths: the network grows.
const YEARS: [i64; 10] = [45, 60, 75, 90, 105, 115, 125, 130, 130, 125];

/// The day on which the n-th of a number of records comes, when they are spread over the years from a first day on.
pub(crate) fn spread(n: u32, total: u32, first: i64) -> i64 {
    let mut share = (i64::from(n) * 2 + 1) * 500_000 / i64::from(total.max(1));
    let days = DAYS - first - 10;
    for (year, weight) in YEARS.iter().enumerate() {
        let weight = weight * 1_000;
        if share < weight {
            return first + (year as i64 * days + share * days / weight) / YEARS.len() as i64;
        }
        share -= weight;
    }
    DAYS - 10
}
