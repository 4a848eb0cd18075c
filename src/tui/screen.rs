//! The screens: each is one file with its state, what it does with a message, and its drawing.
//! Screens look at the room and change only themselves; what concerns anything else is an effect.

pub mod bring;
pub mod export;
pub mod glossary;
pub mod help;
pub mod home;
pub mod map;
pub mod origin;
pub mod point;
pub mod question;
pub mod results;
pub mod review;
pub mod source;
pub mod unsaved;

use std::path::PathBuf;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::answer::Answer;
use crate::assessment;
use crate::export::Format;
use crate::pack::{Pack, QuestionId, ReadingId, SourceId, Who};
use crate::report::Item;
use crate::tui::chrome::Destination;
use crate::tui::keymap::{Hint, Message, Press};
use crate::tui::room::Context;
use crate::tui::screen::bring::Bring;
use crate::tui::screen::export::Export;
use crate::tui::screen::glossary::Glossary;
use crate::tui::screen::help::Help;
use crate::tui::screen::home::Home;
use crate::tui::screen::map::Map;
use crate::tui::screen::origin::Origin;
use crate::tui::screen::point::Point;
use crate::tui::screen::question::Question;
use crate::tui::screen::results::Results;
use crate::tui::screen::review::Review;
use crate::tui::screen::source::Source;
use crate::tui::screen::unsaved::Unsaved;
use crate::tui::window::Shown;
use crate::words::Label;

/// A screen.
pub enum Screen {
    /// The assessments in the folder.
    Home(Home),
    /// One question.
    Question(Box<Question>),
    /// Where one answer comes from.
    Origin(Box<Origin>),
    /// Every answer.
    Review(Review),
    /// Every obligation.
    Results(Results),
    /// A provision.
    Source(Source),
    /// An open legal point.
    Point(Point),
    /// The report as files.
    Export(Export),
    /// The way through the interview.
    Map(Box<Map>),
    /// Help for the screen below.
    Help(Box<Help>),
    /// The words used.
    Glossary(Glossary),
    /// What a check of a paper would change in the main assessment.
    Bring(Bring),
    /// Leaving although the answers are not saved.
    Unsaved(Unsaved),
}

/// What a screen wants done.
#[derive(Debug, Clone)]
pub enum Effect {
    /// One step back.
    Back,
    /// To another place.
    Go(Destination),
    /// Starts a new assessment.
    Start,
    /// Opens an answer file; anew under this pack, if so chosen.
    Open(PathBuf, bool),
    /// Gives an answer, once what it changes has been seen.
    Propose(QuestionId, Answer),
    /// Gives an answer.
    Give(QuestionId, Answer),
    /// Changes the answer to a question and comes back.
    Change(QuestionId),
    /// Shows where the answer to a question comes from, to say more of it.
    Origin(QuestionId),
    /// Says where the answer to a question comes from.
    SetOrigin(QuestionId, assessment::Origin),
    /// Takes back the last change.
    Undo,
    /// Shows these sources.
    Sources(Vec<SourceId>),
    /// Shows an open legal point.
    Point(ReadingId),
    /// Takes a side on an open legal point, or leaves it open.
    Decide(ReadingId, Option<bool>),
    /// Writes the report in these forms; over old files, if so chosen.
    Write(Vec<Format>, bool),
    /// Begins a check of a paper beside the open assessment, or goes on with it.
    Check(&'static Pack),
    /// Goes on with the check.
    GoOn,
    /// Back to the main assessment, with what the check answers if so chosen.
    Bring(bool),
    /// Writes the letter to somebody, over old files if asked to.
    Letter(Who, bool),
    /// Leaves, saved or not.
    LeaveAnyway,
    /// Goes to the assessments, saved or not.
    HomeAnyway,
}

impl Screen {
    /// Takes a message; says what else is to be done.
    pub fn update(&mut self, message: &Message, room: &Context<'_>) -> Option<Effect> {
        match self {
            Self::Home(it) => it.update(message, room),
            Self::Question(it) => it.update(message, room),
            Self::Origin(it) => it.update(message, room),
            Self::Review(it) => it.update(message, room),
            Self::Results(it) => it.update(message, room),
            Self::Source(it) => it.update(message, room),
            Self::Point(it) => it.update(message, room),
            Self::Export(it) => it.update(message, room),
            Self::Map(it) => it.update(message, room),
            Self::Help(it) => it.update(message, room),
            Self::Glossary(it) => it.update(message, room),
            Self::Bring(it) => it.update(message, room),
            Self::Unsaved(it) => it.update(message, room),
        }
    }

    /// Draws itself.
    pub fn draw(&self, area: Rect, room: &Context<'_>, buffer: &mut Buffer, shown: &mut Shown) {
        match self {
            Self::Home(it) => it.draw(area, room, buffer, shown),
            Self::Question(it) => it.draw(area, room, buffer, shown),
            Self::Origin(it) => it.draw(area, room, buffer, shown),
            Self::Review(it) => it.draw(area, room, buffer, shown),
            Self::Results(it) => it.draw(area, room, buffer, shown),
            Self::Source(it) => it.draw(area, room, buffer, shown),
            Self::Point(it) => it.draw(area, room, buffer, shown),
            Self::Export(it) => it.draw(area, room, buffer, shown),
            Self::Map(it) => it.draw(area, room, buffer, shown),
            Self::Help(it) => it.draw(area, room, buffer, shown),
            Self::Glossary(it) => it.draw(area, room, buffer, shown),
            Self::Bring(it) => it.draw(area, room, buffer, shown),
            Self::Unsaved(it) => it.draw(area, room, buffer, shown),
        }
    }

    /// The keys that do something now.
    pub fn hints(&self, room: &Context<'_>) -> Vec<Hint> {
        let words = if self.is_typing() { Press::WordsInText } else { Press::Words };
        let words = (!matches!(self, Self::Glossary(_))).then_some(Hint(words, |words| words.tui.does.words));
        self.own_hints(room).into_iter().chain(words.filter(|_| !room.pack.terms.is_empty())).collect()
    }

    fn own_hints(&self, room: &Context<'_>) -> Vec<Hint> {
        match self {
            Self::Home(it) => it.hints(),
            Self::Question(it) => it.hints(room),
            Self::Origin(it) => it.hints(),
            Self::Review(_) => review::hints(),
            Self::Results(it) => it.hints(room),
            Self::Source(it) => it.hints(),
            Self::Point(_) => point::hints(),
            Self::Export(it) => it.hints(),
            Self::Map(it) => it.hints(room),
            Self::Help(_) => help::hints(),
            Self::Glossary(_) => glossary::hints(),
            Self::Bring(_) => Bring::hints(),
            Self::Unsaved(_) => unsaved::hints(),
        }
    }

    /// Which place it is, if it is one.
    pub fn place(&self) -> Option<Destination> {
        match self {
            Self::Home(_) => Some(Destination::Home),
            Self::Question(it) if it.is_in_turn() => Some(Destination::Questions),
            Self::Review(_) => Some(Destination::Answers),
            Self::Results(_) => Some(Destination::Results),
            Self::Export(_) => Some(Destination::Export),
            Self::Map(_) => Some(Destination::Map),
            Self::Question(_)
            | Self::Origin(_)
            | Self::Source(_)
            | Self::Point(_)
            | Self::Help(_)
            | Self::Glossary(_)
            | Self::Bring(_)
            | Self::Unsaved(_) => None,
        }
    }

    /// What stands over it where there is no row of places.
    pub fn title(&self) -> Label {
        match self {
            Self::Question(_) => |words| words.tui.title.change,
            Self::Origin(_) => |words| words.tui.title.origin,
            Self::Source(_) => |words| words.tui.title.source,
            Self::Point(it) => it.title(),
            Self::Help(_) => |words| words.tui.title.help,
            Self::Glossary(_) => |words| words.tui.title.glossary,
            Self::Bring(_) => |words| words.tui.title.bring,
            Self::Unsaved(_) => |words| words.tui.title.unsaved,
            _ => |words| words.tui.title.home,
        }
    }

    /// What it says, as far as words in it may need explaining.
    pub fn text(&self, room: &Context<'_>) -> String {
        match self {
            Self::Question(it) => room.pack.question(it.id()).text(),
            Self::Origin(it) => room.pack.question(it.id()).text(),
            Self::Map(it) => it.question().map_or_else(String::new, |id| room.pack.question(id).text()),
            Self::Results(it) => it.item(room).map_or_else(String::new, Item::text),
            Self::Source(it) => it.shown().map_or_else(String::new, |id| room.pack.source(id).text()),
            Self::Point(it) => room.pack.reading(it.id()).text(),
            Self::Glossary(it) => it.text().to_owned(),
            _ => String::new(),
        }
    }

    /// Moves to its next pane (or the one before); says whether there was one.
    pub fn turn_pane(&mut self, forward: bool, room: &Context<'_>) -> bool {
        match self {
            Self::Question(it) => it.turn_pane(forward, room),
            Self::Origin(it) => it.turn_pane(forward),
            Self::Results(it) => it.turn_pane(forward, room),
            Self::Map(it) => it.turn_pane(forward, room),
            _ => false,
        }
    }

    /// Whether letters are typed into a field.
    pub fn is_typing(&self) -> bool {
        match self {
            Self::Question(it) => it.is_typing(),
            Self::Origin(it) => it.is_typing(),
            _ => false,
        }
    }
}
