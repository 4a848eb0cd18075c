//! Questions and their options explained.

use crate::boxes::Cells;
use crate::pack::{Kind, QuestionId};
use crate::phrase::grouped;
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
        let who: Vec<&str> = of.who.iter().map(|who| tell::role(who.0, words)).collect();
        self.pair(words.views.explain.who, &who.join(", "));
        if let Some(look) = &of.look {
            self.pair(words.views.explain.look, look);
        }
        if let Some(evidence) = &of.evidence {
            self.pair(words.views.explain.evidence, evidence);
        }
        self.pair(words.common.answer.unsure, &of.unsure);
        if of.changeable {
            self.text(words.views.explain.changeable);
        }
        self.answers(id);
        if of.for_record {
            self.heading(words.views.explain.for_record);
        } else {
            self.uses(&self.all_cells(id), Some(id));
        }
        self.sources(&of.sources);
    }

    /// What each answer to a question says.
    fn answers(&mut self, id: QuestionId) {
        let of = self.pack.question(id);
        let words = self.words;
        self.heading(words.views.explain.answers);
        let any = |says: &str| says.replace("{value}", words.views.explain.any_value);
        let range = |min: &str, max: &str| words.views.phrase.from_to(min, max);
        match &of.kind {
            Kind::YesNo { yes, no } => {
                self.answer(words.common.answer.yes, &[yes]);
                self.answer(words.common.answer.no, &[no]);
            }
            Kind::Number { min, max, says, .. } => self.answer(&range(&grouped(*min), &grouped(*max)), &[&any(says)]),
            Kind::Date { min, max, says, .. } => {
                self.answer(&range(&min.to_string(), &max.to_string()), &[&any(says)]);
            }
            Kind::Text { says } => self.point(0, any(says)),
            Kind::OneOf { .. } | Kind::AnyOf { .. } => {}
        }
        for choice in of.kind.choices() {
            let label = words.views.explain.option(&choice.id, &choice.label);
            self.answer(&label, &[&choice.says, &choice.says_not]);
        }
    }

    /// An answer with what it says, and what it says where it is not given.
    fn answer(&mut self, label: &str, says: &[&str]) {
        self.point(0, label.to_owned());
        says.iter().filter(|it| !it.is_empty()).for_each(|it| self.point(1, (*it).to_owned()));
    }

    pub fn option(&mut self, id: QuestionId, at: usize) {
        let of = self.pack.question(id);
        let Some(option) = of.kind.choices().get(at) else { return };
        self.title(self.words.views.explain.kind.option, &format!("{}.{}", of.id, option.id));
        self.text(&option.label);
        if let Some(help) = &option.help {
            self.text(help);
        }
        self.pair(self.words.views.explain.of_question, &of.ask);
        self.pair(self.words.views.explain.chosen, &option.says);
        if !option.says_not.is_empty() {
            self.pair(self.words.views.explain.not_chosen, &option.says_not);
        }
        if let Some(other) = option.same_as.and_then(|it| of.kind.choices().get(it)) {
            self.pair(self.words.views.explain.same_as, &other.label);
        }
        if of.for_record {
            self.heading(self.words.views.explain.for_record);
        } else {
            self.uses(&self.cell(id, at), None);
        }
        self.sources(&of.sources);
    }

    /// The cell that choosing an option gives.
    fn cell(&self, id: QuestionId, at: usize) -> SearchTarget {
        let of = self.pack.question(id);
        let cell = match &of.kind {
            Kind::OneOf { .. } => of.vars.first().map(|&it| (it, Cells::one(at))),
            Kind::AnyOf { .. } => of.vars.get(at).map(|&it| (it, self.pack.space.full(it))),
            Kind::Number { scale: Some(scale), .. } => Some((scale.var, Cells::one(scale.special_cell(at)))),
            _ => None,
        };
        SearchTarget::Cells(cell.into_iter().collect())
    }
}
