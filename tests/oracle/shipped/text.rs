//! The shipped pack as its files state it, read by the oracle itself.

use std::collections::BTreeMap;

use jiff::civil::Date;
use obligato::condition::{Syntax, SyntaxNode, parse};
use serde_json::{Map, Value};
use toml::de::{DeTable, DeValue};

type Table = Map<String, Value>;

/// What a pack states, as far as anything turns on it.
pub struct Text {
    pub questions: Vec<Question>,
    pub facts: BTreeMap<String, Syntax>,
    /// The readings, and the side each is taken on until counsel decides.
    pub readings: Vec<(String, Option<bool>)>,
    pub obligations: Vec<Obligation>,
}

pub struct Question {
    pub id: String,
    pub kind: Kind,
    /// The option that "I don't know" counts as.
    pub unsure: Option<String>,
    /// Whether no answer counts as that too, once it comes to judging.
    pub blank: bool,
    /// Whether it is asked though nothing turns on it.
    pub record: bool,
    /// Whether the interview passes it by.
    pub unasked: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    YesNo,
    OneOf(Vec<String>),
    AnyOf(Vec<String>),
    Number { min: i64, max: i64, specials: Vec<String> },
    Day { min: Date, max: Date },
    Line,
}

pub struct Obligation {
    pub id: String,
    pub applies: Syntax,
    /// When it is in place, or may be if it is `one_sided`.
    pub met: Option<Syntax>,
    /// Whether answers tell only that it is not in place.
    pub one_sided: bool,
    pub steps: Vec<Advice>,
    pub notes: Vec<Advice>,
    /// The question whose date its deadline counts from, how many days, and when it is counted.
    pub deadline: Option<(String, i64, Option<Syntax>)>,
}

/// A step or a note, and when it is shown, if not always.
#[derive(Debug, Clone)]
pub struct Advice {
    pub text: String,
    pub shown: Option<Syntax>,
    /// Whether a question is asked because of it.
    pub asks: bool,
}

impl Text {
    /// The pack whose files `file` gives by their paths.
    pub fn read(file: impl Fn(&str) -> String) -> Self {
        let table = |path: &str| plain(DeTable::parse(&file(path)).expect(path).get_ref());
        let pack = table("pack.toml");
        let sections = texts(&pack, "sections").into_iter().map(|it| table(&format!("sections/{it}.toml")));
        let groups = texts(&pack, "groups").into_iter().map(|it| table(&format!("obligations/{it}.toml")));
        let fact = |it: &Table| (text(it, "id"), condition(it, "if").expect("a fact has a condition"));
        let reading = |it: &Table| (text(it, "id"), maybe(it, "treated_as").map(|side| side == "yes"));
        Self {
            questions: sections.flat_map(|it| tables(&it, "question")).map(|it| question(&it)).collect(),
            facts: tables(&table("facts.toml"), "fact").iter().map(fact).collect(),
            readings: tables(&table("readings.toml"), "reading").iter().map(reading).collect(),
            obligations: groups.flat_map(|it| tables(&it, "obligation")).map(|it| obligation(&it)).collect(),
        }
    }

    /// Every condition there is.
    pub fn conditions(&self) -> impl Iterator<Item = &Syntax> {
        let own = self.obligations.iter().flat_map(|it| {
            let advice = it.steps.iter().chain(&it.notes).filter_map(|it| it.shown.as_ref());
            let counted = it.deadline.as_ref().and_then(|it| it.2.as_ref());
            std::iter::once(&it.applies).chain(&it.met).chain(counted).chain(advice)
        });
        self.facts.values().chain(own)
    }

    pub fn question(&self, id: &str) -> Option<usize> {
        self.questions.iter().position(|it| it.id == id)
    }
}

fn question(of: &Table) -> Question {
    let ids = |key| tables(of, key).iter().map(|it| text(it, "id")).collect();
    let number = |key| of[key].as_i64().expect("a whole number");
    let day = |key| text(of, key).parse().expect("a day");
    let kind = match text(of, "kind").as_str() {
        "yes-no" => Kind::YesNo,
        "one-of" => Kind::OneOf(ids("option")),
        "any-of" => Kind::AnyOf(ids("option")),
        "number" => Kind::Number { min: number("min"), max: number("max"), specials: ids("special") },
        "date" => Kind::Day { min: day("min"), max: day("max") },
        "text" => Kind::Line,
        other => panic!("no kind of question is called {other}"),
    };
    let record = kind == Kind::Line || of.get("record").and_then(Value::as_bool).unwrap_or_default();
    let unasked = of.get("unasked").and_then(Value::as_bool).unwrap_or_default();
    let blank = of.get("blank_counts_too").and_then(Value::as_bool).unwrap_or_default();
    Question { id: text(of, "id"), unsure: maybe(of, "unsure_counts_as"), blank, kind, record, unasked }
}

fn obligation(of: &Table) -> Obligation {
    let filled = numbers(of);
    let advice = |key, says| {
        let each = tables(of, key);
        let each = each.iter().map(|it| {
            let asks = !it.get("unasked").and_then(Value::as_bool).unwrap_or_default();
            Advice { text: filled(text(it, says)), shown: condition(it, "if"), asks }
        });
        each.collect::<Vec<Advice>>()
    };
    let always = texts(of, "notes").into_iter().map(|text| Advice { text: filled(text), shown: None, asks: false });
    let counted = |it: &Table| Some((maybe(it, "from")?, it.get("days")?.as_i64()?, condition(it, "if")));
    Obligation {
        id: text(of, "id"),
        applies: condition(of, "if").expect("an obligation has a condition"),
        met: condition(of, "met").or_else(|| condition(of, "not_met_if").map(negated)),
        one_sided: of.contains_key("not_met_if"),
        steps: advice("step", "do"),
        notes: always.chain(advice("note", "say")).collect(),
        deadline: of.get("deadline").and_then(Value::as_object).and_then(counted),
    }
}

/// Puts into a text of an obligation the days of its deadline, and the months its conditions compare with.
fn numbers(of: &Table) -> impl Fn(String) -> String {
    let whole = Value::Object(of.clone()).to_string();
    let behind = |sign: &str| {
        let rest = whole.split_once(sign).map_or("", |(_, rest)| rest);
        rest.chars().take_while(char::is_ascii_digit).collect::<String>()
    };
    let (days, months) = (behind("\"days\":"), behind("_months <= "));
    move |text| text.replace("{days}", &days).replace("{months}", &months)
}

/// A table as plain values, without places.
fn plain(table: &DeTable<'_>) -> Table {
    table.iter().map(|(key, value)| (key.get_ref().to_string(), plain_value(value.get_ref()))).collect()
}

fn plain_value(value: &DeValue<'_>) -> Value {
    match value {
        DeValue::Table(table) => Value::Object(plain(table)),
        DeValue::Array(items) => items.iter().map(|it| plain_value(it.get_ref())).collect(),
        DeValue::Boolean(it) => (*it).into(),
        DeValue::Integer(it) => it.as_str().parse::<i64>().expect("a whole number").into(),
        DeValue::String(it) => it.to_string().into(),
        other => panic!("a pack holds no {other:?}"),
    }
}

fn tables(of: &Table, key: &str) -> Vec<Table> {
    let all = of.get(key).and_then(Value::as_array).into_iter().flatten();
    all.map(|it| it.as_object().expect("a table").clone()).collect()
}

fn texts(of: &Table, key: &str) -> Vec<String> {
    let all = of.get(key).and_then(Value::as_array).into_iter().flatten();
    all.map(|it| it.as_str().expect("a text").to_owned()).collect()
}

fn maybe(of: &Table, key: &str) -> Option<String> {
    of.get(key).map(|it| it.as_str().expect("a text").to_owned())
}

fn text(of: &Table, key: &str) -> String {
    maybe(of, key).unwrap_or_else(|| panic!("{of:?} has no {key}"))
}

fn negated(of: Syntax) -> Syntax {
    Syntax { span: of.span.clone(), form: SyntaxNode::Not(Box::new(of)) }
}

fn condition(of: &Table, key: &str) -> Option<Syntax> {
    maybe(of, key).map(|it| parse(&it).expect("a condition"))
}
