//! A pack as its files state it, before names are looked up and conditions parsed.

mod changes;
mod feeds;
mod obligations;
mod older;
mod relations;
mod sources;
mod warnings;

use crate::pack::fields::{Fields, SpannedString};
use crate::pack::model::Spot;

pub use changes::{RawRuleChange, changes};
pub use feeds::{RawFeed, RawFeeds, feeds};
pub use obligations::{RawDeadline, RawGroup, RawObligation, RawStep, group};
pub use older::{RawOlder, older};
pub use relations::{RawRelation, relations};
pub use sources::{RawBody, RawSource, RawSources, sources};
pub use warnings::{RawWarning, warnings};

/// Everything that the files of a pack state.
#[derive(Debug, Default)]
pub struct RawPack {
    /// `pack.toml`.
    pub about: RawAbout,
    /// The sections, in order.
    pub sections: Vec<RawSection>,
    /// `facts.toml`.
    pub facts: Vec<RawFact>,
    /// `readings.toml`.
    pub readings: Vec<RawReading>,
    /// The names and contents of the groups, in order.
    pub groups: Vec<(String, RawGroup)>,
    /// `sources.toml`.
    pub sources: RawSources,
    /// `glossary.toml`.
    pub terms: Vec<RawTerm>,
    /// `relations.toml`.
    pub relations: Vec<RawRelation>,
    /// `feeds.toml`.
    pub feeds: Option<RawFeeds>,
    /// `older.toml`.
    pub older: Vec<RawOlder>,
    /// `changes.toml`.
    pub changes: Vec<RawRuleChange>,
    /// `warnings.toml`.
    pub warnings: Vec<RawWarning>,
    /// `names.toml`.
    pub names: RawNames,
}

/// `pack.toml`.
#[derive(Debug, Default)]
pub struct RawAbout {
    pub format: Option<i64>,
    pub format_spot: Spot,
    pub id: SpannedString,
    pub version: SpannedString,
    pub title: SpannedString,
    pub jurisdiction: SpannedString,
    pub law_checked_on: SpannedString,
    pub sections: Vec<SpannedString>,
    pub groups: Vec<SpannedString>,
    pub about: SpannedString,
    pub disclaimer: SpannedString,
    pub official: SpannedString,
    pub reading_grade: Option<i64>,
    pub reading_grade_spot: Spot,
}

#[derive(Debug)]
pub struct RawChoice {
    pub id: SpannedString,
    pub label: SpannedString,
    pub help: Option<SpannedString>,
    pub says: SpannedString,
    pub says_not: Option<SpannedString>,
    pub same_as: Option<SpannedString>,
    pub spot: Spot,
}

/// What the keys `min` and `max` of a question hold.
#[derive(Debug, Clone, Copy)]
pub enum Limits {
    /// Nothing: the question should not have them.
    None,
    /// Numbers, and both must be there.
    Numbers,
    /// Days, and both must be there.
    Days,
}

#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own in the files of a pack")]
#[derive(Debug)]
pub struct RawQuestion {
    pub id: SpannedString,
    pub kind: SpannedString,
    pub ask: SpannedString,
    pub help: SpannedString,
    pub hard_to_read: Option<SpannedString>,
    pub look: Option<SpannedString>,
    pub evidence: Option<SpannedString>,
    pub who: Vec<SpannedString>,
    pub unsure: SpannedString,
    pub sources: Vec<SpannedString>,
    pub changeable: bool,
    pub changeable_after: bool,
    pub past: bool,
    pub record: bool,
    pub unasked: Option<Spot>,
    pub about: Option<SpannedString>,
    pub yes: Option<SpannedString>,
    pub no: Option<SpannedString>,
    pub says: Option<SpannedString>,
    pub options: Vec<RawChoice>,
    pub specials: Vec<RawChoice>,
    pub unsure_counts_as: Option<SpannedString>,
    pub blank_counts_too: Option<Spot>,
    pub min: Option<i64>,
    pub max: Option<i64>,
    pub min_day: Option<SpannedString>,
    pub max_day: Option<SpannedString>,
    pub unit: Option<SpannedString>,
    pub spot: Spot,
}

#[derive(Debug)]
pub struct RawSection {
    pub title: SpannedString,
    pub questions: Vec<RawQuestion>,
}

#[derive(Debug)]
pub struct RawFact {
    pub id: SpannedString,
    pub rule: Option<SpannedString>,
    pub yes: SpannedString,
    pub no: SpannedString,
    pub sources: Vec<SpannedString>,
    pub spot: Spot,
}

#[derive(Debug)]
pub struct RawReading {
    pub id: SpannedString,
    pub title: SpannedString,
    pub ask: SpannedString,
    pub yes: SpannedString,
    pub no: SpannedString,
    pub safe: SpannedString,
    pub treated_as: Option<SpannedString>,
    pub why: SpannedString,
    pub sources: Vec<SpannedString>,
    pub spot: Spot,
}

#[derive(Debug)]
pub struct RawTerm {
    pub word: SpannedString,
    pub means: SpannedString,
    pub also: Vec<SpannedString>,
}

/// `names.toml`.
#[derive(Debug, Default)]
pub struct RawNames {
    pub tool: Option<SpannedString>,
    pub vendor: Option<SpannedString>,
    pub business: Option<SpannedString>,
    pub answered_by: Option<SpannedString>,
}

pub fn about(of: &mut Fields<'_, '_, '_>) -> RawAbout {
    RawAbout {
        format: of.number("format"),
        format_spot: of.spot_of("format"),
        id: of.text("id"),
        version: of.text("version"),
        title: of.text("title"),
        jurisdiction: of.text("jurisdiction"),
        law_checked_on: of.text("law_checked_on"),
        sections: of.some_texts("sections"),
        groups: of.some_texts("groups"),
        about: of.text("about"),
        disclaimer: of.text("disclaimer"),
        official: of.text("official"),
        reading_grade: of.maybe_number("reading_grade"),
        reading_grade_spot: of.spot_of("reading_grade"),
    }
}

/// Reads a section. `limits_of` says what limits a question of a kind has, by the name of the kind.
pub fn section(of: &mut Fields<'_, '_, '_>, limits_of: fn(&str) -> Limits) -> RawSection {
    let questions = of.tables("question", "question", |it| question(it, limits_of));
    RawSection { title: of.text("title"), questions }
}

fn question(of: &mut Fields<'_, '_, '_>, limits_of: fn(&str) -> Limits) -> RawQuestion {
    let kind = of.text("kind");
    let limits = limits_of(&kind.text);
    let mut limit = |key| match limits {
        Limits::Numbers => (of.number(key), None),
        Limits::Days => (None, Some(of.text(key))),
        Limits::None => (of.maybe_number(key), None),
    };
    let ((min, min_day), (max, max_day)) = (limit("min"), limit("max"));
    RawQuestion {
        id: of.text("id"),
        ask: of.text("ask"),
        help: of.text("help"),
        hard_to_read: of.maybe_text("hard_to_read"),
        look: of.maybe_text("look"),
        evidence: of.maybe_text("evidence"),
        who: of.some_texts("who"),
        unsure: of.text("unsure"),
        sources: of.texts("sources"),
        changeable: of.flag("changeable"),
        changeable_after: of.flag("changeable_after"),
        past: of.flag("past"),
        record: of.flag("record"),
        unasked: of.flag("unasked").then(|| of.spot_of("unasked")),
        about: of.maybe_text("about"),
        yes: of.maybe_text("yes"),
        no: of.maybe_text("no"),
        says: of.maybe_text("says"),
        options: of.tables("option", "option", |it| choice(it)),
        specials: of.tables("special", "special value", |it| choice(it)),
        unsure_counts_as: of.maybe_text("unsure_counts_as"),
        blank_counts_too: of.flag("blank_counts_too").then(|| of.spot_of("blank_counts_too")),
        min,
        max,
        min_day,
        max_day,
        unit: of.maybe_text("unit"),
        spot: of.spot(),
        kind,
    }
}

fn choice(of: &mut Fields<'_, '_, '_>) -> RawChoice {
    RawChoice {
        id: of.text("id"),
        label: of.text("label"),
        help: of.maybe_text("help"),
        says: of.text("says"),
        says_not: of.maybe_text("says_not"),
        same_as: of.maybe_text("same_as"),
        spot: of.spot(),
    }
}

pub fn facts(of: &mut Fields<'_, '_, '_>) -> Vec<RawFact> {
    of.tables("fact", "fact", |fields| RawFact {
        id: fields.text("id"),
        rule: fields.condition("if"),
        yes: fields.text("yes"),
        no: fields.text("no"),
        sources: fields.texts("sources"),
        spot: fields.spot(),
    })
}

pub fn readings(of: &mut Fields<'_, '_, '_>) -> Vec<RawReading> {
    of.tables("reading", "reading", |fields| RawReading {
        id: fields.text("id"),
        title: fields.text("title"),
        ask: fields.text("ask"),
        yes: fields.text("yes"),
        no: fields.text("no"),
        safe: fields.text("safe"),
        treated_as: fields.maybe_text("treated_as"),
        why: fields.text("why"),
        sources: fields.some_texts("sources"),
        spot: fields.spot(),
    })
}

pub fn terms(of: &mut Fields<'_, '_, '_>) -> Vec<RawTerm> {
    of.tables("term", "term", |fields| RawTerm {
        word: fields.text("word"),
        means: fields.text("means"),
        also: fields.texts("also"),
    })
}

pub fn names(of: &mut Fields<'_, '_, '_>) -> RawNames {
    RawNames {
        tool: of.maybe_text("tool"),
        vendor: of.maybe_text("vendor"),
        business: of.maybe_text("business"),
        answered_by: of.maybe_text("answered_by"),
    }
}
