//! `obligato schema`: the JSON Schemas of all files, for editors and other programs.

use std::fmt::Write as _;
use std::process::ExitCode;

use clap::{Arg, ArgMatches, Command};

use crate::cli::arguments::one_of;
use crate::cli::complaint::Complaint;
use crate::cli::globals::GlobalArgs;
use crate::cli::world;
use crate::schema::{ALL, Schema};
use crate::words::Words;

/// What it takes.
pub fn define(command: Command, words: &Words) -> Command {
    let schemas = one_of(ALL.map(|schema| (schema.name, schema)));
    command
        .about(words.cli.schema)
        .arg(Arg::new("name").value_name("NAME").help(words.cli.schema_name).value_parser(schemas))
}

/// `obligato schema [NAME]`: the schema of that name, or the names of all.
pub fn run(matches: &mut ArgMatches, _: &GlobalArgs, _: &Words) -> Result<ExitCode, Complaint> {
    match matches.remove_one::<Schema>("name") {
        Some(schema) => world::print(schema.text.as_bytes()),
        None => world::print(list().as_bytes()),
    }
}

/// The names of all schemas, each with what it is about.
fn list() -> String {
    let width = ALL.iter().map(|schema| schema.name.len()).max().unwrap_or_default();
    ALL.iter().fold(String::new(), |mut text, schema| {
        let _ = writeln!(text, "{:width$}  {}", schema.name, schema.title());
        text
    })
}
