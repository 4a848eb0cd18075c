//! `obligato draft`: drafts of papers, filled from the answers.

use std::process::ExitCode;

use clap::{Arg, ArgMatches, Command};

use crate::check;
use crate::cli::arguments::{choice, out, path};
use crate::cli::complain::Complaint;
use crate::cli::{packs, reports, world};
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

/// Its command line.
pub fn command(words: &Words) -> Command {
    let formats = choice("format", &DocFormat::ALL.map(DocFormat::name), words.cli.draft_format);
    Command::new("draft")
        .about(words.cli.draft)
        .arg(Arg::new("kind").value_name("KIND").help(words.cli.draft_kind))
        .arg(path("file", words.cli.report_file))
        .arg(formats.default_value(DocFormat::Text.name()))
        .args(out(words))
}

/// `obligato draft KIND FILE`; without a kind, the list of them.
pub fn run(matches: &ArgMatches, words: &Words) -> Result<ExitCode, Complaint> {
    let pack = packs::pack(matches, words)?;
    let templates = templates(&pack, words)?;
    let Some(kind) = matches.get_one::<String>("kind") else {
        return world::print(list(&pack, &templates, words).as_bytes());
    };
    let Some(template) = templates.iter().find(|it| it.id == *kind) else {
        return Err(no_kind(kind, &templates, words));
    };
    let Some(file) = world::file(matches, words) else {
        return Err(Complaint::new(words.cli.draft_no_file, None));
    };
    let (text, name) = reports::text(&file)?;
    let assessment = read_record(&text, &name, &Against::new(&pack, world::today()))?;
    let session = Session::new(&pack, assessment);
    let name = matches.get_one::<String>("format").map_or("", String::as_str);
    let form = DocFormat::ALL.into_iter().find(|it| it.name() == name).unwrap_or(DocFormat::Text);
    reports::can_be_shown(Format::Document(form), matches, words)?;
    world::put(draw(&draft_document(template, &session, words), form, words), matches, words)
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
fn list(pack: &Pack, templates: &[Template], words: &Words) -> String {
    let mut text = format!("{}\n", words.draft.kinds);
    let options = || textwrap::Options::new(world::width()).initial_indent(INDENT).subsequent_indent(INDENT);
    for it in templates {
        let ids: Vec<&str> = it.obligations.iter().map(|it| pack.obligation(*it).id.as_str()).collect();
        let answers = words.draft.answers_line(ids.join(", "));
        text = format!("{text}\n  {}\n", it.id);
        for line in [it.about.as_str(), &answers] {
            text = format!("{text}{}\n", textwrap::fill(line, options()));
        }
    }
    text
}

/// That there is no such kind, and which there are.
fn no_kind(kind: &str, templates: &[Template], words: &Words) -> Complaint {
    let kinds: Vec<&str> = templates.iter().map(|it| it.id.as_str()).collect();
    let all = kinds.join(", ");
    let help = match nearest_name(kind, kinds.iter().copied()) {
        Some(near) => words.cli.draft_near(near, &all),
        None => words.cli.draft_kinds(&all),
    };
    Complaint::new(words.cli.draft_no_kind(kind), Some(help))
}
