//! The template of a paper, and its filling from answers.

use crate::answer::Answer;
use crate::pack::{ObligationId, QuestionId, SourceId};
use crate::phrase;
use crate::session::Session;
use crate::words::Words;

/// The template of one kind of paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    /// Its name on the command line.
    pub id: String,
    /// What the paper is called.
    pub title: String,
    /// The purpose of the paper.
    pub about: String,
    /// The obligations it answers.
    pub obligations: Vec<ObligationId>,
    /// The elements that the law requires of it.
    pub required: Vec<Element>,
    /// What it says, in order.
    pub passages: Vec<Passage>,
}

/// Something that the law requires of a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element {
    /// Its name.
    pub name: String,
    /// The provision that requires it.
    pub provision: SourceId,
}

/// A part of a paper, under its heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// Its heading.
    pub heading: String,
    /// Its paragraphs.
    pub text: Vec<Paragraph>,
    /// The provisions that it answers; empty if it only completes the paper.
    pub provisions: Vec<SourceId>,
    /// The required element it answers.
    pub element: Option<String>,
    /// Where it stands.
    pub part: PassagePart,
}

/// Where a passage stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PassagePart {
    /// In the paper.
    Paper,
    /// Apart, at its end: sound practice that no provision requires.
    Optional,
    /// Before the paper and not part of it: what the business should know when using it.
    Aside,
}

/// A paragraph, or a point of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// Whether it is a point of a list.
    pub is_point: bool,
    /// The pieces that make it up.
    pub pieces: Vec<Piece>,
}

/// A piece of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Words as they stand.
    Words(String),
    /// The answer to a question, or a gap with this text if there is none.
    Blank(QuestionId, String),
    /// A gap that no answer fills and the business must.
    Gap(String),
}

/// A template with the answers of a session.
pub struct Filling<'a> {
    session: &'a Session<'a>,
    words: &'a Words,
    /// The gaps so far, in order, each once.
    gaps: Vec<String>,
}

impl<'a> Filling<'a> {
    /// Creates a filling without gaps.
    pub fn new(session: &'a Session<'a>, words: &'a Words) -> Self {
        Self { session, words, gaps: Vec::new() }
    }

    /// Returns the text of `paragraph` and records its gaps.
    pub fn text(&mut self, paragraph: &Paragraph) -> String {
        paragraph.pieces.iter().map(|it| self.piece(it)).collect()
    }

    /// Returns the gaps in all text so far.
    pub fn gaps(self) -> Vec<String> {
        self.gaps
    }

    fn piece(&mut self, piece: &Piece) -> String {
        match piece {
            Piece::Words(text) => text.clone(),
            Piece::Blank(id, what) => self.answer(*id).unwrap_or_else(|| self.gap(what)),
            Piece::Gap(what) => self.gap(what),
        }
    }

    fn gap(&mut self, what: &str) -> String {
        if !self.gaps.iter().any(|gap| gap == what) {
            self.gaps.push(what.to_owned());
        }
        self.words.draft.gap(what)
    }

    /// Returns the answer to `id` in words, if it counts and says something that can stand in a
    /// paper.
    fn answer(&self, id: QuestionId) -> Option<String> {
        let answer = &self.session.assessment().answers.get(&id)?.answer;
        let says = match answer {
            Answer::Text(text) => !text.trim().is_empty(),
            Answer::Any(ticked, rest_unsure) => !ticked.is_empty() && !rest_unsure,
            Answer::One(_) | Answer::Number(_) | Answer::Date(_) => true,
            Answer::Unsure | Answer::YesNo(_) | Answer::Special(_) => false,
        };
        let counts = !self.session.progress().replay.set_aside.contains(&id);
        let question = self.session.pack().question(id);
        (says && counts).then(|| phrase::answer_text(answer, question, self.words))
    }
}
