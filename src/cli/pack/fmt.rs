//! `obligato pack fmt`: puts the files of a pack into their one form.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Arg, ArgAction, ArgMatches, Command};

use crate::check;
use crate::cli::complain::Complaint;
use crate::cli::{arguments, packs, world};
use crate::schema::Schema;
use crate::store::replace_file;
use crate::text;
use crate::tidy::tidy;
use crate::words::Words;

/// Its command line.
pub fn command(words: &Words) -> Command {
    let check = Arg::new("check").long("check").help(words.cli.fmt.check.to_owned());
    let folder = arguments::pack_folder(words).help(words.cli.fmt.folder.to_owned());
    Command::new("fmt").about(words.cli.pack_fmt.to_owned()).arg(folder).arg(check.action(ArgAction::SetTrue))
}

/// `obligato pack fmt [FOLDER] [--check]`: exit code 1 if a file is not TOML or, with `--check`, is
/// not in its one form.
pub fn run(matches: &ArgMatches, words: &Words) -> Result<ExitCode, Complaint> {
    let here = PathBuf::from(".");
    let folder: &PathBuf = matches.get_one("folder").or(matches.get_one("pack")).unwrap_or(&here);
    let files = packs::PackChoice::Folder(folder).files(words)?;
    if files.find("pack.toml").is_none() {
        let shown = text::shown(&folder.display().to_string());
        let help = words.cli.fmt.no_pack_help.to_owned();
        return Err(Complaint::new(words.cli.fmt.no_pack(&shown), Some(help)));
    }
    let only_check = matches.get_flag("check");
    let (mut said, mut findings) = (String::new(), Vec::new());
    for path in files.paths().filter(|it| Schema::of_file(it).is_some()) {
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
        let ascii = matches.get_flag("ascii") || !world::draws_unicode();
        said.push_str(&check::render(&findings, &files, ascii));
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
