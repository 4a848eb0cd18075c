//! How the warnings of two packs differ.

use crate::boxes::{Diagram, Diagrams};
use crate::condition::Rule;
use crate::difference::asked::{AskedChange, How};
use crate::difference::joint::{Joint, Mapping};
use crate::pack::{Pack, Warning};

/// Returns the warnings that only one of the packs has, or whose words or conditions differ: in the order of
/// the new pack, then those that only the old pack has.
pub fn changed_warnings(old: &Pack, new: &Pack, joint: &Joint, diagrams: &mut Diagrams<'_>) -> Vec<AskedChange> {
    let mut found = Vec::new();
    for warning in &new.warnings {
        let how = match called(old, &warning.id) {
            None => How::Added,
            Some(before) => {
                let (was, is) = (points(before, old, &joint.old, diagrams), points(warning, new, &joint.new, diagrams));
                if was == is && before.text() == warning.text() {
                    continue;
                }
                How::Altered
            }
        };
        found.push(AskedChange { id: warning.id.clone(), how });
    }
    let gone = old.warnings.iter().filter(|before| called(new, &before.id).is_none());
    found.extend(gone.map(|before| AskedChange { id: before.id.clone(), how: How::Removed }));
    found
}

fn called<'p>(pack: &'p Pack, id: &str) -> Option<&'p Warning> {
    pack.warnings.iter().find(|warning| warning.id == id)
}

/// Returns the points of each condition of `of`.
fn points(of: &Warning, pack: &Pack, map: &Mapping, diagrams: &mut Diagrams<'_>) -> Vec<Diagram> {
    let formula = |rule: &Rule| map.formula(&rule.formula(&pack.fact_rules, &pack.space));
    of.rules().map(|rule| diagrams.diagram_of(&formula(rule))).collect()
}
