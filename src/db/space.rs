//! How much room is left where a database is.
//!
//! Knows how the operating system is asked, and how much is enough. Must not know who looks after it.

use std::io;
use std::path::Path;

/// Below this the database cannot grow through a busy week.
pub const ROOM_MIN: u64 = 100_000_000;
/// Below this somebody should look after it soon.
pub const ROOM_ENOUGH: u64 = 1_000_000_000;

/// The bytes that are free for us on the disk with this folder or file.
///
/// # Errors
/// There is no such thing, or the operating system does not say.
pub fn free_bytes(at: &Path) -> io::Result<u64> {
    let disk = rustix::fs::statvfs(at)?;
    Ok(disk.f_bavail.saturating_mul(disk.f_frsize))
}
