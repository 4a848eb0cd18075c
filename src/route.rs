//! The way through an interview: every question in asking order, its state, what its answer
//! settled, and what each of its answers would settle. The map draws it.
//!
//! What an answer settled is determined at its step of the replay, with the answers before it and
//! without those after it. What a future answer would settle is determined with everything known
//! now.

use crate::answer::{Answer, Way, apply_settled, settled_vars, ways_from};
use crate::assessment::{Assessment, Entry};
use crate::boxes::{Knowledge, Status, VarSet};
use crate::interview::{Interview, Progress, Range};
use crate::judge::{self, Judgement};
use crate::pack::{ObligationId, Pack, Question, QuestionId};

/// The way through an interview.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Route {
    /// Every question of the pack, in asking order.
    pub stops: Vec<Stop>,
}

/// A question on the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stop {
    /// The question.
    pub question: QuestionId,
    /// The state of the question.
    pub state: QuestionState,
    /// Its answer, whether or not it counts.
    pub answer: Option<Answer>,
    /// What its answer settled.
    pub settled: Vec<SettledObligation>,
    /// The ways on from here; empty for a question that is for the record, not needed, or set
    /// aside.
    pub branches: Vec<Branch>,
    /// The obligations that depend on it, given all other answers.
    pub deciding: Vec<ObligationId>,
}

/// State of a question. `Spared` and `SetAside` carry the question that made it irrelevant, or
/// `None` if it always was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuestionState {
    /// Its answer counts.
    Answered,
    /// It is the next one to ask.
    Next,
    /// It may still be asked.
    Ahead,
    /// It is not asked, but may be answered for the record.
    Offered,
    /// It needs no answer.
    Spared(Option<QuestionId>),
    /// It has an answer that does not count.
    SetAside(Option<QuestionId>),
}

/// A way on from a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Branch {
    /// The answers that take this way.
    pub way: Way,
    /// Whether this way was taken.
    pub taken: bool,
    /// What it settles.
    pub settled: Vec<SettledObligation>,
    /// The range of questions left with this answer, all other answers unchanged. At first it is counted
    /// for the question asked next only; [`count_left`] counts it for another one.
    pub left: Option<Range>,
}

/// A verdict on an obligation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SettledObligation {
    /// The obligation.
    pub obligation: ObligationId,
    /// The verdict.
    pub says: Verdict,
}

/// What an answer settles about an obligation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// It applies; whether it is in place is not known.
    Applies,
    /// It applies and is not in place.
    Missing,
    /// It applies and is in place.
    InPlace,
    /// It is not in place, if it applies at all.
    MissingIfAny,
    /// It is in place, if it applies at all.
    InPlaceIfAny,
    /// It does not apply.
    RuledOut,
}

impl Verdict {
    /// Every verdict, in the order of display.
    pub const ALL: [Self; 6] =
        [Self::Applies, Self::Missing, Self::InPlace, Self::MissingIfAny, Self::InPlaceIfAny, Self::RuledOut];
}

/// Returns the way through an interview with these answers, which is at `progress`.
pub fn route(interview: &mut Interview<'_>, assessment: &Assessment, progress: &Progress) -> Route {
    let pack = interview.pack();
    let spared = interview.spared_questions(assessment, progress);
    let (mut known, mut closed) = judge::initial_knowledge(pack, assessment);
    judge::put_in_blanks(pack, assessment, &mut known);
    let mut stops = Vec::new();
    for id in pack.question_ids() {
        let question = pack.question(id);
        let answer = assessment.answer(id);
        let state = match spared.get(&id) {
            Some(&by) if answer.is_some() => QuestionState::SetAside(by),
            Some(&by) => QuestionState::Spared(by),
            None if answer.is_some() => QuestionState::Answered,
            None if progress.replay.next == Some(id) => QuestionState::Next,
            None if question.unasked => QuestionState::Offered,
            None => QuestionState::Ahead,
        };
        let live = !spared.contains_key(&id) && !question.for_record;
        let here = if state == QuestionState::Answered { &known } else { &progress.replay.known };
        let branches = if live { branches(pack, assessment, id, here) } else { Vec::new() };
        let mut settled = Vec::new();
        if let (QuestionState::Answered, Some(answer)) = (state, answer) {
            let before = judgements(pack, &known);
            apply_settled(&settled_vars(answer, question), &mut known, &mut closed);
            settled = verdicts(&before, &judgements(pack, &known));
        }
        let deciding = if live { progress.deciding_obligations(pack, id) } else { Vec::new() };
        let mut stop = Stop { question: id, state, answer: answer.cloned(), settled, branches, deciding };
        if state == QuestionState::Next {
            count_left(interview, assessment, &mut stop);
        }
        stops.push(stop);
    }
    Route { stops }
}

/// Counts the questions left after each answer to the question of `stop`. From far ahead that can take a
/// tenth of a second.
pub fn count_left(interview: &mut Interview<'_>, assessment: &Assessment, stop: &mut Stop) {
    for branch in stop.branches.iter_mut().filter(|branch| branch.left.is_none()) {
        let mut changed = assessment.clone();
        changed.answers.insert(stop.question, Entry::new(branch.way.first()));
        branch.left = Some(interview.progress(&changed).left);
    }
}

/// Returns the ways on from question `id` when `known` is known, including the one taken.
fn branches(pack: &Pack, assessment: &Assessment, id: QuestionId, known: &Knowledge) -> Vec<Branch> {
    let (question, given) = (pack.question(id), assessment.answer(id));
    let before = judgements(pack, known);
    let mut ways = ways_on(question);
    if let Some(given) = given.filter(|given| !ways.iter().any(|it| it.holds(given))) {
        ways.insert(0, Way::Answer(given.clone()));
    }
    let each = ways.into_iter().map(|way| {
        let (answer, mut then) = (way.first(), known.clone());
        apply_settled(&settled_vars(&answer, question), &mut then, &mut VarSet::default());
        Branch {
            taken: given.is_some_and(|it| way.holds(it)),
            settled: verdicts(&before, &judgements(pack, &then)),
            left: None,
            way,
        }
    });
    each.collect()
}

/// Returns the ways on from `question`, "I don't know" last; empty if rules tell no answers apart.
fn ways_on(question: &Question) -> Vec<Way> {
    let ways = ways_from(question);
    if ways.is_empty() { ways } else { ways.into_iter().chain([Way::Answer(Answer::Unsure)]).collect() }
}

fn judgements(pack: &Pack, known: &Knowledge) -> Vec<Judgement> {
    pack.obligations.iter().map(|it| judge::judge(pack, it, known)).collect()
}

/// Returns what is settled between `before` and `after`.
fn verdicts(before: &[Judgement], after: &[Judgement]) -> Vec<SettledObligation> {
    let each = before.iter().zip(after).enumerate().filter(|(_, (before, after))| before != after);
    each.filter_map(|(at, (_, now))| Some(SettledObligation { obligation: ObligationId(at), says: says(*now)? }))
        .collect()
}

fn says(now: Judgement) -> Option<Verdict> {
    match (now.applies, now.met) {
        (Status::No, _) => Some(Verdict::RuledOut),
        (Status::Yes, Status::Yes) => Some(Verdict::InPlace),
        (Status::Yes, Status::No) => Some(Verdict::Missing),
        (Status::Yes, Status::Open) => Some(Verdict::Applies),
        (Status::Open, Status::Yes) => Some(Verdict::InPlaceIfAny),
        (Status::Open, Status::No) => Some(Verdict::MissingIfAny),
        (Status::Open, Status::Open) => None,
    }
}
