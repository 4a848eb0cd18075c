//! The world outside: the clock, the environment, standard input and output, the data folder.

use std::io::{self, IsTerminal as _, Read as _, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::ArgMatches;
use etcetera::BaseStrategy as _;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Unit};

use crate::cli::complain::Complaint;
use crate::store::{Folder, StoreError, write_new};
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
    let fixed = std::env::var("OBLIGATO_NOW").ok().and_then(|it| it.parse::<Timestamp>().ok());
    let (now, zone) = fixed.map_or_else(|| (Timestamp::now(), TimeZone::system()), |it| (it, TimeZone::UTC));
    zone.to_datetime(now).date()
}

/// What a second opener of the same file is told.
pub fn who(words: &Words) -> String {
    words.cli.holder(now(), std::process::id())
}

/// The folder of assessments: as asked for, or the platform's.
pub fn folder(matches: &ArgMatches, words: &Words) -> Result<Folder, Complaint> {
    if let Some(folder) = matches.get_one::<PathBuf>("dir") {
        return Ok(Folder::new(folder.clone()));
    }
    match etcetera::base_strategy::choose_native_strategy() {
        Ok(places) => Ok(Folder::new(places.data_dir().join("obligato"))),
        Err(_) => Err(Complaint::new(words.cli.no_home, Some(words.cli.no_home_help.to_owned()))),
    }
}

/// The file that is named: as it is given, or, if no such file is there and only a name is given, the
/// one of that name in the folder of assessments.
pub fn file(matches: &ArgMatches, words: &Words) -> Option<PathBuf> {
    let named = matches.get_one::<PathBuf>("file")?;
    let only_a_name = named.components().count() == 1 && named.symlink_metadata().is_err();
    let folder = if only_a_name { folder(matches, words).ok() } else { None };
    let inside = folder.map(|it| it.path().join(named)).filter(|it| it.is_file());
    Some(inside.unwrap_or_else(|| named.clone()))
}

/// Whether a full screen can be drawn and keys be read.
pub fn has_full_terminal() -> bool {
    let dumb = std::env::var("TERM").is_ok_and(|it| it == "dumb" || it.is_empty());
    !dumb && io::stdin().is_terminal() && io::stdout().is_terminal()
}

/// Whether prompts can be asked.
pub fn has_prompt_terminal() -> bool {
    let dumb = std::env::var("TERM").is_ok_and(|it| it == "dumb");
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
    let set = ["LC_ALL", "LC_CTYPE", "LANG"].iter().filter_map(|it| std::env::var(it).ok()).find(|it| !it.is_empty());
    set.is_none_or(|it| {
        let it = it.to_ascii_lowercase();
        it.contains("utf-8") || it.contains("utf8")
    })
}

/// Standard input as text.
pub fn input() -> Result<String, Complaint> {
    let mut bytes = Vec::new();
    io::stdin().lock().take(MAX_INPUT).read_to_end(&mut bytes).map_err(|it| Complaint::output(&it))?;
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

/// Prints `what`, or writes it to the file that was asked for.
pub fn put(what: impl AsRef<[u8]>, matches: &ArgMatches, words: &Words) -> Result<ExitCode, Complaint> {
    let Some(out) = matches.get_one::<PathBuf>("out") else { return print(what.as_ref()) };
    write_new(out, what, matches.get_flag("force"))?;
    let shown = crate::text::shown(&out.display().to_string());
    print(format!("{}\n", words.cli.wrote(&shown)).as_bytes())
}

/// How wide printed text may be: as wide as the terminal, within reason.
pub fn width() -> usize {
    let columns = if io::stdout().is_terminal() { tui::columns() } else { None };
    columns.map_or(WIDTH, |it| usize::from(it).clamp(MIN_WIDTH, MAX_WIDTH))
}

/// Prints `bytes`; a reader that has gone away is a quiet success.
pub fn print(bytes: &[u8]) -> Result<ExitCode, Complaint> {
    let mut out = io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Ok(()) => Ok(ExitCode::SUCCESS),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(ExitCode::SUCCESS),
        Err(error) => Err(Complaint::output(&error)),
    }
}
