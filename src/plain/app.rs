//! Somebody at work on an assessment: the conversation, the workspace, and what was said already.

use std::io;

use jiff::civil::Date;

use crate::answer::Answer;
use crate::pack::{Pack, Question, QuestionId};
use crate::plain::console::Console;
use crate::plain::picks::Pick;
use crate::store::FileNotice;
use crate::words::Words;
use crate::workspace::{Workspace, notice_text};

/// Where to go next. A question in brackets is the one to go back to.
#[derive(Debug, Clone, Copy)]
pub enum NextStep {
    /// A question.
    Question(QuestionId),
    /// The answers.
    Review(Option<QuestionId>),
    /// The results.
    Results(Option<QuestionId>),
    /// A check of a paper, and then the results.
    Check(&'static Pack, Option<QuestionId>),
    /// Out, because it was asked for.
    Leave,
    /// Out, because the input has ended.
    Ended,
}

/// Something to choose from in place of typing a line: what is chosen comes back as the line that
/// means it, or nothing where it has to be typed.
pub type Menu = fn(&Question, &[Pick], Option<&Answer>, &Words) -> io::Result<Option<String>>;

/// What was last said about saving.
#[derive(Debug, Clone, PartialEq, Eq)]
enum SavingNotice {
    Nothing,
    Saved,
    Trouble(String),
}

/// Somebody at work.
pub struct PlainApp<'a, 'p> {
    /// The conversation.
    pub console: Console<'a>,
    /// The assessment and its file.
    pub workspace: Workspace<'p>,
    /// The day now.
    pub today: fn() -> Date,
    /// The menus, where there are any.
    pub menu: Option<Menu>,
    /// Whether this is a check of a paper beside the main assessment.
    pub is_check: bool,
    /// The section that was last named.
    pub section: Option<usize>,
    hints: Vec<String>,
    told: SavingNotice,
    told_of_file: Vec<FileNotice>,
}

impl<'a, 'p> PlainApp<'a, 'p> {
    /// Somebody who works at `workspace`.
    pub fn new(console: Console<'a>, workspace: Workspace<'p>, today: fn() -> Date, menu: Option<Menu>) -> Self {
        let fresh = workspace.session().assessment().answers.is_empty();
        let told = if fresh { SavingNotice::Nothing } else { SavingNotice::Saved };
        Self {
            console,
            workspace,
            today,
            menu,
            is_check: false,
            section: None,
            hints: Vec::new(),
            told,
            told_of_file: Vec::new(),
        }
    }

    /// The words of the interface.
    pub fn words(&self) -> &'a Words {
        self.console.words
    }

    /// Where the answers are saved, in words.
    pub fn file(&self) -> String {
        self.workspace.path().map_or_else(String::new, |it| it.display().to_string())
    }

    /// Whether this hint has not been given yet. From now on it has.
    pub fn first_time(&mut self, hint: &str) -> bool {
        let first = !self.hints.iter().any(|given| given == hint);
        if first {
            self.hints.push(hint.to_owned());
        }
        first
    }

    /// Where the interview stands: the question to ask next, or the results.
    pub fn onward(&self) -> NextStep {
        self.workspace.session().progress().replay.next.map_or(NextStep::Results(None), NextStep::Question)
    }

    /// Back to `question`, if it still counts; otherwise onward.
    pub fn back_to(&self, question: Option<QuestionId>) -> NextStep {
        let progress = self.workspace.session().progress();
        let counts = |id: &QuestionId| progress.replay.answered.contains(id) || progress.replay.next == Some(*id);
        question.filter(counts).map_or_else(|| self.onward(), NextStep::Question)
    }

    /// Says what is worth hearing about saving: the first time where, then only trouble and its end.
    pub fn tell_saved(&mut self) -> io::Result<()> {
        self.tell_of_file()?;
        let now = match self.workspace.save_error() {
            None => SavingNotice::Saved,
            Some(why) => SavingNotice::Trouble(why.to_string()),
        };
        if now == self.told {
            return Ok(());
        }
        let file = self.file();
        match (&self.told, &now) {
            (_, SavingNotice::Trouble(why)) => self.console.say(&self.console.words.plain.saved.trouble(why))?,
            (SavingNotice::Trouble(_), _) => self.console.say(&self.console.words.plain.saved.again(&file))?,
            _ => self.console.say(&self.console.words.plain.saved.first(&file))?,
        }
        self.told = now;
        Ok(())
    }

    /// Says what is worth knowing of the file, unless it was just said.
    pub fn tell_of_file(&mut self) -> io::Result<()> {
        let now = self.workspace.notices().to_vec();
        for notice in now.iter().filter(|notice| !self.told_of_file.contains(notice)) {
            self.console.say(&notice_text(notice, self.console.words))?;
        }
        self.told_of_file = now;
        Ok(())
    }

    /// The last words, and one more attempt to save if need be. Says whether it is time to go.
    pub fn leave(&mut self, ended: bool) -> io::Result<bool> {
        if self.workspace.session().assessment().answers.is_empty() {
            self.console.say(self.console.words.plain.leave.nothing)?;
            return Ok(true);
        }
        if self.workspace.needs_saving() && !self.workspace.save() {
            let why = self.workspace.save_error().map(ToString::to_string).unwrap_or_default();
            let words = &self.console.words.plain.leave;
            self.console.say(&if ended { words.lost(why) } else { words.unsaved(why) })?;
            let go = ended || self.console.yes()?.unwrap_or(true);
            if go && !ended {
                self.console.say(self.console.words.plain.leave.gone)?;
            }
            return Ok(go);
        }
        let (words, file) = (&self.console.words.plain.leave, self.file());
        self.console.say(&if ended { words.ended(file) } else { words.saved(file) })?;
        Ok(true)
    }
}
