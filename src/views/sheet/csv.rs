//! A scenario sheet as comma-separated values: a line for each row, for a spreadsheet.

use crate::views::sheet::outline::{numbers, result};
use crate::views::sheet::{List, Part, Row, Sheet};
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
pub fn csv(sheet: &Sheet, words: &Words) -> String {
    let mut text = line(&COLUMNS.map(|it| words.say(it).to_owned()));
    for list in &sheet.lists {
        let base = sheet.lists.first().filter(|_| list.adds);
        for row in &list.rows {
            text.push_str(&one_row(row, list, base, sheet, words));
        }
    }
    text
}

fn one_row(row: &Row, list: &List, base: Option<&List>, sheet: &Sheet, words: &Words) -> String {
    let parts: Vec<&Part> = list.shared.iter().chain(&row.parts).collect();
    let base = base.map(|it| words.fill("views.csv.base", &[("rows", &numbers(&it.rows, words))]));
    let when = base.into_iter().chain(parts.iter().map(|it| it.saying.says.clone()));
    let points = parts.iter().filter(|it| it.saying.point).map(|it| it.saying.says.clone());
    let mut sources: Vec<&str> = Vec::new();
    for id in parts.iter().flat_map(|it| &it.saying.sources) {
        if !sources.contains(&id.as_str()) {
            sources.push(id);
        }
    }
    line(&[
        sheet.id.clone(),
        row.number.clone(),
        result(list.side, &sheet.id, words),
        when.collect::<Vec<String>>().join(words.say("views.csv.and")),
        points.collect::<Vec<String>>().join("; "),
        sources.join("; "),
        format!("{} {}", sheet.pack.id, sheet.pack.version),
        sheet.pack.digest.clone(),
    ])
}

fn line(fields: &[String; 8]) -> String {
    fields.each_ref().map(|it| quoted(it)).join(",") + "\n"
}

/// A field in quotes. One that a spreadsheet would take for a formula is marked as text.
fn quoted(field: &str) -> String {
    let mark = if field.starts_with(['=', '+', '-', '@']) { "'" } else { "" };
    format!("\"{mark}{}\"", field.replace('"', "\"\""))
}
