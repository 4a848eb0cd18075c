//! Tables for spreadsheets, as comma-separated values. Lines end as RFC 4180 has it.
//!
//! The file begins with a byte-order mark: without one, Excel takes UTF-8 for the code page of the
//! machine and spoils every name with an accent. Programs are served by the JSON.
//!
//! A cell that a spreadsheet would take for a formula gets an apostrophe before it, which makes it
//! text there.

use ::csv::{Terminator, WriterBuilder};

use crate::text;

/// The byte-order mark.
const MARK: &[u8] = b"\xEF\xBB\xBF";

/// What a formula, or a command to another program, can begin with; some forms of the signs are read
/// as the sign itself.
const FORMULA: &[char] = &['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// `rows` as a table.
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

/// `text` as a cell that no spreadsheet computes, with nothing in it that may not be shown.
fn safe(text: &str) -> String {
    let apostrophe = if text.starts_with(FORMULA) { "'" } else { "" };
    format!("{apostrophe}{}", text::shown(text))
}
