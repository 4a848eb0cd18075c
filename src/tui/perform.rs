//! Does what screens want done: answers, files, and going from one screen to another.

use std::path::{Path, PathBuf};

use crate::answer::Answer;
use crate::assessment::Assessment;
use crate::export::{self, Format, ReportOptions};
use crate::pack::{QuestionId, ReadingId, Who};
use crate::store::{self, Against, OpenFile, StoreError};
use crate::tui::context::Context;
use crate::tui::destination::Destination;
use crate::tui::effect::{Effect, LoopAction};
use crate::tui::paper_check;
use crate::tui::screen::Screen;
use crate::tui::screen::author::AuthorScreen;
use crate::tui::screen::home::{HomeNotice, HomeScreen};
use crate::tui::screen::origin::OriginScreen;
use crate::tui::screen::point::PointScreen;
use crate::tui::screen::question::Proposal;
use crate::tui::screen::results::ResultsScreen;
use crate::tui::screen::source::SourceScreen;
use crate::tui::screen::unsaved::UnsavedScreen;
use crate::tui::stack::ScreenStack;
use crate::workspace::Workspace;
use crate::workspace::pack_state;

/// Does what `effect` says.
pub fn perform(context: &mut Context<'_>, stack: &mut ScreenStack, effect: Effect) -> LoopAction {
    match effect {
        Effect::Back => return back(context, stack),
        Effect::Go(place) => go(context, stack, place),
        Effect::Start => {
            let document = OpenFile::new_in(context.folder.clone(), &(context.now)(), &context.who);
            open(context, stack, document, Assessment::default());
        }
        Effect::Open(path, rejudge) => open_file(context, stack, &path, rejudge),
        Effect::Propose(question, answer) => propose(context, stack, question, answer),
        Effect::Give(question, answer) => give(context, stack, question, answer),
        Effect::Change(question) => stack.push(Screen::question(context, question, false)),
        Effect::Origin(question) => stack.push(Screen::Origin(Box::new(OriginScreen::new(context, question)))),
        Effect::SetOrigin(question, origin) => {
            if let Some(work) = &mut context.workspace {
                work.set_origin(question, &origin);
            }
        }
        Effect::Undo => {
            if let Some(work) = &mut context.workspace {
                work.undo();
            }
        }
        Effect::Point(id) => {
            let point = PointScreen::new(context, id);
            stack.push(Screen::sheet_at(point, point.first(context)));
        }
        Effect::Decide(id, side) => {
            if let Some(work) = &mut context.workspace {
                work.decide(id, side);
            }
            stack.pop();
            // Whoever takes a side is asked who they are.
            if side.is_some() {
                stack.push(author(context, id));
            }
        }
        Effect::Author(id) => stack.push(author(context, id)),
        Effect::SetAuthor(id, author) => {
            if let Some(work) = &mut context.workspace {
                work.set_author(id, &author);
            }
        }
        Effect::Obligation(id) => stack.push(Screen::Results(ResultsScreen::of_obligation(context, id))),
        Effect::Sources(ids) => stack.push(Screen::sheet(SourceScreen::new(ids))),
        Effect::Write(formats, replace) => write(context, stack, &formats, replace),
        Effect::Check(paper) => paper_check::start(context, stack, paper),
        Effect::GoOn => stack.go_on(context),
        Effect::GoOnInPlace => stack.go_on_in_place(context),
        Effect::TakeOver(take_over) => paper_check::finish(context, stack, take_over),
        Effect::Letter(to, replace) => post(context, stack, to, replace),
        Effect::LeaveAnyway => return LoopAction::Leave,
        Effect::HomeAnyway => {
            context.has_lost = true;
            home(context, stack, None);
        }
    }
    LoopAction::Nothing
}

fn author(context: &Context<'_>, id: ReadingId) -> Screen {
    Screen::Author(Box::new(AuthorScreen::new(context, id)))
}

/// One step back: to the question before, to the screen below, to the assessments, or out.
fn back(context: &mut Context<'_>, stack: &mut ScreenStack) -> LoopAction {
    if let Some(Screen::Question(question)) = stack.top() {
        let before = context.workspace.as_ref().and_then(|work| work.session().question_before(Some(question.id())));
        if let (true, Some(before)) = (question.is_in_turn(), before) {
            stack.replace(Screen::question(context, before, true));
            return LoopAction::Nothing;
        }
    }
    if stack.len() <= 1 {
        return LoopAction::Leave;
    }
    if stack.len() == 2 && stack.top().is_none_or(|screen| screen.opened_by().is_none()) {
        leave_for_home(context, stack);
    } else {
        stack.pop();
    }
    LoopAction::Nothing
}

/// Goes to a place: back to it where it lies below, else on to it.
fn go(context: &mut Context<'_>, stack: &mut ScreenStack, place: Destination) {
    if place == Destination::Home {
        leave_for_home(context, stack);
        return;
    }
    if stack.go_back_to(|screen| screen.place() == Some(place)) {
        return;
    }
    if let Some(screen) = Screen::at(place, context) {
        stack.push(screen);
    }
}

/// To the assessments; where answers are not saved, asks first.
fn leave_for_home(context: &mut Context<'_>, stack: &mut ScreenStack) {
    let unsaved = context.workspace.as_mut().is_some_and(|work| work.needs_saving() && !work.save());
    if unsaved {
        stack.push(Screen::sheet(UnsavedScreen { leaving: false }));
    } else {
        home(context, stack, None);
    }
}

fn home(context: &mut Context<'_>, stack: &mut ScreenStack, notice: Option<HomeNotice>) {
    if context.main.is_some() {
        paper_check::bring(context, stack);
        return;
    }
    (context.workspace, context.pack) = (None, context.shelf.0);
    stack.begin_with(Screen::Home(HomeScreen::load(context, notice)));
}

fn open(context: &mut Context<'_>, stack: &mut ScreenStack, document: OpenFile, assessment: Assessment) {
    context.workspace = Some(Workspace::new(context.pack, document, assessment, context.now));
    stack.begin(context);
}

fn open_file(context: &mut Context<'_>, stack: &mut ScreenStack, path: &Path, rejudge: bool) {
    let named = store::read_text(path).ok().and_then(|it| store::pack_named_in(&it));
    let pack = named.and_then(|it| context.shelf.called(&it)).unwrap_or(context.shelf.0);
    match OpenFile::open(path, &Against { pack, today: (context.today)(), rejudge }, &context.who) {
        Ok((document, assessment)) => {
            context.pack = pack;
            open(context, stack, document, assessment);
        }
        Err(StoreError::OtherVersion { .. }) => {
            if let Some(Screen::Home(home)) = stack.top_mut() {
                home.offer_anew(path.to_owned());
            }
        }
        Err(error) => home(context, stack, Some(HomeNotice { says: error.to_string(), of: Some(path.to_owned()) })),
    }
}

/// Gives an answer at once where it changes nothing else that was said before; else shows first
/// what it would change.
fn propose(context: &mut Context<'_>, stack: &mut ScreenStack, question: QuestionId, answer: Answer) {
    let Some(work) = &mut context.workspace else { return };
    let Some(Screen::Question(screen)) = stack.top_mut() else { return };
    let before = work.session().assessment().answer(question);
    let (first, same) = (before.is_none(), before == Some(&answer));
    let effects = if same { crate::session::Effects::default() } else { work.preview(&[(question, answer.clone())]) };
    let answers_move = !effects.set_aside.is_empty() || !effects.restored.is_empty();
    let results_move = !effects.moved.is_empty() && !first && !screen.is_in_turn();
    if same {
        after(context, stack, question);
    } else if answers_move || results_move {
        screen.ask_first(Proposal { question, answer, effects });
    } else {
        give(context, stack, question, answer);
    }
}

fn give(context: &mut Context<'_>, stack: &mut ScreenStack, question: QuestionId, answer: Answer) {
    if let Some(work) = &mut context.workspace {
        work.answer(question, answer);
    }
    after(context, stack, question);
}

/// Goes on after `question`: back to where it was changed from, to the next question, or to the
/// results.
fn after(context: &mut Context<'_>, stack: &mut ScreenStack, question: QuestionId) {
    let in_turn = matches!(stack.top(), Some(Screen::Question(it)) if it.is_in_turn());
    let next = context.workspace.as_ref().and_then(|work| work.session().question_after(question));
    match (in_turn, next) {
        (false, _) => {
            stack.pop();
        }
        (true, Some(next)) => stack.replace(Screen::question(context, next, true)),
        (true, None) => go(context, stack, Destination::Results),
    }
}

fn write(context: &mut Context<'_>, stack: &mut ScreenStack, formats: &[Format], replace: bool) {
    let Some((work, answers)) = context.workspace.as_ref().and_then(|work| Some((work, work.path()?))) else { return };
    let pack_state = pack_state(work.session().pack(), context.pack_folder.as_deref());
    let options = ReportOptions { pack_state, as_of: Some((context.today)()), ..ReportOptions::default() };
    let files = formats.iter().map(|it| {
        let path = crate::tui::screen::export::path(answers, *it);
        (path, export::render(work.report(), *it, &options, context.words))
    });
    put(stack, files.collect(), None, replace);
}

/// Writes the letter to `to`; asks first where files exist.
fn post(context: &Context<'_>, stack: &mut ScreenStack, to: Who, replace: bool) {
    let Some(work) = context.workspace.as_ref() else { return };
    put(stack, work.letter(to, (context.today)(), context.words), Some(to), replace);
}

/// Writes `files`, unless some are there already and may not be replaced: then it is asked. What came while it
/// was asked about others is asked about as well.
fn put(stack: &mut ScreenStack, files: Vec<(PathBuf, Vec<u8>)>, letter: Option<Who>, replace: bool) {
    let Some(Screen::Export(screen)) = stack.top_mut() else { return };
    let old: Vec<PathBuf> =
        files.iter().map(|(path, _)| path.clone()).filter(|path| path.symlink_metadata().is_ok()).collect();
    if old.iter().any(|path| !replace || !screen.has_asked(path)) {
        screen.ask(old, letter);
        return;
    }
    let written = files.into_iter().map(|(path, text)| {
        let fault = store::write_new(&path, &text, replace).err().map(|error| error.to_string().replace('\n', ";"));
        (path, fault)
    });
    screen.tell(written.collect(), letter);
}
