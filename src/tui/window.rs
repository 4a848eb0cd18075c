//! Shows as much of a page as fits, with the focused item in sight, and says what lies beyond.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::tui::context::Context;
use crate::tui::glyph;
use crate::tui::keymap::Message;
use crate::tui::page::{Page, PageRow};
use crate::tui::theme::Role;

/// What a screen leaves behind besides its cells.
#[derive(Debug, Clone, Default)]
pub struct Shown {
    /// Where the cursor stands.
    pub cursor: Option<(u16, u16)>,
    /// Links: where each starts, how many cells it takes, and its address.
    pub links: Vec<(u16, u16, u16, String)>,
    /// Which item of the page the keys act on is on which rows.
    pub items: Vec<(Rect, usize)>,
}

/// The rows in sight, and whether a row above and below says that there is more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Window {
    start: usize,
    end: usize,
    above: bool,
    below: bool,
}

impl Window {
    /// The window of `height` rows over `all`, with `focus` (a first row and an end) in its middle.
    fn over(all: usize, height: usize, focus: (usize, usize)) -> Self {
        if all <= height {
            return Self { start: 0, end: all, above: false, below: false };
        }
        if height < 3 {
            let start = focus.0.min(all - height);
            return Self { start, end: start + height, above: false, below: false };
        }
        let inner = height - 2;
        let size = (focus.1 - focus.0).min(inner);
        let start = focus.0.saturating_sub((inner - size) / 2).min(all - inner);
        if start <= 1 {
            Self { start: 0, end: height - 1, above: false, below: true }
        } else if start + inner + 1 >= all {
            Self { start: all - (height - 1), end: all, above: true, below: false }
        } else {
            Self { start, end: start + inner, above: true, below: true }
        }
    }
}

/// Draws `page` into `area`.
pub fn draw(page: &Page, area: Rect, context: &Context<'_>, buffer: &mut Buffer, shown: &mut Shown) {
    if area.is_empty() {
        return;
    }
    if page.focus().active && page.items() == 0 {
        shown.cursor.get_or_insert((area.x, area.y));
    }
    let height = usize::from(area.height);
    let window = Window::over(page.rows().len(), height, focused_rows(page, height));
    let mut y = area.y;
    if window.above {
        buffer.set_stringn(
            area.x,
            y,
            more(page, context, &window, true),
            area.width.into(),
            context.style(Role::Quiet),
        );
        y += 1;
    }
    for (at, row) in page.rows().iter().enumerate().take(window.end).skip(window.start) {
        buffer.set_line(area.x, y, &row.line, area.width);
        note(page, at, area, y, shown);
        y += 1;
    }
    if window.below {
        buffer.set_stringn(
            area.x,
            y,
            more(page, context, &window, false),
            area.width.into(),
            context.style(Role::Quiet),
        );
    }
}

/// A rule from top to bottom.
pub fn wall(x: u16, area: Rect, context: &Context<'_>, buffer: &mut Buffer) {
    for y in area.top()..area.bottom() {
        buffer.set_stringn(x, y, glyph::WALL, 1, context.style(Role::Rule));
    }
}

/// The item that `message` moves the focus of `page` to from the item `now`, if it is one that moves it.
pub fn moved(page: &Page, now: usize, message: &Message, height: u16) -> Option<usize> {
    let last = page.items().checked_sub(1)?;
    let to = match message {
        Message::Up => now.saturating_sub(1),
        Message::Down => now + 1,
        Message::PageUp => a_page_from(page, now, height, |start, at| at < start).min(now.saturating_sub(1)),
        Message::PageDown => a_page_from(page, now, height, |start, at| at > start).max(now + 1),
        Message::First => 0,
        Message::Last => last,
        _ => return None,
    };
    Some(to.min(last))
}

/// How many rows of a screen are not the page's own: the row of places, the footer, lines and what
/// says that there is more.
const NOT_THE_PAGE: u16 = 7;

/// The farthest item to one `side` of the focus that is no more than a page away: going there leaves no
/// row out of sight that was not in sight before.
fn a_page_from(page: &Page, now: usize, height: u16, side: impl Fn(usize, usize) -> bool) -> usize {
    let first = |item: usize| page.rows().iter().position(|row| row.item == Some(item));
    let (start, most) = (first(now).unwrap_or(0), usize::from(height.saturating_sub(NOT_THE_PAGE)).max(1));
    // An item without rows was left out of the page because it is farther away.
    let is_near = |item: usize| first(item).is_some_and(|row| row.abs_diff(start) <= most);
    let near = (0..page.items()).filter(|&item| side(now, item) && is_near(item));
    near.max_by_key(|it| it.abs_diff(now)).unwrap_or(now)
}

fn focused_rows(page: &Page, height: usize) -> (usize, usize) {
    let focus = page.focus().item;
    let of = |row: &crate::tui::page::PageRow| row.item == Some(focus);
    let first = page.rows().iter().position(of).unwrap_or(0);
    let end = page.rows().iter().rposition(of).map_or(0, |it| it + 1);
    // The first item brings what stands above it into sight, where there is room for both.
    (if focus == 0 && end < height { 0 } else { first }, end.max(first))
}

/// Notes down the cursor, the links and the items of the row that was drawn at `y`.
fn note(page: &Page, at: usize, area: Rect, y: u16, shown: &mut Shown) {
    let Some(row) = page.rows().get(at) else { return };
    let focus = page.focus();
    let right = |columns: usize| area.x.saturating_add(u16::try_from(columns).unwrap_or(u16::MAX));
    if let Some((_, column)) = page.cursor().filter(|(row, _)| *row == at) {
        shown.cursor = Some((right(column).min(area.right().saturating_sub(1)), y));
    } else if focus.active && page.cursor().is_none() && row.item == Some(focus.item) {
        shown.cursor.get_or_insert((right(row.indent), y));
    }
    if let Some((column, url)) = &row.link {
        let start = right(*column);
        let end = right(row.line.width()).min(area.right());
        shown.links.push((start, y, end.saturating_sub(start), url.clone()));
    }
    if let Some(item) = row.item.filter(|_| focus.active) {
        shown.items.push((Rect { y, height: 1, ..area }, item));
    }
}

/// "2 more below".
fn more(page: &Page, context: &Context<'_>, window: &Window, above: bool) -> String {
    let item = |row: &PageRow| row.item;
    let hidden = if above {
        let last = page.rows().iter().take(window.start).filter_map(item).next_back();
        last.map_or(0, |it| it + 1)
    } else {
        let first = page.rows().iter().skip(window.end).find_map(item);
        first.map_or(0, |it| page.items() - it)
    };
    let (of, n) = (&context.words.tui.more, hidden.max(1));
    if above { of.above(n) } else { of.below(n) }
}

#[cfg(test)]
mod tests {
    use crate::tui::window::Window;

    #[test]
    fn the_focused_rows_are_always_in_sight() {
        for all in 0..40 {
            for height in 1..20 {
                for first in 0..all {
                    let end = (first + 4).min(all);
                    let window = Window::over(all, height, (first, end));
                    let marks = usize::from(window.above) + usize::from(window.below);
                    assert!(window.end - window.start + marks <= height, "{window:?}");
                    assert!(window.start <= first && first < window.end, "{window:?} {all} {height} {first}");
                    assert!(height < 6 || end <= window.end, "{window:?} {all} {height} {first}");
                }
            }
        }
    }
}
