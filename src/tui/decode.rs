//! What the bytes of a terminal mean: keys, pastes, the mouse. A sequence may come in pieces, and a
//! burst may hold thousands: what is begun is kept until the rest comes, and nothing else waits.

use std::collections::VecDeque;
use std::time::Duration;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

/// The bytes of a paste that are kept: more than any field takes.
const MOST_PASTED: usize = 64 << 10;

/// The bytes after which a sequence that does not end is dropped.
const LONGEST: usize = 256;

/// How long the rest of a sequence may take. Escape is known only once nothing has followed it.
const SEQUENCE_PAUSE: Duration = Duration::from_millis(25);

/// How long a paste may pause before what has come of it is shown.
const PASTE_PAUSE: Duration = Duration::from_millis(250);

const ESC: u8 = 0x1b;
const CTRL_C: u8 = 3;

/// What ends a paste.
const PASTE_END: &[u8] = b"\x1b[201~";

/// Turns bytes into events.
#[derive(Debug, Default)]
pub struct Decoder {
    pending: Vec<u8>,
    /// What has come of a paste, until its end comes.
    paste: Option<Vec<u8>>,
}

/// What stands first in some bytes, and how many of them it takes.
#[derive(Debug, PartialEq, Eq)]
enum First {
    /// An event.
    Is(Event, usize),
    /// Nothing of use.
    Nothing(usize),
    /// The beginning of a paste.
    Paste(usize),
    /// It has only begun.
    Begun,
}

impl Decoder {
    /// Adds what `bytes`, which came at once, mean to `events`.
    pub fn take(&mut self, bytes: &[u8], events: &mut VecDeque<Event>) {
        // A paste that lost its end would take every key. A terminal passes no Ctrl-C on within one.
        if self.paste.is_some() && !bytes.is_empty() && bytes.iter().all(|byte| *byte == CTRL_C) {
            self.end_paste(events);
            self.pending.clear();
        }
        self.pending.extend_from_slice(bytes);
        let pending = std::mem::take(&mut self.pending);
        let mut rest = pending.as_slice();
        while let Some(used) = self.take_first(rest, events) {
            rest = rest.get(used..).unwrap_or_default();
        }
        self.pending = rest.to_vec();
    }

    /// How long to wait for the rest of what has begun; nothing has where there is no answer.
    pub fn patience(&self) -> Option<Duration> {
        match &self.paste {
            Some(kept) => (!kept.is_empty()).then_some(PASTE_PAUSE),
            None => (self.pending.first() == Some(&ESC)).then_some(SEQUENCE_PAUSE),
        }
    }

    /// Nothing has come for that long: a paste shows what it has, and a sequence that does not go on is Escape.
    pub fn settle(&mut self, events: &mut VecDeque<Event>) {
        if let Some(kept) = &mut self.paste {
            let whole = whole_letters(kept);
            let rest = kept.split_off(whole);
            push_paste(&std::mem::replace(kept, rest), events);
        } else if self.pending.first() == Some(&ESC) {
            if self.pending.len() == 1 {
                events.push_back(key(KeyCode::Esc));
            }
            self.pending.clear();
        }
    }

    /// Takes what stands first in `bytes`; says how many of them that was, or nothing if it has only begun.
    fn take_first(&mut self, bytes: &[u8], events: &mut VecDeque<Event>) -> Option<usize> {
        if self.paste.is_some() {
            return self.take_pasted(bytes, events);
        }
        match first(bytes) {
            First::Is(event, used) => {
                events.push_back(event);
                Some(used)
            }
            First::Nothing(used) => Some(used),
            First::Paste(used) => {
                self.paste = Some(Vec::new());
                Some(used)
            }
            First::Begun => None,
        }
    }

    fn take_pasted(&mut self, bytes: &[u8], events: &mut VecDeque<Event>) -> Option<usize> {
        let end = bytes.windows(PASTE_END.len()).position(|window| window == PASTE_END);
        // The end may have begun with the last bytes.
        let begun = (1..PASTE_END.len()).rev().find(|&length| bytes.ends_with(&PASTE_END[..length])).unwrap_or(0);
        let length = end.unwrap_or(bytes.len() - begun);
        if let Some(kept) = &mut self.paste {
            let room = MOST_PASTED.saturating_sub(kept.len());
            kept.extend(bytes.iter().take(length.min(room)));
        }
        if end.is_some() {
            self.end_paste(events);
            return Some(length + PASTE_END.len());
        }
        (length > 0).then_some(length)
    }

    fn end_paste(&mut self, events: &mut VecDeque<Event>) {
        push_paste(&self.paste.take().unwrap_or_default(), events);
    }
}

fn push_paste(bytes: &[u8], events: &mut VecDeque<Event>) {
    if !bytes.is_empty() {
        events.push_back(Event::Paste(String::from_utf8_lossy(bytes).into_owned()));
    }
}

/// How many of `bytes` there are without a letter that has only begun.
fn whole_letters(bytes: &[u8]) -> usize {
    match std::str::from_utf8(bytes) {
        Err(error) if error.error_len().is_none() => error.valid_up_to(),
        _ => bytes.len(),
    }
}

fn first(bytes: &[u8]) -> First {
    let Some(&byte) = bytes.first() else { return First::Begun };
    let control = |letter: u8| key_with(KeyCode::Char(char::from(letter)), KeyModifiers::CONTROL);
    let event = match byte {
        ESC => return escape(bytes),
        b'\r' => key(KeyCode::Enter),
        b'\t' => key(KeyCode::Tab),
        0x7f => key(KeyCode::Backspace),
        0 => control(b' '),
        1..=0x1a => control(byte - 1 + b'a'),
        0x1c..=0x1f => control(byte - 0x1c + b'4'),
        _ => return letter(bytes),
    };
    First::Is(event, 1)
}

/// A letter of as many bytes as it takes.
fn letter(bytes: &[u8]) -> First {
    let start = bytes.get(..4).unwrap_or(bytes);
    match start.utf8_chunks().next() {
        Some(chunk) if !chunk.valid().is_empty() => {
            let letter = chunk.valid().chars().next().unwrap_or_default();
            First::Is(key(KeyCode::Char(letter)), letter.len_utf8())
        }
        _ if std::str::from_utf8(start).is_err_and(|error| error.error_len().is_none()) => First::Begun,
        _ => First::Nothing(1),
    }
}

fn escape(bytes: &[u8]) -> First {
    match bytes {
        [_, b'[', b'[', key, ..] => function_key(*key, b'A', 4),
        [_, b'[', b'M', button, column, row, ..] => {
            let place = [*column, *row].map(|at| u16::from(at).saturating_sub(33));
            mouse(u16::from(button.saturating_sub(32)), place, 6)
        }
        [] | [_] | [_, b'O' | b'['] | [_, b'[', b'['] | [_, b'[', b'M', ..] => First::Begun,
        [_, b'[', rest @ ..] => sequence(rest),
        [_, b'O', b'M', ..] => First::Is(key(KeyCode::Enter), 3),
        [_, b'O', end, ..] => named(*end, 1, KeyModifiers::NONE).map_or(First::Nothing(3), |event| First::Is(event, 3)),
        [_, b']' | b'P' | b'X' | b'^' | b'_', rest @ ..] => string(rest),
        [_, ESC, ..] => First::Is(key(KeyCode::Esc), 1),
        [_, rest @ ..] => match first(rest) {
            First::Is(Event::Key(event), used) => {
                First::Is(key_with(event.code, event.modifiers | KeyModifiers::ALT), used + 1)
            }
            First::Is(_, used) | First::Nothing(used) | First::Paste(used) => First::Nothing(used + 1),
            First::Begun => First::Begun,
        },
    }
}

/// What a terminal tells in a string, which nobody asked for: up to the bell or the mark of its end.
fn string(rest: &[u8]) -> First {
    let bell = rest.iter().position(|byte| *byte == 7).map(|at| at + 1);
    let mark = rest.windows(2).position(|pair| pair == [ESC, b'\\']).map(|at| at + 2);
    match [bell, mark].into_iter().flatten().min() {
        Some(end) => First::Nothing(2 + end),
        None if rest.len() > LONGEST => First::Nothing(2 + rest.len()),
        None => First::Begun,
    }
}

/// A sequence: numbers, and the letter at its end. `rest` is what stands behind `ESC [`.
fn sequence(rest: &[u8]) -> First {
    let Some(at) = rest.iter().position(|byte| !matches!(byte, 0x20..=0x3f)) else {
        return if rest.len() > LONGEST { First::Nothing(2 + rest.len()) } else { First::Begun };
    };
    let (numbers, end) = (rest.get(..at).unwrap_or_default(), rest.get(at).copied().unwrap_or_default());
    if !matches!(end, 0x40..=0x7e) {
        return First::Nothing(2 + at);
    }
    let used = 3 + at;
    if end == b'~' && numbers == b"200" {
        return First::Paste(used);
    }
    if let Some(numbers) = numbers.strip_prefix(b"<") {
        let [button, column, row] = parameters(numbers);
        let place = [column, row].map(|at| at.saturating_sub(1));
        return if end == b'M' { mouse(button, place, used) } else { First::Nothing(used) };
    }
    let [number, held, last] = parameters(numbers);
    let event = match end {
        b'M' => return mouse(number.saturating_sub(32), [held, last].map(|at| at.saturating_sub(1)), used),
        b'u' => coded(number, modifiers(held)),
        b'~' => numbered(number, modifiers(held)),
        _ => named(end, number, modifiers(held)),
    };
    event.map_or(First::Nothing(used), |event| First::Is(event, used))
}

/// The first three numbers; what is not given is nought. What stands behind a colon only says more of a number.
fn parameters(bytes: &[u8]) -> [u16; 3] {
    let mut numbers = bytes.split(|byte| *byte == b';').map(|part| {
        let digits = part.split(|byte| *byte == b':').next().unwrap_or_default();
        std::str::from_utf8(digits).ok().and_then(|text| text.parse().ok()).unwrap_or(0)
    });
    std::array::from_fn(|_| numbers.next().unwrap_or(0))
}

/// The keys held down, as terminals number them.
fn modifiers(number: u16) -> KeyModifiers {
    let held = number.saturating_sub(1);
    let all = [
        (1, KeyModifiers::SHIFT),
        (2, KeyModifiers::ALT),
        (4, KeyModifiers::CONTROL),
        (8, KeyModifiers::SUPER),
        (32, KeyModifiers::META),
    ];
    all.into_iter().filter(|(bit, _)| held & bit != 0).fold(KeyModifiers::NONE, |sum, (_, one)| sum | one)
}

/// A key that has a letter of its own.
fn named(letter: u8, number: u16, modifiers: KeyModifiers) -> Option<Event> {
    let code = match letter {
        b'A' => KeyCode::Up,
        b'B' => KeyCode::Down,
        b'C' => KeyCode::Right,
        b'D' => KeyCode::Left,
        b'H' => KeyCode::Home,
        b'F' => KeyCode::End,
        b'Z' => KeyCode::BackTab,
        // `R` tells where the cursor stands too, with a row before it.
        b'P'..=b'S' if number <= 1 => KeyCode::F(letter - b'P' + 1),
        _ => return None,
    };
    Some(key_with(code, modifiers))
}

/// A key that has a number.
fn numbered(number: u16, modifiers: KeyModifiers) -> Option<Event> {
    let code = match number {
        1 | 7 => KeyCode::Home,
        2 => KeyCode::Insert,
        3 => KeyCode::Delete,
        4 | 8 => KeyCode::End,
        5 => KeyCode::PageUp,
        6 => KeyCode::PageDown,
        11..=15 => function(number - 10)?,
        17..=21 => function(number - 11)?,
        23 | 24 => function(number - 12)?,
        _ => return None,
    };
    Some(key_with(code, modifiers))
}

/// A key by the number of its letter.
fn coded(number: u16, modifiers: KeyModifiers) -> Option<Event> {
    let code = match number {
        9 => KeyCode::Tab,
        13 => KeyCode::Enter,
        27 => KeyCode::Esc,
        127 => KeyCode::Backspace,
        _ => KeyCode::Char(char::from_u32(number.into()).filter(|letter| !letter.is_control())?),
    };
    Some(key_with(code, modifiers))
}

fn function(number: u16) -> Option<KeyCode> {
    u8::try_from(number).ok().map(KeyCode::F)
}

fn function_key(letter: u8, from: u8, used: usize) -> First {
    match letter.checked_sub(from).filter(|at| *at < 5) {
        Some(at) => First::Is(key(KeyCode::F(at + 1)), used),
        None => First::Nothing(used),
    }
}

/// A press of the left button, or a turn of the wheel; nothing else is of use.
fn mouse(button: u16, [column, row]: [u16; 2], used: usize) -> First {
    // Which keys are held with it is not asked.
    let kind = match button & !0b1_1100 {
        0 => MouseEventKind::Down(MouseButton::Left),
        64 => MouseEventKind::ScrollUp,
        65 => MouseEventKind::ScrollDown,
        _ => return First::Nothing(used),
    };
    First::Is(Event::Mouse(MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE }), used)
}

fn key(code: KeyCode) -> Event {
    key_with(code, KeyModifiers::NONE)
}

fn key_with(code: KeyCode, modifiers: KeyModifiers) -> Event {
    Event::Key(KeyEvent::new(code, modifiers))
}

#[cfg(test)]
mod tests {
    use std::collections::VecDeque;
    use std::fmt::Write as _;

    use crossterm::event::{Event, KeyEvent, MouseEventKind};

    use crate::tui::decode::{Decoder, MOST_PASTED};

    /// What `pieces` mean that come one after the other, without a pause between.
    fn told(pieces: &[&[u8]], settles: bool) -> String {
        let (mut decoder, mut events) = (Decoder::default(), VecDeque::new());
        for piece in pieces {
            decoder.take(piece, &mut events);
        }
        if settles {
            decoder.settle(&mut events);
        }
        events.iter().map(name).collect::<Vec<String>>().join(" ")
    }

    fn name(event: &Event) -> String {
        match event {
            Event::Key(KeyEvent { code, modifiers, .. }) if modifiers.is_empty() => code.to_string(),
            Event::Key(KeyEvent { code, modifiers, .. }) => format!("{modifiers}+{code}"),
            Event::Paste(text) => format!("<{}>", text.escape_debug()),
            Event::Mouse(mouse) => {
                let mut text = match mouse.kind {
                    MouseEventKind::ScrollUp => "wheel-up".to_owned(),
                    MouseEventKind::ScrollDown => "wheel-down".to_owned(),
                    kind => format!("{kind:?}"),
                };
                let _ = write!(text, "@{},{}", mouse.column, mouse.row);
                text
            }
            other => format!("{other:?}"),
        }
    }

    /// Checks the meaning of `bytes`, whole, cut at every place, and byte by byte.
    fn check(bytes: &[u8], means: &str) {
        assert_eq!(told(&[bytes], true), means, "{:?}", bytes.escape_ascii().to_string());
        for at in 1..bytes.len() {
            let (a, b) = bytes.split_at(at);
            assert_eq!(told(&[a, b], true), means, "{:?}, cut at {at}", bytes.escape_ascii().to_string());
        }
        let single: Vec<&[u8]> = bytes.chunks(1).collect();
        assert_eq!(told(&single, true), means, "{:?}, byte by byte", bytes.escape_ascii().to_string());
    }

    #[test]
    fn keys_mean_the_same_in_any_pieces() {
        check(b"aZ~ ", "a Z ~ Space");
        check("é日😀".as_bytes(), "é 日 😀");
        check(b"\r\t\x7f\x03\x1a\x00", "Enter Tab Backspace Control+c Control+z Control+Space");
        check(b"\x1b[A\x1b[B\x1b[C\x1b[D\x1b[H\x1b[F\x1b[Z", "Up Down Right Left Home End Back Tab");
        check(b"\x1bOA\x1bOB\x1bOP\x1bOQ\x1bOH", "Up Down F1 F2 Home");
        check(
            b"\x1b[1~\x1b[3~\x1b[4~\x1b[5~\x1b[6~\x1b[11~\x1b[12~\x1b[24~",
            "Home Del End Page Up Page Down F1 F2 F12",
        );
        check(b"\x1b[[A\x1b[[B", "F1 F2");
        check(b"\x1b[1;5A\x1b[3;2~\x1b[1;2P", "Control+Up Shift+Del Shift+F1");
        check(b"\x1b[99;5u\x1b[13u\x1b[27u", "Control+c Enter Esc");
        check(b"\x1bx\x1b\x7f", "Alt+x Alt+Backspace");
    }

    #[test]
    fn escape_is_a_key_where_nothing_follows() {
        check(b"\x1b", "Esc");
        check(b"a\x1b", "a Esc");
        assert_eq!(told(&[b"\x1b\x1b"], true), "Esc Esc");
        assert_eq!(told(&[b"\x1b"], false), "");
        assert_eq!(told(&[b"\x1b["], true), "");
    }

    #[test]
    fn what_nobody_asked_for_is_passed_over() {
        check(b"a\x1b[12;40R\x1b[?62;22cb", "a b");
        check(b"a\x1b]11;rgb:00/00/00\x07b\x1bP1$r0m\x1b\\c", "a b c");
        check(b"a\x1b[201~b\x1b[I\x1b[Oc", "a b c");
        check(b"\xff\xfe\xc3a\x80", "a");
        check(b"\x1b[12\x03", "Control+c");
    }

    #[test]
    fn the_mouse_clicks_and_turns() {
        check(
            b"\x1b[<0;5;7M\x1b[<0;5;7m\x1b[<64;1;1M\x1b[<65;1;1M\x1b[<35;9;9M",
            "Down(Left)@4,6 wheel-up@0,0 wheel-down@0,0",
        );
        check(b"\x1b[M %'x", "Down(Left)@4,6 x");
        check(b"\x1b[32;5;7M", "Down(Left)@4,6");
    }

    #[test]
    fn a_paste_is_text_whatever_is_in_it() {
        check(b"\x1b[200~one\rtwo \x1b[A \x1b[20x\x1b[201~b", "<one\\rtwo \\u{1b}[A \\u{1b}[20x> b");
        check("\x1b[200~日本\x1b[201~".as_bytes(), "<日本>");
        check(b"\x1b[200~\x1b[201~a", "a");
    }

    #[test]
    fn a_paste_without_an_end_shows_what_has_come_and_lets_ctrl_c_through() {
        assert_eq!(told(&[b"\x1b[200~abc", b"\x03"], false), "<abc> Control+c");
        let (mut decoder, mut events) = (Decoder::default(), VecDeque::new());
        decoder.take("\x1b[200~日".as_bytes(), &mut events);
        decoder.take(&"本".as_bytes()[..2], &mut events);
        decoder.settle(&mut events);
        assert_eq!(events.iter().map(name).collect::<String>(), "<日>");
        decoder.take(&"本".as_bytes()[2..], &mut events);
        decoder.take(b"\x1b[201~x", &mut events);
        assert_eq!(events.iter().map(name).collect::<Vec<_>>().join(" "), "<日> <本> x");
    }

    #[test]
    fn a_paste_of_any_length_is_bounded() {
        let (mut decoder, mut events) = (Decoder::default(), VecDeque::new());
        decoder.take(b"\x1b[200~", &mut events);
        for _ in 0..1_000 {
            decoder.take(&[b'x'; 4_096], &mut events);
        }
        decoder.take(b"\x1b[201~", &mut events);
        assert!(matches!(events.pop_front(), Some(Event::Paste(text)) if text.len() == MOST_PASTED));
        assert!(decoder.pending.is_empty() && events.is_empty());
    }
}
