//! An assessment as a whole: what it is called, how far it is, and what is said before the first one.

use std::path::Path;

use crate::answer::Answer;
use crate::assessment::Assessment;
use crate::interview::{Progress, Range};
use crate::pack::{Pack, QuestionId};
use crate::phrase::day_text;
use crate::report::count_known_standings;
use crate::tell::answers::questions_left;
use crate::text::{shortened, shown};
use crate::words::Words;

/// The most characters of a name that are told.
const MAX_NAME: usize = 60;

/// What an assessment is called: its tool and vendor, as far as they are known.
pub fn assessment_name(pack: &Pack, assessment: &Assessment, words: &Words) -> String {
    let of = &words.tell.assessment;
    let text = |question: Option<QuestionId>| match question.and_then(|id| assessment.answer(id)) {
        Some(Answer::Text(line)) => Some(shortened(line, MAX_NAME)),
        Some(_) | None => None,
    };
    match (text(pack.names.tool), text(pack.names.vendor)) {
        (Some(tool), Some(vendor)) => of.tool_from_vendor(tool, vendor),
        (Some(tool), None) => tool,
        (None, Some(vendor)) => of.vendor_only(vendor),
        (None, None) => of.unnamed.to_owned(),
    }
}

/// The name of an assessment in a list: the check of a paper also says which kind of check it is.
pub fn listed_name(pack: &Pack, assessment: &Assessment, words: &Words) -> String {
    let name = assessment_name(pack, assessment, words);
    if pack.feeds.is_none() { name } else { words.tell.assessment.of_paper(&name, &pack.title) }
}

/// How far an assessment is, and when it was last changed: "8 to do, 2 open. 3 to 9 questions left. Last
/// changed July 1, 2026." `updated` is a time as answer files hold it.
pub fn assessment_state(pack: &Pack, progress: &Progress, updated: &str, words: &Words) -> String {
    let of = &words.tell.assessment;
    let totals = count_known_standings(pack, &progress.replay.known);
    let (to_do, open) = (totals.to_do.to_string(), totals.open.to_string());
    let left = match progress.replay.next {
        Some(_) => questions_left(progress.left, words),
        None => of.complete.to_owned(),
    };
    of.state(day_of(updated, words), &left, &open, &to_do)
}

/// The day of an RFC 3339 time or an ISO date, in words; as it is where it is neither.
fn day_of(time: &str, words: &Words) -> String {
    let date = time.get(..10).and_then(|day| day.parse().ok());
    date.map_or_else(|| time.to_owned(), |date| day_text(date, words))
}

/// That another version of the pack made an answer file.
pub fn other_version(made_with: &str, words: &Words) -> String {
    words.tell.assessment.other_version(made_with)
}

/// What is said before the first assessment: what this is, how long it takes, what it gives and is not,
/// and where answers are kept.
pub fn introduction(pack: &Pack, left: Range, folder: &Path, words: &Words) -> [String; 4] {
    let of = &words.tell.assessment;
    let (least, most) = (left.least.to_string(), left.most.to_string());
    let folder = shown(&folder.display().to_string());
    [pack.about.clone(), of.how_long(&least, &most), of.gives.to_owned(), of.kept_in(&folder)]
}
