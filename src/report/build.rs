//! Computes a report from a pack and the answers.

use crate::assessment::{Assessment, Basis, LaidAside};
use crate::boxes::{Knowledge, Status};
use crate::interview::Progress;
use crate::judge::{
    self, JudgedOutcome, Judgement, PointReplays, Turn, answer_changes, answer_outcomes, decided_turn,
    established_knowledge, last_day, missing_questions, provisions_for, readings_that_matter, reasons_for_applying,
    reasons_for_met, second_reasons_for_applying,
};
use crate::pack::{Obligation, ObligationId, Pack, Question, QuestionId, ReadingId, Step};
use crate::report::clock::clocks;
use crate::report::day::day_of;
use crate::report::decided::{decided_points, replay_points};
use crate::report::item::{Advice, Item, SettledBy};
use crate::report::standing::standing;
use crate::report::totals::count_standings;
use crate::report::urgency::by_urgency;
use crate::report::warning::warnings;
use crate::report::whole::{Given, OpenPoint, Report};

/// Reports everything that `assessment`, whose interview is at `progress`, establishes under
/// `pack`.
pub fn report<'p>(pack: &'p Pack, assessment: &Assessment, progress: &Progress) -> Report<'p> {
    let live = assessment.limited_to(&progress.replay.answered);
    let without_vendor = established_knowledge(pack, &live.without_basis(Basis::Vendor));
    let replays = replay_points(pack, assessment);
    let build = ReportBuilder {
        pack,
        assessment: &live,
        known: &progress.replay.known,
        without_vendor: &without_vendor,
        replays: &replays,
    };
    let obligations: Vec<Item<'p>> = pack.obligation_ids().map(|it| build.item(it)).collect();
    let judgements: Vec<Judgement> = obligations.iter().map(|item| item.judgement).collect();
    let clocks = clocks(pack, &obligations, &live, &progress.replay.known);
    Report {
        pack,
        answered_on: assessment.answers.values().filter_map(|entry| day_of(entry.at.as_deref()?)).max(),
        complete: progress.replay.next.is_none(),
        left: progress.left,
        headline: judge::headline(pack, &progress.replay.known),
        by_urgency: by_urgency(&obligations, &clocks),
        clocks,
        totals: count_standings(obligations.iter().map(|item| item.standing)),
        readings: open_points(pack, assessment, &obligations),
        decided: decided_points(pack, assessment, &replays, &judgements),
        answers: assessment.answers.keys().filter_map(|&it| given_answer(assessment, progress, it)).collect(),
        laid_aside: laid_aside(pack, assessment).cloned().collect(),
        warnings: warnings(pack, &progress.replay.known),
        obligations,
        rejudged: None,
    }
}

/// Yields the answers laid aside whose question has no new answer.
pub fn laid_aside<'a>(pack: &Pack, assessment: &'a Assessment) -> impl Iterator<Item = &'a LaidAside> {
    let is_answered = |id| assessment.answer(id).is_some();
    assessment.laid_aside.iter().filter(move |aside| !pack.question_by_id(&aside.question).is_some_and(is_answered))
}

/// Returns the points that some obligation depends on, in the pack's order.
fn open_points(pack: &Pack, assessment: &Assessment, items: &[Item<'_>]) -> Vec<OpenPoint> {
    let turns = |id| items.iter().flat_map(|it| &it.turns_on).any(|turn| turn.reading == id);
    let point = |reading| OpenPoint { reading, stance: assessment.stance(pack, reading) };
    pack.reading_ids().filter(|&id| turns(id)).map(point).collect()
}

/// Returns the legal point `reading` with the stance it has until counsel decides.
pub fn undecided_point(pack: &Pack, reading: ReadingId) -> OpenPoint {
    OpenPoint { reading, stance: Assessment::default().stance(pack, reading) }
}

/// Returns the answer to `question` as a report gives it, without the rest of the report. `progress`
/// belongs to `assessment`.
pub fn given_answer(assessment: &Assessment, progress: &Progress, question: QuestionId) -> Option<Given> {
    let entry = assessment.answers.get(&question)?;
    Some(Given {
        question,
        answer: entry.answer.clone(),
        set_aside: progress.replay.set_aside.contains(&question),
        on: entry.at.as_deref().and_then(day_of),
        origin: entry.origin.clone(),
    })
}

struct ReportBuilder<'a, 'p> {
    pack: &'p Pack,
    assessment: &'a Assessment,
    known: &'a Knowledge,
    /// What would be known without the vendor's word.
    without_vendor: &'a Knowledge,
    /// What would be known while a decided point were left open, or either side of it taken.
    replays: &'a [PointReplays],
}

impl<'p> ReportBuilder<'_, 'p> {
    fn item(&self, id: ObligationId) -> Item<'p> {
        let (pack, known, of) = (self.pack, self.known, self.pack.obligation(id));
        let judgement = judge::judge(pack, of, known);
        let because = reasons_for_applying(pack, self.assessment, of, known);
        let also_because = second_reasons_for_applying(pack, self.assessment, of, known, &because);
        Item {
            id,
            obligation: of,
            sources: if judgement.applies == Status::No { of.sources.clone() } else { provisions_for(pack, of, known) },
            standing: standing(of.kind, judgement),
            judgement,
            because,
            also_because,
            met_because: if judgement.applies == Status::No {
                Vec::new()
            } else {
                reasons_for_met(pack, self.assessment, of, known)
            },
            vendor_says: self.vendor_says(of, judgement),
            settled_by: missing_questions(pack, of, known).into_iter().map(|it| self.settled_by(of, it)).collect(),
            would_change: answer_changes(pack, of, known),
            turns_on: self.turns_on(of),
            steps: self.advice(&of.steps),
            notes: self.advice(&of.notes),
            last_day: last_day(pack, of, self.assessment, known),
        }
    }

    /// Returns the legal points on which `of` depends, in the pack's order.
    fn turns_on(&self, of: &Obligation) -> Vec<Turn> {
        let mut turns = readings_that_matter(self.pack, of, self.known);
        turns.retain(|turn| self.replays.iter().all(|replay| replay.reading != turn.reading));
        turns.extend(self.replays.iter().filter_map(|replay| decided_turn(self.pack, of, replay)));
        turns.sort_by_key(|turn| turn.reading);
        turns
    }

    /// Returns the questions answered by the vendor on which this judgement rests, in that it would
    /// differ without them. Those that decide whether it applies come before those that decide
    /// whether it is in place.
    fn vendor_says(&self, of: &Obligation, judgement: Judgement) -> Vec<QuestionId> {
        let mut known = self.without_vendor.clone();
        let mut needed: Vec<QuestionId> = Vec::new();
        while judge::judge(self.pack, of, &known) != judgement {
            let by_vendor = |id: &QuestionId| {
                let entry = self.assessment.answers.get(id);
                !needed.contains(id) && entry.is_some_and(|entry| entry.origin.basis == Some(Basis::Vendor))
            };
            let more: Vec<QuestionId> =
                missing_questions(self.pack, of, &known).into_iter().filter(by_vendor).collect();
            if more.is_empty() {
                break;
            }
            for &var in more.iter().flat_map(|it| &self.pack.question(*it).vars) {
                known.set(var, self.known.cells_of(var));
            }
            needed.extend(more);
        }
        needed
    }

    fn settled_by(&self, of: &Obligation, question: QuestionId) -> SettledBy {
        let outcomes = answer_outcomes(self.pack, of, question, self.known);
        SettledBy { question, outcomes: joined(outcomes, self.pack.question(question)) }
    }

    fn advice(&self, steps: &'p [Step]) -> Vec<Advice<'p>> {
        let each = steps.iter().filter_map(|step| {
            let status = step.when.map_or(Status::Yes, |when| self.pack.condition(when).status(self.known));
            (status != Status::No).then_some(Advice { text: &step.text, certain: status == Status::Yes })
        });
        each.collect()
    }
}

/// Joins neighboring ranges of numbers or days in `outcomes` that have the same effect.
fn joined(outcomes: Vec<JudgedOutcome>, question: &Question) -> Vec<JudgedOutcome> {
    let mut found: Vec<JudgedOutcome> = Vec::new();
    for next in outcomes {
        let run = found.last_mut().filter(|last| last.judgement == next.judgement);
        match run.and_then(|run| Some((run.way.joined(&next.way, question)?, run))) {
            Some((way, run)) => run.way = way,
            None => found.push(next),
        }
    }
    found
}
