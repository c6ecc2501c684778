//! The world of a practice network: its clock follows the plan, its dice follow the seed.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use store::World;

use crate::calendar::START;
use crate::draw::Draw;

/// A world in which the same seed gives the same ids, keys and times.
#[derive(Debug)]
pub struct SampleWorld {
    clock: SampleClock,
    draw: Draw,
}

/// The clock of a [`SampleWorld`], set by whoever plays the plan.
#[derive(Debug, Clone)]
pub struct SampleClock(Arc<AtomicI64>);

impl SampleWorld {
    /// Makes the world of a seed.
    pub fn new(seed: u64) -> SampleWorld {
        // Another stream than that of the plan, so that neither follows from the other.
        SampleWorld {
            clock: SampleClock(Arc::new(AtomicI64::new(START))),
            draw: Draw::new(seed, 1),
        }
    }

    /// Its clock.
    pub fn clock(&self) -> SampleClock {
        self.clock.clone()
    }
}

impl SampleClock {
    /// Sets the time, in milliseconds since 1970, UTC.
    pub fn set(&self, wall: i64) {
        self.0.store(wall, Ordering::Relaxed);
    }
}

impl World for SampleWorld {
    fn now(&mut self) -> i64 {
        self.clock.0.load(Ordering::Relaxed)
    }

    fn random(&mut self) -> [u8; 32] {
        self.draw.bytes()
    }

    fn machine(&mut self) -> String {
        "practice".to_owned()
    }

    fn label(&mut self) -> String {
        "Practice".to_owned()
    }

    fn user(&mut self) -> String {
        "Practice".to_owned()
    }
}
