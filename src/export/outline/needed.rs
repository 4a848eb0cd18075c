//! What is still needed to settle what is open, under whom it is needed from.

use crate::export::outline::block::DocBlock;
use crate::pack::{Deadline, QuestionId, Who};
use crate::report::{Report, Standing};
use crate::tell;
use crate::words::Words;

/// The number of questions that are named; of others the number is told.
const MOST_QUESTIONS: usize = 8;

/// A question, and how many results wait for its answer.
struct Waited {
    question: QuestionId,
    results: usize,
}

/// Returns the questions for which results wait, those that most wait for first, under who would know.
pub fn needed(report: &Report<'_>, words: &Words) -> Vec<DocBlock> {
    let of = &words.export.cover;
    let waited = waited_for(report);
    if waited.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![DocBlock::Pair(of.counted(waited.len(), of.needed), String::new())];
    let mut people: Vec<(&[Who], Vec<&Waited>)> = Vec::new();
    for each in waited.iter().take(MOST_QUESTIONS) {
        let who = report.pack.question(each.question).who.as_slice();
        match people.iter_mut().find(|(known, _)| *known == who) {
            Some((_, asked)) => asked.push(each),
            None => people.push((who, vec![each])),
        }
    }
    for (who, asked) in people {
        blocks.push(DocBlock::Point(1, of.needed_from(tell::people(who, words))));
        blocks.extend(
            asked
                .into_iter()
                .map(|each| DocBlock::Point(2, of.needed_line(each.results, &report.pack.question(each.question).ask))),
        );
    }
    match waited.len().saturating_sub(MOST_QUESTIONS) {
        0 => {}
        more => blocks.push(DocBlock::Point(1, of.needed_more(more))),
    }
    blocks
}

/// Returns the days from which time runs and that are not known, once for each obligation.
fn days_of_clocks<'a>(report: &'a Report<'_>) -> impl Iterator<Item = QuestionId> + 'a {
    let undated = report.clocks.iter().filter(|clock| clock.counted && clock.last_day.is_none());
    let deadlines = undated.filter_map(|clock| report.pack.obligation(clock.obligation).deadline.as_ref());
    deadlines.flat_map(Deadline::counted_by)
}

/// Counts the results that wait for each question: whether they apply, whether they are in place, or
/// their last day.
fn waited_for(report: &Report<'_>) -> Vec<Waited> {
    let mut waited: Vec<Waited> = Vec::new();
    let items = [Standing::Open, Standing::ToDo].into_iter().flat_map(|standing| report.items_at(standing));
    let settling = items.flat_map(|item| &item.settled_by).map(|by| by.question);
    for question in days_of_clocks(report).chain(settling) {
        match waited.iter_mut().find(|each| each.question == question) {
            Some(each) => each.results += 1,
            None => waited.push(Waited { question, results: 1 }),
        }
    }
    // The sort is stable: among equals, the question asked first comes first.
    waited.sort_by_key(|each| std::cmp::Reverse(each.results));
    waited
}
