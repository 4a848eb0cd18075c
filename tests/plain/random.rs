use std::fs;
use std::path::PathBuf;

use obligato::store::read_answers;
use proptest::prelude::*;

use crate::oracle::tape::share;
use crate::plain::scene::{against, check, check_open, folder};

/// A line as somebody might type it, or as nobody would.
fn line() -> impl Strategy<Value = Vec<u8>> {
    let words = [
        "y", "n", "b", "?", "g", "m", "m9", "p", "p1", "r", "v", "u", "d", "e", "a", "t", "x", "s1", "s9", "=b", "1 3",
        "2 8", "", "none", "w", "w1", "-",
    ];
    prop_oneof![
        6 => (1..12_usize).prop_map(|it| it.to_string().into_bytes()),
        6 => prop::sample::select(words.to_vec()).prop_map(|it| it.as_bytes().to_vec()),
        1 => Just(b"10/27/2025".to_vec()),
        1 => Just(b"CON-1".to_vec()),
        1 => "\\PC{0,20}".prop_map(String::into_bytes),
        1 => prop::collection::vec(any::<u8>(), 0..20),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: share(12), failure_persistence: None, max_shrink_iters: 40, ..ProptestConfig::default() })]

    /// Whatever is typed: no panic, plain text only, and what the review shows at the end is what
    /// the file holds.
    #[test]
    fn whatever_is_typed(lines in prop::collection::vec(line(), 200)) {
        let folder = folder("random");
        let mut input = lines.join(&b'\n');
        // From wherever that led, to the review.
        input.extend_from_slice(b"\nn\nb\nv\n");
        let first = check(&folder, &input);
        let saved = fs::read_dir(&folder).into_iter().flatten().flatten().map(|it| it.path());
        // Reports, letters and checks of papers lie beside the answers.
        let beside = ["-report", "-letter-", "-authorization-form", "-vendor-contract"];
        let is_beside = |it: &PathBuf| beside.iter().any(|name| it.to_string_lossy().contains(name));
        let answers: Vec<_> = saved.filter(|it| !is_beside(it)).collect();
        prop_assert!(answers.len() <= 1, "{answers:?}");
        if let Some(file) = answers.first() {
            let text = fs::read_to_string(file).expect("text");
            let saved = read_answers(&text, "saved", &against());
            prop_assert!(saved.is_ok());
            // Where every answer was taken back again there is nothing to review.
            let some = saved.is_ok_and(|it| !it.assessment.answers.is_empty());
            // What the very last line asked for, where that was understood as the review.
            let shown = first.rsplit_once(">> v\n").map_or("", |it| it.1);
            if some && shown.contains("\nYour answers\n") && shown.matches("\n>> ").count() <= 1 {
                let again = check_open(file, "v\n");
                prop_assert_eq!(last_review(shown), last_review(&again));
            }
        }
    }
}

fn last_review(text: &str) -> &str {
    let at = text.rfind("\nYour answers\n").expect("a review");
    text[at..].split("\nType a number").next().expect("a part")
}
