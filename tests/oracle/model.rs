//! The engine against the model of judging in `tests/model`, of which Dafny has proven that it is exact: the
//! same cases are judged by both. `tests/model/prove` installs Dafny and runs these tests.

use std::cell::RefCell;
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::Command;

use obligato::boxes::{Cells, Primes, Regions, Status};

use crate::oracle::boxes::{Case, masks};
use crate::oracle::tape::{Tape, for_all};
use crate::oracle::world::{Tree, World, knowledge};

/// How many cases Dafny reads at once: for more it takes longer than for as many in turn.
const CASES_IN_A_PROGRAM: usize = 250;

/// How many boxes of knowledge, and how many rows of a database, are judged in each case.
const BOXES: usize = 4;
const ROWS: usize = 4;

/// What is wrong with the engine in a case.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fault {
    None,
    /// A prime box of the condition is not there.
    LostBox,
    /// Each "no" is said to be open.
    LostNo,
}

/// The cases in the language of Dafny.
#[derive(Default)]
struct CaseFile {
    cases: Vec<String>,
    /// Whether the fault is in one of them.
    is_faulty: bool,
}

impl CaseFile {
    /// Writes what the engine says of `case`, and how it stands for some boxes and some rows.
    fn add(&mut self, tape: &mut Tape, case: &Case, faulty: usize, fault: Fault) {
        let world = &case.world;
        let boxes: Vec<Vec<u64>> = (0..BOXES).map(|_| world.made_box(tape)).collect();
        let rows: Vec<Vec<Option<usize>>> = (0..ROWS).map(|_| made_row(tape, world)).collect();
        let sound = written(self.cases.len(), case, &boxes, &rows, Fault::None);
        let faulted = written(self.cases.len(), case, &boxes, &rows, fault);
        let is_here = !self.is_faulty && self.cases.len() >= faulty && faulted != sound;
        self.is_faulty |= is_here;
        self.cases.push(if is_here { faulted } else { sound });
    }

    /// Has Dafny judge the cases. Returns what it says of those that differ.
    fn compare(&self) -> Vec<String> {
        let parts = self.cases.chunks(CASES_IN_A_PROGRAM).map(run);
        parts.flatten().filter(|line| line.starts_with("differs: ")).collect()
    }
}

/// Has Dafny run the comparison of `cases` with the model. Returns the lines it prints.
fn run(cases: &[String]) -> Vec<String> {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("cases.dfy");
    fs::write(&file, program(cases)).expect("the cases written");
    // What is compared was verified before: here it is only run.
    let run = Command::new("dafny").args(["/noVerify", "/compile:4"]).arg(&file).output().expect("Dafny");
    let said = String::from_utf8_lossy(&run.stdout).into_owned();
    assert!(run.status.success() && said.ends_with("all compared\n"), "{said}");
    said.lines().map(str::to_owned).collect()
}

/// The program that compares `cases` with the model: a function for each, so that Dafny reads it quickly.
fn program(cases: &[String]) -> String {
    let model = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/model/compare.dfy");
    let (mut text, mut main) = (format!("include \"{}\"\n", model.display()), String::new());
    for (at, case) in cases.iter().enumerate() {
        _ = writeln!(text, "function method Case{at}(): Case {{ {case} }}");
        _ = writeln!(main, "  Compare(Case{at}());");
    }
    format!("{text}method Main() {{\n{main}  print \"all compared\\n\";\n}}\n")
}

/// What the engine says of `case`, with `fault` in it.
fn written(name: usize, case: &Case, boxes: &[Vec<u64>], rows: &[Vec<Option<usize>>], fault: Fault) -> String {
    let world = &case.world;
    let primes = if fault == Fault::LostBox { without_first_box(&case.primes) } else { case.primes.clone() };
    let status = |known: &[u64]| match primes.status(&knowledge(known, &case.space)) {
        Status::No if fault == Fault::LostNo => Status::Open,
        status => status,
    };
    let cells = |row: &[Option<usize>]| -> Vec<u64> {
        row.iter().zip(world.full()).map(|(cell, full)| cell.map_or(full, |cell| 1 << cell)).collect()
    };
    let parts = [
        format!("\"{name}\""),
        list(world.sizes.iter().map(usize::to_string)),
        dafny_condition(&case.tree),
        list(primes.yes().iter().map(|it| dafny_box(&masks(it, world)))),
        list(primes.no().iter().map(|it| dafny_box(&masks(it, world)))),
        list(boxes.iter().map(|known| format!("({}, {:?})", dafny_box(known), status(known)))),
        list(rows.iter().map(|row| format!("({}, {:?})", dafny_row(row), status(&cells(row))))),
    ];
    format!("Case({})", parts.join(", "))
}

/// The condition without the first of its prime boxes.
fn without_first_box(primes: &Primes) -> Primes {
    let mut fewer = Regions::default();
    primes.yes().iter().skip(1).for_each(|it| fewer.push(it.bounds().iter().copied()));
    Primes::from_boxes(fewer, primes.no().clone())
}

/// For each variable a cell or nothing, as a database has it.
fn made_row(tape: &mut Tape, world: &World) -> Vec<Option<usize>> {
    world.sizes.iter().map(|&size| (tape.pick(2) == 0).then(|| tape.pick(size))).collect()
}

fn list(items: impl Iterator<Item = String>) -> String {
    format!("[{}]", items.collect::<Vec<_>>().join(", "))
}

fn dafny_cells(mask: u64) -> String {
    let cells: Vec<String> = Cells::from_bits(mask).iter().map(|cell| cell.to_string()).collect();
    format!("{{{}}}", cells.join(", "))
}

fn dafny_box(masks: &[u64]) -> String {
    list(masks.iter().map(|&mask| dafny_cells(mask)))
}

fn dafny_row(row: &[Option<usize>]) -> String {
    list(row.iter().map(|cell| cell.map_or("Null".to_owned(), |cell| format!("Value({cell})"))))
}

fn dafny_condition(tree: &Tree) -> String {
    let parts = |parts: &[Tree]| list(parts.iter().map(dafny_condition));
    match tree {
        Tree::All(of) => format!("All({})", parts(of)),
        Tree::Any(of) => format!("Any({})", parts(of)),
        Tree::Not(part) => format!("Not({})", dafny_condition(part)),
        Tree::In(var, mask) => format!("In({var}, {})", dafny_cells(*mask)),
    }
}

/// Cases made by chance. From the case at `faulty` on, the first that `fault` makes a difference to has it.
fn cases(count: u32, faulty: usize, fault: Fault) -> CaseFile {
    let file = RefCell::new(CaseFile::default());
    for_all(count, 90, |tape| {
        let case = Case::made(tape, 4, 16);
        file.borrow_mut().add(tape, &case, faulty, fault);
    });
    file.into_inner()
}

#[test]
#[ignore = "needs Dafny: see tests/model/prove"]
fn the_engine_judges_as_the_proven_model() {
    let file = cases(8_000, 0, Fault::None);
    let differing = file.compare();
    assert!(differing.is_empty(), "{}", differing.join("\n"));
    tell(&format!("{} cases, {} judgements each: no difference", file.cases.len(), BOXES + ROWS));
}

#[test]
#[ignore = "needs Dafny: see tests/model/prove"]
fn the_proven_model_notices_faults_of_the_engine() {
    for (fault, named) in [(Fault::LostBox, "[prime boxes"), (Fault::LostNo, "[status")] {
        let differing = cases(400, 7, fault).compare();
        assert!(matches!(differing.as_slice(), [one] if one.contains(named)), "{differing:?}");
        tell(&differing.join("\n"));
    }
}

/// Seen with `cargo test -- --nocapture`.
#[expect(clippy::print_stdout, reason = "so that it can be seen what was compared")]
fn tell(said: &str) {
    println!("{said}");
}
