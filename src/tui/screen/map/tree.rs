//! The tree: a trunk from question to question, and from each the ways that were or were not taken.

use crate::answer::{Answer, Way};
use crate::pack::Shape;
use crate::route::{Branch, QuestionState, Route, Stop};
use crate::tell;
use crate::tui::context::Context;
use crate::tui::glyph;
use crate::tui::page::{Focus, Page, Stem};
use crate::tui::screen::map::detail;
use crate::tui::theme::Role;
use crate::tui::wrap::Run;

/// The most ways that were not taken which are shown one by one; more are counted.
const MOST_SHOWN: usize = 2;

/// The whole tree, and how many items each question takes.
pub fn page(route: &Route, context: &Context<'_>, width: u16, focus: Focus) -> (Page, Vec<usize>) {
    let mut page = Page::new(width, context.theme, focus);
    head(&mut page, route, context);
    let (mut section, mut parts) = (None, Vec::new());
    for stop in &route.stops {
        let now = context.pack.question(stop.question).section;
        if section.replace(now) != Some(now) {
            page.heading(context.pack.sections.get(now).map_or("", |it| it.title.as_str()));
        }
        let before = page.items();
        one(&mut page, stop, context);
        parts.push(page.items() - before);
    }
    (page, parts)
}

/// What the marks mean, and how many questions stand where.
fn head(page: &mut Page, route: &Route, context: &Context<'_>) {
    let Some(work) = &context.workspace else { return };
    let name = tell::assessment_name(context.pack, work.session().assessment(), context.words);
    page.text(Role::Strong, &context.words.tui.map.title(&name));
    let count = |is: fn(QuestionState) -> bool| route.stops.iter().filter(|stop| is(stop.state)).count();
    let of = &context.words.common.map;
    let answered = count(|state| state == QuestionState::Answered);
    let next = count(|state| state == QuestionState::Next);
    let ahead = count(|state| state == QuestionState::Ahead);
    let spared = count(|it| matches!(it, QuestionState::Spared(_)));
    let set_aside = count(|it| matches!(it, QuestionState::SetAside(_)));
    let counts = [
        (glyph::STOP, answered, of.answered(answered)),
        (glyph::NEXT, next, context.words.tui.map.next.to_owned()),
        (glyph::AHEAD, ahead, of.ahead(ahead)),
        (glyph::SPARED, spared, of.spared(spared)),
        (glyph::ASIDE, set_aside, of.set_aside(set_aside)),
    ];
    let some = counts.iter().filter(|(_, n, _)| *n > 0);
    let legend = some.map(|(mark, _, told)| format!("{mark} {told}").replace(' ', crate::tui::page::NO_BREAK));
    let legend: Vec<String> = legend.collect();
    page.text(Role::Quiet, &legend.join("   "));
    let left = work.session().progress().left;
    page.text(Role::Quiet, &tell::capital(&tell::questions_left(left, context.words)));
}

/// One question and its ways.
fn one(page: &mut Page, stop: &Stop, context: &Context<'_>) {
    let question = context.pack.question(stop.question);
    let ask = |role| [(role, question.ask.clone())];
    match stop.state {
        QuestionState::Answered => {
            let mut stem = Stem::new(page, (Role::Path, glyph::STOP), (Role::Path, glyph::PATH));
            stem.text(&ask(Role::Body));
            taken(&mut stem, stop, context);
            not_taken(&mut stem, stop, context);
            stem.end();
        }
        QuestionState::Next => {
            let mut stem = Stem::new(page, (Role::Heading, glyph::NEXT), (Role::Rule, glyph::WALL));
            stem.text(&ask(Role::Body));
            let next = if question.for_record {
                context.words.tui.map.next_record
            } else {
                context.words.common.map.next_leads
            };
            stem.text(&[(Role::Path, next.to_owned())]);
            let last = stop.branches.len().saturating_sub(1);
            for (at, it) in stop.branches.iter().enumerate() {
                let fork = if at == last { glyph::LAST } else { glyph::FORK };
                stem.twig((Role::Rule, fork), &ahead(it, stop, context));
            }
            stem.end();
        }
        QuestionState::Ahead | QuestionState::Offered => {
            let mut stem = Stem::new(page, (Role::Quiet, glyph::AHEAD), (Role::Rule, glyph::WALL));
            let name = if question.unasked {
                context.words.common.map.offered_here
            } else if question.for_record {
                context.words.common.map.ahead_record
            } else {
                context.words.common.map.ahead_here
            };
            let [ask] = ask(Role::Body);
            stem.text(&[(Role::Quiet, name.to_owned()), ask]);
            stem.end();
        }
        QuestionState::Spared(_) => {
            let mut stem = Stem::new(page, (Role::Quiet, glyph::SPARED), (Role::Quiet, " "));
            let [ask] = ask(Role::Quiet);
            stem.text(&[(Role::Quiet, context.words.common.map.spared_here.to_owned()), ask]);
            stem.end();
        }
        QuestionState::SetAside(_) => {
            let mut stem = Stem::new(page, (Role::Quiet, glyph::ASIDE), (Role::Quiet, " "));
            let answer =
                stop.answer.as_ref().map_or_else(String::new, |it| tell::answer_text(it, question, context.words));
            stem.text(&ask(Role::Quiet));
            stem.text(&[(Role::Quiet, context.words.common.map.set_aside_here(&answer))]);
            stem.end();
        }
    }
}

/// The answer given, and how much it settled.
fn taken(stem: &mut Stem<'_>, stop: &Stop, context: &Context<'_>) {
    let question = context.pack.question(stop.question);
    let answer = stop.answer.as_ref().map_or_else(String::new, |it| tell::answer_text(it, question, context.words));
    let of = &context.words.common;
    let told = if question.for_record { of.map.recorded(answer) } else { of.answer.given(answer) };
    let mut runs = vec![(Role::Path, told)];
    if let Some(counts) = tell::settled_counts(&stop.settled, context.words) {
        runs.push((Role::Path, context.words.common.map.settled(&counts)));
    }
    stem.twig((Role::Path, glyph::TAKEN), &runs);
}

/// The other answers, but for "I don't know", which is open everywhere.
fn not_taken(stem: &mut Stem<'_>, stop: &Stop, context: &Context<'_>) {
    let plain = |branch: &&Branch| !branch.taken && branch.way != Way::Answer(Answer::Unsure);
    let others: Vec<&Branch> = stop.branches.iter().filter(plain).collect();
    let n = others.len();
    let ticks = context.pack.question(stop.question).kind.shape() == Shape::Many;
    if n > MOST_SHOWN {
        let of = &context.words.common.map;
        let told = if ticks { of.other_ticks.to_owned() } else { of.others(n) };
        stem.twig((Role::Path, glyph::PASSED), &[(Role::Quiet, told)]);
        return;
    }
    for it in others {
        let label = detail::label(it, stop, context);
        let text = match tell::settled_counts(&it.settled, context.words) {
            Some(counts) => context.words.common.map.other_settles(&label, &counts),
            None => context.words.common.map.other(&label),
        };
        stem.twig((Role::Path, glyph::PASSED), &[(Role::Quiet, text)]);
    }
}

/// An answer to the question to ask now, and where it leads.
fn ahead(branch: &Branch, stop: &Stop, context: &Context<'_>) -> [Run; 2] {
    let label = detail::label(branch, stop, context);
    [(Role::Strong, context.words.tui.map.branch(&label)), (Role::Quiet, tell::branch_leads(branch, context.words))]
}
