//! How long until something can be seen, and how much memory that takes: from the start of the program
//! to its first full frame, and from a key to the frame that answers it, in a real pseudo-terminal.
//! Beside each figure stands its ratio to a bare form: a program that draws as much with the same
//! library and does nothing else.
//!
//! All programs take turns, so that a slow moment of the machine falls on each. Of each figure the
//! lower quartile is told: above it a busy machine tells of its other guests.
//! What is written goes to a folder that is gone afterwards.

use std::fmt::Write as _;
use std::fs;
use std::io::{Write as _, stdout};
use std::path::Path;
use std::time::{Duration, Instant};

use crossterm::event::{self, Event, KeyCode};
use obligato::shipped;
use obligato::store::{Against, AnswerFile, Stamp, read_record, write_answers};
use ratatui::widgets::{Paragraph, Wrap};
use serde_json::Value;
use tempfile::TempDir;
use termlens::{Key, Screen, Terminal};

/// Starts of each program; the first one counts for nothing.
const ROUNDS: usize = 41;

/// Keys after each start.
const KEYS: usize = 6;

/// How many assessments the folders hold: one, a few screens of them, a full folder.
const FOLDERS: [usize; 3] = [1, 40, 1_000];

/// The options of the bare form.
const OPTIONS: usize = 8;

/// The argument that turns this bench into the bare form.
const BARE: &str = "bare-form";

/// The last thing that each program draws at first: its footer.
const FOOTER: &str = "Esc";

fn main() {
    if std::env::args().any(|it| it == BARE) {
        bare_form();
        return;
    }
    let folders = FOLDERS.map(folder_of);
    let mut figures: Vec<Figures> = Case::ALL.iter().map(|_| Figures::default()).collect();
    for round in 0..ROUNDS {
        for (case, figures) in Case::ALL.iter().zip(&mut figures) {
            let run = case.run(&folders);
            if round > 0 {
                figures.add(run);
            }
        }
    }
    print(&figures);
}

/// What is measured.
struct Case {
    name: &'static str,
    program: Program,
    /// What is pressed to get to where keys are measured.
    before: &'static [(Input, &'static str)],
    /// What is pressed, again and again; each moves the mark or changes the row it stands on.
    keys: &'static [Input],
}

#[derive(Clone, Copy)]
enum Program {
    Bare,
    Home,
    /// With one of the folders.
    HomeOf(usize),
    Start,
}

#[derive(Clone, Copy)]
enum Input {
    Press(Key),
    Type(&'static str),
}

impl Case {
    const ALL: [Self; 7] = [
        Self { name: "bare form", program: Program::Bare, before: &[], keys: &[Input::Press(Key::Down)] },
        Self { name: "home, empty folder", program: Program::Home, before: &[], keys: &[] },
        Self {
            name: "home, one file",
            program: Program::HomeOf(0),
            before: &[],
            keys: &[Input::Press(Key::Up), Input::Press(Key::Down)],
        },
        Self { name: "home, 40 files", program: Program::HomeOf(1), before: &[], keys: &[Input::Press(Key::Down)] },
        Self { name: "home, 1,000 files", program: Program::HomeOf(2), before: &[], keys: &[Input::Press(Key::Down)] },
        Self { name: "first question", program: Program::Start, before: &[], keys: &[Input::Type("a")] },
        Self {
            name: "second question",
            program: Program::Start,
            before: &[(Input::Type("Chat"), "Chat"), (Input::Press(Key::Enter), "Question 2")],
            keys: &[Input::Press(Key::Down)],
        },
    ];

    fn run(&self, folders: &[TempDir]) -> Run {
        let empty = TempDir::new().expect("a folder");
        let from = Instant::now();
        let mut terminal = self.program.start(empty.path(), folders);
        terminal.wait_until(|it| it.contains(FOOTER)).expect("a frame");
        let start = from.elapsed();
        for (input, shows) in self.before {
            input.send(&mut terminal);
            terminal.wait_until(|it| it.contains(shows)).expect("what it leads to");
        }
        let keys = self.keys.iter().cycle().take(if self.keys.is_empty() { 0 } else { KEYS });
        let keys = keys.map(|it| it.answered(&mut terminal)).collect();
        Run { start, keys, memory: peak_memory(&terminal) }
    }
}

impl Program {
    fn start(self, empty: &Path, folders: &[TempDir]) -> Terminal {
        let text = |path: &Path| path.display().to_string();
        let home = |folder: &Path| vec!["--dir".to_owned(), text(folder)];
        let args = match self {
            Self::Bare => vec![BARE.to_owned()],
            Self::Home => home(empty),
            Self::HomeOf(at) => home(folders[at].path()),
            Self::Start => vec!["start".to_owned(), text(&empty.join("new.json"))],
        };
        let this = std::env::current_exe().expect("this program");
        let path = if matches!(self, Self::Bare) { this.as_path() } else { Path::new(env!("CARGO_BIN_EXE_obligato")) };
        Terminal::builder()
            .size(80, 24)
            .env_clear()
            .env("TERM", "xterm-256color")
            .env("LANG", "C.UTF-8")
            .env("HOME", text(empty))
            .timeout(Duration::from_secs(10))
            .args(args)
            .spawn(path)
            .expect("the program starts")
    }
}

impl Input {
    fn send(self, terminal: &mut Terminal) {
        match self {
            Self::Press(key) => terminal.send(key).expect("a key"),
            Self::Type(text) => terminal.send_str(text).expect("keys"),
        }
    }

    /// The time until the mark stands elsewhere, or its row says something else.
    fn answered(self, terminal: &mut Terminal) -> Duration {
        let before = marked_row(&terminal.screen());
        let from = Instant::now();
        self.send(terminal);
        let is_another = |screen: &Screen| {
            let now = marked_row(screen);
            now.is_some() && now != before
        };
        terminal.wait_until(is_another).expect("another frame");
        from.elapsed()
    }
}

fn marked_row(screen: &Screen) -> Option<String> {
    (0..screen.rows()).map(|row| screen.row_text(row)).find(|it| it.contains('>'))
}

/// The most memory that the program has held so far, in KiB; `None` where the system does not tell.
fn peak_memory(terminal: &Terminal) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{}/status", terminal.pid()?)).ok()?;
    let line = status.lines().find_map(|it| it.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix(" kB")?.parse().ok()
}

/// A folder of `count` assessments of a shop, each of another tool.
fn folder_of(count: usize) -> TempDir {
    let folder = TempDir::new().expect("a folder");
    let pack = shipped::default_pack().pack();
    let record = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/reports/retailer.json"));
    let mut record: Value = serde_json::from_str(&record.expect("a record")).expect("JSON");
    for at in 0..count {
        record["tool_name"] = format!("Tool {at:04}").into();
        let today = jiff::civil::date(2026, 11, 24);
        let assessment = read_record(&record.to_string(), "record", &Against::new(pack, today)).expect("answers");
        let time = format!("2026-11-24T{:02}:{:02}:00Z", at / 60, at % 60);
        let file = AnswerFile { stamp: Stamp::from_pack(pack), created: time.clone(), updated: time, assessment };
        let text = write_answers(&file, pack, &[]);
        fs::write(folder.path().join(format!("tool-{at:04}.json")), text).expect("a file");
    }
    folder
}

/// What one start gave.
struct Run {
    start: Duration,
    keys: Vec<Duration>,
    memory: Option<u64>,
}

/// What all starts gave.
#[derive(Default)]
struct Figures {
    starts: Vec<Duration>,
    keys: Vec<Duration>,
    memory: Vec<u64>,
}

impl Figures {
    fn add(&mut self, run: Run) {
        self.starts.push(run.start);
        self.keys.extend(run.keys);
        self.memory.extend(run.memory);
    }

    /// First frame and key to frame in milliseconds, peak memory in MiB.
    #[expect(clippy::cast_precision_loss, reason = "memory is far below what a float holds exactly")]
    fn quartiles(&self) -> [Option<f64>; 3] {
        let milliseconds = |times: &[Duration]| lower_quartile(times).map(|it| it.as_secs_f64() * 1_000.0);
        [
            milliseconds(&self.starts),
            milliseconds(&self.keys),
            lower_quartile(&self.memory).map(|it| it as f64 / 1_024.0),
        ]
    }
}

fn lower_quartile<T: Copy + Ord>(values: &[T]) -> Option<T> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable();
    sorted.get(sorted.len() / 4).copied()
}

/// A row for each case: each figure, and its ratio to that of the bare form.
fn print(figures: &[Figures]) {
    let bare = figures.first().map(Figures::quartiles).unwrap_or_default();
    let mut table = format!("{:20}{:>20}{:>20}{:>20}\n", "", "first frame, ms", "key to frame, ms", "peak memory, MiB");
    for (case, figures) in Case::ALL.iter().zip(figures) {
        let cells = figures.quartiles().into_iter().zip(bare).map(|figure| match figure {
            (Some(ours), Some(bare)) => format!("{ours:>13.2}{:>7}", format!("({:.2})", ours / bare)),
            _ => format!("{:>20}", "-"),
        });
        let _ = writeln!(table, "{:20}{}", case.name, cells.collect::<String>());
    }
    let size = fs::metadata(env!("CARGO_BIN_EXE_obligato")).map_or(0, |it| it.len());
    let _ = writeln!(table, "\nthe program is {size} bytes large");
    stdout().write_all(table.as_bytes()).expect("standard output");
}

/// A form that says as much as a question of ours: a heading, two paragraphs and a list to move in.
fn bare_form() {
    let mut terminal = ratatui::init();
    let mut at = 0;
    loop {
        let options =
            (0..OPTIONS).map(|it| format!("{} ( ) {it}  An option of this form\n", if it == at { '>' } else { ' ' }));
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
            Ok(Event::Key(key)) if key.code == KeyCode::Down => at = (at + 1) % OPTIONS,
            Ok(Event::Key(key)) if key.code == KeyCode::Esc => break,
            Err(_) => break,
            Ok(_) => {}
        }
    }
    ratatui::restore();
}
