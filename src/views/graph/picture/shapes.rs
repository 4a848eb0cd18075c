//! The shapes of a drawing, and its measures.

use crate::views::graph::nodes::Leaf;

/// The type size of questions.
pub const TEXT: f64 = 13.0;
/// The type size of answers and captions.
pub const SMALL: f64 = 12.0;
/// The distance between lines of text.
pub const LINE: f64 = 17.0;
/// The width of the column of questions.
pub const COLUMN: f64 = 300.0;
/// The radius of a dot, where something is asked.
pub const DOT: f64 = 6.0;
/// The space between the edge of a chip and its text.
pub const PAD: f64 = 9.0;

/// The minimum width of a drawing.
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

/// One question or option.
#[derive(Debug, Clone, Default)]
pub struct PictureRow {
    /// Its upper edge.
    pub top: f64,
    /// Its height.
    pub height: f64,
    /// The left edge of its words.
    pub left: f64,
    /// The question; empty if the row above asks the same.
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
    /// The result that it settles, with its words.
    pub leaf: Option<(Leaf, String)>,
    /// Whether the result stands below the text.
    pub below: bool,
    /// Whether an obligation starts here.
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
