//! Tables for spreadsheets, as comma-separated values with the line endings of RFC 4180.
//!
//! The file begins with a byte-order mark: without one, Excel reads UTF-8 in the code page of the
//! machine and garbles every accented name. Programs should use the JSON.
//!
//! A cell that a spreadsheet would take for a formula gets a leading apostrophe, which makes it
//! text there.

use ::csv::{Terminator, WriterBuilder};

use crate::text;

/// The byte-order mark.
const MARK: &[u8] = b"\xEF\xBB\xBF";

/// The characters that can start a formula, or a command to another program, including the variants
/// that are read as the same sign.
const FORMULA: &[char] = &['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// Writes `rows` as a table.
///
/// # Panics
/// If the rows are not equally long.
pub fn table<Row: IntoIterator<Item = String>>(rows: impl IntoIterator<Item = Row>) -> Vec<u8> {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(MARK.to_vec());
    for row in rows {
        let cells = row.into_iter().map(|it| safe(&it));
        writer.write_record(cells).expect("all rows are equally long, and memory takes them");
    }
    writer.into_inner().expect("what is in memory can be had whole")
}

/// Makes `text` a cell that no spreadsheet computes, with unprintable characters escaped.
fn safe(text: &str) -> String {
    let apostrophe = if text.starts_with(FORMULA) { "'" } else { "" };
    format!("{apostrophe}{}", text::shown(text))
}
