//! Builds a pack from what its files state: looks up every name, reads every condition, compiles.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::boxes::Cells;
use crate::condition::{FactId, Meaning, Rule, Scale, Vocabulary};
use crate::finding::Finding;
use crate::pack::fields::Placed;
use crate::pack::files::Files;
use crate::pack::model::{
    Confidence, Deadline, Fact, Group, Kind, Obligation, ObligationKind, Owner, Pack, Question, QuestionId, Reading,
    ReadingId, Section, Source, SourceId, Spot, Step, Term,
};
use crate::pack::questions;
use crate::pack::raw::{RawChoice, RawObligation, RawQuestion, RawReading, RawSource, RawStep};
use crate::pack::read::RawPack;
use crate::pack::rules::{Compiler, Parsed, cuts, read_condition, resolve_condition};

/// The version of the pack format this program reads.
const FORMAT: i64 = 1;

/// A pack being built: what names exist so far, and the faults found.
pub struct Build<'a> {
    files: &'a Files,
    findings: &'a mut Vec<Finding>,
    source_ids: BTreeMap<String, SourceId>,
    names: BTreeMap<String, Spot>,
}

/// The conditions of one obligation.
struct Conditions {
    applies: Option<Parsed>,
    met: Option<Parsed>,
    steps: Vec<Option<Parsed>>,
    notes: Vec<Option<Parsed>>,
}

/// The pack that `raw` states, unless something is wrong with it; faults go to `findings`.
pub fn build(raw: &RawPack, files: &Files, findings: &mut Vec<Finding>) -> Option<Pack> {
    let mut build = Build { files, findings, source_ids: BTreeMap::new(), names: BTreeMap::new() };
    let law_checked_on = build.about(raw);
    let sources = build.sources(&raw.sources);
    build.unique_names(raw);
    let facts: Vec<Option<Parsed>> = raw.facts.iter().map(|it| build.condition(it.rule.as_ref())).collect();
    let groups = raw.groups.iter().flat_map(|it| &it.1.obligations);
    let conditions: Vec<Conditions> = groups.map(|it| build.conditions(it)).collect();
    build.fact_cycles(raw, &facts);
    let mut cuts = cuts(all_conditions(&facts, &conditions).map(|it| &it.syntax));
    add_deadline_cuts(raw, &mut cuts);
    let mut vocabulary = Vocabulary::default();
    let questions = build.questions(raw, &cuts, &mut vocabulary);
    let readings = build.readings(&raw.readings, &mut vocabulary);
    for (at, fact) in raw.facts.iter().enumerate() {
        vocabulary.names.insert(fact.id.text.clone(), Meaning::Fact(FactId(at)));
    }
    let fact_rules: Vec<Rule> = facts.iter().map(|it| build.rule(it.as_ref(), &vocabulary)).collect();
    let rules: Vec<Rules> = conditions.iter().map(|it| build.rules(it, &vocabulary)).collect();
    let mut pack = Pack {
        id: raw.about.id.text.clone(),
        version: raw.about.version.text.clone(),
        title: raw.about.title.text.clone(),
        jurisdiction: raw.about.jurisdiction.text.clone(),
        law_checked_on: law_checked_on.unwrap_or_default(),
        about: raw.about.about.text.clone(),
        disclaimer: raw.about.disclaimer.text.clone(),
        official: raw.about.official.text.clone(),
        digest: files.digest(),
        sections: raw.sections.iter().map(|it| Section { title: it.title.text.clone() }).collect(),
        facts: build.facts(raw),
        fact_rules,
        groups: raw.groups.iter().map(|it| Group { id: it.0.clone(), title: it.1.title.text.clone() }).collect(),
        obligations: Vec::new(),
        owners: owners(&questions, &readings),
        questions,
        readings,
        sources,
        terms: raw.terms.iter().map(|it| Term { word: it.word.text.clone(), means: it.means.text.clone() }).collect(),
        space: vocabulary.space,
        conditions: Vec::new(),
    };
    let obligations = build.obligations(raw, &rules, &mut pack);
    pack.obligations = obligations;
    build.findings.is_empty().then_some(pack)
}

/// The rules of one obligation.
struct Rules {
    applies: Rule,
    met: Option<Rule>,
    steps: Vec<Option<Rule>>,
    notes: Vec<Option<Rule>>,
}

fn all_conditions<'a>(facts: &'a [Option<Parsed>], of: &'a [Conditions]) -> impl Iterator<Item = &'a Parsed> {
    let obligations = of.iter().flat_map(|it| {
        let own = it.applies.iter().chain(&it.met);
        own.chain(it.steps.iter().chain(&it.notes).flatten())
    });
    facts.iter().flatten().chain(obligations)
}

/// A deadline depends on whether the date it counts from is known: a cut at the least date.
fn add_deadline_cuts(raw: &RawPack, cuts: &mut BTreeMap<String, Vec<i64>>) {
    let obligations = raw.groups.iter().flat_map(|it| &it.1.obligations);
    let from = obligations.filter_map(|it| it.deadline.as_ref()?.from.as_ref());
    for name in from {
        let question = raw.sections.iter().flat_map(|it| &it.questions).find(|it| it.id.text == name.text);
        let min = question.and_then(|it| it.min_day.as_ref()?.text.parse().ok());
        if let Some(min) = min.map(crate::condition::days) {
            let cuts = cuts.entry(name.text.clone()).or_default();
            cuts.push(min);
            cuts.sort_unstable();
            cuts.dedup();
        }
    }
}

fn owners(questions: &[Question], readings: &[Reading]) -> Vec<Owner> {
    let mut owners = Vec::new();
    for (at, question) in questions.iter().enumerate() {
        let several = matches!(question.kind, Kind::AnyOf { .. });
        let each = (0..question.vars.len()).map(|option| Owner::Question(QuestionId(at), several.then_some(option)));
        owners.extend(each);
    }
    owners.extend((0..readings.len()).map(|at| Owner::Reading(ReadingId(at))));
    owners
}

impl Build<'_> {
    /// Notes a fault at `spot`.
    pub fn fault(&mut self, code: &'static str, spot: &Spot, message: impl Into<String>, help: Option<String>) {
        let mut finding = Finding::error(code, self.files.place(spot), message);
        finding.help = help;
        self.findings.push(finding);
    }

    /// The text, whose absence is a fault of what is at `spot`.
    pub fn need(&mut self, text: Option<&Placed>, key: &str, spot: &Spot) -> String {
        if text.is_none() {
            self.fault(
                "missing-key",
                spot,
                format!("this needs a `{key}`"),
                Some(format!("add a line `{key} = \"...\"`")),
            );
        }
        text.map(|it| it.text.clone()).unwrap_or_default()
    }

    /// The sentence of a number, date or text, which must have a place for the value.
    pub fn sentence(&mut self, raw: &RawQuestion) -> String {
        let says = self.need(raw.says.as_ref(), "says", &raw.spot);
        if let Some(written) = raw.says.as_ref().filter(|it| !it.text.contains("{value}")) {
            self.fault(
                "bad-value",
                &written.spot,
                "`says` has no place for the answer",
                Some("write `{value}` where it goes".to_owned()),
            );
        }
        says
    }

    /// The day written at `written`.
    pub fn date(&mut self, written: &Placed) -> Option<Date> {
        let date = written.text.parse().ok();
        if date.is_none() {
            self.fault(
                "bad-value",
                &written.spot,
                format!("`{}` is not a date", written.text),
                Some("write it as `2025-07-01`".to_owned()),
            );
        }
        date
    }

    /// Checks that a name of a question, option, fact or reading is well formed.
    pub fn check_name(&mut self, id: &Placed) {
        let mut chars = id.text.chars();
        let first = chars.next().is_some_and(|it| it.is_ascii_lowercase());
        if !first || !chars.all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || it == '_') {
            let help = "use lower case letters, digits and `_`, and start with a letter".to_owned();
            self.fault("bad-id", &id.spot, format!("`{}` cannot be a name", id.text), Some(help));
        }
        if matches!(
            id.text.as_str(),
            "unsure" | "none" | "and" | "or" | "not" | "is" | "in" | "has" | "any" | "all" | "always"
        ) {
            let help = "the program offers \"I don't know\" and \"none of these\" by itself, and the words of conditions mean themselves".to_owned();
            self.fault("bad-id", &id.spot, format!("`{}` is a word of the program", id.text), Some(help));
        }
    }

    /// The number of the option called `name`.
    pub fn option_called(&mut self, name: &Placed, options: &[RawChoice]) -> Option<usize> {
        let found = options.iter().position(|it| it.id.text == name.text);
        if found.is_none() {
            self.unknown(name, "option", options.iter().map(|it| it.id.text.as_str()));
        }
        found
    }

    fn unknown<'n>(&mut self, name: &Placed, what: &str, names: impl Iterator<Item = &'n str>) {
        let near = crate::condition::nearest_name(&name.text, names);
        let help = near.map(|it| format!("did you mean `{it}`?"));
        self.fault("unknown-name", &name.spot, format!("there is no {what} `{}`", name.text), help);
    }

    fn about(&mut self, raw: &RawPack) -> Option<Date> {
        let about = &raw.about;
        if about.format != FORMAT && !about.spot.span.is_empty() || about.format > FORMAT {
            let message = format!("this pack has format {}, but this program reads format {FORMAT}", about.format);
            self.fault("format", &about.spot, message, None);
        }
        if about.law_checked_on.text.is_empty() {
            return None;
        }
        self.date(&about.law_checked_on)
    }

    fn sources(&mut self, raw: &[RawSource]) -> Vec<Source> {
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

    fn confidence(&mut self, written: &Placed) -> Confidence {
        let all = [Confidence::Text, Confidence::Secondary, Confidence::Model, Confidence::General];
        let found = all.into_iter().find(|it| it.name() == written.text);
        if found.is_none() && !written.text.is_empty() {
            let names: Vec<&str> = all.iter().map(|it| it.name()).collect();
            let help = format!("use one of: {}", names.join(", "));
            self.fault("bad-value", &written.spot, format!("there is no confidence `{}`", written.text), Some(help));
        }
        found.unwrap_or(Confidence::General)
    }

    /// The numbers of the sources called so.
    pub fn sources_of(&mut self, names: &[Placed]) -> Vec<SourceId> {
        let mut found = Vec::new();
        for name in names {
            match self.source_ids.get(&name.text) {
                Some(&id) => found.push(id),
                None => {
                    let ids: Vec<String> = self.source_ids.keys().cloned().collect();
                    self.unknown(name, "source", ids.iter().map(String::as_str));
                }
            }
        }
        found
    }

    fn unique_names(&mut self, raw: &RawPack) {
        let questions = raw.sections.iter().flat_map(|it| &it.questions).map(|it| &it.id);
        let names = questions.chain(raw.facts.iter().map(|it| &it.id)).chain(raw.readings.iter().map(|it| &it.id));
        let names: Vec<&Placed> = names.filter(|it| !it.text.is_empty()).collect();
        for name in names {
            self.check_name(name);
            if let Some(first) = self.names.insert(name.text.clone(), name.spot.clone()) {
                let first = self.files.place(&first);
                let help = format!("the other is at {}:{}", first.file, first.line);
                self.fault("duplicate-id", &name.spot, format!("the name `{}` is used twice", name.text), Some(help));
            }
        }
        let mut seen = BTreeMap::new();
        for it in raw.groups.iter().flat_map(|it| &it.1.obligations).filter(|it| !it.id.text.is_empty()) {
            let form = it.id.text.split_once('-');
            let good = form.is_some_and(|(letters, digits)| {
                !letters.is_empty()
                    && !digits.is_empty()
                    && letters.chars().all(|it| it.is_ascii_uppercase())
                    && digits.chars().all(|it| it.is_ascii_digit())
            });
            if !good {
                self.fault(
                    "bad-id",
                    &it.id.spot,
                    format!("`{}` cannot be the id of an obligation", it.id.text),
                    Some("write it like `CON-1`".to_owned()),
                );
            }
            if seen.insert(it.id.text.clone(), ()).is_some() {
                self.fault(
                    "duplicate-id",
                    &it.id.spot,
                    format!("there are two obligations called `{}`", it.id.text),
                    None,
                );
            }
        }
    }

    fn condition(&mut self, written: Option<&Placed>) -> Option<Parsed> {
        written.and_then(|it| read_condition(it, self.files, self.findings))
    }

    fn conditions(&mut self, raw: &RawObligation) -> Conditions {
        Conditions {
            applies: self.condition(raw.rule.as_ref()),
            met: self.condition(raw.met.as_ref()),
            steps: raw.steps.iter().map(|it| self.condition(it.rule.as_ref())).collect(),
            notes: raw.more_notes.iter().map(|it| self.condition(it.rule.as_ref())).collect(),
        }
    }

    fn fact_cycles(&mut self, raw: &RawPack, facts: &[Option<Parsed>]) {
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

    fn questions(
        &mut self,
        raw: &RawPack,
        cuts: &BTreeMap<String, Vec<i64>>,
        vocabulary: &mut Vocabulary,
    ) -> Vec<Question> {
        let mut found = Vec::new();
        for (at, section) in raw.sections.iter().enumerate() {
            for question in &section.questions {
                found.push(questions::question(question, at, cuts, self, vocabulary));
            }
        }
        found
    }

    fn facts(&mut self, raw: &RawPack) -> Vec<Fact> {
        let fact = |it: &crate::pack::raw::RawFact| Fact {
            id: it.id.text.clone(),
            yes: it.yes.text.clone(),
            no: it.no.text.clone(),
            sources: self.sources_of(&it.sources),
            spot: it.spot.clone(),
        };
        raw.facts.iter().map(fact).collect()
    }

    fn readings(&mut self, raw: &[RawReading], vocabulary: &mut Vocabulary) -> Vec<Reading> {
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

    fn side(&mut self, written: &Placed) -> bool {
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

    fn rule(&mut self, parsed: Option<&Parsed>, vocabulary: &Vocabulary) -> Rule {
        let rule = parsed.and_then(|it| resolve_condition(it, vocabulary, self.files, self.findings));
        rule.unwrap_or(Rule::Any(Vec::new()))
    }

    fn rules(&mut self, of: &Conditions, vocabulary: &Vocabulary) -> Rules {
        let mut each = |list: &[Option<Parsed>]| -> Vec<Option<Rule>> {
            let rules = list.iter().map(|it| it.as_ref().map(|it| self.rule(Some(it), vocabulary)));
            rules.collect()
        };
        let (steps, notes) = (each(&of.steps), each(&of.notes));
        Rules {
            steps,
            notes,
            applies: self.rule(of.applies.as_ref(), vocabulary),
            met: of.met.as_ref().map(|it| self.rule(Some(it), vocabulary)),
        }
    }

    fn obligations(&mut self, raw: &RawPack, rules: &[Rules], pack: &mut Pack) -> Vec<Obligation> {
        let sound = self.findings.is_empty();
        let (fact_rules, space) = (pack.fact_rules.clone(), pack.space.clone());
        let mut compiler = Compiler::new(&fact_rules, &space);
        let mut found = Vec::new();
        let grouped =
            raw.groups.iter().enumerate().flat_map(|(at, it)| it.1.obligations.iter().map(move |it| (at, it)));
        for ((group, raw), rules) in grouped.zip(rules) {
            let deadline = self.deadline(raw, pack);
            let kind = self.obligation_kind(&raw.kind);
            let sources = self.sources_of(&raw.sources);
            // Only a pack without faults is compiled: facts may go round in circles otherwise.
            if !sound {
                continue;
            }
            let Some(compiled) = compile(raw, rules, deadline.as_ref(), pack, &mut compiler) else {
                let help = "give up a part of it, or split the obligation".to_owned();
                self.fault(
                    "too-large",
                    &raw.spot,
                    format!("the conditions of `{}` need too many boxes", raw.id.text),
                    Some(help),
                );
                continue;
            };
            found.push(Obligation { group, kind, sources, deadline, ..compiled });
        }
        pack.conditions = compiler.conditions;
        found
    }

    fn obligation_kind(&mut self, written: &Placed) -> ObligationKind {
        let all = [ObligationKind::Duty, ObligationKind::Check, ObligationKind::Practice, ObligationKind::Also];
        let found = all.into_iter().find(|it| it.name() == written.text);
        if found.is_none() && !written.text.is_empty() {
            let names: Vec<&str> = all.iter().map(|it| it.name()).collect();
            let help = format!("use one of: {}", names.join(", "));
            self.fault(
                "bad-value",
                &written.spot,
                format!("there is no kind of obligation called `{}`", written.text),
                Some(help),
            );
        }
        found.unwrap_or(ObligationKind::Also)
    }

    fn deadline(&mut self, raw: &RawObligation, pack: &Pack) -> Option<Deadline> {
        let raw = raw.deadline.as_ref()?;
        let mut from = None;
        match (&raw.from, raw.days) {
            (Some(name), Some(days)) => {
                let question = pack.question_by_id(&name.text);
                match question.map(|it| (it, &pack.question(it).kind)) {
                    Some((question, Kind::Date { .. })) => from = Some((question, days)),
                    Some(_) => self.fault("wrong-kind", &name.spot, format!("`{}` is not a date", name.text), None),
                    None => self.unknown(name, "question", pack.questions.iter().map(|it| it.id.as_str())),
                }
            }
            (None, None) => {}
            _ => self.fault("missing-key", &raw.spot, "`days` and `from` go together", None),
        }
        Some(Deadline { says: raw.says.text.clone(), from })
    }
}

/// The obligation with its conditions compiled, and the rest of it still to be filled in.
fn compile(
    raw: &RawObligation,
    rules: &Rules,
    deadline: Option<&Deadline>,
    pack: &Pack,
    compiler: &mut Compiler<'_>,
) -> Option<Obligation> {
    let applies = compiler.all_of(&[&rules.applies])?;
    let mut tracked = vec![applies];
    let mut met = None;
    if let Some(rule) = &rules.met {
        let not = Rule::Not(Box::new(rule.clone()));
        let pair = (compiler.all_of(&[&rules.applies, rule])?, compiler.all_of(&[&rules.applies, &not])?);
        tracked.extend([pair.0, pair.1]);
        met = Some(pair);
    }
    if let Some((question, _)) = deadline.and_then(|it| it.from)
        && let Kind::Date { scale: Some(scale), .. } = &pack.question(question).kind
    {
        tracked.push(compiler.all_of(&[&rules.applies, &known_date(scale)])?);
    }
    let mut step = |raw: &RawStep, rule: Option<&Rule>| -> Option<Step> {
        let mut when = None;
        if let Some(rule) = rule {
            tracked.push(compiler.all_of(&[&rules.applies, rule])?);
            when = Some(compiler.all_of(&[rule])?);
        }
        Some(Step { text: raw.text.text.clone(), when })
    };
    let steps: Option<Vec<Step>> =
        raw.steps.iter().zip(&rules.steps).map(|(raw, rule)| step(raw, rule.as_ref())).collect();
    let notes: Option<Vec<Step>> =
        raw.more_notes.iter().zip(&rules.notes).map(|(raw, rule)| step(raw, rule.as_ref())).collect();
    let always = raw.notes.iter().map(|it| Step { text: it.text.clone(), when: None });
    tracked.sort_unstable();
    tracked.dedup();
    Some(Obligation {
        id: raw.id.text.clone(),
        group: 0,
        kind: ObligationKind::Also,
        title: raw.title.text.clone(),
        asks: raw.asks.text.clone(),
        rule: rules.applies.clone(),
        met_rule: rules.met.clone(),
        applies,
        met,
        sources: Vec::new(),
        steps: steps?,
        notes: always.chain(notes?).collect(),
        confirm: raw.confirm.iter().map(|it| it.text.clone()).collect(),
        deadline: None,
        tracked,
        spot: raw.spot.clone(),
    })
}

/// That a date is known: it is at least the least date there may be.
fn known_date(scale: &Scale) -> Rule {
    Rule::In(scale.var, Cells::first(scale.cuts.len() + 1).without(Cells::one(0)))
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
