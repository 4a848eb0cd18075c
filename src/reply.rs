//! Replies to letters, and other answers offered to an assessment: what they would change, which is
//! looked at before anything is taken over.

use std::collections::BTreeMap;

use crate::answer::Answer;
use crate::assessment::{Basis, Entry, Origin};
use crate::pack::{QuestionId, Who};
use crate::session::Session;

/// A reply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// To whom the letter went.
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
    /// Its answers, each with where it comes from.
    pub fn entries(&self) -> Vec<(QuestionId, Entry)> {
        let basis = match self.to {
            Who::VENDOR => Basis::Vendor,
            Who::OWNER => Basis::Own,
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

/// What answers that are offered would change.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Offer {
    /// Answers to what was open.
    pub fresh: Vec<(QuestionId, Entry)>,
    /// Answers that say something else than the assessment does.
    pub contrary: Vec<(QuestionId, Entry)>,
    /// Questions that are answered the same already.
    pub same: Vec<QuestionId>,
    /// Questions that whoever was asked cannot answer.
    pub unknown: Vec<QuestionId>,
}

impl Offer {
    /// What `entries` would change in the answers of `session`.
    pub fn of(entries: Vec<(QuestionId, Entry)>, session: &Session<'_>) -> Self {
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

    /// Whether there is nothing to take over.
    pub fn is_empty(&self) -> bool {
        self.fresh.is_empty() && self.contrary.is_empty()
    }

    /// The answers that are taken over: those to what was open, and the contrary ones if `replace`.
    pub fn taken(&self, replace: bool) -> Vec<(QuestionId, Entry)> {
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
