//! The number of questions that an interview can still ask, counted ahead for the states it can
//! reach.

use std::borrow::Cow;

/// The least and the most questions still to come, on any path from here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Range {
    /// The least.
    pub least: usize,
    /// The most.
    pub most: usize,
}

/// The ranges of the states that an interview can reach, by fingerprint. The build script counts
/// them for shipped packs; a pack read from files has none, and its interview counts them on
/// demand.
///
/// They are looked up in the bytes that the build wrote, which takes no time at the start of the
/// program: the range before the first answer, then a row for each state, sorted by fingerprint.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CountedRanges(Cow<'static, [u8]>);

/// The bytes of a fingerprint.
const FINGERPRINT: usize = 8;

/// The bytes of a range: the least and the most, two each.
const RANGE: usize = 4;

impl CountedRanges {
    /// Sorts the ranges of states by fingerprint. `at_start` is the range before the first answer.
    ///
    /// # Panics
    /// If a range has more than 65,535 questions.
    pub fn new(at_start: Range, mut by_state: Vec<(u64, Range)>) -> Self {
        by_state.sort_unstable_by_key(|(fingerprint, _)| *fingerprint);
        let mut bytes = range_bytes(at_start).to_vec();
        for (fingerprint, range) in by_state {
            bytes.extend(fingerprint.to_be_bytes());
            bytes.extend(range_bytes(range));
        }
        Self(bytes.into())
    }

    /// Takes the ranges from what [`CountedRanges::bytes`] returned.
    pub fn from_bytes(bytes: &'static [u8]) -> Self {
        Self(bytes.into())
    }

    /// Returns the ranges as bytes.
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// Returns the range before the first answer, if it was counted.
    pub fn at_start(&self) -> Option<Range> {
        self.0.first_chunk().copied().map(range_of_bytes)
    }

    /// The number of states whose range was counted.
    pub fn state_count(&self) -> usize {
        self.rows().len()
    }

    /// Returns the range of the state with this fingerprint, if it was counted.
    pub fn range_of(&self, fingerprint: u64) -> Option<Range> {
        let rows = self.rows();
        let at = rows.binary_search_by(|row| row[..FINGERPRINT].cmp(&fingerprint.to_be_bytes())).ok()?;
        rows.get(at)?.last_chunk().copied().map(range_of_bytes)
    }

    fn rows(&self) -> &[[u8; FINGERPRINT + RANGE]] {
        self.0.get(RANGE..).unwrap_or_default().as_chunks().0
    }
}

fn range_bytes(range: Range) -> [u8; RANGE] {
    let [[a, b], [c, d]] = [range.least, range.most]
        .map(|count| u16::try_from(count).expect("a pack has fewer than 65,536 questions").to_be_bytes());
    [a, b, c, d]
}

fn range_of_bytes([a, b, c, d]: [u8; RANGE]) -> Range {
    let [least, most] = [[a, b], [c, d]].map(|count| usize::from(u16::from_be_bytes(count)));
    Range { least, most }
}
