//! How long until something can be seen: from the start of the program to its first full frame, and
//! from a key to the frame that answers it, in a real pseudo-terminal. Beside each stands a bare
//! form: a program that draws as much with the same library and does nothing else.
//!
//! The two take turns, so that a slow moment of the machine falls on both; the medians and their
//! ratio are printed. More than 1.5 times the bare form is too slow.

use std::fs;
use std::time::{Duration, Instant};

use crossterm::event::{self, Event, KeyCode};
use ratatui::widgets::{Paragraph, Wrap};
use termlens::{Key, Terminal};

/// Starts of each program, and keys in each.
const ROUNDS: usize = 40;

/// The argument that turns this bench into the bare form.
const BARE: &str = "bare-form";

fn main() {
    if std::env::args().any(|it| it == BARE) {
        bare_form();
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let answers = folder.path().join("answers");
    fs::create_dir(&answers).expect("a folder");
    let ours = Program {
        path: env!("CARGO_BIN_EXE_obligato").to_owned(),
        args: vec!["--dir".to_owned(), answers.display().to_string()],
        ready: "Esc",
    };
    let bare = Program {
        path: std::env::current_exe().expect("this program").display().to_string(),
        args: vec![BARE.to_owned()],
        ready: "Esc",
    };
    let (mut starts, mut keys) = ((Vec::new(), Vec::new()), (Vec::new(), Vec::new()));
    for round in 0..ROUNDS {
        let mut one = ours.start();
        let mut other = bare.start();
        if round > 0 {
            starts.0.push(one.took);
            starts.1.push(other.took);
        }
        keys.0.push(help_and_back(&mut one.terminal));
        keys.1.push(help_and_back(&mut other.terminal));
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

/// The help is another full screen: the time until it is there.
fn help_and_back(terminal: &mut Terminal) -> Duration {
    let before = terminal.screen().to_string();
    let from = Instant::now();
    terminal.send(Key::Char('?')).expect("a key");
    terminal.wait_until(|it| it.to_string() != before).expect("another frame");
    from.elapsed()
}

fn report(what: &str, ours: Vec<Duration>, bare: Vec<Duration>) {
    let (ours, bare) = (median(ours), median(bare));
    let milliseconds = |it: Duration| it.as_secs_f64() * 1_000.0;
    let ratio = milliseconds(ours) / milliseconds(bare);
    println!("{what}: {:.1} ms, bare form {:.1} ms, ratio {ratio:.2}", milliseconds(ours), milliseconds(bare));
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

/// A form that says as much as the first screen and answers one key.
fn bare_form() {
    let mut terminal = ratatui::init();
    let mut help = false;
    loop {
        let text = if help { "Help. " } else { "A form. " }.repeat(60);
        let drawn = terminal.draw(|frame| {
            let page = Paragraph::new(format!("{text}\n\n> Start\n\n↑ ↓ move   Enter open   ? help   Esc leave"));
            frame.render_widget(page.wrap(Wrap { trim: true }), frame.area());
        });
        if drawn.is_err() {
            break;
        }
        match event::read() {
            Ok(Event::Key(key)) if key.code == KeyCode::Char('?') => help = !help,
            Ok(Event::Key(key)) if key.code == KeyCode::Esc => break,
            Err(_) => break,
            Ok(_) => {}
        }
    }
    ratatui::restore();
}
