//! Files from outside: what is no ordinary file is refused at once, and what is far too large, too long or
//! too many is told in a moment and in few words.

use std::fmt::Write as FormatWrite;
use std::fs;
use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use tempfile::TempDir;

use crate::cli::{run, run_by};
use crate::packs;

/// The longest that anything here may take: a debug build on a busy computer.
const AT_ONCE: Duration = Duration::from_secs(5);

/// Runs the program, which has to end at once and with an error of few words, and gives these. One that hangs
/// is ended.
fn refused(folder: &Path, args: &[&str]) -> String {
    let mut program = Command::new("timeout");
    program.args([&AT_ONCE.as_secs().to_string(), env!("CARGO_BIN_EXE_obligato")]);
    let (code, out, said) = run_by(program, folder, args, b"q\n");
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
    assert_eq!(run(folder.path(), &["start", "answers.json", "--plain"], b"Chat\n").0, Some(0));
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
            vec!["merge", "answers.json", name],
            vec!["draft", "security-clause", name],
            vec!["rescue", name],
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
    packs::put_in(&folder.join("pack"), &obligato::shipped::skeleton());
    let path = folder.join("pack").join(file);
    let text = fs::read_to_string(&path).unwrap_or_default();
    fs::write(path, more.to_owned() + &text).expect("a file");
}

/// What stands in place of what the program lays beside the answers is no more waited for.
#[test]
fn a_pipe_in_place_of_what_was_typed_is_passed_over() {
    let folder = TempDir::new().expect("a folder");
    assert_eq!(run(folder.path(), &["start", "a.json", "--plain"], b"Chat\n").0, Some(0));
    assert!(Command::new("mkfifo").arg(folder.path().join(".a.json.typing")).status().expect("mkfifo").success());
    let mut program = Command::new("timeout");
    program.args(["5", env!("CARGO_BIN_EXE_obligato")]);
    let (code, out, said) = run_by(program, folder.path(), &["start", "a.json", "--plain"], b"1\n");
    assert!(code == Some(0) && out.contains("Question 3"), "{said}");
}

/// A pipe and a file without end in a pack, for every command that reads one.
#[test]
fn every_command_refuses_a_pack_of_what_is_no_ordinary_file() {
    let folder = TempDir::new().expect("a folder");
    pack_with(folder.path(), "pack.toml", "");
    fs::create_dir(folder.path().join("sound")).expect("a folder");
    pack_with(&folder.path().join("sound"), "pack.toml", "");
    fs::write(folder.path().join("good.json"), "{}").expect("a file");
    let of_old = serde_json::json!({
        "format": "obligato answers", "version": 1,
        "pack": { "id": "new-mexico", "version": "0.1.0", "digest": "0".repeat(64) },
        "created": "2026-11-01T00:00:00Z", "updated": "2026-11-01T00:00:00Z", "answers": {}, "readings": {}, "set_aside": [],
    });
    fs::write(folder.path().join("old.json"), of_old.to_string()).expect("a file");
    let odd = folder.path().join("pack/odd.toml");
    let put: [&dyn Fn(); 2] =
        [&|| assert!(Command::new("mkfifo").arg(&odd).status().expect("mkfifo").success()), &|| {
            symlink("/dev/zero", &odd).expect("a link");
        }];
    for put in put {
        put();
        for args in [
            &["pack", "check", "pack"][..],
            &["pack", "test", "pack"],
            &["pack", "mutants", "pack"],
            &["pack", "coverage", "pack"],
            &["pack", "fmt", "pack"],
            &["pack", "diff", "pack"],
            &["pack", "diff", "sound/pack", "pack"],
            &["pack", "table", "WAL-1", "--pack", "pack"],
            &["pack", "sign", "WAL-1", "--by", "Ann", "--pack", "pack"],
            &["pack", "explain", "WAL-1", "--pack", "pack"],
            &["pack", "graph", "--pack", "pack"],
            &["questions", "--pack", "pack"],
            &["report", "good.json", "--pack", "pack"],
            &["draft", "--pack", "pack"],
            &["letter", "old.json", "--pack", "pack"],
            &["merge", "old.json", "good.json", "--pack", "pack"],
            &["rescue", "old.json", "--pack", "pack"],
            &["start", "--plain", "--pack", "pack"],
            &["--plain", "--pack", "pack"],
            &["report", "old.json", "--rejudge", "--against", "pack"],
            &["start", "old.json", "--plain", "--rejudge", "--against", "pack"],
        ] {
            let said = refused(folder.path(), args);
            assert!(said.contains("not an ordinary file"), "{args:?}: {said}");
        }
        fs::remove_file(&odd).expect("it is there");
    }
}

/// A file that takes no room on the disk and would take all memory is read as far as one may be long.
#[test]
fn no_more_of_a_file_is_read_than_it_may_have() {
    let folder = TempDir::new().expect("a folder");
    pack_with(folder.path(), "pack.toml", "");
    for name in ["endless.json", "pack/endless.toml"] {
        fs::File::create(folder.path().join(name)).and_then(|file| file.set_len(1 << 40)).expect("a file with a hole");
    }
    for args in [&["report", "endless.json"][..], &["rescue", "endless.json"], &["pack", "check", "pack"]] {
        let said = refused(folder.path(), args);
        let words = ["larger than 4 MiB", "no answer in this file can be read", "too large for a pack"];
        assert!(words.iter().any(|words| said.contains(words)), "{args:?}: {said}");
    }
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

/// Neither many files nor deep folders keep it busy.
#[test]
fn of_a_pack_so_many_files_are_read_and_so_deep() {
    let folder = TempDir::new().expect("a folder");
    pack_with(folder.path(), "pack.toml", "");
    let pack = folder.path().join("pack");
    fs::create_dir_all(pack.join("a/b/c")).expect("folders");
    symlink("/dev/zero", pack.join("a/b/c/zeros.toml")).expect("a link");
    symlink("..", pack.join("a/b/c/up")).expect("a link");
    let (code, out, _) = run(folder.path(), &["pack", "check", "pack"], b"");
    assert!(code == Some(0) && out.contains("no faults found"), "{out}");
    let fill = |ending: &str, count: usize| {
        // Names are made sooner than files.
        fs::write(pack.join("a/first"), "").expect("a file");
        let name = |at: usize| fs::hard_link(pack.join("a/first"), pack.join(format!("a/{at}.{ending}")));
        (0..count).for_each(|at| name(at).expect("a name"));
        assert!(refused(folder.path(), &["pack", "check", "pack"]).contains("at most 1000 files"), "{ending}");
        fs::remove_dir_all(pack.join("a")).and_then(|()| fs::create_dir(pack.join("a"))).expect("a folder");
    };
    fill("toml", 1_001);
    fill("txt", 10_001);
}

#[test]
fn standard_input_is_read_up_to_a_limit() {
    let folder = TempDir::new().expect("a folder");
    let mut shell = Command::new("sh");
    let (program, most) = (env!("CARGO_BIN_EXE_obligato"), 1 << 20);
    shell.args(["-c", &format!("ulimit -v {most}; exec timeout 5 {program} report - < /dev/zero")]);
    let (code, _, said) = run_by(shell, folder.path(), &[], b"");
    assert!(code == Some(2) && said.contains("larger than 4 MiB"), "{code:?} {said}");
}

/// Ten rules of 16 terms of five answers each: to find all their boxes would take hours.
#[test]
fn entangled_rules_are_refused_at_once() {
    let folder = TempDir::new().expect("a folder");
    pack_with(folder.path(), "pack.toml", "");
    for (file, more) in packs::tangle(10, 30, 16, 5) {
        let path = folder.path().join("pack").join(file);
        let text = fs::read_to_string(&path).expect("a file of the pack");
        fs::write(path, text + &more).expect("a file of the pack");
    }
    for args in [&["pack", "check", "pack"][..], &["start", "--plain", "--pack", "pack"]] {
        let said = refused(folder.path(), args);
        assert_eq!(said.matches("need too many boxes").count(), 10, "{said}");
    }
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
    pack_with(folder.path(), "pack.toml", "");
    let keys: Vec<String> = (0..2_000).map(|at| format!("k{at} = 1")).collect();
    let one_line = format!("fact = [{{ long = \"{long}\", {} }}]\n", keys.join(", "));
    fs::write(folder.path().join("pack/facts.toml"), one_line).expect("a file of the pack");
    assert!(refused(folder.path(), &["pack", "check", "pack"]).contains("1000 errors"));
    let folder = TempDir::new().expect("a folder");
    let lines = "a line of a text without end\n".repeat(100_000);
    pack_with(folder.path(), "facts.toml", &format!("[[fact]]\nid = \"\"\"\n{lines}\u{200b}\"\"\"\n"));
    let said = refused(folder.path(), &["pack", "check", "pack"]);
    assert!(said.contains("hidden-character") && said.len() < 10_000, "{}", said.len());
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

/// A core file of the system holds the answers, and a sum can be made to fit: the program does not keep anybody from
/// either, but says so.
#[test]
fn the_readme_tells_what_is_not_promised() {
    let readme =
        fs::read_to_string("README.md").expect("the front page").split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(readme.contains("the dump holds your answers") && readme.contains("`ulimit -c 0`"));
    assert!(readme.contains("Its sum shows damage, not intent"));
}
