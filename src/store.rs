//! Answer files: strict reading, safe writing that loses nothing acknowledged, and the folder they
//! are in.

mod decision;
mod document;
mod earlier;
mod error;
mod file;
mod folder;
mod format;
mod fresh;
mod held;
mod identity;
mod lock;
mod notice;
mod older;
mod prepared;
mod reader;
mod reply;
mod rescue;
mod save;
mod stamp;
mod strict;
mod sum;
mod typing;

pub use document::OpenFile;
pub use earlier::EarlierFile;
pub use error::StoreError;
pub use file::{Against, AnswerFile, pack_named_in, read_answers, read_record, rescue_answers, write_answers};
pub use folder::{Folder, Listed, ListedFile};
pub use format::VERSION;
pub use fresh::fill_folder;
pub use lock::Lock;
pub use notice::FileNotice;
pub use reply::read_reply;
pub use rescue::Rescue;
pub use save::{read_damaged_text, read_text, replace_file, write_new, write_safely};
pub use stamp::Stamp;
pub use sum::fits_its_sum;
pub use typing::TypedTexts;
