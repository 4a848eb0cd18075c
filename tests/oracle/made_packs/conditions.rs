//! Conditions made up of chance, and the points where they hold.

use crate::oracle::world::{Set, World};

/// A condition.
#[derive(Debug, Clone)]
pub enum Condition {
    All(Vec<Condition>),
    Any(Vec<Condition>),
    Not(Box<Condition>),
    Fact(usize),
    /// As written, and the values of one variable for which it holds.
    Atom(String, usize, u64),
    /// As written, and the ticks of which any or all must hold.
    Ticks(String, Vec<usize>, bool),
}

/// The truth tables of conditions.
pub struct Tables<'a> {
    world: &'a World,
    facts: Vec<Set>,
}

impl<'a> Tables<'a> {
    /// The tables over `world`, with `facts` to be named.
    pub fn of(world: &'a World, facts: &[Condition]) -> Self {
        let mut tables = Self { world, facts: Vec::new() };
        for it in facts {
            let table = tables.table(it);
            tables.facts.push(table);
        }
        tables
    }

    /// The points where `of` holds.
    pub fn table(&self, of: &Condition) -> Set {
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
