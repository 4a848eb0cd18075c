//! What the names of a sound pack stand for in conditions, for conditions that are not part of it.

use crate::condition::{FactId, NameMeaning, Vocabulary};
use crate::pack::model::{Kind, Pack, Question};

impl Pack {
    /// What the names of the pack stand for in conditions.
    pub fn vocabulary(&self) -> Vocabulary {
        let questions = self.questions.iter().map(|it| (it.id.clone(), meaning(it)));
        let facts = self.facts.iter().enumerate().map(|(at, it)| (it.id.clone(), NameMeaning::Fact(FactId(at))));
        let readings = self.readings.iter().map(|it| (it.id.clone(), NameMeaning::YesNo(it.var)));
        Vocabulary { names: questions.chain(facts).chain(readings).collect(), space: self.space.clone() }
    }
}

fn meaning(of: &Question) -> NameMeaning {
    let ids = || of.kind.choices().iter().map(|it| it.id.clone());
    match (&of.kind, of.vars.first()) {
        (Kind::YesNo { .. }, Some(&var)) => NameMeaning::YesNo(var),
        (Kind::OneOf { .. }, Some(&var)) => NameMeaning::OneOf(var, ids().collect()),
        (Kind::AnyOf { .. }, Some(_)) => NameMeaning::AnyOf(ids().zip(of.vars.iter().copied()).collect()),
        (Kind::Number { scale: Some(scale), .. } | Kind::Date { scale: Some(scale), .. }, Some(_)) => {
            NameMeaning::Scale(scale.clone())
        }
        _ => NameMeaning::ForRecord,
    }
}
