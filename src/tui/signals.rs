//! The end, when the system asks for it. A thread of its own waits for signals, because reading
//! from a terminal that was closed never returns. Every answer is saved by then; what is being typed
//! is saved by the loop, to which the thread leaves a moment.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

/// The end, as the loop hears of it.
pub struct Ending {
    is_near: Arc<AtomicBool>,
    saved: SyncSender<()>,
}

impl Ending {
    /// Whether the system asked for the end. What is not saved is to be saved now.
    pub fn is_near(&self) -> bool {
        self.is_near.load(Ordering::Acquire)
    }

    /// All is saved: the end need not wait any longer.
    pub fn all_is_saved(&self) {
        let _ = self.saved.try_send(());
    }
}

/// Watches for signals that end the program, from now on.
///
/// # Errors
/// Why they cannot be watched.
pub fn watch() -> io::Result<Ending> {
    let (saved, is_saved) = sync_channel(1);
    let ending = Ending { is_near: Arc::default(), saved };
    start(Arc::clone(&ending.is_near), is_saved)?;
    Ok(ending)
}

#[cfg(unix)]
fn start(is_near: Arc<AtomicBool>, is_saved: Receiver<()>) -> io::Result<()> {
    use std::time::Duration;

    use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM};

    let mut signals = signal_hook::iterator::Signals::new([SIGHUP, SIGINT, SIGQUIT, SIGTERM])?;
    std::thread::Builder::new().name("signals".to_owned()).spawn(move || {
        if let Some(signal) = signals.forever().next() {
            is_near.store(true, Ordering::Release);
            let _ = is_saved.recv_timeout(Duration::from_millis(500));
            give_back_soon();
            std::process::exit(128 + signal);
        }
    })?;
    Ok(())
}

/// There are no such signals here.
#[cfg(not(unix))]
fn start(_is_near: Arc<AtomicBool>, _is_saved: Receiver<()>) -> io::Result<()> {
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
