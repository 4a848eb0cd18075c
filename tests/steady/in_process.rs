//! Random keys, pastes, clicks and sizes for the wizard in this process, many more than the real program takes in
//! the same time. No event may make it panic; what it draws bit by bit is what it draws whole, in style too; and
//! every answer can be saved and read back.

use std::path::Path;

use crossterm::event::{Event, KeyCode};
use obligato::tui::LoopAction;
use tempfile::TempDir;

use crate::fuzzed::assert_sound;
use crate::oracle::tape::quarters;
use crate::steady::chance::Chance;
use crate::steady::steps::next_step;
use crate::steady::tell;
use crate::tui::driver::{Wizard, of};

/// How many events are tried for each quarter of what is worth looking at.
const EVENTS: u32 = 5_000;

/// After how many events the screen is drawn whole, and the files are read.
const CHECKED_EVERY: u32 = 1_000;

/// After how many events there is a new folder: one that grows for ever says little more, and takes ever longer.
const FOLDER_EVERY: u32 = 20_000;

/// A folder for files that nobody misses: in memory where that can be had.
fn folder() -> TempDir {
    TempDir::new_in("/dev/shm").or_else(|_| TempDir::new()).expect("a folder")
}

/// Which characters are typed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Typed {
    /// Any. The terminal in memory keeps what stood behind the second half of a wide one, which real ones do not;
    /// so what it shows is not compared.
    Any,
    /// Those that take one cell.
    Narrow,
}

impl Typed {
    /// The event with characters of this kind.
    fn of(self, event: Event) -> Event {
        match event {
            Event::Key(key) if self == Self::Narrow && key.code == KeyCode::Char('日') => of(KeyCode::Char('d')),
            Event::Paste(text) if self == Self::Narrow => Event::Paste(text.replace('本', "o")),
            _ => event,
        }
    }
}

/// Walks so many events from one start. Returns how often the wizard was left and opened anew.
fn walk(events: u32, chance: &mut Chance, typed: Typed) -> u32 {
    let (folder, mut size, mut left) = (folder(), (80, 24), 0);
    let open = |(width, height)| Wizard::again(folder.path().to_owned(), width, height, false);
    let mut wizard = open(size);
    for at in 1..=events {
        let event = typed.of(next_step(chance, size).event());
        if let Event::Resize(width, height) = event {
            size = (width, height);
            wizard.resize(width, height);
        } else if wizard.take(&event) == LoopAction::Leave {
            left += 1;
            drop(wizard);
            wizard = open(size);
        }
        if chance.pick(50) == 0 {
            wizard.pause();
        }
        drop(wizard.screen());
        if at % CHECKED_EVERY == 0 {
            check(&mut wizard, folder.path(), typed);
        }
    }
    left
}

/// Compares what was drawn with what is drawn whole, and reads what is saved.
fn check(wizard: &mut Wizard, folder: &Path, typed: Typed) {
    let by_and_by = wizard.shown();
    drop(wizard.redrawn());
    if typed == Typed::Narrow {
        assert_eq!(by_and_by, wizard.shown(), "drawn bit by bit, and drawn whole");
    }
    wizard.app.save_typed();
    assert_sound(folder);
}

#[test]
#[ignore = "for `.ci/steady`, which says for how long and from which seed"]
fn the_wizard_takes_whatever_is_pressed() {
    let events = quarters() * EVENTS;
    let typed = |part: u32| if part.is_multiple_of(2) { Typed::Narrow } else { Typed::Any };
    let walks = (0..events / FOLDER_EVERY).map(|part| walk(FOLDER_EVERY, &mut Chance::of_part(part), typed(part)));
    let left: u32 = walks.sum();
    tell(&format!("in process: {events} events, left and opened {left} times"));
}
