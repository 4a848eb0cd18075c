//! The end, when the system asks for it. A thread of its own waits for signals, because reading
//! from a terminal that was closed never returns. Every answer is saved by then.

use std::io;

/// Watches for signals that end the program, from now on.
///
/// # Errors
/// Why they cannot be watched.
#[cfg(unix)]
pub fn watch() -> io::Result<()> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM};

    let mut signals = signal_hook::iterator::Signals::new([SIGHUP, SIGINT, SIGQUIT, SIGTERM])?;
    std::thread::Builder::new().name("signals".to_owned()).spawn(move || {
        if let Some(signal) = signals.forever().next() {
            give_back_soon();
            std::process::exit(128 + signal);
        }
    })?;
    Ok(())
}

/// There are no such signals here.
///
/// # Errors
/// None.
#[cfg(not(unix))]
pub fn watch() -> io::Result<()> {
    Ok(())
}

/// Gives the terminal back; does not wait for one that takes nothing any more.
#[cfg(unix)]
fn give_back_soon() {
    use std::sync::mpsc;
    use std::time::Duration;

    use crate::tui::guard;

    let (done, is_done) = mpsc::channel();
    std::thread::spawn(move || {
        guard::give_back();
        let _ = done.send(());
    });
    let _ = is_done.recv_timeout(Duration::from_millis(500));
}
