//! Putting a backup in the place of the database, or only trying whether it could be: the copy is checked, brought up to
//! date and made fit beside its place before anything there is touched.
//!
//! Knows the steps and what refuses them. Must not know which rows change, nor what the owners are told.

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use anyhow::{Context, bail};
use chrono::{DateTime, NaiveDate, Utc};
use rand::SeedableRng;
use rand::rngs::{StdRng, SysRng};

use super::folder::{LIST, claim, folder_of, new, partial};
use super::{encryption, swap};
use crate::db::{Db, Deletions, Lock, Tx, day_of, is_gone, log_of};
use crate::schedule::local;
use crate::store;
use crate::store::audit::Verdict;
use crate::store::deletions::Line;
use crate::store::restores::{Restore, Since};
use crate::told;

/// What is to be put where.
#[derive(Debug, Clone, Copy)]
pub struct Order<'a> {
    /// The backup.
    pub file: &'a Path,
    /// Where the database is to be.
    pub database: &'a Path,
    /// The `age` secret key, if the backup is encrypted.
    pub identity: Option<&'a Path>,
    /// Also where newer data is in its place: it is kept under another name.
    pub force: bool,
}

/// A backup that was looked at.
#[derive(Debug)]
pub struct Copy {
    /// How large the database is.
    pub bytes: u64,
    /// The newest step of the schema with which it was made.
    pub schema: i64,
    /// When it was made; `None`: it does not say, for it was no backup of this program.
    pub copied_at: Option<DateTime<Utc>>,
    /// The last day on which anything happened in it.
    pub last_day: Option<NaiveDate>,
    /// Rows by table.
    pub counts: Vec<(String, i64)>,
    /// Whether the audit holds together.
    pub audit: Verdict,
}

/// A backup that is in its place.
#[derive(Debug)]
pub struct Restored {
    /// What it holds.
    pub copy: Copy,
    /// What was changed in it.
    pub restore: Restore,
    /// Where the database is that was in its place.
    pub aside: Option<PathBuf>,
    /// Whether that could be asked who has left since, and which updates it had handled.
    pub asked: bool,
}

/// Tries a backup: all that a restore would do, up to the moment before anything is changed.
///
/// # Errors
/// A sentence: why it could not be restored.
pub async fn check(order: Order<'_>, now: DateTime<Utc>) -> anyhow::Result<Copy> {
    let _claim = claim(&folder_of(order.database))?;
    let staged = Staged::of(order).await?;
    let (db, copy) = staged.examine(now).await?;
    db.close().await;
    Ok(copy)
}

/// Puts a backup in the place of the database.
///
/// # Errors
/// A sentence. Nothing has changed then; or, if the machine went down in the middle, what was there is beside its place.
pub async fn restore(order: Order<'_>, now: DateTime<Utc>) -> anyhow::Result<Restored> {
    let lock = Lock::to_restore(order.database, "restore", now)?;
    let _claim = claim(&folder_of(order.database))?;
    let staged = Staged::of(order).await?;
    let (db, copy) = staged.examine(now).await?;
    let settled = prepare(&db, order, &copy, now).await;
    db.close().await;
    let (restore, deleted, asked) = settled?;
    std::fs::File::open(&staged.path)?.sync_all()?;
    // From here on a missing database is one that was there: no start begins a new one.
    lock.opened();
    let aside = swap::put(&staged.path, order.database, now)?;
    Deletions::of(order.database).keep(deleted, "")?;
    Ok(Restored {
        copy,
        restore,
        aside,
        asked,
    })
}

/// Refuses what would lose newer data; then makes the copy fit to be at work.
async fn prepare(
    db: &Db,
    order: Order<'_>,
    copy: &Copy,
    now: DateTime<Utc>,
) -> anyhow::Result<(Restore, std::collections::BTreeSet<String>, bool)> {
    if let Verdict::Broken(line) = copy.audit
        && !order.force
    {
        bail!(told!(
            "restore-audit",
            path = order.file.display(),
            line = line
        ));
    }
    refuse_newer(order, copy)?;
    let mut deleted = lists(order)?;
    let old = before(order.database).await;
    let asked = old.is_some() || is_gone(order.database);
    let (known, updates) = old.unwrap_or_default();
    deleted.extend(known);
    let since = copy.copied_at.map(day_of).or(copy.last_day);
    let lines = deleted.iter().filter_map(|line| Line::parse(line));
    let lines = lines.filter(|line| since.is_none_or(|day| line.day >= day));
    let since = Since {
        deleted: lines.collect(),
        updates,
    };
    let mut tx = begin(db, now).await?;
    let restore = store::restores::settle(&mut tx, &since).await?;
    if let Verdict::Broken(line) = store::audit::verify(&mut tx).await?
        && !order.force
    {
        bail!(told!("restore-audit-after", line = line));
    }
    tx.commit().await?;
    Ok((restore, deleted, asked))
}

/// The lists of deletions: beside the database's place, and beside the backup.
fn lists(order: Order<'_>) -> anyhow::Result<std::collections::BTreeSet<String>> {
    let mut lines = std::collections::BTreeSet::new();
    let beside = folder_of(order.file).join(LIST);
    for list in [Deletions::of(order.database), Deletions::at(beside)] {
        let read = list.lines().with_context(|| told!("restore-list"));
        lines.extend(read?);
    }
    Ok(lines)
}

/// Who had left in the database that is there now, and which updates it had handled; `None`: it cannot be read.
async fn before(
    database: &Path,
) -> Option<(std::collections::BTreeSet<String>, Vec<(i64, String)>)> {
    if !database.exists() {
        return None;
    }
    let db = Db::look_at_any(database).await.ok()?;
    let read = async {
        let mut tx = begin(&db, DateTime::UNIX_EPOCH).await.ok()?;
        let known = store::deletions::known(&mut tx).await.ok()?;
        Some((known, store::restores::handled(&mut tx).await.ok()?))
    };
    let read = read.await;
    db.close().await;
    read
}

async fn begin(db: &Db, now: DateTime<Utc>) -> anyhow::Result<Tx> {
    let rng = StdRng::try_from_rng(&mut SysRng);
    let mut rng = rng.with_context(|| told!("random-none"))?;
    Ok(db.begin(now, &mut rng).await?)
}

fn refuse_newer(order: Order<'_>, copy: &Copy) -> anyhow::Result<()> {
    if order.force {
        return Ok(());
    }
    let (database, file) = (order.database.display(), order.file.display());
    let log = log_of(order.database);
    if is_gone(order.database) {
        if changed(&log).is_some() && !swap::is_kept(order.database, &log) {
            bail!(told!(
                "restore-log-alone",
                path = database,
                log = log.display()
            ));
        }
        return Ok(());
    }
    let made = copy.copied_at.or_else(|| modified(order.file));
    let now = [order.database, &log].into_iter().filter_map(changed).max();
    match (made, now) {
        (Some(made), Some(now)) if now <= made => Ok(()),
        (_, now) => {
            let at = now.map_or_else(|| told!("restore-some-time"), shown);
            bail!(told!(
                "restore-newer",
                path = database,
                at = at,
                file = file
            ))
        }
    }
}

fn shown(at: DateTime<Utc>) -> String {
    local(at).format("%d/%m/%Y %H:%M:%S").to_string()
}

/// When a file that is not empty was changed last.
fn changed(path: &Path) -> Option<DateTime<Utc>> {
    let found = std::fs::metadata(path).ok()?;
    (found.len() > 0).then(|| modified(path)).flatten()
}

fn modified(path: &Path) -> Option<DateTime<Utc>> {
    let at: SystemTime = std::fs::metadata(path).ok()?.modified().ok()?;
    Some(at.into())
}

/// A copy of the backup beside the database's place. Dropped, it is gone.
struct Staged {
    path: PathBuf,
    /// Of which file.
    of: PathBuf,
}

impl Drop for Staged {
    fn drop(&mut self) {
        // After a restore it has another name.
        let _ = std::fs::remove_file(&self.path);
    }
}

impl Staged {
    async fn of(order: Order<'_>) -> anyhow::Result<Self> {
        let shown = order.file.display();
        if !order.file.is_file() {
            bail!(told!("restore-no-file", path = shown));
        }
        let log = log_of(order.file);
        if changed(&log).is_some() {
            bail!(told!(
                "restore-unfinished",
                path = shown,
                log = log.display()
            ));
        }
        let staged = Self {
            path: partial(order.database),
            of: order.file.to_owned(),
        };
        let (from, into) = (order.file.to_owned(), staged.path.clone());
        let identity = order.identity.map(Path::to_owned);
        let copied = tokio::task::spawn_blocking(move || copy(&from, &into, identity.as_deref()));
        copied.await.with_context(|| told!("restore-off"))??;
        Ok(staged)
    }

    /// Reads all of it, and brings it up to date.
    async fn examine(&self, now: DateTime<Utc>) -> anyhow::Result<(Db, Copy)> {
        let examined = async {
            let db = Db::open_copy(&self.path).await?;
            match self.read(&db, now).await {
                Ok(copy) => Ok((db, copy)),
                Err(error) => {
                    db.close().await;
                    Err(error)
                }
            }
        };
        let shown = self.of.display();
        examined
            .await
            .with_context(|| told!("restore-not-sound", path = shown))
    }

    async fn read(&self, db: &Db, now: DateTime<Utc>) -> anyhow::Result<Copy> {
        db.check().await?;
        let schema = db.schema().await?;
        db.migrate_copy(&self.path).await?;
        let mut tx = begin(db, now).await?;
        // Lines from before there was a chain are chained at the next start: here, too.
        store::audit::seal(&mut tx).await?;
        let copy = Copy {
            bytes: std::fs::metadata(&self.path)?.len(),
            schema,
            copied_at: store::backups::copied_at(&mut tx).await?,
            last_day: store::backups::last_day(&mut tx).await?,
            counts: store::mydata::census(&mut tx).await?,
            audit: store::audit::verify(&mut tx).await?,
        };
        drop(tx);
        db.check().await?;
        Ok(copy)
    }
}

fn copy(from: &Path, into: &Path, identity: Option<&Path>) -> anyhow::Result<()> {
    let shown = from.display();
    let sealed =
        encryption::is_encrypted(from).with_context(|| told!("file-unread", path = shown))?;
    let cannot = || told!("restore-not-copied", path = shown, into = into.display());
    match (sealed, identity) {
        (true, None) => {
            bail!(told!("restore-sealed", path = shown))
        }
        (false, Some(_)) => bail!(told!("restore-not-sealed", path = shown)),
        (true, Some(key)) => encryption::decrypt(from, new(into).with_context(cannot)?, key),
        (false, None) => {
            let copied = new(into)
                .and_then(|mut into| std::io::copy(&mut std::fs::File::open(from)?, &mut into));
            copied.map(drop).with_context(cannot)
        }
    }
}
