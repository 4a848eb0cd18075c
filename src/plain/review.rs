//! The answers given, by section, each of which can be changed.

use std::io;

use crate::pack::QuestionId;
use crate::plain::app::{NextStep, PlainApp};
use crate::plain::asking::{Taken, ask};
use crate::plain::blocks::lay_out;
use crate::plain::page::PlainPage;
use crate::plain::reply::{Command, command};
use crate::plain::{map, origin, wording};
use crate::session::Change;
use crate::tell;
use crate::workspace::Workspace;

/// Lists the answers and changes those that are picked. The list is told again only when it is
/// asked for, or its numbers have changed.
pub fn review(app: &mut PlainApp<'_, '_>, back: Option<QuestionId>) -> io::Result<NextStep> {
    let mut listed: Option<Vec<QuestionId>> = None;
    loop {
        let session = app.workspace.session();
        let given = session.assessment().answers.keys().copied();
        let ids: Vec<QuestionId> = given.chain(session.offered_questions()).collect();
        let mut page = app.console.page();
        page.lead();
        if listed.as_ref() == Some(&ids) {
            page.say(page.words.plain.review.short);
        } else {
            list(&mut page, &app.workspace, ids.len());
        }
        app.console.about.clear();
        app.console.show(&page)?;
        let picked = pick(app, &ids)?;
        listed = Some(ids);
        match picked {
            Picked::Change(id) => {
                if let Some(place) = change(app, id)? {
                    return Ok(place);
                }
            }
            Picked::Origin(id) => {
                if let Some(place) = origin::edit(app, id)? {
                    return Ok(place);
                }
            }
            Picked::Undo => undo(app)?,
            Picked::Command(Command::Back) if back.is_some() => return Ok(app.back_to(back)),
            Picked::Command(Command::Results | Command::Back) => return Ok(NextStep::Results(back)),
            Picked::Command(Command::Leave) => return Ok(NextStep::Leave),
            Picked::Command(Command::Map(at)) => {
                let page = map::page(app, at);
                app.console.show(&page)?;
            }
            Picked::Command(Command::Origin) => {
                let some = listed.as_ref().is_some_and(|it| !it.is_empty());
                app.console.say(if some {
                    app.console.words.plain.origin.which
                } else {
                    app.console.words.plain.origin.no_answer
                })?;
            }
            Picked::Command(Command::Review | Command::Why) => listed = None,
            Picked::Ended => return Ok(NextStep::Ended),
        }
    }
}

enum Picked {
    Change(QuestionId),
    Origin(QuestionId),
    Undo,
    Command(Command),
    Ended,
}

/// The answers with their numbers; those that do not count now say so. Then what is not asked.
fn list(page: &mut PlainPage<'_>, workspace: &Workspace<'_>, count: usize) {
    page.gap();
    lay_out(page, &tell::warnings(workspace.report(), page.words));
    lay_out(page, &tell::laid_aside(workspace.report(), page.words));
    page.gap();
    if count == 0 {
        page.say(page.words.plain.review.none);
        return;
    }
    page.say(page.words.common.title.answers);
    let mut number = 0;
    for (section, answers) in tell::answers_by_section(workspace.report(), page.words) {
        page.gap();
        page.say(section);
        for told in answers {
            number += 1;
            let mark = format!("{number}.");
            page.item(1, &mark, &page.words.plain.review.given(&told.answer, told.ask));
            for line in told.set_aside.into_iter().chain(told.origin_line.as_deref()) {
                page.beneath(&mark, line);
            }
        }
    }
    let mut offered = workspace.session().offered_questions().peekable();
    if offered.peek().is_some() {
        page.gap();
        page.say(page.words.plain.review.offered);
    }
    for id in offered {
        number += 1;
        page.item(1, &format!("{number}."), &workspace.session().pack().question(id).ask);
    }
    page.gap();
    page.say(&page.words.plain.review.how(wording::numbers(count, page.words)));
}

fn pick(app: &mut PlainApp<'_, '_>, ids: &[QuestionId]) -> io::Result<Picked> {
    while let Some(line) = app.console.line()? {
        if let Some(command) = command(&line, false) {
            return Ok(Picked::Command(command));
        }
        if line.eq_ignore_ascii_case("u") {
            return Ok(Picked::Undo);
        }
        let numbered = |it: &str| {
            let number = it.trim().trim_end_matches('.').parse::<usize>().ok()?.checked_sub(1)?;
            ids.get(number).copied()
        };
        if let Some(id) = numbered(&line) {
            return Ok(Picked::Change(id));
        }
        if let Some(id) = line.strip_prefix(['w', 'W']).and_then(numbered) {
            return Ok(Picked::Origin(id));
        }
        let unclear = wording::unclear(&line, app.words());
        let numbers = wording::numbers(ids.len(), app.words());
        app.console.say(&app.console.words.plain.review.fault(&numbers, &unclear))?;
    }
    Ok(Picked::Ended)
}

/// Asks one question again. Says where to go, if not back to the list.
fn change(app: &mut PlainApp<'_, '_>, id: QuestionId) -> io::Result<Option<NextStep>> {
    if app.workspace.session().progress().replay.set_aside.contains(&id) {
        app.console.say(app.console.words.plain.review.is_set_aside)?;
        return Ok(None);
    }
    Ok(match ask(app, id)? {
        Taken::Answered
        | Taken::Kept
        | Taken::Command(Command::Back | Command::Why | Command::Review | Command::Map(_) | Command::Origin) => None,
        Taken::Command(Command::Results) => Some(NextStep::Results(None)),
        Taken::Command(Command::Leave) => Some(NextStep::Leave),
        Taken::Ended => Some(NextStep::Ended),
    })
}

/// Takes back the last change, and says which it was.
fn undo(app: &mut PlainApp<'_, '_>) -> io::Result<()> {
    let change = app.workspace.session().last_change();
    if !app.workspace.undo() {
        return app.console.say(app.console.words.plain.review.nothing_to_undo);
    }
    let (session, words) = (app.workspace.session(), app.words());
    let pack = session.pack();
    let now = |id| match session.assessment().answer(id) {
        Some(given) => wording::given(pack, id, given, words),
        None => words.plain.review.unanswered(&pack.question(id).ask),
    };
    let mut page = app.console.page();
    match change {
        Some(Change::Answer(id) | Change::Origin(id)) => {
            page.say(&page.words.plain.review.undone(now(id)));
            let origin = origin::told(session, id, words);
            let nothing = matches!(change, Some(Change::Origin(_))).then(|| words.plain.origin.nothing.to_owned());
            if let Some(told) = origin.or(nothing) {
                page.say(&told);
            }
        }
        Some(Change::Answers(count)) => {
            page.say(&page.words.plain.review.undone_answers(count));
        }
        Some(Change::Point(_)) | None => page.say(&page.words.plain.review.undone("")),
    }
    app.console.show(&page)?;
    app.tell_saved()
}
