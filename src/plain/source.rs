//! A source in full: what it says, whom it binds, where it is read, and what rests on it.

use crate::pack::{Pack, SourceId};
use crate::plain::page::PlainPage;
use crate::tell;

/// Everything about a source.
pub fn full(page: &mut PlainPage<'_>, pack: &Pack, id: SourceId) {
    let (source, words) = (pack.source(id), page.words);
    page.gap();
    page.say(&page.words.plain.source.title(&source.citation, &source.heading));
    page.gap();
    page.say(&source.says);
    page.say(&page.words.plain.source.binds(&source.binds));
    if let Some(exceptions) = &source.exceptions {
        page.say(&page.words.plain.source.exceptions(exceptions));
    }
    page.gap();
    let confidence = tell::confidence(source.confidence, words);
    page.say(&page.words.plain.source.confidence(confidence));
    page.say(&page.words.plain.source.checked(tell::day_text(pack.law_checked_on, words)));
    page.say(page.words.plain.source.link);
    page.whole(1, &source.link);
    page.say(page.words.plain.source.official);
    page.whole(1, &pack.official);
    rests(page, pack, id);
}

fn rests(page: &mut PlainPage<'_>, pack: &Pack, id: SourceId) {
    let obligations = pack.obligations.iter().filter(|it| it.sources.contains(&id));
    let titles: Vec<String> = obligations.map(|it| format!("{}. {}", it.id, it.title)).collect();
    let questions = pack.questions.iter().filter(|it| it.sources.contains(&id));
    let asks: Vec<String> = questions.map(|it| it.ask.clone()).collect();
    for (name, each) in [(page.words.plain.source.obligations, titles), (page.words.plain.source.questions, asks)] {
        if each.is_empty() {
            continue;
        }
        page.gap();
        page.say(name);
        for line in &each {
            page.item(1, "-", line);
        }
    }
}
