//! Opening and migrating the database, and the one kind of transaction there is.
//!
//! Knows SQLite's settings and how a file can be unusable. Must not know what is
//! stored, rules, wording or the messenger.

mod copy;
mod deferred;
mod deletions;
mod failure;
mod file;
mod held;
mod lock;
mod look;
mod memory;
mod migrate;
mod private;
mod space;
mod statement;
mod watch;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use anyhow::Context;
use chrono::{DateTime, NaiveDate, Utc};
use rand::SeedableRng;
use rand::rngs::StdRng;
use sqlx::migrate::Migrator;
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
};
use sqlx::{Sqlite, Transaction};

pub(crate) use self::copy::Damaged;
use self::deferred::Deferred;
pub(crate) use self::deferred::Insert;
pub(crate) use self::deletions::Deletions;
pub use self::failure::{Result, StoreError};
pub use self::file::is_gone;
use self::file::{Beside, DbFile};
pub(crate) use self::file::{log_of, real};
pub(crate) use self::lock::Lock;
pub use self::memory::MEMORY;
use self::migrate::migrate;
pub use self::space::{ROOM_ENOUGH, ROOM_MIN, free_bytes};
pub(crate) use self::statement::{Binds, Statement};
use crate::told;

/// Every change of the schema, in order.
pub static MIGRATIONS: Migrator = sqlx::migrate!();

/// Takes the write lock at once: a transaction that first reads can fail at its first write.
const BEGIN: &str = "BEGIN IMMEDIATE";

/// How long to wait for another process that holds the file: a backup.
const BUSY_TIMEOUT: Duration = Duration::from_secs(10);

/// The database: one connection, so writes queue here instead of failing in SQLite.
///
/// There is no pool of readers: all that reads is a door of the core, inside its transaction,
/// or a short command that opens the file by itself.
#[derive(Debug, Clone)]
pub struct Db {
    pool: SqlitePool,
    begin: &'static str,
    file: Arc<DbFile>,
    /// Held until the last clone is gone.
    lock: Option<Arc<Lock>>,
    /// Something was erased, and the log still holds it.
    unswept: Arc<AtomicBool>,
    /// Calls wait that are in memory alone.
    unwritten: Arc<AtomicBool>,
}

impl Db {
    /// The same as [`Db::open`] for this command alone: no other process may change it meanwhile. `upgrading` comes
    /// first where its schema is about to change.
    ///
    /// # Errors
    /// As there; or another process has it; or it is gone from where it was.
    pub async fn own(
        path: &Path,
        command: &str,
        now: DateTime<Utc>,
        upgrading: impl AsyncFnOnce() -> anyhow::Result<()>,
    ) -> anyhow::Result<Self> {
        let lock = Lock::take(path, command, now)?;
        if !is_gone(path) && Self::is_older(path).await {
            upgrading().await?;
        }
        let db = Self::open(path).await?;
        lock.watch(path)?;
        lock.opened();
        Ok(Self {
            lock: Some(Arc::new(lock)),
            ..db
        })
    }

    /// Holds a database as it is, if nobody has it open: with no log beside it, it is read without SQLite's own locks.
    pub(crate) fn keep_still(path: &Path, command: &str, now: DateTime<Utc>) -> Option<Lock> {
        if file::log_of(path).exists() {
            return None;
        }
        // Where no lock can be made, on a medium that cannot be written, nobody can change it either.
        let lock = Lock::take(path, command, now).ok()?;
        lock.opened();
        Some(lock)
    }

    /// Opens the file, creating it if there is none, and brings its schema up to date.
    ///
    /// # Errors
    /// A sentence for the person at the keyboard: the file is read-only, from a newer
    /// version, no database at all, or the disk is full.
    pub async fn open(path: &Path) -> anyhow::Result<Self> {
        file::refuse_foreign_log(path).await?;
        private::create(path).with_context(|| cannot_open(path))?;
        let options = SqliteConnectOptions::new()
            .filename(path)
            .create_if_missing(true)
            .foreign_keys(true)
            .journal_mode(SqliteJournalMode::Wal)
            // NORMAL may lose the last commits at a power cut, after the messenger was told to forget the update.
            .synchronous(SqliteSynchronous::Full)
            .pragma("secure_delete", "on")
            // What is held in memory must not be put into a file beside the database.
            .pragma("temp_store", "memory")
            .busy_timeout(BUSY_TIMEOUT);
        let db = Self::connect(path, options, BEGIN, MEMORY).await?;
        refuse_read_only(&db.pool, path).await?;
        migrate(&db.pool, path).await?;
        db.mark().await.with_context(|| cannot_open(path))?;
        private::tighten(path);
        // A process that was killed may have left in the log what was erased.
        db.checkpoint()
            .await
            .with_context(|| told!("db-log-not-emptied", path = path.display()))?;
        Ok(db)
    }

    async fn connect(
        path: &Path,
        options: SqliteConnectOptions,
        begin: &'static str,
        memory: &'static str,
    ) -> anyhow::Result<Self> {
        let (beside, place) = (Beside::default(), real(path));
        let noted = beside.clone();
        let pool = SqlitePoolOptions::new()
            .max_connections(1)
            .idle_timeout(None)
            .max_lifetime(None)
            // There is no network to have lost it, and the check costs a turn of the driver's thread.
            .test_before_acquire(false)
            .after_connect(move |connection, _| {
                let (noted, place) = (noted.clone(), place.clone());
                Box::pin(async move {
                    sqlx::raw_sql(memory).execute(&mut *connection).await?;
                    noted.note(&place, connection).await;
                    Ok(())
                })
            })
            .connect_with(options)
            .await
            .with_context(|| cannot_open(path))?;
        let file = DbFile::at(path, beside)
            .with_context(|| told!("file-not-found", path = path.display()))?;
        Ok(Self {
            pool,
            begin,
            file: Arc::new(file),
            lock: None,
            unswept: Arc::default(),
            unwritten: Arc::default(),
        })
    }

    /// The bytes that are free on its disk; `None`: the operating system does not say.
    pub fn free_bytes(&self) -> Option<u64> {
        free_bytes(self.file.path()).ok()
    }

    /// Begins a transaction at this moment with this random number generator. Nobody else begins one.
    ///
    /// # Errors
    /// The file is locked by another process, or is not there any more, or the disk fails.
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place that begins a transaction"
    )]
    pub async fn begin(&self, now: DateTime<Utc>, rng: &mut StdRng) -> sqlx::Result<Tx> {
        // What would be written into a file that nobody finds again must not be confirmed to anybody.
        if let Some(told) = self.trouble().await? {
            return Err(sqlx::Error::Io(std::io::Error::other(told)));
        }
        let inner = match self.pool.begin_with(self.begin).await {
            // SQLite ends a transaction by itself when the disk is full, and the driver then believes for
            // ever that it is in one: such a connection is thrown away.
            Err(sqlx::Error::InvalidSavePointStatement) => {
                self.pool.acquire().await?.close().await?;
                self.pool.begin_with(self.begin).await?
            }
            begun => begun?,
        };
        Ok(Tx {
            inner,
            db: self.clone(),
            erased: false,
            deferred: Deferred::default(),
            deleted: Vec::new(),
            kept: 0,
            statements: 0,
            now,
            rng: StdRng::from_rng(rng),
        })
    }

    /// Writes the log back into the file and empties it, so that nothing deleted survives there.
    ///
    /// # Errors
    /// The disk fails. A reader in another process is no error: the next call does it.
    pub async fn checkpoint(&self) -> sqlx::Result<()> {
        sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)")
            .execute(&self.pool)
            .await
            .map(drop)
    }

    /// The same without waiting for readers, after something was erased; `false`: somebody reads, and it is tried
    /// again soon.
    pub(crate) async fn sweep(&self) -> bool {
        let done: sqlx::Result<(i64, i64, i64)> = async {
            let mut connection = self.pool.acquire().await?;
            sqlx::query("PRAGMA busy_timeout = 0")
                .execute(&mut *connection)
                .await?;
            let done = sqlx::query_as("PRAGMA wal_checkpoint(TRUNCATE)")
                .fetch_one(&mut *connection)
                .await;
            let wait = format!("PRAGMA busy_timeout = {}", BUSY_TIMEOUT.as_millis());
            sqlx::query(sqlx::AssertSqlSafe(wait))
                .execute(&mut *connection)
                .await?;
            done
        }
        .await;
        let swept = matches!(done, Ok((0, ..)));
        self.unswept.store(!swept, Ordering::Relaxed);
        swept
    }

    /// Whether the log still holds what was erased.
    pub(crate) fn is_unswept(&self) -> bool {
        self.unswept.load(Ordering::Relaxed)
    }

    /// The list beside the file of who has had something deleted.
    pub(crate) fn deletions(&self) -> Deletions {
        Deletions::of(self.file.path())
    }

    /// Where the file is.
    pub fn path(&self) -> PathBuf {
        self.file.path().to_owned()
    }
}

/// An open transaction: the only way to the database, carrying what the core may not ask the world for.
#[derive(Debug)]
pub struct Tx {
    inner: Transaction<'static, Sqlite>,
    db: Db,
    erased: bool,
    deferred: Deferred,
    /// Lines for the list of deletions, written once all of it is durable.
    deleted: Vec<String>,
    /// How many of them stay when a part is undone.
    kept: usize,
    statements: u32,
    now: DateTime<Utc>,
    /// The random number generator: seeded, so that the same input gives the same rows.
    pub rng: StdRng,
}

impl Tx {
    /// The moment this transaction stands for.
    pub fn now(&self) -> DateTime<Utc> {
        self.now
    }

    /// The Vietnamese calendar day of that moment.
    pub fn today(&self) -> NaiveDate {
        day_of(self.now)
    }

    /// How many statements have been run: each costs a turn of the driver's thread, and that is most of what an update
    /// costs.
    pub fn statements(&self) -> u32 {
        self.statements
    }

    /// Something was deleted that must not survive in the log: it is emptied after the commit.
    pub(crate) fn erase(&mut self) {
        self.erased = true;
    }

    /// A line for the list of deletions beside the file, once all of it is durable.
    pub(crate) fn note_deleted(&mut self, line: String) {
        self.deleted.push(line);
    }

    /// Where a test looks by itself.
    #[cfg(test)]
    pub(crate) fn connection(&mut self) -> &mut sqlx::SqliteConnection {
        &mut self.inner
    }

    /// Starts a part that can be undone by itself.
    pub(crate) async fn savepoint(&mut self) -> Result {
        self.write_deferred().await?;
        self.statements += 1;
        self.kept = self.deleted.len();
        sqlx::query("SAVEPOINT part")
            .execute(&mut *self.inner)
            .await?;
        Ok(())
    }

    /// Keeps the part.
    pub(crate) async fn release(&mut self) -> Result {
        self.write_deferred().await?;
        self.statements += 1;
        sqlx::query("RELEASE part")
            .execute(&mut *self.inner)
            .await?;
        Ok(())
    }

    /// Undoes the part.
    pub(crate) async fn undo(&mut self) -> Result {
        self.deferred = Deferred::default();
        self.deleted.truncate(self.kept);
        sqlx::query("ROLLBACK TO part")
            .execute(&mut *self.inner)
            .await?;
        self.release().await
    }

    /// Makes all of it durable.
    ///
    /// # Errors
    /// The disk fails: nothing of it has happened.
    pub async fn commit(mut self) -> Result {
        self.write_deferred().await?;
        self.inner.commit().await?;
        self.db.deletions().add(&self.deleted);
        if self.erased || self.db.is_unswept() {
            // What cannot be done now is tried again after the next one, and by the ticker.
            let _ = self.db.sweep().await;
        }
        Ok(())
    }
}

/// The Vietnamese calendar day of a moment.
pub(crate) fn day_of(moment: DateTime<Utc>) -> NaiveDate {
    crate::schedule::local(moment).date_naive()
}

fn cannot_open(path: &Path) -> String {
    told!("db-cannot-open", path = path.display())
}

/// SQLite opens a file it may not write to and fails much later: better now, with a sentence.
async fn refuse_read_only(pool: &SqlitePool, path: &Path) -> anyhow::Result<()> {
    let statement = "CREATE TABLE IF NOT EXISTS _sqlx_migrations (version BIGINT PRIMARY KEY, description TEXT NOT NULL, installed_on TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP, success BOOLEAN NOT NULL, checksum BLOB NOT NULL, execution_time BIGINT NOT NULL)";
    let mut connection = pool.acquire().await?;
    let probe = async {
        sqlx::query("BEGIN IMMEDIATE")
            .execute(&mut *connection)
            .await?;
        sqlx::query(statement).execute(&mut *connection).await?;
        sqlx::query("COMMIT").execute(&mut *connection).await
    };
    probe
        .await
        .map(drop)
        .with_context(|| told!("db-unwritable", path = path.display()))
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[tokio::test]
    async fn the_file_its_log_and_its_index_are_read_by_their_owner_only() {
        let folder = tempfile::tempdir().expect("a folder");
        let db = Db::open(&folder.path().join("nhip.db"))
            .await
            .expect("a database");
        for name in ["nhip.db", "nhip.db-wal", "nhip.db-shm"] {
            let held = std::fs::metadata(folder.path().join(name)).expect(name);
            assert_eq!(held.permissions().mode() & 0o777, 0o600, "{name}");
        }
        db.close().await;
    }

    #[tokio::test]
    async fn a_transaction_that_sqlite_ends_by_itself_does_not_spoil_the_connection() {
        let folder = tempfile::tempdir().expect("a folder");
        let db = Db::open(&folder.path().join("nhip.db"))
            .await
            .expect("a database");
        let mut rng = StdRng::seed_from_u64(1);
        let now = DateTime::UNIX_EPOCH;
        let mut tx = db.begin(now, &mut rng).await.expect("a transaction");
        // What SQLite does behind the driver's back when the disk is full.
        sqlx::raw_sql("ROLLBACK")
            .execute(&mut *tx.inner)
            .await
            .expect("a rollback");
        drop(tx);
        let tx = db
            .begin(now, &mut rng)
            .await
            .expect("the next transaction begins");
        tx.commit().await.expect("and is kept");
    }
}
