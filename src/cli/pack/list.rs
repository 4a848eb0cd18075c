//! `obligato pack list`: the packs that are in the program.

use std::fmt::Write as _;
use std::process::ExitCode;

use clap::{ArgMatches, Command};

use crate::cli::complain::Complaint;
use crate::cli::world;
use crate::lines::wrap_options;
use crate::shipped;
use crate::words::Words;

/// What what a pack is about stands behind.
const INDENT: &str = "    ";

/// Its command line.
pub fn command(words: &Words) -> Command {
    Command::new("list").about(words.cli.pack_list.to_owned())
}

/// Prints each pack: its id and version, its title, when its law was checked, what it checks.
pub fn run(_: &ArgMatches, words: &Words) -> Result<ExitCode, Complaint> {
    let options = || wrap_options(world::width()).initial_indent(INDENT).subsequent_indent(INDENT);
    let mut text = String::new();
    for it in shipped::all_packs() {
        let pack = it.pack();
        let day = pack.law_checked_on.to_string();
        let _ = writeln!(text, "{}", words.cli.pack_listed.name(it.id, &pack.version));
        for line in [words.cli.pack_listed.title(day, &pack.title), pack.about.clone()] {
            let _ = writeln!(text, "{}", textwrap::fill(&line, options()));
        }
        text.push('\n');
    }
    let _ = writeln!(text, "{}", textwrap::fill(words.cli.pack_listed.how, wrap_options(world::width())));
    world::print(text.as_bytes())
}
