//! The names of a sound pack and their meaning, for conditions outside of the pack.

use crate::condition::{FactId, NameMeaning, Vocabulary};
use crate::pack::model::{Kind, Pack, Question};

impl Pack {
    /// Returns the names of the pack and their meaning in conditions.
    pub fn vocabulary(&self) -> Vocabulary {
        let questions = self.questions.iter().map(|question| (question.id.clone(), question.meaning()));
        let facts = self.facts.iter().enumerate().map(|(at, fact)| (fact.id.clone(), NameMeaning::Fact(FactId(at))));
        let readings = self.readings.iter().map(|reading| (reading.id.clone(), NameMeaning::YesNo(reading.var)));
        Vocabulary { names: questions.chain(facts).chain(readings).collect(), space: self.space.clone() }
    }
}

impl Question {
    /// Returns the meaning of its name in conditions.
    pub fn meaning(&self) -> NameMeaning {
        let ids = || self.choices.iter().map(|it| it.id.clone());
        match (&self.kind, self.vars.first()) {
            (Kind::YesNo, Some(&var)) => NameMeaning::YesNo(var),
            (Kind::OneOf, Some(&var)) => NameMeaning::OneOf(var, ids().collect()),
            (Kind::AnyOf, Some(_)) => NameMeaning::AnyOf(ids().zip(self.vars.iter().copied()).collect()),
            (Kind::Number { .. } | Kind::Date { .. }, Some(_)) => {
                self.scale.clone().map_or(NameMeaning::ForRecord, NameMeaning::Scale)
            }
            (Kind::Text, Some(_)) | (_, None) => NameMeaning::ForRecord,
        }
    }
}
