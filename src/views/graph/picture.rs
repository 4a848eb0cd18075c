//! The graph as a drawing without a format: a row for each question, with its words on the left; on
//! the right the places where it is asked, the answers below them, and lines to where they lead. An
//! answer that settles the result carries it, so only open ways go on.

mod plan;
mod shapes;

use crate::views::graph::layout::place_items;
use crate::views::graph::nodes::Graph;
use crate::views::graph::picture::plan::Plan;
use crate::words::Words;

pub use shapes::{Chip, Dot, LEAST, LINE, LineShape, PAD, Picture, PictureRow, SMALL, TEXT};

/// Draws `graph` below a head of height `head`.
pub fn picture(graph: &Graph<'_>, head: f64, words: &Words) -> Picture {
    let plan = Plan::from_graph(graph, words);
    let middles = place_items(&plan.items, &plan.lines);
    plan.draw(&middles, head)
}
