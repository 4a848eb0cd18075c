//! `obligato pack fmt`: puts the files of a pack into their one form.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{ArgMatches, Command};

use crate::check;
use crate::cli::arguments::{flag, folder};
use crate::cli::complaint::Complaint;
use crate::cli::globals::GlobalArgs;
use crate::cli::pack_choice::PackChoice;
use crate::cli::world;
use crate::schema::Schema;
use crate::store::replace_file;
use crate::text;
use crate::tidy::tidy;
use crate::words::Words;

/// What it takes.
pub fn define(command: Command, words: &Words) -> Command {
    let folder = folder("folder", words.cli.fmt.folder);
    command.about(words.cli.pack_fmt).arg(folder).arg(flag("check", words.cli.fmt.check))
}

/// `obligato pack fmt [FOLDER] [--check]`: exit code 1 if a file is not TOML or, with `--check`, is
/// not in its one form.
pub fn run(matches: &mut ArgMatches, globals: &GlobalArgs, words: &Words) -> Result<ExitCode, Complaint> {
    let given: Option<PathBuf> = matches.remove_one("folder");
    let folder = given.as_deref().or(globals.pack_folder()).unwrap_or(Path::new("."));
    let files = PackChoice::Folder(folder.to_owned()).files(words)?;
    if files.find("pack.toml").is_none() {
        let shown = text::shown(&folder.display().to_string());
        let help = words.cli.fmt.no_pack_help.to_owned();
        return Err(Complaint::new(words.cli.fmt.no_pack(&shown), Some(help)));
    }
    let only_check = matches.get_flag("check");
    let (mut said, mut findings) = (String::new(), Vec::new());
    for path in files.paths().filter(|path| Schema::of_file(path).is_some()) {
        match tidy(path, files.text(path)) {
            Ok(tidied) if tidied == files.text(path) => {}
            Ok(tidied) => {
                if !only_check {
                    replace_file(&within(folder, path), &tidied)?;
                }
                said = format!("{said}{}\n", text::shown(path));
            }
            Err(finding) => findings.push(*finding),
        }
    }
    let unchanged = said.is_empty();
    if !findings.is_empty() {
        said.push_str(&check::render(&findings, &files, globals.ascii));
    } else if unchanged {
        said = format!("{}\n", words.cli.fmt.nothing);
    }
    world::print(said.as_bytes())?;
    let is_fine = findings.is_empty() && (unchanged || !only_check);
    Ok(if is_fine { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

/// The file at `path` within a pack, on the disk.
fn within(folder: &Path, path: &str) -> PathBuf {
    path.split('/').fold(folder.to_owned(), |folder, part| folder.join(part))
}
