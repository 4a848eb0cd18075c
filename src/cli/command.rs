//! Commands as they stand in lists: the one of the program, and the one of `obligato pack`.

use std::process::ExitCode;

use clap::{ArgMatches, Command};

use crate::cli::complaint::Complaint;
use crate::cli::globals::GlobalArgs;
use crate::words::Words;

/// A command.
pub struct CliCommand {
    /// What it is called by.
    pub name: &'static str,
    /// Adds what it takes, and what is told of it.
    pub define: fn(Command, &Words) -> Command,
    /// Runs it with what it was given.
    pub run: fn(&mut ArgMatches, &GlobalArgs, &Words) -> Result<ExitCode, Complaint>,
}

/// `parent` with these commands below it.
pub fn with_commands(parent: Command, commands: &[CliCommand], words: &Words) -> Command {
    commands.iter().fold(parent, |parent, each| parent.subcommand((each.define)(Command::new(each.name), words)))
}

/// The command that was asked for, with what it was given; `None` if none was.
pub fn chosen_command<'c>(
    matches: &mut ArgMatches,
    commands: &'c [CliCommand],
) -> Option<(&'c CliCommand, ArgMatches)> {
    let (name, given) = matches.remove_subcommand()?;
    let command = commands.iter().find(|each| each.name == name).expect("only commands of the list are taken");
    Some((command, given))
}
