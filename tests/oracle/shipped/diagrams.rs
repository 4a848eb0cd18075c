//! Conditions as decision diagrams: each asks one variable after the other, in a fixed order, and
//! none asks what makes no difference. So two conditions that hold in the same cases are the same
//! diagram, and what one asks is exactly what it depends on.

use std::collections::HashMap;

/// A diagram, by its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Diagram(u32);

/// It holds in no case.
pub const NEVER: Diagram = Diagram(0);
/// It holds in every case.
pub const ALWAYS: Diagram = Diagram(1);

/// A set of variables, one bit for each.
pub type Vars = u128;

/// All diagrams met so far, each once, and what was worked out about them.
#[derive(Default)]
pub struct Diagrams {
    /// How many values each variable has.
    sizes: Vec<usize>,
    nodes: Vec<Node>,
    numbers: HashMap<(usize, Vec<Diagram>), Diagram>,
    both: HashMap<(Diagram, Diagram), Diagram>,
    nots: HashMap<Diagram, Diagram>,
    given: HashMap<(Diagram, usize, usize), Diagram>,
    whatever: HashMap<(Diagram, usize), Diagram>,
}

struct Node {
    var: usize,
    /// What is left for each value of the variable.
    kids: Vec<Diagram>,
    vars: Vars,
}

impl Diagrams {
    /// No diagram yet, over variables with so many values.
    pub fn over(sizes: Vec<usize>) -> Self {
        Self { sizes, ..Self::default() }
    }

    /// What asks `var` first, and then the one of `kids` for its value.
    fn ask(&mut self, var: usize, kids: Vec<Diagram>) -> Diagram {
        if kids.iter().all(|it| *it == kids[0]) {
            return kids[0];
        }
        let vars = kids.iter().fold(bit(var), |vars, it| vars | self.vars(*it));
        let next = Diagram(u32::try_from(self.nodes.len() + 2).expect("not so many"));
        let nodes = &mut self.nodes;
        *self.numbers.entry((var, kids)).or_insert_with_key(|(_, kids)| {
            nodes.push(Node { var, kids: kids.clone(), vars });
            next
        })
    }

    fn node(&self, of: Diagram) -> Option<&Node> {
        (of.0 as usize).checked_sub(2).map(|at| &self.nodes[at])
    }

    /// The variable asked first; behind all others if none is.
    fn first(&self, of: Diagram) -> usize {
        self.node(of).map_or(usize::MAX, |it| it.var)
    }

    /// What is left of `of` for each value of `var`, which stands before or at its first variable.
    fn split(&self, of: Diagram, var: usize) -> Vec<Diagram> {
        match self.node(of) {
            Some(node) if node.var == var => node.kids.clone(),
            _ => vec![of; self.sizes[var]],
        }
    }

    /// The variables on which it depends.
    pub fn vars(&self, of: Diagram) -> Vars {
        self.node(of).map_or(0, |it| it.vars)
    }

    /// The first variable it asks, and what is left for each value.
    pub fn asks(&self, of: Diagram) -> Option<(usize, &[Diagram])> {
        self.node(of).map(|it| (it.var, it.kids.as_slice()))
    }

    /// That `var` has one of the values with a `true`.
    pub fn is(&mut self, var: usize, values: &[bool]) -> Diagram {
        self.ask(var, values.iter().map(|it| if *it { ALWAYS } else { NEVER }).collect())
    }

    pub fn not(&mut self, of: Diagram) -> Diagram {
        match of {
            NEVER => return ALWAYS,
            ALWAYS => return NEVER,
            _ => {}
        }
        if let Some(&known) = self.nots.get(&of) {
            return known;
        }
        let var = self.first(of);
        let kids = self.split(of, var).into_iter().map(|it| self.not(it)).collect();
        let not = self.ask(var, kids);
        self.nots.insert(of, not);
        not
    }

    pub fn both(&mut self, one: Diagram, other: Diagram) -> Diagram {
        match (one, other) {
            (NEVER, _) | (_, NEVER) => return NEVER,
            (ALWAYS, it) | (it, ALWAYS) => return it,
            _ => {}
        }
        let key = (one.min(other), one.max(other));
        if let Some(&known) = self.both.get(&key) {
            return known;
        }
        let var = self.first(one).min(self.first(other));
        let sides = self.split(one, var).into_iter().zip(self.split(other, var));
        let kids = sides.map(|(one, other)| self.both(one, other)).collect();
        let both = self.ask(var, kids);
        self.both.insert(key, both);
        both
    }

    pub fn either(&mut self, one: Diagram, other: Diagram) -> Diagram {
        let (one, other) = (self.not(one), self.not(other));
        let neither = self.both(one, other);
        self.not(neither)
    }

    /// What is left when `var` has `value`.
    pub fn given(&mut self, of: Diagram, var: usize, value: usize) -> Diagram {
        if self.vars(of) & bit(var) == 0 {
            return of;
        }
        if let Some(&known) = self.given.get(&(of, var, value)) {
            return known;
        }
        let first = self.first(of);
        let kids = self.split(of, first);
        let left = if first == var {
            kids[value]
        } else {
            let kids = kids.into_iter().map(|it| self.given(it, var, value)).collect();
            self.ask(first, kids)
        };
        self.given.insert((of, var, value), left);
        left
    }

    /// Where it holds whatever `var` is.
    pub fn whatever(&mut self, of: Diagram, var: usize) -> Diagram {
        if self.vars(of) & bit(var) == 0 {
            return of;
        }
        if let Some(&known) = self.whatever.get(&(of, var)) {
            return known;
        }
        let all = (0..self.sizes[var]).fold(ALWAYS, |all, value| {
            let given = self.given(of, var, value);
            self.both(all, given)
        });
        self.whatever.insert((of, var), all);
        all
    }
}

/// The set of `var` alone.
pub fn bit(var: usize) -> Vars {
    u32::try_from(var).ok().and_then(|it| 1_u128.checked_shl(it)).expect("the oracle takes up to 128 variables")
}
