//! `obligations/*.toml` as they are written: one group of what the law may require in each.

use crate::pack::fields::{Fields, SpannedString};
use crate::pack::model::Spot;

#[derive(Debug)]
pub struct RawStep {
    pub text: SpannedString,
    pub rule: Option<SpannedString>,
    pub unasked: Option<Spot>,
    pub sources: Vec<SpannedString>,
}

#[derive(Debug)]
pub struct RawDeadline {
    pub says: SpannedString,
    pub days: Option<i64>,
    pub has_days: bool,
    pub days_spot: Spot,
    pub months: Option<SpannedString>,
    pub from: Option<SpannedString>,
    pub rolls_under: Option<SpannedString>,
    pub rule: Option<SpannedString>,
    pub spot: Spot,
}

/// What shows that an obligation is done, as written.
#[derive(Debug)]
pub struct RawKept {
    pub done: SpannedString,
    pub keep: SpannedString,
    pub rhythm: SpannedString,
    pub again: SpannedString,
}

#[derive(Debug)]
pub struct RawObligation {
    pub id: SpannedString,
    pub kind: SpannedString,
    pub title: SpannedString,
    pub asks: SpannedString,
    pub rule: Option<SpannedString>,
    pub met: Option<SpannedString>,
    pub not_met_if: Option<SpannedString>,
    pub role: Option<SpannedString>,
    pub short: Option<SpannedString>,
    pub until: Option<SpannedString>,
    pub sources: Vec<SpannedString>,
    pub notes: Vec<SpannedString>,
    pub confirm: Vec<SpannedString>,
    pub deadline: Option<RawDeadline>,
    pub kept: Option<RawKept>,
    pub steps: Vec<RawStep>,
    pub more_notes: Vec<RawStep>,
    pub spot: Spot,
}

#[derive(Debug)]
pub struct RawGroup {
    pub title: SpannedString,
    pub obligations: Vec<RawObligation>,
}

pub fn group(of: &mut Fields<'_, '_, '_>) -> RawGroup {
    RawGroup { title: of.text("title"), obligations: of.tables("obligation", "obligation", obligation) }
}

fn obligation(of: &mut Fields<'_, '_, '_>) -> RawObligation {
    RawObligation {
        id: of.text("id"),
        kind: of.text("kind"),
        title: of.text("title"),
        asks: of.text("asks"),
        rule: of.condition("if"),
        met: of.maybe_condition("met"),
        not_met_if: of.maybe_condition("not_met_if"),
        role: of.maybe_text("role"),
        short: of.maybe_text("short"),
        until: of.maybe_text("until"),
        sources: of.some_texts("sources"),
        notes: of.texts("notes"),
        confirm: of.texts("confirm"),
        deadline: of.maybe_table("deadline", "deadline", |fields| RawDeadline {
            says: fields.text("says"),
            days: fields.maybe_number("days"),
            has_days: fields.has("days"),
            days_spot: fields.spot_of("days"),
            months: fields.maybe_text("months"),
            from: fields.maybe_text("from"),
            rolls_under: fields.maybe_text("rolls_under"),
            rule: fields.maybe_condition("if"),
            spot: fields.spot(),
        }),
        kept: of.maybe_table("kept", "way of keeping", |fields| RawKept {
            done: fields.text("done"),
            keep: fields.text("keep"),
            rhythm: fields.text("rhythm"),
            again: fields.text("again"),
        }),
        steps: of.tables("step", "step", |it| step(it, "do")),
        more_notes: of.tables("note", "note", |it| step(it, "say")),
        spot: of.spot(),
    }
}

fn step(of: &mut Fields<'_, '_, '_>, key: &'static str) -> RawStep {
    let unasked = of.flag("unasked").then(|| of.spot_of("unasked"));
    RawStep { text: of.text(key), rule: of.maybe_condition("if"), unasked, sources: of.texts("sources") }
}
