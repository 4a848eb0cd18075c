//! A declared relation that the rules break, or that proves nothing.

use serde_json::Value;

use crate::answer::record_of_region;
use crate::boxes::{Formula, Primes, Region};
use crate::finding::Finding;
use crate::pack::{Files, Pack, Relation};

/// Finds declared relations that some answers break, each with a smallest set of such answers, and
/// relations whose first side never holds.
pub fn check(pack: &Pack, files: &Files) -> Vec<Finding> {
    pack.relations.iter().filter_map(|it| of_relation(pack, it, files)).collect()
}

fn of_relation(pack: &Pack, of: &Relation, files: &Files) -> Option<Finding> {
    let formula = |side: &crate::pack::RelationSide| side.rule.formula(&pack.fact_rules, &pack.space);
    let (when, then) = (formula(&of.when), formula(&of.then));
    let place = files.place(&of.spot);
    let Ok(first) = Primes::compile(&when, &pack.space) else { return Some(too_large(of, files)) };
    if first.yes().is_empty() {
        let message = format!("`{}` never holds, so this relation says nothing", of.when.written);
        return Some(Finding::error("idle-relation", place, message).help("fix it, or remove it"));
    }
    let breaks = Formula::All(vec![when, if of.never { then } else { then.not(&pack.space) }]);
    let Ok(breaks) = Primes::compile(&breaks, &pack.space) else { return Some(too_large(of, files)) };
    let smallest = breaks.yes().smallest()?;
    let (when, then) = (&of.when.written, &of.then.written);
    let message = if of.never {
        format!("`{when}` and `{then}` can hold together")
    } else {
        format!("`{when}` can hold where `{then}` does not")
    };
    let help = format!("for example with these answers: {}", told(smallest, pack));
    Some(Finding::error("broken-relation", place, message).help(help))
}

fn told(region: Region<'_>, pack: &Pack) -> String {
    Value::Object(record_of_region(region, pack)).to_string()
}

fn too_large(of: &Relation, files: &Files) -> Finding {
    let message = "proving this relation takes too many boxes";
    Finding::error("too-large", files.place(&of.spot), message).help("split it")
}
