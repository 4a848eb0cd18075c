//! What a typed line means at a question.

use jiff::civil::Date;

use crate::answer::{self, Answer, from_json, is_to_come, parse_day, whole_number};
use crate::pack::{Kind, Question};
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
    let text = matches!(of.question.kind, Kind::Text);
    if let Some(command) = command(line, text) {
        return ParsedLine::Command(command);
    }
    let read = match &of.question.kind {
        Kind::YesNo | Kind::OneOf => of.one(line),
        Kind::AnyOf => of.several(line),
        Kind::Number { min, max, .. } => of.number(line, *min, *max),
        Kind::Date { min, max, .. } => of.date(line, *min, *max),
        Kind::Text => of.text(line),
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
        Kind::Number { min, max, unit, .. } => {
            if unit.is_empty() {
                of.bare_number(max, min)
            } else {
                of.number(max, min, unit)
            }
        }
        Kind::Date { .. } => of.date.to_owned(),
        Kind::Text => of.text.to_owned(),
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
        self.picks.iter().find(|it| it.key == key).or_else(unsure)
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
        let yes_no = matches!(self.question.kind, Kind::YesNo);
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

    fn number(&self, line: &str, min: i64, max: i64) -> Result<Answer, String> {
        if let Some(answer) = self.special(line) {
            return Ok(answer);
        }
        let typed = without_unit(line, &self.question.kind);
        let value = whole_number(typed).ok_or_else(|| self.words.plain.fault.not_number(self.how()))?;
        if (min..=max).contains(&value) {
            return Ok(Answer::Number(value));
        }
        Err(self.words.plain.fault.out_of_range(self.how()))
    }

    fn date(&self, line: &str, min: Date, max: Date) -> Result<Answer, String> {
        if let Some(answer) = self.special(line) {
            return Ok(answer);
        }
        let date = parse_day(line).ok_or_else(|| self.words.plain.fault.not_date(self.how()))?;
        if is_to_come(&Answer::Date(date), self.question, self.today) {
            let today = tell::day_text(self.today, self.words);
            return Err(self.words.plain.fault.to_come(&today));
        }
        if (min..=max).contains(&date) {
            return Ok(Answer::Date(date));
        }
        let (min, max) = (tell::day_text(min, self.words), tell::day_text(max, self.words));
        Err(self.words.plain.fault.no_such_day(&max, &min))
    }

    fn text(&self, line: &str) -> Result<Answer, String> {
        if let Some(answer) = self.special(line) {
            return Ok(answer);
        }
        let line = line.strip_prefix('=').unwrap_or(line).trim();
        if line.is_empty() {
            return Err(self.words.plain.fault.empty(self.how()));
        }
        // `unsure` as a text would read as "I don't know" in the answer file.
        if line == answer::UNSURE {
            return Ok(Answer::Unsure);
        }
        from_json(&line.into(), self.question)
    }
}

/// The parts of a line that names several things.
fn parts(line: &str) -> Vec<&str> {
    line.split([' ', ',', ';', '+', '&']).filter(|it| !it.is_empty()).collect()
}

fn without_unit<'a>(line: &'a str, kind: &Kind) -> &'a str {
    let Some(unit) = kind.unit() else { return line };
    let one = unit.strip_suffix('s').unwrap_or(unit);
    [unit, one].iter().find_map(|it| line.strip_suffix(it)).unwrap_or(line).trim()
}
