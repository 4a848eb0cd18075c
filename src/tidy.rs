//! Formats a file of a pack: keys in the order of its schema, a blank line between tables,
//! conditions and strings in one notation. The content stays the same, and every comment stays with
//! what it belongs to.
//!
//! `tree` is a file without its layout, `order` sorts it, `print` writes it.

mod order;
mod print;
mod tree;

use toml_edit::DocumentMut;

use crate::finding::{Finding, Place};
use crate::schema::Schema;

/// Formats `text`, the content of the file at `path` of a pack.
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
    let mut whole = tree::read_tree(&document);
    if let Some(schema) = Schema::of_file(path) {
        order::sort_keys(&mut whole, &schema.value());
    }
    Ok(print::print_file(
        &tree::comments(head),
        &whole,
        &tree::comments(document.trailing().as_str().unwrap_or_default()),
    ))
}

/// Returns the length of the part of `text` about the file as a whole: the comments at its start up
/// to the last blank line among them, and those that tell an editor which schema to use.
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
