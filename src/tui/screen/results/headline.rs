//! The headline, above the tabs of the results.

use crate::tell::HeadlineText;
use crate::tui::blocks::lay_out_beside;
use crate::tui::page::Page;
use crate::tui::theme::Role;

/// Adds `told` to `page`: the answer in bold, then what is said beside it.
pub fn lay_out(page: &mut Page, told: &HeadlineText) {
    page.text(Role::Strong, &told.answer);
    lay_out_beside(page, &told.more);
    page.gap();
}
