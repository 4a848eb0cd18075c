//! A condition as written.

use std::ops::Range;

use jiff::civil::Date;

/// A word of the condition with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// The word itself.
    pub text: String,
    /// Its bytes in the condition.
    pub span: Range<usize>,
}

/// A constant a number or a date is compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Literal {
    /// A whole number.
    Number(i64),
    /// A day.
    Date(Date),
}

/// How a number or a date is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operator {
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// `>`
    More,
    /// `>=`
    AtLeast,
    /// `=`
    Equal,
    /// `!=`
    Unequal,
}

impl Operator {
    /// Every operator, each before those whose sign is a prefix of its own.
    pub const ALL: [Self; 6] = [Self::AtMost, Self::AtLeast, Self::Unequal, Self::Less, Self::More, Self::Equal];

    /// How it is written.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Less => "<",
            Self::AtMost => "<=",
            Self::More => ">",
            Self::AtLeast => ">=",
            Self::Equal => "=",
            Self::Unequal => "!=",
        }
    }
}

/// `> 24`
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// How the value is compared.
    pub operator: Operator,
    /// The bytes of the operator in the condition.
    pub sign: Range<usize>,
    /// What it is compared with.
    pub literal: Literal,
    /// The bytes of the constant in the condition.
    pub span: Range<usize>,
}

/// What a condition tests about the value behind a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Test {
    /// The bare name: a yes-no question, a fact or a reading.
    Holds,
    /// `is x` and `in [x, y]`: the choice is one of these.
    OneOf(Vec<Word>),
    /// `has x` and `has any [x, y]`: at least one of these is ticked.
    HasAny(Vec<Word>),
    /// `has all [x, y]`: each of these is ticked.
    HasAll(Vec<Word>),
    /// A number or a date is compared with a constant.
    Compare(Comparison),
}

/// A condition as written, or a part of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Syntax {
    /// What it is.
    pub form: SyntaxNode,
    /// Its bytes in the whole condition, with the brackets around it.
    pub span: Range<usize>,
}

/// What a condition is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SyntaxNode {
    /// `always`
    Always,
    /// A name and the test of it.
    Atom(Word, Test),
    /// `not a`
    Not(Box<Syntax>),
    /// `a and b`
    All(Vec<Syntax>),
    /// `a or b`
    Any(Vec<Syntax>),
}

impl Syntax {
    /// Calls `see` with every atom, from left to right.
    pub fn visit_atoms<'a>(&'a self, see: &mut impl FnMut(&'a Word, &'a Test)) {
        self.visit_parts(&mut |part| {
            if let SyntaxNode::Atom(name, test) = &part.form {
                see(name, test);
            }
        });
    }

    /// Calls `see` with the condition and each of its parts, from left to right, the whole before
    /// its parts.
    pub fn visit_parts<'a>(&'a self, see: &mut impl FnMut(&'a Self)) {
        see(self);
        match &self.form {
            SyntaxNode::Always | SyntaxNode::Atom(..) => {}
            SyntaxNode::Not(part) => part.visit_parts(see),
            SyntaxNode::All(parts) | SyntaxNode::Any(parts) => parts.iter().for_each(|it| it.visit_parts(see)),
        }
    }
}
