//! One obligation in full.

use crate::export::{answer_in_words, origin};
use crate::phrase;
use crate::plain::page::PlainPage;
use crate::plain::results::name;
use crate::plain::tell;
use crate::report::{Advice, Applies, DueBy, Item, Met, OpenPoint, Outcome, Reason, Report, SettledBy, Standing};

/// Everything the report says about `item`.
pub fn full(page: &mut PlainPage<'_>, report: &Report, item: &Item) {
    heading(page, item);
    part(page, "plain.obligation.asks");
    page.say(&item.asks);
    steps(page, item);
    if let Some(deadline) = &item.deadline {
        part(page, "plain.obligation.by_when");
        page.say(&due(page, deadline));
    }
    because(page, report, item);
    settled_by(page, item);
    would_change(page, report, item);
    legal_points(page, report, item);
    lines(page, "plain.obligation.confirm", item.confirm.iter().map(String::as_str));
    let notes: Vec<String> = item.notes.iter().map(|it| advice(page, it)).collect();
    lines(page, "plain.obligation.notes", notes.iter().map(String::as_str));
    sources(page, report, item);
}

/// By when, with the last day where it can be counted.
pub fn due(page: &PlainPage<'_>, due: &DueBy) -> String {
    let day = due.date.as_ref().and_then(|it| it.parse().ok());
    match day {
        Some(day) => {
            page.words.fill("plain.obligation.last_day", &[("says", &due.says), ("day", &tell::day(day, page.words))])
        }
        None => page.words.fill("plain.obligation.due", &[("says", &due.says)]),
    }
}

fn heading(page: &mut PlainPage<'_>, item: &Item) {
    let words = page.words;
    page.gap();
    page.tell("plain.obligation.title", &[("id", &item.id), ("title", &item.title)]);
    let standing = words.say(&format!("common.standing.{}", name(item.standing))).to_owned();
    let means = words.say(&format!("common.standing_means.{}", name(item.standing))).to_owned();
    page.tell("plain.obligation.standing", &[("standing", &standing), ("means", &means)]);
    let kind = words.say(&format!("common.kind.{}", item.kind)).to_owned();
    page.tell("plain.obligation.kind", &[("kind", &kind), ("group", &item.group)]);
}

fn part(page: &mut PlainPage<'_>, name: &str) {
    page.gap();
    page.tell(name, &[]);
}

fn lines<'a>(page: &mut PlainPage<'_>, title: &str, each: impl Iterator<Item = &'a str>) {
    let mut titled = false;
    for line in each {
        if !std::mem::replace(&mut titled, true) {
            part(page, title);
        }
        page.item(1, "-", line);
    }
}

fn steps(page: &mut PlainPage<'_>, item: &Item) {
    if item.actions.is_empty() {
        return;
    }
    let title = match item.standing {
        Standing::RuledOut => "plain.obligation.steps_if",
        Standing::InPlace => "plain.obligation.steps_kept",
        _ => "plain.obligation.steps",
    };
    part(page, title);
    for (at, step) in item.actions.iter().enumerate() {
        page.item(1, &format!("{}.", at + 1), &advice(page, step));
    }
}

fn advice(page: &PlainPage<'_>, it: &Advice) -> String {
    if it.certain { it.text.clone() } else { page.words.fill("plain.obligation.perhaps", &[("text", &it.text)]) }
}

fn because(page: &mut PlainPage<'_>, report: &Report, item: &Item) {
    let title = match (item.applies, item.because.is_empty()) {
        (Applies::Yes, false) => "plain.obligation.why_applies",
        (Applies::Yes, true) => "plain.obligation.always",
        (Applies::No, _) => "plain.obligation.why_ruled_out",
        (Applies::Open, _) => "plain.obligation.why_open",
    };
    part(page, title);
    reasons(page, report, &item.because, "");
    let title = match item.met {
        Some(Met::Yes) => Some("plain.obligation.why_in_place"),
        Some(Met::No) => Some("plain.obligation.why_not_in_place"),
        _ => None,
    };
    if let Some(title) = title.filter(|_| !item.met_because.is_empty()) {
        part(page, title);
        reasons(page, report, &item.met_because, "");
    }
    vendor_says(page, report, item);
}

/// The answers of the vendor on which it rests.
fn vendor_says(page: &mut PlainPage<'_>, report: &Report, item: &Item) {
    if item.vendor_says.is_empty() {
        return;
    }
    part(page, "plain.obligation.vendor_says");
    for given in item.vendor_says.iter().filter_map(|it| report.given(it)) {
        let (answer, origin) = (answer_in_words(given, page.words), origin(given, page.words));
        page.item(1, "-", &format!("{} {answer} ({origin})", given.ask));
    }
}

/// Reasons, numbered so that one can hear which rests on which.
fn reasons(page: &mut PlainPage<'_>, report: &Report, each: &[Reason], above: &str) {
    for (at, reason) in once_each(each).into_iter().enumerate() {
        let number = format!("{above}{}.", at + 1);
        let mut says = tell::capital(&reason.says);
        let below = rests_on(reason);
        let cited: Vec<&str> =
            reason.sources.iter().filter_map(|it| report.source(it)).map(|it| it.id.as_str()).collect();
        if !cited.is_empty() {
            says = page.words.fill("plain.obligation.cited", &[("says", &says), ("citations", &cited.join("; "))]);
        }
        let name = match (below.is_empty(), &reason.reading) {
            (false, _) => "plain.obligation.reason_from",
            (true, Some(id)) if report.reading(id).is_some_and(OpenPoint::is_decided) => {
                "plain.obligation.reason_decided"
            }
            (true, Some(_)) => "plain.obligation.reason_reading",
            (true, None) => "plain.obligation.reason",
        };
        let depth = above.matches('.').count() + 1;
        page.item(depth, &number, &page.words.fill(name, &[("says", &says)]));
        reasons(page, report, below, &number);
    }
}

/// Reasons that say the same are told once.
fn once_each(each: &[Reason]) -> Vec<&Reason> {
    let mut told: Vec<&Reason> = Vec::new();
    for it in each {
        if !told.iter().any(|other| other.says == it.says) {
            told.push(it);
        }
    }
    told
}

/// What a reason rests on, unless that only says it again.
fn rests_on(reason: &Reason) -> &[Reason] {
    match reason.because.as_slice() {
        [only] if only.says == reason.says => &only.because,
        below => below,
    }
}

fn settled_by(page: &mut PlainPage<'_>, item: &Item) {
    if item.settled_by.is_empty() {
        return;
    }
    part(page, "plain.obligation.settles");
    for it in &item.settled_by {
        let who = tell::people(it.who.iter().copied(), page.words);
        page.item(1, "-", &page.words.fill("plain.obligation.settled_by", &[("ask", &it.ask), ("who", &who)]));
        outcomes(page, item, it);
    }
}

/// The answers that would make a difference; the others are told in one line.
fn outcomes(page: &mut PlainPage<'_>, item: &Item, of: &SettledBy) {
    let moves = |it: &&Outcome| (it.applies, it.met) != (item.applies, item.met);
    let moving = of.outcomes.iter().filter(moves).count();
    for it in of.outcomes.iter().filter(moves) {
        let then = standing(page, it.applies, it.met);
        let says = phrase::answer_text(&it.says, page.words);
        let says = if says.is_empty() { page.words.say("plain.obligation.none_ticked") } else { &says };
        page.item(2, "-", &page.words.fill("plain.obligation.outcome", &[("says", says), ("then", &then)]));
    }
    if moving == 0 {
        page.item(2, "-", page.words.say("plain.obligation.not_alone"));
    } else if moving < of.outcomes.len() {
        page.item(2, "-", page.words.say("plain.obligation.other_answers"));
    }
}

fn standing(page: &PlainPage<'_>, applies: Applies, met: Option<Met>) -> String {
    let applies = match (applies, met) {
        (Applies::Yes, Some(Met::Yes)) => "common.met.yes",
        (Applies::Yes, Some(Met::No)) => "plain.obligation.then_not_met",
        (Applies::Yes, _) => "common.applies.yes",
        (Applies::No, _) => "common.applies.no",
        (Applies::Open, _) => "plain.obligation.then_open",
    };
    page.words.say(applies).to_owned()
}

fn would_change(page: &mut PlainPage<'_>, report: &Report, item: &Item) {
    if item.would_change.is_empty() {
        return;
    }
    let title =
        if item.applies == Applies::Yes { "plain.obligation.changes_off" } else { "plain.obligation.changes_on" };
    part(page, title);
    for it in &item.would_change {
        let to: Vec<String> = it.to.iter().map(|it| phrase::answer_text(it, page.words)).collect();
        let to = tell::capital(&tell::any_of(&to, page.words));
        let ask = report.given(&it.question).map_or("", |it| it.ask.as_str());
        let name = if ask.is_empty() { "plain.obligation.change" } else { "plain.obligation.change_of" };
        page.item(1, "-", &page.words.fill(name, &[("to", &to), ("ask", ask)]));
    }
}

fn legal_points(page: &mut PlainPage<'_>, report: &Report, item: &Item) {
    for turn in &item.readings {
        let Some(at) = report.readings.iter().position(|it| it.id == turn.reading) else { continue };
        let Some(point) = report.readings.get(at) else { continue };
        let words = page.words;
        let decided = point.is_decided();
        part(page, if decided { "plain.obligation.decided_point" } else { "plain.obligation.legal_point" });
        let text = words.fill("plain.obligation.point", &[("title", &point.title), ("ask", &point.ask)]);
        let mark = format!("p{}.", at + 1);
        page.item(1, &mark, &text);
        page.beneath(&mark, &point.why);
        for (name, says, then) in
            [("plain.obligation.if_yes", &point.yes, turn.if_yes), ("plain.obligation.if_no", &point.no, turn.if_no)]
        {
            let then = standing(page, then, None);
            page.item(3, "-", &words.fill(name, &[("says", says), ("then", &then)]));
        }
        let safe = words.say(if point.safe == "yes" { "plain.obligation.yes" } else { "plain.obligation.no" });
        let taken = format!("plain.taken.{}", point.taken.replace(": ", "_").replace(' ', "_"));
        page.beneath(&mark, &words.fill(&taken, &[("safe", safe)]));
    }
}

fn sources(page: &mut PlainPage<'_>, report: &Report, item: &Item) {
    part(page, "plain.obligation.sources");
    for (at, id) in item.sources.iter().enumerate() {
        let Some(source) = report.source(id) else { continue };
        let name = if source.verified { "plain.obligation.source" } else { "plain.obligation.source_confirm" };
        let line = page.words.fill(name, &[("citation", &source.citation), ("heading", &source.heading)]);
        page.item(1, &format!("s{}.", at + 1), &line);
    }
}
