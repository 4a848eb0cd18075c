//! The text of a Word document: each block as paragraphs and tables.

use std::collections::BTreeMap;

use maud::{Markup, html};

use crate::export::outline::block::{BETWEEN_PARTS, DocBlock, Reference, TableRow};

/// The list of points.
pub const BULLETS: usize = 1;
/// The first list of steps.
pub const FIRST_STEPS: usize = 2;

/// The width of the text, in twentieths of a point.
const WIDTH: usize = 9360;

/// The width of labels.
const LABELS: usize = 2600;

/// The text, and what other parts need to know about it.
#[derive(Default)]
pub struct Body<'a> {
    /// The text as XML.
    pub xml: String,
    /// The addresses that it links to.
    pub links: Vec<&'a str>,
    /// The number of lists of steps.
    pub lists: usize,
    entries: BTreeMap<&'a str, usize>,
    new_page: bool,
}

impl<'a> Body<'a> {
    /// The text of `blocks`.
    pub fn from_blocks(blocks: &'a [DocBlock]) -> Self {
        let names = blocks.iter().filter_map(DocBlock::entry);
        let entries = names.enumerate().map(|(at, name)| (name, at)).collect();
        let mut body = Self { entries, ..Self::default() };
        let mut after_duty = false;
        for run in blocks.chunk_by(|a, b| a.is_labeled() && b.is_labeled() || b.is_below()) {
            let xml = match run {
                [first, ..] if first.is_labeled() => body.labels(run),
                _ => html! { @for block in run { (body.block(block, 0, after_duty)) } },
            };
            body.xml.push_str(&xml.0);
            body.new_page = matches!(run, [DocBlock::NewPage]);
            after_duty = matches!(run, [DocBlock::Entry(name, text)] if text.starts_with(name));
        }
        body
    }

    /// Draws labels and their contents side by side.
    fn labels(&mut self, run: &'a [DocBlock]) -> Markup {
        let widths = [LABELS, WIDTH - LABELS];
        table(
            "Labels",
            &widths,
            &html! {
                @for group in run.chunk_by(|_, it| it.is_below()) {
                    @if let Some((first, points)) = group.split_first() {
                        w:tr {
                            (cell(LABELS, &html! { (paragraph("Label", &html! {}, &label(first))) }))
                            (cell(WIDTH - LABELS, &html! {
                                (self.labeled(first, points.is_empty()))
                                @for point in points { (self.block(point, 1, false)) }
                            }))
                        }
                    }
                }
            },
        )
    }

    /// Draws the content of a label. An empty text gets no line of its own if points follow.
    fn labeled(&mut self, block: &'a DocBlock, alone: bool) -> Markup {
        let content = match block {
            DocBlock::Link(_, address) => self.link(address),
            DocBlock::Pair(_, text) => run(text),
            DocBlock::Run(_, parts) => html! {
                @for (at, part) in parts.iter().enumerate() {
                    @if at > 0 { (run(BETWEEN_PARTS)) }
                    (self.leads(part.to.as_ref(), &part.text))
                }
            },
            _ => html! {},
        };
        let empty = matches!(block, DocBlock::Pair(_, text) if text.is_empty());
        html! { @if alone || !empty { (paragraph("Labeled", &html! {}, &content)) } }
    }

    /// Draws a block, with points raised by `less` levels.
    fn block(&mut self, block: &'a DocBlock, less: usize, after_duty: bool) -> Markup {
        match block {
            DocBlock::Heading(1, text) => paragraph("Title", &self.page(), &run(text)),
            DocBlock::Heading(level, text) => {
                paragraph(&format!("Heading{}", level.saturating_sub(1)), &self.page(), &run(text))
            }
            DocBlock::Entry(name, text) => self.entry(name, text),
            DocBlock::Text(text) => paragraph(if after_duty { "Meta" } else { "BodyText" }, &html! {}, &run(text)),
            DocBlock::Point(depth, text) => point(depth.saturating_sub(less), &run(text)),
            DocBlock::Leads(depth, to, text) => point(depth.saturating_sub(less), &self.leads(Some(to), text)),
            DocBlock::Step(number, text) => {
                self.lists += usize::from(*number == 1);
                paragraph("ListNumber", &in_list(FIRST_STEPS + self.lists.saturating_sub(1), 0), &run(text))
            }
            DocBlock::Counts(counts) => counted(counts),
            DocBlock::Table(head, rows) => self.table(head, rows),
            DocBlock::Reference(of) => self.reference(of),
            DocBlock::Pair(..) | DocBlock::Link(..) | DocBlock::Run(..) | DocBlock::NewPage => html! {},
        }
    }

    /// Starts a new page, if one is due.
    fn page(&self) -> Markup {
        html! { @if self.new_page { w:pageBreakBefore {} } }
    }

    fn entry(&self, name: &str, text: &str) -> Markup {
        let at = self.entries.get(name).copied().unwrap_or_default();
        paragraph(
            "Heading2",
            &html! {},
            &html! {
                w:bookmarkStart w:id=(at) w:name=(bookmark(at)) {}
                @match text.strip_prefix(name) {
                    Some(title) => { (styled("Id", name)) (run(title)) }
                    None => (run(text)),
                }
                w:bookmarkEnd w:id=(at) {}
            },
        )
    }

    /// Draws a provision in short form.
    fn reference(&mut self, of: &'a Reference) -> Markup {
        let at = self.entries.get(of.name.as_str()).copied().unwrap_or_default();
        let address = of.address.as_deref().map(|address| self.link(address));
        paragraph(
            "Reference",
            &html! {},
            &html! {
                w:bookmarkStart w:id=(at) w:name=(bookmark(at)) {}
                (styled("Strong", &of.title))
                w:bookmarkEnd w:id=(at) {}
                (run(" ")) (run(&of.text))
                @if let Some(address) = address { (run(" ")) (address) }
            },
        )
    }

    fn link(&mut self, address: &'a str) -> Markup {
        let at = self.links.len();
        self.links.push(address);
        html! { w:hyperlink r:id={ "link" (at) } { (styled("Hyperlink", address)) } }
    }

    /// Draws a text as a link to an entry, if that entry exists.
    fn leads(&self, to: Option<&String>, text: &str) -> Markup {
        match to.and_then(|name| self.entries.get(name.as_str())) {
            Some(&at) => html! { w:hyperlink w:anchor=(bookmark(at)) { (styled("Hyperlink", text)) } },
            None => run(text),
        }
    }

    fn table(&self, head: &[String], rows: &[TableRow]) -> Markup {
        let widths = widths(head.len());
        let width = |at: usize| widths.get(at).copied().unwrap_or_default();
        table(
            "Report",
            &widths,
            &html! {
                w:tr {
                    w:trPr { w:cantSplit {} w:tblHeader {} }
                    @for (at, label) in head.iter().enumerate() { (cell(width(at), &paragraph("TableHead", &html! {}, &run(label)))) }
                }
                @for row in rows {
                    w:tr {
                        w:trPr { w:cantSplit {} }
                        @for (at, text) in row.cells.iter().enumerate() {
                            @let content = self.leads(row.to.as_ref().filter(|_| at == 0), text);
                            (cell(width(at), &paragraph("TableText", &html! {}, &content)))
                        }
                    }
                }
            },
        )
    }
}

/// Returns the bookmark of an entry within the document.
fn bookmark(at: usize) -> String {
    format!("entry{at}")
}

/// Returns the widths of columns. The first column, and the last of three, hold sentences; four or
/// more share the width.
fn widths(columns: usize) -> Vec<usize> {
    let fifths: &[usize] = match columns {
        1 => &[5],
        2 => &[2, 3],
        3 => &[2, 1, 2],
        _ => return vec![WIDTH / columns.max(1); columns],
    };
    fifths.iter().map(|fifth| WIDTH / 5 * fifth).collect()
}

fn run(text: &str) -> Markup {
    html! { w:r { w:t xml:space="preserve" { (text) } } }
}

fn styled(style: &str, text: &str) -> Markup {
    html! { w:r { w:rPr { w:rStyle w:val=(style) {} } w:t xml:space="preserve" { (text) } } }
}

fn paragraph(style: &str, more: &Markup, content: &Markup) -> Markup {
    html! { w:p { w:pPr { w:pStyle w:val=(style) {} (more) } (content) } }
}

fn label(block: &DocBlock) -> Markup {
    match block {
        DocBlock::Pair(label, _) | DocBlock::Link(label, _) | DocBlock::Run(label, _) => run(label),
        _ => html! {},
    }
}

fn point(depth: usize, content: &Markup) -> Markup {
    paragraph("ListBullet", &in_list(BULLETS, depth), content)
}

fn in_list(list: usize, level: usize) -> Markup {
    html! { w:numPr { w:ilvl w:val=(level.min(8)) {} w:numId w:val=(list) {} } }
}

fn counted(counts: &[(String, usize)]) -> Markup {
    let widths = vec![WIDTH / counts.len().max(1); counts.len()];
    let width = widths.first().copied().unwrap_or_default();
    table(
        "Counts",
        &widths,
        &html! {
            w:tr {
                w:trPr { w:cantSplit {} w:tblHeader {} }
                @for (label, _) in counts { (cell(width, &paragraph("TableHead", &html! {}, &run(label)))) }
            }
            w:tr {
                w:trPr { w:cantSplit {} }
                @for (_, count) in counts { (cell(width, &paragraph("Count", &html! {}, &run(&count.to_string())))) }
            }
        },
    )
}

/// Draws a table and the space below it.
fn table(style: &str, widths: &[usize], rows: &Markup) -> Markup {
    html! {
        w:tbl {
            w:tblPr {
                w:tblStyle w:val=(style) {}
                w:tblW w:w=(WIDTH) w:type="dxa" {}
                w:tblLayout w:type="fixed" {}
                w:tblLook w:val="04A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="0" w:noVBand="1" {}
            }
            w:tblGrid { @for width in widths { w:gridCol w:w=(width) {} } }
            (rows)
        }
        (paragraph("Gap", &html! {}, &html! {}))
    }
}

fn cell(width: usize, content: &Markup) -> Markup {
    html! { w:tc { w:tcPr { w:tcW w:w=(width) w:type="dxa" {} } (content) } }
}
