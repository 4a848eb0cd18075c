//! The way through an interview: where a question stands, what answers settle, and where they lead.

use crate::pack::{ObligationId, Pack};
use crate::route::{Branch, QuestionState, SettledObligation, Verdict};
use crate::tell::answers::questions_left;
use crate::words::Words;

/// The most obligations that are named by their titles; more are named by their groups.
const MOST_TITLES: usize = 3;

/// What is settled about an obligation: "In place".
fn verdict(verdict: Verdict, words: &Words) -> &'static str {
    let of = &words.common.says;
    match verdict {
        Verdict::Applies => of.applies,
        Verdict::Missing => of.missing,
        Verdict::InPlace => words.common.standing.in_place,
        Verdict::MissingIfAny => of.missing_if_any,
        Verdict::InPlaceIfAny => of.in_place_if_any,
        Verdict::RuledOut => words.common.standing.ruled_out,
    }
}

/// Where a question stands, as a sentence.
pub fn question_state(state: QuestionState, for_record: bool, words: &Words) -> &'static str {
    match (state, for_record) {
        (QuestionState::Answered, false) => words.common.map.is_answered,
        (QuestionState::Answered, true) => words.common.map.is_recorded,
        (QuestionState::Next, false) => words.common.map.is_next,
        (QuestionState::Next, true) => words.common.map.is_next_record,
        (QuestionState::Ahead, false) => words.common.map.is_ahead,
        (QuestionState::Ahead, true) => words.common.map.is_ahead_record,
        (QuestionState::Offered, _) => words.common.map.is_offered,
        (QuestionState::Spared(_), _) => words.common.map.is_spared,
        (QuestionState::SetAside(_), _) => words.common.map.is_set_aside,
    }
}

/// What a branch settles and how many questions it leaves.
pub fn branch_leads(branch: &Branch, words: &Words) -> String {
    let left = branch.left.map(|left| questions_left(left, words));
    match (settled_counts(&branch.settled, words), left) {
        (Some(counts), Some(left)) => words.common.map.leads(&counts, &left),
        (None, Some(left)) => words.common.map.leads_on(&left),
        (counts, None) => counts.unwrap_or_else(|| words.common.map.branch_alone.to_owned()),
    }
}

/// How many questions are left after an answer, as a sentence, if they are counted.
pub fn branch_left(branch: &Branch, words: &Words) -> Option<String> {
    branch.left.map(|left| words.common.map.then_left(questions_left(left, words)))
}

/// How many obligations are settled how: "2 apply, 5 ruled out". Nothing where nothing is settled.
pub fn settled_counts(settled: &[SettledObligation], words: &Words) -> Option<String> {
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
pub fn settled_lines(settled: &[SettledObligation], pack: &Pack, words: &Words) -> Vec<String> {
    let lines = by_says(settled).map(|(says, ids)| {
        let what = verdict(says, words);
        words.common.settled.line(ids.len(), what, named_obligations(&ids, pack))
    });
    lines.collect()
}

/// The obligations `ids`: a few by their titles, many by group.
pub fn named_obligations(ids: &[ObligationId], pack: &Pack) -> String {
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
