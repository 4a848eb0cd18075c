//! Reasons: what a result rests on. Provisions are cited for what the law says; what the client says is
//! marked as an answer, and a provision beside it is only the one under which it counts.

use std::collections::BTreeSet;

use crate::assessment::Basis;
use crate::judge::{Ground, Reason};
use crate::pack::{ObligationId, QuestionId, SourceId};
use crate::phrase::day_text;
use crate::report::{Item, Report, Standing};
use crate::tell::block::{Block, Line, Target};
use crate::tell::value::{basis, capital};
use crate::words::Words;

/// Reasons as points, each once, with what establishes one below it.
pub fn reason_points(report: &Report<'_>, reasons: &[Reason], words: &Words) -> Vec<Block> {
    let mut points = ReasonPoints { report, words, blocks: Vec::new() };
    points.add(0, reasons, false);
    points.blocks
}

struct ReasonPoints<'a> {
    report: &'a Report<'a>,
    words: &'a Words,
    blocks: Vec<Block>,
}

impl ReasonPoints<'_> {
    /// Adds `reasons`; a provision is cited above them if `is_cited`.
    fn add(&mut self, depth: usize, reasons: &[Reason], is_cited: bool) {
        let mut told = BTreeSet::new();
        for reason in reasons.iter().filter(|reason| told.insert(reason.says.as_str())) {
            let below = below(reason);
            let aside = reason_aside(self.report, reason, is_cited, self.words);
            let mut line = Line::with(capital(&reason.says), aside);
            if !below.is_empty() {
                line.end_with(self.words.tell.obligation.because);
            }
            let target = (!reason.sources.is_empty()).then(|| Target::Sources(reason.sources.clone()));
            self.blocks.push(Block::Point { depth, line, target });
            self.add(depth + 1, below, is_cited || !reason.sources.is_empty());
        }
    }
}

/// What establishes `reason`. A reason that only says its own ground again is told by that ground.
pub fn below(reason: &Reason) -> &[Reason] {
    match reason.because.as_slice() {
        [only] if only.says == reason.says => &only.because,
        below => below,
    }
}

/// What is said beside `reason`: that it is an answer, or takes a side on a legal point, and its
/// provisions. If a provision is cited above it, an answer needs none (`is_cited`).
pub fn reason_aside(report: &Report<'_>, reason: &Reason, is_cited: bool, words: &Words) -> String {
    let of = &words.tell.reason;
    let cited = || cited(report, &reason.sources);
    if let Some(answer) = answer_behind(reason) {
        let own_law = matches!(reason.ground, Ground::Fact(_)) || !is_cited;
        let under = (own_law && !reason.sources.is_empty()).then(|| of.under(cited()));
        let parts: Vec<String> = answered(report, answer, words).into_iter().chain(under).collect();
        return format!("({})", parts.join("; "));
    }
    let side = match reason.ground {
        // A point gives a reason only once a side is taken: by a decision, or by the pack until there is one.
        Ground::Reading(id) if report.decided_point(id).is_some() => Some(of.decided),
        Ground::Reading(_) => Some(of.assumed),
        Ground::Answer(_) | Ground::Fact(_) => None,
    };
    let cited = (!reason.sources.is_empty()).then(|| format!("[{}]", cited()));
    side.map(str::to_owned).into_iter().chain(cited).collect::<Vec<String>>().join(" ")
}

/// The answer that `reason` only repeats.
fn answer_behind(reason: &Reason) -> Option<QuestionId> {
    match (reason.ground, reason.because.as_slice()) {
        (Ground::Answer(id), _) => Some(id),
        (Ground::Fact(_), [only]) if only.says == reason.says => answer_behind(only),
        (Ground::Fact(_) | Ground::Reading(_), _) => None,
    }
}

/// That it is the client's answer, of which day, and on whose word if it is not the client's own.
fn answered(report: &Report<'_>, id: QuestionId, words: &Words) -> Vec<String> {
    let of = &words.tell.reason;
    let given = report.answer_to(id);
    let when = given.and_then(|given| given.on).map(|day| of.answered_on(day_text(day, words)));
    let whose = given.and_then(|given| given.origin.basis).filter(|basis| *basis != Basis::Own);
    let whose = whose.map(|whose| basis(whose, words).to_owned());
    [Some(when.unwrap_or_else(|| of.answered.to_owned())), whose].into_iter().flatten().collect()
}

fn cited(report: &Report<'_>, sources: &[SourceId]) -> String {
    let ids = sources.iter().map(|&id| report.pack.source(id).id.as_str());
    ids.collect::<Vec<&str>>().join(", ")
}

/// What is ruled out, under the answers and legal points that rule it out: each with the provisions that
/// stand between.
pub fn ruled_out(report: &Report<'_>, words: &Words) -> Vec<Block> {
    let mut groups: Vec<(String, Vec<ObligationId>)> = Vec::new();
    for item in report.items_at(Standing::RuledOut) {
        let why = grounds_in_a_line(report, &item.because, words);
        match groups.iter_mut().find(|(known, _)| *known == why) {
            Some((_, ids)) => ids.push(item.id),
            None => groups.push((why, vec![item.id])),
        }
    }
    let item = |id: ObligationId| report.obligations.iter().find(|item| item.id == id);
    let blocks = groups.into_iter().flat_map(|(why, ids)| {
        let named = named_with_law(report, ids.into_iter().filter_map(item));
        std::iter::once(Block::point(0, why)).chain(named).collect::<Vec<Block>>()
    });
    blocks.collect()
}

/// The answers and legal points at the bottom of `reasons`, each once.
fn grounds_in_a_line(report: &Report<'_>, reasons: &[Reason], words: &Words) -> String {
    let mut found: Vec<String> = Vec::new();
    let grounds = reasons.iter().flat_map(Reason::with_all_below).filter(|reason| reason.because.is_empty());
    for ground in grounds {
        let said = Line::with(ground.says.clone(), reason_aside(report, ground, true, words)).whole();
        if !found.contains(&said) {
            found.push(said);
        }
    }
    capital(&found.join(words.tell.reason.and))
}

/// Obligations with the provisions by which they are ruled out: a point for those with the same ones.
fn named_with_law<'a>(report: &Report<'_>, items: impl Iterator<Item = &'a Item<'a>>) -> Vec<Block> {
    let mut groups: Vec<(Vec<SourceId>, Vec<String>)> = Vec::new();
    for item in items {
        let reasons = item.because.iter().flat_map(Reason::with_all_below);
        let mut seen = BTreeSet::new();
        let law: Vec<SourceId> =
            reasons.flat_map(|reason| &reason.sources).copied().filter(|id| seen.insert(*id)).collect();
        let named = format!("{} {}", item.obligation.id, item.obligation.title);
        match groups.iter_mut().find(|(known, _)| *known == law) {
            Some((_, all)) => all.push(named),
            None => groups.push((law, vec![named])),
        }
    }
    let point = |(law, named): (Vec<SourceId>, Vec<String>)| {
        let aside = if law.is_empty() { String::new() } else { format!("[{}]", cited(report, &law)) };
        Block::point(1, Line::with(named.join("; "), aside))
    };
    groups.into_iter().map(point).collect()
}
