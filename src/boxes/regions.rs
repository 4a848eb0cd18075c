//! Many boxes in one piece of memory: judging reads them from front to back.

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};

use crate::boxes::region::{Bound, Region};

/// Boxes, one after the other. They are stored as bytes, which the program reads at its start
/// faster than numbers one by one.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Regions {
    /// How many bounds each box has.
    lengths: Vec<u16>,
    /// The bounds of all boxes.
    #[serde(with = "crate::boxes::packed")]
    bounds: Vec<Bound>,
}

impl Regions {
    /// Creates a list with room for as many boxes and bounds as `other` has.
    pub fn with_room_for(other: &Self) -> Self {
        Self { lengths: Vec::with_capacity(other.lengths.len()), bounds: Vec::with_capacity(other.bounds.len()) }
    }

    /// Adds the box with these bounds, which are in the order of their variables, none of them
    /// full.
    ///
    /// # Panics
    /// If the box has more bounds than a [`Space`](crate::boxes::Space) has variables.
    pub fn push(&mut self, bounds: impl IntoIterator<Item = Bound>) {
        let before = self.bounds.len();
        self.bounds.extend(bounds);
        let length = self.bounds.len() - before;
        self.lengths.push(u16::try_from(length).expect("a box has no more bounds than there are variables"));
    }

    /// The boxes in order.
    pub fn iter(&self) -> impl Iterator<Item = Region<'_>> + Clone {
        let mut rest = self.bounds.as_slice();
        self.lengths.iter().map(move |&length| {
            let (bounds, later) = rest.split_at(usize::from(length));
            rest = later;
            Region::new(bounds)
        })
    }

    /// The bounds of all boxes, one box after the other.
    pub fn bounds(&self) -> &[Bound] {
        &self.bounds
    }

    /// How many boxes there are.
    pub fn len(&self) -> usize {
        self.lengths.len()
    }

    /// Whether there is no box.
    pub fn is_empty(&self) -> bool {
        self.lengths.is_empty()
    }

    /// Whether `region` is one of the boxes.
    pub fn contains(&self, region: Region<'_>) -> bool {
        self.iter().any(|known| known == region)
    }

    /// Returns the box that constrains the fewest variables, the first of them.
    pub fn smallest(&self) -> Option<Region<'_>> {
        self.iter().min_by_key(|region| region.bounds().len())
    }

    /// Returns the same boxes, sorted by how much they leave open.
    #[must_use]
    pub fn sorted(&self) -> Self {
        let mut all: Vec<Region<'_>> = self.iter().collect();
        all.sort_by(by_size);
        all.into_iter().collect()
    }

    /// Returns the boxes that lie inside no other, sorted by how much they leave open.
    #[must_use]
    pub fn largest(&self) -> Self {
        let mut all: Vec<Region<'_>> = self.iter().collect();
        all.sort_by(by_size);
        all.dedup();
        let mut kept: Vec<Candidate<'_>> = Vec::with_capacity(all.len());
        for region in all {
            let next = Candidate::new(region);
            // A box with fewer bounds is never inside one with more, so only earlier boxes can contain
            // it; boxes with equally many bounds are compared both ways.
            if kept.iter().any(|larger| next.within(larger)) {
                continue;
            }
            let same_length = kept.partition_point(|earlier| earlier.region.bounds().len() < region.bounds().len());
            let mut at = same_length;
            while let Some(earlier) = kept.get(at) {
                if earlier.within(&next) {
                    kept.remove(at);
                } else {
                    at += 1;
                }
            }
            kept.push(next);
        }
        kept.into_iter().map(|candidate| candidate.region).collect()
    }
}

/// A box, with its variables in one word: nearly all boxes that do not contain it are told by that.
struct Candidate<'a> {
    region: Region<'a>,
    vars: u64,
}

impl<'a> Candidate<'a> {
    fn new(region: Region<'a>) -> Self {
        let vars = region.bounds().iter().fold(0, |vars, (var, _)| vars | 1 << (var.index() % 64));
        Self { region, vars }
    }

    /// Whether every point of this box is in `other`.
    fn within(&self, other: &Self) -> bool {
        other.vars & !self.vars == 0 && self.region.within(other.region)
    }
}

impl<'a> FromIterator<Region<'a>> for Regions {
    fn from_iter<T: IntoIterator<Item = Region<'a>>>(regions: T) -> Self {
        let regions: Vec<Region<'a>> = regions.into_iter().collect();
        let all_bounds = regions.iter().map(|region| region.bounds().len()).sum();
        let mut found = Self { lengths: Vec::with_capacity(regions.len()), bounds: Vec::with_capacity(all_bounds) };
        for region in regions {
            found.push(region.bounds().iter().copied());
        }
        found
    }
}

fn by_size(one: &Region<'_>, other: &Region<'_>) -> Ordering {
    one.bounds().len().cmp(&other.bounds().len()).then_with(|| one.cmp(other))
}
