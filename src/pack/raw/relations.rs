//! `relations.toml` as it is written: what always holds between conditions, or never does.

use crate::pack::fields::{Fields, SpannedString};
use crate::pack::model::Spot;

/// A relation that always holds, or never does.
#[derive(Debug)]
pub struct RawRelation {
    pub never: bool,
    pub when: Option<SpannedString>,
    pub then: Option<SpannedString>,
    pub why: SpannedString,
    pub spot: Spot,
}

pub fn relations(of: &mut Fields<'_, '_, '_>) -> Vec<RawRelation> {
    let mut all = of.tables("always", "relation", |it| relation(it, false));
    all.extend(of.tables("never", "relation", |it| relation(it, true)));
    all
}

fn relation(of: &mut Fields<'_, '_, '_>, never: bool) -> RawRelation {
    RawRelation { never, when: of.condition("if"), then: of.condition("then"), why: of.text("why"), spot: of.spot() }
}
