//! Where obligations stand, as plain mode lists it.

use crate::report::Standing;

/// The letter that lists what stands somewhere.
pub const LISTS: [(&str, Standing); 5] = [
    ("t", Standing::ToDo),
    ("i", Standing::InPlace),
    ("o", Standing::Open),
    ("x", Standing::RuledOut),
    ("a", Standing::AlsoCheck),
];
