//! A TOML file without its layout: its content, and the comments on each part. The three notations
//! for a table become one, and so do the notations for a list of tables.

use toml_edit::{Array, Decor, DocumentMut, InlineTable, Item, RawString, Repr, Table, Value};

/// A part of a file, with its comments.
#[derive(Debug)]
pub struct TidyPart {
    /// The comments above it, one for each line; an empty one stands for a blank line.
    pub above: Vec<String>,
    /// Its key; `None` in a list.
    pub key: Option<String>,
    /// Its content.
    pub value: Stated,
    /// The comment on its line.
    pub beside: Option<String>,
}

/// The content of a part.
#[derive(Debug)]
pub enum Stated {
    /// A string.
    Text(String),
    /// A number, a date, true or false, as written.
    Plain(String),
    /// A list.
    List(Parts),
    /// A table.
    Table(Parts),
}

/// The content of a list or a table.
#[derive(Debug, Default)]
pub struct Parts {
    /// The parts, in order.
    pub all: Vec<TidyPart>,
    /// The comments below the last one.
    pub below: Vec<String>,
}

impl Parts {
    /// Whether there is a comment anywhere in it.
    pub fn has_comments(&self) -> bool {
        let at_part = |part: &TidyPart| part.has_comments() || !part.above.is_empty() || part.beside.is_some();
        !self.below.is_empty() || self.all.iter().any(at_part)
    }
}

impl TidyPart {
    /// Creates a part. The comments in a table that holds nothing else go above it.
    fn new(mut above: Vec<String>, key: Option<&str>, mut value: Stated, beside: Option<String>) -> Self {
        if let Stated::Table(table) = &mut value
            && table.all.is_empty()
        {
            above.append(&mut table.below);
        }
        Self { above, key: key.map(str::to_owned), value, beside }
    }

    /// Whether there is a comment within its content.
    pub fn has_comments(&self) -> bool {
        match &self.value {
            Stated::List(parts) | Stated::Table(parts) => parts.has_comments(),
            Stated::Text(_) | Stated::Plain(_) => false,
        }
    }
}

/// Reads the content of `document`.
pub fn read_tree(document: &DocumentMut) -> Parts {
    table(document.as_table())
}

/// Returns the comment lines of `raw` without their indentation, and with one blank line where
/// there are several.
pub fn comments(raw: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    // The text after the last line end is the indentation of what comes next.
    for line in raw.split_inclusive('\n').filter(|line| line.ends_with('\n') || line.trim_start().starts_with('#')) {
        let line = line.trim();
        if !line.is_empty() || lines.last().is_some_and(|last| !last.is_empty()) || lines.is_empty() {
            lines.push(line.to_owned());
        }
    }
    if lines.iter().all(String::is_empty) { Vec::new() } else { lines }
}

fn text(raw: Option<&RawString>) -> &str {
    raw.and_then(RawString::as_str).unwrap_or_default()
}

/// Returns the comment at the end of a line.
fn beside(decor: &Decor) -> Option<String> {
    let comment = text(decor.suffix()).trim();
    (!comment.is_empty()).then(|| comment.to_owned())
}

fn table(of: &Table) -> Parts {
    let each = of.iter().filter_map(|(name, item)| {
        let decor = of.key(name)?.leaf_decor();
        let (mut above, mut beside_it) = (Vec::new(), None);
        let value = match item {
            Item::None => return None,
            Item::Value(value) => {
                (above, beside_it) = (comments(text(decor.prefix())), beside(value.decor()));
                stated(value)
            }
            Item::Table(inner) => {
                let mut parts = table(inner);
                if inner.is_dotted() {
                    above = parts.all.first_mut().map(|it| std::mem::take(&mut it.above)).unwrap_or_default();
                } else {
                    (above, beside_it) = (comments(text(inner.decor().prefix())), beside(inner.decor()));
                }
                Stated::Table(parts)
            }
            Item::ArrayOfTables(list) => {
                let parts = list.iter().map(|element| {
                    let above = comments(text(element.decor().prefix()));
                    TidyPart::new(above, None, Stated::Table(table(element)), beside(element.decor()))
                });
                Stated::List(Parts { all: parts.collect(), below: Vec::new() })
            }
        };
        Some(TidyPart::new(above, Some(name), value, beside_it))
    });
    Parts { all: each.collect(), below: Vec::new() }
}

fn stated(value: &Value) -> Stated {
    match value {
        Value::String(text) => Stated::Text(text.value().clone()),
        Value::Array(it) => Stated::List(list(it)),
        Value::InlineTable(it) => Stated::Table(inline_table(it)),
        Value::Integer(it) => written(it.as_repr()),
        Value::Float(it) => written(it.as_repr()),
        Value::Boolean(it) => written(it.as_repr()),
        Value::Datetime(it) => written(it.as_repr()),
    }
}

fn written(of: Option<&Repr>) -> Stated {
    let raw = of.and_then(|raw| raw.as_raw().as_str());
    Stated::Plain(raw.unwrap_or_default().to_owned())
}

fn list(of: &Array) -> Parts {
    let mut parts = Parts::default();
    for value in of {
        parts.put(text(value.decor().prefix()), None, stated(value), text(value.decor().suffix()));
    }
    parts.close(text(Some(of.trailing())));
    if parts.all.iter().all(|part| matches!(part.value, Stated::Table(_))) {
        parts.end_above_the_last();
    }
    parts
}

fn inline_table(of: &InlineTable) -> Parts {
    let mut parts = Parts::default();
    for (name, value) in of {
        let before = of.key(name).map(|key| text(key.leaf_decor().prefix())).unwrap_or_default();
        match value {
            // Its inner keys hold the text before and after `a.b = 1`.
            Value::InlineTable(inner) if inner.is_dotted() => {
                let mut inner = inline_table(inner);
                let above = inner.all.first_mut().map(|it| std::mem::take(&mut it.above)).unwrap_or_default();
                parts.put(before, Some(name), Stated::Table(inner), "");
                if let Some(part) = parts.all.last_mut() {
                    part.above.extend(above);
                }
            }
            _ => parts.put(before, Some(name), stated(value), text(value.decor().suffix())),
        }
    }
    parts.close(text(Some(of.trailing())));
    parts.end_above_the_last();
    parts
}

impl Parts {
    /// Adds a part of a list or an inline table, which is between the raw texts `before` and
    /// `behind`.
    fn put(&mut self, before: &str, key: Option<&str>, value: Stated, behind: &str) {
        self.close(before);
        let above = std::mem::take(&mut self.below);
        self.all.push(TidyPart::new(above, key, value, None));
        self.close(behind);
    }

    /// Moves the comments at the end above the last part: a table under a heading has no end, so
    /// they belong to what follows.
    fn end_above_the_last(&mut self) {
        if let Some(last) = self.all.last_mut() {
            last.above.append(&mut self.below);
        }
    }

    /// Reads the comments in `raw`. One on the line of the last part goes beside it.
    fn close(&mut self, raw: &str) {
        let (line, rest) = raw.split_once('\n').map_or((raw, ""), |(line, rest)| (line, rest));
        let first = Some(line.trim()).filter(|comment| !comment.is_empty()).map(str::to_owned);
        match self.all.last_mut() {
            Some(part) if part.beside.is_none() && self.below.is_empty() => part.beside = first,
            _ => self.below.extend(first),
        }
        self.below.extend(comments(rest).into_iter().filter(|line| !line.is_empty()));
    }
}
