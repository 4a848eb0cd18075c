//! Mutants and what becomes of them, in words.

use crate::example::Example;
use crate::mutant::{Fate, Mutant, MutantKind};
use crate::pack::Files;
use crate::text::shown;
use crate::words::Words;

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
            Fate::Missed => return self.line("mutant.missed", "", mutant) + &self.change(mutant) + "\n",
            _ if !self.all => return String::new(),
            Fate::Equivalent => self.words.say("mutant.who.equivalent").to_owned(),
            Fate::Check(code) => self.words.fill("mutant.who.check", &[("code", code)]),
            Fate::Example(at) => self.examples.get(at).map_or_else(String::new, |it| shown(&it.path)),
        };
        self.line("mutant.noticed", &who, mutant) + &self.change(mutant) + "\n"
    }

    /// How many there are of each fate, and how many were caught.
    pub fn summary(&self, fates: &[Fate], caught: usize, counted: usize, least: usize) -> String {
        let count = |which: fn(&Fate) -> bool| fates.iter().filter(|it| which(it)).count().to_string();
        let values = [
            ("all", fates.len().to_string()),
            ("equivalent", count(|it| matches!(it, Fate::Equivalent))),
            ("check", count(|it| matches!(it, Fate::Check(_)))),
            ("example", count(|it| matches!(it, Fate::Example(_)))),
            ("missed", count(|it| matches!(it, Fate::Missed))),
            ("counted", counted.to_string()),
            ("percent", percent(caught, counted)),
            ("least", least.to_string()),
        ];
        let values: Vec<(&str, &str)> = values.iter().map(|it| (it.0, it.1.as_str())).collect();
        let lines = ["mutant.summary", "mutant.percent"].map(|it| self.words.fill(it, &values));
        lines.join("\n") + "\n"
    }

    fn line(&self, name: &str, who: &str, mutant: &Mutant) -> String {
        let place = self.files.place(&mutant.spot);
        let (line, column) = (place.line.to_string(), place.column.to_string());
        let (file, kind) = (shown(&place.file), self.kind(mutant.kind));
        let values = [("who", who), ("file", &file), ("line", &line), ("column", &column), ("kind", kind)];
        self.words.fill(name, &values) + "\n"
    }

    fn change(&self, mutant: &Mutant) -> String {
        let (before, after) = mutant.lines(self.files);
        let mut text = String::new();
        for (name, lines) in [("mutant.before", before), ("mutant.after", after)] {
            for line in lines.lines() {
                text += &self.words.fill(name, &[("text", &shown(line.trim()))]);
                text.push('\n');
            }
        }
        text
    }

    fn kind(&self, kind: MutantKind) -> &str {
        self.words.say(match kind {
            MutantKind::Operator => "mutant.kind.operator",
            MutantKind::Threshold => "mutant.kind.threshold",
            MutantKind::Negated => "mutant.kind.negated",
            MutantKind::Dropped => "mutant.kind.dropped",
            MutantKind::Joined => "mutant.kind.joined",
            MutantKind::OptionDropped => "mutant.kind.option_dropped",
            MutantKind::Quantifier => "mutant.kind.quantifier",
            MutantKind::OtherOption => "mutant.kind.other_option",
            MutantKind::Days => "mutant.kind.days",
            MutantKind::Months => "mutant.kind.months",
            MutantKind::Uncounted => "mutant.kind.uncounted",
            MutantKind::Unsure => "mutant.kind.unsure",
            MutantKind::Treated => "mutant.kind.treated",
            MutantKind::Side => "mutant.kind.side",
            MutantKind::Met => "mutant.kind.met",
        })
    }
}

/// `caught` of `counted` in a hundred, to a tenth that is never rounded up.
fn percent(caught: usize, counted: usize) -> String {
    let tenths = (caught * 1_000).checked_div(counted).unwrap_or(1_000);
    format!("{}.{}", tenths / 10, tenths % 10)
}
