//! Everything the program says of its content, said once: the front ends and the exports only lay it
//! out.

mod value;

pub use value::{basis, confidence, kind, role, standing, standing_means};
