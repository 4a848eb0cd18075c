//! What stands for what where only ASCII may be drawn: one table, applied to the finished screen.

use ratatui::buffer::Buffer;

/// The rule between blocks.
pub const RULE: &str = "─";
/// The rule between two panes, and the trunk of a tree where nobody has been yet.
pub const WALL: &str = "│";
/// The trunk where the path taken goes.
pub const PATH: &str = "┃";
/// A way that leads off the trunk.
pub const FORK: &str = "├─";
/// The last way that leads off it.
pub const LAST: &str = "└─";
/// A way that was not taken, where the path went on.
pub const PASSED: &str = "┠─";
/// The way that was taken.
pub const TAKEN: &str = "┣━";
/// A question that is answered.
pub const STOP: &str = "●";
/// The question to ask now.
pub const NEXT: &str = "◆";
/// A question that may still be asked.
pub const AHEAD: &str = "○";
/// A question that needs no answer.
pub const SPARED: &str = "·";
/// A question whose answer is set aside.
pub const ASIDE: &str = "–";

const TABLE: &[(&str, &str)] = &[
    (RULE, "-"),
    (WALL, "|"),
    (PATH, "|"),
    ("├", "+"),
    ("└", "+"),
    ("┣", "+"),
    ("┠", "+"),
    ("━", "="),
    (STOP, "*"),
    (NEXT, "#"),
    (AHEAD, "o"),
    ("↑", "^"),
    ("↓", "v"),
    ("←", "<"),
    ("→", ">"),
    ("·", "-"),
    ("•", "*"),
    ("…", "~"),
    ("’", "'"),
    ("‘", "'"),
    ("“", "\""),
    ("”", "\""),
    ("–", "-"),
    ("—", "-"),
    ("§", "S"),
];

/// Writes every cell of `buffer` in ASCII. A letter that has no stand-in becomes a question mark.
pub fn to_ascii(buffer: &mut Buffer) {
    for cell in &mut buffer.content {
        if cell.symbol().is_ascii() {
            continue;
        }
        let known = TABLE.iter().find(|(symbol, _)| *symbol == cell.symbol());
        cell.set_symbol(known.map_or("?", |(_, ascii)| ascii));
    }
}
