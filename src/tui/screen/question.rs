//! One question: its options or its field, what "I don't know" will mean, why it is asked, and,
//! where there is room, the results so far.

mod confirm;
mod form;
mod rows;
mod so_far;
mod view;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::interview::Range;
use crate::pack::{ObligationId, QuestionId, Shape};
use crate::tui::context::Context;
use crate::tui::effect::Effect;
use crate::tui::entry;
use crate::tui::keymap::{Hint, Message, Press};
use crate::tui::layout;
use crate::tui::page::{Focus, Page};
use crate::tui::pane::Pane;
use crate::tui::screen::question::confirm::Confirm;
use crate::tui::screen::question::form::QuestionForm;
use crate::tui::screen::question::rows::QuestionRow;
use crate::tui::screen::question::view::QuestionHead;
use crate::tui::window::{self, Shown};

pub use confirm::Proposal;

/// The screen.
#[derive(Debug, Clone)]
pub struct QuestionScreen {
    form: QuestionForm,
    /// Whether it is asked in turn, rather than changed from elsewhere.
    in_turn: bool,
    options: Pane,
    so_far: Pane,
    /// Whether the keys act on the results so far, beside the options.
    beside: bool,
    confirm: Option<Confirm>,
    /// What stands above the options, and below them: the fullest first.
    head: Option<QuestionHead>,
    why: Vec<Page>,
    /// For which width and how many questions left these were laid out: keys change neither.
    laid_out_for: Option<(u16, Range)>,
}

impl QuestionScreen {
    /// Asks `id`, in turn or to change its answer.
    pub fn new(context: &Context<'_>, id: QuestionId, in_turn: bool) -> Self {
        let form = QuestionForm::new(context, id);
        let (options, so_far) = (Pane::at(form.first()), Pane::default());
        let (head, why, laid_out_for) = (None, Vec::new(), None);
        Self { form, in_turn, options, so_far, beside: false, confirm: None, head, why, laid_out_for }
    }

    /// Which question it is.
    pub fn id(&self) -> QuestionId {
        self.form.id
    }

    /// Whether it is asked in turn, rather than changed from elsewhere.
    pub fn is_in_turn(&self) -> bool {
        self.in_turn
    }

    /// The obligations it can still decide something about.
    pub fn deciding(&self) -> &[ObligationId] {
        &self.form.deciding
    }

    /// What is typed and is not its answer.
    pub fn typed(&self) -> Option<(QuestionId, String)> {
        self.form.typed().map(|text| (self.form.id, text))
    }

    /// Whether letters go into its field, wherever the focus is.
    pub fn is_typing(&self) -> bool {
        self.confirm.is_none() && !self.beside && self.form.rows.contains(&QuestionRow::Field)
    }

    /// Shows what an answer would change, before it is given.
    pub fn ask_first(&mut self, proposal: Proposal) {
        self.confirm = Some(Confirm::new(proposal));
    }

    /// Takes a message.
    pub fn update(&mut self, message: &Message, context: &Context<'_>) -> Option<Effect> {
        if let Some(confirm) = &mut self.confirm {
            let decided = confirm.update(message, context)?;
            let proposal = self.confirm.take().filter(|_| decided)?;
            return Some(Effect::Give(self.form.id, proposal.answer()));
        }
        if self.beside {
            self.read_beside(message, context);
            return None;
        }
        if let Some(at) = self.form.types(message, self.options.focus()) {
            self.options.put(at);
            self.form.fault = None;
            return None;
        }
        self.choose(message, context)
    }

    /// Lays out what it shows. Where its answer changed while another screen was on top, it is asked
    /// anew; where it needs none any more, the next one is asked.
    pub fn lay_out(&mut self, context: &Context<'_>) {
        if let Some(id) = self.to_ask_instead(context) {
            *self = Self::new(context, id, self.in_turn);
        }
        self.beside &= layout::is_wide(context.size);
        if let Some(confirm) = &mut self.confirm {
            confirm.lay_out(context);
            return;
        }
        let (left, right) = view::widths(context);
        let (form, beside) = (&self.form, self.beside);
        let now = context.workspace.as_ref().map(|work| (left, work.session().progress().left));
        if self.head.is_none() || self.laid_out_for != now {
            (self.head, self.why, self.laid_out_for) =
                (Some(QuestionHead::new(form, context, left)), view::why(form, context, left), now);
        }
        let on = |item, active| if active { context.focus(item) } else { Focus::off(item) };
        self.options.lay_out(|item| view::options(form, context, left, on(item, !beside)));
        if layout::is_wide(context.size) {
            self.so_far.lay_out(|item| so_far::page(&form.deciding, context, right, on(item, beside)));
        }
    }

    fn to_ask_instead(&self, context: &Context<'_>) -> Option<QuestionId> {
        let session = context.workspace.as_ref()?.session();
        let (id, progress) = (self.form.id, &session.progress().replay);
        if self.in_turn && progress.next != Some(id) && !progress.answered.contains(&id) {
            return progress.next.or_else(|| session.question_before(None));
        }
        (self.form.given.as_ref() != session.assessment().answer(id)).then_some(id)
    }

    /// Draws itself.
    pub fn draw(&self, area: Rect, context: &Context<'_>, buffer: &mut Buffer, shown: &mut Shown) {
        if let Some(confirm) = &self.confirm {
            confirm.draw(area, context, buffer, shown);
            return;
        }
        if !layout::is_wide(context.size) {
            self.draw_main(layout::text(area), context, buffer, shown);
            return;
        }
        let (left, rule, right) = layout::panes(area, view::SHARE);
        self.draw_main(left, context, buffer, shown);
        window::wall(rule, area, context, buffer);
        self.so_far.draw(right, context, buffer, shown);
    }

    fn draw_main(&self, area: Rect, context: &Context<'_>, buffer: &mut Buffer, shown: &mut Shown) {
        if let (Some(head), Some(options)) = (&self.head, self.options.page()) {
            view::draw((head, options, &self.why), area, context, buffer, shown);
        }
    }

    /// The keys that do something.
    pub fn hints(&self, context: &Context<'_>) -> Vec<Hint> {
        let shape = context.pack.question(self.form.id).kind.shape();
        let on_origin = self.form.rows.get(self.options.focus()) == Some(&QuestionRow::Origin);
        let mut hints = vec![Hint(Press::Move, |words| words.tui.does.r#move)];
        match (&self.confirm, self.beside, shape) {
            (Some(_), ..) => hints.push(Hint(Press::Enter, |words| words.tui.does.choose)),
            (None, true, _) => hints = vec![Hint(Press::Move, |words| words.tui.does.read)],
            (None, false, _) if on_origin => hints.push(Hint(Press::Enter, |words| words.tui.does.open)),
            (None, false, Shape::Many) => {
                hints.extend([
                    Hint(Press::Space, |words| words.tui.does.tick),
                    Hint(Press::Enter, |words| words.tui.does.go_on),
                ]);
            }
            (None, false, Shape::YesNo) => {
                hints.extend([
                    Hint(Press::Enter, |words| words.tui.does.pick),
                    Hint(Press::YesNo, |words| words.tui.does.yes_no),
                ]);
            }
            (None, false, Shape::One) => {
                let keys = Press::Pick(self.form.pickable());
                hints.extend([
                    Hint(Press::Enter, |words| words.tui.does.choose),
                    Hint(keys, |words| words.tui.does.pick),
                ]);
            }
            (None, false, Shape::Scale | Shape::Line) => {
                hints.push(Hint(Press::Enter, |words| words.tui.does.go_on));
            }
        }
        hints.push(Hint(Press::Esc, |words| words.tui.does.back));
        if self.confirm.is_none() {
            let so_far = layout::is_wide(context.size) && !self.beside;
            hints.push(Hint(
                Press::Tab,
                if so_far { |words| words.tui.does.so_far } else { |words| words.tui.does.menu },
            ));
            hints.push(Hint(if self.is_typing() { Press::HelpInText } else { Press::Help }, |words| {
                words.tui.does.help
            }));
        }
        hints
    }

    /// Moves to the pane beside, or back from it; says whether it did.
    pub fn turn_pane(&mut self, forward: bool, context: &Context<'_>) -> bool {
        if self.confirm.is_some() {
            return true;
        }
        let to_beside = forward && !self.beside && layout::is_wide(context.size);
        let from_beside = !forward && self.beside;
        self.turn_beside(to_beside);
        to_beside || from_beside
    }

    fn turn_beside(&mut self, beside: bool) {
        self.beside = beside;
        self.so_far.put(0);
    }

    fn read_beside(&mut self, message: &Message, context: &Context<'_>) {
        match message {
            Message::Back | Message::Left => self.turn_beside(false),
            _ => {
                self.so_far.moves(message, context);
            }
        }
    }

    fn choose(&mut self, message: &Message, context: &Context<'_>) -> Option<Effect> {
        if self.options.moves(message, context) {
            self.form.fault = None;
            return None;
        }
        let (ticks, focus) = (self.form.takes_ticks(), self.options.focus());
        let chosen = match message {
            Message::Enter | Message::Space => self.form.rows.get(focus),
            Message::Click(at) => self.form.rows.get(*at),
            _ => None,
        };
        if chosen == Some(&QuestionRow::Origin) {
            return Some(Effect::Origin(self.form.id));
        }
        match (message, ticks) {
            (Message::Back, _) => Some(Effect::Back),
            (Message::Enter, true) => self.confirm_ticks(context),
            (Message::Space, true) => self.tick(focus),
            (Message::Click(at), true) => self.tick(*at),
            (Message::Enter | Message::Space, false) => self.pick(focus, context),
            (Message::Click(at), false) => self.pick(*at, context),
            (Message::Char(it), _) => {
                let at = self.form.row_of(*it)?;
                if ticks { self.tick(at) } else { self.pick(at, context) }
            }
            _ => None,
        }
    }

    fn tick(&mut self, at: usize) -> Option<Effect> {
        self.options.put(at);
        self.form.fault = None;
        rows::tick(&self.form.rows, &mut self.form.ticked, at);
        None
    }

    fn pick(&mut self, at: usize, context: &Context<'_>) -> Option<Effect> {
        self.options.put(at);
        let row = *self.form.rows.get(at)?;
        if row != QuestionRow::Field {
            return Some(Effect::Propose(self.form.id, row.answer()?));
        }
        match entry::read(
            &self.form.field.text(),
            context.pack.question(self.form.id),
            (context.today)(),
            context.words,
        ) {
            Ok(answer) => Some(Effect::Propose(self.form.id, answer)),
            Err(fault) => {
                self.form.fault = Some(fault);
                None
            }
        }
    }

    fn confirm_ticks(&mut self, context: &Context<'_>) -> Option<Effect> {
        match rows::ticked(&self.form.rows, &self.form.ticked, self.options.focus()) {
            Ok(answer) => Some(Effect::Propose(self.form.id, answer)),
            Err(fault) => {
                self.form.fault = Some(fault(context.words).to_owned());
                None
            }
        }
    }
}
