//! The number of questions that an interview can still ask, counted ahead for the states it can
//! reach.

use serde::{Deserialize, Serialize};

/// The least and the most questions still to come, on any path from here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Range {
    /// The least.
    pub least: usize,
    /// The most.
    pub most: usize,
}

/// The ranges of the states that an interview can reach, by fingerprint. The build script counts
/// them for shipped packs; a pack read from files has none, and its interview counts them on
/// demand.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CountedRanges {
    at_start: Option<Range>,
    by_state: Vec<(u64, Range)>,
}

impl CountedRanges {
    /// Sorts the ranges of states by fingerprint. `at_start` is the range before the first answer.
    pub fn new(at_start: Range, mut by_state: Vec<(u64, Range)>) -> Self {
        by_state.sort_unstable_by_key(|(fingerprint, _)| *fingerprint);
        Self { at_start: Some(at_start), by_state }
    }

    /// Returns the range before the first answer, if it was counted.
    pub fn at_start(&self) -> Option<Range> {
        self.at_start
    }

    /// Returns the range of the state with this fingerprint, if it was counted.
    pub fn range_of(&self, fingerprint: u64) -> Option<Range> {
        let at = self.by_state.binary_search_by_key(&fingerprint, |(known, _)| *known).ok()?;
        self.by_state.get(at).map(|(_, range)| *range)
    }
}
