//! What a typed line means at a question.

use jiff::civil::Date;

use crate::answer::{Answer, Misread, read_typed};
use crate::pack::{Kind, Question, Shape, Unit};
use crate::plain::picks::{Pick, PickValue, UNSURE};
use crate::plain::wording;
use crate::tell;
use crate::words::Words;

/// What a line asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ParsedLine {
    /// An answer.
    Answer(Answer),
    /// An empty line.
    Nothing,
    /// Something other than an answer.
    Command(Command),
    /// Not understood: what to type instead.
    Fault(String),
}

/// What can be asked for besides answering.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    /// The step before.
    Back,
    /// Why the question is asked.
    Why,
    /// The results so far.
    Results,
    /// The answers given.
    Review,
    /// To say where an answer comes from.
    Origin,
    /// The map, or one question of it by its number.
    Map(Option<usize>),
    /// To leave.
    Leave,
}

/// The command that `line` names. Whole words do for it too, but not where `letters_only` says that
/// they may be an answer.
pub fn command(line: &str, letters_only: bool) -> Option<Command> {
    let line = line.to_lowercase();
    let found = match line.as_str() {
        "b" | "back" => Command::Back,
        "?" | "help" | "why" => Command::Why,
        "r" | "results" => Command::Results,
        "v" | "review" => Command::Review,
        "w" | "where" => Command::Origin,
        "m" | "map" => Command::Map(None),
        "q" | "quit" | "leave" | "exit" => Command::Leave,
        _ => Command::Map(Some(line.strip_prefix('m')?.trim_end_matches('.').parse().ok()?)),
    };
    (line.chars().count() == 1 || !letters_only).then_some(found)
}

/// What `line` means where `of` is asked.
pub fn reply(line: &str, of: &PromptContext<'_>) -> ParsedLine {
    if line.is_empty() {
        return ParsedLine::Nothing;
    }
    let shape = of.question.kind.shape();
    if let Some(command) = command(line, shape == Shape::Line) {
        return ParsedLine::Command(command);
    }
    let read = match shape {
        Shape::YesNo | Shape::One => of.one(line),
        Shape::Many => of.several(line),
        Shape::Scale | Shape::Line => of.typed(line),
    };
    read.map_or_else(ParsedLine::Fault, ParsedLine::Answer)
}

/// What to type at `question`, in a few words.
pub fn how(question: &Question, picks: &[Pick], words: &Words) -> String {
    let last = picks.len();
    let of = &words.plain.how;
    match &question.kind {
        Kind::YesNo => of.yes_no(last),
        Kind::OneOf => of.one(last),
        Kind::AnyOf => of.several.to_owned(),
        Kind::Number { min, max, unit } => match unit {
            Unit::None => of.bare_number(max, min),
            Unit::Named(unit) => of.number(max, min, unit),
        },
        Kind::Date { .. } => of.date.to_owned(),
        Kind::Text => of.text.to_owned(),
    }
}

/// What else is worth knowing of how to answer `question` the first time: the sort of hint, and the hint.
pub fn hint(question: &Question, picks: &[Pick], words: &Words) -> Option<(&'static str, String)> {
    let of = &words.plain.hint;
    match &question.kind {
        Kind::AnyOf => Some(("several", of.several(picks.len().saturating_sub(1)))),
        Kind::Text => Some(("text", of.text.to_owned())),
        Kind::Date { .. } => Some(("date", of.date.to_owned())),
        Kind::YesNo | Kind::OneOf | Kind::Number { .. } => None,
    }
}

/// What is asked, and what a reply to it is understood by.
pub struct PromptContext<'a> {
    /// The question.
    pub question: &'a Question,
    /// What can be picked.
    pub picks: &'a [Pick],
    /// The words of the interface.
    pub words: &'a Words,
    /// The day now.
    pub today: Date,
}

impl PromptContext<'_> {
    fn pick(&self, key: &str) -> Option<&Pick> {
        let key = key.trim_end_matches(['.', ')']).to_lowercase();
        let unsure = || (key == UNSURE).then(|| self.picks.last()).flatten();
        self.picks.iter().find(|pick| pick.key == key).or_else(unsure)
    }

    /// What to type instead.
    fn how(&self) -> String {
        how(self.question, self.picks, self.words)
    }

    /// That `typed` was not understood.
    fn unclear(&self, typed: &str) -> String {
        wording::unclear(typed, self.words)
    }

    fn one(&self, line: &str) -> Result<Answer, String> {
        let yes_no = self.question.kind.shape() == Shape::YesNo;
        match line.to_lowercase().as_str() {
            "y" | "yes" if yes_no => return Ok(Answer::YesNo(true)),
            "n" | "no" if yes_no => return Ok(Answer::YesNo(false)),
            _ => {}
        }
        if parts(line).len() > 1 && parts(line).iter().all(|it| self.pick(it).is_some()) {
            return Err(self.words.plain.fault.only_one(self.how()));
        }
        match self.pick(line).map(|it| &it.gives) {
            Some(PickValue::Answer(answer)) => Ok(answer.clone()),
            _ => Err(self.words.plain.fault.no_such(self.how(), self.unclear(line))),
        }
    }

    fn several(&self, line: &str) -> Result<Answer, String> {
        let (mut ticked, mut rest_unsure, mut alone) = (Vec::new(), false, None);
        let parts = parts(line);
        for part in &parts {
            let pick = self.pick(part).ok_or_else(|| self.words.plain.fault.no_such(self.how(), self.unclear(part)))?;
            match &pick.gives {
                PickValue::Tick(at) => ticked.push(*at),
                PickValue::RestUnsure => rest_unsure = true,
                PickValue::NoneOfThese => alone = Some((pick, Answer::Any(Vec::new(), false))),
                PickValue::Answer(answer) => alone = Some((pick, answer.clone())),
            }
        }
        ticked.sort_unstable();
        ticked.dedup();
        match alone {
            Some((_, answer)) if ticked.is_empty() && !rest_unsure && parts.len() == 1 => Ok(answer),
            Some((pick, _)) => Err(self.words.plain.fault.stands_alone(&pick.label)),
            None if ticked.is_empty() => Ok(Answer::Unsure),
            None => Ok(Answer::Any(ticked, rest_unsure)),
        }
    }

    fn special(&self, line: &str) -> Option<Answer> {
        match &self.pick(line)?.gives {
            PickValue::Answer(answer) => Some(answer.clone()),
            _ => None,
        }
    }

    /// What was typed where a value or a text is asked for. An = before it says that it is no choice.
    fn typed(&self, line: &str) -> Result<Answer, String> {
        if let Some(answer) = self.special(line) {
            return Ok(answer);
        }
        let is_line = self.question.kind.shape() == Shape::Line;
        let typed = line.strip_prefix('=').filter(|_| is_line).unwrap_or(line);
        read_typed(typed, self.question, self.today).map_err(|why| self.what_instead(why))
    }

    fn what_instead(&self, why: Misread) -> String {
        let of = &self.words.plain.fault;
        match why {
            Misread::Empty => of.empty(self.how()),
            Misread::NotNumber => of.not_number(self.how()),
            Misread::NotDay => of.not_date(self.how()),
            Misread::ShortYear => of.short_year(self.how()),
            Misread::NoSuchDay => of.impossible(self.how()),
            Misread::OutOfRange if self.question.kind.is_date() => {
                let [least, most] = tell::limits(self.question, self.words);
                of.no_such_day(&most, &least)
            }
            Misread::OutOfRange => of.out_of_range(self.how()),
            Misread::ToCome => of.to_come(tell::day_text(self.today, self.words)),
            Misread::BadText(why) => why,
        }
    }
}

/// The parts of a line that names several things.
fn parts(line: &str) -> Vec<&str> {
    line.split([' ', ',', ';', '+', '&']).filter(|it| !it.is_empty()).collect()
}
