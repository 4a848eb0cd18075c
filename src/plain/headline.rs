//! The headline, above the results.

use crate::plain::blocks;
use crate::plain::page::PlainPage;
use crate::tell::HeadlineText;

/// Adds `headline` to `page`, if there is one.
pub fn lay_out(page: &mut PlainPage<'_>, headline: Option<&HeadlineText>) {
    let Some(told) = headline else { return };
    page.gap();
    page.say(&told.answer);
    blocks::lay_out(page, &told.more);
    page.gap();
    page.say(&told.rests);
}
