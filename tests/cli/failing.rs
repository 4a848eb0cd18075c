//! System calls of the program that fail: what is lost by it is told, and all else goes on. `strace` makes calls
//! fail; where it cannot, each test here says so and ends.

use std::fs;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

use crate::cli::{run, run_by};

/// What is said where the disk has no locks.
pub const NO_LOCKS: &str = "This disk cannot lock files.";

/// What `strace` is told of the program, before its name, to make calls fail as `orders` say. The calls go to the
/// file `calls` in `folder`.
pub fn orders(folder: &Path, orders: &[&str]) -> Vec<String> {
    let calls = folder.join("calls").display().to_string();
    let mut args = ["-f", "-qq", "-o", &calls].map(str::to_owned).to_vec();
    args.extend(orders.iter().map(|order| (*order).to_owned()));
    args
}

/// Whether `strace` can make calls fail here; says so where it cannot.
#[expect(clippy::print_stderr, reason = "a test that does not run says so")]
pub fn has_strace() -> bool {
    let can = Command::new("strace").args(["-o", "/dev/null", "true"]).output().is_ok_and(|it| it.status.success());
    if !can {
        eprintln!("skipped: strace cannot trace here");
    }
    can
}

/// The code of the program in `folder` while calls fail, and what it says, without line ends; nothing where there
/// is no `strace`.
fn failing(folder: &Path, calls: &[&str], args: &[&str], input: &str) -> Option<(Option<i32>, String)> {
    has_strace().then(|| {
        let mut program = Command::new("strace");
        program.args(orders(folder, calls)).arg(env!("CARGO_BIN_EXE_obligato"));
        let (code, out, said) = run_by(program, folder, args, input.as_bytes());
        (code, [out, said].concat().split_whitespace().collect::<Vec<&str>>().join(" "))
    })
}

/// How often `call` was made, and how often it was made to fail.
fn counted(folder: &Path, call: &str) -> (usize, usize) {
    let calls = fs::read_to_string(folder.join("calls")).expect("the calls");
    let made: Vec<&str> = calls.lines().filter(|line| line.contains(&format!(" {call}("))).collect();
    (made.len(), made.iter().filter(|line| line.contains("(INJECTED)")).count())
}

/// The names in the folder `answers`, which everybody can list.
fn answer_files(folder: &Path) -> Vec<String> {
    crate::store::locks::names(&folder.join("answers"))
}

/// Every second sync fails: those of folders. It says so once, and keeps to one file.
#[test]
fn a_folder_that_is_not_synced_is_told_and_makes_no_second_file() {
    let folder = TempDir::new().expect("a folder");
    let orders = ["-e", "trace=fsync", "-e", "inject=fsync:error=EIO:when=2+2"];
    let Some((code, said)) = failing(folder.path(), &orders, &["--plain", "start"], "Chat\n1\nAcme\nq\n") else {
        return;
    };
    assert_eq!(code, Some(0), "{said}");
    assert_eq!(said.matches("they may not survive a power cut").count(), 1, "{said}");
    assert!(!said.contains("could not be saved"), "{said}");
    assert_eq!(answer_files(folder.path()), ["chat.json"], "{said}");
}

/// Only the first sync of a folder fails: it is made up for before it ends, though no further answer came.
#[test]
fn a_folder_that_was_not_synced_is_synced_again() {
    let folder = TempDir::new().expect("a folder");
    let orders = ["-e", "trace=fsync", "-e", "inject=fsync:error=EIO:when=2"];
    let Some((_, said)) = failing(folder.path(), &orders, &["--plain", "start"], "Chat\nq\n") else { return };
    assert_eq!(counted(folder.path(), "fsync"), (4, 1), "{said}");
    assert_eq!(answer_files(folder.path()), ["chat.json"]);
}

#[test]
fn a_report_whose_folder_is_not_synced_is_there_and_told() {
    let folder = TempDir::new().expect("a folder");
    fs::write(folder.path().join("good.json"), "{}").expect("a record");
    let orders = ["-e", "trace=fsync", "-e", "inject=fsync:error=EIO:when=2"];
    let args = ["report", "good.json", "-o", "new.txt"];
    let Some((code, said)) = failing(folder.path(), &orders, &args, "") else { return };
    assert_eq!(code, Some(2));
    assert!(said.contains("new.txt: written, but it is not sure that it survives a power cut"), "{said}");
    assert!(folder.path().join("new.txt").exists());
}

/// A folder with `a.json` and a reply to it, and their names.
fn with_a_reply() -> TempDir {
    let (pack, folder) = (obligato::shipped::pack(), TempDir::new().expect("a folder"));
    let file = crate::letters::answers(&pack);
    crate::letters::put(&file, &pack, folder.path());
    let reply = crate::letters::reply(&file, &crate::letters::all_answers());
    fs::write(folder.path().join("reply.json"), crate::letters::summed(&reply)).expect("a reply");
    folder
}

#[test]
fn without_locks_it_goes_on_and_says_so() {
    for error in ["ENOLCK", "EOPNOTSUPP"] {
        let inject = format!("inject=flock:error={error}");
        let orders = ["-e", "trace=flock", "-e", &inject];
        let folder = with_a_reply();
        for (args, input) in [
            (&["--plain", "start"][..], "Chat\nq\n"),
            (&["--plain", "start", "a.json"], "q\n"),
            (&["merge", "a.json", "reply.json", "--yes"], ""),
        ] {
            let Some((code, said)) = failing(folder.path(), &orders, args, input) else { return };
            assert_eq!(code, Some(0), "{args:?}: {said}");
            assert_eq!(said.matches(NO_LOCKS).count(), 1, "{args:?}: {said}");
        }
        assert_eq!(answer_files(folder.path()), ["chat.json"]);
        let merged = fs::read_to_string(folder.path().join("a.json")).expect("answers");
        assert!(merged.contains("Jane Doe"), "{merged}");
    }
}

/// A signal that comes while it waits for a lock is no lack of locks.
#[test]
fn an_interrupted_lock_is_tried_again() {
    let folder = TempDir::new().expect("a folder");
    let orders = ["-e", "trace=flock", "-e", "inject=flock:error=EINTR:when=1..2"];
    let Some((code, said)) = failing(folder.path(), &orders, &["--plain", "start"], "Chat\nq\n") else { return };
    assert!(code == Some(0) && !said.contains(NO_LOCKS) && !said.contains("not be saved"), "{said}");
    assert!(counted(folder.path(), "flock").1 > 0);
}

/// A folder in which no lock can be made: what is in it can be looked at, and what to do to change it is said.
#[test]
fn a_folder_that_is_read_only_can_be_looked_at() {
    for error in ["EROFS", "EACCES"] {
        let folder = with_a_reply();
        let lock = folder.path().join(".a.json.lock").display().to_string();
        let before = fs::read(folder.path().join("a.json")).expect("answers");
        let inject = format!("inject=openat:error={error}");
        let orders = ["-P", &lock, "-e", "trace=openat", "-e", &inject];
        let (file, dir) = (folder.path().join("a.json").display().to_string(), folder.path().display().to_string());
        let (start, home) = (["--plain", "start", &file], ["--plain", "--dir", &dir]);
        for (args, input) in [(&start[..], "r\nq\n"), (&home, "1\nr\nq\n")] {
            let Some((code, said)) = failing(folder.path(), &orders, args, input) else { return };
            assert_eq!(code, Some(0), "{said}");
            assert!(said.contains("can only be looked at") && said.contains("copy the file to a folder"), "{said}");
            assert!(said.contains("Your results so far"), "{said}");
        }
        let merge = ["merge", &file, "reply.json", "--yes"];
        let Some((code, said)) = failing(folder.path(), &orders, &merge, "") else { return };
        assert!(code == Some(2) && said.contains("this file can only be read"), "{said}");
        assert_eq!(fs::read(folder.path().join("a.json")).expect("answers"), before);
    }
}

/// What somebody else makes while a new file is written stays.
#[test]
fn what_appears_meanwhile_is_not_written_over() {
    if !has_strace() {
        return;
    }
    let folder = TempDir::new().expect("a folder");
    fs::write(folder.path().join("good.json"), "{}").expect("a record");
    let target = folder.path().join("report.txt");
    let others = std::thread::scope(|scope| {
        let writer = scope.spawn(|| {
            let orders = ["-e", "trace=fsync", "-e", "inject=fsync:delay_enter=300000:when=1"];
            failing(folder.path(), &orders, &["report", "good.json", "-o", "report.txt"], "")
        });
        let is_written = |name: &String| name.starts_with(".obligato-");
        while !writer.is_finished() && !crate::store::locks::names(folder.path()).iter().any(is_written) {
            std::thread::yield_now();
        }
        fs::write(&target, "somebody else's").expect("a file");
        writer.join().expect("it ends")
    });
    let (code, said) = others.expect("strace is here");
    assert!(code == Some(2) && said.contains("already exists"), "{said}");
    assert_eq!(fs::read_to_string(&target).expect("a file"), "somebody else's");
    assert_eq!(run(folder.path(), &["report", "good.json", "-o", "report.txt", "--force"], b"").0, Some(0));
}
