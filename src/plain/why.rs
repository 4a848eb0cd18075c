//! Why a question is asked, and who would know.

use crate::pack::{ObligationId, QuestionId};
use crate::plain::blocks::{lay_out, lay_out_numbered};
use crate::plain::page::PlainPage;
use crate::session::Session;
use crate::tell::{self, Target};

/// The most obligations that are named one by one; more are named by group.
const MOST_NAMED: usize = 6;

/// All there is to say about a question besides asking it.
pub fn why(page: &mut PlainPage<'_>, session: &Session<'_>, id: QuestionId) {
    let pack = session.pack();
    decides(page, session, &session.deciding_obligations(id));
    page.gap();
    lay_out(page, &tell::question_help(pack, id, page.words));
}

fn decides(page: &mut PlainPage<'_>, session: &Session<'_>, obligations: &[ObligationId]) {
    let pack = session.pack();
    if obligations.len() <= MOST_NAMED {
        let blocks = tell::why_asked(pack, obligations, MOST_NAMED, page.words);
        return lay_out_numbered(page, &blocks, &|target| match target {
            Target::Obligation(id) => Some(pack.obligation(*id).id.clone()),
            Target::Question(_) | Target::Point(_) | Target::Sources(_) => None,
        });
    }
    lay_out(page, &tell::why_asked_by_group(pack, obligations, page.words));
    if let Some(&first) = obligations.first() {
        page.say(&page.words.plain.why.read(&pack.obligation(first).id));
    }
}
