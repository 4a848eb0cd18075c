//! Sets of points over variables with few values: masks, boxes and prime boxes. This module knows
//! nothing of law.
//!
//! A *point* gives each variable one cell. A *box* gives each variable a set of cells and holds all
//! points within them. Knowledge is a box; a condition is a set of points, stored as all its
//! *prime* boxes: the boxes inside it that cannot be made larger. "Does it hold whatever the
//! unknowns turn out to be?" then becomes "does the box of what is known lie inside one prime
//! box?".
//!
//! The primes are found by multiplying out clauses and keeping the largest boxes, twice, after
//! Nelson (1954) and Brzozowski's double reversal: the product of the clauses that negate a cover
//! of `not f` has exactly the prime boxes of `f` as its maximal terms.
//!
//! [`Diagrams`] represent the same sets in a second, independent form, for proofs and counts.

mod cells;
mod cube;
mod diagram;
mod formula;
mod packed;
mod primes;
mod region;
mod regions;
mod residual;

pub use cells::{Cells, Knowledge, MAX_CELLS, Space, Var, VarSet};
pub use diagram::{Diagram, Diagrams};
pub use formula::Formula;
pub use primes::{MAX_BOXES, Primes, Status, TooLarge};
pub use region::{Bound, Region};
pub use regions::Regions;
pub use residual::Residual;
