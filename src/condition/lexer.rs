//! Splits a condition into tokens with their places.

use std::ops::Range;

use crate::condition::fault::Fault;
use crate::condition::syntax::{Literal, Operator};
use crate::condition::vocabulary::parse_iso_day;

/// One token of a condition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Token {
    /// A name or a keyword.
    Word(String),
    /// A number or a date.
    Literal(Literal),
    /// A comparison.
    Operator(Operator),
    /// One of `( ) [ ] ,`
    Sign(char),
}

/// A token and its bytes in the condition.
pub type SpannedToken = (Token, Range<usize>);

/// The tokens of `text`.
pub fn tokenize(text: &str) -> Result<Vec<SpannedToken>, Fault> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let len = match rest.chars().next() {
            Some(space) if space.is_whitespace() => space.len_utf8(),
            Some(_) => {
                let (token, len) = token(rest, at)?;
                found.push((token, at..at + len));
                len
            }
            None => break,
        };
        at += len;
    }
    Ok(found)
}

fn token(rest: &str, at: usize) -> Result<(Token, usize), Fault> {
    if let Some((operator, len)) = operator(rest) {
        return Ok((Token::Operator(operator), len));
    }
    let first = rest.chars().next().unwrap_or_default();
    if matches!(first, '(' | ')' | '[' | ']' | ',') {
        return Ok((Token::Sign(first), 1));
    }
    let word: String =
        rest.chars().take_while(|character| character.is_alphanumeric() || matches!(character, '_' | '-')).collect();
    let span = at..at + word.len().max(first.len_utf8());
    if first.is_ascii_digit() || (first == '-' && word.len() > 1) {
        let literal = literal(&word).ok_or_else(|| {
            Fault::new("bad-value", span, format!("`{word}` is neither a whole number nor a date"))
                .help("write numbers as `24` and dates as `2025-07-01`")
        })?;
        return Ok((Token::Literal(literal), word.len()));
    }
    if first.is_ascii_lowercase() && word.chars().all(|character| character.is_ascii_alphanumeric() || character == '_')
    {
        let len = word.len();
        return Ok((Token::Word(word), len));
    }
    let shown = if word.is_empty() { first.to_string() } else { word };
    Err(Fault::new("bad-token", span, format!("`{}` is not allowed in a condition", shown.escape_debug()))
        .help(instead_of(first)))
}

fn instead_of(first: char) -> &'static str {
    match first {
        '&' => "write `and`",
        '|' => "write `or`",
        '!' => "write `not`",
        '.' => "write whole numbers only",
        _ => "a name has lowercase letters, digits and `_`; to refer to an obligation, use a fact",
    }
}

fn literal(word: &str) -> Option<Literal> {
    if let Ok(number) = word.parse() {
        return Some(Literal::Number(number));
    }
    parse_iso_day(word).map(Literal::Date)
}

fn operator(rest: &str) -> Option<(Operator, usize)> {
    let found = Operator::ALL.into_iter().find(|operator| rest.starts_with(operator.sign()))?;
    Some((found, found.sign().len()))
}
