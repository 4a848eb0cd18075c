//! Random keys, pastes, clicks and sizes for the real program in a pseudo-terminal. The same events go to the wizard
//! in this process, so after each of them the terminal must show exactly what the wizard draws whole: a key
//! that is lost, doubled or late, a cell that was not drawn, and a program that hangs are all seen at once.
//! From time to time the files of both are compared, and the memory of the program is read.
//!
//! What an event does may depend on the size it comes at, and a terminal tells sizes and keys by two ways that
//! keep no order. So the next event waits until the program has read the last one, has drawn, and sleeps, even
//! where that shows nothing new: a screen alone would not tell a key that is still to be taken from one that is done.

#![expect(clippy::panic, reason = "a test that fails says why")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crossterm::event::KeyCode;
use obligato::tui::LoopAction;
use termlens::{Key, Screen, Terminal};
use unicode_width::UnicodeWidthChar as _;

use crate::oracle::tape::quarters;
use crate::steady::chance::{Chance, seed};
use crate::steady::steps::{Step, next_step};
use crate::steady::tell;
use crate::tui::driver::Wizard;

/// How many events are tried for each quarter of what is worth looking at.
const EVENTS: u32 = 500;

/// After how many events files and memory are looked at.
const CHECKED_EVERY: u32 = 1_000;

/// What the last line says where Esc ends the program.
const LEAVES: &str = "Esc leave";

/// How many steps before a difference are told.
const TOLD: usize = 40;

/// How long the program may take to show what an event did.
const PATIENCE: Duration = Duration::from_secs(5);

/// How often, and after how long each time, it is looked at whether the program has taken a step: five seconds in all,
/// or more. The clock does not tell: a machine that stood still for a while says nothing of the program.
const MOST_LOOKS: u32 = 25_000;
const BETWEEN_LOOKS: Duration = Duration::from_micros(200);

/// How much more memory than after the first thousand events is a leak, in KiB. Walks of 20,000 to 200,000 events
/// were seen to grow by up to 12 MiB once, and not again.
const MORE_MEMORY: u64 = 16 * 1_024;

/// How many more open files than after the first thousand events are a leak: an assessment that is open holds some.
const MORE_FILES: usize = 4;

/// The program in a pseudo-terminal, and the wizard in this process that takes the same steps.
struct Pair {
    real: Terminal,
    wizard: Wizard,
    size: (u16, u16),
    home: PathBuf,
    /// What was done to both, for what is told of a difference.
    done: Vec<Step>,
}

/// What the program holds: memory in KiB, and open files.
#[derive(Debug, Clone, Copy)]
struct Held {
    memory: u64,
    files: usize,
}

impl Held {
    /// Whether this is hardly more than what was held at first.
    fn is_flat_since(self, first: Self) -> bool {
        self.memory < first.memory + MORE_MEMORY && self.files <= first.files + MORE_FILES
    }
}

/// The folder of answer files as both programs name it, each from where it runs.
fn folder(name: &str) -> PathBuf {
    Path::new("target").join("steady").join(name)
}

/// The folder in which the program runs.
fn home(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("steady").join(name)
}

/// Removes the files of both.
fn clear(name: &str) {
    for folder in [home(name), folder(name)] {
        let _ = fs::remove_dir_all(folder);
    }
}

impl Pair {
    /// Both over empty folders called `name`.
    fn new(name: &str) -> Self {
        clear(name);
        let home = home(name);
        fs::create_dir_all(home.join(folder(name))).expect("a folder");
        fs::create_dir_all(folder(name)).expect("a folder");
        let size = (80, 24);
        Self {
            real: Self::real(&home, name, size),
            wizard: Wizard::again(folder(name), size.0, size.1, false),
            size,
            home,
            done: Vec::new(),
        }
    }

    fn real(home: &Path, name: &str, size: (u16, u16)) -> Terminal {
        let builder = Terminal::builder()
            .size(size.0, size.1)
            .env_clear()
            .env("TERM", "xterm-256color")
            .env("LC_ALL", "C.UTF-8")
            .env("OBLIGATO_NOW", "2026-11-24T10:00:00Z")
            .current_dir(home)
            .timeout(PATIENCE);
        let folder = folder(name).display().to_string();
        builder.args(["--mouse", "--dir", &folder]).spawn(env!("CARGO_BIN_EXE_obligato")).expect("the program starts")
    }

    /// Does `step` to both, and waits until both show the same. Says whether they go on.
    fn step(&mut self, step: &Step) -> bool {
        // Nobody is told of a size that is no other.
        if matches!(step, Step::Resize(width, height) if (*width, *height) == self.size) {
            return true;
        }
        self.done.push(step.clone());
        let (read, written) = (self.read(), self.written());
        self.give(step);
        if self.take(step) == LoopAction::Leave {
            return false;
        }
        let (is_read, mut looks) = (!matches!(step, Step::Resize(..)), 0);
        while self.written() == written || !self.is_waiting() || (is_read && self.read() == read) {
            looks += 1;
            assert!(looks < MOST_LOOKS, "the program does nothing after {step:?}");
            std::thread::sleep(BETWEEN_LOOKS);
        }
        self.same();
        true
    }

    /// Does `step` to the program.
    fn give(&mut self, step: &Step) {
        let given = match step {
            Step::Press(key, _) => self.real.send(*key),
            Step::Paste(text) => self.real.paste(text),
            Step::Click(column, row) => self.real.click(*column, *row),
            Step::Turn(to, column, row) => self.real.scroll(*column, *row, *to),
            Step::Resize(width, height) => self.real.resize(*width, *height),
        };
        given.expect("the program takes what comes");
    }

    /// Does `step` to the wizard.
    fn take(&mut self, step: &Step) -> LoopAction {
        if let Step::Resize(width, height) = *step {
            self.size = (width, height);
            self.wizard.resize(width, height);
            return LoopAction::Nothing;
        }
        self.wizard.take(&step.event())
    }

    /// Waits until both show the same. What is typed is saved after a moment without keys, which may be
    /// over for the program alone.
    fn same(&mut self) {
        for patience in [PATIENCE / 10, PATIENCE] {
            if self.is_same_within(patience) {
                return;
            }
            self.wizard.pause();
        }
        let shown = self.real.screen();
        let last = &self.done[self.done.len().saturating_sub(TOLD)..];
        panic!("after {last:?} the program shows\n{shown}\nand not\n{}", self.wizard.redrawn());
    }

    /// Whether both show the same before this much time is over.
    fn is_same_within(&mut self, patience: Duration) -> bool {
        let wanted = self.wizard.redrawn();
        let is_shown = |screen: &Screen| same_text(&screen.text(), &wanted);
        self.real.wait_until_for(is_shown, patience).is_ok()
    }

    /// Compares the answer files of both. What is being typed is saved first.
    fn same_files(&mut self) {
        self.wizard.app.save_typed();
        let here = answer_files(&self.wizard.folder);
        let began = Instant::now();
        let there = self.home.join(&self.wizard.folder);
        while answer_files(&there) != here {
            assert!(began.elapsed() < PATIENCE, "the files differ: {:?} {here:?}", answer_files(&there));
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Leaves both, if they are not left, and opens both anew.
    fn again(&mut self, name: &str) {
        let status = self.real.wait_exit_for(PATIENCE).expect("the program ends");
        assert_eq!(status.code(), Some(0), "{status:?}");
        self.same_files();
        self.real = Self::real(&self.home, name, self.size);
        self.wizard = Wizard::again(folder(name), self.size.0, self.size.1, false);
        self.same();
    }

    /// What the program holds.
    fn held(&self) -> Held {
        let pid = self.real.pid().expect("a process");
        Held {
            memory: self.told_by_the_system("status", "VmRSS:"),
            files: fs::read_dir(format!("/proc/{pid}/fd")).map_or(0, Iterator::count),
        }
    }

    /// How many bytes the program has read in all.
    fn read(&self) -> u64 {
        self.told_by_the_system("io", "rchar:")
    }

    /// How many bytes the program has written in all: more with each time it draws, if only the cursor.
    fn written(&self) -> u64 {
        self.told_by_the_system("io", "wchar:")
    }

    /// Whether the program waits for something to come: it has written all of what it draws.
    fn is_waiting(&self) -> bool {
        self.file_of_the_system("status").lines().any(|line| line.starts_with("State:\tS"))
    }

    /// The number that the system tells of the program in this file, at this line.
    fn told_by_the_system(&self, file: &str, name: &str) -> u64 {
        let text = self.file_of_the_system(file);
        let line = text.lines().find_map(|line| line.strip_prefix(name));
        line.and_then(|line| line.trim().trim_end_matches("kB").trim().parse().ok()).unwrap_or_default()
    }

    /// What the system tells of the program in this file.
    fn file_of_the_system(&self, file: &str) -> String {
        let pid = self.real.pid().expect("a process");
        fs::read_to_string(format!("/proc/{pid}/{file}")).unwrap_or_default()
    }
}

/// Whether the program shows what is `drawn`, but for space at the ends of lines and of the whole.
fn same_text(shown: &str, drawn: &str) -> bool {
    let lines = |text: &str| text.trim_end().lines().map(|line| line.trim_end().to_owned()).collect::<Vec<String>>();
    lines(shown) == lines(&without_second_halves(drawn))
}

/// Drops the empty cell behind each character that takes two.
fn without_second_halves(drawn: &str) -> String {
    let mut text = String::new();
    let mut is_second_half = false;
    for character in drawn.chars() {
        if !(is_second_half && character == ' ') {
            text.push(character);
        }
        is_second_half = character.width() == Some(2);
    }
    text
}

/// The answer files of a folder, by name.
fn answer_files(folder: &Path) -> BTreeMap<String, String> {
    let files = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let answers = files.filter(|path| path.extension().is_some_and(|extension| extension == "json"));
    let named = answers.map(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        (name, fs::read_to_string(&path).unwrap_or_default())
    });
    named.collect()
}

/// Walks `events` events from the seed, but for those that are `left_out`. Both are opened anew when they are left.
fn walk(name: &str, events: u32, left_out: impl Fn(&Step, &mut Wizard) -> bool) {
    let folder = format!("{name}-{}", seed());
    let (mut pair, mut chance) = (Pair::new(&folder), Chance::from(seed()));
    pair.same();
    let (mut first, mut starts) = (None, 1);
    for at in 1..=events {
        let step = next_step(&mut chance, pair.size);
        if !left_out(&step, &mut pair.wizard) && !pair.step(&step) {
            pair.again(&folder);
            (first, starts) = (None, starts + 1);
        }
        if at % CHECKED_EVERY == 0 {
            pair.same_files();
            let held = pair.held();
            let first = *first.get_or_insert(held);
            assert!(held.is_flat_since(first), "{first:?} at first, then {held:?} after {at} events");
        }
    }
    pair.same_files();
    let Held { memory, files } = pair.held();
    tell(&format!("{name}: {events} events, {starts} starts, {memory} KiB and {files} open files at the end"));
    drop(pair);
    clear(&folder);
}

#[test]
#[ignore = "for `.ci/steady`, which says for how long and from which seed"]
fn the_program_shows_what_the_wizard_draws_whatever_is_pressed() {
    walk("walker", quarters() * EVENTS, |_, _| false);
}

/// A fifth as many events, none of which ends the program.
#[test]
#[ignore = "for `.ci/steady`, which says for how long and from which seed"]
fn the_program_holds_no_more_after_a_long_time() {
    let leaves = |step: &Step, wizard: &mut Wizard| match step {
        Step::Press(Key::Esc, _) => wizard.screen().contains(LEAVES),
        Step::Resize(width, height) => *width < 60 || *height < 20,
        Step::Press(..) | Step::Paste(_) | Step::Click(..) | Step::Turn(..) => false,
    };
    walk("long-walk", quarters() * EVENTS / 5, leaves);
}

#[test]
fn a_key_that_one_of_the_two_does_not_get_is_noticed() {
    let mut pair = Pair::new("lost");
    pair.same();
    let enter = Step::Press(Key::Enter, KeyCode::Enter);
    assert!(pair.step(&enter));
    pair.take(&enter);
    assert!(!pair.is_same_within(PATIENCE / 20), "a key that only the wizard got");
    pair.give(&enter);
    assert!(pair.is_same_within(PATIENCE));
    pair.give(&Step::Paste("more".to_owned()));
    let wanted = pair.wizard.redrawn();
    let differs = |screen: &Screen| !same_text(&screen.text(), &wanted);
    assert!(pair.real.wait_until_for(differs, PATIENCE).is_ok(), "text that only the program got");
}
