//! Writing the report beside the answer file.

use std::io;
use std::path::{Path, PathBuf};

use crate::export::{Format, ReportOptions, render};
use crate::letter::addressees;
use crate::pack::{Pack, Who};
use crate::plain::app::{NextStep, PlainApp};
use crate::plain::reply::{Command, command};
use crate::plain::wording;
use crate::report::Report;
use crate::store::{Against, StoreError, read_answers, read_text, write_new};
use crate::workspace::pack_state;

/// Asks for a form and writes it. Gives a place only where it is time to go there.
pub fn export(app: &mut PlainApp<'_, '_>, report: &Report<'_>) -> io::Result<Option<NextStep>> {
    let saved = app.workspace.path().filter(|it| it.is_file()).map(Path::to_owned);
    let Some(answers) = saved else {
        app.console.say(app.console.words.common.save.nothing_yet)?;
        return Ok(None);
    };
    offer(app)?;
    while let Some(line) = app.console.line()? {
        match command(&line, false) {
            Some(Command::Leave) => return Ok(Some(NextStep::Leave)),
            Some(Command::Back) => return Ok(None),
            _ => {}
        }
        if is_letter(&line) && letter_count(app) > 0 {
            letter(app)?;
            return Ok(None);
        }
        let chosen = chosen(&line);
        if chosen.is_empty() {
            let (unclear, numbers) = (wording::unclear(&line, app.words()), numbers(app));
            app.console.say(&app.console.words.plain.export.fault(&numbers, &unclear))?;
            continue;
        }
        for format in chosen {
            write(app, report, &answers, format)?;
        }
        return Ok(None);
    }
    Ok(Some(NextStep::Ended))
}

/// The numbers of the forms, and one more for all of them.
fn numbers(app: &PlainApp<'_, '_>) -> String {
    wording::numbers(Format::ALL.len() + 1 + usize::from(letter_count(app) > 0), app.words())
}

/// How many questions a letter to the vendor would ask.
fn letter_count(app: &PlainApp<'_, '_>) -> usize {
    let found = addressees(app.workspace.session()).into_iter().find(|(who, _)| *who == Who::Vendor);
    found.map_or(0, |(_, count)| count)
}

/// Whether a line asks for the letter, by its number or by name.
fn is_letter(line: &str) -> bool {
    line.eq_ignore_ascii_case("letter") || line.trim_end_matches('.').parse() == Ok(Format::ALL.len() + 2)
}

/// Writes the letter to the vendor.
fn letter(app: &mut PlainApp<'_, '_>) -> io::Result<()> {
    for (path, text) in app.workspace.letter(Who::Vendor, (app.today)(), app.words()) {
        put(app, &path, &text)?;
    }
    let file = app.workspace.path().map_or_else(String::new, |it| it.display().to_string());
    app.console.say(&app.console.words.plain.export.letter_next(&file))
}

fn offer(app: &mut PlainApp<'_, '_>) -> io::Result<()> {
    let count = letter_count(app);
    let mut page = app.console.page();
    page.lead();
    page.gap();
    page.say(page.words.common.save.title);
    for (at, format) in Format::ALL.iter().enumerate() {
        page.item(1, &format!("{}.", at + 1), format.purpose_in_words(page.words));
    }
    let last = (Format::ALL.len() + 1).to_string();
    page.item(1, &format!("{last}."), page.words.plain.export.all);
    if count > 0 {
        let last = (Format::ALL.len() + 2).to_string();
        let offer = page.words.plain.export.letter(count);
        page.item(1, &format!("{last}."), &offer);
    }
    page.gap();
    page.say(&page.words.plain.export.how(numbers(app)));
    app.console.show(&page)
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

/// Writes one form.
fn write(app: &mut PlainApp<'_, '_>, report: &Report<'_>, answers: &Path, format: Format) -> io::Result<()> {
    let path = beside(answers, format, app.workspace.session().pack());
    let pack_state = pack_state(report.pack, app.console.pack_folder.as_deref());
    let options = ReportOptions { pack_state, as_of: Some((app.today)()), ..ReportOptions::default() };
    let text = render(report, format, &options, app.words());
    put(app, &path, &text)
}

/// Writes a file; asks before it replaces one.
fn put(app: &mut PlainApp<'_, '_>, path: &Path, text: &[u8]) -> io::Result<()> {
    let mut written = write_new(path, text, false);
    if let Err(StoreError::Exists(_)) = written {
        app.console.say(&app.console.words.plain.export.exists(path.display()))?;
        if app.console.yes()? != Some(true) {
            return app.console.say(app.console.words.plain.export.kept);
        }
        written = write_new(path, text, true);
    }
    match written {
        Ok(()) => app.console.say(&app.console.words.plain.export.written(path.display())),
        Err(why) => app.console.say(&app.console.words.plain.export.trouble(why)),
    }
}

/// Where a report goes: beside the answers, under their name. A file that holds the answers of
/// another assessment (that of a tool called "report", say) is never in its way.
fn beside(answers: &Path, format: Format, pack: &Pack) -> PathBuf {
    let stem = answers.file_stem().unwrap_or_default().to_string_lossy();
    let first = std::iter::once(format!("{stem}-report.{}", format.extension()));
    let numbered = (2..).map(|n| format!("{stem}-report-{n}.{}", format.extension()));
    let mut paths = first.chain(numbered).map(|it| answers.with_file_name(it));
    paths.find(|it| !holds_answers(it, pack)).expect("there are more numbers than files")
}

fn holds_answers(path: &Path, pack: &Pack) -> bool {
    let against = Against::new(pack, jiff::civil::Date::MAX);
    let read = read_text(path).and_then(|text| read_answers(&text, "", &against));
    matches!(read, Ok(_) | Err(StoreError::OtherVersion { .. }))
}
