//! Paragraphs, lists and tables of an HTML document.

use maud::{Markup, html};

use crate::export::outline::block::{BETWEEN_PARTS, DocBlock, Reference, RunPart, TableRow};

/// Draws the blocks between two headings.
pub fn flow(blocks: &[DocBlock]) -> Markup {
    let runs = blocks.chunk_by(|a, b| kind(a) == kind(b) && kind(a) != FlowKind::Alone || b.is_below());
    html! { @for run in runs { (drawn(run)) } }
}

/// What consecutive blocks form together.
#[derive(PartialEq)]
enum FlowKind {
    Labels,
    Points,
    Steps,
    Alone,
}

fn kind(block: &DocBlock) -> FlowKind {
    match block {
        DocBlock::Pair(..) | DocBlock::Link(..) | DocBlock::Run(..) => FlowKind::Labels,
        DocBlock::Point(..) | DocBlock::Leads(..) => FlowKind::Points,
        DocBlock::Step(..) => FlowKind::Steps,
        _ => FlowKind::Alone,
    }
}

fn drawn(run: &[DocBlock]) -> Markup {
    match run {
        [DocBlock::Pair(..) | DocBlock::Link(..) | DocBlock::Run(..), ..] => labels(run),
        [DocBlock::Point(..) | DocBlock::Leads(..), ..] => points(run),
        [DocBlock::Step(..), ..] => html! {
            ol.steps { @for step in run { @if let DocBlock::Step(_, text) = step { li { (text) } } } }
        },
        [DocBlock::Text(text)] => html! { p { (text) } },
        [DocBlock::Counts(counts)] => html! {
            dl.counts { @for (label, count) in counts { div { dt { (label) } dd { (count) } } } }
        },
        [DocBlock::Table(head, rows)] => table(head, rows),
        [DocBlock::Reference(of)] => reference(of),
        [DocBlock::NewPage] => html! { hr.new-page; },
        _ => html! {},
    }
}

/// Draws labels and their contents, including the points below them.
fn labels(run: &[DocBlock]) -> Markup {
    html! {
        dl {
            @for group in run.chunk_by(|_, it| it.is_below()) {
                @if let Some((first, points_of_it)) = group.split_first() {
                    @match first {
                        DocBlock::Pair(label, text) => {
                            dt { (label) }
                            dd { (text) (points(points_of_it)) }
                        }
                        DocBlock::Link(label, address) => {
                            dt { (label) }
                            dd { (link(address)) }
                        }
                        DocBlock::Run(label, parts) => {
                            dt { (label) }
                            dd { (run_parts(parts)) }
                        }
                        _ => {}
                    }
                }
            }
        }
    }
}

fn link(address: &str) -> Markup {
    html! { a href=(address) rel="noreferrer" { (address) } }
}

/// Draws texts one after the other.
fn run_parts(parts: &[RunPart]) -> Markup {
    html! {
        @for (at, part) in parts.iter().enumerate() {
            @if at > 0 { (BETWEEN_PARTS) }
            (leads(part.to.as_ref(), &part.text))
        }
    }
}

/// Draws a provision in short form.
fn reference(of: &Reference) -> Markup {
    html! {
        p.reference id=(id(&of.name)) {
            b { (of.title) } " " (of.text)
            @if let Some(address) = &of.address { " " (link(address)) }
        }
    }
}

/// Draws a list; deeper points become lists within its points.
fn points(run: &[DocBlock]) -> Markup {
    let Some(least) = run.first().and_then(depth) else { return html! {} };
    html! {
        ul {
            @for group in run.chunk_by(|_, next| depth(next).is_some_and(|depth| depth > least)) {
                @if let Some((first, below)) = group.split_first() {
                    li { (point(first)) (points(below)) }
                }
            }
        }
    }
}

fn depth(block: &DocBlock) -> Option<usize> {
    match block {
        DocBlock::Point(depth, _) | DocBlock::Leads(depth, ..) => Some(*depth),
        _ => None,
    }
}

fn point(block: &DocBlock) -> Markup {
    match block {
        DocBlock::Point(_, text) => html! { (text) },
        DocBlock::Leads(_, to, text) => leads(Some(to), text),
        _ => html! {},
    }
}

/// Draws a text as a link to an entry, if it leads to one.
fn leads(to: Option<&String>, text: &str) -> Markup {
    html! { @if let Some(to) = to { a href={ "#" (id(to)) } { (text) } } @else { (text) } }
}

fn table(head: &[String], rows: &[TableRow]) -> Markup {
    html! {
        table {
            thead { tr { @for label in head { th scope="col" { (label) } } } }
            tbody {
                @for row in rows {
                    tr {
                        @for (at, cell) in row.cells.iter().enumerate() {
                            @if at == 0 {
                                th scope="row" { (leads(row.to.as_ref(), cell)) }
                            } @else {
                                td { (cell) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Returns the anchor of an entry within the document.
pub fn id(name: &str) -> String {
    let plain = |character: char| character.is_ascii_alphanumeric() || "-_.()".contains(character);
    name.chars().map(|character| if plain(character) { character } else { '-' }).collect()
}
