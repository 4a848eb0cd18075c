//! Writing the report beside the answer file.

use std::io;
use std::path::{Path, PathBuf};

use crate::export::{Format, render};
use crate::pack::Pack;
use crate::plain::page::Page;
use crate::plain::seat::Seat;
use crate::plain::tell;
use crate::report::Report;
use crate::store::{StoreError, read_answers, read_text, write_new};

/// Asks for a form and writes it. Nothing when the input has ended.
pub fn export(seat: &mut Seat<'_, '_>, report: &Report) -> io::Result<Option<()>> {
    let saved = seat.desk.path().filter(|it| it.is_file()).map(Path::to_owned);
    let Some(answers) = saved else {
        seat.talk.tell("plain.export.not_saved", &[])?;
        return Ok(Some(()));
    };
    offer(seat)?;
    while let Some(line) = seat.talk.line()? {
        if matches!(line.to_lowercase().as_str(), "" | "b" | "back" | "q") {
            return Ok(Some(()));
        }
        let chosen = chosen(&line);
        if chosen.is_empty() {
            let last = (Format::ALL.len() + 1).to_string();
            let unclear = tell::unclear(&line, seat.words());
            seat.talk.tell("plain.export.fault", &[("unclear", &unclear), ("last", &last)])?;
            continue;
        }
        for format in chosen {
            if write(seat, report, &answers, format)?.is_none() {
                return Ok(None);
            }
        }
        return Ok(Some(()));
    }
    Ok(None)
}

fn offer(seat: &mut Seat<'_, '_>) -> io::Result<()> {
    let mut page = seat.talk.page();
    page.lead();
    page.gap();
    page.tell("plain.export.title", &[]);
    for (at, format) in Format::ALL.iter().enumerate() {
        page.item(1, &format!("{}.", at + 1), &named(&page, *format));
    }
    let last = (Format::ALL.len() + 1).to_string();
    page.item(1, &format!("{last}."), page.words.say("plain.export.all"));
    page.gap();
    page.tell("plain.export.how", &[("last", &last)]);
    seat.talk.show(&page)
}

/// What a form is for; a form that the words do not know goes by its name.
fn named(page: &Page<'_>, format: Format) -> String {
    let name = format!("plain.export.{}", format.name());
    let words = page.words.say(&name);
    if words == name { format.name().to_owned() } else { words.to_owned() }
}

/// The forms that a line names, by number or name.
fn chosen(line: &str) -> Vec<Format> {
    let at = line.trim_end_matches('.').parse::<usize>().ok().and_then(|it| it.checked_sub(1));
    if at == Some(Format::ALL.len()) {
        return Format::ALL.to_vec();
    }
    let by_name = || Format::ALL.iter().find(|it| line.eq_ignore_ascii_case(it.name()));
    at.and_then(|it| Format::ALL.get(it)).or_else(by_name).copied().into_iter().collect()
}

/// Writes one form; asks before it replaces a file. Nothing when the input has ended.
fn write(seat: &mut Seat<'_, '_>, report: &Report, answers: &Path, format: Format) -> io::Result<Option<()>> {
    let path = beside(answers, format, seat.desk.session().pack());
    let text = render(report, format, seat.words());
    let mut written = write_new(&path, &text, false);
    if let Err(StoreError::Exists(_)) = written {
        seat.talk.tell("plain.export.exists", &[("file", &path.display().to_string())])?;
        match seat.talk.yes()? {
            None => return Ok(None),
            Some(false) => {
                seat.talk.tell("plain.export.kept", &[])?;
                return Ok(Some(()));
            }
            Some(true) => written = write_new(&path, &text, true),
        }
    }
    match written {
        Ok(()) => seat.talk.tell("plain.export.written", &[("file", &path.display().to_string())])?,
        Err(why) => seat.talk.tell("plain.export.trouble", &[("why", &why.to_string())])?,
    }
    Ok(Some(()))
}

/// Where a report goes: beside the answers, under their name. A file that holds the answers of
/// another assessment (that of a tool called "report", say) is never in its way.
fn beside(answers: &Path, format: Format, pack: &Pack) -> PathBuf {
    let stem = answers.file_stem().unwrap_or_default().to_string_lossy();
    let first = std::iter::once(format!("{stem}-report.{}", format.ending()));
    let numbered = (2..).map(|n| format!("{stem}-report-{n}.{}", format.ending()));
    let mut paths = first.chain(numbered).map(|it| answers.with_file_name(it));
    paths.find(|it| !holds_answers(it, pack)).expect("there are more numbers than files")
}

fn holds_answers(path: &Path, pack: &Pack) -> bool {
    let read = read_text(path).and_then(|text| read_answers(&text, "", pack, false));
    matches!(read, Ok(_) | Err(StoreError::OtherVersion { .. }))
}
