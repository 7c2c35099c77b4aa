//! Where a backup goes: names, rotation, and files that are not finished yet.
//!
//! Knows which files of a folder this program has made. Must not touch any other, nor know what a backup holds.

use std::collections::BTreeSet;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};

use super::encryption::{self, Recipient};
use super::refuse_link;
use crate::db::Deletions;
use crate::schedule::local;
use crate::told;

/// How a backup is called: by the Vietnamese wall clock, so that names sort by time.
const NAME: &str = "nhip-%Y%m%d-%H%M%S";

/// What a file is called until it is whole.
const PARTIAL: &str = ".nhip-partial";

/// The list of deletions beside backups.
pub(super) const LIST: &str = "nhip.deleted";

/// Where a backup is to go.
#[derive(Debug, Clone)]
pub enum Target {
    /// This very file, which is not there yet.
    File(PathBuf),
    /// A new file in this folder; of those made before, so many stay with it.
    Folder(PathBuf, Option<usize>),
}

impl Target {
    /// What was named on the command line: a folder that is there, or a file to be made.
    pub fn named(path: &Path, keep: Option<usize>) -> anyhow::Result<Self> {
        match (path.is_dir(), keep) {
            (true, keep) => Ok(Self::Folder(path.to_owned(), keep)),
            (false, None) => Ok(Self::File(path.to_owned())),
            (false, Some(_)) => {
                bail!(told!("backup-keep-folder", path = path.display()))
            }
        }
    }
}

/// One backup on its way. Dropped, it leaves nothing unfinished.
#[derive(Debug)]
pub struct Plan {
    /// Where it will be.
    pub(super) path: PathBuf,
    /// Where the copy is made: beside its place, or, if it is to be encrypted, beside the database, which is as open to
    /// eyes as the copy itself.
    pub(super) staged: PathBuf,
    sealed: Option<PathBuf>,
    rotated: Option<(PathBuf, usize)>,
    _claims: Vec<File>,
}

impl Plan {
    /// Looks whether it can be made there, and clears away what an earlier one has left unfinished.
    ///
    /// # Errors
    /// A sentence: what is in the way.
    pub fn of(
        database: &Path,
        target: Target,
        encrypted: bool,
        now: DateTime<Utc>,
    ) -> anyhow::Result<Self> {
        if !database.exists() {
            bail!(told!("backup-no-database", path = database.display()));
        }
        let (path, rotated) = match target {
            Target::File(path) => (path, None),
            Target::Folder(folder, keep) => {
                let rotated = Some((folder.clone(), keep.map_or(usize::MAX, |keep| keep.max(1))));
                (named(&folder, encrypted, now), rotated)
            }
        };
        refuse(database, &path)?;
        let folder = folder_of(&path);
        let mut claims = vec![claim(&folder)?];
        let beside = folder_of(database);
        let (staged, sealed) = match encrypted {
            false => (partial(&path), None),
            true => {
                if beside != folder {
                    claims.push(claim(&beside)?);
                }
                (in_folder(&beside, &path, ".open"), Some(partial(&path)))
            }
        };
        Ok(Self {
            path,
            staged,
            sealed,
            rotated,
            _claims: claims,
        })
    }

    /// Puts the finished copy in its place, durably. Returns its size.
    pub(super) fn put(&self, recipient: Option<&Recipient>) -> anyhow::Result<u64> {
        let put = || {
            let ready = match (&self.sealed, recipient) {
                (Some(sealed), Some(recipient)) => {
                    let into = new(sealed)?;
                    encryption::encrypt(&self.staged, into, recipient)?.sync_all()?;
                    sealed
                }
                _ => {
                    File::open(&self.staged)?.sync_all()?;
                    &self.staged
                }
            };
            let bytes = fs::metadata(ready)?.len();
            // Never over a file that has come meanwhile.
            fs::hard_link(ready, &self.path).or_else(|_| rename_new(ready, &self.path))?;
            File::open(folder_of(&self.path))?.sync_all()?;
            anyhow::Ok(bytes)
        };
        put().with_context(|| told!("backup-not-written", path = self.path.display()))
    }

    /// Puts the list of deletions beside the backups of a folder: on a new server there is no other.
    pub(super) fn put_list(
        &self,
        list: &Deletions,
        known: &BTreeSet<String>,
    ) -> std::io::Result<()> {
        let Some((folder, _)) = &self.rotated else {
            return Ok(());
        };
        let mut all = list.lines()?;
        all.extend(known.iter().cloned());
        Deletions::at(folder.join(LIST)).keep(all, "")
    }

    /// Deletes the oldest of those that this program has made there, and says which.
    pub(super) fn rotate(&self) -> Vec<PathBuf> {
        let Some((folder, keep)) = &self.rotated else {
            return Vec::new();
        };
        let mut ours = made_in(folder);
        let old = ours.len().saturating_sub(*keep);
        ours.truncate(old);
        let gone = ours.into_iter().filter(|(_, path)| {
            // The one that was just made is the newest good one, whatever the clock says.
            *path != self.path && fs::remove_file(path).is_ok()
        });
        gone.map(|(_, path)| path).collect()
    }
}

impl Drop for Plan {
    fn drop(&mut self) {
        // After a success there is another name for it, or none.
        for unfinished in std::iter::once(&self.staged).chain(&self.sealed) {
            let _ = fs::remove_file(unfinished);
        }
    }
}

/// The backups in a folder that this program has made, with their moments, oldest first.
pub(super) fn made_in(folder: &Path) -> Vec<(NaiveDateTime, PathBuf)> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut ours: Vec<_> = entries
        .flatten()
        .filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_file()))
        .filter_map(|entry| Some((made_at(entry.file_name().to_str()?)?, entry.path())))
        .collect();
    ours.sort();
    ours
}

/// The moment in the name of a finished backup, by the Vietnamese wall clock.
fn made_at(name: &str) -> Option<NaiveDateTime> {
    let stem = [suffix(true), suffix(false)]
        .into_iter()
        .find_map(|suffix| name.strip_suffix(suffix))?;
    let at = NaiveDateTime::parse_from_str(stem, NAME).ok()?;
    // Only exactly as it was written.
    (at.format(NAME).to_string() == stem).then_some(at)
}

/// What a new one is called: by its second, or the next in which there is none.
fn named(folder: &Path, encrypted: bool, now: DateTime<Utc>) -> PathBuf {
    let name = |at| format!("{}{}", local(at).format(NAME), suffix(encrypted));
    let mut at = now;
    while folder.join(name(at)).exists() {
        at += TimeDelta::seconds(1);
    }
    folder.join(name(at))
}

fn suffix(encrypted: bool) -> &'static str {
    if encrypted { ".db.age" } else { ".db" }
}

fn refuse(database: &Path, path: &Path) -> anyhow::Result<()> {
    refuse_link(path)?;
    let shown = path.display();
    let same = |one: &Path, other: &Path| match (fs::canonicalize(one), fs::canonicalize(other)) {
        (Ok(one), Ok(other)) => one == other,
        _ => false,
    };
    if same(database, path) {
        bail!(told!("backup-itself", path = shown));
    }
    if path.exists() {
        bail!(told!("backup-there", path = shown));
    }
    let folder = folder_of(path);
    if !folder.is_dir() {
        let missing = std::io::Error::from(std::io::ErrorKind::NotFound);
        return Err(missing).with_context(|| told!("backup-no-folder", path = folder.display()));
    }
    Ok(())
}

/// Holds a folder for one backup at a time, so that what is unfinished in it is known to be nobody's.
pub(super) fn claim(folder: &Path) -> anyhow::Result<File> {
    let shown = folder.display();
    let held = File::open(folder).with_context(|| told!("backup-folder-unread", path = shown))?;
    match held.try_lock() {
        Err(TryLockError::WouldBlock) => {
            bail!(told!("backup-at-work", path = shown))
        }
        // A file system that knows no locks: what is left there stays there.
        Err(TryLockError::Error(_)) => return Ok(held),
        Ok(()) => {}
    }
    for entry in fs::read_dir(folder)?.flatten() {
        let name = entry.file_name();
        let unfinished = name.to_str().and_then(|name| name.strip_suffix(PARTIAL));
        if unfinished.is_some_and(|name| name.starts_with('.')) {
            let _ = fs::remove_file(entry.path());
        }
    }
    Ok(held)
}

/// A new file that its owner alone can read.
pub(super) fn new(path: &Path) -> std::io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true).mode(0o600).open(path)
}

/// The folder of a file.
pub(super) fn folder_of(path: &Path) -> PathBuf {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    folder.unwrap_or(Path::new(".")).to_owned()
}

/// What a file is called beside its place until it is whole.
pub(super) fn partial(path: &Path) -> PathBuf {
    in_folder(&folder_of(path), path, "")
}

fn in_folder(folder: &Path, path: &Path, kind: &str) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    folder.join(format!(".{name}{kind}{PARTIAL}"))
}

/// For file systems without hard links.
fn rename_new(from: &Path, to: &Path) -> std::io::Result<()> {
    if to.exists() {
        return Err(std::io::ErrorKind::AlreadyExists.into());
    }
    fs::rename(from, to)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_that_this_program_gives_are_its_own() {
        assert!(made_at("nhip-20261129-023000.db").is_some());
        assert!(made_at("nhip-20261129-023000.db.age").is_some());
        for other in [
            "nhip.db",
            "nhip-20261129-023000.db.partial",
            "nhip-2026119-023000.db",
            "nhip-20261129-023000 (copy).db",
            "nhip-20261399-023000.db",
            "my-nhip-20261129-023000.db",
        ] {
            assert_eq!(made_at(other), None, "{other}");
        }
    }
}
