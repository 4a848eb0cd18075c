//! The report as a document without a form: headings, paragraphs, lists and tables. Each form of
//! document draws the same outline, so they cannot say different things.

mod block;
mod cover;
mod item;
mod law;

pub use block::{Block, TableRow};
pub use item::ObligationTeller;
pub use law::{open_point, taken};

use crate::export::Document;
use crate::report::{Given, Item, Met, Report, Standing};
use crate::tell;
use crate::words::Words;

/// `report` as a document.
pub fn document(report: &Report, words: &Words) -> Document {
    Document::new(&title(report, words), report.answered_on.clone(), outline(report, words))
}

fn outline(report: &Report, words: &Words) -> Vec<Block> {
    let mut blocks = Vec::new();
    cover::cover(report, words, &mut blocks);
    blocks.push(Block::NewPage);
    let mut teller = ObligationTeller::new(report, words);
    for standing in [Standing::ToDo, Standing::Open, Standing::InPlace, Standing::AlsoCheck, Standing::RuledOut] {
        let count = report.totals.of(standing);
        let title = tell::standing(standing, words);
        blocks.push(Block::Heading(2, format!("{title} ({count})")));
        blocks.push(Block::Text(tell::standing_means(standing, words).to_owned()));
        if count == 0 {
            blocks.push(Block::Text(words.export.nothing_here.to_owned()));
            continue;
        }
        blocks.extend(teller.overview(standing));
        if standing != Standing::RuledOut {
            for it in in_order(report, standing) {
                teller.item(it, &mut blocks);
            }
        }
    }
    law::points(report, words, &mut blocks);
    law::sources(report, words, &mut blocks);
    answers(report, words, &mut blocks);
    blocks
}

/// What a document of `report` is called, outside of it.
fn title(report: &Report, words: &Words) -> String {
    let title = words.export.title(&report.pack.title);
    match report.given("tool_name").filter(|it| !it.labels.is_empty()) {
        None => title,
        Some(tool) => words.export.title_of_tool(&title, answer_in_words(tool, words)),
    }
}

/// The obligations that stand at `standing`: gaps first, otherwise in the pack's order.
fn in_order(report: &Report, standing: Standing) -> Vec<&Item> {
    let (gaps, others): (Vec<&Item>, Vec<&Item>) = report.at(standing).partition(|it| is_gap(it));
    [gaps, others].concat()
}

/// Whether it applies and the answers say that it is not in place.
fn is_gap(item: &Item) -> bool {
    item.standing == Standing::ToDo && item.met == Some(Met::No)
}

/// The name of the entry of a source or a legal point; that of an obligation is its id.
fn anchor(kind: &str, id: &str) -> String {
    format!("{kind}-{id}")
}

/// `given` in words.
pub fn answer_in_words(given: &Given, words: &Words) -> String {
    let unsure = words.common.answer.unsure;
    let rest = words.common.answer.rest_unsure;
    match &given.value {
        serde_json::Value::Bool(yes) => if *yes { words.common.answer.yes } else { words.common.answer.no }.to_owned(),
        serde_json::Value::Array(items) if items.is_empty() => words.common.answer.none.to_owned(),
        serde_json::Value::Array(items) => {
            let unsure = items.iter().any(|it| it == crate::answer::UNSURE);
            let labels = given.labels.iter().map(String::as_str).chain(unsure.then_some(rest));
            labels.collect::<Vec<&str>>().join("; ")
        }
        _ if given.labels.is_empty() => unsure.to_owned(),
        _ => given.labels.join("; "),
    }
}

/// The answer to the question called `id` in words, or that it is not known.
pub fn answered(report: &Report, id: &str, words: &Words) -> String {
    let given = report.given(id).map(|it| answer_in_words(it, words));
    given.unwrap_or_else(|| words.export.not_known.to_owned())
}

/// Every answer, a table for each section; notes have a column where there are any.
fn answers(report: &Report, words: &Words, blocks: &mut Vec<Block>) {
    blocks.push(Block::Heading(2, words.export.answers_heading.to_owned()));
    if report.answers.is_empty() {
        blocks.push(Block::Text(words.export.nothing_here.to_owned()));
    }
    for section in report.answers.chunk_by(|a, b| a.section == b.section) {
        blocks.extend(section.first().map(|it| Block::Heading(3, it.section.clone())));
        let notes = section.iter().any(|it| it.on.is_some() || it.has_origin());
        let columns = [words.export.column.question, words.export.column.answer, words.export.column.origin];
        let head = columns.into_iter().take(if notes { 3 } else { 2 }).map(str::to_owned);
        let rows = section.iter().map(|it| {
            let mut cells = vec![it.ask.clone(), counted(it, words)];
            cells.extend(notes.then(|| origin(it, words)));
            TableRow { to: None, cells }
        });
        blocks.push(Block::Table(head.collect(), rows.collect()));
    }
}

/// An answer, and whether it counts.
fn counted(given: &Given, words: &Words) -> String {
    let answer = answer_in_words(given, words);
    if given.set_aside { format!("{answer} ({})", words.export.set_aside) } else { answer }
}

/// Where an answer comes from, in words: what it rests on, who says so and when, evidence and note.
pub fn origin(given: &Given, words: &Words) -> String {
    let basis = given.basis.map(|name| tell::basis(name, words).to_owned());
    let said = match (basis, &given.by) {
        (Some(basis), Some(by)) => words.common.origin.basis_by(&basis, by),
        (Some(basis), None) => basis,
        (None, Some(by)) => words.common.origin.by(by),
        (None, None) => String::new(),
    };
    let said = match &given.on {
        Some(day) if said.is_empty() => day.clone(),
        Some(day) => words.common.origin.on(day, &said),
        None => said,
    };
    let of = &words.common.origin;
    let more = [given.evidence.as_ref().map(|text| of.evidence(text)), given.note.as_ref().map(|text| of.note(text))];
    let parts = std::iter::once(said).filter(|it| !it.is_empty()).chain(more.into_iter().flatten());
    parts.collect::<Vec<String>>().join("; ")
}
