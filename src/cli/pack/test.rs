//! `obligato pack test`: whether a pack makes of its worked examples what they say.

mod told;

use std::process::ExitCode;

use clap::{ArgMatches, Command};

use crate::check;
use crate::cli::complaint::Complaint;
use crate::cli::globals::GlobalArgs;
use crate::cli::pack_choice::pack_folder;
use crate::cli::world;
use crate::example;
use crate::interview::Interview;
use crate::pack::{Files, Pack, read};
use crate::words::Words;

/// What it takes.
pub fn define(command: Command, words: &Words) -> Command {
    command.about(words.cli.pack_test).arg(pack_folder(words))
}

/// `obligato pack test [FOLDER]`: exit code 0 if every example holds, else 1.
pub fn run(matches: &mut ArgMatches, globals: &GlobalArgs, words: &Words) -> Result<ExitCode, Complaint> {
    let files = globals.choice(matches.remove_one("folder")).files(words)?;
    let (text, holds) = match read(&files) {
        Ok(pack) => tested(&pack, &files, globals.ascii, words),
        Err(findings) => (check::render(&findings, &files, globals.ascii), false),
    };
    world::print(text.as_bytes())?;
    Ok(ExitCode::from(u8::from(!holds)))
}

/// What comes of the examples, and whether all is well.
fn tested(pack: &Pack, files: &Files, ascii: bool, words: &Words) -> (String, bool) {
    let (examples, findings) = example::read_examples(pack, files);
    let mut text = if findings.is_empty() { String::new() } else { check::render(&findings, files, ascii) + "\n" };
    let mut interview = Interview::new(pack);
    let mut failed = 0;
    for example in &examples {
        let differences = example::run_example(&mut interview, example);
        failed += usize::from(!differences.is_empty());
        text += &told::failure(pack, files, example, &differences, words);
    }
    text += &told::summary(examples.len(), failed, words);
    if !examples.is_empty() {
        text += &told::atoms(&example::find_atoms(pack, files, &examples), files, words);
    }
    (text, failed == 0 && findings.is_empty())
}
