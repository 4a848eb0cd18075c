//! What stands for what where only ASCII may be drawn: one table, applied to the finished screen.

use ratatui::buffer::Buffer;

/// The rule between blocks.
pub const RULE: &str = "─";
/// The rule between two panes.
pub const WALL: &str = "│";

const TABLE: &[(&str, &str)] = &[
    (RULE, "-"),
    (WALL, "|"),
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
        let known = TABLE.iter().find(|it| it.0 == cell.symbol());
        cell.set_symbol(known.map_or("?", |it| it.1));
    }
}
