//! `obligato report`: what an answer file or a flat record of answers establishes.

use std::path::Path;
use std::process::ExitCode;

use clap::ArgMatches;

use crate::cli::complain::Complaint;
use crate::cli::{packs, world};
use crate::export::{Format, render};
use crate::session::Session;
use crate::store::{Against, read_record, read_text};
use crate::words::Words;

/// Prints or writes the report.
pub fn report(matches: &ArgMatches, words: &Words) -> Result<ExitCode, Complaint> {
    let Some(format) = format(matches) else {
        let help = words.cli.report_no_pdf_help.to_owned();
        return Err(Complaint::new(words.cli.report_no_pdf, Some(help)));
    };
    let file = world::file(matches, words).ok_or_else(|| Complaint::new("", None))?;
    let (text, name) = text(&file)?;
    let pack = packs::pack_for(&text, matches, words)?;
    let against = Against { pack: &pack, today: world::today(), rejudge: matches.get_flag("rejudge") };
    let report = Session::new(&pack, read_record(&text, &name, &against)?).report();
    can_be_shown(format, matches, words)?;
    world::put(render(&report, format, words), matches, words)
}

/// The text of `file`, or of standard input where it is `-`, and what that is called.
pub fn text(file: &Path) -> Result<(String, String), Complaint> {
    if file == Path::new("-") {
        return Ok((world::input()?, "standard input".to_owned()));
    }
    Ok((read_text(file)?, file.display().to_string()))
}

/// What is no text is not printed to a terminal.
pub fn can_be_shown(format: Format, matches: &ArgMatches, words: &Words) -> Result<(), Complaint> {
    if format.is_text() || matches.contains_id("out") || !world::prints_to_terminal() {
        return Ok(());
    }
    let help = words.cli.report_no_text_help(format.extension());
    Err(Complaint::new(words.cli.report_no_text(format.name()), Some(help)))
}

/// The form asked for, if the program was built with it.
fn format(matches: &ArgMatches) -> Option<Format> {
    let name: Option<&String> = matches.get_one("format");
    Format::ALL.into_iter().find(|it| name.is_some_and(|name| name == it.name()))
}
