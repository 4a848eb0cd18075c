//! A source that is not accounted for: nothing cites it, yet it is neither a definition nor out of
//! scope; or it is cited, yet declared out of scope.

use std::collections::BTreeSet;

use crate::finding::Finding;
use crate::pack::{Coverage, Files, Pack, SourceId};

/// Finds provisions that were listed and forgotten, or used despite what the pack says of them.
pub fn check(pack: &Pack, files: &Files) -> Vec<Finding> {
    let questions = pack.questions.iter().map(|it| &it.sources);
    let facts = pack.facts.iter().map(|it| &it.sources);
    let readings = pack.readings.iter().map(|it| &it.sources);
    let obligations = pack.obligations.iter().map(|it| &it.sources);
    let cited: BTreeSet<&SourceId> = questions.chain(facts).chain(readings).chain(obligations).flatten().collect();
    let all = pack.sources.iter().enumerate();
    all.filter_map(|(at, source)| {
        let place = || files.place(&source.spot);
        match (&source.coverage, cited.contains(&SourceId(at))) {
            (Coverage::Encoded, false) => {
                let message = format!("the source `{}` is not accounted for: nothing cites it", source.id);
                let help = "cite it, or write `definition = true` or `out_of_scope = \"why\"`";
                Some(Finding::error("unaccounted-source", place(), message).help(help))
            }
            (Coverage::OutOfScope(_), true) => {
                let message = format!("the source `{}` is out of scope, but something cites it", source.id);
                Some(Finding::error("cited-out-of-scope", place(), message).help("remove one of the two"))
            }
            _ => None,
        }
    })
    .collect()
}
