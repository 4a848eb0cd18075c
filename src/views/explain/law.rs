//! Explains facts, open legal points and sources, and lists who uses what.

use crate::boxes::Cells;
use crate::condition::{FactId, Rule};
use crate::export::{DocBlock, laid_out};
use crate::pack::{Coverage, ObligationId, QuestionId, ReadingId, SourceId};
use crate::report::undecided_point;
use crate::tell;
use crate::views::citation;
use crate::views::explain::ExplainPage;
use crate::views::explain::uses::{By, SearchTarget, Use, UsePlace, find_uses};
use crate::views::read_back::{add_fact, fact_told, facts_below};

impl ExplainPage<'_> {
    pub fn fact(&mut self, id: FactId) {
        let Some(told) = fact_told(id, self.pack, self.words) else { return };
        self.title(self.words.views.explain.kind.fact, &told.id);
        add_fact(&told, self.words, &mut self.blocks);
        self.facts_below(&self.pack.fact_rules.get(id.0).into_iter().collect::<Vec<&Rule>>());
        self.uses(&SearchTarget::Fact(id), None);
        self.sources(&self.pack.facts.get(id.0).map_or(Vec::new(), |it| it.sources.clone()));
    }

    pub fn reading(&mut self, id: ReadingId) {
        let reading = self.pack.reading(id);
        self.title(self.words.views.explain.kind.reading, &reading.id);
        let told = tell::point_in_full(self.pack, undecided_point(self.pack, id), None, self.words);
        self.blocks.extend(laid_out(&told, self.pack));
        self.uses(&SearchTarget::Cells(vec![(reading.var, self.pack.space.full(reading.var))]), None);
        self.sources(&reading.sources);
    }

    pub fn source(&mut self, id: SourceId) {
        let (pack, source) = (self.pack, self.pack.source(id));
        self.title(self.words.views.explain.kind.source, &source.id);
        self.blocks.extend(laid_out(&tell::source(pack, id, self.words), pack));
        match &source.coverage {
            Coverage::OutOfScope(why) => self.pair(self.words.views.explain.out_of_scope, why),
            Coverage::Definition => self.text(self.words.views.explain.definition),
            Coverage::Encoded => {}
        }
        let obligations = pack.obligations.iter().filter(|it| it.sources.contains(&id)).map(|it| (&it.id, &it.title));
        let facts = pack.facts.iter().filter(|it| it.sources.contains(&id)).map(|it| (&it.id, &it.yes));
        let readings = pack.readings.iter().filter(|it| it.sources.contains(&id)).map(|it| (&it.id, &it.ask));
        let questions = pack.questions.iter().filter(|it| it.sources.contains(&id)).map(|it| (&it.id, &it.ask));
        for (name, users) in [
            (self.words.views.explain.cited_by.obligations, obligations.collect::<Vec<_>>()),
            (self.words.views.explain.cited_by.facts, facts.collect()),
            (self.words.views.explain.cited_by.readings, readings.collect()),
            (self.words.common.law.questions, questions.collect()),
        ] {
            self.list(name, users.into_iter().map(|(id, says)| self.named(id, says)).collect());
        }
    }

    /// Returns a name with its sentence.
    pub fn named(&self, id: &str, says: &str) -> String {
        self.words.views.explain.named(id, says)
    }

    /// Adds the facts below `rules`, each once.
    pub fn facts_below(&mut self, rules: &[&Rule]) {
        let facts = facts_below(rules, self.pack);
        if facts.is_empty() {
            return;
        }
        self.heading(self.words.views.condition.facts);
        for told in facts.iter().filter_map(|&it| fact_told(it, self.pack, self.words)) {
            self.blocks.push(DocBlock::Heading(3, told.id.clone()));
            add_fact(&told, self.words, &mut self.blocks);
        }
    }

    /// Adds the provisions `ids`, in full.
    pub fn sources(&mut self, ids: &[SourceId]) {
        if ids.is_empty() {
            return;
        }
        self.heading(self.words.common.law.sources);
        let each = ids.iter().map(|&id| citation(self.pack.source(id), self.words));
        self.blocks.extend(each);
    }

    /// Adds everything that uses `wanted`, directly and then through facts; a deadline may count by
    /// `counted`.
    pub fn uses(&mut self, wanted: &SearchTarget, counted: Option<QuestionId>) {
        let (direct, through): (Vec<Use>, Vec<Use>) =
            find_uses(self.pack, wanted, counted).into_iter().partition(|it| it.through.is_empty());
        if direct.is_empty() && through.is_empty() {
            self.heading(self.words.views.explain.uses.none);
        }
        self.list(self.words.views.explain.uses.direct, direct.iter().map(|it| self.used_by(it)).collect());
        self.list(self.words.views.explain.uses.through, through.iter().map(|it| self.used_by(it)).collect());
    }

    fn used_by(&self, of: &Use) -> String {
        let by = match of.by {
            By::Fact(id) => self.pack.facts.get(id.0).map_or_else(String::new, |fact| self.named(&fact.id, &fact.yes)),
            By::Obligation(id, place) => self.used_in(id, place),
            By::Warning(id) => {
                let warning = self.pack.warning(id);
                self.named(&warning.id, &warning.says)
            }
        };
        if of.through.is_empty() {
            return by;
        }
        let facts = of.through.iter().filter_map(|fact| self.pack.facts.get(fact.0));
        let facts: Vec<&str> = facts.map(|it| it.id.as_str()).collect();
        self.words.views.explain.uses.by_way_of(&by, facts.join(", "))
    }

    fn used_in(&self, id: ObligationId, place: UsePlace) -> String {
        let of = self.pack.obligation(id);
        let text =
            |at: usize, steps: &[crate::pack::Step]| steps.get(at).map_or_else(String::new, |it| it.text.clone());
        let words = &self.words.views.explain.place;
        match place {
            UsePlace::Applies => words.applies(&of.id, &of.title),
            UsePlace::Met => words.met(&of.id, &of.title),
            UsePlace::Step(at) => words.step(&of.id, text(at, &of.steps), &of.title),
            UsePlace::Note(at) => words.note(&of.id, text(at, &of.notes), &of.title),
            UsePlace::Deadline => words.deadline(&of.id, &of.title),
        }
    }

    /// Returns every variable of a question, with all of its cells.
    pub fn all_cells(&self, id: QuestionId) -> SearchTarget {
        let space = &self.pack.space;
        let vars: Vec<(crate::boxes::Var, Cells)> =
            self.pack.question(id).vars.iter().map(|&it| (it, space.full(it))).collect();
        SearchTarget::Cells(vars)
    }
}
