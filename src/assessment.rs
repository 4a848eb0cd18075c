//! One tool at one business: the answers given so far, with who gave them and when.

use std::collections::BTreeMap;

use crate::answer::Answer;
use crate::pack::{QuestionId, ReadingId};

/// One answer, and where it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The answer.
    pub answer: Answer,
    /// When it was given, as an RFC 3339 time.
    pub at: Option<String>,
    /// Who says so.
    pub by: Option<String>,
    /// A free note.
    pub note: Option<String>,
}

impl Entry {
    /// An answer of which nothing else is known.
    pub fn new(answer: Answer) -> Self {
        Self { answer, at: None, by: None, note: None }
    }
}

/// What has been answered. Answers are the only state: everything else is worked out from them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Assessment {
    /// The answers, by question.
    pub answers: BTreeMap<QuestionId, Entry>,
    /// The open legal points that counsel has decided for this assessment, and how.
    pub readings: BTreeMap<ReadingId, bool>,
}

impl Assessment {
    /// The answer to `question`, if there is one.
    pub fn answer(&self, question: QuestionId) -> Option<&Answer> {
        self.answers.get(&question).map(|it| &it.answer)
    }

    /// The same, with the answers to `questions` alone.
    #[must_use]
    pub fn only(&self, questions: &[QuestionId]) -> Self {
        let mut kept = self.clone();
        kept.answers.retain(|id, _| questions.contains(id));
        kept
    }
}
