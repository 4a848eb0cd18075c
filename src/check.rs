//! What can be wrong with the meaning of a pack of sound form. Each check is one file, named in a
//! list below. It reads the compiled conditions, so it reports what the rules do, not how they are
//! written.

mod alike_options;
mod always_or_never;
mod bare_citation;
mod bearing;
mod broken_relation;
mod dead_step;
mod entangled;
mod faulty_example;
mod faulty_signature;
mod idle_feed;
mod idle_part;
mod idle_warning;
mod missing_kept;
mod missing_role;
mod never_matters;
mod number_differs;
mod prose_numbers;
mod reading_grade;
mod text_form;
mod unaccounted_source;
mod unheard_reading;
mod unproven;
mod unsure_counts_as;
mod unused_fact;
mod unused_reading;
mod wrong_same_as;

use crate::finding::{Finding, Severity};
use crate::interview::{Certificate, certify};
use crate::pack::{Files, Pack};

pub use idle_feed::misfitting_feeds;

/// A check: returns the faults of a pack, which the files state.
type Check = fn(&Pack, &Files) -> Vec<Finding>;

/// The checks of rules, in order.
const OF_RULES: [Check; 12] = [
    alike_options::check,
    always_or_never::check,
    broken_relation::check,
    dead_step::check,
    idle_feed::check,
    idle_part::check,
    idle_warning::check,
    never_matters::check,
    unsure_counts_as::check,
    unused_fact::check,
    unused_reading::check,
    wrong_same_as::check,
];

/// The checks of everything else: texts, provisions, examples, and the interview as a whole.
const OF_THE_REST: [Check; 11] = [
    bare_citation::check,
    entangled::check,
    faulty_example::check,
    faulty_signature::check,
    missing_kept::check,
    missing_role::check,
    number_differs::check,
    reading_grade::check,
    text_form::check,
    unaccounted_source::check,
    unheard_reading::check,
];

/// Returns what is wrong, or likely wrong, with the meaning of `pack`, which `files` state, in the
/// order of files and places.
pub fn check(pack: &Pack, files: &Files) -> Vec<Finding> {
    check_proved(pack, files, &certify(pack))
}

/// Runs all checks with an existing certificate, which takes longer to make than they do together.
pub fn check_proved(pack: &Pack, files: &Files, certificate: &Certificate) -> Vec<Finding> {
    let found = OF_RULES.iter().chain(&OF_THE_REST).flat_map(|check| check(pack, files));
    sorted(found.chain(unproven::check(pack, files, certificate)))
}

/// Runs only the checks of rules, which is much quicker.
pub fn check_rules(pack: &Pack, files: &Files) -> Vec<Finding> {
    sorted(OF_RULES.iter().flat_map(|check| check(pack, files)))
}

fn sorted(found: impl Iterator<Item = Finding>) -> Vec<Finding> {
    let mut findings: Vec<Finding> = found.collect();
    findings.sort_by(|a, b| a.place.cmp(&b.place).then_with(|| a.code.cmp(b.code)));
    findings
}

/// Renders `findings` in the order of files and places, with a line that counts them.
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
    let count = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
    let counted = |count: usize, name: &str| match count {
        0 => None,
        1 => Some(format!("1 {name}")),
        _ => Some(format!("{count} {name}s")),
    };
    let parts = [counted(count(Severity::Error), "error"), counted(count(Severity::Warning), "warning")];
    let said: Vec<String> = parts.into_iter().flatten().collect();
    if said.is_empty() { "no findings".to_owned() } else { said.join(", ") }
}
