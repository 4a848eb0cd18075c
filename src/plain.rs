//! To come.
use std::io::{BufRead, Result, Write};

use crate::desk::Setup;

pub fn run(_: Setup<'_>, _: &mut dyn BufRead, _: &mut dyn Write) -> Result<()> {
    Ok(())
}
pub fn run_prompts(_: Setup<'_>) -> Result<()> {
    Ok(())
}
