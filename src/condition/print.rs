//! Writes a condition as text, in the one form that reads back as the same condition.

use std::fmt::{Display, Formatter, Result};

use crate::condition::syntax::{Literal, Operator, Syntax, Test, Word};

impl Display for Syntax {
    fn fmt(&self, to: &mut Formatter<'_>) -> Result {
        match self {
            Self::Always => to.write_str("always"),
            Self::Atom(name, test) => write!(to, "{}{test}", name.text),
            Self::Not(part) => write!(to, "not {}", Term(part)),
            Self::All(parts) => joined(to, parts, " and "),
            Self::Any(parts) => joined(to, parts, " or "),
        }
    }
}

/// A part that stands beside others: what joins parts of its own needs brackets.
struct Term<'a>(&'a Syntax);

impl Display for Term<'_> {
    fn fmt(&self, to: &mut Formatter<'_>) -> Result {
        match self.0 {
            Syntax::All(_) | Syntax::Any(_) => write!(to, "({})", self.0),
            _ => write!(to, "{}", self.0),
        }
    }
}

fn joined(to: &mut Formatter<'_>, parts: &[Syntax], word: &str) -> Result {
    for (at, part) in parts.iter().enumerate() {
        let before = if at == 0 { "" } else { word };
        write!(to, "{before}{}", Term(part))?;
    }
    Ok(())
}

impl Display for Test {
    fn fmt(&self, to: &mut Formatter<'_>) -> Result {
        match self {
            Self::Holds => Ok(()),
            Self::OneOf(words) => match words.as_slice() {
                [word] => write!(to, " is {}", word.text),
                _ => write!(to, " in {}", List(words)),
            },
            Self::HasAny(words) => match words.as_slice() {
                // `all` behind `has` starts a list, so an option of that name stands in one.
                [word] if word.text != "all" => write!(to, " has {}", word.text),
                _ => write!(to, " has any {}", List(words)),
            },
            Self::HasAll(words) => write!(to, " has all {}", List(words)),
            Self::Compare(operator, literal, _) => write!(to, " {operator} {literal}"),
        }
    }
}

struct List<'a>(&'a [Word]);

impl Display for List<'_> {
    fn fmt(&self, to: &mut Formatter<'_>) -> Result {
        let words: Vec<&str> = self.0.iter().map(|it| it.text.as_str()).collect();
        write!(to, "[{}]", words.join(", "))
    }
}

impl Display for Operator {
    fn fmt(&self, to: &mut Formatter<'_>) -> Result {
        to.write_str(match self {
            Self::Less => "<",
            Self::AtMost => "<=",
            Self::More => ">",
            Self::AtLeast => ">=",
            Self::Equal => "=",
            Self::Unequal => "!=",
        })
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
