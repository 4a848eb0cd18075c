//! The results: how many obligations stand where, lists of them, and one in full.

use std::io;
use std::rc::Rc;

use crate::pack::{ObligationKind, Pack, QuestionId, ReadingId};
use crate::plain::app::{NextStep, PlainApp};
use crate::plain::blocks::lay_out;
use crate::plain::page::PlainPage;
use crate::plain::point::{self, Decided};
use crate::plain::reply::{Command, command};
use crate::plain::standing::LISTS;
use crate::plain::{export, headline, map, obligation, paper, source, wording};
use crate::report::{Item, Report, Standing};
use crate::tell::{self, HeadlineText};

/// What is wanted of the results.
enum ResultsRequest {
    Totals,
    List(Standing),
    One(usize),
    Source(usize),
    Map(Option<usize>),
    Points,
    Point(ReadingId),
    NoPoint,
    Export,
    Papers,
    Paper(&'static Pack),
    Help,
    Go(NextStep),
    Unclear,
}

/// Shows the results until something else is wanted.
pub fn results(app: &mut PlainApp<'_, '_>, back: Option<QuestionId>) -> io::Result<NextStep> {
    loop {
        // What is decided here moves results, and so the numbers that open them.
        let report = Rc::clone(app.workspace.report());
        if let Some(place) = read_on(app, &report, back)? {
            return Ok(place);
        }
    }
}

/// Shows `report` until something else is wanted, or until it holds no longer.
fn read_on(app: &mut PlainApp<'_, '_>, report: &Report<'_>, back: Option<QuestionId>) -> io::Result<Option<NextStep>> {
    let order = in_order(report);
    let mut open: Option<&Item<'_>> = None;
    let mut wanted = ResultsRequest::Totals;
    loop {
        match wanted {
            ResultsRequest::Go(place) => return Ok(Some(place)),
            ResultsRequest::Export => {
                if let Some(place) = export::export(app, report)? {
                    return Ok(Some(place));
                }
            }
            ResultsRequest::Point(id) => match point::decide(app, id)? {
                Decided::Changed => return Ok(None),
                Decided::Kept => {}
                Decided::Go(place) => return Ok(Some(place)),
            },
            ResultsRequest::Paper(of) => return Ok(Some(NextStep::Check(of, back))),
            ResultsRequest::One(at) => open = order.get(at).copied(),
            _ => {}
        }
        let headline = tell::headline(report, Some((app.today)()), app.words());
        let shown = ResultsView { report, order: &order, open, headline };
        match wanted {
            ResultsRequest::Map(at) => {
                let how = how(app, &shown, &wanted, back);
                map::show(app, at, &how)?;
            }
            ResultsRequest::Papers => paper::list(app, &paper::papers(app, report, open))?,
            _ => show(app, &shown, &wanted, back)?,
        }
        wanted = match want(app, &shown, back)? {
            Some(wanted) => wanted,
            None => return Ok(Some(NextStep::Ended)),
        };
    }
}

/// What there is to show.
struct ResultsView<'a> {
    report: &'a Report<'a>,
    order: &'a [&'a Item<'a>],
    open: Option<&'a Item<'a>>,
    headline: Option<HeadlineText>,
}

fn show(
    app: &mut PlainApp<'_, '_>,
    of: &ResultsView<'_>,
    wanted: &ResultsRequest,
    back: Option<QuestionId>,
) -> io::Result<()> {
    app.console.about = about(of, wanted);
    let mut page = app.console.page();
    page.lead();
    content(&mut page, app, of, wanted);
    page.gap();
    page.say(&how(app, of, wanted, back));
    app.console.show(&page)
}

/// What is said of what is shown, as far as words in it may need explaining.
fn about(of: &ResultsView<'_>, wanted: &ResultsRequest) -> String {
    let pack = of.report.pack;
    match (wanted, of.open) {
        (ResultsRequest::One(_), Some(item)) => item.text(pack),
        (ResultsRequest::Source(at), Some(item)) => {
            item.sources.get(*at).map_or_else(String::new, |&id| pack.source(id).text())
        }
        _ => String::new(),
    }
}

/// What the next line that is understood asks for; nothing when the input has ended.
fn want(
    app: &mut PlainApp<'_, '_>,
    of: &ResultsView<'_>,
    back: Option<QuestionId>,
) -> io::Result<Option<ResultsRequest>> {
    while let Some(line) = app.console.line()? {
        match understand(&line, app, of, back) {
            ResultsRequest::Unclear => {
                let unclear = wording::unclear(&line, app.words());
                let numbers = wording::numbers(of.order.len(), app.words());
                app.console.say(&app.console.words.plain.results.fault(&numbers, &unclear))?;
            }
            clear => return Ok(Some(clear)),
        }
    }
    Ok(None)
}

fn content(page: &mut PlainPage<'_>, app: &mut PlainApp<'_, '_>, of: &ResultsView<'_>, wanted: &ResultsRequest) {
    match wanted {
        ResultsRequest::Totals => {
            let first = app.first_time("totals");
            totals(page, of, first);
        }
        ResultsRequest::List(standing) => list(page, of, *standing),
        ResultsRequest::One(_) => {
            if let Some(item) = of.open {
                obligation::full(page, of.report, item);
            }
        }
        ResultsRequest::Source(at) => match of.open.and_then(|it| it.sources.get(*at)) {
            Some(&id) => source::full(page, app.workspace.session().pack(), id),
            None => page.say(page.words.plain.results.no_source),
        },
        ResultsRequest::Points => point::list(page, of.report),
        ResultsRequest::NoPoint => page.say(page.words.plain.point.no_such),
        ResultsRequest::Help => page.say(page.words.plain.results.help),
        ResultsRequest::Map(_)
        | ResultsRequest::Papers
        | ResultsRequest::Paper(_)
        | ResultsRequest::Point(_)
        | ResultsRequest::Export
        | ResultsRequest::Go(_)
        | ResultsRequest::Unclear => {}
    }
}

/// Every obligation, in the order in which lists number them.
fn in_order<'a>(report: &'a Report<'a>) -> Vec<&'a Item<'a>> {
    Standing::ALL.into_iter().flat_map(|it| report.items_at(it)).collect()
}

fn understand(line: &str, app: &PlainApp<'_, '_>, of: &ResultsView<'_>, back: Option<QuestionId>) -> ResultsRequest {
    let typed = line.to_lowercase();
    match command(line, false) {
        Some(Command::Back) => {
            let before =
                || app.workspace.session().question_before(None).map_or(NextStep::Results(None), NextStep::Question);
            return ResultsRequest::Go(if back.is_some() { app.back_to(back) } else { before() });
        }
        Some(Command::Review) => return ResultsRequest::Go(NextStep::Review(back)),
        Some(Command::Leave) => return ResultsRequest::Go(NextStep::Leave),
        Some(Command::Map(at)) => return ResultsRequest::Map(at),
        Some(Command::Origin) => return ResultsRequest::Unclear,
        Some(Command::Results) => return ResultsRequest::Totals,
        Some(Command::Why) => return ResultsRequest::Help,
        None => {}
    }
    if let Some((_, standing)) = LISTS.iter().find(|it| it.0 == typed) {
        return ResultsRequest::List(*standing);
    }
    if matches!(typed.as_str(), "e" | "export") {
        return ResultsRequest::Export;
    }
    if matches!(typed.as_str(), "p" | "points") {
        return ResultsRequest::Points;
    }
    if let Some(wanted) = wanted_paper(&typed, app, of) {
        return wanted;
    }
    let number = |it: &str| it.trim().trim_end_matches('.').parse::<usize>().ok().and_then(|it| it.checked_sub(1));
    if let Some(at) = typed.strip_prefix("source").or(typed.strip_prefix('s')).and_then(number) {
        return ResultsRequest::Source(at);
    }
    if let Some(at) = typed.strip_prefix('p').and_then(number) {
        let point = of.report.readings.get(at);
        return point.map_or(ResultsRequest::NoPoint, |point| ResultsRequest::Point(point.reading));
    }
    let by_id = || of.order.iter().position(|it| it.obligation.id.eq_ignore_ascii_case(line.trim_end_matches('.')));
    match number(&typed).filter(|it| *it < of.order.len()).or_else(by_id) {
        Some(at) => ResultsRequest::One(at),
        None => ResultsRequest::Unclear,
    }
}

/// The check of a paper that a line asks for: the only one there is, or the one of that number.
fn wanted_paper(typed: &str, app: &PlainApp<'_, '_>, of: &ResultsView<'_>) -> Option<ResultsRequest> {
    let number = typed.strip_prefix('c')?;
    let papers = paper::papers(app, of.report, of.open);
    match (papers.as_slice(), number) {
        ([only], "") => Some(ResultsRequest::Paper(only)),
        (_, "") => Some(ResultsRequest::Papers),
        (several, _) => {
            let at = number.trim_end_matches('.').parse::<usize>().ok()?.checked_sub(1)?;
            several.get(at).map(|it| ResultsRequest::Paper(it))
        }
    }
}

/// What can be typed: in full the first time, then in short.
fn how(app: &mut PlainApp<'_, '_>, of: &ResultsView<'_>, wanted: &ResultsRequest, back: Option<QuestionId>) -> String {
    let read = of
        .open
        .filter(|_| matches!(wanted, ResultsRequest::One(_) | ResultsRequest::Source(_) | ResultsRequest::Point(_)));
    let sources = read.filter(|it| !it.sources.is_empty());
    let points = read.is_some_and(|it| !it.turns_on.is_empty());
    let papers = read.is_some_and(|it| !paper::papers(app, of.report, Some(it)).is_empty());
    let first = app.first_time("results");
    let words = app.words();
    let mut parts = Vec::new();
    if let Some(item) = sources {
        let (of, last) = (&words.plain.results, item.sources.len());
        parts.push(if last == 1 { of.source.to_owned() } else { of.sources(last) });
    }
    if points {
        parts.push(words.plain.results.points.to_owned());
    }
    if papers {
        parts.push(words.plain.results.papers.to_owned());
    }
    parts.push(if first { words.plain.results.how } else { words.plain.results.short }.to_owned());
    parts.push(if back.is_some() { words.plain.results.back } else { words.plain.results.last }.to_owned());
    parts.join(" ")
}

/// How many stand where, and then what to do first. What the places mean is said once.
fn totals(page: &mut PlainPage<'_>, of: &ResultsView<'_>, first: bool) {
    let (report, words) = (of.report, page.words);
    page.gap();
    if report.complete {
        page.say(words.plain.results.title);
    } else {
        page.say(&words.plain.results.so_far(tell::questions_left(report.left, words)));
    }
    headline::lay_out(page, of.headline.as_ref());
    lay_out(page, &tell::warnings(report, words));
    page.gap();
    for (letter, standing) in LISTS {
        let (title, count) = (tell::standing(standing, words), report.totals.count_at(standing));
        let line = if first {
            words.plain.results.total(count, tell::standing_means(standing, words), title)
        } else {
            words.plain.results.total_short(count, title)
        };
        page.item(1, &format!("{letter}."), &line);
    }
    page.under(1, &words.common.in_all(report.totals.all));
    list(page, of, report.totals.read_first());
    // A headline says so already.
    if of.headline.is_none() {
        page.gap();
        let day = tell::day_text(report.pack.law_checked_on, words);
        page.say(&page.words.common.law.checked_on(&day));
    }
}

/// What stands at `standing`, with the numbers that open them.
fn list(page: &mut PlainPage<'_>, of: &ResultsView<'_>, standing: Standing) {
    let words = page.words;
    let title = tell::standing(standing, words);
    let count = of.report.totals.count_at(standing);
    page.gap();
    page.say(&page.words.plain.results.list(count, title));
    if count == 0 {
        page.say(page.words.common.nothing_here);
    }
    for (at, item) in of.order.iter().enumerate().filter(|it| it.1.standing == standing) {
        let mark = format!("{}.", at + 1);
        // Where duties are listed, what is not one says so.
        let duty = item.obligation;
        let mixed = duty.kind == ObligationKind::Practice && standing != Standing::RuledOut;
        let of = &words.plain.results;
        let line = if mixed {
            of.item_kind(&duty.id, tell::kind(duty.kind, words), &duty.title)
        } else {
            of.item(&duty.id, &duty.title)
        };
        page.item(1, &mark, &line);
        if let (Standing::ToDo, Some(due)) = (standing, tell::due(item, words)) {
            page.beneath(&mark, &format!("{due}."));
        }
    }
}
