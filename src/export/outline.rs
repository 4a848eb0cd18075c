//! The report as a document without a form: headings, paragraphs and lists. Each form of document
//! draws the same outline, so they cannot say different things.

mod item;

use std::collections::{BTreeMap, BTreeSet};

use crate::export::outline::item::Teller;
use crate::report::{Cited, Given, OpenPoint, Reason, Report, Standing};
use crate::words::Words;

/// A piece of a document. All text is bare: the form that draws it makes it safe.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading, from level 1.
    Heading(u8, String),
    /// A paragraph.
    Text(String),
    /// A label and what it labels.
    Pair(String, String),
    /// A point of a list, at a depth from 0.
    Point(usize, String),
    /// A numbered step.
    Step(usize, String),
    /// A label and an address.
    Link(String, String),
}

/// The outline of `report`.
pub fn outline(report: &Report, words: &Words) -> Vec<Block> {
    let mut blocks = head(report, words);
    summary(report, words, &mut blocks);
    let mut teller = Teller { report, words, told: BTreeMap::new() };
    for standing in [Standing::ToDo, Standing::Open, Standing::InPlace, Standing::AlsoCheck, Standing::RuledOut] {
        let name = standing_name(standing);
        let count = report.totals.of(standing);
        let title = words.say(&format!("common.standing.{name}")).to_owned();
        blocks.push(Block::Heading(2, format!("{title} ({count})")));
        blocks.push(Block::Text(words.say(&format!("common.standing_means.{name}")).to_owned()));
        if count == 0 {
            blocks.push(Block::Text(words.say("export.nothing_here").to_owned()));
        }
        for item in report.at(standing) {
            if standing == Standing::RuledOut {
                teller.ruled_out(item, &mut blocks);
            } else {
                teller.item(item, &mut blocks);
            }
        }
    }
    points(report, words, &mut blocks);
    sources(report, words, &mut blocks);
    answers(report, words, &mut blocks);
    blocks
}

/// The name of `standing` among the words.
pub fn standing_name(standing: Standing) -> &'static str {
    match standing {
        Standing::ToDo => "to_do",
        Standing::InPlace => "in_place",
        Standing::Open => "open",
        Standing::RuledOut => "ruled_out",
        Standing::AlsoCheck => "also_check",
    }
}

/// `given` in words.
pub fn answer_in_words(given: &Given, words: &Words) -> String {
    let unsure = words.say("common.answer.unsure");
    let rest = words.say("common.answer.rest_unsure");
    match &given.value {
        serde_json::Value::Bool(yes) => {
            words.say(if *yes { "common.answer.yes" } else { "common.answer.no" }).to_owned()
        }
        serde_json::Value::Array(items) if items.is_empty() => words.say("common.answer.none").to_owned(),
        serde_json::Value::Array(items) => {
            let unsure = items.iter().any(|it| it == crate::answer::UNSURE);
            let labels = given.labels.iter().map(String::as_str).chain(unsure.then_some(rest));
            labels.collect::<Vec<&str>>().join("; ")
        }
        _ if given.labels.is_empty() => unsure.to_owned(),
        _ => given.labels.join("; "),
    }
}

fn head(report: &Report, words: &Words) -> Vec<Block> {
    let pair = |label: &str, text: String| Block::Pair(words.say(label).to_owned(), text);
    let answer = |id: &str| {
        let given = report.given(id).map(|it| answer_in_words(it, words));
        given.unwrap_or_else(|| words.say("export.not_known").to_owned())
    };
    let pack = &report.pack;
    let digest: String = pack.digest.chars().take(12).collect();
    let line = [("id", pack.id.as_str()), ("version", pack.version.as_str()), ("digest", digest.as_str())];
    let count = |standing| report.totals.of(standing).to_string();
    let (to_do, in_place, open) = (count(Standing::ToDo), count(Standing::InPlace), count(Standing::Open));
    let (ruled_out, also, all) = (count(Standing::RuledOut), count(Standing::AlsoCheck), report.totals.all.to_string());
    let totals = words.fill(
        "export.totals",
        &[
            ("all", &all),
            ("to_do", &to_do),
            ("in_place", &in_place),
            ("open", &open),
            ("ruled_out", &ruled_out),
            ("also_check", &also),
        ],
    );
    let mut blocks = vec![
        Block::Heading(1, words.fill("export.title", &[("title", &pack.title)])),
        pair("export.tool", answer("tool_name")),
        pair("export.vendor", answer("vendor_name")),
        pair("export.answered_by", answer("answered_by")),
        pair("export.pack", words.fill("export.pack_line", &line)),
        pair("export.checked", pack.law_checked_on.clone()),
        Block::Text(pack.disclaimer.clone()),
        Block::Text(totals),
    ];
    if !report.complete {
        let [least, most] = report.left;
        let left = if least == most { least.to_string() } else { format!("{least}-{most}") };
        blocks.push(Block::Text(words.fill("export.unfinished", &[("left", &left)])));
    }
    blocks
}

/// What is to do and what is open, a line each.
fn summary(report: &Report, words: &Words, blocks: &mut Vec<Block>) {
    blocks.push(Block::Heading(2, words.say("export.summary").to_owned()));
    for standing in [Standing::ToDo, Standing::Open] {
        let name = words.say(&format!("common.standing.{}", standing_name(standing))).to_owned();
        blocks.push(Block::Heading(3, format!("{name} ({})", report.totals.of(standing))));
        for item in report.at(standing) {
            let due = item.deadline.as_ref().map_or("", |it| it.date.as_deref().unwrap_or(&it.says));
            let kind = if item.kind == "duty" {
                ""
            } else {
                words.say(if item.kind == "check" { "common.kind.check" } else { "common.kind.practice" })
            };
            let more: Vec<&str> = [kind, due].into_iter().filter(|it| !it.is_empty()).collect();
            let more = if more.is_empty() { String::new() } else { format!(" ({})", more.join("; ")) };
            blocks.push(Block::Point(0, format!("{} {}{more}", item.id, item.title)));
        }
    }
}

/// The ids of the sources that what is told rests on; of what is ruled out, those that do it.
fn in_use(report: &Report) -> BTreeSet<&str> {
    fn of<'a>(reasons: &'a [Reason], ids: &mut BTreeSet<&'a str>) {
        for it in reasons {
            ids.extend(it.sources.iter().map(String::as_str));
            of(&it.because, ids);
        }
    }
    let mut ids = BTreeSet::new();
    for item in &report.obligations {
        if item.standing != Standing::RuledOut {
            ids.extend(item.sources.iter().map(String::as_str));
        }
        of(&item.because, &mut ids);
        of(&item.met_because, &mut ids);
    }
    ids.extend(report.readings.iter().flat_map(|it| it.sources.iter().map(String::as_str)));
    ids
}

fn points(report: &Report, words: &Words, blocks: &mut Vec<Block>) {
    for (heading, decided) in [("export.points_heading", false), ("export.points_decided_heading", true)] {
        let mut points = report.readings.iter().filter(|it| it.is_decided() == decided).peekable();
        if points.peek().is_some() {
            blocks.push(Block::Heading(2, words.say(heading).to_owned()));
        }
        points.for_each(|it| open_point(it, words, blocks));
    }
}

/// Adds an open legal point to `blocks`, with both positions.
pub fn open_point(point: &OpenPoint, words: &Words, blocks: &mut Vec<Block>) {
    let yes_no =
        |side: &str| words.say(if side == "yes" { "common.answer.yes" } else { "common.answer.no" }).to_owned();
    let pair = |label: &str, text: String| Block::Pair(words.say(label).to_owned(), text);
    blocks.push(Block::Heading(3, point.title.clone()));
    blocks.push(Block::Text(point.ask.clone()));
    blocks.push(Block::Text(point.why.clone()));
    blocks.push(Block::Pair(yes_no("yes"), point.yes.clone()));
    blocks.push(Block::Pair(yes_no("no"), point.no.clone()));
    blocks.push(pair("export.point_safe", yes_no(point.safe)));
    blocks.push(pair("export.point_taken", words.say(taken(point.taken)).to_owned()));
    blocks.push(pair("export.point_id", point.id.clone()));
    blocks.push(pair("export.sources", point.sources.join(", ")));
}

/// The name among the words of how an open legal point is taken in a report.
pub fn taken(how: &str) -> &'static str {
    match how {
        "treated as yes" => "export.taken.treated_yes",
        "treated as no" => "export.taken.treated_no",
        "decided: yes" => "export.taken.decided_yes",
        "decided: no" => "export.taken.decided_no",
        _ => "export.taken.open",
    }
}

fn sources(report: &Report, words: &Words, blocks: &mut Vec<Block>) {
    blocks.push(Block::Heading(2, words.say("export.sources_heading").to_owned()));
    blocks.push(Block::Link(words.say("export.official").to_owned(), report.pack.official.clone()));
    let used = in_use(report);
    report.sources.iter().filter(|it| used.contains(it.id.as_str())).for_each(|it| source(it, words, blocks));
}

fn source(source: &Cited, words: &Words, blocks: &mut Vec<Block>) {
    let pair = |label: &str, text: &str| Block::Pair(words.say(label).to_owned(), text.to_owned());
    blocks.push(Block::Heading(3, format!("{}: {}", source.citation, source.heading)));
    blocks.push(pair("export.source_says", &source.says));
    blocks.push(pair("export.source_binds", &source.binds));
    if let Some(exceptions) = &source.exceptions {
        blocks.push(pair("export.source_exceptions", exceptions));
    }
    let sure = words.say(&format!("common.confidence.{}", source.confidence)).to_owned();
    blocks.push(pair("export.source_confidence", &sure));
    blocks.push(Block::Link(source.citation.clone(), source.link.clone()));
}

fn answers(report: &Report, words: &Words, blocks: &mut Vec<Block>) {
    blocks.push(Block::Heading(2, words.say("export.answers_heading").to_owned()));
    let mut section = "";
    for given in &report.answers {
        if given.section != section {
            section = &given.section;
            blocks.push(Block::Heading(3, given.section.clone()));
        }
        let mut text = answer_in_words(given, words);
        if given.set_aside {
            text = format!("{text} ({})", words.say("export.set_aside"));
        }
        if let Some(note) = &given.note {
            text = format!("{text} ({note})");
        }
        blocks.push(Block::Pair(given.ask.clone(), text));
    }
}
