//! What two packs state differently, whatever comes of it: conditions, deadlines, citations, texts.

use std::collections::{BTreeMap, BTreeSet};

use crate::pack::{
    Files, HeadlineRole, Holder, Length, Obligation, ObligationId, Pack, Question, Reading, SourceId, read_written,
};

/// What a difference can change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cause {
    /// Results, or what is shown with them.
    Rule,
    /// What results rest on.
    Law,
    /// How something is said.
    Words,
}

/// The part of a pack that is stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// When an obligation applies, or a fact holds.
    Condition,
    /// When an obligation is in place.
    Met,
    /// The length of a deadline, and the date it counts from.
    Deadline,
    /// When a last day is counted.
    Counted,
    /// When a step or note is shown.
    ShownIf,
    /// The kind of an obligation.
    Kind,
    /// The part of an obligation in the headline.
    Role,
    /// The option that not knowing counts as.
    Unsure,
    /// The side of a reading that is safe, or taken.
    Side,
    /// A provision as such.
    Itself,
    /// The provisions that are cited.
    Cites,
    /// Where the official text of a provision is.
    Official,
    /// How sure the pack is of a provision.
    Confidence,
    /// A title or a heading.
    Title,
    /// What an obligation asks, or a question.
    Asks,
    /// An answer, a fact or a provision in words.
    Sentence,
    /// What helps to answer.
    Help,
    /// The label of an option.
    Label,
    /// The headline in words.
    Short,
    /// A deadline in words.
    By,
    /// A step.
    Step,
    /// A note.
    Note,
    /// What must be confirmed.
    Confirm,
    /// What shows that it is done, and when it comes back.
    Kept,
    /// Why a legal point is open.
    Why,
}

impl Part {
    /// Returns what a difference of it can change.
    pub fn cause(self) -> Cause {
        match self {
            Self::Condition
            | Self::Met
            | Self::Deadline
            | Self::Counted
            | Self::ShownIf
            | Self::Kind
            | Self::Role
            | Self::Unsure
            | Self::Side => Cause::Rule,
            Self::Itself | Self::Cites | Self::Official | Self::Confidence => Cause::Law,
            Self::Title
            | Self::Asks
            | Self::Sentence
            | Self::Help
            | Self::Label
            | Self::Short
            | Self::By
            | Self::Step
            | Self::Note
            | Self::Confirm
            | Self::Kept
            | Self::Why => Cause::Words,
        }
    }
}

/// Something that two packs state differently.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenChange {
    /// The id of what it belongs to; an option after the id of its question and a point.
    pub id: String,
    /// The part of it.
    pub part: Part,
    /// What the old pack states, and what the new one does; `None` if nothing.
    pub sides: (Option<String>, Option<String>),
}

/// What a pack states, part by part, in its order.
#[derive(Default)]
struct StatedParts {
    /// The id, the part, and which of several it is: the text of a step whose condition it is.
    order: Vec<(String, Part, String)>,
    values: BTreeMap<(String, Part, String), Vec<String>>,
}

impl StatedParts {
    fn put<T: Into<String>>(&mut self, id: &str, part: Part, values: impl IntoIterator<Item = T>) {
        self.put_of(id, part, "", values);
    }

    fn put_of<T: Into<String>>(&mut self, id: &str, part: Part, which: &str, values: impl IntoIterator<Item = T>) {
        let key = (id.to_owned(), part, which.to_owned());
        self.order.push(key.clone());
        self.values.entry(key).or_default().extend(values.into_iter().map(Into::into));
    }
}

/// Returns what `old` and `new` state differently about what both have, and the
/// conditions and provisions that only one of them has.
pub fn written_changes(old: (&Pack, &Files), new: (&Pack, &Files)) -> Vec<WrittenChange> {
    let [old, new] = [old, new].map(|(pack, files)| state(pack, files));
    let gone = old.order.iter().filter(|key| !new.values.contains_key(*key));
    let mut changes = Vec::new();
    let mut seen = BTreeSet::new();
    for key in new.order.iter().chain(gone).filter(|key| seen.insert(*key)) {
        let (id, part, _) = key;
        let in_one = old.values.contains_key(key) != new.values.contains_key(key);
        if in_one && !matches!(part, Part::Itself | Part::Condition) {
            continue;
        }
        let values = |stated: &StatedParts| stated.values.get(key).cloned().unwrap_or_default();
        let sides = unpaired(values(&old), values(&new));
        changes.extend(sides.into_iter().map(|sides| WrittenChange { id: id.clone(), part: *part, sides }));
    }
    changes.sort_by_key(|change| change.part.cause());
    changes
}

/// Pairs the values that only one side has, in order.
fn unpaired(old: Vec<String>, mut added: Vec<String>) -> Vec<(Option<String>, Option<String>)> {
    let mut gone = Vec::new();
    for value in old {
        match added.iter().position(|other| *other == value) {
            Some(at) => drop(added.remove(at)),
            None => gone.push(value),
        }
    }
    let count = gone.len().max(added.len());
    let (mut gone, mut added) = (gone.into_iter(), added.into_iter());
    (0..count).map(|_| (gone.next(), added.next())).collect()
}

fn state(pack: &Pack, files: &Files) -> StatedParts {
    let mut stated = StatedParts::default();
    for (at, obligation) in pack.obligations.iter().enumerate() {
        of_obligation(&mut stated, pack, ObligationId(at), obligation);
    }
    for question in &pack.questions {
        of_question(&mut stated, pack, question);
    }
    for fact in &pack.facts {
        stated.put(&fact.id, Part::Cites, cited(pack, &fact.sources));
        stated.put(&fact.id, Part::Sentence, [&fact.yes, &fact.no]);
    }
    for reading in &pack.readings {
        of_reading(&mut stated, pack, reading);
    }
    for (at, source) in pack.sources.iter().enumerate() {
        let id = &source.id;
        stated.put(id, Part::Official, pack.official_page(SourceId(at)));
        stated.put(id, Part::Itself, [id]);
        stated.put(id, Part::Confidence, [source.confidence.name()]);
        stated.put(id, Part::Title, [&source.citation, &source.heading]);
        stated.put(id, Part::Sentence, [&source.says, &source.binds].into_iter().chain(&source.exceptions));
    }
    for term in &pack.terms {
        stated.put("glossary", Part::Sentence, [format!("{}: {}", term.word, term.means)]);
    }
    stated.put("pack.toml", Part::Title, [&pack.title, &pack.jurisdiction]);
    stated.put("pack.toml", Part::Sentence, [&pack.about, &pack.disclaimer]);
    conditions(&mut stated, pack, files);
    stated
}

/// States the conditions as they are written.
fn conditions(stated: &mut StatedParts, pack: &Pack, files: &Files) {
    for condition in read_written(files).conditions {
        let text = [files.text_at(&condition.spot)];
        match condition.of {
            Holder::Fact(id) => stated.put(pack.facts.get(id.0).map_or("", |fact| &fact.id), Part::Condition, text),
            Holder::Applies(id) => stated.put(&pack.obligation(id).id, Part::Condition, text),
            Holder::Met(id) => stated.put(&pack.obligation(id).id, Part::Met, text),
            Holder::Counted(id) => stated.put(&pack.obligation(id).id, Part::Counted, text),
            // Warnings are compared by what they come to.
            Holder::Warning(_) | Holder::Unless(_) => {}
            Holder::Advice(id, at) => {
                let advised = pack.obligation(id).advice().nth(at).map_or("", |step| &step.text);
                stated.put_of(&pack.obligation(id).id, Part::ShownIf, advised, text);
            }
        }
    }
    // Those without a condition state that, so that one more or one less is a difference.
    for obligation in &pack.obligations {
        for part in [Part::Met, Part::Counted] {
            stated.put(&obligation.id, part, [""; 0]);
        }
        for step in obligation.advice() {
            stated.put_of(&obligation.id, Part::ShownIf, &step.text, step.unasked.then_some("unasked = true"));
        }
    }
}

fn of_obligation(stated: &mut StatedParts, pack: &Pack, id: ObligationId, of: &Obligation) {
    let name = pack.obligation(id).id.as_str();
    let length = of.deadline.as_ref().and_then(|deadline| deadline.from).map(|(date, length)| {
        let length = match length {
            Length::Days(days) => format!("{days} days"),
            Length::Months(months) => format!("{} months", pack.question(months).id),
        };
        format!("{length} from {}", pack.question(date).id)
    });
    let rolls = of.deadline.as_ref().and_then(|deadline| deadline.rolls_under).map(|id| &pack.source(id).id);
    let length = length.into_iter().chain(rolls.map(|id| format!("rolls under {id}")));
    let texts = |steps: &[crate::pack::Step]| steps.iter().map(|step| step.text.clone()).collect::<Vec<String>>();
    stated.put(name, Part::Kind, [of.kind.name()]);
    stated.put(name, Part::Role, of.role.as_ref().map(HeadlineRole::name));
    stated.put(name, Part::Met, of.has_one_sided_met().then_some("only whether it is not"));
    stated.put(name, Part::Deadline, length);
    stated.put(name, Part::Cites, cited(pack, &of.sources));
    for step in of.advice() {
        stated.put_of(name, Part::Cites, &step.text, cited(pack, &step.sources));
    }
    stated.put(name, Part::Title, [&of.title]);
    stated.put(name, Part::Asks, [&of.asks]);
    let role = of.role.as_ref();
    stated.put(
        name,
        Part::Short,
        role.and_then(HeadlineRole::short).into_iter().chain(role.and_then(HeadlineRole::until)),
    );
    stated.put(name, Part::By, of.deadline.as_ref().map(|deadline| &deadline.says));
    stated.put(name, Part::Step, texts(&of.steps));
    stated.put(name, Part::Note, texts(&of.notes));
    stated.put(name, Part::Confirm, &of.confirm);
    let kept = of.kept.iter().flat_map(|kept| [&kept.done, &kept.keep, &kept.again].map(String::as_str));
    stated.put(name, Part::Kept, kept.chain(of.kept.iter().map(|kept| kept.rhythm.name())));
}

fn of_question(stated: &mut StatedParts, pack: &Pack, of: &Question) {
    let counts_as = of.unsure_counts_as.and_then(|at| of.choices.get(at)).map(|choice| choice.id.clone());
    let blank = of.blank_counts_too.then(|| "blank too".to_owned());
    stated.put(&of.id, Part::Unsure, counts_as.into_iter().chain(blank));
    let asked = if of.unasked { "not asked" } else { "asked" };
    stated.put(&of.id, Part::Kind, [format!("about the {}, {asked}", of.about.name())]);
    stated.put(&of.id, Part::Cites, cited(pack, &of.sources));
    stated.put(&of.id, Part::Asks, [&of.ask]);
    let help = [&of.help, &of.unsure].into_iter().chain(&of.look).chain(&of.evidence);
    stated.put(&of.id, Part::Help, help);
    stated.put(&of.id, Part::Sentence, of.answers.iter().map(|answer| &answer.says).collect::<BTreeSet<&String>>());
    for choice in &of.choices {
        let id = format!("{}.{}", of.id, choice.id);
        stated.put(&id, Part::Label, [&choice.label]);
        stated.put(&id, Part::Help, &choice.help);
    }
}

fn of_reading(stated: &mut StatedParts, pack: &Pack, of: &Reading) {
    let side = if of.safe { "yes" } else { "no" };
    let treated = if of.treated { "taken so until decided" } else { "left open" };
    stated.put(&of.id, Part::Side, [format!("{side} is safe, {treated}")]);
    stated.put(&of.id, Part::Cites, cited(pack, &of.sources));
    stated.put(&of.id, Part::Title, [&of.title]);
    stated.put(&of.id, Part::Asks, [&of.ask]);
    stated.put(&of.id, Part::Sentence, [&of.yes, &of.no]);
    stated.put(&of.id, Part::Why, [&of.why]);
}

fn cited(pack: &Pack, ids: &[SourceId]) -> Vec<String> {
    ids.iter().map(|&id| pack.source(id).id.clone()).collect()
}
