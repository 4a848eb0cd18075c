//! A letter as a document, with room for the answers.

use crate::answer::{Answer, Way, in_words};
use crate::boxes::Status;
use crate::export::{DocBlock, Document};
use crate::judge::Judgement;
use crate::letter::contents::{AnswerMeaning, Letter, LetterQuestion};
use crate::pack::{Obligation, Question, Shape, Who};
use crate::phrase;
use crate::tell;
use crate::words::Words;

/// `letter` as a document.
pub fn letter_document(letter: &Letter<'_>, words: &Words) -> Document {
    let mut blocks = head(letter, words);
    for text in introduction(letter, words) {
        blocks.push(DocBlock::Text(text));
    }
    blocks.push(DocBlock::Heading(2, words.letter.questions.to_owned()));
    for (at, asked) in letter.asked.iter().enumerate() {
        question(at + 1, asked, words, &mut blocks);
    }
    blocks.push(DocBlock::Heading(2, words.letter.signed.to_owned()));
    for name in [words.letter.name, words.letter.date] {
        blocks.push(DocBlock::Pair(name.to_owned(), words.letter.blank.to_owned()));
    }
    blocks.push(DocBlock::Text(letter.pack.disclaimer.clone()));
    Document::new(&letter_title(letter, words), Some(letter.frame.reply_by.to_string()), blocks)
}

/// What the letter is called.
pub fn letter_title(letter: &Letter<'_>, words: &Words) -> String {
    match letter.line_of_text(letter.pack.names.tool) {
        Some(tool) => words.letter.title_of_tool(tool),
        None => words.letter.title.to_owned(),
    }
}

/// Returns to whom it goes, from whom, about what and until when.
pub fn letter_about(letter: &Letter<'_>, words: &Words) -> Vec<(&'static str, String)> {
    let who = addressee(letter.to, words);
    let vendor = letter.line_of_text(letter.pack.names.vendor).filter(|_| letter.to == Who::Vendor);
    let to = vendor.map_or(who, str::to_owned);
    let blank = words.letter.blank;
    let told = |question| letter.line_of_text(question).map_or_else(|| blank.to_owned(), str::to_owned);
    let (person, business) = (letter.pack.names.answered_by, letter.line_of_text(letter.pack.names.business));
    let from = match (letter.line_of_text(person), business) {
        (Some(person), Some(business)) => words.letter.of_business(business, person),
        (None, Some(business)) => business.to_owned(),
        (_, None) => told(person),
    };
    vec![
        (words.letter.to, to),
        (words.letter.from, from),
        (words.letter.about, told(letter.pack.names.tool)),
        (words.letter.reply_by, tell::day_text(letter.frame.reply_by, words)),
        (words.letter.pack, words.letter.pack_line(letter.pack.title.as_str(), &letter.pack.version)),
        (words.common.law.checked, tell::day_text(letter.pack.law_checked_on, words)),
    ]
}

/// Returns the addressee of a letter to nobody by name: "Whoever handles security".
fn addressee(to: Who, words: &Words) -> String {
    // What the business calls "your lawyer" is "counsel" in a letter to that lawyer.
    if to == Who::Counsel { words.letter.counsel.to_owned() } else { tell::capital(tell::role(to, words)) }
}

/// Returns what the reader needs to know before the questions.
pub fn introduction(letter: &Letter<'_>, words: &Words) -> Vec<String> {
    let vendor = letter.to == Who::Vendor;
    let who = if vendor { words.letter.intro_vendor } else { words.letter.intro_other };
    let count = words.letter.count(letter.asked.len());
    vec![who.to_owned(), count, words.letter.intro_how.to_owned()]
}

fn head(letter: &Letter<'_>, words: &Words) -> Vec<DocBlock> {
    let pairs = letter_about(letter, words).into_iter().map(|(label, text)| DocBlock::Pair(label.to_owned(), text));
    std::iter::once(DocBlock::Heading(1, letter_title(letter, words))).chain(pairs).collect()
}

fn question(number: usize, asked: &LetterQuestion<'_>, words: &Words, blocks: &mut Vec<DocBlock>) {
    let of = asked.question;
    blocks.push(DocBlock::Heading(3, format!("{number}. {}", of.ask)));
    blocks.push(DocBlock::Text(of.help.clone()));
    blocks.extend(follows_text(asked, words).map(DocBlock::Text));
    blocks.push(DocBlock::Heading(4, words.letter.your_answer.to_owned()));
    blocks.extend(ticked_text(asked, words).map(DocBlock::Text));
    blocks.extend(choices(asked, words).into_iter().map(|choice| DocBlock::Point(0, words.letter.r#box(&choice))));
    for name in [words.common.origin_field.evidence, words.common.origin_field.note] {
        blocks.push(DocBlock::Pair(name.to_owned(), words.letter.blank.to_owned()));
    }
    if let Some(evidence) = &of.evidence {
        blocks.push(DocBlock::Heading(4, words.common.question.evidence.to_owned()));
        blocks.push(DocBlock::Text(evidence.clone()));
    }
    blocks.push(DocBlock::Heading(4, words.letter.why.to_owned()));
    blocks.extend(asked.matters.iter().map(|obligation| DocBlock::Point(0, name_with_sources(obligation, words))));
    blocks.push(DocBlock::Heading(4, words.letter.means.to_owned()));
    for meaning in &asked.means {
        let (label, results) = meaning_text(meaning, of, words);
        blocks.push(DocBlock::Point(0, label));
        blocks.extend(results.into_iter().map(|it| DocBlock::Point(1, it)));
    }
}

/// Returns the words for "no option holds", or for "none besides those ticked already".
pub fn none_label(asked: &LetterQuestion<'_>, words: &Words) -> &'static str {
    if asked.ticked.is_empty() { words.common.answer.none } else { words.letter.no_others }
}

/// Returns what the business has ticked already.
pub fn ticked_text(asked: &LetterQuestion<'_>, words: &Words) -> Option<String> {
    let labels = in_words(&Answer::Any(asked.ticked.clone(), false), asked.question);
    (!labels.is_empty()).then(|| words.letter.ticked(labels.join("; ")))
}

/// Returns the earlier answer that the question refers to.
pub fn follows_text(asked: &LetterQuestion<'_>, words: &Words) -> Option<String> {
    let (question, answer) = asked.follows.as_ref()?;
    let answer = phrase::answer_text(answer, question, words);
    Some(words.letter.follows(&answer, &question.ask))
}

/// Returns the possible answers, in words.
fn choices(asked: &LetterQuestion<'_>, words: &Words) -> Vec<String> {
    let of = asked.question;
    let mut all: Vec<String> = match of.kind.shape() {
        Shape::YesNo => [words.common.answer.yes, words.common.answer.no].map(str::to_owned).to_vec(),
        Shape::One | Shape::Many => Vec::new(),
        Shape::Scale | Shape::Line => vec![words.letter.blank.to_owned()],
    };
    let open = of.choices.iter().enumerate().filter(|(at, _)| !asked.ticked.contains(at));
    all.extend(open.map(|(_, option)| option.label.clone()));
    if of.kind.shape() == Shape::Many {
        all.extend([none_label(asked, words), words.common.answer.rest_unsure].map(str::to_owned));
    }
    all.push(words.letter.unsure.to_owned());
    all
}

/// Returns the name of an obligation, with its provisions.
pub fn name_with_sources(of: &Obligation, words: &Words) -> String {
    words.export.named(&of.id, &of.title)
}

/// Returns an answer in words, and its effect on each obligation.
pub fn meaning_text(meaning: &AnswerMeaning<'_>, of: &Question, words: &Words) -> (String, Vec<String>) {
    let result = |(obligation, judgement): &(&Obligation, Judgement)| {
        let outcome = match (judgement.applies, judgement.met) {
            (Status::No, _) => words.letter.outcome.ruled_out,
            (Status::Open, Status::Yes) => words.letter.outcome.in_place_if_any,
            (Status::Open, Status::No) => words.letter.outcome.missing_if_any,
            (Status::Open, Status::Open) => words.letter.outcome.open,
            (Status::Yes, Status::Yes) => words.letter.outcome.in_place,
            (Status::Yes, Status::No) => words.letter.outcome.missing,
            (Status::Yes, Status::Open) => words.letter.outcome.applies,
        };
        words.letter.result(name_with_sources(obligation, words), outcome)
    };
    let mut results: Vec<String> = meaning.results.iter().map(result).collect();
    if results.is_empty() {
        results.push(words.letter.only_steps.to_owned());
    }
    (label(&meaning.way, of, words), results)
}

fn label(way: &Way, of: &Question, words: &Words) -> String {
    match way {
        Way::Answer(answer) => phrase::answer_text(answer, of, words),
        Way::Range(range) => of.kind.unit().after(&phrase::range_text(range, true, words)),
    }
}
