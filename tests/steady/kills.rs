//! The real program in a pseudo-terminal, killed at a random instant. Then its answer file must open and hold all
//! that was acknowledged, text that stood in a field for a second must be kept, and the next start must take away
//! what was half written.
//!
//! Each way through the program is gone once to the end, to learn what it shows and what it has saved after each
//! input. In a round, an input is acknowledged once the program shows the same again.

#![expect(clippy::panic, reason = "a test that fails says why")]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use termlens::{Signal, Terminal};

use crate::oracle::tape::quarters;
use crate::steady::chance::{Chance, seed};
use crate::steady::left::{Answers, check_file, named, run, saved};

/// How many rounds there are for each quarter of what is worth looking at.
const KILLS: u32 = 2;

/// How many rounds are under way at once.
const AT_ONCE: u32 = 2;

/// How long the screen is still once an input is done.
const STILL: Duration = Duration::from_millis(60);

/// How long the program may take to show what an input did.
const PATIENCE: Duration = Duration::from_secs(10);

/// How old text in a field may be before it has to be kept.
const MOST_UNKEPT: Duration = Duration::from_secs(1);

/// One round in so many kills while text is being typed, which takes as long as ten other rounds.
const TYPED_EVERY: u32 = 24;

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
struct Acknowledged {
    /// The answers that it had taken.
    answers: Answers,
    /// The same with what was given last, which it may have taken.
    under_way: Answers,
    /// What stood in the field a second before.
    typed: Option<String>,
}

/// The program with nothing of the environment but what is needed; its folder of answers is `a`.
fn program(home: &Path, args: &[&str]) -> Terminal {
    Terminal::builder()
        .size(80, 24)
        .env_clear()
        .env("TERM", "xterm-256color")
        .env("LC_ALL", "C.UTF-8")
        .env("OBLIGATO_NOW", "2026-11-24T10:00:00Z")
        .current_dir(home)
        .timeout(PATIENCE)
        .args(["--dir", "a"])
        .args(args)
        .spawn(env!("CARGO_BIN_EXE_obligato"))
        .expect("the program starts")
}

/// An empty folder in which the program runs.
fn empty_home(name: &str) -> PathBuf {
    let home = Path::new(env!("CARGO_TARGET_TMPDIR")).join("steady").join("kills").join(name);
    let _ = fs::remove_dir_all(&home);
    fs::create_dir_all(&home).expect("a folder");
    home
}

/// One way through the program, as it was gone to its end.
struct Way {
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
    fn learn(name: &str, args: &'static [&'static str], inputs: Vec<String>) -> Self {
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

    /// Starts it over an empty folder, and kills it while it is gone. Returns what must be there.
    fn kill(&self, home: &Path, chance: &mut Chance) -> Acknowledged {
        let after = within(self.takes, chance);
        let mut terminal = program(home, self.args);
        let acknowledged = self.go(&mut terminal, Instant::now() + after);
        end(terminal);
        let saved = |at: usize| self.moments.get(at).or(self.moments.last()).expect("a moment").saved.clone();
        let under_way = acknowledged.map_or(0, |at| at + 1);
        Acknowledged { answers: saved(acknowledged.unwrap_or_default()), under_way: saved(under_way), typed: None }
    }
}

/// An instant within this time.
fn within(time: Duration, chance: &mut Chance) -> Duration {
    let steps = 10_000;
    time * u32::try_from(chance.pick(steps)).expect("a step") / u32::try_from(steps).expect("steps")
}

/// Kills the program.
fn end(mut terminal: Terminal) {
    terminal.signal(Signal::Kill).expect("a signal");
    terminal.wait_exit().expect("the end");
}

/// Kills the program between one second and two after text began to come, letter by letter.
fn kill_while_typing(home: &Path, chance: &mut Chance) -> Acknowledged {
    let mut terminal = program(home, &["start"]);
    terminal.wait_until(|screen| screen.contains("What is the tool called?")).expect("a question");
    let until = Instant::now() + MOST_UNKEPT + within(MOST_UNKEPT, chance);
    let (mut typed, mut stood) = (String::new(), Vec::new());
    while Instant::now() < until {
        typed.push(chance.of(&['a', 'b', 'z']));
        terminal.send_str(typed.get(typed.len() - 1..).expect("a letter")).expect("the program takes text");
        let shown = format!("> {typed}");
        let left = until.saturating_duration_since(Instant::now());
        if terminal.wait_until_for(|screen| screen.contains(&shown), left).is_err() {
            break;
        }
        stood.push((Instant::now(), typed.clone()));
        // Some pauses are as long as those after which text is kept at once.
        let pause = Duration::from_millis(u64::from(chance.between(20, 60)) * if chance.pick(8) == 0 { 10 } else { 1 });
        std::thread::sleep(pause.min(until.saturating_duration_since(Instant::now())));
    }
    let killed = Instant::now();
    end(terminal);
    let is_old = |(at, _): &&(Instant, String)| killed.duration_since(*at) >= MOST_UNKEPT;
    let typed = stood.iter().rev().find(is_old).map(|(_, text)| text.clone());
    Acknowledged { answers: Answers::new(), under_way: Answers::new(), typed }
}

/// Whether all that was acknowledged is in `folder`, and can be used.
fn check(acknowledged: &Acknowledged, folder: &Path) -> Result<(), String> {
    let found = check_file(folder)?;
    if found != acknowledged.answers && found != acknowledged.under_way {
        return Err(format!("lost: of {:?} there is {found:?}", acknowledged.answers));
    }
    if let Some(typed) = &acknowledged.typed {
        let kept = named(folder, |name| name.ends_with(".typing"));
        let texts: Vec<String> = kept.iter().filter_map(|path| fs::read_to_string(path).ok()).collect();
        if !texts.iter().any(|text| text.contains(typed)) {
            return Err(format!("lost: of {typed:?}, typed a second before, there is {texts:?}"));
        }
    }
    let next_start = run(&["--plain", "--dir", &folder.display().to_string()], "");
    let left = named(folder, |name| name.starts_with(".obligato-"));
    if !next_start.status.success() || !left.is_empty() {
        return Err(format!("after the next start, {:?}, there is {left:?}", next_start.status));
    }
    Ok(())
}

/// The whole interview in the full screen, key after key.
fn by_keys() -> Vec<String> {
    let keys = |(typed, is_confirmed): &(&str, bool)| {
        // What is a list of numbers by lines are one key after the other here.
        std::iter::once(typed.replace(' ', "")).chain(is_confirmed.then(|| "\r".to_owned()))
    };
    INTERVIEW.iter().flat_map(keys).collect()
}

/// The whole interview line by line.
fn by_lines() -> Vec<String> {
    INTERVIEW.iter().map(|(typed, _)| format!("{typed}\n")).collect()
}

/// One answer that is changed again and again.
fn by_changes() -> Vec<String> {
    let change = |number: usize| ["\x1b".to_owned(), format!("{}{number:03}", "\x7f".repeat(3)), "\r".to_owned()];
    ["000".to_owned(), "\r".to_owned()].into_iter().chain((1..=CHANGES).flat_map(change)).collect()
}

/// The ways, learned side by side.
fn ways(name: &str) -> [Way; 3] {
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

#[test]
#[ignore = "for `.ci/steady`, which says for how long and from which seed"]
fn a_kill_at_any_moment_loses_nothing_that_was_acknowledged() {
    let ways = ways("ways");
    let (rounds, began) = (quarters() * KILLS, Instant::now());
    let (next, acknowledged) = (AtomicU32::new(0), AtomicU32::new(0));
    let work = |worker: u32| {
        loop {
            let round = next.fetch_add(1, Ordering::Relaxed);
            if round >= rounds {
                return;
            }
            let (home, mut chance) = (empty_home(&worker.to_string()), Chance::of_part(round));
            let killed = match ways.get(usize::try_from(round).expect("a number") % ways.len()) {
                Some(_) if round % TYPED_EVERY == 1 => kill_while_typing(&home, &mut chance),
                Some(way) => way.kill(&home, &mut chance),
                None => return,
            };
            let outcome = check(&killed, &home.join("a"));
            assert_eq!(outcome, Ok(()), "in round {round} from seed {}", seed());
            acknowledged.fetch_add(u32::try_from(killed.answers.len()).expect("a count"), Ordering::Relaxed);
        }
    };
    std::thread::scope(|scope| (0..AT_ONCE).for_each(|worker| _ = scope.spawn(move || work(worker))));
    tell(rounds, acknowledged.into_inner(), began.elapsed());
}

#[expect(clippy::print_stdout, reason = "so that it can be seen how far it went")]
fn tell(rounds: u32, acknowledged: u32, took: Duration) {
    let seconds = took.as_secs_f64();
    println!(
        "kills: {rounds} rounds from seed {} in {seconds:.0} s, {acknowledged} answers acknowledged, 0 lost",
        seed()
    );
}

/// A folder in which these lines were typed.
fn typed_in(name: &str, lines: &str) -> PathBuf {
    let folder = empty_home(name).join("a");
    let ended = run(&["--plain", "--dir", &folder.display().to_string(), "start"], lines);
    assert!(ended.status.success(), "{ended:?}");
    folder
}

#[test]
fn what_is_lost_or_left_after_a_kill_is_noticed() {
    let folder = typed_in("planted", "Chatterbox\n2\n");
    let path = folder.join("chatterbox.json");
    let (earlier, before) = (fs::read(&path).expect("answers"), saved(&folder).expect("answers"));
    let ended = run(&["--plain", "start", &path.display().to_string()], "Bolt\n");
    assert!(ended.status.success(), "{ended:?}");
    let now = saved(&folder).expect("answers");
    let acknowledged = |typed: Option<&str>| Acknowledged {
        answers: now.clone(),
        under_way: now.clone(),
        typed: typed.map(ToOwned::to_owned),
    };
    let noticed = |typed: Option<&str>| check(&acknowledged(typed), &folder).err().unwrap_or_default();
    assert_eq!(noticed(None), "");
    // An answer under way may be there or not.
    let under_way = Acknowledged { answers: before, ..acknowledged(None) };
    assert_eq!(check(&under_way, &folder), Ok(()));

    let later = fs::read(&path).expect("answers");
    fs::write(&path, &earlier).expect("an older state");
    assert!(noticed(None).starts_with("lost: of "), "{}", noticed(None));
    assert_eq!(check(&under_way, &folder), Ok(()));
    fs::write(&path, later.get(..later.len() / 2).expect("a half")).expect("half a file");
    assert!(noticed(None).starts_with("it does not open"), "{}", noticed(None));
    fs::remove_file(&path).expect("a file");
    assert!(noticed(None).starts_with("lost: of "), "{}", noticed(None));
    fs::write(&path, &later).expect("a file");
    assert_eq!(noticed(None), "");

    fs::write(folder.join(".chatterbox.json.typing"), "{\"texts\": {\"tool_purpose\": \"ab\"}}").expect("a file");
    assert_eq!(noticed(Some("ab")), "");
    assert!(noticed(Some("abc")).contains("typed a second before"), "{}", noticed(Some("abc")));
    // Half a save that nobody is at is taken away; a folder of such a name is none.
    fs::write(folder.join(".obligato-half"), "{").expect("a file");
    assert_eq!(noticed(None), "");
    fs::create_dir(folder.join(".obligato-folder")).expect("a folder");
    assert!(noticed(None).starts_with("after the next start"), "{}", noticed(None));
    fs::copy(&path, folder.join("chatterbox-2.json")).expect("a file");
    assert!(noticed(None).starts_with("more than one answer file"), "{}", noticed(None));
}
