//! Files from outside: what is no ordinary file is refused at once, and what is far too large, too long or
//! too many is told in a moment and in few words.

use std::fmt::Write as FormatWrite;
use std::fs;
use std::io::Write as _;
use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::cli::run;

/// The longest that anything here may take: a debug build on a busy computer.
const AT_ONCE: Duration = Duration::from_secs(5);

/// Runs the program, which has to end at once and with an error of few words, and gives these.
fn refused(folder: &Path, args: &[&str]) -> String {
    let start = Instant::now();
    let (code, out, said) = run(folder, args, b"q\n");
    assert!(start.elapsed() < AT_ONCE, "{args:?} took {:?}", start.elapsed());
    assert!(code == Some(2) || code == Some(1), "{args:?}: {code:?} {}", said.chars().take(300).collect::<String>());
    let told = if said.is_empty() { out } else { said };
    assert!(told.len() < 3_000_000 && told.lines().all(|line| line.len() < 5_000), "{args:?} says {}", told.len());
    told
}

#[test]
fn what_is_no_ordinary_file_is_refused_at_once() {
    let folder = TempDir::new().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    fs::write(at("good.json"), "{}").expect("a file");
    assert!(Command::new("mkfifo").arg(at("pipe.json")).status().expect("mkfifo").success());
    let _socket = UnixListener::bind(at("socket.json")).expect("a socket");
    symlink("/dev/zero", at("zeros.json")).expect("a link");
    symlink("pipe.json", at("link.json")).expect("a link");
    fs::create_dir(at("folder.json")).expect("a folder");
    for name in ["pipe.json", "socket.json", "zeros.json", "link.json", "folder.json"] {
        for args in [
            vec!["report", name],
            vec!["start", "--plain", name],
            vec!["letter", name],
            vec!["merge", name, "good.json"],
            vec!["draft", "security-clause", name],
        ] {
            let said = refused(folder.path(), &args);
            let words = if name == "folder.json" { "is a folder" } else { "not an ordinary file" };
            assert!(said.contains(words), "{args:?}: {said}");
        }
    }
    // A folder of assessments in which such things lie is listed without them.
    let (code, out, _) = run(folder.path(), &["--dir", ".", "--plain"], b"q\n");
    assert!(code == Some(0) && !out.contains("pipe") && !out.contains("zeros"), "{out}");
}

/// A small sound pack in `folder`, with more in one of its files.
fn pack_with(folder: &Path, file: &str, more: &str) {
    for (name, text) in obligato::shipped::skeleton().paths().map(|path| (path.to_owned(), path.to_owned())) {
        let path = folder.join("pack").join(&name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, obligato::shipped::skeleton().text(&text)).expect("a file");
    }
    let path = folder.join("pack").join(file);
    let text = fs::read_to_string(&path).unwrap_or_default();
    fs::write(path, more.to_owned() + &text).expect("a file");
}

#[test]
fn a_pack_is_read_up_to_a_limit() {
    let folder = TempDir::new().expect("a folder");
    pack_with(folder.path(), "pack.toml", "");
    let pack = folder.path().join("pack");
    symlink("/dev/zero", pack.join("zeros.toml")).expect("a link");
    assert!(refused(folder.path(), &["pack", "check", "pack"]).contains("not an ordinary file"));
    fs::remove_file(pack.join("zeros.toml")).expect("the link");
    for at in 0..5 {
        fs::write(pack.join(format!("large-{at}.toml")), "#".repeat(4 << 20)).expect("a file");
    }
    assert!(refused(folder.path(), &["pack", "check", "pack"]).contains("16 MiB together"));
}

#[test]
fn faults_without_end_are_told_in_a_moment() {
    let long = "x".repeat(3_900_000);
    let many = (0..20_000).fold(String::new(), |mut text, at| {
        let _ = writeln!(text, "questiom_{at} = 1");
        text
    });
    let tables = "[[x]]\n".repeat(200_000);
    for more in [format!("{long} = 1\n"), many, tables] {
        let folder = TempDir::new().expect("a folder");
        pack_with(folder.path(), "facts.toml", &more);
        let said = refused(folder.path(), &["pack", "check", "pack"]);
        assert!(said.contains("unknown key"), "{}", said.chars().take(300).collect::<String>());
    }
    let folder = TempDir::new().expect("a folder");
    for record in [
        format!("{{\"{long}\": true}}"),
        format!("{{\"glba\": \"{long}\"}}"),
        format!("{{\"data_role\": \"{long}\"}}"),
        format!("{{\"format\": \"{long}\"}}"),
        format!("{{\"{long}\": 1, \"{long}\": 2}}"),
    ] {
        fs::write(folder.path().join("long.json"), record.get(..4_000_000).unwrap_or(&record)).expect("a file");
        assert!(refused(folder.path(), &["report", "long.json"]).len() < 2_000);
    }
}

/// The program under `strace`, every second sync of which fails: those of folders. It says so, and keeps to
/// one file. Where `strace` is not installed, the test says so and ends.
#[test]
#[expect(clippy::print_stderr, reason = "a test that does not run says so")]
fn a_folder_that_is_not_synced_is_told_and_makes_no_second_file() {
    let folder = TempDir::new().expect("a folder");
    let mut command = Command::new("strace");
    command.args(["-f", "-qq", "-o", "/dev/null", "-e", "trace=fsync", "-e", "inject=fsync:error=EIO:when=2+2"]);
    command.args([env!("CARGO_BIN_EXE_obligato"), "--plain", "--dir", ".", "start"]).current_dir(folder.path());
    command.stdin(Stdio::piped()).stdout(Stdio::piped());
    let Ok(mut child) = command.spawn() else {
        eprintln!("skipped: strace is not installed here");
        return;
    };
    let _ = child.stdin.take().expect("a pipe").write_all(b"Chat\n1\nAcme\nq\n");
    let output = child.wait_with_output().expect("it ends");
    let said = String::from_utf8_lossy(&output.stdout).split_whitespace().collect::<Vec<&str>>().join(" ");
    assert_eq!(said.matches("they may not survive a power cut").count(), 1, "{said}");
    assert!(!said.contains("could not be saved"), "{said}");
    assert_eq!(fs::read_dir(folder.path()).expect("the folder").count(), 1, "one file: {said}");
}

#[test]
fn arguments_are_repeated_without_what_steers_a_terminal() {
    let folder = TempDir::new().expect("a folder");
    for hostile in ["\u{1b}[2J", "\u{202e}gnp", "a\nerror: b", "\u{9b}31m", "\u{1b}]0;x\u{7}"] {
        for args in [
            vec![hostile.to_owned()],
            vec![format!("--theme={hostile}")],
            vec!["report".to_owned(), "good.json".to_owned(), format!("--format={hostile}")],
            vec!["letter".to_owned(), "good.json".to_owned(), format!("--reply-by={hostile}")],
            vec![format!("--{hostile}")],
            vec!["schema".to_owned(), hostile.to_owned()],
        ] {
            let args: Vec<&str> = args.iter().map(String::as_str).collect();
            let (code, _, said) = run(folder.path(), &args, b"");
            assert_eq!(code, Some(2), "{args:?}");
            assert!(said.chars().all(|it| it == '\n' || obligato::text::is_plain(it)), "{args:?}: {said:?}");
            assert!(!said.contains("\nerror: b"), "{said}");
        }
    }
}

#[test]
fn what_cannot_be_printed_is_an_error_of_every_command() {
    let folder = TempDir::new().expect("a folder");
    fs::write(folder.path().join("good.json"), "{}").expect("a record");
    for args in [
        &["--help"][..],
        &["--version"],
        &["report", "good.json"],
        &["questions"],
        &["draft"],
        &["draft", "security-clause", "good.json"],
        &["schema"],
        &["man"],
        &["completions", "bash"],
        &["pack", "list"],
        &["pack", "check"],
        &["pack", "table", "CON-1"],
        &["--plain", "--dir", "."],
    ] {
        let full = fs::OpenOptions::new().write(true).open("/dev/full").expect("it is there on Linux");
        let mut command = Command::new(env!("CARGO_BIN_EXE_obligato"));
        command.args(args).current_dir(folder.path()).stdin(Stdio::null()).stdout(full).stderr(Stdio::null());
        assert_eq!(command.status().expect("it ends").code(), Some(2), "{args:?}");
    }
}
