//! A source in full: what it says, whom it binds, where it is read, and what rests on it.

use crate::pack::{Pack, SourceId};
use crate::plain::blocks::lay_out_numbered;
use crate::plain::page::PlainPage;
use crate::tell::{self, Target};

/// Everything about a source. An obligation that rests on it is marked with its name, which opens it.
pub fn full(page: &mut PlainPage<'_>, pack: &Pack, id: SourceId) {
    let blocks = tell::source_in_full(pack, id, page.words);
    lay_out_numbered(page, &blocks, &|target| match target {
        Target::Obligation(id) => Some(pack.obligation(*id).id.clone()),
        Target::Question(_) | Target::Point(_) | Target::Sources(_) => None,
    });
}
