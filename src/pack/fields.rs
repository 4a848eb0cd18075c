//! Reads one TOML file by hand, to find every fault in it at once, each with its place.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use crate::condition::nearest_name;
use crate::finding::{Finding, MAX_FINDINGS, Place};
use crate::pack::model::Spot;
use crate::text;

/// A file being read, and its faults.
pub struct PackReader<'a> {
    /// Its path within the pack.
    pub path: &'a str,
    /// What it holds.
    pub source: &'a str,
    /// Its number.
    pub file: usize,
    /// The faults so far.
    pub findings: &'a mut Vec<Finding>,
}

/// A string with its place.
#[derive(Debug, Clone, Default)]
pub struct SpannedString {
    /// The string.
    pub text: String,
    /// Where it is.
    pub spot: Spot,
}

/// A value whose expected type is not known when it is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// `true` or `false`.
    Flag(bool),
    /// A whole number.
    Number(i64),
    /// Text.
    Text(String),
    /// A list.
    List(Vec<Value>),
}

impl PackReader<'_> {
    /// Reports a fault at `span`.
    pub fn fault(&mut self, code: &'static str, span: &Range<usize>, message: impl Into<String>, help: Option<String>) {
        if self.findings.len() >= MAX_FINDINGS {
            return;
        }
        let mut finding = Finding::error(code, Place::new(self.path, self.source, span), message);
        finding.help = help;
        self.findings.push(finding);
    }

    /// The place of `span` in this file.
    pub fn spot(&self, span: Range<usize>) -> Spot {
        Spot { file: self.file, span }
    }
}

/// Parses the file of `reader` as a table and passes it to `read`.
pub fn read_file<T>(
    reader: &mut PackReader<'_>,
    what: &'static str,
    read: impl FnOnce(&mut Fields<'_, '_, '_>) -> T,
) -> Option<T> {
    let source = reader.source;
    let (table, errors) = DeTable::parse_recoverable(source);
    for error in &errors {
        let span = error.span().unwrap_or(0..0);
        reader.fault("toml", &span, error.message().to_owned(), None);
    }
    if !errors.is_empty() {
        return None;
    }
    Some(with_table(reader, table.get_ref(), 0..0, what, read))
}

fn with_table<'d, T>(
    reader: &mut PackReader<'_>,
    table: &'d DeTable<'d>,
    span: Range<usize>,
    what: &'static str,
    read: impl FnOnce(&mut Fields<'_, 'd, '_>) -> T,
) -> T {
    let mut fields = Fields { reader, table, span, what, known: Vec::new() };
    let value = read(&mut fields);
    fields.finish();
    value
}

/// A table being read. It records which keys were asked for, and reports the others.
pub struct Fields<'r, 'd, 'a> {
    /// The file it is in.
    pub reader: &'r mut PackReader<'a>,
    table: &'d DeTable<'d>,
    span: Range<usize>,
    what: &'static str,
    known: Vec<&'d str>,
}

impl<'d> Fields<'_, 'd, '_> {
    /// Where this table starts.
    pub fn spot(&self) -> Spot {
        self.reader.spot(self.span.clone())
    }

    /// Returns the spot of the value at `key`, or that of the table if there is none.
    pub fn spot_of(&self, key: &str) -> Spot {
        let found = self.table.iter().find(|(own, _)| own.get_ref() == key);
        found.map_or_else(|| self.spot(), |(_, value)| self.reader.spot(value.span()))
    }

    /// Whether the table has `key`.
    pub fn has(&self, key: &str) -> bool {
        self.table.iter().any(|(own, _)| own.get_ref() == key)
    }

    /// Returns the keys of this table, if the author chooses them.
    pub fn keys(&self) -> Vec<(&'d str, SpannedString)> {
        let placed = |key: &'d Spanned<DeString<'d>>| {
            let name: &str = key.get_ref();
            (name, SpannedString { text: name.to_owned(), spot: self.reader.spot(key.span()) })
        };
        self.table.keys().map(placed).collect()
    }

    fn find(&mut self, key: &'d str) -> Option<&'d Spanned<DeValue<'d>>> {
        self.known.push(key);
        let found = self.table.iter().find(|(own, _)| own.get_ref() == key);
        found.map(|(_, value)| value)
    }

    fn need<T>(&mut self, key: &'d str, found: Option<T>) -> Option<T> {
        if found.is_none() && !self.has(key) {
            let message = format!("this {} has no `{key}`", self.what);
            let span = self.span.clone();
            self.reader.fault("missing-key", &span, message, Some(format!("add a line `{key} = ...`")));
        }
        found
    }

    fn wrong(&mut self, key: &str, value: &Spanned<DeValue<'_>>, wanted: &str) {
        let message = format!("`{key}` is {}, but should be {wanted}", kind(value.get_ref()));
        self.reader.fault("wrong-type", &value.span(), message, None);
    }

    /// Returns the text at `key`, if there is one.
    pub fn maybe_text(&mut self, key: &'d str) -> Option<SpannedString> {
        let value = self.find(key)?;
        let DeValue::String(string) = value.get_ref() else {
            self.wrong(key, value, "text in quotes");
            return None;
        };
        Some(self.clean(string, value.span()))
    }

    /// Returns the text at `key`, or reports that it is missing or empty.
    pub fn text(&mut self, key: &'d str) -> SpannedString {
        let found = self.maybe_text(key);
        let found = self.need(key, found).unwrap_or_default();
        if found.text.trim().is_empty() && !found.spot.span.is_empty() {
            let message = format!("`{key}` is empty");
            self.reader.fault("empty", &found.spot.span.clone(), message, None);
        }
        found
    }

    /// Returns the condition at `key`, written so that places within it are places in the file.
    pub fn maybe_condition(&mut self, key: &'d str) -> Option<SpannedString> {
        let mut found = self.maybe_text(key)?;
        let raw = self.reader.source.get(found.spot.span.clone()).unwrap_or_default();
        let inner = raw.get(1..raw.len().saturating_sub(1)).unwrap_or_default();
        if inner.trim() != found.text {
            let message = format!("`{key}` is not a plain one-line string");
            let help = "write the condition between two quotes on one line, without `\\`".to_owned();
            self.reader.fault("bad-string", &found.spot.span.clone(), message, Some(help));
            return None;
        }
        let start = found.spot.span.start + 1 + (inner.len() - inner.trim_start().len());
        found.spot.span = start..start + found.text.len();
        Some(found)
    }

    /// Returns the condition at `key`, or reports that it is missing.
    pub fn condition(&mut self, key: &'d str) -> Option<SpannedString> {
        let found = self.maybe_condition(key);
        self.need(key, found)
    }

    /// Returns the texts of the list at `key`; empty if there is none.
    pub fn texts(&mut self, key: &'d str) -> Vec<SpannedString> {
        let Some(value) = self.find(key) else { return Vec::new() };
        let DeValue::Array(items) = value.get_ref() else {
            self.wrong(key, value, "a list of texts");
            return Vec::new();
        };
        let mut found = Vec::new();
        for item in items {
            match item.get_ref() {
                DeValue::String(string) => found.push(self.clean(string, item.span())),
                _ => self.wrong(key, item, "a list of texts"),
            }
        }
        found
    }

    /// Like [`Fields::texts`], but reports an empty list.
    pub fn some_texts(&mut self, key: &'d str) -> Vec<SpannedString> {
        let found = self.texts(key);
        let is_list =
            self.find(key).is_none_or(|value| matches!(value.get_ref(), DeValue::Array(items) if items.is_empty()));
        if is_list {
            let message = format!("this {} has no `{key}`", self.what);
            let span = self.span.clone();
            self.reader.fault("missing-key", &span, message, Some(format!("add a line `{key} = [\"...\"]`")));
        }
        found
    }

    /// Whether `key` is present and true.
    pub fn flag(&mut self, key: &'d str) -> bool {
        match self.find(key).map(|it| (it, it.get_ref())) {
            Some((_, DeValue::Boolean(flag))) => *flag,
            Some((value, _)) => {
                self.wrong(key, value, "true or false");
                false
            }
            None => false,
        }
    }

    /// Returns the whole number at `key`, if there is one.
    pub fn maybe_number(&mut self, key: &'d str) -> Option<i64> {
        let value = self.find(key)?;
        let DeValue::Integer(written) = value.get_ref() else {
            self.wrong(key, value, "a whole number");
            return None;
        };
        let number =
            Some(written).filter(|integer| integer.radix() == 10).and_then(|integer| integer.as_str().parse().ok());
        if number.is_none() {
            let message = format!("`{key}` is too large, or is not a decimal number");
            self.reader.fault("wrong-type", &value.span(), message, None);
        }
        number
    }

    /// Returns the whole number at `key`, or reports that it is missing.
    pub fn number(&mut self, key: &'d str) -> Option<i64> {
        let found = self.maybe_number(key);
        self.need(key, found)
    }

    /// Returns the value at `key` if it can be an answer, whatever its type.
    pub fn value(&mut self, key: &'d str) -> Option<Value> {
        let value = self.find(key)?;
        let found = plain_value(value.get_ref());
        if found.is_none() {
            self.wrong(key, value, "true, false, a whole number, text in quotes or a list of texts");
        }
        found
    }

    /// Reads the table at `key` with `read`, if there is one.
    pub fn maybe_table<T>(
        &mut self,
        key: &'d str,
        what: &'static str,
        read: impl FnOnce(&mut Fields<'_, 'd, '_>) -> T,
    ) -> Option<T> {
        let value = self.find(key)?;
        let DeValue::Table(table) = value.get_ref() else {
            self.wrong(key, value, "a table");
            return None;
        };
        Some(with_table(self.reader, table, value.span(), what, read))
    }

    /// Reads the table at `key` with `read`, or reports that it is missing.
    pub fn table<T>(
        &mut self,
        key: &'d str,
        what: &'static str,
        read: impl FnOnce(&mut Fields<'_, 'd, '_>) -> T,
    ) -> Option<T> {
        let found = self.maybe_table(key, what, read);
        self.need(key, found)
    }

    /// Reads each table of the list at `key` with `read`.
    pub fn tables<T>(
        &mut self,
        key: &'d str,
        what: &'static str,
        mut read: impl FnMut(&mut Fields<'_, 'd, '_>) -> T,
    ) -> Vec<T> {
        let Some(value) = self.find(key) else { return Vec::new() };
        let DeValue::Array(items) = value.get_ref() else {
            self.wrong(key, value, "a list of tables, written with two brackets");
            return Vec::new();
        };
        let mut found = Vec::new();
        for item in items {
            match item.get_ref() {
                DeValue::Table(table) => found.push(with_table(self.reader, table, item.span(), what, &mut read)),
                _ => self.wrong(key, item, "a list of tables"),
            }
        }
        found
    }

    fn clean(&mut self, string: &DeString<'_>, span: Range<usize>) -> SpannedString {
        if let Some(message) = text::hidden_fault(string) {
            self.reader.fault("hidden-character", &span, message, Some("remove it".to_owned()));
        }
        let spot = self.reader.spot(span);
        SpannedString { text: string.trim().to_owned(), spot }
    }

    fn finish(self) {
        for key in self.table.keys() {
            let name = key.get_ref();
            if self.known.contains(&name.as_ref()) {
                continue;
            }
            if self.reader.findings.len() >= MAX_FINDINGS {
                return;
            }
            let message = format!("unknown key `{}` in {}", text::shortened(name, 60), a(self.what));
            let near = nearest_name(name, self.known.iter().copied());
            let help = match near {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("{} may have: {}", a(self.what), list(&self.known)),
            };
            self.reader.fault("unknown-key", &key.span(), message, Some(help));
        }
    }
}

/// Drops the place of `value`. `None` if it cannot be an answer.
fn plain_value(value: &DeValue<'_>) -> Option<Value> {
    match value {
        DeValue::Boolean(flag) => Some(Value::Flag(*flag)),
        DeValue::Integer(written) if written.radix() == 10 => written.as_str().parse().ok().map(Value::Number),
        DeValue::String(text) => Some(Value::Text(text.clone().into_owned())),
        DeValue::Array(items) => {
            items.iter().map(|item| plain_value(item.get_ref())).collect::<Option<_>>().map(Value::List)
        }
        _ => None,
    }
}

fn a(what: &str) -> String {
    let article = if what.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
    format!("{article} {what}")
}

fn list(names: &[&str]) -> String {
    let quoted: Vec<String> = names.iter().map(|it| format!("`{it}`")).collect();
    quoted.join(", ")
}

fn kind(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "text",
        DeValue::Integer(_) => "a whole number",
        DeValue::Float(_) => "a number with a fraction",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date without quotes",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}
