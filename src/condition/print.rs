//! Prints a condition in the one form that parses as the same condition.

use std::fmt::{Display, Formatter, Result};

use crate::condition::syntax::{Literal, Syntax, SyntaxNode, Test, Word};

impl Display for Syntax {
    fn fmt(&self, to: &mut Formatter<'_>) -> Result {
        match &self.form {
            SyntaxNode::Always => to.write_str("always"),
            SyntaxNode::Atom(name, test) => write!(to, "{}{test}", name.text),
            SyntaxNode::Not(part) => write!(to, "not {}", PrintedPart(part)),
            SyntaxNode::All(parts) => joined(to, parts, " and "),
            SyntaxNode::Any(parts) => joined(to, parts, " or "),
        }
    }
}

/// A part that stands beside others: it needs brackets if it joins parts of its own.
struct PrintedPart<'a>(&'a Syntax);

impl Display for PrintedPart<'_> {
    fn fmt(&self, to: &mut Formatter<'_>) -> Result {
        match self.0.form {
            SyntaxNode::All(_) | SyntaxNode::Any(_) => write!(to, "({})", self.0),
            _ => write!(to, "{}", self.0),
        }
    }
}

fn joined(to: &mut Formatter<'_>, parts: &[Syntax], word: &str) -> Result {
    for (at, part) in parts.iter().enumerate() {
        let before = if at == 0 { "" } else { word };
        write!(to, "{before}{}", PrintedPart(part))?;
    }
    Ok(())
}

impl Display for Test {
    fn fmt(&self, to: &mut Formatter<'_>) -> Result {
        match self {
            Self::Holds => Ok(()),
            Self::OneOf(words) => match words.as_slice() {
                [word] => write!(to, " is {}", word.text),
                _ => write!(to, " in {}", WordList(words)),
            },
            Self::HasAny(words) => match words.as_slice() {
                // `all` after `has` starts a list, so a lone option of that name is printed as a
                // list.
                [word] if word.text != "all" => write!(to, " has {}", word.text),
                _ => write!(to, " has any {}", WordList(words)),
            },
            Self::HasAll(words) => write!(to, " has all {}", WordList(words)),
            Self::Compare(comparison) => write!(to, " {} {}", comparison.operator.sign(), comparison.literal),
        }
    }
}

struct WordList<'a>(&'a [Word]);

impl Display for WordList<'_> {
    fn fmt(&self, to: &mut Formatter<'_>) -> Result {
        let words: Vec<&str> = self.0.iter().map(|it| it.text.as_str()).collect();
        write!(to, "[{}]", words.join(", "))
    }
}

impl Display for Literal {
    fn fmt(&self, to: &mut Formatter<'_>) -> Result {
        match self {
            Self::Number(number) => write!(to, "{number}"),
            Self::Date(date) => write!(to, "{date}"),
        }
    }
}
