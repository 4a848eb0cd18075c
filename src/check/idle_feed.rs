//! A feed that could answer yes and no at once, or never gives one of its answers.

use serde_json::Value;

use crate::answer::{answer_of_side, record_of_region};
use crate::boxes::{Formula, Primes, Region};
use crate::condition::nearest_name;
use crate::finding::Finding;
use crate::pack::{ConditionId, Feed, Files, Gives, Kind, Pack, Question};

/// Finds feeds whose conditions clash, with a smallest set of answers that satisfies both, and
/// conditions that never hold.
pub fn check(pack: &Pack, files: &Files) -> Vec<Finding> {
    let feeds = pack.feeds.iter().flat_map(|it| &it.all);
    feeds.flat_map(|it| of_feed(pack, it, files)).collect()
}

fn of_feed(pack: &Pack, of: &Feed, files: &Files) -> Vec<Finding> {
    let Gives::YesOrNo(yes, no) = of.gives else { return Vec::new() };
    let place = || files.place(&of.spot);
    let mut found = Vec::new();
    for (side, name) in [(yes, "yes"), (no, "no")] {
        if side.is_some_and(|condition| pack.condition(condition).yes().is_empty()) {
            let message = format!("`{}` is never fed `{name}`: its condition never holds", of.question);
            found.push(Finding::error("idle-feed", place(), message).help("fix it, or remove it"));
        }
    }
    if let (Some(yes), Some(no)) = (yes, no) {
        let both = Formula::All(vec![formula(pack, yes), formula(pack, no)]);
        let message = format!("`{}` can be fed yes and no at once", of.question);
        let Ok(both) = Primes::compile(&both, &pack.space) else {
            let message = "proving that yes and no exclude each other takes too many boxes";
            found.push(Finding::error("too-large", place(), message).help("simplify them"));
            return found;
        };
        found.extend(both.yes().smallest().map(|region| {
            let answers = Value::Object(record_of_region(region, pack));
            let help = format!("for example with these answers: {answers}");
            Finding::error("clashing-feed", place(), message).help(help)
        }));
    }
    found
}

/// Returns the condition as a formula of its boxes.
fn formula(pack: &Pack, id: ConditionId) -> Formula {
    let each = |region: Region<'_>| {
        Formula::All(region.bounds().iter().map(|&(var, cells)| Formula::In(var, cells)).collect())
    };
    Formula::Any(pack.condition(id).yes().iter().map(each).collect())
}

/// Finds feeds of `pack`, which `files` state, that do not fit `other`, the pack they are for.
pub fn misfitting_feeds(pack: &Pack, files: &Files, other: &Pack) -> Vec<Finding> {
    let feeds = pack.feeds.iter().filter(|feed| feed.to == other.id).flat_map(|it| &it.all);
    feeds.filter_map(|it| misfit(pack, it, other, files)).collect()
}

fn misfit(pack: &Pack, of: &Feed, other: &Pack, files: &Files) -> Option<Finding> {
    let fault = |code, message: String| Finding::error(code, files.place(&of.spot), message);
    let name = &of.question;
    let Some(fed) = other.question_by_id(name).map(|it| other.question(it)) else {
        let near = nearest_name(name, other.questions.iter().map(|it| it.id.as_str()));
        let finding = fault("unknown-name", format!("the pack `{}` has no question `{name}`", other.id));
        return Some(match near {
            Some(near) => finding.help(format!("did you mean `{near}`?")),
            None => finding,
        });
    };
    match (&of.gives, &fed.kind) {
        (Gives::YesOrNo(..), _) if answer_of_side(true, fed).is_some() => None,
        (Gives::YesOrNo(..), _) => Some(fault("wrong-kind", format!("`{name}` does not take yes or no"))),
        (Gives::Copy(id), Kind::Number { min, max, .. }) => {
            let from = pack.question(*id);
            let Kind::Number { min: least, max: most, .. } = from.kind else { return None };
            if least < *min || most > *max {
                let range = format!("`{name}` takes {min} to {max}, but `{}` gives {least} to {most}", from.id);
                return Some(fault("bad-range", range));
            }
            let missing = missing_special(from, fed)?;
            Some(fault("unknown-name", format!("`{name}` has no special value `{missing}`, which `{}` gives", from.id)))
        }
        (Gives::Copy(_), _) => Some(fault("wrong-kind", format!("`{name}` does not take a number"))),
    }
}

fn missing_special<'q>(from: &'q Question, fed: &Question) -> Option<&'q str> {
    let has = |id: &str| fed.choices.iter().any(|choice| choice.id == id);
    from.choices.iter().map(|it| it.id.as_str()).find(|id| !has(id))
}
