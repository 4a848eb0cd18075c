//! Drives the wizard in this process: the shipped pack, a fixed clock, a folder of its own.

use std::path::PathBuf;
use std::sync::LazyLock;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use jiff::civil::{Date, date};
use obligato::assessment::Assessment;
use obligato::pack::Pack;
use obligato::store::{Against, Folder, read_answers};
use obligato::tui::{App, Look, LoopAction, Theme};
use obligato::workspace::Setup;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::layout::Size;

pub static PACK: LazyLock<&Pack> = LazyLock::new(|| obligato::shipped::default_pack().pack());
/// The day on which every test takes place.
pub const TODAY: Date = date(2026, 11, 24);

/// What is typed to give the shipped pack's first five questions their answers.
pub const RECORD: &[&str] = &[
    "type:Chatterbox",
    "enter",
    "1",
    "type:Acme Inc.",
    "enter",
    "type:orders",
    "enter",
    "type:Maria Lopez, owner",
    "enter",
];

/// What is pressed from the sixth question to the results: a shop with a chat window.
pub const SHOP: &[&str] = &[
    "y", "y", "1", "4", "enter", "n", "n", "1", "n", "3", "4", "1", "n", "y", "y", "3", "3", "1", "2", "enter", "y",
    "1", "4", "1", "enter", "1", "enter", "1", "enter",
];

/// What a front end works on: the shipped pack, and assessments in `folder`.
pub fn setup(folder: PathBuf) -> Setup<'static> {
    Setup {
        pack: &PACK,
        words: obligato::shipped::words(),
        folder: Folder::new(folder),
        open: None,
        now: || "2026-11-24T10:00:00Z".to_owned(),
        today: || TODAY,
        who: "by a test".to_owned(),
        ascii: false,
        pack_folder: None,
    }
}

/// The wizard and a terminal that only remembers.
pub struct Wizard {
    pub app: App<'static>,
    terminal: Terminal<TestBackend>,
    pub folder: PathBuf,
}

impl Wizard {
    /// In an empty folder called `name`.
    pub fn new(name: &str, width: u16, height: u16) -> Self {
        let folder = PathBuf::from("target/tui").join(name);
        let _ = std::fs::remove_dir_all(&folder);
        Self::again(folder, width, height, false)
    }

    /// In this folder.
    pub fn again(folder: PathBuf, width: u16, height: u16, ascii: bool) -> Self {
        Self::over(Setup { ascii, ..setup(folder.clone()) }, folder, width, height)
    }

    /// Over this setup, whose answer files are in `folder`.
    pub fn over(setup: Setup<'static>, folder: PathBuf, width: u16, height: u16) -> Self {
        let look = Look { theme: Theme::Dark, color: true, mouse: false };
        let mut app = App::new(setup, look).without_links();
        app.resize(Size::new(width, height));
        let terminal = Terminal::new(TestBackend::new(width, height)).expect("a terminal in memory");
        Self { app, terminal, folder }
    }

    /// Presses keys by name; `type:` types, `paste:` pastes.
    pub fn press(&mut self, keys: &[&str]) -> &mut Self {
        for key in keys {
            if let Some(text) = key.strip_prefix("type:") {
                for it in text.chars() {
                    let _ = self.take(&of(KeyCode::Char(it)));
                }
            } else if let Some(text) = key.strip_prefix("paste:") {
                self.take(&Event::Paste(text.to_owned()));
            } else {
                self.take(&of(code(key)));
            }
        }
        self
    }

    /// Presses nothing for a moment.
    pub fn pause(&mut self) -> &mut Self {
        self.app.tick();
        self
    }

    /// Gives the wizard an event.
    pub fn take(&mut self, event: &Event) -> LoopAction {
        self.app.take(event)
    }

    /// Makes the window another size.
    pub fn resize(&mut self, width: u16, height: u16) {
        self.terminal.backend_mut().resize(width, height);
        self.app.resize(Size::new(width, height));
    }

    /// The screen as text, without the spaces at the ends of its rows.
    pub fn screen(&mut self) -> String {
        self.terminal.draw(|frame| self.app.draw(frame)).expect("drawing in memory");
        let buffer = self.terminal.backend().buffer();
        let mut text = String::new();
        for y in 0..buffer.area.height {
            let row: String =
                (0..buffer.area.width).filter_map(|x| buffer.cell((x, y))).map(ratatui::buffer::Cell::symbol).collect();
            text.push_str(row.trim_end());
            text.push('\n');
        }
        text
    }

    /// The screen as text, drawn on a terminal that shows nothing yet.
    pub fn redrawn(&mut self) -> String {
        let size = self.terminal.backend().buffer().area;
        self.terminal = Terminal::new(TestBackend::new(size.width, size.height)).expect("a terminal in memory");
        self.screen()
    }

    /// The cells as they were drawn last.
    pub fn shown(&self) -> Buffer {
        self.terminal.backend().buffer().clone()
    }

    /// What the one answer file in the folder holds.
    pub fn answers(&self) -> Assessment {
        let files = std::fs::read_dir(&self.folder).expect("a folder").flatten().map(|it| it.path());
        let file = files.into_iter().find(|it| it.extension().is_some_and(|it| it == "json")).expect("an answer file");
        let text = std::fs::read_to_string(file).expect("answers");
        read_answers(&text, "answers", &Against::new(&PACK, TODAY)).expect("sound answers").assessment
    }

    /// Whether nothing but rules stands in the last two columns of what was drawn last.
    pub fn right_margin_is_free(&self) -> bool {
        let buffer = self.terminal.backend().buffer();
        let symbol = |x: u16, y: u16| buffer.cell((x, y)).map_or("", ratatui::buffer::Cell::symbol);
        let mut rows = (0..buffer.area.height).filter(|y| !matches!(symbol(0, *y), "─" | "-"));
        rows.all(|y| (buffer.area.width - 2..buffer.area.width).all(|x| symbol(x, y) == " "))
    }

    /// Where the cursor stands on what was drawn last, if it is shown.
    pub fn cursor(&mut self) -> (u16, u16) {
        let at = self.terminal.get_cursor_position().expect("a cursor in memory");
        (at.x, at.y)
    }

    /// Asserts that the screen holds `text`.
    pub fn holds(&mut self, text: &str) -> &mut Self {
        let screen = self.screen();
        assert!(screen.contains(text), "no `{text}` in\n{screen}");
        self
    }

    /// Asserts that the screen does not hold `text`.
    pub fn lacks(&mut self, text: &str) -> &mut Self {
        let screen = self.screen();
        assert!(!screen.contains(text), "`{text}` in\n{screen}");
        self
    }
}

/// The event of a key without others held.
pub fn of(code: KeyCode) -> Event {
    Event::Key(KeyEvent::new(code, KeyModifiers::NONE))
}

/// The key of this name.
pub fn code(name: &str) -> KeyCode {
    match name {
        "up" => KeyCode::Up,
        "down" => KeyCode::Down,
        "left" => KeyCode::Left,
        "right" => KeyCode::Right,
        "enter" => KeyCode::Enter,
        "esc" => KeyCode::Esc,
        "tab" => KeyCode::Tab,
        "backtab" => KeyCode::BackTab,
        "space" => KeyCode::Char(' '),
        "home" => KeyCode::Home,
        "end" => KeyCode::End,
        "pgup" => KeyCode::PageUp,
        "pgdn" => KeyCode::PageDown,
        "backspace" => KeyCode::Backspace,
        "delete" => KeyCode::Delete,
        "f1" => KeyCode::F(1),
        "f2" => KeyCode::F(2),
        _ => KeyCode::Char(name.chars().next().expect("a key has a name")),
    }
}
