//! Help for the screen below it: its keys, why the question is asked, the words used, and where
//! files are.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

use crate::pack::{ObligationId, QuestionId};
use crate::text;
use crate::tui::chrome::key_name;
use crate::tui::keymap::{Hint, Message, Press};
use crate::tui::layout;
use crate::tui::page::{Page, Target};
use crate::tui::room::Context;
use crate::tui::screen::{Effect, glossary};
use crate::tui::tell;
use crate::tui::theme::Role;
use crate::tui::window::{self, Shown};

/// The screen.
#[derive(Debug, Clone)]
pub struct Help {
    keys: Vec<Hint>,
    question: Option<(QuestionId, Vec<ObligationId>)>,
    /// What the screen below says.
    text: String,
    focus: usize,
}

/// Keys that do the same everywhere.
const EVERYWHERE: [Hint; 3] = [
    Hint(Press::Page, |words| words.tui.does.page),
    Hint(Press::Ends, |words| words.tui.does.ends),
    Hint(Press::Leave, |words| words.tui.does.leave_saved),
];

impl Help {
    /// Help for a screen with these keys; on a question, with what it can still decide.
    pub fn new(keys: Vec<Hint>, question: Option<(QuestionId, Vec<ObligationId>)>, text: String) -> Self {
        Self { keys, question, text, focus: 0 }
    }

    /// Takes a message.
    pub fn update(&mut self, message: &Message, room: &Context<'_>) -> Option<Effect> {
        let page = self.page(room, layout::text(layout::body(room.size)).width);
        if let Some(to) = window::moved(&page, message, room.size.height) {
            self.focus = to;
            return None;
        }
        match (message, page.target()) {
            (Message::Enter, Some(Target::Sources(ids))) => Some(Effect::Sources(ids.clone())),
            (Message::Click(item), _) => {
                self.focus = *item;
                None
            }
            (Message::Back | Message::Help, _) => Some(Effect::Back),
            _ => None,
        }
    }

    /// Draws itself.
    pub fn draw(&self, area: Rect, room: &Context<'_>, buffer: &mut Buffer, shown: &mut Shown) {
        let area = layout::text(area);
        window::draw(&self.page(room, area.width), area, room, buffer, shown);
    }

    fn page(&self, room: &Context<'_>, width: u16) -> Page {
        Page::fitted(room.focus(self.focus), |focus| {
            let mut page = Page::new(width, room.theme, focus);
            self.about(&mut page, room);
            self.keys(&mut page, room);
            glossary::words(&mut page, room, &self.text);
            files(&mut page, room);
            page
        })
    }

    fn keys(&self, page: &mut Page, room: &Context<'_>) {
        page.heading(room.words.tui.help.keys);
        let all: Vec<&Hint> = self.keys.iter().chain(&EVERYWHERE).collect();
        let widest = all.iter().map(|it| key_name(it.0, room).width()).max().unwrap_or(0);
        for Hint(press, does) in all {
            let name = key_name(*press, room);
            let space = " ".repeat(widest - name.width() + 2);
            let does = tell::capital(does(room.words));
            page.item(&format!("{name}{space}"), &[(Role::Body, does)], None);
        }
    }

    fn about(&self, page: &mut Page, room: &Context<'_>) {
        let Some((id, deciding)) = &self.question else { return };
        let question = room.pack.question(*id);
        let body = |text: String| [(Role::Body, text)];
        page.heading(room.words.tui.help.question);
        page.read("", &body(question.help.clone()), None);
        if let Some(look) = &question.look {
            page.read("", &body(room.words.tui.help.look(look)), None);
        }
        let who = tell::who(question.who.iter().map(|it| it.0), room.words);
        page.read("", &body(room.words.tui.question.who(&who)), None);
        page.read("", &body(room.words.tui.help.unsure(&question.unsure)), None);
        if deciding.is_empty() {
            page.read("", &body(room.words.tui.question.record.to_owned()), None);
            return;
        }
        page.heading(room.words.tui.question.why);
        for &it in deciding {
            let obligation = room.pack.obligation(it);
            let cited: Vec<&str> = obligation.sources.iter().map(|it| room.pack.source(*it).id.as_str()).collect();
            let runs = [(Role::Body, obligation.title.clone()), (Role::Quiet, format!(" [{}]", cited.join(", ")))];
            page.read("• ", &runs, Some(&Target::Sources(obligation.sources.clone())));
        }
    }
}

fn files(page: &mut Page, room: &Context<'_>) {
    page.heading(room.words.tui.help.files);
    let folder = text::shown(&room.folder.path().display().to_string());
    let file = room.work.as_ref().and_then(|it| it.desk.path()).map(|it| text::shown(&it.display().to_string()));
    let pack = room.pack;
    let day = tell::day(pack.law_checked_on, room.words);
    let lines = [
        room.words.tui.help.folder(&folder),
        file.map_or_else(String::new, |it| room.words.tui.help.file(&it)),
        room.words.tui.help.pack(&day, &pack.title, &pack.version),
        room.words.tui.help.version(env!("CARGO_PKG_VERSION")),
        pack.disclaimer.clone(),
    ];
    for line in lines.into_iter().filter(|it| !it.is_empty()) {
        page.read("", &[(Role::Body, line)], None);
    }
}

/// The keys that do something.
pub fn hints() -> Vec<Hint> {
    vec![
        Hint(Press::Move, |words| words.tui.does.read),
        Hint(Press::Enter, |words| words.tui.does.open_law),
        Hint(Press::Esc, |words| words.tui.does.back),
    ]
}
