//! Puts a file of a pack into its one form: keys in the order of its schema, tables a blank line
//! apart, conditions and strings written in one way. What the file states stays the same, and
//! every comment stays with what it stands at.
//!
//! [`tree`](mod@tree) is a file without its looks, `order` puts it in order, `print` writes it.

mod order;
mod print;
mod tree;

use toml_edit::DocumentMut;

use crate::finding::{Finding, Place};
use crate::schema::Schema;

/// `text`, which is what the file at `path` of a pack holds, in the one form of such files.
///
/// # Errors
/// Where the text stops being TOML.
pub fn tidy(path: &str, text: &str) -> Result<String, Box<Finding>> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let (head, body) = text.split_at(head_length(text));
    let document: DocumentMut = body.parse().map_err(|error: toml_edit::TomlError| {
        let span = error.span().unwrap_or_default();
        let place = Place::new(path, text, &(head.len() + span.start..head.len() + span.end));
        Box::new(Finding::error("toml", place, error.message().to_owned()))
    })?;
    let mut whole = tree::read(&document);
    if let Some(schema) = Schema::of_file(path) {
        order::order(&mut whole, &schema.value());
    }
    Ok(print::print(&tree::comments(head), &whole, &tree::comments(document.trailing().as_str().unwrap_or_default())))
}

/// How much of `text` is about the file as a whole: the comments it starts with, up to the last
/// blank line among them, and those that tell an editor which schema to use.
fn head_length(text: &str) -> usize {
    let (mut length, mut head) = (0, 0);
    for line in text.split_inclusive('\n') {
        let shown = line.trim();
        if !shown.is_empty() && !shown.starts_with('#') {
            return head;
        }
        length += line.len();
        if shown.is_empty() || shown.starts_with("#:") {
            head = length;
        }
    }
    length
}
