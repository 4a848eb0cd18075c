//! One obligation in full.

use crate::answer::{cell_sentence, half_sentence};
use crate::assessment::Stance;
use crate::boxes::Status;
use crate::export::{answer_in_words, origin};
use crate::judge::{Ground, JudgedOutcome, Judgement, Reason};
use crate::pack::Pack;
use crate::plain::page::PlainPage;
use crate::plain::tell;
use crate::report::{Advice, Item, Report, SettledBy, Standing};

/// Everything the report says about `item`.
pub fn full(page: &mut PlainPage<'_>, report: &Report<'_>, item: &Item<'_>) {
    heading(page, report.pack, item);
    part(page, "plain.obligation.asks");
    page.say(&item.obligation.asks);
    steps(page, item);
    if let Some(due) = due(page, item) {
        part(page, "plain.obligation.by_when");
        page.say(&due);
    }
    because(page, report, item);
    settled_by(page, report.pack, item);
    would_change(page, report, item);
    legal_points(page, report, item);
    lines(page, "plain.obligation.confirm", item.obligation.confirm.iter().map(String::as_str));
    let notes: Vec<String> = item.notes.iter().map(|it| advice(page, it)).collect();
    lines(page, "plain.obligation.notes", notes.iter().map(String::as_str));
    sources(page, report, item);
}

/// By when, with the last day where it can be counted.
pub fn due(page: &PlainPage<'_>, item: &Item<'_>) -> Option<String> {
    let says = &item.obligation.deadline.as_ref()?.says;
    Some(match item.last_day {
        Some(day) => {
            page.words.fill("plain.obligation.last_day", &[("says", says), ("day", &tell::day(day, page.words))])
        }
        None => page.words.fill("plain.obligation.due", &[("says", says)]),
    })
}

fn heading(page: &mut PlainPage<'_>, pack: &Pack, item: &Item<'_>) {
    let (words, of) = (page.words, item.obligation);
    page.gap();
    page.tell("plain.obligation.title", &[("id", &of.id), ("title", &of.title)]);
    let standing = words.say(&format!("common.standing.{}", item.standing.name())).to_owned();
    let means = words.say(&format!("common.standing_means.{}", item.standing.name())).to_owned();
    page.tell("plain.obligation.standing", &[("standing", &standing), ("means", &means)]);
    let kind = words.say(&format!("common.kind.{}", of.kind.name())).to_owned();
    page.tell("plain.obligation.kind", &[("kind", &kind), ("group", pack.group_of(of))]);
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

fn steps(page: &mut PlainPage<'_>, item: &Item<'_>) {
    if item.steps.is_empty() {
        return;
    }
    let title = match item.standing {
        Standing::RuledOut => "plain.obligation.steps_if",
        Standing::InPlace => "plain.obligation.steps_kept",
        _ => "plain.obligation.steps",
    };
    part(page, title);
    for (at, step) in item.steps.iter().enumerate() {
        page.item(1, &format!("{}.", at + 1), &advice(page, step));
    }
}

fn advice(page: &PlainPage<'_>, it: &Advice<'_>) -> String {
    if it.certain { it.text.to_owned() } else { page.words.fill("plain.obligation.perhaps", &[("text", it.text)]) }
}

fn because(page: &mut PlainPage<'_>, report: &Report<'_>, item: &Item<'_>) {
    let title = match (item.judgement.applies, item.because.is_empty()) {
        (Status::Yes, false) => "plain.obligation.why_applies",
        (Status::Yes, true) => "plain.obligation.always",
        (Status::No, _) => "plain.obligation.why_ruled_out",
        (Status::Open, _) => "plain.obligation.why_open",
    };
    part(page, title);
    reasons(page, report, &item.because, "");
    let title = match item.judgement.met {
        Status::Yes => Some("plain.obligation.why_in_place"),
        Status::No => Some("plain.obligation.why_not_in_place"),
        Status::Open => None,
    };
    if let Some(title) = title.filter(|_| !item.met_because.is_empty()) {
        part(page, title);
        reasons(page, report, &item.met_because, "");
    }
    vendor_says(page, report, item);
}

/// The answers of the vendor on which it rests.
fn vendor_says(page: &mut PlainPage<'_>, report: &Report<'_>, item: &Item<'_>) {
    if item.vendor_says.is_empty() {
        return;
    }
    part(page, "plain.obligation.vendor_says");
    for given in item.vendor_says.iter().filter_map(|&it| report.given(it)) {
        let (answer, origin) = (answer_in_words(report, given, page.words), origin(given, page.words));
        page.item(1, "-", &format!("{} {answer} ({origin})", report.pack.question(given.question).ask));
    }
}

/// Reasons, numbered so that one can hear which rests on which.
fn reasons(page: &mut PlainPage<'_>, report: &Report<'_>, each: &[Reason], above: &str) {
    for (at, reason) in once_each(each).into_iter().enumerate() {
        let number = format!("{above}{}.", at + 1);
        let mut says = tell::capital(&reason.says);
        let below = rests_on(reason);
        let cited: Vec<&str> = reason.sources.iter().map(|&it| report.pack.source(it).id.as_str()).collect();
        if !cited.is_empty() {
            says = page.words.fill("plain.obligation.cited", &[("says", &says), ("citations", &cited.join("; "))]);
        }
        let name = match (below.is_empty(), reason.ground) {
            (false, _) => "plain.obligation.reason_from",
            (true, Ground::Reading(id)) if report.stance(id).is_some_and(Stance::is_decided) => {
                "plain.obligation.reason_decided"
            }
            (true, Ground::Reading(_)) => "plain.obligation.reason_reading",
            (true, Ground::Answer(_) | Ground::Fact(_)) => "plain.obligation.reason",
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

fn settled_by(page: &mut PlainPage<'_>, pack: &Pack, item: &Item<'_>) {
    if item.settled_by.is_empty() {
        return;
    }
    part(page, "plain.obligation.settles");
    for it in &item.settled_by {
        let of = pack.question(it.question);
        let who = tell::people(of.who.iter().map(|it| it.0), page.words);
        page.item(1, "-", &page.words.fill("plain.obligation.settled_by", &[("ask", &of.ask), ("who", &who)]));
        outcomes(page, pack, item, it);
    }
}

/// The answers that would make a difference; the others are told in one line.
fn outcomes(page: &mut PlainPage<'_>, pack: &Pack, item: &Item<'_>, of: &SettledBy) {
    let moves = |it: &&JudgedOutcome| it.judgement != item.judgement;
    let moving = of.outcomes.iter().filter(moves).count();
    for it in of.outcomes.iter().filter(moves) {
        let then = standing(page, it.judgement);
        let says = half_sentence(&it.answer, pack.question(of.question));
        let says = if says.is_empty() { page.words.say("plain.obligation.none_ticked") } else { &says };
        page.item(2, "-", &page.words.fill("plain.obligation.outcome", &[("says", says), ("then", &then)]));
    }
    if moving == 0 {
        page.item(2, "-", page.words.say("plain.obligation.not_alone"));
    } else if moving < of.outcomes.len() {
        page.item(2, "-", page.words.say("plain.obligation.other_answers"));
    }
}

fn standing(page: &PlainPage<'_>, judgement: Judgement) -> String {
    let applies = match (judgement.applies, judgement.met) {
        (Status::Yes, Status::Yes) => "common.met.yes",
        (Status::Yes, Status::No) => "plain.obligation.then_not_met",
        (Status::Yes, Status::Open) => "common.applies.yes",
        (Status::No, _) => "common.applies.no",
        (Status::Open, _) => "plain.obligation.then_open",
    };
    page.words.say(applies).to_owned()
}

fn would_change(page: &mut PlainPage<'_>, report: &Report<'_>, item: &Item<'_>) {
    if item.would_change.is_empty() {
        return;
    }
    let applies = item.judgement.applies == Status::Yes;
    let title = if applies { "plain.obligation.changes_off" } else { "plain.obligation.changes_on" };
    part(page, title);
    for it in &item.would_change {
        let of = report.pack.question(it.question);
        let to: Vec<String> = it.to.iter().filter_map(|&cell| cell_sentence(of, it.option, cell)).collect();
        let to = tell::capital(&tell::any_of(&to, page.words));
        let ask = report.given(it.question).map_or("", |_| of.ask.as_str());
        let name = if ask.is_empty() { "plain.obligation.change" } else { "plain.obligation.change_of" };
        page.item(1, "-", &page.words.fill(name, &[("to", &to), ("ask", ask)]));
    }
}

fn legal_points(page: &mut PlainPage<'_>, report: &Report<'_>, item: &Item<'_>) {
    for turn in &item.turns_on {
        let Some(at) = report.readings.iter().position(|it| it.reading == turn.reading) else { continue };
        let Some(stance) = report.stance(turn.reading) else { continue };
        let (words, point) = (page.words, report.pack.reading(turn.reading));
        let decided = stance.is_decided();
        part(page, if decided { "plain.obligation.decided_point" } else { "plain.obligation.legal_point" });
        let text = words.fill("plain.obligation.point", &[("title", &point.title), ("ask", &point.ask)]);
        let mark = format!("p{}.", at + 1);
        page.item(1, &mark, &text);
        page.beneath(&mark, &point.why);
        for (name, says, then) in
            [("plain.obligation.if_yes", &point.yes, turn.if_yes), ("plain.obligation.if_no", &point.no, turn.if_no)]
        {
            let then = standing(page, then);
            page.item(3, "-", &words.fill(name, &[("says", says), ("then", &then)]));
        }
        let safe = words.say(if point.safe { "plain.obligation.yes" } else { "plain.obligation.no" });
        page.beneath(&mark, &words.fill(taken(stance), &[("safe", safe)]));
    }
}

/// The name of the words for how a legal point is taken.
fn taken(stance: Stance) -> &'static str {
    match stance {
        Stance::Open => "plain.taken.open",
        Stance::Treated(true) => "plain.taken.treated_as_yes",
        Stance::Treated(false) => "plain.taken.treated_as_no",
        Stance::Decided(true) => "plain.taken.decided_yes",
        Stance::Decided(false) => "plain.taken.decided_no",
    }
}

fn sources(page: &mut PlainPage<'_>, report: &Report<'_>, item: &Item<'_>) {
    part(page, "plain.obligation.sources");
    for (at, &id) in item.obligation.sources.iter().enumerate() {
        let source = report.pack.source(id);
        let name =
            if source.confidence.is_verified() { "plain.obligation.source" } else { "plain.obligation.source_confirm" };
        let line = page.words.fill(name, &[("citation", &source.citation), ("heading", &source.heading)]);
        page.item(1, &format!("s{}.", at + 1), &line);
    }
}
