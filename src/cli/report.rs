//! `obligato report`: what an answer file or a flat record of answers establishes.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::builder::PossibleValue;
use clap::{ArgMatches, Command};
use jiff::civil::Date;

use crate::cli::arguments::{choice, day, file, flag, take};
use crate::cli::complaint::{Complaint, print_note};
use crate::cli::earlier::{earlier_file, rejudge_arguments};
use crate::cli::globals::GlobalArgs;
use crate::cli::output::{Output, without_pdf};
use crate::cli::world;
use crate::export::{DocFormat, Format, ReportExtent, ReportOptions, render};
use crate::session::Session;
use crate::store::{Against, FileNotice, fits_its_sum, read_record, read_text};
use crate::words::Words;
use crate::workspace::{notice_text, pack_state};

struct ReportArgs {
    file: PathBuf,
    format: Format,
    output: Output,
    rejudge: bool,
    against: Option<PathBuf>,
    extent: ReportExtent,
    as_of: Option<Date>,
}

/// What it takes.
pub fn define(command: Command, words: &Words) -> Command {
    let format = choice("format", formats(), words.cli.report_format);
    command
        .about(words.cli.report)
        .arg(file("file", words.cli.report_file).required(true))
        .arg(format)
        .args(Output::arguments(words))
        .args(rejudge_arguments(words))
        .arg(flag("full", words.cli.report_full))
        .arg(day("as-of", words.cli.report_as_of))
}

/// The formats by their names. PDF is taken also where the program was built without, to say what to do.
fn formats() -> impl Iterator<Item = (PossibleValue, Option<Format>)> {
    let all = Format::ALL.into_iter().map(|format| (PossibleValue::new(format.name()), Some(format)));
    let missing = (!cfg!(feature = "pdf")).then(|| (PossibleValue::new("pdf").hide(true), None));
    all.chain(missing)
}

/// `obligato report FILE`.
pub fn run(matches: &mut ArgMatches, globals: &GlobalArgs, words: &Words) -> Result<ExitCode, Complaint> {
    let output = Output::take(matches);
    let named = match matches.remove_one::<Option<Format>>("format") {
        Some(named) => Some(named.ok_or_else(|| without_pdf(words))?),
        None => output.format_of_file(words)?,
    };
    let args = ReportArgs {
        file: globals.find_file(take(matches, "file"), words),
        format: named.unwrap_or(Format::Document(DocFormat::Text)),
        output,
        rejudge: matches.get_flag("rejudge"),
        against: matches.remove_one("against"),
        extent: if matches.get_flag("full") { ReportExtent::Full } else { ReportExtent::Usual },
        as_of: matches.remove_one("as-of"),
    };
    let (text, name) = read_answers_or_input(&args.file, words)?;
    let pack = globals.pack_for(&text, words)?;
    let against = Against { pack: &pack, today: world::today(), rejudge: args.rejudge };
    let session = Session::new(&pack, read_record(&text, &name, &against)?);
    let mut report = session.report();
    let earlier = earlier_file(&text, &against, args.against, words)?;
    report.rejudged = earlier.map(|earlier| earlier.rejudged(&report, session.assessment()));
    args.output.check_format(args.format, words)?;
    let options = ReportOptions {
        extent: args.extent,
        as_of: args.as_of,
        pack_state: pack_state(&pack, globals.own_pack_folder().as_deref()),
    };
    args.output.put(render(&report, args.format, &options, words), words)
}

/// The text of `file`, or of standard input where it is `-`, and what that is called.
pub fn read_answers_or_input(file: &Path, words: &Words) -> Result<(String, String), Complaint> {
    if file == Path::new("-") {
        return Ok((world::input()?, "standard input".to_owned()));
    }
    Ok((read_answer_file(file, words)?, file.display().to_string()))
}

/// The text of the answer file or record `file`; says so if it does not fit its sum.
pub fn read_answer_file(file: &Path, words: &Words) -> Result<String, Complaint> {
    let text = read_text(file)?;
    if !fits_its_sum(&text) {
        print_note(&file.display().to_string(), &notice_text(&FileNotice::Changed, words), words);
    }
    Ok(text)
}
