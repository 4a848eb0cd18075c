//! Which parts of the conditions the examples show to decide alone, as tests of aircraft software
//! do (MC/DC): an example does not test a condition if no single part of it matters there.

use std::ops::Range;

use crate::boxes::{Knowledge, Primes, Status};
use crate::condition::{Rule, Syntax, SyntaxNode, Vocabulary, resolve};
use crate::example::claim::Example;
use crate::interview::Interview;
use crate::pack::{Files, Holder, Pack, Spot, Written, WrittenCondition, read_written};

/// One occurrence of a name and its test, in one condition.
#[derive(Debug, Clone)]
pub struct Atom {
    /// The holder of the condition.
    pub of: Holder,
    /// As it is written.
    pub text: String,
    /// Where it is.
    pub spot: Spot,
    /// Whether some example shows it to decide alone: the condition holds or fails there, and
    /// negating only this atom would reverse that.
    pub shown: bool,
}

/// Returns every atom of the pack that `files` state, in their order.
pub fn find_atoms(pack: &Pack, files: &Files, examples: &[Example]) -> Vec<Atom> {
    let mut interview = Interview::new(pack);
    let known: Vec<Knowledge> = examples.iter().map(|it| interview.replay(&it.assessment).known).collect();
    let search = AtomSearch { pack, vocabulary: &pack.vocabulary(), known: &known };
    let Written { conditions, .. } = read_written(files);
    let mut atoms: Vec<Atom> = conditions.iter().flat_map(|it| search.atoms(it, files)).collect();
    atoms.sort_by_key(|it| (it.spot.file, it.spot.span.start));
    atoms
}

struct AtomSearch<'a> {
    pack: &'a Pack,
    vocabulary: &'a Vocabulary,
    /// What each example establishes.
    known: &'a [Knowledge],
}

impl AtomSearch<'_> {
    fn atoms(&self, condition: &WrittenCondition, files: &Files) -> Vec<Atom> {
        let as_is = self.statuses(&condition.syntax);
        let mut atoms = Vec::new();
        condition.syntax.visit_parts(&mut |part| {
            if let SyntaxNode::Atom(..) = part.form {
                let spot = condition.spot_of(&part.span);
                let other = self.statuses(&negated(&condition.syntax, &part.span));
                let shown = as_is.iter().zip(&other).any(|(one, other)| are_opposite(*one, *other));
                atoms.push(Atom { of: condition.of, text: files.text_at(&spot).to_owned(), spot, shown });
            }
        });
        atoms
    }

    /// Returns the status of the condition in each example.
    fn statuses(&self, syntax: &Syntax) -> Vec<Status> {
        let rule = resolve(syntax, self.vocabulary).unwrap_or(Rule::Any(Vec::new()));
        let formula = rule.formula(&self.pack.fact_rules, &self.pack.space);
        match Primes::compile(&formula, &self.pack.space) {
            Ok(primes) => self.known.iter().map(|it| primes.status(it)).collect(),
            // No example decides a condition too large to be compiled alone.
            Err(_) => Vec::new(),
        }
    }
}

fn are_opposite(one: Status, other: Status) -> bool {
    matches!((one, other), (Status::Yes, Status::No) | (Status::No, Status::Yes))
}

/// `syntax` with the part at `span` negated.
fn negated(syntax: &Syntax, span: &Range<usize>) -> Syntax {
    if syntax.span == *span {
        return Syntax { form: SyntaxNode::Not(Box::new(syntax.clone())), span: span.clone() };
    }
    let each = |parts: &[Syntax]| parts.iter().map(|it| negated(it, span)).collect();
    let form = match &syntax.form {
        SyntaxNode::Not(part) => SyntaxNode::Not(Box::new(negated(part, span))),
        SyntaxNode::All(parts) => SyntaxNode::All(each(parts)),
        SyntaxNode::Any(parts) => SyntaxNode::Any(each(parts)),
        SyntaxNode::Always | SyntaxNode::Atom(..) => syntax.form.clone(),
    };
    Syntax { form, span: syntax.span.clone() }
}
