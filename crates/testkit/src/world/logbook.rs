//! What the program logs while tests run, kept in memory at its most talkative.
//!
//! A test's bot runs on the test's own thread and has a book of its own; what other threads say, who work for all, stands
//! in a book that all read.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::io::Write;
use std::sync::{Mutex, MutexGuard, Once, PoisonError};

use tracing::Level;

thread_local! {
    /// The book of a thread on which a world was begun.
    static OWN: RefCell<Option<String>> = const { RefCell::new(None) };
}

static SHARED: Mutex<String> = Mutex::new(String::new());

fn shared() -> MutexGuard<'static, String> {
    SHARED.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Writes whole lines: the subscriber hands over one event at a time.
struct Renderer;

impl Write for Renderer {
    fn write(&mut self, line: &[u8]) -> std::io::Result<usize> {
        let text = String::from_utf8_lossy(line);
        let own = OWN.try_with(|own| {
            own.borrow_mut()
                .as_mut()
                .map(|book| book.push_str(&text))
                .is_some()
        });
        if !own.unwrap_or(false) {
            shared().push_str(&text);
        }
        Ok(line.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Where the books stood when a world began.
pub struct Mark {
    own: usize,
    shared: usize,
}

/// Starts to listen, with the program's own filter.
pub fn open() -> Mark {
    static OPEN: Once = Once::new();
    OPEN.call_once(|| {
        tracing_subscriber::fmt()
            .with_env_filter(nhip::log::filter(Level::TRACE))
            .with_writer(|| Renderer)
            .with_ansi(false)
            .without_time()
            .init();
    });
    Mark {
        own: OWN.with_borrow_mut(|own| own.get_or_insert_default().len()),
        shared: shared().len(),
    }
}

/// What this thread has logged since.
pub fn own_since(mark: &Mark) -> String {
    OWN.with_borrow(|own| {
        let book = own.as_deref().unwrap_or_default();
        book.get(mark.own..).unwrap_or_default().to_owned()
    })
}

/// What was logged since by threads that work for all.
pub fn shared_since(mark: &Mark) -> String {
    shared().get(mark.shared..).unwrap_or_default().to_owned()
}

/// None of this may have been logged.
pub fn names_nobody(logged: &str, personal: &[String]) {
    let personal: BTreeSet<&String> = personal.iter().collect();
    for words in personal {
        if logged.contains(words) {
            let line = logged.lines().find(|line| line.contains(words));
            panic!("the log tells {words:?}: {line:?}");
        }
    }
}
