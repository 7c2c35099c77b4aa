//! How much room is left where a database is.
//!
//! Knows how the operating system is asked. Must not know how much is enough.

use std::io;
use std::path::Path;

/// The bytes that are free for us on the disk with this folder or file.
///
/// # Errors
/// There is no such thing, or the operating system does not say.
pub fn free_bytes(at: &Path) -> io::Result<u64> {
    let disk = rustix::fs::statvfs(at)?;
    Ok(disk.f_bavail.saturating_mul(disk.f_frsize))
}
