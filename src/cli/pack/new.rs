//! `obligato pack new`: a small pack that works, to start one's own from.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{ArgMatches, Command};

use crate::cli::arguments::path;
use crate::cli::complain::Complaint;
use crate::cli::world;
use crate::schema;
use crate::shipped;
use crate::store::fill_folder;
use crate::text;
use crate::words::Words;

/// Its command line.
pub fn command(words: &Words) -> Command {
    let folder = path("folder", words.cli.new.folder).required(true);
    Command::new("new").about(words.cli.pack_new).arg(folder)
}

/// `obligato pack new FOLDER`: writes the pack, with the schemas of its files for editors.
pub fn run(matches: &ArgMatches, words: &Words) -> Result<ExitCode, Complaint> {
    let folder: &PathBuf = matches.get_one("folder").ok_or_else(|| Complaint::new("", None))?;
    let skeleton = shipped::skeleton();
    let mut files: Vec<(String, String)> =
        skeleton.paths().map(|it| (it.to_owned(), skeleton.text(it).to_owned())).collect();
    let schemas = schema::ALL.iter().filter(|it| it.files.is_some());
    files.extend(schemas.map(|it| (format!(".schema/{}.json", it.name), it.text.to_owned())));
    fill_folder(folder, &files)?;
    let shown = text::shown(&folder.display().to_string());
    world::print(format!("{}\n", words.cli.new.done(&shown)).as_bytes())
}
