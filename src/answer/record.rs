//! Flat records of answers: instances that lie in a box, can be judged, and can be tried by people.

use serde_json::{Map, Value};

use crate::answer::json::to_json;
use crate::answer::value::Answer;
use crate::answer::way::way_of;
use crate::boxes::{Cells, Region, Var};
use crate::pack::{Owner, Pack, Question, Shape};

/// Returns answers and decided legal points that lie in `region`, as a record that `obligato
/// report` reads. Each question that the box constrains gets the first answer that fits; a tick
/// list gets only the ticks that the box requires.
pub fn record_of_region(region: Region<'_>, pack: &Pack) -> Map<String, Value> {
    let mut found = Map::new();
    for &(var, cells) in region.bounds() {
        match pack.owner(var) {
            Owner::Reading(id) => {
                found.insert(pack.reading(id).id.clone(), (!cells.has(0)).into());
            }
            Owner::Question(id, _) => {
                let question = pack.question(id);
                if !found.contains_key(&question.id) {
                    found.insert(question.id.clone(), answer(question, region, (var, cells)));
                }
            }
        }
    }
    found
}

fn answer(question: &Question, region: Region<'_>, (var, cells): (Var, Cells)) -> Value {
    let given = match question.kind.shape() {
        Shape::Many => Answer::Any(ticked(&question.vars, region), false),
        Shape::YesNo | Shape::One | Shape::Scale | Shape::Line => {
            let fits = cells.iter().find_map(|it| question.answer_at(var, it)).and_then(|it| way_of(it.value));
            fits.map_or(Answer::Unsure, |it| it.first())
        }
    };
    to_json(&given, question)
}

fn ticked(vars: &[Var], region: Region<'_>) -> Vec<usize> {
    let asked = |&(_, var): &(usize, &Var)| region.bound(*var).is_some_and(|cells| !cells.has(0));
    vars.iter().enumerate().filter(asked).map(|(at, _)| at).collect()
}
