//! A scenario sheet as a document without a form.

use crate::export::{Block, open_point};
use crate::pack::Source;
use crate::report::undecided;
use crate::views::read_back::{condition, fact, said};
use crate::views::sheet::{List, Sheet, SheetRow, SheetSide};
use crate::words::Words;

/// The document of `sheet`.
pub fn outline(sheet: &Sheet<'_>, words: &Words) -> Vec<Block> {
    let mut blocks = Vec::new();
    head(sheet, words, &mut blocks);
    read_back(sheet, words, &mut blocks);
    for list in &sheet.lists {
        one_list(list, sheet, words, &mut blocks);
    }
    cover(sheet, words, &mut blocks);
    foot(sheet, words, &mut blocks);
    blocks
}

fn head(sheet: &Sheet<'_>, words: &Words, blocks: &mut Vec<Block>) {
    let pair = |label: &str, text: &str| Block::Pair(words.say(label).to_owned(), text.to_owned());
    let (pack, of) = (sheet.pack, sheet.obligation);
    let version = [("title", pack.title.as_str()), ("id", &pack.id), ("version", &pack.version)];
    blocks.extend([
        Block::Heading(1, words.fill("views.sheet.title", &[("id", &of.id), ("title", &of.title)])),
        pair("views.sheet.kind", words.say(&format!("common.kind.{}", of.kind.name())).to_owned().as_str()),
        pair("views.sheet.pack", &words.fill("views.sheet.version", &version)),
        pair("views.sheet.digest", &pack.digest),
        pair("export.checked", &pack.law_checked_on.to_string()),
        pair("views.sheet.sign", words.say("views.sheet.line")),
        Block::Text(pack.disclaimer.clone()),
        Block::Text(of.asks.clone()),
    ]);
}

fn read_back(sheet: &Sheet<'_>, words: &Words, blocks: &mut Vec<Block>) {
    let heading = |level, name: &str| Block::Heading(level, words.say(name).to_owned());
    blocks.push(heading(2, "views.sheet.condition"));
    condition("views.condition.applies", &[], &sheet.applies, words, blocks);
    if let Some(met) = &sheet.met {
        condition("views.condition.met", &[], met, words, blocks);
    }
    if !sheet.facts.is_empty() {
        blocks.push(heading(3, "views.condition.facts"));
        sheet.facts.iter().for_each(|it| fact(it, words, blocks));
    }
}

fn heading(side: SheetSide) -> &'static str {
    match side {
        SheetSide::Applies => "views.sheet.applies",
        SheetSide::RuledOut => "views.sheet.ruled_out",
        SheetSide::InPlace => "views.sheet.in_place",
        SheetSide::Missing => "views.sheet.missing",
    }
}

/// What the rows of `side` lead to, as half a sentence.
pub fn result(side: SheetSide, id: &str, words: &Words) -> String {
    let name = match side {
        SheetSide::Applies => "views.result.applies",
        SheetSide::RuledOut => "views.result.ruled_out",
        SheetSide::InPlace => "views.result.in_place",
        SheetSide::Missing => "views.result.missing",
    };
    words.fill(name, &[("id", id)])
}

/// Any of `rows`, by their numbers.
pub fn numbers(rows: &[SheetRow], words: &Words) -> String {
    let number = |row: Option<&SheetRow>| row.map_or_else(String::new, |it| it.number.clone());
    let name = match rows.len() {
        1 => "views.rows.one",
        2 => "views.rows.two",
        _ => "views.rows.several",
    };
    words.fill(name, &[("first", &number(rows.first())), ("last", &number(rows.last()))])
}

fn one_list(list: &List, sheet: &Sheet<'_>, words: &Words, blocks: &mut Vec<Block>) {
    let count = [("heading", words.say(heading(list.side))), ("count", &list.rows.len().to_string())];
    blocks.push(Block::Heading(2, words.fill("views.sheet.counted", &count)));
    let result = result(list.side, &sheet.obligation.id, words);
    let rows = numbers(&list.rows, words);
    let base = sheet.lists.first().filter(|_| list.adds).map(|it| numbers(&it.rows, words));
    let values = [("result", result.as_str()), ("rows", &rows), ("base", base.as_deref().unwrap_or_default())];
    if list.rows.is_empty() {
        return blocks.push(Block::Text(words.say("views.sheet.never").to_owned()));
    }
    if list.rows.iter().all(|it| it.parts.is_empty()) {
        return blocks.push(Block::Text(words.fill("views.sheet.always", &values)));
    }
    if !list.shared.is_empty() {
        let values = [("result", result.as_str()), ("how", words.say(how(list.shared.len())))];
        blocks.push(Block::Text(words.fill("views.sheet.shared", &values)));
        blocks.extend(list.shared.iter().map(|it| Block::Point(0, said(&it.saying, words))));
    }
    let name = match (base.is_some(), list.shared.is_empty()) {
        (true, _) => "views.sheet.adding",
        (false, true) => "views.sheet.direct",
        (false, false) => "views.sheet.and_rows",
    };
    blocks.push(Block::Text(words.fill(name, &values)));
    list.rows.iter().for_each(|it| row(it, words, blocks));
}

fn how(parts: usize) -> &'static str {
    match parts {
        1 => "views.how.one",
        2 => "views.how.both",
        _ => "views.how.all",
    }
}

fn row(row: &SheetRow, words: &Words, blocks: &mut Vec<Block>) {
    let line = |name: &str, key: &str, text: &str| {
        Block::Point(0, words.fill(name, &[("number", row.number.as_str()), (key, text)]))
    };
    if let [only] = row.parts.as_slice() {
        return blocks.push(line("views.sheet.row", "part", &said(&only.saying, words)));
    }
    let how = if row.parts.len() == 2 { "views.part.both" } else { "views.part.all" };
    blocks.push(line("views.sheet.row_of", "how", words.say(how)));
    blocks.extend(row.parts.iter().map(|it| Block::Point(1, said(&it.saying, words))));
}

/// What the lists are together.
fn cover(sheet: &Sheet<'_>, words: &Words, blocks: &mut Vec<Block>) {
    let is_empty = |side: SheetSide| sheet.lists.iter().any(|it| it.side == side && it.rows.is_empty());
    let mut say = |name: &str| blocks.push(Block::Text(words.say(name).to_owned()));
    if !is_empty(SheetSide::Applies) && !is_empty(SheetSide::RuledOut) {
        say("views.sheet.cover");
    }
    if sheet.met.is_some() {
        say("views.sheet.cover_met");
    }
    for (ask, says) in &sheet.unsure {
        blocks.push(Block::Text(words.fill("views.sheet.unsure", &[("ask", ask), ("says", says)])));
    }
}

fn foot(sheet: &Sheet<'_>, words: &Words, blocks: &mut Vec<Block>) {
    let heading = |name: &str| Block::Heading(2, words.say(name).to_owned());
    if !sheet.points.is_empty() {
        blocks.push(heading("views.sheet.points"));
        sheet.points.iter().for_each(|it| open_point(sheet.pack, undecided(sheet.pack, *it), words, blocks));
    }
    if !sheet.obligation.confirm.is_empty() {
        blocks.push(heading("views.sheet.confirm"));
        blocks.extend(sheet.obligation.confirm.iter().map(|it| Block::Point(0, it.clone())));
    }
    blocks.push(heading("views.sheet.sources"));
    blocks.extend(sheet.sources.iter().map(|it| citation(sheet.pack.source(*it), words)));
    blocks.push(Block::Link(words.say("export.official").to_owned(), sheet.pack.official.clone()));
}

/// A source in full, with how sure it is and where it is read.
pub fn citation(source: &Source, words: &Words) -> Block {
    let confidence = words.say(&format!("common.confidence.{}", source.confidence.name())).to_owned();
    let line = [
        ("id", source.id.as_str()),
        ("citation", &source.citation),
        ("heading", &source.heading),
        ("confidence", &confidence),
    ];
    Block::Link(words.fill("views.sheet.source", &line), source.link.clone())
}
