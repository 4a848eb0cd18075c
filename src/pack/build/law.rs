//! Builds facts, readings and sources.

use std::collections::BTreeMap;

use crate::condition::{NameMeaning, Vocabulary};
use crate::pack::build::builder::PackBuilder;
use crate::pack::fields::SpannedString;
use crate::pack::model::{Confidence, Coverage, Fact, LawBody, Reading, Source, SourceId};
use crate::pack::raw::{RawBody, RawFact, RawPack, RawReading, RawSource, RawSources};
use crate::pack::rules::Parsed;

/// The maximum number of layers of facts below a fact.
const MAX_LEVELS: usize = 32;

impl PackBuilder<'_> {
    pub fn bodies_and_sources(&mut self, raw: &RawSources) -> (Vec<LawBody>, Vec<Source>) {
        let bodies = self.bodies(&raw.bodies);
        let sources = self.sources(&raw.sources, &bodies);
        (bodies, sources)
    }

    fn bodies(&mut self, raw: &[RawBody]) -> Vec<LawBody> {
        let mut found: Vec<LawBody> = Vec::new();
        for body in raw {
            if found.iter().any(|other| other.id == body.id.text) {
                let message = format!("there are two bodies of law called `{}`", body.id.text);
                self.fault("duplicate-id", &body.id.spot, message, None);
            }
            body.official.iter().for_each(|page| self.check_link(page));
            let official = body.official.as_ref().map(|page| page.text.clone());
            found.push(LawBody { id: body.id.text.clone(), name: body.name.text.clone(), official });
        }
        found
    }

    /// Returns the number of the body of law that `source` names; each has one if the pack names bodies.
    fn body(&mut self, source: &RawSource, bodies: &[LawBody]) -> Option<usize> {
        let Some(name) = &source.body else {
            if !bodies.is_empty() {
                let help = "say which of the bodies above it belongs to: `body = \"...\"`".to_owned();
                let message = format!("the source `{}` has no `body`", source.id.text);
                self.fault("missing-key", &source.spot, message, Some(help));
            }
            return None;
        };
        let found = bodies.iter().position(|body| body.id == name.text);
        if found.is_none() {
            self.report_unknown(name, "body of law", bodies.iter().map(|body| body.id.as_str()));
        }
        found
    }

    fn sources(&mut self, raw: &[RawSource], bodies: &[LawBody]) -> Vec<Source> {
        let mut found = Vec::new();
        for source in raw {
            let id = SourceId(found.len());
            if self.source_ids.insert(source.id.text.clone(), id).is_some() {
                self.fault(
                    "duplicate-id",
                    &source.id.spot,
                    format!("there are two sources called `{}`", source.id.text),
                    None,
                );
            }
            self.check_link(&source.link);
            found.push(Source {
                id: source.id.text.clone(),
                citation: source.citation.text.clone(),
                heading: source.heading.text.clone(),
                says: source.says.text.clone(),
                binds: source.binds.text.clone(),
                exceptions: source.exceptions.as_ref().map(|it| it.text.clone()),
                link: source.link.text.clone(),
                body: self.body(source, bodies),
                confidence: self.confidence(&source.confidence),
                coverage: self.coverage(source),
                spot: source.spot.clone(),
            });
        }
        found
    }

    fn check_link(&mut self, link: &SpannedString) {
        let is_link = ["https://", "http://"].iter().any(|start| link.text.starts_with(start));
        if !is_link && !link.text.is_empty() {
            self.fault("bad-value", &link.spot, "a link starts with `https://` or `http://`", None);
        }
    }

    pub fn coverage(&mut self, of: &RawSource) -> Coverage {
        match &of.out_of_scope {
            Some(why) => {
                if of.definition {
                    let help = "write only one of `definition` and `out_of_scope`".to_owned();
                    self.fault(
                        "bad-value",
                        &why.spot,
                        "a source cannot be both a definition and out of scope",
                        Some(help),
                    );
                }
                Coverage::OutOfScope(why.text.clone())
            }
            None if of.definition => Coverage::Definition,
            None => Coverage::Encoded,
        }
    }

    pub fn confidence(&mut self, written: &SpannedString) -> Confidence {
        let all =
            [Confidence::Text, Confidence::Secondary, Confidence::Referred, Confidence::Model, Confidence::General];
        let found = all.into_iter().find(|value| value.name() == written.text);
        if found.is_none() && !written.text.is_empty() {
            let names: Vec<&str> = all.iter().map(|it| it.name()).collect();
            let help = format!("use one of: {}", names.join(", "));
            self.fault("bad-value", &written.spot, format!("there is no confidence `{}`", written.text), Some(help));
        }
        found.unwrap_or(Confidence::General)
    }

    /// Checks that facts rest on answers in the end: no fact depends on itself, and no tower of
    /// facts is too high.
    pub fn fact_levels(&mut self, raw: &RawPack, facts: &[Option<Parsed>]) {
        let uses = uses(raw, facts);
        let levels = levels(&uses);
        let names = |path: &[usize]| -> Vec<String> {
            path.iter().filter_map(|it| raw.facts.get(*it)).map(|it| format!("`{}`", it.id.text)).collect()
        };
        let faulty = raw.facts.iter().enumerate().filter(|&(at, _)| levels.get(at).is_some_and(Option::is_none));
        let (mut in_circles, mut too_high) = (Vec::new(), Vec::new());
        for (at, fact) in faulty {
            match path_back(at, &uses) {
                Some(path) => in_circles.push((fact, names(&path).join(" > "))),
                None => too_high.push(fact),
            }
        }
        if let (true, Some(fact)) = (in_circles.is_empty(), too_high.first()) {
            let message =
                format!("the fact `{}` is built on more than {MAX_LEVELS} layers of other facts", fact.id.text);
            self.fault("too-deep", &fact.id.spot, message, Some("base it more directly on answers".to_owned()));
        }
        for (fact, path) in in_circles {
            let message = format!("the fact `{}` is defined by itself", fact.id.text);
            self.fault("cycle", &fact.id.spot, message, Some(format!("the circle is {path}")));
        }
    }

    pub fn facts(&mut self, raw: &RawPack) -> Vec<Fact> {
        let fact = |fact: &RawFact| Fact {
            id: fact.id.text.clone(),
            yes: fact.yes.text.clone(),
            no: fact.no.text.clone(),
            sources: self.sources_of(&fact.sources),
            spot: fact.spot.clone(),
        };
        raw.facts.iter().map(fact).collect()
    }

    pub fn readings(&mut self, raw: &[RawReading], vocabulary: &mut Vocabulary) -> Vec<Reading> {
        let mut found = Vec::new();
        for reading in raw {
            let safe = self.side(&reading.safe);
            let treated = reading.treated_as.as_ref().map(|side| (side, self.side(side)));
            if let Some((written, side)) = treated
                && side != safe
            {
                let help = "an open legal point can only be treated as its safe side".to_owned();
                self.fault(
                    "unsafe-reading",
                    &written.spot,
                    format!("`treated_as` is not the safe side of `{}`", reading.id.text),
                    Some(help),
                );
            }
            if !self.has_room(1, &vocabulary.space, &reading.spot) {
                continue;
            }
            let var = vocabulary.space.add(2);
            vocabulary.names.insert(reading.id.text.clone(), NameMeaning::YesNo(var));
            found.push(Reading {
                id: reading.id.text.clone(),
                title: reading.title.text.clone(),
                ask: reading.ask.text.clone(),
                yes: reading.yes.text.clone(),
                no: reading.no.text.clone(),
                safe,
                treated: treated.is_some(),
                why: reading.why.text.clone(),
                sources: self.sources_of(&reading.sources),
                var,
                spot: reading.spot.clone(),
            });
        }
        found
    }

    pub fn side(&mut self, written: &SpannedString) -> bool {
        if !matches!(written.text.as_str(), "yes" | "no" | "") {
            self.fault(
                "bad-value",
                &written.spot,
                format!("`{}` is not a side", written.text),
                Some("write `yes` or `no`".to_owned()),
            );
        }
        written.text == "yes"
    }
}

/// Returns the facts that each fact names.
fn uses(raw: &RawPack, facts: &[Option<Parsed>]) -> Vec<Vec<usize>> {
    let places = raw.facts.iter().enumerate().map(|(at, it)| (it.id.text.as_str(), at));
    let place: BTreeMap<&str, usize> = places.collect();
    let used = |fact: &Option<Parsed>| {
        let mut used = Vec::new();
        if let Some(fact) = fact {
            fact.syntax.visit_atoms(&mut |name, _| used.extend(place.get(name.text.as_str())));
        }
        used
    };
    facts.iter().map(used).collect()
}

/// Returns the number of layers below each fact, or `None` above [`MAX_LEVELS`], as for a fact that
/// depends on itself.
fn levels(uses: &[Vec<usize>]) -> Vec<Option<usize>> {
    let mut levels: Vec<Option<usize>> = vec![None; uses.len()];
    for level in 0..=MAX_LEVELS {
        let stands = |used: &Vec<usize>| used.iter().all(|fact| levels.get(*fact).is_some_and(Option::is_some));
        let now: Vec<bool> = uses.iter().map(stands).collect();
        for (slot, now) in levels.iter_mut().zip(now) {
            *slot = slot.or(now.then_some(level));
        }
    }
    levels
}

/// Returns the path from fact `start` back to itself, if there is one.
fn path_back(start: usize, uses: &[Vec<usize>]) -> Option<Vec<usize>> {
    let mut paths = vec![vec![start]];
    let mut seen = vec![false; uses.len()];
    while let Some(path) = paths.pop() {
        for &next in path.last().and_then(|it| uses.get(*it)).into_iter().flatten() {
            let mut longer = path.clone();
            longer.push(next);
            if next == start {
                return Some(longer);
            }
            if let Some(seen) = seen.get_mut(next).filter(|was_seen| !**was_seen) {
                *seen = true;
                paths.push(longer);
            }
        }
    }
    None
}
