//! One question: its options or its field, what "I don't know" will mean, why it is asked, and,
//! where there is room, the results so far.

mod confirm;
mod rows;
mod so_far;
mod view;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::answer::Answer;
use crate::pack::{Kind, ObligationId, QuestionId};
use crate::tui::entry;
use crate::tui::field::Field;
use crate::tui::keymap::{Hint, Message, Press, picked};
use crate::tui::layout;
use crate::tui::room::Context;
use crate::tui::screen::Effect;
use crate::tui::screen::question::confirm::Confirm;
use crate::tui::screen::question::rows::QuestionRow;
use crate::tui::window::{self, Shown};

pub use confirm::Proposal;
pub use view::wall;

/// The screen.
#[derive(Debug, Clone)]
pub struct Question {
    id: QuestionId,
    /// Whether it is asked in turn, rather than changed from elsewhere.
    in_turn: bool,
    rows: Vec<QuestionRow>,
    focus: usize,
    ticked: Vec<bool>,
    field: Field,
    fault: Option<String>,
    given: Option<Answer>,
    deciding: Vec<ObligationId>,
    confirm: Option<Confirm>,
    /// The focused row of the pane beside, while the keys act there.
    beside: Option<usize>,
}

impl Question {
    /// Asks `id`, in turn or to change its answer.
    pub fn new(room: &Context<'_>, id: QuestionId, in_turn: bool) -> Self {
        let question = room.pack.question(id);
        let given = room.work.as_ref().and_then(|it| it.session().assessment().answer(id)).cloned();
        let mut rows = rows::of(&question.kind);
        rows.extend(given.as_ref().map(|_| QuestionRow::Origin));
        let ticked = rows::ticked_by(&rows, given.as_ref());
        let focus = ticked.iter().position(|it| *it).unwrap_or(0);
        let field = Field::new(&given.as_ref().map_or_else(String::new, rows::typed));
        let deciding = room.work.as_ref().map_or_else(Vec::new, |it| it.session().deciding(id));
        Self { id, in_turn, rows, focus, ticked, field, fault: None, given, deciding, confirm: None, beside: None }
    }

    /// Which question it is.
    pub fn id(&self) -> QuestionId {
        self.id
    }

    /// The answer it had when it was asked.
    pub fn given(&self) -> Option<&Answer> {
        self.given.as_ref()
    }

    /// Whether it is asked in turn, rather than changed from elsewhere.
    pub fn is_in_turn(&self) -> bool {
        self.in_turn
    }

    /// The obligations it can still decide something about.
    pub fn deciding(&self) -> &[ObligationId] {
        &self.deciding
    }

    /// Whether letters go into its field, wherever the focus is.
    pub fn is_typing(&self) -> bool {
        self.confirm.is_none() && self.beside.is_none() && self.rows.contains(&QuestionRow::Field)
    }

    /// Shows what an answer would change, before it is given.
    pub fn ask_first(&mut self, proposal: Proposal) {
        self.confirm = Some(Confirm::new(proposal));
    }

    /// Takes a message.
    pub fn update(&mut self, message: &Message, room: &Context<'_>) -> Option<Effect> {
        if let Some(confirm) = &mut self.confirm {
            let decided = confirm.update(message, room)?;
            let proposal = self.confirm.take().filter(|_| decided)?;
            return Some(Effect::Give(self.id, proposal.answer()));
        }
        if self.beside.is_some() {
            self.read_beside(message, room);
            return None;
        }
        if self.types(message) {
            self.fault = None;
            return None;
        }
        self.choose(message, room)
    }

    /// Draws itself.
    pub fn draw(&self, area: Rect, room: &Context<'_>, buffer: &mut Buffer, shown: &mut Shown) {
        match &self.confirm {
            Some(confirm) => confirm.draw(area, room, buffer, shown),
            None => view::draw(self, area, room, buffer, shown),
        }
    }

    /// The keys that do something.
    pub fn hints(&self, room: &Context<'_>) -> Vec<Hint> {
        let kind = &room.pack.question(self.id).kind;
        let on_origin = self.rows.get(self.focus) == Some(&QuestionRow::Origin);
        let mut hints = vec![Hint(Press::Move, |words| words.tui.does.r#move)];
        match (&self.confirm, self.beside, kind) {
            (Some(_), ..) => hints.push(Hint(Press::Enter, |words| words.tui.does.choose)),
            (None, Some(_), _) => hints = vec![Hint(Press::Move, |words| words.tui.does.read)],
            (None, None, _) if on_origin => hints.push(Hint(Press::Enter, |words| words.tui.does.open)),
            (None, None, Kind::AnyOf { .. }) => {
                hints.extend([
                    Hint(Press::Space, |words| words.tui.does.tick),
                    Hint(Press::Enter, |words| words.tui.does.confirm),
                ]);
            }
            (None, None, Kind::YesNo { .. }) => {
                hints.extend([
                    Hint(Press::Enter, |words| words.tui.does.pick),
                    Hint(Press::YesNo, |words| words.tui.does.yes_no),
                ]);
            }
            (None, None, Kind::OneOf { .. }) => {
                let keys = Press::Pick(self.pickable());
                hints.extend([
                    Hint(Press::Enter, |words| words.tui.does.choose),
                    Hint(keys, |words| words.tui.does.pick),
                ]);
            }
            _ => hints.push(Hint(Press::Enter, |words| words.tui.does.go_on)),
        }
        hints.push(Hint(Press::Esc, |words| words.tui.does.back));
        if self.confirm.is_none() {
            let so_far = layout::is_wide(room.size) && self.beside.is_none();
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
    pub fn turn_pane(&mut self, forward: bool, room: &Context<'_>) -> bool {
        if self.confirm.is_some() {
            return true;
        }
        let to_beside = forward && self.beside.is_none() && layout::is_wide(room.size);
        let from_beside = !forward && self.beside.is_some();
        self.beside = to_beside.then_some(0);
        to_beside || from_beside
    }

    /// The window has another size: the pane beside may be gone.
    pub fn resized(&mut self, room: &Context<'_>) {
        self.beside = self.beside.filter(|_| layout::is_wide(room.size));
    }

    fn read_beside(&mut self, message: &Message, room: &Context<'_>) {
        let page = so_far::page(self, room, 40);
        match message {
            Message::Back | Message::Left => self.beside = None,
            _ => self.beside = window::moved(&page, message, room.size.height).or(self.beside),
        }
    }

    /// Gives `message` to the field, if there is one for it.
    fn types(&mut self, message: &Message) -> bool {
        let Some(at) = self.rows.iter().position(|it| *it == QuestionRow::Field) else { return false };
        let jumps = matches!(message, Message::Char(_) | Message::Paste(_));
        if self.focus != at && !jumps {
            return false;
        }
        let typed = self.field.update(message);
        if typed {
            self.focus = at;
        }
        typed
    }

    fn choose(&mut self, message: &Message, room: &Context<'_>) -> Option<Effect> {
        let page = view::options(self, room, layout::text(layout::body(room.size)).width);
        if let Some(to) = window::moved(&page, message, room.size.height) {
            self.focus = to;
            self.fault = None;
            return None;
        }
        let ticks = self.rows.iter().any(|it| matches!(it, QuestionRow::Tick(_)));
        let chosen = match message {
            Message::Enter | Message::Space => self.rows.get(self.focus),
            Message::Click(at) => self.rows.get(*at),
            _ => None,
        };
        if chosen == Some(&QuestionRow::Origin) {
            return Some(Effect::Origin(self.id));
        }
        match (message, ticks) {
            (Message::Back, _) => Some(Effect::Back),
            (Message::Enter, true) => self.confirm_ticks(room),
            (Message::Space, true) => self.tick(self.focus),
            (Message::Click(at), true) => self.tick(*at),
            (Message::Enter | Message::Space, false) => self.pick(self.focus, room),
            (Message::Click(at), false) => self.pick(*at, room),
            (Message::Char(it), _) => {
                let at = self.row_of(*it)?;
                if ticks { self.tick(at) } else { self.pick(at, room) }
            }
            _ => None,
        }
    }

    /// The row that a letter stands for.
    fn row_of(&self, letter: char) -> Option<usize> {
        let named = match letter {
            'y' | 'Y' => Some(QuestionRow::Yes),
            'n' | 'N' => Some(QuestionRow::No),
            _ => None,
        };
        let named = named.and_then(|row| self.rows.iter().position(|it| *it == row));
        named.or_else(|| picked(letter)).filter(|at| *at < self.pickable())
    }

    /// How many rows are answers: where the answer comes from stands below them, and has no key.
    fn pickable(&self) -> usize {
        self.rows.iter().filter(|it| **it != QuestionRow::Origin).count()
    }

    fn tick(&mut self, at: usize) -> Option<Effect> {
        self.focus = at;
        self.fault = None;
        rows::tick(&self.rows, &mut self.ticked, at);
        None
    }

    fn pick(&mut self, at: usize, room: &Context<'_>) -> Option<Effect> {
        self.focus = at;
        let row = *self.rows.get(at)?;
        if row != QuestionRow::Field {
            return Some(Effect::Propose(self.id, row.answer()?));
        }
        match entry::read(&self.field.text(), room.pack.question(self.id), (room.today)(), room.words) {
            Ok(answer) => Some(Effect::Propose(self.id, answer)),
            Err(fault) => {
                self.fault = Some(fault);
                None
            }
        }
    }

    fn confirm_ticks(&mut self, room: &Context<'_>) -> Option<Effect> {
        match rows::ticked(&self.rows, &self.ticked, self.focus) {
            Ok(answer) => Some(Effect::Propose(self.id, answer)),
            Err(fault) => {
                self.fault = Some(fault(room.words).to_owned());
                None
            }
        }
    }
}
