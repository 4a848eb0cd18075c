//! `obligato pack graph`: the decision tree that follows from the rules, as a graph.

use std::process::ExitCode;

use clap::{Arg, ArgMatches, Command};

use crate::cli::arguments::{choice, out};
use crate::cli::complain::Complaint;
use crate::cli::{packs, world};
use crate::pack::Obligation;
use crate::views::{dot, graph, mermaid, svg};
use crate::words::Words;

/// Its command line.
pub fn command(words: &Words) -> Command {
    Command::new("graph")
        .about(words.cli.pack_graph)
        .arg(Arg::new("obligation").value_name("OBLIGATION").help(words.cli.pack_graph_obligation))
        .arg(choice("format", &["dot", "mermaid", "svg"], words.cli.pack_graph_format))
        .args(out(words))
}

/// `obligato pack graph [OBLIGATION]`.
pub fn run(matches: &ArgMatches, words: &Words) -> Result<ExitCode, Complaint> {
    let whole = packs::pack(matches, words)?;
    let obligations: Vec<&Obligation> = match matches.get_one::<String>("obligation") {
        Some(id) => vec![packs::obligation(&whole, id)?],
        None => whole.obligations.iter().collect(),
    };
    let graph = graph(&whole, &obligations, words).ok_or_else(|| {
        Complaint::new("this graph is too large to be drawn", Some("name one obligation, or another one".to_owned()))
    })?;
    let text = match matches.get_one::<String>("format").map_or("", String::as_str) {
        "svg" => svg(&graph, words),
        "mermaid" => mermaid(&graph, words),
        _ => dot(&graph, words),
    };
    world::put(&text, matches, words)
}
