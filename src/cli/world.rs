//! The world outside: the clock, the environment, standard input and output, the data folder.

use std::io::{self, IsTerminal as _, Read as _, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

use etcetera::BaseStrategy as _;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Unit};

use crate::cli::complaint::Complaint;
use crate::store::StoreError;
use crate::tui;
use crate::words::Words;

/// The most bytes read from standard input: more than any answer file.
const MAX_INPUT: u64 = 8 << 20;

/// How many columns printed text takes: where nothing is known of its reader, at least, and at most.
const WIDTH: usize = 80;
const MIN_WIDTH: usize = 40;
const MAX_WIDTH: usize = 110;

/// The time now, to the second; `OBLIGATO_NOW` stands still for tests and pictures.
pub fn now() -> String {
    if let Ok(now) = std::env::var("OBLIGATO_NOW")
        && now.parse::<Timestamp>().is_ok()
    {
        return now;
    }
    let now = Timestamp::now();
    now.round(Unit::Second).unwrap_or(now).to_string()
}

/// Today, where the user is; by `OBLIGATO_NOW`, if that is set.
pub fn today() -> Date {
    let fixed = std::env::var("OBLIGATO_NOW").ok().and_then(|now| now.parse::<Timestamp>().ok());
    let (now, zone) = fixed.map_or_else(|| (Timestamp::now(), TimeZone::system()), |now| (now, TimeZone::UTC));
    zone.to_datetime(now).date()
}

/// What a second opener of the same file is told.
pub fn who(words: &Words) -> String {
    words.cli.holder(now(), std::process::id())
}

/// The platform's folder for the assessments, if the user has a home.
pub fn data_folder() -> Option<PathBuf> {
    let places = etcetera::base_strategy::choose_native_strategy().ok()?;
    Some(places.data_dir().join("obligato"))
}

/// Whether a full screen can be drawn and keys be read.
pub fn has_full_terminal() -> bool {
    let dumb = std::env::var("TERM").is_ok_and(|term| term == "dumb" || term.is_empty());
    !dumb && io::stdin().is_terminal() && io::stdout().is_terminal()
}

/// Whether prompts can be asked.
pub fn has_prompt_terminal() -> bool {
    let dumb = std::env::var("TERM").is_ok_and(|term| term == "dumb");
    !dumb && io::stdin().is_terminal() && io::stderr().is_terminal()
}

/// Whether what is printed goes to a terminal.
pub fn prints_to_terminal() -> bool {
    io::stdout().is_terminal()
}

/// Whether colors are wanted.
pub fn wants_color() -> bool {
    std::env::var_os("NO_COLOR").is_none_or(|it| it.is_empty())
}

/// Whether the terminal says that its ground is dark, or light.
pub fn has_dark_ground() -> Option<bool> {
    let colors = std::env::var("COLORFGBG").ok()?;
    let ground: u8 = colors.rsplit(';').next()?.parse().ok()?;
    // Of the sixteen named colors, these are the dark ones.
    Some(matches!(ground, 0..=6 | 8))
}

/// Whether the terminal says that it draws more than ASCII.
pub fn draws_unicode() -> bool {
    let mut settings = ["LC_ALL", "LC_CTYPE", "LANG"].iter().filter_map(|name| std::env::var(name).ok());
    let set = settings.find(|it| !it.is_empty());
    set.is_none_or(|locale| {
        let locale = locale.to_ascii_lowercase();
        locale.contains("utf-8") || locale.contains("utf8")
    })
}

/// Standard input as text.
pub fn input() -> Result<String, Complaint> {
    let mut bytes = Vec::new();
    io::stdin().lock().take(MAX_INPUT).read_to_end(&mut bytes).map_err(|error| Complaint::from_io(&error))?;
    String::from_utf8(bytes).map_err(|error| {
        StoreError::Bad {
            file: "standard input".to_owned(),
            place: format!("byte {}", error.utf8_error().valid_up_to()),
            message: "this is not UTF-8 text".to_owned(),
            help: String::new(),
        }
        .into()
    })
}

/// How wide printed text may be: as wide as the terminal, within reason.
pub fn width() -> usize {
    let columns = if io::stdout().is_terminal() { tui::columns() } else { None };
    columns.map_or(WIDTH, |columns| usize::from(columns).clamp(MIN_WIDTH, MAX_WIDTH))
}

/// Prints `bytes`; a reader that has gone away is a quiet success.
pub fn print(bytes: &[u8]) -> Result<ExitCode, Complaint> {
    let mut out = io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Ok(()) => Ok(ExitCode::SUCCESS),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(ExitCode::SUCCESS),
        Err(error) => Err(Complaint::from_io(&error)),
    }
}
