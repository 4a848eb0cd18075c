//! `obligato pack mutants`: which slips in a pack its checks and examples would not notice.

mod told;

use std::collections::BTreeSet;
use std::process::ExitCode;

use clap::{ArgMatches, Command};

use crate::cli::arguments::flag;
use crate::cli::complaint::Complaint;
use crate::cli::globals::GlobalArgs;
use crate::cli::pack_choice::pack_folder;
use crate::cli::world;
use crate::example::{self, Example};
use crate::interview::Interview;
use crate::mutant::{Fate, Trial, mutants};
use crate::pack::{Files, Pack, read};
use crate::words::Words;

/// How many of a hundred mutants should be caught.
const LEAST_PERCENT: usize = 98;

/// What it takes.
pub fn define(command: Command, words: &Words) -> Command {
    command.about(words.cli.pack_mutants).arg(pack_folder(words)).arg(flag("all", words.cli.pack_mutants_all))
}

/// `obligato pack mutants [FOLDER]`: exit code 0 if all examples hold and enough mutants are caught, else 1.
pub fn run(matches: &mut ArgMatches, globals: &GlobalArgs, words: &Words) -> Result<ExitCode, Complaint> {
    let files = globals.choice(matches.remove_one("folder")).files(words)?;
    let Ok(pack) = read(&files) else {
        world::print(format!("{}\n", words.mutant.faulty).as_bytes())?;
        return Ok(ExitCode::from(1));
    };
    let (examples, failing) = examples(&pack, &files);
    let mut trial = Trial::new(&pack, &files, &examples);
    let told = told::MutantReport { files: &files, examples: &examples, words, all: matches.get_flag("all") };
    let (mut text, mut fates) = (String::new(), Vec::new());
    for mutant in mutants(&pack, &files) {
        let fate = trial.fate(&mutant);
        text += &told.mutant(&mutant, fate);
        fates.push(fate);
    }
    let (caught, counted) = counts(&fates);
    text += &told.summary(&fates, caught, counted, LEAST_PERCENT);
    text += &told.failing(&failing);
    world::print(text.as_bytes())?;
    Ok(ExitCode::from(u8::from(!failing.is_empty() || caught * 100 < counted * LEAST_PERCENT)))
}

/// Returns the examples that hold, which are the ones that can notice something, and the files of the
/// others.
fn examples(pack: &Pack, files: &Files) -> (Vec<Example>, BTreeSet<String>) {
    let (examples, findings) = example::read_examples(pack, files);
    let mut interview = Interview::new(pack);
    let (hold, fail): (Vec<Example>, Vec<Example>) =
        examples.into_iter().partition(|example| example::run_example(&mut interview, example).is_empty());
    let faulty = findings.into_iter().map(|finding| finding.place.file);
    (hold, fail.into_iter().map(|example| example.path).chain(faulty).collect())
}

/// How many are caught, of how many that could be.
fn counts(fates: &[Fate]) -> (usize, usize) {
    let count = |which: fn(&Fate) -> bool| fates.iter().filter(|fate| which(fate)).count();
    let caught = count(|fate| matches!(fate, Fate::Check(_) | Fate::Example(_)));
    (caught, count(|fate| !matches!(fate, Fate::Equivalent)))
}
