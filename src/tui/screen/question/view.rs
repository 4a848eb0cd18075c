//! The drawing of a question.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::pack::{self, Choice};
use crate::tell;
use crate::tui::context::Context;
use crate::tui::entry;
use crate::tui::glyph;
use crate::tui::keymap::pick;
use crate::tui::layout;
use crate::tui::page::{Focus, Page};
use crate::tui::screen::question::form::QuestionForm;
use crate::tui::screen::question::rows::QuestionRow;
use crate::tui::theme::Role;
use crate::tui::window::{self, Shown};
use crate::words::Words;

/// The share of the left pane.
pub const SHARE: u16 = 60;

/// The rows that options should have before the question scrolls away with them.
const LEAST_OPTIONS: usize = 8;

/// The most obligations named under a question.
const MOST_NAMED: usize = 4;

/// The widths of the options and of the pane beside them.
pub fn widths(room: &Context<'_>) -> (u16, u16) {
    let body = layout::body(room.size);
    if layout::is_wide(room.size) {
        let (left, _, right) = layout::panes(body, SHARE);
        (left.width, right.width)
    } else {
        (layout::text(body).width, 0)
    }
}

/// Draws the head above the options, and below them as much of why it is asked as fits.
pub fn draw(
    [head, options]: [&Page; 2],
    why: &[Page],
    area: Rect,
    room: &Context<'_>,
    buffer: &mut Buffer,
    shown: &mut Shown,
) {
    let height = usize::from(area.height);
    if head.rows().len() + options.rows().len().min(LEAST_OPTIONS) > height {
        window::draw(&options.clone().after(head), area, room, buffer, shown);
        return;
    }
    let (above, below) = split(area, head.rows().len());
    window::draw(head, above, room, buffer, shown);
    let free = usize::from(below.height).saturating_sub(options.rows().len() + 1);
    window::draw(options, below, room, buffer, shown);
    if let Some(why) = why.iter().find(|it| it.rows().len() <= free) {
        let (_, last) = split(below, options.rows().len() + usize::from(free > why.rows().len()) + 1);
        window::draw(why, last, room, buffer, shown);
    }
}

fn split(area: Rect, rows: usize) -> (Rect, Rect) {
    let rows = u16::try_from(rows).unwrap_or(u16::MAX).min(area.height);
    (Rect { height: rows, ..area }, Rect { y: area.y + rows, height: area.height - rows, ..area })
}

/// Section, place, question and help.
pub fn head(of: &QuestionForm, room: &Context<'_>, width: u16) -> Page {
    let question = room.pack.question(of.id);
    let mut page = Page::new(width, room.theme, Focus::off(0));
    let section = room.pack.sections.get(question.section).map_or_else(String::new, |it| it.title.clone());
    page.ends(&(Role::Heading, section), &(Role::Quiet, place(of, room)));
    page.blank();
    page.text(Role::Strong, &question.ask);
    page.blank();
    page.text(Role::Body, &question.help);
    page.gap();
    page
}

/// "Question 6, 3 to 9 left".
fn place(of: &QuestionForm, room: &Context<'_>) -> String {
    let Some(work) = &room.workspace else { return String::new() };
    let progress = work.session().progress();
    let number = progress.replay.answered.iter().filter(|it| **it < of.id).count() + 1;
    let is_answered = work.session().assessment().answer(of.id).is_some();
    tell::place(number, is_answered, progress.left, room.words)
}

/// The rows.
pub fn options(of: &QuestionForm, room: &Context<'_>, width: u16, focus: Focus) -> Page {
    let mut page = Page::new(width, room.theme, focus);
    for (at, &row) in of.rows.iter().enumerate() {
        match row {
            QuestionRow::Field => field(of, &mut page, room, width),
            QuestionRow::Origin => origin(of, &mut page, room),
            _ => option(of, &mut page, room, at),
        }
    }
    page
}

fn field(of: &QuestionForm, page: &mut Page, room: &Context<'_>, width: u16) {
    let (lines, cursor) = of.field.rows(usize::from(width).saturating_sub(2));
    page.field(&lines, cursor);
    page.under(Role::Rule, &glyph::RULE.repeat(usize::from(width).saturating_sub(2).min(44)));
    let kind = &room.pack.question(of.id).kind;
    let echo = entry::echo(&of.field.text(), kind, room.words);
    match (&of.fault, echo) {
        (Some(fault), _) => page.under(Role::Warning, fault),
        (None, Some(echo)) => page.under(Role::Quiet, &room.words.tui.question.echo(&echo)),
        (None, None) => page.under(Role::Quiet, what_to_type(kind, room.words)),
    }
    page.blank();
}

fn what_to_type(kind: &pack::Kind, words: &Words) -> &'static str {
    match kind {
        pack::Kind::Date { .. } => words.tui.question.type_date,
        pack::Kind::Number { .. } => words.tui.question.type_number,
        pack::Kind::YesNo | pack::Kind::OneOf | pack::Kind::AnyOf | pack::Kind::Text => words.tui.question.type_text,
    }
}

fn option(of: &QuestionForm, page: &mut Page, room: &Context<'_>, at: usize) {
    let Some(&row) = of.rows.get(at) else { return };
    let question = room.pack.question(of.id);
    let choices = &question.choices;
    let common = |text: &str| (text.to_owned(), None);
    let told = |choice: Option<&Choice>| choice.map_or_else(Default::default, |it| (it.label.clone(), it.help.clone()));
    let (label, help) = match row {
        QuestionRow::Yes => common(room.words.common.answer.yes),
        QuestionRow::No => common(room.words.common.answer.no),
        QuestionRow::One(it) | QuestionRow::Tick(it) | QuestionRow::Special(it) => told(choices.get(it)),
        QuestionRow::NoneOf => common(room.words.common.answer.none),
        QuestionRow::RestUnsure => common(room.words.common.answer.rest_unsure),
        QuestionRow::Unsure | QuestionRow::Field | QuestionRow::Origin => common(room.words.common.answer.unsure),
    };
    page.item(&mark(of, at), &[(Role::Body, label)], None);
    if let Some(fault) = of.fault.as_ref().filter(|_| at == page.focus().item) {
        page.under(Role::Warning, fault);
    }
    if let Some(help) = help {
        page.under(Role::Quiet, &help);
    }
    if row == QuestionRow::Unsure {
        page.under(Role::Quiet, &question.unsure);
        let who = tell::people(&question.who, room.words);
        page.under(Role::Quiet, &room.words.tui.question.who(&who));
    }
}

/// Where the answer comes from, apart from what could be answered.
fn origin(of: &QuestionForm, page: &mut Page, room: &Context<'_>) {
    let given = room.workspace.as_ref().and_then(|it| it.report().answer_to(of.id));
    let told = given.and_then(|it| tell::origin_line(it, room.words));
    page.blank();
    let label = if told.is_some() { room.words.tui.question.origin_more } else { room.words.tui.question.origin_add };
    page.item("", &[(Role::Body, label.to_owned())], None);
    if let Some(told) = told {
        page.under(Role::Quiet, &told);
    }
}

/// `[x] 3  ` or `(x) 3  `, with the key that picks the row; rows under a field have none.
fn mark(of: &QuestionForm, at: usize) -> String {
    let ticked = of.ticked.get(at).copied().unwrap_or_default();
    let mark = match (of.takes_ticks(), ticked) {
        (true, true) => "[x]",
        (true, false) => "[ ]",
        (false, true) => "(x)",
        (false, false) => "( )",
    };
    match (of.rows.contains(&QuestionRow::Field), pick(at)) {
        (true, _) => format!("{mark} "),
        (false, Some(key)) => format!("{mark} {key}  "),
        (false, None) => format!("{mark}    "),
    }
}

/// Why it is asked: the fullest telling first.
pub fn why(of: &QuestionForm, room: &Context<'_>, width: u16) -> Vec<Page> {
    if of.deciding.is_empty() {
        let mut page = Page::new(width, room.theme, Focus::off(0));
        page.text(Role::Quiet, room.words.tui.question.record);
        return vec![page];
    }
    (0..=MOST_NAMED.min(of.deciding.len())).rev().map(|named| why_with(of, room, width, named)).collect()
}

fn why_with(of: &QuestionForm, room: &Context<'_>, width: u16, named: usize) -> Page {
    let mut page = Page::new(width, room.theme, Focus::off(0));
    let all = of.deciding.len();
    if named == 0 {
        page.text(Role::Quiet, &room.words.tui.question.decides(all));
        return page;
    }
    page.text(Role::Heading, room.words.tui.question.why);
    for &it in of.deciding.iter().take(named) {
        let obligation = room.pack.obligation(it);
        let citation = obligation.sources.first().map_or("", |it| room.pack.source(*it).id.as_str());
        page.runs("• ", &[(Role::Body, obligation.title.clone()), (Role::Quiet, format!(" [{citation}]"))]);
    }
    if all > named {
        page.text(Role::Quiet, &room.words.tui.question.more(all - named));
    }
    page
}
