//! `obligato pack graph`: the decision tree that follows from the rules, as a graph.

use std::process::ExitCode;

use clap::{Arg, ArgMatches, Command};

use crate::cli::arguments::{choice, take};
use crate::cli::complaint::Complaint;
use crate::cli::globals::GlobalArgs;
use crate::cli::output::Output;
use crate::cli::pack_choice::find_obligation;
use crate::pack::Obligation;
use crate::views::{dot, graph, mermaid, svg};
use crate::words::Words;

/// What the graph is written as.
#[derive(Debug, Clone, Copy)]
enum GraphFormat {
    Dot,
    Mermaid,
    Svg,
}

struct GraphArgs {
    /// Without it, all of the pack is drawn.
    obligation: Option<String>,
    format: GraphFormat,
    output: Output,
}

/// What it takes.
pub fn define(command: Command, words: &Words) -> Command {
    let formats = [("dot", GraphFormat::Dot), ("mermaid", GraphFormat::Mermaid), ("svg", GraphFormat::Svg)];
    command
        .about(words.cli.pack_graph)
        .arg(Arg::new("obligation").value_name("OBLIGATION").help(words.cli.pack_graph_obligation))
        .arg(choice("format", formats, words.cli.pack_graph_format).default_value("dot"))
        .args(Output::arguments(words))
}

/// `obligato pack graph [OBLIGATION]`.
pub fn run(matches: &mut ArgMatches, globals: &GlobalArgs, words: &Words) -> Result<ExitCode, Complaint> {
    let args = GraphArgs {
        obligation: matches.remove_one("obligation"),
        format: take(matches, "format"),
        output: Output::take(matches),
    };
    let whole = globals.pack(words)?;
    let obligations: Vec<&Obligation> = match &args.obligation {
        Some(id) => vec![find_obligation(&whole, id)?],
        None => whole.obligations.iter().collect(),
    };
    let graph = graph(&whole, &obligations, words).ok_or_else(|| {
        Complaint::new("this graph is too large to draw", Some("name one obligation, or another one".to_owned()))
    })?;
    let text = match args.format {
        GraphFormat::Svg => svg(&graph, words),
        GraphFormat::Mermaid => mermaid(&graph, words),
        GraphFormat::Dot => dot(&graph, words),
    };
    args.output.put(&text, words)
}
