//! Two options that no rule tells apart, without a `same_as` that says so.

use crate::check::bearing::{same_cells, what_matters};
use crate::finding::Finding;
use crate::pack::{Choice, Files, Pack, Question, Shape};

/// Finds options that could be one, ticks that change nothing, and special values that could be
/// one.
pub fn check(pack: &Pack, files: &Files) -> Vec<Finding> {
    pack.questions.iter().filter(|question| !question.for_record).flat_map(|it| of_question(pack, it, files)).collect()
}

fn of_question(pack: &Pack, question: &Question, files: &Files) -> Vec<Finding> {
    let options = &question.choices;
    if question.kind.shape() == Shape::Many {
        return idle_ticks(pack, question, options, files);
    }
    alike(options, files, |one, other| match (question.choice_cell(one), question.choice_cell(other)) {
        (Some((var, one)), Some((_, other))) => same_cells(pack, var, one, other),
        (None, _) | (_, None) => false,
    })
}

fn alike(options: &[Choice], files: &Files, same: impl Fn(usize, usize) -> bool) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (at, option) in options.iter().enumerate() {
        let earlier = options.iter().enumerate().take(at).find(|&(twin, _)| same(twin, at));
        if let Some((twin, other)) = earlier
            && !linked(options, twin, at)
        {
            let message = format!("no rule tells the option `{}` from `{}`", option.id, other.id);
            findings.push(
                Finding::warning("alike-options", files.place(&option.spot), message)
                    .help(format!("tell them apart in a condition, or write `same_as = \"{}\"`", other.id)),
            );
        }
    }
    findings
}

fn idle_ticks(pack: &Pack, question: &Question, options: &[Choice], files: &Files) -> Vec<Finding> {
    let matter = what_matters(pack);
    let idle =
        options.iter().zip(&question.vars).filter(|(option, var)| option.same_as.is_none() && !matter.has(**var));
    idle.map(|(option, _)| {
        let message = format!("no obligation depends on the option `{}` of `{}`", option.id, question.id);
        Finding::warning("alike-options", files.place(&option.spot), message)
            .help("use it in a condition, or write `same_as` with another option that no rule uses")
    })
    .collect()
}

/// Whether a chain of `same_as` links the two options.
fn linked(options: &[Choice], one: usize, other: usize) -> bool {
    let links: Vec<(usize, usize)> =
        options.iter().enumerate().filter_map(|(at, option)| Some((at, option.same_as?))).collect();
    let mut group = vec![one];
    while let Some(&(from, to)) = links.iter().find(|(from, to)| group.contains(from) != group.contains(to)) {
        group.extend([from, to]);
    }
    group.contains(&other)
}
