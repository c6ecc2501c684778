//! The dice: whole numbers in ranges, the same on every machine.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// Draws numbers from a seed. Nothing it gives depends on the width of a pointer or on floating point.
#[derive(Debug, Clone)]
pub(crate) struct Draw(ChaCha8Rng);

impl Draw {
    /// Starts a series; those of one seed with different streams have nothing in common.
    pub fn new(seed: u64, stream: u64) -> Draw {
        let mut bytes = [0; 32];
        bytes[..8].copy_from_slice(&seed.to_le_bytes());
        let mut dice = ChaCha8Rng::from_seed(bytes);
        dice.set_stream(stream);
        Draw(dice)
    }

    /// A number below another; 0 where that is 0.
    pub fn below(&mut self, end: u32) -> u32 {
        // A shift keeps the upper half of the product, which is smaller than `end`.
        ((u64::from(self.0.next_u32()) * u64::from(end)) >> 32) as u32
    }

    /// A number from a range, both ends within it.
    pub fn from(&mut self, first: i32, last: i32) -> i32 {
        let width = last.saturating_sub(first).saturating_add(1).max(1);
        first + self.below(width.unsigned_abs()) as i32
    }

    /// Whether something happens that happens so many times in a thousand.
    pub fn chance(&mut self, per_mille: u32) -> bool {
        self.below(1000) < per_mille
    }

    /// The place of one of several, by their weights.
    pub fn weighted(&mut self, weights: &[u32]) -> usize {
        let mut left = self.below(weights.iter().sum());
        for (place, weight) in weights.iter().enumerate() {
            if left < *weight {
                return place;
            }
            left -= weight;
        }
        0
    }

    /// One of several; the first where the list has more than 2^32.
    pub fn pick<'l, T>(&mut self, list: &'l [T]) -> Option<&'l T> {
        list.get(self.place(list.len()))
    }

    /// A place in a list of a length.
    pub fn place(&mut self, length: usize) -> usize {
        self.below(u32::try_from(length).unwrap_or(1)) as usize
    }

    /// 32 bytes.
    pub fn bytes(&mut self) -> [u8; 32] {
        let mut bytes = [0; 32];
        self.0.fill_bytes(&mut bytes);
        bytes
    }
}
