//! What must hold over a long time and at any moment. `.ci/steady` looks for as long as it is told to, from
//! another seed each time.

mod alone;
mod chance;
#[cfg(target_os = "linux")]
mod cuts;
mod damage;
mod everywhere;
#[cfg(target_os = "linux")]
mod exits;
mod faults;
mod frames;
mod kills;
mod left;
mod steps;
mod walker;
mod ways;
