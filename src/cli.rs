//! The command line: what is asked for, and the world outside (files, clock, environment, terminal).

mod args;
mod arguments;
mod complain;
mod draft;
mod front;
mod letter;
mod merge;
mod pack;
mod packs;
mod questions;
mod reports;
mod schema;
mod world;

use std::process::ExitCode;

use clap::ArgMatches;

use crate::cli::complain::Complaint;
use crate::words::Words;

/// Runs the program with the arguments it was started with.
pub fn main() -> ExitCode {
    let words = crate::shipped::words();
    let matches = match args::command(words).try_get_matches() {
        Ok(matches) => matches,
        Err(error) => return complain::of_usage(&error),
    };
    match dispatch(&matches, words) {
        Ok(code) => code,
        Err(complaint) => complaint.print(words),
    }
}

fn dispatch(matches: &ArgMatches, words: &Words) -> Result<ExitCode, Complaint> {
    match matches.subcommand() {
        None => front::home(matches, words),
        Some(("start", of)) => front::start(of, words),
        Some(("report", of)) => reports::report(of, words),
        Some(("letter", of)) => letter::run(of, words),
        Some(("draft", of)) => draft::run(of, words),
        Some(("merge", of)) => merge::run(of, words),
        Some(("questions", of)) => questions::list(of, words),
        Some(("pack", of)) => pack::run(of, words),
        Some(("schema", of)) => schema::run(of),
        Some(("completions", of)) => args::completions(of, words),
        Some(_) => args::man(words),
    }
}
