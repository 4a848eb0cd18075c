//! What the loop waits for, in one place: keys, signals, the end of the terminal. A thread of its own
//! reads the terminal, so that no byte waits there, and nothing is asked of the terminal but what it holds.

use std::collections::VecDeque;
use std::io::{self, ErrorKind, Read as _};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

use crate::signals::SystemSignal;
use crate::tui::decode::Decoder;

/// The pieces that may wait for the loop. Then the terminal holds on to the rest until there is room.
pub const MOST_WAITING: usize = 256;

/// The events that may wait for the loop, by the same rule.
const MOST_EVENTS: usize = 1 << 20;

/// The most bytes read at once: as many as standard input passes on without a copy.
const PIECE: usize = 8 << 10;

/// How long Ctrl-C waits for keys that were pressed before it.
const MOST_BEFORE_LEAVING: Duration = Duration::from_secs(1);

/// What wakes the loop.
#[derive(Debug)]
pub enum Wake {
    /// Bytes of the terminal.
    Bytes(Vec<u8>),
    /// A signal was raised.
    Signal,
    /// The terminal has ended.
    Closed,
}

/// The signals that the loop has not seen yet.
#[derive(Debug, Clone, Default)]
pub struct Raised(Arc<Mutex<VecDeque<SystemSignal>>>);

impl Raised {
    /// The next one.
    pub fn next(&self) -> Option<SystemSignal> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).pop_front()
    }

    /// Adds one.
    pub fn add(&self, signal: SystemSignal) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push_back(signal);
    }
}

/// What has come.
#[derive(Debug, PartialEq, Eq)]
pub enum Arrival {
    /// Nothing, for as long as it was waited.
    Nothing,
    /// Events of the terminal.
    Events,
    /// A signal.
    Signal(SystemSignal),
    /// The terminal is gone.
    Closed,
}

/// What has come and what is still to come.
pub struct Inbox {
    wakes: Receiver<Wake>,
    raised: Raised,
    decoder: Decoder,
    events: VecDeque<Event>,
    /// When bytes came last.
    heard: Instant,
    /// Since when Ctrl-C waits behind other keys.
    leaving_since: Option<Instant>,
    is_closed: bool,
}

impl Inbox {
    /// Takes what `wakes` brings, and the signals in `raised`.
    pub fn new(wakes: Receiver<Wake>, raised: Raised) -> Self {
        let (decoder, events) = (Decoder::default(), VecDeque::new());
        Self { wakes, raised, decoder, events, heard: Instant::now(), leaving_since: None, is_closed: false }
    }

    /// The events that wait.
    pub fn events(&mut self) -> &mut VecDeque<Event> {
        &mut self.events
    }

    /// Waits for something to come, for at most this long.
    pub fn wait(&mut self, most: Duration) -> Arrival {
        let until = Instant::now() + most;
        loop {
            while self.events.len() < MOST_EVENTS
                && let Ok(wake) = self.wakes.try_recv()
            {
                self.take(wake);
            }
            if let Some(arrival) = self.arrival() {
                return arrival;
            }
            let settles = self.decoder.patience().map(|patience| self.heard + patience);
            let next = settles.map_or(until, |settles| settles.min(until));
            match self.wakes.recv_timeout(next.saturating_duration_since(Instant::now())) {
                Ok(wake) => self.take(wake),
                Err(RecvTimeoutError::Disconnected) => self.is_closed = true,
                Err(RecvTimeoutError::Timeout) if settles == Some(next) => self.decoder.settle(&mut self.events),
                Err(RecvTimeoutError::Timeout) => return Arrival::Nothing,
            }
        }
    }

    fn arrival(&mut self) -> Option<Arrival> {
        if let Some(signal) = self.raised.next() {
            return Some(Arrival::Signal(signal));
        }
        self.hurry_to_leave();
        if !self.events.is_empty() {
            return Some(Arrival::Events);
        }
        self.is_closed.then_some(Arrival::Closed)
    }

    fn take(&mut self, wake: Wake) {
        match wake {
            Wake::Bytes(bytes) => {
                self.heard = Instant::now();
                self.decoder.take(&bytes, &mut self.events);
            }
            Wake::Signal => {}
            Wake::Closed => self.is_closed = true,
        }
    }

    /// Lets Ctrl-C pass keys that keep it waiting too long.
    fn hurry_to_leave(&mut self) {
        let Some(at) = self.events.iter().rposition(is_leaving) else {
            self.leaving_since = None;
            return;
        };
        if self.leaving_since.get_or_insert_with(Instant::now).elapsed() >= MOST_BEFORE_LEAVING {
            self.events.drain(..at);
        }
    }
}

fn is_leaving(event: &Event) -> bool {
    *event == Event::Key(KeyEvent::new(KeyCode::Char('c'), KeyModifiers::CONTROL))
}

/// Reads the terminal at standard input until it ends, and tells the loop. What is read is not looked at here.
///
/// # Errors
/// Why there is no thread for it.
pub fn read_terminal(wake: SyncSender<Wake>) -> io::Result<()> {
    thread::Builder::new().name("terminal".to_owned()).spawn(move || {
        let (mut input, mut piece) = (io::stdin().lock(), vec![0; PIECE]);
        loop {
            let told = match input.read(&mut piece) {
                Ok(0) => break,
                Ok(read) => wake.send(Wake::Bytes(piece.get(..read).unwrap_or_default().to_vec())),
                // The terminal is shared with a program that waits for nothing.
                Err(error) if error.kind() == ErrorKind::WouldBlock => {
                    thread::sleep(Duration::from_millis(10));
                    Ok(())
                }
                Err(error) if error.kind() == ErrorKind::Interrupted => Ok(()),
                Err(_) => break,
            };
            if told.is_err() {
                return;
            }
        }
        let _ = wake.send(Wake::Closed);
    })?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::sync_channel;
    use std::time::{Duration, Instant};

    use crate::tui::inbox::{Arrival, Inbox, MOST_BEFORE_LEAVING, Raised, Wake, is_leaving};

    #[test]
    fn ctrl_c_that_waited_long_enough_passes_what_came_before_it() {
        let (wake, wakes) = sync_channel(1);
        let mut inbox = Inbox::new(wakes, Raised::default());
        wake.send(Wake::Bytes(b"abcd\x03e".to_vec())).expect("there is room");
        assert_eq!(inbox.wait(Duration::ZERO), Arrival::Events);
        assert_eq!(inbox.events().len(), 6);
        inbox.leaving_since = Instant::now().checked_sub(MOST_BEFORE_LEAVING);
        assert_eq!(inbox.wait(Duration::ZERO), Arrival::Events);
        assert_eq!(inbox.events().len(), 2);
        assert!(inbox.events().front().is_some_and(is_leaving));
    }
}
