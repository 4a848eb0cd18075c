//! Mutants of the settings beside the conditions: deadlines, readings, "I don't know", `met`, `unless`.

use crate::mutant::lines::line_of;
use crate::mutant::slip::{Mutant, MutantKind};
use crate::pack::{Files, Holder, Kind, Pack, SpannedString, Spot, Written, WrittenDeadline};

/// Returns every mutant of the settings.
pub fn setting_mutants(written: &Written, pack: &Pack, files: &Files) -> Vec<Mutant> {
    let mut found: Vec<Mutant> = written.deadlines.iter().flat_map(|it| of_deadline(it, pack, files)).collect();
    let gone = |kind, key, spot: &Spot| {
        let spot = line_of(files, key, spot)?;
        Some(Mutant { kind, spot, text: String::new() })
    };
    found.extend(written.unsure.iter().filter_map(|it| gone(MutantKind::Unsure, "unsure_counts_as", &it.spot)));
    found.extend(written.blank.iter().filter_map(|spot| gone(MutantKind::Blank, "blank_counts_too", spot)));
    let without_met =
        |spot: &Spot| gone(MutantKind::Met, "met", spot).or_else(|| gone(MutantKind::Met, "not_met_if", spot));
    found.extend(written.conditions.iter().filter_map(|condition| match condition.of {
        Holder::Met(_) => without_met(&condition.spot),
        Holder::Unless(_) => gone(MutantKind::Unless, "unless", &condition.spot),
        Holder::Fact(_) | Holder::Applies(_) | Holder::Counted(_) | Holder::Advice(..) | Holder::Warning(_) => None,
    }));
    for (safe, treated) in &written.sides {
        // A side that is only marked safe is shown, but decides nothing.
        let Some(treated) = treated else { continue };
        found.extend(gone(MutantKind::Treated, "treated_as", &treated.spot));
        found.extend(other_side(safe, treated, files));
    }
    found
}

/// Returns a deadline with other lengths, and without any.
fn of_deadline(of: &WrittenDeadline, pack: &Pack, files: &Files) -> Vec<Mutant> {
    let edit = |kind, spot: &Spot, text: String| Mutant { kind, spot: spot.clone(), text };
    let mut found = Vec::new();
    if let Some((days, spot)) = &of.days {
        let others = [days.saturating_sub(1), days.saturating_add(1)];
        found.extend(others.map(|days| edit(MutantKind::Days, spot, days.to_string())));
    }
    if let Some(months) = &of.months {
        let numbers = pack
            .questions
            .iter()
            .filter(|question| matches!(question.kind, Kind::Number { .. }) && question.id != months.text);
        found.extend(numbers.map(|question| edit(MutantKind::Months, &months.spot, format!("\"{}\"", question.id))));
    }
    if files.text_at(&of.spot).starts_with('{') {
        let says = files.text_at(&of.says.spot);
        found.push(edit(MutantKind::Uncounted, &of.spot, format!("{{ says = {says} }}")));
    }
    found
}

/// Changes the side in both places, because the pack rejects a change in only one.
fn other_side(safe: &SpannedString, treated: &SpannedString, files: &Files) -> Option<Mutant> {
    let (first, last) = if safe.spot.span.start < treated.spot.span.start { (safe, treated) } else { (treated, safe) };
    let between = Spot { file: first.spot.file, span: first.spot.span.end..last.spot.span.start };
    let other = if safe.text == "yes" { "\"no\"" } else { "\"yes\"" };
    let text = format!("{other}{}{other}", files.text_at(&between));
    let spot = Spot { file: first.spot.file, span: first.spot.span.start..last.spot.span.end };
    (safe.text == treated.text).then_some(Mutant { kind: MutantKind::Side, spot, text })
}
