//! Answers that do not fit together: what is said of them, and whom to ask.

use crate::pack::{Pack, QuestionId, WarningId};
use crate::phrase::answer_text;
use crate::report::{GivenWarning, Report};
use crate::session::Session;
use crate::tell::block::{Block, Line, Target};
use crate::words::Words;

/// All warnings that the answers bring up. Empty if there is none.
pub fn warnings(report: &Report<'_>, words: &Words) -> Vec<Block> {
    if report.warnings.is_empty() {
        return Vec::new();
    }
    let of = &words.tell.warning;
    let head = [Block::Heading(words.common.title.warnings.to_owned()), Block::text(of.about)];
    head.into_iter().chain(warning_points(report, 0, words)).collect()
}

/// The same without a heading, as points from this depth on: what each warning says, and below it the answers
/// that it speaks of.
pub fn warning_points(report: &Report<'_>, depth: usize, words: &Words) -> Vec<Block> {
    let told = report.warnings.iter().flat_map(|given| {
        let answers = given
            .questions
            .iter()
            .map(move |&id| Block::leading(depth + 1, answer(report, id, words), Target::Question(id)));
        [Block::point(depth, says(report.pack, given.id))].into_iter().chain(answers)
    });
    told.collect()
}

/// What each of `ids` warns of, in a line, for where an answer has just brought them up.
pub fn warning_lines(pack: &Pack, ids: &[WarningId], words: &Words) -> Vec<String> {
    ids.iter().map(|&id| words.tell.warning.line(says(pack, id))).collect()
}

/// The warnings to tell where `question` is asked, in the same way: those that speak of it, and `new`, which
/// the last answer brought up.
pub fn warnings_at(session: &Session<'_>, question: QuestionId, new: &[WarningId], words: &Words) -> Vec<String> {
    let concerns = |given: &&GivenWarning| given.questions.contains(&question) || new.contains(&given.id);
    let ids: Vec<WarningId> = session.warnings().iter().filter(concerns).map(|given| given.id).collect();
    warning_lines(session.pack(), &ids, words)
}

/// How many warnings there are and where they are told, for where there is little room.
pub fn warning_count(report: &Report<'_>, words: &Words) -> Option<String> {
    let count = report.warnings.len();
    (count > 0).then(|| words.tell.warning.count(count))
}

fn says(pack: &Pack, id: WarningId) -> String {
    let of = pack.warning(id);
    format!("{} {}", of.says, of.ask)
}

fn answer(report: &Report<'_>, id: QuestionId, words: &Words) -> Line {
    let question = report.pack.question(id);
    let given = report.answer_to(id).map(|given| answer_text(&given.answer, question, words));
    Line::with(question.ask.clone(), given.unwrap_or_else(|| words.tell.warning.unanswered.to_owned()))
}
