//! The answers given, by section, each of which can be changed.

use std::io;

use crate::pack::QuestionId;
use crate::plain::asking::{Taken, ask};
use crate::plain::page::Page;
use crate::plain::reply::{Command, command};
use crate::plain::seat::{Place, Seat};
use crate::plain::tell;
use crate::session::Session;

/// Lists the answers and changes those that are picked.
pub fn review(seat: &mut Seat<'_, '_>, back: Option<QuestionId>) -> io::Result<Place> {
    loop {
        let ids: Vec<QuestionId> = seat.desk.session().assessment().answers.keys().copied().collect();
        let mut page = seat.talk.page();
        page.lead();
        list(&mut page, seat.desk.session(), &ids);
        seat.talk.show(&page)?;
        match pick(seat, &ids)? {
            Picked::Change(id) => match change(seat, id)? {
                Some(place) => return Ok(place),
                None => continue,
            },
            Picked::Undo => undo(seat)?,
            Picked::Command(Command::Back) if back.is_some() => return Ok(seat.back_to(back)),
            Picked::Command(Command::Results | Command::Back) => return Ok(Place::Results(back)),
            Picked::Command(Command::Leave) => return Ok(Place::Leave),
            Picked::Command(_) => {}
            Picked::Ended => return Ok(Place::Ended),
        }
    }
}

enum Picked {
    Change(QuestionId),
    Undo,
    Command(Command),
    Ended,
}

/// The answers with their numbers; those that do not count now say so.
fn list(page: &mut Page<'_>, session: &Session<'_>, ids: &[QuestionId]) {
    let (pack, progress) = (session.pack(), session.progress());
    page.gap();
    page.tell(if ids.is_empty() { "plain.review.none" } else { "plain.review.title" }, &[]);
    let mut section = None;
    for (at, &id) in ids.iter().enumerate() {
        let now = pack.question(id).section;
        if section.replace(now) != Some(now) {
            page.gap();
            page.say(pack.sections.get(now).map_or("", |it| it.title.as_str()));
        }
        let Some(given) = session.assessment().answer(id) else { continue };
        let mark = format!("{}.", at + 1);
        page.item(1, &mark, &tell::given(pack, id, given, page.words));
        if progress.set_aside.contains(&id) {
            page.beneath(&mark, page.words.say("plain.review.set_aside"));
        }
        if let Some(note) = session.assessment().answers.get(&id).and_then(|it| it.note.as_ref()) {
            page.beneath(&mark, &page.words.fill("plain.review.note", &[("note", note)]));
        }
    }
    page.gap();
    page.tell("plain.review.how", &[("last", &ids.len().to_string())]);
}

fn pick(seat: &mut Seat<'_, '_>, ids: &[QuestionId]) -> io::Result<Picked> {
    while let Some(line) = seat.talk.line()? {
        if let Some(command) = command(&line, false) {
            return Ok(Picked::Command(command));
        }
        if line.eq_ignore_ascii_case("u") {
            return Ok(Picked::Undo);
        }
        let number = line.trim_end_matches('.').parse::<usize>().ok().and_then(|it| it.checked_sub(1));
        if let Some(&id) = number.and_then(|it| ids.get(it)) {
            return Ok(Picked::Change(id));
        }
        let unclear = tell::unclear(&line, seat.words());
        seat.talk.tell("plain.review.fault", &[("unclear", &unclear), ("last", &ids.len().to_string())])?;
    }
    Ok(Picked::Ended)
}

/// Asks one question again. Says where to go, if not back to the list.
fn change(seat: &mut Seat<'_, '_>, id: QuestionId) -> io::Result<Option<Place>> {
    if seat.desk.session().progress().set_aside.contains(&id) {
        seat.talk.tell("plain.review.is_set_aside", &[])?;
        return Ok(None);
    }
    Ok(match ask(seat, id)? {
        Taken::Answered | Taken::Kept | Taken::Command(Command::Back | Command::Why | Command::Review) => None,
        Taken::Command(Command::Results) => Some(Place::Results(None)),
        Taken::Command(Command::Leave) => Some(Place::Leave),
        Taken::Ended => Some(Place::Ended),
    })
}

fn undo(seat: &mut Seat<'_, '_>) -> io::Result<()> {
    let undone = seat.desk.undo();
    seat.talk.tell(if undone { "plain.review.undone" } else { "plain.review.nothing_to_undo" }, &[])?;
    seat.tell_saved()
}
