//! The full-screen front end. One loop: an event becomes a message, the screen in use takes it,
//! what it wants done is done, and the whole is drawn again.
//!
//! A screen that is only a page is a file under `screen` with a `SheetContent`, which `sheet` describes.
//! Keys are in `keymap`, colors in `theme`, glyphs in `glyph`, words in `assets/words/english/tui.toml`.

mod app;
mod blocks;
mod chrome;
mod context;
mod decode;
mod destination;
mod effect;
mod entry;
mod field;
mod form;
mod glyph;
mod guard;
mod inbox;
mod keeper;
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
mod stack;
mod theme;
mod window;
mod wrap;

use std::io::{self, stdout};
use std::sync::mpsc::sync_channel;
use std::time::{Duration, Instant};

use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Size;

use crate::signals::{self, SystemSignal, Watched};
use crate::tui::guard::Guard;
use crate::tui::inbox::{Arrival, Inbox, MOST_WAITING, Raised, Wake};
use crate::workspace::{Departure, LeaveCause, Setup};

pub use app::App;
pub use effect::LoopAction;
pub use theme::{Look, Theme};

/// The terminal that is drawn to.
type Screenful = Terminal<CrosstermBackend<io::Stdout>>;

/// How long it is quiet before what was typed is saved, and what could not be saved is tried again.
const TICK: Duration = Duration::from_millis(200);

/// How long events are taken before what they led to is drawn, though more are waiting.
const MOST_UNSEEN: Duration = Duration::from_millis(50);

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
pub fn run(setup: Setup<'_>, look: Look) -> Result<Departure, TuiError> {
    let (wake, wakes) = sync_channel(MOST_WAITING);
    let raised = Raised::default();
    let (heard, bell) = (raised.clone(), wake.clone());
    // Before the terminal is taken: a signal that nobody watches for would leave it so.
    let ended = signals::watch(Watched::All, guard::give_back, move |signal| {
        heard.add(signal);
        // Where so much waits that there is no room, the loop is awake.
        let _ = bell.try_send(Wake::Signal);
    })?;
    let mut app = App::new(setup, look);
    let guard = Guard::take(look.mouse)?;
    inbox::read_terminal(wake)?;
    // A terminal that fails is one that is gone.
    let cause = go(&mut app, &guard, &mut Inbox::new(wakes, raised)).unwrap_or(LeaveCause::NoTerminal);
    let is_saved = app.save_all();
    if cause == LeaveCause::Wish {
        app.forget_typed();
    }
    drop(guard);
    ended.tell();
    Ok(Departure { cause, is_saved })
}

/// What comes next.
enum LoopStep {
    Draw,
    Stop,
    GoOn,
    Leave(LeaveCause),
}

/// Draws, waits and does, until it is left; gives why.
fn go(app: &mut App<'_>, guard: &Guard, inbox: &mut Inbox) -> io::Result<LeaveCause> {
    let mut terminal = Terminal::new(CrosstermBackend::new(stdout()))?;
    loop {
        app.resize(terminal.size()?);
        let drawn = terminal.draw(|frame| app.draw(frame))?.area.as_size();
        match next(app, inbox, &terminal, drawn)? {
            LoopStep::Draw => continue,
            LoopStep::Leave(cause) => return Ok(cause),
            LoopStep::Stop => guard.suspend()?,
            LoopStep::GoOn => guard.take_again()?,
        }
        // A new one knows nothing of what stood there, and draws all of it again.
        terminal = Terminal::new(CrosstermBackend::new(stdout()))?;
    }
}

/// Waits until there is something to draw or to do. What has come at once is taken at once, and drawn once.
fn next(app: &mut App<'_>, inbox: &mut Inbox, terminal: &Screenful, drawn: Size) -> io::Result<LoopStep> {
    loop {
        return Ok(match inbox.wait(TICK) {
            Arrival::Nothing if app.tick() || terminal.size()? != drawn => LoopStep::Draw,
            Arrival::Nothing => continue,
            Arrival::Signal(SystemSignal::Resize) => LoopStep::Draw,
            Arrival::Signal(SystemSignal::Stop) => {
                app.save_typed();
                LoopStep::Stop
            }
            Arrival::Signal(SystemSignal::GoOn) => LoopStep::GoOn,
            Arrival::Signal(SystemSignal::End(number)) => LoopStep::Leave(LeaveCause::Signal(number)),
            Arrival::Closed => LoopStep::Leave(LeaveCause::NoTerminal),
            Arrival::Events => match app.take_all(inbox.events(), Instant::now() + MOST_UNSEEN) {
                LoopAction::Nothing => LoopStep::Draw,
                LoopAction::Suspend => LoopStep::Stop,
                LoopAction::Leave => LoopStep::Leave(LeaveCause::Wish),
            },
        });
    }
}
