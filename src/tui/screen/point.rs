//! A legal point on which lawyers differ: both positions, and the side counsel takes for this assessment.

use crate::pack::ReadingId;
use crate::tell::{self, Block};
use crate::tui::blocks::lay_out_beside;
use crate::tui::context::Context;
use crate::tui::destination::Destination;
use crate::tui::effect::Effect;
use crate::tui::keymap::{Hint, Message};
use crate::tui::page::{Page, PageTarget};
use crate::tui::pane::Pane;
use crate::tui::sheet::SheetContent;
use crate::tui::theme::Role;
use crate::words::Label;

/// The sides, in the order they are offered.
const SIDES: [Option<bool>; 3] = [None, Some(true), Some(false)];

/// The screen.
#[derive(Debug, Clone, Copy)]
pub struct PointScreen {
    id: ReadingId,
    /// Whether it was decided when it was opened.
    decided: bool,
}

impl PointScreen {
    /// The point `id`.
    pub fn new(context: &Context<'_>, id: ReadingId) -> Self {
        Self { id, decided: decided(context, id).is_some() }
    }

    /// The row of the side taken now.
    pub fn first(&self, context: &Context<'_>) -> usize {
        let now = decided(context, self.id);
        SIDES.iter().position(|side| *side == now).unwrap_or_default()
    }

    fn choose(&self, item: usize, context: &Context<'_>) -> Effect {
        match SIDES.get(item) {
            Some(&side) => Effect::Decide(self.id, side),
            None if item == SIDES.len() && decided(context, self.id).is_some() => Effect::Author(self.id),
            None => Effect::Sources(context.pack.reading(self.id).sources.clone()),
        }
    }
}

impl SheetContent for PointScreen {
    fn title(&self) -> Label {
        if self.decided { |words| words.tui.title.point_decided } else { |words| words.tui.title.point }
    }

    fn place(&self) -> Option<Destination> {
        None
    }

    fn text(&self, context: &Context<'_>) -> String {
        context.pack.reading(self.id).text()
    }

    fn hints(&self) -> Vec<Hint> {
        Hint::of_choosing(|words| words.tui.does.back)
    }

    fn act(&mut self, message: &Message, pane: &mut Pane, context: &Context<'_>) -> Option<Effect> {
        match message {
            Message::Enter | Message::Space => Some(self.choose(pane.focus(), context)),
            Message::Back => Some(Effect::Back),
            _ => None,
        }
    }

    fn write(&self, page: &mut Page, context: &Context<'_>) {
        let reading = context.pack.reading(self.id);
        let blocks = tell::point_to_decide(context.pack, self.id, context.words);
        // The question stands right above the sides; in a small window the rest would hide it.
        let (question, more) = blocks.split_at(blocks.len().min(2));
        paragraphs(page, question);
        let now = decided(context, self.id);
        for (side, line) in tell::sides(reading, context.words) {
            let mark = if side == now { "(x) " } else { "( ) " };
            page.item(mark, &[(Role::Body, line.text)], None);
            page.under(Role::Quiet, &line.aside);
        }
        page.blank();
        paragraphs(page, more);
        author(self.id, page, context);
        page.item(
            "",
            &[(Role::Body, context.words.tui.point.law.to_owned())],
            Some(PageTarget::Sources(reading.sources.clone())),
        );
    }
}

fn paragraphs(page: &mut Page, blocks: &[Block]) {
    for block in blocks {
        lay_out_beside(page, std::slice::from_ref(block));
        page.blank();
    }
}

/// Who decided the point and why, if it is decided, and a row to say it.
fn author(id: ReadingId, page: &mut Page, context: &Context<'_>) {
    let Some(point) = context.workspace.as_ref().and_then(|work| work.report().decided_point(id).cloned()) else {
        return;
    };
    for line in tell::decision(&point, context.words) {
        page.text(Role::Body, &line);
    }
    let of = &context.words.tui.point;
    let label = if point.author.is_empty() { of.author_add } else { of.author_more };
    page.item("", &[(Role::Body, label.to_owned())], None);
}

/// How counsel decided the point, if so.
fn decided(context: &Context<'_>, id: ReadingId) -> Option<bool> {
    let work = context.workspace.as_ref()?;
    Some(work.session().assessment().readings.get(&id)?.side)
}
