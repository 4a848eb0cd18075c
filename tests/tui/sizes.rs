//! Any size, any key, at any time.

use std::collections::BTreeSet;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop, prop_oneof, proptest};

use crate::oracle::tape::{quarters, share};
use crate::tui::driver::{RECORD, SHOP, Wizard, of};

/// The ways to every screen from the results of the shop.
pub const WAYS: &[&[&str]] = &[
    &[],
    &["enter"],
    &["enter", "end", "enter"],
    &["right", "right", "right", "enter"],
    &["tab", "left", "enter"],
    &["tab", "left", "enter", "down", "down", "down", "down", "down", "enter", "n"],
    &["tab", "left", "enter", "end", "w"],
    &[
        "tab",
        "left",
        "enter",
        "end",
        "w",
        "tab",
        "paste:a long note of some length, which takes more rows than one has",
    ],
    &["tab", "left", "enter", "end", "w", "backtab", "type:x", "esc", "enter", "end"],
    &["tab", "left", "left", "enter"],
    &["tab", "left", "left", "enter", "esc", "esc", "esc"],
    &["tab", "right", "enter"],
    &["tab", "right", "enter", "enter"],
    &["tab", "home", "enter"],
    &["tab", "end", "enter"],
    &["tab", "end", "enter", "pgdn", "pgdn", "pgdn", "space"],
    &["tab", "end", "enter", "end", "up", "tab"],
    &["?"],
    &["g"],
    &["tab"],
];

/// The smallest size at which anything is shown.
const LEAST_WIDTH: u16 = 40;
const LEAST_HEIGHT: u16 = 12;

#[test]
fn every_screen_at_every_size() {
    let mut wizard = Wizard::new("sizes", 80, 24);
    wizard.press(&["enter"]).press(RECORD).press(SHOP);
    drop(wizard.screen());
    let folder = wizard.folder.clone();
    drop(wizard);
    for (at, way) in WAYS.iter().enumerate() {
        let mut wizard = Wizard::again(folder.clone(), 80, 24, at % 2 == 1);
        wizard.press(&["enter"]).press(way);
        for (width, height) in sizes() {
            wizard.resize(width, height);
            check(&mut wizard, width, height);
        }
    }
}

/// Sizes of terminals: those around which a layout changes, and some between; all of the small ones too
/// where nothing is to be left out.
fn sizes() -> Vec<(u16, u16)> {
    let around = |at: u16| at - 1..=at + 1;
    let mut widths: Vec<u16> = vec![1, 2, 3, 5, 8, 13, 21, 30, 38, 44, 50, 70, 90, 110, 130, 165, 200];
    widths.extend([LEAST_WIDTH, 60, 80, 100].into_iter().flat_map(around));
    let mut heights: Vec<u16> = vec![1, 2, 3, 5, 7, 9, 14, 16, 20, 24, 30, 40, 60];
    heights.extend([LEAST_HEIGHT, 18].into_iter().flat_map(around));
    if quarters() >= 4 {
        widths.extend((1..=44).chain((45..=200).step_by(11)));
        heights.extend((1..=20).chain((21..=60).step_by(9)));
    }
    let [widths, heights] = [widths, heights].map(BTreeSet::from_iter);
    widths.iter().flat_map(|width| heights.iter().map(|height| (*width, *height))).collect()
}

/// Nothing stands in the right margin, and the cursor stands on the screen.
pub fn check(wizard: &mut Wizard, width: u16, height: u16) {
    let screen = wizard.screen();
    let (x, y) = wizard.cursor();
    assert!(x < width && y < height, "{x},{y} at {width}x{height}\n{screen}");
    if width < LEAST_WIDTH || height < LEAST_HEIGHT {
        return;
    }
    assert!(wizard.right_margin_is_free(), "{width}x{height}\n{screen}");
}

fn events() -> impl Strategy<Value = Event> {
    let codes = vec![
        KeyCode::Up,
        KeyCode::Down,
        KeyCode::Left,
        KeyCode::Right,
        KeyCode::Enter,
        KeyCode::Esc,
        KeyCode::Tab,
        KeyCode::BackTab,
        KeyCode::Home,
        KeyCode::End,
        KeyCode::PageDown,
        KeyCode::PageUp,
        KeyCode::Backspace,
        KeyCode::Delete,
        KeyCode::F(1),
        KeyCode::F(2),
        KeyCode::F(12),
        KeyCode::Char(' '),
        KeyCode::Char('1'),
        KeyCode::Char('3'),
        KeyCode::Char('y'),
        KeyCode::Char('n'),
        KeyCode::Char('?'),
        KeyCode::Char('g'),
        KeyCode::Char('w'),
        KeyCode::Char('日'),
    ];
    prop_oneof![
        20 => prop::sample::select(codes).prop_map(of),
        2 => any::<char>().prop_map(|it| of(KeyCode::Char(it))),
        1 => "\\PC{0,20}\n.{0,20}".prop_map(Event::Paste),
        2 => (1..120_u16, 1..50_u16).prop_map(|(width, height)| Event::Resize(width, height)),
        1 => Just(Event::Key(KeyEvent {
            kind: KeyEventKind::Release,
            ..KeyEvent::new(KeyCode::Enter, KeyModifiers::NONE)
        })),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: share(48), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_event_at_any_time(events in prop::collection::vec(events(), 1..80)) {
        let mut wizard = Wizard::new("monkey", 80, 24);
        let (mut width, mut height) = (80, 24);
        for event in events {
            if let Event::Resize(new_width, new_height) = event {
                (width, height) = (new_width, new_height);
                wizard.resize(width, height);
            }
            let _ = wizard.take(&event);
            check(&mut wizard, width, height);
        }
    }

    /// Whatever is done where an answer's origin is said: the answers stay, and the file holds what is
    /// said, as plain text.
    #[test]
    fn any_event_where_an_origin_is_said(events in prop::collection::vec(events(), 1..60)) {
        let mut wizard = Wizard::new("monkey-origin", 80, 24);
        wizard.press(&["enter"]).press(RECORD).press(&["y", "tab", "right", "enter", "end", "w"]);
        wizard.holds("Where an answer comes from");
        let before = wizard.answers();
        // What leads away from there.
        let leads_away = |it: &Event| match it {
            Event::Key(key) => matches!(key.code, KeyCode::Esc | KeyCode::Enter | KeyCode::F(_) | KeyCode::Char('?' | 'g' | 'G')),
            _ => false,
        };
        let (mut width, mut height) = (80, 24);
        for event in events.iter().filter(|it| !leads_away(it)) {
            if let Event::Resize(new_width, new_height) = *event {
                (width, height) = (new_width, new_height);
                wizard.resize(width, height);
            }
            let _ = wizard.take(event);
            check(&mut wizard, width, height);
        }
        let after = wizard.answers();
        for (id, entry) in &after.answers {
            proptest::prop_assert_eq!(&entry.answer, &before.answers[id].answer);
            proptest::prop_assert_eq!(&entry.at, &before.answers[id].at);
            for text in [&entry.origin.by, &entry.origin.evidence, &entry.origin.note].into_iter().flatten() {
                proptest::prop_assert!(text.chars().all(obligato::text::is_plain) && !text.trim().is_empty());
            }
        }
        proptest::prop_assert_eq!(after.answers.len(), before.answers.len());
    }
}
