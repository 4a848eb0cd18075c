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
mod sign;
mod table;
mod test;

use std::process::ExitCode;

use clap::{ArgMatches, Command};

use crate::cli::command::{CliCommand, chosen_command, with_commands};
use crate::cli::complaint::Complaint;
use crate::cli::globals::GlobalArgs;
use crate::words::Words;

/// Every command, in the order of the help.
const ALL: [CliCommand; 12] = [
    CliCommand { name: "list", define: list::define, run: list::run },
    CliCommand { name: "new", define: new::define, run: new::run },
    CliCommand { name: "check", define: check::define, run: check::run },
    CliCommand { name: "fmt", define: fmt::define, run: fmt::run },
    CliCommand { name: "test", define: test::define, run: test::run },
    CliCommand { name: "mutants", define: mutants::define, run: mutants::run },
    CliCommand { name: "coverage", define: coverage::define, run: coverage::run },
    CliCommand { name: "diff", define: diff::define, run: diff::run },
    CliCommand { name: "table", define: table::define, run: table::run },
    CliCommand { name: "sign", define: sign::define, run: sign::run },
    CliCommand { name: "explain", define: explain::define, run: explain::run },
    CliCommand { name: "graph", define: graph::define, run: graph::run },
];

/// What `obligato pack` takes.
pub fn define(command: Command, words: &Words) -> Command {
    let pack = command.about(words.cli.pack_command).subcommand_required(true).arg_required_else_help(true);
    with_commands(pack, &ALL, words)
}

/// Runs the command that was asked for.
pub fn run(matches: &mut ArgMatches, globals: &GlobalArgs, words: &Words) -> Result<ExitCode, Complaint> {
    let (command, mut given) = chosen_command(matches, &ALL).expect("clap asks for a command");
    (command.run)(&mut given, globals, words)
}
