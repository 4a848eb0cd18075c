//! Answer files: reading them strictly, writing them so that nothing acknowledged is ever lost, and
//! the folder they lie in.

mod document;
mod error;
mod file;
mod folder;
mod format;
mod fresh;
mod lock;
mod reader;
mod reply;
mod save;
mod stamp;
mod strict;

pub use document::OpenFile;
pub use error::StoreError;
pub use file::{Against, AnswerFile, VERSION, pack_named_in, read_answers, read_record, write_answers};
pub use folder::{Folder, Listed, ListedFile};
pub use fresh::fill_folder;
pub use lock::Lock;
pub use reply::read_reply;
pub use save::{read_text, replace, write_new, write_safely};
pub use stamp::Stamp;
