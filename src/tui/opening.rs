//! What Enter does on a block of a page that leads somewhere.

use crate::shipped;
use crate::tui::effect::Effect;
use crate::tui::keymap::{Hint, Press};
use crate::tui::page::PageTarget;

/// Opens `target`.
pub fn open_target(target: &PageTarget) -> Option<Effect> {
    Some(match target {
        PageTarget::Obligation(id) => Effect::Obligation(*id),
        PageTarget::Sources(ids) => Effect::Sources(ids.clone()),
        PageTarget::Question(id) => Effect::Change(*id),
        PageTarget::Point(id) => Effect::Point(*id),
        PageTarget::Paper(id) => Effect::Check(shipped::called(id)?.pack()),
    })
}

/// What Enter is said to do on `target`.
pub fn opening_hint(target: &PageTarget) -> Hint {
    match target {
        PageTarget::Obligation(_) => Hint(Press::Enter, |words| words.tui.does.open),
        PageTarget::Sources(_) => Hint(Press::Enter, |words| words.tui.does.open_law),
        PageTarget::Question(_) => Hint(Press::Enter, |words| words.tui.does.answer),
        PageTarget::Point(_) => Hint(Press::Enter, |words| words.tui.does.open_point),
        PageTarget::Paper(_) => Hint(Press::Enter, |words| words.tui.does.check_paper),
    }
}
