//! A pack that has passed every check of its form: nothing in it can dangle.

use std::ops::Range;

use jiff::civil::Date;

use crate::boxes::{Primes, Space, Var};
use crate::condition::{Rule, Scale};

/// A place in a pack's files.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Spot {
    /// The number of the file.
    pub file: usize,
    /// The bytes in it.
    pub span: Range<usize>,
}

/// A question, by its place in the asking order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct QuestionId(pub usize);

/// A reading, by its place in the pack.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ReadingId(pub usize);

/// An obligation, by its place in the pack.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ObligationId(pub usize);

/// A source, by its place in the pack.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(pub usize);

/// A compiled condition, by its place in [`Pack::conditions`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ConditionId(pub usize);

/// A pack.
#[derive(Debug, Clone)]
pub struct Pack {
    /// Its permanent name.
    pub id: String,
    /// Its version.
    pub version: String,
    /// Its title.
    pub title: String,
    /// Where the law holds.
    pub jurisdiction: String,
    /// When its law was last checked.
    pub law_checked_on: Date,
    /// What it finds out.
    pub about: String,
    /// What its results are not.
    pub disclaimer: String,
    /// Where the official text is read.
    pub official: String,
    /// The SHA-256 of its files.
    pub digest: String,
    /// The parts of the interview, in order.
    pub sections: Vec<Section>,
    /// The questions, in asking order.
    pub questions: Vec<Question>,
    /// The named conditions.
    pub facts: Vec<Fact>,
    /// The rule of each fact, in the order of `facts`.
    pub fact_rules: Vec<Rule>,
    /// The open legal points.
    pub readings: Vec<Reading>,
    /// The groups of obligations, in order.
    pub groups: Vec<Group>,
    /// The obligations, in order.
    pub obligations: Vec<Obligation>,
    /// The provisions.
    pub sources: Vec<Source>,
    /// Words explained.
    pub terms: Vec<Term>,
    /// The variables.
    pub space: Space,
    /// Whose variable each one is, in the order of `space`.
    pub owners: Vec<Owner>,
    /// Every condition, compiled, each once.
    pub conditions: Vec<Primes>,
}

/// Whose variable it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owner {
    /// A question's; of an any-of, that of the option with this number.
    Question(QuestionId, Option<usize>),
    /// A reading's.
    Reading(ReadingId),
}

/// A part of the interview.
#[derive(Debug, Clone)]
pub struct Section {
    /// Its title.
    pub title: String,
}

/// Who can answer a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Who(pub &'static str);

/// A question.
#[derive(Debug, Clone)]
pub struct Question {
    /// Its permanent name.
    pub id: String,
    /// The number of its section.
    pub section: usize,
    /// What sort of answer it takes.
    pub kind: Kind,
    /// The question as asked.
    pub ask: String,
    /// One line under it.
    pub help: String,
    /// Where to look for the answer.
    pub look: Option<String>,
    /// Who can answer it.
    pub who: Vec<Who>,
    /// What "I don't know" will mean.
    pub unsure: String,
    /// The provisions it comes from.
    pub sources: Vec<SourceId>,
    /// Whether the business could do this differently.
    pub changeable: bool,
    /// Whether it is only asked for the record.
    pub for_record: bool,
    /// Its variables: of an any-of, one for each option; for the record, none.
    pub vars: Vec<Var>,
    /// Where it is written.
    pub spot: Spot,
}

/// What sort of answer a question takes.
#[derive(Debug, Clone)]
pub enum Kind {
    /// Yes or no.
    YesNo {
        /// The answer yes as a sentence.
        yes: String,
        /// The answer no as a sentence.
        no: String,
    },
    /// One option.
    OneOf {
        /// The options.
        options: Vec<Choice>,
        /// The option that "I don't know" counts as, where the law itself says so.
        unsure_counts_as: Option<usize>,
    },
    /// The options that hold.
    AnyOf {
        /// The options.
        options: Vec<Choice>,
    },
    /// A whole number, or a special value.
    Number {
        /// The least it may be.
        min: i64,
        /// The most it may be.
        max: i64,
        /// What it counts.
        unit: String,
        /// The answer as a sentence with `{value}`.
        says: String,
        /// The special values.
        specials: Vec<Choice>,
        /// Where rules tell values apart.
        scale: Option<Scale>,
    },
    /// A day.
    Date {
        /// The earliest it may be.
        min: Date,
        /// The latest it may be.
        max: Date,
        /// The answer as a sentence with `{value}`.
        says: String,
        /// Where rules tell values apart.
        scale: Option<Scale>,
    },
    /// A line of text.
    Text {
        /// The answer as a sentence with `{value}`.
        says: String,
    },
}

impl Kind {
    /// The name of this kind in a pack.
    pub fn name(&self) -> &'static str {
        match self {
            Self::YesNo { .. } => "yes-no",
            Self::OneOf { .. } => "one-of",
            Self::AnyOf { .. } => "any-of",
            Self::Number { .. } => "number",
            Self::Date { .. } => "date",
            Self::Text { .. } => "text",
        }
    }

    /// The options, or the special values of a number.
    pub fn choices(&self) -> &[Choice] {
        match self {
            Self::OneOf { options, .. } | Self::AnyOf { options } => options,
            Self::Number { specials, .. } => specials,
            _ => &[],
        }
    }
}

/// An option of a question, or a special value of a number.
#[derive(Debug, Clone)]
pub struct Choice {
    /// Its permanent name.
    pub id: String,
    /// What is shown.
    pub label: String,
    /// A line of help.
    pub help: Option<String>,
    /// That it is chosen, as a sentence.
    pub says: String,
    /// That it is not chosen, as a sentence (any-of only, else empty).
    pub says_not: String,
    /// The option that rules need not tell this one from.
    pub same_as: Option<usize>,
    /// Where it is written.
    pub spot: Spot,
}

/// A named condition.
#[derive(Debug, Clone)]
pub struct Fact {
    /// Its permanent name.
    pub id: String,
    /// That it holds, as a sentence.
    pub yes: String,
    /// That it does not hold, as a sentence.
    pub no: String,
    /// The provisions it comes from.
    pub sources: Vec<SourceId>,
    /// Where it is written.
    pub spot: Spot,
}

/// An open legal point.
#[derive(Debug, Clone)]
pub struct Reading {
    /// Its permanent name.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The point as a question.
    pub ask: String,
    /// The position that answers yes.
    pub yes: String,
    /// The position that answers no.
    pub no: String,
    /// Whether yes is the side that is safe to act on.
    pub safe: bool,
    /// Taken as its safe side until counsel says otherwise.
    pub treated: bool,
    /// Why it is open.
    pub why: String,
    /// The provisions it is about.
    pub sources: Vec<SourceId>,
    /// Its variable: cell 0 is no, cell 1 is yes.
    pub var: Var,
    /// Where it is written.
    pub spot: Spot,
}

/// A group of obligations.
#[derive(Debug, Clone)]
pub struct Group {
    /// Its permanent name.
    pub id: String,
    /// Its title.
    pub title: String,
}

/// What sort of thing an obligation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ObligationKind {
    /// The law states it.
    Duty,
    /// A test of something you have.
    Check,
    /// A sound step, not itself a stated duty.
    Practice,
    /// A neighbouring law to look at.
    Also,
}

impl ObligationKind {
    /// The name of this kind in a pack and in a report.
    pub fn name(self) -> &'static str {
        match self {
            Self::Duty => "duty",
            Self::Check => "check",
            Self::Practice => "practice",
            Self::Also => "also",
        }
    }
}

/// Something the law may require.
#[derive(Debug, Clone)]
pub struct Obligation {
    /// Its permanent name.
    pub id: String,
    /// The number of its group.
    pub group: usize,
    /// What sort of thing it is.
    pub kind: ObligationKind,
    /// What to do, in a few words.
    pub title: String,
    /// What it asks.
    pub asks: String,
    /// When it applies.
    pub rule: Rule,
    /// When it is already satisfied.
    pub met_rule: Option<Rule>,
    /// The condition that it applies.
    pub applies: ConditionId,
    /// The conditions that it applies and is met, and that it applies and is not met.
    pub met: Option<(ConditionId, ConditionId)>,
    /// The provisions it stands in.
    pub sources: Vec<SourceId>,
    /// What to do, step by step.
    pub steps: Vec<Step>,
    /// What to bear in mind.
    pub notes: Vec<Step>,
    /// What must still be confirmed, at the official page or with counsel.
    pub confirm: Vec<String>,
    /// By when.
    pub deadline: Option<Deadline>,
    /// Every condition on which something said about this obligation turns.
    pub tracked: Vec<ConditionId>,
    /// Where it is written.
    pub spot: Spot,
}

/// A step or a note, perhaps only when something holds.
#[derive(Debug, Clone)]
pub struct Step {
    /// What to do or bear in mind.
    pub text: String,
    /// When it is to be shown.
    pub when: Option<ConditionId>,
}

/// By when something is to be done.
#[derive(Debug, Clone)]
pub struct Deadline {
    /// The time in words.
    pub says: String,
    /// The date question it counts from, and how many calendar days after it the last day is.
    pub from: Option<(QuestionId, i64)>,
}

/// How sure we are of what a source says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Confidence {
    /// Its own words were read.
    Text,
    /// A law firm, a table or the news says so.
    Secondary,
    /// Taken from the model rule; not read here.
    Model,
    /// Not checked.
    General,
}

impl Confidence {
    /// The name of this degree in a pack and in a report.
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Secondary => "secondary",
            Self::Model => "model",
            Self::General => "general",
        }
    }

    /// Whether what the source says may be stated as settled.
    pub fn is_verified(self) -> bool {
        matches!(self, Self::Text | Self::Secondary)
    }
}

/// A provision.
#[derive(Debug, Clone)]
pub struct Source {
    /// Its name in the pack.
    pub id: String,
    /// How it is cited.
    pub citation: String,
    /// Its heading.
    pub heading: String,
    /// What it says, in our own words.
    pub says: String,
    /// Whom it binds.
    pub binds: String,
    /// Its exceptions.
    pub exceptions: Option<String>,
    /// The page that was read.
    pub link: String,
    /// How sure we are of it.
    pub confidence: Confidence,
    /// Where it is written.
    pub spot: Spot,
}

/// A word explained.
#[derive(Debug, Clone)]
pub struct Term {
    /// The word.
    pub word: String,
    /// What it means.
    pub means: String,
}

impl Pack {
    /// The question called `id`.
    pub fn question_by_id(&self, id: &str) -> Option<QuestionId> {
        let at = self.questions.iter().position(|it| it.id == id);
        at.map(QuestionId)
    }

    /// The reading called `id`.
    pub fn reading_by_id(&self, id: &str) -> Option<ReadingId> {
        let at = self.readings.iter().position(|it| it.id == id);
        at.map(ReadingId)
    }

    /// The question with this number.
    ///
    /// # Panics
    /// When the number comes from another pack.
    pub fn question(&self, id: QuestionId) -> &Question {
        self.questions.get(id.0).expect("a question of this pack")
    }

    /// The reading with this number.
    ///
    /// # Panics
    /// When the number comes from another pack.
    pub fn reading(&self, id: ReadingId) -> &Reading {
        self.readings.get(id.0).expect("a reading of this pack")
    }

    /// The obligation with this number.
    ///
    /// # Panics
    /// When the number comes from another pack.
    pub fn obligation(&self, id: ObligationId) -> &Obligation {
        self.obligations.get(id.0).expect("an obligation of this pack")
    }

    /// The source with this number.
    ///
    /// # Panics
    /// When the number comes from another pack.
    pub fn source(&self, id: SourceId) -> &Source {
        self.sources.get(id.0).expect("a source of this pack")
    }

    /// The compiled condition with this number.
    ///
    /// # Panics
    /// When the number comes from another pack.
    pub fn condition(&self, id: ConditionId) -> &Primes {
        self.conditions.get(id.0).expect("a condition of this pack")
    }

    /// Whose variable `var` is.
    ///
    /// # Panics
    /// When the variable comes from another pack.
    pub fn owner(&self, var: Var) -> Owner {
        *self.owners.get(var.index()).expect("a variable of this pack")
    }

    /// The numbers of all questions, in asking order.
    pub fn question_ids(&self) -> impl Iterator<Item = QuestionId> + use<> {
        (0..self.questions.len()).map(QuestionId)
    }

    /// The numbers of all obligations, in order.
    pub fn obligation_ids(&self) -> impl Iterator<Item = ObligationId> + use<> {
        (0..self.obligations.len()).map(ObligationId)
    }
}
