use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use termlens::{Key, Signal, Terminal};

use crate::plain::scene::folder;

fn prompts(folder: &Path) -> Terminal {
    let folder = std::env::current_dir().expect("a folder").join(folder);
    Terminal::builder()
        .size(80, 30)
        .env_clear()
        .env("TERM", "xterm-256color")
        .env("OBLIGATO_DIR", folder.display().to_string())
        .timeout(Duration::from_secs(20))
        .args(["--prompts"])
        .spawn(env!("CARGO_BIN_EXE_obligato"))
        .expect("a program")
}

#[test]
fn menus_answer_go_back_and_leave_the_cursor_visible() {
    let folder = folder("menus");
    let mut terminal = prompts(&folder);
    terminal
        .wait_until(|it| it.contains("What is the tool called?") && it.contains("Type your answer"))
        .expect("asked");
    terminal.send_str("HelpBot\n").expect("typed");
    terminal.wait_until(|it| it.contains("> A chat window")).expect("a menu");
    terminal.send(Key::Down).expect("sent");
    terminal.wait_until(|it| it.contains("> A help desk")).expect("moved");
    assert!(!terminal.screen().cursor_visible());
    terminal.send(Key::Enter).expect("sent");
    terminal.wait_until(|it| it.contains("Question 3") && it.contains("Type your answer")).expect("asked");
    assert!(terminal.screen().cursor_visible());
    terminal.send_str("b\n").expect("typed");
    terminal
        .wait_until(|it| it.contains("Your current answer: A help desk") && it.contains("> A help desk"))
        .expect("kept");
    terminal.send(Key::Esc).expect("sent");
    terminal.wait_until(|it| it.contains("Your current answer: HelpBot")).expect("one back");
    terminal.send_str("\n").expect("typed");
    terminal.wait_until(|it| it.contains("Enter chooses")).expect("a menu");
    terminal.send(Key::Ctrl('c')).expect("sent");
    let status = terminal.wait_exit().expect("left");
    assert_eq!(status.code(), Some(130));
    assert!(terminal.screen().cursor_visible());
    let saved = std::fs::read_to_string(folder.join("helpbot.json")).expect("saved");
    assert!(saved.contains("help_desk"));
}

#[test]
fn ticks_are_put_together_to_an_answer() {
    let folder = folder("ticks");
    let mut terminal = prompts(&folder);
    terminal.wait_until(|it| it.contains("Type your answer")).expect("asked");
    terminal.send_str("HelpBot\n").expect("typed");
    terminal.wait_until(|it| it.contains("> A chat window")).expect("a menu");
    terminal.send(Key::Enter).expect("sent");
    for (number, text) in [("3", "Acme"), ("4", "orders"), ("5", "Ann")] {
        let place = format!("Question {number}");
        terminal.wait_until(|it| it.contains(&place)).expect("asked");
        terminal.send_str(&format!("{text}\n")).expect("typed");
    }
    for number in ["6", "7"] {
        let place = format!("Question {number}");
        terminal.wait_until(|it| it.contains(&place) && it.contains("> Yes")).expect("a menu");
        terminal.send(Key::Enter).expect("sent");
    }
    terminal.wait_until(|it| it.contains("Space marks")).expect("a menu");
    terminal.send_str(" ").expect("ticked");
    terminal.wait_until(|it| it.contains("[x] Social")).expect("a tick");
    terminal.send(Key::Enter).expect("sent");
    terminal.wait_until(|it| it.contains("Answer: Social Security numbers")).expect("taken");
    terminal.wait_until(|it| it.contains("Question 9") && it.contains("> Yes")).expect("a menu");
    terminal.send(Key::Ctrl('c')).expect("sent");
    assert_eq!(terminal.wait_exit().expect("left").code(), Some(130));
}

/// Raises the signal called `name` at the program.
fn raise(terminal: &Terminal, name: &str) {
    let pid = terminal.pid().expect("a process").to_string();
    Command::new("kill").args([&format!("-{name}"), &pid]).status().expect("kill runs");
}

#[cfg(target_os = "linux")]
#[test]
fn a_signal_at_a_menu_gives_the_terminal_back() {
    for (name, code) in [("TERM", 143), ("USR1", 138), ("HUP", 129)] {
        let folder = folder("menu-signal");
        let mut terminal = prompts(&folder);
        terminal.wait_until(|it| it.contains("Type your answer")).expect("asked");
        let pid = terminal.pid().expect("a process");
        let device = std::fs::read_link(format!("/proc/{pid}/fd/0")).expect("standard input");
        terminal.send_str("HelpBot\n").expect("typed");
        terminal.wait_until(|it| it.contains("> A chat window")).expect("a menu");
        raise(&terminal, name);
        let status = terminal.wait_exit_for(Duration::from_secs(5)).expect("left");
        assert_eq!(status.code(), Some(code));
        assert!(terminal.screen().cursor_visible());
        let modes = Command::new("stty").arg("-a").arg("-F").arg(device).output().expect("stty runs");
        let modes = String::from_utf8_lossy(&modes.stdout).into_owned();
        assert!(modes.contains(" icanon") && modes.contains(" echo "), "{modes}");
        assert!(folder.join("helpbot.json").exists());
    }
}

/// The program by lines in a folder that is no folder, with an answer that cannot be saved.
fn with_an_unsaved_answer(name: &str) -> (Terminal, PathBuf) {
    let folder = std::env::current_dir().expect("a folder").join(folder(name));
    std::fs::create_dir_all(&folder).expect("a folder");
    let blocked = folder.join("blocked");
    std::fs::write(&blocked, "").expect("a file in the way");
    let mut terminal = Terminal::builder()
        .size(80, 40)
        .env_clear()
        .env("TERM", "xterm-256color")
        .timeout(Duration::from_secs(20))
        .args(["--dir", &blocked.display().to_string(), "--plain", "start"])
        .spawn(env!("CARGO_BIN_EXE_obligato"))
        .expect("a program");
    terminal.wait_until(|it| it.contains("Type your answer")).expect("asked");
    terminal.send_str("HelpBot\n").expect("typed");
    terminal.wait_until(|it| it.contains("could not be saved")).expect("told");
    (terminal, blocked)
}

#[test]
fn a_signal_saves_what_could_not_be_saved_before() {
    let (mut terminal, _) = with_an_unsaved_answer("signal-unsaved");
    terminal.signal(Signal::Term).expect("a signal");
    assert_eq!(terminal.wait_exit().expect("left").code(), Some(3));

    let (mut terminal, blocked) = with_an_unsaved_answer("signal-freed");
    std::fs::remove_file(&blocked).expect("the way is free");
    terminal.signal(Signal::Term).expect("a signal");
    assert_eq!(terminal.wait_exit().expect("left").code(), Some(143));
    assert!(blocked.join("helpbot.json").exists());
}

#[test]
fn left_with_answers_that_are_not_saved_it_says_so_by_its_code() {
    let (mut terminal, _) = with_an_unsaved_answer("left-unsaved");
    terminal.send_str("q\n").expect("typed");
    terminal.wait_until(|it| it.contains("Leave anyway?")).expect("asked");
    terminal.send_str("y\n").expect("typed");
    assert_eq!(terminal.wait_exit().expect("left").code(), Some(3));

    let (mut terminal, _) = with_an_unsaved_answer("ended-unsaved");
    terminal.send(Key::Ctrl('d')).expect("sent");
    assert_eq!(terminal.wait_exit().expect("left").code(), Some(3));
}
