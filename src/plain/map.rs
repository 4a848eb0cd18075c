//! The map of the interview: every question in asking order, the path taken, what lies ahead and
//! what each answer decides; and one question of it in full.

use std::io;

use crate::answer::{Answer, Way};
use crate::pack::{Pack, QuestionId, Shape};
use crate::phrase;
use crate::plain::app::PlainApp;
use crate::plain::blocks;
use crate::plain::page::PlainPage;
use crate::plain::wording;
use crate::route::{Branch, QuestionState, Route, Stop};
use crate::session::Session;
use crate::tell::{self, Block};

/// The most ways that were not taken which are told one by one; more are counted.
const MOST_TOLD: usize = 2;

/// Fills a page with the map, or with the question of it that has the number `at`.
pub fn page<'a>(app: &mut PlainApp<'a, '_>, at: Option<usize>) -> PlainPage<'a> {
    if let Some(at) = at.and_then(|number| number.checked_sub(1)) {
        app.workspace.count_left(at);
    }
    let route = app.workspace.route();
    let mut page = app.console.page();
    page.lead();
    let teller =
        PlainMapTeller { route: &route, session: app.workspace.session(), pack: app.workspace.session().pack() };
    let stop = at.map(|number| number.checked_sub(1).and_then(|at| route.stops.get(at)));
    match stop {
        None => teller.whole(&mut page),
        Some(None) => page.say(&page.words.plain.map.no_such(route.stops.len())),
        Some(Some(stop)) => teller.one(&mut page, stop),
    }
    app.console.about = stop.flatten().map_or_else(String::new, |stop| teller.pack.question(stop.question).text());
    page
}

/// Shows it, and what can be typed now.
pub fn show(app: &mut PlainApp<'_, '_>, at: Option<usize>, prompt: &str) -> io::Result<()> {
    let mut page = page(app, at);
    page.gap();
    page.say(prompt);
    app.console.show(&page)
}

struct PlainMapTeller<'a, 'p> {
    route: &'a Route,
    session: &'a Session<'p>,
    pack: &'p Pack,
}

impl PlainMapTeller<'_, '_> {
    fn whole(&self, page: &mut PlainPage<'_>) {
        page.say(page.words.plain.map.title);
        page.say(&self.counts(page));
        let mut section = None;
        for stop in &self.route.stops {
            let now = self.pack.question(stop.question).section;
            if section.replace(now) != Some(now) {
                page.gap();
                page.say(self.pack.sections.get(now).map_or("", |it| it.title.as_str()));
            }
            self.stop(page, stop);
        }
        page.gap();
        page.say(page.words.plain.map.how);
    }

    fn counts(&self, page: &PlainPage<'_>) -> String {
        let count = |is: fn(QuestionState) -> bool| self.route.stops.iter().filter(|stop| is(stop.state)).count();
        let of = &page.words.common.map;
        let some = |n: usize, told: String| (n > 0).then(|| format!("{told}."));
        let answered = count(|state| state == QuestionState::Answered);
        let ahead = count(|it| matches!(it, QuestionState::Next | QuestionState::Ahead));
        let spared = count(|it| matches!(it, QuestionState::Spared(_)));
        let set_aside = count(|it| matches!(it, QuestionState::SetAside(_)));
        let told = [
            some(answered, of.answered(answered)),
            some(ahead, of.ahead(ahead)),
            some(spared, of.spared(spared)),
            some(set_aside, of.set_aside(set_aside)),
        ];
        told.into_iter().flatten().collect::<Vec<String>>().join(" ")
    }

    /// A question in a few lines.
    fn stop(&self, page: &mut PlainPage<'_>, stop: &Stop) {
        let question = self.pack.question(stop.question);
        let mark = mark(stop.question);
        let of = &page.words.common.map;
        let state = match (stop.state, question.for_record) {
            (QuestionState::Ahead, true) => of.ahead_record,
            (QuestionState::Ahead, false) => of.ahead_here,
            (QuestionState::Offered, _) => of.offered_here,
            (QuestionState::Spared(_), _) => of.spared_here,
            (QuestionState::Answered | QuestionState::Next | QuestionState::SetAside(_), _) => "",
        };
        page.item(1, &format!("{mark}."), &format!("{state}{}", question.ask));
        match stop.state {
            QuestionState::Answered => self.answered(page, stop),
            QuestionState::Next => {
                page.beneath(&format!("{mark}."), page.words.common.map.next_leads);
                for it in &stop.branches {
                    let told = (self.label(page, stop, it), tell::branch_leads(it, page.words));
                    let line = page.words.plain.map.branch(&told.0, &told.1);
                    page.item(3, "-", &line);
                }
            }
            QuestionState::SetAside(by) => {
                let line = of.set_aside_here(self.answer(page, stop));
                page.beneath(&format!("{mark}."), &format!("{line}. {}", since(page, by)));
            }
            QuestionState::Spared(by) => page.beneath(&format!("{mark}."), &since(page, by)),
            QuestionState::Ahead | QuestionState::Offered => {}
        }
    }

    /// The answer, what it settled, and what was not taken.
    fn answered(&self, page: &mut PlainPage<'_>, stop: &Stop) {
        let question = self.pack.question(stop.question);
        let mark = format!("{}.", mark(stop.question));
        let answer = self.answer(page, stop);
        if question.for_record {
            page.beneath(&mark, &page.words.common.map.recorded(&answer));
            return;
        }
        let given = page.words.common.answer.given(&answer);
        let line = match tell::settled_counts(&stop.settled, page.words) {
            Some(counts) => format!("{given}{}.", page.words.common.map.settled(&counts)),
            None => given,
        };
        page.beneath(&mark, &line);
        let plain = |branch: &&Branch| !branch.taken && branch.way != Way::Answer(Answer::Unsure);
        let others: Vec<&Branch> = stop.branches.iter().filter(plain).collect();
        if others.len() > MOST_TOLD {
            let ticks = question.kind.shape() == Shape::Many;
            let of = &page.words.common.map;
            page.beneath(&mark, &if ticks { of.other_ticks.to_owned() } else { of.others(others.len()) });
            return;
        }
        for it in others {
            let label = self.label(page, stop, it);
            let line = match tell::settled_counts(&it.settled, page.words) {
                Some(counts) => page.words.common.map.other_settles(&label, &counts),
                None => page.words.common.map.other(&label),
            };
            page.beneath(&mark, &line);
        }
    }

    /// A question in full.
    fn one(&self, page: &mut PlainPage<'_>, stop: &Stop) {
        let question = self.pack.question(stop.question);
        page.gap();
        page.say(&question.ask);
        page.say(tell::question_state(stop.state, question.for_record, page.words));
        if stop.answer.is_some() {
            page.say(&page.words.common.answer.given(self.answer(page, stop)));
        }
        if let QuestionState::Spared(by) | QuestionState::SetAside(by) = stop.state {
            page.gap();
            page.say(&since(page, by));
            self.since_in_full(page, by);
        }
        self.settled(page, stop);
        self.branches(page, stop);
        self.deciding(page, stop);
    }

    fn settled(&self, page: &mut PlainPage<'_>, stop: &Stop) {
        if stop.state != QuestionState::Answered || self.pack.question(stop.question).for_record {
            return;
        }
        heading(page, page.words.common.map.what_settled);
        if stop.settled.is_empty() {
            page.item(1, "-", page.words.common.map.nothing_alone);
        }
        for it in tell::settled_lines(&stop.settled, self.pack, page.words) {
            page.item(1, "-", &it);
        }
    }

    fn branches(&self, page: &mut PlainPage<'_>, stop: &Stop) {
        if stop.branches.is_empty() {
            return;
        }
        heading(page, page.words.common.map.branches_answered);
        for it in &stop.branches {
            let label = self.label(page, stop, it);
            let yours = page.words.plain.map.your_way(&label);
            page.item(1, "-", if it.taken { &yours } else { &label });
            for line in tell::settled_lines(&it.settled, self.pack, page.words) {
                page.item(2, "-", &line);
            }
            if it.settled.is_empty() {
                page.item(2, "-", page.words.common.map.branch_alone);
            }
            if let Some(left) = tell::branch_left(it, page.words) {
                page.item(2, "-", &left);
            }
        }
    }

    fn deciding(&self, page: &mut PlainPage<'_>, stop: &Stop) {
        if stop.deciding.is_empty() {
            return;
        }
        heading(page, page.words.common.map.deciding);
        page.under(1, &tell::named_obligations(&stop.deciding, self.pack));
    }

    fn since_in_full(&self, page: &mut PlainPage<'_>, by: Option<QuestionId>) {
        if let Some((id, given)) = by.and_then(|id| Some((id, self.session.assessment().answer(id)?))) {
            page.item(1, &format!("{}.", mark(id)), &wording::given(self.pack, id, given, page.words));
            page.say(page.words.common.map.comes_back);
        }
    }

    fn answer(&self, page: &PlainPage<'_>, stop: &Stop) -> String {
        let question = self.pack.question(stop.question);
        stop.answer.as_ref().map_or_else(String::new, |it| tell::answer_text(it, question, page.words))
    }

    fn label(&self, page: &PlainPage<'_>, stop: &Stop, branch: &Branch) -> String {
        let question = self.pack.question(stop.question);
        phrase::way_text(&branch.way, page.words, |it| tell::answer_text(it, question, page.words))
    }
}

fn heading(page: &mut PlainPage<'_>, text: &str) {
    blocks::lay_out(page, &[Block::Heading(text.to_owned())]);
}

/// How a question is called on the map.
fn mark(id: QuestionId) -> String {
    format!("m{}", id.0 + 1)
}

/// Which answer left nothing that depends on a question.
fn since(page: &PlainPage<'_>, by: Option<QuestionId>) -> String {
    match by {
        Some(id) => page.words.plain.map.since(mark(id)),
        None => page.words.common.map.from_the_start.to_owned(),
    }
}
