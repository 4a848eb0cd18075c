//! What happens to the program at random: keys, pastes, the mouse and sizes.

use crossterm::event::{Event, KeyCode, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use termlens::{Key, Scroll};

use crate::steady::chance::Chance;
use crate::tui::driver::of;

/// What happens to the program.
#[derive(Debug, Clone)]
pub enum Step {
    Press(Key, KeyCode),
    Paste(String),
    /// The left button, at a column and a row.
    Click(u16, u16),
    /// The wheel, at a column and a row.
    Turn(Scroll, u16, u16),
    Resize(u16, u16),
}

/// Keys without a character, by how often they are pressed.
pub const KEYS: [(Key, KeyCode, usize); 14] = [
    (Key::Enter, KeyCode::Enter, 12),
    (Key::Down, KeyCode::Down, 10),
    (Key::Up, KeyCode::Up, 6),
    (Key::Right, KeyCode::Right, 4),
    (Key::Left, KeyCode::Left, 4),
    (Key::Tab, KeyCode::Tab, 6),
    (Key::BackTab, KeyCode::BackTab, 3),
    (Key::Esc, KeyCode::Esc, 2),
    (Key::Home, KeyCode::Home, 2),
    (Key::End, KeyCode::End, 2),
    (Key::PageUp, KeyCode::PageUp, 2),
    (Key::PageDown, KeyCode::PageDown, 2),
    (Key::Backspace, KeyCode::Backspace, 4),
    (Key::Delete, KeyCode::Delete, 1),
];

/// Characters that mean something somewhere, and some that are only text.
const CHARACTERS: [char; 27] = [
    'y', 'y', 'y', 'n', 'n', 'n', 'u', 'w', '1', '2', '3', '4', '5', '6', '7', '8', '9', '0', ' ', 'a', 'b', 'z', '?',
    'g', 'G', 'é', '日',
];

/// What happens next, in a window of this size.
pub fn next_step(chance: &mut Chance, (width, height): (u16, u16)) -> Step {
    match chance.pick(100) {
        0 => Step::Resize(chance.between(2, 140), chance.between(2, 50)),
        1..=2 => Step::Resize(chance.between(60, 120), chance.between(20, 40)),
        3..=4 => Step::Paste((0..=chance.pick(60)).map(|_| chance.of(&['a', ' ', 'ß', '本', '\n', '1'])).collect()),
        5..=7 => Step::Click(chance.between(0, width - 1), chance.between(0, height - 1)),
        8..=9 => {
            let to = chance.of(&[Scroll::Up, Scroll::Down]);
            Step::Turn(to, chance.between(0, width - 1), chance.between(0, height - 1))
        }
        10..=42 => {
            let character = chance.of(&CHARACTERS);
            Step::Press(Key::Char(character), KeyCode::Char(character))
        }
        _ => {
            let often: Vec<usize> =
                KEYS.iter().enumerate().flat_map(|(at, (_, _, often))| std::iter::repeat_n(at, *often)).collect();
            let (key, code, _) = KEYS[chance.of(&often)];
            Step::Press(key, code)
        }
    }
}

impl Step {
    /// The event as the wizard gets it.
    pub fn event(&self) -> Event {
        let mouse = |kind, column, row| Event::Mouse(MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE });
        match *self {
            Self::Press(_, code) => of(code),
            Self::Paste(ref text) => Event::Paste(text.clone()),
            Self::Click(column, row) => mouse(MouseEventKind::Down(MouseButton::Left), column, row),
            Self::Turn(Scroll::Up, column, row) => mouse(MouseEventKind::ScrollUp, column, row),
            Self::Turn(_, column, row) => mouse(MouseEventKind::ScrollDown, column, row),
            Self::Resize(width, height) => Event::Resize(width, height),
        }
    }
}
