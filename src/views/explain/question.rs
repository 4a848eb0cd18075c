//! Explains questions and their options.

use crate::answer::{Answer, limits};
use crate::boxes::Cells;
use crate::pack::{AnswerValue, Question, QuestionId, QuestionSubject, Shape};
use crate::phrase::{answer_text, group_digits};
use crate::tell;
use crate::views::explain::ExplainPage;
use crate::views::explain::uses::SearchTarget;

impl ExplainPage<'_> {
    pub fn question(&mut self, id: QuestionId) {
        let (pack, words) = (self.pack, self.words);
        let of = pack.question(id);
        self.title(words.views.explain.kind.question, &of.id);
        self.text(&of.ask);
        self.text(&of.help);
        self.pair(words.views.explain.section, pack.sections.get(of.section).map_or("", |it| it.title.as_str()));
        let who: Vec<&str> = of.who.iter().map(|&who| tell::role(who, words)).collect();
        self.pair(words.common.question.who, &who.join(", "));
        if let Some(look) = &of.look {
            self.pair(words.views.explain.look, look);
        }
        if let Some(evidence) = &of.evidence {
            self.pair(words.common.question.evidence, evidence);
        }
        self.pair(words.common.answer.unsure, &of.unsure);
        if of.changeable {
            self.text(words.views.explain.changeable);
        }
        if of.changeable_after {
            self.text(words.views.explain.changeable_after);
        }
        if of.about == QuestionSubject::Business {
            self.pair(words.views.explain.about, words.common.question.of_business);
        }
        if of.unasked {
            self.text(words.common.map.is_offered);
        }
        self.answers(id);
        if of.for_record {
            self.heading(words.views.explain.for_record);
        } else {
            self.uses(&self.all_cells(id), Some(id));
        }
        self.sources(&of.sources);
    }

    /// Adds the sentence of each answer to a question.
    fn answers(&mut self, id: QuestionId) {
        let of = self.pack.question(id);
        let words = self.words;
        self.heading(words.views.explain.answers);
        if let Some(limits) = limits(of) {
            let [least, most] = limits.map(|limit| match limit {
                Answer::Number(number) => group_digits(number),
                other => answer_text(&other, of, words),
            });
            self.range(&least, &most, of);
        } else if of.kind.shape() == Shape::Line {
            self.point(0, self.any_value(of));
        }
        for answer in &of.answers {
            match answer.value {
                AnswerValue::YesNo(yes) => {
                    let label = if yes { words.common.answer.yes } else { words.common.answer.no };
                    self.answer(label, &[&answer.says]);
                }
                AnswerValue::One(at) | AnswerValue::Special(at) | AnswerValue::Tick(at, true) => {
                    let Some(choice) = of.choices.get(at) else { continue };
                    self.answer(&words.views.explain.option(&choice.id, &choice.label), &[&answer.says]);
                }
                AnswerValue::Tick(_, false) => self.point(1, answer.says.clone()),
                AnswerValue::Range(_) | AnswerValue::Text => {}
            }
        }
    }

    fn range(&mut self, min: &str, max: &str, of: &Question) {
        let label = self.words.common.way.between(min, max);
        self.answer(&label, &[&self.any_value(of)]);
    }

    /// Returns the sentence of a number, a day or a text, for any value.
    fn any_value(&self, of: &Question) -> String {
        of.says_value().replace("{value}", self.words.views.explain.any_value)
    }

    /// Adds an answer with its sentence, and the sentence if it is not given.
    fn answer(&mut self, label: &str, says: &[&str]) {
        self.point(0, label.to_owned());
        says.iter().filter(|text| !text.is_empty()).for_each(|text| self.point(1, (*text).to_owned()));
    }

    pub fn option(&mut self, id: QuestionId, at: usize) {
        let of = self.pack.question(id);
        let Some(option) = of.choices.get(at) else { return };
        self.title(self.words.views.explain.kind.option, &format!("{}.{}", of.id, option.id));
        self.text(&option.label);
        if let Some(help) = &option.help {
            self.text(help);
        }
        let explain = &self.words.views.explain;
        self.pair(explain.of_question, &of.ask);
        for answer in of.answers.iter().filter(|answer| answer.value.choice() == Some(at)) {
            let chosen = answer.value != AnswerValue::Tick(at, false);
            self.pair(if chosen { explain.chosen } else { explain.not_chosen }, &answer.says);
        }
        if let Some(other) = option.same_as.and_then(|it| of.choices.get(it)) {
            self.pair(explain.same_as, &other.label);
        }
        if of.for_record {
            self.heading(self.words.views.explain.for_record);
        } else {
            self.uses(&self.cell(id, at), None);
        }
        self.sources(&of.sources);
    }

    /// Returns the cell of choosing an option.
    fn cell(&self, id: QuestionId, at: usize) -> SearchTarget {
        let of = self.pack.question(id);
        let many = of.kind.shape() == Shape::Many;
        let cells = |(var, cell)| (var, if many { self.pack.space.full(var) } else { Cells::one(cell) });
        SearchTarget::Cells(of.choice_cell(at).map(cells).into_iter().collect())
    }
}
