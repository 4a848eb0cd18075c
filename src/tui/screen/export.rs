//! The report as files: which forms, where they go, and that no old file is lost unasked.

use std::path::{Path, PathBuf};

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::export::Format;
use crate::pack::Who;
use crate::text;
use crate::tui::context::Context;
use crate::tui::effect::Effect;
use crate::tui::keymap::{Hint, Message, Press};
use crate::tui::layout;
use crate::tui::page::Page;
use crate::tui::pane::Pane;
use crate::tui::theme::Role;
use crate::tui::window::Shown;
use crate::words::Label;

/// The screen.
#[derive(Debug, Clone)]
pub struct ExportScreen {
    ticked: Vec<bool>,
    pane: Pane,
    step: ExportStep,
    fault: Option<Label>,
    /// Who could be asked what is open, and how many questions.
    addressees: Vec<(Who, usize)>,
}

/// How far it is.
#[derive(Debug, Clone)]
enum ExportStep {
    /// The forms are picked.
    Pick,
    /// These files exist already, and are to be written: the letter to somebody, or the report.
    Ask(Vec<PathBuf>, Option<Who>),
    /// What became of each file, of the letter to somebody or of the report.
    Done(Vec<(PathBuf, Option<String>)>, Option<Who>),
}

impl ExportScreen {
    /// With every form ticked.
    pub fn new(addressees: Vec<(Who, usize)>) -> Self {
        Self {
            ticked: vec![true; Format::ALL.len()],
            pane: Pane::default(),
            step: ExportStep::Pick,
            fault: None,
            addressees,
        }
    }

    /// Asks whether to replace the files `old`: the letter to somebody, or the report.
    pub fn ask(&mut self, old: Vec<PathBuf>, letter: Option<Who>) {
        self.step = ExportStep::Ask(old, letter);
        self.pane.put(0);
    }

    /// Whether it asks about the file at `path`.
    pub fn has_asked(&self, path: &Path) -> bool {
        matches!(&self.step, ExportStep::Ask(old, _) if old.iter().any(|asked| asked == path))
    }

    /// Tells what became of each file: written, or why not.
    pub fn tell(&mut self, files: Vec<(PathBuf, Option<String>)>, letter: Option<Who>) {
        self.step = ExportStep::Done(files, letter);
        self.pane.put(0);
    }

    /// Takes a message.
    pub fn update(&mut self, message: &Message, context: &Context<'_>) -> Option<Effect> {
        if self.pane.moves(message, context) {
            return None;
        }
        match (&self.step, message) {
            (ExportStep::Pick, Message::Back) => Some(Effect::Back),
            (_, Message::Back) => self.pick_again(),
            (ExportStep::Pick, Message::Space) => self.tick(self.pane.focus()),
            (ExportStep::Pick, Message::Char(it)) => {
                let at = it.to_digit(10).and_then(|it| usize::try_from(it).ok()?.checked_sub(1))?;
                self.tick(at)
            }
            (_, Message::Click(item)) => {
                self.pane.put(*item);
                if self.pane.focus() < self.ticked.len() && matches!(self.step, ExportStep::Pick) {
                    self.tick(self.pane.focus())
                } else {
                    self.enter()
                }
            }
            (_, Message::Enter) => self.enter(),
            _ => None,
        }
    }

    /// Lays out its page.
    pub fn lay_out(&mut self, context: &Context<'_>) {
        let width = layout::text(layout::body(context.size)).width;
        let mut pane = std::mem::take(&mut self.pane);
        pane.lay_out(|item| self.page(Page::new(width, context.theme, context.focus(item)), context));
        self.pane = pane;
    }

    /// Draws itself.
    pub fn draw(&self, area: Rect, context: &Context<'_>, buffer: &mut Buffer, shown: &mut Shown) {
        self.pane.draw(layout::text(area), context, buffer, shown);
    }

    /// The keys that do something.
    pub fn hints(&self) -> Vec<Hint> {
        let mut hints = vec![Hint(Press::Move, |words| words.tui.does.r#move)];
        match self.step {
            ExportStep::Pick => {
                hints.extend([
                    Hint(Press::Space, |words| words.tui.does.tick),
                    Hint(Press::Enter, |words| words.tui.does.write),
                ]);
            }
            ExportStep::Ask(..) => hints.push(Hint(Press::Enter, |words| words.tui.does.choose)),
            ExportStep::Done(..) => {}
        }
        let more = [
            Hint(Press::Esc, |words| words.tui.does.back),
            Hint(Press::Tab, |words| words.tui.does.menu),
            Hint(Press::Help, |words| words.tui.does.help),
        ];
        hints.extend(more);
        hints
    }

    fn enter(&mut self) -> Option<Effect> {
        match &self.step {
            ExportStep::Pick if self.pane.focus() > self.ticked.len() => Some(Effect::Letter(Who::Vendor, false)),
            ExportStep::Pick if self.formats().is_empty() => {
                self.fault = Some(|words| words.tui.export.nothing_ticked);
                None
            }
            ExportStep::Pick => Some(Effect::Write(self.formats(), false)),
            ExportStep::Ask(_, Some(to)) if self.pane.focus() == 1 => Some(Effect::Letter(*to, true)),
            ExportStep::Ask(_, None) if self.pane.focus() == 1 => Some(Effect::Write(self.formats(), true)),
            ExportStep::Ask(..) | ExportStep::Done(..) => self.pick_again(),
        }
    }

    fn pick_again(&mut self) -> Option<Effect> {
        self.step = ExportStep::Pick;
        self.pane.put(0);
        None
    }

    fn tick(&mut self, at: usize) -> Option<Effect> {
        self.fault = None;
        if let Some(mark) = self.ticked.get_mut(at) {
            *mark = !*mark;
            self.pane.put(at);
        }
        None
    }

    fn formats(&self) -> Vec<Format> {
        let all = Format::ALL.into_iter().zip(&self.ticked);
        all.filter(|(_, chosen)| **chosen).map(|(format, _)| format).collect()
    }

    fn page(&self, mut page: Page, context: &Context<'_>) -> Page {
        match (context.workspace.as_ref().and_then(|it| it.path()), &self.step) {
            (None, _) => nothing_yet(&mut page, context),
            (Some(answers), ExportStep::Pick) => self.pick(&mut page, context, answers),
            (Some(_), ExportStep::Ask(old, _)) => ask(&mut page, context, old),
            (Some(answers), ExportStep::Done(files, letter)) => {
                done(&mut page, context, files, letter.map(|_| answers));
            }
        }
        page
    }

    fn pick(&self, page: &mut Page, context: &Context<'_>, answers: &Path) {
        page.text(Role::Strong, context.words.common.save.title);
        page.text(Role::Quiet, context.words.tui.export.how);
        page.blank();
        for (at, (format, ticked)) in Format::ALL.into_iter().zip(&self.ticked).enumerate() {
            let mark = if *ticked { "[x]" } else { "[ ]" };
            page.item(
                &format!("{mark} {}  ", at + 1),
                &[(Role::Body, format.purpose_in_words(context.words).to_owned())],
                None,
            );
            page.under(Role::Quiet, &file_name(&path(answers, format)));
        }
        page.blank();
        page.item("", &[(Role::Body, context.words.tui.export.write.to_owned())], None);
        if let Some(fault) = self.fault {
            page.under(Role::Warning, fault(context.words));
        }
        self.letter(page, context);
        page.blank();
        page.text(Role::Quiet, &context.words.tui.export.r#where(folder(answers)));
        page.text(Role::Quiet, &context.words.tui.export.lawyer(file_name(answers)));
    }

    /// Offers the letter to the vendor, where there is something to ask.
    fn letter(&self, page: &mut Page, context: &Context<'_>) {
        let Some((_, count)) = self.addressees.iter().find(|(who, _)| *who == Who::Vendor) else { return };
        page.item("", &[(Role::Body, context.words.tui.export.letter(*count))], None);
        page.under(Role::Quiet, context.words.tui.export.letter_what);
    }
}

/// Where the report of `answers` goes in this form.
pub fn path(answers: &Path, format: Format) -> PathBuf {
    let stem = answers.file_stem().unwrap_or_default().to_string_lossy();
    answers.with_file_name(format!("{stem}-report.{}", format.extension()))
}

fn nothing_yet(page: &mut Page, context: &Context<'_>) {
    page.text(Role::Strong, context.words.common.save.title);
    page.blank();
    page.text(Role::Body, context.words.common.save.nothing_yet);
}

fn ask(page: &mut Page, context: &Context<'_>, old: &[PathBuf]) {
    page.text(Role::Strong, &context.words.tui.export.exists(old.len()));
    page.blank();
    for it in old {
        page.text(Role::Body, &file_name(it));
    }
    page.blank();
    page.item("", &[(Role::Body, context.words.tui.export.keep.to_owned())], None);
    page.item("", &[(Role::Body, context.words.tui.export.replace.to_owned())], None);
}

fn done(page: &mut Page, context: &Context<'_>, files: &[(PathBuf, Option<String>)], letter: Option<&Path>) {
    page.text(Role::Strong, context.words.tui.export.done);
    page.blank();
    for (path, fault) in files {
        page.item("", &[(Role::Body, text::shown(&path.display().to_string()))], None);
        match fault {
            None => page.deeper(Role::Quiet, context.words.tui.export.written),
            Some(fault) => page.deeper(Role::Warning, &context.words.tui.export.failed(fault)),
        }
    }
    page.blank();
    match letter {
        None => page.text(Role::Quiet, context.words.tui.export.send),
        Some(answers) => {
            let file = text::shown(&answers.display().to_string());
            page.text(Role::Body, &context.words.tui.export.letter_next(&file));
        }
    }
}

fn file_name(path: &Path) -> String {
    text::shown(&path.file_name().unwrap_or_default().to_string_lossy())
}

fn folder(path: &Path) -> String {
    text::shown(&path.parent().unwrap_or(Path::new(".")).display().to_string())
}
