//! What a terminal does to a program, with the real one in a pseudo-terminal: bursts of keys, every signal,
//! stopping and going on, a window that is gone, and a terminal that never answers.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use termlens::{Key, Signal, Terminal};

use crate::tui::pty::{builder, ended, folder, line, program, send, wait};

/// Raises the signal called `name` at the program.
pub fn raise(terminal: &Terminal, name: &str) {
    let pid = terminal.pid().expect("a process").to_string();
    Command::new("kill").args([&format!("-{name}"), &pid]).status().expect("kill runs");
}

/// The state of a process, as `ps` tells it; nothing once it is gone.
fn state(pid: &str) -> String {
    let told = Command::new("ps").args(["-o", "state=", "-p", pid]).output().expect("ps runs");
    String::from_utf8_lossy(&told.stdout).trim().to_owned()
}

fn wait_for(what: &str, is_so: impl Fn() -> bool) {
    let from = Instant::now();
    while !is_so() {
        assert!(from.elapsed() < Duration::from_secs(10), "never: {what}");
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// The terminal that a program of ours is at.
pub fn device(terminal: &Terminal) -> PathBuf {
    let pid = terminal.pid().expect("a process");
    std::fs::read_link(format!("/proc/{pid}/fd/0")).expect("standard input")
}

/// Whether `device` takes lines, shows what is typed, and makes signals of keys, as a shell wants it.
pub fn is_cooked(device: &Path) -> bool {
    let told = Command::new("stty").arg("-a").arg("-F").arg(device).output().expect("stty runs");
    let told = String::from_utf8_lossy(&told.stdout);
    let has = |name: &str| told.split([' ', '\n', ';']).any(|word| word == name);
    ["icanon", "echo", "isig", "opost", "icrnl"].iter().all(|name| has(name))
}

/// What ends in `END` is in the field whole only if no byte of the burst waits.
#[test]
fn no_byte_of_a_burst_waits() {
    let erased = "\u{7f}\u{7f}\u{7f}END";
    for size in [1_020, 1_021, 1_022, 4_095, 10_000, 100_000] {
        let typed = "x".repeat(size) + erased;
        let pasted = format!("\u{1b}[200~{}\u{1b}[201~{erased}", "x".repeat(size));
        for burst in [typed, pasted] {
            let mut t = program((80, 50), &folder("bursts"), &["start"], &[]);
            wait(&mut t, "What is the tool called?");
            t.send_str(&burst).expect("the program takes text");
            wait(&mut t, "xEND");
            send(&mut t, Key::Ctrl('c'));
            ended(&mut t, 0);
        }
    }
}

#[test]
fn keys_that_move_do_not_wait_either() {
    let folder = folder("moves");
    let mut t = program((80, 24), &folder, &["start"], &[]);
    wait(&mut t, "What is the tool called?");
    line(&mut t, "Chatterbox");
    wait(&mut t, "Question 2");
    t.send_str(&("\u{1b}[B\u{1b}[A".repeat(1_000) + "\u{1b}[B")).expect("keys");
    wait(&mut t, "> ( ) 2");
    send(&mut t, Key::Ctrl('c'));
    ended(&mut t, 0);
}

/// More keys than can be taken in a second: Ctrl-C behind them ends the program all the same.
#[test]
fn ctrl_c_passes_a_burst() {
    let mut t = program((80, 24), &folder("shut-out"), &["start"], &[]);
    wait(&mut t, "What is the tool called?");
    line(&mut t, "Chatterbox");
    wait(&mut t, "Question 2");
    t.send_str(&("\u{1b}[B\u{1b}[A".repeat(50_000) + "\u{3}")).expect("keys");
    ended(&mut t, 0);
}

#[test]
fn ctrl_c_passes_a_paste_without_an_end() {
    let mut t = program((80, 24), &folder("endless"), &["start"], &[]);
    wait(&mut t, "What is the tool called?");
    t.send_str("\u{1b}[200~pasted").expect("text");
    wait(&mut t, "> pasted");
    send(&mut t, Key::Ctrl('c'));
    ended(&mut t, 0);
}

/// Other programs end at once at this key.
#[test]
fn ctrl_backslash_ends_it_as_ctrl_c_does() {
    let mut t = program((80, 24), &folder("backslash"), &["start"], &[]);
    wait(&mut t, "What is the tool called?");
    t.send_str("\u{1c}").expect("a key");
    ended(&mut t, 0);
}

/// Those that end a program unless it watches for them, but for those that tell of a fault in it.
#[cfg(target_os = "linux")]
pub const ENDING: [(&str, u32); 14] = [
    ("HUP", 129),
    ("INT", 130),
    ("QUIT", 131),
    ("TRAP", 133),
    ("ABRT", 134),
    ("USR1", 138),
    ("USR2", 140),
    ("ALRM", 142),
    ("TERM", 143),
    ("XCPU", 152),
    ("VTALRM", 154),
    ("PROF", 155),
    ("SYS", 159),
    ("RTMIN", 162),
];

#[cfg(target_os = "linux")]
#[test]
fn every_signal_that_ends_it_gives_the_terminal_back() {
    for (name, code) in ENDING {
        let mut t = program((80, 24), &folder("every-signal"), &["start", "--mouse"], &[]);
        wait(&mut t, "What is the tool called?");
        let device = device(&t);
        raise(&t, name);
        ended(&mut t, code);
        assert!(is_cooked(&device), "{name}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_signal_at_any_moment_of_its_start_gives_the_terminal_back() {
    for wait in 0..40 {
        let mut t = program((80, 24), &folder("early"), &["start"], &[]);
        let device = device(&t);
        std::thread::sleep(Duration::from_millis(wait));
        t.signal(Signal::Term).expect("a signal");
        t.wait_exit_for(Duration::from_secs(5)).expect("it ends");
        let screen = t.screen();
        assert!(!screen.alternate_screen() && screen.cursor_visible() && !screen.bracketed_paste(), "{wait} ms");
        assert!(is_cooked(&device), "{wait} ms");
    }
}

/// From outside, as another program or a shell's `kill` stops it.
#[cfg(target_os = "linux")]
#[test]
fn stopped_from_outside_it_gives_the_terminal_back_and_takes_it_again() {
    for name in ["TSTP", "STOP"] {
        let mut t = program((80, 24), &folder("outside"), &["start"], &[]);
        wait(&mut t, "What is the tool called?");
        t.send_str("abc").expect("text");
        wait(&mut t, "> abc");
        let (device, pid) = (device(&t), t.pid().expect("a process").to_string());
        raise(&t, name);
        wait_for("it stops", || state(&pid).starts_with('T'));
        if name == "TSTP" {
            assert!(is_cooked(&device));
            t.wait_until(|it| !it.alternate_screen() && it.cursor_visible()).expect("the main screen");
        } else {
            // It cannot know; the shell makes the terminal its own.
            Command::new("stty").arg("sane").arg("-F").arg(&device).status().expect("stty runs");
        }
        raise(&t, "CONT");
        wait_for("it takes the terminal again", || !is_cooked(&device));
        t.wait_until(|it| it.alternate_screen() && it.contains("> abc")).expect("all is back");
        t.send_str("d").expect("text");
        wait(&mut t, "> abcd");
        send(&mut t, Key::Ctrl('c'));
        ended(&mut t, 0);
        assert!(is_cooked(&device));
    }
}

/// The program in a window that another program holds, in a session of its own, so that nobody tells it when
/// the window is gone; and its number.
#[cfg(target_os = "linux")]
fn untold(folder: &Path, args: &str) -> (Terminal, String) {
    let (pid, program) = (folder.join("pid").display().to_string(), env!("CARGO_BIN_EXE_obligato"));
    let run = format!("echo $$ > {pid}.new; mv {pid}.new {pid}; exec {program} --dir {} {args}", folder.display());
    let script = format!("exec setsid --wait sh -c '{run}'");
    let t = builder((80, 24), &[]).args(["-qec", &script, "/dev/null"]).spawn("/usr/bin/script").expect("a window");
    wait_for("it starts", || Path::new(&pid).exists());
    let pid = std::fs::read_to_string(pid).expect("its number").trim().to_owned();
    (t, pid)
}

#[cfg(target_os = "linux")]
#[test]
fn when_the_window_is_gone_it_ends_with_all_saved() {
    for args in ["start", "--plain start", "--prompts start"] {
        let folder = folder("gone");
        let (mut t, pid) = untold(&folder, args);
        wait(&mut t, "What is the tool called?");
        t.send_str("Chatterbox\r").expect("text");
        wait(&mut t, "What kind of customer service tool");
        wait_for("it is saved", || folder.join("chatterbox.json").exists());
        t.signal(Signal::Kill).expect("the window is gone");
        let from = Instant::now();
        wait_for("it ends", || matches!(state(&pid).chars().next(), None | Some('Z')));
        assert!(from.elapsed() < Duration::from_secs(2), "{args}: {:?}", from.elapsed());
    }
}

/// A window that shows nothing more of what it is given: the program, which waits for it, ends all the same.
#[cfg(target_os = "linux")]
#[test]
fn a_window_that_takes_nothing_more_does_not_hold_up_the_end() {
    let folder = folder("held-up");
    let (mut t, pid) = untold(&folder, "start");
    wait(&mut t, "What is the tool called?");
    let device = std::fs::read_link(format!("/proc/{pid}/fd/0")).expect("standard input");
    raise(&t, "STOP");
    // It draws all of its screen again each time, until there is no more room.
    for _ in 0..100 {
        Command::new("kill").args(["-CONT", &pid]).status().expect("kill runs");
    }
    Command::new("kill").args(["-TERM", &pid]).status().expect("kill runs");
    wait_for("it ends", || matches!(state(&pid).chars().next(), None | Some('Z')));
    assert!(is_cooked(&device));
    t.signal(Signal::Kill).expect("the window is gone");
}

/// Nothing is asked of the terminal: one that never answers is as good as any.
#[test]
fn it_waits_for_no_answer_of_the_terminal() {
    let ways = [
        (&[][..], "Start a new assessment"),
        (&["start", "--mouse"], "What is the tool called?"),
        (&["--prompts"], "What is the tool called?"),
        (&["--plain"], "What is the tool called?"),
    ];
    for (args, shows) in ways {
        let folder = folder("silent").display().to_string();
        let given = ["--dir", &folder].into_iter().chain(args.iter().copied());
        let silent = builder((80, 24), &[]).answer_queries(false);
        let mut t = silent.args(given).spawn(env!("CARGO_BIN_EXE_obligato")).expect("it starts");
        wait(&mut t, shows);
        if !args.contains(&"--prompts") && !args.contains(&"--plain") {
            let pid = t.pid().expect("a process").to_string();
            send(&mut t, Key::Ctrl('z'));
            wait_for("it stops", || state(&pid).starts_with('T'));
            raise(&t, "CONT");
            t.wait_until(|it| it.alternate_screen() && it.contains(shows)).expect("all is back");
            t.resize(100, 30).expect("a size");
            t.resize(60, 20).expect("a size");
            wait(&mut t, shows);
        }
        // What was asked and got no answer is named by a wait that fails.
        let told = t.wait_until_for(|_| false, Duration::from_millis(50)).expect_err("it never is").to_string();
        assert!(!told.contains("[6n") && !told.contains("unanswered"), "{told}");
    }
}
