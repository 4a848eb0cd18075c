//! Packs made up of chance: as text for the engine, and as truth tables for the oracle. The two
//! are written from the same plan, and nothing of the engine is used to understand it.

mod conditions;
mod plan;
mod text;

use std::collections::BTreeMap;

use obligato::answer::Answer;
use obligato::assessment::{Assessment, Decision, Entry};
use obligato::pack::{Files, Pack, QuestionId, ReadingId, read};

use crate::oracle::made_packs::conditions::{Condition, Tables};
use crate::oracle::made_packs::plan::{Plan, Planned, day};
use crate::oracle::tape::Tape;
use crate::oracle::world::{MAX_POINTS, Set, World};

pub use text::{PACK, SOURCES};

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
    /// Whole numbers from `min`; whether a deadline counts as many months.
    Number {
        min: i64,
        count: usize,
        specials: usize,
        counts: bool,
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

/// One obligation as truth tables.
#[derive(Debug, Clone)]
pub struct Truth {
    pub applies: Set,
    pub met: Option<Set>,
    /// Whether it is never told to be met.
    pub one_sided: bool,
    /// All on which something said about it turns.
    pub tracked: Vec<Set>,
}

/// A pack, and the truth about it.
pub struct Made {
    pub pack: Pack,
    pub files: Files,
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
    /// The value, which no answer gives, that it is not known: of a day that a deadline counts from,
    /// and of a number that it counts by, unless special values tell that already.
    pub fn not_known(self) -> Option<usize> {
        match self {
            Self::Day { count, counts: true } | Self::Number { count, specials: 0, counts: true, .. } => Some(count),
            _ => None,
        }
    }

    /// The sizes of its variables.
    fn sizes(self) -> Vec<usize> {
        match self {
            Self::YesNo => vec![2],
            Self::OneOf { options, .. } => vec![options],
            Self::AnyOf { options } => vec![2; options],
            Self::Number { count, specials, .. } => vec![count + specials + usize::from(self.not_known().is_some())],
            Self::Day { count, .. } => vec![count + usize::from(self.not_known().is_some())],
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
        Self::of(plan, tape)
    }

    /// Two packs that ask the same and judge differently.
    pub fn two_by_chance(tape: &mut Tape, most: usize, points: usize) -> [Self; 2] {
        let plan = Plan::made(tape, most, points.min(MAX_POINTS));
        [Self::of(plan.clone(), tape), Self::of(plan, tape)]
    }

    fn of(plan: Plan, tape: &mut Tape) -> Self {
        let facts: Vec<Condition> = (0..tape.pick(3)).fold(Vec::new(), |mut facts, at| {
            facts.push(plan.condition(tape, at, 2));
            facts
        });
        let planned: Vec<Planned> = (0..=tape.pick(2)).map(|_| plan.obligation(tape, facts.len())).collect();
        let files = plan.files(&facts, &planned);
        let telling = |it: &&str| {
            ["if", "met", "not_met_if", "safe", "treated", "deadline"].iter().any(|key| it.starts_with(key))
        };
        let lines = files.iter().flat_map(|it| it.1.lines()).filter(telling);
        let text = format!("{:?}\n{}", plan.asked, lines.collect::<Vec<&str>>().join("\n"));
        let files = Files::new(files);
        let pack = read(&files).unwrap_or_else(|findings| panic!("{findings:#?}\n{text}"));
        let tables = Tables::of(&plan.world, &facts);
        let obligations = planned.iter().map(|it| plan.truth(it, &tables)).collect();
        let Plan { world, asked, first_var, readings } = plan;
        Self { pack, files, world, asked, first_var, readings, obligations, text }
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
        let readings = readings.iter().map(|(&at, &side)| (ReadingId(at), Decision::new(side)));
        Assessment { answers: answers.collect(), readings: readings.collect(), ..Assessment::default() }
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
