//! What a check of a paper would change in the main assessment, asked before anything is taken over.

use crate::answer::Answer;
use crate::pack::QuestionId;
use crate::session::Effects;
use crate::tell;
use crate::tui::blocks::{lay_out, lay_out_beside};
use crate::tui::context::Context;
use crate::tui::destination::Destination;
use crate::tui::effect::Effect;
use crate::tui::keymap::{Hint, Message};
use crate::tui::page::Page;
use crate::tui::pane::Pane;
use crate::tui::sheet::SheetContent;
use crate::tui::theme::Role;
use crate::words::Label;

/// The screen.
#[derive(Debug, Clone, Default)]
pub struct ReviewImportScreen {
    news: Vec<(QuestionId, Answer)>,
    effects: Effects,
    /// Why the check could not be opened.
    failed: Option<String>,
}

/// What can be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ImportChoice {
    TakeOver,
    Leave,
    GoOn,
}

impl ReviewImportScreen {
    /// What the check answers otherwise than the main assessment, and what taking that over would do.
    pub fn new(news: Vec<(QuestionId, Answer)>, effects: Effects) -> Self {
        Self { news, effects, ..Self::default() }
    }

    /// The check could not be opened.
    pub fn failed(why: &str) -> Self {
        Self { failed: Some(why.to_owned()), ..Self::default() }
    }

    fn leave(&self) -> Effect {
        if self.failed.is_some() { Effect::Back } else { Effect::TakeOver(false) }
    }

    fn choices(&self, context: &Context<'_>) -> Vec<ImportChoice> {
        let going = context.workspace.as_ref().is_some_and(|work| work.session().progress().replay.next.is_some());
        let take = (!self.news.is_empty()).then_some(ImportChoice::TakeOver);
        let (go_on, leave) = (self.failed.is_none().then_some(ImportChoice::GoOn), Some(ImportChoice::Leave));
        // Where the check is not over, going on comes before leaving it.
        let order = if going && take.is_none() { [take, go_on, leave] } else { [take, leave, go_on] };
        order.into_iter().flatten().collect()
    }
}

impl SheetContent for ReviewImportScreen {
    fn title(&self) -> Label {
        |words| words.tui.title.bring
    }

    fn place(&self) -> Option<Destination> {
        None
    }

    fn hints(&self) -> Vec<Hint> {
        Hint::of_choosing(|words| words.tui.does.leave_as_is)
    }

    fn act(&mut self, message: &Message, pane: &mut Pane, context: &Context<'_>) -> Option<Effect> {
        let chosen = match message {
            Message::Enter | Message::Space | Message::Click(_) => pane.focus(),
            Message::Back => return Some(self.leave()),
            _ => return None,
        };
        match self.choices(context).get(chosen)? {
            ImportChoice::TakeOver => Some(Effect::TakeOver(true)),
            ImportChoice::Leave => Some(self.leave()),
            ImportChoice::GoOn => Some(Effect::GoOn),
        }
    }

    fn write(&self, page: &mut Page, context: &Context<'_>) {
        match (&self.failed, &context.main) {
            (Some(why), _) => why.lines().for_each(|line| page.text(Role::Warning, line.trim())),
            (None, Some(main)) => {
                page.text(Role::Strong, &context.pack.title);
                page.blank();
                let session = main.workspace.session();
                lay_out_beside(page, &tell::check_answers(&self.news, session, context.words));
            }
            (None, None) => {}
        }
        page.blank();
        for it in self.choices(context) {
            let name = match it {
                ImportChoice::TakeOver => context.words.tui.bring.take_over,
                ImportChoice::Leave if self.news.is_empty() => context.words.tui.bring.back,
                ImportChoice::Leave => context.words.tui.bring.leave,
                ImportChoice::GoOn => context.words.tui.bring.go_on,
            };
            page.item("", &[(Role::Body, name.to_owned())], None);
        }
        if let Some(main) = &context.main {
            lay_out(page, &tell::effects(&self.effects, main.workspace.session(), context.words));
        }
    }
}
