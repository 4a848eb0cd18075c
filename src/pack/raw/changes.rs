//! `changes.toml` as it is written: what versions of the pack changed in its rules.

use crate::pack::fields::{Fields, SpannedString};
use crate::pack::model::Spot;

#[derive(Debug)]
pub struct RawRuleChange {
    pub version: SpannedString,
    pub obligations: Vec<SpannedString>,
    pub rule: Option<SpannedString>,
    pub says: SpannedString,
    pub sources: Vec<SpannedString>,
    pub spot: Spot,
}

pub fn changes(of: &mut Fields<'_, '_, '_>) -> Vec<RawRuleChange> {
    of.tables("change", "change", |fields| RawRuleChange {
        version: fields.text("version"),
        obligations: fields.some_texts("obligations"),
        rule: fields.maybe_condition("if"),
        says: fields.text("says"),
        sources: fields.texts("sources"),
        spot: fields.spot(),
    })
}
