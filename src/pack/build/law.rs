//! Builds facts, readings and sources.

use std::collections::BTreeMap;

use crate::condition::{Meaning, Vocabulary};
use crate::pack::build::Build;
use crate::pack::fields::Placed;
use crate::pack::model::{Confidence, Fact, Reading, Source, SourceId};
use crate::pack::raw::{RawFact, RawReading, RawSource};
use crate::pack::read::RawPack;
use crate::pack::rules::Parsed;

impl Build<'_> {
    pub fn sources(&mut self, raw: &[RawSource]) -> Vec<Source> {
        let mut found = Vec::new();
        for it in raw {
            let id = SourceId(found.len());
            if self.source_ids.insert(it.id.text.clone(), id).is_some() {
                self.fault("duplicate-id", &it.id.spot, format!("there are two sources called `{}`", it.id.text), None);
            }
            if !it.link.text.starts_with("https://") && !it.link.text.starts_with("http://") && !it.link.text.is_empty()
            {
                self.fault("bad-value", &it.link.spot, "a link starts with `https://` or `http://`", None);
            }
            found.push(Source {
                id: it.id.text.clone(),
                citation: it.citation.text.clone(),
                heading: it.heading.text.clone(),
                says: it.says.text.clone(),
                binds: it.binds.text.clone(),
                exceptions: it.exceptions.as_ref().map(|it| it.text.clone()),
                link: it.link.text.clone(),
                confidence: self.confidence(&it.confidence),
                spot: it.spot.clone(),
            });
        }
        found
    }

    pub fn confidence(&mut self, written: &Placed) -> Confidence {
        let all = [Confidence::Text, Confidence::Secondary, Confidence::Model, Confidence::General];
        let found = all.into_iter().find(|it| it.name() == written.text);
        if found.is_none() && !written.text.is_empty() {
            let names: Vec<&str> = all.iter().map(|it| it.name()).collect();
            let help = format!("use one of: {}", names.join(", "));
            self.fault("bad-value", &written.spot, format!("there is no confidence `{}`", written.text), Some(help));
        }
        found.unwrap_or(Confidence::General)
    }

    pub fn fact_cycles(&mut self, raw: &RawPack, facts: &[Option<Parsed>]) {
        let place: BTreeMap<&str, usize> =
            raw.facts.iter().enumerate().map(|(at, it)| (it.id.text.as_str(), at)).collect();
        let uses: Vec<Vec<usize>> = facts
            .iter()
            .map(|fact| {
                let mut used = Vec::new();
                if let Some(fact) = fact {
                    fact.syntax.atoms(&mut |name, _| used.extend(place.get(name.text.as_str())));
                }
                used
            })
            .collect();
        for (at, fact) in raw.facts.iter().enumerate() {
            if let Some(path) = path_back(at, &uses) {
                let names: Vec<String> =
                    path.iter().filter_map(|it| raw.facts.get(*it)).map(|it| format!("`{}`", it.id.text)).collect();
                let help = format!("it goes {}", names.join(" > "));
                self.fault(
                    "cycle",
                    &fact.id.spot,
                    format!("the fact `{}` is defined by itself", fact.id.text),
                    Some(help),
                );
            }
        }
    }

    pub fn facts(&mut self, raw: &RawPack) -> Vec<Fact> {
        let fact = |it: &RawFact| Fact {
            id: it.id.text.clone(),
            yes: it.yes.text.clone(),
            no: it.no.text.clone(),
            sources: self.sources_of(&it.sources),
            spot: it.spot.clone(),
        };
        raw.facts.iter().map(fact).collect()
    }

    pub fn readings(&mut self, raw: &[RawReading], vocabulary: &mut Vocabulary) -> Vec<Reading> {
        let mut found = Vec::new();
        for it in raw {
            let safe = self.side(&it.safe);
            let treated = it.treated_as.as_ref().map(|side| (side, self.side(side)));
            if let Some((written, side)) = treated
                && side != safe
            {
                let help = "what is not settled may only be taken as the safe side".to_owned();
                self.fault(
                    "unsafe-reading",
                    &written.spot,
                    format!("`treated_as` is not the safe side of `{}`", it.id.text),
                    Some(help),
                );
            }
            let var = vocabulary.space.add(2);
            vocabulary.names.insert(it.id.text.clone(), Meaning::YesNo(var));
            found.push(Reading {
                id: it.id.text.clone(),
                title: it.title.text.clone(),
                ask: it.ask.text.clone(),
                yes: it.yes.text.clone(),
                no: it.no.text.clone(),
                safe,
                treated: treated.is_some(),
                why: it.why.text.clone(),
                sources: self.sources_of(&it.sources),
                var,
                spot: it.spot.clone(),
            });
        }
        found
    }

    pub fn side(&mut self, written: &Placed) -> bool {
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

/// The way from fact `start` back to itself, if there is one.
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
            if let Some(seen) = seen.get_mut(next).filter(|it| !**it) {
                *seen = true;
                paths.push(longer);
            }
        }
    }
    None
}
