//! Where things go: margins, the widest line that is pleasant to read, and when there is room for
//! two panes.

use ratatui::layout::{Rect, Size};

/// From this width on, there are two panes.
pub const WIDE: u16 = 100;

/// Below this height, rows are kept for what matters most.
pub const LOW: u16 = 18;

/// The smallest size at which anything is shown.
pub const LEAST: Size = Size { width: 40, height: 12 };

/// The widest running text.
const MAX_TEXT: u16 = 80;

/// The columns kept free at either side, and between a pane and the rule beside it.
const MARGIN: u16 = 2;

/// `area` without its margins.
pub fn inner(area: Rect) -> Rect {
    let width = area.width.saturating_sub(2 * MARGIN);
    Rect { x: area.x + MARGIN.min(area.width), width, ..area }
}

/// `area`, no wider than is pleasant to read.
pub fn text(area: Rect) -> Rect {
    Rect { width: area.width.min(MAX_TEXT), ..area }
}

/// Whether two panes fit.
pub fn is_wide(size: Size) -> bool {
    size.width >= WIDE
}

/// Two panes beside each other, the left one taking `share` hundredths, and the column of the rule
/// between them.
pub fn panes(area: Rect, share: u16) -> (Rect, u16, Rect) {
    let gap = 2 * MARGIN + 1;
    let left = (area.width.saturating_sub(gap) * share / 100).min(MAX_TEXT);
    let rule = area.x + left + MARGIN;
    let right = area.width.saturating_sub(left + gap).min(MAX_TEXT);
    (Rect { width: left, ..area }, rule, Rect { x: rule + MARGIN + 1, width: right, ..area })
}

/// The body of a screen of this size, as far as its width goes.
pub fn body(size: Size) -> Rect {
    inner(Rect::new(0, 0, size.width, size.height))
}
