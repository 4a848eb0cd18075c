//! Every obligation, by where it stands: a list, and beside it (or in its place, where there is
//! little room) everything about the focused one.

mod detail;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::pack::Who;
use crate::report::{Item, Report, Standing};
use crate::shipped;
use crate::tell::{kind, standing_means};
use crate::tui::keymap::{Hint, Message, Press};
use crate::tui::layout;
use crate::tui::page::{Focus, NO_BREAK, Page, Target};
use crate::tui::room::Context;
use crate::tui::screen::Effect;
use crate::tui::screen::question;
use crate::tui::tell;
use crate::tui::theme::Role;
use crate::tui::window::{self, Shown};

/// The share of the list.
const SHARE: u16 = 38;

/// The screen.
#[derive(Debug, Clone, Copy)]
pub struct Results {
    tab: Standing,
    focus: usize,
    /// The focused row of the detail, while the keys act there.
    detail: Option<usize>,
    /// The obligation that was read when another screen opened, by its place in the report.
    read: Option<usize>,
}

impl Results {
    /// Begins at what is to do, or at the first list that is not empty.
    pub fn new(report: Option<&Report>) -> Self {
        let filled = |it: &Standing| report.is_some_and(|report| report.totals.of(*it) > 0);
        let tab = Standing::ALL.into_iter().find(filled).unwrap_or(Standing::ToDo);
        Self { tab, focus: 0, detail: None, read: None }
    }

    /// Takes a message.
    pub fn update(&mut self, message: &Message, room: &Context<'_>) -> Option<Effect> {
        match self.detail {
            Some(focus) => self.update_detail(message, room, focus),
            None => self.update_list(message, room),
        }
    }

    fn update_list(&mut self, message: &Message, room: &Context<'_>) -> Option<Effect> {
        let page = self.list(room, widths(room).0);
        if let Some(to) = window::moved(&page, message, room.size.height) {
            self.focus = to;
            return None;
        }
        match message {
            Message::Left | Message::Right => self.turn(*message == Message::Right),
            Message::Enter | Message::Space if page.items() > 0 => self.detail = Some(0),
            Message::Click(item) => {
                self.focus = *item;
                self.detail = Some(0);
            }
            Message::Back => return Some(Effect::Back),
            _ => {}
        }
        None
    }

    fn update_detail(&mut self, message: &Message, room: &Context<'_>, focus: usize) -> Option<Effect> {
        let page = self.detail_page(room, widths(room).1, room.focus(focus));
        if let Some(to) = window::moved(&page, message, room.size.height) {
            self.detail = Some(to);
            return None;
        }
        self.read = self.place_of_focus(room);
        match (message, page.target()) {
            (Message::Enter, Some(Target::Sources(ids))) => return Some(Effect::Sources(ids.clone())),
            (Message::Enter, Some(Target::Question(id))) => return Some(Effect::Change(*id)),
            (Message::Enter, Some(Target::Point(id))) => return Some(Effect::Point(*id)),
            (Message::Enter, Some(Target::Paper(id))) => return shipped::called(id).map(|it| Effect::Check(it.pack())),
            (Message::Click(item), _) => self.detail = Some(*item),
            (Message::Back | Message::Left, _) => self.detail = None,
            _ => {}
        }
        None
    }

    /// Another screen was on top. What was read may stand elsewhere now: follows it there.
    pub fn freshen(&mut self, room: &Context<'_>) {
        let (Some(work), Some(read)) = (&room.work, self.read.take()) else { return };
        let Some(item) = work.report.obligations.get(read) else { return };
        let focus = Self::items_at(item.standing, room).iter().position(|it| it.id == item.id);
        if item.standing != self.tab || focus != Some(self.focus) {
            self.detail = self.detail.map(|_| 0);
        }
        (self.tab, self.focus) = (item.standing, focus.unwrap_or_default());
    }

    /// The obligation in focus.
    pub fn item<'a>(&self, room: &'a Context<'_>) -> Option<&'a Item> {
        let items = self.items(room);
        items.get(self.focus.min(items.len().checked_sub(1)?)).copied()
    }

    /// Draws itself.
    pub fn draw(&self, area: Rect, room: &Context<'_>, buffer: &mut Buffer, shown: &mut Shown) {
        match (layout::is_wide(room.size), self.detail) {
            (true, _) => self.draw_both(area, room, buffer, shown),
            (false, Some(focus)) => {
                let area = layout::text(area);
                window::draw(&self.detail_page(room, area.width, room.focus(focus)), area, room, buffer, shown);
            }
            (false, None) => {
                let below = self.draw_tabs(layout::text(area), room, buffer);
                window::draw(&self.list(room, below.width), below, room, buffer, shown);
            }
        }
    }

    fn draw_both(&self, area: Rect, room: &Context<'_>, buffer: &mut Buffer, shown: &mut Shown) {
        let below = self.draw_tabs(area, room, buffer);
        let (left, rule, right) = layout::panes(below, SHARE);
        window::draw(&self.list(room, left.width), left, room, buffer, shown);
        question::wall(rule, below, room, buffer);
        let focus = self.detail.map_or(Focus::off(0), |it| room.focus(it));
        window::draw(&self.detail_page(room, right.width, focus), right, room, buffer, shown);
    }

    /// The keys that do something.
    pub fn hints(&self, room: &Context<'_>) -> Vec<Hint> {
        let last = [
            Hint(Press::Esc, |words| words.tui.does.back),
            Hint(Press::Tab, |words| words.tui.does.menu),
            Hint(Press::Help, |words| words.tui.does.help),
        ];
        let first = if let Some(focus) = self.detail {
            let page = self.detail_page(room, widths(room).1, room.focus(focus));
            let enter = page.target().map(|it| match it {
                Target::Sources(_) => Hint(Press::Enter, |words| words.tui.does.open_law),
                Target::Question(_) => Hint(Press::Enter, |words| words.tui.does.answer),
                Target::Point(_) => Hint(Press::Enter, |words| words.tui.does.open_point),
                Target::Paper(_) => Hint(Press::Enter, |words| words.tui.does.check_paper),
            });
            [Some(Hint(Press::Move, |words| words.tui.does.read)), enter, None]
        } else {
            let enter = Hint(Press::Enter, |words| words.tui.does.details);
            [
                Some(Hint(Press::Move, |words| words.tui.does.r#move)),
                Some(enter),
                Some(Hint(Press::Turn, |words| words.tui.does.tabs)),
            ]
        };
        first.into_iter().flatten().chain(last).collect()
    }

    /// Moves between list and detail; says whether it did.
    pub fn turn_pane(&mut self, forward: bool, room: &Context<'_>) -> bool {
        match (forward, self.detail) {
            (true, None) if layout::is_wide(room.size) => self.detail = Some(0),
            (false, Some(_)) => self.detail = None,
            _ => return false,
        }
        true
    }

    fn turn(&mut self, forward: bool) {
        let all = Standing::ALL;
        let at = all.iter().position(|it| *it == self.tab).unwrap_or(0);
        let to = if forward { at + 1 } else { at + all.len() - 1 };
        self.tab = all.get(to % all.len()).copied().unwrap_or(self.tab);
        self.focus = 0;
    }

    fn items<'a>(&self, room: &'a Context<'_>) -> Vec<&'a Item> {
        Self::items_at(self.tab, room)
    }

    fn items_at<'a>(standing: Standing, room: &'a Context<'_>) -> Vec<&'a Item> {
        room.work.as_ref().map_or_else(Vec::new, |it| it.report.at(standing).collect())
    }

    fn place_of_focus(&self, room: &Context<'_>) -> Option<usize> {
        let id = &self.item(room)?.id;
        room.work.as_ref()?.report.obligations.iter().position(|it| it.id == *id)
    }

    /// The tabs; gives what is below. What they mean and what holds for all stands under them, or
    /// scrolls with the list where there are few rows.
    fn draw_tabs(&self, area: Rect, room: &Context<'_>, buffer: &mut Buffer) -> Rect {
        let mut page = self.tabs(room, area.width);
        if !is_low(room) {
            page = self.notes(room, area.width).after(&page);
        }
        let height = u16::try_from(page.rows().len()).unwrap_or(u16::MAX).min(area.height);
        window::draw(&page, Rect { height, ..area }, room, buffer, &mut Shown::default());
        Rect { y: area.y + height, height: area.height - height, ..area }
    }

    fn tabs(&self, room: &Context<'_>, width: u16) -> Page {
        let mut page = Page::new(width, room.theme, Focus::off(0));
        let Some(work) = &room.work else { return page };
        let mut runs = Vec::new();
        for standing in Standing::ALL {
            let label = format!("{} {}", crate::tell::standing(standing, room.words), work.report.totals.of(standing));
            let label = label.replace(' ', NO_BREAK);
            let (role, text) =
                if standing == self.tab { (Role::Here, format!("[{label}]")) } else { (Role::Body, label) };
            if !runs.is_empty() {
                runs.push((Role::Body, "  ".to_owned()));
            }
            runs.push((role, text));
        }
        page.runs("", &runs);
        page
    }

    /// What the tab means, what holds for all results, and whether they are final.
    fn notes(&self, room: &Context<'_>, width: u16) -> Page {
        let mut page = Page::new(width, room.theme, Focus::off(0));
        let Some(work) = &room.work else { return page };
        if room.aside.is_some() {
            page.text(Role::Warning, &room.words.tui.results.check(&room.pack.title));
        }
        page.text(Role::Quiet, standing_means(self.tab, room.words));
        let (all, day) = (work.report.totals.all.to_string(), tell::day(room.pack.law_checked_on, room.words));
        page.text(Role::Quiet, &room.words.tui.results.checked(&all, &day));
        if !work.report.complete {
            let [least, most] = work.report.left;
            let left = tell::left(least, most, room.words);
            page.text(Role::Warning, &room.words.tui.results.so_far(&left));
        }
        if self.tab == Standing::Open && waits_for_vendor(&work.report) {
            page.text(Role::Quiet, room.words.tui.results.letter);
        }
        page.gap();
        page
    }

    fn list(&self, room: &Context<'_>, width: u16) -> Page {
        let focus = if self.detail.is_some() { Focus::kept(self.focus) } else { room.focus(self.focus) };
        Page::fitted(focus, |focus| {
            let mut page = Page::new(width, room.theme, focus);
            let items = self.items(room);
            if items.is_empty() {
                page.text(Role::Quiet, room.words.tui.results.empty);
            }
            let mut group = "";
            for item in items {
                if item.group != group {
                    group = &item.group;
                    page.heading(group);
                }
                row(&mut page, room, item);
            }
            if is_low(room) { page.after(&self.notes(room, width)) } else { page }
        })
    }

    fn detail_page(&self, room: &Context<'_>, width: u16, focus: Focus) -> Page {
        let item = self.item(room);
        Page::fitted(focus, |focus| {
            let page = Page::new(width, room.theme, focus);
            match (item, &room.work) {
                (Some(item), Some(work)) => detail::page(page, item, &work.report, room),
                _ => page,
            }
        })
    }
}

/// Whether there are few rows.
fn is_low(room: &Context<'_>) -> bool {
    room.size.height < layout::LOW
}

/// An obligation in the list. What is not a duty says so.
fn row(page: &mut Page, room: &Context<'_>, item: &Item) {
    page.item("", &[(Role::Body, item.title.clone())], None);
    if item.kind != "duty" && item.kind != "also" {
        page.deeper(Role::Quiet, &format!("({})", kind(item.kind, room.words)));
    }
    if let Some(date) = item.deadline.as_ref().and_then(|it| it.date.as_ref()) {
        page.deeper(Role::Warning, &room.words.tui.results.last_day(tell::day_of(date, room.words)));
    }
}

/// The widths of list and detail.
fn widths(room: &Context<'_>) -> (u16, u16) {
    let body = layout::body(room.size);
    if layout::is_wide(room.size) {
        let (left, _, right) = layout::panes(body, SHARE);
        (left.width, right.width)
    } else {
        (layout::text(body).width, layout::text(body).width)
    }
}

/// Whether something waits for an answer that was left open and the vendor may know.
fn waits_for_vendor(report: &Report) -> bool {
    let waits = report.obligations.iter().flat_map(|it| &it.settled_by);
    waits.into_iter().any(|it| it.who.contains(&Who::VENDOR.0) && report.given(&it.question).is_some())
}
