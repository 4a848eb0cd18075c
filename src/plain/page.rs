//! A page of text, built line by line. Everything that is shown passes here, so nothing reaches the
//! reader that is not plain text.

use crate::lines::wrap_options;
use crate::text::shown;
use crate::words::Words;

/// How wide text is wrapped where nothing else is said.
pub const WIDTH: usize = 78;

/// How far one step of indentation goes.
const STEP: usize = 2;

/// The narrowest that text is wrapped.
const NARROWEST: usize = 20;

/// A page being written.
pub struct PlainPage<'w> {
    /// The words of the interface.
    pub words: &'w Words,
    width: usize,
    ascii: bool,
    text: String,
}

impl<'w> PlainPage<'w> {
    /// An empty page of this width.
    pub fn new(words: &'w Words, width: usize, ascii: bool) -> Self {
        Self { words, width: width.max(NARROWEST), ascii, text: String::new() }
    }

    /// The page as text: whole lines, no control character but the line end.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// An empty line at the start, to set this page apart from what was shown before.
    pub fn lead(&mut self) {
        self.text.insert(0, '\n');
    }

    /// An empty line before what comes next.
    pub fn gap(&mut self) {
        if !matches!(self.text.as_str(), "" | "\n") && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// A paragraph.
    pub fn say(&mut self, text: &str) {
        self.put("", "", text);
    }

    /// An item of a list: its mark, then its text, at this depth.
    pub fn item(&mut self, depth: usize, mark: &str, text: &str) {
        let first = format!("{}{mark} ", " ".repeat(STEP * depth));
        let next = " ".repeat(first.chars().count());
        self.put(&first, &next, text);
    }

    /// A paragraph at this depth.
    pub fn under(&mut self, depth: usize, text: &str) {
        let indent = " ".repeat(STEP * depth);
        self.put(&indent, &indent, text);
    }

    /// A paragraph beneath the text of an item of depth 1 that has this mark.
    pub fn beneath(&mut self, mark: &str, text: &str) {
        let indent = " ".repeat(STEP + mark.chars().count() + 1);
        self.put(&indent, &indent, text);
    }

    /// A line that is never broken, so that it can be copied.
    pub fn whole(&mut self, depth: usize, text: &str) {
        let line = format!("{}{}\n", " ".repeat(STEP * depth), self.safe(text));
        self.text.push_str(&line);
    }

    fn put(&mut self, first: &str, next: &str, text: &str) {
        for (at, line) in text.lines().enumerate() {
            let first = if at == 0 { first } else { next };
            let options = wrap_options(self.width).initial_indent(first).subsequent_indent(next);
            let line = self.safe(line.trim());
            for wrapped in textwrap::wrap(&line, options) {
                self.text.push_str(wrapped.trim_end());
                self.text.push('\n');
            }
        }
    }

    fn safe(&self, text: &str) -> String {
        let safe = shown(text);
        if self.ascii { safe.replace('…', "...") } else { safe }
    }
}
