//! Read-only views of a pack for those who answer for its law. Each is plain data first; its
//! formats stand beside it.

mod explain;
mod graph;
mod read_back;
mod sheet;

pub use explain::{
    By, SearchTarget, Subject, Use, UsePlace, all_names, explain, find_subjects, find_uses, names_starting_with,
    nearest_subject,
};
pub use graph::{End, Graph, GraphEdge, GraphNode, Leaf, Root, dot, graph, mermaid, svg};
pub use sheet::{
    List, Sheet, SheetPart, SheetRow, SheetSide, SignatureState, citation, csv, outline as sheet_outline, sheet,
    signature_states, signed_digest,
};
