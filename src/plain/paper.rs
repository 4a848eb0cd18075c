//! A check of a paper from among the results: its questions are gone through in the same way, and
//! then what it would change in the main assessment is shown and asked.

use std::io;

use crate::answer::Answer;
use crate::feed;
use crate::pack::{Pack, QuestionId};
use crate::plain::seat::{NextStep, PlainApp};
use crate::plain::tell;
use crate::report::{self, Item, Report, Standing};
use crate::shipped::PackSet;

/// The checks of papers that can move `item`, or any obligation that is not ruled out.
pub fn papers(seat: &PlainApp<'_, '_>, report: &Report, item: Option<&Item>) -> Vec<&'static Pack> {
    let pack = seat.desk.session().pack();
    if seat.is_check || !seat.desk.can_check() {
        return Vec::new();
    }
    let asked = |it: &&Item| it.standing != Standing::RuledOut && item.is_none_or(|only| only.id == it.id);
    let items: Vec<&Item> = report.obligations.iter().filter(asked).collect();
    let concerned = |paper: &&'static Pack| {
        let obligations = items.iter().filter_map(|it| pack.obligation_by_id(&it.id));
        obligations.into_iter().any(|it| feed::concerns(paper, pack, pack.obligation(it)))
    };
    PackSet(pack).feeding().filter(concerned).collect()
}

/// The checks that can be begun, each with the line that begins it.
pub fn list(seat: &mut PlainApp<'_, '_>, papers: &[&'static Pack]) -> io::Result<()> {
    let mut page = seat.talk.page();
    page.lead();
    if papers.is_empty() {
        page.say(page.words.plain.paper.none);
    }
    for (at, it) in papers.iter().enumerate() {
        page.item(1, &format!("c{}.", at + 1), &it.title);
    }
    seat.talk.show(&page)
}

/// Goes through the check `paper`, then comes back. Gives where to go if that is not the results.
pub fn check(seat: &mut PlainApp<'_, '_>, paper: &'static Pack) -> io::Result<Option<NextStep>> {
    let desk = match seat.desk.check(paper, (seat.today)()) {
        Ok(desk) => desk,
        Err(why) => {
            seat.talk.say(&seat.talk.words.plain.paper.cannot_open(why))?;
            return Ok(None);
        }
    };
    let main = std::mem::replace(&mut seat.desk, desk);
    let (terms, section) = (std::mem::replace(&mut seat.talk.terms, &paper.terms), seat.section.take());
    seat.is_check = true;
    let file = seat.file();
    seat.talk.say(&seat.talk.words.plain.paper.begins(&file, &paper.title))?;
    let start = seat.onward();
    let ended = crate::plain::through(seat, start)?;
    seat.is_check = false;
    let check = std::mem::replace(&mut seat.desk, main);
    (seat.talk.terms, seat.section) = (terms, section);
    if ended == NextStep::Ended {
        return Ok(Some(NextStep::Ended));
    }
    let news = seat.desk.news(&check);
    show(seat, &news)?;
    if news.is_empty() {
        return Ok(None);
    }
    match seat.talk.yes()? {
        None => return Ok(Some(NextStep::Ended)),
        Some(true) => {
            seat.desk.take_over(&check);
            seat.talk.say(seat.talk.words.plain.paper.taken)?;
            seat.tell_saved()?;
        }
        Some(false) => seat.talk.say(seat.talk.words.plain.paper.left)?,
    }
    Ok(None)
}

/// What the check would change, before anything is.
fn show(seat: &mut PlainApp<'_, '_>, news: &[(QuestionId, Answer)]) -> io::Result<()> {
    let effects = seat.desk.preview_all(news);
    let words = seat.words();
    let session = seat.desk.session();
    let pack = session.pack();
    let mut page = seat.talk.page();
    page.lead();
    if news.is_empty() {
        page.say(page.words.plain.paper.nothing);
        return seat.talk.show(&page);
    }
    page.say(&words.plain.paper.answers(news.len()));
    for (id, answer) in news {
        let question = pack.question(*id);
        let before = session.assessment().answer(*id);
        let was = before.map_or_else(|| words.plain.paper.no_answer.to_owned(), |it| tell::answer(it, question, words));
        let is = tell::answer(answer, question, words);
        page.item(1, "-", &question.ask);
        let told = match before {
            None | Some(Answer::Unsure) => words.plain.paper.answer(is, was),
            Some(_) => words.plain.paper.replace(is, was),
        };
        page.beneath("-", &told);
    }
    for (id, before, after) in effects.moved {
        let of = pack.obligation(id);
        let (from, to) = (report::standing(of.kind, before), report::standing(of.kind, after));
        if from != to {
            let [from, to] = [from, to].map(|standing| crate::tell::standing(standing, words));
            page.item(1, "-", &words.plain.paper.moves(from, &of.title, to));
        }
    }
    page.gap();
    page.say(page.words.plain.paper.ask);
    seat.talk.show(&page)
}
