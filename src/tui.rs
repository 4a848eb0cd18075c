//! To come.
use crate::desk::Setup;

pub struct Look {
    pub theme: Theme,
    pub color: bool,
    pub mouse: bool,
}
pub struct Theme;
impl Theme {
    pub fn called(_: &str) -> Self {
        Self
    }
}
pub fn run(_: Setup<'_>, _: Look) -> std::io::Result<()> {
    Ok(())
}
