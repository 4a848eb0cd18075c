//! `obligato pack list`: the packs that are in the program.

use std::fmt::Write as _;
use std::process::ExitCode;

use clap::{ArgMatches, Command};

use crate::cli::complaint::Complaint;
use crate::cli::globals::GlobalArgs;
use crate::cli::world;
use crate::lines::wrap_options;
use crate::shipped;
use crate::words::Words;

/// How far what is told of a pack is set in.
const INDENT: &str = "    ";

/// What it takes.
pub fn define(command: Command, words: &Words) -> Command {
    command.about(words.cli.pack_list)
}

/// Prints each pack: its id and version, its title, when its law was checked, what it checks.
pub fn run(_: &mut ArgMatches, _: &GlobalArgs, words: &Words) -> Result<ExitCode, Complaint> {
    let options = || wrap_options(world::width()).initial_indent(INDENT).subsequent_indent(INDENT);
    let mut text = String::new();
    for shipped in shipped::all_packs() {
        let pack = shipped.pack();
        let day = pack.law_checked_on.to_string();
        let _ = writeln!(text, "{}", words.cli.pack_listed.name(shipped.id, &pack.version));
        for line in [words.cli.pack_listed.title(day, &pack.title), pack.about.clone()] {
            let _ = writeln!(text, "{}", textwrap::fill(&line, options()));
        }
        text.push('\n');
    }
    let _ = writeln!(text, "{}", textwrap::fill(words.cli.pack_listed.how, wrap_options(world::width())));
    world::print(text.as_bytes())
}
