//! The real program in a pseudo-terminal, killed at a random instant. Then its answer file must open and hold all
//! that was acknowledged, text that stood in a field for a second must be kept, and the next start must take away
//! what was half written.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use termlens::{Signal, Terminal};

use crate::oracle::tape::quarters;
use crate::steady::chance::{Chance, seed};
use crate::steady::left::{Answers, named, run, saved};
use crate::steady::tell;
use crate::steady::ways::{Acknowledged, empty_home, program, ways, within};

/// How many rounds there are for each quarter of what is worth looking at.
const KILLS: u32 = 2;

/// How many rounds are under way at once.
const AT_ONCE: u32 = 2;

/// How old text in a field may be before it has to be kept.
const MOST_UNKEPT: Duration = Duration::from_secs(1);

/// One round in so many kills while text is being typed, which takes as long as ten other rounds.
const TYPED_EVERY: u32 = 24;

/// Kills the program.
fn end(mut terminal: Terminal) {
    terminal.signal(Signal::Kill).expect("a signal");
    terminal.wait_exit().expect("the end");
}

/// Kills the program between one second and two after text began to come, letter by letter.
fn kill_while_typing(home: &Path, chance: &mut Chance) -> Acknowledged {
    let mut terminal = program(home, &["start"]);
    terminal.wait_until(|screen| screen.contains("What is the tool called?")).expect("a question");
    let until = Instant::now() + MOST_UNKEPT + within(MOST_UNKEPT, chance);
    let (mut typed, mut stood) = (String::new(), Vec::new());
    while Instant::now() < until {
        typed.push(chance.of(&['a', 'b', 'z']));
        terminal.send_str(typed.get(typed.len() - 1..).expect("a letter")).expect("the program takes text");
        let shown = format!("> {typed}");
        let left = until.saturating_duration_since(Instant::now());
        if terminal.wait_until_for(|screen| screen.contains(&shown), left).is_err() {
            break;
        }
        stood.push((Instant::now(), typed.clone()));
        // Some pauses are as long as those after which text is kept at once.
        let pause = Duration::from_millis(u64::from(chance.between(20, 60)) * if chance.pick(8) == 0 { 10 } else { 1 });
        std::thread::sleep(pause.min(until.saturating_duration_since(Instant::now())));
    }
    let killed = Instant::now();
    end(terminal);
    let is_old = |(at, _): &&(Instant, String)| killed.duration_since(*at) >= MOST_UNKEPT;
    let typed = stood.iter().rev().find(is_old).map(|(_, text)| text.clone());
    Acknowledged { inputs: 0, answers: Answers::new(), under_way: Answers::new(), typed }
}

/// Whether all that was acknowledged is in `folder`, and can be used.
fn check(acknowledged: &Acknowledged, folder: &Path) -> Result<(), String> {
    acknowledged.check_answers(folder)?;
    if let Some(typed) = &acknowledged.typed {
        let kept = named(folder, |name| name.ends_with(".typing"));
        let texts: Vec<String> = kept.iter().filter_map(|path| fs::read_to_string(path).ok()).collect();
        if !texts.iter().any(|text| text.contains(typed)) {
            return Err(format!("lost: of {typed:?}, typed a second before, there is {texts:?}"));
        }
    }
    let next_start = run(&["--plain", "--dir", &folder.display().to_string()], "");
    let left = named(folder, |name| name.starts_with(".obligato-"));
    if !next_start.status.success() || !left.is_empty() {
        return Err(format!("after the next start, {:?}, there is {left:?}", next_start.status));
    }
    Ok(())
}

#[test]
#[ignore = "for `.ci/steady`, which says for how long and from which seed"]
fn a_kill_at_any_moment_loses_nothing_that_was_acknowledged() {
    let ways = ways("ways");
    let (rounds, began) = (quarters() * KILLS, Instant::now());
    let (next, acknowledged) = (AtomicU32::new(0), AtomicU32::new(0));
    let work = |worker: u32| {
        loop {
            let round = next.fetch_add(1, Ordering::Relaxed);
            if round >= rounds {
                return;
            }
            let (home, mut chance) = (empty_home(&worker.to_string()), Chance::of_part(round));
            let killed = match ways.get(usize::try_from(round).expect("a number") % ways.len()) {
                Some(_) if round % TYPED_EVERY == 1 => kill_while_typing(&home, &mut chance),
                Some(way) => {
                    let (terminal, acknowledged) = way.go_some_time(&home, &[], 1, &mut chance);
                    end(terminal);
                    acknowledged
                }
                None => return,
            };
            let outcome = check(&killed, &home.join("a"));
            assert_eq!(outcome, Ok(()), "in round {round} from seed {}", seed());
            acknowledged.fetch_add(u32::try_from(killed.answers.len()).expect("a count"), Ordering::Relaxed);
        }
    };
    std::thread::scope(|scope| (0..AT_ONCE).for_each(|worker| _ = scope.spawn(move || work(worker))));
    let (acknowledged, took) = (acknowledged.into_inner(), began.elapsed().as_secs_f64());
    tell(&format!("kills: {rounds} rounds in {took:.0} s, {acknowledged} answers acknowledged, 0 lost"));
}

/// A folder in which these lines were typed.
fn typed_in(name: &str, lines: &str) -> PathBuf {
    let folder = empty_home(name).join("a");
    let ended = run(&["--plain", "--dir", &folder.display().to_string(), "start"], lines);
    assert!(ended.status.success(), "{ended:?}");
    folder
}

#[test]
fn what_is_lost_or_left_after_a_kill_is_noticed() {
    let folder = typed_in("planted", "Chatterbox\n2\n");
    let path = folder.join("chatterbox.json");
    let (earlier, before) = (fs::read(&path).expect("answers"), saved(&folder).expect("answers"));
    let ended = run(&["--plain", "start", &path.display().to_string()], "Bolt\n");
    assert!(ended.status.success(), "{ended:?}");
    let now = saved(&folder).expect("answers");
    let acknowledged = |typed: Option<&str>| Acknowledged {
        inputs: 0,
        answers: now.clone(),
        under_way: now.clone(),
        typed: typed.map(ToOwned::to_owned),
    };
    let noticed = |typed: Option<&str>| check(&acknowledged(typed), &folder).err().unwrap_or_default();
    assert_eq!(noticed(None), "");
    // An answer under way may be there or not.
    let under_way = Acknowledged { answers: before, ..acknowledged(None) };
    assert_eq!(check(&under_way, &folder), Ok(()));

    let later = fs::read(&path).expect("answers");
    fs::write(&path, &earlier).expect("an older state");
    assert!(noticed(None).starts_with("lost: of "), "{}", noticed(None));
    assert_eq!(check(&under_way, &folder), Ok(()));
    fs::write(&path, later.get(..later.len() / 2).expect("a half")).expect("half a file");
    assert!(noticed(None).starts_with("it does not open"), "{}", noticed(None));
    fs::remove_file(&path).expect("a file");
    assert!(noticed(None).starts_with("lost: of "), "{}", noticed(None));
    fs::write(&path, &later).expect("a file");
    assert_eq!(noticed(None), "");

    fs::write(folder.join(".chatterbox.json.typing"), "{\"texts\": {\"tool_purpose\": \"ab\"}}").expect("a file");
    assert_eq!(noticed(Some("ab")), "");
    assert!(noticed(Some("abc")).contains("typed a second before"), "{}", noticed(Some("abc")));
    // Half a save that nobody is at is taken away; a folder of such a name is none.
    fs::write(folder.join(".obligato-half"), "{").expect("a file");
    assert_eq!(noticed(None), "");
    fs::create_dir(folder.join(".obligato-folder")).expect("a folder");
    assert!(noticed(None).starts_with("after the next start"), "{}", noticed(None));
    fs::copy(&path, folder.join("chatterbox-2.json")).expect("a file");
    assert!(noticed(None).starts_with("more than one answer file"), "{}", noticed(None));
}
