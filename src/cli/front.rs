//! Starts the front end that fits what was asked for and the terminal there is.

use std::io::{self, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{ArgMatches, Command};

use crate::assessment::Assessment;
use crate::cli::arguments::file;
use crate::cli::complaint::Complaint;
use crate::cli::earlier::{compare_with, rejudge_arguments};
use crate::cli::globals::{FrontEnd, GlobalArgs};
use crate::cli::world;
use crate::pack::Pack;
use crate::plain;
use crate::store::{Against, Folder, OpenFile, read_text};
use crate::tui;
use crate::tui::Theme;
use crate::words::Words;
use crate::workspace::{Departure, LeaveCause, Setup};

/// The exit code where answers could not be saved.
const UNSAVED: u8 = 3;

/// The exit code where the terminal was gone: as if the system had said so.
const NO_TERMINAL: u8 = 129;

struct StartArgs {
    file: Option<PathBuf>,
    rejudge: bool,
    against: Option<PathBuf>,
}

/// `obligato`: the assessments in the folder.
pub fn home(globals: &GlobalArgs, words: &Words) -> Result<ExitCode, Complaint> {
    let pack = globals.pack(words)?;
    run(globals, words, &pack, globals.folder(words)?, None)
}

/// What `obligato start` takes.
pub fn define(command: Command, words: &Words) -> Command {
    command.about(words.cli.start).arg(file("file", words.cli.start_file)).args(rejudge_arguments(words))
}

/// `obligato start [FILE]`: one assessment.
pub fn start(matches: &mut ArgMatches, globals: &GlobalArgs, words: &Words) -> Result<ExitCode, Complaint> {
    let args = StartArgs {
        file: matches.remove_one("file").map(|file| globals.find_file(file, words)),
        rejudge: matches.get_flag("rejudge"),
        against: matches.remove_one("against"),
    };
    // What cannot be read is told when the file is opened.
    let text = args.file.as_ref().and_then(|file| read_text(file).ok()).unwrap_or_default();
    let pack = globals.pack_for(&text, words)?;
    let folder = globals.folder(words)?;
    let who = world::who(words);
    let open = match &args.file {
        None => (OpenFile::new_in(folder.clone(), &world::now(), &who), Assessment::default()),
        Some(file) if file.symlink_metadata().is_err() => {
            (OpenFile::new_at(file, &world::now(), &who), Assessment::default())
        }
        Some(file) => {
            let against = Against { pack: &pack, today: world::today(), rejudge: args.rejudge };
            let (mut document, assessment) = OpenFile::open(file, &against, &who)?;
            if let (Some(earlier), Some(folder)) = (document.earlier_mut(), &args.against) {
                compare_with(earlier, folder, words)?;
            }
            (document, assessment)
        }
    };
    run(globals, words, &pack, folder, Some(open))
}

fn run(
    globals: &GlobalArgs,
    words: &Words,
    pack: &Pack,
    folder: Folder,
    open: Option<(OpenFile, Assessment)>,
) -> Result<ExitCode, Complaint> {
    let ascii = globals.ascii;
    let setup = Setup {
        pack,
        words,
        folder,
        open,
        now: world::now,
        today: world::today,
        who: world::who(words),
        ascii,
        pack_folder: globals.own_pack_folder(),
    };
    match globals.front_end {
        FrontEnd::Prompts => run_prompts(setup, words),
        FrontEnd::FullScreen if world::has_full_terminal() => run_full_screen(setup, globals, words),
        FrontEnd::FullScreen | FrontEnd::Plain => run_plain(setup, words),
    }
}

fn run_plain(setup: Setup<'_>, words: &Words) -> Result<ExitCode, Complaint> {
    let mut out = io::stdout().lock();
    let departure =
        plain::run_lines(conversation_width(), setup, &mut out).map_err(|error| Complaint::from_io(&error))?;
    // A reader that has gone away is no fault.
    match out.flush() {
        Err(error) if departure.is_saved && error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Complaint::from_io(&error))
        }
        _ => exit_code(departure, words),
    }
}

/// How wide the pages of a conversation are: no wider than is pleasant to read.
fn conversation_width() -> usize {
    world::width().min(plain::WIDTH)
}

fn run_full_screen(setup: Setup<'_>, globals: &GlobalArgs, words: &Words) -> Result<ExitCode, Complaint> {
    let theme = match (globals.theme, world::has_dark_ground()) {
        (Theme::Auto, Some(true)) => Theme::Dark,
        (Theme::Auto, Some(false)) => Theme::Light,
        (theme, _) => theme,
    };
    let look = tui::Look { theme, color: world::wants_color(), mouse: globals.mouse };
    let departure = tui::run(setup, look).map_err(|error| Complaint::new(error.to_string(), None))?;
    exit_code(departure, words)
}

/// The exit code for how the interview was left. Answers that are not saved count for more than why, and are
/// told on standard error: what the front end said of them may have been lost, as may its screen be.
fn exit_code(departure: Departure, words: &Words) -> Result<ExitCode, Complaint> {
    let code = match departure {
        Departure { is_saved: false, .. } => {
            return Err(Complaint::new(words.cli.unsaved, None).with_code(UNSAVED));
        }
        Departure { cause: LeaveCause::Wish, .. } => ExitCode::SUCCESS,
        // As a shell tells it.
        Departure { cause: LeaveCause::Signal(number), .. } => {
            ExitCode::from(u8::try_from(128 + number).unwrap_or(u8::MAX))
        }
        Departure { cause: LeaveCause::NoTerminal, .. } => ExitCode::from(NO_TERMINAL),
    };
    Ok(code)
}

fn run_prompts(setup: Setup<'_>, words: &Words) -> Result<ExitCode, Complaint> {
    if !world::has_prompt_terminal() {
        let help = words.cli.prompts_need_terminal_help.to_owned();
        return Err(Complaint::new(words.cli.prompts_need_terminal, Some(help)));
    }
    let departure = plain::run_prompts(setup).map_err(|error| Complaint::from_io(&error))?;
    exit_code(departure, words)
}
