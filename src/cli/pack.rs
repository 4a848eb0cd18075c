//! `obligato pack ...`: everything that works on a pack and not on answers. Each command is one file
//! in `src/cli/pack/`, named in the list here.

mod check;
mod fmt;

use std::process::ExitCode;

use clap::{Arg, ArgMatches, Command};

use crate::cli::args::path;
use crate::cli::complain::Complaint;
use crate::words::Words;

/// A command of `obligato pack`.
struct PackCommand {
    name: &'static str,
    command: fn(&Words) -> Command,
    run: fn(&ArgMatches, &Words) -> Result<ExitCode, Complaint>,
}

/// Every command, in the order of the help.
const ALL: [PackCommand; 2] = [
    PackCommand { name: "check", command: check::command, run: check::run },
    PackCommand { name: "fmt", command: fmt::command, run: fmt::run },
];

/// The command line of `obligato pack`.
pub fn command(words: &Words) -> Command {
    let pack = Command::new("pack").about(words.say("cli.pack_command").to_owned());
    let pack = pack.subcommand_required(true).arg_required_else_help(true);
    ALL.iter().fold(pack, |pack, it| pack.subcommand((it.command)(words)))
}

/// Runs the command that was asked for.
pub fn run(matches: &ArgMatches, words: &Words) -> Result<ExitCode, Complaint> {
    let found = matches.subcommand().and_then(|(name, of)| Some((ALL.iter().find(|it| it.name == name)?, of)));
    found.map_or(Ok(ExitCode::from(2)), |(command, of)| (command.run)(of, words))
}

/// The folder of the pack to work on; without it, the pack in use.
fn folder(words: &Words) -> Arg {
    path("folder", words.say("cli.pack_folder").to_owned())
}
