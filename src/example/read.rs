//! Reads the examples of a pack: looks up every name, and reports all faults of form at once.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value as Json;

use crate::answer::from_json;
use crate::assessment::{Assessment, Decision, Entry};
use crate::condition::{nearest_name, parse_iso_day};
use crate::example::claim::{Claim, ClaimedHeadline, ClaimedOutcome, Example, Stand};
use crate::example::raw::{self, RawExample, RawExpect, RawHeadline};
use crate::example::steps::{Meant, steps_starting};
use crate::finding::Finding;
use crate::judge::HeadlineAnswer;
use crate::pack::{
    EXAMPLES, Files, ObligationId, Pack, PackReader, QuestionId, SpannedString, Spot, Value, WarningId, read_file,
};

/// The value of `next` when the interview is over.
const DONE: &str = "done";

/// Reads the examples among `files`. Returns the sound ones in the order of their paths, and the
/// faults of the others.
pub fn read_examples(pack: &Pack, files: &Files) -> (Vec<Example>, Vec<Finding>) {
    let (mut examples, mut findings) = (Vec::new(), Vec::new());
    for path in files.paths().filter(|it| it.starts_with(EXAMPLES)) {
        let mut own = Vec::new();
        let example = one(pack, files, path, &mut own);
        examples.extend(example.filter(|_| own.is_empty()));
        findings.append(&mut own);
    }
    (examples, findings)
}

fn one(pack: &Pack, files: &Files, path: &str, findings: &mut Vec<Finding>) -> Option<Example> {
    let (file, source) = files.find(path)?;
    let raw = read_file(&mut PackReader { path, source, file, findings }, "worked example", raw::read_raw_example)?;
    let mut names = ExampleNames { pack, files, findings };
    let assessment = names.assessment(&raw);
    let mut claims = raw.expect.as_ref().map_or_else(Vec::new, |it| names.claims(it));
    claims.sort_by_key(|it| it.spot.span.start);
    Some(Example { path: path.to_owned(), title: raw.title.text, story: raw.story.text, assessment, claims })
}

/// Looks up the names of an example.
struct ExampleNames<'a> {
    pack: &'a Pack,
    files: &'a Files,
    findings: &'a mut Vec<Finding>,
}

impl ExampleNames<'_> {
    fn fault(&mut self, code: &'static str, spot: &Spot, message: impl Into<String>, help: Option<String>) {
        let mut finding = Finding::error(code, self.files.place(spot), message);
        finding.help = help;
        self.findings.push(finding);
    }

    fn unknown<'n>(&mut self, name: &SpannedString, what: &str, names: impl Iterator<Item = &'n str>) {
        let help = nearest_name(&name.text, names).map(|it| format!("did you mean `{it}`?"));
        self.fault("unknown-name", &name.spot, format!("there is no {what} `{}`", name.text), help);
    }

    fn question(&mut self, name: &SpannedString) -> Option<QuestionId> {
        let pack = self.pack;
        let found = pack.question_by_id(&name.text);
        if found.is_none() {
            self.unknown(name, "question", pack.questions.iter().map(|it| it.id.as_str()));
        }
        found
    }

    fn questions(&mut self, names: &[SpannedString]) -> BTreeSet<QuestionId> {
        names.iter().filter_map(|it| self.question(it)).collect()
    }

    fn obligation(&mut self, name: &SpannedString) -> Option<ObligationId> {
        let pack = self.pack;
        let found = pack.obligation_by_id(&name.text);
        if found.is_none() {
            self.unknown(name, "obligation", pack.obligations.iter().map(|it| it.id.as_str()));
        }
        found
    }

    fn warnings(&mut self, names: &[SpannedString]) -> BTreeSet<WarningId> {
        let pack = self.pack;
        let mut found = BTreeSet::new();
        for name in names {
            match pack.warning_by_id(&name.text) {
                Some(id) => _ = found.insert(id),
                None => self.unknown(name, "warning", pack.warnings.iter().map(|it| it.id.as_str())),
            }
        }
        found
    }

    fn assessment(&mut self, raw: &RawExample) -> Assessment {
        let pack = self.pack;
        let mut assessment = Assessment::default();
        for (name, value, spot) in &raw.answers {
            let (Some(id), Some(value)) = (self.question(name), value) else { continue };
            match from_json(&json(value), pack.question(id)) {
                Ok(answer) => {
                    assessment.answers.insert(id, Entry::new(answer));
                }
                Err(said) => self.fault("bad-value", spot, format!("`{}`: {said}", name.text), None),
            }
        }
        for (name, side) in &raw.readings {
            match pack.reading_by_id(&name.text) {
                Some(id) => {
                    assessment.readings.insert(id, Decision::new(*side));
                }
                None => self.unknown(name, "reading", pack.readings.iter().map(|it| it.id.as_str())),
            }
        }
        assessment
    }

    fn claims(&mut self, raw: &RawExpect) -> Vec<Claim> {
        let mut claims = self.stands(raw);
        for (name, written) in &raw.deadlines {
            claims.extend(self.last_day(name, written));
        }
        for (name, questions) in &raw.depends_on {
            let (of, on) = (self.obligation(name), self.questions(questions));
            claims.extend(of.map(|id| claim(ClaimedOutcome::DependsOn(id, on), &name.spot)));
        }
        for (named, shown) in [(&raw.shows, true), (&raw.hides, false)] {
            for (name, starts) in named {
                let Some(of) = self.obligation(name) else { continue };
                claims.extend(starts.iter().filter_map(|start| self.shows(of, start, shown)));
            }
        }
        if let Some(name) = &raw.next {
            let next = if name.text == DONE { Some(None) } else { self.question(name).map(Some) };
            claims.extend(next.map(|id| claim(ClaimedOutcome::Next(id), &name.spot)));
        }
        claims.extend(raw.headline.as_ref().and_then(|raw| self.headline(raw)));
        if let Some(names) = &raw.set_aside {
            claims.push(claim(ClaimedOutcome::SetAside(self.questions(names)), &raw.set_aside_spot));
        }
        // An example that names no warning claims that there is none.
        claims.push(claim(ClaimedOutcome::Warns(self.warnings(&raw.warns)), &raw.warns_spot));
        claims
    }

    /// Returns where each obligation stands, checking that each is in exactly one list.
    fn stands(&mut self, raw: &RawExpect) -> Vec<Claim> {
        let mut seen: BTreeMap<ObligationId, &SpannedString> = BTreeMap::new();
        let mut claims = Vec::new();
        for (stand, name) in raw.lists.iter().flat_map(|(stand, names)| names.iter().map(|name| (*stand, name))) {
            let Some(id) = self.obligation(name) else { continue };
            if let Some(first) = seen.insert(id, name) {
                let first = self.files.place(&first.spot);
                let help = Some(format!("the other is at {}:{}", first.file, first.line));
                self.fault("duplicate-id", &name.spot, format!("`{}` is in two lists", name.text), help);
            }
            self.can_stand(id, stand, &name.spot);
            claims.push(claim(ClaimedOutcome::Stands(id, stand), &name.spot));
        }
        let rest: Vec<ObligationId> = self.pack.obligation_ids().filter(|id| !seen.contains_key(id)).collect();
        claims.extend(self.others(raw, &rest));
        claims
    }

    /// Returns where the obligations stand that no list names.
    fn others(&mut self, raw: &RawExpect, rest: &[ObligationId]) -> Vec<Claim> {
        let Some(written) = &raw.others else {
            if !rest.is_empty() {
                let ids: Vec<String> = rest.iter().map(|&id| format!("`{}`", self.pack.obligation(id).id)).collect();
                let help = "put each in a list, or write `others = \"ruled_out\"`".to_owned();
                self.fault("incomplete", &raw.spot, format!("in no list: {}", ids.join(", ")), Some(help));
            }
            return Vec::new();
        };
        let Some(stand) = Stand::ALL.into_iter().find(|stand| stand.key() == written.text) else {
            let help = format!("use one of: {}", Stand::ALL.map(Stand::key).join(", "));
            self.fault("bad-value", &written.spot, format!("there is no list `{}`", written.text), Some(help));
            return Vec::new();
        };
        for &id in rest {
            self.can_stand(id, stand, &written.spot);
        }
        rest.iter().map(|&id| claim(ClaimedOutcome::Stands(id, stand), &written.spot)).collect()
    }

    /// Checks that an obligation is not listed as in place or missing where no condition tells so.
    fn can_stand(&mut self, id: ObligationId, stand: Stand, spot: &Spot) {
        let of = self.pack.obligation(id);
        let lacks = match stand {
            Stand::InPlace if of.has_one_sided_met() => "only a `not_met_if`",
            Stand::InPlace | Stand::Missing if of.met.is_none() => "no `met`",
            _ => return,
        };
        let message = format!("`{}` cannot be `{}`: it has {lacks}", of.id, stand.key());
        self.fault("bad-value", spot, message, Some("write it under `applies`".to_owned()));
    }

    fn last_day(&mut self, name: &SpannedString, written: &SpannedString) -> Option<Claim> {
        let date = parse_iso_day(&written.text);
        if date.is_none() {
            let help = Some("write it as `2025-07-01`".to_owned());
            self.fault("bad-value", &written.spot, format!("`{}` is not a date", written.text), help);
        }
        let id = self.obligation(name)?;
        let counted = self.pack.obligation(id).deadline.as_ref().is_some_and(|it| it.from.is_some());
        if !counted {
            let message = format!("the deadline of `{}` is not counted from a date", name.text);
            self.fault("bad-value", &name.spot, message, None);
        }
        Some(claim(ClaimedOutcome::LastDay(id, date?), &written.spot))
    }

    fn headline(&mut self, raw: &RawHeadline) -> Option<Claim> {
        let items = raw.items.as_ref().map(|names| names.iter().filter_map(|name| self.obligation(name)).collect());
        let answer = HeadlineAnswer::ALL.into_iter().find(|answer| answer.name() == raw.answer.text);
        if answer.is_none() && !raw.answer.text.is_empty() {
            let help = format!("use one of: {}", HeadlineAnswer::ALL.map(HeadlineAnswer::name).join("; "));
            let message = format!("there is no headline `{}`", raw.answer.text);
            self.fault("bad-value", &raw.answer.spot, message, Some(help));
        }
        if !self.pack.has_headline() {
            let help = "give its obligations a `role`, or remove this".to_owned();
            self.fault("bad-value", &raw.spot, "the pack has no headline", Some(help));
        }
        let count = raw.count.map(|count| usize::try_from(count).unwrap_or(usize::MAX));
        Some(claim(ClaimedOutcome::Headline(ClaimedHeadline { answer: answer?, items, count }), &raw.spot))
    }

    fn shows(&mut self, of: ObligationId, start: &SpannedString, shown: bool) -> Option<Claim> {
        let id = &self.pack.obligation(of).id;
        let (message, help) = match steps_starting(self.pack.obligation(of), &start.text) {
            Meant::One(at) => return Some(claim(ClaimedOutcome::Shows(of, at, shown), &start.spot)),
            Meant::Several => (
                format!("several conditional steps and notes of `{id}` begin with \"{}\"", start.text),
                "write more of its first words",
            ),
            Meant::Unconditional => (
                format!("what begins with \"{}\" in `{id}` has no condition: it is always shown", start.text),
                "name only steps and notes that have an `if`",
            ),
            Meant::None => (
                format!("no conditional step or note of `{id}` begins with \"{}\"", start.text),
                "write its first words as they stand in the pack",
            ),
        };
        self.fault("unclear-step", &start.spot, message, Some(help.to_owned()));
        None
    }
}

fn claim(says: ClaimedOutcome, spot: &Spot) -> Claim {
    Claim { says, spot: spot.clone() }
}

fn json(value: &Value) -> Json {
    match value {
        Value::Flag(flag) => (*flag).into(),
        Value::Number(number) => (*number).into(),
        Value::Text(text) => text.as_str().into(),
        Value::List(items) => items.iter().map(json).collect(),
    }
}
