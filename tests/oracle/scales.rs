//! Numbers and dates at the values where rules tell them apart: one below, at, and one above each
//! constant, and at both ends of what can be answered.

use std::fmt::Write as _;

use jiff::civil::{Date, date};
use obligato::answer::Answer;
use obligato::assessment::{Assessment, Entry};
use obligato::boxes::Status;
use obligato::interview::Interview;
use obligato::judge::judge;
use obligato::pack::{Files, Pack, QuestionId, read};

use crate::oracle::made_packs::{PACK, SOURCES};
use crate::oracle::tape::{Tape, for_all};

const SIGNS: [&str; 6] = ["<", "<=", ">", ">=", "=", "!="];

/// Comparisons of one number or day, each the condition of an obligation.
struct Case {
    least: i128,
    most: i128,
    comparisons: Vec<(&'static str, i128)>,
}

impl Case {
    fn made(tape: &mut Tape, (start, end): (i128, i128)) -> Self {
        let near = |tape: &mut Tape, value: i128| (value + tape.pick(7) as i128 - 3).clamp(start, end);
        let middle = i128::midpoint(start, end);
        let anchors = [start, end, middle, middle + 40];
        let (one, other) = (tape.of(&anchors), tape.of(&anchors));
        let (one, other) = (near(tape, one), near(tape, other));
        let (least, most) = (one.min(other), one.max(other));
        let comparisons = (0..=tape.pick(5)).map(|_| {
            let anchor = tape.of(&[least, most, i128::midpoint(least, most)]);
            (tape.of(&SIGNS), near(tape, anchor))
        });
        Self { least, most, comparisons: comparisons.collect() }
    }

    /// Every value at which something may turn.
    fn values(&self) -> Vec<i128> {
        let around = self.comparisons.iter().flat_map(|it| [it.1 - 1, it.1, it.1 + 1]);
        around.chain([self.least, self.most]).filter(|it| (self.least..=self.most).contains(it)).collect()
    }

    /// How many comparisons every value passes, or none: those are refused.
    fn idle(&self) -> usize {
        let is_idle = |it: &&(&str, i128)| {
            let mut passed = self.values().into_iter().map(|value| passes(value, it.0, it.1));
            let first = passed.next();
            passed.all(|it| Some(it) == first)
        };
        self.comparisons.iter().filter(is_idle).count()
    }

    fn files(&self, keys: &str, written: impl Fn(i128) -> String) -> Files {
        let section = format!(
            "title = \"All\"\n[[question]]\nid = \"n\"\nask = \"N?\"\nhelp = \"h\"\nwho = [\"owner\"]\nunsure = \"u\"\nsays = \"{{value}}\"\n{keys}"
        );
        let mut group = "title = \"All\"\n".to_owned();
        for (at, (sign, value)) in self.comparisons.iter().enumerate() {
            let _ = write!(
                group,
                "[[obligation]]\nid = \"O-{at}\"\nkind = \"duty\"\ntitle = \"T\"\nasks = \"A.\"\nsources = [\"S\"]\nif = \"n {sign} {}\"\n",
                written(*value)
            );
        }
        let file = |path: &str, text: String| (path.to_owned(), text);
        Files::new(vec![
            file("pack.toml", PACK.to_owned()),
            file("sources.toml", SOURCES.to_owned()),
            file("sections/all.toml", section),
            file("obligations/all.toml", group),
        ])
    }

    fn check(&self, files: &Files, answer: impl Fn(i128) -> Answer) {
        let pack = match read(files) {
            Ok(pack) => pack,
            Err(findings) => {
                assert!(findings.iter().all(|it| it.code == "idle-comparison"), "{findings:#?}");
                return assert_eq!(findings.len(), self.idle(), "{findings:#?}");
            }
        };
        assert_eq!(self.idle(), 0, "{} to {}: {:?}", self.least, self.most, self.comparisons);
        for value in self.values() {
            for (at, (sign, constant)) in self.comparisons.iter().enumerate() {
                let wanted = if passes(value, sign, *constant) { Status::Yes } else { Status::No };
                assert_eq!(applies(&pack, at, answer(value)), wanted, "{value} {sign} {constant}");
            }
        }
    }
}

fn passes(value: i128, sign: &str, constant: i128) -> bool {
    match sign {
        "<" => value < constant,
        "<=" => value <= constant,
        ">" => value > constant,
        ">=" => value >= constant,
        "=" => value == constant,
        _ => value != constant,
    }
}

fn applies(pack: &Pack, obligation: usize, answer: Answer) -> Status {
    let mut assessment = Assessment::default();
    assessment.answers.insert(QuestionId(0), Entry::new(answer));
    let known = Interview::new(pack).progress(&assessment).replay.known;
    judge(pack, &pack.obligations[obligation], &known).applies
}

#[test]
fn numbers_are_told_apart_where_the_rules_do() {
    for_all(1_500, 30, |tape| {
        let ends = tape.of(&[(-5, 90), (0, 3), (i64::MIN, i64::MAX)]);
        let case = Case::made(tape, (ends.0.into(), ends.1.into()));
        let keys = format!("kind = \"number\"\nmin = {}\nmax = {}\n", case.least, case.most);
        let files = case.files(&keys, |it| it.to_string());
        case.check(&files, |it| Answer::Number(i64::try_from(it).expect("within the range")));
    });
}

#[test]
fn days_are_told_apart_where_the_rules_do() {
    // Days from the first of January 1970, found by counting.
    let first = date(1970, 1, 1);
    let days: Vec<Date> = std::iter::successors(Some(first), |day| day.tomorrow().ok()).take(400).collect();
    let day = |at: i128| days[usize::try_from(at).expect("within the year")];
    for_all(1_000, 30, |tape| {
        let case = Case::made(tape, (0, 399));
        let keys = format!("kind = \"date\"\nmin = \"{}\"\nmax = \"{}\"\n", day(case.least), day(case.most));
        let files = case.files(&keys, |it| day(it).to_string());
        case.check(&files, |it| Answer::Date(day(it)));
    });
}
