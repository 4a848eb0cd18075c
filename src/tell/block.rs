//! The pieces of what the program says. Front ends and exports lay them out; none of them changes what
//! they say.

use crate::pack::{ObligationId, Pack, QuestionId, ReadingId, SourceId};

/// What a block leads to: Enter in the full screen, a number in the plain mode, a link in a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// An obligation.
    Obligation(ObligationId),
    /// A question.
    Question(QuestionId),
    /// An open legal point.
    Point(ReadingId),
    /// One provision, or several that stand together.
    Sources(Vec<SourceId>),
}

impl Target {
    /// The name of the entry that it leads to within a document: that of an obligation is its id.
    pub fn anchor(&self, pack: &Pack) -> String {
        match self {
            Self::Obligation(id) => pack.obligation(*id).id.clone(),
            Self::Question(id) => format!("question-{}", pack.question(*id).id),
            Self::Point(id) => format!("point-{}", pack.reading(*id).id),
            Self::Sources(ids) => ids.first().map_or_else(String::new, |id| format!("source-{}", pack.source(*id).id)),
        }
    }
}

/// A text, and what is said beside it in a lower voice: a provision, or "(assumed here)".
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Line {
    /// The text.
    pub text: String,
    /// What is said beside it, in its brackets; often empty.
    pub aside: String,
}

impl Line {
    /// A text with something beside it.
    pub fn with(text: impl Into<String>, aside: impl Into<String>) -> Self {
        Self { text: text.into(), aside: aside.into() }
    }

    /// A line that is said in the lower voice only.
    pub fn quiet(aside: impl Into<String>) -> Self {
        Self::with(String::new(), aside)
    }

    /// Ends it with `ending`, which needs no blank before it.
    pub fn end_with(&mut self, ending: &str) {
        if self.aside.is_empty() { &mut self.text } else { &mut self.aside }.push_str(ending);
    }

    /// All of it as one text.
    pub fn whole(&self) -> String {
        let parts = [self.text.as_str(), &self.aside];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<&str>>().join(" ")
    }
}

impl<T: Into<String>> From<T> for Line {
    fn from(text: T) -> Self {
        Self { text: text.into(), aside: String::new() }
    }
}

/// A piece of what is said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// The heading of a part of an entry.
    Heading(String),
    /// The beginning of an entry that blocks can lead to: an obligation, a source, an open legal point.
    Entry {
        /// What leads here.
        target: Target,
        /// The name that people cite it by, if it has one beside its title.
        id: Option<String>,
        /// What it is called.
        title: String,
    },
    /// A paragraph.
    Text(Line),
    /// A point of a list, below the points of a lesser depth.
    Point {
        /// How deep it stands, from 0.
        depth: usize,
        /// What it says.
        line: Line,
        /// What it leads to.
        target: Option<Target>,
    },
    /// A numbered step.
    Step(usize, Line),
    /// A label and what it labels.
    Pair(String, String),
    /// A label and an address.
    Link(String, String),
}

impl Block {
    /// A point that leads nowhere.
    pub fn point(depth: usize, line: impl Into<Line>) -> Self {
        Self::Point { depth, line: line.into(), target: None }
    }

    /// A point that leads somewhere.
    pub fn leading(depth: usize, line: impl Into<Line>, target: Target) -> Self {
        Self::Point { depth, line: line.into(), target: Some(target) }
    }

    /// A paragraph.
    pub fn text(line: impl Into<Line>) -> Self {
        Self::Text(line.into())
    }
}
