//! The language of conditions: any text is read or refused, and what is printed is read back.

use obligato::condition::{Comparison, Form, Literal, Operator, Syntax, Test, Word, parse};

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

/// Reads `text` and checks that a fault lies within it.
fn read(text: &str) {
    if let Err(fault) = parse(text) {
        assert!(fault.span.start <= fault.span.end && fault.span.end <= text.len(), "{fault:?} in {text:?}");
        assert!(text.get(fault.span.clone()).is_some(), "{fault:?} cuts a character of {text:?}");
        assert!(!fault.message.is_empty());
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
        let text = printed(&syntax);
        let read = parse(&text).unwrap_or_else(|fault| panic!("{fault:?} in {text}"));
        assert_eq!(without_places(read), syntax, "{text}");
    });
}

/// What stands at the place of a part is that part: whoever changes a condition relies on it.
#[test]
fn places_are_those_of_the_parts() {
    for_all(4_000, 80, |tape| {
        let text = printed(&made(tape, 4));
        let whole = parse(&text).unwrap_or_else(|fault| panic!("{fault:?} in {text}"));
        assert_eq!(whole.span, 0..text.len());
        whole.parts(&mut |part| {
            let alone = parse(&text[part.span.clone()]).unwrap_or_else(|fault| panic!("{fault:?} in {text}"));
            assert_eq!(without_places(alone), without_places(part.clone()), "{text}");
            if let Form::Atom(_, Test::Compare(it)) = &part.form {
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
        0..=2 => Form::All(parts(tape)),
        3..=5 => Form::Any(parts(tape)),
        6 => Form::Not(Box::new(made(tape, depth - 1))),
        7 => Form::Always,
        _ => Form::Atom(word(tape), test(tape)),
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

/// A condition as its author would write it, with brackets around every part that is joined.
fn printed(syntax: &Syntax) -> String {
    let joined = |parts: &[Syntax], by: &str| parts.iter().map(part).collect::<Vec<String>>().join(by);
    match &syntax.form {
        Form::All(parts) => joined(parts, " and "),
        Form::Any(parts) => joined(parts, " or "),
        _ => part(syntax),
    }
}

fn part(syntax: &Syntax) -> String {
    match &syntax.form {
        Form::Always => "always".to_owned(),
        Form::Not(inner) => format!("not {}", part(inner)),
        Form::All(_) | Form::Any(_) => format!("({})", printed(syntax)),
        Form::Atom(name, test) => format!("{}{}", name.text, asked(test)),
    }
}

fn asked(test: &Test) -> String {
    let list = |words: &[Word]| words.iter().map(|it| it.text.as_str()).collect::<Vec<&str>>().join(", ");
    match test {
        Test::Holds => String::new(),
        // `all` after `has` starts a list, so an option of that name must stand in one.
        Test::OneOf(words) if words.len() == 1 => format!(" is {}", list(words)),
        Test::OneOf(words) => format!(" in [{}]", list(words)),
        Test::HasAny(words) => format!(" has any [{}]", list(words)),
        Test::HasAll(words) => format!(" has all [{}]", list(words)),
        Test::Compare(it) => match it.literal {
            Literal::Number(number) => format!(" {} {number}", it.operator.sign()),
            Literal::Date(date) => format!(" {} {date}", it.operator.sign()),
        },
    }
}

fn without_places(syntax: Syntax) -> Syntax {
    let each = |parts: Vec<Syntax>| parts.into_iter().map(without_places).collect();
    let bare = |word: Word| Word { span: 0..0, ..word };
    let bares = |words: Vec<Word>| words.into_iter().map(bare).collect();
    let form = match syntax.form {
        Form::Always => Form::Always,
        Form::Not(inner) => Form::Not(Box::new(without_places(*inner))),
        Form::All(parts) => Form::All(each(parts)),
        Form::Any(parts) => Form::Any(each(parts)),
        Form::Atom(name, test) => Form::Atom(
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
