use std::collections::BTreeSet;
use std::fs;

use crate::fuzzed::{answers, condition, draft, keys, pack, plain, record, reply};

/// Asserts what must hold for an input.
type Body = fn(&[u8]);

/// Every body, by the name of its fuzzer.
const BODIES: [(&str, Body); 8] = [
    ("answers", answers::check),
    ("condition", condition::check),
    ("draft", draft::check),
    ("keys", keys::check),
    ("pack", pack::check),
    ("plain", plain::check),
    ("record", record::check),
    ("reply", reply::check),
];

#[test]
fn every_body_holds_over_its_inputs() {
    for (name, check) in BODIES {
        let mut count = 0;
        for entry in fs::read_dir(format!("fuzz/corpus/{name}")).expect("a folder of inputs") {
            check(&fs::read(entry.expect("an entry of it").path()).expect("an input"));
            count += 1;
        }
        assert!(count > 0, "no input for {name}");
    }
}

#[test]
fn every_fuzzer_has_a_body_and_inputs() {
    let names: BTreeSet<String> = BODIES.iter().map(|(name, _)| (*name).to_owned()).collect();
    for folder in ["fuzz/fuzz_targets", "fuzz/corpus"] {
        let entries = fs::read_dir(folder).expect("a folder").flatten();
        let found = entries.filter_map(|entry| Some(entry.path().file_stem()?.to_string_lossy().into_owned()));
        assert_eq!(found.collect::<BTreeSet<String>>(), names, "{folder}");
    }
}
