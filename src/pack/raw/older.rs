//! `older.toml` as it is written: how answers of older versions are read.

use crate::pack::fields::{Fields, SpannedString};

#[derive(Debug)]
pub struct RawOlder {
    pub question: SpannedString,
    pub before: SpannedString,
    pub was: SpannedString,
    pub now: Option<SpannedString>,
    pub why: SpannedString,
}

pub fn older(of: &mut Fields<'_, '_, '_>) -> Vec<RawOlder> {
    of.tables("answer", "answer", |fields| RawOlder {
        question: fields.text("question"),
        before: fields.text("before"),
        was: fields.text("was"),
        now: fields.maybe_text("now"),
        why: fields.text("why"),
    })
}
