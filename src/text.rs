//! Text that is safe to show: which characters pass, and how the others are escaped.

use std::io;

use unicode_width::UnicodeWidthChar;

/// The most characters of a text that is typed or comes with a reply: a line of text as an answer, a
/// name, where evidence lies, a note, a reason.
pub const MAX_TEXT: usize = 2_000;

/// Whether `character` may be stored or shown: it is not a control character and neither reorders
/// nor hides other characters.
pub fn is_plain(character: char) -> bool {
    !character.is_control() && !is_hidden(character)
}

/// Returns the first character of `text` that may not be shown, with its byte position.
pub fn first_unsafe(text: &str) -> Option<(usize, char)> {
    // Nearly all text is plain ASCII, which is quick to recognize.
    if text.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
        return None;
    }
    text.char_indices().find(|&(_, character)| !is_plain(character))
}

/// Returns what is wrong with `text` if it contains a character that may not be shown.
pub fn hidden_fault(text: &str) -> Option<String> {
    let (_, character) = first_unsafe(text)?;
    Some(format!("the text contains the invisible character {}", character.escape_unicode()))
}

/// Returns what is wrong with the length of `text`, if it is longer than [`MAX_TEXT`].
pub fn length_fault(text: &str) -> Option<String> {
    (text.chars().count() > MAX_TEXT).then(|| format!("longer than {MAX_TEXT} characters"))
}

/// Escapes every character of `text` that may not be shown, as in `\u{202e}`. Everything read from
/// a file or typed passes through here into an error message.
pub fn shown(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((at, character)) = first_unsafe(rest) {
        let (plain, from) = rest.split_at(at);
        shown.push_str(plain);
        shown.extend(character.escape_unicode());
        rest = from.strip_prefix(character).unwrap_or_default();
    }
    shown.push_str(rest);
    shown
}

/// Cuts `text` to at most `most` characters, with an ellipsis at the cut.
pub fn shortened(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let kept: String = text.chars().take(most.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}

/// Formats `number` with a comma between thousands.
pub fn group_digits(number: u128) -> String {
    let digits = number.to_string();
    let comma = |(at, digit): (usize, char)| {
        let starts_group = at > 0 && (digits.len() - at).is_multiple_of(3);
        starts_group.then_some(',').into_iter().chain([digit])
    };
    digits.chars().enumerate().flat_map(comma).collect()
}

/// Describes the most common system errors in plain words.
pub fn of_error(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such file or folder".to_owned(),
        io::ErrorKind::PermissionDenied => "you do not have permission to read or write here".to_owned(),
        io::ErrorKind::ReadOnlyFilesystem => "this disk is read-only".to_owned(),
        io::ErrorKind::StorageFull => "the disk is full".to_owned(),
        io::ErrorKind::QuotaExceeded => "your disk quota is used up".to_owned(),
        io::ErrorKind::AlreadyExists => "something else already has this name".to_owned(),
        io::ErrorKind::IsADirectory => "this is a folder, not a file".to_owned(),
        io::ErrorKind::NotADirectory => "a part of this path is not a folder".to_owned(),
        _ => error.to_string(),
    }
}

/// Whether a character changes the order or appearance of others and has no width of its own:
/// bidirectional controls, zero-width marks, language tags, line and paragraph separators. Also
/// true for noncharacters, which XML cannot hold.
fn is_hidden(character: char) -> bool {
    matches!(character,
        '\u{00AD}' | '\u{061C}' | '\u{115F}' | '\u{1160}' | '\u{180E}' | '\u{200B}'..='\u{200C}' | '\u{200E}'..='\u{200F}'
        | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{FFFE}'..='\u{FFFF}'
        | '\u{E0000}'..='\u{E0FFF}')
        || (character.width() == Some(0) && matches!(character, '\u{1D173}'..='\u{1D17A}'))
}
