//! The language of conditions: any text is read or refused, and what is printed is read back.

use obligato::condition::{Comparison, Literal, Operator, Syntax, SyntaxNode, Test, Word, parse};

use crate::oracle::tape::{Tape, for_all};

const PIECES: [&str; 34] = [
    "and",
    "or",
    "not",
    "is",
    "in",
    "has",
    "any",
    "all",
    "always",
    "(",
    ")",
    "[",
    "]",
    ",",
    "<",
    "<=",
    ">",
    ">=",
    "=",
    "!=",
    "!",
    "a",
    "b_2",
    "24",
    "-3",
    "2025-07-01",
    "2025-13-01",
    "99999999999999999999",
    " ",
    "\t",
    "é",
    "\u{202e}",
    "A-1",
    "-",
];

/// Reads `text` and checks that a fault lies within it, and that what can be read can be printed.
fn read(text: &str) {
    match parse(text) {
        Ok(syntax) => {
            let printed = syntax.to_string();
            let again = parse(&printed).unwrap_or_else(|fault| panic!("{fault:?} in {printed}, from {text:?}"));
            assert_eq!(again.to_string(), printed);
            assert_eq!(without_places(again), without_places(syntax), "{printed}, from {text:?}");
        }
        Err(fault) => {
            assert!(fault.span.start <= fault.span.end && fault.span.end <= text.len(), "{fault:?} in {text:?}");
            assert!(text.get(fault.span.clone()).is_some(), "{fault:?} cuts a character of {text:?}");
            assert!(!fault.message.is_empty());
        }
    }
}

#[test]
fn any_pieces_are_read_or_refused() {
    for_all(6_000, 40, |tape| {
        let pieces: Vec<&str> = (0..tape.pick(30)).map(|_| tape.of(&PIECES)).collect();
        read(&pieces.join(tape.of(&[" ", ""])));
    });
}

#[test]
fn any_text_is_read_or_refused() {
    for_all(4_000, 60, |tape| {
        let text = |tape: &mut Tape| char::from_u32(u32::try_from(tape.pick(0x0011_0000)).unwrap_or(0));
        let ascii = |tape: &mut Tape| char::from_u32(u32::try_from(tape.pick(128)).unwrap_or(0));
        let of = tape.pick(2);
        let chars = (0..tape.pick(40)).filter_map(|_| if of == 0 { text(tape) } else { ascii(tape) });
        read(&chars.collect::<String>());
    });
}

#[test]
fn what_is_printed_is_read_back() {
    for_all(4_000, 80, |tape| {
        let syntax = made(tape, 4);
        let text = syntax.to_string();
        let read = parse(&text).unwrap_or_else(|fault| panic!("{fault:?} in {text}"));
        assert_eq!(without_places(read), syntax, "{text}");
    });
}

/// What stands at the place of a part is that part: whoever changes a condition relies on it.
#[test]
fn places_are_those_of_the_parts() {
    for_all(4_000, 80, |tape| {
        let text = made(tape, 4).to_string();
        let whole = parse(&text).unwrap_or_else(|fault| panic!("{fault:?} in {text}"));
        assert_eq!(whole.span, 0..text.len());
        whole.visit_parts(&mut |part| {
            let alone = parse(&text[part.span.clone()]).unwrap_or_else(|fault| panic!("{fault:?} in {text}"));
            assert_eq!(without_places(alone), without_places(part.clone()), "{text}");
            if let SyntaxNode::Atom(_, Test::Compare(it)) = &part.form {
                assert_eq!(&text[it.sign.clone()], it.operator.sign());
                assert!(it.sign.end < it.span.start && it.span.end == part.span.end, "{text}");
            }
        });
    });
}

#[test]
fn nesting_has_an_end() {
    for (open, close) in [("(", ")"), ("not ", ""), ("not (", ")")] {
        for depth in [1, 10, 60, 64, 65, 1_000, 200_000] {
            read(&format!("{}a{}", open.repeat(depth), close.repeat(depth)));
        }
    }
}

fn made(tape: &mut Tape, depth: usize) -> Syntax {
    let parts = |tape: &mut Tape| (0..2 + tape.pick(3)).map(|_| made(tape, depth - 1)).collect();
    let form = match if depth == 0 { 9 } else { tape.pick(10) } {
        0..=2 => SyntaxNode::All(parts(tape)),
        3..=5 => SyntaxNode::Any(parts(tape)),
        6 => SyntaxNode::Not(Box::new(made(tape, depth - 1))),
        7 => SyntaxNode::Always,
        _ => SyntaxNode::Atom(word(tape), test(tape)),
    };
    Syntax { form, span: 0..0 }
}

fn word(tape: &mut Tape) -> Word {
    let text = tape.of(&["a", "b", "is_it", "all", "not_2", "x9"]);
    Word { text: text.to_owned(), span: 0..0 }
}

fn test(tape: &mut Tape) -> Test {
    let words = |tape: &mut Tape, least: usize| (0..least + tape.pick(3)).map(|_| word(tape)).collect();
    match tape.pick(5) {
        0 => Test::Holds,
        1 => Test::OneOf(words(tape, 1)),
        2 => Test::HasAny(words(tape, 1)),
        3 => Test::HasAll(words(tape, 1)),
        _ => {
            let date = jiff::civil::date(2024, 2, 29);
            let numbers = [Literal::Number(0), Literal::Number(-7), Literal::Number(i64::MIN), Literal::Date(date)];
            let (operator, literal) = (tape.of(&Operator::ALL), tape.of(&numbers));
            Test::Compare(Comparison { operator, sign: 0..0, literal, span: 0..0 })
        }
    }
}

fn without_places(syntax: Syntax) -> Syntax {
    let each = |parts: Vec<Syntax>| parts.into_iter().map(without_places).collect();
    let bare = |word: Word| Word { span: 0..0, ..word };
    let bares = |words: Vec<Word>| words.into_iter().map(bare).collect();
    let form = match syntax.form {
        SyntaxNode::Always => SyntaxNode::Always,
        SyntaxNode::Not(inner) => SyntaxNode::Not(Box::new(without_places(*inner))),
        SyntaxNode::All(parts) => SyntaxNode::All(each(parts)),
        SyntaxNode::Any(parts) => SyntaxNode::Any(each(parts)),
        SyntaxNode::Atom(name, test) => SyntaxNode::Atom(
            bare(name),
            match test {
                Test::Holds => Test::Holds,
                Test::OneOf(words) => Test::OneOf(bares(words)),
                Test::HasAny(words) => Test::HasAny(bares(words)),
                Test::HasAll(words) => Test::HasAll(bares(words)),
                Test::Compare(it) => Test::Compare(Comparison { sign: 0..0, span: 0..0, ..it }),
            },
        ),
    };
    Syntax { form, span: 0..0 }
}
