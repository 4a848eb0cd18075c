//! What must hold over a long time and at any moment. `.ci/steady` looks for as long as it is told to, from
//! another seed each time.

mod chance;
mod damage;
mod faults;
mod kills;
mod left;
mod walker;
