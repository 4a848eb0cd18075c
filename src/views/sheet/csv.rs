//! A scenario sheet as comma-separated values: a line for each row, for a spreadsheet.

use crate::export::table;
use crate::views::sheet::outline::{result_text, row_numbers};
use crate::views::sheet::parts::{List, Sheet, SheetPart, SheetRow};
use crate::words::{Label, Words};

/// The heads of the columns.
const COLUMNS: [Label; 8] = [
    |words| words.views.explain.kind.obligation,
    |words| words.views.csv.row,
    |words| words.views.csv.result,
    |words| words.views.csv.when,
    |words| words.views.csv.points,
    |words| words.views.csv.provisions,
    |words| words.views.csv.pack,
    |words| words.views.csv.digest,
];

/// Writes the rows of `sheet`.
pub fn csv(sheet: &Sheet<'_>, words: &Words) -> Vec<u8> {
    let mut rows = vec![COLUMNS.map(|head| head(words).to_owned())];
    for list in &sheet.lists {
        let base = sheet.lists.first().filter(|_| list.adds);
        rows.extend(list.rows.iter().map(|it| one_row(it, list, base, sheet, words)));
    }
    table(rows)
}

fn one_row(row: &SheetRow, list: &List, base: Option<&List>, sheet: &Sheet<'_>, words: &Words) -> [String; 8] {
    let parts: Vec<&SheetPart> = list.shared.iter().chain(row.parts.iter().flatten()).collect();
    let base = base.map(|list| words.views.csv.base(row_numbers(&list.rows, words)));
    let shared = list.shared.iter().map(|part| part.saying.says.clone());
    let when = base.into_iter().chain(shared).chain(row.parts.iter().map(|part| alternatives(part, words)));
    let points = parts.iter().filter(|it| it.saying.point).map(|it| it.saying.says.clone());
    let mut sources: Vec<&str> = Vec::new();
    for id in parts.iter().flat_map(|it| &it.saying.sources) {
        if !sources.contains(&id.as_str()) {
            sources.push(id);
        }
    }
    [
        sheet.obligation.id.clone(),
        row.number.clone(),
        result_text(list.side, &sheet.obligation.id, words),
        when.collect::<Vec<String>>().join(words.views.csv.and),
        points.collect::<Vec<String>>().join("; "),
        sources.join("; "),
        format!("{} {}", sheet.pack.id, sheet.pack.version),
        sheet.pack.digest.clone(),
    ]
}

/// A part of a row: its only alternative, or that at least one holds.
fn alternatives(part: &[SheetPart], words: &Words) -> String {
    let each: Vec<&str> = part.iter().map(|alternative| alternative.saying.says.as_str()).collect();
    match each.as_slice() {
        [only] => (*only).to_owned(),
        several => words.views.csv.any(several.join(words.views.phrase.or)),
    }
}
