//! Mutants and what becomes of them, in words.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::example::Example;
use crate::mutant::{Fate, Mutant, MutantKind};
use crate::pack::Files;
use crate::text::shown;
use crate::words::Words;

/// How many checks and examples are named that notice something.
const MOST_NAMED: usize = 8;

/// What is needed to tell of mutants.
pub struct MutantReport<'a> {
    /// The files of the pack.
    pub files: &'a Files,
    /// Its examples.
    pub examples: &'a [Example],
    /// The words.
    pub words: &'a Words,
    /// Whether to tell of those that were noticed too.
    pub all: bool,
}

impl MutantReport<'_> {
    /// A mutant that was missed, with the lines it changes; any other in a line, if asked for.
    pub fn mutant(&self, mutant: &Mutant, fate: Fate) -> String {
        let who = match fate {
            Fate::Missed => {
                let place = self.files.place(&mutant.spot);
                let kind = self.kind(mutant.kind);
                let line = self.words.mutant.missed(place.column, shown(&place.file), kind, place.line);
                return format!("{line}\n{}\n", self.change(mutant));
            }
            _ if !self.all => return String::new(),
            Fate::Equivalent => self.words.mutant.who.equivalent.to_owned(),
            Fate::Check(code) => self.words.mutant.who.check(code),
            Fate::Example(at) => self.examples.get(at).map_or_else(String::new, |example| shown(&example.path)),
        };
        let place = self.files.place(&mutant.spot);
        let kind = self.kind(mutant.kind);
        let line = self.words.mutant.noticed(place.column, shown(&place.file), kind, place.line, who);
        format!("{line}\n{}\n", self.change(mutant))
    }

    /// How many there are of each fate, and how many were caught.
    pub fn summary(&self, fates: &[Fate], caught: usize, counted: usize, least: usize) -> String {
        let count = |which: fn(&Fate) -> bool| fates.iter().filter(|fate| which(fate)).count();
        let words = &self.words.mutant;
        let equivalent = count(|fate| matches!(fate, Fate::Equivalent));
        let noticed = words.summary(
            count(|fate| matches!(fate, Fate::Check(_))),
            counted,
            count(|fate| matches!(fate, Fate::Example(_))),
            count(|fate| matches!(fate, Fate::Missed)),
        );
        let percent = words.percent(least, percent(caught, counted));
        format!("{}\n{noticed}\n{percent}\n{}", words.tried(fates.len(), equivalent), self.by_what(fates))
    }

    /// What noticed how many, the busiest first.
    fn by_what(&self, fates: &[Fate]) -> String {
        let mut found: BTreeMap<String, usize> = BTreeMap::new();
        for fate in fates {
            let who = match *fate {
                Fate::Check(code) => self.words.mutant.who.check(code),
                Fate::Example(at) => self.examples.get(at).map_or_else(String::new, |example| shown(&example.path)),
                Fate::Equivalent | Fate::Missed => continue,
            };
            *found.entry(who).or_default() += 1;
        }
        let mut sorted: Vec<(String, usize)> = found.into_iter().collect();
        sorted.sort_by_key(|(_, count)| Reverse(*count));
        let others = sorted.split_off(sorted.len().min(MOST_NAMED));
        let mut told: String =
            sorted.into_iter().map(|(who, count)| self.words.mutant.noticed_by(count, who) + "\n").collect();
        if !others.is_empty() {
            let count: usize = others.iter().map(|(_, count)| count).sum();
            told += &(self.words.mutant.noticed_by_others(count, others.len()) + "\n");
        }
        told
    }

    /// Which examples do not hold, and so notice nothing.
    pub fn failing(&self, files: &BTreeSet<String>) -> String {
        if files.is_empty() {
            return String::new();
        }
        let listed = files.iter().map(|file| self.words.mutant.failing_file(shown(file)) + "\n");
        format!("\n{}\n{}", self.words.mutant.failing, listed.collect::<String>())
    }

    fn change(&self, mutant: &Mutant) -> String {
        let (before, after) = mutant.changed_lines(self.files);
        let of = &self.words.mutant;
        let before = before.lines().map(|line| of.before(shown(line.trim())) + "\n");
        let after = after.lines().map(|line| of.after(shown(line.trim())) + "\n");
        before.chain(after).collect()
    }

    fn kind(&self, kind: MutantKind) -> &str {
        match kind {
            MutantKind::Operator => self.words.mutant.kind.operator,
            MutantKind::Threshold => self.words.mutant.kind.threshold,
            MutantKind::Negated => self.words.mutant.kind.negated,
            MutantKind::Dropped => self.words.mutant.kind.dropped,
            MutantKind::Joined => self.words.mutant.kind.joined,
            MutantKind::OptionDropped => self.words.mutant.kind.option_dropped,
            MutantKind::Quantifier => self.words.mutant.kind.quantifier,
            MutantKind::OtherOption => self.words.mutant.kind.other_option,
            MutantKind::Days => self.words.mutant.kind.days,
            MutantKind::Months => self.words.mutant.kind.months,
            MutantKind::Uncounted => self.words.mutant.kind.uncounted,
            MutantKind::Unsure => self.words.mutant.kind.unsure,
            MutantKind::Blank => self.words.mutant.kind.blank,
            MutantKind::Treated => self.words.mutant.kind.treated,
            MutantKind::Side => self.words.mutant.kind.side,
            MutantKind::Met => self.words.mutant.kind.met,
            MutantKind::Unless => self.words.mutant.kind.unless,
        }
    }
}

/// `caught` of `counted` in a hundred, to a tenth that is never rounded up.
fn percent(caught: usize, counted: usize) -> String {
    let tenths = (caught * 1_000).checked_div(counted).unwrap_or(1_000);
    format!("{}.{}", tenths / 10, tenths % 10)
}
