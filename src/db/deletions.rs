//! The list beside a database of who has had something deleted: an older copy that is put back must not bring it
//! back.
//!
//! Knows a file of lines, each beginning with its day. Must not know whose they are, nor what was deleted.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs::{File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

/// What its name ends with, after that of the database.
const SUFFIX: &str = ".deleted";

/// Where the list of a database is.
#[derive(Debug, Clone)]
pub(crate) struct Deletions {
    path: PathBuf,
}

impl Deletions {
    /// Beside that database.
    pub(crate) fn of(database: &Path) -> Self {
        let mut path: OsString = super::file::real(database).into();
        path.push(SUFFIX);
        Self { path: path.into() }
    }

    /// Adds lines, durably. A disk that refuses them has them added at the next start, from the database.
    pub(super) fn add(&self, lines: &[String]) {
        if lines.is_empty() {
            return;
        }
        let added = || {
            let mut file = OpenOptions::new()
                .append(true)
                .create(true)
                .mode(0o600)
                .open(&self.path)?;
            file.write_all((lines.join("\n") + "\n").as_bytes())?;
            file.sync_all()
        };
        if let Err(error) = added() {
            tracing::warn!(
                file = %self.path.display(),
                %error,
                "who has just left is not yet on the list beside the database"
            );
        }
    }

    /// All lines; none if there is no list.
    ///
    /// # Errors
    /// It cannot be read.
    pub(crate) fn lines(&self) -> io::Result<BTreeSet<String>> {
        match std::fs::read_to_string(&self.path) {
            Ok(text) => Ok(text.lines().map(ToOwned::to_owned).collect()),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(BTreeSet::new()),
            Err(error) => Err(error),
        }
    }

    /// Adds what the database knows and is missing here, and forgets lines from before `day`, as in `2026-11-29`.
    ///
    /// # Errors
    /// It cannot be read or written: it stays as it was.
    pub(crate) fn keep(&self, known: BTreeSet<String>, day: &str) -> io::Result<()> {
        let before = self.lines()?;
        let mut now: BTreeSet<String> = before.union(&known).cloned().collect();
        now.retain(|line| line.as_str() >= day);
        if now == before {
            return Ok(());
        }
        write(&self.path, &now)
    }

    /// A list that lies somewhere else: with the backups.
    pub(crate) fn at(path: PathBuf) -> Self {
        Self { path }
    }
}

/// All of it or nothing, and durably.
fn write(path: &Path, lines: &BTreeSet<String>) -> io::Result<()> {
    let mut next: OsString = path.into();
    next.push(".next");
    let mut file = OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(&next)?;
    for line in lines {
        writeln!(file, "{line}")?;
    }
    file.sync_all()?;
    std::fs::rename(&next, path)?;
    match path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
    {
        Some(folder) => File::open(folder)?.sync_all(),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_added_once_forgotten_by_their_day_and_read_by_nobody_else() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().expect("a folder");
        let list = Deletions::of(&folder.path().join("nhip.db"));
        assert!(list.lines().expect("no list is an empty one").is_empty());
        list.add(&["2026-11-28 aa all".to_owned()]);
        list.add(&["2026-11-29 bb all".to_owned()]);
        let known = ["2026-11-29 bb all", "2026-11-30 cc named"].map(ToOwned::to_owned);
        list.keep(known.into(), "2026-11-29").expect("kept");
        let kept: Vec<String> = list.lines().expect("a list").into_iter().collect();
        assert_eq!(kept, ["2026-11-29 bb all", "2026-11-30 cc named"]);
        let held = std::fs::metadata(folder.path().join("nhip.db.deleted")).expect("a file");
        assert_eq!(held.permissions().mode() & 0o777, 0o600);
    }
}
