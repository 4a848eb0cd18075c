//! Obligations: what the law may require, when, and what to do about it.

use serde::{Deserialize, Serialize};

use crate::condition::Rule;
use crate::pack::model::headline_role::HeadlineRole;
use crate::pack::model::ids::{ConditionId, QuestionId, SourceId, Spot};
use crate::pack::model::kept::Kept;

/// The kind of an obligation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum ObligationKind {
    /// The law states it.
    Duty,
    /// A test of something you have.
    Check,
    /// A sound step that no law states as a duty.
    Practice,
    /// A neighboring law to look at.
    Also,
}

impl ObligationKind {
    /// Returns the name of this kind in a pack and in a report.
    pub fn name(self) -> &'static str {
        match self {
            Self::Duty => "duty",
            Self::Check => "check",
            Self::Practice => "practice",
            Self::Also => "also",
        }
    }
}

/// Something the law may require.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Obligation {
    /// Its permanent name.
    pub id: String,
    /// The number of its group.
    pub group: usize,
    /// What sort of thing it is.
    pub kind: ObligationKind,
    /// What to do, in a few words.
    pub title: String,
    /// What it asks.
    pub asks: String,
    /// When it applies.
    pub rule: Rule,
    /// What answers tell of its being in place.
    pub met_rule: Option<MetRule>,
    /// The condition that it applies.
    pub applies: ConditionId,
    /// The conditions that it applies and is met, and that it applies and is not met. If its
    /// `met_rule` is one-sided, the first says only that it applies and may be met.
    pub met: Option<(ConditionId, ConditionId)>,
    /// Its part in the headline, if the pack has one.
    pub role: Option<HeadlineRole>,
    /// The provisions it stands in.
    pub sources: Vec<SourceId>,
    /// What to do, step by step.
    pub steps: Vec<Step>,
    /// What to bear in mind.
    pub notes: Vec<Step>,
    /// What must still be confirmed, on the official page or with counsel.
    pub confirm: Vec<String>,
    /// By when.
    pub deadline: Option<Deadline>,
    /// What shows that it is done, if the pack says.
    pub kept: Option<Kept>,
    /// Every condition on which a statement about this obligation depends, except those of `unasked` steps and notes.
    pub tracked: Vec<ConditionId>,
    /// Where it is written.
    pub spot: Spot,
}

/// What answers tell of whether an obligation that applies is in place.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum MetRule {
    /// It is in place where this holds, and not in place where it fails.
    InPlaceIf(Rule),
    /// It is not in place where this holds; where it fails, answers do not tell.
    NotInPlaceIf(Rule),
}

impl MetRule {
    /// Returns the condition.
    pub fn rule(&self) -> &Rule {
        match self {
            Self::InPlaceIf(rule) | Self::NotInPlaceIf(rule) => rule,
        }
    }

    /// Whether answers can only tell that the obligation is not in place.
    pub fn is_one_sided(&self) -> bool {
        matches!(self, Self::NotInPlaceIf(_))
    }
}

impl Obligation {
    /// Whether answers can tell that it is not in place, but never that it is.
    pub fn has_one_sided_met(&self) -> bool {
        self.met_rule.as_ref().is_some_and(MetRule::is_one_sided)
    }

    /// Yields the conditions on which it depends whether it applies and is met.
    pub fn standing_conditions(&self) -> impl Iterator<Item = ConditionId> {
        let met = self.met.into_iter().flat_map(|(in_place, gap)| [in_place, gap]);
        std::iter::once(self.applies).chain(met)
    }

    /// Yields the texts that are shown of it.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let own = [&self.title, &self.asks].into_iter().chain(&self.confirm);
        let says = self.deadline.iter().map(|deadline| &deadline.says);
        let kept = self.kept.iter().flat_map(|kept| [&kept.done, &kept.keep, &kept.again]);
        own.chain(says).chain(kept).chain(self.advice().map(|step| &step.text)).map(String::as_str)
    }

    /// Yields the same texts, to be changed.
    pub fn texts_mut(&mut self) -> impl Iterator<Item = &mut String> {
        let own = [&mut self.title, &mut self.asks].into_iter().chain(&mut self.confirm);
        let says = self.deadline.iter_mut().map(|deadline| &mut deadline.says);
        let kept = self.kept.iter_mut().flat_map(|kept| [&mut kept.done, &mut kept.keep, &mut kept.again]);
        own.chain(says).chain(kept).chain(self.steps.iter_mut().chain(&mut self.notes).map(|step| &mut step.text))
    }

    /// Yields its steps, then its notes.
    pub fn advice(&self) -> impl Iterator<Item = &Step> {
        self.steps.iter().chain(&self.notes)
    }
}

/// A step or a note, perhaps with a condition.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Step {
    /// What to do or bear in mind.
    pub text: String,
    /// When to show it, as written.
    pub rule: Option<Rule>,
    /// When to show it, compiled.
    pub when: Option<ConditionId>,
    /// Whether no question is asked because of it alone: it is shown until answers given for other reasons rule it out.
    pub unasked: bool,
    /// The provisions of the obligation that concern only those to whom this is shown.
    pub sources: Vec<SourceId>,
}

impl Step {
    /// One that is always shown.
    pub fn always(text: &str) -> Self {
        Self { text: text.to_owned(), rule: None, when: None, unasked: false, sources: Vec::new() }
    }
}

/// The time by which an obligation must be done.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Deadline {
    /// The time in words.
    pub says: String,
    /// The date question that it counts from, and the length of time after its answer.
    pub from: Option<(QuestionId, Length)>,
    /// The provision under which a last day on a weekend moves to the next weekday, if there is one.
    pub rolls_under: Option<SourceId>,
    /// When a last day is counted, as written. Always, if there is none.
    pub rule: Option<Rule>,
    /// When a last day is counted, compiled.
    pub when: Option<ConditionId>,
}

impl Deadline {
    /// Yields the questions whose answers determine the last day: the date, then any number of
    /// months.
    pub fn counted_by(&self) -> impl Iterator<Item = QuestionId> {
        let (date, length) = self.from.map_or((None, None), |(date, length)| (Some(date), Some(length)));
        let months = length.and_then(|length| match length {
            Length::Months(question) => Some(question),
            Length::Days(_) => None,
        });
        date.into_iter().chain(months)
    }
}

/// The length of time from the date to the end of a deadline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Length {
    /// This number of calendar days.
    Days(i64),
    /// As many calendar months as the answer to this number question.
    Months(QuestionId),
}
