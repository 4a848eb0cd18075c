//! `obligato pack new`: a small pack that works, to start one's own from.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{ArgMatches, Command};

use crate::cli::arguments::{folder, take};
use crate::cli::complaint::Complaint;
use crate::cli::globals::GlobalArgs;
use crate::cli::world;
use crate::schema;
use crate::shipped;
use crate::store::fill_folder;
use crate::text;
use crate::words::Words;

/// What it takes.
pub fn define(command: Command, words: &Words) -> Command {
    command.about(words.cli.pack_new).arg(folder("folder", words.cli.new.folder).required(true))
}

/// `obligato pack new FOLDER`: writes the pack, with the schemas of its files for editors.
pub fn run(matches: &mut ArgMatches, _: &GlobalArgs, words: &Words) -> Result<ExitCode, Complaint> {
    let folder: PathBuf = take(matches, "folder");
    let skeleton = shipped::skeleton();
    let mut files: Vec<(String, String)> =
        skeleton.paths().map(|path| (path.to_owned(), skeleton.text(path).to_owned())).collect();
    let schemas = schema::ALL.iter().filter(|schema| schema.files.is_some());
    files.extend(schemas.map(|schema| (format!(".schema/{}.json", schema.name), schema.text.to_owned())));
    fill_folder(&folder, &files)?;
    let shown = text::shown(&folder.display().to_string());
    world::print(format!("{}\n", words.cli.new.done(&shown)).as_bytes())
}
