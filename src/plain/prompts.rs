//! The same interview with menus, for a terminal that both ends of the program are at.

use std::io;

use crate::desk::Setup;

/// Goes through an assessment with menus.
///
/// # Errors
/// When the terminal fails.
pub fn run_prompts(setup: Setup<'_>) -> io::Result<()> {
    crate::plain::run(setup, &mut io::stdin().lock(), &mut io::stdout().lock())
}
