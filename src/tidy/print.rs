//! Prints a file: keys first, then tables, each under its own heading; a list on one line if it
//! fits; a small table within a list on its own line.

use crate::tidy::tree::{Parts, Stated, TidyPart};

/// The maximum number of characters of a line with a list.
const WIDTH: usize = 120;

/// The maximum number of characters of an item that may share a line of a long list.
const SHORT: usize = 24;

/// Prints the file that starts with the comments `head`, holds `whole` and ends with the comments
/// `foot`.
pub fn print_file(head: &[String], whole: &Parts, foot: &[String]) -> String {
    let mut page = TidyPrinter::default();
    page.lines(head);
    page.gap();
    page.table(whole, "", false, Vec::new());
    page.lines(foot);
    let text = page.text.trim_end();
    if text.is_empty() { String::new() } else { format!("{text}\n") }
}

/// The text so far, always ending with a line end.
#[derive(Default)]
struct TidyPrinter {
    text: String,
}

impl TidyPrinter {
    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    fn lines(&mut self, lines: &[String]) {
        for line in lines {
            if line.is_empty() { self.gap() } else { self.line(line) }
        }
    }

    /// Adds a blank line, unless there is one or the text is empty.
    fn gap(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.line("");
        }
    }

    /// Prints the comments above a key. No blank line follows a heading.
    fn above_key(&mut self, lines: &[String], first: bool) {
        let blank = first && lines.first().is_some_and(String::is_empty);
        self.lines(lines.get(usize::from(blank)..).unwrap_or_default());
    }

    /// Prints the comments above a heading. Comments that end with a blank line and follow the text
    /// above closely belong to that text.
    fn above_heading(&mut self, lines: &[String]) {
        let blank = lines.iter().position(String::is_empty);
        let (close, rest) = lines.split_at(blank.unwrap_or_default());
        self.lines(close);
        self.gap();
        self.lines(rest);
    }

    /// Prints the table at `path`, which is `listed` if it is one of a list, with the comments
    /// `above` over its first heading.
    fn table(&mut self, table: &Parts, path: &str, listed: bool, mut above: Vec<String>) {
        let (under_headings, keys): (Vec<&TidyPart>, Vec<&TidyPart>) =
            table.all.iter().partition(|it| it.has_heading(listed));
        for (at, part) in keys.iter().enumerate() {
            self.above_key(&part.above, at == 0);
            let start = start(part);
            let value = value(&part.value, "", start.chars().count());
            self.line(&format!("{start}{value}{}", beside(part)));
        }
        for part in under_headings {
            let name = part.key.as_deref().map(key).unwrap_or_default();
            let path = if path.is_empty() { name } else { format!("{path}.{name}") };
            above.extend(part.above.iter().cloned());
            let Stated::List(items) = &part.value else {
                self.under_heading(part, &path, false, std::mem::take(&mut above));
                continue;
            };
            // A comment on a list that was written in brackets.
            above.extend(part.beside.clone());
            for item in &items.all {
                above.extend(item.above.iter().cloned());
                self.under_heading(item, &path, true, std::mem::take(&mut above));
            }
        }
    }

    fn under_heading(&mut self, part: &TidyPart, path: &str, listed: bool, mut above: Vec<String>) {
        let Stated::Table(table) = &part.value else { return };
        // The headings of its tables imply a table that holds nothing else.
        if listed || table.all.is_empty() || table.all.iter().any(|part| !part.has_heading(listed)) {
            self.above_heading(&std::mem::take(&mut above));
            let heading = if listed { format!("[[{path}]]") } else { format!("[{path}]") };
            self.line(&format!("{heading}{}", beside(part)));
        } else {
            above.extend(part.beside.clone());
        }
        self.table(table, path, listed, above);
    }
}

impl TidyPart {
    /// Whether it is printed under its own heading, in a table that is `listed` or not.
    fn has_heading(&self, listed: bool) -> bool {
        match &self.value {
            Stated::Table(table) => !listed || table.has_comments(),
            Stated::List(items) => {
                !items.all.is_empty() && items.all.iter().all(|item| matches!(item.value, Stated::Table(_)))
            }
            _ => false,
        }
    }
}

fn beside(part: &TidyPart) -> String {
    part.beside.as_ref().map_or_else(String::new, |it| format!(" {it}"))
}

/// Prints `value` after `used` characters of a line indented by `indent`.
fn value(value: &Stated, indent: &str, used: usize) -> String {
    match value {
        Stated::Text(text) => quoted(text),
        Stated::Plain(written) => written.clone(),
        Stated::List(items) => {
            let each = on_one_line(items);
            let line = format!("[{}]", each.join(", "));
            if items.has_comments() {
                on_lines(items, '[', ']', indent)
            } else if used + line.chars().count() <= WIDTH || each.is_empty() {
                line
            } else if each.iter().all(|text| text.chars().count() <= SHORT) {
                packed(&each, indent)
            } else {
                on_lines(items, '[', ']', indent)
            }
        }
        Stated::Table(table) if table.has_comments() => on_lines(table, '{', '}', indent),
        Stated::Table(table) if table.all.is_empty() => "{}".to_owned(),
        Stated::Table(table) => format!("{{ {} }}", on_one_line(table).join(", ")),
    }
}

/// Prints the parts of a list or an inline table, each with its key.
fn on_one_line(parts: &Parts) -> Vec<String> {
    parts.all.iter().map(|part| format!("{}{}", start(part), value(&part.value, "", 0))).collect()
}

/// Prints a list of short items, filling each line.
fn packed(items: &[String], indent: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    for item in items {
        match lines.last_mut() {
            Some(line) if line.chars().count() + item.chars().count() + 2 <= WIDTH => {
                line.extend([" ", item, ","]);
            }
            _ => lines.push(format!("{indent}  {item},")),
        }
    }
    format!("[\n{}\n{indent}]", lines.join("\n"))
}

fn on_lines(parts: &Parts, open: char, close: char, indent: &str) -> String {
    let inner = format!("{indent}  ");
    let mut lines = vec![open.to_string()];
    for part in &parts.all {
        lines.extend(part.above.iter().filter(|line| !line.is_empty()).map(|it| format!("{inner}{it}")));
        let start = format!("{inner}{}", start(part));
        let value = value(&part.value, &inner, start.chars().count() + 1);
        lines.push(format!("{start}{value},{}", beside(part)));
    }
    lines.extend(parts.below.iter().map(|it| format!("{inner}{it}")));
    lines.push(format!("{indent}{close}"));
    lines.join("\n")
}

fn start(part: &TidyPart) -> String {
    part.key.as_ref().map_or_else(String::new, |name| format!("{} = ", key(name)))
}

fn key(name: &str) -> String {
    let bare = !name.is_empty()
        && name.chars().all(|character| character.is_ascii_alphanumeric() || character == '_' || character == '-');
    if bare { name.to_owned() } else { quoted(name) }
}

/// Prints `text` as a basic string.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for character in text.chars() {
        match character {
            '"' | '\\' => quoted.extend(['\\', character]),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            '\r' => quoted.push_str("\\r"),
            _ if character.is_ascii_control() => quoted.extend(format!("\\u{:04X}", u32::from(character)).chars()),
            _ => quoted.push(character),
        }
    }
    quoted.push('"');
    quoted
}
