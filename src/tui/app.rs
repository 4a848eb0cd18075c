//! The wizard: a stack of screens over a context. An event becomes a message, the screen on top takes
//! it, what it wants done is done here, and what is to be seen then is laid out.

use std::collections::VecDeque;
use std::time::Instant;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};

use crate::lines::wrap_options;
use crate::shipped::PackSet;
use crate::tui::chrome::Chrome;
use crate::tui::context::Context;
use crate::tui::destination::Destination;
use crate::tui::effect::{Effect, LoopAction};
use crate::tui::glyph;
use crate::tui::keeper::Keeper;
use crate::tui::keymap::{Hint, Message, Press, message};
use crate::tui::layout;
use crate::tui::link;
use crate::tui::perform;
use crate::tui::screen::Screen;
use crate::tui::screen::glossary::GlossaryScreen;
use crate::tui::screen::help::HelpScreen;
use crate::tui::screen::home::HomeScreen;
use crate::tui::screen::unsaved::UnsavedScreen;
use crate::tui::sheet::SheetContent;
use crate::tui::stack::ScreenStack;
use crate::tui::theme::{Look, Role};
use crate::tui::window::Shown;
use crate::workspace::{Setup, Workspace};

/// The wizard.
pub struct App<'p> {
    /// What screens look at.
    pub(crate) context: Context<'p>,
    /// The screens, the one in use last. Never empty.
    pub(crate) stack: ScreenStack,
    keeper: Keeper,
    links: bool,
}

impl<'p> App<'p> {
    /// The wizard at its first screen.
    pub fn new(setup: Setup<'p>, look: Look) -> Self {
        let Setup { pack, words, folder, open, now, today, who, ascii, pack_folder } = setup;
        let size = Size::new(80, 24);
        let (shelf, theme) = (PackSet(pack), look.theme());
        let workspace = open.map(|(document, assessment)| Workspace::new(pack, document, assessment, now));
        let (menu, main, is_typing_ahead, has_lost) = (None, None, false, false);
        let context = Context {
            pack,
            pack_folder,
            shelf,
            words,
            folder,
            now,
            today,
            who,
            ascii,
            theme,
            size,
            menu,
            workspace,
            is_typing_ahead,
            has_lost,
            main,
        };
        // Whoever goes home from what is opened at once gets there by a screen of its own.
        let home = if context.workspace.is_some() { HomeScreen::default() } else { HomeScreen::load(&context, None) };
        let mut stack = ScreenStack::new(Screen::Home(home));
        if context.workspace.is_some() {
            stack.begin(&context);
        }
        let mut app = Self { context, stack, keeper: Keeper::default(), links: true };
        app.lay_out();
        app
    }

    /// Draws no links, only their text: for tests that read cells.
    #[must_use]
    pub fn without_links(self) -> Self {
        Self { links: false, ..self }
    }

    /// The terminal has this size.
    pub fn resize(&mut self, size: Size) {
        if self.context.size != size {
            self.context.size = size;
            self.lay_out();
        }
    }

    /// Takes an event of the terminal.
    pub fn take(&mut self, event: &Event) -> LoopAction {
        let action = self.take_unseen(event);
        self.lay_out();
        action
    }

    /// Takes the events that wait, one after the other, until one is the loop's affair or the time has come to
    /// draw. What a key means is read from the page in sight, but for letters in a field: a burst of those is
    /// laid out once.
    pub fn take_all(&mut self, waiting: &mut VecDeque<Event>, until: Instant) -> LoopAction {
        let (mut action, mut is_laid_out) = (LoopAction::Nothing, true);
        while action == LoopAction::Nothing
            && Instant::now() < until
            && let Some(event) = waiting.pop_front()
        {
            let is_typed = is_letter(&event) && self.is_typing();
            if !is_typed && !is_laid_out {
                self.lay_out();
            }
            action = self.take_unseen(&event);
            is_laid_out = false;
        }
        self.lay_out();
        action
    }

    fn take_unseen(&mut self, event: &Event) -> LoopAction {
        let action = self.answer(event);
        self.keeper.stir(&mut self.context, &mut self.stack);
        action
    }

    fn answer(&mut self, event: &Event) -> LoopAction {
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

    /// Nothing has happened for a moment: what was typed is saved. Says whether something changed.
    pub fn tick(&mut self) -> bool {
        let changed = self.keeper.tick(&mut self.context, &mut self.stack);
        if changed {
            self.lay_out();
        }
        changed
    }

    /// Puts what was typed into the assessment, and saves it.
    pub fn save_typed(&mut self) {
        self.keeper.save_typed(&mut self.context, &mut self.stack);
    }

    /// Saves and keeps all that there is; says whether every answer is saved now.
    pub fn save_all(&mut self) -> bool {
        self.keeper.save_all(&mut self.context, &mut self.stack)
    }

    /// Forgets what is typed at questions: it was left on purpose.
    pub fn forget_typed(&mut self) {
        if let Some(work) = &mut self.context.workspace {
            work.keep_typed(Vec::new());
        }
    }

    /// Lays out what is to be seen.
    fn lay_out(&mut self) {
        if let Some(screen) = self.stack.top_mut() {
            screen.lay_out(&mut self.context);
        }
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
        if self.context.ascii {
            glyph::to_ascii(buffer);
        }
        if self.links {
            shown.links.iter().for_each(|it| link::draw(buffer, it));
        }
        shown
    }

    fn whole(&self, area: Rect, buffer: &mut Buffer, shown: &mut Shown) {
        let Some(screen) = self.stack.top() else { return };
        let here = screen.place().filter(|_| self.context.workspace.is_some());
        let hints = if self.context.menu.is_some() { menu_hints() } else { screen.hints(&self.context) };
        let title = screen.title()(self.context.words);
        let chrome = Chrome { here, menu: self.context.menu, title, hints: &hints };
        let body = chrome.draw(area, &self.context, buffer, shown);
        screen.draw(body, &self.context, buffer, shown);
    }

    /// One line, on as many rows as it takes.
    fn too_small(&self, area: Rect, buffer: &mut Buffer, shown: &mut Shown) {
        let text = self.context.words.tui.too_small.to_owned();
        let rows = textwrap::wrap(&text, wrap_options(area.width.into()));
        for (row, y) in rows.iter().zip(area.top()..area.bottom()) {
            buffer.set_stringn(area.x, y, row, area.width.into(), self.context.style(Role::Body));
        }
        shown.cursor = Some((area.x, area.y)).filter(|_| !area.is_empty());
    }

    fn is_typing(&self) -> bool {
        self.context.menu.is_none() && self.stack.top().is_some_and(Screen::is_typing)
    }

    fn update(&mut self, message: &Message) -> LoopAction {
        if !matches!(message, Message::Char(_) | Message::Space | Message::Erase | Message::Delete) {
            self.save_typed();
        }
        match message {
            Message::Leave => return self.leave(),
            Message::Suspend => return LoopAction::Suspend,
            Message::Help if !self.is_opened_by(message) => self.help(),
            Message::Words if !self.is_opened_by(message) => self.glossary(),
            Message::Next | Message::Previous => self.turn_pane(*message == Message::Next),
            _ if self.context.menu.is_some() => return self.update_menu(message),
            _ => {
                let effect = self.stack.top_mut().and_then(|it| it.update(message, &self.context));
                self.keeper.note_typed(&mut self.context, &self.stack);
                return effect.map_or(LoopAction::Nothing, |it| self.perform(it));
            }
        }
        LoopAction::Nothing
    }

    fn perform(&mut self, effect: Effect) -> LoopAction {
        self.context.menu = None;
        let action = perform::perform(&mut self.context, &mut self.stack, effect);
        // What became an answer is not to be offered again, whenever the program ends.
        self.keeper.keep_typed(&mut self.context, &self.stack);
        action
    }

    /// Leaves; where answers are not saved, asks once.
    fn leave(&mut self) -> LoopAction {
        let asked = self.is_opened_by(&Message::Leave);
        let unsaved = self.context.workspace.as_mut().is_some_and(|work| work.needs_saving() && !work.save());
        if unsaved && !asked {
            self.open(UnsavedScreen { leaving: true });
            return LoopAction::Nothing;
        }
        LoopAction::Leave
    }

    fn open(&mut self, sheet: impl SheetContent + 'static) {
        self.context.menu = None;
        self.stack.push(Screen::sheet(sheet));
    }

    /// Whether the screen in use is the one that the key `message` opens.
    fn is_opened_by(&self, message: &Message) -> bool {
        self.stack.top().is_some_and(|screen| screen.opened_by().as_ref() == Some(message))
    }

    /// Opens the words used, or goes back to them where help was opened from there.
    fn glossary(&mut self) {
        if self.context.pack.terms.is_empty() || self.goes_back_to(&Message::Words) {
            return;
        }
        let below_help = |screen: &&Screen| screen.opened_by() != Some(Message::Help);
        let Some(screen) = self.stack.downwards().find(below_help) else { return };
        self.open(GlossaryScreen::new(screen.text(&self.context)));
    }

    /// Opens help, or goes back to it where the words were opened from there.
    fn help(&mut self) {
        if self.goes_back_to(&Message::Help) {
            return;
        }
        let Some(screen) = self.stack.top() else { return };
        let question = match screen {
            Screen::Question(it) => Some((it.id(), it.deciding().to_vec())),
            _ => None,
        };
        self.open(HelpScreen::new(screen.hints(&self.context), question, screen.text(&self.context)));
    }

    /// Goes back to the screen that the key `message` opens if it is open below.
    fn goes_back_to(&mut self, message: &Message) -> bool {
        self.stack.go_back_to(|screen| screen.opened_by().as_ref() == Some(message))
    }

    /// Goes round the panes of the screen and the row of places.
    fn turn_pane(&mut self, forward: bool) {
        let Some(screen) = self.stack.top_mut() else { return };
        let Some(place) = screen.place().filter(|_| self.context.workspace.is_some()) else {
            screen.turn_pane(forward, &self.context);
            return;
        };
        if self.context.menu.take().is_some() {
            // Round the corner: forward to the first pane, back to the last.
            if !forward {
                screen.turn_pane(true, &self.context);
            }
        } else if !screen.turn_pane(forward, &self.context) {
            self.context.menu = Destination::ALL.iter().position(|other| *other == place);
        }
    }

    fn update_menu(&mut self, message: &Message) -> LoopAction {
        let Some(chosen) = self.context.menu else { return LoopAction::Nothing };
        let last = Destination::ALL.len() - 1;
        match message {
            Message::Left => self.context.menu = Some(chosen.saturating_sub(1)),
            Message::Right => self.context.menu = Some((chosen + 1).min(last)),
            Message::First => self.context.menu = Some(0),
            Message::Last => self.context.menu = Some(last),
            Message::Enter | Message::Space => {
                if let Some(&place) = Destination::ALL.get(chosen) {
                    return self.perform(Effect::Go(place));
                }
            }
            Message::Back | Message::Down | Message::Up => self.context.menu = None,
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
                let area = Rect::new(0, 0, self.context.size.width, self.context.size.height);
                let shown = self.view(area, &mut Buffer::empty(area));
                let hit = shown.items.iter().find(|(area, _)| area.contains((mouse.column, mouse.row).into()));
                hit.map_or(LoopAction::Nothing, |&(_, item)| self.update(&Message::Click(item)))
            }
            _ => LoopAction::Nothing,
        }
    }
}

fn is_letter(event: &Event) -> bool {
    matches!(event, Event::Key(KeyEvent { code: KeyCode::Char(_), modifiers: KeyModifiers::NONE, .. }))
}

fn menu_hints() -> Vec<Hint> {
    vec![
        Hint(Press::Turn, |words| words.tui.does.choose),
        Hint(Press::Enter, |words| words.tui.does.go),
        Hint(Press::Tab, |words| words.tui.does.back_to_screen),
    ]
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::path::PathBuf;
    use std::rc::Rc;

    use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
    use jiff::civil::date;
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;

    use crate::store::Folder;
    use crate::tui::app::App;
    use crate::tui::context::Context;
    use crate::tui::destination::Destination;
    use crate::tui::effect::Effect;
    use crate::tui::keymap::{Hint, Message};
    use crate::tui::page::Page;
    use crate::tui::pane::Pane;
    use crate::tui::sheet::SheetContent;
    use crate::tui::theme::{Look, Role, Theme};
    use crate::words::Label;
    use crate::workspace::Setup;

    /// A screen that counts how often its page is built.
    struct Counted(Rc<Cell<usize>>);

    impl SheetContent for Counted {
        fn title(&self) -> Label {
            |words| words.tui.title.help
        }

        fn place(&self) -> Option<Destination> {
            None
        }

        fn write(&self, page: &mut Page, _context: &Context<'_>) {
            self.0.set(self.0.get() + 1);
            for row in 0..50 {
                page.item("", &[(Role::Body, format!("row {row}"))], None);
            }
        }

        fn hints(&self) -> Vec<Hint> {
            Vec::new()
        }

        fn act(&mut self, _message: &Message, _pane: &mut Pane, _context: &Context<'_>) -> Option<Effect> {
            None
        }
    }

    #[test]
    fn a_key_builds_a_page_once() {
        let (pack, words) = (crate::shipped::pack(), crate::shipped::words());
        let setup = Setup {
            pack: &pack,
            words,
            folder: Folder::new(PathBuf::from("target/tui/counted")),
            open: None,
            now: || "2026-11-24T10:00:00Z".to_owned(),
            today: || date(2026, 11, 24),
            who: "by a test".to_owned(),
            ascii: false,
            pack_folder: None,
        };
        let mut app = App::new(setup, Look { theme: Theme::Dark, color: true, mouse: false });
        let built = Rc::new(Cell::new(0));
        app.open(Counted(Rc::clone(&built)));
        for key in [KeyCode::Down, KeyCode::PageDown, KeyCode::End, KeyCode::Up, KeyCode::Enter, KeyCode::Char('x')] {
            built.set(0);
            app.take(&Event::Key(KeyEvent::new(key, KeyModifiers::NONE)));
            let area = Rect::new(0, 0, 80, 24);
            app.view(area, &mut Buffer::empty(area));
            app.view(area, &mut Buffer::empty(area));
            assert_eq!(built.get(), 1, "{key:?}");
        }
    }
}
