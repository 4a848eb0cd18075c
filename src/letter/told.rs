//! A letter as a document, with room for the answers.

use crate::answer::{Answer, in_words};
use crate::boxes::Status;
use crate::export::{Block, Document};
use crate::judge::Judgement;
use crate::letter::{AnswerMeaning, Letter, LetterQuestion};
use crate::pack::{Kind, Obligation, Question, Who};
use crate::phrase;
use crate::words::Words;

/// `letter` as a document.
pub fn document(letter: &Letter<'_>, words: &Words) -> Document {
    let mut blocks = head(letter, words);
    for text in introduction(letter, words) {
        blocks.push(Block::Text(text));
    }
    blocks.push(Block::Heading(2, words.say("letter.questions").to_owned()));
    for (at, asked) in letter.asked.iter().enumerate() {
        question(at + 1, asked, words, &mut blocks);
    }
    blocks.push(Block::Heading(2, words.say("letter.signed").to_owned()));
    for name in ["letter.name", "letter.date"] {
        blocks.push(Block::Pair(words.say(name).to_owned(), words.say("letter.blank").to_owned()));
    }
    blocks.push(Block::Text(letter.pack.disclaimer.clone()));
    Document::new(&title(letter, words), Some(letter.frame.reply_by.clone()), blocks)
}

/// What the letter is called.
pub fn title(letter: &Letter<'_>, words: &Words) -> String {
    match letter.told(letter.pack.names.tool) {
        Some(tool) => words.fill("letter.title_of_tool", &[("tool", tool)]),
        None => words.say("letter.title").to_owned(),
    }
}

/// To whom it goes, from whom, about what and until when.
pub fn about(letter: &Letter<'_>, words: &Words) -> Vec<(String, String)> {
    let say = |name: &str| words.say(name).to_owned();
    let who = words.say(&format!("letter.to_role.{}", letter.to.0)).to_owned();
    let vendor = letter.told(letter.pack.names.vendor).filter(|_| letter.to == Who::VENDOR);
    let to = vendor.map_or(who, str::to_owned);
    let blank = say("letter.blank");
    let told = |question| letter.told(question).map_or_else(|| blank.clone(), str::to_owned);
    let pack = [("title", letter.pack.title.as_str()), ("version", &letter.pack.version)];
    vec![
        (say("letter.to"), to),
        (say("letter.from"), told(letter.pack.names.answered_by)),
        (say("letter.about"), told(letter.pack.names.tool)),
        (say("letter.reply_by"), letter.frame.reply_by.clone()),
        (say("letter.pack"), words.fill("letter.pack_line", &pack)),
        (say("letter.checked"), letter.pack.law_checked_on.to_string()),
    ]
}

/// What the reader needs to know before the questions.
pub fn introduction(letter: &Letter<'_>, words: &Words) -> Vec<String> {
    let vendor = letter.to == Who::VENDOR;
    let who = if vendor { "letter.intro_vendor" } else { "letter.intro_other" };
    let count = words.count("letter.count_one", "letter.count_many", letter.asked.len());
    vec![words.say(who).to_owned(), count, words.say("letter.intro_how").to_owned()]
}

fn head(letter: &Letter<'_>, words: &Words) -> Vec<Block> {
    let pairs = about(letter, words).into_iter().map(|(label, text)| Block::Pair(label, text));
    std::iter::once(Block::Heading(1, title(letter, words))).chain(pairs).collect()
}

fn question(number: usize, asked: &LetterQuestion<'_>, words: &Words, blocks: &mut Vec<Block>) {
    let of = asked.question;
    blocks.push(Block::Heading(3, format!("{number}. {}", of.ask)));
    blocks.push(Block::Text(of.help.clone()));
    blocks.extend(follows(asked, words).map(Block::Text));
    blocks.push(Block::Heading(4, words.say("letter.your_answer").to_owned()));
    blocks.extend(ticked(asked, words).map(Block::Text));
    blocks.extend(
        choices(asked, words).into_iter().map(|it| Block::Point(0, words.fill("letter.box", &[("label", &it)]))),
    );
    for name in ["letter.evidence", "letter.note"] {
        blocks.push(Block::Pair(words.say(name).to_owned(), words.say("letter.blank").to_owned()));
    }
    if let Some(evidence) = &of.evidence {
        blocks.push(Block::Heading(4, words.say("letter.would_show").to_owned()));
        blocks.push(Block::Text(evidence.clone()));
    }
    blocks.push(Block::Heading(4, words.say("letter.why").to_owned()));
    blocks.extend(asked.matters.iter().map(|it| Block::Point(0, named(it, words))));
    blocks.push(Block::Heading(4, words.say("letter.means").to_owned()));
    for meaning in &asked.means {
        let (label, results) = told(meaning, of, words);
        blocks.push(Block::Point(0, label));
        blocks.extend(results.into_iter().map(|it| Block::Point(1, it)));
    }
}

/// The name of the words that no option holds, or none beside those that are ticked already.
pub fn none(asked: &LetterQuestion<'_>) -> &'static str {
    if asked.ticked.is_empty() { "common.answer.none" } else { "letter.no_others" }
}

/// What the business has ticked already.
pub fn ticked(asked: &LetterQuestion<'_>, words: &Words) -> Option<String> {
    let labels = in_words(&Answer::Any(asked.ticked.clone(), false), asked.question);
    (!labels.is_empty()).then(|| words.fill("letter.ticked", &[("labels", &labels.join("; "))]))
}

/// What the question follows on.
pub fn follows(asked: &LetterQuestion<'_>, words: &Words) -> Option<String> {
    let (question, answer) = asked.follows.as_ref()?;
    let answer = phrase::answer(answer, question, words);
    Some(words.fill("letter.follows", &[("ask", &question.ask), ("answer", &answer)]))
}

/// What can be answered, in words.
fn choices(asked: &LetterQuestion<'_>, words: &Words) -> Vec<String> {
    let of = asked.question;
    let say = |name: &str| words.say(name).to_owned();
    let mut all: Vec<String> = match &of.kind {
        Kind::YesNo { .. } => vec![say("common.answer.yes"), say("common.answer.no")],
        Kind::OneOf { .. } | Kind::AnyOf { .. } => Vec::new(),
        Kind::Number { .. } | Kind::Date { .. } | Kind::Text { .. } => vec![say("letter.blank")],
    };
    let open = of.kind.choices().iter().enumerate().filter(|it| !asked.ticked.contains(&it.0));
    all.extend(open.map(|it| it.1.label.clone()));
    if matches!(of.kind, Kind::AnyOf { .. }) {
        all.extend([say(none(asked)), say("common.answer.rest_unsure")]);
    }
    all.push(say("letter.unsure"));
    all
}

/// An obligation by its name, with the provisions it stands in.
pub fn named(of: &Obligation, words: &Words) -> String {
    words.fill("export.named", &[("id", &of.id), ("title", &of.title)])
}

/// An answer in words, and what it would make of each obligation.
pub fn told(meaning: &AnswerMeaning<'_>, of: &Question, words: &Words) -> (String, Vec<String>) {
    let result = |(obligation, judgement): &(&Obligation, Judgement)| {
        let outcome = words.say(match (judgement.applies, judgement.met) {
            (Status::No, _) => "letter.outcome.ruled_out",
            (Status::Open, Status::Yes) => "letter.outcome.in_place_if_any",
            (Status::Open, Status::No) => "letter.outcome.missing_if_any",
            (Status::Open, Status::Open) => "letter.outcome.open",
            (Status::Yes, Status::Yes) => "letter.outcome.in_place",
            (Status::Yes, Status::No) => "letter.outcome.missing",
            (Status::Yes, Status::Open) => "letter.outcome.applies",
        });
        words.fill("letter.result", &[("name", &named(obligation, words)), ("outcome", outcome)])
    };
    let mut results: Vec<String> = meaning.results.iter().map(result).collect();
    if results.is_empty() {
        results.push(words.say("letter.only_steps").to_owned());
    }
    (label(&meaning.answer, of, words), results)
}

fn label(answer: &Answer, of: &Question, words: &Words) -> String {
    let label = phrase::answer(answer, of, words);
    match answer {
        Answer::Number(_) => words.fill("letter.from_number", &[("number", &label)]),
        _ => label,
    }
}
