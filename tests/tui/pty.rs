//! The real program in a pseudo-terminal: whatever way it is left, the terminal is as it was and
//! nothing that was acknowledged is lost.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use termlens::{Key, Screen, Signal, Terminal, TerminalBuilder};

/// An empty folder called `name`.
pub fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("tui").join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder");
    folder
}

/// A terminal of this size, whose program sees nothing of the environment but `env`.
pub fn builder(size: (u16, u16), env: &[(&str, &str)]) -> TerminalBuilder {
    let mut builder = Terminal::builder()
        .size(size.0, size.1)
        .env_clear()
        .env("TERM", "xterm-256color")
        .env("LC_ALL", "C.UTF-8")
        .timeout(Duration::from_secs(10));
    for (key, value) in env {
        builder = builder.env(key, value);
    }
    builder
}

/// The program over `folder`.
pub fn program(size: (u16, u16), folder: &Path, args: &[&str], env: &[(&str, &str)]) -> Terminal {
    let folder = folder.display().to_string();
    let args = ["--dir", &folder].into_iter().chain(args.iter().copied());
    builder(size, env).args(args).spawn(env!("CARGO_BIN_EXE_obligato")).expect("the program starts")
}

/// Waits until the screen holds `text`.
pub fn wait(terminal: &mut Terminal, text: &str) {
    if terminal.wait_until(|it| it.contains(text)).is_err() {
        panic_with(text, &terminal.screen());
    }
}

#[expect(clippy::panic, reason = "a test fails by panicking")]
fn panic_with(text: &str, screen: &Screen) {
    panic!("never seen: {text}\n{screen}");
}

pub fn send(terminal: &mut Terminal, key: Key) {
    terminal.send(key).expect("the program takes keys");
}

/// Types a line and confirms it.
pub fn line(terminal: &mut Terminal, text: &str) {
    terminal.send_str(text).expect("the program takes text");
    wait(terminal, text);
    send(terminal, Key::Enter);
}

/// Gives the terminal's state after the program ended with `code`.
pub fn ended(terminal: &mut Terminal, code: u32) {
    let status = terminal.wait_exit_for(Duration::from_secs(10)).expect("the program ends");
    assert_eq!(status.code(), Some(code), "{status:?}");
    let screen = terminal.screen();
    assert!(!screen.alternate_screen() && screen.cursor_visible() && !screen.bracketed_paste(), "{screen}");
}

#[test]
fn from_the_first_question_to_the_files() {
    let folder = folder("whole");
    let mut t = program((80, 24), &folder, &[], &[]);
    wait(&mut t, "Start a new assessment");
    send(&mut t, Key::Enter);
    wait(&mut t, "What is the tool called?");
    line(&mut t, "Señal 日本");
    wait(&mut t, "What kind of customer service tool");
    wait(&mut t, "Saved");
    send(&mut t, Key::Esc);
    wait(&mut t, "> Señal 日本");
    send(&mut t, Key::Enter);
    wait(&mut t, "Question 2");
    send(&mut t, Key::Tab);
    wait(&mut t, ">Questions<");
    send(&mut t, Key::Right);
    wait(&mut t, ">Answers<");
    send(&mut t, Key::Enter);
    wait(&mut t, "Your answers: Señal 日本");
    send(&mut t, Key::Tab);
    wait(&mut t, ">Answers<");
    send(&mut t, Key::Right);
    send(&mut t, Key::Enter);
    wait(&mut t, "[Results]");
    send(&mut t, Key::Enter);
    wait(&mut t, "scroll");
    send(&mut t, Key::End);
    send(&mut t, Key::Up);
    wait(&mut t, "open the law");
    send(&mut t, Key::Enter);
    wait(&mut t, "What it says, in our words");
    send(&mut t, Key::End);
    t.wait_until(|it| it.links().iter().any(|link| link.uri().starts_with("https://"))).expect("a link");
    send(&mut t, Key::Esc);
    wait(&mut t, "[Results]");
    send(&mut t, Key::Tab);
    wait(&mut t, ">Results<");
    send(&mut t, Key::Right);
    send(&mut t, Key::Enter);
    wait(&mut t, "Save the report");
    send(&mut t, Key::Enter);
    wait(&mut t, "Done. Your files:");
    send(&mut t, Key::Ctrl('c'));
    ended(&mut t, 0);
    assert!(
        folder.read_dir().expect("the folder").flatten().any(|it| it.path().to_string_lossy().ends_with("-report.md"))
    );
}

#[test]
fn what_was_saved_is_there_after_a_kill() {
    let folder = folder("kill");
    let mut t = program((80, 24), &folder, &["start"], &[]);
    wait(&mut t, "What is the tool called?");
    line(&mut t, "Chatterbox");
    wait(&mut t, "Saved");
    t.signal(Signal::Kill).expect("a signal");
    t.wait_exit().expect("the end");
    let mut t = program((80, 24), &folder, &[], &[]);
    wait(&mut t, "> Chatterbox");
    send(&mut t, Key::Enter);
    wait(&mut t, "What kind of customer service tool");
    send(&mut t, Key::Ctrl('c'));
    ended(&mut t, 0);
}

#[test]
fn where_an_answer_comes_from_is_there_after_a_kill() {
    let folder = folder("kill-origin");
    let mut t = program((80, 24), &folder, &["start"], &[("OBLIGATO_NOW", "2026-11-24T12:00:00Z")]);
    wait(&mut t, "What is the tool called?");
    line(&mut t, "Chatterbox");
    wait(&mut t, "Question 2");
    send(&mut t, Key::Esc);
    wait(&mut t, "Add where this comes from");
    send(&mut t, Key::Down);
    send(&mut t, Key::Down);
    wait(&mut t, "> Add where");
    send(&mut t, Key::Enter);
    wait(&mut t, "Where an answer comes from");
    t.send_str("4").expect("a key");
    wait(&mut t, "(x) 4");
    send(&mut t, Key::Tab);
    line(&mut t, "Ann, buyer");
    t.paste("invoice 7,\nfirst page").expect("a paste");
    wait(&mut t, "> invoice 7, first page");
    send(&mut t, Key::Enter);
    t.send_str("renewed in May").expect("text");
    wait(&mut t, "> renewed in May");
    wait(&mut t, "Saved");
    t.signal(Signal::Kill).expect("a signal");
    t.wait_exit().expect("the end");
    let saved = std::fs::read_to_string(folder.join("chatterbox.json")).expect("the answers");
    let saved: serde_json::Value = serde_json::from_str(&saved).expect("whole answers");
    let want = serde_json::json!({
        "value": "Chatterbox",
        "at": "2026-11-24T12:00:00Z",
        "basis": "paper",
        "by": "Ann, buyer",
        "evidence": "invoice 7, first page",
        "note": "renewed in May",
    });
    assert_eq!(saved["answers"]["tool_name"], want);
}

/// The program where the note of the first answer is typed, and its folder.
fn at_a_note(name: &str) -> (Terminal, PathBuf) {
    let folder = folder(name);
    let mut t = program((80, 24), &folder, &["start"], &[]);
    wait(&mut t, "What is the tool called?");
    line(&mut t, "Chatterbox");
    wait(&mut t, "Question 2");
    send(&mut t, Key::Esc);
    wait(&mut t, "Add where this comes from");
    send(&mut t, Key::Down);
    send(&mut t, Key::Down);
    wait(&mut t, "> Add where");
    send(&mut t, Key::Enter);
    wait(&mut t, "Where an answer comes from");
    send(&mut t, Key::BackTab);
    (t, folder)
}

/// Opens the assessment in `folder` again and looks for `note`.
fn holds_note(folder: &Path, note: &str) {
    let mut t = program((80, 24), folder, &[], &[]);
    wait(&mut t, "> Chatterbox");
    send(&mut t, Key::Enter);
    wait(&mut t, "Question 2");
    send(&mut t, Key::Esc);
    wait(&mut t, note);
    send(&mut t, Key::Ctrl('c'));
    ended(&mut t, 0);
}

#[test]
fn a_note_that_was_typed_a_second_ago_is_there_after_a_kill() {
    let (mut t, folder) = at_a_note("kill-note");
    t.send_str("call again").expect("text");
    wait(&mut t, "> call again");
    std::thread::sleep(Duration::from_millis(1_200));
    t.signal(Signal::Kill).expect("a signal");
    t.wait_exit().expect("the end");
    holds_note(&folder, "Note: call again");
}

#[test]
fn of_a_note_that_is_typed_without_a_pause_a_second_is_lost_at_most() {
    let (mut t, folder) = at_a_note("kill-note-on");
    for letter in "call again, and".split_inclusive(char::is_alphanumeric) {
        t.send_str(letter).expect("text");
        std::thread::sleep(Duration::from_millis(80));
    }
    t.signal(Signal::Kill).expect("a signal");
    t.wait_exit().expect("the end");
    holds_note(&folder, "Note: c");
}

#[test]
fn what_is_being_typed_is_there_after_a_signal() {
    let (mut t, folder) = at_a_note("signal-note");
    t.send_str("call again").expect("text");
    wait(&mut t, "> call again");
    t.signal(Signal::Term).expect("a signal");
    ended(&mut t, 143);
    holds_note(&folder, "Note: call again");
}

#[test]
fn signals_end_it_and_give_the_terminal_back() {
    for (signal, code) in [(Signal::Term, 143), (Signal::Hup, 129), (Signal::Int, 130)] {
        let mut t = program((80, 24), &folder("signals"), &["start"], &[]);
        wait(&mut t, "What is the tool called?");
        t.signal(signal).expect("a signal");
        ended(&mut t, code);
    }
}

#[test]
fn it_stops_and_goes_on() {
    let mut t = program((80, 24), &folder("stop"), &["start"], &[]);
    wait(&mut t, "What is the tool called?");
    t.send_str("abc").expect("text");
    wait(&mut t, "> abc");
    send(&mut t, Key::Ctrl('z'));
    t.wait_until(|it| !it.alternate_screen() && it.cursor_visible()).expect("the main screen");
    let pid = t.pid().expect("a process").to_string();
    while !is_stopped(&pid) {
        std::thread::yield_now();
    }
    Command::new("kill").args(["-CONT", &pid]).status().expect("kill runs");
    t.wait_until(|it| it.alternate_screen() && it.contains("> abc")).expect("all is back");
    send(&mut t, Key::Ctrl('c'));
    ended(&mut t, 0);
}

fn is_stopped(pid: &str) -> bool {
    let state = Command::new("ps").args(["-o", "state=", "-p", pid]).output().expect("ps runs");
    state.stdout.starts_with(b"T")
}

#[test]
fn a_burst_of_sizes_ends_with_the_last_one_drawn() {
    let mut t = program((80, 24), &folder("burst"), &["start"], &[]);
    for _ in 0..5 {
        wait(&mut t, "What is the tool called?");
        t.resize(10, 3).expect("a size");
        t.resize(120, 40).expect("a size");
        wait(&mut t, "Results so far");
        t.resize(39, 11).expect("a size");
        wait(&mut t, "too small");
        t.resize(60, 20).expect("a size");
    }
    send(&mut t, Key::Ctrl('c'));
    ended(&mut t, 0);
}

#[test]
fn without_colors_the_focused_row_is_reversed() {
    let mut t = program((80, 24), &folder("mono"), &[], &[("NO_COLOR", "1")]);
    t.wait_until(|it| it.contains("Start a new") && it.find_by(|cell| cell.style().reverse).is_some())
        .expect("a reversed row");
    let colored = t.screen().find_by(|cell| cell.style().fg != termlens::Color::Default);
    assert_eq!(colored, None);
    send(&mut t, Key::Esc);
    ended(&mut t, 0);
}

#[test]
fn a_paste_is_text_and_nothing_more() {
    let mut t = program((80, 24), &folder("paste"), &["start"], &[]);
    t.wait_until(|it| it.contains("What is the tool called?") && it.bracketed_paste()).expect("the question");
    t.paste("Chatter\nbox\n").expect("a paste");
    wait(&mut t, "> Chatter box");
    assert!(t.screen().contains("Question 1"));
    send(&mut t, Key::Ctrl('c'));
    ended(&mut t, 0);
}

#[test]
fn what_cannot_be_saved_is_kept_and_tried_again() {
    let folder = folder("unsaved");
    let blocked = folder.join("blocked");
    std::fs::write(&blocked, "").expect("a file in the way");
    let mut t = program((80, 24), &blocked, &["start"], &[]);
    wait(&mut t, "What is the tool called?");
    line(&mut t, "Chatterbox");
    wait(&mut t, "Not saved:");
    send(&mut t, Key::Ctrl('c'));
    wait(&mut t, "Your last answers are not saved");
    send(&mut t, Key::Enter);
    wait(&mut t, "What kind of customer service tool");
    std::fs::remove_file(&blocked).expect("the way is free");
    t.wait_until(|it| !it.contains("Not saved:") && it.contains("Saved")).expect("saved after all");
    assert!(blocked.join("chatterbox.json").exists());
    send(&mut t, Key::Ctrl('c'));
    ended(&mut t, 0);
}

/// The program with an answer that cannot be saved, and the file in the way.
fn with_an_unsaved_answer(name: &str) -> (Terminal, PathBuf) {
    let blocked = folder(name).join("blocked");
    std::fs::write(&blocked, "").expect("a file in the way");
    let mut t = program((80, 24), &blocked, &["start"], &[]);
    wait(&mut t, "What is the tool called?");
    line(&mut t, "Chatterbox");
    wait(&mut t, "Not saved:");
    (t, blocked)
}

#[test]
fn left_with_answers_that_are_not_saved_it_says_so_by_its_code() {
    let (mut t, _) = with_an_unsaved_answer("unsaved-left");
    send(&mut t, Key::Ctrl('c'));
    wait(&mut t, "Your last answers are not saved");
    send(&mut t, Key::Ctrl('c'));
    ended(&mut t, 3);

    let (mut t, _) = with_an_unsaved_answer("unsaved-home");
    send(&mut t, Key::Tab);
    send(&mut t, Key::Left);
    wait(&mut t, ">Home<");
    send(&mut t, Key::Enter);
    wait(&mut t, "Your last answers are not saved");
    send(&mut t, Key::Down);
    send(&mut t, Key::Enter);
    wait(&mut t, "Start a new assessment");
    send(&mut t, Key::Ctrl('c'));
    ended(&mut t, 3);
}

#[test]
fn a_signal_saves_what_could_not_be_saved_before() {
    let (mut t, _) = with_an_unsaved_answer("unsaved-signal");
    t.signal(Signal::Term).expect("a signal");
    ended(&mut t, 3);

    let (mut t, blocked) = with_an_unsaved_answer("unsaved-signal-freed");
    std::fs::remove_file(&blocked).expect("the way is free");
    t.signal(Signal::Term).expect("a signal");
    ended(&mut t, 143);
    assert!(blocked.join("chatterbox.json").exists());
}

#[test]
fn ascii_is_ascii() {
    let mut t = program((80, 24), &folder("ascii"), &["--ascii", "start"], &[]);
    wait(&mut t, "What is the tool called?");
    line(&mut t, "Chatterbox");
    wait(&mut t, "What kind of customer service tool");
    let screen = t.screen().to_string();
    assert!(screen.is_ascii(), "{screen}");
    send(&mut t, Key::Ctrl('c'));
    ended(&mut t, 0);
}

/// An answer file of `pack` with these answers.
fn seed(path: &Path, pack: &obligato::pack::Pack, answers: &serde_json::Value) {
    let answers = answers.as_object().expect("answers").iter();
    let answers: serde_json::Map<String, serde_json::Value> =
        answers.map(|(id, value)| (id.clone(), serde_json::json!({ "value": value, "note": "by heart" }))).collect();
    let file = serde_json::json!({
        "format": "obligato answers",
        "version": 1,
        "pack": { "id": pack.id, "version": pack.version, "digest": pack.digest },
        "created": "2026-11-24T12:00:00Z",
        "updated": "2026-11-24T12:00:00Z",
        "answers": answers,
        "readings": {},
        "set_aside": [],
    });
    std::fs::write(path, file.to_string()).expect("a file");
}

/// From a duty among the results to the paper, and back with what the check found; a kill on the way
/// loses neither file, and the check goes on where it was.
#[test]
fn a_paper_is_checked_from_among_the_results() {
    let folder = folder("paper");
    let (main, check) = (folder.join("chatterbox.json"), folder.join("chatterbox-vendor-contract.json"));
    let answers = serde_json::json!({
        "tool_name": "Chatterbox", "nm_resident": true, "full_name": true, "data_elements": ["ssn"],
        "unreadable": false, "public_only": false, "data_role": "own_or_license", "gov_nm": false, "glba": false,
        "hipaa_role": "neither", "nm_ins_licensee": false, "outside_vendor": true, "vendor_access": true,
        "clause_breach": true,
    });
    seed(&main, &obligato::shipped::pack(), &answers);
    let paper = obligato::shipped::called("vendor-contract").expect("a shipped pack").pack();
    let before: serde_json::Map<String, serde_json::Value> = paper
        .questions
        .iter()
        .take_while(|it| it.id != "contract_state")
        .map(|it| (it.id.clone(), "unsure".into()))
        .collect();
    seed(&check, paper, &before.into());
    let whole = std::fs::read(&main).expect("the file");

    let mut t = to_the_paper(&folder, &main);
    wait(&mut t, "How was the contract made?");
    t.send_str("3").expect("the program takes text");
    send(&mut t, Key::Enter);
    wait(&mut t, "Saved");
    t.signal(Signal::Kill).expect("it runs");
    let _ = t.wait_exit_for(Duration::from_secs(3));
    assert!(std::fs::read_to_string(&check).expect("the check").contains("\"draft\""));

    let mut t = to_the_paper(&folder, &main);
    wait(&mut t, "[Questions]");
    send(&mut t, Key::Tab);
    wait(&mut t, ">Questions<");
    send(&mut t, Key::Left);
    wait(&mut t, ">Back<");
    send(&mut t, Key::Enter);
    wait(&mut t, "Add it to the assessment");
    wait(&mut t, "Your answer would change from \"Yes\" to \"No\".");
    assert_eq!(std::fs::read(&main).expect("the file"), whole, "nothing is taken over unasked");
    send(&mut t, Key::Enter);
    wait(&mut t, "[Results]");
    wait(&mut t, "Saved");
    send(&mut t, Key::Ctrl('c'));
    ended(&mut t, 0);
    let saved: serde_json::Value =
        serde_json::from_slice(&std::fs::read(&main).expect("the file")).expect("an answer file");
    for (id, no, note) in
        [("clause_security", "no".into(), serde_json::Value::Null), ("clause_breach", false.into(), "by heart".into())]
    {
        let entry = &saved["answers"][id];
        assert_eq!((&entry["value"], &entry["basis"]), (&no, &"check".into()), "{id}");
        assert_eq!((&entry["evidence"], &entry["note"]), (&"chatterbox-vendor-contract.json".into(), &note), "{id}");
    }
}

/// The wizard over `main`, gone to the duty of the security clause and from there into the paper.
fn to_the_paper(folder: &Path, main: &Path) -> Terminal {
    let mut t = program((80, 24), folder, &["start", &main.display().to_string()], &[]);
    wait(&mut t, "[Questions]");
    send(&mut t, Key::Tab);
    wait(&mut t, ">Questions<");
    send(&mut t, Key::Right);
    wait(&mut t, ">Answers<");
    send(&mut t, Key::Right);
    wait(&mut t, ">Results<");
    send(&mut t, Key::Enter);
    wait(&mut t, "Put a security clause");
    send(&mut t, Key::Enter);
    wait(&mut t, "scroll");
    for _ in 0..40 {
        if t.screen().contains("check the document") {
            break;
        }
        send(&mut t, Key::Down);
        std::thread::sleep(Duration::from_millis(100));
    }
    wait(&mut t, "check the document");
    send(&mut t, Key::Enter);
    t
}
