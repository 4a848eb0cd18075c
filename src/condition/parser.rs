//! Reads a condition by recursive descent.

use std::ops::Range;

use crate::condition::fault::Fault;
use crate::condition::lexer::{SpannedToken, Token, tokenize};
use crate::condition::syntax::{Comparison, Operator, Syntax, SyntaxNode, Test, Word};

/// How deep brackets and `not` may be nested.
const MAX_DEPTH: usize = 64;

const KEYWORDS: [&str; 8] = ["and", "or", "not", "is", "in", "has", "always", "any"];

/// Reads `text` as a condition.
///
/// # Errors
/// The first fault of its syntax, with its place in `text`.
pub fn parse(text: &str) -> Result<Syntax, Fault> {
    let tokens = tokenize(text)?;
    let mut parser = Parser { tokens, at: 0, end: text.len(), depth: 0 };
    let whole = parser.joined()?;
    match parser.peek() {
        None => Ok(whole),
        Some(_) => Err(parser.unexpected("`and`, `or` or the end of the condition")),
    }
}

struct Parser {
    tokens: Vec<SpannedToken>,
    at: usize,
    end: usize,
    depth: usize,
}

impl Parser {
    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at).map(|(token, _)| token)
    }

    fn span(&self) -> Range<usize> {
        let here = self.tokens.get(self.at).map(|(_, span)| span.clone());
        here.unwrap_or(self.end..self.end)
    }

    /// Where the last token that was read ends.
    fn last_end(&self) -> usize {
        let last = self.at.checked_sub(1).and_then(|it| self.tokens.get(it));
        last.map_or(0, |(_, span)| span.end)
    }

    fn take(&mut self, word: &str) -> bool {
        let found = matches!(self.peek(), Some(Token::Word(next)) if next == word);
        self.at += usize::from(found);
        found
    }

    fn take_sign(&mut self, sign: char) -> bool {
        let found = self.peek() == Some(&Token::Sign(sign));
        self.at += usize::from(found);
        found
    }

    fn unexpected(&self, wanted: &str) -> Fault {
        let message = match self.peek() {
            None => format!("the condition ends where {wanted} should be"),
            Some(_) => format!("expected {wanted} here"),
        };
        Fault::new("syntax", self.span(), message)
    }

    fn joined(&mut self) -> Result<Syntax, Fault> {
        let start = self.span().start;
        let first = self.term()?;
        let (word, other) = match self.peek() {
            Some(Token::Word(next)) if next == "and" => ("and", "or"),
            Some(Token::Word(next)) if next == "or" => ("or", "and"),
            _ => return Ok(first),
        };
        let mut parts = vec![first];
        while self.take(word) {
            parts.push(self.term()?);
        }
        if matches!(self.peek(), Some(Token::Word(next)) if next == other) {
            let fault = Fault::new("mixed-joins", self.span(), "`and` and `or` are mixed without parentheses");
            return Err(fault.help("put parentheses around the part that belongs together"));
        }
        let form = if word == "and" { SyntaxNode::All(parts) } else { SyntaxNode::Any(parts) };
        Ok(Syntax { form, span: start..self.last_end() })
    }

    fn term(&mut self) -> Result<Syntax, Fault> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(Fault::new("too-deep", self.span(), format!("nested deeper than {MAX_DEPTH}"))
                .help("move a part of it into a fact"));
        }
        let opened = self.span();
        let form = if self.take("not") {
            SyntaxNode::Not(Box::new(self.term()?))
        } else if self.take_sign('(') {
            let inner = self.joined()?;
            if !self.take_sign(')') {
                let fault = Fault::new("unclosed", opened, "this parenthesis is never closed");
                return Err(fault.help("add a `)`"));
            }
            inner.form
        } else {
            self.atom()?
        };
        self.depth -= 1;
        Ok(Syntax { form, span: opened.start..self.last_end() })
    }

    fn atom(&mut self) -> Result<SyntaxNode, Fault> {
        if self.take("always") {
            return Ok(SyntaxNode::Always);
        }
        let name = self.word("a name")?;
        let test = if self.take("is") {
            Test::OneOf(vec![self.word("an option")?])
        } else if self.take("in") {
            Test::OneOf(self.list()?)
        } else if self.take("has") {
            self.has()?
        } else if let Some(Token::Operator(operator)) = self.peek() {
            let (operator, sign) = (*operator, self.span());
            self.at += 1;
            self.compared(operator, sign)?
        } else {
            Test::Holds
        };
        Ok(SyntaxNode::Atom(name, test))
    }

    fn has(&mut self) -> Result<Test, Fault> {
        if self.take("any") {
            Ok(Test::HasAny(self.list()?))
        } else if self.take("all") {
            Ok(Test::HasAll(self.list()?))
        } else {
            Ok(Test::HasAny(vec![self.word("an option, `any` or `all`")?]))
        }
    }

    fn compared(&mut self, operator: Operator, sign: Range<usize>) -> Result<Test, Fault> {
        let span = self.span();
        let Some(Token::Literal(literal)) = self.peek() else {
            let fault = self.unexpected("a number or a date");
            return Err(fault.help("for a special value write `is`, as in `NAME is VALUE`"));
        };
        let literal = *literal;
        self.at += 1;
        Ok(Test::Compare(Comparison { operator, sign, literal, span }))
    }

    fn list(&mut self) -> Result<Vec<Word>, Fault> {
        let opened = self.span();
        if !self.take_sign('[') {
            return Err(self.unexpected("a list such as `[a, b]`"));
        }
        let mut words = vec![self.word("an option")?];
        while self.take_sign(',') {
            words.push(self.word("an option")?);
        }
        if self.take_sign(']') {
            return Ok(words);
        }
        match self.peek() {
            None => Err(Fault::new("unclosed", opened, "this list is never closed").help("add a `]`")),
            Some(_) => Err(self.unexpected("`,` or `]`")),
        }
    }

    fn word(&mut self, wanted: &str) -> Result<Word, Fault> {
        match self.peek() {
            Some(Token::Word(text)) if !KEYWORDS.contains(&text.as_str()) => {
                let word = Word { text: text.clone(), span: self.span() };
                self.at += 1;
                Ok(word)
            }
            _ => Err(self.unexpected(wanted)),
        }
    }
}
