//! What would change: by another answer, by what a check of a paper answers, or by what a reply offers.

use crate::answer::Answer;
use crate::assessment::Entry;
use crate::boxes::Status;
use crate::judge::Judgement;
use crate::pack::{ObligationKind, QuestionId};
use crate::phrase::answer_text;
use crate::reply::Offer;
use crate::report::{self, Standing};
use crate::session::{Effects, Session};
use crate::tell::block::{Block, Line};
use crate::tell::value::standing;
use crate::tell::warning::warning_lines;
use crate::words::Words;

/// What `effects` are in `session`: results that would move, and answers that would count or not.
pub fn effects(effects: &Effects, session: &Session<'_>, words: &Words) -> Vec<Block> {
    let of = &words.tell.effects;
    let mut blocks = Vec::new();
    let moves = moves(effects, session, words);
    if !moves.is_empty() {
        blocks.push(Block::Heading(of.moved(moves.len())));
        blocks.extend(moves.into_iter().map(|line| Block::point(0, line)));
    }
    for (heading, ids) in [(of.set_aside, &effects.set_aside), (of.restored, &effects.restored)] {
        if !ids.is_empty() {
            blocks.push(Block::Heading(heading.to_owned()));
            blocks.extend(ids.iter().map(|&id| Block::point(0, given(id, session, words))));
        }
    }
    blocks
}

/// Each result that would stand elsewhere, by its title.
pub fn moves(effects: &Effects, session: &Session<'_>, words: &Words) -> Vec<Line> {
    let lines = effects.moved.iter().filter_map(|&(id, before, after)| {
        let of = session.pack().obligation(id);
        let (from, to) = (stands(of.kind, before, words), stands(of.kind, after, words));
        (from != to).then(|| Line::with(format!("{}:", of.title), words.tell.effects.moves(from, to)))
    });
    lines.collect()
}

/// Where an obligation stands; of what is to do, whether it is known not to be in place.
pub fn stands(kind: ObligationKind, judgement: Judgement, words: &Words) -> &'static str {
    match report::standing(kind, judgement) {
        Standing::ToDo if judgement.met == Status::No => words.tell.effects.to_do_missing,
        other => standing(other, words),
    }
}

/// A question with the answer it has.
fn given(id: QuestionId, session: &Session<'_>, words: &Words) -> Line {
    let question = session.pack().question(id);
    let given = session.assessment().answer(id).map(|given| answer_text(given, question, words));
    Line::with(question.ask.clone(), given.unwrap_or_default())
}

/// What giving the answer `after` would make of the one that the question has, as a sentence.
pub fn change(id: QuestionId, after: &Answer, session: &Session<'_>, words: &Words) -> String {
    let (of, question) = (&words.tell.effects, session.pack().question(id));
    let after = answer_text(after, question, words);
    match session.assessment().answer(id) {
        Some(before) => of.replaces(after, answer_text(before, question, words)),
        None => of.answers(after),
    }
}

/// What the check of a paper would answer in `session`: each question, and what its answer would become.
pub fn check_answers(news: &[(QuestionId, Answer)], session: &Session<'_>, words: &Words) -> Vec<Block> {
    let of = &words.tell.effects;
    if news.is_empty() {
        return vec![Block::text(of.check_nothing)];
    }
    let mut blocks = vec![Block::text(of.check(news.len()))];
    for (id, answer) in news {
        blocks.push(Block::point(0, session.pack().question(*id).ask.clone()));
        blocks.push(Block::point(1, change(*id, answer, session, words)));
    }
    blocks
}

/// What taking `offer` over into `session` would change, contrary answers if `replace`.
pub fn offer(offer: &Offer, session: &mut Session<'_>, replace: bool, words: &Words) -> Vec<Block> {
    let taken: Vec<_> = offer.entries_to_apply(replace).into_iter().map(|(id, entry)| (id, entry.answer)).collect();
    let would_do = session.preview(&taken);
    let session = &*session;
    let of = &words.tell.offer;
    let mut blocks = Vec::new();
    let contrary = if replace { of.replaced } else { of.contrary };
    for (heading, entries) in [(of.fresh, &offer.fresh), (contrary, &offer.contrary)] {
        let told = entries.iter().flat_map(|entry| offered(entry, session, words)).collect();
        part(heading, told, &mut blocks);
    }
    for (heading, ids) in [(of.same, &offer.same), (of.unknown, &offer.unknown), (of.not_asked, &offer.not_asked)] {
        let told = ids.iter().map(|&id| Block::point(0, session.pack().question(id).ask.clone())).collect();
        part(heading, told, &mut blocks);
    }
    blocks.extend(effects(&would_do, session, words));
    part(words.common.title.warnings, new_warnings(&would_do, session, words), &mut blocks);
    if offer.is_empty() {
        blocks.push(Block::text(of.nothing));
    }
    blocks
}

/// The warnings that would be new.
fn new_warnings(effects: &Effects, session: &Session<'_>, words: &Words) -> Vec<Block> {
    warning_lines(session.pack(), &effects.warnings, words).into_iter().map(|line| Block::point(0, line)).collect()
}

fn part(heading: &str, points: Vec<Block>, blocks: &mut Vec<Block>) {
    if !points.is_empty() {
        blocks.push(Block::Heading(heading.to_owned()));
        blocks.extend(points);
    }
}

/// A question, its answer now and in the offer, and what the offer says to that.
fn offered((id, entry): &(QuestionId, Entry), session: &Session<'_>, words: &Words) -> Vec<Block> {
    let (of, question) = (&words.tell.offer, session.pack().question(*id));
    let in_words = |given: &Answer| answer_text(given, question, words);
    let before = session.assessment().answer(*id).map_or_else(|| of.unanswered.to_owned(), in_words);
    let origin = &words.common.origin;
    let evidence = entry.origin.evidence.as_ref().map(|text| origin.evidence(text));
    let note = entry.origin.note.as_ref().map(|text| origin.note(text));
    let below = [Some(of.change(in_words(&entry.answer), before)), evidence, note];
    let ask = Block::point(0, question.ask.clone());
    [ask].into_iter().chain(below.into_iter().flatten().map(|line| Block::point(1, line))).collect()
}
