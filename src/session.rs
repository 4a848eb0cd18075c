//! An assessment in progress, which both front ends drive. A session holds the answers and computes
//! the rest; it saves nothing and shows nothing.

use crate::answer::Answer;
use crate::assessment::{Assessment, Author, Decision, Entry, Origin};
use crate::interview::{Interview, Progress};
use crate::judge::{self, Judgement};
use crate::pack::{ObligationId, Pack, QuestionId, ReadingId, WarningId};
use crate::report::{self, Given, GivenWarning, Report};
use crate::route::{self, Route, Stop};

/// An assessment in progress.
pub struct Session<'p> {
    interview: Interview<'p>,
    assessment: Assessment,
    progress: Progress,
    judgements: Vec<Judgement>,
    /// The warnings that hold, and those of them that the last change brought up.
    warnings: Vec<GivenWarning>,
    brought_up: Vec<WarningId>,
    past: Vec<Assessment>,
}

/// The effects of changing answers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Effects {
    /// Answers that count now and would be set aside.
    pub set_aside: Vec<QuestionId>,
    /// Answers that are set aside now and would count again.
    pub restored: Vec<QuestionId>,
    /// Obligations whose judgement would change, with the judgement before and after.
    pub moved: Vec<(ObligationId, Judgement, Judgement)>,
    /// Warnings that would be new.
    pub warnings: Vec<WarningId>,
}

/// The subject of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// The answer to this question.
    Answer(QuestionId),
    /// The origin of the answer to this question.
    Origin(QuestionId),
    /// This number of answers at once, from elsewhere.
    Answers(usize),
    /// An open legal point: the side taken, or who took it and why.
    Point(ReadingId),
}

impl<'p> Session<'p> {
    /// Creates a session over `pack` that continues `assessment`.
    pub fn new(pack: &'p Pack, assessment: Assessment) -> Self {
        let mut interview = Interview::new(pack);
        let progress = interview.progress(&assessment);
        let judgements = judgements(pack, &progress);
        let warnings = warnings(pack, &progress);
        let (brought_up, past) = (Vec::new(), Vec::new());
        Self { interview, assessment, progress, judgements, warnings, brought_up, past }
    }

    /// The pack.
    pub fn pack(&self) -> &'p Pack {
        self.interview.pack()
    }

    /// The answers.
    pub fn assessment(&self) -> &Assessment {
        &self.assessment
    }

    /// Returns how far the interview is.
    pub fn progress(&self) -> &Progress {
        &self.progress
    }

    /// The judgement of every obligation, in the pack's order.
    pub fn judgements(&self) -> &[Judgement] {
        &self.judgements
    }

    /// The warnings on answers that do not fit together.
    pub fn warnings(&self) -> &[GivenWarning] {
        &self.warnings
    }

    /// Those of them that the last change brought up.
    pub fn brought_up(&self) -> &[WarningId] {
        &self.brought_up
    }

    /// Gives or changes the answer to `question`.
    pub fn answer(&mut self, question: QuestionId, entry: Entry) {
        let mut next = self.assessment.clone();
        next.answers.insert(question, entry);
        self.move_to(next);
    }

    /// Decides an open legal point for this assessment, or reopens it.
    pub fn decide(&mut self, reading: ReadingId, decision: Option<Decision>) {
        let mut next = self.assessment.with_point_left_open(reading);
        next.readings.extend(decision.map(|decision| (reading, decision)));
        self.move_to(next);
    }

    /// Says who decided the legal point `reading` and why, at the time `now`. Returns whether that
    /// changed anything; never, while the point is open.
    ///
    /// It is one change with the decision and with earlier edits, because it is typed bit by bit. An
    /// author never affects judgements.
    pub fn set_author(&mut self, reading: ReadingId, author: &Author, now: &str) -> bool {
        let mut next = self.assessment.clone();
        let Some(decision) = next.readings.get_mut(&reading) else { return false };
        *decision = decision.with_author(author, now);
        if next == self.assessment {
            return false;
        }
        let goes_on = self.last_change() == Some(Change::Point(reading));
        self.edit(next, goes_on);
        true
    }

    /// Gives or changes several answers as one change.
    pub fn answer_all(&mut self, entries: Vec<(QuestionId, Entry)>) {
        let mut next = self.assessment.clone();
        next.answers.extend(entries);
        self.move_to(next);
    }

    /// Sets the origin of the answer to `question`. Returns whether that changed anything.
    ///
    /// Consecutive edits of the origin of one answer are one change, because it is typed bit by bit
    /// and undone as a whole. If they cancel out, there is nothing to undo. Origins never affect
    /// judgements.
    pub fn set_origin(&mut self, question: QuestionId, origin: &Origin) -> bool {
        let mut next = self.assessment.clone();
        let Some(entry) = next.answers.get_mut(&question) else { return false };
        *entry = entry.with_origin(origin);
        if next == self.assessment {
            return false;
        }
        let goes_on = self.last_change() == Some(Change::Origin(question));
        self.edit(next, goes_on);
        true
    }

    /// Replaces the answers by `next`, which judges the same; as part of the last change if it
    /// `goes_on`.
    fn edit(&mut self, next: Assessment, goes_on: bool) {
        if !goes_on {
            self.past.push(std::mem::replace(&mut self.assessment, next));
            return;
        }
        self.assessment = next;
        if self.past.last() == Some(&self.assessment) {
            self.past.pop();
        }
    }

    /// Undoes the last change. Returns whether there was one.
    pub fn undo(&mut self) -> bool {
        let Some(before) = self.past.pop() else { return false };
        self.assessment = before;
        self.work_out();
        true
    }

    /// Returns the number of changes that can be undone.
    pub fn undo_count(&self) -> usize {
        self.past.len()
    }

    /// Returns the subject of the last change, if there was one.
    pub fn last_change(&self) -> Option<Change> {
        let earlier = self.past.last()?;
        let before = &earlier.answers;
        let mut all = self.assessment.answers.iter().filter(|(id, entry)| before.get(id) != Some(entry));
        let changed = all.next();
        let more = all.count();
        if more > 0 {
            return Some(Change::Answers(more + 1));
        }
        let Some((&id, entry)) = changed else { return self.last_point(earlier).map(Change::Point) };
        let same = before.get(&id).is_some_and(|earlier| earlier.answer == entry.answer && earlier.at == entry.at);
        Some(if same { Change::Origin(id) } else { Change::Answer(id) })
    }

    /// Returns the legal point whose decision differs from that in `earlier`.
    fn last_point(&self, earlier: &Assessment) -> Option<ReadingId> {
        let (before, now) = (&earlier.readings, &self.assessment.readings);
        let all = before.keys().chain(now.keys());
        all.copied().find(|id| before.get(id) != now.get(id))
    }

    /// Returns what giving these answers at once would set aside, restore and change. Changes
    /// nothing.
    pub fn preview(&mut self, answers: &[(QuestionId, Answer)]) -> Effects {
        let progress = self.interview.progress(&self.with(answers));
        let after = judgements(self.pack(), &progress);
        let apart = |mine: &[QuestionId], other: &[QuestionId]| {
            let given = |id: &QuestionId| answers.iter().any(|(given, _)| given == id);
            let gone = mine.iter().filter(|id| !other.contains(id) && !given(id));
            gone.copied().collect()
        };
        let moved = self.judgements.iter().zip(&after).enumerate().filter(|(_, (old, new))| old != new);
        Effects {
            set_aside: apart(&progress.replay.set_aside, &self.progress.replay.set_aside),
            restored: apart(&self.progress.replay.set_aside, &progress.replay.set_aside),
            moved: moved.map(|(at, (old, new))| (ObligationId(at), *old, *new)).collect(),
            warnings: new_ones(&self.warnings, &warnings(self.pack(), &progress)),
        }
    }

    /// Returns the questions of those answers that would count. Changes nothing.
    pub fn counting_questions(&mut self, answers: &[(QuestionId, Answer)]) -> Vec<QuestionId> {
        let replay = self.interview.replay(&self.with(answers));
        answers.iter().map(|(id, _)| *id).filter(|it| replay.answered.contains(it)).collect()
    }

    /// Returns the live answered question before `question` in asking order; the last one, if
    /// `question` is `None`.
    pub fn question_before(&self, question: Option<QuestionId>) -> Option<QuestionId> {
        let answered = self.progress.replay.answered.iter().rev().copied();
        answered.into_iter().find(|id| question.is_none_or(|at| *id < at))
    }

    /// Returns the question after `question`: the next live answered one or the next one to ask,
    /// whichever comes first in asking order. `None` when the interview is done.
    pub fn question_after(&self, question: QuestionId) -> Option<QuestionId> {
        let answered = self.progress.replay.answered.iter().copied().find(|id| *id > question);
        match (answered, self.progress.replay.next) {
            (Some(answered), Some(next)) => Some(answered.min(next)),
            (Some(answered), None) => Some(answered),
            (None, next) => next,
        }
    }

    /// Returns the obligations that still depend on `question` if everything but its answer is
    /// known.
    pub fn deciding_obligations(&self, question: QuestionId) -> Vec<ObligationId> {
        self.progress.deciding_obligations(self.pack(), question)
    }

    /// The way through the interview, as plain data.
    pub fn route(&mut self) -> Route {
        route::route(&mut self.interview, &self.assessment, &self.progress)
    }

    /// Counts the questions left after each answer to the question of `stop`.
    pub fn count_left(&mut self, stop: &mut Stop) {
        route::count_left(&mut self.interview, &self.assessment, stop);
    }

    /// Yields the questions that the interview passes by and nobody has answered.
    pub fn offered_questions(&self) -> impl Iterator<Item = QuestionId> {
        let unanswered = |id: &QuestionId| self.assessment.answer(*id).is_none();
        let pack = self.pack();
        pack.question_ids().filter(|id| pack.question(*id).unasked).filter(unanswered)
    }

    /// Returns the answer to `question` as the report gives it.
    pub fn given_answer(&self, question: QuestionId) -> Option<Given> {
        report::given_answer(&self.assessment, &self.progress, question)
    }

    /// Everything the answers establish, as plain data.
    pub fn report(&self) -> Report<'p> {
        report::report(self.pack(), &self.assessment, &self.progress)
    }

    /// Returns the assessment with these answers added.
    fn with(&self, answers: &[(QuestionId, Answer)]) -> Assessment {
        let mut then = self.assessment.clone();
        then.answers.extend(answers.iter().map(|(id, answer)| (*id, Entry::new(answer.clone()))));
        then
    }

    fn move_to(&mut self, next: Assessment) {
        self.past.push(std::mem::replace(&mut self.assessment, next));
        self.work_out();
    }

    fn work_out(&mut self) {
        self.progress = self.interview.progress(&self.assessment);
        self.judgements = judgements(self.pack(), &self.progress);
        let now = warnings(self.pack(), &self.progress);
        self.brought_up = new_ones(&self.warnings, &now);
        self.warnings = now;
    }
}

fn warnings(pack: &Pack, progress: &Progress) -> Vec<GivenWarning> {
    report::warnings(pack, &progress.replay.known)
}

/// Returns what is in `after` but not in `before`.
fn new_ones(before: &[GivenWarning], after: &[GivenWarning]) -> Vec<WarningId> {
    let is_new = |given: &&GivenWarning| before.iter().all(|other| other.id != given.id);
    after.iter().filter(is_new).map(|given| given.id).collect()
}

fn judgements(pack: &Pack, progress: &Progress) -> Vec<Judgement> {
    let each = pack.obligations.iter().map(|it| judge::judge(pack, it, &progress.replay.known));
    each.collect()
}
