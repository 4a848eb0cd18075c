//! The results: how many obligations stand where, lists of them, and one in full.

use std::io;

use crate::pack::QuestionId;
use crate::plain::page::Page;
use crate::plain::reply::{Command, command};
use crate::plain::seat::{Place, Seat};
use crate::plain::{export, obligation, source};
use crate::report::{Item, Report, Standing};
use crate::text::shortened;

/// The letter that lists what stands somewhere, and the name of its words.
const LISTS: [(&str, Standing, &str); 5] = [
    ("t", Standing::ToDo, "to_do"),
    ("i", Standing::InPlace, "in_place"),
    ("o", Standing::Open, "open"),
    ("x", Standing::RuledOut, "ruled_out"),
    ("a", Standing::AlsoCheck, "also_check"),
];

/// The name of the words for `standing`.
pub fn name(standing: Standing) -> &'static str {
    LISTS.iter().find(|it| it.1 == standing).map_or("", |it| it.2)
}

/// What is wanted of the results.
enum Wanted {
    Totals,
    List(Standing),
    One(usize),
    Source(usize),
    Export,
    Go(Place),
    Unclear,
}

/// Shows the results until something else is wanted.
pub fn results(seat: &mut Seat<'_, '_>, back: Option<QuestionId>) -> io::Result<Place> {
    let report = seat.desk.session().report();
    let order = in_order(&report);
    let mut open: Option<&Item> = None;
    let mut wanted = Wanted::Totals;
    loop {
        let mut page = seat.talk.page();
        page.lead();
        match wanted {
            Wanted::Totals => totals(&mut page, &report, &order),
            Wanted::List(standing) => list(&mut page, &report, &order, standing),
            Wanted::One(at) => {
                open = order.get(at).copied();
                if let Some(item) = open {
                    obligation::full(&mut page, &report, item);
                }
            }
            Wanted::Source(at) => match source_of(open, at) {
                Some(id) => source::full(&mut page, seat.desk.session().pack(), id),
                None => page.tell("plain.results.no_source", &[]),
            },
            Wanted::Export => {
                if export::export(seat, &report)?.is_none() {
                    return Ok(Place::Ended);
                }
            }
            Wanted::Unclear => {}
            Wanted::Go(place) => return Ok(place),
        }
        if !matches!(wanted, Wanted::Unclear) {
            page.gap();
            let first = seat.first_time("plain.results.how");
            let back = if back.is_some() { "plain.results.back" } else { "plain.results.last" };
            page.say(&how(seat, first, open.is_some(), back));
        }
        seat.talk.show(&page)?;
        let Some(line) = seat.talk.line()? else { return Ok(Place::Ended) };
        wanted = understand(&line, seat, &order, back);
        if matches!(wanted, Wanted::Unclear) {
            seat.talk.tell("plain.results.fault", &[("typed", &shortened(&line, 40)), ("all", &order.len().to_string())])?;
        }
    }
}

/// Every obligation, in the order in which lists number them.
fn in_order(report: &Report) -> Vec<&Item> {
    Standing::ALL.into_iter().flat_map(|it| report.at(it)).collect()
}

fn understand(line: &str, seat: &Seat<'_, '_>, order: &[&Item], back: Option<QuestionId>) -> Wanted {
    let typed = line.to_lowercase();
    match command(line, false) {
        Some(Command::Back) => {
            let before = || seat.desk.session().before(None).map_or(Place::Results(None), Place::Question);
            return Wanted::Go(if back.is_some() { seat.back_to(back) } else { before() });
        }
        Some(Command::Review) => return Wanted::Go(Place::Review(back)),
        Some(Command::Leave) => return Wanted::Go(Place::Leave),
        Some(Command::Results | Command::Why) => return Wanted::Totals,
        None => {}
    }
    if let Some((_, standing, _)) = LISTS.iter().find(|it| it.0 == typed) {
        return Wanted::List(*standing);
    }
    if matches!(typed.as_str(), "e" | "export") {
        return Wanted::Export;
    }
    let number = |it: &str| it.trim().trim_end_matches('.').parse::<usize>().ok().and_then(|it| it.checked_sub(1));
    if let Some(at) = typed.strip_prefix("source").or(typed.strip_prefix('s')).and_then(number) {
        return Wanted::Source(at);
    }
    let by_id = || order.iter().position(|it| it.id.eq_ignore_ascii_case(line.trim_end_matches('.')));
    match number(&typed).filter(|it| *it < order.len()).or_else(by_id) {
        Some(at) => Wanted::One(at),
        None => Wanted::Unclear,
    }
}

fn source_of(open: Option<&Item>, at: usize) -> Option<&str> {
    open?.sources.get(at).map(String::as_str)
}

/// What can be typed: in full the first time, then in short.
fn how(seat: &Seat<'_, '_>, first: bool, source: bool, back: &str) -> String {
    let words = seat.words();
    let mut parts = vec![words.say(if first { "plain.results.how" } else { "plain.results.short" })];
    if source {
        parts.insert(0, words.say("plain.results.source"));
    }
    parts.push(words.say(back));
    parts.join(" ")
}

/// How many stand where, and then what to do first.
fn totals(page: &mut Page<'_>, report: &Report, order: &[&Item]) {
    page.gap();
    let title = if report.complete { "plain.results.title" } else { "plain.results.so_far" };
    let [least, most] = report.left.map(|it| it.to_string());
    let name = if least == most { "plain.results.left_exactly" } else { "plain.results.left_between" };
    page.tell(title, &[]);
    if !report.complete {
        page.tell(name, &[("least", &least), ("most", &most)]);
    }
    page.gap();
    for (letter, standing, name) in LISTS {
        let words = page.words;
        let standing_words = words.say(&format!("common.standing.{name}")).to_owned();
        let means = words.say(&format!("common.standing_means.{name}")).to_owned();
        let count = report.totals.of(standing).to_string();
        let line =
            words.fill("plain.results.total", &[("standing", &standing_words), ("count", &count), ("means", &means)]);
        page.item(1, &format!("{letter}."), &line);
    }
    page.under(1, &page.words.fill("plain.results.all", &[("all", &report.totals.all.to_string())]));
    let first = if report.totals.to_do > 0 { Standing::ToDo } else { Standing::Open };
    list(page, report, order, first);
    page.gap();
    page.tell("plain.results.checked", &[("day", &report.pack.law_checked_on)]);
    page.say(&report.pack.disclaimer);
}

/// What stands at `standing`, with the numbers that open them.
fn list(page: &mut Page<'_>, report: &Report, order: &[&Item], standing: Standing) {
    let title = page.words.say(&format!("common.standing.{}", name(standing))).to_owned();
    let count = report.totals.of(standing).to_string();
    page.gap();
    page.tell("plain.results.list", &[("standing", &title), ("count", &count)]);
    if report.totals.of(standing) == 0 {
        page.tell("plain.results.empty", &[]);
    }
    for (at, item) in order.iter().enumerate().filter(|it| it.1.standing == standing) {
        let mark = format!("{}.", at + 1);
        page.item(1, &mark, &page.words.fill("plain.results.item", &[("title", &item.title), ("id", &item.id)]));
        if let (Standing::ToDo, Some(due)) = (standing, &item.deadline) {
            page.beneath(&mark, &obligation::due(page, due));
        }
    }
}
