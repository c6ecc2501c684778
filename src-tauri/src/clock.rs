//! The time as this laptop tells it, passed in so that a test can hold it still.

use std::sync::Arc;

use chrono::{DateTime, FixedOffset, Local, NaiveDate};

/// A clock with the laptop's offset from UTC.
#[derive(Clone)]
pub struct Clock(Arc<dyn Fn() -> DateTime<FixedOffset> + Send + Sync>);

impl Clock {
    /// The clock of the system.
    pub fn system() -> Clock {
        Clock(Arc::new(|| Local::now().fixed_offset()))
    }

    /// A clock that stands still.
    pub fn standing(at: DateTime<FixedOffset>) -> Clock {
        Clock(Arc::new(move || at))
    }

    /// The time now.
    pub fn now(&self) -> DateTime<FixedOffset> {
        (self.0)()
    }

    /// The time now, as answers write it: RFC 3339, in UTC.
    pub fn now_text(&self) -> String {
        self.now()
            .to_utc()
            .to_rfc3339_opts(chrono::SecondsFormat::Secs, true)
    }

    /// The calendar day of the person at the laptop, which begins earlier or later than that of UTC.
    pub fn today(&self) -> NaiveDate {
        self.now().date_naive()
    }

    /// The calendar day of a moment, given in milliseconds since 1970, UTC; none where it is beyond the calendar.
    pub fn day_of(&self, milliseconds: i64) -> Option<NaiveDate> {
        let time = DateTime::from_timestamp_millis(milliseconds)?;
        Some(time.with_timezone(self.now().offset()).date_naive())
    }
}
