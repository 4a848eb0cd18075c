//! The contents of a letter: which questions, why, and what each answer would mean.

use std::collections::BTreeMap;

use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::answer::{Answer, Way};
use crate::assessment::Assessment;
use crate::boxes::VarSet;
use crate::condition::days_since_epoch;
use crate::interview::Progress;
use crate::judge::{self, JudgedOutcome, Judgement};
use crate::pack::{Obligation, Pack, Question, QuestionId, Who};
use crate::session::Session;

/// What the answers alone do not tell: which assessment asks, and until when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// The mark of the assessment, which a reply repeats.
    pub assessment: String,
    /// The day by which to reply.
    pub reply_by: Date,
}

/// The number of days for a reply.
const DAYS: i64 = 14;

impl Frame {
    /// Creates the frame of a letter about the assessment with this mark, sent `today`.
    pub fn new(assessment: String, today: Date) -> Self {
        let last = today.checked_add(DAYS.days()).unwrap_or(Date::MAX);
        Self { assessment, reply_by: last }
    }
}

/// A letter.
#[derive(Debug, Clone)]
pub struct Letter<'p> {
    /// The pack the questions are from.
    pub pack: &'p Pack,
    /// The addressee.
    pub to: Who,
    /// The mark of the assessment and the day of the reply.
    pub frame: Frame,
    /// The answers that are lines of text: the tool, the vendor.
    pub about: BTreeMap<QuestionId, String>,
    /// The questions, in asking order.
    pub asked: Vec<LetterQuestion<'p>>,
}

/// A question of a letter.
#[derive(Debug, Clone)]
pub struct LetterQuestion<'p> {
    /// The question.
    pub question: &'p Question,
    /// The ticks just before it in the same section, if the question refers to them ("those
    /// items").
    pub follows: Option<(&'p Question, Answer)>,
    /// The options that the business has ticked already; only the rest is open.
    pub ticked: Vec<usize>,
    /// The obligations that depend on it.
    pub matters: Vec<&'p Obligation>,
    /// The effect of each answer on them.
    pub means: Vec<AnswerMeaning<'p>>,
}

/// What one answer would mean.
#[derive(Debug, Clone)]
pub struct AnswerMeaning<'p> {
    /// The answer, or the range of numbers or days.
    pub way: Way,
    /// The effect on each obligation whose result differs between answers.
    pub results: Vec<(&'p Obligation, Judgement)>,
}

/// Returns everybody to whom a letter can go now, with its number of questions, in the order of
/// packs.
pub fn addressees(session: &Session<'_>) -> Vec<(Who, usize)> {
    let each = Who::ALL.into_iter().map(|who| (who, questions(session, who).len()));
    each.filter(|&(_, count)| count > 0).collect()
}

/// Returns the letter to `to`. It asks nothing if `to` is not the one to know anything.
pub fn compose_letter<'p>(session: &Session<'p>, to: Who, frame: Frame) -> Letter<'p> {
    let pack = session.pack();
    let asked = questions(session, to).into_iter().map(|it| asked(session, it));
    Letter { pack, to, frame, about: about(session.assessment()), asked: asked.collect() }
}

/// Returns the questions that `to` may know and the business does not, in asking order: those left
/// open, and those never asked that `to` is the first to know. Leaves out those that change
/// nothing.
fn questions(session: &Session<'_>, to: Who) -> Vec<QuestionId> {
    let pack = session.pack();
    let open = |id: &QuestionId| {
        let question = pack.question(*id);
        match session.assessment().answer(*id) {
            Some(answer) => answer.is_unsure() && question.who.contains(&to),
            None => question.who.first() == Some(&to),
        }
    };
    let matters = |id: &QuestionId| !deciding(pack, session.progress(), *id).is_empty();
    pack.question_ids().filter(open).filter(matters).collect()
}

/// Returns the obligations that still depend on `question`, as if what was left open could yet be
/// answered.
fn deciding<'p>(pack: &'p Pack, progress: &Progress, question: QuestionId) -> Vec<&'p Obligation> {
    let ids = judge::deciding_obligations(pack, question, &progress.replay.known, &VarSet::default());
    ids.into_iter().map(|it| pack.obligation(it)).collect()
}

fn asked<'p>(session: &Session<'p>, id: QuestionId) -> LetterQuestion<'p> {
    let (pack, progress) = (session.pack(), session.progress());
    let question = pack.question(id);
    let ticked = match session.assessment().answer(id) {
        Some(Answer::Any(ticked, _)) => ticked.clone(),
        _ => Vec::new(),
    };
    let matters = deciding(pack, progress, id);
    let mut means: Vec<AnswerMeaning<'p>> = Vec::new();
    for &obligation in &matters {
        let outcomes = outcomes(session, obligation, id, &ticked);
        let moves = outcomes.windows(2).any(|pair| matches!(pair, [a, b] if a.judgement != b.judgement));
        for outcome in outcomes {
            let at = means.iter().position(|meaning| meaning.way == outcome.way).unwrap_or_else(|| {
                means.push(AnswerMeaning { way: outcome.way.clone(), results: Vec::new() });
                means.len() - 1
            });
            if let Some(meaning) = means.get_mut(at).filter(|_| moves) {
                meaning.results.push((obligation, outcome.judgement));
            }
        }
    }
    means.sort_by_key(|meaning| in_order(&meaning.way.first()));
    let means = merged(means, question);
    LetterQuestion { question, follows: follows(session, id), ticked, matters, means }
}

/// Joins neighboring ranges of numbers or days in `means` that mean the same.
fn merged<'p>(means: Vec<AnswerMeaning<'p>>, question: &Question) -> Vec<AnswerMeaning<'p>> {
    let results = |of: &AnswerMeaning<'_>| -> Vec<(String, Judgement)> {
        of.results.iter().map(|(of, judgement)| (of.id.clone(), *judgement)).collect()
    };
    let mut found: Vec<AnswerMeaning<'p>> = Vec::new();
    for next in means {
        let run = found.last_mut().filter(|run| results(run) == results(&next));
        match run.and_then(|run| Some((run.way.joined(&next.way, question)?, run))) {
            Some((way, run)) => run.way = way,
            None => found.push(next),
        }
    }
    found
}

fn follows<'p>(session: &Session<'p>, id: QuestionId) -> Option<(&'p Question, Answer)> {
    let pack = session.pack();
    let before = session.progress().replay.answered.iter().rev().copied().filter(|earlier| *earlier < id);
    let near = before.filter(|earlier| pack.question(*earlier).section == pack.question(id).section);
    let ticked =
        near.filter_map(|earlier| Some((pack.question(earlier), session.assessment().answer(earlier)?.clone())));
    ticked.into_iter().find(|(_, answer)| matches!(answer, Answer::Any(ticked, _) if !ticked.is_empty()))
}

/// Returns the effect of each answer on `of`, with `ticked` already ticked.
fn outcomes(session: &Session<'_>, of: &Obligation, id: QuestionId, ticked: &[usize]) -> Vec<JudgedOutcome> {
    let (pack, known) = (session.pack(), &session.progress().replay.known);
    let mut all = judge::answer_outcomes(pack, of, id, known);
    for outcome in &mut all {
        let Way::Answer(Answer::Any(more, _)) = &mut outcome.way else { continue };
        more.extend(ticked);
        more.sort_unstable();
        more.dedup();
        *outcome = judge::outcome_of_way(pack, of, id, known, outcome.way.clone());
    }
    all
}

/// Sorts answers as a form offers them: options in order, yes before no, "none of them" last.
fn in_order(answer: &Answer) -> (usize, i64) {
    match answer {
        Answer::YesNo(yes) => (usize::from(!yes), 0),
        Answer::Any(ticked, _) => (ticked.first().copied().unwrap_or(usize::MAX), 0),
        Answer::One(at) => (*at, 0),
        Answer::Number(value) => (0, *value),
        Answer::Date(date) => (0, days_since_epoch(*date)),
        Answer::Special(at) => (at + 1, 0),
        Answer::Unsure | Answer::Text(_) => (0, 0),
    }
}

/// Returns the answers that are lines of text, so that the reader knows what the letter is about.
fn about(assessment: &Assessment) -> BTreeMap<QuestionId, String> {
    let texts = assessment.answers.iter().filter_map(|(&id, entry)| match &entry.answer {
        Answer::Text(text) if !text.is_empty() => Some((id, text.clone())),
        _ => None,
    });
    texts.collect()
}

impl Letter<'_> {
    /// Returns the line of text that answers `question`.
    pub fn line_of_text(&self, question: Option<QuestionId>) -> Option<&str> {
        self.about.get(&question?).map(String::as_str)
    }
}
