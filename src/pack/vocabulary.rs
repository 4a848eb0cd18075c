//! The names of a sound pack and their meaning, for conditions outside of the pack.

use crate::condition::{FactId, NameMeaning, Vocabulary};
use crate::pack::model::{Pack, Question, Shape};

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
        let Some(&var) = self.vars.first() else { return NameMeaning::ForRecord };
        match self.kind.shape() {
            Shape::YesNo => NameMeaning::YesNo(var),
            Shape::One => NameMeaning::OneOf(var, ids().collect()),
            Shape::Many => NameMeaning::AnyOf(ids().zip(self.vars.iter().copied()).collect()),
            Shape::Scale => self.scale.clone().map_or(NameMeaning::ForRecord, NameMeaning::Scale),
            Shape::Line => NameMeaning::ForRecord,
        }
    }
}
