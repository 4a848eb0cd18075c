//! The truth about a pack: every condition as a decision diagram over values that rules tell apart.

use std::collections::{BTreeMap, BTreeSet};

use obligato::condition::{Comparison, Literal, Syntax, SyntaxNode, Test};

use crate::oracle::shipped::diagrams::{ALWAYS, Diagram, Diagrams, NEVER, Vars, bit};
use crate::oracle::shipped::points::{Reply, passes};
use crate::oracle::shipped::text::{Advice, Kind, Question, Text};

/// A yes-no question, a choice, one option of a tick list, a number, a day, or a reading.
pub struct Variable {
    /// The question, unless it is a reading's.
    pub question: Option<usize>,
    /// The question or the reading.
    pub name: String,
    /// The option of a tick list.
    pub option: Option<String>,
    pub values: Vec<Value>,
}

/// What no rule tells apart.
pub struct Value {
    /// One of these.
    pub stands: Reply,
    /// Those that are tried as answers: the ends, and what is about each constant. None for a day
    /// that is not known.
    pub samples: Vec<Reply>,
}

/// One obligation.
pub struct Duty {
    pub id: String,
    pub applies: Diagram,
    pub met: Option<Diagram>,
    /// That it applies and is met, and that it applies and is not met.
    pub sides: Option<(Diagram, Diagram)>,
    /// Whether it is never told to be met.
    pub one_sided: bool,
    pub steps: Vec<(String, Diagram)>,
    pub notes: Vec<(String, Diagram)>,
    /// The question whose date its deadline counts from, how many days, and when it is counted.
    pub deadline: Option<(usize, i64, Diagram)>,
    /// All on which something said about it turns.
    pub tracked: Vec<Diagram>,
}

pub struct Truth {
    pub text: Text,
    pub variables: Vec<Variable>,
    pub diagrams: Diagrams,
    pub duties: Vec<Duty>,
    /// The variables of each question.
    pub vars: Vec<Vec<usize>>,
    facts: BTreeMap<String, Diagram>,
}

impl Truth {
    pub fn of(text: Text) -> Self {
        let variables = variables(&text);
        let mut vars = vec![Vec::new(); text.questions.len()];
        for (at, variable) in variables.iter().enumerate() {
            variable.question.into_iter().for_each(|it| vars[it].push(at));
        }
        let diagrams = Diagrams::over(variables.iter().map(|it| it.values.len()).collect());
        let mut truth = Self { text, variables, diagrams, duties: Vec::new(), vars, facts: BTreeMap::new() };
        truth.duties = (0..truth.text.obligations.len()).map(|at| truth.duty(at)).collect();
        truth
    }

    fn duty(&mut self, at: usize) -> Duty {
        let of = &self.text.obligations[at];
        let (id, steps, notes) = (of.id.clone(), of.steps.clone(), of.notes.clone());
        let (applies, met, one_sided) = (of.applies.clone(), of.met.clone(), of.one_sided);
        let deadline = of.deadline.clone();
        let applies = self.diagram(&applies);
        let met = met.map(|it| self.diagram(&it));
        let mut tracked = vec![applies];
        let sides = met.map(|met| {
            let not = self.diagrams.not(met);
            (self.diagrams.both(applies, met), self.diagrams.both(applies, not))
        });
        tracked.extend(sides.iter().flat_map(|it| [it.0, it.1]));
        let mut shown = |advice: Vec<Advice>| -> Vec<(String, Diagram)> {
            let each = advice.into_iter().map(|it| {
                let shown = it.shown.map_or(ALWAYS, |it| self.diagram(&it));
                if it.asks {
                    tracked.push(self.diagrams.both(applies, shown));
                }
                (it.text, shown)
            });
            each.collect()
        };
        let (steps, notes) = (shown(steps), shown(notes));
        let deadline = deadline.map(|(from, days, counted)| {
            let counted = counted.map_or(ALWAYS, |it| self.diagram(&it));
            (self.text.question(&from).expect("a question"), days, counted)
        });
        if let Some((question, _, counted)) = deadline {
            let var = self.vars[question][0];
            let known: Vec<bool> = self.variables[var].values.iter().map(|it| !it.samples.is_empty()).collect();
            let known = self.diagrams.is(var, &known);
            let known = self.diagrams.both(known, counted);
            tracked.push(self.diagrams.both(applies, known));
        }
        Duty { id, applies, met, sides, one_sided, steps, notes, deadline, tracked }
    }

    /// The diagram of a condition.
    pub fn diagram(&mut self, of: &Syntax) -> Diagram {
        match &of.form {
            SyntaxNode::Always => ALWAYS,
            SyntaxNode::Not(part) => {
                let part = self.diagram(part);
                self.diagrams.not(part)
            }
            SyntaxNode::All(parts) => parts.iter().fold(ALWAYS, |all, it| {
                let it = self.diagram(it);
                self.diagrams.both(all, it)
            }),
            SyntaxNode::Any(parts) => parts.iter().fold(NEVER, |any, it| {
                let it = self.diagram(it);
                self.diagrams.either(any, it)
            }),
            SyntaxNode::Atom(name, _) if self.text.facts.contains_key(&name.text) => self.fact(&name.text),
            SyntaxNode::Atom(name, Test::HasAny(words)) => words.iter().fold(NEVER, |any, it| {
                let it = self.ticked(&name.text, &it.text);
                self.diagrams.either(any, it)
            }),
            SyntaxNode::Atom(name, Test::HasAll(words)) => words.iter().fold(ALWAYS, |all, it| {
                let it = self.ticked(&name.text, &it.text);
                self.diagrams.both(all, it)
            }),
            SyntaxNode::Atom(name, test) => {
                let var = self.variable(&name.text, None);
                let passing: Vec<bool> = self.variables[var].values.iter().map(|it| passes(&it.stands, test)).collect();
                self.diagrams.is(var, &passing)
            }
        }
    }

    /// The diagram of a fact.
    pub fn fact(&mut self, name: &str) -> Diagram {
        if let Some(&known) = self.facts.get(name) {
            return known;
        }
        let condition = self.text.facts[name].clone();
        let fact = self.diagram(&condition);
        self.facts.insert(name.to_owned(), fact);
        fact
    }

    fn ticked(&mut self, name: &str, option: &str) -> Diagram {
        let var = self.variable(name, Some(option));
        self.diagrams.is(var, &[false, true])
    }

    /// Whether one of `vars` is the question's.
    pub fn asks(&self, question: usize, vars: Vars) -> bool {
        self.vars[question].iter().any(|it| vars & bit(*it) != 0)
    }

    /// The ids of the questions whose variables are in `vars`, in asking order.
    pub fn questions_of(&self, vars: &BTreeSet<usize>) -> Vec<String> {
        let vars = vars.iter().fold(0, |all, it| all | bit(*it));
        let asked = self.text.questions.iter().enumerate().filter(|it| self.asks(it.0, vars));
        asked.map(|it| it.1.id.clone()).collect()
    }

    /// The variable of a name, or of an option of it.
    pub fn variable(&self, name: &str, option: Option<&str>) -> usize {
        let found = self.variables.iter().position(|it| it.name == name && it.option.as_deref() == option);
        found.unwrap_or_else(|| panic!("there is no {name} {option:?}"))
    }

    /// The value of `var` that holds `reply`.
    pub fn value(&self, var: usize, reply: &Reply) -> usize {
        let variable = &self.variables[var];
        let tests = tests(&self.text, &variable.name);
        let told = |it: &Reply| -> Vec<bool> { tests.iter().map(|test| passes(it, test)).collect() };
        let numbered = matches!(reply, Reply::Number(_) | Reply::Day(_));
        let fits = |it: &Value| match it.stands {
            _ if it.samples.is_empty() => false,
            Reply::Number(_) | Reply::Day(_) => numbered && told(&it.stands) == told(reply),
            _ => it.stands == *reply,
        };
        variable.values.iter().position(fits).unwrap_or_else(|| panic!("{reply:?} is no {}", variable.name))
    }
}

/// Every test of the name in any condition.
fn tests<'a>(text: &'a Text, name: &str) -> Vec<&'a Test> {
    let mut found = Vec::new();
    for condition in text.conditions() {
        condition.visit_atoms(&mut |word, test| found.extend((word.text == name).then_some(test)));
    }
    found
}

fn variables(text: &Text) -> Vec<Variable> {
    let mut found = Vec::new();
    for (at, question) in text.questions.iter().enumerate().filter(|it| !it.1.record) {
        let options = match &question.kind {
            Kind::AnyOf(options) => options.iter().cloned().map(Some).collect(),
            _ => vec![None],
        };
        for option in options {
            let (name, values) = (question.id.clone(), values(text, question));
            found.push(Variable { question: Some(at), name, option, values });
        }
    }
    let readings = text.readings.iter().map(|it| it.0.clone());
    found.extend(readings.map(|name| Variable { question: None, name, option: None, values: sides() }));
    found
}

fn values(text: &Text, question: &Question) -> Vec<Value> {
    let named = |ids: &[String]| ids.iter().map(|id| Value::only(Reply::Named(id.clone()))).collect::<Vec<Value>>();
    match &question.kind {
        Kind::YesNo | Kind::AnyOf(_) | Kind::Line => sides(),
        Kind::OneOf(options) => named(options),
        Kind::Number { min, max, specials } => {
            let near = tests(text, &question.id).into_iter().flat_map(|test| match test {
                Test::Compare(Comparison { literal: Literal::Number(number), .. }) => {
                    vec![number - 1, *number, number + 1]
                }
                _ => Vec::new(),
            });
            let tried: BTreeSet<i64> = near.chain([*min, *max]).filter(|it| (*min..=*max).contains(it)).collect();
            let mut values = told_apart(text, &question.id, tried.into_iter().map(Reply::Number));
            values.extend(named(specials));
            values
        }
        Kind::Day { min, max } => {
            let near = tests(text, &question.id).into_iter().flat_map(|test| match test {
                Test::Compare(Comparison { literal: Literal::Date(day), .. }) => {
                    [day.yesterday().ok(), Some(*day), day.tomorrow().ok()].into_iter().flatten().collect()
                }
                _ => Vec::new(),
            });
            let tried: BTreeSet<_> = near.chain([*min, *max]).filter(|it| (*min..=*max).contains(it)).collect();
            let mut values = told_apart(text, &question.id, tried.into_iter().map(Reply::Day));
            // A deadline tells from all days that the day is not known; nothing else does.
            let counts = text.obligations.iter().any(|it| it.deadline.as_ref().is_some_and(|it| it.0 == question.id));
            values.extend(counts.then(|| Value { stands: Reply::Day(*min), samples: Vec::new() }));
            values
        }
    }
}

/// `tried`, those together that pass the same tests.
fn told_apart(text: &Text, name: &str, tried: impl Iterator<Item = Reply>) -> Vec<Value> {
    let tests = tests(text, name);
    let mut classes: BTreeMap<Vec<bool>, Vec<Reply>> = BTreeMap::new();
    for reply in tried {
        let passed = tests.iter().map(|it| passes(&reply, it)).collect();
        classes.entry(passed).or_default().push(reply);
    }
    classes.into_values().map(|samples| Value { stands: samples[0].clone(), samples }).collect()
}

fn sides() -> Vec<Value> {
    [false, true].map(|side| Value::only(Reply::Side(side))).into()
}

impl Value {
    fn only(reply: Reply) -> Self {
        Self { stands: reply.clone(), samples: vec![reply] }
    }
}
