//! A field of a form: what it asks for, an example, and the line that is typed on.

use crate::tui::field::Field;
use crate::tui::glyph;
use crate::tui::page::Page;
use crate::tui::theme::Role;

/// The widest line that is drawn under a field.
const WIDEST: usize = 44;

/// Writes `field` below `label` and an example, on a page of this width.
pub fn write_field(page: &mut Page, label: &str, such_as: &str, field: &Field, width: u16) {
    page.blank();
    page.runs("", &[(Role::Heading, label.to_owned()), (Role::Quiet, format!(" {such_as}"))]);
    let width = usize::from(width).saturating_sub(2);
    let (lines, cursor) = field.rows(width);
    page.field(&lines, cursor);
    page.under(Role::Rule, &glyph::RULE.repeat(width.min(WIDEST)));
}
