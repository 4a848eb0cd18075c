//! The assessments in the folder: begin one, or go on with one.

use std::collections::BTreeMap;
use std::path::PathBuf;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::interview::Interview;
use crate::pack::Pack;
use crate::report::{self, Totals};
use crate::store::{AnswerFile, Listed, StoreError};
use crate::text;
use crate::tui::keymap::{Hint, Message, Press};
use crate::tui::layout;
use crate::tui::page::Page;
use crate::tui::room::Context;
use crate::tui::screen::Effect;
use crate::tui::tell;
use crate::tui::theme::Role;
use crate::tui::window::{self, Shown};
use crate::words::Label;

/// The screen.
#[derive(Debug, Clone, Default)]
pub struct Home {
    entries: Vec<HomeEntry>,
    focus: usize,
    notice: Option<String>,
    /// The file that may be judged anew, and the row to go back to.
    anew: Option<(PathBuf, usize)>,
}

/// An answer file.
#[derive(Debug, Clone)]
struct HomeEntry {
    path: PathBuf,
    name: String,
    state: String,
    fault: bool,
    other_version: bool,
}

impl Home {
    /// Looks into the folder. `notice` is said on top.
    pub fn load(room: &Context<'_>, notice: Option<String>) -> Self {
        match room.folder.list(room.shelf, (room.today)()) {
            Ok(listed) => {
                let mut interviews = BTreeMap::new();
                let entries: Vec<HomeEntry> = listed.iter().map(|it| entry(it, room, &mut interviews)).collect();
                let focus = usize::from(entries.iter().any(|it| !it.fault));
                Self { entries, focus, notice, anew: None }
            }
            Err(error) => Self { notice: notice.or(Some(error.to_string())), ..Self::default() },
        }
    }

    /// Offers to judge the file at `path`, which another version of the pack made, anew.
    pub fn offer_anew(&mut self, path: PathBuf) {
        self.anew = Some((path, self.focus));
        self.focus = 0;
    }

    /// Takes a message.
    pub fn update(&mut self, message: &Message, room: &Context<'_>) -> Option<Effect> {
        let page = self.page(room, layout::text(layout::body(room.size)).width);
        if let Some(to) = window::moved(&page, message, room.size.height) {
            self.focus = to;
            return None;
        }
        match message {
            Message::Click(item) => {
                self.focus = *item;
                self.choose(*item)
            }
            Message::Enter | Message::Space => self.choose(page.focus().item),
            Message::Back if self.anew.is_some() => self.choose(1),
            Message::Back => Some(Effect::Back),
            _ => None,
        }
    }

    /// Draws itself.
    pub fn draw(&self, area: Rect, room: &Context<'_>, buffer: &mut Buffer, shown: &mut Shown) {
        let area = layout::text(area);
        window::draw(&self.page(room, area.width), area, room, buffer, shown);
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
            self.focus = before;
            return (item == 0).then_some(Effect::Open(path, true));
        }
        let Some(entry) = item.checked_sub(1).and_then(|it| self.entries.get(it)) else {
            return Some(Effect::Start);
        };
        if entry.other_version {
            self.offer_anew(entry.path.clone());
            return None;
        }
        Some(Effect::Open(entry.path.clone(), false))
    }

    fn page(&self, room: &Context<'_>, width: u16) -> Page {
        Page::fitted(room.focus(self.focus), |focus| {
            let mut page = Page::new(width, room.theme, focus);
            if let Some(notice) = &self.notice {
                notice.lines().for_each(|it| page.text(Role::Warning, it.trim()));
                page.blank();
            }
            match (&self.anew, self.entries.is_empty()) {
                (Some((path, _)), _) => anew(&mut page, room, path),
                (None, true) => first_time(&mut page, room),
                (None, false) => self.list(&mut page, room),
            }
            page
        })
    }

    fn list(&self, page: &mut Page, room: &Context<'_>) {
        page.text(Role::Strong, room.words.tui.home.title);
        page.blank();
        page.item("", &[(Role::Body, room.words.tui.home.start.to_owned())], None);
        page.blank();
        for entry in &self.entries {
            page.item("", &[(Role::Body, entry.name.clone())], None);
            page.under(if entry.fault { Role::Warning } else { Role::Quiet }, &entry.state);
            page.blank();
        }
        page.text(Role::Quiet, &room.words.tui.home.folder(shown_path(room)));
    }
}

fn first_time(page: &mut Page, room: &Context<'_>) {
    page.text(Role::Strong, &room.pack.title);
    page.blank();
    page.text(Role::Body, &room.pack.about);
    page.blank();
    page.text(Role::Body, room.words.tui.home.how_long);
    page.blank();
    page.text(Role::Body, room.words.tui.home.not_advice);
    page.blank();
    page.text(Role::Quiet, &room.words.tui.home.r#where(shown_path(room)));
    page.blank();
    page.item("", &[(Role::Body, room.words.tui.home.start.to_owned())], None);
}

fn anew(page: &mut Page, room: &Context<'_>, path: &std::path::Path) {
    let file = text::shown(&path.file_name().unwrap_or_default().to_string_lossy());
    page.text(Role::Strong, &room.words.tui.home.anew(&file));
    page.blank();
    page.text(Role::Body, room.words.tui.home.anew_means);
    page.blank();
    page.item("", &[(Role::Body, room.words.tui.home.anew_yes.to_owned())], None);
    page.item("", &[(Role::Body, room.words.tui.home.anew_no.to_owned())], None);
}

/// The interviews over each pack, by its id: what one has worked out serves the next file.
type Interviews<'p> = BTreeMap<&'p str, Interview<'p>>;

fn entry<'p>(listed: &Listed<'p>, room: &Context<'_>, interviews: &mut Interviews<'p>) -> HomeEntry {
    let path = listed.path.clone();
    let file = text::shown(&path.file_name().unwrap_or_default().to_string_lossy());
    match &listed.file {
        Ok(read) => {
            let name = tell::name(listed.pack, &read.assessment, room.words);
            // What is no assessment of a tool says what it is.
            let name = if listed.pack.feeds.is_none() {
                name
            } else {
                room.words.tui.home.of_other_pack(&name, &listed.pack.title)
            };
            HomeEntry {
                path,
                name,
                state: state(read, listed.pack, room, interviews),
                fault: false,
                other_version: false,
            }
        }
        Err(error) => {
            let other_version = matches!(error, StoreError::OtherVersion { .. });
            let state = if other_version { room.words.tui.home.other_version.to_owned() } else { why(error, listed) };
            HomeEntry { path, name: file, state, fault: true, other_version }
        }
    }
}

/// What is wrong with a file, without its path, which stands above.
fn why(error: &StoreError, listed: &Listed<'_>) -> String {
    let path = text::shown(&listed.path.display().to_string());
    let told = error.to_string().replace("\n  help:", ";");
    told.strip_prefix(&path).unwrap_or(&told).trim_start_matches([':', ',']).trim().to_owned()
}

/// "8 to do, 2 open; 3 to 9 questions left; changed July 1, 2026".
fn state<'p>(file: &AnswerFile, pack: &'p Pack, room: &Context<'_>, interviews: &mut Interviews<'p>) -> String {
    let progress = interviews.entry(&pack.id).or_insert_with(|| Interview::new(pack)).progress(&file.assessment);
    let totals: Totals = report::report(pack, &file.assessment, &progress).totals;
    let left = if progress.next.is_none() {
        room.words.tui.home.complete.to_owned()
    } else {
        let left = tell::left(progress.left.least, progress.left.most, room.words);
        room.words.tui.home.left(&left)
    };
    let (to_do, open) = (totals.to_do.to_string(), totals.open.to_string());
    let when = tell::day_of(&file.updated, room.words);
    room.words.tui.home.state(&left, &open, &to_do, &when)
}

fn shown_path(room: &Context<'_>) -> String {
    text::shown(&room.folder.path().display().to_string())
}
