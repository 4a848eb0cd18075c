//! Packs parts into a ZIP archive. The same parts always give the same bytes.

use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

/// Packs these named parts.
pub fn zip_parts(parts: &[(&str, String)]) -> Vec<u8> {
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
