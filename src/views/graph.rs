//! The decision tree that follows from the rules, as a graph without repetition: the questions in
//! asking order, each answer that makes a difference, and where it leads.

mod build;
mod dot;
mod layout;
mod measure;
mod mermaid;
mod nodes;
mod picture;
mod svg;
mod words;

pub use build::graph;
pub use dot::dot;
pub use mermaid::mermaid;
pub use nodes::{End, Graph, GraphEdge, GraphNode, Leaf, Root};
pub use svg::svg;
