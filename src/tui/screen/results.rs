//! Every obligation, by where it stands: a list, and beside it (or in its place, where there is
//! little room) everything about the focused one.

mod detail;
mod headline;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::pack::{ObligationId, ObligationKind, Who};
use crate::report::{Item, Report, Standing};
use crate::tell;
use crate::tell::{HeadlineText, kind, standing_means};
use crate::tui::context::Context;
use crate::tui::effect::Effect;
use crate::tui::keymap::{Hint, Message, Press};
use crate::tui::layout;
use crate::tui::opening::{open_target, opening_hint};
use crate::tui::page::{Focus, NO_BREAK, Page};
use crate::tui::pane::Pane;
use crate::tui::theme::Role;
use crate::tui::window::{self, Shown};
use crate::workspace::Workspace;

/// The share of the list.
const SHARE: u16 = 38;

/// The screen.
#[derive(Debug, Clone)]
pub struct ResultsScreen {
    tab: Standing,
    list: Pane,
    detail: Pane,
    /// Whether the keys act on the detail.
    in_detail: bool,
    /// The obligation that was read last, by its place in the report, until the focus goes elsewhere.
    read: Option<usize>,
    /// Whether it was opened for one obligation, so that a step back leads to where that was.
    is_alone: bool,
    /// The headline, the tabs and what stands under them.
    top: Option<Page>,
    /// Whether what stands under the tabs scrolls with the list, because there is little room.
    notes_scroll: bool,
}

impl ResultsScreen {
    /// Begins at the list to read first.
    pub fn new(context: &Context<'_>) -> Self {
        let report = context.workspace.as_ref().map(Workspace::report);
        let tab = report.map_or(Standing::ToDo, |report| report.totals.read_first());
        let (list, detail) = (Pane::default(), Pane::default());
        Self { tab, list, detail, in_detail: false, read: None, is_alone: false, top: None, notes_scroll: false }
    }

    /// Shows one obligation in full.
    pub fn of_obligation(context: &Context<'_>, id: ObligationId) -> Self {
        let report = context.workspace.as_ref().map(Workspace::report);
        let read = report.and_then(|report| report.obligations.iter().position(|item| item.id == id));
        Self { in_detail: read.is_some(), is_alone: read.is_some(), read, ..Self::new(context) }
    }

    /// Takes a message.
    pub fn update(&mut self, message: &Message, context: &Context<'_>) -> Option<Effect> {
        if self.in_detail { self.update_detail(message, context) } else { self.update_list(message, context) }
    }

    fn update_list(&mut self, message: &Message, context: &Context<'_>) -> Option<Effect> {
        if self.list.moves(message, context) {
            self.read = None;
            return None;
        }
        match message {
            Message::Left | Message::Right => self.turn(*message == Message::Right),
            Message::Enter | Message::Space if self.list.items() > 0 => self.open_detail(),
            Message::Click(item) => {
                self.list.put(*item);
                self.read = None;
                self.open_detail();
            }
            Message::Back => return Some(Effect::Back),
            _ => {}
        }
        None
    }

    fn update_detail(&mut self, message: &Message, context: &Context<'_>) -> Option<Effect> {
        if self.detail.moves(message, context) {
            return None;
        }
        self.read = self.place_of_focus(context);
        match message {
            Message::Enter => return self.detail.target().and_then(open_target),
            Message::Click(item) => self.detail.put(*item),
            Message::Back if self.is_alone => return Some(Effect::Back),
            Message::Back | Message::Left => self.close_detail(),
            _ => {}
        }
        None
    }

    fn open_detail(&mut self) {
        self.in_detail = true;
        self.detail.put(0);
    }

    fn close_detail(&mut self) {
        (self.in_detail, self.is_alone) = (false, false);
        self.detail.put(0);
    }

    /// What was read may stand elsewhere now: follows it there.
    fn follow(&mut self, context: &Context<'_>) {
        let (Some(work), Some(read)) = (&context.workspace, self.read) else { return };
        let Some(item) = work.report().obligations.get(read) else { return };
        let focus = Self::items_at(item.standing, context).iter().position(|it| it.id == item.id);
        if item.standing != self.tab || focus != Some(self.list.focus()) {
            self.detail.put(0);
        }
        self.tab = item.standing;
        self.list.put(focus.unwrap_or_default());
    }

    /// The obligation in focus.
    pub fn item<'a>(&self, context: &'a Context<'_>) -> Option<&'a Item<'a>> {
        let items = self.items(context);
        items.get(self.list.focus().min(items.len().checked_sub(1)?)).copied()
    }

    /// Lays out the tabs, the list, and the detail where it is shown.
    pub fn lay_out(&mut self, context: &Context<'_>) {
        self.follow(context);
        let (left, right) = widths(context);
        let top = layout::body(context.size);
        let top = if layout::is_wide(context.size) { top } else { layout::text(top) };
        let with_notes = self.top_page(context, top.width, true);
        self.notes_scroll = is_low(context) || with_notes.rows().len() > usize::from(top.height / 3);
        self.top = Some(if self.notes_scroll { self.top_page(context, top.width, false) } else { with_notes });
        let mut list = std::mem::take(&mut self.list);
        list.lay_out(|item| self.list_page(context, left, item));
        self.list = list;
        if self.in_detail || layout::is_wide(context.size) {
            let mut detail = std::mem::take(&mut self.detail);
            let on = |item| if self.in_detail { context.focus(item) } else { Focus::off(item) };
            detail.lay_out(|item| self.detail_page(context, right, on(item)));
            self.detail = detail;
        }
    }

    /// Draws itself.
    pub fn draw(&self, area: Rect, context: &Context<'_>, buffer: &mut Buffer, shown: &mut Shown) {
        match (layout::is_wide(context.size), self.in_detail) {
            (true, _) => self.draw_both(area, context, buffer, shown),
            (false, true) => self.detail.draw(layout::text(area), context, buffer, shown),
            (false, false) => {
                let below = self.draw_tabs(layout::text(area), context, buffer);
                self.list.draw(below, context, buffer, shown);
            }
        }
    }

    fn draw_both(&self, area: Rect, context: &Context<'_>, buffer: &mut Buffer, shown: &mut Shown) {
        let below = self.draw_tabs(area, context, buffer);
        let (left, rule, right) = layout::panes(below, SHARE);
        self.list.draw(left, context, buffer, shown);
        window::wall(rule, below, context, buffer);
        self.detail.draw(right, context, buffer, shown);
    }

    /// The keys that do something.
    pub fn hints(&self) -> Vec<Hint> {
        let last = [
            Hint(Press::Esc, |words| words.tui.does.back),
            Hint(Press::Tab, |words| words.tui.does.menu),
            Hint(Press::Help, |words| words.tui.does.help),
        ];
        let first = if self.in_detail {
            let enter = self.detail.target().map(opening_hint);
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
    pub fn turn_pane(&mut self, forward: bool, context: &Context<'_>) -> bool {
        match (forward, self.in_detail) {
            (true, false) if layout::is_wide(context.size) => self.open_detail(),
            (false, true) => self.close_detail(),
            _ => return false,
        }
        true
    }

    fn turn(&mut self, forward: bool) {
        let all = Standing::ALL;
        let at = all.iter().position(|it| *it == self.tab).unwrap_or(0);
        let to = if forward { at + 1 } else { at + all.len() - 1 };
        self.tab = all.get(to % all.len()).copied().unwrap_or(self.tab);
        self.list.put(0);
        self.read = None;
    }

    fn items<'a>(&self, context: &'a Context<'_>) -> Vec<&'a Item<'a>> {
        Self::items_at(self.tab, context)
    }

    fn items_at<'a>(standing: Standing, context: &'a Context<'_>) -> Vec<&'a Item<'a>> {
        context.workspace.as_ref().map_or_else(Vec::new, |it| it.report().items_at(standing).collect())
    }

    fn place_of_focus(&self, context: &Context<'_>) -> Option<usize> {
        let id = &self.item(context)?.id;
        context.workspace.as_ref()?.report().obligations.iter().position(|it| it.id == *id)
    }

    /// The tabs; gives what is below. What they mean and what holds for all stands under them, or
    /// scrolls with the list where there are few rows.
    fn draw_tabs(&self, area: Rect, context: &Context<'_>, buffer: &mut Buffer) -> Rect {
        let Some(page) = &self.top else { return area };
        let height = u16::try_from(page.rows().len()).unwrap_or(u16::MAX).min(area.height);
        window::draw(page, Rect { height, ..area }, context, buffer, &mut Shown::default());
        Rect { y: area.y + height, height: area.height - height, ..area }
    }

    fn top_page(&self, context: &Context<'_>, width: u16, has_notes: bool) -> Page {
        let mut page = Page::new(width, context.theme, Focus::off(0));
        if let Some(told) = headline(context).filter(|_| !is_low(context)) {
            headline::lay_out(&mut page, &told);
        }
        self.tabs(&mut page, context);
        if has_notes {
            self.notes(&mut page, context);
        }
        page
    }

    fn tabs(&self, page: &mut Page, context: &Context<'_>) {
        let Some(work) = &context.workspace else { return };
        let mut runs = Vec::new();
        for standing in Standing::ALL {
            let label =
                format!("{} {}", tell::standing(standing, context.words), work.report().totals.count_at(standing));
            let label = label.replace(' ', NO_BREAK);
            let (role, text) =
                if standing == self.tab { (Role::Here, format!("[{label}]")) } else { (Role::Body, label) };
            if !runs.is_empty() {
                runs.push((Role::Body, "  ".to_owned()));
            }
            runs.push((role, text));
        }
        page.runs("", &runs);
    }

    /// What the tab means, what holds for all results, and whether they are final.
    fn notes(&self, page: &mut Page, context: &Context<'_>) {
        let Some(work) = &context.workspace else { return };
        if context.main.is_some() {
            page.text(Role::Warning, &context.words.tui.results.check(&context.pack.title));
        }
        if let Some(count) = tell::warning_count(work.report(), context.words) {
            page.text(Role::Warning, &count);
        }
        page.text(Role::Quiet, standing_means(self.tab, context.words));
        let words = &context.words.common;
        let rests = headline(context).map_or_else(
            || words.law.checked_on(tell::day_text(context.pack.law_checked_on, context.words)),
            |told| told.rests,
        );
        page.text(Role::Quiet, &format!("{} {rests}", words.in_all(work.report().totals.all)));
        if !work.report().complete {
            let left = tell::questions_left(work.report().left, context.words);
            page.text(Role::Warning, &context.words.tui.results.so_far(&left));
        }
        if self.tab == Standing::Open && waits_for_vendor(work.report()) {
            page.text(Role::Quiet, context.words.tui.results.letter);
        }
        page.gap();
    }

    fn list_page(&self, context: &Context<'_>, width: u16, item: usize) -> Page {
        let focus = if self.in_detail { Focus::kept(item) } else { context.focus(item) };
        let mut page = Page::new(width, context.theme, focus);
        if let Some(told) = headline(context).filter(|_| is_low(context)) {
            headline::lay_out(&mut page, &told);
        }
        if self.notes_scroll {
            self.notes(&mut page, context);
        }
        let items = self.items(context);
        if items.is_empty() {
            page.text(Role::Quiet, context.words.tui.results.empty);
        }
        let mut group = "";
        for item in items {
            let here = context.pack.group_of(item.obligation);
            if here != group {
                group = here;
                page.heading(group);
            }
            row(&mut page, context, item);
        }
        page
    }

    fn detail_page(&self, context: &Context<'_>, width: u16, focus: Focus) -> Page {
        let page = Page::new(width, context.theme, focus);
        match (self.item(context), &context.workspace) {
            (Some(item), Some(work)) => detail::page(page, item, work.report(), context),
            _ => page,
        }
    }
}

/// The headline of the results, if they have one.
fn headline(context: &Context<'_>) -> Option<HeadlineText> {
    let report = context.workspace.as_ref()?.report();
    tell::headline(report, Some((context.today)()), context.words)
}

/// Whether there are few rows.
fn is_low(context: &Context<'_>) -> bool {
    context.size.height < layout::LOW
}

/// An obligation in the list. What is not a duty says so.
fn row(page: &mut Page, context: &Context<'_>, item: &Item<'_>) {
    page.item("", &[(Role::Body, item.obligation.title.clone())], None);
    if !matches!(item.obligation.kind, ObligationKind::Duty | ObligationKind::Also) {
        page.deeper(Role::Quiet, &format!("({})", kind(item.obligation.kind, context.words)));
    }
    if let Some(date) = item.last_day {
        page.deeper(Role::Warning, &context.words.tui.results.last_day(tell::day_text(date, context.words)));
    }
}

/// The widths of list and detail.
fn widths(context: &Context<'_>) -> (u16, u16) {
    let body = layout::body(context.size);
    if layout::is_wide(context.size) {
        let (left, _, right) = layout::panes(body, SHARE);
        (left.width, right.width)
    } else {
        (layout::text(body).width, layout::text(body).width)
    }
}

/// Whether something waits for an answer that was left open and the vendor may know.
fn waits_for_vendor(report: &Report<'_>) -> bool {
    let mut waits = report.obligations.iter().flat_map(|it| &it.settled_by).map(|it| it.question);
    waits.any(|it| report.pack.question(it).who.contains(&Who::Vendor) && report.answer_to(it).is_some())
}
