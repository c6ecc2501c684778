//! A hybrid clock: wall time that never goes back.

/// Milliseconds of a day, the farthest ahead a received time may pull the clock.
const DAY: u64 = 86_400_000;

/// The last time given out: milliseconds since 1970 in the upper 48 bits, a counter in the lower 16.
///
/// It orders changes for display and breaks ties; it never decides whether one change had seen another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Clock(pub u64);

impl Clock {
    /// Gives the next time at a wall time in milliseconds: later than every time before, also where the wall clock
    /// stepped back.
    pub fn tick(&mut self, wall: i64) -> u64 {
        let now = u64::try_from(wall).unwrap_or(0) << 16;
        self.0 = now.max(self.0.saturating_add(1));
        self.0
    }

    /// Takes note of a received time, unless it is more than a day ahead of the wall time given.
    pub fn observe(&mut self, received: u64, wall: i64) {
        let limit = u64::try_from(wall).unwrap_or(0).saturating_add(DAY);
        if received >> 16 <= limit {
            self.0 = self.0.max(received);
        }
    }

    /// The wall time of a hybrid time, in milliseconds since 1970.
    pub fn wall(time: u64) -> i64 {
        i64::try_from(time >> 16).unwrap_or(i64::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::{Clock, DAY};

    #[test]
    fn never_goes_back_and_is_not_pulled_far_ahead() {
        let mut clock = Clock::default();
        let first = clock.tick(1_000);
        let second = clock.tick(500);
        assert!(
            second > first,
            "the wall clock stepped back, the clock must not"
        );
        clock.observe((1_000 + DAY + 1) << 16, 1_000);
        assert_eq!(
            clock.0, second,
            "a time more than a day ahead must not advance the clock"
        );
        clock.observe((1_000 + DAY) << 16, 1_000);
        assert_eq!(Clock::wall(clock.0), (1_000 + DAY) as i64);
        clock.0 = u64::MAX;
        assert_eq!(
            clock.tick(0),
            u64::MAX,
            "the counter saturates instead of wrapping"
        );
    }
}
