//! A whole report.

use jiff::civil::Date;

use crate::answer::Answer;
use crate::assessment::{LaidAside, Origin, Stance};
use crate::interview::Range;
use crate::judge::Headline;
use crate::pack::{Pack, QuestionId, ReadingId};
use crate::report::clock::Clock;
use crate::report::decided::DecidedPoint;
use crate::report::item::Item;
use crate::report::rejudged::Rejudged;
use crate::report::standing::{Standing, Totals};
use crate::report::warning::GivenWarning;

/// A whole report.
#[derive(Debug, Clone)]
pub struct Report<'p> {
    /// The pack it was made with.
    pub pack: &'p Pack,
    /// The day of the last answer, if the answers say when they were given.
    pub answered_on: Option<Date>,
    /// Whether every question that could matter is answered.
    pub complete: bool,
    /// How many questions are still to come.
    pub left: Range,
    /// The short answer to whether such a tool may be used, if the pack has one.
    pub headline: Option<Headline>,
    /// The last days that count from an event, earliest first.
    pub clocks: Vec<Clock>,
    /// The number of obligations at each standing; together, all of the pack.
    pub totals: Totals,
    /// Every obligation, in the pack's order.
    pub obligations: Vec<Item<'p>>,
    /// The places of the obligations in the order in which they press.
    pub by_urgency: Vec<usize>,
    /// The legal points on which some result depends, including those that counsel decided.
    pub readings: Vec<OpenPoint>,
    /// The legal points that counsel decided, those against the safe side first.
    pub decided: Vec<DecidedPoint>,
    /// Every answer, in asking order.
    pub answers: Vec<Given>,
    /// The answers that fit no question of today, and whose question has no new answer yet.
    pub laid_aside: Vec<LaidAside>,
    /// The warnings on answers that do not fit together, in the pack's order. They move no result.
    pub warnings: Vec<GivenWarning>,
    /// What moved since the version that the answers were made with, where they are judged anew.
    pub rejudged: Option<Rejudged>,
}

/// A legal point, and the stance of an assessment on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OpenPoint {
    /// The point.
    pub reading: ReadingId,
    /// How it is taken.
    pub stance: Stance,
}

/// An answer as given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// The question.
    pub question: QuestionId,
    /// The answer.
    pub answer: Answer,
    /// Whether it is set aside: kept, but not counted.
    pub set_aside: bool,
    /// The day it was given.
    pub on: Option<Date>,
    /// Where it comes from.
    pub origin: Origin,
}

impl Given {
    /// Whether the answer says "I don't know", in whole or in part.
    pub fn is_unsure(&self) -> bool {
        self.answer.is_unsure()
    }
}

impl<'p> Report<'p> {
    /// Returns the answer to `question`.
    pub fn answer_to(&self, question: QuestionId) -> Option<&Given> {
        self.answers.iter().find(|given| given.question == question)
    }

    /// Returns the stance on `reading`, if some result depends on it.
    pub fn stance(&self, reading: ReadingId) -> Option<Stance> {
        self.readings.iter().find(|point| point.reading == reading).map(|it| it.stance)
    }

    /// Returns the decision on `reading`, if it is decided.
    pub fn decided_point(&self, reading: ReadingId) -> Option<&DecidedPoint> {
        self.decided.iter().find(|point| point.reading == reading)
    }

    /// Counts the legal points on which some result depends and that counsel has not decided.
    pub fn count_open_points(&self) -> usize {
        self.readings.iter().filter(|point| !point.stance.is_decided()).count()
    }

    /// Yields the obligations at `standing`, what presses most first.
    pub fn items_at(&self, standing: Standing) -> impl Iterator<Item = &Item<'p>> {
        let all = self.by_urgency.iter().filter_map(|&at| self.obligations.get(at));
        all.filter(move |item| item.standing == standing)
    }
}
