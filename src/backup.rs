//! A copy of the database to be kept: complete, checked, its owner's alone, and put in its place whole or not at all.
//!
//! Knows the steps and their order. Must not know what is in the database, nor which tables a copy leaves out.

mod daily;
mod encryption;
mod folder;
mod restore;
mod swap;
mod upgrade;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use chrono::{DateTime, Utc};
use rand::SeedableRng;
use rand::rngs::StdRng;

pub use self::daily::Daily;
pub use self::encryption::Recipient;
pub use self::folder::{Plan, Target};
pub use self::restore::{Copy, Order, Restored, check, restore};
pub use self::upgrade::before_upgrade;
use crate::db::{Damaged, Db, Deletions};
use crate::store;
use crate::store::audit::Verdict;
use crate::store::backups::{LeftOut, Trouble};
use crate::told;

/// A backup that was made.
#[derive(Debug)]
pub struct Made {
    /// Where it is.
    pub path: PathBuf,
    /// How large.
    pub bytes: u64,
    /// The newest step of its schema.
    pub schema: i64,
    /// What became of the check of the audit; `None`: the schema is an older one, whose audit is checked by a restore.
    pub audit: Option<Verdict>,
    /// What it does not hold.
    pub left_out: LeftOut,
    /// Older ones that made room.
    pub removed: Vec<PathBuf>,
}

impl Made {
    /// The line of the audit that does not hold, if there is one: the backup is there all the same.
    pub fn broken_audit(&self) -> Option<i64> {
        match self.audit {
            Some(Verdict::Broken(line)) => Some(line),
            _ => None,
        }
    }
}

/// Makes a backup, beside a running bot or without one.
///
/// # Errors
/// A sentence; nothing half-made is left behind. [`trouble`] classes it.
pub async fn take(
    database: &Path,
    target: Target,
    recipient: Option<&Recipient>,
    now: DateTime<Utc>,
) -> anyhow::Result<Made> {
    let plan = Plan::of(database, target, recipient.is_some(), now)?;
    stage(database, &plan, now).await?;
    let checked = check_copy(&plan.staged, now).await?;
    finish(plan, recipient.cloned(), checked, Deletions::of(database)).await
}

/// First step: all that is committed goes into a file that nobody takes for a backup yet.
pub(crate) async fn stage(database: &Path, plan: &Plan, now: DateTime<Utc>) -> anyhow::Result<()> {
    let into = plan.staged.parent().unwrap_or(Path::new("."));
    // With no log beside it, nobody has the database open, and nobody may begin to while it is read.
    let _still = Db::keep_still(database, "backup", now);
    let live = Db::look_at_any(database).await?;
    let copied = live.copy_into(&plan.staged).await;
    live.close().await;
    copied.with_context(|| {
        told!(
            "backup-not-copied",
            path = database.display(),
            folder = into.display()
        )
    })
}

/// What the second step has found.
#[derive(Debug)]
pub(crate) struct Checked {
    schema: i64,
    audit: Option<Verdict>,
    left_out: LeftOut,
    /// Who has had something deleted, for the list beside the backups.
    deleted: BTreeSet<String>,
}

/// Second step: what must not be in it is taken out, and all of the rest is read.
pub(crate) async fn check_copy(staged: &Path, now: DateTime<Utc>) -> anyhow::Result<Checked> {
    let db = Db::open_copy(staged).await?;
    let checked = async {
        db.check().await?;
        let current = db.is_current().await?;
        // Nothing here is drawn.
        let mut tx = db.begin(now, &mut StdRng::seed_from_u64(0)).await?;
        let left_out = store::backups::strip(&mut tx, current).await?;
        let (mut audit, mut deleted) = (None, BTreeSet::new());
        if current {
            audit = Some(store::audit::verify(&mut tx).await?);
            deleted = store::deletions::known(&mut tx).await?;
        }
        tx.commit().await?;
        Ok(Checked {
            schema: db.schema().await?,
            audit,
            left_out,
            deleted,
        })
    };
    let checked = checked.await;
    db.close().await;
    checked.map_err(|error: anyhow::Error| error.context(told!("backup-not-kept")))
}

/// Third step: encrypted if that is wanted, durable, in its place; older ones make room.
async fn finish(
    plan: Plan,
    recipient: Option<Recipient>,
    checked: Checked,
    list: Deletions,
) -> anyhow::Result<Made> {
    let Checked {
        schema,
        audit,
        left_out,
        deleted,
    } = checked;
    let put = tokio::task::spawn_blocking(move || {
        let bytes = plan.put(recipient.as_ref())?;
        plan.put_list(&list, &deleted)?;
        anyhow::Ok((plan.path.clone(), bytes, plan.rotate()))
    });
    let (path, bytes, removed) = put.await.with_context(|| told!("backup-off"))??;
    Ok(Made {
        path,
        bytes,
        schema,
        audit,
        left_out,
        removed,
    })
}

/// Which kind of trouble a failed backup was.
pub fn trouble(error: &anyhow::Error) -> Trouble {
    if error.is::<Damaged>() {
        return Trouble::Damaged;
    }
    for cause in error.chain() {
        if let Some(error) = cause.downcast_ref::<std::io::Error>() {
            return match error.kind() {
                std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => {
                    Trouble::Full
                }
                std::io::ErrorKind::NotFound
                | std::io::ErrorKind::PermissionDenied
                | std::io::ErrorKind::NotADirectory
                | std::io::ErrorKind::ReadOnlyFilesystem => Trouble::Folder,
                _ => Trouble::Other,
            };
        }
        if let Some(sqlx::Error::Database(refused)) = cause.downcast_ref::<sqlx::Error>() {
            // 11 CORRUPT, 13 FULL, 14 CANTOPEN, 26 NOTADB.
            let code = refused.code().and_then(|code| code.parse::<u32>().ok());
            return match code.map(|code| code & 0xff) {
                Some(13) => Trouble::Full,
                Some(11 | 26) => Trouble::Damaged,
                Some(14) => Trouble::Folder,
                _ => Trouble::Other,
            };
        }
    }
    Trouble::Other
}

/// Refuses what is no file by itself: a link could lead anywhere.
fn refuse_link(path: &Path) -> anyhow::Result<()> {
    match std::fs::symlink_metadata(path) {
        Ok(found) if found.is_symlink() => {
            bail!(told!("backup-link", path = path.display()))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests;
