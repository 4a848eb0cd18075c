//! The report as a document without a format: headings, paragraphs, lists and tables. Every format
//! draws the same outline, so the formats cannot disagree.

pub mod block;
mod cover;
mod fold;
pub mod item;
mod law;
mod needed;
pub mod parts;

pub use fold::laid_out;

use crate::export::document::Document;
use crate::export::options::{ReportExtent, ReportOptions};
use crate::export::outline::block::{DocBlock, TableRow};
use crate::export::outline::item::ObligationTeller;
use crate::export::outline::parts::answer_in_words;
use crate::report::{Report, Standing};
use crate::tell::{self, ToldAnswer};
use crate::words::Words;

/// Lays `report` out as a document.
pub fn report_document(report: &Report<'_>, options: &ReportOptions, words: &Words) -> Document {
    Document::new(&title(report, words), report.answered_on.map(|it| it.to_string()), outline(report, options, words))
}

fn outline(report: &Report<'_>, options: &ReportOptions, words: &Words) -> Vec<DocBlock> {
    let extent = options.extent;
    let mut blocks = Vec::new();
    cover::write_cover(report, options, words, &mut blocks);
    blocks.push(DocBlock::NewPage);
    let mut teller = ObligationTeller::new(report, words);
    for standing in [Standing::ToDo, Standing::Open, Standing::InPlace, Standing::AlsoCheck, Standing::RuledOut] {
        let count = report.totals.count_at(standing);
        if count == 0 && extent == ReportExtent::Usual {
            continue;
        }
        let title = tell::standing(standing, words);
        blocks.push(DocBlock::Heading(2, format!("{title} ({count})")));
        blocks.push(DocBlock::Text(tell::standing_means(standing, words).to_owned()));
        if count == 0 {
            blocks.push(DocBlock::Text(words.common.nothing_here.to_owned()));
            continue;
        }
        match (standing, extent) {
            (Standing::RuledOut, ReportExtent::Usual) => {
                blocks.extend(laid_out(&tell::ruled_out(report, words), report.pack));
            }
            (Standing::RuledOut, ReportExtent::Full) => blocks.push(teller.ruled_out()),
            (Standing::ToDo | Standing::Open | Standing::InPlace | Standing::AlsoCheck, _) => {
                for item in report.items_at(standing) {
                    teller.write_item(item, &mut blocks);
                }
            }
        }
    }
    law::write_points(report, extent, words, &mut blocks);
    law::write_sources(report, extent, words, &mut blocks);
    answers(report, extent, words, &mut blocks);
    made_with(report, words, &mut blocks);
    blocks
}

/// Returns the title of a document of `report`, for use outside of it.
fn title(report: &Report<'_>, words: &Words) -> String {
    let title = words.export.title(&report.pack.title);
    match report.pack.names.tool.and_then(|it| report.answer_to(it)).filter(|answer| !answer.is_unsure()) {
        None => title,
        Some(tool) => {
            let tool = answer_in_words(report, tool, words);
            words.export.title_of_tool(title, tool)
        }
    }
}

/// Adds every answer as a table, with a column for where answers come from if any says so. In full, each
/// section has a table of its own.
fn answers(report: &Report<'_>, extent: ReportExtent, words: &Words, blocks: &mut Vec<DocBlock>) {
    blocks.push(DocBlock::Heading(2, words.common.title.answers.to_owned()));
    if report.answers.is_empty() {
        blocks.push(DocBlock::Text(words.common.nothing_here.to_owned()));
    }
    let sections = tell::answers_by_section(report, words);
    match extent {
        ReportExtent::Full => {
            for (section, answers) in sections {
                blocks.push(DocBlock::Heading(3, section.to_owned()));
                blocks.push(answer_table(answers, words));
            }
        }
        ReportExtent::Usual if report.answers.is_empty() => {}
        ReportExtent::Usual => {
            let all = sections.into_iter().flat_map(|(_, answers)| answers).collect();
            blocks.push(answer_table(all, words));
        }
    }
    let told = tell::laid_aside(report, words);
    blocks.extend(laid_out(&told, report.pack));
}

fn answer_table(answers: Vec<ToldAnswer<'_>>, words: &Words) -> DocBlock {
    let origins = answers.iter().any(|told| !told.origin.is_empty());
    let columns = [words.export.column.question, words.export.column.answer, words.export.column.origin];
    let head = columns.into_iter().take(if origins { 3 } else { 2 }).map(str::to_owned);
    let rows = answers.into_iter().map(|told| {
        let mut cells = vec![told.ask.to_owned(), counted(&told, words)];
        cells.extend(origins.then_some(told.origin));
        TableRow { to: None, cells }
    });
    DocBlock::Table(head.collect(), rows.collect())
}

/// Adds what the report was made with, for whoever has to make it again.
fn made_with(report: &Report<'_>, words: &Words, blocks: &mut Vec<DocBlock>) {
    let (of, pack) = (&words.export.made_with, report.pack);
    blocks.push(DocBlock::Heading(2, of.heading.to_owned()));
    blocks.push(DocBlock::Pair(of.pack.to_owned(), of.pack_line(&pack.id, &pack.version)));
    blocks.push(DocBlock::Pair(of.digest.to_owned(), pack.digest.clone()));
}

/// Returns an answer, and whether it counts.
fn counted(told: &ToldAnswer<'_>, words: &Words) -> String {
    match told.set_aside {
        Some(_) => format!("{} ({})", told.answer, words.export.set_aside),
        None => told.answer.clone(),
    }
}
