//! How the way through an interview is told, and where an answer comes from: what both front ends say
//! in the same words.

mod offer;

use crate::answer::Answer;
use crate::assessment::Origin;
use crate::export;
use crate::interview::Range;
use crate::pack::{Kind, ObligationId, Pack, Question};
use crate::report::Given;
use crate::route::{Branch, QuestionState, SettledObligation, Verdict, Way};
use crate::words::Words;

pub use offer::offer;

/// The most obligations that are named by their titles; more are named by their groups.
const MOST_TITLES: usize = 3;

impl Verdict {
    /// The last part of the names of its words.
    fn name(self) -> &'static str {
        match self {
            Self::Applies => "applies",
            Self::Missing => "missing",
            Self::InPlace => "in_place",
            Self::MissingIfAny => "missing_if_any",
            Self::InPlaceIfAny => "in_place_if_any",
            Self::RuledOut => "ruled_out",
        }
    }
}

/// The answers of `way` to `question`, where `told` tells one: "Yes", "up to 1000 residents".
pub fn way(way: &Way, question: &Question, words: &Words, told: impl Fn(&Answer) -> String) -> String {
    let (first, last, whole, from_least, to_most) = match (way, &question.kind) {
        (Way::Answer(answer), _) => return told(answer),
        (&Way::Numbers(first, last), &Kind::Number { min, max, .. }) => {
            let ends = (first == min, last == max);
            (Answer::Number(first), Answer::Number(last), "common.way.any_number", ends.0, ends.1)
        }
        (&Way::Days(first, last), &Kind::Date { min, max, .. }) => {
            let ends = (first == min, last == max);
            (Answer::Date(first), Answer::Date(last), "common.way.any_day", ends.0, ends.1)
        }
        _ => return String::new(),
    };
    let name = match (from_least, to_most) {
        (true, true) => whole,
        _ if first == last => return told(&first),
        (true, false) => "common.way.up_to",
        (false, true) if matches!(way, Way::Days(..)) => "common.way.or_later",
        (false, true) => "common.way.or_more",
        (false, false) => "common.way.between",
    };
    words.fill(name, &[("first", &told(&first)), ("last", &told(&last))])
}

/// The name of the words for where a question stands.
pub fn state(state: QuestionState, for_record: bool) -> &'static str {
    match (state, for_record) {
        (QuestionState::Answered, false) => "common.map.is_answered",
        (QuestionState::Answered, true) => "common.map.is_recorded",
        (QuestionState::Next, false) => "common.map.is_next",
        (QuestionState::Next, true) => "common.map.is_next_record",
        (QuestionState::Ahead, false) => "common.map.is_ahead",
        (QuestionState::Ahead, true) => "common.map.is_ahead_record",
        (QuestionState::Spared(_), _) => "common.map.is_spared",
        (QuestionState::SetAside(_), _) => "common.map.is_set_aside",
    }
}

/// Where an answer comes from, as a line of its own; nothing where nothing is said of it.
pub fn origin(given: &Given, words: &Words) -> Option<String> {
    let Origin { basis, by, evidence, note } = &given.origin;
    let only_note = basis.is_none() && by.is_none() && evidence.is_none();
    match note {
        Some(note) if only_note => Some(words.fill("common.origin.only_note", &[("text", note)])),
        _ => (!given.origin.is_empty())
            .then(|| words.fill("common.origin.line", &[("origin", &export::origin(given, words))])),
    }
}

/// How many questions are left: "4 left", or "3 to 9 left".
pub fn left(range: Range, words: &Words) -> String {
    let (least, most) = (range.least.to_string(), range.most.to_string());
    match (range.least, range.most) {
        (_, 0) => words.say("common.left.none").to_owned(),
        (a, b) if a == b => words.fill("common.left.exactly", &[("n", &least)]),
        _ => words.fill("common.left.range", &[("least", &least), ("most", &most)]),
    }
}

/// What a branch settles and how many questions it leaves.
pub fn leads(branch: &Branch, words: &Words) -> String {
    let left = left(branch.left, words);
    match counts(&branch.settled, words) {
        Some(counts) => words.fill("common.map.leads", &[("counts", &counts), ("left", &left)]),
        None => words.fill("common.map.leads_on", &[("left", &left)]),
    }
}

/// How many obligations are settled how: "2 apply, 5 ruled out". Nothing where nothing is settled.
pub fn counts(settled: &[SettledObligation], words: &Words) -> Option<String> {
    let counts = by_says(settled).map(|(says, ids)| {
        let name = |count: &str| format!("common.settled.{}_{count}", says.name());
        words.count(&name("one"), &name("many"), ids.len())
    });
    let counts: Vec<String> = counts.collect();
    (!counts.is_empty()).then(|| counts.join(", "))
}

/// What is settled, a line for each sort: "Ruled out (2): Tell the people concerned; ...".
pub fn lines(settled: &[SettledObligation], pack: &Pack, words: &Words) -> Vec<String> {
    let lines = by_says(settled).map(|(says, ids)| {
        let what = words.say(&format!("common.says.{}", says.name())).to_owned();
        let values = [("says", what.as_str()), ("n", &ids.len().to_string()), ("which", &named(&ids, pack))];
        words.fill("common.settled.line", &values)
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
