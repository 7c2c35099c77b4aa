//! What made a command fail, one cause after the other, for whoever sits at the terminal.
//!
//! Knows causes that come from elsewhere and speak English: the operating system's, the messenger's. Must not know who
//! failed.

use std::error::Error;
use std::io;

use nhip::telegram::PollError;
use nhip::told;

/// All of it, in one line.
pub fn told(error: &anyhow::Error) -> String {
    error.chain().map(cause).collect::<Vec<_>>().join(": ")
}

fn cause(cause: &(dyn Error + 'static)) -> String {
    if let Some(error) = cause.downcast_ref::<PollError>() {
        return error.told();
    }
    match cause.downcast_ref::<io::Error>() {
        Some(error) => of_the_system(error),
        None => cause.to_string(),
    }
}

/// In the reader's language with the system's own words, which can be searched for.
pub fn of_the_system(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => told!("io-missing", cause = error),
        io::ErrorKind::PermissionDenied => told!("io-not-allowed", cause = error),
        io::ErrorKind::StorageFull => told!("io-full", cause = error),
        io::ErrorKind::ReadOnlyFilesystem => told!("io-read-only", cause = error),
        io::ErrorKind::AddrInUse => told!("io-taken", cause = error),
        io::ErrorKind::ConnectionRefused => told!("io-refused", cause = error),
        io::ErrorKind::IsADirectory => told!("io-folder", cause = error),
        _ => error.to_string(),
    }
}
