//! One process a database: a lock beside its file, which the operating system takes back when the process ends.
//!
//! Knows who holds it, and whether a database was ever there. Must not know SQLite, nor what is stored.

use std::ffi::OsString;
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read, Write};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, bail};
use chrono::{DateTime, Utc};

use super::file::real;
use crate::schedule;
use crate::told;

/// The second line of the file, once a database was opened beside it.
const OPENED: &str = "opened";

/// Longer than whoever looks at the lock holds it for that.
const LOOKED: Duration = Duration::from_millis(50);

/// Held for as long as it lives.
///
/// Not SQLite's own file: closing any handle of it would let go of the locks that SQLite holds.
#[derive(Debug)]
pub(crate) struct Lock {
    file: File,
    /// Whether the file says already that there was a database.
    noted: bool,
}

impl Lock {
    /// Takes the lock for this command.
    ///
    /// # Errors
    /// Another process holds it: which one. Or the database is gone from where it was.
    pub(super) fn take(database: &Path, command: &str, now: DateTime<Utc>) -> anyhow::Result<Self> {
        Self::hold(database, command, now, false)
    }

    /// The same for a command that puts a database there: it may be gone.
    ///
    /// # Errors
    /// Another process holds it: which one.
    pub(crate) fn to_restore(
        database: &Path,
        command: &str,
        now: DateTime<Utc>,
    ) -> anyhow::Result<Self> {
        Self::hold(database, command, now, true)
    }

    fn hold(
        database: &Path,
        command: &str,
        now: DateTime<Utc>,
        may_be_gone: bool,
    ) -> anyhow::Result<Self> {
        let path = beside(database);
        let mut file = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .mode(0o600)
            .open(&path)
            .with_context(|| {
                let (shown, lock) = (database.display(), path.display());
                // Made by whoever ran a command on the database first.
                match std::fs::metadata(&path) {
                    Ok(held) => told!(
                        "lock-of-another",
                        path = shown,
                        lock = lock,
                        user = held.uid()
                    ),
                    Err(_) => told!("lock-unwritable", path = shown, lock = lock),
                }
            })?;
        let mut written = String::new();
        file.read_to_string(&mut written)
            .with_context(|| told!("file-unread", path = path.display()))?;
        let mut lines = written.lines();
        let holder = lines
            .next()
            .map_or_else(|| told!("lock-holder-unknown"), told_of);
        let held = match file.try_lock() {
            Err(TryLockError::WouldBlock) => {
                // It may have been somebody who only looked.
                std::thread::sleep(LOOKED);
                file.try_lock()
            }
            other => other,
        };
        match held {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => bail!(told!(
                "lock-held",
                path = database.display(),
                holder = holder
            )),
            Err(TryLockError::Error(error)) => {
                return Err(error).with_context(|| told!("lock-unlocked", path = path.display()));
            }
        }
        let noted = lines.next() == Some(OPENED);
        if noted && !may_be_gone && !database.exists() {
            bail!(told!(
                "lock-database-gone",
                path = database.display(),
                lock = path.display()
            ));
        }
        let since = schedule::local(now).format("%d/%m/%Y %H:%M");
        let mut holder = format!(
            "'nhip {command}' (process {}, since {since})\n",
            std::process::id()
        );
        // Kept from the first: a process that ends before it has opened anything must not forget it.
        if noted {
            holder += OPENED;
            holder.push('\n');
        }
        // Only for whoever is refused: a full disk must not keep the bot from starting.
        let _ = file
            .set_len(0)
            .and_then(|()| std::io::Seek::rewind(&mut file));
        let _ = file.write_all(holder.as_bytes());
        Ok(Self { file, noted })
    }

    /// Who holds it; `None`: nobody.
    ///
    /// # Errors
    /// The lock cannot be looked at: it is another user's.
    pub(super) fn holder(database: &Path) -> anyhow::Result<Option<String>> {
        let path = beside(database);
        let mut file = match File::open(&path) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            opened => opened.with_context(|| told!("lock-unseen", path = path.display()))?,
        };
        match file.try_lock_shared() {
            Ok(()) => return Ok(None),
            Err(TryLockError::WouldBlock) => {}
            Err(TryLockError::Error(error)) => return Err(error.into()),
        }
        let mut written = String::new();
        file.read_to_string(&mut written)?;
        Ok(Some(told_of(written.lines().next().unwrap_or_default())))
    }

    /// Notes that there is a database now: where it is missing at a later start, no new one takes its place.
    pub(crate) fn opened(&self) {
        if !self.noted {
            let _ = writeln!(&self.file, "{OPENED}");
        }
    }
}

/// Beside the file itself, whichever way leads to it.
fn beside(database: &Path) -> PathBuf {
    let mut path: OsString = real(database).into();
    path.push(".lock");
    path.into()
}
/// Who holds it, as that process wrote it down in English, in the reader's language.
fn told_of(written: &str) -> String {
    let parts = || {
        let (command, rest) = written.strip_prefix('\'')?.split_once("' (process ")?;
        let (process, rest) = rest.split_once(", since ")?;
        Some((command, process, rest.strip_suffix(')')?))
    };
    match parts() {
        Some((command, process, since)) => {
            told!(
                "lock-holder",
                command = command,
                process = process,
                since = since
            )
        }
        None => written.to_owned(),
    }
}
