//! Where obligations stand, as plain mode lists it.

use crate::report::Standing;

/// The letter that lists what stands somewhere, and the name of its words.
pub const LISTS: [(&str, Standing, &str); 5] = [
    ("t", Standing::ToDo, "to_do"),
    ("i", Standing::InPlace, "in_place"),
    ("o", Standing::Open, "open"),
    ("x", Standing::RuledOut, "ruled_out"),
    ("a", Standing::AlsoCheck, "also_check"),
];

/// The name of the words for `standing`.
pub fn name(standing: Standing) -> &'static str {
    LISTS.iter().find(|it| it.1 == standing).map_or("", |it| it.2)
}
