//! Links as terminals know them (OSC 8). Each cell opens and closes the link itself, so that it
//! stays whole when only some cells are drawn again.

use std::num::NonZeroU16;

use ratatui::buffer::{Buffer, CellDiffOption};
use unicode_width::UnicodeWidthStr;

/// Makes a link of the cells from (x, y) on: `(x, y, cells, address)`.
pub fn draw(buffer: &mut Buffer, (x, y, cells, url): &(u16, u16, u16, String)) {
    // An address that could end the sequence early stays text.
    if url.chars().any(|character| character.is_control() || character.is_whitespace()) {
        return;
    }
    for column in *x..x.saturating_add(*cells) {
        let Some(cell) = buffer.cell_mut((column, *y)) else { return };
        if cell.symbol().width() == 1 {
            let linked = format!("\u{1b}]8;id=source;{url}\u{1b}\\{}\u{1b}]8;;\u{1b}\\", cell.symbol());
            cell.set_symbol(&linked).set_diff_option(CellDiffOption::ForcedWidth(NonZeroU16::MIN));
        }
    }
}
