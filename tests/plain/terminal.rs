use std::path::Path;
use std::time::Duration;

use termlens::{Key, Terminal};

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
