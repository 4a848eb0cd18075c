//! `obligato schema`: the JSON Schemas of all files, for editors and other programs.

use std::fmt::Write as _;
use std::process::ExitCode;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgMatches, Command};

use crate::cli::complain::Complaint;
use crate::cli::world;
use crate::schema::{ALL, Schema};
use crate::words::Words;

/// Its command line.
pub fn command(words: &Words) -> Command {
    let names = PossibleValuesParser::new(ALL.map(|it| it.name));
    let name = Arg::new("name").value_name("NAME").help(words.cli.schema_name.to_owned()).value_parser(names);
    Command::new("schema").about(words.cli.schema.to_owned()).arg(name)
}

/// `obligato schema [NAME]`: the schema of that name, or the names of all.
pub fn run(matches: &ArgMatches) -> Result<ExitCode, Complaint> {
    let asked = matches.get_one::<String>("name").and_then(|it| Schema::from_name(it));
    match asked {
        Some(schema) => world::print(schema.text.as_bytes()),
        None => world::print(list().as_bytes()),
    }
}

/// The names of all schemas, each with what it is about.
fn list() -> String {
    let width = ALL.iter().map(|it| it.name.len()).max().unwrap_or_default();
    ALL.iter().fold(String::new(), |mut text, it| {
        let _ = writeln!(text, "{:width$}  {}", it.name, it.title());
        text
    })
}
