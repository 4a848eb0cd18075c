//! How long somebody waits who presses a key, in a real pseudo-terminal: until the screen shows what it did, and
//! until an answer is on the disk and the next question is there. Told are the middle, the time that 99 of 100 keep
//! to, and the longest.
//!
//! Beside the saves stands what they cannot do without: the same bytes written to a new file by hand, synced, renamed
//! and the folder synced, in turn with ours, on the same disk.

use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{Write as _, stdout};
use std::path::Path;
use std::time::{Duration, Instant};

use tempfile::TempDir;
use termlens::{Key, Screen, Terminal};

/// Keys that move the mark, and answers that are saved.
const KEYS: usize = 3_000;
const SAVES: usize = 1_000;

/// Those that count for nothing: pages of the program are still being read.
const WARM: usize = 20;

/// The bars, in milliseconds, that 99 of 100 keep to.
const KEY_BAR: f64 = 50.0;
const SAVE_BAR: f64 = 25.0;

fn main() {
    let folder = TempDir::new_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder on a disk");
    let path = folder.path().join("tool.json");
    let mut terminal = start(&path);
    terminal.wait_until(|screen| screen.contains("Question 1")).expect("a question");
    terminal.send_str("000").expect("keys");
    let first = confirmed(&mut terminal);
    let (mut saves, mut by_hand) = (vec![first], Vec::new());
    for number in 1..SAVES + WARM {
        terminal.send(Key::Esc).expect("a key");
        terminal.wait_until(|screen| screen.contains("Question 1")).expect("the question before");
        let text = format!("{:03}", number % 1_000);
        terminal.send_str(&format!("\x7f\x7f\x7f{text}")).expect("keys");
        terminal.wait_until(|screen| screen.contains(&format!("> {text}"))).expect("what is typed");
        saves.push(confirmed(&mut terminal));
        by_hand.push(saved_by_hand(&path));
    }
    let keys = (0..KEYS + WARM).map(|number| moved(&mut terminal, number)).collect();
    print(&[
        ("key to screen", keys, Some(KEY_BAR)),
        ("answer saved, next question shown", saves, Some(SAVE_BAR)),
        ("the same bytes saved by hand", by_hand, None),
    ]);
}

fn start(path: &Path) -> Terminal {
    Terminal::builder()
        .size(80, 24)
        .env_clear()
        .env("TERM", "xterm-256color")
        .env("LANG", "C.UTF-8")
        .timeout(Duration::from_secs(10))
        .args(["start", &path.display().to_string()])
        .spawn(env!("CARGO_BIN_EXE_obligato"))
        .expect("the program starts")
}

/// The time until `is_done` after `key`.
fn time_of(terminal: &mut Terminal, key: Key, is_done: impl Fn(&Screen) -> bool) -> Duration {
    let from = Instant::now();
    terminal.send(key).expect("a key");
    terminal.wait_until(is_done).expect("what the key does");
    from.elapsed()
}

fn confirmed(terminal: &mut Terminal) -> Duration {
    time_of(terminal, Key::Enter, |screen| screen.contains("Question 2"))
}

/// The time until the mark stands elsewhere.
fn moved(terminal: &mut Terminal, number: usize) -> Duration {
    let before = marked_row(&terminal.screen());
    let key = if number % 6 < 3 { Key::Down } else { Key::Up };
    time_of(terminal, key, |screen| marked_row(screen).is_some_and(|row| Some(row) != before))
}

fn marked_row(screen: &Screen) -> Option<u16> {
    (0..screen.rows()).find(|&row| screen.row_text(row).contains("> "))
}

/// The time of what no save can do without.
fn saved_by_hand(path: &Path) -> Duration {
    let bytes = fs::read(path).expect("the answers");
    let folder = path.parent().expect("a folder");
    let (new, old) = (folder.join("by-hand.new"), folder.join("by-hand"));
    let from = Instant::now();
    let mut file = File::create(&new).expect("a file");
    file.write_all(&bytes).and_then(|()| file.sync_all()).expect("a file on the disk");
    fs::rename(&new, &old).and_then(|()| File::open(folder)?.sync_all()).expect("its name on the disk");
    from.elapsed()
}

/// A row for each figure, with whether it keeps to its bar.
fn print(figures: &[(&str, Vec<Duration>, Option<f64>)]) {
    let mut table = format!("{:36}{:>10}{:>10}{:>10}  milliseconds\n", "", "middle", "99 %", "longest");
    for (name, times, bar) in figures {
        let mut sorted: Vec<f64> = times.iter().skip(WARM).map(|time| time.as_secs_f64() * 1_000.0).collect();
        sorted.sort_by(f64::total_cmp);
        let at = |percent: usize| sorted.get((sorted.len() - 1) * percent / 100).copied().unwrap_or_default();
        let kept = bar.map(|bar| format!("  {} {bar}", if at(99) <= bar { "keeps to" } else { "MISSES" }));
        let cells = [at(50), at(99), at(100)].map(|time| format!("{time:>10.2}")).concat();
        let _ = writeln!(table, "{name:36}{cells}{}", kept.unwrap_or_default());
    }
    stdout().write_all(table.as_bytes()).expect("standard output");
}
