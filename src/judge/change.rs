//! What would change a judgement: other answers, answers still to come, and open legal points.

use crate::answer::{Answer, Settled, settles};
use crate::boxes::{Cells, Knowledge, Residual, Var, VarSet};
use crate::judge::{Judgement, judge};
use crate::pack::{Kind, Obligation, Owner, Pack, Question, QuestionId, ReadingId};

/// Another answer that would move a judgement, alone or with the others listed beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerChange {
    /// The question.
    pub question: QuestionId,
    /// The option of an any-of that would be ticked or not.
    pub option: Option<usize>,
    /// The answers that would do, as cells of the question's variable.
    pub to: Vec<usize>,
}

/// The fewest answers to change, among those the business can change, for `obligation` to move from
/// applying to ruled out or back. Empty when none can, or while it is open.
pub fn changes(pack: &Pack, obligation: &Obligation, known: &Knowledge) -> Vec<AnswerChange> {
    let changeable = |it: &&Question| it.changeable;
    let free: VarSet = pack.questions.iter().filter(changeable).flat_map(|it| it.vars.iter().copied()).collect();
    let Some(region) = pack.condition(obligation.applies).nearest(known, &free) else {
        return Vec::new();
    };
    let away = region.bounds().iter().filter(|&&(var, cells)| !known.of(var).within(cells));
    away.filter_map(|&(var, cells)| match pack.owner(var) {
        Owner::Question(question, option) => Some(AnswerChange { question, option, to: cells.iter().collect() }),
        Owner::Reading(_) => None,
    })
    .collect()
}

/// What one answer to a missing question would make of an obligation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JudgedOutcome {
    /// The answer.
    pub answer: Answer,
    /// What would be known about the obligation then.
    pub judgement: Judgement,
}

/// What each plain answer to `question` would make of `obligation`. Of an any-of: each tick alone
/// that matters, and none.
pub fn outcomes(pack: &Pack, obligation: &Obligation, question: QuestionId, known: &Knowledge) -> Vec<JudgedOutcome> {
    let of = pack.question(question);
    let matters = |var: Var| {
        let conditions = obligation.tracked.iter();
        conditions
            .map(|&it| Residual::of(pack.condition(it), known, &VarSet::default()))
            .any(|it| it.vars().any(|other| other == var))
    };
    plain_answers(of, matters)
        .into_iter()
        .map(|answer| {
            let mut then = known.clone();
            for it in settles(&answer, of) {
                if let Settled::Cell(var, cell) = it {
                    then.set(var, Cells::one(cell));
                }
            }
            JudgedOutcome { answer, judgement: judge(pack, obligation, &then) }
        })
        .collect()
}

/// One answer for each cell that rules can tell apart.
fn plain_answers(question: &Question, matters: impl Fn(Var) -> bool) -> Vec<Answer> {
    match &question.kind {
        Kind::YesNo { .. } => vec![Answer::YesNo(true), Answer::YesNo(false)],
        Kind::OneOf { options, .. } => (0..options.len()).map(Answer::One).collect(),
        Kind::AnyOf { .. } => {
            let ticks = question.vars.iter().enumerate().filter(|it| matters(*it.1));
            ticks.map(|it| Answer::Any(vec![it.0], false)).chain([Answer::Any(Vec::new(), false)]).collect()
        }
        Kind::Number { scale: Some(scale), specials, min, .. } => {
            let starts = std::iter::once(*min).chain(scale.cuts.iter().copied().filter(|it| it > min));
            let values = starts.map(Answer::Number);
            values.chain((0..specials.len()).map(Answer::Special)).collect()
        }
        _ => Vec::new(),
    }
}

/// An open legal point on which a result turns, with both outcomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turn {
    /// The point.
    pub reading: ReadingId,
    /// What is known about the obligation if the point is answered yes.
    pub if_yes: Judgement,
    /// What is known about it if the point is answered no.
    pub if_no: Judgement,
}

impl Turn {
    /// Whether the point decides only whether the obligation is met, not whether it applies.
    pub fn moves_only_met(&self) -> bool {
        self.if_yes.applies == self.if_no.applies && self.if_yes.met != self.if_no.met
    }
}

/// The readings on which it turns whether `obligation` applies or is met, as far as the answers go.
pub fn readings_that_matter(pack: &Pack, obligation: &Obligation, known: &Knowledge) -> Vec<Turn> {
    let turn = |reading: ReadingId| {
        let var = pack.reading(reading).var;
        let then = |side: bool| judge(pack, obligation, &known.with(var, Cells::one(usize::from(side))));
        Turn { reading, if_yes: then(true), if_no: then(false) }
    };
    pack.reading_ids().filter(|&id| turns_on(pack, obligation, id, known)).map(turn).collect()
}

/// Whether it turns on `reading`, if that were open, whether `obligation` applies or is met.
fn turns_on(pack: &Pack, obligation: &Obligation, reading: ReadingId, known: &Knowledge) -> bool {
    let var = pack.reading(reading).var;
    let open = known.with(var, pack.space.full(var));
    obligation.standing_conditions().any(|condition| {
        let left = Residual::of(pack.condition(condition), &open, &VarSet::default());
        left.vars().any(|other| other == var)
    })
}
