//! What is not as an example says, in words.

use std::collections::BTreeSet;

use crate::boxes::Status;
use crate::example::{Atom, ClaimedHeadline, ClaimedOutcome, Example, Found, Mismatch, Stand};
use crate::judge::{Headline, HeadlineAnswer};
use crate::pack::{Files, ObligationId, Pack, QuestionId, WarningId};
use crate::text;
use crate::words::Words;

/// Every difference of one example, a line each under its name; nothing if there is none.
pub fn failure(pack: &Pack, files: &Files, of: &Example, differences: &[Mismatch<'_>], words: &Words) -> String {
    if differences.is_empty() {
        return String::new();
    }
    let file = text::shown(&of.path);
    let mut told = words.example.failed(&file, &of.title) + "\n";
    let teller = TestResultTeller { pack, words };
    for difference in differences {
        let place = files.place(&difference.claim.spot);
        let (line, column) = (place.line.to_string(), place.column.to_string());
        let what = teller.what(&difference.claim.says, &difference.found);
        told += &words.example.differs(&column, &line, &what);
        told.push('\n');
    }
    told + "\n"
}

/// How many examples there are, and how many of them do not hold.
pub fn summary(all: usize, failed: usize, words: &Words) -> String {
    let told = match (all, failed) {
        (0, _) => words.example.none.to_owned(),
        (1, 0) => words.example.pass_one.to_owned(),
        (_, 0) => words.example.pass(all),
        _ => words.example.fail(failed, all),
    };
    told + "\n"
}

/// How many parts of the conditions the examples show deciding alone, and which they do not.
pub fn atoms(atoms: &[Atom], files: &Files, words: &Words) -> String {
    let missing: Vec<&Atom> = atoms.iter().filter(|atom| !atom.shown).collect();
    let (all, shown) = (atoms.len().to_string(), (atoms.len() - missing.len()).to_string());
    let mut told = words.example.atoms(&all, &shown) + "\n";
    for atom in missing {
        let place = files.place(&atom.spot);
        let (line, column) = (place.line.to_string(), place.column.to_string());
        let file = text::shown(&place.file);
        told += &(words.example.not_shown(&atom.text, &column, file.as_str(), &line) + "\n");
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
                let found = day.map_or_else(|| self.words.common.not_known.to_owned(), |it| it.to_string());
                self.words.example.is.last_day(found, self.id(*id), said)
            }
            (ClaimedOutcome::DependsOn(id, said), Found::DependsOn(on)) => {
                let (said, found) = (self.questions(said.iter()), self.questions(on.iter()));
                self.words.example.is.depends_on(found, self.id(*id), said)
            }
            (ClaimedOutcome::Shows(id, at, said), Found::Shows(shown)) => self.shows(*id, *at, *said, *shown),
            (ClaimedOutcome::Next(said), Found::Next(next)) => {
                self.words.example.is.next(self.next(*next), self.next(*said))
            }
            (ClaimedOutcome::Headline(said), Found::Headline(headline)) => self.headline(said, headline.as_ref()),
            (ClaimedOutcome::SetAside(said), Found::SetAside(aside)) => {
                let (said, found) = (self.questions(said.iter()), self.questions(aside.iter()));
                self.words.example.is.set_aside(&found, &said)
            }
            (ClaimedOutcome::Warns(said), Found::Warns(warned)) => {
                let (said, found) = (self.warnings(said), self.warnings(warned));
                self.words.example.is.warns(&found, &said)
            }
            _ => String::new(),
        }
    }

    fn stands(&self, id: ObligationId, (said, found): (Stand, Stand), why: &[String], on: &[QuestionId]) -> String {
        let stands = self.words.example.is.stands(self.stand(found), self.id(id), self.stand(said));
        if !why.is_empty() {
            let reasons = why.join("; ");
            return self.words.example.is.because(&reasons, &stands);
        }
        if found == Stand::Open && !on.is_empty() {
            let questions = self.questions(on.iter());
            return self.words.example.is.depends(&questions, &stands);
        }
        stands
    }

    /// The parts of the headline that the example claims, and as they are.
    fn headline(&self, said: &ClaimedHeadline, headline: Option<&Headline>) -> String {
        let told = |answer: HeadlineAnswer, items: &[ObligationId], count: usize| {
            let mut parts = vec![answer.name().to_owned()];
            let ids: Vec<&str> = items.iter().map(|&id| self.id(id)).collect();
            parts.extend(said.items.as_ref().map(|_| format!("[{}]", ids.join(", "))));
            parts.extend(said.count.map(|_| count.to_string()));
            parts.join(" ")
        };
        let items: Vec<ObligationId> = said.items.iter().flatten().copied().collect();
        let wanted = told(said.answer, &items, said.count.unwrap_or_default());
        let found = headline.map(|it| told(it.answer(), it.items(), it.count())).unwrap_or_default();
        self.words.example.is.headline(&found, &wanted)
    }

    fn shows(&self, id: ObligationId, at: usize, said: bool, shown: Status) -> String {
        let step = self.pack.obligation(id).advice().nth(at).map_or("", |advice| advice.text.as_str());
        let found = match shown {
            Status::Yes => self.words.example.shown.yes,
            Status::No => self.words.example.shown.no,
            Status::Open => self.words.example.shown.open,
        };
        let (of, id, step) = (&self.words.example.is, self.id(id), text::shortened(step, 60));
        if said { of.shows(found, id, step) } else { of.hides(found, id, step) }
    }

    fn id(&self, id: ObligationId) -> &str {
        &self.pack.obligation(id).id
    }

    fn stand(&self, stand: Stand) -> &str {
        match stand {
            Stand::RuledOut => self.words.example.stand.ruled_out,
            Stand::Open => self.words.example.stand.open,
            Stand::Applies => self.words.example.stand.applies,
            Stand::InPlace => self.words.example.stand.in_place,
            Stand::Missing => self.words.example.stand.missing,
        }
    }

    fn next(&self, next: Option<QuestionId>) -> String {
        let question = next.map(|id| format!("`{}`", self.pack.question(id).id));
        question.unwrap_or_else(|| self.words.example.is.done.to_owned())
    }

    fn questions<'q>(&self, questions: impl Iterator<Item = &'q QuestionId>) -> String {
        let names: Vec<String> = questions.map(|&it| format!("`{}`", self.pack.question(it).id)).collect();
        self.listed(&names)
    }

    fn warnings(&self, warnings: &BTreeSet<WarningId>) -> String {
        let names: Vec<String> = warnings.iter().map(|&it| format!("`{}`", self.pack.warning(it).id)).collect();
        self.listed(&names)
    }

    fn listed(&self, names: &[String]) -> String {
        if names.is_empty() { self.words.example.is.nothing.to_owned() } else { names.join(", ") }
    }
}
