//! The part of a report about one obligation.

use jiff::civil::Date;

use crate::judge::{AnswerChange, JudgedOutcome, Judgement, Reason, Turn, rolled_day};
use crate::pack::{Obligation, ObligationId, Pack, QuestionId, SourceId};
use crate::report::standing::Standing;

/// One obligation.
#[derive(Debug, Clone)]
pub struct Item<'p> {
    /// Its number.
    pub id: ObligationId,
    /// The obligation in the pack.
    pub obligation: &'p Obligation,
    /// The provisions it stands in: all if it is ruled out, else those that concern the business.
    pub sources: Vec<SourceId>,
    /// The standing under which it is shown.
    pub standing: Standing,
    /// Whether it applies, and is met.
    pub judgement: Judgement,
    /// Why it applies or is ruled out.
    pub because: Vec<Reason>,
    /// What else makes it apply, or rules it out, on its own.
    pub also_because: Vec<Reason>,
    /// Why it is in place or not.
    pub met_because: Vec<Reason>,
    /// The questions answered by the vendor on which it rests: without the vendor's word, the
    /// result would differ.
    pub vendor_says: Vec<QuestionId>,
    /// The questions it still depends on, each with the effect of its answers.
    pub settled_by: Vec<SettledBy>,
    /// The fewest answers whose change would reverse the result.
    pub would_change: Vec<AnswerChange>,
    /// The open legal points it depends on, with both outcomes.
    pub turns_on: Vec<Turn>,
    /// The steps to take, as far as they may apply.
    pub steps: Vec<Advice<'p>>,
    /// What to bear in mind.
    pub notes: Vec<Advice<'p>>,
    /// The last day to do it, if it can be computed.
    pub last_day: Option<Date>,
}

/// A question, and the effect of its answers on an obligation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettledBy {
    /// The question.
    pub question: QuestionId,
    /// Each answer and its outcome.
    pub outcomes: Vec<JudgedOutcome>,
}

/// A step or a note.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Advice<'p> {
    /// What to do or bear in mind.
    pub text: &'p str,
    /// False if it depends on an answer that is not known.
    pub certain: bool,
}

impl Item<'_> {
    /// Returns the weekday to which the law moves the last day, if that is on a weekend. The last day
    /// is the safe one all the same.
    pub fn rolled_day(&self) -> Option<Date> {
        rolled_day(self.obligation.deadline.as_ref()?, self.last_day?)
    }

    /// Returns all text about it, without its provisions. `pack` is its pack.
    pub fn text(&self, pack: &Pack) -> String {
        let of = self.obligation;
        let mut texts = vec![of.title.as_str(), &of.asks];
        texts.extend(self.steps.iter().chain(&self.notes).map(|it| it.text));
        texts.extend(of.confirm.iter().map(String::as_str));
        texts.extend(self.settled_by.iter().map(|by| pack.question(by.question).ask.as_str()));
        let reasons = self.because.iter().chain(&self.met_because).flat_map(Reason::with_all_below);
        texts.extend(reasons.map(|reason| reason.says.as_str()));
        texts.join("\n")
    }
}
