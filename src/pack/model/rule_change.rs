//! What a version of the pack changed in its rules.

use serde::{Deserialize, Serialize};

use crate::pack::model::ids::{ConditionId, ObligationId, SourceId, Spot};
use crate::pack::model::older::VersionNumber;

/// A change in the rules, told where answers of an older version are judged anew. It changes no result.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct RuleChange {
    /// The version that brought it.
    pub version: VersionNumber,
    /// The obligations whose result it may move.
    pub obligations: Vec<ObligationId>,
    /// When it may matter; always, without a condition.
    pub when: Option<ConditionId>,
    /// What changed and why, as whole sentences.
    pub says: String,
    /// The provisions behind it.
    pub sources: Vec<SourceId>,
    /// Where it is written.
    pub spot: Spot,
}
