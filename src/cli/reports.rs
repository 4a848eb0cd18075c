//! `obligato report`: what an answer file or a flat record of answers establishes.

use std::path::{Path, PathBuf};
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
        let help = words.say("cli.report_no_pdf_help").to_owned();
        return Err(Complaint::new(words.say("cli.report_no_pdf"), Some(help)));
    };
    let file: &PathBuf = matches.get_one("file").ok_or_else(|| Complaint::new("", None))?;
    let (text, name) = if file == Path::new("-") {
        (world::input()?, "standard input".to_owned())
    } else {
        (read_text(file)?, file.display().to_string())
    };
    let pack = packs::pack_for(&text, matches, words)?;
    let against = Against { pack: &pack, today: world::today(), rejudge: matches.get_flag("rejudge") };
    let assessment = read_record(&text, &name, &against)?;
    let report = Session::new(&pack, assessment).report();
    if !format.is_text() && !matches.contains_id("out") && world::prints_to_terminal() {
        let help = words.fill("cli.report_no_text_help", &[("ending", format.ending())]);
        return Err(Complaint::new(words.fill("cli.report_no_text", &[("format", format.name())]), Some(help)));
    }
    world::put(render(&report, format, words), matches, words)
}

/// The form asked for, if the program was built with it.
fn format(matches: &ArgMatches) -> Option<Format> {
    let name: Option<&String> = matches.get_one("format");
    Format::ALL.into_iter().find(|it| name.is_some_and(|name| name == it.name()))
}
