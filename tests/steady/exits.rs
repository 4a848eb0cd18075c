//! Every way out of the real program, from every screen: it ends in time and with the right code, the terminal is as
//! it was, and all answers are there.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use termlens::{Key, Terminal};

use crate::oracle::tape::quarters;
use crate::steady::chance::{Chance, seed};
use crate::steady::left::{Answers, check_file, named};
use crate::steady::steps::KEYS;
use crate::steady::tell;
use crate::tui::driver::{RECORD, SHOP, Wizard, code};
use crate::tui::pty::{ended, program, wait};
use crate::tui::sizes::WAYS;
use crate::tui::terminal::{ENDING, device, is_cooked, raise};

/// How many ways out are tried for ten quarters of what is worth looking at, until all are.
const EXITS: usize = 6;

/// How many are under way at once.
const AT_ONCE: usize = 2;

/// Shares no factor with the number of all, so that steps of it come by each once.
const STRIDE: usize = 127;

/// How long the screen is still once a key is done.
const STILL: Duration = Duration::from_millis(40);

/// How to leave.
#[derive(Debug, Clone, Copy)]
enum Exit {
    /// By this key, which saves all and leaves.
    Key(&'static str),
    /// By a signal of this name, with this code.
    Signal(&'static str, u32),
    /// By Escape until it is over.
    Back,
}

/// Every way out.
fn exits() -> impl Iterator<Item = Exit> {
    let signals = ENDING.iter().map(|&(name, code)| Exit::Signal(name, code));
    [Exit::Key("\u{3}"), Exit::Key("\u{1c}"), Exit::Back].into_iter().chain(signals)
}

/// Presses the key of this name, or types or pastes.
fn press(terminal: &mut Terminal, name: &str) {
    let wanted = code(name);
    let key = KEYS.iter().find(|(_, code, _)| *code == wanted).map(|(key, ..)| *key);
    match (key, name.split_once(':')) {
        (Some(key), None) => terminal.send(key),
        (_, Some((_, text))) => terminal.send_str(text),
        (None, None) if name == "space" => terminal.send_str(" "),
        (None, None) => terminal.send_str(name),
    }
    .expect("the program takes it");
}

/// A folder with the answers of a shop in it.
fn shop(name: &str) -> PathBuf {
    let mut wizard = Wizard::new(name, 80, 24);
    wizard.press(&["enter"]).press(RECORD).press(SHOP);
    assert!(wizard.app.save_all());
    wizard.folder
}

/// Goes the way from the results of the shop, and leaves. The answers in `folder` must be `wanted` then.
fn check(folder: &Path, way: &[&str], exit: Exit, wanted: &Answers) {
    let mut terminal = program((80, 24), folder, &["--mouse"], &[]);
    wait(&mut terminal, "Start a new assessment");
    for key in ["enter"].iter().chain(way) {
        press(&mut terminal, key);
        terminal.wait_stable(STILL).expect("it comes to rest");
    }
    let device = device(&terminal);
    let code = match exit {
        Exit::Key(key) => {
            terminal.send_str(key).expect("the program takes a key");
            0
        }
        Exit::Signal(name, code) => {
            raise(&terminal, name);
            code
        }
        Exit::Back => {
            while terminal.wait_exit_for(STILL).is_err() {
                // It may end before it takes the key.
                let _ = terminal.send(Key::Esc);
            }
            0
        }
    };
    ended(&mut terminal, code);
    assert!(is_cooked(&device), "{way:?} {exit:?}");
    // Some ways write reports.
    for report in named(folder, |name| name.contains("-report")) {
        fs::remove_file(report).expect("a report");
    }
    assert_eq!(check_file(folder).as_ref(), Ok(wanted), "{way:?} {exit:?}");
}

#[test]
#[ignore = "for `.ci/steady`, which says for how long and from which seed"]
fn every_way_out_of_every_screen_gives_the_terminal_back() {
    let shop = shop("exits");
    let wanted = check_file(&shop).expect("answers");
    let all: Vec<(&[&str], Exit)> = WAYS.iter().flat_map(|&way| exits().map(move |exit| (way, exit))).collect();
    let count = (usize::try_from(quarters()).expect("a count") * EXITS).div_ceil(10).min(all.len());
    // Which of them come first is left to chance.
    let (from, next) = (Chance::from(seed()).pick(all.len()), AtomicUsize::new(0));
    let work = |worker: usize| {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("steady").join("exits").join(worker.to_string());
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            if at >= count {
                return;
            }
            let _ = fs::remove_dir_all(&folder);
            fs::create_dir_all(&folder).expect("a folder");
            fs::copy(shop.join("chatterbox.json"), folder.join("chatterbox.json")).expect("a file");
            let (way, exit) = all[(from + at * STRIDE) % all.len()];
            check(&folder, way, exit, &wanted);
        }
    };
    std::thread::scope(|scope| (0..AT_ONCE).for_each(|worker| _ = scope.spawn(move || work(worker))));
    tell(&format!("exits: {count} of {}, all clean", all.len()));
}
