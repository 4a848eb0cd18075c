//! `warnings.toml` as it is written: answers that do not fit together.

use crate::pack::fields::{Fields, SpannedString};
use crate::pack::model::Spot;

#[derive(Debug)]
pub struct RawWarning {
    pub id: SpannedString,
    pub rule: Option<SpannedString>,
    pub unless: Option<SpannedString>,
    pub says: SpannedString,
    pub ask: SpannedString,
    pub spot: Spot,
}

pub fn warnings(of: &mut Fields<'_, '_, '_>) -> Vec<RawWarning> {
    of.tables("warning", "warning", |fields| RawWarning {
        id: fields.text("id"),
        rule: fields.condition("if"),
        unless: fields.maybe_condition("unless"),
        says: fields.text("says"),
        ask: fields.text("ask"),
        spot: fields.spot(),
    })
}
