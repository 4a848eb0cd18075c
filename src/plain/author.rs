//! Who decided a legal point, and why, asked line by line. What is said is saved at each line.

use std::io;

use crate::assessment::Author;
use crate::pack::ReadingId;
use crate::plain::app::{NextStep, PlainApp};
use crate::plain::typed::{TypedText, ask_text};
use crate::tell;
use crate::words::Label;

/// One of the texts: the words that ask for it, and where it is kept.
type AuthorField = (Label, fn(&mut Author) -> &mut Option<String>);

/// The texts, in the order in which they are asked for.
const TEXTS: [AuthorField; 2] = [
    (|words| words.plain.point.by, |author| &mut author.by),
    (|words| words.plain.point.why, |author| &mut author.why),
];

/// Asks who decided the point `id`, which is decided, and why. Says where to go, if not back to where it was asked for.
pub fn edit(app: &mut PlainApp<'_, '_>, id: ReadingId) -> io::Result<Option<NextStep>> {
    let Some(mut author) = now(app, id) else { return Ok(None) };
    for (label, of) in TEXTS {
        let held = of(&mut author);
        match ask_text(app, label(app.console.words), held.as_deref())? {
            TypedText::New(said) => {
                *held = said;
                app.workspace.set_author(id, &author);
                app.tell_saved()?;
            }
            TypedText::Keep => {}
            TypedText::Stop(None) => break,
            TypedText::Stop(place) => return Ok(place),
        }
    }
    let mut page = app.console.page();
    if let Some(decided) = app.workspace.report().decided_point(id) {
        for line in tell::decision(decided, page.words) {
            page.say(&line);
        }
    }
    app.console.show(&page)?;
    Ok(None)
}

fn now(app: &PlainApp<'_, '_>, id: ReadingId) -> Option<Author> {
    Some(app.workspace.session().assessment().readings.get(&id)?.author.clone())
}
