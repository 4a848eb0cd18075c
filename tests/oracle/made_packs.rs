//! Packs made up of chance: as text for the engine, and as truth tables for the oracle. The two
//! are written from the same plan, and nothing of the engine is used to understand it.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use jiff::civil::{Date, date};
use obligato::answer::Answer;
use obligato::assessment::{Assessment, Entry};
use obligato::pack::{Files, Pack, QuestionId, ReadingId, read};

use crate::oracle::tape::Tape;
use crate::oracle::world::{MAX_POINTS, Set, World};

/// What sort of question it is.
#[derive(Debug, Clone, Copy)]
pub enum Asked {
    YesNo,
    OneOf {
        options: usize,
        unsure: Option<usize>,
    },
    AnyOf {
        options: usize,
    },
    Number {
        min: i64,
        count: usize,
        specials: usize,
    },
    /// Days from the last of February in a leap year; whether a deadline counts from it.
    Day {
        count: usize,
        counts: bool,
    },
    ForRecord,
}

/// A reply, in the oracle's own words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reply {
    Unsure,
    /// One value: no or yes, an option, a number from the least one, a special value, a day.
    Value(usize),
    /// Which ticks hold, and whether the others are unknown.
    Ticks(usize, bool),
}

#[derive(Debug, Clone)]
enum Condition {
    All(Vec<Condition>),
    Any(Vec<Condition>),
    Not(Box<Condition>),
    Fact(usize),
    /// As written, and the values of one variable for which it holds.
    Atom(String, usize, u64),
    /// As written, and the ticks of which any or all must hold.
    Ticks(String, Vec<usize>, bool),
}

/// One obligation: when it applies, when it is met, and what else turns on it.
#[derive(Debug, Clone)]
struct Planned {
    applies: Condition,
    met: Option<Condition>,
    step: Option<Condition>,
    deadline: Option<usize>,
}

/// One obligation as truth tables.
#[derive(Debug, Clone)]
pub struct Truth {
    pub applies: Set,
    pub met: Option<Set>,
    /// All on which something said about it turns.
    pub tracked: Vec<Set>,
}

/// A pack, and the truth about it.
pub struct Made {
    pub pack: Pack,
    pub world: World,
    pub asked: Vec<Asked>,
    /// The first variable of each question.
    pub first_var: Vec<usize>,
    /// The variable of each reading, and how the pack treats it.
    pub readings: Vec<(usize, Option<bool>)>,
    pub obligations: Vec<Truth>,
    pub text: String,
}

impl Asked {
    /// The sizes of its variables. A day that a deadline counts from has one value more, which no
    /// answer gives: that the day is not known.
    fn sizes(self) -> Vec<usize> {
        match self {
            Self::YesNo => vec![2],
            Self::OneOf { options, .. } => vec![options],
            Self::AnyOf { options } => vec![2; options],
            Self::Number { count, specials, .. } => vec![count + specials],
            Self::Day { count, counts } => vec![count + usize::from(counts)],
            Self::ForRecord => Vec::new(),
        }
    }

    /// Every reply there is.
    pub fn replies(self) -> Vec<Reply> {
        let values = |count: usize| (0..count).map(Reply::Value).chain([Reply::Unsure]).collect();
        match self {
            Self::YesNo => values(2),
            Self::OneOf { options, .. } => values(options),
            Self::AnyOf { options } => {
                let ticks = (0..1 << options).flat_map(|it| [Reply::Ticks(it, false), Reply::Ticks(it, true)]);
                ticks.chain([Reply::Unsure]).collect()
            }
            Self::Number { count, specials, .. } => values(count + specials),
            Self::Day { count, .. } => values(count),
            Self::ForRecord => vec![Reply::Unsure],
        }
    }
}

impl Made {
    /// A pack of up to `most` questions with at most `points` points.
    pub fn by_chance(tape: &mut Tape, most: usize, points: usize) -> Self {
        let plan = Plan::made(tape, most, points.min(MAX_POINTS));
        let facts: Vec<Condition> = (0..tape.pick(3)).fold(Vec::new(), |mut facts, at| {
            facts.push(plan.condition(tape, at, 2));
            facts
        });
        let planned: Vec<Planned> = (0..=tape.pick(2)).map(|_| plan.obligation(tape, facts.len())).collect();
        let files = plan.files(&facts, &planned);
        let telling = |it: &&str| ["if", "met", "safe", "treated", "deadline"].iter().any(|key| it.starts_with(key));
        let lines = files.iter().flat_map(|it| it.1.lines()).filter(telling);
        let text = format!("{:?}\n{}", plan.asked, lines.collect::<Vec<&str>>().join("\n"));
        let files = Files::new(files);
        let pack = read(&files).unwrap_or_else(|findings| panic!("{findings:#?}\n{text}"));
        let tables = Tables::of(&plan.world, &facts);
        let obligations = planned.iter().map(|it| plan.truth(it, &tables)).collect();
        let Plan { world, asked, first_var, readings } = plan;
        Self { pack, world, asked, first_var, readings, obligations, text }
    }

    /// Replies to some of the questions.
    pub fn some_replies(&self, tape: &mut Tape) -> BTreeMap<usize, Reply> {
        let mut replies = BTreeMap::new();
        for (at, asked) in self.asked.iter().enumerate() {
            if tape.pick(2) == 1 {
                let all = asked.replies();
                replies.insert(at, all[tape.pick(all.len())].clone());
            }
        }
        replies
    }

    /// How counsel decided some of the readings.
    pub fn some_readings(&self, tape: &mut Tape) -> BTreeMap<usize, bool> {
        let each =
            (0..self.readings.len()).filter_map(|at| Some((at, [None, None, Some(false), Some(true)][tape.pick(4)]?)));
        each.collect()
    }

    /// The same for the engine.
    pub fn assessment(&self, replies: &BTreeMap<usize, Reply>, readings: &BTreeMap<usize, bool>) -> Assessment {
        let answers = replies.iter().map(|(&at, reply)| (QuestionId(at), Entry::new(self.answer(at, reply))));
        let readings = readings.iter().map(|(&at, &side)| (ReadingId(at), side));
        Assessment { answers: answers.collect(), readings: readings.collect() }
    }

    /// A reply as the engine's answer.
    pub fn answer(&self, question: usize, reply: &Reply) -> Answer {
        match (self.asked[question], reply) {
            (_, Reply::Unsure) => Answer::Unsure,
            (Asked::YesNo, Reply::Value(value)) => Answer::YesNo(*value == 1),
            (Asked::Number { min, count, .. }, Reply::Value(value)) if *value < count => {
                Answer::Number(min + i64::try_from(*value).expect("a small number"))
            }
            (Asked::Number { count, .. }, Reply::Value(value)) => Answer::Special(value - count),
            (Asked::Day { .. }, Reply::Value(value)) => Answer::Date(day(*value)),
            (_, Reply::Value(value)) => Answer::One(*value),
            (_, Reply::Ticks(ticks, rest)) => Answer::Any((0..8).filter(|it| ticks >> it & 1 == 1).collect(), *rest),
        }
    }

    /// What is known before any question: the readings decided or treated, the others closed.
    pub fn start(&self, readings: &BTreeMap<usize, bool>) -> (Vec<u64>, Vec<bool>) {
        let (mut known, mut closed) = (self.world.full(), vec![false; self.world.sizes.len()]);
        for (at, &(var, treated)) in self.readings.iter().enumerate() {
            match readings.get(&at).copied().or(treated) {
                Some(side) => known[var] = 1 << usize::from(side),
                None => closed[var] = true,
            }
        }
        (known, closed)
    }

    /// Adds what a reply establishes: values of variables, or that they will stay unknown.
    pub fn settle(&self, question: usize, reply: &Reply, known: &mut [u64], closed: &mut [bool]) {
        let vars = self.vars(question);
        let value = match (self.asked[question], reply) {
            (Asked::OneOf { unsure: Some(value), .. }, Reply::Unsure) => value,
            (_, Reply::Value(value)) => *value,
            (_, Reply::Unsure) => return vars.for_each(|var| closed[var] = true),
            (_, Reply::Ticks(ticks, rest)) => {
                for (at, var) in vars.enumerate() {
                    match (ticks >> at & 1, rest) {
                        (1, _) => known[var] = 0b10,
                        (_, false) => known[var] = 0b01,
                        (_, true) => closed[var] = true,
                    }
                }
                return;
            }
        };
        vars.for_each(|var| known[var] = 1 << value);
    }

    /// The variables of a question.
    pub fn vars(&self, question: usize) -> std::ops::Range<usize> {
        let first = self.first_var[question];
        first..first + self.asked[question].sizes().len()
    }
}

fn day(from: usize) -> Date {
    let first = date(2024, 2, 28);
    (0..from).fold(first, |day, _| day.tomorrow().expect("a day of 2024"))
}

/// What the pack is made of.
struct Plan {
    world: World,
    asked: Vec<Asked>,
    first_var: Vec<usize>,
    readings: Vec<(usize, Option<bool>)>,
}

impl Plan {
    fn made(tape: &mut Tape, most: usize, points: usize) -> Self {
        let mut plan = Self { world: World::default(), asked: Vec::new(), first_var: Vec::new(), readings: Vec::new() };
        for _ in 0..=tape.pick(most) {
            let asked = match tape.pick(9) {
                0..=2 => Asked::YesNo,
                3 | 4 => {
                    let options = 2 + tape.pick(3);
                    Asked::OneOf { options, unsure: [None, None, Some(0), Some(options - 1)][tape.pick(4)] }
                }
                5 | 6 => Asked::AnyOf { options: 2 + tape.pick(2) },
                7 if tape.pick(2) == 1 => Asked::Day { count: 2 + tape.pick(2), counts: tape.pick(2) == 1 },
                7 => Asked::Number {
                    min: tape.of(&[-2, 0, 5]),
                    count: 2 + tape.pick(3),
                    specials: tape.of(&[0, 0, 1, 2]),
                },
                _ => Asked::ForRecord,
            };
            let mut world = plan.world.clone();
            if asked.sizes().into_iter().all(|size| world.add_within(size, points)) {
                plan.first_var.push(plan.world.sizes.len());
                plan.world = world;
                plan.asked.push(asked);
            }
        }
        for _ in 0..tape.pick(3) {
            let var = plan.world.sizes.len();
            if plan.world.add_within(2, points) {
                plan.readings.push((var, tape.of(&[None, Some(false), Some(true)])));
            }
        }
        plan
    }

    fn obligation(&self, tape: &mut Tape, facts: usize) -> Planned {
        let counts = |it: &usize| matches!(self.asked[*it], Asked::Day { counts: true, .. });
        let days: Vec<usize> = (0..self.asked.len()).filter(counts).collect();
        let also = |tape: &mut Tape| (tape.pick(2) == 1).then(|| self.condition(tape, facts, 2));
        Planned {
            applies: self.condition(tape, facts, 3),
            met: also(tape),
            step: also(tape),
            deadline: (!days.is_empty()).then(|| tape.of(&days)),
        }
    }

    fn condition(&self, tape: &mut Tape, facts: usize, depth: usize) -> Condition {
        let parts = |tape: &mut Tape| (0..2 + tape.pick(2)).map(|_| self.condition(tape, facts, depth - 1)).collect();
        match if depth == 0 { 9 } else { tape.pick(10) } {
            0..=2 => Condition::All(parts(tape)),
            3..=5 => Condition::Any(parts(tape)),
            6 => Condition::Not(Box::new(self.condition(tape, facts, depth - 1))),
            7 if facts > 0 => Condition::Fact(tape.pick(facts)),
            // One thing or another, by a third: what it depends on changes with the third.
            8 => {
                let (third, not) = (self.atom(tape), |it: &Condition| Condition::Not(Box::new(it.clone())));
                let one = self.condition(tape, facts, depth - 1);
                let other = if tape.pick(2) == 1 { not(&one) } else { self.condition(tape, facts, depth - 1) };
                let sides = [vec![third.clone(), one], vec![not(&third), other]];
                Condition::Any(sides.map(Condition::All).to_vec())
            }
            _ => self.atom(tape),
        }
    }

    fn atom(&self, tape: &mut Tape) -> Condition {
        let at = tape.pick(self.asked.len() + self.readings.len());
        if let Some(reading) = at.checked_sub(self.asked.len()) {
            return Condition::Atom(format!("r{reading}"), self.readings[reading].0, 0b10);
        }
        let first = self.first_var[at];
        match self.asked[at] {
            Asked::YesNo => Condition::Atom(format!("q{at}"), first, 0b10),
            Asked::OneOf { options, .. } => {
                let chosen = tape.bits(options).max(1);
                Condition::Atom(format!("q{at} in [{}]", names("o", chosen, options)), first, chosen)
            }
            Asked::AnyOf { options } => {
                let (chosen, all) = (tape.bits(options).max(1), tape.pick(2) == 1);
                let word = if all { "all" } else { "any" };
                let vars = (0..options).filter(|it| chosen >> it & 1 == 1).map(|it| first + it).collect();
                Condition::Ticks(format!("q{at} has {word} [{}]", names("o", chosen, options)), vars, all)
            }
            Asked::Number { specials, count, .. } if specials > 0 && tape.pick(3) == 2 => {
                let special = tape.pick(specials);
                Condition::Atom(format!("q{at} is s{special}"), first, 1 << (count + special))
            }
            Asked::Number { min, count, specials } => {
                let (sign, value, holds) = compared(tape, count, specials > 0);
                let value = min + i64::try_from(value).expect("a small number");
                Condition::Atom(format!("q{at} {sign} {value}"), first, holds)
            }
            Asked::Day { count, .. } => {
                let (sign, value, holds) = compared(tape, count, false);
                // That the day is not known is told from the first day by a deadline alone.
                let unknown = (holds & 1) << count;
                Condition::Atom(format!("q{at} {sign} {}", day(value)), first, holds | unknown)
            }
            Asked::ForRecord => Condition::All(Vec::new()),
        }
    }

    fn truth(&self, of: &Planned, tables: &Tables<'_>) -> Truth {
        let applies = tables.table(&of.applies);
        let met = of.met.as_ref().map(|it| tables.table(it));
        let mut tracked = vec![applies];
        tracked.extend(met.iter().flat_map(|&met| [applies & met, applies & !met]));
        tracked.extend(of.step.as_ref().map(|it| applies & tables.table(it)));
        if let Some(question) = of.deadline
            && let Asked::Day { count, .. } = self.asked[question]
        {
            let var = self.first_var[question];
            tracked.push(applies & self.world.table(|point| self.world.value(point, var) != count));
        }
        Truth { applies, met, tracked }
    }

    fn files(&self, facts: &[Condition], planned: &[Planned]) -> Vec<(String, String)> {
        let file = |path: &str, text: String| (path.to_owned(), text);
        vec![
            file("pack.toml", PACK.to_owned()),
            file("sources.toml", SOURCES.to_owned()),
            file("sections/all.toml", self.questions()),
            file("readings.toml", self.readings_text()),
            file("facts.toml", facts_text(facts)),
            file("obligations/all.toml", obligations_text(planned)),
        ]
    }

    fn questions(&self) -> String {
        let mut text = "title = \"All\"\n".to_owned();
        for (at, asked) in self.asked.iter().enumerate() {
            let _ = write!(
                text,
                "[[question]]\nid = \"q{at}\"\nask = \"Q{at}?\"\nhelp = \"h\"\nwho = [\"owner\"]\nunsure = \"u\"\n"
            );
            text.push_str(&keys(*asked, at));
        }
        text
    }

    fn readings_text(&self) -> String {
        let mut text = String::new();
        for (at, (_, treated)) in self.readings.iter().enumerate() {
            let side = if treated.unwrap_or_default() { "yes" } else { "no" };
            let treated = treated.map_or(String::new(), |_| format!("treated_as = \"{side}\"\n"));
            let _ = write!(
                text,
                "[[reading]]\nid = \"r{at}\"\ntitle = \"R\"\nask = \"R?\"\nyes = \"r{at} yes\"\nno = \"r{at} no\"\n\
                 safe = \"{side}\"\n{treated}why = \"w\"\nsources = [\"S\"]\n"
            );
        }
        text
    }
}

/// A comparison of one of `count` values in a row that some of them pass and, unless `all` will do,
/// some do not: its sign, its value, and those that pass.
fn compared(tape: &mut Tape, count: usize, all: bool) -> (&'static str, usize, u64) {
    let full = (1_u64 << count) - 1;
    let below = |value: usize| (1_u64 << value) - 1;
    loop {
        let value = tape.pick(count);
        let (sign, holds) = match tape.pick(6) {
            0 => ("<", below(value)),
            1 => ("<=", below(value + 1)),
            2 => (">", full & !below(value + 1)),
            3 => (">=", full & !below(value)),
            4 => ("!=", full & !(1 << value)),
            _ => ("=", 1 << value),
        };
        if holds != 0 && (all || holds != full) {
            return (sign, value, holds);
        }
        // Behind the end of the tape all choices are the first, which never passes.
        if value == 0 && sign == "<" {
            return ("=", 0, 1);
        }
    }
}

fn names(prefix: &str, chosen: u64, count: usize) -> String {
    let each = (0..count).filter(|it| chosen >> it & 1 == 1).map(|it| format!("{prefix}{it}"));
    each.collect::<Vec<String>>().join(", ")
}

fn keys(asked: Asked, at: usize) -> String {
    // Each sentence is another one: reasons that read alike are told once.
    let options = |table: &str, prefix: &str, count: usize, ticked: bool| {
        let each = (0..count).map(|it| {
            let not = if ticked { format!("says_not = \"q{at} not {prefix}{it}\"\n") } else { String::new() };
            format!("[[question.{table}]]\nid = \"{prefix}{it}\"\nlabel = \"L\"\nsays = \"q{at} {prefix}{it}\"\n{not}")
        });
        each.collect::<String>()
    };
    match asked {
        Asked::YesNo => format!("kind = \"yes-no\"\nyes = \"q{at} yes\"\nno = \"q{at} no\"\n"),
        Asked::OneOf { options: count, unsure } => {
            let unsure = unsure.map_or(String::new(), |it| format!("unsure_counts_as = \"o{it}\"\n"));
            format!("kind = \"one-of\"\n{unsure}{}", options("option", "o", count, false))
        }
        Asked::AnyOf { options: count } => {
            format!("kind = \"any-of\"\n{}", options("option", "o", count, true))
        }
        Asked::Number { min, count, specials } => {
            let max = min + i64::try_from(count).expect("a small number") - 1;
            let special = options("special", "s", specials, false);
            format!("kind = \"number\"\nmin = {min}\nmax = {max}\nsays = \"q{at} {{value}}\"\n{special}")
        }
        Asked::Day { count, .. } => {
            let (min, max) = (day(0), day(count - 1));
            format!("kind = \"date\"\nmin = \"{min}\"\nmax = \"{max}\"\nsays = \"q{at} {{value}}\"\n")
        }
        Asked::ForRecord => format!("kind = \"text\"\nsays = \"q{at} {{value}}\"\n"),
    }
}

fn facts_text(facts: &[Condition]) -> String {
    let each = facts.iter().enumerate().map(|(at, it)| {
        format!("[[fact]]\nid = \"f{at}\"\nif = \"{}\"\nyes = \"f{at} yes\"\nno = \"f{at} no\"\n", written(it))
    });
    each.collect()
}

fn obligations_text(planned: &[Planned]) -> String {
    let mut text = "title = \"All\"\n".to_owned();
    for (at, it) in planned.iter().enumerate() {
        let _ = write!(
            text,
            "[[obligation]]\nid = \"O-{at}\"\nkind = \"duty\"\ntitle = \"T\"\nasks = \"A.\"\nsources = [\"S\"]\nif = \"{}\"\n",
            written(&it.applies)
        );
        if let Some(met) = &it.met {
            let _ = writeln!(text, "met = \"{}\"", written(met));
        }
        if let Some(question) = it.deadline {
            let _ = writeln!(text, "deadline = {{ says = \"D\", days = 3, from = \"q{question}\" }}");
        }
        if let Some(step) = &it.step {
            let _ = writeln!(text, "[[obligation.step]]\ndo = \"Do.\"\nif = \"{}\"", written(step));
        }
    }
    text
}

/// A condition as its author would write it.
fn written(it: &Condition) -> String {
    let joined = |parts: &[Condition], by: &str| {
        let each: Vec<String> = parts.iter().map(written).collect();
        format!("({})", each.join(by))
    };
    match it {
        Condition::All(parts) if parts.is_empty() => "always".to_owned(),
        Condition::All(parts) => joined(parts, " and "),
        Condition::Any(parts) => joined(parts, " or "),
        Condition::Not(part) => format!("not {}", written(part)),
        Condition::Fact(fact) => format!("f{fact}"),
        Condition::Atom(text, ..) | Condition::Ticks(text, ..) => text.clone(),
    }
}

/// The truth tables of conditions.
struct Tables<'a> {
    world: &'a World,
    facts: Vec<Set>,
}

impl<'a> Tables<'a> {
    fn of(world: &'a World, facts: &[Condition]) -> Self {
        let mut tables = Self { world, facts: Vec::new() };
        for it in facts {
            let table = tables.table(it);
            tables.facts.push(table);
        }
        tables
    }

    fn table(&self, of: &Condition) -> Set {
        let everything = self.world.everything();
        match of {
            Condition::All(parts) => parts.iter().fold(everything, |set, it| set & self.table(it)),
            Condition::Any(parts) => parts.iter().fold(0, |set, it| set | self.table(it)),
            Condition::Not(part) => everything & !self.table(part),
            Condition::Fact(at) => self.facts[*at],
            Condition::Atom(_, var, mask) => self.world.table(|point| mask >> self.world.value(point, *var) & 1 == 1),
            Condition::Ticks(_, vars, all) => self.world.table(|point| {
                let mut ticked = vars.iter().map(|&var| self.world.value(point, var) == 1);
                if *all { ticked.all(|it| it) } else { ticked.any(|it| it) }
            }),
        }
    }
}

/// `pack.toml` of a pack with one section and one group, both called `all`.
pub const PACK: &str = r#"format = 1
id = "made"
version = "1"
title = "Made"
jurisdiction = "Nowhere"
law_checked_on = "2026-01-31"
sections = ["all"]
groups = ["all"]
about = "A."
disclaimer = "D."
official = "https://example.org"
"#;

/// `sources.toml` with the one source `S`.
pub const SOURCES: &str = r#"[[source]]
id = "S"
citation = "C"
heading = "H"
says = "S."
binds = "B."
link = "https://example.org"
confidence = "text"
"#;
