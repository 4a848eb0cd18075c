//! A text that is asked for on a line of its own, and may be kept, replaced or taken away.

use std::io;

use crate::plain::app::{NextStep, PlainApp};
use crate::plain::reply::{Command, command};
use crate::text::{MAX_TEXT, length_fault};

/// What takes away what a line holds by now.
pub const CLEAR: &str = "-";

/// What a line that asks for a text comes to.
pub enum TypedText<T> {
    /// This instead.
    New(T),
    /// It stays.
    Keep,
    /// Nothing more is said; it may be time to go there.
    Stop(Option<NextStep>),
}

/// Asks for a text, which is `now` by now.
pub fn ask_text(app: &mut PlainApp<'_, '_>, name: &str, now: Option<&str>) -> io::Result<TypedText<Option<String>>> {
    let mut page = app.console.page();
    page.lead();
    page.say(name);
    match now {
        Some(now) => {
            page.say(&page.words.plain.origin.now(now));
            page.say(page.words.plain.origin.how_change);
        }
        None => page.say(page.words.plain.origin.how_text),
    }
    app.console.show(&page)?;
    while let Some(line) = app.console.line()? {
        if length_fault(&line).is_some() {
            app.console.say(&app.console.words.plain.point.too_long(MAX_TEXT))?;
            continue;
        }
        // As where an answer is typed, a letter behind = is text.
        return Ok(match (line.as_str(), command(&line, true)) {
            ("" | "=", _) => TypedText::Keep,
            (CLEAR, _) => TypedText::New(None),
            (_, Some(Command::Leave)) => TypedText::Stop(Some(NextStep::Leave)),
            (_, Some(Command::Back)) => TypedText::Stop(None),
            _ => TypedText::New(Some(line.strip_prefix('=').unwrap_or(&line).trim().to_owned())),
        });
    }
    Ok(TypedText::Stop(Some(NextStep::Ended)))
}
