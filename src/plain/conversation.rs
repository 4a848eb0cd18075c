//! An assessment from its beginning to its end: from place to place, until it is time to go.

use std::io::{self, ErrorKind};

use crate::pack::{Pack, QuestionId};
use crate::plain::app::{Menu, NextStep, PlainApp};
use crate::plain::console::Console;
use crate::plain::{asking, home, paper, results, review};
use crate::workspace::{Setup, Workspace};

/// Goes through an assessment, with menus where there are any.
///
/// # Errors
/// When the input or the output fails; an output that nobody reads any more is no failure.
pub fn converse<'p>(setup: Setup<'p>, talk: Console<'p>, menu: Option<Menu>) -> io::Result<()> {
    match begin(setup, talk, menu) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}

fn begin<'p>(mut setup: Setup<'p>, mut talk: Console<'p>, menu: Option<Menu>) -> io::Result<()> {
    let chosen = match setup.open.take() {
        Some((document, assessment)) => Some((setup.pack, document, assessment)),
        None => home::choose(&setup, &mut talk)?,
    };
    let Some((pack, document, assessment)) = chosen else {
        return talk.say(talk.words.plain.leave.nothing_opened);
    };
    talk.terms = &pack.terms;
    let workspace = Workspace::new(pack, document, assessment, setup.now);
    let mut seat = PlainApp::new(talk, workspace, setup.today, menu);
    let start = greet(&mut seat)?;
    go(&mut seat, start)
}

/// Says where an assessment goes on, if it was begun already.
fn greet(seat: &mut PlainApp<'_, '_>) -> io::Result<NextStep> {
    let answered = seat.workspace.session().progress().answered.len();
    if answered > 0 {
        let count = seat.words().plain.greet.answered(answered);
        let done = seat.workspace.session().progress().next.is_none();
        let text = if done { seat.words().plain.greet.done.to_owned() } else { count };
        let mut page = seat.talk.page();
        page.lead();
        page.say(&text);
        seat.talk.show(&page)?;
    }
    Ok(seat.onward())
}

/// From place to place until it is time to go.
fn go(seat: &mut PlainApp<'_, '_>, start: NextStep) -> io::Result<()> {
    let mut place = start;
    loop {
        place = through(seat, place)?;
        if seat.leave(matches!(place, NextStep::Ended))? {
            return Ok(());
        }
        place = seat.onward();
    }
}

/// From place to place until somebody wants out, or the input has ended: gives which.
fn through(seat: &mut PlainApp<'_, '_>, start: NextStep) -> io::Result<NextStep> {
    let mut place = start;
    loop {
        place = match place {
            NextStep::Question(id) => asking::turn(seat, id)?,
            NextStep::Review(back) => review::review(seat, back)?,
            NextStep::Results(back) => results::results(seat, back)?,
            NextStep::Check(of, back) => check(seat, of, back)?,
            NextStep::Leave | NextStep::Ended => return Ok(place),
        };
    }
}

/// Goes through the check `of` a paper and back to the results.
fn check(seat: &mut PlainApp<'_, '_>, of: &'static Pack, back: Option<QuestionId>) -> io::Result<NextStep> {
    let Some(main) = paper::begin(seat, of)? else { return Ok(NextStep::Results(back)) };
    let start = seat.onward();
    let ended = through(seat, start)?;
    let goes_on = paper::finish(seat, main, ended)?;
    Ok(if goes_on { NextStep::Results(back) } else { NextStep::Ended })
}
