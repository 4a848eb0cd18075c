//! Explains an obligation.

use crate::condition::{FactId, Rule};
use crate::pack::{MetRule, Obligation, Owner, Pack, SourceId, Step};
use crate::phrase::{Cite, condition_text};
use crate::tell;
use crate::views::citation;
use crate::views::explain::ExplainPage;
use crate::views::read_back::{add_condition, add_points, met_heading, rule_told};
use crate::words::Words;

impl ExplainPage<'_> {
    pub fn obligation(&mut self, of: &Obligation) {
        let (pack, words) = (self.pack, self.words);
        self.title(words.views.explain.kind.obligation, &of.id);
        self.text(&of.title);
        self.pair(words.common.obligation.kind, tell::kind(of.kind, words));
        self.pair(words.common.obligation.group, pack.groups.get(of.group).map_or("", |it| it.title.as_str()));
        self.pair(
            words.common.obligation.by_when,
            of.deadline.as_ref().map_or(words.views.explain.no_limit, |it| &it.says),
        );
        self.text(&of.asks);
        self.heading(words.views.sheet.condition);
        add_condition(
            |how| words.views.condition.applies(how),
            &rule_told(&of.rule, of, pack, words),
            words,
            &mut self.blocks,
        );
        self.exceptions(of);
        if let Some(met) = &of.met_rule {
            let told = rule_told(met.rule(), of, pack, words);
            add_condition(|how| met_heading(met, how, words), &told, words, &mut self.blocks);
        }
        let more = of.steps.iter().chain(&of.notes).filter_map(|it| it.rule.as_ref());
        let rules: Vec<&Rule> =
            [&of.rule].into_iter().chain(of.met_rule.as_ref().map(MetRule::rule)).chain(more).collect();
        self.facts_below(&rules);
        self.steps(words.common.obligation.steps, &of.steps, of);
        self.steps(words.common.obligation.notes, &of.notes, of);
        if let Some(kept) = &of.kept {
            self.list(words.common.obligation.kept, tell::kept_lines(kept, words).to_vec());
        }
        self.list(words.views.sheet.confirm, of.confirm.clone());
        self.turns_on(of);
        self.relations(&of.id);
        self.heading(words.common.law.sources);
        let sources = of.sources.iter().map(|&id| citation(pack.source(id), words));
        self.blocks.extend(sources);
    }

    /// Adds what rules the obligation out though the rest of its condition holds: the parts that must
    /// not hold, also those of the facts that must.
    fn exceptions(&mut self, of: &Obligation) {
        let excepted = excepted_parts(&of.rule, None, &self.pack.fact_rules);
        if excepted.is_empty() {
            return;
        }
        self.text(self.words.views.explain.exceptions);
        for (rule, fact) in excepted {
            let of_fact = fact.and_then(|id| self.pack.facts.get(id.0)).map(|fact| fact.sources.as_slice());
            let cite = of_fact.map_or(Cite { above: &[], own: &of.sources }, |above| Cite { above, own: &[] });
            add_points(&condition_text(rule, self.pack, self.words, cite), 0, self.words, &mut self.blocks);
        }
    }

    /// Adds the relations that the pack declares between this obligation and others.
    fn relations(&mut self, id: &str) {
        let all =
            self.pack.relations.iter().filter(|relation| relation.when.written == id || relation.then.written == id);
        let told = all.map(|relation| {
            let words = &self.words.views.explain;
            if relation.never {
                words.never(&relation.then.written, &relation.when.written, &relation.why)
            } else {
                words.always(&relation.then.written, &relation.when.written, &relation.why)
            }
        });
        let told: Vec<String> = told.collect();
        self.list(self.words.views.explain.relations, told);
    }

    /// Adds steps or notes, each with its condition.
    fn steps(&mut self, name: &str, steps: &[Step], of: &Obligation) {
        if steps.is_empty() {
            return;
        }
        self.heading(name);
        for step in steps {
            self.point(0, cited_text(&step.text, &step.sources, self.pack, self.words));
            if let Some(rule) = &step.rule {
                self.point(1, self.words.views.explain.only_if.to_owned());
                add_points(&rule_told(rule, of, self.pack, self.words), 2, self.words, &mut self.blocks);
            }
        }
    }

    /// Adds the questions and open legal points on which it depends whether it applies and is in
    /// place.
    fn turns_on(&mut self, of: &Obligation) {
        let pack = self.pack;
        let bounds = of.standing_conditions().flat_map(|id| pack.condition(id).yes().bounds());
        let mut vars: Vec<_> = bounds.map(|&(var, _)| var).collect();
        vars.sort_unstable();
        let mut points: Vec<String> = Vec::new();
        for var in vars {
            let (id, ask) = match pack.owner(var) {
                Owner::Question(id, _) => (&pack.question(id).id, &pack.question(id).ask),
                Owner::Reading(id) => (&pack.reading(id).id, &pack.reading(id).ask),
            };
            let point = self.words.views.explain.named(id, ask);
            if points.last() != Some(&point) {
                points.push(point);
            }
        }
        self.list(self.words.views.explain.turns_on, points);
    }
}

/// Returns `text` with the provisions `sources` behind it.
fn cited_text(text: &str, sources: &[SourceId], pack: &Pack, words: &Words) -> String {
    let ids: Vec<&str> = sources.iter().map(|&id| pack.source(id).id.as_str()).collect();
    if ids.is_empty() { text.to_owned() } else { words.views.cited(text, ids.join(", ")) }
}

/// Returns the conditions that must not hold for `rule`, which is that of `fact`, to hold, each with the
/// fact that it stands in.
fn excepted_parts<'a>(rule: &'a Rule, fact: Option<FactId>, facts: &'a [Rule]) -> Vec<(&'a Rule, Option<FactId>)> {
    match rule {
        Rule::All(parts) => parts.iter().flat_map(|part| excepted_parts(part, fact, facts)).collect(),
        Rule::Not(part) => vec![(part, fact)],
        Rule::Fact(id) => facts.get(id.0).map_or(Vec::new(), |rule| excepted_parts(rule, Some(*id), facts)),
        Rule::Any(_) | Rule::In(..) => Vec::new(),
    }
}
