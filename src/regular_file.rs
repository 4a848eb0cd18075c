//! Files from outside are read only if they are ordinary ones, at once, and up to a limit. A pipe, a
//! device or a socket is refused without waiting for it.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Read as _};
use std::path::Path;

/// Opens the ordinary file at `path` for reading.
///
/// # Errors
/// Why it could not be opened, or that it is no ordinary file.
pub fn open_regular(path: &Path) -> io::Result<File> {
    // Opening a device can have effects of its own.
    require_regular(&fs::metadata(path)?)?;
    let mut options = OpenOptions::new();
    options.read(true);
    dont_wait(&mut options);
    let file = options.open(path)?;
    require_regular(&file.metadata()?)?;
    Ok(file)
}

/// Reads the first `most` bytes of the ordinary file at `path`.
///
/// # Errors
/// Why it could not be read, or that it is no ordinary file.
pub fn read_start(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    open_regular(path)?.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Checks that `found` is an ordinary file.
///
/// # Errors
/// That it is a folder, a device, a pipe or the like.
pub fn require_regular(found: &fs::Metadata) -> io::Result<()> {
    if found.is_dir() {
        return Err(ErrorKind::IsADirectory.into());
    }
    if found.is_file() {
        return Ok(());
    }
    Err(io::Error::new(ErrorKind::InvalidInput, "this is not an ordinary file, but a device, a pipe or the like"))
}

/// Lets `options` open a pipe that replaced the file meanwhile without waiting for its other end.
fn dont_wait(options: &mut OpenOptions) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.custom_flags((rustix::fs::OFlags::NONBLOCK | rustix::fs::OFlags::NOCTTY).bits().cast_signed());
    }
    #[cfg(not(unix))]
    let _ = options;
}
