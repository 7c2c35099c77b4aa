//! Where a panic was, and never what it said.
//!
//! Knows that a panic's message may hold anything, a person's words as well. Must not know who asks.

use std::cell::Cell;
use std::panic::{self, PanicHookInfo};

thread_local! {
    /// Where this thread's last panic was. Whoever catches one is on the thread that panicked.
    static LAST: Cell<Option<String>> = const { Cell::new(None) };
}

/// From now on a panic is one line of the log, and its message goes nowhere.
pub(crate) fn keep_silent() {
    panic::set_hook(Box::new(log));
}

fn log(info: &PanicHookInfo<'_>) {
    let place = info
        .location()
        .map(|place| format!("{}:{}", place.file(), place.line()));
    let thread = std::thread::current();
    tracing::error!(place, thread = thread.name(), "a panic");
    LAST.set(place);
}

/// What may be said of the panic that this thread has just caught.
pub(crate) fn cause() -> String {
    match LAST.take() {
        Some(place) => format!("panic at {place}"),
        None => "panic".to_owned(),
    }
}
