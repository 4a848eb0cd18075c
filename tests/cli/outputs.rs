//! Where what commands make goes. What cannot be printed is an error of every command, and a reader that has gone
//! away is none; what is written never takes the place of anything but an ordinary file, and of that only when asked.

use std::collections::BTreeSet;
use std::fs::{self, OpenOptions};
use std::os::unix::fs::{FileTypeExt as _, symlink};
use std::path::Path;
use std::process::{Command, Stdio};

use tempfile::TempDir;

use crate::cli::run;
use crate::letters::{all_answers, answers, put, reply, summed};
use crate::packs;

/// Every command, with what it takes to print something.
const COMMANDS: &[&[&str]] = &[
    &["--help"],
    &["--version"],
    &["--plain", "--dir", "."],
    &["start", "a.json", "--plain"],
    &["report", "good.json"],
    &["report", "good.json", "-o", "new.txt"],
    &["letter", "a.json"],
    &["letter", "a.json", "-o", "new.html"],
    &["draft"],
    &["draft", "security-clause", "good.json"],
    &["merge", "a.json", "reply.json", "--yes"],
    &["rescue", "cut.json"],
    &["questions"],
    &["pack", "list"],
    &["pack", "new", "fresh"],
    &["pack", "check", "pack"],
    &["pack", "fmt", "pack"],
    &["pack", "test", "pack"],
    &["pack", "mutants", "pack"],
    &["pack", "coverage", "pack"],
    &["pack", "diff", "pack", "pack"],
    &["pack", "table", "SAF-1", "--pack", "pack"],
    &["pack", "sign", "SAF-1", "--by", "Ann", "--pack", "pack"],
    &["pack", "explain", "SAF-1", "--pack", "pack"],
    &["pack", "graph", "SAF-1", "--pack", "pack"],
    &["schema"],
    &["schema", "reply"],
    &["completions", "bash"],
    &["man"],
];

/// A folder with what the commands take.
fn filled() -> TempDir {
    let (pack, folder) = (obligato::shipped::pack(), TempDir::new().expect("a folder"));
    let (file, at) = (answers(&pack), |name: &str| folder.path().join(name));
    put(&file, &pack, folder.path());
    let text = fs::read_to_string(at("a.json")).expect("answers");
    fs::write(at("cut.json"), &text[..text.len() / 2]).expect("a file");
    fs::write(at("reply.json"), summed(&reply(&file, &all_answers()))).expect("a file");
    fs::write(at("good.json"), "{}").expect("a file");
    packs::put_in(&at("pack"), &packs::good());
    folder
}

/// The exit code of the program over a fresh folder, whose output goes `to`, and what it says of errors.
fn ended(args: &[&str], to: impl Into<Stdio>) -> (Option<i32>, String) {
    let folder = filled();
    let before = fs::read(folder.path().join("a.json")).expect("answers");
    let mut program = Command::new(env!("CARGO_BIN_EXE_obligato"));
    program.args(args).current_dir(folder.path()).stdin(Stdio::null()).stdout(to).stderr(Stdio::piped());
    let output = program.output().expect("it ends");
    if output.status.code() == Some(2) {
        let after = fs::read(folder.path().join("a.json")).expect("answers");
        assert_eq!(after, before, "{args:?}: what could not be told changed nothing");
    }
    (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
}

/// The commands that the help of `args` names, but for the help itself.
fn named_in_help(args: &[&str]) -> BTreeSet<String> {
    let folder = TempDir::new().expect("a folder");
    let help = run(folder.path(), &[args, &["--help"]].concat(), b"").1;
    let (_, list) = help.split_once("Commands:\n").expect("a list");
    let lines = list.lines().take_while(|line| !line.is_empty());
    let names = lines.filter_map(|line| line.strip_prefix("  ")?.split(' ').next().map(str::to_owned));
    names.filter(|name| !name.is_empty() && name != "help").collect()
}

#[test]
fn the_list_names_every_command() {
    let second = |of: &[&str]| -> BTreeSet<String> {
        let of_it = COMMANDS.iter().filter_map(|args| args.strip_prefix(of)?.first());
        of_it.filter(|name| !name.starts_with('-')).map(|name| (*name).to_owned()).collect()
    };
    assert!(named_in_help(&[]).is_subset(&second(&[])), "{:?}", named_in_help(&[]));
    assert_eq!(named_in_help(&["pack"]), second(&["pack"]));
}

#[test]
fn what_cannot_be_printed_is_an_error_of_every_command() {
    for args in COMMANDS {
        let full = OpenOptions::new().write(true).open("/dev/full").expect("it is there on Linux");
        let (code, said) = ended(args, full);
        assert!(code == Some(2) && said.contains("No space left"), "{args:?}: {code:?} {said}");
    }
}

#[test]
fn a_reader_that_has_gone_away_is_a_quiet_success_of_every_command() {
    for args in COMMANDS {
        let (reader, writer) = std::io::pipe().expect("a pipe");
        drop(reader);
        assert_eq!(ended(args, writer), (Some(0), String::new()), "{args:?}");
    }
}

/// Every command that writes a file, but for its name.
const WRITERS: [&[&str]; 6] = [
    &["report", "good.json"],
    &["letter", "a.json"],
    &["draft", "security-clause", "good.json"],
    &["rescue", "cut.json"],
    &["pack", "table", "SAF-1", "--pack", "pack"],
    &["pack", "graph", "SAF-1", "--pack", "pack"],
];

/// Puts a file, links and a pipe into `folder`, and a device where that is allowed; gives the names of what is
/// never to be written over.
fn put_obstacles(folder: &Path) -> Vec<&'static str> {
    let at = |name: &str| folder.join(name);
    fs::write(at("file.txt"), "precious").expect("a file");
    symlink("file.txt", at("link.txt")).expect("a link");
    symlink("nowhere.txt", at("broken.txt")).expect("a link");
    let made = |name: &str, args: &[&str]| {
        let mut mknod = Command::new("mknod");
        mknod.arg(at(name)).args(args).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
    };
    assert!(made("pipe.txt", &["p"]));
    let device = made("device.txt", &["c", "1", "3"]).then_some("device.txt");
    ["link.txt", "broken.txt", "pipe.txt"].into_iter().chain(device).collect()
}

/// That all in `folder` is as [`put_obstacles`] put it, but for what is in the file.
fn check_obstacles(folder: &Path, args: &[&str]) {
    let kind = |name: &str| folder.join(name).symlink_metadata().expect("it is there").file_type();
    assert!(kind("link.txt").is_symlink() && kind("broken.txt").is_symlink() && kind("pipe.txt").is_fifo(), "{args:?}");
    assert!(!folder.join("device.txt").exists() || kind("device.txt").is_char_device(), "{args:?}");
    assert!(!folder.join("nowhere.txt").exists(), "{args:?}");
}

#[test]
fn every_command_that_writes_takes_no_place_unasked_and_none_but_of_files() {
    let folder = filled();
    let others = put_obstacles(folder.path());
    let tried = |args: &[&str], to: &str, more: &[&str]| run(folder.path(), &[args, &["-o", to], more].concat(), b"");
    let precious = || fs::read_to_string(folder.path().join("file.txt")).is_ok_and(|text| text == "precious");
    for args in WRITERS {
        for name in others.iter().chain(&["file.txt"]) {
            let (code, _, said) = tried(args, name, &[]);
            assert!(code == Some(2) && said.contains("already exists"), "{args:?} {name}: {said}");
        }
        for name in &others {
            let (code, _, said) = tried(args, name, &["--force"]);
            assert!(code == Some(2) && said.contains(name), "{args:?} {name}: {said}");
        }
        assert!(precious(), "{args:?}");
        check_obstacles(folder.path(), args);
    }
    for args in WRITERS {
        let (code, _, said) = tried(args, "file.txt", &["--force"]);
        assert!(code == Some(0) && !precious(), "{args:?}: {said}");
        fs::write(folder.path().join("file.txt"), "precious").expect("a file");
    }
}
