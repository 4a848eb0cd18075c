//! One obligation in full.

use crate::export::{answer_in_words, origin};
use crate::phrase;
use crate::plain::page::PlainPage;
use crate::plain::tell;
use crate::report::{Advice, Applies, DueBy, Item, Met, OpenPoint, Outcome, Reason, Report, SettledBy, Standing};

/// Everything the report says about `item`.
pub fn full(page: &mut PlainPage<'_>, report: &Report, item: &Item) {
    heading(page, item);
    part(page, page.words.plain.obligation.asks);
    page.say(&item.asks);
    steps(page, item);
    if let Some(deadline) = &item.deadline {
        part(page, page.words.plain.obligation.by_when);
        page.say(&due(page, deadline));
    }
    because(page, report, item);
    settled_by(page, item);
    would_change(page, report, item);
    legal_points(page, report, item);
    lines(page, page.words.plain.obligation.confirm, item.confirm.iter().map(String::as_str));
    let notes: Vec<String> = item.notes.iter().map(|it| advice(page, it)).collect();
    lines(page, page.words.plain.obligation.notes, notes.iter().map(String::as_str));
    sources(page, report, item);
}

/// By when, with the last day where it can be counted.
pub fn due(page: &PlainPage<'_>, due: &DueBy) -> String {
    let day = due.date.as_ref().and_then(|it| it.parse().ok());
    match day {
        Some(day) => page.words.plain.obligation.last_day(tell::day(day, page.words), &due.says),
        None => page.words.plain.obligation.due(&due.says),
    }
}

fn heading(page: &mut PlainPage<'_>, item: &Item) {
    let words = page.words;
    page.gap();
    page.say(&page.words.plain.obligation.title(&item.id, &item.title));
    let (standing, means) =
        (crate::tell::standing(item.standing, words), crate::tell::standing_means(item.standing, words));
    page.say(&page.words.plain.obligation.standing(means, standing));
    page.say(&page.words.plain.obligation.kind(&item.group, crate::tell::kind(item.kind, words)));
}

fn part(page: &mut PlainPage<'_>, name: &str) {
    page.gap();
    page.say(name);
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
        Standing::RuledOut => page.words.plain.obligation.steps_if,
        Standing::InPlace => page.words.plain.obligation.steps_kept,
        _ => page.words.plain.obligation.steps,
    };
    part(page, title);
    for (at, step) in item.actions.iter().enumerate() {
        page.item(1, &format!("{}.", at + 1), &advice(page, step));
    }
}

fn advice(page: &PlainPage<'_>, it: &Advice) -> String {
    if it.certain { it.text.clone() } else { page.words.plain.obligation.perhaps(&it.text) }
}

fn because(page: &mut PlainPage<'_>, report: &Report, item: &Item) {
    let title = match (item.applies, item.because.is_empty()) {
        (Applies::Yes, false) => page.words.plain.obligation.why_applies,
        (Applies::Yes, true) => page.words.plain.obligation.always,
        (Applies::No, _) => page.words.plain.obligation.why_ruled_out,
        (Applies::Open, _) => page.words.plain.obligation.why_open,
    };
    part(page, title);
    reasons(page, report, &item.because, "");
    let title = match item.met {
        Some(Met::Yes) => Some(page.words.plain.obligation.why_in_place),
        Some(Met::No) => Some(page.words.plain.obligation.why_not_in_place),
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
    part(page, page.words.plain.obligation.vendor_says);
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
            says = page.words.plain.obligation.cited(cited.join("; "), &says);
        }
        let of = &page.words.plain.obligation;
        let line = match (below.is_empty(), &reason.reading) {
            (false, _) => of.reason_from(says),
            (true, Some(id)) if report.reading(id).is_some_and(OpenPoint::is_decided) => of.reason_decided(says),
            (true, Some(_)) => of.reason_reading(says),
            (true, None) => of.reason(says),
        };
        let depth = above.matches('.').count() + 1;
        page.item(depth, &number, &line);
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
    part(page, page.words.plain.obligation.settles);
    for it in &item.settled_by {
        let who = tell::people(it.who.iter().copied(), page.words);
        page.item(1, "-", &page.words.plain.obligation.settled_by(&it.ask, &who));
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
        let says = if says.is_empty() { page.words.plain.obligation.none_ticked } else { &says };
        page.item(2, "-", &page.words.plain.obligation.outcome(says, &then));
    }
    if moving == 0 {
        page.item(2, "-", page.words.plain.obligation.not_alone);
    } else if moving < of.outcomes.len() {
        page.item(2, "-", page.words.plain.obligation.other_answers);
    }
}

fn standing(page: &PlainPage<'_>, applies: Applies, met: Option<Met>) -> String {
    let applies = match (applies, met) {
        (Applies::Yes, Some(Met::Yes)) => page.words.common.met.yes,
        (Applies::Yes, Some(Met::No)) => page.words.plain.obligation.then_not_met,
        (Applies::Yes, _) => page.words.common.applies.yes,
        (Applies::No, _) => page.words.common.applies.no,
        (Applies::Open, _) => page.words.plain.obligation.then_open,
    };
    applies.to_owned()
}

fn would_change(page: &mut PlainPage<'_>, report: &Report, item: &Item) {
    if item.would_change.is_empty() {
        return;
    }
    let title = if item.applies == Applies::Yes {
        page.words.plain.obligation.changes_off
    } else {
        page.words.plain.obligation.changes_on
    };
    part(page, title);
    for it in &item.would_change {
        let to: Vec<String> = it.to.iter().map(|it| phrase::answer_text(it, page.words)).collect();
        let to = tell::capital(&tell::any_of(&to, page.words));
        let ask = report.given(&it.question).map_or("", |it| it.ask.as_str());
        let of = &page.words.plain.obligation;
        page.item(1, "-", &if ask.is_empty() { of.change(to) } else { of.change_of(ask, to) });
    }
}

fn legal_points(page: &mut PlainPage<'_>, report: &Report, item: &Item) {
    for turn in &item.readings {
        let Some(at) = report.readings.iter().position(|it| it.id == turn.reading) else { continue };
        let Some(point) = report.readings.get(at) else { continue };
        let words = page.words;
        let decided = point.is_decided();
        part(page, if decided { words.plain.obligation.decided_point } else { words.plain.obligation.legal_point });
        let text = words.plain.obligation.point(&point.ask, &point.title);
        let mark = format!("p{}.", at + 1);
        page.item(1, &mark, &text);
        page.beneath(&mark, &point.why);
        let of = &words.plain.obligation;
        page.item(3, "-", &of.if_yes(&point.yes, standing(page, turn.if_yes, None)));
        page.item(3, "-", &of.if_no(&point.no, standing(page, turn.if_no, None)));
        let safe = if point.safe == "yes" { of.yes } else { of.no };
        let of = &words.plain.taken;
        let taken = match point.taken {
            "treated as yes" => of.treated_as_yes.to_owned(),
            "treated as no" => of.treated_as_no.to_owned(),
            "decided: yes" => of.decided_yes.to_owned(),
            "decided: no" => of.decided_no.to_owned(),
            _ => of.open(safe),
        };
        page.beneath(&mark, &taken);
    }
}

fn sources(page: &mut PlainPage<'_>, report: &Report, item: &Item) {
    part(page, page.words.plain.obligation.sources);
    for (at, id) in item.sources.iter().enumerate() {
        let Some(source) = report.source(id) else { continue };
        let of = &page.words.plain.obligation;
        let line = if source.verified {
            of.source(&source.citation, &source.heading)
        } else {
            of.source_confirm(&source.citation, &source.heading)
        };
        page.item(1, &format!("s{}.", at + 1), &line);
    }
}
