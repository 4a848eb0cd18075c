//! What changes between two packs: for each obligation, exactly how many answer profiles get
//! another result, and a smallest example of each change.
//!
//! An *answer profile* gives each question on which the obligation depends, in either pack, one of
//! the answers that the rules of the two can tell apart, and each open legal point one of three:
//! decided no, decided yes, or left open. Profiles are never enumerated: the conditions of both
//! packs become decision diagrams over one joint space, and points are counted there.

mod asked;
mod joint;
mod results;
mod warnings;
mod witness;
mod written;

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use crate::boxes::{Diagram, Diagrams, Var};
use crate::difference::joint::Joint;
use crate::difference::results::profiles_by_result;
use crate::difference::warnings::changed_warnings;
use crate::pack::{Obligation, Pack};

pub use asked::{AskedChange, How};
pub use results::Result;
pub use written::{Cause, Part, WrittenChange, written_changes};

/// What changes from one pack to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Questions, options and legal points that only one of the packs has, or whose form differs.
    pub asked: Vec<AskedChange>,
    /// Warnings that only one of the packs has, or that differ.
    pub warnings: Vec<AskedChange>,
    /// The obligations whose result changes, in the order of the new pack, then those that only the
    /// old pack has.
    pub obligations: Vec<Changed>,
    /// The number of obligations in both packs that judge every profile the same.
    pub same: usize,
}

impl Difference {
    /// Whether nothing changes.
    pub fn is_none(&self) -> bool {
        self.asked.is_empty() && self.warnings.is_empty() && self.obligations.is_empty()
    }
}

/// An obligation whose result changes for some profiles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// Its id.
    pub id: String,
    /// The number of profiles; `None` if 2^128 or more.
    pub profiles: Option<u128>,
    /// The changes, each with a count.
    pub changes: Vec<ChangedProfiles>,
}

/// Profiles whose result changes in the same way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedProfiles {
    /// The result under the old pack.
    pub old: Result,
    /// The result under the new one.
    pub new: Result,
    /// The number of profiles; `None` if 2^128 or more.
    pub profiles: Option<u128>,
    /// The fewest answers that suffice for the change, as a flat record.
    pub instance: Map<String, Value>,
}

/// The error for packs so entangled that their diagrams would be too large.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PacksTooLarge;

/// Computes what changes from `old` to `new`.
///
/// # Errors
/// [`PacksTooLarge`] when the conditions do not fit into memory as diagrams.
pub fn difference(old: &Pack, new: &Pack) -> std::result::Result<Difference, PacksTooLarge> {
    let (joint, asked) = Joint::join_packs(old, new);
    let mut diagrams = Diagrams::new(&joint.space);
    let warnings = changed_warnings(old, new, &joint, &mut diagrams);
    let mut found = Difference { asked, warnings, obligations: Vec::new(), same: 0 };
    let of = |pack: &'_ Pack, id: &str| pack.obligations.iter().position(|obligation| obligation.id == id);
    let gone = old.obligations.iter().filter(|obligation| of(new, &obligation.id).is_none());
    let ids: Vec<&str> = new.obligations.iter().chain(gone).map(|it| it.id.as_str()).collect();
    for id in ids {
        let sides = [(old, &joint.old), (new, &joint.new)].map(|(pack, map)| {
            let obligation: Option<&Obligation> = of(pack, id).and_then(|at| pack.obligations.get(at));
            profiles_by_result(obligation, pack, map, &mut diagrams)
        });
        let changed = changes(id, &sides, &joint, &mut diagrams);
        if !diagrams.is_exact() {
            return Err(PacksTooLarge);
        }
        match changed {
            Some(changed) => found.obligations.push(changed),
            None => found.same += 1,
        }
    }
    Ok(found)
}

/// The profiles of each result, under the old and the new pack.
type ProfilesByResult = [Vec<(Result, Diagram)>; 2];

fn changes(id: &str, [old, new]: &ProfilesByResult, joint: &Joint, diagrams: &mut Diagrams<'_>) -> Option<Changed> {
    let mut sets = Vec::new();
    for &(was, old) in old {
        for &(is, new) in new {
            let both = diagrams.and(old, new);
            if was != is && both != Diagram::NOTHING {
                sets.push((was, is, both));
            }
        }
    }
    if sets.is_empty() {
        return None;
    }
    let all = old.iter().chain(new).flat_map(|&(_, set)| diagrams.vars(set).iter().collect::<Vec<Var>>());
    let vars: Vec<Var> = all.collect::<BTreeSet<Var>>().into_iter().collect();
    let profiles = diagrams.count(Diagram::EVERYTHING, &vars);
    let changes = sets.into_iter().map(|(old, new, set)| ChangedProfiles {
        old,
        new,
        profiles: diagrams.count(set, &vars),
        instance: joint.record(&witness::smallest_box(set, diagrams, &joint.space)),
    });
    Some(Changed { id: id.to_owned(), profiles, changes: changes.collect() })
}
