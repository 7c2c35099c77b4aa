//! The database's file on the disk, and the log beside it.
//!
//! Knows whether the file is still the one that was opened, and whether the log belongs to it. Must not know what is
//! stored.

use std::ffi::OsString;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::bail;
use sqlx::ConnectOptions;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};

use crate::told;

/// Device and number of a file.
type Id = (u64, u64);

/// The file that was opened.
#[derive(Debug)]
pub(super) struct DbFile {
    path: PathBuf,
    /// Where it is without links: what SQLite has beside it is there.
    real: PathBuf,
    id: Id,
    beside: Beside,
}

/// The log and its index, as the connection has them open. While it lives, SQLite neither deletes nor replaces them.
#[derive(Debug, Clone, Default)]
pub(super) struct Beside(Arc<Mutex<Vec<(PathBuf, Id)>>>);

impl Beside {
    /// Notes which they are, at the beginning of each connection.
    pub(super) async fn note(&self, database: &Path, connection: &mut SqliteConnection) {
        // SQLite opens them when it first reads. What it has to say is told by whoever reads in earnest.
        let _ = sqlx::query("SELECT count(*) FROM sqlite_schema")
            .fetch_optional(connection)
            .await;
        let found = ["-wal", "-shm"].into_iter().filter_map(|suffix| {
            let path = beside(database, suffix);
            let id = id_of(&path).ok()?;
            Some((path, id))
        });
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = found.collect();
    }

    fn is_in_place(&self) -> bool {
        let noted = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mut noted = noted.iter();
        noted.all(|(path, id)| id_of(path).is_ok_and(|found| found == *id))
    }
}

impl DbFile {
    /// The file that is there now.
    pub(super) fn at(path: &Path, beside: Beside) -> std::io::Result<Self> {
        Ok(Self {
            id: id_of(path)?,
            real: real(path),
            path: std::path::absolute(path)?,
            beside,
        })
    }

    /// Where it is.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Whether its path still leads to it, and no link was put in its place: SQLite looks for a log beside the file
    /// that a link leads to.
    pub(super) fn is_in_place(&self) -> bool {
        let same = |found: std::io::Result<Id>| found.is_ok_and(|id| id == self.id);
        same(id_of(&self.path)) && same(std::fs::symlink_metadata(&self.real).map(|at| id(&at)))
    }

    /// Whether what lies beside it is still what the connection writes into.
    pub(super) fn has_its_log(&self) -> bool {
        self.beside.is_in_place()
    }
}

/// More links one behind the other are a circle.
const LINKS_MAX: usize = 40;

/// The file that this leads to.
pub(super) fn id_of(path: &Path) -> std::io::Result<Id> {
    std::fs::metadata(path).map(|found| id(&found))
}

fn id(found: &std::fs::Metadata) -> Id {
    (found.dev(), found.ino())
}

/// Whether there is no database: an empty file is none, and SQLite would begin a new one in it.
pub fn is_gone(database: &Path) -> bool {
    match std::fs::metadata(database) {
        Ok(found) => found.is_file() && found.len() == 0,
        Err(error) => error.kind() == std::io::ErrorKind::NotFound,
    }
}

/// The path without links, as SQLite takes it; there may be no such file yet.
pub(crate) fn real(database: &Path) -> PathBuf {
    let mut database = database.to_owned();
    // Also one that leads to a file that is yet to be created: SQLite creates it there.
    for _ in 0..LINKS_MAX {
        let Ok(target) = std::fs::read_link(&database) else {
            break;
        };
        database = database.parent().unwrap_or(Path::new("")).join(target);
    }
    let database = database.as_path();
    let beside = || {
        let folder = database
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty());
        let folder = std::fs::canonicalize(folder.unwrap_or(Path::new("."))).ok()?;
        Some(folder.join(database.file_name()?))
    };
    let found = std::fs::canonicalize(database).ok().or_else(beside);
    found.unwrap_or_else(|| database.to_owned())
}

/// SQLite's log beside a database.
pub(crate) fn log_of(database: &Path) -> PathBuf {
    beside(&real(database), "-wal")
}

fn beside(real: &Path, suffix: &str) -> PathBuf {
    let mut path: OsString = real.into();
    path.push(suffix);
    path.into()
}

/// SQLite takes whatever log lies beside a file for the file's own, and writes it into it. A process that was killed
/// leaves one that belongs to it; who restores a backup may leave one that does not.
pub(super) async fn refuse_foreign_log(database: &Path) -> anyhow::Result<()> {
    let log = log_of(database);
    if !std::fs::metadata(&log).is_ok_and(|log| log.len() > 0) {
        return Ok(());
    }
    let (shown, log) = (database.display(), log.display());
    if is_gone(database) {
        bail!(told!("db-log-alone", path = shown, log = log));
    }
    let found = match integrity(database).await {
        Ok(found) if found == "ok" => return Ok(()),
        Ok(found) => anyhow::anyhow!(found),
        Err(error) => error.into(),
    };
    Err(found.context(told!("db-log-foreign", path = shown, log = log)))
}

/// Reads all of it together with the log, and leaves both as they are.
async fn integrity(database: &Path) -> sqlx::Result<String> {
    let mut connection = SqliteConnectOptions::new()
        .filename(database)
        .read_only(true)
        .connect()
        .await?;
    sqlx::query_scalar("PRAGMA integrity_check(1)")
        .fetch_one(&mut connection)
        .await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::Db;

    /// Somebody restored a backup and left the log of the database that was there before.
    #[tokio::test]
    async fn a_log_that_was_left_beside_a_restored_copy_is_named_and_nothing_is_changed() {
        let folder = tempfile::tempdir().expect("a folder");
        let [database, backup] = ["nhip.db", "backup.db"].map(|name| folder.path().join(name));
        let db = Db::open(&database).await.expect("a database");
        let into = format!("VACUUM INTO '{}'", backup.display());
        execute(&db, &into).await;
        execute(&db, "CREATE TABLE later (words TEXT) STRICT").await;
        execute(
            &db,
            "INSERT INTO later SELECT hex(randomblob(2000)) FROM json_each('[1,2,3,4,5,6]')",
        )
        .await;
        let log = std::fs::read(log_of(&database)).expect("a log");
        db.close().await;
        std::fs::copy(&backup, &database).expect("restored");
        std::fs::write(log_of(&database), &log).expect("left over");
        let opened = Db::open(&database).await.expect_err("they do not fit");
        let looked = Db::look(&database).await.expect_err("nor to look at");
        for told in [opened, looked] {
            assert!(
                told.to_string().contains("nhip.db-wal is left over"),
                "{told}"
            );
        }
        let same = |one, other| {
            std::fs::read(one).expect("a file") == std::fs::read(other).expect("a file")
        };
        assert!(same(&database, &backup));
        std::fs::remove_file(&database).expect("gone");
        let told = Db::open(&database).await.expect_err("whose log is it?");
        assert!(
            told.to_string().contains("holds the last changes"),
            "{told}"
        );
        // As the sentence says.
        std::fs::copy(&backup, &database).expect("restored");
        std::fs::remove_file(log_of(&database)).expect("deleted");
        Db::open(&database).await.expect("it opens").close().await;
    }

    #[tokio::test]
    async fn a_link_leads_to_the_file_whether_it_is_there_yet_or_not() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().expect("a folder");
        let disk = folder.path().join("disk");
        std::fs::create_dir(&disk).expect("a folder");
        let [link, other] = ["nhip.db", "other.db"].map(|name| folder.path().join(name));
        std::os::unix::fs::symlink("disk/real.db", &link).expect("a link");
        std::os::unix::fs::symlink(disk.join("real.db"), &other).expect("a link");
        let now = chrono::DateTime::UNIX_EPOCH;
        let db = Db::own(&link, "run", now, async || Ok(()))
            .await
            .expect("a new database");
        assert!(disk.join("real.db.lock").exists());
        let refused = Db::own(&other, "run", now, async || Ok(()))
            .await
            .expect_err("the same file");
        assert!(
            refused.to_string().contains("in use by 'nhip run'"),
            "{refused}"
        );
        for name in ["real.db", "real.db-wal", "real.db-shm"] {
            let held = std::fs::metadata(disk.join(name)).expect(name);
            assert_eq!(held.permissions().mode() & 0o777, 0o600, "{name}");
        }
        std::fs::set_permissions(disk.join("real.db-wal"), PermissionsExt::from_mode(0o644))
            .expect("an open file");
        crate::db::private::tighten(&link);
        let held = std::fs::metadata(disk.join("real.db-wal")).expect("a log");
        assert_eq!(held.permissions().mode() & 0o777, 0o600);
        db.close().await;
    }

    async fn execute(db: &Db, statement: &str) {
        let statement = sqlx::AssertSqlSafe(statement.to_owned());
        sqlx::query(statement)
            .execute(&db.pool)
            .await
            .expect("done");
    }
}
