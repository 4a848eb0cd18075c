//! What is not as an example says, in words.

use crate::boxes::Status;
use crate::example::{Atom, ClaimedOutcome, Example, Found, Mismatch, Stand};
use crate::pack::{Files, ObligationId, Pack, QuestionId};
use crate::text;
use crate::words::Words;

/// Every difference of one example, a line each under its name; nothing if there is none.
pub fn failure(pack: &Pack, files: &Files, of: &Example, differences: &[Mismatch<'_>], words: &Words) -> String {
    if differences.is_empty() {
        return String::new();
    }
    let file = text::shown(&of.path);
    let mut told = words.fill("example.failed", &[("file", &file), ("title", &of.title)]) + "\n";
    let teller = TestResultTeller { pack, words };
    for it in differences {
        let place = files.place(&it.claim.spot);
        let (line, column) = (place.line.to_string(), place.column.to_string());
        let what = teller.what(&it.claim.says, &it.found);
        told += &words.fill("example.differs", &[("line", &line), ("column", &column), ("what", &what)]);
        told.push('\n');
    }
    told + "\n"
}

/// How many examples there are, and how many of them do not hold.
pub fn summary(all: usize, failed: usize, words: &Words) -> String {
    let (n, failures) = (all.to_string(), failed.to_string());
    let name = match (all, failed) {
        (0, _) => "example.none",
        (1, 0) => "example.pass_one",
        (_, 0) => "example.pass",
        _ => "example.fail",
    };
    words.fill(name, &[("n", &n), ("failed", &failures)]) + "\n"
}

/// How many parts of the conditions the examples show deciding alone, and which they do not.
pub fn atoms(atoms: &[Atom], files: &Files, words: &Words) -> String {
    let missing: Vec<&Atom> = atoms.iter().filter(|it| !it.shown).collect();
    let (all, shown) = (atoms.len().to_string(), (atoms.len() - missing.len()).to_string());
    let mut told = words.fill("example.atoms", &[("shown", &shown), ("all", &all)]) + "\n";
    for it in missing {
        let place = files.place(&it.spot);
        let (line, column) = (place.line.to_string(), place.column.to_string());
        let file = text::shown(&place.file);
        let values = [("file", file.as_str()), ("line", &line), ("column", &column), ("atom", &it.text)];
        told += &(words.fill("example.not_shown", &values) + "\n");
    }
    told
}

struct TestResultTeller<'a> {
    pack: &'a Pack,
    words: &'a Words,
}

impl TestResultTeller<'_> {
    fn what(&self, says: &ClaimedOutcome, found: &Found) -> String {
        match (says, found) {
            (ClaimedOutcome::Stands(id, said), Found::Stands(stand, why, on)) => {
                self.stands(*id, (*said, *stand), why, on)
            }
            (ClaimedOutcome::LastDay(id, said), Found::LastDay(day)) => {
                let found = day.map_or_else(|| self.words.say("example.is.no_day").to_owned(), |it| it.to_string());
                self.differs("example.is.last_day", *id, &said.to_string(), &found)
            }
            (ClaimedOutcome::DependsOn(id, said), Found::DependsOn(on)) => {
                let (said, found) = (self.questions(said.iter()), self.questions(on.iter()));
                self.differs("example.is.depends_on", *id, &said, &found)
            }
            (ClaimedOutcome::Shows(id, at, said), Found::Shows(shown)) => self.shows(*id, *at, *said, *shown),
            (ClaimedOutcome::Next(said), Found::Next(next)) => {
                self.words.fill("example.is.next", &[("said", &self.next(*said)), ("found", &self.next(*next))])
            }
            (ClaimedOutcome::SetAside(said), Found::SetAside(aside)) => {
                let (said, found) = (self.questions(said.iter()), self.questions(aside.iter()));
                self.words.fill("example.is.set_aside", &[("said", &said), ("found", &found)])
            }
            _ => String::new(),
        }
    }

    fn stands(&self, id: ObligationId, (said, found): (Stand, Stand), why: &[String], on: &[QuestionId]) -> String {
        let stands = self.differs("example.is.stands", id, self.stand(said), self.stand(found));
        if !why.is_empty() {
            let reasons = why.join("; ");
            return self.words.fill("example.is.because", &[("stands", &stands), ("reasons", &reasons)]);
        }
        if found == Stand::Open && !on.is_empty() {
            let questions = self.questions(on.iter());
            return self.words.fill("example.is.depends", &[("stands", &stands), ("questions", &questions)]);
        }
        stands
    }

    fn shows(&self, id: ObligationId, at: usize, said: bool, shown: Status) -> String {
        let step = self.pack.obligation(id).advice().nth(at).map_or("", |it| it.text.as_str());
        let found = match shown {
            Status::Yes => "example.shown.yes",
            Status::No => "example.shown.no",
            Status::Open => "example.shown.open",
        };
        let name = if said { "example.is.shows" } else { "example.is.hides" };
        let (id, found) = (self.pack.obligation(id).id.as_str(), self.words.say(found));
        self.words.fill(name, &[("id", id), ("text", &text::shortened(step, 60)), ("found", found)])
    }

    fn differs(&self, name: &str, id: ObligationId, said: &str, found: &str) -> String {
        let id = self.pack.obligation(id).id.as_str();
        self.words.fill(name, &[("id", id), ("said", said), ("found", found)])
    }

    fn stand(&self, stand: Stand) -> &str {
        self.words.say(match stand {
            Stand::RuledOut => "example.stand.ruled_out",
            Stand::Open => "example.stand.open",
            Stand::Applies => "example.stand.applies",
            Stand::InPlace => "example.stand.in_place",
            Stand::Missing => "example.stand.missing",
        })
    }

    fn next(&self, next: Option<QuestionId>) -> String {
        let question = next.map(|it| format!("`{}`", self.pack.question(it).id));
        question.unwrap_or_else(|| self.words.say("example.is.done").to_owned())
    }

    fn questions<'q>(&self, questions: impl Iterator<Item = &'q QuestionId>) -> String {
        let names: Vec<String> = questions.map(|&it| format!("`{}`", self.pack.question(it).id)).collect();
        if names.is_empty() { self.words.say("example.is.nothing").to_owned() } else { names.join(", ") }
    }
}
