//! What can be wrong with the meaning of a pack whose form is sound. Each check is one file, named
//! in the list here; it looks at the compiled conditions, so it says what the rules do and not how
//! they are written.

mod alike_options;
mod always_or_never;
mod bearing;
mod dead_step;
mod entangled;
mod faulty_example;
mod never_matters;
mod text_form;
mod unsure_counts_as;
mod unused_fact;
mod unused_reading;
mod unused_source;
mod wrong_same_as;

use crate::finding::{Finding, Severity};
use crate::pack::{Files, Pack};

/// Every check, in the order of their names.
const ALL: [fn(&Pack, &Files) -> Vec<Finding>; 12] = [
    alike_options::check,
    always_or_never::check,
    dead_step::check,
    entangled::check,
    faulty_example::check,
    never_matters::check,
    text_form::check,
    unsure_counts_as::check,
    unused_fact::check,
    unused_reading::check,
    unused_source::check,
    wrong_same_as::check,
];

/// What is wrong, or likely wrong, with the meaning of `pack`, which `files` state; in the order of
/// files and places.
pub fn check(pack: &Pack, files: &Files) -> Vec<Finding> {
    let mut findings: Vec<Finding> = ALL.iter().flat_map(|check| check(pack, files)).collect();
    findings.sort_by(|a, b| a.place.cmp(&b.place).then_with(|| a.code.cmp(b.code)));
    findings
}

/// `findings` as text, in the order of files and places, and a line that counts them.
pub fn render(findings: &[Finding], files: &Files, ascii: bool) -> String {
    let mut sorted: Vec<&Finding> = findings.iter().collect();
    sorted.sort_by(|a, b| a.place.cmp(&b.place).then_with(|| a.code.cmp(b.code)));
    let mut text = String::new();
    for finding in &sorted {
        text.push_str(&finding.render(files.text(&finding.place.file), ascii));
        text.push_str("\n\n");
    }
    text + &summary(findings) + "\n"
}

fn summary(findings: &[Finding]) -> String {
    let count = |severity| findings.iter().filter(|it| it.severity == severity).count();
    let counted = |count: usize, name: &str| match count {
        0 => None,
        1 => Some(format!("1 {name}")),
        _ => Some(format!("{count} {name}s")),
    };
    let parts = [counted(count(Severity::Error), "error"), counted(count(Severity::Warning), "warning")];
    let said: Vec<String> = parts.into_iter().flatten().collect();
    if said.is_empty() { "no findings".to_owned() } else { said.join(", ") }
}
