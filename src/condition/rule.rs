//! A condition with resolved names. Its facts stay named so that reasons can use them.

use serde::{Deserialize, Serialize};

use crate::boxes::{Cells, Formula, Space, Var};

/// A fact, by its place in the pack.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct FactId(pub usize);

/// A resolved condition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Rule {
    /// All of them; of none, always.
    All(Vec<Rule>),
    /// At least one of them; of none, never.
    Any(Vec<Rule>),
    /// Not this.
    Not(Box<Rule>),
    /// The variable is one of the cells.
    In(Var, Cells),
    /// The fact holds.
    Fact(FactId),
}

impl Rule {
    /// Whether the condition has more than `most` parts once its facts are expanded.
    pub fn is_longer_than(&self, most: usize, facts: &[Rule]) -> bool {
        self.count_down(most, facts).is_none()
    }

    /// Subtracts each part from `room` and returns the rest, or `None` if there is not enough room.
    fn count_down(&self, room: usize, facts: &[Rule]) -> Option<usize> {
        let room = room.checked_sub(1)?;
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().try_fold(room, |room, it| it.count_down(room, facts)),
            Self::Not(part) => part.count_down(room, facts),
            Self::In(..) => Some(room),
            Self::Fact(id) => facts.get(id.0).map_or(Some(room), |it| it.count_down(room, facts)),
        }
    }

    /// Expands the facts of the condition. `facts` holds the rule of each fact and has no cycles; a
    /// fact missing from it never holds.
    pub fn formula(&self, facts: &[Rule], space: &Space) -> Formula {
        let each = |parts: &[Self]| parts.iter().map(|it| it.formula(facts, space)).collect();
        match self {
            Self::All(parts) => Formula::All(each(parts)),
            Self::Any(parts) => Formula::Any(each(parts)),
            Self::Not(part) => part.formula(facts, space).not(space),
            Self::In(var, cells) => Formula::In(*var, *cells),
            Self::Fact(id) => facts.get(id.0).map_or(Formula::Any(Vec::new()), |it| it.formula(facts, space)),
        }
    }

    /// Calls `see` with every fact that the condition names directly.
    pub fn visit_facts(&self, see: &mut impl FnMut(FactId)) {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().for_each(|it| it.visit_facts(see)),
            Self::Not(part) => part.visit_facts(see),
            Self::In(..) => {}
            Self::Fact(id) => see(*id),
        }
    }
}
