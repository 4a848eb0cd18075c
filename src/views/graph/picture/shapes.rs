//! What a drawing is made of, and its measures.

use crate::views::graph::nodes::Leaf;

/// Sizes of type: of questions, and of answers and captions.
pub const TEXT: f64 = 13.0;
/// The size of answers and captions.
pub const SMALL: f64 = 12.0;
/// From one line of text to the next.
pub const LINE: f64 = 17.0;
/// How wide the column of questions is.
pub const COLUMN: f64 = 300.0;
/// How far a place where something is asked reaches from its middle.
pub const DOT: f64 = 6.0;
/// The room between the edge of a chip and its text.
pub const PAD: f64 = 9.0;

/// The least width of the whole.
pub const LEAST: f64 = 860.0;

/// The drawing.
#[derive(Debug, Clone, Default)]
pub struct Picture {
    /// Its size.
    pub size: (f64, f64),
    /// The rows.
    pub rows: Vec<PictureRow>,
    /// The places where something is asked.
    pub dots: Vec<Dot>,
    /// The starts and the answers.
    pub chips: Vec<Chip>,
    /// The lines.
    pub lines: Vec<LineShape>,
}

/// What is asked in one row.
#[derive(Debug, Clone, Default)]
pub struct PictureRow {
    /// Where it begins and how high it is.
    pub top: f64,
    /// How high it is.
    pub height: f64,
    /// Where its words begin.
    pub left: f64,
    /// The question; none where the row above asks the same.
    pub ask: Vec<String>,
    /// The option.
    pub tick: Vec<String>,
    /// Whether it is an open legal point.
    pub point: bool,
}

/// A place where something is asked.
#[derive(Debug, Clone)]
pub struct Dot {
    /// Its middle.
    pub at: (f64, f64),
    /// Whether it is an open legal point.
    pub point: bool,
    /// Its words.
    pub title: String,
}

/// A box of text.
#[derive(Debug, Clone)]
pub struct Chip {
    /// Its upper left corner.
    pub at: (f64, f64),
    /// Its size.
    pub size: (f64, f64),
    /// Its text.
    pub text: Vec<String>,
    /// The result it leads to, with its words, where it settles it.
    pub leaf: Option<(Leaf, String)>,
    /// Whether the result stands below the text.
    pub below: bool,
    /// Whether it is where an obligation starts.
    pub starts: bool,
    /// Its text in full.
    pub title: String,
}

/// A line: straight down, across, straight down.
#[derive(Debug, Clone, Copy)]
pub struct LineShape {
    /// Where it starts.
    pub from: (f64, f64),
    /// Where it turns.
    pub turns: (f64, f64),
    /// Where it ends.
    pub to: (f64, f64),
}
