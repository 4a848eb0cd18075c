//! The rows of a question: what can be chosen, ticked or typed into, and the answer that it makes.

use crate::answer::Answer;
use crate::pack::{AnswerValue, Question, Shape};
use crate::words::Label;

/// A row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuestionRow {
    /// Yes.
    Yes,
    /// No.
    No,
    /// An option.
    One(usize),
    /// An option that may hold beside others.
    Tick(usize),
    /// None of those.
    NoneOf,
    /// Those that are not ticked are not known.
    RestUnsure,
    /// Where one types.
    Field,
    /// A special value of a number.
    Special(usize),
    /// "I don't know."
    Unsure,
    /// Where the answer comes from: no answer itself.
    Origin,
}

impl QuestionRow {
    /// The answer that it is by itself.
    pub fn answer(self) -> Option<Answer> {
        match self {
            Self::Yes => Some(Answer::YesNo(true)),
            Self::No => Some(Answer::YesNo(false)),
            Self::One(at) => Some(Answer::One(at)),
            Self::Special(at) => Some(Answer::Special(at)),
            Self::NoneOf => Some(Answer::Any(Vec::new(), false)),
            Self::RestUnsure | Self::Unsure => Some(Answer::Unsure),
            Self::Tick(_) | Self::Field | Self::Origin => None,
        }
    }

    /// Whether nothing else can be ticked beside it.
    fn stands_alone(self) -> bool {
        matches!(self, Self::NoneOf | Self::Unsure)
    }
}

/// The rows of `question`; "I don't know" comes last.
pub fn of(question: &Question) -> Vec<QuestionRow> {
    let beside = match question.kind.shape() {
        Shape::YesNo | Shape::One | Shape::Scale | Shape::Line => vec![QuestionRow::Unsure],
        Shape::Many => vec![QuestionRow::NoneOf, QuestionRow::RestUnsure, QuestionRow::Unsure],
    };
    let field = question.kind.shape().is_typed().then_some(QuestionRow::Field);
    let own = question.answers.iter().filter_map(|answer| match answer.value {
        AnswerValue::YesNo(true) => Some(QuestionRow::Yes),
        AnswerValue::YesNo(false) => Some(QuestionRow::No),
        AnswerValue::One(at) => Some(QuestionRow::One(at)),
        AnswerValue::Tick(at, true) => Some(QuestionRow::Tick(at)),
        AnswerValue::Special(at) => Some(QuestionRow::Special(at)),
        AnswerValue::Tick(_, false) | AnswerValue::Range(_) | AnswerValue::Text => None,
    });
    field.into_iter().chain(own).chain(beside).collect()
}

/// The rows that `answer` marks.
pub fn ticked_by(rows: &[QuestionRow], answer: Option<&Answer>) -> Vec<bool> {
    let marks = |row: &QuestionRow| match (answer, row) {
        (Some(Answer::Any(ticked, _)), QuestionRow::Tick(at)) => ticked.contains(at),
        (Some(Answer::Any(_, rest)), QuestionRow::RestUnsure) => *rest,
        (Some(Answer::Unsure), QuestionRow::RestUnsure) | (None, _) => false,
        (Some(answer), row) => row.answer().as_ref() == Some(answer),
    };
    rows.iter().map(marks).collect()
}

/// What stands in the field when `answer` has been given.
pub fn typed(answer: &Answer) -> String {
    match answer {
        Answer::Text(line) => line.clone(),
        Answer::Number(number) => number.to_string(),
        Answer::Date(date) => date.to_string(),
        _ => String::new(),
    }
}

/// Ticks the row `at`, or takes its tick away. What contradicts it loses its tick.
pub fn tick(rows: &[QuestionRow], ticked: &mut [bool], at: usize) {
    let (Some(row), Some(now)) = (rows.get(at), ticked.get(at).copied()) else { return };
    for (other, mark) in rows.iter().zip(ticked.iter_mut()) {
        if row.stands_alone() || other.stands_alone() {
            *mark = false;
        }
    }
    if let Some(mark) = ticked.get_mut(at) {
        *mark = !now;
    }
}

/// The answer that the ticks make; without any, the focused row's, if it stands alone.
///
/// # Errors
/// What to do first.
pub fn ticked(rows: &[QuestionRow], ticked: &[bool], focus: usize) -> Result<Answer, Label> {
    let marked: Vec<QuestionRow> =
        rows.iter().zip(ticked).filter(|(_, ticked)| **ticked).map(|(row, _)| *row).collect();
    let focused = rows.get(focus).copied().filter(|it| it.stands_alone());
    match (marked.as_slice(), focused) {
        ([], Some(row)) => row.answer().ok_or(|words| words.tui.entry.nothing_ticked),
        ([], None) => Err(|words| words.tui.entry.nothing_ticked),
        (marked, Some(row)) if !marked.contains(&row) => Err(|words| words.tui.entry.other_ticked),
        ([row], _) if !matches!(row, QuestionRow::Tick(_)) => {
            row.answer().ok_or(|words| words.tui.entry.nothing_ticked)
        }
        (marked, _) => {
            let options = marked.iter().filter_map(|row| match row {
                QuestionRow::Tick(at) => Some(*at),
                _ => None,
            });
            Ok(Answer::Any(options.collect(), marked.contains(&QuestionRow::RestUnsure)))
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::answer::Answer;
    use crate::tui::screen::question::rows::{QuestionRow, tick, ticked};
    use crate::words::{ENGLISH, Label};

    const ROWS: [QuestionRow; 5] =
        [QuestionRow::Tick(0), QuestionRow::Tick(1), QuestionRow::NoneOf, QuestionRow::RestUnsure, QuestionRow::Unsure];

    /// Ticks rows one after the other, then confirms with the focus on the row `focus`.
    fn check(ticks: &[usize], focus: usize, want: Result<Answer, Label>) {
        let mut marks = vec![false; ROWS.len()];
        for it in ticks {
            tick(&ROWS, &mut marks, *it);
        }
        let told = |fault: Label| fault(&ENGLISH);
        assert_eq!(ticked(&ROWS, &marks, focus).map_err(told), want.map_err(told), "{ticks:?} {focus}");
    }

    #[test]
    fn enter_confirms_exactly_what_is_ticked() {
        check(&[], 0, Err(|words| words.tui.entry.nothing_ticked));
        check(&[], 3, Err(|words| words.tui.entry.nothing_ticked));
        check(&[], 2, Ok(Answer::Any(vec![], false)));
        check(&[], 4, Ok(Answer::Unsure));
        check(&[1], 0, Ok(Answer::Any(vec![1], false)));
        check(&[1, 0], 0, Ok(Answer::Any(vec![0, 1], false)));
        check(&[1, 1], 0, Err(|words| words.tui.entry.nothing_ticked));
        check(&[1, 3], 0, Ok(Answer::Any(vec![1], true)));
        check(&[3], 3, Ok(Answer::Unsure));
        check(&[1, 2], 2, Ok(Answer::Any(vec![], false)));
        check(&[2, 1], 1, Ok(Answer::Any(vec![1], false)));
        check(&[1], 4, Err(|words| words.tui.entry.other_ticked));
        check(&[1, 4], 4, Ok(Answer::Unsure));
    }
}
