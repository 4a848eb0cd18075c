//! The answers that two packs share, cut finely enough for the rules of both.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use crate::boxes::{Bound, Cells, Formula, Space, Var};
use crate::condition::{Scale, day_of};
use crate::difference::asked::{AskedChange, How};
use crate::pack::{Pack, Question, Shape};

/// The cell of a legal point that a profile leaves open; 0 and 1 are no and yes.
pub const LEFT_OPEN: usize = 2;

/// The variables of two packs as one space.
pub struct Joint {
    /// Its variables.
    pub space: Space,
    /// Where the variables of the old pack are found in it.
    pub old: Mapping,
    /// Where the variables of the new pack are found in it.
    pub new: Mapping,
    names: Vec<Name>,
}

/// What a variable stands for.
enum Name {
    /// A question or legal point, with the answer that each cell is.
    Whole(String, Vec<Value>),
    /// An option of a tick list.
    Tick(String, String),
}

/// For each variable of a pack, its joint variable, and the own cell that each joint cell maps to.
#[derive(Default)]
pub struct Mapping(BTreeMap<Var, (Var, Vec<Option<usize>>)>);

impl Mapping {
    /// The joint variable of `var`.
    pub fn var(&self, var: Var) -> Option<Var> {
        self.0.get(&var).map(|&(joint, _)| joint)
    }

    /// Translates `formula` to the joint space.
    pub fn formula(&self, formula: &Formula) -> Formula {
        let each = |parts: &[Formula]| parts.iter().map(|it| self.formula(it)).collect();
        match formula {
            Formula::All(parts) => Formula::All(each(parts)),
            Formula::Any(parts) => Formula::Any(each(parts)),
            Formula::In(var, cells) => match self.0.get(var) {
                Some((joint, own)) => {
                    let fits = own.iter().enumerate().filter(|(_, own)| own.is_some_and(|cell| cells.has(cell)));
                    Formula::In(*joint, fits.fold(Cells::NONE, |all, (at, _)| all.or(Cells::one(at))))
                }
                None => Formula::Any(Vec::new()),
            },
        }
    }
}

impl Joint {
    /// Builds the joint space of `old` and `new`, and lists how they differ in what they ask.
    pub fn join_packs(old: &Pack, new: &Pack) -> (Self, Vec<AskedChange>) {
        let mut joint =
            Self { space: Space::default(), old: Mapping::default(), new: Mapping::default(), names: Vec::new() };
        let mut asked = Vec::new();
        for question in &new.questions {
            joint.question(old.questions.iter().find(|was| was.id == question.id), Some(question), &mut asked);
        }
        for question in old.questions.iter().filter(|question| new.question_by_id(&question.id).is_none()) {
            joint.question(Some(question), None, &mut asked);
        }
        joint.readings(old, new, &mut asked);
        (joint, asked)
    }

    /// Writes the box with these bounds as a flat record of answers.
    pub fn record(&self, bounds: &[Bound]) -> Map<String, Value> {
        let mut found = Map::new();
        for &(var, cells) in bounds {
            let cell = cells.iter().next().unwrap_or_default();
            match self.names.get(var.index()) {
                Some(Name::Whole(id, values)) => {
                    let value = values.get(cell).cloned().unwrap_or_default();
                    found.insert(id.clone(), value);
                }
                Some(Name::Tick(id, option)) => {
                    let ticks = found.entry(id.clone()).or_insert_with(|| Value::Array(Vec::new()));
                    if let (Value::Array(ticks), 1) = (ticks, cell) {
                        ticks.push(option.clone().into());
                    }
                }
                None => {}
            }
        }
        found
    }

    fn question(&mut self, old: Option<&Question>, new: Option<&Question>, asked: &mut Vec<AskedChange>) {
        let mut note = |id: &str, how| asked.push(AskedChange { id: id.to_owned(), how });
        match (old, new) {
            (Some(old), Some(new)) => {
                let (was, is) = (Answers::of(old), Answers::of(new));
                for (id, how) in changed_options(old, new) {
                    note(&format!("{}.{id}", new.id), how);
                }
                if form(old) != form(new) {
                    note(&new.id, How::Altered);
                }
                if let Some(common) = was.and(&is) {
                    self.add(&common, Some((&was, old)), Some((&is, new)), &new.id);
                } else {
                    self.add(&was, Some((&was, old)), None, &old.id);
                    self.add(&is, None, Some((&is, new)), &new.id);
                }
            }
            (Some(question), None) => {
                note(&question.id, How::Removed);
                let answers = Answers::of(question);
                self.add(&answers, Some((&answers, question)), None, &question.id);
            }
            (None, Some(question)) => {
                note(&question.id, How::Added);
                let answers = Answers::of(question);
                self.add(&answers, None, Some((&answers, question)), &question.id);
            }
            (None, None) => {}
        }
    }

    /// Adds variables for `answers`, which each of the given questions tells apart or treats as
    /// one.
    fn add(&mut self, answers: &Answers, old: Option<QuestionSide<'_>>, new: Option<QuestionSide<'_>>, id: &str) {
        let tick = |name: &String| Name::Tick(id.to_owned(), name.clone());
        let names = match answers {
            Answers::ForRecord => return,
            Answers::Ticks(options) => options.iter().map(tick).collect(),
            _ => vec![Name::Whole(id.to_owned(), answers.values())],
        };
        for name in names {
            let option = if let Name::Tick(_, option) = &name { Some(option.clone()) } else { None };
            let cells = if option.is_some() { 2 } else { answers.values().len() };
            let var = self.space.add(cells.max(1));
            self.names.push(name);
            for (side, map) in [(old, &mut self.old), (new, &mut self.new)] {
                let Some((own, question)) = side else { continue };
                let at = option.as_ref().map_or(Some(0), |it| own.place_of_tick(it));
                let Some(&own_var) = at.and_then(|it| question.vars.get(it)) else { continue };
                let own_cells = match option {
                    Some(_) => vec![Some(0), Some(1)],
                    None => answers.cells_in(question),
                };
                map.0.insert(own_var, (var, own_cells));
            }
        }
    }

    fn readings(&mut self, old: &Pack, new: &Pack, asked: &mut Vec<AskedChange>) {
        let ids: BTreeSet<&str> = old.readings.iter().chain(&new.readings).map(|it| it.id.as_str()).collect();
        for id in ids {
            let var = self.space.add(LEFT_OPEN + 1);
            self.names.push(Name::Whole(id.to_owned(), vec![false.into(), true.into(), Value::Null]));
            let mut forms = Vec::new();
            for (pack, map) in [(old, &mut self.old), (new, &mut self.new)] {
                let reading = pack.reading_by_id(id).map(|it| pack.reading(it));
                if let Some(reading) = reading {
                    map.0.insert(reading.var, (var, vec![Some(0), Some(1), None]));
                }
                forms.push(reading.map(|it| it.treated.then_some(it.safe)));
            }
            let how = match forms.as_slice() {
                [None, Some(_)] => How::Added,
                [Some(_), None] => How::Removed,
                [was, is] if was != is => How::Altered,
                _ => continue,
            };
            asked.push(AskedChange { id: id.to_owned(), how });
        }
    }
}

/// A question of one of the packs, and the answers it takes.
type QuestionSide<'a> = (&'a Answers, &'a Question);

/// The answers to a question that rules can tell apart.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Answers {
    ForRecord,
    YesNo,
    Options(Vec<String>),
    Ticks(Vec<String>),
    /// The first value of each interval, the last value, whether the values are days, and the
    /// special values.
    Scale(Vec<i64>, i64, bool, Vec<String>),
}

impl Answers {
    fn of(question: &Question) -> Self {
        let ids = || question.choices.iter().map(|it| it.id.clone()).collect();
        if question.for_record {
            return Self::ForRecord;
        }
        match (question.kind.shape(), &question.scale) {
            (Shape::YesNo, _) => Self::YesNo,
            (Shape::One, _) => Self::Options(ids()),
            (Shape::Many, _) => Self::Ticks(ids()),
            (Shape::Scale, Some(scale)) => Self::Scale(starts(scale), scale.most, scale.is_date, ids()),
            (Shape::Scale, None) | (Shape::Line, _) => Self::ForRecord,
        }
    }

    /// Returns the answers that both take, cut as finely as either, or `None` if there are none.
    fn and(&self, other: &Self) -> Option<Self> {
        let common = |one: &[String], other: &[String]| -> Vec<String> {
            one.iter().filter(|it| other.contains(it)).cloned().collect()
        };
        match (self, other) {
            (Self::YesNo, Self::YesNo) | (Self::ForRecord, Self::ForRecord) => Some(self.clone()),
            (Self::Options(one), Self::Options(other)) => {
                Some(common(one, other)).filter(|shared| !shared.is_empty()).map(Self::Options)
            }
            (Self::Ticks(one), Self::Ticks(other)) => {
                // A tick that only one of them has is a variable on which the other does not
                // depend.
                let more = other.iter().filter(|value| !one.contains(value));
                Some(Self::Ticks(one.iter().chain(more).cloned().collect()))
            }
            (Self::Scale(one, most, dated, specials), Self::Scale(other, their_most, also_dated, theirs)) => {
                let least = one.first().max(other.first()).copied()?;
                let most = *most.min(their_most);
                let starts: BTreeSet<i64> =
                    one.iter().chain(other).copied().filter(|value| (least..=most).contains(value)).collect();
                let fits = dated == also_dated && least <= most;
                fits.then(|| Self::Scale(starts.into_iter().collect(), most, *dated, common(specials, theirs)))
            }
            _ => None,
        }
    }

    /// Returns the answer that stands for each cell.
    fn values(&self) -> Vec<Value> {
        match self {
            Self::ForRecord | Self::Ticks(_) => Vec::new(),
            Self::YesNo => vec![false.into(), true.into()],
            Self::Options(ids) => ids.iter().map(|id| id.clone().into()).collect(),
            Self::Scale(starts, _, is_date, specials) => {
                let value = |&number: &i64| if *is_date { day(number) } else { number.into() };
                starts.iter().map(value).chain(specials.iter().map(|special| special.clone().into())).collect()
            }
        }
    }

    /// Returns the cell of `question` that each answer falls into.
    fn cells_in(&self, question: &Question) -> Vec<Option<usize>> {
        let place = |id: &String| question.choices.iter().position(|choice| choice.id == *id);
        match (self, &question.scale) {
            (Self::YesNo, _) => vec![Some(0), Some(1)],
            (Self::Options(ids), _) => ids.iter().map(place).collect(),
            (Self::Scale(starts, _, _, specials), Some(scale)) => {
                let special = specials.iter().map(|special| place(special).map(|at| scale.special_cell(at)));
                starts.iter().map(|&start| Some(scale.cell_of(start))).chain(special).collect()
            }
            (Self::Scale(..), None) | (Self::ForRecord | Self::Ticks(_), _) => Vec::new(),
        }
    }

    fn place_of_tick(&self, option: &str) -> Option<usize> {
        if let Self::Ticks(ids) = self { ids.iter().position(|id| id == option) } else { None }
    }
}

/// Returns the first value of each interval that can be answered.
fn starts(scale: &Scale) -> Vec<i64> {
    let cuts = scale.cuts.iter().copied().filter(|&cut| cut > scale.least && cut <= scale.most);
    std::iter::once(scale.least).chain(cuts).collect()
}

fn day(since: i64) -> Value {
    day_of(since).map_or(Value::Null, |date| date.to_string().into())
}

/// Describes the kind of answer that a question takes, apart from its options.
fn form(of: &Question) -> String {
    let counts_as = of.unsure_counts_as.and_then(|at| of.choices.get(at));
    let limits = of.kind.limits().map_or_else(String::new, |(least, most)| format!("{least} {most}"));
    let counts_as = counts_as.map_or("", |it| it.id.as_str());
    format!("{} {} {limits} {counts_as}", of.kind.name(), of.for_record)
}

fn changed_options(old: &Question, new: &Question) -> Vec<(String, How)> {
    let has = |of: &Question, id: &str| of.choices.iter().any(|choice| choice.id == id);
    let added = new.choices.iter().filter(|choice| !has(old, &choice.id)).map(|it| (it.id.clone(), How::Added));
    let removed = old.choices.iter().filter(|choice| !has(new, &choice.id)).map(|it| (it.id.clone(), How::Removed));
    added.chain(removed).collect()
}
