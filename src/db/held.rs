//! The database's own file, held open beside SQLite: locked, and looked at for what SQLite would never do to it.
//!
//! Knows the beginning of SQLite's file format. Must not know what is stored, nor what is done about it.
//!
//! Closing any handle of the file lets go of the locks that SQLite has on it in this process: this one must live for
//! longer than the connection. Its own lock (flock) is of another kind than SQLite's (fcntl): neither sees the other.

use std::fs::{File, TryLockError};
use std::os::unix::fs::FileExt;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

/// How long the header of the file is.
const HEADER: usize = 100;
/// Its first part never changes while a connection has the file open: the name of the format, the size of a page,
/// and that there is a log.
const FIXED: usize = 24;

/// Another process has it.
#[derive(Debug)]
pub(super) struct InUse;

/// A database's file that this process holds.
#[derive(Debug)]
pub(super) struct Held {
    file: File,
    /// As it was seen last; `None`: nobody watches yet.
    seen: Mutex<Option<Seen>>,
    overwritten: AtomicBool,
}

/// What of a file tells whether SQLite alone writes into it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Seen {
    bytes: u64,
    fixed: [u8; FIXED],
    /// What the pages come to that the file says it has.
    claimed: u64,
    /// Grows with changes of the first page.
    changes: u32,
    /// Grows with changes of the schema.
    schema: u32,
    /// The number by which a database is told from any other; 0 if it has none.
    mark: u32,
}

impl Held {
    /// Opens and locks a file; `None`: there is none.
    ///
    /// # Errors
    /// Another process holds it.
    pub(super) fn of(database: &Path) -> Result<Option<Self>, InUse> {
        if !database.is_file() {
            return Ok(None);
        }
        // What cannot be read is told by SQLite.
        let Ok(file) = File::open(database) else {
            return Ok(None);
        };
        // A file system without such locks leaves it at the lock beside the database.
        if let Err(TryLockError::WouldBlock) = file.try_lock() {
            return Err(InUse);
        }
        Ok(Some(Self {
            file,
            seen: Mutex::default(),
            overwritten: AtomicBool::default(),
        }))
    }

    /// What the file is like now is how SQLite left it.
    pub(super) fn watch(&self) {
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        *seen = Seen::of(&self.file).ok().flatten();
    }

    /// Whether anybody has written into the file past SQLite, as far as that shows without doubt.
    pub(super) fn is_overwritten(&self) -> bool {
        if self.overwritten.load(Ordering::Relaxed) {
            return true;
        }
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(before) = seen.as_ref() else {
            return false;
        };
        match Seen::of(&self.file) {
            // A disk that cannot be read is told by SQLite.
            Err(_) => false,
            Ok(Some(now)) if now.may_follow(before) => {
                *seen = Some(now);
                false
            }
            Ok(_) => {
                self.overwritten.store(true, Ordering::Relaxed);
                true
            }
        }
    }
}

impl Seen {
    /// `None`: there is no header any more.
    fn of(file: &File) -> std::io::Result<Option<Self>> {
        // First: a file that SQLite cuts off says so before it is shorter.
        let bytes = file.metadata()?.len();
        let mut header = [0; HEADER];
        match file.read_exact_at(&mut header, 0) {
            Err(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => return Ok(None),
            read => read?,
        }
        Ok(Self::read(bytes, &header))
    }

    fn read(bytes: u64, header: &[u8; HEADER]) -> Option<Self> {
        let number = |at: usize| {
            let four = header.get(at..at + 4)?.try_into().ok()?;
            Some(u32::from_be_bytes(four))
        };
        let page = match u16::from_be_bytes([header[16], header[17]]) {
            1 => 65_536,
            size => u64::from(size),
        };
        Some(Self {
            bytes,
            fixed: header.get(..FIXED)?.try_into().ok()?,
            claimed: u64::from(number(28)?) * page,
            changes: number(24)?,
            schema: number(40)?,
            mark: number(60)?,
        })
    }

    /// Whether SQLite, in whichever process, can have made this of that.
    fn may_follow(&self, before: &Self) -> bool {
        // When SQLite shortens a file, by VACUUM, it claims no more pages than are left. A file that is shorter than it
        // claims, and was so before, has met a full disk.
        let cut_off = self.bytes < before.bytes && self.bytes < self.claimed;
        self.fixed == before.fixed
            && self.changes >= before.changes
            && self.schema >= before.schema
            && (self.mark == before.mark || before.mark == 0)
            && !cut_off
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(bytes: u64, pages: u8, changes: u8) -> Seen {
        let mut header = [0; HEADER];
        header[..16].copy_from_slice(b"SQLite format 3\0");
        header[16..20].copy_from_slice(&[16, 0, 2, 2]);
        header[27] = changes;
        header[31] = pages;
        Seen::read(bytes, &header).expect("a header")
    }

    #[test]
    fn what_sqlite_does_to_a_file_is_no_alarm() {
        let before = seen(40_960, 10, 5);
        let grown = seen(45_056, 11, 6);
        let vacuumed = seen(20_480, 5, 6);
        // The first page says it already, and the disk had no room for the rest.
        let full = seen(40_960, 12, 6);
        for after in [&before, &grown, &vacuumed, &full] {
            assert!(after.may_follow(&before), "{after:?}");
        }
        assert!(full.may_follow(&full), "and stays so until there is room");
    }

    #[test]
    fn a_copy_from_before_another_kind_of_file_and_one_that_is_cut_off_are() {
        let before = seen(40_960, 10, 5);
        let older = seen(40_960, 10, 4);
        let cut_off = seen(8_192, 10, 5);
        let mut backup = seen(40_960, 10, 6);
        backup.fixed[18..20].copy_from_slice(&[1, 1]);
        for after in [older, cut_off, backup] {
            assert!(!after.may_follow(&before), "{after:?}");
        }
    }

    #[test]
    fn another_database_is_and_one_that_has_just_got_its_number_is_not() {
        let (unmarked, mut marked, mut other) = (
            seen(40_960, 10, 5),
            seen(40_960, 10, 6),
            seen(40_960, 10, 6),
        );
        (marked.mark, other.mark) = (5, 7);
        assert!(!other.may_follow(&marked));
        assert!(!unmarked.may_follow(&marked));
        // Its number may have waited in the log, while somebody read.
        assert!(marked.may_follow(&unmarked));
    }
}
