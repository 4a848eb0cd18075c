//! What a checked paper answers in the main assessment. A check passes on only what it establishes
//! whatever its unanswered questions turn out to be; this module applies nothing.

use crate::answer::{Answer, answer_of_side};
use crate::assessment::{Assessment, Basis, Entry, Origin};
use crate::boxes::{Status, VarSet};
use crate::pack::{ConditionId, Feed, Gives, Kind, Obligation, Pack, Question, QuestionId};
use crate::session::Session;

/// Returns what the check `paper` answers in `main`, in the order of the feeds.
pub fn fed_answers(paper: &Session<'_>, main: &Pack) -> Vec<(QuestionId, Answer)> {
    let each = feeds(paper.pack(), main).filter_map(|(feed, question)| {
        let answer = match feed.gives {
            Gives::YesOrNo(yes, no) => yes_or_no(paper, yes, no, main.question(question)),
            Gives::Copy(from) => copy(paper, from, main.question(question)),
        };
        Some((question, answer?))
    });
    each.collect()
}

/// Returns the answers of `paper` that differ from those of `main` and would count there.
pub fn changed_answers(paper: &Session<'_>, main: &mut Session<'_>) -> Vec<(QuestionId, Answer)> {
    let mut found = fed_answers(paper, main.pack());
    let counting = main.counting_questions(&found);
    found.retain(|(id, answer)| counting.contains(id) && main.assessment().answer(*id) != Some(answer));
    found
}

/// Returns the answers with which the check `paper` begins: lines of text, such as the name of the
/// tool, that `main` holds for questions of the same id. No rule depends on such a line.
pub fn initial_answers(paper: &Pack, main: &Session<'_>) -> Assessment {
    let is_text = |it: &Question| matches!(it.kind, Kind::Text);
    let each = main.assessment().answers.iter().filter_map(|(&id, entry)| {
        let question = main.pack().question(id);
        let same = paper.question_by_id(&question.id)?;
        (is_text(question) && is_text(paper.question(same))).then(|| (same, entry.clone()))
    });
    Assessment { answers: each.collect(), ..Assessment::default() }
}

/// Creates the entry of an answer that a check gave and `file` holds, keeping the note of the
/// answer `before`.
pub fn check_entry(answer: Answer, before: Option<&Entry>, file: &str, now: String) -> Entry {
    let note = before.and_then(|it| it.origin.note.clone());
    let evidence = Some(crate::text::shown(file));
    Entry { answer, at: Some(now), origin: Origin { basis: Some(Basis::Check), by: None, evidence, note } }
}

/// Whether a statement about `obligation` of `main` depends on a question that `paper` answers.
pub fn concerns_obligation(paper: &Pack, main: &Pack, obligation: &Obligation) -> bool {
    let fed: VarSet = feeds(paper, main).flat_map(|(_, fed)| main.question(fed).vars.clone()).collect();
    obligation.tracked.iter().any(|&id| {
        let condition = main.condition(id);
        let mut regions = condition.yes().iter().chain(condition.no().iter());
        regions.any(|region| region.bounds().iter().any(|&(var, _)| fed.has(var)))
    })
}

/// Yields the feeds of `paper` for `main`, each with the question it answers there.
fn feeds<'a>(paper: &'a Pack, main: &'a Pack) -> impl Iterator<Item = (&'a Feed, QuestionId)> {
    let feeds = paper.feeds.iter().filter(|feeds| feeds.to == main.id).flat_map(|it| &it.all);
    feeds.filter_map(|feed| Some((feed, main.question_by_id(&feed.question)?)))
}

fn yes_or_no(paper: &Session<'_>, yes: Option<ConditionId>, no: Option<ConditionId>, fed: &Question) -> Option<Answer> {
    let known = &paper.progress().replay.known;
    let holds = |condition: Option<ConditionId>| {
        condition.is_some_and(|id| paper.pack().condition(id).status(known) == Status::Yes)
    };
    let says = match (holds(yes), holds(no)) {
        (true, false) => true,
        (false, true) => false,
        _ => return None,
    };
    answer_of_side(says, fed)
}

/// Returns the answer to `from`, if it counts and is also an answer to `fed`.
fn copy(paper: &Session<'_>, from: QuestionId, fed: &Question) -> Option<Answer> {
    let Kind::Number { min, max, .. } = fed.kind else { return None };
    let answer = paper.assessment().answer(from).filter(|_| paper.progress().replay.answered.contains(&from))?;
    match answer {
        Answer::Number(number) => (min..=max).contains(number).then_some(Answer::Number(*number)),
        Answer::Special(at) => {
            let special = paper.pack().question(from).choices.get(*at)?;
            let same = fed.choices.iter().position(|choice| choice.id == special.id);
            same.map(Answer::Special)
        }
        Answer::Unsure | Answer::YesNo(_) | Answer::One(_) | Answer::Any(..) | Answer::Date(_) | Answer::Text(_) => {
            None
        }
    }
}
