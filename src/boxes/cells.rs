//! Variables, the cells they may take, and the box of what is known.

use serde::{Deserialize, Serialize};

/// The maximum number of cells of one variable: a set of cells is one machine word.
pub const MAX_CELLS: usize = 64;

/// A variable, by its place in the [`Space`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Var(pub u16);

impl Var {
    /// The place of this variable in a [`Space`].
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// A set of cells of one variable.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Cells(u64);

impl Cells {
    /// No cell at all.
    pub const NONE: Self = Self(0);

    /// The first `count` cells; `count` is at most [`MAX_CELLS`].
    pub fn first(count: usize) -> Self {
        if count >= MAX_CELLS { Self(u64::MAX) } else { Self((1 << count) - 1) }
    }

    /// The single cell `index`, which is below [`MAX_CELLS`].
    pub fn one(index: usize) -> Self {
        debug_assert!(index < MAX_CELLS);
        Self(1 << index)
    }

    /// Creates the set from `bits`; the lowest bit is cell 0.
    pub fn from_bits(bits: u64) -> Self {
        Self(bits)
    }

    /// Returns the set as bits; the lowest bit is cell 0.
    pub fn bits(self) -> u64 {
        self.0
    }

    /// Whether no cell is left.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// How many cells there are.
    pub fn count(self) -> usize {
        self.0.count_ones() as usize
    }

    /// Whether every cell of this set is in `other`.
    pub fn within(self, other: Self) -> bool {
        self.0 & !other.0 == 0
    }

    /// The cells in both.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// The cells in either.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The cells of this set that are not in `other`.
    #[must_use]
    pub fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether cell `index` is in the set.
    pub fn has(self, index: usize) -> bool {
        index < MAX_CELLS && self.0 >> index & 1 == 1
    }

    /// The cells, lowest first.
    pub fn iter(self) -> impl Iterator<Item = usize> {
        (0..MAX_CELLS).filter(move |&it| self.has(it))
    }
}

/// How many cells each variable has.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Space(Vec<u8>);

impl Space {
    /// Adds a variable with `cells` cells, between 1 and [`MAX_CELLS`].
    ///
    /// # Panics
    /// At the 65,537th variable.
    pub fn add(&mut self, cells: usize) -> Var {
        debug_assert!((1..=MAX_CELLS).contains(&cells));
        let var = Var(u16::try_from(self.0.len()).expect("a space holds at most 65,536 variables"));
        self.0.push(u8::try_from(cells).expect("a variable has at most 64 cells"));
        var
    }

    /// Returns every cell of `var`; empty for a variable of another space.
    pub fn full(&self, var: Var) -> Cells {
        let count = self.0.get(var.index()).copied().unwrap_or_default();
        Cells::first(usize::from(count))
    }

    /// How many variables there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is no variable.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The variables in order.
    pub fn vars(&self) -> impl Iterator<Item = Var> + use<> {
        (0..=u16::MAX).map(Var).take(self.0.len())
    }
}

/// The box of what is known: the cells still possible for each variable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Knowledge(Vec<Cells>);

impl Knowledge {
    /// Creates a box in which nothing is known: every cell of every variable is possible.
    pub fn nothing(space: &Space) -> Self {
        Self(space.vars().map(|var| space.full(var)).collect())
    }

    /// Returns the cells still possible for `var`; empty for a variable of another space.
    pub fn cells_of(&self, var: Var) -> Cells {
        self.0.get(var.index()).copied().unwrap_or(Cells::NONE)
    }

    /// Limits `var` to `cells`, replacing what was known of it.
    pub fn set(&mut self, var: Var, cells: Cells) {
        if let Some(slot) = self.0.get_mut(var.index()) {
            *slot = cells;
        }
    }

    /// Returns a copy in which `var` is limited to `cells`.
    #[must_use]
    pub fn with(&self, var: Var, cells: Cells) -> Self {
        let mut copy = self.clone();
        copy.set(var, cells);
        copy
    }
}

/// A set of variables.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct VarSet(Vec<u64>);

impl VarSet {
    /// Puts `var` in the set.
    pub fn insert(&mut self, var: Var) {
        let word = var.index() / 64;
        if self.0.len() <= word {
            self.0.resize(word + 1, 0);
        }
        if let Some(slot) = self.0.get_mut(word) {
            *slot |= 1 << (var.index() % 64);
        }
    }

    /// Whether `var` is in the set.
    pub fn has(&self, var: Var) -> bool {
        self.0.get(var.index() / 64).is_some_and(|word| word >> (var.index() % 64) & 1 == 1)
    }

    /// Whether a variable is in both sets.
    pub fn meets(&self, other: &Self) -> bool {
        self.0.iter().zip(&other.0).any(|(mine, its)| mine & its != 0)
    }

    /// Puts every variable of `other` in the set.
    pub fn add(&mut self, other: &Self) {
        if self.0.len() < other.0.len() {
            self.0.resize(other.0.len(), 0);
        }
        self.0.iter_mut().zip(&other.0).for_each(|(mine, its)| *mine |= its);
    }

    /// Whether the set is empty.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|&word| word == 0)
    }

    /// The lowest variable of the set.
    pub fn first(&self) -> Option<Var> {
        let (at, word) = self.0.iter().enumerate().find(|(_, word)| **word != 0)?;
        u16::try_from(at * 64 + word.trailing_zeros() as usize).ok().map(Var)
    }

    /// The variables of the set, lowest first.
    pub fn iter(&self) -> impl Iterator<Item = Var> {
        let most = u16::try_from(self.0.len() * 64).unwrap_or(u16::MAX);
        (0..most).map(Var).filter(|&var| self.has(var))
    }
}

impl FromIterator<Var> for VarSet {
    fn from_iter<I: IntoIterator<Item = Var>>(vars: I) -> Self {
        let mut set = Self::default();
        vars.into_iter().for_each(|var| set.insert(var));
        set
    }
}
