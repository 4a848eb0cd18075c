//! How chance is drawn, and how many cases there are. A case is a tape of numbers that a property
//! reads its choices from; a failing tape is made as small as it can be.

use std::cell::Cell;
use std::fmt::Debug;

use proptest::collection::vec;
use proptest::num::u32::ANY;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

/// A tape of chance; behind its end all choices are the first.
pub struct Tape {
    values: Vec<u32>,
    at: usize,
    compared: u64,
}

impl Tape {
    /// The tape of these numbers.
    pub fn new(values: Vec<u32>) -> Self {
        Self { values, at: 0, compared: 0 }
    }

    /// One of the numbers below `count`.
    pub fn pick(&mut self, count: usize) -> usize {
        let value = self.values.get(self.at).copied().unwrap_or_default();
        self.at += 1;
        value as usize % count.max(1)
    }

    /// Whether a thing with odds of one in `count` happens.
    pub fn one_in(&mut self, count: usize) -> bool {
        self.pick(count) == count - 1
    }

    /// One of `items`.
    pub fn of<T: Copy>(&mut self, items: &[T]) -> T {
        items[self.pick(items.len())]
    }

    /// Bits below `1 << count`.
    pub fn bits(&mut self, count: usize) -> u64 {
        let wide = (self.pick(1 << 31) as u64) << 31 | self.pick(1 << 31) as u64;
        wide & ((1 << count) - 1)
    }

    /// Counts a comparison, and fails with what is `told` unless both are the same.
    #[track_caller]
    pub fn same<T: PartialEq + Debug>(&mut self, found: &T, wanted: &T, told: impl FnOnce() -> String) {
        self.compared += 1;
        assert!(found == wanted, "{}\n   found {found:?}\n  wanted {wanted:?}", told());
    }
}

/// How many quarters of what is worth looking at are looked at: one, or as many as `OBLIGATO_CASES` says.
/// With four, as where a change is let in, nothing is left out.
pub fn quarters() -> u32 {
    std::env::var("OBLIGATO_CASES").ok().and_then(|it| it.parse().ok()).unwrap_or(1)
}

/// As many of `all` as are looked at in this run.
pub fn share(all: u32) -> u32 {
    (all * quarters()).div_ceil(4)
}

/// Looks at a share of `all` tapes of `length` numbers. The tapes are always the same ones, so that a
/// failure can be seen again. Says how many comparisons were counted.
pub fn for_all(all: u32, length: usize, property: impl Fn(&mut Tape)) {
    let config = Config { cases: share(all), failure_persistence: None, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let compared = Cell::new(0);
    let outcome = runner.run(&vec(ANY, length), |values| {
        let mut tape = Tape::new(values);
        property(&mut tape);
        compared.set(compared.get() + tape.compared);
        Ok(())
    });
    if let Err(failure) = outcome {
        panic!("{failure}");
    }
    if compared.get() > 0 {
        tell(compared.get());
    }
}

/// Seen with `cargo test -- --nocapture`.
#[expect(clippy::print_stdout, reason = "so that it can be seen how much is compared")]
fn tell(compared: u64) {
    let thread = std::thread::current();
    println!("{}: {compared} comparisons", thread.name().unwrap_or_default());
}
