//! The full-screen front end. One loop: an event becomes a message, the screen in use takes it,
//! what it wants done is done, and the whole is drawn again.
//!
//! A screen that is only a page is a file under `screen` with a `SheetContent`, which `sheet` describes.
//! Keys are in `keymap`, colors in `theme`, glyphs in `glyph`, words in `assets/words/english/tui.toml`.

mod app;
mod blocks;
mod chrome;
mod context;
mod destination;
mod effect;
mod entry;
mod field;
mod form;
mod glyph;
mod guard;
mod keymap;
mod layout;
mod link;
mod opening;
mod page;
mod pane;
mod paper_check;
mod perform;
mod screen;
mod sheet;
mod signals;
mod stack;
mod theme;
mod window;
mod wrap;

use std::io::{self, stdout};
use std::time::Duration;

use crossterm::event;
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Size;

use crate::tui::guard::Guard;
use crate::tui::signals::Ending;
use crate::workspace::Setup;

pub use app::App;
pub use effect::LoopAction;
pub use theme::{Look, Theme};

/// The terminal that is drawn to.
type Screenful = Terminal<CrosstermBackend<io::Stdout>>;

/// How long an event is waited for. A blocking wait would miss the last of two quick resizes.
const TICK: Duration = Duration::from_millis(200);

/// How many columns the terminal has, if there is one.
pub fn columns() -> Option<u16> {
    crossterm::terminal::size().ok().map(|it| it.0).filter(|&it| it > 0)
}

/// The terminal failed.
#[derive(Debug)]
pub struct TuiError(io::Error);

impl std::fmt::Display for TuiError {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(to, "the terminal cannot be used: {}", self.0)
    }
}

impl std::error::Error for TuiError {}

impl From<io::Error> for TuiError {
    fn from(error: io::Error) -> Self {
        Self(error)
    }
}

/// Runs the wizard until it is left. Standard input and output must be a terminal.
///
/// # Errors
/// Why the terminal could not be used.
pub fn run(setup: Setup<'_>, look: Look) -> Result<(), TuiError> {
    let guard = Guard::take(look.mouse)?;
    let ending = signals::watch()?;
    let mut terminal = Terminal::new(CrosstermBackend::new(stdout()))?;
    let mut app = App::new(setup, look);
    let left = go(&mut app, &mut terminal, &guard, &ending);
    // However it was left.
    app.save_typed();
    Ok(left?)
}

/// Draws, waits and does, until it is left.
fn go(app: &mut App<'_>, terminal: &mut Screenful, guard: &Guard, ending: &Ending) -> io::Result<()> {
    loop {
        if ending.is_near() {
            app.save_typed();
            ending.all_is_saved();
        }
        app.resize(terminal.size()?);
        let drawn = terminal.draw(|frame| app.draw(frame))?.area.as_size();
        match next(app, terminal, drawn, ending)? {
            LoopAction::Nothing => {}
            LoopAction::Suspend => {
                guard.suspend()?;
                // A new one knows nothing of what stood there, and draws all of it again.
                *terminal = Terminal::new(CrosstermBackend::new(stdout()))?;
            }
            LoopAction::Leave => return Ok(()),
        }
    }
}

/// Waits until there is something to draw or to do. The size is looked at besides: word of a
/// change gets lost where it comes between drawing and waiting.
fn next(app: &mut App<'_>, terminal: &Screenful, drawn: Size, ending: &Ending) -> io::Result<LoopAction> {
    while !event::poll(TICK)? {
        if app.tick() || ending.is_near() || terminal.size()? != drawn {
            return Ok(LoopAction::Nothing);
        }
    }
    // What has come at once is taken at once, and drawn once.
    loop {
        let outside = app.take(&event::read()?);
        if outside != LoopAction::Nothing || !event::poll(Duration::ZERO)? {
            return Ok(outside);
        }
    }
}
