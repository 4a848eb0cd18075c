//! Builds a pack from what its files state: looks up every name, reads every condition, compiles.

mod feeds;
mod law;
mod names;
mod obligations;
mod relations;

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::boxes::Space;
use crate::condition::{FactId, NameMeaning, Rule, Vocabulary, day};
use crate::finding::Finding;
use crate::pack::build::feeds::FeedConditions;
use crate::pack::build::obligations::{Conditions, Rules};
use crate::pack::build::relations::RelationRules;
use crate::pack::fields::SpannedString;
use crate::pack::files::Files;
use crate::pack::model::{
    Group, Kind, NamingQuestions, Owner, Pack, Question, QuestionId, Reading, ReadingId, Section, SourceId, Spot, Term,
};
use crate::pack::questions;
use crate::pack::raw::{RawPack, RawQuestion, RawTerm};
use crate::pack::rules::{Parsed, compared_with, cuts, read_condition, resolve_condition};

/// The version of the pack format this program reads.
const FORMAT: i64 = 1;

/// The most variables a pack may have: one for each question and reading, and each option of an any-of.
const MAX_VARS: usize = 4_096;

/// A pack being built: what names exist so far, and the faults found.
pub struct PackBuilder<'a> {
    files: &'a Files,
    findings: &'a mut Vec<Finding>,
    source_ids: BTreeMap<String, SourceId>,
    names: BTreeMap<String, Spot>,
    counted_by: BTreeSet<String>,
}

/// The pack that `raw` states, unless something is wrong with it; faults go to `findings`.
pub fn build(raw: &RawPack, files: &Files, findings: &mut Vec<Finding>) -> Option<Pack> {
    let (source_ids, names) = (BTreeMap::new(), BTreeMap::new());
    let mut build = PackBuilder { files, findings, source_ids, names, counted_by: counted_by(raw) };
    let law_checked_on = build.about(raw);
    let sources = build.sources(&raw.sources);
    build.unique_names(raw);
    build.obligation_ids(raw);
    let facts: Vec<Option<Parsed>> = raw.facts.iter().map(|it| build.condition(it.rule.as_ref())).collect();
    let groups = raw.groups.iter().flat_map(|it| &it.1.obligations);
    let conditions: Vec<Conditions> = groups.map(|it| build.conditions(it)).collect();
    let sides: Vec<RelationRules> = raw.relations.iter().map(|it| build.sides(it)).collect();
    let says: Vec<FeedConditions> = raw.feeds.iter().flat_map(|it| &it.all).map(|it| build.says(it)).collect();
    build.fact_levels(raw, &facts);
    let cuts = cuts(all_conditions(&facts, &conditions, &sides, &says).map(|it| &it.syntax));
    let mut vocabulary = Vocabulary::default();
    let mut questions = build.questions(raw, &cuts, &mut vocabulary);
    let compared = compared_with(all_conditions(&facts, &conditions, &sides, &says).map(|it| &it.syntax));
    for question in &mut questions {
        note_compared(question, &compared);
    }
    let readings = build.readings(&raw.readings, &mut vocabulary);
    for (at, fact) in raw.facts.iter().enumerate() {
        vocabulary.names.insert(fact.id.text.clone(), NameMeaning::Fact(FactId(at)));
    }
    let fact_rules: Vec<Rule> = facts.iter().map(|it| build.rule(it.as_ref(), &vocabulary)).collect();
    let rules: Vec<Rules> = conditions.iter().map(|it| build.rules(it, &vocabulary)).collect();
    let relations = build.relations(raw, &sides, &rules, &vocabulary);
    let said = build.said(&says, &vocabulary);
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
        relations,
        feeds: None,
        names: NamingQuestions::default(),
        terms: raw.terms.iter().map(term).collect(),
        space: vocabulary.space,
        conditions: Vec::new(),
    };
    pack.obligations = build.obligations(raw, &rules, &mut pack);
    pack.feeds = build.feeds(raw, &said, &mut pack);
    pack.names = build.naming_questions(&raw.names, &pack);
    build.findings.is_empty().then_some(pack)
}

fn term(raw: &RawTerm) -> Term {
    Term {
        word: raw.word.text.clone(),
        means: raw.means.text.clone(),
        also: raw.also.iter().map(|it| it.text.clone()).collect(),
    }
}

fn all_conditions<'a>(
    facts: &'a [Option<Parsed>],
    of: &'a [Conditions],
    sides: &'a [RelationRules],
    says: &'a [FeedConditions],
) -> impl Iterator<Item = &'a Parsed> {
    let obligations = of.iter().flat_map(|it| {
        let own = it.applies.iter().chain(&it.met);
        own.chain(it.steps.iter().chain(&it.notes).flatten())
    });
    let sides = sides.iter().flat_map(|it| it.when.iter().chain(&it.then));
    let says = says.iter().flat_map(|it| it.yes.iter().chain(&it.no));
    facts.iter().flatten().chain(obligations).chain(sides).chain(says)
}

/// The names of the questions that some deadline is counted by.
fn counted_by(raw: &RawPack) -> BTreeSet<String> {
    let deadlines = raw.groups.iter().flat_map(|it| &it.1.obligations).filter_map(|it| it.deadline.as_ref());
    deadlines.flat_map(|it| it.from.iter().chain(&it.months)).map(|it| it.text.clone()).collect()
}

/// Notes on the scale of `question` what conditions compare it with.
fn note_compared(question: &mut Question, compared: &BTreeMap<&str, BTreeSet<i64>>) {
    if let Kind::Number { scale: Some(scale), .. } | Kind::Date { scale: Some(scale), .. } = &mut question.kind {
        scale.compared_with = compared.get(question.id.as_str()).into_iter().flatten().copied().collect();
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

impl PackBuilder<'_> {
    /// Notes a fault at `spot`.
    pub fn fault(&mut self, code: &'static str, spot: &Spot, message: impl Into<String>, help: Option<String>) {
        let mut finding = Finding::error(code, self.files.place(spot), message);
        finding.help = help;
        self.findings.push(finding);
    }

    /// The text, whose absence is a fault of what is at `spot`.
    pub fn need(&mut self, text: Option<&SpannedString>, key: &str, spot: &Spot) -> String {
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

    /// Whether `space` has room for so many variables more; if not, that is a fault of what is at `spot`.
    pub fn has_room(&mut self, more: usize, space: &Space, spot: &Spot) -> bool {
        let fits = space.len() + more <= MAX_VARS;
        if !fits {
            let message = format!("the pack has more than {MAX_VARS} yes-no questions, options and the like");
            self.fault("too-large", spot, message, None);
        }
        fits
    }

    /// Whether the last day of some deadline is counted by the answer to the question called `name`.
    pub fn is_counted_by(&self, name: &str) -> bool {
        self.counted_by.contains(name)
    }

    /// The day written at `written`.
    pub fn date(&mut self, written: &SpannedString) -> Option<Date> {
        let date = day(&written.text);
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

    fn about(&mut self, raw: &RawPack) -> Option<Date> {
        let about = &raw.about;
        if let Some(other) = about.format.filter(|it| *it != FORMAT) {
            let message = format!("this pack has format {other}, but this program reads format {FORMAT}");
            self.fault("format", &about.format_spot, message, None);
        }
        if about.law_checked_on.text.is_empty() {
            return None;
        }
        self.date(&about.law_checked_on)
    }

    fn condition(&mut self, written: Option<&SpannedString>) -> Option<Parsed> {
        written.and_then(|it| read_condition(it, self.files, self.findings))
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

    fn rule(&mut self, parsed: Option<&Parsed>, vocabulary: &Vocabulary) -> Rule {
        let rule = parsed.and_then(|it| resolve_condition(it, vocabulary, self.files, self.findings));
        rule.unwrap_or(Rule::Any(Vec::new()))
    }
}
