//! An assessment from its beginning to its end: from place to place, until it is time to go.

use std::io::{self, ErrorKind};

use crate::pack::{Pack, QuestionId};
use crate::plain::app::{Menu, NextStep, PlainApp};
use crate::plain::blocks::lay_out;
use crate::plain::console::Console;
use crate::plain::{asking, home, paper, results, review};
use crate::tell;
use crate::workspace::{Setup, Workspace};

/// Goes through an assessment, with menus where there are any. Returns whether every answer is saved.
///
/// # Errors
/// When the input or the output fails; an output that nobody reads any more is no failure.
pub fn converse<'p>(setup: Setup<'p>, console: Console<'p>, menu: Option<Menu>) -> io::Result<bool> {
    match begin(setup, console, menu) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(true),
        result => result,
    }
}

fn begin<'p>(mut setup: Setup<'p>, mut console: Console<'p>, menu: Option<Menu>) -> io::Result<bool> {
    let chosen = match setup.open.take() {
        Some((document, assessment)) => Some((setup.pack, document, assessment)),
        None => home::choose(&setup, &mut console)?,
    };
    let Some((pack, document, assessment)) = chosen else {
        console.say(console.words.plain.leave.nothing_opened)?;
        return Ok(true);
    };
    console.terms = &pack.terms;
    let workspace = Workspace::new(pack, document, assessment, setup.now);
    let mut app = PlainApp::new(console, workspace, setup.today, menu);
    match run(&mut app) {
        // Who cannot be told any more is left with all saved that can be.
        Err(error) if !app.workspace.needs_saving() || app.workspace.save() => Err(error),
        Err(_) => Ok(false),
        Ok(()) => Ok(app.workspace.save_error().is_none()),
    }
}

fn run(app: &mut PlainApp<'_, '_>) -> io::Result<()> {
    app.tell_of_file()?;
    tell_rejudged(app)?;
    let start = greet(app)?;
    go(app, start)
}

/// Says what moved since the version that the assessment was made with, if it was another.
fn tell_rejudged(app: &mut PlainApp<'_, '_>) -> io::Result<()> {
    let Some(rejudged) = app.workspace.rejudged() else { return Ok(()) };
    let words = app.words();
    let mut page = app.console.page();
    page.lead();
    page.say(&tell::rejudged_title(&rejudged, words));
    page.gap();
    lay_out(&mut page, &tell::rejudged(&rejudged, app.workspace.report(), words));
    app.console.show(&page)
}

/// Says where an assessment goes on, if it was begun already.
fn greet(app: &mut PlainApp<'_, '_>) -> io::Result<NextStep> {
    let answered = app.workspace.session().progress().replay.answered.len();
    if answered > 0 {
        let count = app.words().plain.greet.answered(answered);
        let done = app.workspace.session().progress().replay.next.is_none();
        let text = if done { app.words().plain.greet.done.to_owned() } else { count };
        let mut page = app.console.page();
        page.lead();
        page.say(&text);
        app.console.show(&page)?;
    }
    Ok(app.onward())
}

/// From place to place until it is time to go.
fn go(app: &mut PlainApp<'_, '_>, start: NextStep) -> io::Result<()> {
    let mut place = start;
    loop {
        place = match through(app, place) {
            // A signal interrupted a menu: it ends the input, when it gets there.
            Err(error) if error.kind() == ErrorKind::Interrupted => {
                let _ = app.console.input.fill_buf();
                NextStep::Ended
            }
            // The terminal of a menu is gone.
            Err(error) if error.kind() == ErrorKind::UnexpectedEof => NextStep::Ended,
            left => left?,
        };
        if app.leave(matches!(place, NextStep::Ended))? {
            return Ok(());
        }
        place = app.onward();
    }
}

/// From place to place until somebody wants out, or the input has ended: gives which.
fn through(app: &mut PlainApp<'_, '_>, start: NextStep) -> io::Result<NextStep> {
    let mut place = start;
    loop {
        place = match place {
            NextStep::Question(id) => asking::turn(app, id)?,
            NextStep::Review(back) => review::review(app, back)?,
            NextStep::Results(back) => results::results(app, back)?,
            NextStep::Check(of, back) => check(app, of, back)?,
            NextStep::Leave | NextStep::Ended => return Ok(place),
        };
    }
}

/// Goes through the check `of` a paper and back to the results.
fn check(app: &mut PlainApp<'_, '_>, of: &'static Pack, back: Option<QuestionId>) -> io::Result<NextStep> {
    let Some(main) = paper::begin(app, of)? else { return Ok(NextStep::Results(back)) };
    let start = app.onward();
    let ended = through(app, start)?;
    let goes_on = paper::finish(app, main, ended)?;
    Ok(if goes_on { NextStep::Results(back) } else { NextStep::Ended })
}
