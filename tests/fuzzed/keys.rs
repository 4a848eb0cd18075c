use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use obligato::tui::LoopAction;
use tempfile::TempDir;

use crate::fuzzed::{assert_plain, assert_sound};
use crate::tui::driver::{Wizard, of};

/// The keys that are no characters, from byte `0x80` on.
const KEYS: [KeyCode; 14] = [
    KeyCode::Up,
    KeyCode::Down,
    KeyCode::Left,
    KeyCode::Right,
    KeyCode::Home,
    KeyCode::End,
    KeyCode::PageUp,
    KeyCode::PageDown,
    KeyCode::Insert,
    KeyCode::Delete,
    KeyCode::BackTab,
    KeyCode::F(1),
    KeyCode::F(2),
    KeyCode::Null,
];

/// Keys, pastes and sizes lead to a screen of plain text, and what is saved is sound.
pub fn check(mut data: &[u8]) {
    let folder = TempDir::new().expect("a folder");
    let mut wizard = Wizard::again(folder.path().to_owned(), 80, 24, false);
    while let Some(action) = act(&mut wizard, &mut data) {
        assert_plain(&wizard.screen());
        if action == LoopAction::Leave {
            break;
        }
    }
    wizard.app.save_all();
    assert_sound(folder.path());
}

/// Does what the next bytes stand for; `None` at their end. Up to `0x7f` they are what a terminal sends.
fn act(wizard: &mut Wizard, data: &mut &[u8]) -> Option<LoopAction> {
    let byte = next(data)?;
    let key = match byte {
        b'\n' | b'\r' => KeyCode::Enter,
        b'\t' => KeyCode::Tab,
        0x1b => KeyCode::Esc,
        0x7f => KeyCode::Backspace,
        b' '..=b'~' => KeyCode::Char(char::from(byte)),
        0xf0 => return Some(wizard.take(&Event::Paste(pasted(data)))),
        0xf1 => {
            wizard.resize(next(data)?.into(), next(data)?.into());
            return Some(LoopAction::Nothing);
        }
        0xf2 => {
            wizard.pause();
            return Some(LoopAction::Nothing);
        }
        0xf3 => {
            let number = u32::from_be_bytes([0, next(data)?, next(data)?, next(data)?]);
            KeyCode::Char(char::from_u32(number)?)
        }
        0xf4 | 0xf5 => {
            let modifier = if byte == 0xf4 { KeyModifiers::CONTROL } else { KeyModifiers::ALT };
            let key = KeyCode::Char(char::from(next(data)?));
            return Some(wizard.take(&Event::Key(KeyEvent::new(key, modifier))));
        }
        _ => *KEYS.get(usize::from(byte).checked_sub(0x80)?)?,
    };
    Some(wizard.take(&of(key)))
}

fn next(data: &mut &[u8]) -> Option<u8> {
    let (&first, rest) = data.split_first()?;
    *data = rest;
    Some(first)
}

/// The text of a paste, whose length comes first.
fn pasted(data: &mut &[u8]) -> String {
    let length = usize::from(next(data).unwrap_or_default()).min(data.len());
    let (text, rest) = data.split_at(length);
    *data = rest;
    String::from_utf8_lossy(text).into_owned()
}
