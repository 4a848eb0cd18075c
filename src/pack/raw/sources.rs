//! The provisions as a pack states them, and the bodies of law they belong to.

use crate::pack::fields::{Fields, SpannedString};
use crate::pack::model::Spot;

/// `sources.toml`.
#[derive(Debug, Default)]
pub struct RawSources {
    pub bodies: Vec<RawBody>,
    pub sources: Vec<RawSource>,
}

/// A body of law.
#[derive(Debug)]
pub struct RawBody {
    pub id: SpannedString,
    pub name: SpannedString,
    pub official: Option<SpannedString>,
}

#[derive(Debug)]
pub struct RawSource {
    pub id: SpannedString,
    pub citation: SpannedString,
    pub heading: SpannedString,
    pub says: SpannedString,
    pub binds: SpannedString,
    pub exceptions: Option<SpannedString>,
    pub link: SpannedString,
    pub body: Option<SpannedString>,
    pub confidence: SpannedString,
    pub definition: bool,
    pub out_of_scope: Option<SpannedString>,
    pub spot: Spot,
}

pub fn sources(of: &mut Fields<'_, '_, '_>) -> RawSources {
    let bodies = of.tables("body", "body", |fields| RawBody {
        id: fields.text("id"),
        name: fields.text("name"),
        official: fields.maybe_text("official"),
    });
    let sources = of.tables("source", "source", |fields| RawSource {
        id: fields.text("id"),
        citation: fields.text("citation"),
        heading: fields.text("heading"),
        says: fields.text("says"),
        binds: fields.text("binds"),
        exceptions: fields.maybe_text("exceptions"),
        link: fields.text("link"),
        body: fields.maybe_text("body"),
        confidence: fields.text("confidence"),
        definition: fields.flag("definition"),
        out_of_scope: fields.maybe_text("out_of_scope"),
        spot: fields.spot(),
    });
    RawSources { bodies, sources }
}
