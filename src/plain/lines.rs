//! Standard input, which a signal may end: it is read by a thread of its own, and only when somebody waits for
//! it, so that menus have the terminal for themselves.

use std::io::{self, BufRead, ErrorKind, Read};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use crate::signals::{self, Ended, SystemSignal, Watched};

/// The most bytes read at once.
const PIECE: usize = 8 << 10;

/// The number of the signal that Ctrl-C raises.
const CTRL_C: i32 = 2;

/// Standard input.
pub struct Lines {
    asks: Sender<()>,
    heard: Receiver<Heard>,
    ended: Ended,
    piece: Vec<u8>,
    used: usize,
    /// The signal that ended it.
    signal: Option<i32>,
}

/// What has come.
enum Heard {
    Bytes(io::Result<Vec<u8>>),
    End(i32),
}

impl Lines {
    /// Begins to listen. Where the program does not end in time when it is to, `give_back` gives the terminal
    /// back first.
    ///
    /// # Errors
    /// Why signals cannot be watched, or there is no thread.
    pub fn listen(give_back: impl FnOnce() + Send + 'static) -> io::Result<Self> {
        let ((asks, asked), (tell, heard)) = (channel(), channel());
        let bell = tell.clone();
        let ended = signals::watch(Watched::Ends, give_back, move |signal| {
            if let SystemSignal::End(number) = signal {
                let _ = bell.send(Heard::End(number));
            }
        })?;
        thread::Builder::new().name("input".to_owned()).spawn(move || {
            let mut input = io::stdin().lock();
            while asked.recv().is_ok() && tell.send(Heard::Bytes(read(&mut input))).is_ok() {}
        })?;
        Ok(Self { asks, heard, ended, piece: Vec::new(), used: 0, signal: None })
    }

    /// The signal that asked for the end, if one did. A menu that any signal interrupts raises Ctrl-C's besides:
    /// another one counts for more.
    pub fn signal(&self) -> Option<i32> {
        let later = self.heard.try_iter().filter_map(|heard| match heard {
            Heard::End(number) => Some(number),
            Heard::Bytes(_) => None,
        });
        self.signal.into_iter().chain(later).max_by_key(|number| *number != CTRL_C)
    }

    /// All is saved: the end need not wait any longer.
    pub fn tell_ended(&self) {
        self.ended.tell();
    }

    fn refill(&mut self) -> io::Result<()> {
        (self.piece, self.used) = (Vec::new(), 0);
        if self.signal.is_some() || self.asks.send(()).is_err() {
            return Ok(());
        }
        match self.heard.recv() {
            Ok(Heard::Bytes(bytes)) => self.piece = bytes?,
            Ok(Heard::End(number)) => self.signal = Some(number),
            Err(_) => {}
        }
        Ok(())
    }
}

fn read(input: &mut impl Read) -> io::Result<Vec<u8>> {
    let mut piece = vec![0; PIECE];
    loop {
        match input.read(&mut piece) {
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            read => {
                piece.truncate(read?);
                return Ok(piece);
            }
        }
    }
}

impl BufRead for Lines {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.used >= self.piece.len() {
            self.refill()?;
        }
        Ok(self.piece.get(self.used..).unwrap_or_default())
    }

    fn consume(&mut self, amount: usize) {
        self.used += amount;
    }
}

impl Read for Lines {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.fill_buf()?.read(into)?;
        self.consume(read);
        Ok(read)
    }
}
