//! The start: which assessment to work on.

use std::io;

use crate::assessment::Assessment;
use crate::interview::{Interviews, range_at_start};
use crate::pack::Pack;
use crate::plain::console::Console;
use crate::plain::page::PlainPage;
use crate::plain::reply::{Command, command};
use crate::plain::wording;
use crate::shipped::PackSet;
use crate::store::{Against, Listed, OpenFile, StoreError};
use crate::tell;
use crate::workspace::{Setup, listed_text};

/// The most assessments that are listed at once.
const PER_PAGE: usize = 20;

/// An assessment to work on, with the pack it belongs to and the file it is saved in.
pub type Chosen<'p> = (&'p Pack, OpenFile, Assessment);

/// Lets one be chosen from the folder, or makes a new one. Nothing to leave.
pub fn choose<'p>(setup: &Setup<'p>, console: &mut Console<'_>) -> io::Result<Option<Chosen<'p>>> {
    let mut page = console.page();
    page.say(&setup.pack.title);
    let (listed, trouble) = match setup.folder.list(PackSet(setup.pack), (setup.today)()) {
        Ok(listed) => (listed, None),
        Err(why) => (Vec::new(), Some(why)),
    };
    if let Some(why) = trouble {
        page.gap();
        page.say(&page.words.plain.home.folder_trouble(why));
    }
    if listed.is_empty() {
        first_run(&mut page, setup);
        console.show(&page)?;
        return Ok(Some(new(setup)));
    }
    console.show(&page)?;
    pick(setup, console, &listed)
}

fn new<'p>(setup: &Setup<'p>) -> Chosen<'p> {
    (setup.pack, OpenFile::new_in(setup.folder.clone(), &(setup.now)(), &setup.who), Assessment::default())
}

/// What this is, how long it takes, what it is not, and where files go.
fn first_run(page: &mut PlainPage<'_>, setup: &Setup<'_>) {
    let left = range_at_start(setup.pack);
    for text in tell::introduction(setup.pack, left, setup.folder.path(), page.words) {
        page.gap();
        page.say(&text);
    }
}

fn pick<'p>(setup: &Setup<'p>, console: &mut Console<'_>, listed: &[Listed]) -> io::Result<Option<Chosen<'p>>> {
    let mut interviews = Interviews::default();
    let mut from = 0;
    show(setup, console, &mut interviews, listed, from)?;
    while let Some(line) = console.line()? {
        if line.eq_ignore_ascii_case("m") && from + PER_PAGE < listed.len() {
            from += PER_PAGE;
            show(setup, console, &mut interviews, listed, from)?;
            continue;
        }
        match command(&line, false) {
            Some(Command::Leave | Command::Back) => return Ok(None),
            Some(_) => {
                show(setup, console, &mut interviews, listed, from)?;
                continue;
            }
            None => {}
        }
        if matches!(line.to_lowercase().as_str(), "n" | "new") {
            return Ok(Some(new(setup)));
        }
        let at = line.trim_end_matches('.').parse::<usize>().ok().and_then(|it| it.checked_sub(1));
        match at.and_then(|it| listed.get(it)) {
            None => {
                let (unclear, numbers) =
                    (wording::unclear(&line, console.words), wording::numbers(listed.len(), console.words));
                console.say(&console.words.plain.home.fault(&numbers, &unclear))?;
            }
            Some(listed) => match open(setup, console, listed)? {
                Some(chosen) => return Ok(Some(chosen)),
                None => console.say(console.words.plain.home.another)?,
            },
        }
    }
    Ok(None)
}

/// Opens an answer file; one of another version of the pack only when that is wanted. Nothing if it
/// cannot be opened, after saying why.
fn open<'p>(setup: &Setup<'p>, console: &mut Console<'_>, listed: &Listed) -> io::Result<Option<Chosen<'p>>> {
    let (path, pack) = (&listed.path, listed.read_file(PackSet(setup.pack), (setup.today)()).pack);
    let against = Against::new(pack, (setup.today)());
    let opened = match OpenFile::open(path, &against, &setup.who) {
        Err(StoreError::OtherVersion { made_with, here, .. }) => {
            console.say(&console.words.plain.home.other_version(&here, &made_with))?;
            if console.yes()? != Some(true) {
                return Ok(None);
            }
            OpenFile::open(path, &Against { rejudge: true, ..against }, &setup.who)
        }
        opened => opened,
    };
    match opened {
        Ok((document, assessment)) => Ok(Some((pack, document, assessment))),
        Err(why) => {
            console.say(&console.words.plain.home.cannot_open(why))?;
            Ok(None)
        }
    }
}

fn show<'p>(
    setup: &Setup<'p>,
    console: &mut Console<'_>,
    interviews: &mut Interviews<'p>,
    listed: &[Listed],
    from: usize,
) -> io::Result<()> {
    let mut page = console.page();
    page.lead();
    page.say(page.words.plain.home.title);
    page.gap();
    for (at, it) in listed.iter().enumerate().skip(from).take(PER_PAGE) {
        let mark = format!("{}.", at + 1);
        let told = listed_text(it, PackSet(setup.pack), (setup.today)(), interviews, page.words);
        page.item(1, &mark, &told.name);
        page.beneath(&mark, &told.state);
    }
    page.gap();
    page.item(1, "n.", page.words.plain.home.new);
    let more = listed.len().saturating_sub(from + PER_PAGE);
    if more > 0 {
        page.item(1, "m.", &page.words.plain.home.more(more));
    }
    page.item(1, "g.", page.words.common.title.glossary);
    page.item(1, "q.", page.words.plain.home.leave);
    page.gap();
    page.say(&page.words.plain.home.how(wording::numbers(listed.len(), page.words)));
    console.show(&page)
}
