//! `obligato report`: what an answer file or a flat record of answers establishes.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::ArgMatches;

use crate::cli::complain::Complaint;
use crate::cli::{packs, world};
use crate::export::{Format, render};
use crate::session::Session;
use crate::store::{read_record, read_text, write_new};
use crate::words::Words;

/// Prints or writes the report.
pub fn report(matches: &ArgMatches, words: &Words) -> Result<ExitCode, Complaint> {
    let pack = packs::pack(matches, words)?;
    let file: &PathBuf = matches.get_one("file").ok_or_else(|| Complaint::new("", None))?;
    let (text, name) = if file == Path::new("-") {
        (world::input()?, "standard input".to_owned())
    } else {
        (read_text(file)?, file.display().to_string())
    };
    let assessment = read_record(&text, &name, &pack, matches.get_flag("rejudge"))?;
    let report = Session::new(&pack, assessment).report();
    let format = format(matches);
    let rendered = render(&report, format, words);
    match matches.get_one::<PathBuf>("out") {
        None if !format.is_text() && world::prints_to_terminal() => {
            let (name, ending) = (format.name(), format.ending());
            let help = words.fill("cli.report_no_text_help", &[("ending", ending)]);
            Err(Complaint::new(words.fill("cli.report_no_text", &[("format", name)]), Some(help)))
        }
        None => world::print(&rendered),
        Some(out) => {
            write_new(out, &rendered, matches.get_flag("force"))?;
            let shown = crate::text::shown(&out.display().to_string());
            world::print(format!("{}\n", words.fill("cli.wrote", &[("file", &shown)])).as_bytes())
        }
    }
}

fn format(matches: &ArgMatches) -> Format {
    let name: Option<&String> = matches.get_one("format");
    let found = Format::ALL.into_iter().find(|it| name.is_some_and(|name| name == it.name()));
    found.unwrap_or(Format::Text)
}
