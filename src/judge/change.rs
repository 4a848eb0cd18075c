//! What would change a judgement: other answers, answers still to come, and open legal points.

use crate::answer::{Answer, Way, apply_settled, settled_vars, ways_from};
use crate::boxes::{Cells, Knowledge, Residual, Var, VarSet};
use crate::judge::judgement::{Judgement, judge};
use crate::pack::{HeadlineRole, Obligation, Owner, Pack, Question, QuestionId, ReadingId, Shape};

/// Another answer that would change a judgement, alone or with the others listed beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerChange {
    /// The question.
    pub question: QuestionId,
    /// The option of an any-of question to tick or untick.
    pub option: Option<usize>,
    /// Its variable.
    pub var: Var,
    /// The answers that suffice, as cells of the variable.
    pub to: Cells,
}

/// Returns the fewest answers to change, among those the business can change, for `obligation` to
/// move from applying to ruled out or back. Empty if none can, or while it is open. What counts from an
/// event is changed only by answers that can still change after it.
pub fn answer_changes(pack: &Pack, obligation: &Obligation, known: &Knowledge) -> Vec<AnswerChange> {
    let is_event = obligation.role == Some(HeadlineRole::Event);
    let changeable = |it: &&Question| if is_event { it.changeable_after } else { it.changeable };
    let free: VarSet =
        pack.questions.iter().filter(changeable).flat_map(|question| question.vars.iter().copied()).collect();
    let Some(region) = pack.condition(obligation.applies).nearest(known, &free) else {
        return Vec::new();
    };
    let away = region.bounds().iter().filter(|&&(var, cells)| !known.cells_of(var).within(cells));
    away.filter_map(|&(var, cells)| match pack.owner(var) {
        Owner::Question(question, option) => Some(AnswerChange { question, option, var, to: cells }),
        Owner::Reading(_) => None,
    })
    .collect()
}

/// The effect of answers to a missing question on an obligation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JudgedOutcome {
    /// The answers.
    pub way: Way,
    /// What would then be known about the obligation.
    pub judgement: Judgement,
}

/// Returns the effect of each plain answer to `question` on `obligation`. An any-of question has
/// each single tick that matters, and none; a number or a date has each range that rules tell
/// apart.
pub fn answer_outcomes(
    pack: &Pack,
    obligation: &Obligation,
    question: QuestionId,
    known: &Knowledge,
) -> Vec<JudgedOutcome> {
    let of = pack.question(question);
    let mut ways = ways_from(of);
    if of.kind.shape() == Shape::Many {
        let matters = undecided(pack, obligation, known);
        let is_idle = |at: &usize| of.vars.get(*at).is_some_and(|var| !matters.has(*var));
        ways.retain(|way| match way {
            Way::Answer(Answer::Any(ticked, _)) => !ticked.iter().any(is_idle),
            Way::Answer(_) | Way::Range(_) => true,
        });
    }
    ways.into_iter().map(|way| outcome_of_way(pack, obligation, question, known, way)).collect()
}

/// Returns the variables on which a statement about `obligation` still depends.
fn undecided(pack: &Pack, obligation: &Obligation, known: &Knowledge) -> VarSet {
    let mut vars = VarSet::default();
    for &condition in &obligation.tracked {
        let left = Residual::from_primes(pack.condition(condition), known, &VarSet::default());
        left.vars().for_each(|var| vars.insert(var));
    }
    vars
}

/// Returns the effect on `obligation` of answers that lead this `way`.
pub fn outcome_of_way(
    pack: &Pack,
    obligation: &Obligation,
    question: QuestionId,
    known: &Knowledge,
    way: Way,
) -> JudgedOutcome {
    let mut then = known.clone();
    apply_settled(&settled_vars(&way.first(), pack.question(question)), &mut then, &mut VarSet::default());
    let judgement = judge(pack, obligation, &then);
    JudgedOutcome { way, judgement }
}

/// An open legal point on which a result depends, with both outcomes.
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

/// Returns the readings on which it depends whether `obligation` applies or is met, as far as the
/// answers go.
pub fn readings_that_matter(pack: &Pack, obligation: &Obligation, known: &Knowledge) -> Vec<Turn> {
    let turn = |reading: ReadingId| {
        let var = pack.reading(reading).var;
        let then = |side: bool| judge(pack, obligation, &known.with(var, Cells::one(usize::from(side))));
        Turn { reading, if_yes: then(true), if_no: then(false) }
    };
    pack.reading_ids().filter(|&id| turns_on(pack, obligation, id, known)).map(turn).collect()
}

/// What is known of the answers while a legal point is left open, and while each side of it is taken. They
/// differ in more than the point: answers count or are set aside by it.
#[derive(Debug)]
pub struct PointReplays {
    /// The point.
    pub reading: ReadingId,
    /// While it is left open.
    pub open: Knowledge,
    /// While it is taken as yes.
    pub yes: Knowledge,
    /// While it is taken as no.
    pub no: Knowledge,
}

/// Returns what both sides of a decided point make of `obligation`, if it depends on the point at all.
pub fn decided_turn(pack: &Pack, obligation: &Obligation, replays: &PointReplays) -> Option<Turn> {
    let PointReplays { reading, open, yes, no } = replays;
    let turn = Turn { reading: *reading, if_yes: judge(pack, obligation, yes), if_no: judge(pack, obligation, no) };
    (turn.if_yes != turn.if_no || turns_on(pack, obligation, *reading, open)).then_some(turn)
}

/// Whether the standing of `obligation` would depend on `reading` if that were open.
fn turns_on(pack: &Pack, obligation: &Obligation, reading: ReadingId, known: &Knowledge) -> bool {
    let var = pack.reading(reading).var;
    let open = known.with(var, pack.space.full(var));
    obligation.standing_conditions().any(|condition| {
        let primes = pack.condition(condition);
        // What is left of a condition depends on nothing on which the whole of it does not.
        primes.constrains(var)
            && Residual::from_primes(primes, &open, &VarSet::default()).vars().any(|other| other == var)
    })
}
