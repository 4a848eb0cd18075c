//! Feeds: what the result of a pack answers in another. A checked paper answers questions about it.

use serde::{Deserialize, Serialize};

use crate::pack::model::ids::{ConditionId, QuestionId, Spot};

/// The questions of another pack that the result of this one answers.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Feeds {
    /// The id of the other pack.
    pub to: String,
    /// The feeds, one for each question.
    pub all: Vec<Feed>,
}

/// A question of the other pack, and what answers it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Feed {
    /// The id of the question.
    pub question: String,
    /// What is answered.
    pub gives: Gives,
    /// Where it is written.
    pub spot: Spot,
}

/// What a feed answers.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub enum Gives {
    /// Yes if the first condition is established, no if the second is, otherwise nothing.
    YesOrNo(Option<ConditionId>, Option<ConditionId>),
    /// The number that answers this question.
    Copy(QuestionId),
}
