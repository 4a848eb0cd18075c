//! Help for the screen below it: its keys, why the question is asked, the words used, and where
//! files are.

use unicode_width::UnicodeWidthStr;

use crate::pack::{ObligationId, QuestionId};
use crate::tell;
use crate::text;
use crate::tui::blocks::lay_out;
use crate::tui::chrome::key_name;
use crate::tui::context::Context;
use crate::tui::destination::Destination;
use crate::tui::effect::Effect;
use crate::tui::keymap::{Hint, Message, Press};
use crate::tui::opening::open_target;
use crate::tui::page::Page;
use crate::tui::pane::Pane;
use crate::tui::screen::glossary;
use crate::tui::sheet::SheetContent;
use crate::tui::theme::Role;
use crate::words::Label;

/// The screen.
#[derive(Debug, Clone)]
pub struct HelpScreen {
    keys: Vec<Hint>,
    question: Option<(QuestionId, Vec<ObligationId>)>,
    /// What the screen below says.
    text: String,
}

/// Keys that do the same everywhere.
const EVERYWHERE: [Hint; 3] = [
    Hint(Press::Page, |words| words.tui.does.page),
    Hint(Press::Ends, |words| words.tui.does.ends),
    Hint(Press::Leave, |words| words.tui.does.leave_saved),
];

impl HelpScreen {
    /// Help for a screen with these keys; on a question, with what it can still decide.
    pub fn new(keys: Vec<Hint>, question: Option<(QuestionId, Vec<ObligationId>)>, text: String) -> Self {
        Self { keys, question, text }
    }

    fn keys(&self, page: &mut Page, context: &Context<'_>) {
        page.heading(context.words.tui.help.keys);
        let all: Vec<&Hint> = self.keys.iter().chain(&EVERYWHERE).collect();
        let widest = all.iter().map(|Hint(press, _)| key_name(*press, context).width()).max().unwrap_or(0);
        for Hint(press, does) in all {
            let name = key_name(*press, context);
            let space = " ".repeat(widest - name.width() + 2);
            let does = tell::capital(does(context.words));
            page.item(&format!("{name}{space}"), &[(Role::Body, does)], None);
        }
    }

    fn about(&self, page: &mut Page, context: &Context<'_>) {
        let Some((id, deciding)) = &self.question else { return };
        let question = context.pack.question(*id);
        page.heading(context.words.tui.help.question);
        page.read("", &[(Role::Body, question.help.clone())], None);
        lay_out(page, &tell::question_help(context.pack, *id, context.words));
        lay_out(page, &tell::why_asked(context.pack, deciding, deciding.len(), context.words));
    }
}

impl SheetContent for HelpScreen {
    fn title(&self) -> Label {
        |words| words.tui.title.help
    }

    fn place(&self) -> Option<Destination> {
        None
    }

    fn opened_by(&self) -> Option<Message> {
        Some(Message::Help)
    }

    fn hints(&self) -> Vec<Hint> {
        vec![Hint(Press::Move, |words| words.tui.does.read), Hint(Press::Esc, |words| words.tui.does.back)]
    }

    fn act(&mut self, message: &Message, pane: &mut Pane, _context: &Context<'_>) -> Option<Effect> {
        match message {
            Message::Enter => pane.target().and_then(open_target),
            Message::Back | Message::Help => Some(Effect::Back),
            _ => None,
        }
    }

    fn write(&self, page: &mut Page, context: &Context<'_>) {
        self.about(page, context);
        self.keys(page, context);
        glossary::words(page, context, &self.text);
        files(page, context);
    }
}

fn files(page: &mut Page, context: &Context<'_>) {
    page.heading(context.words.tui.help.files);
    let folder = text::shown(&context.folder.path().display().to_string());
    let file = context.workspace.as_ref().and_then(|it| it.path()).map(|it| text::shown(&it.display().to_string()));
    let pack = context.pack;
    let day = tell::day_text(pack.law_checked_on, context.words);
    let lines = [
        context.words.tui.help.folder(&folder),
        file.map_or_else(String::new, |it| context.words.tui.help.file(&it)),
        context.words.tui.help.pack(&day, &pack.title, &pack.version),
        context.words.tui.help.version(env!("CARGO_PKG_VERSION")),
        pack.disclaimer.clone(),
    ];
    for line in lines.into_iter().filter(|it| !it.is_empty()) {
        page.read("", &[(Role::Body, line)], None);
    }
}
