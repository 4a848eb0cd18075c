//! A field for one line of text, which is broken over several rows where it is long.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::text;
use crate::tui::keymap::Message;

/// A field.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Field {
    before: String,
    behind: String,
}

impl Field {
    /// A field that holds `text`, the cursor at its end.
    pub fn new(text: &str) -> Self {
        Self { before: text.to_owned(), behind: String::new() }
    }

    /// What it holds.
    pub fn text(&self) -> String {
        format!("{}{}", self.before, self.behind)
    }

    /// Does what `message` does in a field; says whether it does anything there.
    pub fn update(&mut self, message: &Message) -> bool {
        match message {
            Message::Char(it) => self.insert(&it.to_string()),
            Message::Space => self.insert(" "),
            Message::Paste(pasted) => self.insert(&flat(pasted)),
            Message::Erase => drop(take_last(&mut self.before)),
            Message::Delete => drop(take_first(&mut self.behind)),
            Message::Left => {
                let moved = take_last(&mut self.before);
                self.behind.insert_str(0, &moved);
            }
            Message::Right => {
                let moved = take_first(&mut self.behind);
                self.before.push_str(&moved);
            }
            Message::First => {
                self.behind.insert_str(0, &self.before);
                self.before.clear();
            }
            Message::Last => {
                self.before.push_str(&self.behind);
                self.behind.clear();
            }
            _ => return false,
        }
        true
    }

    /// Its rows at this width, and the row and column of the cursor.
    pub fn rows(&self, width: usize) -> (Vec<String>, (usize, usize)) {
        // One column is left for the cursor.
        let width = width.saturating_sub(1).max(1);
        let mut rows = vec![String::new()];
        let mut cursor = (0, 0);
        let whole = self.text();
        for (at, it) in whole.grapheme_indices(true) {
            let full = rows.last().is_some_and(|row| row.width() + it.width() > width && !row.is_empty());
            if full {
                rows.push(String::new());
            }
            if at == self.before.len() {
                cursor = end_of(&rows);
            }
            if let Some(row) = rows.last_mut() {
                row.push_str(it);
            }
        }
        if self.behind.is_empty() {
            cursor = end_of(&rows);
        }
        (rows, cursor)
    }

    fn insert(&mut self, text: &str) {
        let room = text::MAX_TEXT.saturating_sub(self.before.chars().count() + self.behind.chars().count());
        self.before.extend(text.chars().filter(|it| text::is_plain(*it)).take(room));
    }
}

/// Pasted lines as one line.
fn flat(pasted: &str) -> String {
    let lines = pasted.split(['\n', '\r', '\t']).map(str::trim).filter(|it| !it.is_empty());
    lines.collect::<Vec<&str>>().join(" ")
}

fn end_of(rows: &[String]) -> (usize, usize) {
    (rows.len().saturating_sub(1), rows.last().map_or(0, |it| it.width()))
}

fn take_last(text: &mut String) -> String {
    let at = text.grapheme_indices(true).next_back().map_or(0, |(at, _)| at);
    text.split_off(at)
}

fn take_first(text: &mut String) -> String {
    let end = text.graphemes(true).next().map_or(0, str::len);
    let rest = text.split_off(end);
    std::mem::replace(text, rest)
}

#[cfg(test)]
mod tests {
    use crate::text::MAX_TEXT;
    use crate::tui::field::Field;
    use crate::tui::keymap::Message;

    #[test]
    fn a_paste_becomes_one_line_of_plain_text() {
        let mut field = Field::new("a");
        field.update(&Message::Paste(" x\r\ny\u{202e}\u{1b}[2J\n".to_owned()));
        assert_eq!(field.text(), "ax y[2J");
    }

    #[test]
    fn letters_with_marks_go_as_one() {
        let mut field = Field::new("n\u{303}o");
        field.update(&Message::Left);
        field.update(&Message::Erase);
        assert_eq!(field.text(), "o");
        field.update(&Message::Delete);
        assert_eq!(field.text(), "");
    }

    #[test]
    fn a_field_takes_no_more_than_a_text_may_have() {
        let mut field = Field::new("");
        field.update(&Message::Paste("é".repeat(MAX_TEXT + 5)));
        field.update(&Message::First);
        field.update(&Message::Char('x'));
        assert_eq!(field.text().chars().count(), MAX_TEXT);
    }

    #[test]
    fn long_text_takes_rows() {
        let field = Field::new("abcdef");
        assert_eq!(field.rows(4), (vec!["abc".to_owned(), "def".to_owned()], (1, 3)));
    }
}
