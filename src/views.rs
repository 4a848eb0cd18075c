//! Read-only views of a pack for those who answer for its law. Each is plain data first; its forms
//! stand beside it.

mod explain;
mod graph;
mod read_back;
mod sheet;

pub use explain::{By, Place, Subject, Use, Wanted, explain, find, names, near, uses};
pub use graph::{End, Graph, Leaf, Node, Root, Way, dot, graph, mermaid, svg};
pub use sheet::{List, Part, Row, Sheet, Side, citation, csv, outline as sheet_outline, sheet};
