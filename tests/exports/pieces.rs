//! Exports read back, each by a parser of its form, as one row of pieces: what is markup, what is text.

use std::io::{Cursor, Read as _};

use obligato::export::{DocFormat, Format};
use pulldown_cmark::{Event, Options, Parser};
use scraper::{ElementRef, Html, Node};
use zip::ZipArchive;

/// A piece of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// An element, an attribute, the end of a cell: whatever is not text.
    Mark(String),
    /// A text, as a reader gets it.
    Text(String),
}

/// The pieces of `bytes`.
pub fn pieces(format: Format, bytes: &[u8]) -> Vec<Piece> {
    let text = || std::str::from_utf8(bytes).expect("UTF-8");
    let found = match format {
        Format::Document(DocFormat::Html) => html(text()),
        Format::Document(DocFormat::Docx) => docx(bytes),
        #[cfg(feature = "pdf")]
        Format::Document(DocFormat::Pdf) => unreachable!("a PDF is not read in pieces"),
        Format::Document(DocFormat::Markdown) => markdown(text()),
        Format::Document(DocFormat::Text) => plain_text(text()),
        Format::Csv => csv(bytes),
        Format::Json => {
            let mut found = Vec::new();
            json(&serde_json::from_slice(bytes).expect("JSON"), &mut found);
            found
        }
    };
    joined(found)
}

/// Texts that follow on each other are one.
fn joined(found: Vec<Piece>) -> Vec<Piece> {
    let mut joined: Vec<Piece> = Vec::new();
    for piece in found {
        match (joined.last_mut(), piece) {
            (Some(Piece::Text(before)), Piece::Text(text)) => before.push_str(&text),
            (_, piece) => joined.push(piece),
        }
    }
    joined
}

fn mark(it: impl Into<String>) -> Piece {
    Piece::Mark(it.into())
}

fn html(text: &str) -> Vec<Piece> {
    fn walk(element: ElementRef<'_>, found: &mut Vec<Piece>) {
        let name = element.value().name();
        found.push(mark(format!("<{name}>")));
        found.extend(element.value().attrs().map(|(name, value)| mark(format!("{name}={value}"))));
        for node in element.children() {
            match (node.value(), ElementRef::wrap(node)) {
                // A style is no text that anyone reads.
                (Node::Text(it), _) if name == "style" => found.push(mark(it.to_string())),
                (Node::Text(it), _) => found.push(Piece::Text(it.to_string())),
                (_, Some(element)) => walk(element, found),
                (other, None) => found.push(mark(format!("{other:?}"))),
            }
        }
        found.push(mark(format!("</{name}>")));
    }
    let page = Html::parse_document(text);
    let mut found = Vec::new();
    // What stands outside the root, such as a comment, counts too.
    let outside = page.tree.root().children().filter(|it| !it.value().is_element());
    found.extend(outside.map(|it| mark(format!("{:?}", it.value()))));
    walk(page.root_element(), &mut found);
    found
}

/// The parts of a Word document, by name.
pub fn parts(bytes: &[u8]) -> Vec<(String, String)> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let names: Vec<String> = archive.file_names().map(str::to_owned).collect();
    let parts = names.into_iter().map(|name| {
        let mut text = String::new();
        archive.by_name(&name).expect("a part").read_to_string(&mut text).expect("UTF-8");
        (name, text)
    });
    parts.collect()
}

fn docx(bytes: &[u8]) -> Vec<Piece> {
    fn walk(node: roxmltree::Node<'_, '_>, found: &mut Vec<Piece>) {
        if node.is_text() {
            found.push(Piece::Text(node.text().unwrap_or_default().to_owned()));
        } else if node.is_element() {
            found.push(mark(format!("<{}>", node.tag_name().name())));
            found.extend(node.attributes().map(|it| mark(format!("{}={}", it.name(), it.value()))));
            node.children().for_each(|it| walk(it, found));
            found.push(mark(format!("</{}>", node.tag_name().name())));
        } else {
            found.push(mark(format!("{node:?}")));
        }
    }
    let mut found = Vec::new();
    for (name, text) in parts(bytes) {
        found.push(mark(name));
        walk(roxmltree::Document::parse(&text).expect("XML").root_element(), &mut found);
    }
    found
}

/// Every extension of the parser is on, but for the one that draws quotes and dashes its own way.
fn markdown(text: &str) -> Vec<Piece> {
    let options = Options::all() - Options::ENABLE_SMART_PUNCTUATION;
    let each = Parser::new_ext(text, options).map(|it| match it {
        Event::Text(text) => Piece::Text(text.into_string()),
        other => mark(format!("{other:?}")),
    });
    each.collect()
}

/// Plain text has no markup: it is compared without its spaces, which wrapping moves, and without the
/// lines drawn under headings.
fn plain_text(text: &str) -> Vec<Piece> {
    let drawn = |it: &str| it.len() > 3 && (it.chars().all(|it| it == '=') || it.chars().all(|it| it == '-'));
    let after_nothing = text.lines().zip(std::iter::once("").chain(text.lines()));
    let lines = after_nothing.filter(|(it, before)| !drawn(it) || before.is_empty()).map(|it| it.0);
    vec![Piece::Text(lines.flat_map(str::chars).filter(|it| !it.is_whitespace()).collect())]
}

/// The rows of a table of cells.
pub fn rows(bytes: &[u8]) -> Vec<Vec<String>> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").expect("a byte-order mark");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes);
    let rows = reader.records().map(|it| it.expect("a row").iter().map(str::to_owned).collect());
    rows.collect()
}

fn csv(bytes: &[u8]) -> Vec<Piece> {
    let row = |it: Vec<String>| it.into_iter().flat_map(|it| [Piece::Text(it), mark(",")]).chain([mark("end")]);
    rows(bytes).into_iter().flat_map(row).collect()
}

fn json(value: &serde_json::Value, found: &mut Vec<Piece>) {
    match value {
        serde_json::Value::String(it) => found.push(Piece::Text(it.clone())),
        serde_json::Value::Array(items) => {
            found.push(mark("["));
            for it in items {
                json(it, found);
                found.push(mark(","));
            }
        }
        serde_json::Value::Object(fields) => {
            for (name, it) in fields {
                found.push(mark(name));
                json(it, found);
            }
            found.push(mark("}"));
        }
        other => found.push(mark(other.to_string())),
    }
}
