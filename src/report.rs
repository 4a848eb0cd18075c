//! Everything the answers establish, as ids and enums. Every view and every export reads it, so no
//! two can disagree. It does not record when it was made: the same answers give the same report.
//! Texts of the pack are looked up in [`Report::pack`]; [`wire`] writes the JSON of a report.

mod build;
mod clock;
mod comparison;
mod day;
mod decided;
mod item;
mod rejudged;
mod standing;
mod totals;
mod unread;
mod urgency;
mod warning;
mod whole;
pub mod wire;

pub use build::{given_answer, laid_aside, report, undecided_point};
pub use clock::Clock;
pub use comparison::compare;
pub use decided::{DecidedPoint, PointMove};
pub use item::{Advice, Item, SettledBy};
pub use rejudged::{GoneResult, MoveReason, MovedResult, Moves, OtherReading, Rejudged, ResultPlace};
pub use standing::{Standing, Totals, standing};
pub use totals::count_known_standings;
pub use unread::{UnreadLaw, UnreadMoves, unread_law};
pub use warning::{GivenWarning, warnings};
pub use whole::{Given, OpenPoint, Report};
