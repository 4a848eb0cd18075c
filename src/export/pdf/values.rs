//! A document as the values that the template `assets/export/report.typ` reads.

use std::collections::BTreeMap;

use jiff::civil::Date;
use typst::foundations::{Datetime, Dict, IntoValue, Str, Value};
use typst::text::FontBook;

use crate::export::document::Document;
use crate::export::outline::block::{BETWEEN_PARTS, DocBlock, RunPart, TableRow};
use crate::export::pdf::pieces::pieces;

/// The maximum depth of nested lists; deeper points are drawn at this depth.
const DEEPEST: usize = 8;

/// The longest address that Typst makes a link of.
const LONGEST: usize = 8000;

/// Returns the inputs of the template: `title`, `day` and `blocks`. The `kind` of a block selects
/// how the template draws it; a text is a list of pieces.
pub fn template_inputs(document: &Document, book: &FontBook) -> Dict {
    let mut entries = BTreeMap::new();
    for (at, block) in document.blocks.iter().enumerate() {
        if let Some(name) = block.entry() {
            entries.entry(name).or_insert(at);
        }
    }
    let values = TypstValues { blocks: &document.blocks, entries, book };
    let title = document.title.as_str().into_value();
    fields([("title", title), ("day", day(document.day.as_deref())), ("blocks", values.all())])
}

fn fields<const COUNT: usize>(fields: [(&str, Value); COUNT]) -> Dict {
    fields.into_iter().map(|(name, value)| (Str::from(name), value)).collect()
}

fn list(values: impl Iterator<Item = Value>) -> Value {
    Value::Array(values.collect())
}

fn day(text: Option<&str>) -> Value {
    let date: Option<Date> = text.and_then(|text| text.parse().ok());
    let part = |number: i8| u8::try_from(number).ok();
    let day = date.and_then(|date| Datetime::from_ymd(date.year().into(), part(date.month())?, part(date.day())?));
    day.map_or(Value::None, Value::Datetime)
}

/// Whether a block belongs to the group that `first` started.
fn goes_with(first: &DocBlock, block: &DocBlock) -> bool {
    match first {
        DocBlock::Pair(..) | DocBlock::Link(..) | DocBlock::Run(..) => block.is_labeled() || block.is_below(),
        DocBlock::Point(..) | DocBlock::Leads(..) => depth(block).is_some(),
        DocBlock::Step(..) => matches!(block, DocBlock::Step(..)),
        _ => false,
    }
}

fn depth(block: &DocBlock) -> Option<usize> {
    match block {
        DocBlock::Point(depth, _) | DocBlock::Leads(depth, ..) => Some(*depth),
        _ => None,
    }
}

/// Returns the label of an entry within the template.
fn label(at: usize) -> Value {
    format!("entry-{at}").into_value()
}

/// Returns an address that Typst can make a link of.
fn address(of: Option<&str>) -> Value {
    of.filter(|address| (1..=LONGEST).contains(&address.len())).map_or(Value::None, IntoValue::into_value)
}

struct TypstValues<'a> {
    blocks: &'a [DocBlock],
    /// The position of the first entry of each name.
    entries: BTreeMap<&'a str, usize>,
    book: &'a FontBook,
}

impl TypstValues<'_> {
    fn all(&self) -> Value {
        let mut found = Vec::new();
        let mut at = 0;
        while let Some((first, rest)) = self.blocks.get(at..).and_then(<[DocBlock]>::split_first) {
            let count = 1 + rest.iter().take_while(|it| goes_with(first, it)).count();
            let (kind, mut values) = self.run(at, first, self.blocks.get(at..at + count).unwrap_or_default());
            values.insert("kind".into(), kind.into_value());
            found.push(Value::Dict(values));
            at += count;
        }
        list(found.into_iter())
    }

    /// Returns the kind and the values of the group of blocks `run`, which starts with `first` at
    /// `at`.
    fn run(&self, at: usize, first: &DocBlock, run: &[DocBlock]) -> (&'static str, Dict) {
        let before = at.checked_sub(1).and_then(|it| self.blocks.get(it));
        match first {
            DocBlock::Heading(level, text) => {
                let fresh = matches!(before, Some(DocBlock::NewPage)).into_value();
                let level = i64::from(*level).max(1).into_value();
                ("heading", fields([("level", level), ("fresh", fresh), ("text", self.text(text))]))
            }
            DocBlock::Entry(name, text) => {
                let (id, title) = text.strip_prefix(name).map_or(("", text.as_str()), |title| (name, title));
                ("entry", fields([("name", label(at)), ("id", self.text(id)), ("text", self.text(title))]))
            }
            DocBlock::Text(text) => {
                let after_id = matches!(before, Some(DocBlock::Entry(name, text)) if text.starts_with(name));
                (if after_id { "meta" } else { "text" }, fields([("text", self.text(text))]))
            }
            DocBlock::Pair(..) | DocBlock::Link(..) | DocBlock::Run(..) => {
                let after_title = matches!(before, Some(DocBlock::Heading(1, _)));
                (if after_title { "head" } else { "labels" }, fields([("rows", self.labels(run))]))
            }
            DocBlock::Point(..) | DocBlock::Leads(..) => ("points", fields([("points", self.points(run, 1))])),
            DocBlock::Step(..) => ("steps", fields([("steps", self.steps(run))])),
            DocBlock::Counts(counts) => ("counts", fields([("counts", self.counts(counts))])),
            DocBlock::Table(head, rows) => ("table", self.table(head, rows)),
            DocBlock::Reference(of) => (
                "reference",
                fields([
                    ("name", label(at)),
                    ("title", self.text(&of.title)),
                    ("text", self.text(&of.text)),
                    ("address", address(of.address.as_deref())),
                    ("shown", self.text(of.address.as_deref().unwrap_or_default())),
                ]),
            ),
            DocBlock::NewPage => ("page", Dict::new()),
        }
    }

    fn text(&self, text: &str) -> Value {
        pieces(text, self.book)
    }

    /// Returns the label of the entry that something links to, if that entry exists.
    fn to(&self, name: Option<&str>) -> Value {
        let at = name.and_then(|it| self.entries.get(it));
        at.map_or(Value::None, |it| label(*it))
    }

    fn labels(&self, run: &[DocBlock]) -> Value {
        let groups = run.chunk_by(|_, it| it.is_below()).filter_map(<[DocBlock]>::split_first);
        let rows = groups.filter_map(|(first, points)| {
            let (label, said, leads) = match first {
                DocBlock::Pair(label, text) => (label, self.text(text), Value::None),
                DocBlock::Link(label, at) => (label, self.text(at), address(Some(at))),
                DocBlock::Run(label, _) => (label, self.text(""), Value::None),
                _ => return None,
            };
            let parts = if let DocBlock::Run(_, parts) = first { self.parts(parts) } else { list(std::iter::empty()) };
            let (label, points) = (self.text(label), self.points(points, 1));
            let row = [("label", label), ("text", said), ("address", leads), ("parts", parts), ("points", points)];
            Some(Value::Dict(fields(row)))
        });
        list(rows)
    }

    /// Returns texts that stand one after the other, each with the label of what it leads to.
    fn parts(&self, parts: &[RunPart]) -> Value {
        let each = parts.iter().enumerate().map(|(at, part)| {
            let before = if at > 0 { BETWEEN_PARTS } else { "" };
            let (to, text) = (self.to(part.to.as_deref()), self.text(&part.text));
            Value::Dict(fields([("before", before.into_value()), ("to", to), ("text", text)]))
        });
        list(each)
    }

    /// Returns the points of a list, each with those below it.
    fn points(&self, run: &[DocBlock], level: usize) -> Value {
        let least = run.first().and_then(depth).unwrap_or_default();
        let groups = run.chunk_by(|_, next| level < DEEPEST && depth(next).is_some_and(|depth| depth > least));
        let points = groups.filter_map(<[DocBlock]>::split_first).map(|(first, below)| {
            let (to, text) = match first {
                DocBlock::Leads(_, to, text) => (Some(to.as_str()), text.as_str()),
                DocBlock::Point(_, text) => (None, text.as_str()),
                _ => (None, ""),
            };
            let below = self.points(below, level + 1);
            Value::Dict(fields([("to", self.to(to)), ("text", self.text(text)), ("below", below)]))
        });
        list(points)
    }

    fn steps(&self, run: &[DocBlock]) -> Value {
        let steps = run.iter().filter_map(|block| match block {
            DocBlock::Step(number, text) => Some(Value::Dict(fields([
                ("number", i64::try_from(*number).unwrap_or(i64::MAX).into_value()),
                ("text", self.text(text)),
            ]))),
            _ => None,
        });
        list(steps)
    }

    fn counts(&self, counts: &[(String, usize)]) -> Value {
        let each = counts
            .iter()
            .map(|(label, count)| fields([("label", self.text(label)), ("count", count.to_string().into_value())]));
        list(each.map(Value::Dict))
    }

    /// Returns a table in which every row has all columns.
    fn table(&self, head: &[String], rows: &[TableRow]) -> Dict {
        let columns = rows.iter().map(|it| it.cells.len()).chain([head.len(), 1]).max().unwrap_or(1);
        let cell = |cells: &[String], at: usize| self.text(cells.get(at).map_or("", String::as_str));
        let heads = list((0..columns).map(|at| cell(head, at)));
        let rows = rows.iter().map(|row| {
            let cells = list((1..columns).map(|at| cell(&row.cells, at)));
            fields([("to", self.to(row.to.as_deref())), ("head", cell(&row.cells, 0)), ("cells", cells)])
        });
        fields([("head", heads), ("rows", list(rows.map(Value::Dict)))])
    }
}
