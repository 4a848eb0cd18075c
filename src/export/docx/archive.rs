//! Parts put together as one ZIP archive: the same parts give the same bytes, whenever and wherever.

use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

/// These parts, by name, as an archive.
pub fn of(parts: &[(&str, String)]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::DEFAULT)
        .system(System::Dos);
    for (name, text) in parts {
        archive.start_file(*name, options).expect("a part can be begun in memory");
        archive.write_all(text.as_bytes()).expect("a part can be written to memory");
    }
    archive.finish().expect("an archive can be ended in memory").into_inner()
}
