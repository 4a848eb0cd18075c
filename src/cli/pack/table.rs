//! `obligato pack table`: every way in which an obligation applies, and every way in which it is
//! ruled out.

use std::process::ExitCode;

use clap::{Arg, ArgMatches, Command};

use crate::cli::arguments::{choice, out};
use crate::cli::complain::Complaint;
use crate::cli::{packs, world};
use crate::export::{markdown, plain_text};
use crate::views::{csv, sheet, sheet_outline};
use crate::words::Words;

/// Its command line.
pub fn command(words: &Words) -> Command {
    Command::new("table")
        .about(words.cli.pack_table)
        .arg(Arg::new("obligation").value_name("OBLIGATION").help(words.cli.pack_obligation).required(true))
        .arg(choice("format", &["text", "markdown", "csv"], words.cli.pack_table_format))
        .args(out(words))
}

/// `obligato pack table OBLIGATION`.
pub fn run(matches: &ArgMatches, words: &Words) -> Result<ExitCode, Complaint> {
    let whole = packs::pack(matches, words)?;
    let id = matches.get_one::<String>("obligation").map_or("", String::as_str);
    let sheet = sheet(&whole, packs::obligation(&whole, id)?, words);
    let bytes = match matches.get_one::<String>("format").map_or("", String::as_str) {
        "csv" => csv(&sheet, words),
        "markdown" => markdown(&sheet_outline(&sheet, words)).into_bytes(),
        _ => plain_text(&sheet_outline(&sheet, words), world::width()).into_bytes(),
    };
    world::put(&bytes, matches, words)
}
