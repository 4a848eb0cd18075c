//! Chance without an end, from a seed that is told: `OBLIGATO_SEED`, or 1.

use crate::oracle::tape::Tape;

/// A stream of numbers as chance would draw them (`SplitMix64`).
pub struct Chance(u64);

/// The seed of this run.
pub fn seed() -> u64 {
    std::env::var("OBLIGATO_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(1)
}

impl Chance {
    /// The stream that begins at `seed`.
    pub fn from(seed: u64) -> Self {
        Self(seed)
    }

    /// The stream of one part of a run, which does not hang on what the other parts draw.
    pub fn of_part(part: u32) -> Self {
        Self(Self(seed()).next().wrapping_add(u64::from(part) << 32))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// The next numbers as a tape.
    pub fn tape(&mut self, length: usize) -> Tape {
        Tape::new((0..length).map(|_| (self.next() >> 32) as u32).collect())
    }

    /// One of the numbers below `count`.
    pub fn pick(&mut self, count: usize) -> usize {
        let count = u64::try_from(count.max(1)).expect("a count");
        usize::try_from(self.next() % count).expect("below a count")
    }

    /// One of the numbers from `least` to `most`.
    pub fn between(&mut self, least: u16, most: u16) -> u16 {
        least + u16::try_from(self.pick(usize::from(most - least) + 1)).expect("within the two")
    }

    /// One of `items`.
    pub fn of<T: Copy>(&mut self, items: &[T]) -> T {
        items[self.pick(items.len())]
    }
}
