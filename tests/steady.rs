//! What must hold over a long time and at any moment. `.ci/steady` looks for as long as it is told to, from
//! another seed each time.

mod chance;
mod damage;
mod environments;
#[cfg(target_os = "linux")]
mod exits;
mod faults;
mod frames;
mod in_process;
mod kills;
mod left;
#[cfg(target_os = "linux")]
mod power_cuts;
mod steps;
mod walker;
mod ways;

use crate::steady::chance::seed;

/// Says how far a check went, or what it left out.
#[expect(clippy::print_stdout, reason = "so that it can be seen in the log")]
fn tell(figures: &str) {
    println!("{figures}, seed {}", seed());
}
