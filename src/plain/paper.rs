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
pub fn papers(app: &PlainApp<'_, '_>, report: &Report<'_>, item: Option<&Item<'_>>) -> Vec<&'static Pack> {
    let pack = app.workspace.session().pack();
    if app.is_check || !app.workspace.can_check() {
        return Vec::new();
    }
    let asked = |other: &&Item<'_>| other.standing != Standing::RuledOut && item.is_none_or(|only| only.id == other.id);
    let items: Vec<&Item<'_>> = report.obligations.iter().filter(asked).collect();
    let concerned =
        |paper: &&'static Pack| items.iter().any(|it| feed::concerns_obligation(paper, pack, it.obligation));
    PackSet(pack).feeding_packs().filter(concerned).collect()
}

/// The checks that can be begun, each with the line that begins it.
pub fn list(app: &mut PlainApp<'_, '_>, papers: &[&'static Pack]) -> io::Result<()> {
    let mut page = app.console.page();
    page.lead();
    if papers.is_empty() {
        page.say(page.words.plain.paper.none);
    }
    for (at, it) in papers.iter().enumerate() {
        page.item(1, &format!("c{}.", at + 1), &it.title);
    }
    app.console.show(&page)
}

/// The main assessment, while what is open is a check of a paper beside it.
pub struct MainWaits<'a, 'p> {
    workspace: Workspace<'p>,
    terms: &'a [Term],
    section: Option<usize>,
}

/// Begins the check `paper`, or goes on with it: gives the main assessment, which waits. Where its file
/// cannot be opened, says why and gives nothing.
pub fn begin<'a, 'p>(app: &mut PlainApp<'a, 'p>, paper: &'static Pack) -> io::Result<Option<MainWaits<'a, 'p>>> {
    let check = match app.workspace.check(paper, (app.today)()) {
        Ok(check) => check,
        Err(why) => {
            app.console.say(&app.console.words.plain.paper.cannot_open(why))?;
            return Ok(None);
        }
    };
    let workspace = std::mem::replace(&mut app.workspace, check);
    let (terms, section) = (std::mem::replace(&mut app.console.terms, &paper.terms), app.section.take());
    app.is_check = true;
    let file = app.file();
    app.console.say(&app.console.words.plain.paper.begins(&file, &paper.title))?;
    Ok(Some(MainWaits { workspace, terms, section }))
}

/// Back to the main assessment; `ended` is why the check was left. Gives whether the input goes on.
pub fn finish<'a, 'p>(app: &mut PlainApp<'a, 'p>, main: MainWaits<'a, 'p>, ended: NextStep) -> io::Result<bool> {
    app.is_check = false;
    let check = std::mem::replace(&mut app.workspace, main.workspace);
    (app.console.terms, app.section) = (main.terms, main.section);
    if matches!(ended, NextStep::Ended) {
        return Ok(false);
    }
    let news = app.workspace.changed_answers(&check);
    show(app, &news)?;
    if news.is_empty() {
        return Ok(true);
    }
    match app.console.yes()? {
        None => return Ok(false),
        Some(true) => {
            app.workspace.take_over(&check);
            app.console.say(app.console.words.plain.paper.taken)?;
            app.tell_saved()?;
        }
        Some(false) => app.console.say(app.console.words.common.nothing_changed)?,
    }
    Ok(true)
}

/// What the check would change, before anything is.
fn show(app: &mut PlainApp<'_, '_>, news: &[(QuestionId, Answer)]) -> io::Result<()> {
    let effects = app.workspace.preview(news);
    let (session, words) = (app.workspace.session(), app.words());
    let mut page = app.console.page();
    page.lead();
    page.say(page.words.plain.paper.back);
    lay_out(&mut page, &tell::check_answers(news, session, words));
    if news.is_empty() {
        return app.console.show(&page);
    }
    lay_out(&mut page, &tell::effects(&effects, session, words));
    page.gap();
    page.say(page.words.common.offer.ask);
    app.console.show(&page)
}
