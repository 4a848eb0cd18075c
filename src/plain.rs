//! The front end that goes line by line: the whole interview for screen readers, pipes and any
//! terminal. It only ever adds lines; what it writes holds no control character but the line end.
//!
//! | module | what it is |
//! |---|---|
//! | `page` | a page of text |
//! | `talk` | lines in, pages out |
//! | `tell`, `picks`, `question`, `why` | what is said at a question |
//! | `reply` | what a typed line means |
//! | `seat` | somebody at work, and where to go next |
//! | `home`, `asking`, `review`, `results`, `export`, `map` | what is gone through |
//! | `obligation`, `source`, `point` | one of them in full |
//! | `paper` | a check of a paper, and back |
//! | `origin` | where an answer comes from |
//! | `prompts` | the same with menus that are gone through with the arrow keys |

mod asking;
mod export;
mod home;
mod map;
mod obligation;
mod origin;
mod page;
mod paper;
mod picks;
mod point;
mod prompts;
mod question;
mod reply;
mod results;
mod review;
mod seat;
mod source;
mod talk;
mod tell;
mod why;

use std::io::{self, BufRead, ErrorKind, Write};

use crate::desk::{Setup, Workspace};
use crate::plain::seat::{Menu, NextStep, PlainApp};
use crate::plain::talk::Console;

pub use prompts::run_prompts;

/// How wide text is wrapped where nothing else is said.
pub const WIDTH: usize = 78;

/// Goes through an assessment line by line. When the input ends, all is saved and it ends.
///
/// # Errors
/// When the input or the output fails; an output that nobody reads any more is no failure.
pub fn run(setup: Setup<'_>, input: &mut dyn BufRead, output: &mut dyn Write) -> io::Result<()> {
    run_at(WIDTH, setup, input, output)
}

/// The same, wrapped at `width` columns.
///
/// # Errors
/// When the input or the output fails; an output that nobody reads any more is no failure.
pub fn run_at(width: usize, setup: Setup<'_>, input: &mut dyn BufRead, output: &mut dyn Write) -> io::Result<()> {
    let talk = Console::new(&setup, width, input, output);
    work(setup, talk, None)
}

/// Goes through an assessment, with menus where there are any.
fn work<'p>(setup: Setup<'p>, talk: Console<'p>, menu: Option<Menu>) -> io::Result<()> {
    match converse(setup, talk, menu) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}

fn converse<'p>(mut setup: Setup<'p>, mut talk: Console<'p>, menu: Option<Menu>) -> io::Result<()> {
    let chosen = match setup.open.take() {
        Some((document, assessment)) => Some((setup.pack, document, assessment)),
        None => home::choose(&setup, &mut talk)?,
    };
    let Some((pack, document, assessment)) = chosen else {
        return talk.say(talk.words.plain.leave.nothing_opened);
    };
    talk.terms = &pack.terms;
    let desk = Workspace::new(pack, document, assessment, setup.now);
    let mut seat = PlainApp::new(talk, desk, setup.today, menu);
    let start = greet(&mut seat)?;
    go(&mut seat, start)
}

/// Says where an assessment goes on, if it was begun already.
fn greet(seat: &mut PlainApp<'_, '_>) -> io::Result<NextStep> {
    let answered = seat.desk.session().progress().answered.len();
    if answered > 0 {
        let count = seat.words().plain.greet.answered(answered);
        let done = seat.desk.session().progress().next.is_none();
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
        if seat.leave(place == NextStep::Ended)? {
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
            NextStep::Leave | NextStep::Ended => return Ok(place),
        };
    }
}
