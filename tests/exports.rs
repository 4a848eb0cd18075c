//! The report in its forms, read back by parsers of these forms.

mod cover;
mod forms;
mod hostile;
#[cfg(feature = "pdf")]
mod pdf;
pub mod pieces;
mod style;
mod totals;

pub use hostile::{assert_inert, payloads};
pub use pieces::{Piece, pieces, rows};

use std::fs;

use jiff::civil::Date;
use obligato::export::Format;
use obligato::report::Report;
use obligato::session::Session;
use obligato::shipped;
use obligato::store::{Against, read_record};

/// What the record in the file `path` establishes.
pub fn report_of(path: &str) -> Report<'static> {
    let pack = shipped::default_pack().pack();
    let text = fs::read_to_string(path).expect("a record");
    let against = Against { pack, today: Date::MAX, rejudge: false };
    Session::new(pack, read_record(&text, path, &against).expect("a sound record")).report()
}

/// The forms that `pieces` reads back. A PDF is set, not written: `pdf` looks at what was set.
pub fn read_in_pieces() -> impl Iterator<Item = Format> {
    Format::ALL.into_iter().filter(|it| it.name() != "pdf")
}
