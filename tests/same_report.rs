//! One job, done in the wizard at three sizes and by lines through a pipe: the same bytes come out.

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use obligato::export::Format;
use tempfile::TempDir;
use termlens::{Key, Terminal};

/// A whole interview: what is typed in the wizard (`!` is Enter), and as a line.
const ANSWERS: [(&str, &str); 27] = [
    ("Chatterbox!", "Chatterbox"),
    ("1", "1"),
    ("Acme Inc.!", "Acme Inc."),
    ("orders!", "orders"),
    ("Maria Lopez, owner!", "Maria Lopez, owner"),
    ("y", "y"),
    ("y", "y"),
    ("14!", "1 4"),
    ("n", "n"),
    ("n", "n"),
    ("1", "1"),
    ("n", "n"),
    ("3", "3"),
    ("4", "4"),
    ("1", "1"),
    ("n", "n"),
    ("y", "y"),
    ("y", "y"),
    ("3", "3"),
    ("3", "3"),
    ("12!", "1 2"),
    ("y", "y"),
    ("1", "1"),
    ("4", "4"),
    ("1!", "1"),
    ("1!", "1"),
    ("1!", "1"),
];

/// When all of it happens: a report holds the day of the last answer.
const NOW: &str = "2026-11-24T12:00:00Z";

/// The answer that is changed at the end, from the list of answers.
const CHANGED: &str = "Must the vendor tell you of a breach";

fn wait(terminal: &mut Terminal, text: &str) {
    let seen = terminal.wait_until(|it| it.contains(text));
    assert!(seen.is_ok(), "never seen: {text}\n{}", terminal.screen());
}

fn press(terminal: &mut Terminal, key: Key) {
    terminal.send(key).expect("the program takes keys");
}

fn in_the_wizard(folder: &Path, size: (u16, u16)) {
    let mut terminal = Terminal::builder()
        .size(size.0, size.1)
        .env_clear()
        .env("TERM", "xterm-256color")
        .env("LC_ALL", "C.UTF-8")
        .env("OBLIGATO_NOW", NOW)
        .timeout(Duration::from_secs(10))
        .args(["--dir", &folder.display().to_string()])
        .spawn(env!("CARGO_BIN_EXE_obligato"))
        .expect("the program starts");
    let t = &mut terminal;
    wait(t, "Start a new assessment");
    press(t, Key::Enter);
    for (at, (typed, _)) in ANSWERS.iter().enumerate() {
        wait(t, &format!("Question {}, ", at + 1));
        for it in typed.chars() {
            press(t, if it == '!' { Key::Enter } else { Key::Char(it) });
        }
    }
    wait(t, "[Results]");
    change(t);
    say_origin(t);
    read_and_export(t);
    press(t, Key::Ctrl('c'));
    assert!(t.wait_exit().expect("it ends").success());
}

/// What is said, last, of where the changed answer comes from: what it rests on, who says so, evidence, note.
const ORIGIN: [&str; 4] = ["3", "Sam, sales", "e-mail of May 4", "ask for the clause"];

/// Says where the focused answer comes from.
fn say_origin(t: &mut Terminal) {
    let [basis, texts @ ..] = ORIGIN;
    press(t, Key::Char('w'));
    wait(t, "Where an answer comes from");
    t.send_str(basis).expect("the program takes keys");
    wait(t, &format!("(x) {basis}"));
    press(t, Key::Tab);
    for text in texts {
        t.send_str(text).expect("the program takes text");
        wait(t, &format!("> {text}"));
        press(t, Key::Enter);
    }
    wait(t, "[Answers]");
}

/// Changes one answer from the list of answers.
fn change(t: &mut Terminal) {
    to_menu(t, ">Results<");
    press(t, Key::Left);
    wait(t, ">Answers<");
    press(t, Key::Enter);
    wait(t, "[Answers]");
    while !t.screen().contains(&format!("> {CHANGED}")) {
        let before = t.screen().to_string();
        press(t, Key::Down);
        t.wait_until(|it| it.to_string() != before).expect("the next answer");
        t.wait_stable(Duration::from_millis(30)).expect("the whole of it");
    }
    press(t, Key::Enter);
    wait(t, "Answer one question");
    press(t, Key::Char('y'));
    wait(t, "> Change the answer");
    press(t, Key::Enter);
    wait(t, "[Answers]");
}

/// Goes round the panes to the row of places.
fn to_menu(t: &mut Terminal, here: &str) {
    while !t.screen().contains(here) {
        let before = t.screen().to_string();
        press(t, Key::Tab);
        t.wait_until(|it| it.to_string() != before).expect("the next pane");
        t.wait_stable(Duration::from_millis(60)).expect("a quiet screen");
    }
}

/// Opens a result and a provision, then exports in every form.
fn read_and_export(t: &mut Terminal) {
    to_menu(t, ">Answers<");
    press(t, Key::Right);
    wait(t, ">Results<");
    press(t, Key::Enter);
    wait(t, "[Results]");
    press(t, Key::Enter);
    wait(t, "scroll");
    press(t, Key::End);
    press(t, Key::Up);
    wait(t, "open the law");
    press(t, Key::Enter);
    wait(t, "What it says, in our words");
    press(t, Key::Esc);
    wait(t, "[Results]");
    to_menu(t, ">Results<");
    press(t, Key::Right);
    press(t, Key::Enter);
    wait(t, "Save the report");
    press(t, Key::Enter);
    wait(t, "Done. Your files:");
}

fn obligato(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_obligato"));
    command.arg("--dir").arg(folder).env_clear().env("LC_ALL", "C.UTF-8").env("OBLIGATO_NOW", NOW);
    command
}

fn by_lines(folder: &Path) {
    let mut child = obligato(folder)
        .arg("--plain")
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .expect("the program starts");
    let answers: Vec<&str> = ANSWERS.iter().map(|it| it.1).collect();
    // The changed answer is number 20 of the list; the number after those of the forms is all of them.
    let all = Format::ALL.len() + 1;
    let input = format!("{}\nv\n20\ny\nw20\n{}\nb\nr\ne\n{all}\n", answers.join("\n"), ORIGIN.join("\n"));
    child.stdin.take().expect("a pipe").write_all(input.as_bytes()).expect("it reads");
    assert!(child.wait().expect("it ends").success());
}

#[test]
fn the_wizard_at_every_size_and_lines_through_a_pipe_give_the_same_bytes() {
    let lines = TempDir::new().expect("a folder");
    by_lines(lines.path());
    let changed = fs::read_to_string(lines.path().join("chatterbox.json")).expect("answers");
    assert!(changed.contains("\"clause_breach\": {\n      \"value\": true"), "the change was made: {changed}");
    assert!(changed.contains("\"basis\": \"vendor\"") && changed.contains("ask for the clause"), "{changed}");
    let answers = lines.path().join("chatterbox.json");
    let printed = obligato(lines.path()).args(["report", "--format", "json"]).arg(answers).output();
    let printed = printed.expect("it runs").stdout;
    for size in [(80, 24), (120, 40), (60, 20)] {
        let wizard = TempDir::new().expect("a folder");
        in_the_wizard(wizard.path(), size);
        for ending in Format::ALL.map(Format::extension) {
            let name = format!("chatterbox-report.{ending}");
            let [ours, theirs] = [&wizard, &lines].map(|it| fs::read(it.path().join(&name)).expect("a report"));
            assert!(ours == theirs, "{size:?}: the reports in {ending} differ");
        }
        assert!(fs::read(wizard.path().join("chatterbox-report.json")).expect("a report") == printed);
    }
}
