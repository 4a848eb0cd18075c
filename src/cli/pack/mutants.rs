//! `obligato pack mutants`: which slips in a pack its checks and examples would not notice.

mod told;

use std::process::ExitCode;

use clap::{Arg, ArgAction, ArgMatches, Command};

use crate::cli::complain::Complaint;
use crate::cli::{arguments, packs, world};
use crate::example::{self, Example};
use crate::interview::Interview;
use crate::mutant::{Fate, Trial, mutants};
use crate::pack::{Files, Pack, read};
use crate::words::Words;

/// How many of a hundred mutants should be caught.
const LEAST_PERCENT: usize = 98;

/// Its command line.
pub fn command(words: &Words) -> Command {
    let all = Arg::new("all").long("all").help(words.cli.pack_mutants_all.to_owned());
    Command::new("mutants")
        .about(words.cli.pack_mutants.to_owned())
        .arg(arguments::pack_folder(words))
        .arg(all.action(ArgAction::SetTrue))
}

/// `obligato pack mutants [FOLDER]`: exit code 0 if enough mutants are caught, else 1.
pub fn run(matches: &ArgMatches, words: &Words) -> Result<ExitCode, Complaint> {
    let files = packs::by_folder(matches, "folder").files(words)?;
    let sound = read(&files).ok().and_then(|pack| Some((examples(&pack, &files)?, pack)));
    let Some((examples, pack)) = sound else {
        world::print(format!("{}\n", words.mutant.faulty).as_bytes())?;
        return Ok(ExitCode::from(1));
    };
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
    world::print(text.as_bytes())?;
    Ok(ExitCode::from(u8::from(caught * 100 < counted * LEAST_PERCENT)))
}

/// The examples, if their form is sound and they hold.
fn examples(pack: &Pack, files: &Files) -> Option<Vec<Example>> {
    let (examples, findings) = example::read_examples(pack, files);
    let mut interview = Interview::new(pack);
    let hold = findings.is_empty() && examples.iter().all(|it| example::run_example(&mut interview, it).is_empty());
    hold.then_some(examples)
}

/// How many are caught, of how many that could be.
fn counts(fates: &[Fate]) -> (usize, usize) {
    let count = |which: fn(&Fate) -> bool| fates.iter().filter(|it| which(it)).count();
    (count(|it| matches!(it, Fate::Check(_) | Fate::Example(_))), count(|it| !matches!(it, Fate::Equivalent)))
}
