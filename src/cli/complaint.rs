//! What went wrong, told on standard error, with the exit code that goes with it.

use std::io::{self, Write as _};
use std::process::ExitCode;

use crate::store::StoreError;
use crate::text;
use crate::words::Words;

/// The exit code for wrong use and for files that cannot be read or written.
const TROUBLE: u8 = 2;

/// The most characters of a line that are printed.
const MAX_LINE: usize = 2_000;

/// Something that went wrong.
#[derive(Debug)]
pub struct Complaint {
    message: String,
    help: Option<String>,
    code: u8,
}

impl Complaint {
    /// Something that went wrong, and perhaps what to do about it.
    pub fn new(message: impl Into<String>, help: Option<String>) -> Self {
        Self { message: message.into(), help, code: TROUBLE }
    }

    /// Something that could not be read or printed.
    pub fn from_io(error: &io::Error) -> Self {
        Self::new(error.to_string(), None)
    }

    /// The same with this exit code.
    pub fn with_code(self, code: u8) -> Self {
        Self { code, ..self }
    }

    /// Prints it and returns the exit code.
    pub fn print(&self, words: &Words) -> ExitCode {
        let shown = |line: &str| text::shown(&text::shortened(line, MAX_LINE));
        let lines = |text: &str| text.lines().map(shown).collect::<Vec<String>>().join("\n");
        let mut said = format!("{}: {}\n", words.cli.error, lines(&self.message));
        if let Some(help) = &self.help {
            said = format!("{said}  {}: {}\n", words.cli.help, lines(help));
        }
        // There is nowhere left to say that even this could not be said.
        let _ = io::stderr().write_all(said.as_bytes());
        ExitCode::from(self.code)
    }
}

impl From<StoreError> for Complaint {
    fn from(error: StoreError) -> Self {
        Self::new(error.one_line(), error.help())
    }
}

/// Says on standard error what is worth knowing of `file`, though nothing is wrong.
pub fn print_note(file: &str, note: &str, words: &Words) {
    let said = format!("{}: {}: {note}\n", words.cli.note, text::shown(file));
    let _ = io::stderr().write_all(said.as_bytes());
}

/// Prints what clap says of a command line that it does not take; help and version are no faults, unless
/// they cannot be printed.
pub fn print_usage_error(error: &clap::Error, words: &Words) -> ExitCode {
    match error.print() {
        Err(lost) if lost.kind() != io::ErrorKind::BrokenPipe => Complaint::from_io(&lost).print(words),
        _ if error.use_stderr() => ExitCode::from(TROUBLE),
        _ => ExitCode::SUCCESS,
    }
}
