//! `obligato pack test`: whether a pack makes of its worked examples what they say.

mod told;

use std::process::ExitCode;

use clap::{ArgMatches, Command};

use crate::check;
use crate::cli::complain::Complaint;
use crate::cli::{arguments, packs, world};
use crate::example;
use crate::interview::Interview;
use crate::pack::{Files, Pack, read};
use crate::words::Words;

/// Its command line.
pub fn command(words: &Words) -> Command {
    Command::new("test").about(words.cli.pack_test.to_owned()).arg(arguments::pack_folder(words))
}

/// `obligato pack test [FOLDER]`: exit code 0 if every example holds, else 1.
pub fn run(matches: &ArgMatches, words: &Words) -> Result<ExitCode, Complaint> {
    let files = packs::by_folder(matches, "folder").files(words)?;
    let ascii = matches.get_flag("ascii") || !world::draws_unicode();
    let (text, holds) = match read(&files) {
        Ok(pack) => tested(&pack, &files, ascii, words),
        Err(findings) => (check::render(&findings, &files, ascii), false),
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
