//! `obligato pack coverage`: every provision, and what of the pack comes from it.

use std::process::ExitCode;

use clap::{ArgMatches, Command};

use crate::cli::complain::Complaint;
use crate::cli::{arguments, packs, world};
use crate::lines::wrapping;
use crate::pack::{Coverage, Pack, SourceId};
use crate::words::Words;

/// How wide the table is.
const WIDTH: usize = 96;

/// Its command line.
pub fn command(words: &Words) -> Command {
    Command::new("coverage").about(words.say("cli.pack_coverage").to_owned()).arg(arguments::pack_folder(words))
}

/// Prints the table.
pub fn run(matches: &ArgMatches, words: &Words) -> Result<ExitCode, Complaint> {
    let pack = packs::by_folder(matches, "folder").pack(words)?;
    let width = pack.sources.iter().map(|it| it.id.chars().count()).max().unwrap_or_default() + 2;
    let mut text = String::new();
    for (at, source) in pack.sources.iter().enumerate() {
        let told = told(&pack, SourceId(at), words);
        let indent = " ".repeat(width);
        let first = format!("{:width$}", source.id);
        let options = wrapping(WIDTH).initial_indent(&first).subsequent_indent(&indent);
        text.push_str(&textwrap::fill(&told, options));
        text.push('\n');
    }
    let counts = counts(&pack).map(|it| it.to_string());
    let names = ["encoded", "definitions", "out_of_scope", "all"];
    let values: Vec<(&str, &str)> = names.into_iter().zip(counts.iter().map(String::as_str)).collect();
    world::print(format!("{text}\n{}\n", words.fill("cli.coverage.counts", &values)).as_bytes())
}

/// How many provisions are encoded, definitions, out of scope, and there at all.
pub fn counts(pack: &Pack) -> [usize; 4] {
    let count = |fits: fn(&Coverage) -> bool| pack.sources.iter().filter(|it| fits(&it.coverage)).count();
    [
        count(|it| matches!(it, Coverage::Encoded)),
        count(|it| matches!(it, Coverage::Definition)),
        count(|it| matches!(it, Coverage::OutOfScope(_))),
        pack.sources.len(),
    ]
}

/// How one provision is accounted for.
fn told(pack: &Pack, id: SourceId, words: &Words) -> String {
    let mut parts = Vec::new();
    match &pack.source(id).coverage {
        Coverage::OutOfScope(why) => return words.fill("cli.coverage.out_of_scope", &[("why", why)]),
        Coverage::Definition => parts.push(words.say("cli.coverage.definition").to_owned()),
        Coverage::Encoded => {}
    }
    let mut list = |name: &str, ids: Vec<&str>| {
        if !ids.is_empty() {
            parts.push(words.fill(name, &[("ids", &ids.join(", "))]));
        }
    };
    let cites = |sources: &[SourceId]| sources.contains(&id);
    let obligations = pack.obligations.iter().filter(|it| cites(&it.sources)).map(|it| it.id.as_str());
    let facts = pack.facts.iter().filter(|it| cites(&it.sources)).map(|it| it.id.as_str());
    let readings = pack.readings.iter().filter(|it| cites(&it.sources)).map(|it| it.id.as_str());
    let questions = pack.questions.iter().filter(|it| cites(&it.sources)).map(|it| it.id.as_str());
    list("cli.coverage.obligations", obligations.collect());
    list("cli.coverage.facts", facts.collect());
    list("cli.coverage.readings", readings.collect());
    list("cli.coverage.questions", questions.collect());
    if parts.is_empty() { words.say("cli.coverage.missing").to_owned() } else { parts.join("; ") }
}
