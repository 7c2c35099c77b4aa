//! One process a database: a lock on its file, and one beside it that says whose it is. The operating system takes both
//! back when the process ends.
//!
//! Knows who holds them, and whether a database was ever there. Must not know SQLite, nor what is stored.

use std::ffi::OsString;
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read, Seek, Write};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock, PoisonError};
use std::time::Duration;

use anyhow::{Context, bail};
use chrono::{DateTime, Utc};

use super::file::{id_of, is_gone, real};
use super::held::{Held, InUse};
use crate::schedule;
use crate::told;

/// The second line of the file, once a database was opened beside it.
const OPENED: &str = "opened";

/// Longer than whoever looks at the lock holds it for that.
const LOOKED: Duration = Duration::from_millis(50);

/// Held for as long as it lives.
#[derive(Debug)]
pub(crate) struct Lock {
    path: PathBuf,
    /// The file beside the database, which is only there to say whose it is: it can be deleted.
    beside: Mutex<File>,
    /// The database itself, whatever it is called and whatever lies beside it; empty while there is none.
    database: OnceLock<Held>,
    /// Who has it, as the file beside it says.
    holder: String,
    /// Whether that file says already that there was a database.
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
        let mut file = open(&path).with_context(|| {
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
        if noted && !may_be_gone && is_gone(database) {
            let (shown, lock) = (database.display(), path.display());
            bail!(if database.exists() {
                told!("lock-database-emptied", path = shown, lock = lock)
            } else {
                told!("lock-database-gone", path = shown, lock = lock)
            });
        }
        let since = schedule::local(now).format("%d/%m/%Y %H:%M");
        let lock = Self {
            path,
            beside: Mutex::new(file),
            database: OnceLock::new(),
            holder: format!(
                "'nhip {command}' (process {}, since {since})\n",
                std::process::id()
            ),
            noted,
        };
        lock.hold_file(database)?;
        // Kept from the first: a process that ends before it has opened anything must not forget it.
        lock.write(noted);
        Ok(lock)
    }

    /// Locks the database itself, once it is there: another name of the same file has another file beside it, and the
    /// one beside this may be deleted.
    fn hold_file(&self, database: &Path) -> anyhow::Result<()> {
        if self.database.get().is_some() {
            return Ok(());
        }
        match Held::of(&real(database)) {
            Ok(Some(held)) => {
                let _ = self.database.set(held);
                Ok(())
            }
            Ok(None) => Ok(()),
            Err(InUse) => bail!(told!(
                "lock-held",
                path = database.display(),
                holder = told!("lock-holder-unknown")
            )),
        }
    }

    /// Says whose the database is. Only for whoever is refused: a full disk must not keep the bot from starting.
    fn write(&self, opened: bool) {
        let mut file = self.beside.lock().unwrap_or_else(PoisonError::into_inner);
        let mut words = self.holder.clone();
        if opened {
            words.push_str(OPENED);
            words.push('\n');
        }
        let _ = file.set_len(0).and_then(|()| file.rewind());
        let _ = file.write_all(words.as_bytes());
    }

    /// Makes the file beside the database again if somebody deleted it. Nobody was let in by that: the database itself
    /// is locked; but nobody could say whose it is.
    pub(super) fn renew(&self) {
        let mut held = self.beside.lock().unwrap_or_else(PoisonError::into_inner);
        let is_there = held
            .metadata()
            .is_ok_and(|held| id_of(&self.path).is_ok_and(|id| id == (held.dev(), held.ino())));
        if is_there {
            return;
        }
        // Whoever has it for this moment is about to be refused.
        let Ok(file) = open(&self.path) else { return };
        if file.try_lock().is_err() {
            return;
        }
        *held = file;
        drop(held);
        self.write(true);
        tracing::warn!(
            file = %self.path.display(),
            "the file that says who has the database was deleted or replaced while the bot runs: it was made again"
        );
    }

    /// The database itself, once [`Lock::watch`] was called.
    pub(super) fn held(&self) -> Option<&Held> {
        self.database.get()
    }

    /// From now on it is noticed if anybody but SQLite writes into the file.
    pub(super) fn watch(&self, database: &Path) -> anyhow::Result<()> {
        self.hold_file(database)?;
        if let Some(held) = self.database.get() {
            held.watch();
        }
        Ok(())
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
            self.write(true);
        }
    }
}

fn open(path: &Path) -> std::io::Result<File> {
    OpenOptions::new()
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .mode(0o600)
        .open(path)
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

#[cfg(test)]
mod tests {
    use super::*;

    fn take(database: &Path) -> anyhow::Result<Lock> {
        Lock::take(database, "run", DateTime::UNIX_EPOCH)
    }

    fn refused(database: &Path) -> String {
        take(database).expect_err("it is in use").to_string()
    }

    #[test]
    fn without_the_file_beside_it_or_by_another_name_it_is_still_one_process() {
        let folder = tempfile::tempdir().expect("a folder");
        let [database, other] = ["nhip.db", "other.db"].map(|name| folder.path().join(name));
        std::fs::write(&database, "a database").expect("written");
        std::fs::hard_link(&database, &other).expect("a second name");
        let lock = take(&database).expect("it is free");
        lock.opened();
        assert!(refused(&other).contains("in use by another process"));
        std::fs::remove_file(beside(&database)).expect("deleted");
        assert!(refused(&database).contains("in use by another process"));
        lock.renew();
        assert!(refused(&database).contains("in use by 'nhip run'"));
        drop(lock);
        drop(take(&database).expect("it is free again"));
        std::fs::remove_file(&database).expect("gone");
        let told = refused(&database);
        assert!(
            told.contains("but there was one"),
            "it is not forgotten: {told}"
        );
    }

    #[test]
    fn an_empty_file_is_no_database() {
        let folder = tempfile::tempdir().expect("a folder");
        let database = folder.path().join("nhip.db");
        std::fs::write(&database, "").expect("written");
        let lock = take(&database).expect("it begins");
        std::fs::write(&database, "a database").expect("written");
        lock.opened();
        drop(lock);
        std::fs::write(&database, "").expect("emptied");
        let told = refused(&database);
        assert!(told.contains("nhip.db is empty, but there was"), "{told}");
    }
}
