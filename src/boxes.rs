//! Sets of points over variables with few values: masks, boxes and prime boxes. Knows nothing of law.
//!
//! A *point* gives every variable one cell. A *box* gives every variable a set of cells and holds
//! all points within them. What is known is a box; a condition is a set of points, written as all
//! its *prime* boxes: those inside it that cannot be made larger. Then "does it hold whatever the
//! unknowns turn out to be?" is "does the box of what is known lie inside one prime box?".
//!
//! The primes are found by multiplying out clauses and keeping the largest boxes, twice, the way
//! Nelson (1954) and Brzozowski's double reversal do it: the product of the clauses that negate a
//! cover of `not f` has exactly the prime boxes of `f` as its maximal terms.
//!
//! [`Diagrams`] are a second, independent form of the same sets, for proofs and counts.

mod cells;
mod cube;
mod diagram;
mod formula;
mod primes;
mod region;
mod residual;

pub use cells::{Cells, Knowledge, MAX_CELLS, Space, Var, VarSet};
pub use diagram::{Diagram, Diagrams};
pub use formula::Formula;
pub use primes::{MAX_BOXES, Primes, Status, TooLarge};
pub use region::Region;
pub use residual::Residual;
