//! A legal point on which lawyers differ: both positions, and the side counsel takes for this
//! assessment.

use std::io;

use crate::pack::ReadingId;
use crate::plain::app::{NextStep, PlainApp};
use crate::plain::author;
use crate::plain::blocks::lay_out;
use crate::plain::page::PlainPage;
use crate::plain::reply::{Command, command};
use crate::plain::wording;
use crate::report::Report;
use crate::tell;

/// The sides, in the order they are offered.
const SIDES: [Option<bool>; 3] = [None, Some(true), Some(false)];

/// What came of asking.
pub enum Decided {
    /// A side was taken, or the point was opened again.
    Changed,
    /// It stays as it was.
    Kept,
    /// It is time to go there.
    Go(NextStep),
}

impl From<Option<NextStep>> for Decided {
    fn from(place: Option<NextStep>) -> Self {
        place.map_or(Self::Changed, Self::Go)
    }
}

/// Asks which side is taken on the point `id`.
pub fn decide(app: &mut PlainApp<'_, '_>, id: ReadingId) -> io::Result<Decided> {
    show(app, id)?;
    while let Some(line) = app.console.line()? {
        match command(&line, false) {
            Some(Command::Leave) => return Ok(Decided::Go(NextStep::Leave)),
            Some(Command::Back) => return Ok(Decided::Kept),
            Some(Command::Origin) if now(app, id).is_none() => {
                app.console.say(app.console.words.plain.point.open)?;
                continue;
            }
            Some(Command::Origin) => return author::edit(app, id).map(Decided::from),
            _ => {}
        }
        let number = line.trim_end_matches('.').parse::<usize>().ok().and_then(|it| it.checked_sub(1));
        let Some(&side) = number.and_then(|it| SIDES.get(it)) else {
            let unclear = wording::unclear(&line, app.words());
            app.console.say(&app.console.words.plain.point.fault(&unclear))?;
            continue;
        };
        return take(app, id, side);
    }
    Ok(Decided::Go(NextStep::Ended))
}

/// The points on which some result turns, with the numbers that open them.
pub fn list(page: &mut PlainPage<'_>, report: &Report<'_>) {
    if report.readings.is_empty() {
        page.say(page.words.plain.point.none);
        return;
    }
    for (name, decided) in [(page.words.plain.point.open_list, false), (page.words.plain.point.decided_list, true)] {
        let points = report.readings.iter().enumerate().filter(|(_, point)| point.stance.is_decided() == decided);
        for (nth, (at, it)) in points.enumerate() {
            if nth == 0 {
                page.gap();
                page.say(name);
            }
            let of = report.pack.reading(it.reading);
            let text = page.words.plain.obligation.point(&of.ask, &of.title);
            page.item(1, &format!("p{}.", at + 1), &text);
        }
    }
    page.gap();
    let last = report.readings.len();
    let of = &page.words.plain.point;
    page.say(&if last == 1 { of.choose.to_owned() } else { of.choose_many(last) });
}

/// Takes `side`, and says what that does.
fn take(app: &mut PlainApp<'_, '_>, id: ReadingId, side: Option<bool>) -> io::Result<Decided> {
    if side == now(app, id) {
        app.console.say(app.console.words.common.nothing_changed)?;
        return Ok(Decided::Kept);
    }
    let before = app.workspace.session().judgements().to_vec();
    app.workspace.decide(id, side);
    let moved = app.workspace.session().judgements().iter().zip(&before).filter(|(now, before)| now != before).count();
    let mut page = app.console.page();
    page.say(match side {
        Some(true) => app.console.words.plain.point.decided_yes,
        Some(false) => app.console.words.plain.point.decided_no,
        None => app.console.words.plain.point.opened,
    });
    page.say(&page.words.plain.point.moved(moved));
    app.console.show(&page)?;
    app.tell_saved()?;
    if side.is_none() {
        return Ok(Decided::Changed);
    }
    author::edit(app, id).map(Decided::from)
}

fn show(app: &mut PlainApp<'_, '_>, id: ReadingId) -> io::Result<()> {
    let point = app.workspace.session().pack().reading(id);
    app.console.about = point.text();
    let mut page = app.console.page();
    page.lead();
    page.gap();
    for block in tell::point_to_decide(app.workspace.session().pack(), id, page.words) {
        lay_out(&mut page, &[block]);
        page.gap();
    }
    let now = now(app, id);
    for (at, (side, line)) in tell::sides(point, page.words).into_iter().enumerate() {
        let mark = format!("{}.", at + 1);
        page.item(1, &mark, &line.text);
        page.beneath(&mark, &line.aside);
        if side == now {
            page.beneath(&mark, page.words.plain.point.now);
        }
    }
    page.gap();
    match app.workspace.report().decided_point(id) {
        Some(decided) => {
            for line in tell::decision(decided, page.words) {
                page.say(&line);
            }
            page.say(page.words.plain.point.how_author);
        }
        None => page.say(page.words.plain.point.how),
    }
    app.console.show(&page)
}

/// How the point is decided now, if so.
fn now(app: &PlainApp<'_, '_>, id: ReadingId) -> Option<bool> {
    Some(app.workspace.session().assessment().readings.get(&id)?.side)
}
