//! Starts the front end that fits what was asked for and the terminal there is.

use std::io::{self, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::ArgMatches;

use crate::assessment::Assessment;
use crate::cli::complain::Complaint;
use crate::cli::{packs, world};
use crate::pack::Pack;
use crate::plain;
use crate::store::{Against, Folder, OpenFile, read_text};
use crate::tui;
use crate::tui::Theme;
use crate::words::Words;
use crate::workspace::Setup;

/// `obligato`: the assessments in the folder.
pub fn home(matches: &ArgMatches, words: &Words) -> Result<ExitCode, Complaint> {
    let pack = packs::pack(matches, words)?;
    let folder = world::folder(matches, words)?;
    run(matches, words, &pack, folder, None)
}

/// `obligato start [FILE]`: one assessment.
pub fn start(matches: &ArgMatches, words: &Words) -> Result<ExitCode, Complaint> {
    // What cannot be read is told when the file is opened.
    let text = matches.get_one::<PathBuf>("file").and_then(|it| read_text(it).ok()).unwrap_or_default();
    let pack = packs::pack_for(&text, matches, words)?;
    let folder = world::folder(matches, words)?;
    let who = world::who(words);
    let open = match matches.get_one::<PathBuf>("file") {
        None => (OpenFile::new_in(folder.clone(), &world::now(), &who), Assessment::default()),
        Some(file) if file.symlink_metadata().is_err() => {
            (OpenFile::new_at(file, &world::now(), &who), Assessment::default())
        }
        Some(file) => {
            let rejudge = matches.get_flag("rejudge");
            OpenFile::open(file, &Against { pack: &pack, today: world::today(), rejudge }, &who)?
        }
    };
    run(matches, words, &pack, folder, Some(open))
}

fn run(
    matches: &ArgMatches,
    words: &Words,
    pack: &Pack,
    folder: Folder,
    open: Option<(OpenFile, Assessment)>,
) -> Result<ExitCode, Complaint> {
    let ascii = matches.get_flag("ascii") || !world::draws_unicode();
    let setup =
        Setup { pack, words, folder, open, now: world::now, today: world::today, who: world::who(words), ascii };
    if matches.get_flag("prompts") {
        return prompts(setup, words);
    }
    if matches.get_flag("plain") || !world::has_full_terminal() {
        let mut out = io::stdout().lock();
        plain::run(setup, &mut io::stdin().lock(), &mut out).map_err(|it| Complaint::output(&it))?;
        return Ok(out.flush().map_or(ExitCode::SUCCESS, |()| ExitCode::SUCCESS));
    }
    let asked = matches.get_one::<String>("theme").and_then(|it| Theme::named(it)).unwrap_or(Theme::Auto);
    let theme = match (asked, world::has_dark_ground()) {
        (Theme::Auto, Some(true)) => Theme::Dark,
        (Theme::Auto, Some(false)) => Theme::Light,
        (theme, _) => theme,
    };
    let look = tui::Look { theme, color: world::wants_color(), mouse: matches.get_flag("mouse") };
    tui::run(setup, look).map_err(|error| Complaint::new(error.to_string(), None))?;
    Ok(ExitCode::SUCCESS)
}

fn prompts(setup: Setup<'_>, words: &Words) -> Result<ExitCode, Complaint> {
    if !world::has_prompt_terminal() {
        let help = words.cli.prompts_need_terminal_help.to_owned();
        return Err(Complaint::new(words.cli.prompts_need_terminal, Some(help)));
    }
    plain::run_prompts(setup).map_err(|it| Complaint::output(&it))?;
    Ok(ExitCode::SUCCESS)
}
