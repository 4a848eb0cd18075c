//! Where an answer comes from, asked line by line: what it rests on, who says so, where the evidence
//! lies, and a note. What is said is saved at each line.

use std::io;

use crate::assessment::{Basis, Origin};
use crate::pack::QuestionId;
use crate::plain::app::{NextStep, PlainApp};
use crate::plain::reply::{Command, command};
use crate::plain::typed::{CLEAR, TypedText, ask_text};
use crate::plain::wording;
use crate::session::Session;
use crate::tell;
use crate::words::{Label, Words};

/// One of the texts: the name of the words that ask for it, and where it is kept.
type ProvenanceField = (Label, fn(&mut Origin) -> &mut Option<String>);

/// The texts, in the order in which they are asked for.
const TEXTS: [ProvenanceField; 3] = [
    (|words| words.plain.origin.by, |it| &mut it.by),
    (|words| words.plain.origin.evidence, |it| &mut it.evidence),
    (|words| words.plain.origin.note, |it| &mut it.note),
];

/// Goes through all that can be said of where the answer to `id` comes from. Says where to go, if not
/// back to where it was asked for.
pub fn edit(app: &mut PlainApp<'_, '_>, id: QuestionId) -> io::Result<Option<NextStep>> {
    let Some(mut origin) = now(app.workspace.session(), id) else {
        app.console.say(app.console.words.plain.origin.no_answer)?;
        return Ok(None);
    };
    match basis(app, id, origin.basis)? {
        TypedText::New(basis) => {
            origin.basis = basis;
            keep(app, id, &origin)?;
        }
        TypedText::Keep => {}
        TypedText::Stop(place) => return stop(app, id, place),
    }
    for (label, of) in TEXTS {
        let held = of(&mut origin);
        match ask_text(app, label(app.console.words), held.as_deref())? {
            TypedText::New(said) => {
                *held = said;
                keep(app, id, &origin)?;
            }
            TypedText::Keep => {}
            TypedText::Stop(place) => return stop(app, id, place),
        }
    }
    stop(app, id, None)
}

/// Where the answer to `id` comes from, as a paragraph; nothing where nothing is said of it.
pub fn told(session: &Session<'_>, id: QuestionId, words: &Words) -> Option<String> {
    tell::origin_line(&session.given_answer(id)?, words)
}

fn now(session: &Session<'_>, id: QuestionId) -> Option<Origin> {
    session.assessment().answers.get(&id).map(|it| it.origin.clone())
}

fn keep(app: &mut PlainApp<'_, '_>, id: QuestionId, origin: &Origin) -> io::Result<()> {
    app.workspace.set_origin(id, origin);
    app.tell_saved()
}

/// Says what is kept by now, unless it is time to go.
fn stop(app: &mut PlainApp<'_, '_>, id: QuestionId, place: Option<NextStep>) -> io::Result<Option<NextStep>> {
    if place.is_none() {
        let mut page = app.console.page();
        match told(app.workspace.session(), id, page.words) {
            Some(told) => page.say(&told),
            None => page.say(page.words.plain.origin.nothing),
        }
        app.console.show(&page)?;
    }
    Ok(place)
}

/// Asks what the answer rests on.
fn basis(app: &mut PlainApp<'_, '_>, id: QuestionId, now: Option<Basis>) -> io::Result<TypedText<Option<Basis>>> {
    let offered = Basis::offered_choices(now);
    app.console.about = app.workspace.session().pack().question(id).text();
    let mut page = app.console.page();
    page.lead();
    page.say(page.words.common.title.origin);
    let session = app.workspace.session();
    if let Some(given) = session.assessment().answer(id) {
        page.say(&wording::given(session.pack(), id, given, page.words));
    }
    page.say(page.words.plain.origin.about);
    page.gap();
    page.say(page.words.plain.origin.basis);
    for (at, basis) in offered.iter().enumerate() {
        let mark = format!("{}.", at + 1);
        let told = basis.map_or(page.words.common.basis.none, |basis| tell::basis(basis, page.words));
        page.item(1, &mark, &tell::capital(told));
        if *basis == now && now.is_some() {
            page.beneath(&mark, page.words.plain.point.now);
        }
    }
    page.gap();
    let numbers = wording::numbers(offered.len(), page.words);
    page.say(&page.words.plain.origin.how_basis(&numbers));
    app.console.show(&page)?;
    while let Some(line) = app.console.line()? {
        let number = line.trim_end_matches('.').parse::<usize>().ok().and_then(|it| it.checked_sub(1));
        match (command(&line, false), number.and_then(|it| offered.get(it))) {
            (Some(Command::Leave), _) => return Ok(TypedText::Stop(Some(NextStep::Leave))),
            (Some(Command::Back), _) => return Ok(TypedText::Stop(None)),
            (_, Some(basis)) => return Ok(TypedText::New(*basis)),
            _ if line.is_empty() => return Ok(TypedText::Keep),
            _ if line == CLEAR => return Ok(TypedText::New(None)),
            _ => {
                let unclear = wording::unclear(&line, app.words());
                app.console.say(&app.console.words.plain.origin.fault(&numbers, &unclear))?;
            }
        }
    }
    Ok(TypedText::Stop(Some(NextStep::Ended)))
}
