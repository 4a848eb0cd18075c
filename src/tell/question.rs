//! What is said of a question besides asking it: who would know, where to look, why it is asked.

use crate::pack::{ObligationId, Pack, Question, QuestionId, SourceId};
use crate::tell::block::{Block, Line, Target};
use crate::tell::value::people;
use crate::words::Words;

/// What is said beside "I don't know": what it means, and who would know.
pub fn if_unsure(question: &Question, words: &Words) -> [String; 2] {
    [question.unsure.clone(), words.tell.question.who(people(&question.who, words))]
}

/// The same where it stands apart from "I don't know": who would know, and what it means not to.
pub fn who_and_unsure(question: &Question, words: &Words) -> [String; 2] {
    let of = &words.tell.question;
    [of.who(people(&question.who, words)), of.unsure(&question.unsure)]
}

/// Everything that helps to answer a question: where to look, who would know, what "I don't know" means,
/// and where the question itself comes from.
pub fn question_help(pack: &Pack, id: QuestionId, words: &Words) -> Vec<Block> {
    let (question, of) = (pack.question(id), &words.tell.question);
    let look = question.look.as_ref().map(|look| of.look(look));
    let sources = &question.sources;
    let sources = (!sources.is_empty()).then(|| of.sources(citations(pack, sources)));
    let lines = look.into_iter().chain(who_and_unsure(question, words)).chain(sources);
    lines.map(Block::text).collect()
}

/// Why a question is asked: the first `most` of `deciding`, the obligations that its answer can still
/// decide, each with the first of its provisions; or that it is for the record only.
pub fn why_asked(pack: &Pack, deciding: &[ObligationId], most: usize, words: &Words) -> Vec<Block> {
    let points = deciding.iter().take(most).map(|&id| {
        let obligation = pack.obligation(id);
        let aside = obligation.sources.first().map_or_else(String::new, |&id| format!("[{}]", pack.source(id).id));
        Block::leading(0, Line::with(obligation.title.clone(), aside), Target::Obligation(id))
    });
    [reason_asked(deciding, words)].into_iter().chain(points).collect()
}

/// As [`why_asked`], with the obligations by group, named by their ids: for a list that would be long.
pub fn why_asked_by_group(pack: &Pack, deciding: &[ObligationId], words: &Words) -> Vec<Block> {
    let points = pack.groups.iter().enumerate().filter_map(|(at, group)| {
        let here = deciding.iter().map(|&id| pack.obligation(id)).filter(|obligation| obligation.group == at);
        let ids: Vec<&str> = here.map(|obligation| obligation.id.as_str()).collect();
        (!ids.is_empty()).then(|| Block::point(0, format!("{}: {}", group.title, ids.join(", "))))
    });
    [reason_asked(deciding, words)].into_iter().chain(points).collect()
}

fn reason_asked(deciding: &[ObligationId], words: &Words) -> Block {
    let of = &words.tell.question;
    match deciding.len() {
        0 => Block::text(of.record),
        count => Block::Heading(of.decides(count)),
    }
}

/// How provisions are cited beside a title: "57-12C-5; 57-12C-2(E)".
fn citations(pack: &Pack, ids: &[SourceId]) -> String {
    ids.iter().map(|&id| pack.source(id).id.as_str()).collect::<Vec<&str>>().join("; ")
}
