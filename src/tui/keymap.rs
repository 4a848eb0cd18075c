//! What keys mean and how they are called. Letters and digits are [`Message::Char`], which each screen
//! takes in its own way. Screens name the presses that do something on them; the key help is made from
//! that, so that it cannot drift.

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use crate::words::{Label, Words};

/// What the user does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message {
    /// One item up.
    Up,
    /// One item down.
    Down,
    /// Several items up.
    PageUp,
    /// Several items down.
    PageDown,
    /// To the first item.
    First,
    /// To the last item.
    Last,
    /// To the left.
    Left,
    /// To the right.
    Right,
    /// To the next pane.
    Next,
    /// To the pane before.
    Previous,
    /// Takes what is focused or ticked.
    Enter,
    /// Ticks.
    Space,
    /// One step back.
    Back,
    /// Help for this screen.
    Help,
    /// The words used.
    Words,
    /// Leaves the program.
    Leave,
    /// Stops the program until the shell goes on with it.
    Suspend,
    /// Takes away the letter before the cursor.
    Erase,
    /// Takes away the letter behind the cursor.
    Delete,
    /// A letter.
    Char(char),
    /// Pasted text.
    Paste(String),
    /// A click on the item with this number.
    Click(usize),
}

/// Keys that belong together, as the key help shows them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Press {
    /// Up and down.
    Move,
    /// Left and right.
    Turn,
    /// Page up and page down.
    Page,
    /// Home and end.
    Ends,
    /// Tab and back.
    Tab,
    /// Enter.
    Enter,
    /// Space.
    Space,
    /// Escape.
    Esc,
    /// Help.
    Help,
    /// Help where `?` is text.
    HelpInText,
    /// The words used.
    Words,
    /// The words used, where `g` is text.
    WordsInText,
    /// Backspace and delete.
    Erase,
    /// The digits and letters of this many rows.
    Pick(usize),
    /// Yes or no.
    YesNo,
    /// A letter that a screen takes as [`Message::Char`].
    Letter(char),
    /// Leave.
    Leave,
}

/// A press and what it does on some screen.
#[derive(Debug, Clone, Copy)]
pub struct Hint(pub Press, pub Label);

impl Hint {
    /// Those of a page whose rows are chosen, and from which Escape does `esc`.
    pub fn of_choosing(esc: Label) -> Vec<Self> {
        vec![
            Self(Press::Move, |words| words.tui.does.r#move),
            Self(Press::Enter, |words| words.tui.does.choose),
            Self(Press::Esc, esc),
            Self(Press::Help, |words| words.tui.does.help),
        ]
    }
}

struct Binding {
    press: Press,
    label: Label,
    keys: &'static [(KeyCode, Message)],
}

const BINDINGS: &[Binding] = &[
    Binding {
        press: Press::Move,
        label: |words| words.tui.key.r#move,
        keys: &[(KeyCode::Up, Message::Up), (KeyCode::Down, Message::Down)],
    },
    Binding {
        press: Press::Turn,
        label: |words| words.tui.key.turn,
        keys: &[(KeyCode::Left, Message::Left), (KeyCode::Right, Message::Right)],
    },
    Binding {
        press: Press::Page,
        label: |words| words.tui.key.page,
        keys: &[(KeyCode::PageUp, Message::PageUp), (KeyCode::PageDown, Message::PageDown)],
    },
    Binding {
        press: Press::Ends,
        label: |words| words.tui.key.ends,
        keys: &[(KeyCode::Home, Message::First), (KeyCode::End, Message::Last)],
    },
    Binding {
        press: Press::Tab,
        label: |words| words.tui.key.tab,
        keys: &[(KeyCode::Tab, Message::Next), (KeyCode::BackTab, Message::Previous)],
    },
    Binding { press: Press::Enter, label: |words| words.tui.key.enter, keys: &[(KeyCode::Enter, Message::Enter)] },
    Binding { press: Press::Space, label: |words| words.tui.key.space, keys: &[(KeyCode::Char(' '), Message::Space)] },
    Binding { press: Press::Esc, label: |words| words.tui.key.esc, keys: &[(KeyCode::Esc, Message::Back)] },
    Binding { press: Press::Help, label: |words| words.tui.key.help, keys: &[(KeyCode::F(1), Message::Help)] },
    Binding { press: Press::HelpInText, label: |words| words.tui.key.f1, keys: &[] },
    Binding { press: Press::Words, label: |words| words.tui.key.words, keys: &[(KeyCode::F(2), Message::Words)] },
    Binding { press: Press::WordsInText, label: |words| words.tui.key.f2, keys: &[] },
    Binding {
        press: Press::Erase,
        label: |words| words.tui.key.erase,
        keys: &[(KeyCode::Backspace, Message::Erase), (KeyCode::Delete, Message::Delete)],
    },
    Binding { press: Press::YesNo, label: |words| words.tui.key.yes_no, keys: &[] },
    Binding { press: Press::Leave, label: |words| words.tui.key.leave, keys: &[] },
];

/// What `key` means. While typing, `?` and `g` are letters.
pub fn message(key: &KeyEvent, typing: bool) -> Option<Message> {
    if !matches!(key.kind, KeyEventKind::Press | KeyEventKind::Repeat) {
        return None;
    }
    if key.modifiers.contains(KeyModifiers::CONTROL) {
        return match key.code {
            // Ctrl-\, which most terminals send as Ctrl-4 is sent, ends other programs too.
            KeyCode::Char('c' | 'C' | '\\' | '4') => Some(Message::Leave),
            KeyCode::Char('z' | 'Z') => Some(Message::Suspend),
            _ => None,
        };
    }
    if key.modifiers.intersects(KeyModifiers::ALT | KeyModifiers::SUPER | KeyModifiers::META) {
        return None;
    }
    let bound = BINDINGS.iter().flat_map(|it| it.keys).find(|it| it.0 == key.code);
    match (bound, key.code) {
        (Some((_, message)), _) => Some(message.clone()),
        (None, KeyCode::Char('?')) if !typing => Some(Message::Help),
        (None, KeyCode::Char('g' | 'G')) if !typing => Some(Message::Words),
        (None, KeyCode::Char(it)) => Some(Message::Char(it)),
        _ => None,
    }
}

/// The keys that pick a row. `g` opens the words.
const PICKS: &str = "123456789abcdefhijklmnopqrstuvwxyz";

/// The key that picks row `at`; nothing where the rows are more than the keys.
pub fn pick(at: usize) -> Option<char> {
    PICKS.chars().nth(at)
}

/// The row that `key` picks.
pub fn picked(key: char) -> Option<usize> {
    PICKS.chars().position(|pick| pick == key.to_ascii_lowercase())
}

/// What the keys of `press` are called.
pub fn label(press: Press, words: &Words) -> &'static str {
    BINDINGS.iter().find(|binding| binding.press == press).map_or("", |binding| (binding.label)(words))
}
