//! The way through an interview: every question in asking order, where it stands, what its answer
//! settled, and what each of its answers would settle. The map draws it.
//!
//! What an answer settled is told at its step of the replay: with the answers before it, and without
//! those after it. What an answer still to come would settle is told with all that is known now.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::answer::{Answer, settle, settles};
use crate::assessment::{Assessment, Entry};
use crate::boxes::{Knowledge, Status, VarSet};
use crate::condition::Scale;
use crate::interview::{Interview, Progress, Range};
use crate::judge::{self, Judgement};
use crate::pack::{Kind, ObligationId, Pack, Question, QuestionId};

/// The way through an interview.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Route {
    /// Every question of the pack, in asking order.
    pub stops: Vec<Stop>,
}

/// A question on the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stop {
    /// The question.
    pub question: QuestionId,
    /// Where it stands.
    pub state: QuestionState,
    /// Its answer, whether it counts or not.
    pub answer: Option<Answer>,
    /// What its answer settled.
    pub settled: Vec<SettledObligation>,
    /// The ways on from here; none where it leads nowhere: for the record, not needed, set aside.
    pub branches: Vec<Branch>,
    /// The obligations about which something turns on it, given all other answers.
    pub deciding: Vec<ObligationId>,
}

/// Where a question stands. In brackets: the question whose answer left nothing that depends on this
/// one; nothing where that was so from the start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuestionState {
    /// Its answer counts.
    Answered,
    /// It is the one to ask now.
    Next,
    /// It may still be asked.
    Ahead,
    /// It needs no answer now.
    Spared(Option<QuestionId>),
    /// It has an answer that does not count now.
    SetAside(Option<QuestionId>),
}

/// A way on from a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Branch {
    /// The answers that lead there.
    pub way: Way,
    /// Whether it is the way that was taken.
    pub taken: bool,
    /// What it settles there.
    pub settled: Vec<SettledObligation>,
    /// The questions that would be left with this answer, all other answers kept.
    pub left: Range,
}

/// Answers that lead the same way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Way {
    /// This answer.
    Answer(Answer),
    /// The numbers from the first to the second.
    Numbers(i64, i64),
    /// The days from the first to the second.
    Days(Date, Date),
}

/// Something settled about an obligation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SettledObligation {
    /// The obligation.
    pub obligation: ObligationId,
    /// What is settled.
    pub says: Verdict,
}

/// What is settled about an obligation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// It applies; whether it is in place is not known.
    Applies,
    /// It applies and is not in place.
    Missing,
    /// It applies and is in place.
    InPlace,
    /// It is not in place, should it apply.
    MissingIfAny,
    /// It is in place, should it apply.
    InPlaceIfAny,
    /// It does not apply.
    RuledOut,
}

impl Verdict {
    /// All of them, in the order they are told.
    pub const ALL: [Self; 6] =
        [Self::Applies, Self::Missing, Self::InPlace, Self::MissingIfAny, Self::InPlaceIfAny, Self::RuledOut];
}

/// The way through an interview with these answers, which stands at `progress`.
pub fn route(interview: &mut Interview<'_>, assessment: &Assessment, progress: &Progress) -> Route {
    let pack = interview.pack();
    let spared = interview.spared(assessment, progress);
    let (mut known, mut closed) = judge::start(pack, assessment);
    let mut stops = Vec::new();
    for id in pack.question_ids() {
        let question = pack.question(id);
        let answer = assessment.answer(id);
        let state = match spared.get(&id) {
            Some(&by) if answer.is_some() => QuestionState::SetAside(by),
            Some(&by) => QuestionState::Spared(by),
            None if answer.is_some() => QuestionState::Answered,
            None if progress.replay.next == Some(id) => QuestionState::Next,
            None => QuestionState::Ahead,
        };
        let live = !spared.contains_key(&id) && !question.for_record;
        let here = if state == QuestionState::Answered { &known } else { &progress.replay.known };
        let branches = if live { branches(interview, assessment, id, here) } else { Vec::new() };
        let mut settled = Vec::new();
        if let (QuestionState::Answered, Some(answer)) = (state, answer) {
            let before = judgements(pack, &known);
            settle(&settles(answer, question), &mut known, &mut closed);
            settled = verdicts(&before, &judgements(pack, &known));
        }
        let deciding = if live { progress.deciding(pack, id) } else { Vec::new() };
        stops.push(Stop { question: id, state, answer: answer.cloned(), settled, branches, deciding });
    }
    Route { stops }
}

/// The ways on from the question `id` where `known` is known. The way that was taken is among them.
fn branches(interview: &mut Interview<'_>, assessment: &Assessment, id: QuestionId, known: &Knowledge) -> Vec<Branch> {
    let pack = interview.pack();
    let (question, given) = (pack.question(id), assessment.answer(id));
    let before = judgements(pack, known);
    let mut ways = ways(question);
    if let Some(given) = given.filter(|given| !ways.iter().any(|it| it.holds(given))) {
        ways.insert(0, Way::Answer(given.clone()));
    }
    let each = ways.into_iter().map(|way| {
        let (answer, mut then) = (way.first(), known.clone());
        settle(&settles(&answer, question), &mut then, &mut VarSet::default());
        let mut changed = assessment.clone();
        changed.answers.insert(id, Entry::new(answer));
        Branch {
            taken: given.is_some_and(|it| way.holds(it)),
            settled: verdicts(&before, &judgements(pack, &then)),
            left: interview.progress(&changed).left,
            way,
        }
    });
    each.collect()
}

impl Way {
    /// Whether `answer` leads this way.
    pub fn holds(&self, answer: &Answer) -> bool {
        match (self, answer) {
            (Self::Answer(mine), other) => mine == other,
            (Self::Numbers(first, last), Answer::Number(it)) => (first..=last).contains(&it),
            (Self::Days(first, last), Answer::Date(it)) => (first..=last).contains(&it),
            _ => false,
        }
    }

    /// The first answer that leads this way.
    fn first(&self) -> Answer {
        match self {
            Self::Answer(answer) => answer.clone(),
            Self::Numbers(first, _) => Answer::Number(*first),
            Self::Days(first, _) => Answer::Date(*first),
        }
    }
}

/// The plain answers to `question`, those together that rules cannot tell apart: of an any-of, each
/// option alone and none; "I don't know" comes last.
fn ways(question: &Question) -> Vec<Way> {
    let answers = |answers: Vec<Answer>| answers.into_iter().map(Way::Answer);
    let mut ways: Vec<Way> = match &question.kind {
        Kind::YesNo { .. } => answers(vec![Answer::YesNo(true), Answer::YesNo(false)]).collect(),
        Kind::OneOf { options, .. } => answers((0..options.len()).map(Answer::One).collect()).collect(),
        Kind::AnyOf { options } => {
            let ticks = (0..options.len()).map(|it| Answer::Any(vec![it], false));
            answers(ticks.chain([Answer::Any(Vec::new(), false)]).collect()).collect()
        }
        Kind::Number { scale: Some(scale), specials, .. } => {
            let numbers = spans(scale).into_iter().map(|it| Way::Numbers(it.0, it.1));
            numbers.chain(answers((0..specials.len()).map(Answer::Special).collect())).collect()
        }
        Kind::Date { scale: Some(scale), .. } => {
            spans(scale).into_iter().filter_map(|it| Some(Way::Days(date(it.0)?, date(it.1)?))).collect()
        }
        _ => return Vec::new(),
    };
    ways.push(Way::Answer(Answer::Unsure));
    ways
}

/// The first and the last value of each interval of `scale` that can be answered.
fn spans(scale: &Scale) -> Vec<(i64, i64)> {
    let firsts = std::iter::once(scale.least).chain(scale.cuts.iter().copied());
    let lasts = scale.cuts.iter().map(|it| it - 1).chain([scale.most]);
    firsts.zip(lasts).filter(|it| it.0 <= it.1).collect()
}

/// The day so many days after 1970-01-01.
fn date(days: i64) -> Option<Date> {
    Date::constant(1970, 1, 1).checked_add(days.days()).ok()
}

fn judgements(pack: &Pack, known: &Knowledge) -> Vec<Judgement> {
    pack.obligations.iter().map(|it| judge::judge(pack, it, known)).collect()
}

/// What is settled between `before` and `after`.
fn verdicts(before: &[Judgement], after: &[Judgement]) -> Vec<SettledObligation> {
    let each = before.iter().zip(after).enumerate().filter(|it| it.1.0 != it.1.1);
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
