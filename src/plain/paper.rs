//! A check of a paper from among the results: its questions are gone through in the same way, and
//! then what it would change in the main assessment is shown and asked.

use std::io;

use crate::answer::Answer;
use crate::feed;
use crate::pack::{Pack, QuestionId, Term};
use crate::plain::app::{NextStep, PlainApp};
use crate::plain::blocks::lay_out;
use crate::report::{Item, Report, Standing};
use crate::shipped::PackSet;
use crate::tell;
use crate::workspace::Workspace;

/// The checks of papers that can move `item`, or any obligation that is not ruled out.
pub fn papers(seat: &PlainApp<'_, '_>, report: &Report<'_>, item: Option<&Item<'_>>) -> Vec<&'static Pack> {
    let pack = seat.workspace.session().pack();
    if seat.is_check || !seat.workspace.can_check() {
        return Vec::new();
    }
    let asked = |it: &&Item<'_>| it.standing != Standing::RuledOut && item.is_none_or(|only| only.id == it.id);
    let items: Vec<&Item<'_>> = report.obligations.iter().filter(asked).collect();
    let concerned =
        |paper: &&'static Pack| items.iter().any(|it| feed::concerns_obligation(paper, pack, it.obligation));
    PackSet(pack).feeding_packs().filter(concerned).collect()
}

/// The checks that can be begun, each with the line that begins it.
pub fn list(seat: &mut PlainApp<'_, '_>, papers: &[&'static Pack]) -> io::Result<()> {
    let mut page = seat.talk.page();
    page.lead();
    if papers.is_empty() {
        page.say(page.words.plain.paper.none);
    }
    for (at, it) in papers.iter().enumerate() {
        page.item(1, &format!("c{}.", at + 1), &it.title);
    }
    seat.talk.show(&page)
}

/// The main assessment, while what is open is a check of a paper beside it.
pub struct MainWaits<'a, 'p> {
    workspace: Workspace<'p>,
    terms: &'a [Term],
    section: Option<usize>,
}

/// Begins the check `paper`, or goes on with it: gives the main assessment, which waits. Where its file
/// cannot be opened, says why and gives nothing.
pub fn begin<'a, 'p>(seat: &mut PlainApp<'a, 'p>, paper: &'static Pack) -> io::Result<Option<MainWaits<'a, 'p>>> {
    let check = match seat.workspace.check(paper, (seat.today)()) {
        Ok(check) => check,
        Err(why) => {
            seat.talk.say(&seat.talk.words.plain.paper.cannot_open(why))?;
            return Ok(None);
        }
    };
    let workspace = std::mem::replace(&mut seat.workspace, check);
    let (terms, section) = (std::mem::replace(&mut seat.talk.terms, &paper.terms), seat.section.take());
    seat.is_check = true;
    let file = seat.file();
    seat.talk.say(&seat.talk.words.plain.paper.begins(&file, &paper.title))?;
    Ok(Some(MainWaits { workspace, terms, section }))
}

/// Back to the main assessment; `ended` is why the check was left. Gives whether the input goes on.
pub fn finish<'a, 'p>(seat: &mut PlainApp<'a, 'p>, main: MainWaits<'a, 'p>, ended: NextStep) -> io::Result<bool> {
    seat.is_check = false;
    let check = std::mem::replace(&mut seat.workspace, main.workspace);
    (seat.talk.terms, seat.section) = (main.terms, main.section);
    if matches!(ended, NextStep::Ended) {
        return Ok(false);
    }
    let news = seat.workspace.changed_answers(&check);
    show(seat, &news)?;
    if news.is_empty() {
        return Ok(true);
    }
    match seat.talk.yes()? {
        None => return Ok(false),
        Some(true) => {
            seat.workspace.take_over(&check);
            seat.talk.say(seat.talk.words.plain.paper.taken)?;
            seat.tell_saved()?;
        }
        Some(false) => seat.talk.say(seat.talk.words.plain.paper.left)?,
    }
    Ok(true)
}

/// What the check would change, before anything is.
fn show(seat: &mut PlainApp<'_, '_>, news: &[(QuestionId, Answer)]) -> io::Result<()> {
    let effects = seat.workspace.preview(news);
    let (session, words) = (seat.workspace.session(), seat.words());
    let mut page = seat.talk.page();
    page.lead();
    page.say(page.words.plain.paper.back);
    lay_out(&mut page, &tell::check_answers(news, session, words));
    if news.is_empty() {
        return seat.talk.show(&page);
    }
    lay_out(&mut page, &tell::effects(&effects, session, words));
    page.gap();
    page.say(page.words.plain.paper.ask);
    seat.talk.show(&page)
}
