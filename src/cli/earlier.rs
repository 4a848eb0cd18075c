//! Judging answers of another version of the pack anew, and what to compare with.

use std::path::{Path, PathBuf};

use clap::Arg;

use crate::cli::arguments::{flag, folder};
use crate::cli::complaint::Complaint;
use crate::cli::pack_choice::PackChoice;
use crate::store::{Against, EarlierFile};
use crate::words::Words;

/// The options for it.
pub fn rejudge_arguments(words: &Words) -> [Arg; 2] {
    let against = folder("against", words.cli.against).long("against").value_name("FOLDER").requires("rejudge");
    [flag("rejudge", words.cli.rejudge), against]
}

/// Returns the answer file in `text`, if it was made with another version of the pack, to be compared with
/// the pack in `folder` if one is given.
pub fn earlier_file(
    text: &str,
    against: &Against<'_>,
    folder: Option<PathBuf>,
    words: &Words,
) -> Result<Option<EarlierFile>, Complaint> {
    let mut earlier = EarlierFile::new(text, against);
    if let (Some(earlier), Some(folder)) = (&mut earlier, folder) {
        compare_with(earlier, &folder, words)?;
    }
    Ok(earlier)
}

/// Compares `earlier` with the pack in `folder`, which has to be of the version that it was made with.
pub fn compare_with(earlier: &mut EarlierFile, folder: &Path, words: &Words) -> Result<(), Complaint> {
    let pack = PackChoice::Folder(folder.to_owned()).pack(words)?;
    let stamp = earlier.stamp();
    if (&pack.id, &pack.version) != (&stamp.id, &stamp.version) {
        let message = words.cli.against_other(&pack.id, &stamp.id, &stamp.version, &pack.version);
        return Err(Complaint::new(message, Some(words.cli.against_other_help.to_owned())));
    }
    earlier.compare_with(pack);
    Ok(())
}
