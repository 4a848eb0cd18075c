//! A flat record of answers that lies in a box: an instance that can be judged, for people to try.

use serde_json::{Map, Value};

use crate::answer::json::to_json;
use crate::answer::value::Answer;
use crate::boxes::{Region, Var};
use crate::condition::Scale;
use crate::pack::{Kind, Owner, Pack, Question};

/// Answers and decided legal points that lie in `region`, as a record that `obligato report` reads:
/// of each question that the box constrains, the first answer that fits; of a tick list, only the
/// ticks that it asks for.
pub fn record(region: &Region, pack: &Pack) -> Map<String, Value> {
    let mut found = Map::new();
    for &(var, cells) in region.bounds() {
        let cell = cells.iter().next().unwrap_or_default();
        match pack.owner(var) {
            Owner::Reading(id) => {
                found.insert(pack.reading(id).id.clone(), (cell == 1).into());
            }
            Owner::Question(id, _) => {
                let question = pack.question(id);
                if !found.contains_key(&question.id) {
                    found.insert(question.id.clone(), answer(question, region, cell));
                }
            }
        }
    }
    found
}

fn answer(question: &Question, region: &Region, cell: usize) -> Value {
    let given = match &question.kind {
        Kind::YesNo { .. } => Answer::YesNo(cell == 1),
        Kind::OneOf { .. } => Answer::One(cell),
        Kind::AnyOf { .. } => Answer::Any(ticked(&question.vars, region), false),
        Kind::Number { scale: Some(scale), .. } if cell > scale.cuts.len() => {
            Answer::Special(cell - scale.cuts.len() - 1)
        }
        Kind::Number { scale: Some(scale), .. } => Answer::Number(first_in(scale, cell)),
        Kind::Date { scale: Some(scale), min, .. } => {
            let later = first_in(scale, cell) - scale.least;
            Answer::Date(min.checked_add(jiff::Span::new().days(later)).unwrap_or(*min))
        }
        _ => Answer::Unsure,
    };
    to_json(&given, question)
}

fn ticked(vars: &[Var], region: &Region) -> Vec<usize> {
    let asked = |it: &(usize, &Var)| region.bound(*it.1).is_some_and(|cells| !cells.has(0));
    vars.iter().enumerate().filter(asked).map(|it| it.0).collect()
}

/// The least value in interval `cell` that can be answered.
fn first_in(scale: &Scale, cell: usize) -> i64 {
    let start = cell.checked_sub(1).and_then(|it| scale.cuts.get(it)).copied();
    start.unwrap_or(scale.least).max(scale.least)
}
