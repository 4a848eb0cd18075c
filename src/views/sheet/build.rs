//! Computes a scenario sheet from a pack.

use std::collections::{BTreeMap, BTreeSet};

use crate::boxes::{Bound, Cells, Region, Regions, Var, VarSet};
use crate::condition::{FactId, Rule};
use crate::judge::shared_sources;
use crate::pack::{MetRule, Obligation, Owner, Pack, ReadingId, SourceId};
use crate::phrase::{Saying, cells_sentence};
use crate::views::read_back::{deadline_told, fact_told, facts_below, rule_told};
use crate::views::sheet::merge::merge_rows;
use crate::views::sheet::parts::{List, Sheet, SheetPart, SheetRow, SheetSide};
use crate::words::Words;

/// Returns the sheet of `obligation`.
pub fn sheet<'p>(pack: &'p Pack, obligation: &'p Obligation, words: &Words) -> Sheet<'p> {
    let build = SheetBuilder { pack, words, obligation, sources: provisions(pack, obligation) };
    let met = obligation.met_rule.as_ref().map(MetRule::rule);
    let due = obligation.deadline.as_ref();
    let due_rule = due.and_then(|due| due.rule.as_ref());
    let rules: Vec<&Rule> = [Some(&obligation.rule), met, due_rule].into_iter().flatten().collect();
    let facts = facts_below(&rules, pack);
    let lists = build.lists();
    let told = |rule: &Rule| rule_told(rule, obligation, pack, words);
    Sheet {
        pack,
        obligation,
        applies: told(&obligation.rule),
        met: met.map(told),
        deadline: due.map(|due| deadline_told(due, obligation, pack, words)),
        unsure: build.unsure(&lists),
        points: build.points(&lists).collect(),
        sources: build.cited(&facts, &lists).into_iter().collect(),
        facts: facts.iter().filter_map(|&it| fact_told(it, pack, words)).collect(),
        lists,
    }
}

struct SheetBuilder<'a> {
    pack: &'a Pack,
    words: &'a Words,
    obligation: &'a Obligation,
    sources: BTreeMap<Var, BTreeSet<SourceId>>,
}

impl SheetBuilder<'_> {
    fn lists(&self) -> Vec<List> {
        let applies = self.pack.condition(self.obligation.applies);
        let mut lists =
            vec![self.list(SheetSide::Applies, applies.yes()), self.list(SheetSide::RuledOut, applies.no())];
        if let Some((in_place, missing)) = self.obligation.met {
            let sides = [(SheetSide::InPlace, in_place), (SheetSide::Missing, missing)];
            let told = usize::from(self.obligation.has_one_sided_met());
            for (side, condition) in sides.into_iter().skip(told) {
                let regions = self.pack.condition(condition).yes();
                lists.push(match added(applies.yes(), regions) {
                    Some(added) => List { adds: true, ..self.list(side, &added) },
                    None => self.list(side, regions),
                });
            }
        }
        lists
    }

    /// Makes each box a row, factoring out what all have in common, and draws rows of one shape
    /// together.
    fn list(&self, side: SheetSide, regions: &Regions) -> List {
        let first = regions.iter().next().map_or(&[][..], Region::bounds);
        let in_all = |&&(var, cells): &&(Var, Cells)| {
            regions.len() > 1 && regions.iter().all(|row| row.bound(var) == Some(cells))
        };
        let shared: Vec<(Var, Cells)> = first.iter().filter(in_all).copied().collect();
        let own = |region: Region<'_>| {
            let bounds = region.bounds().iter().filter(|bound| !shared.contains(bound));
            bounds.map(|bound| vec![*bound]).collect()
        };
        let rows = merge_rows(regions.iter().map(own).collect());
        let rows = rows.iter().enumerate().map(|(at, row)| SheetRow {
            number: format!("{}{}", side.letter(), at + 1),
            parts: row.iter().map(|part| self.parts(part.iter())).collect(),
        });
        List { side, adds: false, rows: rows.collect(), shared: self.parts(shared.iter()) }
    }

    fn parts<'a>(&self, bounds: impl Iterator<Item = &'a (Var, Cells)>) -> Vec<SheetPart> {
        bounds.map(|&(var, cells)| SheetPart { var, cells, saying: self.saying(var, cells) }).collect()
    }

    fn saying(&self, var: Var, cells: Cells) -> Saying {
        let sources = self.sources.get(&var).into_iter().flatten();
        Saying {
            says: cells_sentence(self.pack, self.words, var, cells),
            point: matches!(self.pack.owner(var), Owner::Reading(_)),
            sources: sources.map(|&id| self.pack.source(id).id.clone()).collect(),
        }
    }

    /// Returns the open legal points in the rows, in the pack's order.
    fn points(&self, lists: &[List]) -> impl Iterator<Item = ReadingId> {
        let points = vars(lists).filter_map(|var| match self.pack.owner(var) {
            Owner::Reading(id) => Some(id),
            Owner::Question(..) => None,
        });
        points.collect::<BTreeSet<_>>().into_iter()
    }

    /// Returns the questions in the rows whose "I don't know" counts as an answer.
    fn unsure(&self, lists: &[List]) -> Vec<(String, String)> {
        let vars: BTreeSet<Var> = vars(lists).collect();
        let counts = vars.into_iter().filter_map(|var| {
            let Owner::Question(id, _) = self.pack.owner(var) else { return None };
            let question = self.pack.question(id);
            let at = question.unsure_counts_as?;
            Some((question.ask.clone(), cells_sentence(self.pack, self.words, var, Cells::one(at))))
        });
        counts.collect()
    }

    /// Returns every source that the sheet cites, in the pack's order.
    fn cited(&self, facts: &[FactId], lists: &[List]) -> BTreeSet<SourceId> {
        let facts = facts.iter().filter_map(|fact| self.pack.facts.get(fact.0)).flat_map(|it| &it.sources);
        let rows = vars(lists).filter_map(|it| self.sources.get(&it)).flatten();
        self.obligation.sources.iter().chain(facts).chain(rows).copied().collect()
    }
}

fn vars(lists: &[List]) -> impl Iterator<Item = Var> {
    let each = lists
        .iter()
        .flat_map(|list| list.shared.iter().chain(list.rows.iter().flat_map(|row| row.parts.iter().flatten())));
    each.map(|it| it.var)
}

/// Returns what `regions` add to `base`, if they are exactly the boxes of `base` each combined with
/// the returned boxes: then `base` need not be repeated.
fn added(base: &Regions, regions: &Regions) -> Option<Regions> {
    let used: VarSet = base.bounds().iter().map(|&(var, _)| var).collect();
    let mut rest = Regions::default();
    for region in regions.iter() {
        let (own, more): (Vec<Bound>, Vec<Bound>) = region.bounds().iter().partition(|&&(var, _)| used.has(var));
        if !base.contains(Region::new(&own)) {
            return None;
        }
        if !rest.contains(Region::new(&more)) {
            rest.push(more);
        }
    }
    let said_over = !used.is_empty() && !rest.is_empty() && rest.len() * base.len() == regions.len();
    said_over.then_some(rest)
}

/// Returns the provisions of each variable that the conditions of `obligation` name: those its
/// question shares with the facts on the path to it, or with the obligation; if there are none,
/// those of the nearest fact. Each part of a row is cited, because a row stands by itself.
fn provisions(pack: &Pack, obligation: &Obligation) -> BTreeMap<Var, BTreeSet<SourceId>> {
    let mut walk = Walk { pack, own: &obligation.sources, shared: BTreeMap::new(), nearest: BTreeMap::new() };
    walk.rule(&obligation.rule, &[], &obligation.sources);
    obligation.met_rule.iter().for_each(|it| walk.rule(it.rule(), &[], &obligation.sources));
    walk.shared.retain(|_, shared| !shared.is_empty());
    walk.nearest.into_iter().chain(walk.shared).collect()
}

struct Walk<'a> {
    pack: &'a Pack,
    own: &'a [SourceId],
    shared: BTreeMap<Var, BTreeSet<SourceId>>,
    nearest: BTreeMap<Var, BTreeSet<SourceId>>,
}

impl<'a> Walk<'a> {
    /// Visits `rule`. `above` are the provisions of all facts on the path to it, `nearest` those of
    /// the last of them that has any.
    fn rule(&mut self, rule: &Rule, above: &[SourceId], nearest: &'a [SourceId]) {
        match rule {
            Rule::All(parts) | Rule::Any(parts) => parts.iter().for_each(|it| self.rule(it, above, nearest)),
            Rule::Not(part) => self.rule(part, above, nearest),
            Rule::Fact(id) => {
                let pack = self.pack;
                let fact = pack.facts.get(id.0).map_or(&[][..], |it| &it.sources);
                let above: Vec<SourceId> = above.iter().chain(fact).copied().collect();
                if let Some(rule) = pack.fact_rules.get(id.0) {
                    self.rule(rule, &above, if fact.is_empty() { nearest } else { fact });
                }
            }
            Rule::In(var, _) => {
                let of = match self.pack.owner(*var) {
                    Owner::Question(id, _) => &self.pack.question(id).sources,
                    Owner::Reading(id) => &self.pack.reading(id).sources,
                };
                self.shared.entry(*var).or_default().extend(shared_sources(of, above, self.own));
                self.nearest.entry(*var).or_default().extend(nearest);
            }
        }
    }
}
