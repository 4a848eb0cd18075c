//! What a made-up pack is to be made of.

use jiff::civil::{Date, date};

use crate::oracle::made_packs::conditions::{Condition, Tables};
use crate::oracle::made_packs::{Asked, Truth};
use crate::oracle::tape::Tape;
use crate::oracle::world::{Set, World};

/// One obligation: when it applies, when it is met, and what else turns on it.
#[derive(Debug, Clone)]
pub struct Planned {
    pub applies: Condition,
    pub met: Option<Condition>,
    /// Whether `met` fails just where answers tell that it is not in place, and tells nothing else.
    pub one_sided: bool,
    pub step: Option<Condition>,
    pub deadline: Option<(usize, Option<usize>)>,
}

/// What the pack is made of.
#[derive(Debug, Clone)]
pub struct Plan {
    pub world: World,
    pub asked: Vec<Asked>,
    pub first_var: Vec<usize>,
    pub readings: Vec<(usize, Option<bool>)>,
}

impl Plan {
    /// Up to `most` questions and two readings, with at most `points` points.
    pub fn made(tape: &mut Tape, most: usize, points: usize) -> Self {
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
                7 => {
                    let (count, specials) = (2 + tape.pick(3), tape.of(&[0, 0, 1, 2]));
                    let counts = tape.pick(2) == 1;
                    let min = if counts { tape.of(&[1, 5]) } else { tape.of(&[-2, 0, 5]) };
                    Asked::Number { min, count, specials, counts }
                }
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

    /// An obligation that may name so many facts.
    pub fn obligation(&self, tape: &mut Tape, facts: usize) -> Planned {
        let all = |fits: fn(Asked) -> bool| -> Vec<usize> {
            (0..self.asked.len()).filter(|&it| fits(self.asked[it])).collect()
        };
        let days = all(|it| matches!(it, Asked::Day { counts: true, .. }));
        let months = all(|it| matches!(it, Asked::Number { counts: true, .. }));
        let also = |tape: &mut Tape| (tape.pick(2) == 1).then(|| self.condition(tape, facts, 2));
        Planned {
            applies: self.condition(tape, facts, 3),
            met: also(tape),
            one_sided: tape.pick(4) == 3,
            step: also(tape),
            deadline: (!days.is_empty()).then(|| {
                let by_months = !months.is_empty() && tape.pick(2) == 1;
                (tape.of(&days), by_months.then(|| tape.of(&months)))
            }),
        }
    }

    /// A condition that may name so many facts, nested up to `depth`.
    pub fn condition(&self, tape: &mut Tape, facts: usize, depth: usize) -> Condition {
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
            Asked::Number { min, count, specials, .. } => {
                let (sign, value, holds) = compared(tape, count, specials > 0);
                let value = min + i64::try_from(value).expect("a small number");
                Condition::Atom(format!("q{at} {sign} {value}"), first, holds | self.unknown(at, holds))
            }
            Asked::Day { count, .. } => {
                let (sign, value, holds) = compared(tape, count, false);
                Condition::Atom(format!("q{at} {sign} {}", day(value)), first, holds | self.unknown(at, holds))
            }
            Asked::ForRecord => Condition::All(Vec::new()),
        }
    }

    /// That a day or a number is not known is told from the first value by a deadline alone.
    fn unknown(&self, at: usize, holds: u64) -> u64 {
        self.asked[at].not_known().map_or(0, |it| (holds & 1) << it)
    }

    /// Where a deadline can be counted by the answer to `question`.
    fn known(&self, question: usize) -> Set {
        let (Asked::Day { count, .. } | Asked::Number { count, .. }) = self.asked[question] else { return 0 };
        let var = self.first_var[question];
        self.world.table(|point| self.world.value(point, var) < count)
    }

    /// The truth about an obligation.
    pub fn truth(&self, of: &Planned, tables: &Tables<'_>) -> Truth {
        let applies = tables.table(&of.applies);
        let met = of.met.as_ref().map(|it| tables.table(it));
        let mut tracked = vec![applies];
        tracked.extend(met.iter().flat_map(|&met| [applies & met, applies & !met]));
        tracked.extend(of.step.as_ref().map(|it| applies & tables.table(it)));
        tracked.extend(
            of.deadline
                .map(|(day, months)| months.into_iter().chain([day]).fold(applies, |all, it| all & self.known(it))),
        );
        Truth { applies, met, one_sided: of.one_sided, tracked }
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

/// The day so many days from the first one that is used: a leap year's February has its end.
pub fn day(from: usize) -> Date {
    let first = date(2024, 2, 28);
    (0..from).fold(first, |day, _| day.tomorrow().expect("a day of 2024"))
}
