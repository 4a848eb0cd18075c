//! The same interview with menus, for a terminal that both ends of the program are at. A menu only
//! takes the place of typing: what is chosen is handed on as the line that means it.

use std::io;

use dialoguer::console::Term;
use dialoguer::{MultiSelect, Select};

use crate::answer::Answer;
use crate::pack::{Question, Shape};
use crate::plain::console::{Console, WORDS};
use crate::plain::conversation::converse;
use crate::plain::lines::Lines;
use crate::plain::page::WIDTH;
use crate::plain::picks::{Pick, PickValue};
use crate::words::{Label, Words};
use crate::workspace::{Departure, LeaveCause, Setup};

/// What "back" is typed as.
const BACK: &str = "b";

/// What the further choices are typed as, and what is said of them.
const MORE: [(&str, Label); 8] = [
    ("?", |words| words.plain.menu.why),
    ("w", |words| words.plain.menu.origin),
    ("r", |words| words.plain.menu.results),
    ("v", |words| words.plain.menu.review),
    ("m", |words| words.plain.menu.map),
    (WORDS, |words| words.common.title.glossary),
    (BACK, |words| words.plain.menu.back),
    ("q", |words| words.plain.menu.leave),
];

/// Columns that a menu needs beside its items.
const MARGIN: usize = 8;

/// Goes through an assessment with menus. The caller has made sure that there is a terminal.
///
/// # Errors
/// When the terminal fails.
pub fn run_prompts(setup: Setup<'_>) -> io::Result<Departure> {
    // A menu that a signal interrupts gives the terminal back itself, but for the cursor. One that it does not
    // interrupt, because it came between two keys, does not.
    let (mut lines, mut output) = (Lines::listen(give_back())?, io::stdout());
    let width = usize::from(Term::stderr().size().1).saturating_sub(2).min(WIDTH);
    let console = Console::new(&setup, width, &mut lines, &mut output);
    let is_saved = converse(setup, console, Some(menu));
    show_cursor();
    lines.tell_ended();
    Ok(Departure { cause: lines.signal().map_or(LeaveCause::Wish, LeaveCause::Signal), is_saved: is_saved? })
}

/// Puts the terminal back as it is now.
#[cfg(unix)]
fn give_back() -> impl FnOnce() + Send + 'static {
    use rustix::termios::{OptionalActions, tcgetattr, tcsetattr};

    let modes = tcgetattr(io::stdin());
    move || {
        if let Ok(modes) = modes {
            let _ = tcsetattr(io::stdin(), OptionalActions::Now, &modes);
        }
        show_cursor();
    }
}

#[cfg(not(unix))]
fn give_back() -> impl FnOnce() + Send + 'static {
    show_cursor
}

fn show_cursor() {
    let _ = Term::stderr().show_cursor();
}

/// The line that stands for what is chosen at `question`; nothing where it has to be typed.
fn menu(question: &Question, picks: &[Pick], given: Option<&Answer>, words: &Words) -> io::Result<Option<String>> {
    let more = words.plain.menu.more.to_owned();
    let items: Vec<String> = picks.iter().map(item).chain([fitted(&more)]).collect();
    let chosen = match question.kind.shape() {
        Shape::YesNo | Shape::One => one(&items, picks, given, words)?,
        Shape::Many => several(&items, picks, given, words)?,
        Shape::Scale | Shape::Line => return Ok(None),
    };
    let Some(chosen) = chosen else { return Ok(Some(BACK.to_owned())) };
    if chosen.contains(&picks.len()) {
        return further(words).map(Some);
    }
    let keys: Vec<&str> = chosen.iter().filter_map(|it| picks.get(*it)).map(|it| it.key.as_str()).collect();
    Ok(Some(keys.join(" ")))
}

fn one(items: &[String], picks: &[Pick], given: Option<&Answer>, words: &Words) -> io::Result<Option<Vec<usize>>> {
    let now = picks.iter().position(|pick| matches!((&pick.gives, given), (PickValue::Answer(a), Some(b)) if a == b));
    let select = Select::new().with_prompt(words.plain.menu.one).report(false).items(items);
    let chosen = select.max_length(room(items)).default(now.unwrap_or(0)).interact_opt();
    Ok(chosen.map_err(failed)?.map(|it| vec![it]))
}

fn several(items: &[String], picks: &[Pick], given: Option<&Answer>, words: &Words) -> io::Result<Option<Vec<usize>>> {
    let now: Vec<bool> = picks.iter().map(|pick| given.is_some_and(|given| is_part(&pick.gives, given))).collect();
    let select = MultiSelect::new().with_prompt(words.plain.menu.several).report(false).items(items);
    let now: Vec<bool> = now.into_iter().chain([false]).collect();
    select.max_length(room(items)).defaults(&now).interact_opt().map_err(failed)
}

/// What else can be asked for; going back to the question when nothing is wanted.
fn further(words: &Words) -> io::Result<String> {
    let items: Vec<&str> = MORE.iter().map(|(_, label)| label(words)).collect();
    let chosen = Select::new().with_prompt(words.plain.menu.more_prompt).report(false).items(&items).default(0);
    let chosen = chosen.interact_opt().map_err(failed)?.and_then(|it| MORE.get(it));
    Ok(chosen.map_or_else(String::new, |(typed, _)| (*typed).to_owned()))
}

/// Whether `given` holds this pick.
fn is_part(pick: &PickValue, given: &Answer) -> bool {
    match (pick, given) {
        (PickValue::Answer(answer), given) => answer == given,
        (PickValue::Tick(at), Answer::Any(ticked, _)) => ticked.contains(at),
        (PickValue::NoneOfThese, Answer::Any(ticked, rest_unsure)) => ticked.is_empty() && !rest_unsure,
        (PickValue::RestUnsure, Answer::Any(_, rest_unsure)) => *rest_unsure,
        _ => false,
    }
}

/// A pick as the item of a menu: its label, and its help on a line of its own.
fn item(pick: &Pick) -> String {
    match &pick.help {
        Some(help) => format!("{}\n    {}", fitted(&pick.label), fitted(help)),
        None => fitted(&pick.label),
    }
}

/// Text broken into lines that the menu has room for, because it miscounts lines the terminal breaks.
fn fitted(text: &str) -> String {
    let width = usize::from(Term::stderr().size().1).saturating_sub(MARGIN).max(1);
    textwrap::wrap(&crate::text::shown(text), crate::lines::wrap_options(width)).join("\n    ")
}

/// How many items fit on the screen.
fn room(items: &[String]) -> usize {
    let lines: usize = items.iter().map(|it| it.lines().count()).sum();
    let rows = usize::from(Term::stderr().size().0).saturating_sub(2);
    let tallest = items.iter().map(|it| it.lines().count()).max().unwrap_or(1);
    // Two more, because the menu takes two off for its own lines.
    if lines <= rows { items.len() + 2 } else { rows / tallest + 2 }
}

fn failed(error: dialoguer::Error) -> io::Error {
    let dialoguer::Error::IO(error) = error;
    error
}
