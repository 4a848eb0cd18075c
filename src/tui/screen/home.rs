//! The assessments in the folder: begin one, or go on with one.

use std::cell::OnceCell;
use std::ops::Range;
use std::path::PathBuf;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::interview::{self, Interviews, range_at_start};
use crate::store::Listed;
use crate::tell;
use crate::text;
use crate::tui::context::Context;
use crate::tui::effect::Effect;
use crate::tui::keymap::{Hint, Message, Press};
use crate::tui::layout;
use crate::tui::page::Page;
use crate::tui::pane::Pane;
use crate::tui::theme::Role;
use crate::tui::window::Shown;
use crate::words::Label;
use crate::workspace::{ListedText, listed_text};

/// The fewest rows of a listed assessment: its name, its state, and a blank one.
const LEAST_ROWS: usize = 3;

/// The screen.
#[derive(Debug, Clone, Default)]
pub struct HomeScreen {
    entries: Vec<HomeEntry>,
    pane: Pane,
    notice: Option<HomeNotice>,
    /// The file that may be judged anew, and the row to go back to.
    anew: Option<(PathBuf, usize)>,
    /// How many questions an assessment has, once it was told.
    left: OnceCell<interview::Range>,
}

/// What is to be said where the assessments are listed again.
#[derive(Debug, Clone)]
pub struct HomeNotice {
    /// What it says.
    pub says: String,
    /// The file that it is about, if there is one: it is said below it, and the cursor stays there.
    pub of: Option<PathBuf>,
}

/// An answer file.
#[derive(Debug, Clone)]
struct HomeEntry {
    listed: Listed,
    /// What is said of it, once it was in reach.
    told: Option<ListedText>,
}

impl HomeScreen {
    /// Looks into the folder.
    pub fn load(context: &Context<'_>, notice: Option<HomeNotice>) -> Self {
        match context.folder.list(context.shelf, (context.today)()) {
            Ok(listed) => {
                let entries = listed.into_iter().map(|listed| HomeEntry { listed, told: None }).collect();
                let mut home = Self { entries, pane: Pane::default(), notice, ..Self::default() };
                let mut interviews = Interviews::default();
                home.read(home.in_reach(0, context), context, &mut interviews);
                let at = home.noticed().or_else(|| home.first_sound(context, &mut interviews));
                home.pane = Pane::at(at.map_or(0, |at| at + 1));
                home
            }
            Err(error) => {
                let failed = HomeNotice { says: error.to_string(), of: None };
                Self { notice: notice.or(Some(failed)), ..Self::default() }
            }
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
        if entry.told.as_ref().is_some_and(|it| it.is_of_other_version) {
            self.offer_anew(path);
            return None;
        }
        Some(Effect::Open(path, false))
    }

    /// The entry that the notice is about.
    fn noticed(&self) -> Option<usize> {
        let of = self.notice.as_ref()?.of.as_ref()?;
        self.entries.iter().position(|entry| entry.listed.path == *of)
    }

    /// The first entry that can be read. Reads those before it too.
    fn first_sound<'p>(&mut self, context: &Context<'p>, interviews: &mut Interviews<'p>) -> Option<usize> {
        (0..self.entries.len()).find(|at| {
            self.read(*at..at + 1, context, interviews);
            self.entries.get(*at).and_then(|it| it.told.as_ref()).is_some_and(|it| it.is_sound)
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
            let today = (context.today)();
            entry.told = Some(listed_text(&entry.listed, context.shelf, today, interviews, context.words));
        }
    }

    /// The entries that a window of this size can show while this item is in focus.
    fn in_reach(&self, item: usize, context: &Context<'_>) -> Range<usize> {
        let most = usize::from(context.size.height) / LEAST_ROWS + 1;
        let (at, all) = (item.saturating_sub(1), self.entries.len());
        at.saturating_sub(most).min(all)..(at + most + 1).min(all)
    }

    fn page(&self, mut page: Page, reach: Range<usize>, context: &Context<'_>) -> Page {
        if let Some(notice) = self.notice.as_ref().filter(|_| self.noticed().is_none()) {
            notice.says.lines().for_each(|line| page.text(Role::Warning, line.trim()));
            page.blank();
        }
        match (&self.anew, self.entries.is_empty()) {
            (Some((path, _)), _) => anew(&mut page, context, path),
            (None, true) => first_time(&mut page, context, *self.left.get_or_init(|| range_at_start(context.pack))),
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
            page.under(if told.is_sound { Role::Quiet } else { Role::Warning }, &told.state);
            if let Some(notice) = self.notice.as_ref().filter(|notice| notice.of.as_ref() == Some(&entry.listed.path)) {
                notice.says.lines().for_each(|line| page.under(Role::Warning, line.trim()));
            }
            page.blank();
        }
        page.skip(self.entries.len() - reach.end);
        page.text(Role::Quiet, &context.words.tui.home.folder(shown_path(context)));
    }
}

fn first_time(page: &mut Page, context: &Context<'_>, left: interview::Range) {
    page.text(Role::Strong, &context.pack.title);
    page.blank();
    let [about, how_long, gives, kept_in] =
        tell::introduction(context.pack, left, context.folder.path(), context.words);
    for text in [about, how_long, gives] {
        page.text(Role::Body, &text);
        page.blank();
    }
    page.text(Role::Quiet, &kept_in);
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
    page.item("", &[(Role::Body, context.words.tui.leave_as_is.to_owned())], None);
}

fn shown_path(context: &Context<'_>) -> String {
    text::shown(&context.folder.path().display().to_string())
}
