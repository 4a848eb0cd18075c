//! The statement that a variable is one of some cells: as a half-sentence that can follow "if", and
//! in a word or two.

use crate::boxes::{Cells, Var};
use crate::pack::{AnswerCell, AnswerValue, Owner, Pack, Question};
use crate::phrase::range::range_text;
use crate::words::Words;

/// Says that `var` is one of `cells`, as a half-sentence.
pub fn cells_sentence(pack: &Pack, words: &Words, var: Var, cells: Cells) -> String {
    match pack.owner(var) {
        Owner::Reading(id) => {
            let reading = pack.reading(id);
            if cells.has(1) { reading.yes.clone() } else { reading.no.clone() }
        }
        Owner::Question(id, _) => question_says(pack.question(id), words, var, cells),
    }
}

fn question_says(question: &Question, words: &Words, var: Var, cells: Cells) -> String {
    let values = values(question, cells, false, words);
    let each = values.iter().map(|value| question.says_value().replace("{value}", value));
    let (negated, named) = named(question, var, cells);
    let each: Vec<String> = each.chain(named.into_iter().map(|it| it.says.clone())).collect();
    match each.as_slice() {
        [only] if negated => words.views.phrase.not(only),
        several if negated => words.views.phrase.none_of(several.join("; ")),
        several => several.join(words.views.phrase.or),
    }
}

/// Says that `var` is one of `cells`, as briefly as an answer on a screen.
pub fn in_short(pack: &Pack, words: &Words, var: Var, cells: Cells) -> String {
    let yes_no = || if cells.has(1) { words.views.phrase.yes } else { words.views.phrase.no }.to_owned();
    let Owner::Question(id, None) = pack.owner(var) else { return yes_no() };
    let question = pack.question(id);
    let (negated, named) = named(question, var, cells);
    let labels: Vec<&str> =
        named.iter().filter_map(|answer| Some(question.choice_of(answer)?.label.as_str())).collect();
    let values = values(question, cells, true, words);
    // A sentence names the unit itself.
    let values: Vec<String> = values.iter().map(|value| question.kind.unit().after(value)).collect();
    match (labels.as_slice(), values.as_slice()) {
        ([], []) if question.scale.is_none() => yes_no(),
        ([only], []) if !negated && question.scale.is_none() => (*only).to_owned(),
        (labels, values) => {
            // Quoted, because a label may contain an "or" of its own.
            let labels = labels.iter().map(|it| words.views.phrase.short_each(it));
            let each: Vec<String> = values.iter().cloned().chain(labels).collect();
            let each = each.join(words.views.phrase.short_or);
            if negated { words.views.phrase.short_not(&each) } else { each }
        }
    }
}

/// Returns the answers among `cells` without ranges, or, if that is clearly shorter, those not
/// among them.
fn named(question: &Question, var: Var, cells: Cells) -> (bool, Vec<&AnswerCell>) {
    let named = question.answers_of(var).filter(|answer| !matches!(answer.value, AnswerValue::Range(_)));
    let (left, others): (Vec<_>, Vec<_>) = named.partition(|it| cells.has(it.cell));
    let is_shorter = !others.is_empty() && left.len() > 2 && others.len() < left.len();
    let negated = question.scale.is_none() && is_shorter;
    (negated, if negated { others } else { left })
}

/// Returns each run of numbers or days among `cells`, in words.
fn values(question: &Question, cells: Cells, in_short: bool, words: &Words) -> Vec<String> {
    let ranges = question.scale.iter().flat_map(|scale| scale.ranges_in(cells));
    ranges.map(|range| range_text(&range, in_short, words)).collect()
}
