//! `obligato draft`: drafts of papers, filled from the answers.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Arg, ArgMatches, Command};

use crate::check;
use crate::cli::arguments::{choice, document_formats, file};
use crate::cli::complaint::Complaint;
use crate::cli::globals::GlobalArgs;
use crate::cli::output::Output;
use crate::cli::report::read_answers_or_input;
use crate::cli::world;
use crate::condition::nearest_name;
use crate::draft::{Template, draft_document, read_templates};
use crate::export::{DocFormat, Format, draw};
use crate::pack::Pack;
use crate::session::Session;
use crate::shipped;
use crate::store::{Against, read_record};
use crate::words::Words;

/// How far the text below the name of a kind is set in.
const INDENT: &str = "    ";

struct DraftArgs {
    /// Without it, the kinds are listed.
    kind: Option<String>,
    file: Option<PathBuf>,
    format: DocFormat,
    output: Output,
}

/// What it takes.
pub fn define(command: Command, words: &Words) -> Command {
    let format = choice("format", document_formats(), words.cli.draft_format);
    command
        .about(words.cli.draft)
        .arg(Arg::new("kind").value_name("KIND").help(words.cli.draft_kind))
        .arg(file("file", words.cli.report_file))
        .arg(format)
        .args(Output::arguments(words))
}

/// What a draft is written as in a file that is named like `format`; `None` if it is never written so.
fn document_format(format: Format) -> Option<DocFormat> {
    match format {
        Format::Document(format) => Some(format),
        Format::Csv | Format::Json => None,
    }
}

/// `obligato draft KIND FILE`; without a kind, the list of them.
pub fn run(matches: &mut ArgMatches, globals: &GlobalArgs, words: &Words) -> Result<ExitCode, Complaint> {
    let output = Output::take(matches);
    let named = match matches.remove_one("format") {
        Some(named) => Some(named),
        None => output.format_of_file(words)?.and_then(document_format),
    };
    let args = DraftArgs {
        kind: matches.remove_one("kind"),
        file: matches.remove_one("file").map(|named| globals.find_file(named, words)),
        format: named.unwrap_or(DocFormat::Text),
        output,
    };
    let pack = globals.pack(words)?;
    let templates = templates(&pack, words)?;
    let Some(kind) = args.kind else {
        return world::print(kinds(&pack, &templates, words).as_bytes());
    };
    let Some(template) = templates.iter().find(|template| template.id == kind) else {
        return Err(unknown_kind(&kind, &templates, words));
    };
    let Some(file) = args.file else {
        return Err(Complaint::new(words.cli.draft_no_file, None));
    };
    let (text, name) = read_answers_or_input(&file, words)?;
    let assessment = read_record(&text, &name, &Against::new(&pack, world::today()))?;
    let session = Session::new(&pack, assessment);
    args.output.check_format(Format::Document(args.format), words)?;
    args.output.put(draw(&draft_document(template, &session, words), args.format, words), words)
}

/// All templates, if they fit the pack.
fn templates(pack: &Pack, words: &Words) -> Result<Vec<Template>, Complaint> {
    let files = shipped::drafts();
    read_templates(pack, &files).map_err(|findings| {
        let faults = check::render(&findings, &files, true);
        Complaint::new(format!("{}\n{faults}", words.cli.draft_faulty), None)
    })
}

/// The kinds, what each is for, and the obligations it answers.
fn kinds(pack: &Pack, templates: &[Template], words: &Words) -> String {
    let mut text = format!("{}\n", words.draft.kinds);
    let options = || textwrap::Options::new(world::width()).initial_indent(INDENT).subsequent_indent(INDENT);
    for template in templates {
        let ids: Vec<&str> = template.obligations.iter().map(|id| pack.obligation(*id).id.as_str()).collect();
        let answers = words.draft.answers_line(ids.join(", "));
        text = format!("{text}\n  {}\n", template.id);
        for line in [template.about.as_str(), &answers] {
            text = format!("{text}{}\n", textwrap::fill(line, options()));
        }
    }
    text
}

/// That there is no such kind, and which there are.
fn unknown_kind(kind: &str, templates: &[Template], words: &Words) -> Complaint {
    let kinds: Vec<&str> = templates.iter().map(|template| template.id.as_str()).collect();
    let all = kinds.join(", ");
    let help = match nearest_name(kind, kinds.iter().copied()) {
        Some(near) => words.cli.draft_near(near, &all),
        None => words.cli.draft_kinds(&all),
    };
    Complaint::new(words.cli.draft_no_kind(kind), Some(help))
}
