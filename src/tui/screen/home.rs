//! The assessments in the folder: begin one, or go on with one.

use std::ops::Range;
use std::path::PathBuf;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::interview::Interviews;
use crate::pack::Pack;
use crate::report;
use crate::store::{AnswerFile, Listed, ListedFile, StoreError};
use crate::tell;
use crate::text;
use crate::tui::context::Context;
use crate::tui::effect::Effect;
use crate::tui::keymap::{Hint, Message, Press};
use crate::tui::layout;
use crate::tui::names;
use crate::tui::page::Page;
use crate::tui::pane::Pane;
use crate::tui::theme::Role;
use crate::tui::window::Shown;
use crate::words::Label;

/// The fewest rows of a listed assessment: its name, its state, and a blank one.
const LEAST_ROWS: usize = 3;

/// The screen.
#[derive(Debug, Clone, Default)]
pub struct HomeScreen {
    entries: Vec<HomeEntry>,
    pane: Pane,
    notice: Option<String>,
    /// The file that may be judged anew, and the row to go back to.
    anew: Option<(PathBuf, usize)>,
}

/// An answer file.
#[derive(Debug, Clone)]
struct HomeEntry {
    listed: Listed,
    /// What is said of it, once it was in reach.
    told: Option<EntryText>,
}

/// What is said of an answer file.
#[derive(Debug, Clone)]
struct EntryText {
    name: String,
    state: String,
    fault: bool,
    other_version: bool,
}

impl HomeScreen {
    /// Looks into the folder. `notice` is said on top.
    pub fn load(context: &Context<'_>, notice: Option<String>) -> Self {
        match context.folder.list(context.shelf, (context.today)()) {
            Ok(listed) => {
                let entries = listed.into_iter().map(|listed| HomeEntry { listed, told: None }).collect();
                let mut home = Self { entries, pane: Pane::default(), notice, anew: None };
                let mut interviews = Interviews::default();
                home.read(home.in_reach(0, context), context, &mut interviews);
                home.pane = Pane::at(home.first_sound(context, &mut interviews).map_or(0, |at| at + 1));
                home
            }
            Err(error) => Self { notice: notice.or(Some(error.to_string())), ..Self::default() },
        }
    }

    /// Offers to judge the file at `path`, which another version of the pack made, anew.
    pub fn offer_anew(&mut self, path: PathBuf) {
        self.anew = Some((path, self.pane.focus()));
        self.pane.put(0);
    }

    /// Takes a message.
    pub fn update(&mut self, message: &Message, context: &Context<'_>) -> Option<Effect> {
        if self.pane.moves(message, context) {
            return None;
        }
        match message {
            Message::Click(item) => {
                self.pane.put(*item);
                self.choose(*item)
            }
            Message::Enter | Message::Space => self.choose(self.pane.focus()),
            Message::Back if self.anew.is_some() => self.choose(1),
            Message::Back => Some(Effect::Back),
            _ => None,
        }
    }

    /// Lays out its page.
    pub fn lay_out(&mut self, context: &Context<'_>) {
        self.read_ahead(context);
        let width = layout::text(layout::body(context.size)).width;
        let mut pane = std::mem::take(&mut self.pane);
        pane.lay_out(|item| {
            self.page(Page::new(width, context.theme, context.focus(item)), self.in_reach(item, context), context)
        });
        self.pane = pane;
    }

    /// Draws itself.
    pub fn draw(&self, area: Rect, context: &Context<'_>, buffer: &mut Buffer, shown: &mut Shown) {
        self.pane.draw(layout::text(area), context, buffer, shown);
    }

    /// The keys that do something.
    pub fn hints(&self) -> Vec<Hint> {
        let back: Label = if self.anew.is_some() { |words| words.tui.does.back } else { |words| words.tui.does.leave };
        vec![
            Hint(Press::Move, |words| words.tui.does.r#move),
            Hint(Press::Enter, |words| words.tui.does.open),
            Hint(Press::Help, |words| words.tui.does.help),
            Hint(Press::Esc, back),
        ]
    }

    fn choose(&mut self, item: usize) -> Option<Effect> {
        self.notice = None;
        if let Some((path, before)) = self.anew.take() {
            self.pane.put(before);
            return (item == 0).then_some(Effect::Open(path, true));
        }
        let Some(entry) = item.checked_sub(1).and_then(|it| self.entries.get(it)) else {
            return Some(Effect::Start);
        };
        let path = entry.listed.path.clone();
        if entry.told.as_ref().is_some_and(|it| it.other_version) {
            self.offer_anew(path);
            return None;
        }
        Some(Effect::Open(path, false))
    }

    /// The first entry that can be read. Reads those before it too.
    fn first_sound<'p>(&mut self, context: &Context<'p>, interviews: &mut Interviews<'p>) -> Option<usize> {
        (0..self.entries.len()).find(|at| {
            self.read(*at..at + 1, context, interviews);
            self.entries.get(*at).and_then(|it| it.told.as_ref()).is_some_and(|it| !it.fault)
        })
    }

    /// Reads the entries that have come into reach, and as many beyond them, so that few keys read any.
    fn read_ahead(&mut self, context: &Context<'_>) {
        let Range { start, end } = self.in_reach(self.pane.focus(), context);
        let is_new = |it: &HomeEntry| it.told.is_none();
        if self.entries.get(start..end).unwrap_or_default().iter().any(is_new) {
            let beyond = end - start;
            let end = (end + beyond).min(self.entries.len());
            self.read(start.saturating_sub(beyond)..end, context, &mut Interviews::default());
        }
    }

    /// Reads those of the entries `which` that have not been read yet. Others are not read before they
    /// come into reach, so that a full folder costs hardly more than an empty one.
    fn read<'p>(&mut self, which: Range<usize>, context: &Context<'p>, interviews: &mut Interviews<'p>) {
        let entries = self.entries.get_mut(which).unwrap_or_default();
        for entry in entries.iter_mut().filter(|it| it.told.is_none()) {
            entry.told = Some(told(&entry.listed, context, interviews));
        }
    }

    /// The entries that a window of this size can show while this item is in focus.
    fn in_reach(&self, item: usize, context: &Context<'_>) -> Range<usize> {
        let most = usize::from(context.size.height) / LEAST_ROWS + 1;
        let (at, all) = (item.saturating_sub(1), self.entries.len());
        at.saturating_sub(most).min(all)..(at + most + 1).min(all)
    }

    fn page(&self, mut page: Page, reach: Range<usize>, context: &Context<'_>) -> Page {
        if let Some(notice) = &self.notice {
            notice.lines().for_each(|it| page.text(Role::Warning, it.trim()));
            page.blank();
        }
        match (&self.anew, self.entries.is_empty()) {
            (Some((path, _)), _) => anew(&mut page, context, path),
            (None, true) => first_time(&mut page, context),
            (None, false) => self.list(&mut page, reach, context),
        }
        page
    }

    fn list(&self, page: &mut Page, reach: Range<usize>, context: &Context<'_>) {
        page.text(Role::Strong, context.words.tui.home.title);
        page.blank();
        page.item("", &[(Role::Body, context.words.tui.home.start.to_owned())], None);
        page.blank();
        page.skip(reach.start);
        for entry in self.entries.get(reach.clone()).unwrap_or_default() {
            let Some(told) = &entry.told else {
                page.skip(1);
                continue;
            };
            page.item("", &[(Role::Body, told.name.clone())], None);
            page.under(if told.fault { Role::Warning } else { Role::Quiet }, &told.state);
            page.blank();
        }
        page.skip(self.entries.len() - reach.end);
        page.text(Role::Quiet, &context.words.tui.home.folder(shown_path(context)));
    }
}

fn first_time(page: &mut Page, context: &Context<'_>) {
    page.text(Role::Strong, &context.pack.title);
    page.blank();
    page.text(Role::Body, &context.pack.about);
    page.blank();
    page.text(Role::Body, context.words.tui.home.how_long);
    page.blank();
    page.text(Role::Body, context.words.tui.home.not_advice);
    page.blank();
    page.text(Role::Quiet, &context.words.tui.home.r#where(shown_path(context)));
    page.blank();
    page.item("", &[(Role::Body, context.words.tui.home.start.to_owned())], None);
}

fn anew(page: &mut Page, context: &Context<'_>, path: &std::path::Path) {
    let file = text::shown(&path.file_name().unwrap_or_default().to_string_lossy());
    page.text(Role::Strong, &context.words.tui.home.anew(&file));
    page.blank();
    page.text(Role::Body, context.words.tui.home.anew_means);
    page.blank();
    page.item("", &[(Role::Body, context.words.tui.home.anew_yes.to_owned())], None);
    page.item("", &[(Role::Body, context.words.tui.home.anew_no.to_owned())], None);
}

/// Reads an answer file and says what is in it.
fn told<'p>(listed: &Listed, context: &Context<'p>, interviews: &mut Interviews<'p>) -> EntryText {
    let ListedFile { pack, file } = listed.read_file(context.shelf, (context.today)());
    match file {
        Ok(read) => {
            let name = names::name(pack, &read.assessment, context.words);
            // What is no assessment of a tool says what it is.
            let name =
                if pack.feeds.is_none() { name } else { context.words.tui.home.of_other_pack(&name, &pack.title) };
            EntryText { name, state: state(&read, pack, context, interviews), fault: false, other_version: false }
        }
        Err(error) => {
            let other_version = matches!(error, StoreError::OtherVersion { .. });
            let state = if other_version { context.words.tui.home.other_version.to_owned() } else { why(&error) };
            let name = text::shown(&listed.path.file_name().unwrap_or_default().to_string_lossy());
            EntryText { name, state, fault: true, other_version }
        }
    }
}

/// What is wrong with a file, without its path, which stands above.
fn why(error: &StoreError) -> String {
    let place = error.place().map_or_else(String::new, |it| format!("{it}: "));
    let help = error.help().map_or_else(String::new, |it| format!("; {it}"));
    format!("{place}{}{help}", error.message())
}

/// "8 to do, 2 open; 3 to 9 questions left; changed July 1, 2026".
fn state<'p>(file: &AnswerFile, pack: &'p Pack, context: &Context<'_>, interviews: &mut Interviews<'p>) -> String {
    let progress = interviews.interview_over(pack).progress(&file.assessment);
    let totals = report::count_known_standings(pack, &progress.replay.known);
    let left = if progress.replay.next.is_none() {
        context.words.tui.home.complete.to_owned()
    } else {
        tell::questions_left(progress.left, context.words)
    };
    let (to_do, open) = (totals.to_do.to_string(), totals.open.to_string());
    let when = names::day_of(&file.updated, context.words);
    context.words.tui.home.state(&left, &open, &to_do, &when)
}

fn shown_path(context: &Context<'_>) -> String {
    text::shown(&context.folder.path().display().to_string())
}
