//! What moved since the version of the pack that answers were made with, and why.

use crate::pack::{ObligationId, ObligationKind, Pack, QuestionId, SourceId, version_number};
use crate::phrase::day_text;
use crate::report::{
    GoneResult, MoveReason, MovedResult, Moves, OtherReading, Rejudged, Report, ResultPlace, Standing,
};
use crate::tell::answers::reason_laid_aside;
use crate::tell::block::{Block, Line, Target};
use crate::tell::value::{kind, standing};
use crate::text::{shortened, shown};
use crate::words::Words;

/// The most characters of the version in a file that are told.
const MAX_VERSION: usize = 40;

/// The number of characters by which a digest is told.
const SHORT_DIGEST: usize = 8;

/// What stands over it.
pub fn rejudged_title(rejudged: &Rejudged, words: &Words) -> String {
    words.tell.rejudged.title(version(rejudged))
}

/// What moved up to `report`, or that nothing did, or that it cannot be told.
pub fn rejudged(rejudged: &Rejudged, report: &Report<'_>, words: &Words) -> Vec<Block> {
    let of = &words.tell.rejudged;
    let Some(moves) = &rejudged.moves else {
        return vec![Block::text(not_kept(rejudged, report.pack, words)), Block::text(of.kept_answers)];
    };
    let mut blocks = Vec::new();
    if moves.is_empty() {
        blocks.push(Block::text(of.nothing(version(rejudged))));
    } else {
        blocks.push(Block::text(summary(moves, words)));
    }
    if let Some(kept) = &moves.other_digest {
        blocks.push(Block::text(of.other_edition(digest(&rejudged.digest), digest(kept), version(rejudged))));
    }
    let teller = MovesTeller { report, moves, words };
    add_part(of.answers, teller.answers(), &mut blocks);
    add_part(of.results, teller.results(), &mut blocks);
    add_part(of.asked, questions(report.pack, &moves.asked, 0), &mut blocks);
    add_part(of.set_aside, questions(report.pack, &moves.set_aside, 0), &mut blocks);
    blocks
}

/// Adds `points` below `heading`, if there are any.
fn add_part(heading: &str, points: Vec<Block>, blocks: &mut Vec<Block>) {
    if !points.is_empty() {
        blocks.push(Block::Heading(heading.to_owned()));
        blocks.extend(points);
    }
}

/// Why nothing can be told of what moved.
fn not_kept(rejudged: &Rejudged, pack: &Pack, words: &Words) -> String {
    let (of, made_with) = (&words.tell.rejudged, version(rejudged));
    if rejudged.version == pack.version {
        return of.same_version(digest(&rejudged.digest), &made_with);
    }
    let [then, now] = [&rejudged.version, &pack.version].map(|text| version_number(text));
    match (then, now) {
        (Some(then), Some(now)) if then > now => of.later(&pack.version, &made_with),
        _ => of.not_kept(&pack.version, &made_with),
    }
}

fn version(rejudged: &Rejudged) -> String {
    shown(&shortened(&rejudged.version, MAX_VERSION))
}

fn digest(digest: &str) -> String {
    shown(&digest.chars().take(SHORT_DIGEST).collect::<String>())
}

/// How much moved, in one sentence.
fn summary(moves: &Moves, words: &Words) -> String {
    let of = &words.tell.rejudged;
    let counts = [
        (moves.results.len() + moves.gone.len(), of.count_results(moves.results.len() + moves.gone.len())),
        (moves.count_last_days(), of.count_days(moves.count_last_days())),
        (moves.laid_aside.len(), of.count_aside(moves.laid_aside.len())),
        (moves.read_otherwise.len(), of.count_read(moves.read_otherwise.len())),
        (moves.asked.len(), of.count_asked(moves.asked.len())),
        (moves.set_aside.len(), of.count_needless(moves.set_aside.len())),
    ];
    let told = counts.into_iter().filter(|(count, _)| *count > 0).map(|(_, text)| text);
    of.summary(told.collect::<Vec<String>>().join("; "))
}

struct MovesTeller<'a> {
    report: &'a Report<'a>,
    moves: &'a Moves,
    words: &'a Words,
}

impl MovesTeller<'_> {
    /// The answers that are read as another one, or do not count.
    fn answers(&self) -> Vec<Block> {
        let (pack, of) = (self.report.pack, &self.words.tell.rejudged);
        let read = self.moves.read_otherwise.iter().map(|reading| {
            let why = pack.older.get(reading.at).map_or("", |older| &older.why);
            let line = Line::with(pack.question(reading.question).ask.clone(), of.read(self.meaning(*reading), why));
            Block::leading(0, line, Target::Question(reading.question))
        });
        let aside = self.moves.laid_aside.iter().map(|aside| {
            let why = reason_laid_aside(aside, self.words);
            match pack.question_by_id(&aside.question) {
                Some(id) => Block::leading(0, Line::with(pack.question(id).ask.clone(), why), Target::Question(id)),
                None => Block::point(0, Line::with(self.name_of_gone(&aside.question), why)),
            }
        });
        read.chain(aside).collect()
    }

    /// The name of a legal point, or of a question that is no longer asked.
    fn name_of_gone(&self, id: &str) -> String {
        let point = self.report.pack.reading_by_id(id).map(|point| self.report.pack.reading(point).title.clone());
        point.unwrap_or_else(|| shown(&shortened(id, MAX_VERSION)))
    }

    /// What the old answer is read as, in words.
    fn meaning(&self, reading: OtherReading) -> String {
        let now = self.report.pack.older.get(reading.at).and_then(|older| older.now.as_deref()).unwrap_or_default();
        let question = self.report.pack.question(reading.question);
        let option = question.choices.iter().find(|choice| choice.id == now).map(|choice| choice.label.as_str());
        let answer = &self.words.common.answer;
        let side = if now == "yes" { answer.yes } else { answer.no };
        option.unwrap_or(side).to_owned()
    }

    fn results(&self) -> Vec<Block> {
        let moved = self.moves.results.iter().flat_map(|moved| self.result(moved));
        moved.chain(self.moves.gone.iter().map(|gone| self.gone(gone))).collect()
    }

    fn result(&self, moved: &MovedResult) -> Vec<Block> {
        let of = self.report.pack.obligation(moved.id);
        let name = self.words.tell.rejudged.named(&of.id, &of.title);
        let line = Line::with(name, self.places(moved));
        let mut blocks = vec![Block::leading(0, line, Target::Obligation(moved.id))];
        blocks.extend(self.days(moved).map(|line| Block::point(1, line)));
        let told = self.moves.results.iter().find(|other| other.reasons == moved.reasons).map(|other| other.id);
        match told.filter(|id| *id != moved.id) {
            Some(id) => blocks.push(self.same_reasons(id)),
            None => {
                blocks.extend(moved.reasons.iter().flat_map(|reason| self.reason(reason, moved.before.is_none())));
            }
        }
        blocks
    }

    /// That the reasons are those told of `id`.
    fn same_reasons(&self, id: ObligationId) -> Block {
        let same = self.words.tell.rejudged.same_reasons(&self.report.pack.obligation(id).id);
        Block::leading(1, same, Target::Obligation(id))
    }

    fn gone(&self, gone: &GoneResult) -> Block {
        let of = &self.words.tell.rejudged;
        let from = standing(gone.before.standing, self.words);
        Block::point(0, Line::with(of.named(&gone.id, &gone.title), of.gone(from)))
    }

    /// Where it stood and where it stands.
    fn places(&self, moved: &MovedResult) -> String {
        let (of, to) = (&self.words.tell.rejudged, self.place(moved.after));
        let Some(before) = moved.before else { return of.is_new(to) };
        let from = self.place(before);
        if before.kind == moved.after.kind || moved.after.standing == Standing::RuledOut {
            return if from == to { of.stays(to) } else { self.words.tell.effects.moves(from, to) };
        }
        let with_kind =
            |of_kind: ObligationKind, place| self.words.tell.rejudged.place_of_kind(kind(of_kind, self.words), place);
        self.words.tell.effects.moves(with_kind(before.kind, from), with_kind(moved.after.kind, to))
    }

    fn place(&self, place: ResultPlace) -> &'static str {
        if place.is_missing { self.words.tell.effects.to_do_missing } else { standing(place.standing, self.words) }
    }

    /// The last days before and now, if they differ.
    fn days(&self, moved: &MovedResult) -> Option<String> {
        let of = &self.words.tell.rejudged;
        let before = moved.before.and_then(|place| place.last_day);
        let [from, to] = [before, moved.after.last_day]
            .map(|day| day.map_or_else(|| of.no_day.to_owned(), |day| day_text(day, self.words)));
        (before != moved.after.last_day).then(|| match moved.before {
            Some(_) => of.last_day(from, to),
            None => of.new_last_day(to),
        })
    }

    fn reason(&self, reason: &MoveReason, is_new: bool) -> Vec<Block> {
        let (pack, of) = (self.report.pack, &self.words.tell.rejudged);
        let ask = |id: QuestionId| pack.question(id).ask.as_str();
        match reason {
            MoveReason::ReadOtherwise(reading) => {
                vec![Block::point(1, of.because_read(ask(reading.question)))]
            }
            MoveReason::LaidAside(id) => vec![Block::leading(1, of.because_aside(ask(*id)), Target::Question(*id))],
            MoveReason::RuleChange(at) => self.rule_change(*at, is_new).into_iter().collect(),
            MoveReason::TurnsOn(ids) => with_questions(of.turns_on(ids.len()), pack, ids),
            MoveReason::Points(ids) => {
                let titled = |id| of.turns_on_point(&pack.reading(id).title);
                ids.iter().map(|&id| Block::leading(1, titled(id), Target::Point(id))).collect()
            }
            MoveReason::StandsOn(ids) if ids.is_empty() => vec![Block::point(1, of.stands_always)],
            MoveReason::StandsOn(ids) => with_questions(of.stands_on.to_owned(), pack, ids),
        }
    }

    fn rule_change(&self, at: usize, is_new: bool) -> Option<Block> {
        let pack = self.report.pack;
        let change = pack.changes.get(at)?;
        let says = if is_new { change.says.clone() } else { self.words.tell.rejudged.because_rule(&change.says) };
        Some(match change.sources.as_slice() {
            [] => Block::point(1, says),
            sources => Block::leading(1, Line::with(says, cited(pack, sources)), Target::Sources(sources.to_vec())),
        })
    }
}

/// Provisions, as they are cited behind a sentence.
fn cited(pack: &Pack, ids: &[SourceId]) -> String {
    let ids: Vec<&str> = ids.iter().map(|&id| pack.source(id).id.as_str()).collect();
    format!("[{}]", ids.join(", "))
}

fn with_questions(line: String, pack: &Pack, ids: &[QuestionId]) -> Vec<Block> {
    [Block::point(1, line)].into_iter().chain(questions(pack, ids, 2)).collect()
}

fn questions(pack: &Pack, ids: &[QuestionId], depth: usize) -> Vec<Block> {
    ids.iter().map(|&id| Block::leading(depth, pack.question(id).ask.clone(), Target::Question(id))).collect()
}
