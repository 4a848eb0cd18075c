//! `obligato pack ...`: everything that works on a pack and not on answers. Each command is one file
//! in `src/cli/pack/`, named in the list here.

mod check;
mod coverage;
mod diff;
mod explain;
mod fmt;
mod graph;
mod list;
mod mutants;
mod new;
mod table;
mod test;

use std::process::ExitCode;

use clap::{ArgMatches, Command};

use crate::cli::complain::Complaint;
use crate::words::Words;

/// A command of `obligato pack`.
struct PackCommand {
    name: &'static str,
    command: fn(&Words) -> Command,
    run: fn(&ArgMatches, &Words) -> Result<ExitCode, Complaint>,
}

/// Every command, in the order of the help.
const ALL: [PackCommand; 11] = [
    PackCommand { name: "list", command: list::command, run: list::run },
    PackCommand { name: "new", command: new::command, run: new::run },
    PackCommand { name: "check", command: check::command, run: check::run },
    PackCommand { name: "fmt", command: fmt::command, run: fmt::run },
    PackCommand { name: "test", command: test::command, run: test::run },
    PackCommand { name: "mutants", command: mutants::command, run: mutants::run },
    PackCommand { name: "coverage", command: coverage::command, run: coverage::run },
    PackCommand { name: "diff", command: diff::command, run: diff::run },
    PackCommand { name: "table", command: table::command, run: table::run },
    PackCommand { name: "explain", command: explain::command, run: explain::run },
    PackCommand { name: "graph", command: graph::command, run: graph::run },
];

/// The command line of `obligato pack`.
pub fn command(words: &Words) -> Command {
    let pack = Command::new("pack").about(words.cli.pack_command);
    let pack = pack.subcommand_required(true).arg_required_else_help(true);
    ALL.iter().fold(pack, |pack, it| pack.subcommand((it.command)(words)))
}

/// Runs the command that was asked for.
pub fn run(matches: &ArgMatches, words: &Words) -> Result<ExitCode, Complaint> {
    let found = matches.subcommand().and_then(|(name, of)| Some((ALL.iter().find(|it| it.name == name)?, of)));
    found.map_or(Ok(ExitCode::from(2)), |(command, of)| (command.run)(of, words))
}
