//! The drawing of a question.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::pack::{self, Choice, Shape};
use crate::tell;
use crate::tui::blocks::lay_out_beside;
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
use crate::workspace::Workspace;

/// The share of the left pane.
pub const SHARE: u16 = 60;

/// The rows that options should have before the question scrolls away with them.
const LEAST_OPTIONS: usize = 8;

/// The rows below the question without which an option could not be seen.
const LEAST_UNDER_HEAD: usize = 3;

/// The most obligations named under a question.
const MOST_NAMED: usize = 4;

/// The widths of the options and of the pane beside them.
pub fn widths(context: &Context<'_>) -> (u16, u16) {
    let body = layout::body(context.size);
    if layout::is_wide(context.size) {
        let (left, _, right) = layout::panes(body, SHARE);
        (left.width, right.width)
    } else {
        (layout::text(body).width, 0)
    }
}

/// What stands above the options.
#[derive(Debug, Clone)]
pub struct QuestionHead {
    whole: Page,
    /// The question alone, for windows with room for little more.
    ask: Page,
    /// What stands under the question.
    help: Page,
}

impl QuestionHead {
    /// Lays it out.
    pub fn new(of: &QuestionForm, context: &Context<'_>, width: u16) -> Self {
        let question = context.pack.question(of.id);
        let mut ask = Page::new(width, context.theme, Focus::off(0));
        ask.text(Role::Strong, &question.ask);
        ask.blank();
        let help = help(of, context, width);
        let whole = help.clone().after(&ask.clone().after(&place_line(of, context, width)));
        Self { whole, ask, help }
    }
}

/// Draws the head above the options, and below them as much of why it is asked as fits.
pub fn draw(
    (head, options, why): (&QuestionHead, &Page, &[Page]),
    area: Rect,
    context: &Context<'_>,
    buffer: &mut Buffer,
    shown: &mut Shown,
) {
    let height = usize::from(area.height);
    let QuestionHead { whole: head, ask, help } = head;
    let first = options.rows().iter().rposition(|row| row.item == Some(0)).map_or(0, |at| at + 1);
    if head.rows().len() + first + 1 > height {
        // What is asked stays in sight, whichever option is in focus.
        let rows = ask.rows().len().min(height.saturating_sub(LEAST_UNDER_HEAD));
        let (above, below) = split(area, rows);
        window::draw(ask, above, context, buffer, shown);
        window::draw(&options.clone().after(help), below, context, buffer, shown);
        return;
    }
    if head.rows().len() + options.rows().len().min(LEAST_OPTIONS) > height {
        window::draw(&options.clone().after(head), area, context, buffer, shown);
        return;
    }
    let (above, below) = split(area, head.rows().len());
    window::draw(head, above, context, buffer, shown);
    let free = usize::from(below.height).saturating_sub(options.rows().len() + 1);
    window::draw(options, below, context, buffer, shown);
    if let Some(why) = why.iter().find(|page| page.rows().len() <= free) {
        let (_, last) = split(below, options.rows().len() + usize::from(free > why.rows().len()) + 1);
        window::draw(why, last, context, buffer, shown);
    }
}

fn split(area: Rect, rows: usize) -> (Rect, Rect) {
    let rows = u16::try_from(rows).unwrap_or(u16::MAX).min(area.height);
    (Rect { height: rows, ..area }, Rect { y: area.y + rows, height: area.height - rows, ..area })
}

/// The section, and the place of the question in the interview.
fn place_line(of: &QuestionForm, context: &Context<'_>, width: u16) -> Page {
    let section = context.pack.sections.get(context.pack.question(of.id).section);
    let title = section.map_or_else(String::new, |section| section.title.clone());
    let mut page = Page::new(width, context.theme, Focus::off(0));
    page.ends(&(Role::Heading, title), &(Role::Quiet, place(of, context)));
    page.blank();
    page
}

/// What helps to answer, and what became of an earlier answer.
fn help(of: &QuestionForm, context: &Context<'_>, width: u16) -> Page {
    let question = context.pack.question(of.id);
    let mut page = Page::new(width, context.theme, Focus::off(0));
    page.text(Role::Body, &question.help);
    if let Some(session) = context.workspace.as_ref().map(Workspace::session) {
        let earlier = tell::earlier_answer(context.pack, session.assessment(), of.id, context.words);
        let warnings = tell::warnings_at(session, of.id, session.brought_up(), context.words);
        for told in earlier.into_iter().chain(warnings) {
            page.blank();
            page.text(Role::Warning, &told);
        }
    }
    if question.kind.shape() == Shape::Many {
        page.text(Role::Quiet, context.words.tui.question.unmarked);
    }
    page.gap();
    page
}

/// "Question 6, 3 to 9 left".
fn place(of: &QuestionForm, context: &Context<'_>) -> String {
    let Some(work) = &context.workspace else { return String::new() };
    let progress = work.session().progress();
    let number = progress.replay.answered.iter().filter(|answered| **answered < of.id).count() + 1;
    let is_answered = work.session().assessment().answer(of.id).is_some();
    tell::place(number, is_answered, progress.left, context.words)
}

/// The rows.
pub fn options(of: &QuestionForm, context: &Context<'_>, width: u16, focus: Focus) -> Page {
    let mut page = Page::new(width, context.theme, focus);
    for (at, &row) in of.rows.iter().enumerate() {
        match row {
            QuestionRow::Field => field(of, &mut page, context, width),
            QuestionRow::Origin => origin(of, &mut page, context),
            _ => option(of, &mut page, context, at),
        }
    }
    page
}

fn field(of: &QuestionForm, page: &mut Page, context: &Context<'_>, width: u16) {
    let (lines, cursor) = of.field.rows(usize::from(width).saturating_sub(2));
    page.field(&lines, cursor);
    page.under(Role::Rule, &glyph::RULE.repeat(usize::from(width).saturating_sub(2).min(44)));
    let question = context.pack.question(of.id);
    let echo = entry::echo(&of.field.text(), question, (context.today)(), context.words);
    match (&of.fault, echo) {
        (Some(fault), _) => page.under(Role::Warning, fault),
        (None, _) if of.was_typed_before => page.under(Role::Warning, context.words.tui.question.typed_before),
        (None, Some(echo)) => page.under(Role::Quiet, &context.words.tui.question.echo(&echo)),
        (None, None) => page.under(Role::Quiet, &what_to_type(&question.kind, context.words)),
    }
    page.blank();
}

fn what_to_type(kind: &pack::Kind, words: &Words) -> String {
    let of = &words.tui.question;
    match kind {
        pack::Kind::Date { .. } => of.type_date.to_owned(),
        pack::Kind::Number { unit: pack::Unit::Named(unit), .. } => of.type_number_of(unit),
        pack::Kind::Number { unit: pack::Unit::None, .. } => of.type_number.to_owned(),
        pack::Kind::YesNo | pack::Kind::OneOf | pack::Kind::AnyOf | pack::Kind::Text => of.type_text.to_owned(),
    }
}

fn option(of: &QuestionForm, page: &mut Page, context: &Context<'_>, at: usize) {
    let Some(&row) = of.rows.get(at) else { return };
    let question = context.pack.question(of.id);
    let choices = &question.choices;
    let common = |text: &str| (text.to_owned(), None);
    let told = |choice: Option<&Choice>| {
        choice.map_or_else(Default::default, |choice| (choice.label.clone(), choice.help.clone()))
    };
    let (label, help) = match row {
        QuestionRow::Yes => common(context.words.common.answer.yes),
        QuestionRow::No => common(context.words.common.answer.no),
        QuestionRow::One(it) | QuestionRow::Tick(it) | QuestionRow::Special(it) => told(choices.get(it)),
        QuestionRow::NoneOf => common(context.words.common.answer.none),
        QuestionRow::RestUnsure => common(context.words.common.answer.rest_unsure),
        QuestionRow::Unsure | QuestionRow::Field | QuestionRow::Origin => common(context.words.common.answer.unsure),
    };
    page.item(&mark(of, at), &[(Role::Body, label)], None);
    if let Some(fault) = of.fault.as_ref().filter(|_| at == page.focus().item) {
        page.under(Role::Warning, fault);
    }
    if let Some(help) = help {
        page.under(Role::Quiet, &help);
    }
    if row == QuestionRow::Unsure {
        for line in tell::if_unsure(question, context.words) {
            page.under(Role::Quiet, &line);
        }
    }
}

/// Where the answer comes from, apart from what could be answered.
fn origin(of: &QuestionForm, page: &mut Page, context: &Context<'_>) {
    let given = context.workspace.as_ref().and_then(|work| work.session().given_answer(of.id));
    let told = given.and_then(|given| tell::origin_line(&given, context.words));
    page.blank();
    let label =
        if told.is_some() { context.words.tui.question.origin_more } else { context.words.tui.question.origin_add };
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
pub fn why(of: &QuestionForm, context: &Context<'_>, width: u16) -> Vec<Page> {
    let most = MOST_NAMED.min(of.deciding.len());
    let fullest = why_naming(of, context, width, most);
    if of.deciding.is_empty() {
        return vec![fullest];
    }
    let fewer = (1..most).rev().map(|named| why_naming(of, context, width, named));
    let mut briefest = Page::new(width, context.theme, Focus::off(0));
    briefest.text(Role::Quiet, &context.words.tui.question.decides(of.deciding.len()));
    [fullest].into_iter().chain(fewer).chain([briefest]).collect()
}

fn why_naming(of: &QuestionForm, context: &Context<'_>, width: u16, most: usize) -> Page {
    let mut page = Page::new(width, context.theme, Focus::off(0));
    lay_out_beside(&mut page, &tell::why_asked(context.pack, &of.deciding, most, context.words));
    let unnamed = of.deciding.len() - most;
    if unnamed > 0 {
        page.text(Role::Quiet, &context.words.tui.question.more(unnamed));
    }
    page
}
