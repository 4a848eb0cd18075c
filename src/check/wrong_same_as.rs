//! A `same_as` between two options that the rules tell apart.

use crate::check::bearing::{same_cells, same_vars};
use crate::finding::Finding;
use crate::pack::{Files, Pack, Question};

/// Finds options declared like another that the rules tell apart.
pub fn check(pack: &Pack, files: &Files) -> Vec<Finding> {
    pack.questions.iter().filter(|question| !question.for_record).flat_map(|it| of_question(pack, it, files)).collect()
}

fn of_question(pack: &Pack, question: &Question, files: &Files) -> Vec<Finding> {
    let options = &question.choices;
    let linked = options.iter().enumerate().filter_map(|(at, option)| Some((at, option, option.same_as?)));
    linked
        .filter(|&(at, _, other)| !is_same(pack, question, at, other))
        .map(|(_, option, other)| {
            let other = options.get(other).map_or("", |it| it.id.as_str());
            let message = format!("some rule tells the option `{}` from `{other}`", option.id);
            Finding::error("wrong-same-as", files.place(&option.spot), message)
                .help("remove `same_as`, or use both options alike in every condition")
        })
        .collect()
}

fn is_same(pack: &Pack, question: &Question, one: usize, other: usize) -> bool {
    match (question.choice_cell(one), question.choice_cell(other)) {
        (Some((var, one)), Some((same, other))) if var == same => same_cells(pack, var, one, other),
        (Some((tick, _)), Some((other_tick, _))) => same_vars(pack, tick, other_tick),
        (None, _) | (_, None) => true,
    }
}
