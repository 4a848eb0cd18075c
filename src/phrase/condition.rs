//! A condition read back: a tree of half-sentences that can follow "if".

use crate::boxes::{Cells, Var};
use crate::condition::{FactId, Rule};
use crate::judge::shared_sources;
use crate::pack::{Owner, Pack, SourceId};
use crate::phrase::cells::cells_sentence;
use crate::words::Words;

/// A condition in words. Negation is pushed down to the sentences, each of which has an opposite.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ConditionText {
    /// All of them hold; of none, always.
    All(Vec<ConditionText>),
    /// At least one of them holds; of none, never.
    Any(Vec<ConditionText>),
    /// This holds.
    Says(Saying),
}

/// One sentence of a condition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saying {
    /// The sentence, as a half-sentence.
    pub says: String,
    /// Whether it takes a side on an open legal point.
    pub point: bool,
    /// The ids of the sources it comes from.
    pub sources: Vec<String>,
}

/// The owner of a condition, which selects the provisions cited for its answers.
#[derive(Debug, Clone, Copy)]
pub struct Cite<'a> {
    /// The provisions of the fact whose condition it is.
    pub above: &'a [SourceId],
    /// The provisions of the obligation whose condition it is.
    pub own: &'a [SourceId],
}

/// `rule` in words.
pub fn condition_text(rule: &Rule, pack: &Pack, words: &Words, cite: Cite<'_>) -> ConditionText {
    ConditionTeller { pack, words, cite }.tell(rule, true)
}

struct ConditionTeller<'a> {
    pack: &'a Pack,
    words: &'a Words,
    cite: Cite<'a>,
}

impl ConditionTeller<'_> {
    fn tell(&self, rule: &Rule, want: bool) -> ConditionText {
        match (rule, want) {
            (Rule::Not(part), _) => self.tell(part, !want),
            (Rule::Fact(id), _) => self.fact(*id, want),
            (Rule::In(var, cells), true) => self.cells(*var, *cells),
            (Rule::In(var, cells), false) => self.cells(*var, self.pack.space.full(*var).without(*cells)),
            (Rule::All(parts), true) | (Rule::Any(parts), false) => all(self.each(parts, want)),
            (Rule::All(parts), false) | (Rule::Any(parts), true) => any(self.each(parts, want)),
        }
    }

    fn each(&self, parts: &[Rule], want: bool) -> Vec<ConditionText> {
        parts.iter().map(|it| self.tell(it, want)).collect()
    }

    fn fact(&self, id: FactId, want: bool) -> ConditionText {
        let Some(fact) = self.pack.facts.get(id.0) else { return ConditionText::Any(Vec::new()) };
        ConditionText::Says(Saying {
            says: if want { fact.yes.clone() } else { fact.no.clone() },
            point: false,
            sources: self.ids(&fact.sources),
        })
    }

    fn cells(&self, var: Var, cells: Cells) -> ConditionText {
        if cells.is_empty() {
            return ConditionText::Any(Vec::new());
        }
        if cells == self.pack.space.full(var) {
            return ConditionText::All(Vec::new());
        }
        let (point, sources) = match self.pack.owner(var) {
            Owner::Question(id, _) => (false, &self.pack.question(id).sources),
            Owner::Reading(id) => (true, &self.pack.reading(id).sources),
        };
        let says = cells_sentence(self.pack, self.words, var, cells);
        let sources = self.ids(&shared_sources(sources, self.cite.above, self.cite.own));
        ConditionText::Says(Saying { says, point, sources })
    }

    fn ids(&self, sources: &[SourceId]) -> Vec<String> {
        sources.iter().map(|&id| self.pack.source(id).id.clone()).collect()
    }
}

/// Joins `parts` with "and", merging those that are such joins themselves.
fn all(parts: Vec<ConditionText>) -> ConditionText {
    let flat = parts.into_iter().flat_map(|part| match part {
        ConditionText::All(parts) => parts,
        other => vec![other],
    });
    alone(flat.collect(), ConditionText::All)
}

/// Joins `parts` with "or", merging those that are such joins themselves.
fn any(parts: Vec<ConditionText>) -> ConditionText {
    let flat = parts.into_iter().flat_map(|part| match part {
        ConditionText::Any(parts) => parts,
        other => vec![other],
    });
    alone(flat.collect(), ConditionText::Any)
}

fn alone(mut parts: Vec<ConditionText>, several: fn(Vec<ConditionText>) -> ConditionText) -> ConditionText {
    match parts.pop() {
        Some(only) if parts.is_empty() => only,
        Some(last) => {
            parts.push(last);
            several(parts)
        }
        None => several(parts),
    }
}
