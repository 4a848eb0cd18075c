//! How long until something can be seen: from the start of the program to its first full frame, and
//! from a key to the frame that answers it, in a real pseudo-terminal. Beside each stands a bare
//! form: a program that draws as much with the same library and does nothing else.
//!
//! The two take turns, so that a slow moment of the machine falls on both; the medians and their
//! ratio are printed. More than 1.5 times the bare form is too slow.

use std::io::{Write as _, stdout};
use std::time::{Duration, Instant};

use crossterm::event::{self, Event, KeyCode};
use ratatui::widgets::{Paragraph, Wrap};
use termlens::{Key, Terminal};

/// Starts of each program.
const ROUNDS: usize = 40;

/// Keys after each start.
const KEYS: usize = 5;

/// The argument that turns this bench into the bare form.
const BARE: &str = "bare-form";

fn main() {
    if std::env::args().any(|it| it == BARE) {
        bare_form();
        return;
    }
    let bare = Program {
        path: std::env::current_exe().expect("this program").display().to_string(),
        args: vec![BARE.to_owned()],
        ready: "Esc",
    };
    let (mut starts, mut keys) = ((Vec::new(), Vec::new()), (Vec::new(), Vec::new()));
    for round in 0..ROUNDS {
        // Each start is a first one: an empty folder.
        let folder = tempfile::tempdir().expect("a folder");
        let ours = Program {
            path: env!("CARGO_BIN_EXE_obligato").to_owned(),
            args: vec!["--dir".to_owned(), folder.path().display().to_string()],
            ready: "Esc",
        };
        let mut one = ours.start();
        let mut other = bare.start();
        if round > 0 {
            starts.0.push(one.took);
            starts.1.push(other.took);
        }
        // To a question with options.
        one.terminal.send(Key::Enter).expect("a key");
        one.terminal.wait_until(|it| it.contains("Question 1")).expect("a question");
        one.terminal.send_str("Chat").expect("keys");
        one.terminal.send(Key::Enter).expect("a key");
        one.terminal.wait_until(|it| it.contains("Question 2")).expect("a question");
        for _ in 0..KEYS {
            keys.0.push(down(&mut one.terminal));
            keys.1.push(down(&mut other.terminal));
        }
    }
    report("start to first full frame", starts.0, starts.1);
    report("key to frame", keys.0, keys.1);
}

struct Program {
    path: String,
    args: Vec<String>,
    ready: &'static str,
}

struct Started {
    terminal: Terminal,
    took: Duration,
}

impl Program {
    fn start(&self) -> Started {
        let from = Instant::now();
        let mut terminal = Terminal::builder()
            .size(80, 24)
            .env_clear()
            .env("TERM", "xterm-256color")
            .env("LANG", "C.UTF-8")
            .timeout(Duration::from_secs(10))
            .args(&self.args)
            .spawn(&self.path)
            .expect("the program starts");
        // The footer is the last thing drawn.
        terminal.wait_until(|it| it.contains(self.ready)).expect("a frame");
        Started { terminal, took: from.elapsed() }
    }
}

/// Moves to the next option: the time until the mark stands there.
fn down(terminal: &mut Terminal) -> Duration {
    let row = |screen: &termlens::Screen| (0..screen.rows()).find(|&row| screen.row_text(row).contains('>'));
    let before = row(&terminal.screen());
    let from = Instant::now();
    terminal.send(Key::Down).expect("a key");
    terminal.wait_until(|it| row(it).is_some_and(|now| Some(now) != before)).expect("another frame");
    from.elapsed()
}

fn report(what: &str, ours: Vec<Duration>, bare: Vec<Duration>) {
    let (ours, bare) = (median(ours), median(bare));
    let milliseconds = |it: Duration| it.as_secs_f64() * 1_000.0;
    let ratio = milliseconds(ours) / milliseconds(bare);
    let line =
        format!("{what}: {:.2} ms, bare form {:.2} ms, ratio {ratio:.2}\n", milliseconds(ours), milliseconds(bare));
    stdout().write_all(line.as_bytes()).expect("standard output");
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

/// A form that says as much as a question of ours: a heading, two paragraphs and a list to move in.
fn bare_form() {
    let mut terminal = ratatui::init();
    let mut at = 0;
    loop {
        let options =
            (0..8).map(|it| format!("{} ( ) {it}  An option of this form\n", if it == at { '>' } else { ' ' }));
        let text = format!(
            "A form\n\n{}\n\n{}\nArrows move   Enter choose   Esc leave",
            "What this question is about, and why. ".repeat(6),
            options.collect::<String>()
        );
        let page = Paragraph::new(text).wrap(Wrap { trim: false });
        if terminal.draw(|frame| frame.render_widget(page, frame.area())).is_err() {
            break;
        }
        match event::read() {
            Ok(Event::Key(key)) if key.code == KeyCode::Down => at = (at + 1) % 8,
            Ok(Event::Key(key)) if key.code == KeyCode::Esc => break,
            Err(_) => break,
            Ok(_) => {}
        }
    }
    ratatui::restore();
}
