//! A decided legal point: who decided it, when and why, and what that moves.

use crate::assessment::Stance;
use crate::pack::Pack;
use crate::phrase::day_text;
use crate::report::{DecidedPoint, Report};
use crate::tell::block::{Block, Line, Target};
use crate::tell::effects::stands;
use crate::tell::value::taken;
use crate::words::Words;

/// That a decision is not the safe side, if so, then who took it, on which day and why: a sentence each.
pub fn decision(point: &DecidedPoint, words: &Words) -> Vec<String> {
    let of = &words.tell.decision;
    let who = point.author.by.as_deref().unwrap_or(of.not_said);
    let by = match point.on {
        Some(day) => of.by_on(day_text(day, words), who),
        None => of.by(who),
    };
    let why = of.why(point.author.why.as_deref().unwrap_or(of.not_said));
    let not_safe = not_safe(point.is_safe, words).map(str::to_owned);
    not_safe.into_iter().chain([by, why]).collect()
}

/// That a side is not the safe one, unless it is.
pub fn not_safe(is_safe: bool, words: &Words) -> Option<&'static str> {
    (!is_safe).then_some(words.tell.decision.not_safe)
}

/// Every decided point, those against the safe side first: the side taken, who took it, and the
/// obligations that stand elsewhere than if it were left open. As points from depth 1.
pub fn decisions(report: &Report<'_>, words: &Words) -> Vec<Block> {
    let each = report.decided.iter().flat_map(|point| {
        let of = report.pack.reading(point.reading);
        let line = format!("{}: {}", of.title, taken(Stance::Decided(point.side), words));
        let said = decision(point, words).into_iter().chain(moves(point, report.pack, words));
        let below = said.map(|line| Block::point(2, Line::from(line)));
        [Block::leading(1, line, Target::Point(point.reading))].into_iter().chain(below).collect::<Vec<Block>>()
    });
    each.collect()
}

/// The obligations that a decision moves, those that move alike together.
fn moves(point: &DecidedPoint, pack: &Pack, words: &Words) -> Vec<String> {
    let of = &words.tell.decision;
    let mut groups: Vec<((&str, &str), Vec<&str>)> = Vec::new();
    for moved in &point.moves {
        let obligation = pack.obligation(moved.obligation);
        let (from, to) = (stands(obligation.kind, moved.if_open, words), stands(obligation.kind, moved.now, words));
        match groups.iter_mut().find(|(known, _)| *known == (from, to)) {
            Some((_, ids)) => ids.push(&obligation.id),
            None if from != to => groups.push(((from, to), vec![&obligation.id])),
            None => {}
        }
    }
    if groups.is_empty() {
        return vec![of.no_moves.to_owned()];
    }
    groups.into_iter().map(|((from, to), ids)| of.moves(from, ids.join(", "), to)).collect()
}
