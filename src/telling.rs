//! How the way through an interview is told, and where an answer comes from: what both front ends say
//! in the same words.

use crate::assessment::Origin;
use crate::interview::Range;
use crate::pack::{ObligationId, Pack};
use crate::report::Given;
use crate::route::{Branch, QuestionState, SettledObligation, Verdict};
use crate::tell;
use crate::words::Words;

/// The most obligations that are named by their titles; more are named by their groups.
const MOST_TITLES: usize = 3;

/// What is settled about an obligation: "In place".
fn verdict(verdict: Verdict, words: &Words) -> &'static str {
    let of = &words.common.says;
    match verdict {
        Verdict::Applies => of.applies,
        Verdict::Missing => of.missing,
        Verdict::InPlace => of.in_place,
        Verdict::MissingIfAny => of.missing_if_any,
        Verdict::InPlaceIfAny => of.in_place_if_any,
        Verdict::RuledOut => of.ruled_out,
    }
}

/// The name of the words for where a question stands.
pub fn state(state: QuestionState, for_record: bool, words: &Words) -> &'static str {
    match (state, for_record) {
        (QuestionState::Answered, false) => words.common.map.is_answered,
        (QuestionState::Answered, true) => words.common.map.is_recorded,
        (QuestionState::Next, false) => words.common.map.is_next,
        (QuestionState::Next, true) => words.common.map.is_next_record,
        (QuestionState::Ahead, false) => words.common.map.is_ahead,
        (QuestionState::Ahead, true) => words.common.map.is_ahead_record,
        (QuestionState::Spared(_), _) => words.common.map.is_spared,
        (QuestionState::SetAside(_), _) => words.common.map.is_set_aside,
    }
}

/// Where an answer comes from, as a line of its own; nothing where nothing is said of it.
pub fn origin(given: &Given, words: &Words) -> Option<String> {
    let Origin { basis, by, evidence, note } = &given.origin;
    let only_note = basis.is_none() && by.is_none() && evidence.is_none();
    match note {
        Some(note) if only_note => Some(words.common.origin.only_note(note)),
        _ => (!given.origin.is_empty()).then(|| words.common.origin.line(tell::origin(given, words))),
    }
}

/// How many questions are left: "4 left", or "3 to 9 left".
pub fn left(range: Range, words: &Words) -> String {
    let (least, most) = (range.least.to_string(), range.most.to_string());
    match (range.least, range.most) {
        (_, 0) => words.common.left.none.to_owned(),
        (a, b) if a == b => words.common.left.exactly(&least),
        _ => words.common.left.range(&least, &most),
    }
}

/// What a branch settles and how many questions it leaves.
pub fn leads(branch: &Branch, words: &Words) -> String {
    let left = left(branch.left, words);
    match counts(&branch.settled, words) {
        Some(counts) => words.common.map.leads(&counts, &left),
        None => words.common.map.leads_on(&left),
    }
}

/// How many obligations are settled how: "2 apply, 5 ruled out". Nothing where nothing is settled.
pub fn counts(settled: &[SettledObligation], words: &Words) -> Option<String> {
    let counts = by_says(settled).map(|(says, ids)| {
        let (of, n) = (&words.common.settled, ids.len());
        match says {
            Verdict::Applies => of.applies(n),
            Verdict::Missing => of.missing(n),
            Verdict::InPlace => of.in_place(n),
            Verdict::MissingIfAny => of.missing_if_any(n),
            Verdict::InPlaceIfAny => of.in_place_if_any(n),
            Verdict::RuledOut => of.ruled_out(n),
        }
    });
    let counts: Vec<String> = counts.collect();
    (!counts.is_empty()).then(|| counts.join(", "))
}

/// What is settled, a line for each sort: "Ruled out (2): Tell the people concerned; ...".
pub fn lines(settled: &[SettledObligation], pack: &Pack, words: &Words) -> Vec<String> {
    let lines = by_says(settled).map(|(says, ids)| {
        let what = verdict(says, words);
        words.common.settled.line(ids.len(), what, named(&ids, pack))
    });
    lines.collect()
}

/// The obligations `ids`: a few by their titles, many by group.
pub fn named(ids: &[ObligationId], pack: &Pack) -> String {
    let all: Vec<_> = ids.iter().map(|it| pack.obligation(*it)).collect();
    if all.len() <= MOST_TITLES {
        let titles: Vec<String> = all.iter().map(|it| format!("{} ({})", it.title, it.id)).collect();
        return titles.join("; ");
    }
    let groups = pack.groups.iter().enumerate().filter_map(|(at, group)| {
        let ids: Vec<&str> = all.iter().filter(|it| it.group == at).map(|it| it.id.as_str()).collect();
        (!ids.is_empty()).then(|| format!("{}: {}", group.title, ids.join(", ")))
    });
    groups.collect::<Vec<String>>().join("; ")
}

fn by_says(settled: &[SettledObligation]) -> impl Iterator<Item = (Verdict, Vec<ObligationId>)> {
    let of = |says| settled.iter().filter(move |it| it.says == says).map(|it| it.obligation).collect();
    Verdict::ALL
        .into_iter()
        .map(move |says| (says, of(says)))
        .filter(|it: &(Verdict, Vec<ObligationId>)| !it.1.is_empty())
}
