//! The wizard: a stack of screens over a room. An event becomes a message, the screen on top takes
//! it, and what it wants done is done here.

use crossterm::event::{Event, MouseButton, MouseEvent, MouseEventKind};
use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};

use crate::desk::{Setup, Workspace};
use crate::lines::wrapping;
use crate::shipped::PackSet;
use crate::tui::Look;
use crate::tui::chrome::{Chrome, Destination};
use crate::tui::glyph;
use crate::tui::keymap::{Hint, Message, Press, message};
use crate::tui::layout;
use crate::tui::link;
use crate::tui::perform;
use crate::tui::room::{Context, Work};
use crate::tui::screen::glossary::Glossary;
use crate::tui::screen::help::Help;
use crate::tui::screen::home::Home;
use crate::tui::screen::unsaved::Unsaved;
use crate::tui::screen::{Effect, Screen};
use crate::tui::theme::Role;
use crate::tui::window::Shown;

/// How many quiet ticks go by before saving is tried again.
const RETRY_AFTER: u32 = 15;

/// What the loop has to do with the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LoopAction {
    /// Go on.
    Nothing,
    /// Stop until the shell goes on with it.
    Suspend,
    /// End.
    Leave,
}

/// The wizard.
pub struct App<'p> {
    /// What screens look at.
    pub(crate) room: Context<'p>,
    /// The screens, the one in use last. Never empty.
    pub(crate) stack: Vec<Screen>,
    quiet: u32,
    links: bool,
}

impl<'p> App<'p> {
    /// The wizard at its first screen.
    pub fn new(setup: Setup<'p>, look: Look) -> Self {
        let Setup { pack, words, folder, open, now, today, who, ascii } = setup;
        let size = Size::new(80, 24);
        let (shelf, theme) = (PackSet(pack), look.theme());
        let (menu, work, aside) = (None, None, None);
        let room = Context { pack, shelf, words, folder, now, today, who, ascii, theme, size, menu, work, aside };
        let home = Home::load(&room, None);
        let mut app = Self { room, stack: vec![Screen::Home(home)], quiet: 0, links: true };
        if let Some((document, assessment)) = open {
            app.room.work = Some(Work::new(Workspace::new(pack, document, assessment, now)));
            perform::go_on(&mut app.room, &mut app.stack);
        }
        app
    }

    /// Draws no links, only their text: for tests that read cells.
    #[must_use]
    pub fn without_links(self) -> Self {
        Self { links: false, ..self }
    }

    /// The terminal has this size.
    pub fn resize(&mut self, size: Size) {
        self.room.size = size;
        if let Some(Screen::Question(question)) = self.stack.last_mut() {
            question.resized(&self.room);
        }
    }

    /// Takes an event of the terminal.
    pub fn take(&mut self, event: &Event) -> LoopAction {
        self.quiet = 0;
        match event {
            Event::Key(key) => message(key, self.is_typing()).map_or(LoopAction::Nothing, |it| self.update(&it)),
            Event::Paste(pasted) => self.update(&Message::Paste(pasted.clone())),
            Event::Resize(width, height) => {
                self.resize(Size::new(*width, *height));
                LoopAction::Nothing
            }
            Event::Mouse(mouse) => self.point(*mouse),
            Event::FocusGained | Event::FocusLost => LoopAction::Nothing,
        }
    }

    /// Nothing has happened for a moment; says whether something changed all the same.
    pub fn tick(&mut self) -> bool {
        self.quiet += 1;
        let Some(work) = self.room.work.as_mut().filter(|it| it.desk.trouble().is_some()) else { return false };
        if !self.quiet.is_multiple_of(RETRY_AFTER) {
            return false;
        }
        work.saved = work.desk.save();
        work.saved
    }

    /// Draws the screen in use.
    pub fn draw(&self, frame: &mut Frame<'_>) {
        let area = frame.area();
        let shown = self.view(area, frame.buffer_mut());
        if let Some(cursor) = shown.cursor {
            frame.set_cursor_position(cursor);
        }
    }

    /// Draws the screen in use; gives where its cursor and its items are.
    fn view(&self, area: Rect, buffer: &mut Buffer) -> Shown {
        let mut shown = Shown::default();
        if area.width < layout::LEAST.width || area.height < layout::LEAST.height {
            self.too_small(area, buffer, &mut shown);
        } else {
            self.whole(area, buffer, &mut shown);
        }
        if self.room.ascii {
            glyph::to_ascii(buffer);
        }
        if self.links {
            shown.links.iter().for_each(|it| link::draw(buffer, it));
        }
        shown
    }

    fn whole(&self, area: Rect, buffer: &mut Buffer, shown: &mut Shown) {
        let Some(screen) = self.stack.last() else { return };
        let here = screen.place().filter(|_| self.room.work.is_some());
        let hints = if self.room.menu.is_some() { menu_hints() } else { screen.hints(&self.room) };
        let title = screen.title()(self.room.words);
        let chrome = Chrome { here, menu: self.room.menu, title, hints: &hints };
        let body = chrome.draw(area, &self.room, buffer, shown);
        screen.draw(body, &self.room, buffer, shown);
    }

    /// One line, on as many rows as it takes.
    fn too_small(&self, area: Rect, buffer: &mut Buffer, shown: &mut Shown) {
        let text = self.room.words.tui.too_small.to_owned();
        let rows = textwrap::wrap(&text, wrapping(area.width.into()));
        for (row, y) in rows.iter().zip(area.top()..area.bottom()) {
            buffer.set_stringn(area.x, y, row, area.width.into(), self.room.style(Role::Body));
        }
        shown.cursor = Some((area.x, area.y)).filter(|_| !area.is_empty());
    }

    fn is_typing(&self) -> bool {
        self.room.menu.is_none() && self.stack.last().is_some_and(Screen::is_typing)
    }

    fn update(&mut self, message: &Message) -> LoopAction {
        match message {
            Message::Leave => return self.leave(),
            Message::Suspend => return LoopAction::Suspend,
            Message::Help if !matches!(self.stack.last(), Some(Screen::Help(_))) => self.help(),
            Message::Words if !matches!(self.stack.last(), Some(Screen::Glossary(_))) => self.glossary(),
            Message::Next | Message::Previous => self.turn_pane(*message == Message::Next),
            _ if self.room.menu.is_some() => return self.update_menu(message),
            _ => {
                let effect = self.stack.last_mut().and_then(|it| it.update(message, &self.room));
                return effect.map_or(LoopAction::Nothing, |it| self.perform(it));
            }
        }
        LoopAction::Nothing
    }

    fn perform(&mut self, effect: Effect) -> LoopAction {
        self.room.menu = None;
        perform::perform(&mut self.room, &mut self.stack, effect)
    }

    /// Leaves; where answers are not saved, asks once.
    fn leave(&mut self) -> LoopAction {
        let asked = matches!(self.stack.last(), Some(Screen::Unsaved(_)));
        let unsaved = self.room.work.as_mut().is_some_and(|it| it.desk.trouble().is_some() && !it.desk.save());
        if unsaved && !asked {
            self.room.menu = None;
            self.stack.push(Screen::Unsaved(Unsaved { leaving: true, focus: 0 }));
            return LoopAction::Nothing;
        }
        LoopAction::Leave
    }

    /// Opens the words used, or goes back to them where help was opened from there.
    fn glossary(&mut self) {
        if self.room.pack.terms.is_empty() || self.is_open_below(|it| matches!(it, Screen::Glossary(_))) {
            return;
        }
        let asides = |it: &&Screen| !matches!(it, Screen::Help(_));
        let Some(screen) = self.stack.iter().rev().find(asides) else { return };
        let text = screen.text(&self.room);
        self.room.menu = None;
        self.stack.push(Screen::Glossary(Glossary::new(text)));
    }

    /// Goes back to a screen like this if it is open below.
    fn is_open_below(&mut self, like: impl Fn(&Screen) -> bool) -> bool {
        let found = self.stack.iter().position(like);
        if let Some(at) = found {
            self.stack.truncate(at + 1);
        }
        found.is_some()
    }

    fn help(&mut self) {
        if self.is_open_below(|it| matches!(it, Screen::Help(_))) {
            return;
        }
        let Some(screen) = self.stack.last() else { return };
        let question = match screen {
            Screen::Question(it) => Some((it.id(), it.deciding().to_vec())),
            _ => None,
        };
        let help = Help::new(screen.hints(&self.room), question, screen.text(&self.room));
        self.room.menu = None;
        self.stack.push(Screen::Help(Box::new(help)));
    }

    /// Goes round the panes of the screen and the row of places.
    fn turn_pane(&mut self, forward: bool) {
        let Some(screen) = self.stack.last_mut() else { return };
        let Some(place) = screen.place().filter(|_| self.room.work.is_some()) else {
            screen.turn_pane(forward, &self.room);
            return;
        };
        if self.room.menu.take().is_some() {
            // Round the corner: forward to the first pane, back to the last.
            if !forward {
                screen.turn_pane(true, &self.room);
            }
        } else if !screen.turn_pane(forward, &self.room) {
            self.room.menu = Destination::ALL.iter().position(|it| *it == place);
        }
    }

    fn update_menu(&mut self, message: &Message) -> LoopAction {
        let Some(chosen) = self.room.menu else { return LoopAction::Nothing };
        let last = Destination::ALL.len() - 1;
        match message {
            Message::Left => self.room.menu = Some(chosen.saturating_sub(1)),
            Message::Right => self.room.menu = Some((chosen + 1).min(last)),
            Message::First => self.room.menu = Some(0),
            Message::Last => self.room.menu = Some(last),
            Message::Enter | Message::Space => {
                if let Some(&place) = Destination::ALL.get(chosen) {
                    return self.perform(Effect::Go(place));
                }
            }
            Message::Back | Message::Down | Message::Up => self.room.menu = None,
            _ => {}
        }
        LoopAction::Nothing
    }

    /// The mouse: a click on an item, and the wheel.
    fn point(&mut self, mouse: MouseEvent) -> LoopAction {
        match mouse.kind {
            MouseEventKind::ScrollUp => self.update(&Message::Up),
            MouseEventKind::ScrollDown => self.update(&Message::Down),
            MouseEventKind::Down(MouseButton::Left) => {
                let area = Rect::new(0, 0, self.room.size.width, self.room.size.height);
                let shown = self.view(area, &mut Buffer::empty(area));
                let hit = shown.items.iter().find(|it| it.0.contains((mouse.column, mouse.row).into()));
                hit.map_or(LoopAction::Nothing, |it| self.update(&Message::Click(it.1)))
            }
            _ => LoopAction::Nothing,
        }
    }
}

fn menu_hints() -> Vec<Hint> {
    vec![
        Hint(Press::Turn, |words| words.tui.does.choose_place),
        Hint(Press::Enter, |words| words.tui.does.go),
        Hint(Press::Tab, |words| words.tui.does.back_to_screen),
    ]
}
