//! Runs an example: replays its answers and compares the outcome with its claims.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::assessment::Assessment;
use crate::boxes::{Knowledge, Status};
use crate::example::claim::{Claim, ClaimedOutcome, Example, Stand};
use crate::interview::{Interview, Replay};
use crate::judge::{
    Headline, Judgement, given_warnings, headline, judge, last_day, missing_questions, reasons_for_applying,
    reasons_for_met,
};
use crate::pack::{Obligation, ObligationId, Pack, QuestionId, WarningId};

/// A claim that does not hold.
#[derive(Debug, Clone)]
pub struct Mismatch<'e> {
    /// The claim.
    pub claim: &'e Claim,
    /// The actual outcome.
    pub found: Found,
}

/// An actual outcome that differs from a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// The obligation's standing, its reasons, and the questions on which it still depends.
    Stands(Stand, Vec<String>, Vec<QuestionId>),
    /// The last day of the obligation, if it can be computed.
    LastDay(Option<Date>),
    /// The questions on which the obligation still depends.
    DependsOn(BTreeSet<QuestionId>),
    /// Whether the step or note is shown.
    Shows(Status),
    /// The next question.
    Next(Option<QuestionId>),
    /// The headline, if the pack has one.
    Headline(Option<Headline>),
    /// The questions whose answers are set aside.
    SetAside(BTreeSet<QuestionId>),
    /// The warnings that the answers bring up.
    Warns(BTreeSet<WarningId>),
}

/// Returns every claim of `example` that does not hold.
pub fn run_example<'e>(interview: &mut Interview<'_>, example: &'e Example) -> Vec<Mismatch<'e>> {
    let pack = interview.pack();
    let replay = interview.replay(&example.assessment);
    let live = example.assessment.limited_to(&replay.answered);
    let run = ExampleRun { pack, live: &live, replay: &replay };
    let differs = example.claims.iter().filter_map(|claim| Some(Mismatch { claim, found: run.differs(&claim.says)? }));
    differs.collect()
}

/// An example that has been replayed.
struct ExampleRun<'a> {
    pack: &'a Pack,
    live: &'a Assessment,
    replay: &'a Replay,
}

impl ExampleRun<'_> {
    /// Returns the actual outcome if it differs from the claim.
    fn differs(&self, says: &ClaimedOutcome) -> Option<Found> {
        match says {
            ClaimedOutcome::Stands(id, said) => {
                let stand = stand(self.judgement(*id));
                (stand != *said).then(|| self.stands(*id, stand))
            }
            ClaimedOutcome::LastDay(id, said) => {
                let day = last_day(self.pack, self.pack.obligation(*id), self.live, self.known());
                (day != Some(*said)).then_some(Found::LastDay(day))
            }
            ClaimedOutcome::DependsOn(id, said) => {
                let on: BTreeSet<QuestionId> = self.missing(*id).into_iter().collect();
                (on != *said).then_some(Found::DependsOn(on))
            }
            ClaimedOutcome::Shows(id, at, said) => {
                let shown = self.shown(self.pack.obligation(*id), *at);
                let wanted = if *said { Status::Yes } else { Status::No };
                (shown != wanted).then_some(Found::Shows(shown))
            }
            ClaimedOutcome::Next(said) => (self.replay.next != *said).then_some(Found::Next(self.replay.next)),
            ClaimedOutcome::Headline(said) => {
                let found = headline(self.pack, self.known());
                let is_so = found.as_ref().is_some_and(|headline| said.is(headline));
                (!is_so).then_some(Found::Headline(found))
            }
            ClaimedOutcome::SetAside(said) => {
                let aside: BTreeSet<QuestionId> = self.replay.set_aside.iter().copied().collect();
                (aside != *said).then_some(Found::SetAside(aside))
            }
            ClaimedOutcome::Warns(said) => {
                let warned: BTreeSet<WarningId> = given_warnings(self.pack, self.known()).collect();
                (warned != *said).then_some(Found::Warns(warned))
            }
        }
    }

    fn known(&self) -> &Knowledge {
        &self.replay.known
    }

    fn judgement(&self, id: ObligationId) -> Judgement {
        judge(self.pack, self.pack.obligation(id), self.known())
    }

    fn missing(&self, id: ObligationId) -> Vec<QuestionId> {
        missing_questions(self.pack, self.pack.obligation(id), self.known())
    }

    /// Returns whether a step or note is shown; never, for an obligation that is ruled out.
    fn shown(&self, of: &Obligation, at: usize) -> Status {
        if judge(self.pack, of, self.known()).applies == Status::No {
            return Status::No;
        }
        let when = of.advice().nth(at).and_then(|it| it.when);
        when.map_or(Status::Yes, |condition| self.pack.condition(condition).status(self.known()))
    }

    fn stands(&self, id: ObligationId, stand: Stand) -> Found {
        let of = self.pack.obligation(id);
        let mut reasons = reasons_for_applying(self.pack, self.live, of, self.known());
        if matches!(stand, Stand::InPlace | Stand::Missing) {
            reasons.extend(reasons_for_met(self.pack, self.live, of, self.known()));
        }
        Found::Stands(stand, reasons.into_iter().map(|it| it.says).collect(), self.missing(id))
    }
}

fn stand(judgement: Judgement) -> Stand {
    match (judgement.applies, judgement.met) {
        (Status::No, _) => Stand::RuledOut,
        (Status::Open, _) => Stand::Open,
        (Status::Yes, Status::Open) => Stand::Applies,
        (Status::Yes, Status::Yes) => Stand::InPlace,
        (Status::Yes, Status::No) => Stand::Missing,
    }
}
