//! System calls of the real program that fail, one kind after the other: the n-th of its kind, alone or with all
//! later ones. What is on the disk must open and hold each answer that was not complained of, in one file; and who
//! answers must be told, in words, or by the exit code where the words themselves fail. `strace` makes calls fail.

use std::collections::BTreeMap;
use std::fmt;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use crate::cli::failing::has_strace;
use crate::oracle::tape::quarters;
use crate::steady::chance::{Chance, seed};
use crate::steady::left::check_file;
use crate::steady::tell;

/// How many faults are tried for each quarter of what is worth looking at.
const FAULTS: u32 = 3;

/// How many runs are under way at once.
const AT_ONCE: usize = 2;

/// How long a run may take, in seconds.
const PATIENCE: &str = "20";

/// What is typed: eight answers, and the way out, whatever is asked there.
const TYPED: &str = "Chatterbox\n2\nBolt\nreturns\nInes\ny\ny\n1\nq\ny\n";

/// How many answers that are.
const ANSWERS: usize = 8;

/// Calls by which the program meets the system, and how they may fail. Not `EAGAIN` for `getrandom`: the standard
/// library asks with `GRND_INSECURE`, to which the kernel never says it, and panics at what cannot be. Nor can the
/// program do without asking: the maps of `serde_json` that keep their order seed their hash so.
const SWEEP: [(&str, &[&str]); 12] = [
    ("fsync", &["EIO", "ENOSPC", "EINTR", "EDQUOT", "EROFS"]),
    ("write", &["EIO", "ENOSPC", "EINTR", "EFBIG", "EPIPE"]),
    ("rename,renameat,renameat2", &["EIO", "EACCES", "ENOSPC", "EROFS", "EXDEV"]),
    ("openat", &["EACCES", "EMFILE", "EIO", "ENOSPC", "EINTR"]),
    ("flock", &["ENOLCK", "EOPNOTSUPP", "EINTR", "EAGAIN"]),
    ("ftruncate", &["EIO", "ENOSPC", "EINVAL"]),
    ("read", &["EIO", "EINTR"]),
    ("unlink,unlinkat", &["EACCES", "EIO", "EROFS"]),
    ("lseek", &["EIO"]),
    ("mkdir", &["EACCES", "ENOSPC"]),
    ("statx,newfstatat,fstat", &["EACCES", "EIO"]),
    ("getrandom", &["EINTR", "ENOSYS"]),
];

/// What the program says of answers that it cannot save, and of what ends it.
const COMPLAINTS: [&str; 4] = ["could not be saved", "cannot be saved", "are lost", "error: "];

/// The first words of a program that the system could not start.
const NOT_STARTED: &str = "error while loading shared libraries";

/// How the file of the answers is named: by the user, or after the tool in a folder of its own.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Named,
    Folder,
}

/// A call that fails.
#[derive(Clone, Copy)]
struct Fault {
    place: Place,
    calls: &'static str,
    error: &'static str,
    nth: usize,
    /// Whether all later calls of the kind fail as well.
    lasts: bool,
}

impl fmt::Display for Fault {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { calls, error, nth, lasts, place } = self;
        let place = match place {
            Place::Named => "a named file",
            Place::Folder => "a folder",
        };
        write!(to, "{calls} {nth}{} fails with {error}, over {place}", if *lasts { " and later" } else { "" })
    }
}

/// What came of a run.
struct Ran {
    code: Option<i32>,
    /// What was shown, line ends aside: on standard output and on standard error.
    shown: String,
    /// Whether the words on standard error, which say what ends it, could not be written.
    is_mute: bool,
    /// Whether standard output has no reader any more, by which the program ends as if it was asked to.
    is_unread: bool,
}

/// How a run went well.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    /// The call was not reached, or the system could not start the program.
    NotInjected,
    AllThere,
    /// Not all is there, and the user was told so in words.
    Told,
    /// Not all is there, and what says so could not be written; the exit code says it.
    Mute,
    /// Nobody read what was shown, so it ended before all was given; what was acknowledged is there.
    Unread,
}

/// The program under `strace` with what `strace` is to do, over `folder`. Its calls are in the file `calls` there.
fn traced(place: Place, folder: &Path, orders: &[String]) -> Ran {
    let file = |name: &str| folder.join(name);
    fs::write(file("typed"), TYPED).expect("a file");
    let mut command = Command::new("timeout");
    command.args(["--kill-after=1", PATIENCE, "strace", "-f", "-qq", "-o"]).arg(file("calls"));
    for order in orders {
        command.args(["-e", order]);
    }
    command.arg(env!("CARGO_BIN_EXE_obligato")).arg("--plain").arg("--dir").arg(file("answers")).arg("start");
    if place == Place::Named {
        fs::create_dir(file("answers")).expect("a folder");
        command.arg(file("answers").join("named.json"));
    }
    let created = |name: &str| File::create(file(name)).expect("a file");
    command.stdin(File::open(file("typed")).expect("a file")).stdout(created("out")).stderr(created("err"));
    command.env_clear().env("PATH", std::env::var_os("PATH").unwrap_or_default()).env("LC_ALL", "C.UTF-8");
    let code = command.status().expect("`timeout` runs").code();
    let text = |name: &str| String::from_utf8_lossy(&fs::read(file(name)).unwrap_or_default()).into_owned();
    let shown = format!("{}\n{}", text("out"), text("err"));
    let shown = shown.split_whitespace().collect::<Vec<&str>>().join(" ");
    let failed = failed_calls(folder);
    let is_mute = failed.iter().any(|call| call.contains(" write(2,"));
    let is_unread = failed.iter().any(|call| call.contains(" write(1,") && call.contains(" EPIPE "));
    Ran { code, shown, is_mute, is_unread }
}

/// The calls that were made to fail in a run over `folder`.
fn failed_calls(folder: &Path) -> Vec<String> {
    let calls = fs::read(folder.join("calls")).unwrap_or_default();
    let calls = String::from_utf8_lossy(&calls);
    calls.lines().filter(|call| call.ends_with("(INJECTED)")).map(ToOwned::to_owned).collect()
}

/// Lets `fault` happen to a run over an empty folder called `name`.
fn try_fault(fault: &Fault, name: &str) -> Result<Outcome, String> {
    let Fault { place, calls, error, nth, lasts } = *fault;
    let folder = empty_folder(name);
    let later = if lasts { "+" } else { "" };
    let orders = [format!("trace={calls}"), format!("inject={calls}:error={error}:when={nth}{later}")];
    let ran = traced(place, &folder, &orders);
    if failed_calls(&folder).is_empty() || ran.shown.contains(NOT_STARTED) {
        return Ok(Outcome::NotInjected);
    }
    check(&ran, &folder.join("answers")).map_err(|why| format!("{fault}: {why}: {:?} {}", ran.code, ran.shown))
}

/// Whether what is in `folder` and what was told fit together.
fn check(ran: &Ran, folder: &Path) -> Result<Outcome, String> {
    match ran.code {
        Some(124 | 137) => return Err("it hangs".to_owned()),
        Some(0 | 2 | 3) => {}
        _ => return Err("it ends by a fault of its own".to_owned()),
    }
    let found = check_file(folder)?.len();
    if found == ANSWERS {
        return Ok(Outcome::AllThere);
    }
    let is_told = COMPLAINTS.iter().any(|complaint| ran.shown.contains(complaint));
    let acknowledged = acknowledged(&ran.shown);
    // A complaint stands until what it was about is saved.
    if found < acknowledged && ran.shown.rfind("not be saved") <= ran.shown.rfind("Saved again") {
        return Err(format!("lost: of {acknowledged} acknowledged answers there are {found}"));
    }
    match ran.code {
        Some(0) if ran.is_unread => Ok(Outcome::Unread),
        Some(0) => Err(format!("not told by the exit code that there are only {found} answers")),
        _ if is_told => Ok(Outcome::Told),
        _ if ran.is_mute => Ok(Outcome::Mute),
        _ => Err(format!("not told in words that there are only {found} answers")),
    }
}

/// How many answers were taken by what was shown: the next question came.
fn acknowledged(shown: &str) -> usize {
    let numbers = shown.split("Question ").skip(1).filter_map(|rest| {
        let digits = rest.split(|character: char| !character.is_ascii_digit()).next();
        digits.and_then(|digits| digits.parse::<usize>().ok())
    });
    numbers.max().unwrap_or_default().saturating_sub(1)
}

/// An empty folder called `name`.
fn empty_folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("steady").join("faults").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

/// All that may fail, as often as the program makes each call where none does.
fn all_faults() -> Vec<Fault> {
    let mut faults = Vec::new();
    for place in [Place::Named, Place::Folder] {
        let folder = empty_folder("counted");
        let kinds: Vec<&str> = SWEEP.iter().map(|(calls, _)| *calls).collect();
        let ran = traced(place, &folder, &[format!("trace={}", kinds.join(","))]);
        assert_eq!(check(&ran, &folder.join("answers")), Ok(Outcome::AllThere), "{}", ran.shown);
        let calls = fs::read_to_string(folder.join("calls")).expect("the calls");
        for (kind, errors) in SWEEP {
            let count = most_calls(&calls, kind);
            for (error, lasts) in errors.iter().flat_map(|error| [(error, false), (error, true)]) {
                // What a signal interrupts is tried again, for ever if need be.
                if !(lasts && *error == "EINTR") {
                    faults.extend((1..=count).map(|nth| Fault { place, calls: kind, error, nth, lasts }));
                }
            }
        }
    }
    faults
}

/// How often a thread makes the same call of this kind at most: `strace` counts each call of each thread by itself.
fn most_calls(calls: &str, kind: &str) -> usize {
    let mut counts = BTreeMap::new();
    for call in calls.lines() {
        let mut words = call.split_whitespace();
        let (Some(thread), Some(name)) = (words.next(), words.next()) else { continue };
        let name = name.split('(').next().unwrap_or_default();
        if kind.split(',').any(|wanted| wanted == name) {
            *counts.entry((thread, name)).or_insert(0) += 1;
        }
    }
    counts.into_values().max().unwrap_or_default()
}

#[test]
#[ignore = "for `.ci/steady`, which says for how long and from which seed"]
fn whatever_call_fails_nothing_is_lost_untold() {
    if !has_strace() {
        return;
    }
    let (mut faults, mut chance, began) = (all_faults(), Chance::from(seed()), Instant::now());
    for at in (1..faults.len()).rev() {
        faults.swap(at, chance.pick(at + 1));
    }
    faults.truncate(usize::try_from(quarters() * FAULTS).expect("a count"));
    let (next, outcomes) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    let work = |worker: usize| {
        while let Some(fault) = faults.get(next.fetch_add(1, Ordering::Relaxed)) {
            let outcome = try_fault(fault, &worker.to_string());
            outcomes.lock().expect("no worker panics").push(outcome);
        }
    };
    std::thread::scope(|scope| (0..AT_ONCE).for_each(|worker| _ = scope.spawn(move || work(worker))));
    let outcomes = outcomes.into_inner().expect("no worker panics");
    let wrong: Vec<&String> = outcomes.iter().filter_map(|outcome| outcome.as_ref().err()).collect();
    assert!(wrong.is_empty(), "{} of {}:\n{wrong:#?}", wrong.len(), outcomes.len());
    let count = |wanted: Outcome| outcomes.iter().filter(|outcome| **outcome == Ok(wanted)).count();
    tell(&format!(
        "faults: {} injected of {} in {:.0} s, all there after {}, told in words {}, by the exit code {}, left unread {}, 0 lost",
        outcomes.len() - count(Outcome::NotInjected),
        outcomes.len(),
        began.elapsed().as_secs_f64(),
        count(Outcome::AllThere),
        count(Outcome::Told),
        count(Outcome::Mute),
        count(Outcome::Unread),
    ));
}

/// A disk that says it has put the last save in its place, and has not.
#[test]
fn what_a_call_only_says_it_has_done_is_noticed() {
    if !has_strace() {
        return;
    }
    let renames = "rename,renameat,renameat2";
    let ran =
        |orders: &str| traced(Place::Named, &empty_folder("planted"), &[format!("trace={renames}"), orders.to_owned()]);
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("steady/faults/planted");
    let sound = ran("signal=none");
    assert_eq!(check(&sound, &folder.join("answers")), Ok(Outcome::AllThere));
    let last = most_calls(&fs::read_to_string(folder.join("calls")).expect("the calls"), renames);
    let lying = ran(&format!("inject={renames}:retval=0:when={last}"));
    let told = check(&lying, &folder.join("answers"));
    assert!(told.as_ref().is_err_and(|why| why.starts_with("lost: of 8 ")), "{told:?} {}", lying.shown);
    // The same where the program knows it, but says nothing, or ends by a fault of its own.
    let silent = |code: i32| Ran { code: Some(code), shown: String::new(), is_mute: false, is_unread: false };
    for code in [0, 2, 3, 101, 124] {
        assert!(check(&silent(code), &folder.join("answers")).is_err(), "{code}");
    }
}
