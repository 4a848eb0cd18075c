//! Asking a question and taking what is typed.

use std::io;

use crate::answer::Answer;
use crate::pack::{Kind, QuestionId, Shape};
use crate::plain::app::{NextStep, PlainApp};
use crate::plain::blocks::lay_out;
use crate::plain::picks::{Pick, picks};
use crate::plain::reply::{Command, ParsedLine, PromptContext, how, reply};
use crate::plain::{map, origin, question, why};
use crate::session::Effects;
use crate::tell;

/// What came of asking.
pub enum Taken {
    /// The question has an answer now, or keeps the one it had.
    Answered,
    /// The change was not wanted.
    Kept,
    /// Something else was asked for.
    Command(Command),
    /// The input has ended.
    Ended,
}

/// Asks a question as the interview comes to it. Says where to go next.
pub fn turn(seat: &mut PlainApp<'_, '_>, id: QuestionId) -> io::Result<NextStep> {
    let section = seat.workspace.session().pack().question(id).section;
    if seat.section.replace(section) != Some(section) {
        let mut page = seat.talk.page();
        page.lead();
        question::section(&mut page, seat.workspace.session(), id);
        seat.talk.show(&page)?;
    }
    Ok(match ask(seat, id)? {
        Taken::Answered => {
            seat.workspace.session().question_after(id).map_or(NextStep::Results(None), NextStep::Question)
        }
        Taken::Kept | Taken::Command(Command::Why | Command::Map(_) | Command::Origin) => NextStep::Question(id),
        Taken::Ended => NextStep::Ended,
        Taken::Command(Command::Leave) => NextStep::Leave,
        Taken::Command(Command::Results) => NextStep::Results(Some(id)),
        Taken::Command(Command::Review) => NextStep::Review(Some(id)),
        Taken::Command(Command::Back) => {
            let before = seat.workspace.session().question_before(Some(id));
            if before.is_none() {
                seat.talk.say(seat.talk.words.plain.question.first)?;
            }
            NextStep::Question(before.unwrap_or(id))
        }
    })
}

/// Asks a question until it is answered or something else is asked for.
pub fn ask(seat: &mut PlainApp<'_, '_>, id: QuestionId) -> io::Result<Taken> {
    let question = seat.workspace.session().pack().question(id);
    let picks = picks(question, seat.words());
    show(seat, id, &picks)?;
    loop {
        let Some(line) = line(seat, id, &picks)? else { return Ok(Taken::Ended) };
        let asked = PromptContext { question, picks: &picks, words: seat.words(), today: (seat.today)() };
        match reply(&line, &asked) {
            ParsedLine::Answer(answer) => return give(seat, id, &answer),
            ParsedLine::Command(Command::Why) => {
                let mut page = seat.talk.page();
                page.lead();
                why::why(&mut page, seat.workspace.session(), id);
                page.gap();
                if !chosen_from_menu(seat, id) {
                    page.say(page.words.plain.why.commands);
                    page.gap();
                    page.say(&prompt(seat, id, &picks));
                }
                seat.talk.show(&page)?;
            }
            ParsedLine::Command(Command::Map(at)) => {
                let prompt = if chosen_from_menu(seat, id) { String::new() } else { prompt(seat, id, &picks) };
                map::show(seat, at, &prompt)?;
            }
            ParsedLine::Command(Command::Origin) => {
                if let Some(place) = say_origin(seat, id)? {
                    let left = matches!(place, NextStep::Leave);
                    return Ok(if left { Taken::Command(Command::Leave) } else { Taken::Ended });
                }
                show(seat, id, &picks)?;
            }
            ParsedLine::Command(command) => return Ok(Taken::Command(command)),
            ParsedLine::Nothing if chosen_from_menu(seat, id) => seat.talk.say(seat.talk.words.plain.menu.nothing)?,
            ParsedLine::Nothing if seat.workspace.session().assessment().answer(id).is_some() => {
                return Ok(Taken::Answered);
            }
            ParsedLine::Nothing => {
                let how = how(question, &picks, seat.words());
                seat.talk.say(&seat.talk.words.plain.fault.nothing(&how))?;
            }
            ParsedLine::Fault(message) => {
                let mut page = seat.talk.page();
                page.say(&message);
                seat.talk.show(&page)?;
            }
        }
    }
}

/// Says where this answer comes from; where there is none yet, the one before it.
fn say_origin(seat: &mut PlainApp<'_, '_>, id: QuestionId) -> io::Result<Option<NextStep>> {
    let session = seat.workspace.session();
    let answered = session.assessment().answer(id).map(|_| id).or_else(|| session.question_before(Some(id)));
    match answered {
        Some(id) => origin::edit(seat, id),
        None => seat.talk.say(seat.talk.words.plain.origin.no_answer).map(|()| None),
    }
}

fn show(seat: &mut PlainApp<'_, '_>, id: QuestionId, picks: &[Pick]) -> io::Result<()> {
    seat.talk.about = seat.workspace.session().pack().question(id).text();
    let mut page = seat.talk.page();
    let session = seat.workspace.session();
    page.lead();
    question::asked(&mut page, &seat.workspace, id);
    page.gap();
    if chosen_from_menu(seat, id) {
        for line in question::unsure(&page, session, id) {
            page.say(&line);
        }
        page.gap();
        if session.pack().question(id).kind.shape() == Shape::Many && seat.first_time(seat.talk.words.plain.menu.rest) {
            page.say(page.words.plain.menu.rest);
            page.gap();
        }
    } else {
        question::options(&mut page, session, id, picks);
        page.gap();
        page.say(&prompt(seat, id, picks));
    }
    seat.talk.show(&page)
}

fn chosen_from_menu(seat: &PlainApp<'_, '_>, id: QuestionId) -> bool {
    let kind = &seat.workspace.session().pack().question(id).kind;
    seat.menu.is_some() && kind.shape() != Shape::Typed
}

/// The next line: chosen from a menu where there is one, else typed.
fn line(seat: &mut PlainApp<'_, '_>, id: QuestionId, picks: &[Pick]) -> io::Result<Option<String>> {
    while let Some(menu) = seat.menu {
        let session = seat.workspace.session();
        let chosen = menu(session.pack().question(id), picks, session.assessment().answer(id), seat.words())?;
        match chosen {
            Some(line) if seat.talk.explains(&line)? => {}
            Some(line) => return Ok(Some(line)),
            None => break,
        }
    }
    seat.talk.line()
}

/// What can be typed: in full the first time, then in short.
fn prompt(seat: &mut PlainApp<'_, '_>, id: QuestionId, picks: &[Pick]) -> String {
    let (session, words) = (seat.workspace.session(), seat.words());
    let question = session.pack().question(id);
    let keeps = session.assessment().answer(id).is_some();
    let mut parts = vec![how(question, picks, words)];
    let hint = match &question.kind {
        Kind::AnyOf => Some(("several", words.plain.hint.several(picks.len().saturating_sub(1)))),
        Kind::Text => Some(("text", words.plain.hint.text.to_owned())),
        Kind::Date { .. } => Some(("date", words.plain.hint.date.to_owned())),
        Kind::YesNo | Kind::OneOf | Kind::Number { .. } => None,
    };
    if let Some((sort, told)) = hint
        && seat.first_time(sort)
    {
        parts.push(told);
    }
    if keeps {
        parts.push(words.plain.hint.keep.to_owned());
    }
    let commands = if seat.first_time("commands") { words.plain.hint.commands } else { words.plain.hint.short };
    parts.push(commands.to_owned());
    parts.join(" ")
}

/// Gives `answer`, after saying what else that would set aside or bring back.
fn give(seat: &mut PlainApp<'_, '_>, id: QuestionId, answer: &Answer) -> io::Result<Taken> {
    let before = seat.workspace.session().assessment().answer(id).cloned();
    if before.as_ref() == Some(answer) {
        return Ok(Taken::Answered);
    }
    let effects = before.map(|_| seat.workspace.preview(&[(id, answer.clone())])).unwrap_or_default();
    if !confirmed(seat, &effects)? {
        return Ok(Taken::Kept);
    }
    let moved = tell::moves(&effects, seat.workspace.session(), seat.words()).len();
    seat.workspace.answer(id, answer.clone());
    let told = tell::answer_text(answer, seat.workspace.session().pack().question(id), seat.words());
    let mut page = seat.talk.page();
    page.say(&page.words.plain.question.taken(&told));
    if moved > 0 {
        page.say(&page.words.plain.change.moved(moved));
    }
    seat.talk.show(&page)?;
    seat.tell_saved()?;
    Ok(Taken::Answered)
}

/// Says what a change would do, and asks whether to make it. A change that
/// touches no other answer needs no asking; an input that has ended makes none.
fn confirmed(seat: &mut PlainApp<'_, '_>, effects: &Effects) -> io::Result<bool> {
    if effects.set_aside.is_empty() && effects.restored.is_empty() {
        return Ok(true);
    }
    let mut page = seat.talk.page();
    page.lead();
    lay_out(&mut page, &tell::effects(effects, seat.workspace.session(), seat.words()));
    page.gap();
    page.say(page.words.plain.change.sure);
    seat.talk.show(&page)?;
    let wanted = seat.talk.yes()?.unwrap_or(false);
    if !wanted {
        seat.talk.say(seat.talk.words.plain.change.kept)?;
    }
    Ok(wanted)
}
