//! Mutants of a condition.

use std::collections::BTreeSet;
use std::ops::Range;

use jiff::civil::Date;

use crate::condition::{Comparison, Literal, Operator, Syntax, SyntaxNode, Test, Word};
use crate::mutant::slip::{Mutant, MutantKind};
use crate::pack::{Files, Pack, WrittenCondition};

/// Returns every mutant of `condition`, each once.
pub fn condition_mutants(condition: &WrittenCondition, pack: &Pack, files: &Files) -> Vec<Mutant> {
    let text = files.text_at(&condition.spot);
    let mut edits = Edits { pack, text, found: Vec::new() };
    edits.whole(&condition.syntax);
    condition.syntax.visit_parts(&mut |part| edits.part(part));
    let mut seen = BTreeSet::new();
    edits.found.retain(|edit| seen.insert(edit.result(text)));
    let mutant = |it: Edit| Mutant { kind: it.kind, spot: condition.spot_of(&it.span), text: it.text };
    edits.found.into_iter().map(mutant).collect()
}

/// An edit of the text of a condition.
struct Edit {
    kind: MutantKind,
    span: Range<usize>,
    text: String,
}

impl Edit {
    fn result(&self, of: &str) -> String {
        let piece = |range: Range<usize>| of.get(range).unwrap_or_default();
        format!("{}{}{}", piece(0..self.span.start), self.text, piece(self.span.end..of.len()))
    }
}

struct Edits<'a> {
    pack: &'a Pack,
    text: &'a str,
    found: Vec<Edit>,
}

impl Edits<'_> {
    fn add(&mut self, kind: MutantKind, span: &Range<usize>, text: impl Into<String>) {
        self.found.push(Edit { kind, span: span.clone(), text: text.into() });
    }

    fn piece(&self, span: Range<usize>) -> &str {
        self.text.get(span).unwrap_or_default()
    }

    fn whole(&mut self, syntax: &Syntax) {
        if !matches!(syntax.form, SyntaxNode::Atom(..)) {
            let text = format!("not ({})", self.piece(syntax.span.clone()));
            self.add(MutantKind::Negated, &syntax.span, text);
        }
    }

    fn part(&mut self, part: &Syntax) {
        match &part.form {
            SyntaxNode::Always | SyntaxNode::Not(_) => {}
            SyntaxNode::All(parts) => self.joined(parts, "and", "or"),
            SyntaxNode::Any(parts) => self.joined(parts, "or", "and"),
            SyntaxNode::Atom(name, asked) => {
                let text = format!("not {}", self.piece(part.span.clone()));
                self.add(MutantKind::Negated, &part.span, text);
                self.atom(name, asked);
            }
        }
    }

    /// Adds edits that drop each part, and one that swaps `word` for `other`.
    fn joined(&mut self, parts: &[Syntax], word: &str, other: &str) {
        let spans: Vec<Range<usize>> = parts.iter().map(|it| it.span.clone()).collect();
        for span in without_one(&spans) {
            self.add(MutantKind::Dropped, &span, "");
        }
        let (Some(first), Some(last)) = (spans.first(), spans.last()) else { return };
        let mut text = self.piece(first.clone()).to_owned();
        for pair in spans.windows(2) {
            if let [one, next] = pair {
                text += &self.piece(one.end..next.start).replacen(word, other, 1);
                text += self.piece(next.clone());
            }
        }
        self.add(MutantKind::Joined, &(first.start..last.end), text);
    }

    fn atom(&mut self, name: &Word, test: &Test) {
        match test {
            Test::Holds => {}
            Test::Compare(comparison) => self.compared(comparison),
            Test::OneOf(words) => self.options(name, words),
            Test::HasAny(words) => {
                self.options(name, words);
                self.quantifier(name, words, "any", "all");
            }
            Test::HasAll(words) => {
                self.options(name, words);
                self.quantifier(name, words, "all", "any");
            }
        }
    }

    fn compared(&mut self, of: &Comparison) {
        for operator in others(of.operator) {
            self.add(MutantKind::Operator, &of.sign, operator.sign());
        }
        for text in near(of.literal) {
            self.add(MutantKind::Threshold, &of.span, text);
        }
    }

    /// Adds edits that drop each option of a list, or replace a single option by each other one.
    fn options(&mut self, name: &Word, words: &[Word]) {
        let spans: Vec<Range<usize>> = words.iter().map(|it| it.span.clone()).collect();
        let pack = self.pack;
        match words {
            [word] => {
                let question = pack.question_by_id(&name.text).map(|it| pack.question(it));
                let ids = question.into_iter().flat_map(|it| &it.choices).map(|it| it.id.as_str());
                for id in ids.filter(|other| *other != word.text) {
                    self.add(MutantKind::OtherOption, &word.span, id);
                }
            }
            _ => without_one(&spans).iter().for_each(|it| self.add(MutantKind::OptionDropped, it, "")),
        }
    }

    fn quantifier(&mut self, name: &Word, words: &[Word], word: &str, other: &str) {
        let Some(first) = words.first().filter(|_| words.len() > 1) else { return };
        let span = name.span.end..first.span.start;
        let text = self.piece(span.clone()).replacen(word, other, 1);
        self.add(MutantKind::Quantifier, &span, text);
    }
}

/// Returns, for each of `spans`, which are separated by something, what to remove for it to be
/// gone.
fn without_one(spans: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for pair in spans.windows(2) {
        if let [one, next] = pair {
            found.push(one.start..next.start);
        }
    }
    if let [.., before, last] = spans {
        found.push(before.end..last.end);
    }
    found
}

/// Returns the operators that could be meant instead.
fn others(operator: Operator) -> Vec<Operator> {
    match operator {
        Operator::Less => vec![Operator::AtMost, Operator::More],
        Operator::AtMost => vec![Operator::Less, Operator::AtLeast],
        Operator::More => vec![Operator::AtLeast, Operator::Less],
        Operator::AtLeast => vec![Operator::More, Operator::AtMost],
        Operator::Equal => vec![Operator::Unequal],
        Operator::Unequal => vec![Operator::Equal],
    }
}

/// Returns the constants next to this one.
fn near(literal: Literal) -> Vec<String> {
    match literal {
        Literal::Number(number) => {
            [number.checked_sub(1), number.checked_add(1)].into_iter().flatten().map(|it| it.to_string()).collect()
        }
        Literal::Date(date) => {
            let days = [date.yesterday().ok(), date.tomorrow().ok()];
            days.into_iter().flatten().map(|it: Date| it.to_string()).collect()
        }
    }
}
