//! Takes the terminal and gives it back, by whichever door the program is left.

use std::io::{self, Write as _, stdout};
use std::panic;

use crossterm::cursor::Show;
use crossterm::event::{DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture};
use crossterm::execute;
use crossterm::style::force_color_output;
use crossterm::terminal::{
    Clear, ClearType, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};

/// The terminal is ours while this lives.
pub struct Guard {
    mouse: bool,
}

impl Guard {
    /// Takes the terminal.
    ///
    /// # Errors
    /// Why it cannot be taken; then it is as it was.
    pub fn take(mouse: bool) -> io::Result<Self> {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |panic| {
            give_back();
            before(panic);
        }));
        // Colors are dropped by our own theme: the terminal library would drop reverse and bold too.
        force_color_output(true);
        let guard = Self { mouse };
        guard.enter()?;
        Ok(guard)
    }

    /// Gives the terminal back, stops until the shell goes on with the program, and takes it again.
    ///
    /// # Errors
    /// Why it could not be taken again.
    pub fn suspend(&self) -> io::Result<()> {
        give_back();
        #[cfg(unix)]
        signal_hook::low_level::raise(signal_hook::consts::SIGSTOP)?;
        self.enter()
    }

    /// Takes the terminal again, whatever somebody else has made of it.
    ///
    /// # Errors
    /// Why it could not be taken again.
    pub fn take_again(&self) -> io::Result<()> {
        disable_raw_mode()?;
        self.enter()
    }

    fn enter(&self) -> io::Result<()> {
        enable_raw_mode()?;
        // A program that was killed leaves the terminal on this screen, with its last words on it. It is not
        // cleared by the drawing library: that asks the terminal where the cursor is, and waits for the answer.
        execute!(stdout(), EnterAlternateScreen, Clear(ClearType::All), EnableBracketedPaste)?;
        if self.mouse {
            execute!(stdout(), EnableMouseCapture)?;
        }
        Ok(())
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        give_back();
    }
}

/// Makes the terminal what it was. Doing so twice does no harm. How it takes keys comes first: it can be
/// set even where the terminal takes no output.
pub fn give_back() {
    let _ = disable_raw_mode();
    let _ = execute!(stdout(), DisableMouseCapture, DisableBracketedPaste, LeaveAlternateScreen, Show);
    let _ = stdout().flush();
}
