//! Finds what a name stands for.

use crate::condition::{FactId, nearest_name};
use crate::pack::{ObligationId, Pack, QuestionId, ReadingId, SourceId};

/// A named part of a pack.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// An obligation.
    Obligation(ObligationId),
    /// A question.
    Question(QuestionId),
    /// An option of a question, or a special value.
    Option(QuestionId, usize),
    /// A fact.
    Fact(FactId),
    /// An open legal point.
    Reading(ReadingId),
    /// A source.
    Source(SourceId),
}

/// Returns everything called `name`. An option is called by its own name or, after that of its
/// question, as `question.option`; several questions may have options of the same name.
pub fn find_subjects(pack: &Pack, name: &str) -> Vec<Subject> {
    let all = || subjects(pack);
    let exact: Vec<Subject> = all().filter(|(own, _)| own == name).map(|(_, subject)| subject).collect();
    if !exact.is_empty() {
        return exact;
    }
    let own = |whole: &str| whole.split_once('.').is_some_and(|(_, option)| option == name);
    let options = all().filter(|(whole, subject)| matches!(subject, Subject::Option(..)) && own(whole));
    let options: Vec<Subject> = options.map(|(_, subject)| subject).collect();
    if !options.is_empty() {
        return options;
    }
    all().filter(|(own, _)| own.eq_ignore_ascii_case(name)).map(|(_, subject)| subject).collect()
}

/// Returns the name in `pack` most like `name`, if one is close enough to be a typing error.
pub fn nearest_subject(pack: &Pack, name: &str) -> Option<String> {
    let own = pack.questions.iter().flat_map(|it| &it.choices).map(|it| it.id.clone());
    let all: Vec<String> = all_names(pack).into_iter().chain(own).collect();
    nearest_name(name, all.iter().map(String::as_str)).filter(|_| name.chars().count() > 1).map(str::to_owned)
}

/// Returns the names in `pack` that begin with `name`, as the subsections of a section do.
pub fn names_starting_with(pack: &Pack, name: &str) -> Vec<String> {
    let is_part = |own: &String| {
        !name.is_empty() && own.strip_prefix(name).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    };
    all_names(pack).into_iter().filter(is_part).collect()
}

/// Returns every name in `pack`; options as `question.option`.
pub fn all_names(pack: &Pack) -> Vec<String> {
    subjects(pack).map(|(name, _)| name).collect()
}

fn subjects(pack: &Pack) -> impl Iterator<Item = (String, Subject)> {
    let obligations = pack.obligation_ids().map(|id| (pack.obligation(id).id.clone(), Subject::Obligation(id)));
    let questions = pack.question_ids().map(|id| (pack.question(id).id.clone(), Subject::Question(id)));
    let facts = pack.facts.iter().enumerate().map(|(at, fact)| (fact.id.clone(), Subject::Fact(FactId(at))));
    let readings =
        pack.readings.iter().enumerate().map(|(at, reading)| (reading.id.clone(), Subject::Reading(ReadingId(at))));
    let sources =
        pack.sources.iter().enumerate().map(|(at, source)| (source.id.clone(), Subject::Source(SourceId(at))));
    let options = pack.question_ids().flat_map(|id| {
        let question = pack.question(id);
        let choices = question.choices.iter().enumerate();
        choices.map(move |(at, choice)| (format!("{}.{}", question.id, choice.id), Subject::Option(id, at)))
    });
    obligations.chain(questions).chain(facts).chain(readings).chain(sources).chain(options)
}
