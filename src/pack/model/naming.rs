//! Which questions name an assessment.

use serde::{Deserialize, Serialize};

use crate::pack::model::ids::QuestionId;

/// The questions whose answers, a line of text each, name an assessment. All of them are optional:
/// without them, the assessment has no name.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NamingQuestions {
    /// The question for the name of the tool, which names the assessment and its file.
    pub tool: Option<QuestionId>,
    /// The question for its vendor.
    pub vendor: Option<QuestionId>,
    /// The question for the business that uses the tool.
    pub business: Option<QuestionId>,
    /// The question for who answers.
    pub answered_by: Option<QuestionId>,
}
