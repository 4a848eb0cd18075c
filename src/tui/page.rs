//! A page: rows of wrapped text, some of which are items that can be focused. Screens build pages;
//! `window` shows as much of one as fits, with the focused item in sight.

use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::pack::{ObligationId, QuestionId, ReadingId, SourceId};
use crate::tui::theme::{Role, Theme};
use crate::tui::wrap::{Run, wrap};

/// The most lines of one item of running text, so that every item fits the smallest screen.
const MAX_LINES: usize = 4;

/// The most rows of one item of a tree, for the same reason.
const MAX_ROWS: usize = 6;

/// A space at which no line is broken; drawn like any other.
pub const NO_BREAK: &str = "\u{a0}";

/// What Enter does on an item of running text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PageTarget {
    /// Opens this obligation.
    Obligation(ObligationId),
    /// Opens these sources.
    Sources(Vec<SourceId>),
    /// Opens this question.
    Question(QuestionId),
    /// Opens this legal point.
    Point(ReadingId),
    /// Begins this check of a paper, by its id.
    Paper(&'static str),
}

/// Which item the keys act on.
#[derive(Debug, Clone, Copy)]
pub struct Focus {
    /// The item.
    pub item: usize,
    /// Whether the page is the one the keys act on.
    pub active: bool,
    /// Whether the item is marked all the same where it is not.
    pub kept: bool,
}

/// A row of a page.
#[derive(Debug, Clone)]
pub struct PageRow {
    /// What is shown.
    pub line: Line<'static>,
    /// The item it belongs to.
    pub item: Option<usize>,
    /// How far it is moved to the right.
    pub indent: usize,
    /// The address its text links to, and the column where that text starts.
    pub link: Option<(usize, String)>,
}

/// A page.
#[derive(Debug, Clone)]
pub struct Page {
    theme: Theme,
    width: usize,
    focus: Focus,
    indent: usize,
    hanging: usize,
    rows: Vec<PageRow>,
    targets: Vec<Option<PageTarget>>,
    cursor: Option<(usize, usize)>,
}

impl Focus {
    /// The keys act on `item` of this page.
    pub fn on(item: usize) -> Self {
        Self { item, active: true, kept: false }
    }

    /// The keys act elsewhere; `item` is kept in sight.
    pub fn off(item: usize) -> Self {
        Self { item, active: false, kept: false }
    }

    /// The keys act elsewhere, on what `item` stands for.
    pub fn kept(item: usize) -> Self {
        Self { item, active: false, kept: true }
    }
}

impl Page {
    /// An empty page of this width.
    pub fn new(width: u16, theme: Theme, focus: Focus) -> Self {
        Self {
            theme,
            width: usize::from(width).max(1),
            focus,
            indent: 0,
            hanging: 0,
            rows: Vec::new(),
            targets: Vec::new(),
            cursor: None,
        }
    }

    /// The rows.
    pub fn rows(&self) -> &[PageRow] {
        &self.rows
    }

    /// How many items it has.
    pub fn items(&self) -> usize {
        self.targets.len()
    }

    /// The focused item; the last one if there are fewer by now.
    pub fn focus(&self) -> Focus {
        Focus { item: self.focus.item.min(self.items().saturating_sub(1)), ..self.focus }
    }

    /// What Enter does on this item.
    pub fn target(&self, item: usize) -> Option<&PageTarget> {
        self.targets.get(item)?.as_ref()
    }

    /// The first item on which Enter does this.
    pub fn item_of(&self, target: &PageTarget) -> Option<usize> {
        self.targets.iter().position(|other| other.as_ref() == Some(target))
    }

    /// Where the cursor stands, as row and column, if the page says so itself.
    pub fn cursor(&self) -> Option<(usize, usize)> {
        self.cursor
    }

    /// Sets how far what follows is moved to the right.
    pub fn indent(&mut self, columns: usize) {
        self.indent = columns;
    }

    /// An empty row, unless there is one above or nothing at all.
    pub fn blank(&mut self) {
        if self.rows.last().is_some_and(|row| row.line.width() > 0) {
            self.push(Vec::new(), 0, None);
        }
    }

    /// An empty row, whatever stands above.
    pub fn gap(&mut self) {
        self.push(Vec::new(), 0, None);
    }

    /// Text beside a mark, which cannot be focused.
    pub fn runs(&mut self, mark: &str, runs: &[Run]) {
        for (at, line) in wrap(runs, self.room(mark.width())).into_iter().enumerate() {
            let beside = if at == 0 { mark.to_owned() } else { " ".repeat(mark.width()) };
            let row = std::iter::once((Role::Body, beside)).chain(line);
            self.push(row.collect(), self.indent, None);
        }
    }

    /// Text that cannot be focused.
    pub fn text(&mut self, role: Role, text: &str) {
        for line in wrap(&[(role, text.to_owned())], self.room(0)) {
            self.push(line, self.indent, None);
        }
    }

    /// A heading: a blank row and a line of its own.
    pub fn heading(&mut self, text: &str) {
        self.blank();
        self.text(Role::Heading, text);
    }

    /// Two texts at the two ends of a row; one under the other where they do not fit.
    pub fn ends(&mut self, left: &Run, right: &Run) {
        let gap = self.width.checked_sub(left.1.width() + right.1.width()).filter(|gap| *gap >= 3);
        if let Some(gap) = gap {
            self.push(vec![left.clone(), (Role::Body, " ".repeat(gap)), right.clone()], 0, None);
        } else {
            self.text(left.0, &left.1);
            self.text(right.0, &right.1);
        }
    }

    /// An item: a mark, and text that hangs beside it.
    pub fn item(&mut self, mark: &str, runs: &[Run], target: Option<PageTarget>) {
        let item = self.targets.len();
        let here = self.focus.item == item;
        let focused = here && self.focus.active;
        let marked = focused || (here && self.focus.kept);
        self.targets.push(target);
        self.hanging = self.indent + 2 + mark.width();
        let runs: Vec<Run> = runs.iter().map(|it| lit(it, focused)).collect();
        for (at, line) in wrap(&runs, self.room(2 + mark.width())).into_iter().enumerate() {
            let pointer = if marked && at == 0 { ">" } else { " " };
            let mut row = vec![(Role::Heading, pointer.to_owned()), (Role::Body, " ".to_owned())];
            let beside = if at == 0 { mark.to_owned() } else { " ".repeat(mark.width()) };
            row.push(lit(&(Role::Body, beside), focused));
            row.extend(line);
            self.push(row, self.indent, Some(item));
        }
    }

    /// More text of the last item, under its text.
    pub fn under(&mut self, role: Role, text: &str) {
        let item = self.targets.len().checked_sub(1);
        for line in wrap(&[(role, text.to_owned())], self.width.saturating_sub(self.hanging)) {
            self.push(line, self.hanging, item);
        }
    }

    /// More text of the last item, set in from its text.
    pub fn deeper(&mut self, role: Role, text: &str) {
        self.hanging += 2;
        self.under(role, text);
        self.hanging -= 2;
    }

    /// Leaves out `count` items: they are counted, but have no rows. The rows of the page must reach as
    /// far from the focused one as can be seen.
    pub fn skip(&mut self, count: usize) {
        self.targets.resize(self.targets.len() + count, None);
    }

    /// Running text, in items small enough to be shown whole.
    pub fn read(&mut self, mark: &str, runs: &[Run], target: Option<&PageTarget>) {
        let lines = wrap(runs, self.room(2 + mark.width()));
        for (at, chunk) in lines.chunks(MAX_LINES).enumerate() {
            let mark = if at == 0 { mark.to_owned() } else { " ".repeat(mark.width()) };
            let joined = chunk.join(&(Role::Body, " ".to_owned()));
            self.item(&mark, &joined, target.cloned());
        }
    }

    /// These rows as an item.
    fn rows_of_item(&mut self, rows: &[Vec<Run>]) {
        let item = self.targets.len();
        let here = self.focus.item == item;
        let focused = here && self.focus.active;
        self.targets.push(None);
        for (at, row) in rows.iter().enumerate() {
            let pointer = if (focused || (here && self.focus.kept)) && at == 0 { "> " } else { "  " };
            let lit = row.iter().map(|it| lit(it, focused));
            let row = std::iter::once((Role::Heading, pointer.to_owned())).chain(lit);
            self.push(row.collect(), self.indent, Some(item));
        }
    }

    /// An address that stands in full, on as many rows as it takes, each of which links to it.
    pub fn address(&mut self, url: &str) {
        let item = self.targets.len();
        let focused = self.focus.active && self.focus.item == item;
        self.targets.push(None);
        for (at, line) in broken(url, self.room(2)).into_iter().enumerate() {
            let pointer = if focused && at == 0 { "> " } else { "  " };
            let row = vec![(Role::Heading, pointer.to_owned()), lit(&(Role::Body, line), focused)];
            self.push(row, self.indent, Some(item));
            if let Some(row) = self.rows.last_mut() {
                row.link = Some((self.indent + 2, url.to_owned()));
            }
        }
    }

    /// A field to type into, as an item: its lines, and where the cursor stands in them.
    pub fn field(&mut self, lines: &[String], cursor: (usize, usize)) {
        let item = self.targets.len();
        let focused = self.focus.active && self.focus.item == item;
        self.targets.push(None);
        self.hanging = self.indent + 2;
        if focused {
            self.cursor = Some((self.rows.len() + cursor.0, self.hanging + cursor.1));
        }
        for (at, line) in lines.iter().enumerate() {
            let pointer = if focused && at == 0 { "> " } else { "  " };
            let row = vec![(Role::Heading, pointer.to_owned()), (Role::Strong, line.clone())];
            self.push(row, self.indent, Some(item));
        }
    }

    /// Puts the rows of `head`, which has no items, before its own.
    #[must_use]
    pub fn after(mut self, head: &Self) -> Self {
        self.cursor = self.cursor.map(|(row, column)| (row + head.rows.len(), column));
        self.rows.splice(0..0, head.rows.iter().cloned());
        self
    }

    fn room(&self, taken: usize) -> usize {
        self.width.saturating_sub(self.indent + taken)
    }

    fn push(&mut self, runs: Vec<Run>, indent: usize, item: Option<usize>) {
        let mut spans = Vec::new();
        if indent > 0 && !runs.is_empty() {
            spans.push(Span::raw(" ".repeat(indent)));
        }
        spans.extend(
            runs.into_iter().map(|(role, text)| Span::styled(text.replace(NO_BREAK, " "), self.theme.style(role))),
        );
        self.rows.push(PageRow { line: Line::from(spans), item, indent, link: None });
    }
}

/// A question of a tree, being drawn: its rows, each behind a piece of the trunk.
pub struct Stem<'p> {
    page: &'p mut Page,
    mark: Run,
    trunk: Run,
    rows: Vec<Vec<Run>>,
}

impl<'p> Stem<'p> {
    /// Begins with `mark`, and goes on along `trunk`.
    pub fn new(page: &'p mut Page, mark: (Role, &str), trunk: (Role, &str)) -> Self {
        let run = |(role, text): (Role, &str)| (role, format!("{text} "));
        Self { page, mark: run(mark), trunk: run(trunk), rows: Vec::new() }
    }

    /// Text beside the trunk.
    pub fn text(&mut self, runs: &[Run]) {
        let first = if self.rows.is_empty() { self.mark.clone() } else { self.trunk.clone() };
        self.add(&first, runs);
    }

    /// Text that a way off the trunk leads to.
    pub fn twig(&mut self, fork: (Role, &str), runs: &[Run]) {
        self.add(&(fork.0, format!("{} ", fork.1)), runs);
    }

    /// Puts it on the page: in as many items as it takes.
    pub fn end(self) {
        let Self { page, rows, .. } = self;
        for chunk in rows.chunks(MAX_ROWS) {
            page.rows_of_item(chunk);
        }
    }

    /// Further lines hang below the first, behind the trunk; after the last way off, below nothing.
    fn add(&mut self, first: &Run, runs: &[Run]) {
        let width = first.1.width();
        let ends = first.1.starts_with(crate::tui::glyph::LAST);
        let rest = if ends { (Role::Body, String::new()) } else { self.trunk.clone() };
        let rest = (rest.0, format!("{:width$}", rest.1));
        for (at, line) in wrap(runs, self.page.room(2 + width)).into_iter().enumerate() {
            let stem = if at == 0 { first.clone() } else { rest.clone() };
            self.rows.push(std::iter::once(stem).chain(line).collect());
        }
    }
}

/// Body text of the focused item is lit.
fn lit(run: &Run, focused: bool) -> Run {
    let role = if focused && run.0 == Role::Body { Role::Focus } else { run.0 };
    (role, run.1.clone())
}

/// An address in lines, broken behind a slash or a dash where that is possible.
fn broken(url: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for piece in url.split_inclusive(['/', '-', '&', '?']) {
        for part in wrap(&[(Role::Body, piece.to_owned())], width) {
            let part: String = part.into_iter().map(|(_, text)| text).collect();
            match lines.last_mut() {
                Some(line) if line.width() + part.width() <= width => line.push_str(&part),
                _ => lines.push(part),
            }
        }
    }
    lines
}
