//! The screens: each is one file with its state, what it does with a message, and its drawing.
//! Screens look at the context and change only themselves; what concerns anything else is an effect.
//! Most are only a page: they are the content of a sheet.

pub mod author;
pub mod export;
pub mod glossary;
pub mod help;
pub mod home;
pub mod map;
pub mod origin;
pub mod point;
pub mod question;
pub mod rejudged;
pub mod results;
pub mod review;
pub mod review_import;
pub mod source;
pub mod unsaved;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::letter;
use crate::pack::QuestionId;
use crate::tui::context::Context;
use crate::tui::destination::Destination;
use crate::tui::effect::Effect;
use crate::tui::keymap::{Hint, Message, Press};
use crate::tui::screen::author::AuthorScreen;
use crate::tui::screen::export::ExportScreen;
use crate::tui::screen::home::HomeScreen;
use crate::tui::screen::map::MapScreen;
use crate::tui::screen::origin::OriginScreen;
use crate::tui::screen::question::QuestionScreen;
use crate::tui::screen::results::ResultsScreen;
use crate::tui::screen::review::ReviewScreen;
use crate::tui::sheet::{SheetContent, SheetScreen};
use crate::tui::window::Shown;
use crate::words::Label;

/// A screen.
pub enum Screen {
    /// The assessments in the folder.
    Home(HomeScreen),
    /// One question.
    Question(Box<QuestionScreen>),
    /// Where one answer comes from.
    Origin(Box<OriginScreen>),
    /// Who decided a legal point.
    Author(Box<AuthorScreen>),
    /// Every obligation.
    Results(ResultsScreen),
    /// The report as files.
    Export(ExportScreen),
    /// The way through the interview.
    Map(Box<MapScreen>),
    /// One that is only a page.
    Sheet(SheetScreen),
}

impl Screen {
    /// A screen that is only a page, from its first item.
    pub fn sheet(content: impl SheetContent + 'static) -> Self {
        Self::sheet_at(content, 0)
    }

    /// A screen that is only a page, from this item.
    pub fn sheet_at(content: impl SheetContent + 'static, item: usize) -> Self {
        Self::Sheet(SheetScreen::new(content, item))
    }

    /// A question, asked in turn or to change its answer.
    pub fn question(context: &Context<'_>, id: QuestionId, in_turn: bool) -> Self {
        Self::Question(Box::new(QuestionScreen::new(context, id, in_turn)))
    }

    /// The screen of a place of the open assessment, if there is something to show. Home is another
    /// matter: to go there is to leave the assessment.
    pub fn at(place: Destination, context: &mut Context<'_>) -> Option<Self> {
        let session = context.workspace.as_ref()?.session();
        Some(match place {
            Destination::Home => return None,
            Destination::Questions => {
                let next = session.progress().replay.next;
                Self::question(context, next.or_else(|| session.question_before(None))?, true)
            }
            Destination::Answers => Self::sheet_at(ReviewScreen, ReviewScreen::first(context)),
            Destination::Results => Self::Results(ResultsScreen::new(context)),
            Destination::Export => Self::Export(ExportScreen::new(letter::addressees(session))),
            Destination::Map => Self::Map(Box::new(MapScreen::new(context))),
        })
    }

    /// Takes a message; says what else is to be done.
    pub fn update(&mut self, message: &Message, context: &Context<'_>) -> Option<Effect> {
        match self {
            Self::Home(it) => it.update(message, context),
            Self::Question(it) => it.update(message, context),
            Self::Origin(it) => it.update(message, context),
            Self::Author(it) => it.update(message, context),
            Self::Results(it) => it.update(message, context),
            Self::Export(it) => it.update(message, context),
            Self::Map(it) => it.update(message, context),
            Self::Sheet(it) => it.update(message, context),
        }
    }

    /// Lays out what it shows, from what is known now: once for each key, and for each size.
    pub fn lay_out(&mut self, context: &mut Context<'_>) {
        match self {
            Self::Home(it) => it.lay_out(context),
            Self::Question(it) => it.lay_out(context),
            Self::Origin(it) => it.lay_out(context),
            Self::Author(it) => it.lay_out(context),
            Self::Results(it) => it.lay_out(context),
            Self::Export(it) => it.lay_out(context),
            Self::Map(it) => it.lay_out(context),
            Self::Sheet(it) => it.lay_out(context),
        }
    }

    /// Draws what was laid out.
    pub fn draw(&self, area: Rect, context: &Context<'_>, buffer: &mut Buffer, shown: &mut Shown) {
        match self {
            Self::Home(it) => it.draw(area, context, buffer, shown),
            Self::Question(it) => it.draw(area, context, buffer, shown),
            Self::Origin(it) => it.draw(area, context, buffer, shown),
            Self::Author(it) => it.draw(area, context, buffer, shown),
            Self::Results(it) => it.draw(area, context, buffer, shown),
            Self::Export(it) => it.draw(area, context, buffer, shown),
            Self::Map(it) => it.draw(area, context, buffer, shown),
            Self::Sheet(it) => it.draw(area, context, buffer, shown),
        }
    }

    /// The keys that do something now.
    pub fn hints(&self, context: &Context<'_>) -> Vec<Hint> {
        let words = if self.is_typing() { Press::WordsInText } else { Press::Words };
        let words = (self.opened_by() != Some(Message::Words)).then_some(Hint(words, |words| words.tui.does.words));
        self.own_hints(context).into_iter().chain(words.filter(|_| !context.pack.terms.is_empty())).collect()
    }

    fn own_hints(&self, context: &Context<'_>) -> Vec<Hint> {
        match self {
            Self::Home(it) => it.hints(),
            Self::Question(it) => it.hints(context),
            Self::Origin(it) => it.hints(),
            Self::Author(it) => it.hints(),
            Self::Results(it) => it.hints(),
            Self::Export(it) => it.hints(),
            Self::Map(it) => it.hints(),
            Self::Sheet(it) => it.hints(),
        }
    }

    /// Which place it is, if it is one.
    pub fn place(&self) -> Option<Destination> {
        match self {
            Self::Home(_) => Some(Destination::Home),
            Self::Question(it) if it.is_in_turn() => Some(Destination::Questions),
            Self::Results(_) => Some(Destination::Results),
            Self::Export(_) => Some(Destination::Export),
            Self::Map(_) => Some(Destination::Map),
            Self::Sheet(it) => it.content().place(),
            Self::Question(_) | Self::Origin(_) | Self::Author(_) => None,
        }
    }

    /// The key that opens it over any other screen, if there is one.
    pub fn opened_by(&self) -> Option<Message> {
        match self {
            Self::Sheet(it) => it.content().opened_by(),
            _ => None,
        }
    }

    /// What stands over it where there is no row of places.
    pub fn title(&self) -> Label {
        match self {
            Self::Question(_) => |words| words.tui.title.change,
            Self::Origin(_) => |words| words.common.title.origin,
            Self::Author(_) => |words| words.common.title.author,
            Self::Sheet(it) => it.content().title(),
            Self::Home(_) | Self::Results(_) | Self::Export(_) | Self::Map(_) => |words| words.tui.title.home,
        }
    }

    /// What it says, as far as words in it may need explaining.
    pub fn text(&self, context: &Context<'_>) -> String {
        match self {
            Self::Question(it) => context.pack.question(it.id()).text(),
            Self::Origin(it) => context.pack.question(it.id()).text(),
            Self::Author(it) => context.pack.reading(it.id()).text(),
            Self::Map(it) => it.question().map_or_else(String::new, |id| context.pack.question(id).text()),
            Self::Results(it) => it.item(context).map_or_else(String::new, |item| item.text(context.pack)),
            Self::Sheet(it) => it.content().text(context),
            Self::Home(_) | Self::Export(_) => String::new(),
        }
    }

    /// Moves to its next pane (or the one before); says whether there was one.
    pub fn turn_pane(&mut self, forward: bool, context: &Context<'_>) -> bool {
        match self {
            Self::Question(it) => it.turn_pane(forward, context),
            Self::Origin(it) => it.turn_pane(forward),
            Self::Author(it) => it.turn_pane(forward),
            Self::Results(it) => it.turn_pane(forward, context),
            Self::Map(it) => it.turn_pane(forward, context),
            Self::Home(_) | Self::Export(_) | Self::Sheet(_) => false,
        }
    }

    /// Whether something was typed that is not in the assessment yet.
    pub fn has_typed(&self) -> bool {
        match self {
            Self::Origin(it) => it.has_typed(),
            Self::Author(it) => it.has_typed(),
            _ => false,
        }
    }

    /// What is typed at a question and is not its answer yet.
    pub fn typed_answer(&self) -> Option<(QuestionId, String)> {
        match self {
            Self::Question(it) => it.typed(),
            _ => None,
        }
    }

    /// Gives what was typed, to be put into the assessment.
    pub fn take_typed(&mut self) -> Option<Effect> {
        match self {
            Self::Origin(it) => it.take_typed(),
            Self::Author(it) => it.take_typed(),
            _ => None,
        }
    }

    /// Whether letters are typed into a field.
    pub fn is_typing(&self) -> bool {
        match self {
            Self::Question(it) => it.is_typing(),
            Self::Origin(it) => it.is_typing(),
            Self::Author(_) => true,
            _ => false,
        }
    }
}
