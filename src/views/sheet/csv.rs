//! A scenario sheet as comma-separated values: a line for each row, for a spreadsheet.

use crate::export::table;
use crate::views::sheet::outline::{numbers, result};
use crate::views::sheet::{List, Sheet, SheetPart, SheetRow};
use crate::words::Words;

/// The columns, by their names among the words.
const COLUMNS: [&str; 8] = [
    "views.csv.obligation",
    "views.csv.row",
    "views.csv.result",
    "views.csv.when",
    "views.csv.points",
    "views.csv.provisions",
    "views.csv.pack",
    "views.csv.digest",
];

/// The rows of `sheet`.
pub fn csv(sheet: &Sheet<'_>, words: &Words) -> Vec<u8> {
    let mut rows = vec![COLUMNS.map(|it| words.say(it).to_owned())];
    for list in &sheet.lists {
        let base = sheet.lists.first().filter(|_| list.adds);
        rows.extend(list.rows.iter().map(|it| one_row(it, list, base, sheet, words)));
    }
    table(rows)
}

fn one_row(row: &SheetRow, list: &List, base: Option<&List>, sheet: &Sheet<'_>, words: &Words) -> [String; 8] {
    let parts: Vec<&SheetPart> = list.shared.iter().chain(&row.parts).collect();
    let base = base.map(|it| words.fill("views.csv.base", &[("rows", &numbers(&it.rows, words))]));
    let when = base.into_iter().chain(parts.iter().map(|it| it.saying.says.clone()));
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
        result(list.side, &sheet.obligation.id, words),
        when.collect::<Vec<String>>().join(words.say("views.csv.and")),
        points.collect::<Vec<String>>().join("; "),
        sources.join("; "),
        format!("{} {}", sheet.pack.id, sheet.pack.version),
        sheet.pack.digest.clone(),
    ]
}
