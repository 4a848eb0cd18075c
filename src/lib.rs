//! `obligato`: a guided interview that derives the legal duties which come with a customer service
//! tool, and explains each one.
//!
//! The map, in reading order. A module uses only modules above it; `tests/architecture.rs` holds
//! this order, and lists the only places that may name files, the clock, the terminal and printing.
//!
//! | module | what it is |
//! |---|---|
//! | [`text`] | text that is safe to show |
//! | [`regular_file`] | files from outside: ordinary ones only, up to a limit |
//! | [`finding`] | faults in packs and files: code, place, message, help |
//! | [`boxes`] | sets of points: masks, boxes, prime boxes, residuals; knows nothing of law |
//! | [`condition`] | the language of conditions: syntax, parser, names, rules |
//! | [`pack`] | questions, facts, readings, obligations, sources: read from files and compiled. What can be answered to a question is a list of `pack::AnswerCell`. A new kind of question is a variant of `pack::Kind`, and of `pack::Shape` if it is answered in a new way; no match on either has an arm for the rest |
//! | [`answer`] | replies to questions: JSON, words, what they establish |
//! | [`assessment`] | one tool at one business: the answers |
//! | [`judge`](mod@judge) | whether each obligation applies and is met, why, what is missing, what would change it; the headline, which answers whether such a tool may be used |
//! | [`interview`] | which question is next, which answers count, how far it is |
//! | [`route`](mod@route) | the way through an interview, as plain data: each question, what its answer settled, where its other answers would lead |
//! | [`example`] | worked examples, the tests of a pack: answers, and what the pack is to make of them |
//! | [`signature`] | the signatures of lawyers on the rules of a pack, beside its files |
//! | [`check`] | what can be wrong with the meaning of a pack (its form is `pack`'s affair). A new check is one file in `src/check/`, named in a list in `src/check.rs` |
//! | [`mutant`] | the pack with one slip in its text, and whether a check or an example notices it |
//! | [`difference`](mod@difference) | what changes between two packs: results, exact counts, smallest examples |
//! | [`words`] | the words of the interface, from `assets/words` |
//! | [`phrase`] | what cells and conditions say, in plain words |
//! | [`report`](mod@report) | everything the answers establish, as ids and enums; its JSON is `report::wire`; what moved since an earlier version of the pack is `report::compare` |
//! | [`session`] | an assessment being worked on: answering, changing, taking back |
//! | [`feed`] | what a paper that was checked answers in the main assessment |
//! | [`reply`] | replies to letters, and what answers that are offered would change |
//! | [`tell`] | everything the program says of its content, said once, as blocks that front ends and documents lay out |
//! | [`shipped`] | the shipped packs, the words, and the pack to start one's own from, baked into the program by its build script, `bake.rs` |
//! | [`schema`] | the JSON Schemas of all files, from `assets/schema`. A new schema is one file there, named in `schema::ALL` |
//! | [`tidy`](mod@tidy) | pack files in their one form |
//! | [`lines`] | how text is broken into lines |
//! | [`export`] | the report in other forms. A new format is one file in `src/export/`, named in `src/export/format.rs` |
//! | [`letter`](mod@letter) | letters that ask others what is open: which questions, why, what each answer would mean; as documents and as a form to fill in |
//! | [`draft`] | drafts of papers: templates from `assets/drafts`, filled from the answers, each passage with the provisions it answers. A new kind is one file there |
//! | [`views`] | read-only views of a pack for lawyers: the scenario sheet, the explanation of a name, the decision graph |
//! | [`store`] | answer files: reading, safe writing, locks, the folder of assessments |
//! | [`workspace`] | a session, its file and what its answers establish: every change is saved at once; what both front ends drive |
//! | [`signals`](mod@signals) | signals of the system, as front ends hear of them |
//! | [`plain`] | the front end that goes line by line |
//! | [`tui`] | the full-screen front end |
//! | [`cli`] | the command line: what is asked for, and the world outside |
//!
//! Rules: the core (down to `export`; only `regular_file` and `pack::load` read files) takes values and returns values. Answers are the only state;
//! next question, judgements and reasons are computed. Law lives in `questions/`, interface words
//! in `assets/`, and no sentence a user reads is in `src/`, errors and findings apart.
//!
//! Nothing of the library is stable yet: the crate is a program, and its parts are public for its tests
//! and benchmarks. What is kept from version to version are the file formats, the ids in packs and the commands.
//!
//! # From a pack to where each obligation stands
//!
//! The pack of this example is the one that `obligato pack new` writes.
//!
//! ```
//! use jiff::civil::date;
//! use obligato::pack;
//! use obligato::session::Session;
//! use obligato::shipped;
//! use obligato::store::{Against, read_record};
//!
//! let pack = pack::read(&shipped::skeleton()).expect("a pack without a fault");
//! let record = r#"{ "paid": true, "license": true, "place": "park", "dogs": 3, "gear": ["bags"] }"#;
//! let assessment = read_record(record, "a record", &Against::new(&pack, date(2026, 11, 24)))?;
//!
//! let report = Session::new(&pack, assessment).report();
//! for item in &report.obligations {
//!     println!("{} {}: {}", item.obligation.id, item.obligation.title, item.standing.name());
//! }
//! assert_eq!((report.totals.to_do, report.totals.in_place, report.totals.ruled_out), (2, 2, 1));
//! # Ok::<(), obligato::store::StoreError>(())
//! ```
//!
//! # What is unknown never exempts
//!
//! Whoever does not know whether they are paid is not let off: what turns on it stays open, and the
//! judgement names the question. It is settled once every way to fill in what is unknown agrees.
//!
//! ```
//! use jiff::civil::date;
//! use obligato::boxes::Status;
//! use obligato::judge::{established_knowledge, judge, missing_questions};
//! use obligato::pack;
//! use obligato::shipped;
//! use obligato::store::{Against, read_record};
//!
//! let pack = pack::read(&shipped::skeleton()).expect("a pack without a fault");
//! let leash = pack.obligations.iter().find(|obligation| obligation.id == "WAL-1").expect("it is there");
//! let known = |record: &str| {
//!     let assessment = read_record(record, "a record", &Against::new(&pack, date(2026, 11, 24)))?;
//!     Ok::<_, obligato::store::StoreError>(established_knowledge(&pack, &assessment))
//! };
//!
//! let unsure = known(r#"{ "paid": "unsure", "place": "park" }"#)?;
//! assert_eq!(judge(&pack, leash, &unsure).applies, Status::Open);
//! let ids: Vec<&str> = missing_questions(&pack, leash, &unsure).into_iter().map(|id| pack.question(id).id.as_str()).collect();
//! assert!(ids.contains(&"paid"));
//!
//! assert_eq!(judge(&pack, leash, &known(r#"{ "paid": true, "place": "park" }"#)?).applies, Status::Yes);
//! assert_eq!(judge(&pack, leash, &known(r#"{ "place": "indoors" }"#)?).applies, Status::No);
//! # Ok::<(), obligato::store::StoreError>(())
//! ```

pub mod answer;
pub mod assessment;
pub mod boxes;
pub mod check;
#[allow(missing_docs, reason = "a front end is documented where a name does not say it all")]
pub mod cli;
pub mod condition;
pub mod difference;
pub mod draft;
pub mod example;
pub mod export;
pub mod feed;
pub mod finding;
pub mod interview;
pub mod judge;
pub mod letter;
pub mod lines;
pub mod mutant;
pub mod pack;
pub mod phrase;
#[allow(missing_docs, reason = "a front end is documented where a name does not say it all")]
pub mod plain;
pub mod regular_file;
pub mod reply;
pub mod report;
pub mod route;
pub mod schema;
pub mod session;
pub mod shipped;
pub mod signals;
pub mod signature;
pub mod store;
pub mod tell;
pub mod text;
pub mod tidy;
#[allow(missing_docs, reason = "a front end is documented where a name does not say it all")]
pub mod tui;
pub mod views;
pub mod words;
pub mod workspace;
