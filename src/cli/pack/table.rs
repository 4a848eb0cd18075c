//! `obligato pack table`: every way in which an obligation applies, and every way in which it is
//! ruled out.

use std::process::ExitCode;

use clap::{Arg, ArgMatches, Command};

use crate::cli::arguments::{choice, take};
use crate::cli::complaint::Complaint;
use crate::cli::globals::GlobalArgs;
use crate::cli::output::Output;
use crate::cli::pack_choice::find_obligation;
use crate::cli::world;
use crate::export::{markdown, plain_text};
use crate::signature::read_signatures;
use crate::views::{csv, sheet, sheet_outline, signature_states};
use crate::words::Words;

/// What the sheet is written as.
#[derive(Debug, Clone, Copy)]
enum TableFormat {
    Text,
    Markdown,
    Csv,
}

struct TableArgs {
    obligation: String,
    format: TableFormat,
    output: Output,
}

/// What it takes.
pub fn define(command: Command, words: &Words) -> Command {
    let formats = [("text", TableFormat::Text), ("markdown", TableFormat::Markdown), ("csv", TableFormat::Csv)];
    command
        .about(words.cli.pack_table)
        .arg(Arg::new("obligation").value_name("OBLIGATION").help(words.cli.pack_obligation).required(true))
        .arg(choice("format", formats, words.cli.pack_table_format).default_value("text"))
        .args(Output::arguments(words))
}

/// `obligato pack table OBLIGATION`.
pub fn run(matches: &mut ArgMatches, globals: &GlobalArgs, words: &Words) -> Result<ExitCode, Complaint> {
    let args = TableArgs {
        obligation: take(matches, "obligation"),
        format: take(matches, "format"),
        output: Output::take(matches),
    };
    let choice = globals.choice(None);
    let whole = choice.pack(words)?;
    let of = find_obligation(&whole, &args.obligation)?;
    let mut signatures = read_signatures(&whole, &choice.files(words)?).0;
    signatures.retain(|signature| signature.is_on(of));
    let signed = signature_states(&whole, &signatures, words);
    let sheet = sheet(&whole, of, words);
    let bytes = match args.format {
        TableFormat::Csv => csv(&sheet, words),
        TableFormat::Markdown => markdown(&sheet_outline(&sheet, &signed, words)).into_bytes(),
        TableFormat::Text => plain_text(&sheet_outline(&sheet, &signed, words), world::width()).into_bytes(),
    };
    args.output.put(bytes, words)
}
