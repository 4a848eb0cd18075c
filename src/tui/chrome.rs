//! What stands around every screen: above, where one can go and whether all is saved; below, the
//! keys.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

use crate::tui::context::Context;
use crate::tui::destination::Destination;
use crate::tui::glyph;
use crate::tui::keymap::{Hint, Press, label, pick};
use crate::tui::layout;
use crate::tui::page::{Focus, NO_BREAK, Page};
use crate::tui::theme::Role;
use crate::tui::window::{self, Shown};
use crate::tui::wrap::{Run, wrap};
use crate::workspace::notice_text;

/// What is above and below.
pub struct Chrome<'a> {
    /// Where one is; nothing where no assessment is open.
    pub here: Option<Destination>,
    /// The place that the keys act on, if they act on the row of places.
    pub menu: Option<usize>,
    /// The title where there is no row of places.
    pub title: &'a str,
    /// The keys.
    pub hints: &'a [Hint],
}

impl Chrome<'_> {
    /// Draws all this around what it leaves for the screen.
    pub fn draw(&self, area: Rect, context: &Context<'_>, buffer: &mut Buffer, shown: &mut Shown) -> Rect {
        let inner = layout::inner(area);
        // Places have a column of air at either side, which hangs into the margin.
        let hang = u16::from(self.here.is_some());
        let top = Rect { x: inner.x - hang, width: inner.width + hang, ..inner };
        let mut y = area.y;
        for line in self.top(context, top.width) {
            place(&line, top, y, context, buffer);
            y += 1;
        }
        self.cursor(top, area.y, context, shown);
        y = rule(area, y, context, buffer);
        let bottom = self.bottom(context, inner.width);
        let below = u16::try_from(bottom.len()).unwrap_or(u16::MAX).saturating_add(1);
        let floor = area.bottom().saturating_sub(below).max(y);
        y = trouble(Rect { y, height: floor.saturating_sub(y), ..inner }, context, buffer);
        for (at, line) in (rule(area, floor, context, buffer)..).zip(bottom) {
            place(&line, inner, at, context, buffer);
        }
        let body = Rect { y, height: floor.saturating_sub(y), ..inner };
        // A row of air where there are rows to spare.
        if body.height > 12 { Rect { y: body.y + 1, height: body.height - 1, ..body } } else { body }
    }

    fn top(&self, context: &Context<'_>, width: u16) -> Vec<Vec<Run>> {
        let state = saved(context);
        let width = usize::from(width);
        let left = match self.here {
            Some(here) => self.fitting_places(here, context, width),
            None => vec![(Role::Strong, self.title.to_owned())],
        };
        let taken = columns(&left);
        let gap = width.checked_sub(taken + state.1.width()).filter(|gap| *gap >= 2);
        match gap {
            Some(gap) => vec![left.into_iter().chain([(Role::Body, " ".repeat(gap)), state]).collect()],
            None if taken <= width => vec![left],
            None if context.size.height < layout::LOW => vec![self.place_alone(context)],
            None => wrap(&left, width),
        }
    }

    /// Only the place where one is, or the chosen one.
    fn place_alone(&self, context: &Context<'_>) -> Vec<Run> {
        let Some(here) = self.here else { return vec![(Role::Strong, self.title.to_owned())] };
        let shown = self.menu.and_then(|at| Destination::ALL.get(at).copied());
        match shown {
            Some(it) => vec![(Role::Focus, format!(">{}<", it.word(context.words).to_owned()))],
            None => vec![(Role::Here, format!("[{}]", here.word(context.words).to_owned()))],
        }
    }

    /// The places, closer together where that leaves room for whether all is saved, or for one row.
    fn fitting_places(&self, here: Destination, context: &Context<'_>, width: usize) -> Vec<Run> {
        let with_saved = saved(context).1.width() + 2;
        let (wide, close) = (self.places(here, context, " "), self.places(here, context, ""));
        let fits = |places: &[Run], more: usize| columns(places) + more <= width;
        let takes_close = if fits(&close, with_saved) { !fits(&wide, with_saved) } else { !fits(&wide, 0) };
        if takes_close { close } else { wide }
    }

    fn places(&self, here: Destination, context: &Context<'_>, between: &str) -> Vec<Run> {
        let mut runs = Vec::new();
        for (at, it) in Destination::ALL.into_iter().enumerate() {
            // From a check of a paper, home is the main assessment.
            let back = it == Destination::Home && context.main.is_some();
            let word = if back { context.words.tui.place.main } else { it.word(context.words) }.to_owned();
            let chosen = self.menu == Some(at);
            let (role, text) = match (chosen, it == here) {
                (true, _) => (Role::Focus, format!(">{word}<")),
                (false, true) => (Role::Here, format!("[{word}]")),
                (false, false) => (Role::Body, format!("{NO_BREAK}{word}{NO_BREAK}")),
            };
            if at > 0 {
                runs.push((Role::Body, between.to_owned()));
            }
            runs.push((role, text));
        }
        runs
    }

    /// The cursor on the chosen place.
    fn cursor(&self, inner: Rect, y: u16, context: &Context<'_>, shown: &mut Shown) {
        let (Some(_), Some(here)) = (self.menu, self.here) else { return };
        let runs = self.fitting_places(here, context, inner.width.into());
        shown.cursor = Some((inner.x, y));
        for (line, row) in wrap(&runs, inner.width.into()).iter().zip(y..) {
            let mut x = inner.x;
            for (role, text) in line {
                if *role == Role::Focus && self.top(context, inner.width).len() > usize::from(row - y) {
                    shown.cursor = Some((x, row));
                    return;
                }
                x = x.saturating_add(u16::try_from(text.width()).unwrap_or(u16::MAX));
            }
        }
    }

    /// The keys; where there are few rows, as many as fit one row, help among them.
    fn bottom(&self, context: &Context<'_>, width: u16) -> Vec<Vec<Run>> {
        let all = wrap(&keys(self.hints, context), width.into());
        if context.size.height >= layout::LOW || all.len() < 2 {
            return all;
        }
        let (help, others): (Vec<Hint>, Vec<Hint>) =
            self.hints.iter().partition(|Hint(press, _)| matches!(press, Press::Help | Press::HelpInText));
        let fewer = (0..=others.len()).rev().map(|count| {
            let some: Vec<Hint> = others.iter().take(count).chain(&help).copied().collect();
            wrap(&keys(&some, context), width.into())
        });
        fewer.into_iter().find(|hints| hints.len() < 2).unwrap_or(all)
    }
}

fn columns(runs: &[Run]) -> usize {
    runs.iter().map(|(_, text)| text.width()).sum()
}

fn keys(hints: &[Hint], context: &Context<'_>) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for Hint(press, does) in hints {
        if !runs.is_empty() {
            runs.push((Role::Body, "   ".to_owned()));
        }
        runs.push((Role::Strong, key_name(*press, context).replace(' ', NO_BREAK)));
        runs.push((Role::Quiet, format!("{NO_BREAK}{}", does(context.words).replace(' ', NO_BREAK))));
    }
    runs
}

/// How the keys of `press` are called.
pub fn key_name(press: Press, context: &Context<'_>) -> String {
    if let Press::Pick(rows) = press {
        let last = (0..rows).rev().find_map(pick).unwrap_or_default();
        let of = &context.words.tui.key;
        return if last.is_ascii_digit() { of.digits(last) } else { of.digits_and_letters(last) };
    }
    if let Press::Letter(letter) = press {
        return letter.to_string();
    }
    let ascii = match press {
        Press::Move => Some(context.words.tui.key.move_ascii),
        Press::Turn => Some(context.words.tui.key.turn_ascii),
        _ => None,
    };
    ascii.filter(|_| context.ascii).unwrap_or(label(press, context.words)).to_owned()
}

/// Whether all is saved.
fn saved(context: &Context<'_>) -> Run {
    match &context.workspace {
        Some(work) if work.save_error().is_some() => (Role::Warning, context.words.tui.saved.no.to_owned()),
        Some(work) if work.has_saved() && !context.is_typing_ahead => {
            (Role::Quiet, context.words.tui.saved.yes.to_owned())
        }
        _ => (Role::Quiet, String::new()),
    }
}

/// Why the answers are not saved, if they are not, and what is worth knowing of their file; gives the row
/// below it.
fn trouble(area: Rect, context: &Context<'_>, buffer: &mut Buffer) -> u16 {
    let Some(work) = &context.workspace else { return area.y };
    if work.save_error().is_none() && work.notices().is_empty() {
        return area.y;
    }
    let mut page = Page::new(layout::text(area).width, context.theme, Focus::off(0));
    if let Some(error) = work.save_error() {
        let why = error.to_string();
        page.text(Role::Warning, &context.words.tui.saved.trouble(why.lines().next().unwrap_or_default()));
    }
    for notice in work.notices() {
        page.text(Role::Warning, &notice_text(notice, context.words));
    }
    let height = u16::try_from(page.rows().len()).unwrap_or(u16::MAX).min(area.height / 2);
    window::draw(&page, Rect { height, ..layout::text(area) }, context, buffer, &mut Shown::default());
    area.y + height
}

fn rule(area: Rect, y: u16, context: &Context<'_>, buffer: &mut Buffer) -> u16 {
    if y >= area.bottom() {
        return y;
    }
    let line = glyph::RULE.repeat(area.width.into());
    buffer.set_stringn(area.x, y, line, area.width.into(), context.style(Role::Rule));
    y + 1
}

fn place(runs: &[Run], area: Rect, y: u16, context: &Context<'_>, buffer: &mut Buffer) {
    if y >= buffer.area.bottom() {
        return;
    }
    let mut x = area.x;
    for (role, text) in runs {
        let room_left = usize::from(area.right().saturating_sub(x));
        (x, _) = buffer.set_stringn(x, y, text.replace(NO_BREAK, " "), room_left, context.style(*role));
    }
}
