//! What is told of an obligation is the same in the full screen, in the plain mode and in documents.

use std::path::Path;

use obligato::assessment::Assessment;
use obligato::export::{DocFormat, Format, ReportExtent, render};
use obligato::interview::Interview;
use obligato::pack::Pack;
use obligato::report::{Item, Report, Standing, report};
use obligato::shipped;
use obligato::store::{Folder, OpenFile};
use obligato::tell::{Block, obligation, source_in_short};
use obligato::workspace::Setup;

use crate::exports::pieces::{Piece, pieces};
use crate::oracle::readings::some_answers;
use crate::oracle::tape::{Tape, for_all};
use crate::tui::driver::{TODAY, Wizard};

/// Narrow enough for one pane, and high enough for any obligation.
const WINDOW: (u16, u16) = (90, 700);

/// How many assessments are told.
const CASES: u32 = 200;

fn squeezed(text: &str) -> String {
    text.chars().filter(|it| !it.is_whitespace()).collect()
}

/// Every text of `blocks`, in order.
fn texts(blocks: &[Block]) -> Vec<String> {
    let texts = |block: &Block| match block {
        Block::Heading(text) | Block::Entry { title: text, .. } => vec![text.clone()],
        Block::Text(line) | Block::Step(_, line) | Block::Point { line, .. } => vec![line.whole()],
        Block::Pair(label, text) => vec![label.clone(), text.clone()],
        // The address of a link is no text in every form.
        Block::Link(label, _) => vec![label.clone()],
    };
    blocks.iter().flat_map(texts).map(|text| squeezed(&text)).collect()
}

/// Asserts that `shown` tells all of `item`, in order.
fn told_in(shown: &str, report: &Report<'_>, item: &Item<'_>, place: &str) {
    let mut rest = shown;
    for text in texts(&obligation(report, item, shipped::words())) {
        let at = rest.find(&text);
        assert!(at.is_some(), "{place} does not tell of {}, or not in order:\n{text}\n{rest}", item.obligation.id);
        rest = &rest[at.unwrap_or_default() + text.len()..];
    }
}

fn setup(pack: &'static Pack, answers: &Assessment) -> Setup<'static> {
    let folder = Path::new("target/same-words");
    let now = "2026-11-24T10:00:00Z";
    Setup {
        pack,
        words: shipped::words(),
        folder: Folder::new(folder.to_owned()),
        open: Some((OpenFile::new_at(&folder.join("none.json"), now, "by a test"), answers.clone())),
        now: || "2026-11-24T10:00:00Z".to_owned(),
        today: || TODAY,
        who: "by a test".to_owned(),
        ascii: false,
        pack_folder: None,
    }
}

/// Every obligation, line by line.
fn plain(pack: &'static Pack, answers: &Assessment) -> Vec<String> {
    let ids: Vec<&str> = pack.obligations.iter().map(|it| it.id.as_str()).collect();
    let lines = format!("r\n{}\nq\n", ids.join("\n"));
    let mut shown = Vec::new();
    obligato::plain::run(setup(pack, answers), &mut lines.as_bytes(), &mut shown).expect("nothing fails");
    let shown = squeezed(&String::from_utf8(shown).expect("text"));
    let heads: Vec<usize> = pack
        .obligations
        .iter()
        .map(|it| shown.find(&squeezed(&format!("{}. {}", it.id, it.title))).expect("each is shown"))
        .collect();
    let ends = heads.iter().skip(1).copied().chain([shown.len()]);
    heads.iter().zip(ends).map(|(&start, end)| shown[start..end].to_owned()).collect()
}

/// One obligation in the full screen.
fn full_screen(pack: &'static Pack, answers: &Assessment, report: &Report<'_>, item: &Item<'_>) -> String {
    let folder = Path::new("target/same-words").to_owned();
    let mut wizard = Wizard::over(setup(pack, answers), folder, WINDOW.0, WINDOW.1);
    if !report.complete {
        wizard.press(&["tab", "right", "right", "enter"]);
    }
    wizard.press(&["right"; 5][..tabs_to(report, item.standing)]);
    let before = report.items_at(item.standing).take_while(|it| it.id != item.id).count();
    for _ in 0..before {
        wizard.press(&["down"]);
    }
    squeezed(&wizard.press(&["enter"]).screen())
}

/// How many times to turn from the list that is shown first to that of `standing`.
fn tabs_to(report: &Report<'_>, standing: Standing) -> usize {
    let all = Standing::ALL;
    let place = |wanted: Standing| all.iter().position(|it| *it == wanted).unwrap_or_default();
    (place(standing) + all.len() - place(report.totals.read_first())) % all.len()
}

fn document(report: &Report<'_>, form: DocFormat, extent: ReportExtent) -> String {
    let format = Format::Document(form);
    let found = pieces(format, &render(report, format, &extent.into(), shipped::words()));
    let texts = found.iter().filter_map(|it| match it {
        Piece::Text(text) => Some(squeezed(text)),
        Piece::Mark(_) => None,
    });
    texts.collect()
}

/// Documents tell once what several obligations rest on, so each text is somewhere in them: of the
/// obligation, and of its sources.
fn told_somewhere(shown: &str, report: &Report<'_>, item: &Item<'_>, place: &str) {
    let words = shipped::words();
    let sources = item.sources.iter().map(|&id| source_in_short(report.pack, id, words));
    let sources = sources.map(|told| squeezed(&told.whole()));
    for text in texts(&obligation(report, item, words)).into_iter().chain(sources) {
        assert!(shown.contains(&text), "{place} does not tell of {}:\n{text}", item.obligation.id);
    }
}

fn case(tape: &mut Tape) {
    let shipped = shipped::all_packs();
    let pack = shipped[tape.pick(shipped.len())].pack();
    let answers = some_answers(tape, pack);
    let progress = Interview::new(pack).progress(&answers);
    let report = report(pack, &answers, &progress);
    let by_lines = plain(pack, &answers);
    for (item, shown) in report.obligations.iter().zip(&by_lines) {
        told_in(shown, &report, item, "the plain mode");
    }
    let item = &report.obligations[tape.pick(report.obligations.len())];
    told_in(&full_screen(pack, &answers, &report, item), &report, item, "the full screen");
    let extent = ReportExtent::ALL[tape.pick(ReportExtent::ALL.len())];
    let [markdown, docx] = [DocFormat::Markdown, DocFormat::Docx].map(|form| document(&report, form, extent));
    for item in report.obligations.iter().filter(|it| it.standing != Standing::RuledOut) {
        told_somewhere(&markdown, &report, item, "Markdown");
        told_somewhere(&docx, &report, item, "DOCX");
    }
}

#[test]
fn front_ends_and_documents_tell_the_same_of_each_obligation() {
    for_all(CASES, 4_096, case);
}
