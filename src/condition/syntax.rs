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

/// What is asked of the value behind a name.
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
    /// `> 24`
    Compare(Operator, Literal, Range<usize>),
}

/// A condition as written, with places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Syntax {
    /// `always`
    Always,
    /// A name and what is asked of it.
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
    pub fn atoms<'a>(&'a self, see: &mut impl FnMut(&'a Word, &'a Test)) {
        match self {
            Self::Always => {}
            Self::Atom(name, test) => see(name, test),
            Self::Not(part) => part.atoms(see),
            Self::All(parts) | Self::Any(parts) => parts.iter().for_each(|it| it.atoms(see)),
        }
    }
}
