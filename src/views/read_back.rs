//! Conditions read back in plain words: the conditions of one obligation or fact, and each fact
//! below them, once.

use crate::condition::{FactId, Rule};
use crate::export::DocBlock;
use crate::judge::shared_sources;
use crate::pack::{Deadline, Length, MetRule, Obligation, Pack};
use crate::phrase::{Cite, ConditionText, Saying, condition_text};
use crate::words::Words;

/// A fact and its condition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactTold {
    /// Its permanent name.
    pub id: String,
    /// The sentence that it is so.
    pub yes: String,
    /// The sentence that it is not.
    pub no: String,
    /// The ids of the sources it comes from.
    pub sources: Vec<String>,
    /// When it is so.
    pub when: ConditionText,
}

/// The time by which an obligation must be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeadlineTold {
    /// The time in words.
    pub says: String,
    /// The ids of the sources it comes from.
    pub sources: Vec<String>,
    /// How a last day is counted from an answer, if one is.
    pub counted: Option<String>,
    /// When a last day is counted, if not always.
    pub when: Option<ConditionText>,
}

/// Reads back `deadline`, that of `obligation`. Its provisions are those that the question it is counted
/// from shares with the obligation, or those of the obligation.
pub fn deadline_told(deadline: &Deadline, obligation: &Obligation, pack: &Pack, words: &Words) -> DeadlineTold {
    let of = &words.views.deadline;
    let own = &obligation.sources;
    let (sources, counted) = match deadline.from {
        None => (own.clone(), None),
        Some((date, length)) => {
            let date = pack.question(date);
            let counted = match length {
                Length::Days(days) => of.days(&date.ask, days),
                Length::Months(months) => of.months(&date.ask, &pack.question(months).ask),
            };
            (shared_sources(&date.sources, &[], own), Some(counted))
        }
    };
    DeadlineTold {
        says: deadline.says.clone(),
        sources: sources.iter().map(|&id| pack.source(id).id.clone()).collect(),
        counted,
        when: deadline.rule.as_ref().map(|rule| rule_told(rule, obligation, pack, words)),
    }
}

/// Reads back the fact with this number.
pub fn fact_told(id: FactId, pack: &Pack, words: &Words) -> Option<FactTold> {
    let (fact, rule) = (pack.facts.get(id.0)?, pack.fact_rules.get(id.0)?);
    Some(FactTold {
        id: fact.id.clone(),
        yes: fact.yes.clone(),
        no: fact.no.clone(),
        sources: fact.sources.iter().map(|&id| pack.source(id).id.clone()).collect(),
        when: condition_text(rule, pack, words, Cite { above: &fact.sources, own: &[] }),
    })
}

/// Reads back a condition of `obligation`.
pub fn rule_told(rule: &Rule, obligation: &Obligation, pack: &Pack, words: &Words) -> ConditionText {
    condition_text(rule, pack, words, Cite { above: &[], own: &obligation.sources })
}

/// Returns every fact below `rules`, those named first before those they depend on.
pub fn facts_below(rules: &[&Rule], pack: &Pack) -> Vec<FactId> {
    let mut found: Vec<FactId> = Vec::new();
    for rule in rules {
        rule.visit_facts(&mut |id| see(id, &mut found));
    }
    let mut at = 0;
    while let Some(rule) = found.get(at).and_then(|fact| pack.fact_rules.get(fact.0)) {
        rule.visit_facts(&mut |id| see(id, &mut found));
        at += 1;
    }
    found
}

fn see(id: FactId, found: &mut Vec<FactId>) {
    if !found.contains(&id) {
        found.push(id);
    }
}

/// Adds "it applies if ..." to `blocks`: `sentence` around the beginning of `told`, with its parts
/// below.
pub fn add_condition(
    sentence: impl Fn(&str) -> String,
    told: &ConditionText,
    words: &Words,
    blocks: &mut Vec<DocBlock>,
) {
    let (how, parts) = match told {
        ConditionText::Says(_) => (words.views.how.one, std::slice::from_ref(told)),
        ConditionText::All(parts) if parts.is_empty() => (words.views.how.always, parts.as_slice()),
        ConditionText::Any(parts) if parts.is_empty() => (words.views.how.never, parts.as_slice()),
        ConditionText::All(parts) if parts.len() == 2 => (words.views.how.both, parts.as_slice()),
        ConditionText::All(parts) => (words.views.how.all, parts.as_slice()),
        ConditionText::Any(parts) => (words.views.how.any, parts.as_slice()),
    };
    blocks.push(DocBlock::Text(sentence(how)));
    for part in parts {
        add_points(part, 0, words, blocks);
    }
}

/// Returns the sentence before the condition of `met`, which holds `how`.
pub fn met_heading(met: &MetRule, how: &str, words: &Words) -> String {
    let of = &words.views.condition;
    match met {
        MetRule::InPlaceIf(_) => of.met(how),
        MetRule::NotInPlaceIf(_) => of.not_met(how),
    }
}

/// Adds "by when: ..." to `blocks`, how a last day is counted, and when.
pub fn add_deadline(deadline: &DeadlineTold, words: &Words, blocks: &mut Vec<DocBlock>) {
    let sources = cited(&deadline.sources);
    let says = format!("{}{sources}", deadline.says);
    blocks.push(DocBlock::Pair(words.common.obligation.by_when.to_owned(), says));
    blocks.extend(deadline.counted.clone().map(DocBlock::Text));
    if let Some(when) = &deadline.when {
        add_condition(|how| words.views.deadline.counted(how), when, words, blocks);
    }
}

/// Returns `sources` in brackets, after a blank; nothing if there are none.
fn cited(sources: &[String]) -> String {
    if sources.is_empty() { String::new() } else { format!(" [{}]", sources.join(", ")) }
}

/// Adds "the fact is so if ..., otherwise not" to `blocks`.
pub fn add_fact(fact: &FactTold, words: &Words, blocks: &mut Vec<DocBlock>) {
    let sources = cited(&fact.sources);
    let sentence = |how: &str| words.views.condition.fact(how, &sources, capital(&fact.yes));
    add_condition(sentence, &fact.when, words, blocks);
    blocks.push(DocBlock::Text(words.views.condition.otherwise(&fact.no)));
}

/// Capitalizes a half-sentence.
fn capital(text: &str) -> String {
    let mut rest = text.chars();
    rest.next().map_or_else(String::new, |first| first.to_uppercase().chain(rest).collect())
}

/// Adds the sentences of `told` to `blocks` as points, starting at `depth`.
pub fn add_points(told: &ConditionText, depth: usize, words: &Words, blocks: &mut Vec<DocBlock>) {
    let (how, parts) = match told {
        ConditionText::Says(saying) => return blocks.push(DocBlock::Point(depth, saying_text(saying, words))),
        ConditionText::All(parts) if parts.is_empty() => (words.views.part.always, parts),
        ConditionText::Any(parts) if parts.is_empty() => (words.views.part.never, parts),
        ConditionText::All(parts) if parts.len() == 2 => (words.views.part.both, parts),
        ConditionText::All(parts) => (words.views.part.all, parts),
        ConditionText::Any(parts) => (words.views.part.any, parts),
    };
    blocks.push(DocBlock::Point(depth, how.to_owned()));
    for part in parts {
        add_points(part, depth + 1, words, blocks);
    }
}

/// Returns a sentence with its provisions, marked if it takes a side on an open legal point.
pub fn saying_text(saying: &Saying, words: &Words) -> String {
    let says = if saying.point { words.views.marked_point(&saying.says) } else { saying.says.clone() };
    if saying.sources.is_empty() {
        return says;
    }
    words.views.cited(&says, saying.sources.join(", "))
}
