//! A source in full: what it says, whom it binds, where it is read, and what rests on it.

use crate::pack::{Pack, SourceId};
use crate::plain::page::PlainPage;
use crate::plain::tell;

/// Everything about a source.
pub fn full(page: &mut PlainPage<'_>, pack: &Pack, id: SourceId) {
    let (source, words) = (pack.source(id), page.words);
    page.gap();
    page.tell("plain.source.title", &[("citation", &source.citation), ("heading", &source.heading)]);
    page.gap();
    page.say(&source.says);
    page.tell("plain.source.binds", &[("binds", &source.binds)]);
    if let Some(exceptions) = &source.exceptions {
        page.tell("plain.source.exceptions", &[("exceptions", exceptions)]);
    }
    page.gap();
    let confidence = words.say(&format!("common.confidence.{}", source.confidence.name())).to_owned();
    page.tell("plain.source.confidence", &[("confidence", &confidence)]);
    page.tell("plain.source.checked", &[("day", &tell::day(pack.law_checked_on, words))]);
    page.tell("plain.source.link", &[]);
    page.whole(1, &source.link);
    page.tell("plain.source.official", &[]);
    page.whole(1, &pack.official);
    rests(page, pack, id);
}

fn rests(page: &mut PlainPage<'_>, pack: &Pack, id: SourceId) {
    let obligations = pack.obligations.iter().filter(|it| it.sources.contains(&id));
    let titles: Vec<String> = obligations.map(|it| format!("{}. {}", it.id, it.title)).collect();
    let questions = pack.questions.iter().filter(|it| it.sources.contains(&id));
    let asks: Vec<String> = questions.map(|it| it.ask.clone()).collect();
    for (name, each) in [("plain.source.obligations", titles), ("plain.source.questions", asks)] {
        if each.is_empty() {
            continue;
        }
        page.gap();
        page.tell(name, &[]);
        for line in &each {
            page.item(1, "-", line);
        }
    }
}
