//! A question as a page: where we are, what is asked, what can be answered.

use crate::answer::Answer;
use crate::pack::QuestionId;
use crate::plain::origin;
use crate::plain::page::PlainPage;
use crate::plain::picks::{Pick, PickValue};
use crate::session::Session;
use crate::tell;

/// The heading of the section that `id` is in.
pub fn section(page: &mut PlainPage<'_>, session: &Session<'_>, id: QuestionId) {
    let pack = session.pack();
    if let Some(section) = pack.sections.get(pack.question(id).section) {
        page.gap();
        page.say(&page.words.plain.question.section(&section.title));
    }
}

/// Where we are, the question, its help, and the answer it has.
pub fn asked(page: &mut PlainPage<'_>, session: &Session<'_>, id: QuestionId) {
    let question = session.pack().question(id);
    page.gap();
    page.say(&place(page, session, id));
    page.gap();
    page.say(&question.ask);
    page.say(&question.help);
    let earlier = tell::earlier_answer(session.pack(), session.assessment(), id, page.words);
    for told in earlier.into_iter().chain(tell::warnings_at(session, id, &[], page.words)) {
        page.gap();
        page.say(&told);
    }
    if let Some(given) = session.assessment().answer(id) {
        let told = tell::answer_text(given, question, page.words);
        page.gap();
        page.say(&page.words.plain.question.current(&told));
        if let Some(told) = origin::told(session, id, page.words) {
            page.say(&told);
        }
    }
}

/// What can be picked; with "I don't know" comes who would know and what it will mean.
pub fn options(page: &mut PlainPage<'_>, session: &Session<'_>, id: QuestionId, picks: &[Pick]) {
    page.gap();
    for pick in picks {
        let mark = format!("{}.", pick.key);
        page.item(1, &mark, &pick.label);
        if let Some(help) = &pick.help {
            page.beneath(&mark, help);
        }
        if pick.gives == PickValue::Answer(Answer::Unsure) {
            for line in tell::if_unsure(session.pack().question(id), page.words) {
                page.beneath(&mark, &line);
            }
        }
    }
}

/// The number of the question, and how many are left.
fn place(page: &PlainPage<'_>, session: &Session<'_>, id: QuestionId) -> String {
    let progress = session.progress();
    let number = progress.replay.answered.iter().filter(|answered| **answered < id).count() + 1;
    let is_answered = session.assessment().answer(id).is_some();
    tell::place(number, is_answered, progress.left, page.words)
}
