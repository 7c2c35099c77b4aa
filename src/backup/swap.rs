//! Putting a finished copy in the database's place, and what was there aside.
//!
//! Knows in which order files change their names, so that at each moment either database is whole somewhere. Must not
//! know what is in them.

use std::ffi::OsString;
use std::fs::{self, File};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use anyhow::Context;
use chrono::{DateTime, Utc};

use super::folder::folder_of;
use crate::db::{log_of, real};
use crate::schedule::local;
use crate::told;

/// What the name of a database that was put aside ends with.
const ASIDE: &str = "before-restore-";

/// Gives the copy the database's name. Returns where the one is that was there.
///
/// What was there goes aside with its log: first the log gets a second name, then the database its new one, and only then
/// the old name of the log goes. A machine that goes down in between leaves no database in place, which no start
/// passes over; then the restore is done again.
pub(super) fn put(
    copy: &Path,
    database: &Path,
    now: DateTime<Utc>,
) -> anyhow::Result<Option<PathBuf>> {
    let database = real(database);
    let put = || {
        let aside = aside(&database, now);
        let log = log_of(&database);
        let was_there = database.exists();
        // A log without a database was kept by a restore that broke off; one beside a database is kept with it.
        if log.exists() && (was_there || !is_kept(&database, &log)) {
            let kept = log_of(&aside);
            fs::hard_link(&log, &kept).or_else(|_| fs::copy(&log, &kept).map(drop))?;
        }
        if was_there {
            fs::rename(&database, &aside)?;
        }
        sync(&database)?;
        for beside in [log.clone(), index_of(&database)] {
            if beside.exists() {
                fs::remove_file(beside)?;
            }
        }
        sync(&database)?;
        fs::rename(copy, &database)?;
        sync(&database)?;
        std::io::Result::Ok(was_there.then_some(aside))
    };
    put().with_context(|| told!("backup-not-swapped", path = database.display()))
}

/// Whether a log is one that was put aside already, and only has its old name, too.
pub(super) fn is_kept(database: &Path, log: &Path) -> bool {
    let Ok(log) = fs::metadata(log) else {
        return false;
    };
    let database = real(database);
    let name = database.file_name().unwrap_or_default().to_string_lossy();
    let begins = format!("{name}.{ASIDE}");
    let Ok(entries) = fs::read_dir(folder_of(&database)) else {
        return false;
    };
    entries.flatten().any(|entry| {
        let ours = entry.file_name().to_string_lossy().starts_with(&begins);
        let same = |kept: fs::Metadata| (kept.dev(), kept.ino()) == (log.dev(), log.ino());
        ours && entry.metadata().is_ok_and(same)
    })
}

/// A name that is free.
fn aside(database: &Path, now: DateTime<Utc>) -> PathBuf {
    let dated = format!(".{ASIDE}{}", local(now).format("%Y%m%d-%H%M%S"));
    let named = |more: String| {
        let mut name: OsString = database.into();
        name.push(format!("{dated}{more}"));
        PathBuf::from(name)
    };
    let mut path = named(String::new());
    let mut count = 2;
    while path.exists() || log_of(&path).exists() {
        path = named(format!("-{count}"));
        count += 1;
    }
    path
}

fn index_of(database: &Path) -> PathBuf {
    let mut path: OsString = database.into();
    path.push("-shm");
    path.into()
}

fn sync(database: &Path) -> std::io::Result<()> {
    File::open(folder_of(database))?.sync_all()
}
