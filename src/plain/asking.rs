//! Asking a question and taking what is typed.

use std::io;

use crate::answer::Answer;
use crate::pack::{QuestionId, Shape};
use crate::plain::app::{NextStep, PlainApp};
use crate::plain::blocks::lay_out;
use crate::plain::picks::{Pick, picks};
use crate::plain::reply::{Command, ParsedLine, PromptContext, hint, how, reply};
use crate::plain::{map, origin, question, why};
use crate::session::Effects;
use crate::tell;
use crate::text;

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
pub fn turn(app: &mut PlainApp<'_, '_>, id: QuestionId) -> io::Result<NextStep> {
    let section = app.workspace.session().pack().question(id).section;
    if app.section.replace(section) != Some(section) {
        let mut page = app.console.page();
        page.lead();
        question::section(&mut page, app.workspace.session(), id);
        app.console.show(&page)?;
    }
    Ok(match ask(app, id)? {
        Taken::Answered => {
            app.workspace.session().question_after(id).map_or(NextStep::Results(None), NextStep::Question)
        }
        Taken::Kept | Taken::Command(Command::Why | Command::Map(_) | Command::Origin) => NextStep::Question(id),
        Taken::Ended => NextStep::Ended,
        Taken::Command(Command::Leave) => NextStep::Leave,
        Taken::Command(Command::Results) => NextStep::Results(Some(id)),
        Taken::Command(Command::Review) => NextStep::Review(Some(id)),
        Taken::Command(Command::Back) => {
            let before = app.workspace.session().question_before(Some(id));
            if before.is_none() {
                app.console.say(app.console.words.plain.question.first)?;
            }
            NextStep::Question(before.unwrap_or(id))
        }
    })
}

/// Asks a question until it is answered or something else is asked for.
pub fn ask(app: &mut PlainApp<'_, '_>, id: QuestionId) -> io::Result<Taken> {
    let question = app.workspace.session().pack().question(id);
    let picks = picks(question, app.words());
    show(app, id, &picks)?;
    loop {
        let Some(line) = line(app, id, &picks)? else { return Ok(Taken::Ended) };
        let asked = PromptContext { question, picks: &picks, words: app.words(), today: (app.today)() };
        match reply(&line, &asked) {
            ParsedLine::Answer(answer) => return give(app, id, &answer),
            ParsedLine::Command(Command::Why) => {
                let mut page = app.console.page();
                page.lead();
                why::why(&mut page, app.workspace.session(), id);
                page.gap();
                if !chosen_from_menu(app, id) {
                    page.say(page.words.plain.why.commands);
                    page.gap();
                    page.say(&prompt(app, id, &picks));
                }
                app.console.show(&page)?;
            }
            ParsedLine::Command(Command::Map(at)) => {
                let prompt = if chosen_from_menu(app, id) { String::new() } else { prompt(app, id, &picks) };
                map::show(app, at, &prompt)?;
            }
            ParsedLine::Command(Command::Origin) => {
                if let Some(place) = say_origin(app, id)? {
                    let left = matches!(place, NextStep::Leave);
                    return Ok(if left { Taken::Command(Command::Leave) } else { Taken::Ended });
                }
                show(app, id, &picks)?;
            }
            ParsedLine::Command(command) => return Ok(Taken::Command(command)),
            ParsedLine::Nothing if chosen_from_menu(app, id) => {
                app.console.say(app.console.words.plain.menu.nothing)?;
            }
            ParsedLine::Nothing if app.workspace.session().assessment().answer(id).is_some() => {
                return Ok(Taken::Answered);
            }
            ParsedLine::Nothing => {
                let how = how(question, &picks, app.words());
                app.console.say(&app.console.words.plain.fault.nothing(&how))?;
            }
            ParsedLine::Fault(message) => {
                let mut page = app.console.page();
                page.say(&message);
                app.console.show(&page)?;
            }
        }
    }
}

/// Says where this answer comes from; where there is none yet, the one before it.
fn say_origin(app: &mut PlainApp<'_, '_>, id: QuestionId) -> io::Result<Option<NextStep>> {
    let session = app.workspace.session();
    let answered = session.assessment().answer(id).map(|_| id).or_else(|| session.question_before(Some(id)));
    match answered {
        Some(id) => origin::edit(app, id),
        None => app.console.say(app.console.words.plain.origin.no_answer).map(|()| None),
    }
}

fn show(app: &mut PlainApp<'_, '_>, id: QuestionId, picks: &[Pick]) -> io::Result<()> {
    app.console.about = app.workspace.session().pack().question(id).text();
    let mut page = app.console.page();
    let session = app.workspace.session();
    page.lead();
    question::asked(&mut page, app.workspace.session(), id);
    page.gap();
    // Of a line that is being typed here, nothing is seen before Enter; the full screen sees each letter.
    if let Some(typed) = app.workspace.typed(id) {
        page.say(&page.words.plain.question.typed_before(text::shown(typed)));
        page.gap();
    }
    if chosen_from_menu(app, id) {
        for line in tell::who_and_unsure(session.pack().question(id), page.words) {
            page.say(&line);
        }
        page.gap();
        if session.pack().question(id).kind.shape() == Shape::Many && app.first_time(app.console.words.plain.menu.rest)
        {
            page.say(page.words.plain.menu.rest);
            page.gap();
        }
    } else {
        question::options(&mut page, session, id, picks);
        page.gap();
        page.say(&prompt(app, id, picks));
    }
    app.console.show(&page)
}

fn chosen_from_menu(app: &PlainApp<'_, '_>, id: QuestionId) -> bool {
    let kind = &app.workspace.session().pack().question(id).kind;
    app.menu.is_some() && !kind.shape().is_typed()
}

/// The next line: chosen from a menu where there is one, else typed.
fn line(app: &mut PlainApp<'_, '_>, id: QuestionId, picks: &[Pick]) -> io::Result<Option<String>> {
    while let Some(menu) = app.menu {
        let session = app.workspace.session();
        let chosen = menu(session.pack().question(id), picks, session.assessment().answer(id), app.words())?;
        match chosen {
            Some(line) if app.console.explains(&line)? => {}
            Some(line) => return Ok(Some(line)),
            None => break,
        }
    }
    app.console.line()
}

/// What can be typed: in full the first time, then in short.
fn prompt(app: &mut PlainApp<'_, '_>, id: QuestionId, picks: &[Pick]) -> String {
    let (session, words) = (app.workspace.session(), app.words());
    let question = session.pack().question(id);
    let keeps = session.assessment().answer(id).is_some();
    let mut parts = vec![how(question, picks, words)];
    if let Some((sort, told)) = hint(question, picks, words)
        && app.first_time(sort)
    {
        parts.push(told);
    }
    if keeps {
        parts.push(words.plain.hint.keep.to_owned());
    }
    let commands = if app.first_time("commands") { words.plain.hint.commands } else { words.plain.hint.short };
    parts.push(commands.to_owned());
    parts.join(" ")
}

/// Gives `answer`, after saying what else that would set aside or bring back.
fn give(app: &mut PlainApp<'_, '_>, id: QuestionId, answer: &Answer) -> io::Result<Taken> {
    let before = app.workspace.session().assessment().answer(id).cloned();
    if before.as_ref() == Some(answer) {
        return Ok(Taken::Answered);
    }
    let effects = before.map(|_| app.workspace.preview(&[(id, answer.clone())])).unwrap_or_default();
    if !confirmed(app, &effects)? {
        return Ok(Taken::Kept);
    }
    let moved = tell::moves(&effects, app.workspace.session(), app.words()).len();
    app.workspace.answer(id, answer.clone());
    let told = tell::answer_text(answer, app.workspace.session().pack().question(id), app.words());
    let mut page = app.console.page();
    page.say(&page.words.plain.question.taken(&told));
    if moved > 0 {
        page.say(&page.words.plain.change.moved(moved));
    }
    let session = app.workspace.session();
    for line in tell::warning_lines(session.pack(), session.brought_up(), page.words) {
        page.say(&line);
    }
    app.console.show(&page)?;
    app.tell_saved()?;
    Ok(Taken::Answered)
}

/// Says what a change would do, and asks whether to make it. A change that
/// touches no other answer needs no asking; an input that has ended makes none.
fn confirmed(app: &mut PlainApp<'_, '_>, effects: &Effects) -> io::Result<bool> {
    if effects.set_aside.is_empty() && effects.restored.is_empty() {
        return Ok(true);
    }
    let mut page = app.console.page();
    page.lead();
    lay_out(&mut page, &tell::effects(effects, app.workspace.session(), app.words()));
    page.gap();
    page.say(page.words.plain.change.sure);
    app.console.show(&page)?;
    let wanted = app.console.yes()?.unwrap_or(false);
    if !wanted {
        app.console.say(app.console.words.common.nothing_changed)?;
    }
    Ok(wanted)
}
