//! `feeds.toml` as it is written: what the result answers in another pack.

use crate::pack::fields::{Fields, SpannedString};
use crate::pack::model::Spot;

/// The questions of another pack that the result answers.
#[derive(Debug)]
pub struct RawFeeds {
    pub to: SpannedString,
    pub all: Vec<RawFeed>,
}

#[derive(Debug)]
pub struct RawFeed {
    pub question: SpannedString,
    pub yes: Option<SpannedString>,
    pub no: Option<SpannedString>,
    pub copy: Option<SpannedString>,
    pub spot: Spot,
}

pub fn feeds(of: &mut Fields<'_, '_, '_>) -> RawFeeds {
    let feed = |fields: &mut Fields<'_, '_, '_>| RawFeed {
        question: fields.text("question"),
        yes: fields.maybe_condition("yes"),
        no: fields.maybe_condition("no"),
        copy: fields.maybe_text("copy"),
        spot: fields.spot(),
    };
    RawFeeds { to: of.text("for"), all: of.tables("feed", "feed", feed) }
}
