//! Faults in packs and files: code, severity, place, message and help, and how they are printed.

use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

use crate::text;

/// The most faults of one pack that are looked for: whoever reads them mends the first ones.
pub const MAX_FINDINGS: usize = 1_000;

/// The most characters that are shown of a message and of a help line.
const MAX_SHOWN: usize = 1_000;

/// The most bytes of the lines a finding is about, if they are to be shown.
const MAX_EXCERPT: usize = 2_000;

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The pack cannot be used.
    Error,
    /// The pack can be used, but this is probably not what its author meant.
    Warning,
}

/// A place in a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The file, by its path within the pack.
    pub file: String,
    /// The line, from 1; 0 for the file as a whole.
    pub line: usize,
    /// The column, from 1, in characters.
    pub column: usize,
    /// The bytes of the file.
    pub span: (usize, usize),
}

impl Place {
    /// Creates the place of the bytes `span` in `text`, the content of `file`.
    pub fn new(file: &str, text: &str, span: &Range<usize>) -> Self {
        let start = floor(text, span.start);
        let before = text.get(..start).unwrap_or_default();
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        Self {
            file: file.to_owned(),
            line: before.bytes().filter(|byte| *byte == b'\n').count() + 1,
            column: before.get(line_start..).unwrap_or_default().chars().count() + 1,
            span: (start, floor(text, span.end).max(start)),
        }
    }

    /// Creates the place of a file as a whole.
    pub fn file(file: &str) -> Self {
        Self { file: file.to_owned(), line: 0, column: 0, span: (0, 0) }
    }
}

/// A fault, with what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// A short permanent name of this kind of fault.
    pub code: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// Where it is.
    pub place: Place,
    /// What is wrong, in the author's words.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
}

impl Finding {
    /// An error at `place`.
    pub fn error(code: &'static str, place: Place, message: impl Into<String>) -> Self {
        Self { code, severity: Severity::Error, place, message: message.into(), help: None }
    }

    /// A warning at `place`.
    pub fn warning(code: &'static str, place: Place, message: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, ..Self::error(code, place, message) }
    }

    /// Adds a help line.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Renders the finding with the lines of `source`, the content of its file, that it is about.
    pub fn render(&self, source: &str, ascii: bool) -> String {
        let level = match self.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
        };
        let short = |whole: &str| text::shown(&text::shortened(whole, MAX_SHOWN));
        let (message, file) = (short(&self.message), text::shown(&self.place.file));
        let help = self.help.as_deref().map(short);
        let lines = covered_lines(source, self.place.span);
        // A long line is not even looked at: a thousand findings may be about it.
        let excerpt = source.get(lines.clone()).filter(|excerpt| excerpt.len() <= MAX_EXCERPT).map(visible);
        let title = level.primary_title(message.as_str()).id(self.code);
        let (start, end) = self.place.span;
        let spot = start.saturating_sub(lines.start)..end.saturating_sub(lines.start);
        let mut group = if self.place.line == 0 {
            title.element(annotate_snippets::Origin::path(file.as_str()))
        } else if let Some(excerpt) = &excerpt {
            let snippet = Snippet::source(excerpt.as_str()).path(file.as_str()).line_start(self.place.line);
            title.element(snippet.annotation(AnnotationKind::Primary.span(spot)))
        } else {
            let path = annotate_snippets::Origin::path(file.as_str());
            title.element(path.line(self.place.line).char_column(self.place.column))
        };
        if let Some(help) = &help {
            group = group.element(Level::HELP.message(help.as_str()));
        }
        let decor = if ascii { DecorStyle::Ascii } else { DecorStyle::Unicode };
        Renderer::plain().decor_style(decor).render(&[group])
    }
}

/// Returns the bytes of the lines of `source` that `span` lies in.
fn covered_lines(source: &str, (start, end): (usize, usize)) -> Range<usize> {
    let (start, end) = (floor(source, start), floor(source, end));
    let before = source.get(..start).unwrap_or_default();
    let behind = source.get(end..).unwrap_or_default();
    let first = before.rfind('\n').map_or(0, |at| at + 1);
    first..behind.find('\n').map_or(source.len(), |at| end + at)
}

/// Replaces each unprintable character by as many bytes of `?`, so that places stay correct.
fn visible(source: &str) -> String {
    let mut safe = String::with_capacity(source.len());
    for character in source.chars() {
        if character == '\n' || text::is_plain(character) {
            safe.push(character);
        } else {
            let stand_in = if character == '\t' || character == '\r' { ' ' } else { '?' };
            safe.extend(std::iter::repeat_n(stand_in, character.len_utf8()));
        }
    }
    safe
}

fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
