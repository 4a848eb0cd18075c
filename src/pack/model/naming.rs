//! Which questions name an assessment.

use serde::{Deserialize, Serialize};

use crate::pack::model::ids::QuestionId;

/// The questions whose answers, a line of text each, say what an assessment is about. A pack need not
/// have any of them: then the assessment has no name.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NamingQuestions {
    /// What is the tool called? Its answer names the assessment and its file.
    pub tool: Option<QuestionId>,
    /// Who is its vendor?
    pub vendor: Option<QuestionId>,
    /// Who answers?
    pub answered_by: Option<QuestionId>,
}
