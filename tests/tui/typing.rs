//! What is typed and not confirmed, with the real program: it outlives a kill and a window that is closed, is
//! offered at its question alone, and is never an answer by itself.

use std::path::Path;
use std::time::Duration;

use termlens::{Key, Signal, Terminal};

use crate::tui::pty::{ended, folder, line, program, send, wait};

/// What is said of a text that is offered again.
const OFFERED: &str = "You had typed this";

/// The program at its first question, with `text` typed and not confirmed.
fn typed(folder: &Path, text: &str) -> Terminal {
    let mut t = program((80, 24), folder, &["start"], &[]);
    wait(&mut t, "What is the tool called?");
    t.send_str(text).expect("text");
    wait(&mut t, &format!("> {text}"));
    t
}

fn kill(mut t: Terminal) {
    t.signal(Signal::Kill).expect("a signal");
    t.wait_exit().expect("the end");
}

/// The names of the files in `folder`, but for those that hold a place while the program runs.
fn files(folder: &Path) -> Vec<String> {
    let entries = folder.read_dir().expect("the folder").flatten();
    let mut names: Vec<String> = entries.map(|it| it.file_name().to_string_lossy().into_owned()).collect();
    names.retain(|name| Path::new(name).extension().is_none_or(|it| it != "lock"));
    names.sort();
    names
}

#[test]
fn what_was_typed_a_second_ago_is_offered_after_a_kill() {
    let folder = folder("typed-kill");
    let t = typed(&folder, "Chatter");
    std::thread::sleep(Duration::from_secs(1));
    kill(t);
    assert_eq!(files(&folder), [".new.json.typing"], "it is no answer");
    let mut t = program((80, 24), &folder, &["start"], &[]);
    wait(&mut t, OFFERED);
    wait(&mut t, "> Chatter");
    t.send_str("box").expect("text");
    wait(&mut t, "> Chatterbox");
    assert!(!t.screen().contains(OFFERED), "it was looked at");
    send(&mut t, Key::Enter);
    wait(&mut t, "What kind of customer service tool");
    send(&mut t, Key::Ctrl('c'));
    ended(&mut t, 0);
    assert_eq!(files(&folder), ["chatterbox.json"]);
}

#[test]
fn of_what_is_typed_without_a_pause_a_second_is_lost_at_most() {
    let folder = folder("typed-on");
    let mut t = typed(&folder, "a");
    for _ in 0..25 {
        std::thread::sleep(Duration::from_millis(80));
        t.send_str("a").expect("text");
    }
    kill(t);
    let mut t = program((80, 24), &folder, &["start"], &[]);
    // Of 26 letters, one came each 80 milliseconds.
    wait(&mut t, &format!("> {}", "a".repeat(13)));
    wait(&mut t, OFFERED);
}

#[test]
fn what_was_typed_is_offered_after_the_window_was_closed() {
    for signal in [Signal::Hup, Signal::Term] {
        let folder = folder("typed-signal");
        let mut t = typed(&folder, "Chatter");
        t.signal(signal).expect("a signal");
        t.wait_exit().expect("the end");
        let mut t = program((80, 24), &folder, &["--plain", "start"], &[]);
        wait(&mut t, "you had typed: Chatter");
        drop(t);
        let mut t = program((80, 24), &folder, &["start"], &[]);
        wait(&mut t, "> Chatter");
        wait(&mut t, OFFERED);
    }
}

#[test]
fn what_was_left_on_purpose_is_not_offered() {
    let folder = folder("typed-left");
    let mut t = typed(&folder, "Chatter");
    std::thread::sleep(Duration::from_secs(1));
    send(&mut t, Key::Ctrl('c'));
    ended(&mut t, 0);
    assert_eq!(files(&folder), [""; 0]);

    let mut t = program((80, 24), &folder, &["start"], &[]);
    wait(&mut t, "What is the tool called?");
    line(&mut t, "Chatterbox");
    wait(&mut t, "Question 2");
    send(&mut t, Key::Enter);
    wait(&mut t, "Question 3");
    t.send_str("Acme").expect("text");
    std::thread::sleep(Duration::from_secs(1));
    assert_eq!(files(&folder), [".chatterbox.json.typing", "chatterbox.json"]);
    send(&mut t, Key::Esc);
    wait(&mut t, "Question 2");
    assert_eq!(files(&folder), ["chatterbox.json"]);
}

#[test]
fn what_was_typed_at_one_question_stands_at_no_other() {
    let folder = folder("typed-other");
    let mut t = program((80, 24), &folder, &["start"], &[]);
    wait(&mut t, "What is the tool called?");
    line(&mut t, "Chatterbox");
    wait(&mut t, "Question 2");
    send(&mut t, Key::Enter);
    wait(&mut t, "Question 3");
    t.send_str("Acme").expect("text");
    std::thread::sleep(Duration::from_secs(1));
    kill(t);
    let file = folder.join("chatterbox.json").display().to_string();
    let mut t = program((80, 24), &folder, &["start", &file], &[]);
    wait(&mut t, "> Acme");
    wait(&mut t, OFFERED);
    send(&mut t, Key::Esc);
    wait(&mut t, "Question 2");
    send(&mut t, Key::Esc);
    wait(&mut t, "> Chatterbox");
    assert!(!t.screen().contains("Acme") && !t.screen().contains(OFFERED));
    let saved = std::fs::read_to_string(file).expect("the answers");
    assert!(!saved.contains("Acme"));
}
