//! The start: which assessment to work on.

use std::io;
use std::path::Path;

use crate::answer::Answer;
use crate::assessment::Assessment;
use crate::interview::{Interview, Interviews};
use crate::pack::{Pack, QuestionId};
use crate::plain::console::Console;
use crate::plain::page::PlainPage;
use crate::plain::reply::{Command, command};
use crate::plain::wording;
use crate::report::count_known_standings;
use crate::shipped::PackSet;
use crate::store::{Against, AnswerFile, Listed, ListedFile, OpenFile, StoreError};
use crate::tell;
use crate::text::shortened;
use crate::workspace::Setup;

/// The most assessments that are listed at once.
const PER_PAGE: usize = 20;

/// The most characters of a name that are listed.
const MAX_NAME: usize = 60;

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
    page.gap();
    page.say(&setup.pack.about);
    page.gap();
    let left = Interview::new(setup.pack).progress(&Assessment::default()).left;
    let (least, most) = (left.least.to_string(), left.most.to_string());
    page.say(&page.words.plain.home.long(&least, &most));
    page.gap();
    page.say(&setup.pack.disclaimer);
    page.gap();
    page.say(&page.words.plain.home.files(setup.folder.path().display()));
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
        let ListedFile { pack, file } = it.read_file(PackSet(setup.pack), (setup.today)());
        match &file {
            Ok(file) => {
                page.item(1, &mark, &named(pack, file, &page));
                page.beneath(&mark, &state(pack, interviews.interview_over(pack), file, &page));
            }
            Err(StoreError::OtherVersion { made_with, .. }) => {
                page.item(1, &mark, &file_name(&it.path));
                page.beneath(&mark, &page.words.plain.home.is_other_version(made_with));
            }
            Err(why) => {
                page.item(1, &mark, &file_name(&it.path));
                page.beneath(&mark, &page.words.plain.home.unreadable(why));
            }
        }
    }
    page.gap();
    page.item(1, "n.", page.words.plain.home.new);
    let more = listed.len().saturating_sub(from + PER_PAGE);
    if more > 0 {
        page.item(1, "m.", &page.words.plain.home.more(more));
    }
    page.item(1, "g.", page.words.plain.home.words);
    page.item(1, "q.", page.words.plain.home.leave);
    page.gap();
    page.say(&page.words.plain.home.how(wording::numbers(listed.len(), page.words)));
    console.show(&page)
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// The tool and its vendor, as far as they are known.
fn named(pack: &Pack, file: &AnswerFile, page: &PlainPage<'_>) -> String {
    let text = |question: Option<QuestionId>| match question.and_then(|it| file.assessment.answer(it)) {
        Some(Answer::Text(line)) => Some(shortened(line, MAX_NAME)),
        _ => None,
    };
    let tool = text(pack.names.tool).unwrap_or_else(|| page.words.plain.home.unnamed.to_owned());
    if pack.feeds.is_some() {
        return page.words.plain.home.of_paper(&tool, &pack.title);
    }
    match text(pack.names.vendor) {
        Some(vendor) => page.words.plain.home.named(&tool, &vendor),
        None => tool,
    }
}

/// How far it is or what it found, and when it was last changed.
fn state(pack: &Pack, interview: &mut Interview<'_>, file: &AnswerFile, page: &PlainPage<'_>) -> String {
    let words = page.words;
    let progress = interview.progress(&file.assessment);
    let day = file.updated.split('T').next().unwrap_or_default();
    let day = day.parse().map_or_else(|_| day.to_owned(), |it| tell::day_text(it, words));
    if progress.replay.next.is_some() {
        let left = tell::questions_left(progress.left, words);
        return words.plain.home.going(&day, &left);
    }
    let totals = count_known_standings(pack, &progress.replay.known);
    let (to_do, open) = (totals.to_do.to_string(), totals.open.to_string());
    words.plain.home.done(&day, &open, &to_do)
}
