//! Why a question is asked, and who would know.

use crate::pack::{ObligationId, QuestionId};
use crate::plain::page::PlainPage;
use crate::plain::{question, wording};
use crate::session::Session;

/// The most obligations that are named one by one; more are told by group.
const MOST_NAMED: usize = 6;

/// All there is to say about a question besides asking it.
pub fn why(page: &mut PlainPage<'_>, session: &Session<'_>, id: QuestionId) {
    let pack = session.pack();
    let of = pack.question(id);
    page.gap();
    page.say(page.words.plain.why.title);
    decides(page, session, &session.deciding_obligations(id));
    if !of.sources.is_empty() {
        page.gap();
        page.say(&page.words.plain.why.sources(wording::citations(pack, &of.sources)));
    }
    if let Some(look) = &of.look {
        page.gap();
        page.say(&page.words.plain.why.look(look));
    }
    page.gap();
    for line in question::unsure(page, session, id) {
        page.say(&line);
    }
}

fn decides(page: &mut PlainPage<'_>, session: &Session<'_>, obligations: &[ObligationId]) {
    let pack = session.pack();
    if obligations.is_empty() {
        page.say(page.words.plain.why.record);
        return;
    }
    let count = page.words.plain.why.decides(obligations.len());
    page.say(&count);
    let of = |id: &ObligationId| pack.obligation(*id);
    if obligations.len() <= MOST_NAMED {
        for it in obligations.iter().map(of) {
            let cited = wording::citations(pack, &it.sources);
            let line = page.words.plain.why.obligation(&cited, &it.title);
            page.item(1, &format!("{}.", it.id), &line);
        }
        return;
    }
    for (at, group) in pack.groups.iter().enumerate() {
        let ids: Vec<&str> = obligations.iter().map(of).filter(|it| it.group == at).map(|it| it.id.as_str()).collect();
        if !ids.is_empty() {
            page.item(1, "-", &format!("{}: {}", group.title, ids.join(", ")));
        }
    }
    if let Some(first) = obligations.first() {
        page.say(&page.words.plain.why.read(&of(first).id));
    }
}
