//! A part of a condition that changes nothing where it stands: an option, a comparison, a fact.

use crate::boxes::{Cells, Diagram, Diagrams, Formula};
use crate::condition::Rule;
use crate::finding::Finding;
use crate::pack::{Files, Kind, MetRule, Owner, Pack, Spot};

/// Finds parts of facts, of `if`, `met`, `not_met_if` and `unless` that could be left out or made always
/// true, or could lose an option, without any effect. All but `if` are tested only where their `if` holds.
pub fn check(pack: &Pack, files: &Files) -> Vec<Finding> {
    let mut search = IdlePartSearch { pack, diagrams: Diagrams::new(&pack.space), found: Vec::new() };
    let always = Rule::All(Vec::new());
    for (fact, rule) in pack.facts.iter().zip(&pack.fact_rules) {
        search.condition(rule, &always, &format!("the fact `{}`", fact.id), &fact.spot, files);
    }
    let key = |met: &MetRule| if met.is_one_sided() { "not_met_if" } else { "met" };
    let obligations = pack.obligations.iter().map(|of| {
        let met = of.met_rule.as_ref().map(|met| (key(met), met.rule()));
        (&of.id, &of.rule, met, &of.spot)
    });
    let warnings = pack.warnings.iter().map(|of| {
        let unless = of.unless_rule.as_ref().map(|unless| ("unless", unless));
        (&of.id, &of.rule, unless, &of.spot)
    });
    for (id, rule, within, spot) in obligations.chain(warnings) {
        search.condition(rule, &always, &format!("`if` of `{id}`"), spot, files);
        if let Some((key, within)) = within {
            search.condition(within, rule, &format!("`{key}` of `{id}`"), spot, files);
        }
    }
    search.found
}

struct IdlePartSearch<'p> {
    pack: &'p Pack,
    diagrams: Diagrams<'p>,
    found: Vec<Finding>,
}

impl IdlePartSearch<'_> {
    /// Tries every part of `rule` within `where_`. Skips a condition that is settled as a whole,
    /// and one too large for a diagram: other checks report these.
    fn condition(&mut self, rule: &Rule, where_: &Rule, name: &str, spot: &Spot, files: &Files) {
        let whole = self.points(rule, where_);
        let within = self.points(&Rule::All(Vec::new()), where_);
        if whole == Diagram::NOTHING || whole == within {
            return;
        }
        let mut told = Vec::new();
        for at in 0..parts(rule) {
            for (changed, what) in self.changes(rule, at) {
                if self.points(&changed, where_) == whole && self.diagrams.is_exact() && !told.contains(&what) {
                    told.push(what);
                }
            }
        }
        for what in told {
            let message = format!("{name} is the same without {what}");
            let finding = Finding::warning("idle-part", files.place(spot), message);
            self.found.push(finding.help("remove that part, or fix it"));
        }
    }

    fn points(&mut self, rule: &Rule, where_: &Rule) -> Diagram {
        let formula = |it: &Rule| it.formula(&self.pack.fact_rules, &self.pack.space);
        self.diagrams.diagram_of(&Formula::All(vec![formula(where_), formula(rule)]))
    }

    /// Returns `rule` with part number `at` made never true, made always true, or without one of
    /// several options, each with a name for what is left out.
    fn changes(&self, rule: &Rule, at: usize) -> Vec<(Rule, String)> {
        let Some(part) = part(rule, at) else { return Vec::new() };
        let name = self.name(part);
        let mut all: Vec<(Rule, String)> = [Rule::Any(Vec::new()), Rule::All(Vec::new())]
            .into_iter()
            .map(|replacement| (with_part(rule, at, &replacement), name.clone()))
            .collect();
        if let (&Rule::In(var, cells), Some(options)) = (part, self.options(part))
            && cells.count() > 1
        {
            let each = cells.iter().map(|cell| {
                let option = options.get(cell).map_or_else(String::new, |it| format!("the option `{it}`"));
                (with_part(rule, at, &Rule::In(var, cells.without(Cells::one(cell)))), option)
            });
            all.extend(each);
        }
        all
    }

    /// Returns the options that the cells of `part` stand for, if it is a choice.
    fn options(&self, part: &Rule) -> Option<Vec<String>> {
        let &Rule::In(var, _) = part else { return None };
        let Owner::Question(id, None) = self.pack.owner(var) else { return None };
        let question = self.pack.question(id);
        let is_choice = matches!(question.kind, Kind::OneOf);
        is_choice.then(|| question.choices.iter().map(|it| it.id.clone()).collect())
    }

    fn name(&self, part: &Rule) -> String {
        match part {
            Rule::Fact(id) => {
                self.pack.facts.get(id.0).map_or_else(String::new, |fact| format!("the fact `{}`", fact.id))
            }
            Rule::In(var, _) => match self.pack.owner(*var) {
                Owner::Reading(id) => format!("the reading `{}`", self.pack.reading(id).id),
                Owner::Question(id, None) => format!("what it says of `{}`", self.pack.question(id).id),
                Owner::Question(id, Some(option)) => {
                    let question = self.pack.question(id);
                    let option = question.choices.get(option).map_or("", |it| it.id.as_str());
                    format!("`{option}` of `{}`", question.id)
                }
            },
            _ => String::new(),
        }
    }
}

/// Counts the parts of `rule` that name something.
fn parts(rule: &Rule) -> usize {
    match rule {
        Rule::All(of) | Rule::Any(of) => of.iter().map(parts).sum(),
        Rule::Not(of) => parts(of),
        Rule::In(..) | Rule::Fact(_) => 1,
    }
}

/// Returns part number `at` of `rule`, counted from the left.
fn part(rule: &Rule, mut at: usize) -> Option<&Rule> {
    match rule {
        Rule::All(of) | Rule::Any(of) => {
            for rule in of {
                let count = parts(rule);
                if at < count {
                    return part(rule, at);
                }
                at -= count;
            }
            None
        }
        Rule::Not(of) => part(of, at),
        Rule::In(..) | Rule::Fact(_) => Some(rule),
    }
}

/// `rule` with part number `at` replaced.
fn with_part(rule: &Rule, mut at: usize, by: &Rule) -> Rule {
    let mut each = |of: &[Rule]| -> Vec<Rule> {
        let mut changed = Vec::new();
        for rule in of {
            let count = parts(rule);
            changed.push(if at < count { with_part(rule, at, by) } else { rule.clone() });
            // Past the replaced part, no number matches any more.
            at = if at < count { usize::MAX } else { at.saturating_sub(count) };
        }
        changed
    };
    match rule {
        Rule::All(of) => Rule::All(each(of)),
        Rule::Any(of) => Rule::Any(each(of)),
        Rule::Not(of) => Rule::Not(Box::new(with_part(of, at, by))),
        Rule::In(..) | Rule::Fact(_) if at == 0 => by.clone(),
        Rule::In(..) | Rule::Fact(_) => rule.clone(),
    }
}
