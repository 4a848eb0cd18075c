//! Ways through the real program in a pseudo-terminal. Each is gone once to the end, to learn what it shows and what
//! it has saved after each input. When it is gone again, an input is acknowledged once the program shows the same.

#![expect(clippy::panic, reason = "a test that fails says why")]

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use termlens::Terminal;

use crate::steady::chance::Chance;
use crate::steady::left::{Answers, check_file, saved};

/// How long the screen is still once an input is done.
const STILL: Duration = Duration::from_millis(60);

/// How long the program may take to show what an input did.
const PATIENCE: Duration = Duration::from_secs(10);

/// A whole interview: what is typed, and whether it is confirmed in the full screen.
const INTERVIEW: [(&str, bool); 33] = [
    ("Chatterbox", true),
    ("2", false),
    ("Bolt", true),
    ("returns", true),
    ("Ines", true),
    ("y", false),
    ("y", false),
    ("1 2", true),
    ("y", false),
    ("y", false),
    ("1", false),
    ("y", false),
    ("1", false),
    ("1", false),
    ("1", false),
    ("y", false),
    ("y", false),
    ("y", false),
    ("1 2", true),
    ("y", false),
    ("1", false),
    ("1", false),
    ("1", false),
    ("1 2", true),
    ("1", false),
    ("y", false),
    ("y", false),
    ("y", false),
    ("y", false),
    ("1", false),
    ("11/20/2026", true),
    ("1 2", true),
    ("1 2", true),
];

/// How often the one answer is changed.
const CHANGES: usize = 15;

/// What the program must not have lost when it is killed.
pub struct Acknowledged {
    /// How many inputs were acknowledged.
    pub inputs: usize,
    /// The answers that it had taken.
    pub answers: Answers,
    /// The same with what was given last, which it may have taken.
    pub under_way: Answers,
    /// What stood in the field a second before.
    pub typed: Option<String>,
}

impl Acknowledged {
    /// Says whether all answers that were acknowledged are in `folder`, in a file that opens.
    pub fn check_answers(&self, folder: &Path) -> Result<(), String> {
        let found = check_file(folder)?;
        let is_there = found == self.answers || found == self.under_way;
        if is_there { Ok(()) } else { Err(format!("lost: of {:?} there is {found:?}", self.answers)) }
    }
}

/// The program with nothing of the environment but what is needed; its folder of answers is `a`.
pub fn program(home: &Path, args: &[&str]) -> Terminal {
    program_by(&[], home, args)
}

/// The same, started by another program with these words before ours.
fn program_by(starter: &[&str], home: &Path, args: &[&str]) -> Terminal {
    let mut words = starter.iter().copied().chain([env!("CARGO_BIN_EXE_obligato")]);
    let first = words.next().expect("a program");
    Terminal::builder()
        .size(80, 24)
        .env_clear()
        .env("TERM", "xterm-256color")
        .env("LC_ALL", "C.UTF-8")
        .env("OBLIGATO_NOW", "2026-11-24T10:00:00Z")
        .current_dir(home)
        .timeout(PATIENCE)
        .args(words)
        .args(["--dir", "a"])
        .args(args)
        .spawn(first)
        .expect("the program starts")
}

/// An empty folder in which the program runs.
pub fn empty_home(name: &str) -> PathBuf {
    let home = Path::new(env!("CARGO_TARGET_TMPDIR")).join("steady").join("kills").join(name);
    let _ = fs::remove_dir_all(&home);
    fs::create_dir_all(&home).expect("a folder");
    home
}

/// One way through the program, as it was gone to its end.
pub struct Way {
    args: &'static [&'static str],
    inputs: Vec<String>,
    /// What was shown and saved before the first input and after each.
    moments: Vec<Moment>,
    /// How long it takes.
    takes: Duration,
}

struct Moment {
    shown: String,
    saved: Answers,
}

impl Way {
    /// Goes the way of these inputs twice: to note what comes of each, and to see how long it takes.
    pub fn learn(name: &str, args: &'static [&'static str], inputs: Vec<String>) -> Self {
        let home = empty_home(name);
        let mut terminal = program(&home, args);
        let mut way = Self { args, inputs, moments: Vec::new(), takes: Duration::ZERO };
        for at in 0..=way.inputs.len() {
            if let Some(input) = at.checked_sub(1).and_then(|last| way.inputs.get(last)) {
                let before = way.moments.last().map_or("", |moment| moment.shown.as_str());
                terminal.send_str(input).expect("the program takes text");
                let is_other = terminal.wait_until(|screen| screen.text() != before);
                is_other.unwrap_or_else(|error| panic!("{input:?} shows nothing: {error}"));
            } else {
                terminal.wait_until(|screen| screen.contains("What is the tool called?")).expect("a question");
            }
            let shown = terminal.wait_stable(STILL).expect("it comes to rest").text();
            way.moments.push(Moment { shown, saved: saved(&home.join("a")).expect("an answer file") });
        }
        drop(terminal);
        let (home, began) = (empty_home(name), Instant::now());
        let acknowledged = way.go(&mut program(&home, args), Instant::now() + PATIENCE);
        assert_eq!(acknowledged, Some(way.inputs.len()), "{name} shows the same again");
        way.takes = began.elapsed();
        way
    }

    /// Goes it until this instant. Returns how many inputs were acknowledged, or nothing before the first question.
    fn go(&self, terminal: &mut Terminal, until: Instant) -> Option<usize> {
        let mut acknowledged = None;
        for (at, moment) in self.moments.iter().enumerate() {
            let left = until.saturating_duration_since(Instant::now());
            if terminal.wait_until_for(|screen| screen.text() == moment.shown, left).is_err() {
                break;
            }
            acknowledged = Some(at);
            if let Some(input) = self.inputs.get(at) {
                terminal.send_str(input).expect("the program takes text");
            }
        }
        acknowledged
    }

    /// Goes it over an empty folder until some instant, in a program that `starter` starts; it may take so many
    /// times as long as it did. Returns the program, and what must not be lost from now on.
    pub fn go_some_time(
        &self,
        home: &Path,
        starter: &[&str],
        times: u32,
        chance: &mut Chance,
    ) -> (Terminal, Acknowledged) {
        let after = within(self.takes * times, chance);
        let mut terminal = program_by(starter, home, self.args);
        let acknowledged = self.go(&mut terminal, Instant::now() + after);
        let saved = |at: usize| self.moments.get(at).or(self.moments.last()).expect("a moment").saved.clone();
        let under_way = saved(acknowledged.map_or(0, |at| at + 1));
        let inputs = acknowledged.unwrap_or_default();
        (terminal, Acknowledged { inputs, answers: saved(inputs), under_way, typed: None })
    }
}

/// An instant within this time.
pub fn within(time: Duration, chance: &mut Chance) -> Duration {
    let steps = 10_000;
    time * u32::try_from(chance.pick(steps)).expect("a step") / u32::try_from(steps).expect("steps")
}

/// The whole interview in the full screen, key after key.
pub fn by_keys() -> Vec<String> {
    let keys = |(typed, is_confirmed): &(&str, bool)| {
        // What is a list of numbers by lines are one key after the other here.
        std::iter::once(typed.replace(' ', "")).chain(is_confirmed.then(|| "\r".to_owned()))
    };
    INTERVIEW.iter().flat_map(keys).collect()
}

/// The whole interview line by line.
pub fn by_lines() -> Vec<String> {
    INTERVIEW.iter().map(|(typed, _)| format!("{typed}\n")).collect()
}

/// One answer that is changed again and again.
pub fn by_changes() -> Vec<String> {
    let change = |number: usize| ["\x1b".to_owned(), format!("{}{number:03}", "\x7f".repeat(3)), "\r".to_owned()];
    ["000".to_owned(), "\r".to_owned()].into_iter().chain((1..=CHANGES).flat_map(change)).collect()
}

/// The ways, learned side by side.
pub fn ways(name: &str) -> [Way; 3] {
    std::thread::scope(|scope| {
        let learn = |way: &str, args, inputs| {
            let name = format!("{name}-{way}");
            scope.spawn(move || Way::learn(&name, args, inputs))
        };
        let learned = [
            learn("keys", &["start"], by_keys()),
            learn("changes", &["start"], by_changes()),
            learn("lines", &["--plain", "start"], by_lines()),
        ];
        learned.map(|way| way.join().expect("a way"))
    })
}
