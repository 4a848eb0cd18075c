//! Explains one name of a pack: its condition read back, its sentences, its sources, and where it
//! is used.

mod find;
mod law;
mod obligation;
mod question;
mod uses;

use crate::export::DocBlock;
use crate::pack::Pack;
use crate::words::Words;

pub use find::{Subject, all_names, find_subjects, names_starting_with, nearest_subject};
pub use uses::{By, SearchTarget, Use, UsePlace, find_uses};

/// Returns the document that explains `subject`.
pub fn explain(subject: Subject, pack: &Pack, words: &Words) -> Vec<DocBlock> {
    let mut page = ExplainPage { pack, words, blocks: Vec::new() };
    match subject {
        Subject::Obligation(id) => page.obligation(pack.obligation(id)),
        Subject::Question(id) => page.question(id),
        Subject::Option(id, at) => page.option(id, at),
        Subject::Fact(id) => page.fact(id),
        Subject::Reading(id) => page.reading(id),
        Subject::Source(id) => page.source(id),
    }
    page.blocks
}

struct ExplainPage<'a> {
    pack: &'a Pack,
    words: &'a Words,
    blocks: Vec<DocBlock>,
}

impl ExplainPage<'_> {
    /// Adds the title: the name and the kind of the subject.
    fn title(&mut self, kind: &str, id: &str) {
        self.blocks.push(DocBlock::Heading(1, self.words.views.explain.title(id, kind)));
    }

    fn heading(&mut self, name: &str) {
        self.blocks.push(DocBlock::Heading(2, name.to_owned()));
    }

    fn text(&mut self, text: &str) {
        self.blocks.push(DocBlock::Text(text.to_owned()));
    }

    fn pair(&mut self, label: &str, text: &str) {
        self.blocks.push(DocBlock::Pair(label.to_owned(), text.to_owned()));
    }

    fn point(&mut self, depth: usize, text: String) {
        self.blocks.push(DocBlock::Point(depth, text));
    }

    /// Adds a heading with points below it, if there are any.
    fn list(&mut self, name: &str, points: Vec<String>) {
        if !points.is_empty() {
            self.heading(name);
            self.blocks.extend(points.into_iter().map(|it| DocBlock::Point(0, it)));
        }
    }
}
