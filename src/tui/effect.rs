//! What is to be done beyond the screen in use: what screens ask for, and what is left to the loop.

use std::path::PathBuf;

use crate::answer::Answer;
use crate::assessment::{Author, Origin};
use crate::export::Format;
use crate::pack::{ObligationId, Pack, QuestionId, ReadingId, SourceId, Who};
use crate::tui::destination::Destination;

/// What a screen wants done.
#[derive(Debug, Clone)]
pub enum Effect {
    /// One step back.
    Back,
    /// To another place.
    Go(Destination),
    /// Starts a new assessment.
    Start,
    /// Opens an answer file; anew under this pack, if so chosen.
    Open(PathBuf, bool),
    /// Gives an answer, once what it changes has been seen.
    Propose(QuestionId, Answer),
    /// Gives an answer.
    Give(QuestionId, Answer),
    /// Changes the answer to a question and comes back.
    Change(QuestionId),
    /// Shows where the answer to a question comes from, to say more of it.
    Origin(QuestionId),
    /// Says where the answer to a question comes from.
    SetOrigin(QuestionId, Origin),
    /// Takes back the last change.
    Undo,
    /// Shows an obligation in full.
    Obligation(ObligationId),
    /// Shows these sources.
    Sources(Vec<SourceId>),
    /// Shows an open legal point.
    Point(ReadingId),
    /// Takes a side on an open legal point, or leaves it open.
    Decide(ReadingId, Option<bool>),
    /// Shows who decided a legal point, to say more of it.
    Author(ReadingId),
    /// Says who decided a legal point, and why.
    SetAuthor(ReadingId, Author),
    /// Writes the report in these forms; over old files, if so chosen.
    Write(Vec<Format>, bool),
    /// Begins a check of a paper beside the open assessment, or goes on with it.
    Check(&'static Pack),
    /// Goes on with the check.
    GoOn,
    /// Goes on with the open assessment, in place of the screen in use.
    GoOnInPlace,
    /// Back to the main assessment, with what the check answers if so chosen.
    TakeOver(bool),
    /// Writes the letter to somebody, over old files if asked to.
    Letter(Who, bool),
    /// Leaves, saved or not.
    LeaveAnyway,
    /// Goes to the assessments, saved or not.
    HomeAnyway,
}

/// What the loop has to do with the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LoopAction {
    /// Go on.
    Nothing,
    /// Stop until the shell goes on with it.
    Suspend,
    /// End.
    Leave,
}
