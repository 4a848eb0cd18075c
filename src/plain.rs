//! The front end that goes line by line: the whole interview for screen readers, pipes and any
//! terminal. It only ever adds lines; what it writes holds no control character but the line end.
//!
//! | module | what it is |
//! |---|---|
//! | `page` | a page of text |
//! | `console` | lines in, pages out |
//! | `blocks`, `standing`, `picks`, `question`, `why` | what is said at a question |
//! | `reply` | what a typed line means |
//! | `lines` | standard input, which a signal may end |
//! | `app` | somebody at work, and where to go next |
//! | `conversation` | from place to place |
//! | `home`, `asking`, `review`, `results`, `export`, `map` | what is gone through |
//! | `obligation`, `source`, `point` | one of them in full |
//! | `paper` | a check of a paper, and back |
//! | `origin` | where an answer comes from |
//! | `prompts` | the same with menus that are gone through with the arrow keys |

mod app;
mod asking;
mod author;
mod blocks;
mod console;
mod conversation;
mod export;
mod headline;
mod home;
mod lines;
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
mod source;
mod standing;
mod typed;
mod why;
mod wording;

use std::io::{self, BufRead, Write};

use crate::plain::console::Console;
use crate::plain::conversation::converse;
use crate::plain::lines::Lines;
use crate::workspace::{Departure, LeaveCause, Setup};

pub use blocks::text_of;
pub use page::WIDTH;
pub use prompts::run_prompts;

/// Goes through an assessment line by line at standard input, until that ends or a signal asks for the end. Pages
/// are wrapped at `width` columns.
///
/// # Errors
/// When the input or the output fails; an output that nobody reads any more is no failure.
pub fn run_lines(width: usize, setup: Setup<'_>, output: &mut dyn Write) -> io::Result<Departure> {
    let mut lines = Lines::listen(|| {})?;
    let is_saved = run_at(width, setup, &mut lines, output)?;
    lines.tell_ended();
    Ok(Departure { cause: lines.signal().map_or(LeaveCause::Wish, LeaveCause::Signal), is_saved })
}

/// Goes through an assessment line by line. When the input ends, all is saved and it ends. Returns whether
/// every answer is saved.
///
/// # Errors
/// When the input or the output fails; an output that nobody reads any more is no failure.
pub fn run(setup: Setup<'_>, input: &mut dyn BufRead, output: &mut dyn Write) -> io::Result<bool> {
    run_at(WIDTH, setup, input, output)
}

/// The same, wrapped at `width` columns.
///
/// # Errors
/// When the input or the output fails; an output that nobody reads any more is no failure.
pub fn run_at(width: usize, setup: Setup<'_>, input: &mut dyn BufRead, output: &mut dyn Write) -> io::Result<bool> {
    let console = Console::new(&setup, width, input, output);
    converse(setup, console, None)
}
