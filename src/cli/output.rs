//! Where what a command makes goes: to standard output, or to a file.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Arg, ArgMatches};

use crate::cli::complaint::Complaint;
use crate::cli::{arguments, world};
use crate::export::Format;
use crate::store::write_new;
use crate::text;
use crate::words::Words;

/// Where what a command makes goes.
pub struct Output {
    file: Option<PathBuf>,
    replaces: bool,
}

impl Output {
    /// The options that say so.
    pub fn arguments(words: &Words) -> [Arg; 2] {
        let out = arguments::file("out", words.cli.out).short('o').long("out");
        [out, arguments::flag("force", words.cli.force)]
    }

    /// As the options say.
    pub fn take(matches: &mut ArgMatches) -> Self {
        Self { file: matches.remove_one("out"), replaces: matches.get_flag("force") }
    }

    /// Returns the format that the ending of the file names.
    ///
    /// # Errors
    /// The ending is that of PDF, and the program was built without.
    pub fn format_of_file(&self, words: &Words) -> Result<Option<Format>, Complaint> {
        let extension = self.file.as_ref().and_then(|file| file.extension()?.to_str()).unwrap_or_default();
        let is_named = |known: &str| extension.eq_ignore_ascii_case(known);
        if cfg!(not(feature = "pdf")) && is_named("pdf") {
            return Err(without_pdf(words));
        }
        Ok(Format::ALL.into_iter().find(|format| is_named(format.extension())))
    }

    /// Refuses to print what is no text to a terminal.
    pub fn check_format(&self, format: Format, words: &Words) -> Result<(), Complaint> {
        if format.is_text() || self.file.is_some() || !world::prints_to_terminal() {
            return Ok(());
        }
        let help = words.cli.report_no_text_help(format.extension());
        Err(Complaint::new(words.cli.report_no_text(format.name()), Some(help)))
    }

    /// Prints `what`, or writes it to the file.
    pub fn put(&self, what: impl AsRef<[u8]>, words: &Words) -> Result<ExitCode, Complaint> {
        let Some(file) = &self.file else { return world::print(what.as_ref()) };
        write_new(file, what, self.replaces)?;
        let shown = text::shown(&file.display().to_string());
        world::print(format!("{}\n", words.cli.wrote(&shown)).as_bytes())
    }
}

/// That the program was built without PDF.
pub fn without_pdf(words: &Words) -> Complaint {
    Complaint::new(words.cli.report_no_pdf, Some(words.cli.report_no_pdf_help.to_owned()))
}
