//! `obligato letter`: asks others what the business does not know.

use std::process::ExitCode;

use clap::{Arg, ArgMatches, Command};
use jiff::civil::Date;

use crate::cli::arguments::{choice, out, path};
use crate::cli::complain::Complaint;
use crate::cli::{packs, reports, world};
use crate::export::{DocFormat, Format, draw};
use crate::letter::{Frame, addressees, compose_letter, letter_document, letter_form};
use crate::pack::Who;
use crate::session::Session;
use crate::store::{Against, read_answers, read_text};
use crate::words::Words;

/// The name of the form to fill in, beside those of documents.
const FORM: &str = "form";

/// Its command line.
pub fn command(words: &Words) -> Command {
    // What is to be read in a browser is the form to fill in.
    let others = DocFormat::ALL.into_iter().filter(|it| ![DocFormat::Text, DocFormat::Html].contains(it));
    let forms: Vec<&str> = [DocFormat::Text.name(), FORM].into_iter().chain(others.map(DocFormat::name)).collect();
    let day = Arg::new("reply-by").long("reply-by").value_name("DAY").help(words.cli.letter_reply_by);
    Command::new("letter")
        .about(words.cli.letter)
        .arg(path("file", words.cli.start_file).required(true))
        .arg(choice("to", &roles(), words.cli.letter_to))
        .arg(choice("format", &forms, words.cli.letter_format))
        .arg(day.value_parser(|it: &str| it.parse::<Date>().map_err(|_| "write a day as 2026-12-31".to_owned())))
        .args(out(words))
}

/// Everybody to whom a letter may go, the vendor first.
fn roles() -> Vec<&'static str> {
    let (vendor, others): (Vec<Who>, Vec<Who>) = Who::ALL.into_iter().partition(|it| *it == Who::VENDOR);
    vendor.into_iter().chain(others).map(|it| it.0).collect()
}

/// `obligato letter FILE`.
pub fn run(matches: &ArgMatches, words: &Words) -> Result<ExitCode, Complaint> {
    let file = world::file(matches, words).ok_or_else(|| Complaint::new("", None))?;
    let text = read_text(&file)?;
    let pack = packs::pack_for(&text, matches, words)?;
    let answers = read_answers(&text, &file.display().to_string(), &Against::new(&pack, world::today()))?;
    let mark = answers.mark();
    let session = Session::new(&pack, answers.assessment);
    let to = matches.get_one::<String>("to").and_then(|it| Who::from_name(it)).unwrap_or(Who::VENDOR);
    let mut frame = Frame::new(mark, world::today());
    if let Some(&day) = matches.get_one::<Date>("reply-by") {
        frame.reply_by = day;
    }
    let letter = compose_letter(&session, to, frame);
    if letter.asked.is_empty() {
        return Err(nothing_to_ask(&session, to, words));
    }
    let name = matches.get_one::<String>("format").map_or("", String::as_str);
    let bytes = match DocFormat::ALL.into_iter().find(|it| it.name() == name) {
        None => letter_form(&letter, words).into_bytes(),
        Some(form) => {
            reports::can_be_shown(Format::Document(form), matches, words)?;
            draw(&letter_document(&letter, words), form, words)
        }
    };
    world::put(bytes, matches, words)
}

/// That there is nothing to ask, and whom one could ask instead.
fn nothing_to_ask(session: &Session<'_>, to: Who, words: &Words) -> Complaint {
    let others: Vec<String> = addressees(session).into_iter().map(|it| format!("{} ({})", it.0.0, it.1)).collect();
    let help =
        if others.is_empty() { words.cli.letter_nobody.to_owned() } else { words.cli.letter_others(others.join(", ")) };
    Complaint::new(words.cli.letter_nothing(to.0), Some(help))
}
