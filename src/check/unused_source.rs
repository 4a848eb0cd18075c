//! A source that nothing cites.

use std::collections::BTreeSet;

use crate::finding::Finding;
use crate::pack::{Files, Pack, SourceId};

/// Sources that could be taken away without any citation missing.
pub fn check(pack: &Pack, files: &Files) -> Vec<Finding> {
    let questions = pack.questions.iter().map(|it| &it.sources);
    let facts = pack.facts.iter().map(|it| &it.sources);
    let readings = pack.readings.iter().map(|it| &it.sources);
    let obligations = pack.obligations.iter().map(|it| &it.sources);
    let cited: BTreeSet<&SourceId> = questions.chain(facts).chain(readings).chain(obligations).flatten().collect();
    let unused = pack.sources.iter().enumerate().filter(|it| !cited.contains(&SourceId(it.0)));
    unused
        .map(|(_, it)| {
            let message = format!("nothing cites the source `{}`", it.id);
            Finding::warning("unused-source", files.place(&it.spot), message).help("cite it, or take it away")
        })
        .collect()
}
