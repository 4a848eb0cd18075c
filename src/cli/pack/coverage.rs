//! `obligato pack coverage`: every provision, and what of the pack comes from it.

use std::fmt::Write as _;
use std::process::ExitCode;

use clap::{ArgMatches, Command};

use crate::cli::complaint::Complaint;
use crate::cli::globals::GlobalArgs;
use crate::cli::pack_choice::pack_folder;
use crate::cli::world;
use crate::lines::wrap_options;
use crate::pack::{Confidence, Coverage, Pack, SourceId};
use crate::tell;
use crate::words::Words;

/// How wide the table is.
const WIDTH: usize = 96;

/// How sure the pack is of a provision, in the order of the table: what to look at first comes first.
const LEAST_SURE_FIRST: [Confidence; 5] =
    [Confidence::General, Confidence::Model, Confidence::Referred, Confidence::Secondary, Confidence::Text];

/// What it takes.
pub fn define(command: Command, words: &Words) -> Command {
    command.about(words.cli.pack_coverage).arg(pack_folder(words))
}

/// Prints the table.
pub fn run(matches: &mut ArgMatches, globals: &GlobalArgs, words: &Words) -> Result<ExitCode, Complaint> {
    let pack = globals.choice(matches.remove_one("folder")).pack(words)?;
    let width = pack.sources.iter().map(|source| source.id.chars().count()).max().unwrap_or_default() + 2;
    let mut text = String::new();
    for confidence in LEAST_SURE_FIRST {
        let sources = pack.sources.iter().enumerate().filter(|(_, source)| source.confidence == confidence);
        let mut sources = sources.peekable();
        if sources.peek().is_some() {
            let gap = if text.is_empty() { "" } else { "\n" };
            let _ = writeln!(text, "{gap}{}: {}\n", confidence.name(), tell::confidence(confidence, words));
        }
        for (at, source) in sources {
            let indent = " ".repeat(width);
            let first = format!("{:width$}", source.id);
            let options = wrap_options(WIDTH).initial_indent(&first).subsequent_indent(&indent);
            text.push_str(&textwrap::fill(&account(&pack, SourceId(at), words), options));
            text.push('\n');
        }
    }
    let [encoded, definitions, out_of_scope, all] = counts(&pack);
    let counted = words.cli.coverage.counts(all, definitions, encoded, out_of_scope);
    world::print(format!("{text}\n{counted}\n").as_bytes())
}

/// How many provisions are encoded, definitions, out of scope, and there at all.
pub fn counts(pack: &Pack) -> [usize; 4] {
    let count = |fits: fn(&Coverage) -> bool| pack.sources.iter().filter(|source| fits(&source.coverage)).count();
    [
        count(|it| matches!(it, Coverage::Encoded)),
        count(|it| matches!(it, Coverage::Definition)),
        count(|it| matches!(it, Coverage::OutOfScope(_))),
        pack.sources.len(),
    ]
}

/// How one provision is accounted for.
fn account(pack: &Pack, id: SourceId, words: &Words) -> String {
    let mut parts = Vec::new();
    match &pack.source(id).coverage {
        Coverage::OutOfScope(why) => return words.cli.coverage.out_of_scope(why),
        Coverage::Definition => parts.push(words.cli.coverage.definition.to_owned()),
        Coverage::Encoded => {}
    }
    let cites = |sources: &[SourceId]| sources.contains(&id);
    let obligations = pack
        .obligations
        .iter()
        .filter(|obligation| cites(&obligation.sources))
        .map(|obligation| obligation.id.as_str());
    let facts = pack.facts.iter().filter(|fact| cites(&fact.sources)).map(|fact| fact.id.as_str());
    let readings = pack.readings.iter().filter(|reading| cites(&reading.sources)).map(|reading| reading.id.as_str());
    let questions =
        pack.questions.iter().filter(|question| cites(&question.sources)).map(|question| question.id.as_str());
    let listed = |ids: Vec<&str>| (!ids.is_empty()).then(|| ids.join(", "));
    let of = &words.cli.coverage;
    parts.extend(listed(obligations.collect()).map(|ids| of.obligations(ids)));
    parts.extend(listed(facts.collect()).map(|ids| of.facts(ids)));
    parts.extend(listed(readings.collect()).map(|ids| of.readings(ids)));
    parts.extend(listed(questions.collect()).map(|ids| of.questions(ids)));
    if parts.is_empty() { words.cli.coverage.missing.to_owned() } else { parts.join("; ") }
}
