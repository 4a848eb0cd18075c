//! Sets of points as reduced ordered decision diagrams: a second form beside prime boxes, built
//! directly from formulas. Two sets are equal exactly when their diagrams are, and points can be
//! counted without visiting each. Proofs, counts and drawings use diagrams; judging does not.
//!
//! Variables are tested in the order of their space; a node has one branch for each cell (Bryant,
//! *Graph-based algorithms for Boolean function manipulation*, 1986, for several values).

use rustc_hash::{FxHashMap, FxHashSet};

use crate::boxes::cells::{Cells, Space, Var, VarSet};
use crate::boxes::formula::Formula;

/// The maximum number of nodes in one collection: some hundred megabytes at worst.
const MAX_NODES: usize = 1_000_000;

/// A set of points, by its number in one [`Diagrams`]. Equal numbers are equal sets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Diagram(u32);

impl Diagram {
    /// No point.
    pub const NOTHING: Self = Self(0);

    /// Every point.
    pub const EVERYTHING: Self = Self(1);
}

/// The variable tested, and the remaining set for each of its cells.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct DiagramNode {
    var: Var,
    ways: Box<[Diagram]>,
}

/// How two sets are combined.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Join {
    And,
    Or,
    Xor,
}

/// Diagrams over one space, each stored once.
#[derive(Debug)]
pub struct Diagrams<'s> {
    space: &'s Space,
    nodes: Vec<DiagramNode>,
    numbers: FxHashMap<DiagramNode, Diagram>,
    joined: FxHashMap<(Join, Diagram, Diagram), Diagram>,
    is_full: bool,
}

impl<'s> Diagrams<'s> {
    /// Creates an empty collection over `space`.
    pub fn new(space: &'s Space) -> Self {
        Self { space, nodes: Vec::new(), numbers: FxHashMap::default(), joined: FxHashMap::default(), is_full: false }
    }

    /// False once the node limit was hit; results are then unreliable.
    pub fn is_exact(&self) -> bool {
        !self.is_full
    }

    /// The points of `formula`.
    pub fn diagram_of(&mut self, formula: &Formula) -> Diagram {
        match formula {
            Formula::All(parts) => parts.iter().fold(Diagram::EVERYTHING, |all, part| {
                let part = self.diagram_of(part);
                self.and(all, part)
            }),
            Formula::Any(parts) => parts.iter().fold(Diagram::NOTHING, |any, part| {
                let part = self.diagram_of(part);
                self.or(any, part)
            }),
            Formula::In(var, cells) => self.bound(*var, *cells),
        }
    }

    /// The points where `var` is one of `cells`.
    pub fn bound(&mut self, var: Var, cells: Cells) -> Diagram {
        let side = |cell| if cells.has(cell) { Diagram::EVERYTHING } else { Diagram::NOTHING };
        let ways = self.space.full(var).iter().map(side).collect();
        self.number(var, ways)
    }

    /// The points in both.
    pub fn and(&mut self, one: Diagram, other: Diagram) -> Diagram {
        self.join(Join::And, one, other)
    }

    /// The points in at least one of them.
    pub fn or(&mut self, one: Diagram, other: Diagram) -> Diagram {
        self.join(Join::Or, one, other)
    }

    /// The points in exactly one of them.
    pub fn xor(&mut self, one: Diagram, other: Diagram) -> Diagram {
        self.join(Join::Xor, one, other)
    }

    /// All other points.
    pub fn not(&mut self, set: Diagram) -> Diagram {
        self.join(Join::Xor, set, Diagram::EVERYTHING)
    }

    /// Returns `set` with `var` fixed to `cell`.
    pub fn given(&mut self, set: Diagram, var: Var, cell: usize) -> Diagram {
        self.change(set, var, &mut FxHashMap::default(), &mut |_, ways| {
            ways.get(cell).copied().unwrap_or(Diagram::NOTHING)
        })
    }

    /// Returns the points in `set` for every value of `var`.
    pub fn for_all(&mut self, set: Diagram, var: Var) -> Diagram {
        self.change(set, var, &mut FxHashMap::default(), &mut |all, ways| {
            ways.iter().fold(Diagram::EVERYTHING, |met, &it| all.and(met, it))
        })
    }

    /// Returns the points in `set` for some value of `var`.
    pub fn exists(&mut self, set: Diagram, var: Var) -> Diagram {
        self.change(set, var, &mut FxHashMap::default(), &mut |all, ways| {
            ways.iter().fold(Diagram::NOTHING, |met, &it| all.or(met, it))
        })
    }

    /// Returns the variable that `set` tests first and the remaining set for each of its cells, or
    /// `None` if `set` is empty or holds every point.
    pub fn node(&self, set: Diagram) -> Option<(Var, &[Diagram])> {
        self.at(set).map(|node| (node.var, &*node.ways))
    }

    /// Returns exactly the variables on which membership in `set` depends.
    pub fn vars(&self, set: Diagram) -> VarSet {
        let (mut vars, mut seen, mut left) = (VarSet::default(), FxHashSet::default(), vec![set]);
        while let Some(next) = left.pop() {
            if let Some(node) = self.at(next).filter(|_| seen.insert(next)) {
                vars.insert(node.var);
                left.extend(&node.ways);
            }
        }
        vars
    }

    /// Counts the points of `set` in the space of `vars` alone. `vars` are in order, and `set`
    /// depends on no other variable. `None` if there are 2^128 or more.
    pub fn count(&self, set: Diagram, vars: &[Var]) -> Option<u128> {
        self.count_from(set, vars, &mut FxHashMap::default())
    }

    fn count_from(&self, set: Diagram, vars: &[Var], known: &mut FxHashMap<(Diagram, usize), u128>) -> Option<u128> {
        if set == Diagram::NOTHING {
            return Some(0);
        }
        let Some((&var, rest)) = vars.split_first() else { return Some(1) };
        if let Some(&count) = known.get(&(set, vars.len())) {
            return Some(count);
        }
        let count = match self.at(set).filter(|node| node.var == var) {
            Some(node) => {
                node.ways.iter().try_fold(0, |sum: u128, &way| sum.checked_add(self.count_from(way, rest, known)?))
            }
            None => self.count_from(set, rest, known)?.checked_mul(self.space.full(var).count() as u128),
        }?;
        known.insert((set, vars.len()), count);
        Some(count)
    }

    fn at(&self, set: Diagram) -> Option<&DiagramNode> {
        self.nodes.get((set.0 as usize).checked_sub(2)?)
    }

    /// Returns the diagram that tests `var` first; `ways` test only later variables.
    fn number(&mut self, var: Var, ways: Box<[Diagram]>) -> Diagram {
        if let Some(&first) = ways.first()
            && ways.iter().all(|&way| way == first)
        {
            return first;
        }
        let node = DiagramNode { var, ways };
        if let Some(&known) = self.numbers.get(&node) {
            return known;
        }
        if self.nodes.len() >= MAX_NODES {
            self.is_full = true;
            return Diagram::NOTHING;
        }
        let number = u32::try_from(self.nodes.len() + 2).expect("a million nodes at most");
        self.nodes.push(node.clone());
        self.numbers.insert(node, Diagram(number));
        Diagram(number)
    }

    fn join(&mut self, how: Join, one: Diagram, other: Diagram) -> Diagram {
        let (one, other) = (one.min(other), one.max(other));
        if let Some(known) = at_once(how, one, other) {
            return known;
        }
        if let Some(&known) = self.joined.get(&(how, one, other)) {
            return known;
        }
        let first = [one, other].iter().filter_map(|&diagram| Some(self.at(diagram)?.var)).min();
        let Some(var) = first else { return Diagram::NOTHING };
        let cells = self.space.full(var).count();
        let ways = (0..cells).map(|cell| {
            let (one, other) = (self.way(one, var, cell), self.way(other, var, cell));
            self.join(how, one, other)
        });
        let ways: Vec<Diagram> = ways.collect();
        let set = self.number(var, ways.into());
        self.joined.insert((how, one, other), set);
        set
    }

    /// Returns what is left of `set` where `var`, its first variable or an earlier one, is `cell`.
    fn way(&self, set: Diagram, var: Var, cell: usize) -> Diagram {
        let node = self.at(set).filter(|node| node.var == var);
        node.map_or(set, |node| node.ways.get(cell).copied().unwrap_or(Diagram::NOTHING))
    }

    /// Replaces each node of `var` in `set` by what `with` makes of its branches.
    fn change(
        &mut self,
        set: Diagram,
        var: Var,
        done: &mut FxHashMap<Diagram, Diagram>,
        with: &mut impl FnMut(&mut Self, &[Diagram]) -> Diagram,
    ) -> Diagram {
        let Some(node) = self.at(set).filter(|node| node.var <= var).cloned() else { return set };
        if node.var == var {
            return with(self, &node.ways);
        }
        if let Some(&known) = done.get(&set) {
            return known;
        }
        let ways: Vec<Diagram> = node.ways.iter().map(|&it| self.change(it, var, done, with)).collect();
        let changed = self.number(node.var, ways.into());
        done.insert(set, changed);
        changed
    }
}

/// Returns the result if it needs no look inside the nodes; `one` is not above `other`.
fn at_once(how: Join, one: Diagram, other: Diagram) -> Option<Diagram> {
    match (how, one) {
        (Join::And | Join::Or, _) if one == other => Some(one),
        (Join::Xor, _) if one == other => Some(Diagram::NOTHING),
        (Join::And, Diagram::NOTHING) => Some(Diagram::NOTHING),
        (Join::Or, Diagram::EVERYTHING) => Some(Diagram::EVERYTHING),
        (Join::And, Diagram::EVERYTHING) | (Join::Or | Join::Xor, Diagram::NOTHING) => Some(other),
        _ => None,
    }
}
