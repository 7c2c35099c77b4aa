//! A backup before the schema changes: the way back to the version before.
//!
//! Knows when one is there already. Must not know what a step of the schema does.

use std::path::Path;
use std::time::SystemTime;

use anyhow::Context;
use chrono::{DateTime, Utc};

use super::folder::{Target, folder_of, made_in};
use super::{Made, Recipient, take};
use crate::db::log_of;
use crate::told;

/// How many stay beside a database for which no folder is named.
const KEEP: usize = 3;

/// Backs a database up that is about to be changed, into the folder of backups, else beside it. `None`: nothing has
/// changed since the newest backup there, so that a start that fails again and again does not fill the disk.
///
/// # Errors
/// It cannot be made: then nothing may be changed either.
pub async fn before_upgrade(
    database: &Path,
    folder: Option<(&Path, usize)>,
    recipient: Option<&Recipient>,
    now: DateTime<Utc>,
) -> anyhow::Result<Option<Made>> {
    let beside = folder_of(database);
    let (folder, keep) = folder.unwrap_or((&beside, KEEP));
    let log = log_of(database);
    let changed = [database, &log].into_iter().filter_map(modified).max();
    let newest = made_in(folder).pop().and_then(|(_, path)| modified(&path));
    if newest.is_some() && newest > changed {
        return Ok(None);
    }
    let target = Target::Folder(folder.to_owned(), Some(keep));
    let made = take(database, target, recipient, now).await;
    made.map(Some)
        .with_context(|| told!("backup-upgrade", path = database.display()))
}

fn modified(path: &Path) -> Option<SystemTime> {
    std::fs::metadata(path).ok()?.modified().ok()
}
