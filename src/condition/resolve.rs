//! Checks a condition against the vocabulary and returns its rule, or every fault in it.

use std::ops::Range;

use crate::boxes::{Cells, Var};
use crate::condition::fault::{Fault, nearest_name};
use crate::condition::rule::Rule;
use crate::condition::syntax::{Literal, Operator, Syntax, SyntaxNode, Test, Word};
use crate::condition::vocabulary::{NameMeaning, Scale, Vocabulary};

/// The rule that `syntax` states.
///
/// # Errors
/// Every name that is unknown, every test that does not fit its name, every unknown option.
pub fn resolve(syntax: &Syntax, vocabulary: &Vocabulary) -> Result<Rule, Vec<Fault>> {
    let mut faults = Vec::new();
    let rule = rule(syntax, vocabulary, &mut faults);
    if faults.is_empty() { Ok(rule) } else { Err(faults) }
}

fn rule(syntax: &Syntax, vocabulary: &Vocabulary, faults: &mut Vec<Fault>) -> Rule {
    match &syntax.form {
        SyntaxNode::Always => Rule::All(Vec::new()),
        SyntaxNode::Not(part) => Rule::Not(Box::new(rule(part, vocabulary, faults))),
        SyntaxNode::All(parts) => Rule::All(rules(parts, vocabulary, faults)),
        SyntaxNode::Any(parts) => Rule::Any(rules(parts, vocabulary, faults)),
        SyntaxNode::Atom(name, test) => atom(name, test, vocabulary).unwrap_or_else(|fault| {
            faults.push(fault);
            Rule::Any(Vec::new())
        }),
    }
}

fn rules(parts: &[Syntax], vocabulary: &Vocabulary, faults: &mut Vec<Fault>) -> Vec<Rule> {
    let each = parts.iter().map(|it| rule(it, vocabulary, faults));
    each.collect()
}

fn atom(name: &Word, test: &Test, vocabulary: &Vocabulary) -> Result<Rule, Fault> {
    let Some(meaning) = vocabulary.names.get(&name.text) else {
        let message = format!("no question, fact or reading is called `{}`", name.text);
        return Err(unknown(name, message, vocabulary.names.keys().map(String::as_str)));
    };
    match (meaning, test) {
        (NameMeaning::YesNo(var), Test::Holds) => Ok(Rule::In(*var, Cells::one(1))),
        (NameMeaning::Broken, _) => Ok(Rule::Any(Vec::new())),
        (NameMeaning::Fact(id), Test::Holds) => Ok(Rule::Fact(*id)),
        (NameMeaning::OneOf(var, options), Test::OneOf(words)) => one_of(*var, options, words),
        (NameMeaning::AnyOf(options), Test::HasAny(words)) => Ok(Rule::Any(ticked(options, words)?)),
        (NameMeaning::AnyOf(options), Test::HasAll(words)) => Ok(Rule::All(ticked(options, words)?)),
        (NameMeaning::Scale(scale), Test::OneOf(words)) => special(scale, words),
        (NameMeaning::Scale(scale), Test::Compare(comparison)) => {
            fits(scale, comparison.literal, &comparison.span)?;
            compared(scale, comparison.operator, comparison.literal, &comparison.span)
        }
        (meaning, _) => Err(wrong_kind(name, meaning)),
    }
}

fn one_of(var: Var, options: &[String], words: &[Word]) -> Result<Rule, Fault> {
    let mut cells = Cells::NONE;
    for word in words {
        cells = cells.or(Cells::one(place(word, options.iter().map(String::as_str))?));
    }
    Ok(Rule::In(var, cells))
}

fn ticked(options: &[(String, Var)], words: &[Word]) -> Result<Vec<Rule>, Fault> {
    let var = |word| {
        let at = place(word, options.iter().map(|(id, _)| id.as_str()))?;
        options.get(at).map(|&(_, var)| var).ok_or_else(|| no_option(word))
    };
    let each = words.iter().map(|word| Ok(Rule::In(var(word)?, Cells::one(1))));
    each.collect()
}

fn special(scale: &Scale, words: &[Word]) -> Result<Rule, Fault> {
    let mut cells = Cells::NONE;
    for word in words {
        let at = place(word, scale.specials.iter().map(String::as_str))?;
        cells = cells.or(Cells::one(scale.special_cell(at)));
    }
    Ok(Rule::In(scale.var, cells))
}

fn fits(scale: &Scale, literal: Literal, span: &Range<usize>) -> Result<(), Fault> {
    match (scale.is_date, literal) {
        (true, Literal::Date(_)) | (false, Literal::Number(_)) => Ok(()),
        (true, Literal::Number(_)) => Err(Fault::new("wrong-kind", span.clone(), "this compares a date with a number")
            .help("write the date as `2025-07-01`")),
        (false, Literal::Date(_)) => {
            Err(Fault::new("wrong-kind", span.clone(), "this compares a number with a date")
                .help("write a whole number"))
        }
    }
}

/// A comparison that every value satisfies, or none, is an error of the author.
fn compared(scale: &Scale, operator: Operator, literal: Literal, span: &Range<usize>) -> Result<Rule, Fault> {
    let cells = scale.cells_compared(operator, literal.on_scale());
    let says = if cells.is_empty() {
        "never"
    } else if cells == scale.interval_cells() && scale.specials.is_empty() {
        "always"
    } else {
        return Ok(Rule::In(scale.var, cells));
    };
    let message = format!("this comparison {says} holds for an answer between `min` and `max`");
    Err(Fault::new("idle-comparison", span.clone(), message).help("compare with a value between them"))
}

fn place<'a>(word: &Word, mut options: impl Iterator<Item = &'a str> + Clone) -> Result<usize, Fault> {
    let names = options.clone();
    options.position(|option| option == word.text).ok_or_else(|| unknown(word, no_option(word).message, names))
}

fn no_option(word: &Word) -> Fault {
    Fault::new("unknown-name", word.span.clone(), format!("there is no option `{}`", word.text))
}

fn unknown<'a>(word: &Word, message: String, names: impl Iterator<Item = &'a str>) -> Fault {
    let fault = Fault::new("unknown-name", word.span.clone(), message);
    match nearest_name(&word.text, names) {
        Some(name) => fault.help(format!("did you mean `{name}`?")),
        None => fault,
    }
}

fn wrong_kind(name: &Word, meaning: &NameMeaning) -> Fault {
    let (is, write) = match meaning {
        NameMeaning::YesNo(_) => ("a yes-no question", "`NAME` or `not NAME`"),
        NameMeaning::Fact(_) => ("a fact", "`NAME` or `not NAME`"),
        NameMeaning::OneOf(..) => ("a one-of question", "`NAME is OPTION` or `NAME in [A, B]`"),
        NameMeaning::AnyOf(_) => ("an any-of question", "`NAME has OPTION` or `NAME has any [A, B]`"),
        NameMeaning::Scale(scale) if scale.is_date => ("a date", "`NAME >= 2025-07-01`"),
        NameMeaning::Scale(_) => ("a number", "`NAME > 24`"),
        NameMeaning::ForRecord | NameMeaning::Broken => ("for the records only", "another question"),
    };
    let message = format!("`{}` is {is}", name.text);
    let help = match meaning {
        NameMeaning::ForRecord => "rules cannot use it: remove `record = true` if one should".to_owned(),
        _ => format!("write {}", write.replace("NAME", &name.text)),
    };
    Fault::new("wrong-kind", name.span.clone(), message).help(help)
}
