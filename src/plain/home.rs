//! The start: which assessment to work on.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use crate::answer::Answer;
use crate::assessment::Assessment;
use crate::desk::Setup;
use crate::interview::Interview;
use crate::pack::{Pack, QuestionId};
use crate::plain::page::PlainPage;
use crate::plain::reply::{Command, command};
use crate::plain::talk::Console;
use crate::plain::tell;
use crate::report::report;
use crate::shipped::PackSet;
use crate::store::{Against, AnswerFile, Listed, OpenFile, StoreError};
use crate::text::shortened;

/// The most assessments that are listed at once.
const PER_PAGE: usize = 20;

/// The most characters of a name that are listed.
const MAX_NAME: usize = 60;

/// An assessment to work on, with the pack it belongs to and the file it is saved in.
pub type Chosen<'p> = (&'p Pack, OpenFile, Assessment);

/// Lets one be chosen from the folder, or makes a new one. Nothing to leave.
pub fn choose<'p>(setup: &Setup<'p>, talk: &mut Console<'_>) -> io::Result<Option<Chosen<'p>>> {
    let mut page = talk.page();
    page.say(&setup.pack.title);
    let (listed, trouble) = match setup.folder.list(PackSet(setup.pack), (setup.today)()) {
        Ok(listed) => (listed, None),
        Err(why) => (Vec::new(), Some(why)),
    };
    if let Some(why) = trouble {
        page.gap();
        page.tell("plain.home.folder_trouble", &[("why", &why.to_string())]);
    }
    if listed.is_empty() {
        first_run(&mut page, setup);
        talk.show(&page)?;
        return Ok(Some(new(setup)));
    }
    talk.show(&page)?;
    pick(setup, talk, &listed)
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
    page.tell("plain.home.long", &[("least", &least), ("most", &most)]);
    page.gap();
    page.say(&setup.pack.disclaimer);
    page.gap();
    page.tell("plain.home.files", &[("folder", &setup.folder.path().display().to_string())]);
}

fn pick<'p>(setup: &Setup<'p>, talk: &mut Console<'_>, listed: &[Listed<'p>]) -> io::Result<Option<Chosen<'p>>> {
    let mut interviews = BTreeMap::new();
    let mut from = 0;
    show(talk, &mut interviews, listed, from)?;
    while let Some(line) = talk.line()? {
        if line.eq_ignore_ascii_case("m") && from + PER_PAGE < listed.len() {
            from += PER_PAGE;
            show(talk, &mut interviews, listed, from)?;
            continue;
        }
        match command(&line, false) {
            Some(Command::Leave | Command::Back) => return Ok(None),
            Some(_) => {
                show(talk, &mut interviews, listed, from)?;
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
                let (unclear, numbers) = (tell::unclear(&line, talk.words), tell::numbers(listed.len(), talk.words));
                talk.tell("plain.home.fault", &[("unclear", &unclear), ("numbers", &numbers)])?;
            }
            Some(listed) => match open(setup, talk, listed)? {
                Some(chosen) => return Ok(Some(chosen)),
                None => talk.tell("plain.home.another", &[])?,
            },
        }
    }
    Ok(None)
}

/// Opens an answer file; one of another version of the pack only when that is wanted. Nothing if it
/// cannot be opened, after saying why.
fn open<'p>(setup: &Setup<'p>, talk: &mut Console<'_>, listed: &Listed<'p>) -> io::Result<Option<Chosen<'p>>> {
    let (path, pack) = (&listed.path, listed.pack);
    let against = Against::new(pack, (setup.today)());
    let opened = match OpenFile::open(path, &against, &setup.who) {
        Err(StoreError::OtherVersion { made_with, here, .. }) => {
            talk.tell("plain.home.other_version", &[("made_with", &made_with), ("here", &here)])?;
            if talk.yes()? != Some(true) {
                return Ok(None);
            }
            OpenFile::open(path, &Against { rejudge: true, ..against }, &setup.who)
        }
        opened => opened,
    };
    match opened {
        Ok((document, assessment)) => Ok(Some((pack, document, assessment))),
        Err(why) => {
            talk.tell("plain.home.cannot_open", &[("why", &why.to_string())])?;
            Ok(None)
        }
    }
}

/// The interviews over each pack, by its id: what one has worked out serves the next file.
type Interviews<'p> = BTreeMap<&'p str, Interview<'p>>;

fn show<'p>(
    talk: &mut Console<'_>,
    interviews: &mut Interviews<'p>,
    listed: &[Listed<'p>],
    from: usize,
) -> io::Result<()> {
    let mut page = talk.page();
    page.lead();
    page.tell("plain.home.title", &[]);
    page.gap();
    for (at, it) in listed.iter().enumerate().skip(from).take(PER_PAGE) {
        let mark = format!("{}.", at + 1);
        match &it.file {
            Ok(file) => {
                let interview = interviews.entry(&it.pack.id).or_insert_with(|| Interview::new(it.pack));
                page.item(1, &mark, &named(it.pack, file, &page));
                page.beneath(&mark, &state(it.pack, interview, file, &page));
            }
            Err(StoreError::OtherVersion { made_with, .. }) => {
                page.item(1, &mark, &file_name(&it.path));
                page.beneath(&mark, &page.words.fill("plain.home.is_other_version", &[("made_with", made_with)]));
            }
            Err(why) => {
                page.item(1, &mark, &file_name(&it.path));
                page.beneath(&mark, &page.words.fill("plain.home.unreadable", &[("why", &why.to_string())]));
            }
        }
    }
    page.gap();
    page.item(1, "n.", page.words.say("plain.home.new"));
    let more = listed.len().saturating_sub(from + PER_PAGE);
    if more > 0 {
        page.item(1, "m.", &page.words.count("plain.home.more_one", "plain.home.more_many", more));
    }
    page.item(1, "g.", page.words.say("plain.home.words"));
    page.item(1, "q.", page.words.say("plain.home.leave"));
    page.gap();
    page.tell("plain.home.how", &[("numbers", &tell::numbers(listed.len(), page.words))]);
    talk.show(&page)
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
    let tool = text(pack.names.tool).unwrap_or_else(|| page.words.say("plain.home.unnamed").to_owned());
    if pack.feeds.is_some() {
        return page.words.fill("plain.home.of_paper", &[("title", &pack.title), ("name", &tool)]);
    }
    match text(pack.names.vendor) {
        Some(vendor) => page.words.fill("plain.home.named", &[("tool", &tool), ("vendor", &vendor)]),
        None => tool,
    }
}

/// How far it is or what it found, and when it was last changed.
fn state(pack: &Pack, interview: &mut Interview<'_>, file: &AnswerFile, page: &PlainPage<'_>) -> String {
    let words = page.words;
    let progress = interview.progress(&file.assessment);
    let day = file.updated.split('T').next().unwrap_or_default();
    let day = day.parse().map_or_else(|_| day.to_owned(), |it| tell::day(it, words));
    if progress.replay.next.is_some() {
        let left = tell::left(progress.left, words);
        return words.fill("plain.home.going", &[("left", &left), ("day", &day)]);
    }
    let totals = report(pack, &file.assessment, &progress).totals;
    let (to_do, open) = (totals.to_do.to_string(), totals.open.to_string());
    words.fill("plain.home.done", &[("to_do", &to_do), ("open", &open), ("day", &day)])
}
