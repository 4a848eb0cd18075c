//! A scenario sheet as a document without a format.

use crate::export::{DocBlock, laid_out};
use crate::pack::Source;
use crate::report::undecided_point;
use crate::tell;
use crate::views::read_back::{add_condition, add_deadline, add_fact, met_heading, saying_text};
use crate::views::sheet::parts::{List, Sheet, SheetPart, SheetRow, SheetSide, SignatureState};
use crate::words::Words;

/// Returns the document of `sheet`, on which `signatures` stand.
pub fn outline(sheet: &Sheet<'_>, signatures: &[SignatureState], words: &Words) -> Vec<DocBlock> {
    let mut blocks = Vec::new();
    head(sheet, signatures, words, &mut blocks);
    read_back(sheet, words, &mut blocks);
    for list in &sheet.lists {
        one_list(list, sheet, words, &mut blocks);
    }
    cover(sheet, words, &mut blocks);
    foot(sheet, words, &mut blocks);
    blocks
}

/// Returns what a signature stands on: kind and text, the rule and the deadline read back, the facts in
/// them, and the provisions cited.
pub fn signed_blocks(sheet: &Sheet<'_>, words: &Words) -> Vec<DocBlock> {
    let mut blocks = vec![title(sheet, words), kind(sheet, words), DocBlock::Text(sheet.obligation.asks.clone())];
    read_back(sheet, words, &mut blocks);
    blocks.extend(sheet.sources.iter().map(|&id| citation(sheet.pack.source(id), words)));
    blocks
}

fn title(sheet: &Sheet<'_>, words: &Words) -> DocBlock {
    DocBlock::Heading(1, words.export.named(&sheet.obligation.id, &sheet.obligation.title))
}

fn kind(sheet: &Sheet<'_>, words: &Words) -> DocBlock {
    DocBlock::Pair(words.common.obligation.kind.to_owned(), tell::kind(sheet.obligation.kind, words).to_owned())
}

/// Returns who signed it on which day, and whether the words are still the same.
fn signed(state: &SignatureState, words: &Words) -> DocBlock {
    let of = &words.views.sheet;
    let (by, on) = (&state.signature.by, tell::day_text(state.signature.on, words));
    let text = if state.is_current { of.signed(by, on) } else { of.signed_before(by, on) };
    DocBlock::Pair(of.signature.to_owned(), text)
}

fn head(sheet: &Sheet<'_>, signatures: &[SignatureState], words: &Words, blocks: &mut Vec<DocBlock>) {
    let pair = |label: &str, text: &str| DocBlock::Pair(label.to_owned(), text.to_owned());
    let (pack, of) = (sheet.pack, sheet.obligation);
    blocks.extend([
        title(sheet, words),
        kind(sheet, words),
        pair(words.export.made_with.pack, &words.views.sheet.version(&pack.id, pack.title.as_str(), &pack.version)),
        pair(words.views.sheet.digest, &pack.digest),
        pair(words.common.law.checked, &tell::day_text(pack.law_checked_on, words)),
    ]);
    let own = signatures.iter().filter(|state| state.signature.is_on(of));
    blocks.extend(own.map(|state| signed(state, words)));
    blocks.extend([
        pair(words.views.sheet.sign, words.views.sheet.line),
        DocBlock::Text(pack.disclaimer.clone()),
        DocBlock::Text(of.asks.clone()),
    ]);
}

fn read_back(sheet: &Sheet<'_>, words: &Words, blocks: &mut Vec<DocBlock>) {
    let heading = |level, name: &str| DocBlock::Heading(level, name.to_owned());
    blocks.push(heading(2, words.views.sheet.condition));
    add_condition(|how| words.views.condition.applies(how), &sheet.applies, words, blocks);
    if let (Some(rule), Some(met)) = (&sheet.obligation.met_rule, &sheet.met) {
        add_condition(|how| met_heading(rule, how, words), met, words, blocks);
    }
    if let Some(deadline) = &sheet.deadline {
        add_deadline(deadline, words, blocks);
    }
    if !sheet.facts.is_empty() {
        blocks.push(heading(3, words.views.condition.facts));
        sheet.facts.iter().for_each(|it| add_fact(it, words, blocks));
    }
}

fn heading(side: SheetSide, words: &Words) -> &'static str {
    match side {
        SheetSide::Applies => words.views.sheet.applies,
        SheetSide::RuledOut => words.views.sheet.ruled_out,
        SheetSide::InPlace => words.views.sheet.in_place,
        SheetSide::Missing => words.views.sheet.missing,
    }
}

/// Returns the result of the rows of `side`, as a half-sentence.
pub fn result_text(side: SheetSide, id: &str, words: &Words) -> String {
    let of = &words.views.result;
    match side {
        SheetSide::Applies => of.applies(id),
        SheetSide::RuledOut => of.ruled_out(id),
        SheetSide::InPlace => of.in_place(id),
        SheetSide::Missing => of.missing(id),
    }
}

/// Returns "any of `rows`", by their numbers.
pub fn row_numbers(rows: &[SheetRow], words: &Words) -> String {
    let number = |row: Option<&SheetRow>| row.map_or_else(String::new, |it| it.number.clone());
    let (of, first, last) = (&words.views.rows, number(rows.first()), number(rows.last()));
    match rows.len() {
        1 => of.one(first),
        2 => of.two(first, last),
        _ => of.several(first, last),
    }
}

fn one_list(list: &List, sheet: &Sheet<'_>, words: &Words, blocks: &mut Vec<DocBlock>) {
    blocks.push(DocBlock::Heading(2, words.views.sheet.counted(list.rows.len(), heading(list.side, words))));
    let result = result_text(list.side, &sheet.obligation.id, words);
    let rows = row_numbers(&list.rows, words);
    let base = sheet.lists.first().filter(|_| list.adds).map(|it| row_numbers(&it.rows, words));
    let of = &words.views.sheet;
    if list.rows.is_empty() {
        return blocks.push(DocBlock::Text(words.views.sheet.never.to_owned()));
    }
    if list.rows.iter().all(|it| it.parts.is_empty()) {
        return blocks.push(DocBlock::Text(of.always(result)));
    }
    if !list.shared.is_empty() {
        blocks.push(DocBlock::Text(words.views.sheet.shared(how(list.shared.len(), words), &result)));
        blocks.extend(list.shared.iter().map(|part| DocBlock::Point(0, saying_text(&part.saying, words))));
    }
    blocks.push(DocBlock::Text(match (base, list.shared.is_empty()) {
        (Some(base), _) => of.adding(base, result, rows),
        (None, true) => of.direct(result, rows),
        (None, false) => of.and_rows(rows),
    }));
    list.rows.iter().for_each(|it| row(it, words, blocks));
}

fn how(parts: usize, words: &Words) -> &'static str {
    match parts {
        1 => words.views.how.one,
        2 => words.views.how.both,
        _ => words.views.how.all,
    }
}

fn row(row: &SheetRow, words: &Words, blocks: &mut Vec<DocBlock>) {
    let of = &words.views.sheet;
    if let [part] = row.parts.as_slice()
        && let [only] = part.as_slice()
    {
        return blocks.push(DocBlock::Point(0, of.row(&row.number, saying_text(&only.saying, words))));
    }
    let how = if row.parts.len() == 2 { words.views.part.both } else { words.views.part.all };
    blocks.push(DocBlock::Point(0, of.row_of(how, &row.number)));
    for part in &row.parts {
        alternatives(part, words, blocks);
    }
}

/// Adds a part of a row: its only alternative, or each of them.
fn alternatives(part: &[SheetPart], words: &Words, blocks: &mut Vec<DocBlock>) {
    let point = |depth: usize, part: &SheetPart| DocBlock::Point(depth, saying_text(&part.saying, words));
    if let [only] = part {
        return blocks.push(point(1, only));
    }
    blocks.push(DocBlock::Point(1, words.views.part.any.to_owned()));
    blocks.extend(part.iter().map(|alternative| point(2, alternative)));
}

/// Adds a summary of the lists.
fn cover(sheet: &Sheet<'_>, words: &Words, blocks: &mut Vec<DocBlock>) {
    let is_empty = |side: SheetSide| sheet.lists.iter().any(|list| list.side == side && list.rows.is_empty());
    let mut say = |text: &str| blocks.push(DocBlock::Text(text.to_owned()));
    if !is_empty(SheetSide::Applies) && !is_empty(SheetSide::RuledOut) {
        say(words.views.sheet.cover);
    }
    if sheet.obligation.has_one_sided_met() {
        say(words.views.sheet.cover_not_met);
    } else if sheet.met.is_some() {
        say(words.views.sheet.cover_met);
    }
    for (ask, says) in &sheet.unsure {
        blocks.push(DocBlock::Text(words.views.sheet.unsure(ask, says)));
    }
}

fn foot(sheet: &Sheet<'_>, words: &Words, blocks: &mut Vec<DocBlock>) {
    let heading = |name: &str| DocBlock::Heading(2, name.to_owned());
    if !sheet.points.is_empty() {
        blocks.push(heading(words.views.sheet.points));
        for &id in &sheet.points {
            let mut told = tell::point_in_full(sheet.pack, undecided_point(sheet.pack, id), None, words);
            told.push(tell::point_id(sheet.pack, id, words));
            blocks.extend(laid_out(&told, sheet.pack));
        }
    }
    if !sheet.obligation.confirm.is_empty() {
        blocks.push(heading(words.views.sheet.confirm));
        blocks.extend(sheet.obligation.confirm.iter().map(|text| DocBlock::Point(0, text.clone())));
    }
    blocks.push(heading(words.views.sheet.sources));
    blocks.extend(sheet.sources.iter().map(|&id| citation(sheet.pack.source(id), words)));
    blocks.extend(laid_out(&tell::official_pages(sheet.pack, sheet.sources.iter().copied(), words), sheet.pack));
}

/// Returns a source in full, with its confidence and where to read it.
pub fn citation(source: &Source, words: &Words) -> DocBlock {
    let confidence = tell::confidence(source.confidence, words);
    DocBlock::Link(
        words.views.sheet.source(&source.citation, confidence, &source.heading, source.id.as_str()),
        source.link.clone(),
    )
}
