//! Builds a pack from what its files state: looks up every name, reads every condition, and
//! compiles it.

pub mod builder;
mod changes;
mod feeds;
mod headline_role;
mod kept;
mod law;
mod names;
mod obligations;
mod older;
mod provisions;
mod relations;
mod warnings;

use std::collections::BTreeSet;

use crate::condition::{FactId, NameMeaning, Rule, Vocabulary};
use crate::finding::Finding;
use crate::pack::build::builder::PackBuilder;
use crate::pack::build::feeds::FeedConditions;
use crate::pack::build::obligations::Conditions;
use crate::pack::build::relations::RelationRules;
use crate::pack::build::warnings::WarningConditions;
use crate::pack::files::Files;
use crate::pack::model::{
    CompiledConditions, CountedRanges, Group, NamingQuestions, Owner, Pack, Question, QuestionId, Reading, ReadingId,
    Section, Shape, StartResiduals, Term,
};
use crate::pack::questions::{self, ToldApart};
use crate::pack::raw::{RawPack, RawTerm};
use crate::pack::rules::{Parsed, compared_with, cuts_by_name};

/// Builds the pack that `raw` states, or adds its faults to `findings`.
pub fn build(raw: &RawPack, files: &Files, findings: &mut Vec<Finding>) -> Option<Pack> {
    let mut build = PackBuilder::new(files, findings, counted_by(raw));
    let law_checked_on = build.check_about(raw);
    let (bodies, sources) = build.bodies_and_sources(&raw.sources);
    build.unique_names(raw);
    build.obligation_ids(raw);
    let parsed = build.parsed_conditions(raw);
    build.fact_levels(raw, &parsed.facts);
    let mut vocabulary = Vocabulary::default();
    let questions = build.questions(raw, &parsed.told_apart(), &mut vocabulary);
    let readings = build.readings(&raw.readings, &mut vocabulary);
    vocabulary.names.extend(fact_names(raw));
    let fact_rules: Vec<Rule> = parsed.facts.iter().map(|fact| build.rule(fact.as_ref(), &vocabulary)).collect();
    let rules = build.all_rules(raw, &parsed.obligations, &vocabulary);
    let relations = build.relations(raw, &parsed.relations, &rules, &vocabulary);
    let said = build.feed_rules(&parsed.feeds, &vocabulary);
    let warning_rules = build.warning_rules(&parsed.warnings, &vocabulary);
    let change_rules = build.change_rules(&parsed.changes, &vocabulary);
    let mut pack = Pack {
        id: raw.about.id.text.clone(),
        version: raw.about.version.text.clone(),
        title: raw.about.title.text.clone(),
        jurisdiction: raw.about.jurisdiction.text.clone(),
        law_checked_on: law_checked_on.unwrap_or_default(),
        about: raw.about.about.text.clone(),
        disclaimer: raw.about.disclaimer.text.clone(),
        official: raw.about.official.text.clone(),
        reading_grade: build.reading_grade(raw),
        digest: files.digest(),
        sections: raw.sections.iter().map(|it| Section { title: it.title.text.clone() }).collect(),
        facts: build.facts(raw),
        fact_rules,
        groups: groups(raw),
        obligations: Vec::new(),
        owners: owners(&questions, &readings),
        questions,
        readings,
        bodies,
        sources,
        relations,
        feeds: None,
        names: NamingQuestions::default(),
        older: Vec::new(),
        warnings: Vec::new(),
        changes: Vec::new(),
        terms: raw.terms.iter().map(term).collect(),
        space: vocabulary.space,
        conditions: CompiledConditions::default(),
        ranges: CountedRanges::default(),
        start: StartResiduals::default(),
    };
    pack.obligations = build.obligations(raw, &rules, &mut pack);
    build.fill_numbers(raw, &mut pack);
    pack.feeds = build.feeds(raw, &said, &mut pack);
    pack.names = build.naming_questions(&raw.names, &pack);
    pack.older = build.older_answers(&raw.older, &pack);
    pack.warnings = build.warnings(&raw.warnings, warning_rules, &mut pack);
    pack.changes = build.rule_changes(raw, &change_rules, &mut pack);
    build.findings.is_empty().then_some(pack)
}

fn fact_names(raw: &RawPack) -> impl Iterator<Item = (String, NameMeaning)> {
    raw.facts.iter().enumerate().map(|(at, fact)| (fact.id.text.clone(), NameMeaning::Fact(FactId(at))))
}

fn groups(raw: &RawPack) -> Vec<Group> {
    raw.groups.iter().map(|(id, group)| Group { id: id.clone(), title: group.title.text.clone() }).collect()
}

fn term(raw: &RawTerm) -> Term {
    Term {
        word: raw.word.text.clone(),
        means: raw.means.text.clone(),
        also: raw.also.iter().map(|it| it.text.clone()).collect(),
    }
}

/// Every condition of a pack, parsed, by what it belongs to.
struct ParsedConditions {
    facts: Vec<Option<Parsed>>,
    obligations: Vec<Conditions>,
    relations: Vec<RelationRules>,
    feeds: Vec<FeedConditions>,
    warnings: Vec<WarningConditions>,
    changes: Vec<Option<Parsed>>,
}

impl ParsedConditions {
    /// The values that the conditions tell apart.
    fn told_apart(&self) -> ToldApart<'_> {
        let written = || self.all().map(|condition| &condition.syntax);
        ToldApart { cuts: cuts_by_name(written()), compared_with: compared_with(written()) }
    }

    fn all(&self) -> impl Iterator<Item = &Parsed> {
        let obligations = self.obligations.iter().flat_map(|conditions| {
            let own = conditions.applies.iter().chain(&conditions.met).chain(&conditions.counted);
            own.chain(conditions.steps.iter().chain(&conditions.notes).flatten())
        });
        let relations = self.relations.iter().flat_map(|relation| relation.when.iter().chain(&relation.then));
        let feeds = self.feeds.iter().flat_map(|feed| feed.yes.iter().chain(&feed.no));
        let warnings = self.warnings.iter().flat_map(|warning| warning.when.iter().chain(&warning.unless));
        self.facts
            .iter()
            .flatten()
            .chain(obligations)
            .chain(relations)
            .chain(feeds)
            .chain(warnings)
            .chain(self.changes.iter().flatten())
    }
}

/// Returns the names of the questions that some deadline counts by.
fn counted_by(raw: &RawPack) -> BTreeSet<String> {
    let deadlines = raw.groups.iter().flat_map(|(_, group)| &group.obligations).filter_map(|it| it.deadline.as_ref());
    deadlines.flat_map(|deadline| deadline.from.iter().chain(&deadline.months)).map(|it| it.text.clone()).collect()
}

fn owners(questions: &[Question], readings: &[Reading]) -> Vec<Owner> {
    let mut owners = Vec::new();
    for (at, question) in questions.iter().enumerate() {
        let several = question.kind.shape() == Shape::Many;
        let each = (0..question.vars.len()).map(|option| Owner::Question(QuestionId(at), several.then_some(option)));
        owners.extend(each);
    }
    owners.extend((0..readings.len()).map(|at| Owner::Reading(ReadingId(at))));
    owners
}

impl PackBuilder<'_> {
    fn parsed_conditions(&mut self, raw: &RawPack) -> ParsedConditions {
        let obligations = raw.groups.iter().flat_map(|(_, group)| &group.obligations);
        ParsedConditions {
            facts: raw.facts.iter().map(|fact| self.condition(fact.rule.as_ref())).collect(),
            obligations: obligations.map(|it| self.conditions(it)).collect(),
            relations: raw.relations.iter().map(|it| self.relation_rules(it)).collect(),
            feeds: raw.feeds.iter().flat_map(|it| &it.all).map(|it| self.feed_conditions(it)).collect(),
            warnings: raw.warnings.iter().map(|it| self.warning_conditions(it)).collect(),
            changes: raw.changes.iter().map(|it| self.condition(it.rule.as_ref())).collect(),
        }
    }

    fn questions(&mut self, raw: &RawPack, told_apart: &ToldApart<'_>, vocabulary: &mut Vocabulary) -> Vec<Question> {
        let mut found = Vec::new();
        for (at, section) in raw.sections.iter().enumerate() {
            for question in &section.questions {
                found.push(questions::question(question, at, told_apart, self, vocabulary));
            }
        }
        found
    }
}
