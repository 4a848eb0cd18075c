//! Replies to letters, and other answers offered to an assessment: the changes they would make, to
//! review before they are applied.

use std::collections::BTreeMap;

use crate::answer::Answer;
use crate::assessment::{Basis, Entry, Origin};
use crate::pack::{QuestionId, Who};
use crate::session::Session;

/// A reply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// The addressee of the letter.
    pub to: Who,
    /// Who replied.
    pub by: String,
    /// When, as an RFC 3339 time.
    pub at: String,
    /// The answers.
    pub answers: BTreeMap<QuestionId, ReplyEntry>,
}

/// An answer in a reply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReplyEntry {
    /// The answer.
    pub answer: Answer,
    /// Where the evidence for it lies.
    pub evidence: Option<String>,
    /// A note.
    pub note: Option<String>,
}

impl Reply {
    /// Returns its answers, each with its origin.
    pub fn entries(&self) -> Vec<(QuestionId, Entry)> {
        let basis = match self.to {
            Who::Vendor => Basis::Vendor,
            Who::Owner => Basis::Own,
            _ => Basis::Colleague,
        };
        let each = self.answers.iter().map(|(&id, told)| {
            let entry = Entry {
                answer: told.answer.clone(),
                at: Some(self.at.clone()),
                origin: Origin {
                    basis: Some(basis),
                    by: Some(self.by.clone()),
                    evidence: told.evidence.clone(),
                    note: told.note.clone(),
                },
            };
            (id, entry)
        });
        each.collect()
    }
}

/// The changes that offered answers would make.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Offer {
    /// Answers to open questions.
    pub fresh: Vec<(QuestionId, Entry)>,
    /// Answers that contradict the assessment.
    pub contrary: Vec<(QuestionId, Entry)>,
    /// Questions that the assessment already answers the same.
    pub same: Vec<QuestionId>,
    /// Questions that were open and not asked.
    pub not_asked: Vec<QuestionId>,
    /// Questions that the addressee cannot answer.
    pub unknown: Vec<QuestionId>,
}

impl Offer {
    /// Compares `entries` with the answers of `session`.
    pub fn compare_with(entries: Vec<(QuestionId, Entry)>, session: &Session<'_>) -> Self {
        let mut offer = Self::default();
        for (id, entry) in entries {
            let before = session.assessment().answer(id);
            match (&entry.answer, before) {
                (Answer::Unsure, _) => offer.unknown.push(id),
                (answer, Some(before)) if answer == before => offer.same.push(id),
                (answer, before) if before.is_none_or(|it| fills(answer, it)) => offer.fresh.push((id, entry)),
                _ => offer.contrary.push((id, entry)),
            }
        }
        offer
    }

    /// Returns the same without answers to what was open, but not asked.
    #[must_use]
    pub fn limited_to(mut self, is_asked: impl Fn(QuestionId) -> bool) -> Self {
        let (asked, not_asked): (Vec<_>, Vec<_>) = self.fresh.into_iter().partition(|(id, _)| is_asked(*id));
        self.fresh = asked;
        self.not_asked.extend(not_asked.into_iter().map(|(id, _)| id));
        self
    }

    /// Whether there is nothing to apply.
    pub fn is_empty(&self) -> bool {
        self.fresh.is_empty() && self.contrary.is_empty()
    }

    /// Returns the answers to apply: those to open questions, and the contrary ones if `replace`.
    pub fn entries_to_apply(&self, replace: bool) -> Vec<(QuestionId, Entry)> {
        let contrary = self.contrary.iter().filter(|_| replace);
        self.fresh.iter().chain(contrary).cloned().collect()
    }
}

/// Whether `answer` only fills in what `before` leaves open.
fn fills(answer: &Answer, before: &Answer) -> bool {
    match (answer, before) {
        (_, Answer::Unsure) => true,
        (Answer::Any(now, _), Answer::Any(before, true)) => before.iter().all(|it| now.contains(it)),
        _ => false,
    }
}
