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

    /// Returns the one of `formats`, each with its file name extension, that the name of the file ends in.
    pub fn format_of_file<T>(&self, formats: impl IntoIterator<Item = (&'static str, T)>) -> Option<T> {
        let extension = self.file.as_ref()?.extension()?.to_str()?;
        let mut formats = formats.into_iter();
        formats.find(|(known, _)| extension.eq_ignore_ascii_case(known)).map(|(_, format)| format)
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
