//! The command line: what is asked for, and the world outside (files, clock, environment, terminal).
//! Each command is one file in `src/cli/`, named in the list here.

mod arguments;
mod command;
mod complaint;
mod draft;
mod earlier;
mod front;
mod globals;
mod letter;
mod merge;
mod output;
mod pack;
mod pack_choice;
mod questions;
mod report;
mod rescue;
mod schema;
mod world;

use std::process::ExitCode;

use clap::{Arg, ArgMatches, Command, value_parser};
use clap_complete::Shell;

use crate::cli::arguments::take;
use crate::cli::command::{CliCommand, chosen_command, with_commands};
use crate::cli::complaint::{Complaint, print_usage_error};
use crate::cli::globals::{GlobalArgs, global_arguments};
use crate::text;
use crate::words::Words;

/// The most characters that are shown of an argument.
const MAX_SHOWN: usize = 300;

/// Every command, in the order of the help.
const ALL: [CliCommand; 11] = [
    CliCommand { name: "start", define: front::define, run: front::start },
    CliCommand { name: "report", define: report::define, run: report::run },
    CliCommand { name: "letter", define: letter::define, run: letter::run },
    CliCommand { name: "draft", define: draft::define, run: draft::run },
    CliCommand { name: "merge", define: merge::define, run: merge::run },
    CliCommand { name: "rescue", define: rescue::define, run: rescue::run },
    CliCommand { name: "questions", define: questions::define, run: questions::run },
    CliCommand { name: "pack", define: pack::define, run: pack::run },
    CliCommand { name: "schema", define: schema::define, run: schema::run },
    CliCommand { name: "completions", define: define_completions, run: print_completions },
    CliCommand { name: "man", define: define_manual, run: print_manual },
];

/// Runs the program with the arguments it was started with.
pub fn main() -> ExitCode {
    let words = crate::shipped::words();
    let mut matches = match command_line(words).try_get_matches() {
        Ok(matches) => matches,
        Err(error) => return print_usage_error(&told_safely(error, words), words),
    };
    let globals = GlobalArgs::take(&mut matches);
    let done = match chosen_command(&mut matches, &ALL) {
        Some((command, mut given)) => (command.run)(&mut given, &globals, words),
        None => front::home(&globals, words),
    };
    done.unwrap_or_else(|complaint| complaint.print(words))
}

/// The error of the same arguments as they can be shown, if something in them cannot: clap repeats what it
/// was given.
fn told_safely(error: clap::Error, words: &Words) -> clap::Error {
    let given: Vec<String> = std::env::args_os().map(|given| given.to_string_lossy().into_owned()).collect();
    let shown: Vec<String> = given.iter().map(|given| text::shown(&text::shortened(given, MAX_SHOWN))).collect();
    if shown == given {
        return error;
    }
    command_line(words).try_get_matches_from(shown).err().unwrap_or(error)
}

/// The whole command line.
fn command_line(words: &Words) -> Command {
    let program = Command::new("obligato")
        .version(env!("CARGO_PKG_VERSION"))
        .about(words.cli.about)
        .long_about(words.cli.long_about)
        .after_help(words.cli.examples)
        .args(global_arguments(words));
    with_commands(program, &ALL, words)
}

// These two print the whole command line, so they stand with it.

fn define_completions(command: Command, words: &Words) -> Command {
    let shell = Arg::new("shell").help(words.cli.completions_shell).value_parser(value_parser!(Shell));
    command.hide(true).about(words.cli.completions).arg(shell.required(true))
}

fn print_completions(matches: &mut ArgMatches, _: &GlobalArgs, words: &Words) -> Result<ExitCode, Complaint> {
    let shell: Shell = take(matches, "shell");
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut command_line(words), "obligato", &mut script);
    world::print(&script)
}

fn define_manual(command: Command, words: &Words) -> Command {
    command.hide(true).about(words.cli.man)
}

fn print_manual(_: &mut ArgMatches, _: &GlobalArgs, words: &Words) -> Result<ExitCode, Complaint> {
    let mut page = Vec::new();
    clap_mangen::Man::new(command_line(words)).render(&mut page).map_err(|error| Complaint::from_io(&error))?;
    world::print(&page)
}
