//! Signals, as the loop hears of them. A thread of its own waits for them: the loop may be held up by a
//! terminal that takes nothing any more. Whatever would end the program is left to the loop for a moment,
//! to save and to give the terminal back; then the thread does so.

use std::collections::VecDeque;
use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use crate::tui::guard;

/// How long the loop has to save and to give the terminal back.
const MOST_TO_END: Duration = Duration::from_secs(1);

/// How long a terminal may take to be given back.
const MOST_TO_GIVE_BACK: Duration = Duration::from_millis(500);

/// A signal, by what is to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SystemSignal {
    /// The end; by this number.
    End(i32),
    /// To stop until the shell goes on with the program.
    Stop,
    /// It goes on, and somebody else may have had the terminal.
    GoOn,
    /// The window may have another size.
    Resize,
}

/// The signals that the loop has not seen yet.
#[derive(Debug, Clone, Default)]
pub struct Raised(Arc<Mutex<VecDeque<SystemSignal>>>);

impl Raised {
    /// The next one.
    pub fn next(&self) -> Option<SystemSignal> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).pop_front()
    }

    fn add(&self, signal: SystemSignal) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push_back(signal);
    }
}

/// Signals are watched; the end is told here when it has come.
pub struct Watch {
    ended: SyncSender<()>,
}

impl Watch {
    /// All is saved and the terminal given back: the end need not wait any longer.
    pub fn all_is_done(&self) {
        let _ = self.ended.try_send(());
    }
}

/// Watches for signals from now on: puts them into `raised`, and wakes the loop.
///
/// # Errors
/// Why they cannot be watched.
pub fn watch(raised: Raised, wake: impl Fn() + Send + 'static) -> io::Result<Watch> {
    let (ended, is_ended) = sync_channel(1);
    start(move |signal| {
        raised.add(signal);
        wake();
        if let SystemSignal::End(number) = signal {
            end_without_the_loop(&is_ended, number);
        }
    })?;
    Ok(Watch { ended })
}

/// Waits for the loop to end, and ends the program where it does not.
fn end_without_the_loop(is_ended: &Receiver<()>, number: i32) {
    if is_ended.recv_timeout(MOST_TO_END) == Err(RecvTimeoutError::Timeout) {
        give_back_soon();
        std::process::exit(128 + number);
    }
}

/// Gives the terminal back; does not wait for one that takes nothing any more.
fn give_back_soon() {
    let (done, is_done) = sync_channel(1);
    let given_back = thread::Builder::new().spawn(move || {
        guard::give_back();
        let _ = done.send(());
    });
    if given_back.is_ok() {
        let _ = is_done.recv_timeout(MOST_TO_GIVE_BACK);
    }
}

/// The numbers that signals have: those of a Linux with signals for its own use, and of any other Unix.
#[cfg(unix)]
const NUMBERS: std::ops::RangeInclusive<i32> = 1..=64;

#[cfg(unix)]
fn start(tell: impl Fn(SystemSignal) + Send + 'static) -> io::Result<()> {
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};

    let always = [SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH];
    let mut signals = signal_hook::iterator::Signals::new(always)?;
    let others = NUMBERS.filter(|number| !always.contains(number) && may_be_watched(*number));
    for number in others {
        // Not every system has it.
        let _ = signals.add_signal(number);
    }
    thread::Builder::new().name("signals".to_owned()).spawn(move || {
        signals.forever().filter_map(meaning).for_each(tell);
    })?;
    Ok(())
}

/// There are no such signals here.
#[cfg(not(unix))]
fn start(_tell: impl Fn(SystemSignal) + Send + 'static) -> io::Result<()> {
    Ok(())
}

/// Whether a signal says something, and may be watched: one that tells of a fault in the program may not,
/// because the fault would happen again and again.
#[cfg(unix)]
fn may_be_watched(number: i32) -> bool {
    use signal_hook::consts::{FORBIDDEN, SIGBUS, SIGCHLD, SIGPIPE, SIGTTIN, SIGTTOU, SIGURG};

    let left_alone = [SIGBUS, SIGCHLD, SIGPIPE, SIGTTIN, SIGTTOU, SIGURG];
    !FORBIDDEN.contains(&number) && !left_alone.contains(&number)
}

/// What a signal that is watched asks for.
#[cfg(unix)]
fn meaning(number: i32) -> Option<SystemSignal> {
    use signal_hook::consts::{SIGCONT, SIGTSTP, SIGWINCH, SIGXFSZ};

    match number {
        SIGTSTP => Some(SystemSignal::Stop),
        SIGCONT => Some(SystemSignal::GoOn),
        SIGWINCH => Some(SystemSignal::Resize),
        // A file became too large: the write fails, and that is told.
        SIGXFSZ => None,
        _ => Some(SystemSignal::End(number)),
    }
}
