//! How fast the engine is, with a peer beside each figure.
//!
//! `judge` looks every obligation up among its prime boxes; the peer walks the rules with
//! three-valued logic, as most rule engines do, which is quicker to write and says "open" too often.
//! `pack` reads and compiles the New Mexico pack; its limit is the TOML parser alone, beside it.
//! `range` works out the least and most questions of a whole interview, from nothing.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use obligato::assessment::Assessment;
use obligato::boxes::{Knowledge, Status};
use obligato::condition::Rule;
use obligato::interview::Interview;
use obligato::judge::judge;
use obligato::pack::{CountedRanges, Pack, read};
use obligato::session::Session;
use obligato::shipped;
use obligato::store::{Against, read_record};

fn pack() -> Pack {
    shipped::pack()
}

fn retailer(pack: &Pack) -> Assessment {
    let record = include_str!("../tests/reports/retailer.json");
    read_record(record, "record", &Against::new(pack, jiff::civil::date(2026, 11, 24))).expect("a good record")
}

/// What most engines do: each part alone, then the table of three values.
fn walk(rule: &Rule, pack: &Pack, known: &Knowledge) -> Status {
    let join = |parts: &[Rule], ends: Status, otherwise: Status| {
        let mut found = otherwise;
        for part in parts {
            match walk(part, pack, known) {
                it if it == ends => return ends,
                Status::Open => found = Status::Open,
                _ => {}
            }
        }
        found
    };
    match rule {
        Rule::All(parts) => join(parts, Status::No, Status::Yes),
        Rule::Any(parts) => join(parts, Status::Yes, Status::No),
        Rule::Not(part) => match walk(part, pack, known) {
            Status::Yes => Status::No,
            Status::No => Status::Yes,
            Status::Open => Status::Open,
        },
        Rule::In(var, cells) if known.cells_of(*var).within(*cells) => Status::Yes,
        Rule::In(var, cells) if known.cells_of(*var).and(*cells).is_empty() => Status::No,
        Rule::In(..) => Status::Open,
        Rule::Fact(id) => walk(&pack.fact_rules[id.0], pack, known),
    }
}

fn judging(bench: &mut Criterion) {
    let pack = pack();
    let known = Session::new(&pack, retailer(&pack)).progress().replay.known.clone();
    let mut group = bench.benchmark_group("judge all obligations");
    group.bench_function("prime boxes (applies and met)", |it| {
        it.iter(|| {
            pack.obligations
                .iter()
                .map(|of| judge(&pack, of, black_box(&known)))
                .filter(|it| it.applies == Status::Yes)
                .count()
        });
    });
    group.bench_function("peer: three-valued walk (applies only)", |it| {
        it.iter(|| {
            pack.obligations.iter().filter(|of| walk(&of.rule, &pack, black_box(&known)) == Status::Yes).count()
        });
    });
    group.finish();
}

fn packs(bench: &mut Criterion) {
    let files = shipped::files();
    let mut group = bench.benchmark_group("pack");
    group.bench_function("read and compile", |it| {
        it.iter(|| read(black_box(&files)).expect("sound").conditions.iter().count());
    });
    group.bench_function("as the program takes it, baked by its build", |it| {
        it.iter(|| shipped::pack().conditions.iter().count());
    });
    group.bench_function("limit: the TOML parser alone", |it| {
        it.iter(|| {
            let tables = files.paths().map(|path| toml::de::DeTable::parse(files.text(path)).expect("TOML"));
            tables.map(|it| it.get_ref().len()).sum::<usize>()
        });
    });
    group.finish();
}

fn interviews(bench: &mut Criterion) {
    let pack = pack();
    let answers = retailer(&pack);
    let mut group = bench.benchmark_group("interview");
    let uncounted = Pack { ranges: CountedRanges::default(), ..pack.clone() };
    for (name, pack) in [("range left, counted ahead", &pack), ("range left, from nothing", &uncounted)] {
        group.bench_function(name, |it| {
            it.iter(|| Interview::new(pack).progress(black_box(&Assessment::default())).left);
        });
    }
    let mut interview = Interview::new(&pack);
    group.bench_function("replay of an answered interview", |it| {
        it.iter(|| interview.progress(black_box(&answers)).left);
    });
    let mut session = Session::new(&pack, answers.clone());
    group.bench_function("whole way: every question, every branch", |it| it.iter(|| session.route().stops.len()));
    let session = Session::new(&pack, answers.clone());
    group.bench_function("whole report", |it| it.iter(|| session.report().obligations.len()));
    group.finish();
}

criterion_group!(benches, judging, packs, interviews);
criterion_main!(benches);
