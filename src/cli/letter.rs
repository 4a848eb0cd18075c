//! `obligato letter`: asks others what the business does not know.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{ArgMatches, Command};
use jiff::civil::Date;

use crate::cli::arguments::{choice, day, file, take};
use crate::cli::complaint::Complaint;
use crate::cli::globals::GlobalArgs;
use crate::cli::output::Output;
use crate::cli::report::read_answer_file;
use crate::cli::world;
use crate::export::{DocFormat, Format, draw};
use crate::letter::{Frame, addressees, compose_letter, letter_document, letter_form};
use crate::pack::Who;
use crate::session::Session;
use crate::store::{Against, read_answers};
use crate::words::Words;

/// What a letter is written as.
#[derive(Debug, Clone, Copy)]
enum LetterFormat {
    /// A form to fill in, which saves a reply.
    Form,
    /// A letter to read.
    Document(DocFormat),
}

struct LetterArgs {
    file: PathBuf,
    to: Who,
    format: LetterFormat,
    reply_by: Option<Date>,
    output: Output,
}

/// What it takes.
pub fn define(command: Command, words: &Words) -> Command {
    let to = choice("to", roles().map(|who| (who.name(), who)), words.cli.letter_to);
    let format = choice("format", formats(), words.cli.letter_format);
    command
        .about(words.cli.letter)
        .arg(file("file", words.cli.answer_file).required(true))
        .arg(to.default_value(Who::Vendor.name()))
        .arg(format)
        .arg(day("reply-by", words.cli.letter_reply_by))
        .args(Output::arguments(words))
}

/// The formats by their names. As a web page it is always the form to fill in.
fn formats() -> impl Iterator<Item = (&'static str, LetterFormat)> {
    let others = DocFormat::ALL.into_iter().filter(|format| ![DocFormat::Text, DocFormat::Html].contains(format));
    let named = |format: DocFormat| (format.facts().name, LetterFormat::Document(format));
    let first = [named(DocFormat::Text), ("form", LetterFormat::Form)];
    first.into_iter().chain(others.map(named))
}

/// What a letter is written as in a file that is named like `format`; `None` if it is never written so.
fn letter_format(format: Format) -> Option<LetterFormat> {
    match format {
        Format::Document(DocFormat::Html) => Some(LetterFormat::Form),
        Format::Document(format) => Some(LetterFormat::Document(format)),
        Format::Csv | Format::Json => None,
    }
}

/// Everybody to whom a letter may go, the vendor first.
fn roles() -> impl Iterator<Item = Who> {
    let others = Who::ALL.into_iter().filter(|who| *who != Who::Vendor);
    std::iter::once(Who::Vendor).chain(others)
}

/// `obligato letter FILE`.
pub fn run(matches: &mut ArgMatches, globals: &GlobalArgs, words: &Words) -> Result<ExitCode, Complaint> {
    let output = Output::take(matches);
    let named = match matches.remove_one("format") {
        Some(named) => Some(named),
        None => output.format_of_file(words)?.and_then(letter_format),
    };
    let args = LetterArgs {
        file: globals.find_file(take(matches, "file"), words),
        to: take(matches, "to"),
        format: named.unwrap_or(LetterFormat::Document(DocFormat::Text)),
        reply_by: matches.remove_one("reply-by"),
        output,
    };
    let text = read_answer_file(&args.file, words)?;
    let pack = globals.pack_for(&text, words)?;
    let answers = read_answers(&text, &args.file.display().to_string(), &Against::new(&pack, world::today()))?;
    let mut frame = Frame::new(answers.mark(), world::today());
    if let Some(day) = args.reply_by {
        frame.reply_by = day;
    }
    let session = Session::new(&pack, answers.assessment);
    let letter = compose_letter(&session, args.to, frame);
    if letter.asked.is_empty() {
        return Err(nothing_to_ask(&session, args.to, words));
    }
    let bytes = match args.format {
        LetterFormat::Form => letter_form(&letter, words).into_bytes(),
        LetterFormat::Document(format) => {
            args.output.check_format(Format::Document(format), words)?;
            draw(&letter_document(&letter, words), format, words)
        }
    };
    args.output.put(bytes, words)
}

/// That there is nothing to ask, and whom one could ask instead.
fn nothing_to_ask(session: &Session<'_>, to: Who, words: &Words) -> Complaint {
    let others: Vec<String> =
        addressees(session).into_iter().map(|(who, count)| format!("{} ({count})", who.name())).collect();
    let help =
        if others.is_empty() { words.cli.letter_nobody.to_owned() } else { words.cli.letter_others(others.join(", ")) };
    Complaint::new(words.cli.letter_nothing(to.name()), Some(help))
}
