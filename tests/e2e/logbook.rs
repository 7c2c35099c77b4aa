//! What the program logs while tests run, kept in memory at its most talkative.

use std::io::Write;
use std::sync::{Mutex, MutexGuard, Once, PoisonError};

use tracing::Level;

static BOOK: Mutex<String> = Mutex::new(String::new());

fn book() -> MutexGuard<'static, String> {
    BOOK.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Writes whole lines: the subscriber hands over one event at a time.
struct Renderer;

impl Write for Renderer {
    fn write(&mut self, line: &[u8]) -> std::io::Result<usize> {
        book().push_str(&String::from_utf8_lossy(line));
        Ok(line.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Starts to listen, with the program's own filter; returns where the book stands.
pub fn open() -> usize {
    static OPEN: Once = Once::new();
    OPEN.call_once(|| {
        tracing_subscriber::fmt()
            .with_env_filter(nhip::log::filter(Level::TRACE))
            .with_writer(|| Renderer)
            .with_ansi(false)
            .without_time()
            .init();
    });
    book().len()
}

/// What was logged since.
pub fn since(from: usize) -> String {
    book().get(from..).unwrap_or_default().to_owned()
}

/// None of this may have been logged.
pub fn names_nobody(logged: &str, personal: &[String]) {
    for words in personal {
        if let Some(line) = logged.lines().find(|line| line.contains(words)) {
            panic!("the log tells {words:?}: {line}");
        }
    }
}
