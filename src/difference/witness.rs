//! A smallest box within a set: the fewest answers that suffice.

use crate::boxes::{Bound, Cells, Diagram, Diagrams, Formula, Primes, Space};

/// The maximum number of nodes written out as a formula: some thousand boxes to choose from.
const MAX_PARTS: usize = 20_000;

/// Returns the bounds of a box within `set`, which is not empty, that constrains the fewest variables. If the set
/// has too many boxes to compare, returns one that the diagram leads to.
pub fn smallest_box(set: Diagram, diagrams: &Diagrams<'_>, space: &Space) -> Vec<Bound> {
    let mut room = MAX_PARTS;
    let primes = formula(set, diagrams, &mut room).and_then(|formula| Primes::compile(&formula, space).ok());
    let found = primes.and_then(|primes| Some(primes.yes().smallest()?.bounds().to_vec()));
    found.unwrap_or_else(|| first(set, diagrams))
}

/// Writes `set` as a formula, or returns `None` if that takes more than `room` parts.
fn formula(set: Diagram, diagrams: &Diagrams<'_>, room: &mut usize) -> Option<Formula> {
    *room = room.checked_sub(1)?;
    let Some((var, ways)) = diagrams.node(set) else {
        return Some(if set == Diagram::EVERYTHING { Formula::always() } else { Formula::Any(Vec::new()) });
    };
    let mut parts = Vec::new();
    for (cells, way) in bundled(ways) {
        if way != Diagram::NOTHING {
            parts.push(Formula::All(vec![Formula::In(var, cells), formula(way, diagrams, room)?]));
        }
    }
    Some(Formula::Any(parts))
}

/// Lists each branch once, with the cells that lead there.
fn bundled(ways: &[Diagram]) -> Vec<(Cells, Diagram)> {
    let mut bundles: Vec<(Cells, Diagram)> = Vec::new();
    for (cell, &way) in ways.iter().enumerate() {
        match bundles.iter_mut().find(|(_, known)| *known == way) {
            Some((cells, _)) => *cells = cells.or(Cells::one(cell)),
            None => bundles.push((Cells::one(cell), way)),
        }
    }
    bundles
}

/// The bounds of the box of the first way through the diagram.
fn first(mut set: Diagram, diagrams: &Diagrams<'_>) -> Vec<Bound> {
    let mut bounds = Vec::new();
    while let Some((var, ways)) = diagrams.node(set) {
        let Some((cells, way)) = bundled(ways).into_iter().find(|&(_, way)| way != Diagram::NOTHING) else { break };
        bounds.push((var, cells));
        set = way;
    }
    bounds
}
