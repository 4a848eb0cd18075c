//! An example as its file states it, before its names are looked up.

use crate::example::claim::Stand;
use crate::pack::{Fields, SpannedString, Spot, Value};

/// A file of `examples`.
pub struct RawExample {
    pub title: SpannedString,
    pub story: SpannedString,
    /// Questions, values, and where these are.
    pub answers: Vec<(SpannedString, Option<Value>, Spot)>,
    pub readings: Vec<(SpannedString, bool)>,
    pub expect: Option<RawExpect>,
}

/// Its table `expect`.
pub struct RawExpect {
    pub lists: Vec<(Stand, Vec<SpannedString>)>,
    pub others: Option<SpannedString>,
    pub next: Option<SpannedString>,
    pub set_aside: Option<Vec<SpannedString>>,
    pub set_aside_spot: Spot,
    pub headline: Option<RawHeadline>,
    pub warns: Vec<SpannedString>,
    pub warns_spot: Spot,
    pub deadlines: Vec<(SpannedString, SpannedString)>,
    pub depends_on: Vec<(SpannedString, Vec<SpannedString>)>,
    pub shows: Vec<(SpannedString, Vec<SpannedString>)>,
    pub hides: Vec<(SpannedString, Vec<SpannedString>)>,
    pub spot: Spot,
}

/// Its table `headline`.
pub struct RawHeadline {
    pub answer: SpannedString,
    pub items: Option<Vec<SpannedString>>,
    pub count: Option<i64>,
    pub spot: Spot,
}

pub fn read_raw_example(of: &mut Fields<'_, '_, '_>) -> RawExample {
    RawExample {
        title: of.text("title"),
        story: of.text("story"),
        answers: of.maybe_table("answers", "table of answers", answers).unwrap_or_default(),
        readings: of.maybe_table("readings", "table of readings", readings).unwrap_or_default(),
        expect: of.table("expect", "table of what is expected", expect),
    }
}

fn answers(of: &mut Fields<'_, '_, '_>) -> Vec<(SpannedString, Option<Value>, Spot)> {
    let keys = of.keys().into_iter();
    keys.map(|(key, name)| (name, of.value(key), of.spot_of(key))).collect()
}

fn readings(of: &mut Fields<'_, '_, '_>) -> Vec<(SpannedString, bool)> {
    let keys = of.keys().into_iter();
    keys.map(|(key, name)| (name, of.flag(key))).collect()
}

fn expect(of: &mut Fields<'_, '_, '_>) -> RawExpect {
    let (says_set_aside, set_aside) = (of.has("set_aside"), of.texts("set_aside"));
    RawExpect {
        lists: Stand::ALL.map(|stand| (stand, of.texts(stand.key()))).into_iter().collect(),
        others: of.maybe_text("others"),
        next: of.maybe_text("next"),
        set_aside: says_set_aside.then_some(set_aside),
        set_aside_spot: of.spot_of("set_aside"),
        headline: of.maybe_table("headline", "headline", headline),
        warns: of.texts("warns"),
        warns_spot: of.spot_of("warns"),
        deadlines: of.maybe_table("deadlines", "table of deadlines", days).unwrap_or_default(),
        depends_on: of.maybe_table("depends_on", "table of lists of questions", lists).unwrap_or_default(),
        shows: of.maybe_table("shows", "table of steps and notes", lists).unwrap_or_default(),
        hides: of.maybe_table("hides", "table of steps and notes", lists).unwrap_or_default(),
        spot: of.spot(),
    }
}

fn headline(of: &mut Fields<'_, '_, '_>) -> RawHeadline {
    let (says_items, items) = (of.has("items"), of.texts("items"));
    RawHeadline {
        answer: of.text("answer"),
        items: says_items.then_some(items),
        count: of.maybe_number("count"),
        spot: of.spot(),
    }
}

fn days(of: &mut Fields<'_, '_, '_>) -> Vec<(SpannedString, SpannedString)> {
    let keys = of.keys().into_iter();
    keys.map(|(key, name)| (name, of.text(key))).collect()
}

fn lists(of: &mut Fields<'_, '_, '_>) -> Vec<(SpannedString, Vec<SpannedString>)> {
    let keys = of.keys().into_iter();
    keys.map(|(key, name)| (name, of.texts(key))).collect()
}
