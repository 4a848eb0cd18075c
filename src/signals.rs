//! Signals of the system, as front ends hear of them. A thread of its own waits for them. Whatever would end
//! the program is left to the front end for a moment, to save and to give the terminal back; one that is held
//! up, by a terminal that takes nothing any more, is ended by the thread.

use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::thread;
use std::time::Duration;

/// How long a front end has to save and to give the terminal back.
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

/// Which signals are watched for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Watched {
    /// Those that end the program.
    Ends,
    /// Those that stop it and go on with it, and those of the window, too.
    All,
}

/// Says that the front end has ended.
pub struct Ended(SyncSender<()>);

impl Ended {
    /// All is saved and the terminal given back: the end need not wait any longer.
    pub fn tell(&self) {
        let _ = self.0.try_send(());
    }
}

/// Watches for signals from now on, and passes them to `tell`. Where the front end does not end in time when
/// it is to, `give_back` gives the terminal back and the program ends.
///
/// # Errors
/// Why they cannot be watched.
pub fn watch(
    watched: Watched,
    give_back: impl FnOnce() + Send + 'static,
    tell: impl Fn(SystemSignal) + Send + 'static,
) -> io::Result<Ended> {
    let (ended, is_ended) = sync_channel(1);
    let mut waits = Some((is_ended, give_back));
    start(watched, move |signal| {
        tell(signal);
        if let SystemSignal::End(number) = signal
            && let Some((is_ended, give_back)) = waits.take()
        {
            let _ = thread::Builder::new().spawn(move || end_in_time(&is_ended, number, give_back));
        }
    })?;
    Ok(Ended(ended))
}

fn end_in_time(is_ended: &Receiver<()>, number: i32, give_back: impl FnOnce() + Send + 'static) {
    if is_ended.recv_timeout(MOST_TO_END) == Err(RecvTimeoutError::Timeout) {
        give_back_soon(give_back);
        std::process::exit(128 + number);
    }
}

/// Gives the terminal back; does not wait for one that takes nothing any more.
fn give_back_soon(give_back: impl FnOnce() + Send + 'static) {
    let (done, is_done) = sync_channel(1);
    let thread = thread::Builder::new().spawn(move || {
        give_back();
        let _ = done.send(());
    });
    if thread.is_ok() {
        let _ = is_done.recv_timeout(MOST_TO_GIVE_BACK);
    }
}

/// The numbers that signals have: those of a Linux with signals for its own use, and of any other Unix.
#[cfg(unix)]
const NUMBERS: std::ops::RangeInclusive<i32> = 1..=64;

#[cfg(unix)]
fn start(watched: Watched, tell: impl FnMut(SystemSignal) + Send + 'static) -> io::Result<()> {
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};

    let (ends, others) = ([SIGHUP, SIGINT, SIGQUIT, SIGTERM], [SIGCONT, SIGTSTP, SIGWINCH]);
    let mut signals = signal_hook::iterator::Signals::new(ends)?;
    if watched == Watched::All {
        others.iter().try_for_each(|number| signals.add_signal(*number))?;
    }
    for number in NUMBERS.filter(|number| may_be_watched(*number) && !others.contains(number)) {
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
fn start(_watched: Watched, _tell: impl FnMut(SystemSignal) + Send + 'static) -> io::Result<()> {
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
