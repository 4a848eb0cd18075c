//! Answers that do not fit together, and whom to ask about them.

use serde::{Deserialize, Serialize};

use crate::condition::Rule;
use crate::pack::model::ids::{ConditionId, Spot};

/// A warning that some answers do not fit together. It changes no result.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Warning {
    /// Its permanent name.
    pub id: String,
    /// A sentence that names the answers.
    pub says: String,
    /// Whom to ask, or what to check.
    pub ask: String,
    /// When the answers do not fit together.
    pub rule: Rule,
    /// What would make them fit. Until it is known to hold, they do not.
    pub unless_rule: Option<Rule>,
    /// When they do not fit together, compiled.
    pub when: ConditionId,
    /// What would make them fit, compiled.
    pub unless: Option<ConditionId>,
    /// Where it is written.
    pub spot: Spot,
}

impl Warning {
    /// Yields its conditions: when it is given, and unless what.
    pub fn rules(&self) -> impl Iterator<Item = &Rule> {
        std::iter::once(&self.rule).chain(&self.unless_rule)
    }

    /// Returns all text about it.
    pub fn text(&self) -> String {
        [self.says.as_str(), &self.ask].join("\n")
    }
}
