//! Parts of long texts: a snapshot holds what its test is about, and nothing twice.

/// The lines of `text` from the first that begins with `from` up to the next that begins with `to`; to the end
/// where `to` is empty.
pub fn between<'t>(text: &'t str, from: &str, to: &str) -> &'t str {
    let start =
        line_that_begins_with(text, from).unwrap_or_else(|| unreachable!("no line begins with {from:?}:\n{text}"));
    let rest = &text[start..];
    if to.is_empty() {
        return rest;
    }
    let end = line_that_begins_with(rest, to).unwrap_or_else(|| unreachable!("no line begins with {to:?}:\n{rest}"));
    &rest[..end]
}

fn line_that_begins_with(text: &str, beginning: &str) -> Option<usize> {
    if text.starts_with(beginning) {
        return Some(0);
    }
    text.find(&format!("\n{beginning}")).map(|before| before + 1)
}

/// What a conversation holds from each of the `typed` lines up to the next line typed.
pub fn said_to(conversation: &str, typed: &[&str]) -> String {
    let turns = conversation.split("\n>> ").skip(1).filter(|turn| {
        let line = turn.lines().next().unwrap_or_default();
        typed.contains(&line)
    });
    turns.map(|turn| format!(">> {turn}\n")).collect()
}
