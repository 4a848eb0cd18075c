//! Does what screens want done: answers, files, and going from one screen to another.

use std::path::{Path, PathBuf};

use crate::answer::Answer;
use crate::assessment::Assessment;
use crate::desk::Workspace;
use crate::export::{self, Format};
use crate::letter;
use crate::pack::{QuestionId, Who};
use crate::store::{self, Against, OpenFile, StoreError};
use crate::tui::app::LoopAction;
use crate::tui::aside;
use crate::tui::chrome::Destination;
use crate::tui::room::{Context, Work};
use crate::tui::screen::export::Export;
use crate::tui::screen::home::Home;
use crate::tui::screen::map::Map;
use crate::tui::screen::origin::Origin;
use crate::tui::screen::point::Point;
use crate::tui::screen::question::{Proposal, Question};
use crate::tui::screen::results::Results;
use crate::tui::screen::review::Review;
use crate::tui::screen::source::Source;
use crate::tui::screen::unsaved::Unsaved;
use crate::tui::screen::{Effect, Screen};

/// Does what `effect` says.
pub fn perform(room: &mut Context<'_>, stack: &mut Vec<Screen>, effect: Effect) -> LoopAction {
    match effect {
        Effect::Back => return back(room, stack),
        Effect::Go(place) => go(room, stack, place),
        Effect::Start => {
            let document = OpenFile::new_in(room.folder.clone(), &(room.now)(), &room.who);
            open(room, stack, document, Assessment::default());
        }
        Effect::Open(path, rejudge) => open_file(room, stack, &path, rejudge),
        Effect::Propose(question, answer) => propose(room, stack, question, answer),
        Effect::Give(question, answer) => give(room, stack, question, answer),
        Effect::Change(question) => stack.push(ask(room, question, false)),
        Effect::Origin(question) => stack.push(Screen::Origin(Box::new(Origin::new(room, question)))),
        Effect::SetOrigin(question, origin) => {
            if let Some(work) = &mut room.work {
                work.set_origin(question, &origin);
            }
        }
        Effect::Undo => {
            if let Some(work) = &mut room.work {
                work.undo();
            }
            freshen(room, stack);
        }
        Effect::Point(id) => stack.push(Screen::Point(Point::new(room, id))),
        Effect::Decide(id, side) => {
            if let Some(work) = &mut room.work {
                work.decide(id, side);
            }
            stack.pop();
            freshen(room, stack);
        }
        Effect::Sources(ids) => stack.push(Screen::Source(Source::new(ids))),
        Effect::Write(formats, replace) => write(room, stack, &formats, replace),
        Effect::Check(paper) => aside::start(room, stack, paper),
        Effect::GoOn => go_on(room, stack),
        Effect::Bring(take_over) => {
            aside::finish(room, stack, take_over);
            freshen(room, stack);
        }
        Effect::Letter(to, replace) => post(room, stack, to, replace),
        Effect::LeaveAnyway => return LoopAction::Leave,
        Effect::HomeAnyway => home(room, stack, None),
    }
    LoopAction::Nothing
}

/// Shows where an assessment that was just opened goes on.
pub fn go_on(room: &mut Context<'_>, stack: &mut Vec<Screen>) {
    let next = room.work.as_ref().and_then(|it| it.session().progress().replay.next);
    match next {
        Some(question) => stack.push(ask(room, question, true)),
        None => stack.push(Screen::Results(Results::new(room.work.as_ref().map(|it| &it.report)))),
    }
}

fn ask(room: &Context<'_>, question: QuestionId, in_turn: bool) -> Screen {
    Screen::Question(Box::new(Question::new(room, question, in_turn)))
}

/// One step back: to the question before, to the screen below, to the assessments, or out.
fn back(room: &mut Context<'_>, stack: &mut Vec<Screen>) -> LoopAction {
    if let Some(Screen::Question(question)) = stack.last() {
        let before = room.work.as_ref().and_then(|it| it.session().before(Some(question.id())));
        if let (true, Some(before)) = (question.is_in_turn(), before) {
            replace(stack, ask(room, before, true));
            return LoopAction::Nothing;
        }
    }
    if stack.len() <= 1 {
        return LoopAction::Leave;
    }
    if stack.len() == 2 && !matches!(stack.last(), Some(Screen::Help(_) | Screen::Glossary(_))) {
        leave_for_home(room, stack);
    } else {
        stack.pop();
        freshen(room, stack);
    }
    LoopAction::Nothing
}

/// What may have changed while another screen was on top is looked at anew.
fn freshen(room: &mut Context<'_>, stack: &mut [Screen]) {
    if let Some(Screen::Review(review)) = stack.last_mut() {
        review.freshen(room);
    }
    if let Some(Screen::Results(results)) = stack.last_mut() {
        results.freshen(room);
    }
    if let Some(Screen::Map(map)) = stack.last_mut() {
        map.freshen(room);
    }
    let Some(Screen::Question(question)) = stack.last() else { return };
    let Some(work) = &room.work else { return };
    let (id, in_turn) = (question.id(), question.is_in_turn());
    let progress = work.session().progress();
    let live = progress.replay.next == Some(id) || progress.replay.answered.contains(&id);
    let given = work.session().assessment().answer(id);
    if !live && in_turn {
        if let Some(other) = progress.replay.next.or_else(|| work.session().before(None)) {
            replace(stack, ask(room, other, true));
        }
    } else if question.given() != given {
        replace(stack, ask(room, id, in_turn));
    }
}

fn replace(stack: &mut [Screen], screen: Screen) {
    if let Some(last) = stack.last_mut() {
        *last = screen;
    }
}

/// Goes to a place: back to it where it lies below, else on to it.
fn go(room: &mut Context<'_>, stack: &mut Vec<Screen>, place: Destination) {
    if place == Destination::Home {
        leave_for_home(room, stack);
        return;
    }
    if let Some(at) = stack.iter().position(|it| it.place() == Some(place)) {
        stack.truncate(at + 1);
        freshen(room, stack);
        return;
    }
    let Some(work) = &room.work else { return };
    let screen = match place {
        Destination::Home => return,
        Destination::Questions => {
            let session = work.session();
            match session.progress().replay.next.or_else(|| session.before(None)) {
                Some(question) => ask(room, question, true),
                None => return,
            }
        }
        Destination::Answers => Screen::Review(Review::new(room)),
        Destination::Results => Screen::Results(Results::new(Some(&work.report))),
        Destination::Export => {
            let work = room.work.as_ref();
            Screen::Export(Export::new(work.map_or_else(Vec::new, |it| letter::addressees(it.session()))))
        }
        Destination::Map => Screen::Map(Box::new(Map::new(room))),
    };
    stack.push(screen);
}

/// To the assessments; where answers are not saved, asks first.
fn leave_for_home(room: &mut Context<'_>, stack: &mut Vec<Screen>) {
    let unsaved = room.work.as_mut().is_some_and(|it| it.desk.trouble().is_some() && !it.desk.save());
    if unsaved {
        stack.push(Screen::Unsaved(Unsaved { leaving: false, focus: 0 }));
    } else {
        home(room, stack, None);
    }
}

fn home(room: &mut Context<'_>, stack: &mut Vec<Screen>, notice: Option<String>) {
    if room.aside.is_some() {
        aside::bring(room, stack);
        return;
    }
    (room.work, room.pack) = (None, room.shelf.0);
    stack.clear();
    stack.push(Screen::Home(Home::load(room, notice)));
}

fn open(room: &mut Context<'_>, stack: &mut Vec<Screen>, document: OpenFile, assessment: Assessment) {
    room.work = Some(Work::new(Workspace::new(room.pack, document, assessment, room.now)));
    go_on(room, stack);
}

fn open_file(room: &mut Context<'_>, stack: &mut Vec<Screen>, path: &Path, rejudge: bool) {
    let named = store::read_text(path).ok().and_then(|it| store::pack_named_in(&it));
    let pack = named.and_then(|it| room.shelf.called(&it)).unwrap_or(room.shelf.0);
    match OpenFile::open(path, &Against { pack, today: (room.today)(), rejudge }, &room.who) {
        Ok((document, assessment)) => {
            room.pack = pack;
            open(room, stack, document, assessment);
        }
        Err(StoreError::OtherVersion { .. }) => {
            if let Some(Screen::Home(home)) = stack.last_mut() {
                home.offer_anew(path.to_owned());
            }
        }
        Err(error) => home(room, stack, Some(error.to_string())),
    }
}

/// Gives an answer at once where it changes nothing else that was said before; else shows first
/// what it would change.
fn propose(room: &mut Context<'_>, stack: &mut Vec<Screen>, question: QuestionId, answer: Answer) {
    let Some(work) = &mut room.work else { return };
    let Some(Screen::Question(screen)) = stack.last_mut() else { return };
    let before = work.session().assessment().answer(question);
    let (first, same) = (before.is_none(), before == Some(&answer));
    let effects = if same { crate::session::Effects::default() } else { work.desk.preview(question, &answer) };
    let answers_move = !effects.set_aside.is_empty() || !effects.restored.is_empty();
    let results_move = !effects.moved.is_empty() && !first && !screen.is_in_turn();
    if same {
        after(room, stack, question);
    } else if answers_move || results_move {
        screen.ask_first(Proposal { question, answer, effects });
    } else {
        give(room, stack, question, answer);
    }
}

fn give(room: &mut Context<'_>, stack: &mut Vec<Screen>, question: QuestionId, answer: Answer) {
    if let Some(work) = &mut room.work {
        work.answer(question, answer);
    }
    after(room, stack, question);
}

/// Goes on after `question`: back to where it was changed from, to the next question, or to the
/// results.
fn after(room: &mut Context<'_>, stack: &mut Vec<Screen>, question: QuestionId) {
    let in_turn = matches!(stack.last(), Some(Screen::Question(it)) if it.is_in_turn());
    let next = room.work.as_ref().and_then(|it| it.session().after(question));
    match (in_turn, next) {
        (false, _) => {
            stack.pop();
            freshen(room, stack);
        }
        (true, Some(next)) => replace(stack, ask(room, next, true)),
        (true, None) => go(room, stack, Destination::Results),
    }
}

fn write(room: &mut Context<'_>, stack: &mut [Screen], formats: &[Format], replace: bool) {
    let Some((work, answers)) = room.work.as_ref().and_then(|it| Some((it, it.desk.path()?))) else { return };
    let files = formats.iter().map(|it| {
        let path = crate::tui::screen::export::path(answers, *it);
        (path, export::render(&work.report, *it, room.words))
    });
    put(stack, files.collect(), None, replace);
}

/// Writes the letter to `to`; asks first where files exist.
fn post(room: &Context<'_>, stack: &mut [Screen], to: Who, replace: bool) {
    let Some(work) = room.work.as_ref() else { return };
    put(stack, work.desk.letter(to, (room.today)(), room.words), Some(to), replace);
}

/// Writes `files`, unless some are there already and may not be replaced: then it is asked.
fn put(stack: &mut [Screen], files: Vec<(PathBuf, Vec<u8>)>, letter: Option<Who>, replace: bool) {
    let Some(Screen::Export(screen)) = stack.last_mut() else { return };
    let old: Vec<PathBuf> = files.iter().map(|it| it.0.clone()).filter(|it| it.symlink_metadata().is_ok()).collect();
    if !old.is_empty() && !replace {
        screen.ask(old, letter);
        return;
    }
    let written = files.into_iter().map(|(path, text)| {
        let fault = store::write_new(&path, &text, replace).err().map(|it| it.to_string().replace('\n', ";"));
        (path, fault)
    });
    screen.tell(written.collect(), letter);
}
