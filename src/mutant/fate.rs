//! Who notices a mutant: nobody needs to, if it decides alike; otherwise a check, an example, or
//! nobody.

use std::collections::BTreeSet;

use crate::check;
use crate::example::{self, Example};
use crate::interview::Interview;
use crate::mutant::same::decide_alike;
use crate::mutant::slip::Mutant;
use crate::pack::{Files, Pack, read};

/// The fate of a mutant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It decides everything as the pack does.
    Equivalent,
    /// It cannot be read, or a check reports a fault with this code that the pack does not have.
    Check(&'static str),
    /// The example with this number does not hold.
    Example(usize),
    /// Nobody notices.
    Missed,
}

/// A pack whose mutants are tested.
pub struct Trial<'a> {
    pack: &'a Pack,
    files: &'a Files,
    examples: &'a [Example],
    findings: BTreeSet<(&'static str, String)>,
    /// The numbers of the examples, most recently successful first, because an example that notices
    /// one mutant is likely to notice the next.
    order: Vec<usize>,
}

impl<'a> Trial<'a> {
    /// Creates a trial of `pack`, which `files` state, by `examples`, which all hold.
    pub fn new(pack: &'a Pack, files: &'a Files, examples: &'a [Example]) -> Self {
        let findings = check::check_rules(pack, files).into_iter().map(|it| (it.code, it.message));
        Self { pack, files, examples, findings: findings.collect(), order: (0..examples.len()).collect() }
    }

    /// Returns the fate of `mutant`.
    pub fn fate(&mut self, mutant: &Mutant) -> Fate {
        let files = mutant.apply_to(self.files);
        let pack = match read(&files) {
            Ok(pack) => pack,
            Err(findings) => return Fate::Check(findings.first().map_or("", |it| it.code)),
        };
        if decide_alike(self.pack, &pack) {
            return Fate::Equivalent;
        }
        if let Some(code) = self.new_finding(&pack, &files) {
            return Fate::Check(code);
        }
        self.noticed_by(&pack).map_or(Fate::Missed, Fate::Example)
    }

    /// Returns the number of an example that does not hold under `pack`.
    fn noticed_by(&mut self, pack: &Pack) -> Option<usize> {
        let mut interview = Interview::new(pack);
        let fails = |at: &usize| {
            self.examples.get(*at).is_some_and(|example| !example::run_example(&mut interview, example).is_empty())
        };
        let place = self.order.iter().position(fails)?;
        let at = self.order.remove(place);
        self.order.insert(0, at);
        Some(at)
    }

    /// Returns the code of a fault that the unchanged pack does not have.
    fn new_finding(&self, pack: &Pack, files: &Files) -> Option<&'static str> {
        let findings = check::check_rules(pack, files).into_iter().map(|finding| (finding.code, finding.message));
        findings.into_iter().find(|finding| !self.findings.contains(finding)).map(|(code, _)| code)
    }
}
