use obligato::condition::{Comparison, Literal, Operator, Syntax, SyntaxNode, Test, Word, parse};

use crate::fuzzed::assert_plain;

/// A condition is read, or refused in plain words at a place within it; what is printed of it is read back as
/// the same condition.
pub fn check(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    match parse(text) {
        Ok(syntax) => {
            let printed = syntax.to_string();
            let read = parse(&printed).unwrap_or_else(|fault| unreachable!("{printed:?}: {fault:?}"));
            assert!(is_same(&syntax, &read), "{text:?} is printed as {printed:?}");
        }
        Err(fault) => {
            assert!(text.get(fault.span.clone()).is_some(), "{fault:?} is not within {text:?}");
            assert_plain(&fault.message);
            assert_plain(fault.help.as_deref().unwrap_or_default());
        }
    }
}

/// Whether two conditions are the same, wherever their parts stand.
fn is_same(one: &Syntax, other: &Syntax) -> bool {
    match (&one.form, &other.form) {
        (SyntaxNode::Always, SyntaxNode::Always) => true,
        (SyntaxNode::Atom(name, test), SyntaxNode::Atom(as_name, as_test)) => {
            name.text == as_name.text && tested(test) == tested(as_test)
        }
        (SyntaxNode::Not(part), SyntaxNode::Not(as_part)) => is_same(part, as_part),
        (SyntaxNode::All(parts), SyntaxNode::All(as_parts)) | (SyntaxNode::Any(parts), SyntaxNode::Any(as_parts)) => {
            parts.len() == as_parts.len() && parts.iter().zip(as_parts).all(|(part, as_part)| is_same(part, as_part))
        }
        _ => false,
    }
}

/// What is tested: how, against which words, against which constant.
fn tested(test: &Test) -> (&str, Vec<&str>, Option<(Operator, Literal)>) {
    match test {
        Test::Holds => ("holds", Vec::new(), None),
        Test::OneOf(words) => ("one of", texts_of(words), None),
        Test::HasAny(words) => ("any of", texts_of(words), None),
        Test::HasAll(words) => ("all of", texts_of(words), None),
        Test::Compare(Comparison { operator, literal, .. }) => ("compared", Vec::new(), Some((*operator, *literal))),
    }
}

fn texts_of(words: &[Word]) -> Vec<&str> {
    words.iter().map(|word| word.text.as_str()).collect()
}
