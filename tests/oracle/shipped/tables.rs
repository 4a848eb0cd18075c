//! Truth tables over what is unknown: every completion is written out and looked at, with the
//! conditions as they read.

use std::collections::{BTreeMap, BTreeSet};

use obligato::boxes::Status;
use obligato::condition::{Syntax, SyntaxNode, Test};

use crate::oracle::shipped::points::{Reply, holds};
use crate::oracle::shipped::replay::Known;
use crate::oracle::shipped::truth::Truth;

/// The most completions that are written out.
const MOST_ROWS: usize = 512;

/// What is known of an obligation.
pub struct WrittenOut {
    pub applies: Status,
    pub met: Status,
    pub missing: Vec<String>,
}

/// Whether a condition holds in each completion, the first unknown variable turning fastest.
struct Table {
    /// The unknown variables and how many values each has.
    unknown: Vec<(usize, usize)>,
    holds: Vec<bool>,
}

impl Truth {
    /// What is known of an obligation; nothing if there are too many completions.
    pub fn written_out(&self, duty: usize, known: &Known) -> Option<WrittenOut> {
        let of = &self.text.obligations[duty];
        let applies = self.table(&of.applies, known)?;
        let part = |form| Syntax { form, span: 0..0 };
        let and = |it: Syntax| self.table(&part(SyntaxNode::All(vec![of.applies.clone(), it])), known);
        let (mut in_place, mut gap) = (None, None);
        if let Some(met) = &of.met {
            in_place = Some(and(met.clone())?);
            gap = Some(and(part(SyntaxNode::Not(Box::new(met.clone()))))?);
        }
        let never = |it: &Option<Table>| it.as_ref().is_some_and(Table::never);
        let status = match (applies.never(), applies.always()) {
            (true, _) => Status::No,
            (_, true) => Status::Yes,
            _ => Status::Open,
        };
        let met = match status {
            Status::No => Status::Open,
            _ if never(&gap) && !of.one_sided => Status::Yes,
            _ if never(&in_place) => Status::No,
            _ => Status::Open,
        };
        let depends = match (status, met, in_place) {
            (Status::Open, ..) => applies.depends(),
            (Status::Yes, Status::Open, Some(in_place)) => in_place.depends(),
            _ => BTreeSet::new(),
        };
        Some(WrittenOut { applies: status, met, missing: self.questions_of(&depends) })
    }

    /// The table of `condition`; nothing if it has too many rows.
    fn table(&self, condition: &Syntax, known: &Known) -> Option<Table> {
        let mut named = BTreeSet::new();
        self.named(condition, &mut named);
        let unknown =
            named.iter().filter(|it| !known.contains_key(it)).map(|&it| (it, self.variables[it].values.len()));
        let unknown: Vec<(usize, usize)> = unknown.collect();
        let rows = unknown.iter().try_fold(1_usize, |rows, it| Some(rows * it.1).filter(|it| *it <= MOST_ROWS))?;
        let row = |row: usize| {
            let (mut point, mut left) = (known.clone(), row);
            for &(var, values) in &unknown {
                point.insert(var, left % values);
                left /= values;
            }
            holds(condition, &self.text.facts, &self.replies_at(&point))
        };
        Some(Table { holds: (0..rows).map(row).collect(), unknown })
    }

    /// The variables that a condition names, its facts written out.
    fn named(&self, condition: &Syntax, into: &mut BTreeSet<usize>) {
        condition.visit_atoms(&mut |name, test| {
            if let Some(fact) = self.text.facts.get(&name.text) {
                self.named(fact, into);
            } else if let Test::HasAny(words) | Test::HasAll(words) = test {
                into.extend(words.iter().map(|it| self.variable(&name.text, Some(&it.text))));
            } else {
                into.insert(self.variable(&name.text, None));
            }
        });
    }

    /// Values of variables as replies by name.
    fn replies_at(&self, point: &Known) -> BTreeMap<String, Reply> {
        let mut replies = BTreeMap::new();
        for (&var, &value) in point {
            let of = &self.variables[var];
            let Some(option) = &of.option else {
                replies.insert(of.name.clone(), of.values[value].stands.clone());
                continue;
            };
            let none = || Reply::Ticks(BTreeSet::new(), false);
            if let Reply::Ticks(ticked, _) = replies.entry(of.name.clone()).or_insert_with(none) {
                ticked.extend((value == 1).then(|| option.clone()));
            }
        }
        replies
    }
}

impl Table {
    fn always(&self) -> bool {
        self.holds.iter().all(|it| *it)
    }

    fn never(&self) -> bool {
        !self.holds.contains(&true)
    }

    /// The variables whose value alone makes a difference in some completion.
    fn depends(&self) -> BTreeSet<usize> {
        let (mut found, mut stride) = (BTreeSet::new(), 1);
        for &(var, values) in &self.unknown {
            let first = |row: usize| row - row / stride % values * stride;
            if (0..self.holds.len()).any(|row| self.holds[row] != self.holds[first(row)]) {
                found.insert(var);
            }
            stride *= values;
        }
        found
    }
}
